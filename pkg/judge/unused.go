package judge

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
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
	otherFacts // it hangs on something else that the document states
	noRole     // the form does not have the role
	nobody     // nothing asks for it
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
func (j *Judgement) Unheard() []Unused {
	heard := map[*proposal.Value]bool{}
	j.uses(func(v *proposal.Value, as result.UseKind, _ string) {
		if as != result.WasAsked || !denial(v) { // what is past is told as such, and a no among it once more
			heard[v] = true
		}
	})
	var all []Unused
	var asks asking
	j.Doc.Root.Statements(func(v *proposal.Value) {
		if misnamed := j.misnamed(v); heard[v] && !misnamed || !misnamed && !denial(v) && j.toldIn(v) != "" {
			return
		}
		u := j.unheard(v, &asks)
		if u.Not == nil && u.why != noRole && j.toldIn(v) != "" {
			return
		}
		u.read = heard[v]
		for i := range all {
			if x := &all[i]; x.Entry == u.Entry && x.why == u.why && slices.Equal(x.where, u.where) {
				x.Statements = append(x.Statements, v)
				x.Not, x.Noes = cmp.Or(x.Not, u.Not), append(x.Noes, u.Noes...)
				return
			}
		}
		all = append(all, u)
	})
	return all
}

// top gives the part of the document in which a value stands.
func top(v *proposal.Value) string {
	for v.Parent != nil && v.Parent.Parent != nil {
		v = v.Parent
	}
	return v.Key
}

// unheard finds what would ask for a statement elsewhere, and why it does not here.
func (j *Judgement) unheard(v *proposal.Value, asks *asking) Unused {
	u := Unused{Entry: v.Entry(), Statements: []*proposal.Value{v}, why: nobody}
	if j.misnamed(v) {
		u.why = noRole
		return u
	}
	for _, c := range asks.of(j.Cat, v) {
		why, where := j.whyNot(c)
		if u.Nearest == nil || why < u.why || why == u.why && c.Kind.Rated() && !u.Nearest.Kind.Rated() {
			u.Nearest, u.why, u.where = c, why, where
		}
		if u.Not == nil && why != otherSide && c.Kind.Rated() && j.denies(v, c) {
			u.Not, u.Noes = c, u.Statements[:1:1]
		}
	}
	return u
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

// asking is which criteria of a catalogue ask for what stands at a place of the model, worked out when it is first
// asked.
type asking map[*proposal.Field][]*catalogue.Criterion

// of gives the criteria of the catalogue that ask for a statement, or for the same of another.
func (a *asking) of(cat *catalogue.Catalogue, v *proposal.Value) []*catalogue.Criterion {
	if e := v.Entry(); e.Parent.Field.Kind == proposal.Answers {
		if c := cat.Criterion(e.Key); c != nil {
			return []*catalogue.Criterion{c}
		}
		return nil
	}
	if *a == nil {
		*a = asking{}
		for i := range cat.Criteria {
			c := &cat.Criteria[i]
			for _, rule := range c.Rules() {
				for _, f := range rule.Fields() {
					if last := (*a)[f]; len(last) == 0 || last[len(last)-1] != c {
						(*a)[f] = append(last, c)
					}
				}
			}
		}
	}
	if v.Parent.Field.Kind == proposal.List {
		return (*a)[v.Parent.Field]
	}
	return (*a)[v.Field]
}

// whyNot says why a criterion does not ask for something here, and under what it would.
func (j *Judgement) whyNot(c *catalogue.Criterion) (whyNot, []string) {
	if i, applies := j.Find(c.ID); applies {
		if j.Criteria[i].When == result.Past {
			return stepTaken, []string{string(c.Until)}
		}
		return otherSide, nil
	}
	t, env := &j.Cat.Typology, j.Types[0].env
	var where []string
	try := func(title string, env logic.Environment) {
		if env.Eval(c.Applies, nil) != logic.False {
			where = append(where, title)
		}
	}
	for _, f := range t.Forms {
		other := env
		other.Forms = []string{f.ID}
		try(f.Title, other)
	}
	if len(where) > 0 {
		return otherForm, where
	}
	for _, x := range t.Scales {
		other := env
		other.Scale = x.ID
		try(x.Title, other)
	}
	if len(where) > 0 {
		return otherScale, where
	}
	for _, x := range t.Natures {
		other := env
		other.Nature = x.ID
		try(x.Title, other)
	}
	if len(where) > 0 {
		return otherNature, where
	}
	for _, x := range t.Types {
		other := env
		other.Nature, other.Scale = x.Nature, x.Scale
		try(x.Title, other)
	}
	if len(where) > 0 {
		return otherType, where
	}
	return otherFacts, nil
}

// denial reports whether a statement says that something is not so, or not wholly.
func denial(v *proposal.Value) bool {
	return v.Is(string(proposal.No)) || v.State == proposal.None || v.Half() == string(proposal.AtMostPartly)
}

// denies reports whether a statement is a plain no by which a criterion would not be met where it is asked.
func (j *Judgement) denies(v *proposal.Value, c *catalogue.Criterion) bool {
	if !denial(v) {
		return false
	}
	var t logic.Trace
	env := j.Types[0].env.Answered(j.answers[c.ID])
	o := outcomeOf(c, env, &t)
	return o.status.Upper() == rating.NotMade && slices.Contains(t.Used, v)
}

// unused makes findings of what nothing asks for here.
func (j *Judgement) unused() []result.Finding {
	var all []result.Finding
	for _, u := range j.Unheard() {
		path := u.Statements[0].Path()
		f := result.Finding{ID: "unused-" + dashed(path), Kind: result.Unused, Place: u.Statements[0].Pos, Subject: path, Text: j.whatIsUnused(&u) + ": " + j.WhyUnused(&u), Do: u.do()}
		if c := cmp.Or(u.Not, u.Nearest); c != nil {
			f = j.of(c, f)
		}
		f.No = u.Not != nil
		all = append(all, finding(f, path))
	}
	return all
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
	case nobody:
		return "nothing asks for " + it + " here"
	case stepTaken:
		return "not rated any more; " + u.Nearest.ID + " asks for " + it + " before the " + u.where[0]
	case otherSide:
		return "not asked of this side; " + u.Nearest.ID + " asks it of the other"
	case otherFacts:
		return "not asked here; " + u.Nearest.ID + " asks for " + it + " where " + u.Nearest.Applies.String()
	}
	return "not asked where it is " + j.placed(u.why) + "; " + u.Nearest.ID + " asks for " + it + " where it is " + strings.ToLower(wording.Or(u.where))
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

// do says what to do about what nothing asks for.
func (u *Unused) do() string {
	switch {
	case u.why == noRole:
		return "say who has the roles of this form"
	case u.Not != nil:
		return "if it weighs here all the same, name it among the risks"
	}
	return ""
}
