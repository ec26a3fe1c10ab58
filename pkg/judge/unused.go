package judge

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// whyNot is why nothing asks here for something that is stated, the nearest reason first.
type whyNot uint8

const (
	stepTaken whyNot = iota // what asks for it is past
	otherSide               // it is asked of the other organisation
	otherForm
	otherScale
	otherNature
	otherType
	otherSector
	unopened    // what opens it is not stated
	otherFacts  // it hangs on something else that the document states
	switchedOff // what asks for it is switched off by what is laid over the catalogue
	elsewhereOf // it answers a criterion of another catalogue
	noRole      // the form does not have the role
	nobody      // nothing asks for it
)

// Unused is what stands in one entry of the document and, for one reason, nothing of this type, form and stage asks
// for.
type Unused struct {
	Entry      *proposal.Value
	Statements []*proposal.Value
	Nearest    *catalogue.Criterion // what asks for it elsewhere; nil for nothing
	Not        *catalogue.Criterion // what a no among them would not meet elsewhere, of what rates; nil where there is none
	Noes       []*proposal.Value    // those among them that are such a no
	read       bool                 // rules read it all the same
	why        whyNot
	where      []string // what it would have to be, for that criterion to ask
}

// Unheard lists what nothing asks for here, by entry and reason, in the order of the document. What is told where its
// entry stands, or with what is past, is no part of it, unless it is a no that would weigh elsewhere.
func (j *Judgement) Unheard() []Unused { return slices.Clone(j.unheard()) }

func (j *Judgement) notHeard() []Unused {
	var all []Unused
	asked := j.elsewhere()
	for _, l := range j.listen() {
		v := l.v
		if l.read && !l.misnamed {
			continue
		}
		u := asked.unheard(v)
		if u.Not == nil && u.why != noRole && j.toldIn(v) != "" {
			continue
		}
		u.read = l.read
		if i := slices.IndexFunc(all, func(x Unused) bool {
			return x.Entry == u.Entry && x.why == u.why && slices.Equal(x.where, u.where)
		}); i >= 0 {
			x := &all[i]
			x.Statements, x.Noes = append(x.Statements, v), append(x.Noes, u.Noes...)
			x.Not = cmp.Or(x.Not, u.Not)
			continue
		}
		all = append(all, u)
	}
	return all
}

// listened is a statement that may be unused, with whether anything that is asked here reads it.
type listened struct {
	v              *proposal.Value
	read, misnamed bool
}

// listen gives the statements that may be unused, in the order of the document: those that no entry tells and no
// criterion rests on, the noes among the others, and the roles that the form does not have. Most of a document decides
// something, which is soonest seen; what rules look at is worked out for the rest alone.
func (j *Judgement) listen() []listened {
	decided := make(map[*proposal.Value]bool, 128)
	j.decided(func(v *proposal.Value, as result.UseKind, _ string) {
		if reads(v, as) {
			decided[v] = true
		}
	})
	var rest []listened
	j.Doc.Root.Statements(func(v *proposal.Value) {
		l := listened{v, decided[v], j.misnamed(v)}
		if l.misnamed || !l.read && (denial(v) || j.toldIn(v) == "") {
			rest = append(rest, l)
		}
	})
	var sought sought // what may still be looked at
	for _, l := range rest {
		if !l.read {
			sought.add(j.Cat.Reads(), l.v)
		}
	}
	if sought.any() {
		j.looked(&sought, func(v *proposal.Value, as result.UseKind, _ string) {
			if i := slices.IndexFunc(rest, func(l listened) bool { return l.v == v }); i >= 0 && reads(v, as) {
				rest[i].read = true
			}
		})
	}
	return rest
}

// reads reports whether what asks for a statement as that reads it: what is past is told as such, and a no among it once
// more.
func reads(v *proposal.Value, as result.UseKind) bool { return as != result.WasAsked || !denial(v) }

// keyOf gives the key under which a statement stands, or the list that holds it.
func keyOf(v *proposal.Value) string {
	if p := v.Parent; p != nil && (p.Field.Kind == proposal.List || len(p.Views) > 0 && p.Field == v.Field) {
		return p.Key
	}
	if v.Field.Also != "" { // as rules call it
		return v.Field.Key
	}
	return v.Key
}

// Moot reports whether what is stated may itself be why its criterion does not apply here: that rule looks at it.
func (u *Unused) Moot() bool {
	if u.why != otherFacts {
		return false
	}
	fields := u.Nearest.Applies.Fields()
	return slices.ContainsFunc(u.Statements, func(v *proposal.Value) bool {
		return slices.Contains(fields, v.Field) || v.Parent != nil && slices.Contains(fields, v.Parent.Field)
	})
}

// top gives the part of the document in which a value stands.
func top(v *proposal.Value) string {
	for v.Parent != nil && v.Parent.Parent != nil {
		v = v.Parent
	}
	return v.Key
}

// misnamed reports whether a statement gives a role that none of the forms has that it may be.
func (j *Judgement) misnamed(v *proposal.Value) bool {
	role := v
	if v.Parent != nil && v.Parent.Field.Kind == proposal.List {
		role = v.Parent
	}
	if role.Parent == nil || role.Parent.Key != rolesKey || !j.Placement.Form.Known() {
		return false
	}
	return !slices.ContainsFunc(j.Placement.Form.Possible, func(id string) bool {
		f := j.Cat.Typology.Form(id)
		return f != nil && slices.Contains(f.Roles, role.Key)
	})
}

// rolesKey is the key of the roles in the arrangement.
var rolesKey = string(paths.Roles[strings.LastIndex(string(paths.Roles), ".")+1:])

// denial reports whether a statement says that something is not so, or not wholly: a no, none, or the word that says
// least or worst of all that may stand there.
func denial(v *proposal.Value) bool {
	return v.Is(string(proposal.No)) || v.State == proposal.None || v.Half() == string(proposal.AtMostPartly) ||
		v.Known() && v.Word != "" && v.Word == v.Field.Worst()
}

// unused makes findings of what nothing asks for here.
func (j *Judgement) unused(worded bool) []result.Finding {
	unheard := j.unheard()
	all := make([]result.Finding, 0, len(unheard))
	for i := range unheard {
		u := &unheard[i]
		path := u.Statements[0].Path()
		f := result.Finding{Kind: result.Unused, Place: u.Statements[0].Pos, Subject: path, No: u.Not != nil}
		c := cmp.Or(u.Not, u.Nearest)
		switch {
		case worded:
			f.ID, f.Text, f.Do = "unused-"+dashed(path), j.whatIsUnused(u)+": "+j.WhyUnused(u), j.do(u)
			f.Because = reasonsOf(u.Statements)
			if c != nil {
				f = j.of(c, f)
			}
		case c != nil:
			f.Subject = c.ID
		}
		all = append(all, finding(f, path))
	}
	return all
}

// reasonsOf are the document's reasons for some statements, each once, as sentences.
func reasonsOf(statements []*proposal.Value) string {
	var all []string
	for _, v := range statements {
		if said := wording.Sentence(v.Because); v.Because != "" && !slices.Contains(all, said) {
			all = append(all, said)
		}
	}
	return strings.Join(all, " ")
}

// WhyUnused says why nothing asks for it here.
func (j *Judgement) WhyUnused(u *Unused) string {
	it := "them"
	if len(u.Statements) == 1 {
		it = "it"
	}
	switch u.why {
	case noRole:
		form := j.Cat.Typology.Form(j.Placement.Form.Possible[0])
		text := "no role of " + strings.ToLower(form.Title) + ", which has " + wording.And(form.Roles)
		if u.read {
			return text + "; taken for the one that helps, or is helped, and for nothing else"
		}
		return text + "; nothing asks for " + it
	case switchedOff:
		return "not asked; " + u.Nearest.ID + " is switched off by " + j.Cat.Overlay.Name + ": " + u.Nearest.Off
	case elsewhereOf:
		return "kept, and not asked; the catalogue " + u.where[0] + " asks for " + it
	case nobody:
		return "nothing asks for " + it + " here"
	case stepTaken:
		return "not rated any more; " + u.Nearest.ID + " asks for " + it + " before the " + u.where[0]
	case otherSide:
		return "not asked of this side; " + u.Nearest.ID + " asks it of the other"
	case otherSector:
		return "asked in other sectors alone; " + u.Nearest.ID + " asks for " + it + " in " + wording.Or(u.where)
	case unopened:
		return "not asked yet; " + u.Nearest.ID + " asks for " + it + " once " + j.unopened() + " is stated"
	case otherFacts:
		if u.Moot() {
			return "it is by what is stated that " + u.Nearest.ID + " is not asked here, which is for where " + u.Nearest.Applies.String()
		}
		return "not asked here; " + u.Nearest.ID + " asks for " + it + " where " + u.Nearest.Applies.String()
	}
	return "not asked where it is " + j.placed(u.why) + "; " + u.Nearest.ID + " asks for " + it + " where it is " + strings.ToLower(wording.Or(u.where))
}

// unopened says what is still to be stated before all can be asked: the form, what the two share, or both.
func (j *Judgement) unopened() string {
	form, shares := j.Placement.Form.Known(), j.Doc.Root.Find(paths.Shares).Known()
	switch {
	case form && !shares:
		return "what the two share"
	case shares && !form:
		return "the form"
	}
	return "the form, and what the two share,"
}

// WaitsForWhatIsShared reports whether nothing asks for it until it is stated what the two share.
func (j *Judgement) WaitsForWhatIsShared(u *Unused) bool {
	return u.why == unopened && j.Placement.Form.Known() && !j.Doc.Root.Find(paths.Shares).Known()
}

// whatIsUnused says what an entry states of what nothing asks for: of words that run on, only where they stand.
func (j *Judgement) whatIsUnused(u *Unused) string {
	first := u.Statements[0]
	if u.Entry.Parent.Field.Kind == proposal.Answers {
		if c := j.Cat.Criterion(u.Entry.Key); c != nil {
			return "answered " + first.Written() + " (" + j.Named(c, c.Title) + ")"
		}
	}
	var parts []string
	for _, v := range u.Statements {
		f := j.fact(v)
		path, value := f.Path, f.Value
		if len(u.Statements) > 1 {
			path = strings.TrimPrefix(path, u.Entry.Path()+".")
		}
		if v.Field.Kind == proposal.Text && v.State == proposal.Given {
			value = ""
		}
		parts = append(parts, strings.Join(wording.Given(path, value), " "))
	}
	if len(parts) > 1 {
		return u.Entry.Path() + ": " + wording.And(parts)
	}
	return parts[0]
}

// placed says what the partnership is on that by which something is not asked.
func (j *Judgement) placed(why whyNot) string {
	t, p := &j.Cat.Typology, &j.Placement
	switch why {
	case otherForm:
		return p.Form.Words(t)
	case otherScale:
		return p.Scale.Words(t)
	case otherNature:
		return p.Nature.Words(t)
	}
	return p.Nature.Words(t) + ", " + p.Scale.Words(t)
}

// do says what to do about what nothing asks for: of a role that the form does not have, which one it has instead.
func (j *Judgement) do(u *Unused) string {
	switch {
	case u.why == elsewhereOf:
		return "assess it with that catalogue laid over, to have it asked"
	case u.why == noRole:
		if has, is := j.Cat.Typology.Helping(j.Placement.Form.Possible[0]); is && len(u.Statements) == 1 {
			for _, p := range j.Cat.Typology.Sides {
				switch key := keyOf(u.Statements[0]); key {
				case p.Helper:
					return "write " + has.Helper + " instead"
				case p.Helped:
					return "write " + has.Helped + " instead"
				}
			}
		}
		return "say who has the roles of this form"
	case u.Not != nil:
		return "if it weighs here all the same, name it among the risks"
	}
	return ""
}
