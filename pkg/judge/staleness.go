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

// staleMonths is the age at which evidence for a state is stale (the method: twelve months before as_of).
const staleMonths = 12

// outOfDate is why some statements no longer rest on fresh evidence: the years that passed over a piece, or
// something that happened after it was written. What only happened, is in force or has been decided does not
// pass; which statements do, and on whom they rest, the model says of its fields and the catalogue of its
// criteria.
type outOfDate struct {
	piece  *proposal.Value // what is too old by itself; nil where an event overtook it
	event  *proposal.Value // the date of what overtook it; nil where it is too old by itself
	what   string          // what happened then
	stale  []*proposal.Value
	pieces []*proposal.Value // what they rest on
}

// turned is a date of the document on which something turned, with the organisation or the lead that it is
// of.
type turned struct {
	on, of *proposal.Value
	what   string
}

// Staleness is why a piece of evidence is stale on the day of the document, and for what.
type Staleness struct {
	Why string            // in words; empty where it is not stale, or where that cannot be told
	For []*proposal.Value // the statements behind which it is too old
	By  []*proposal.Value // the dates that overtook it; none where that is its age alone
}

// Stale gives why each piece of evidence is stale that is, by its id.
func (j *Judgement) Stale() map[string]Staleness {
	stale := map[string]Staleness{}
	for _, o := range j.outOfDate(j.noted()) {
		for _, p := range o.pieces {
			s := stale[p.Key]
			s.Why = cmp.Or(s.Why, o.since(j))
			if o.event != nil {
				s.By = append(s.By, o.event)
			}
			for _, v := range o.stale {
				if slices.Contains(v.EvidenceIDs(), p.Key) && !slices.Contains(s.For, v) {
					s.For = append(s.For, v)
				}
			}
			stale[p.Key] = s
		}
	}
	return stale
}

// outOfDate lists what is out of date: each piece that is too old for a state that rests on it alone, in the
// register's order, then each event with all that it overtook, in the document's.
func (j *Judgement) outOfDate(in noted) []outOfDate {
	asOf := j.Doc.Root.Find(paths.AsOf)
	if !asOf.Known() {
		return nil
	}
	events := j.turned(in.turns)
	aged, overtaken := make([]outOfDate, len(j.Doc.Register)), make([]outOfDate, len(events))
	j.resting(in.leaves, func(v *proposal.Value, pieces []*proposal.Value) {
		ages, rests := j.passes(v)
		if ages && !slices.ContainsFunc(pieces, func(p *proposal.Value) bool {
			least, _ := proposal.Months(p.At(paths.Date), asOf)
			return least < staleMonths
		}) {
			for _, p := range pieces {
				i := slices.Index(j.Doc.Register, p)
				aged[i].piece, aged[i].stale = p, append(aged[i].stale, v)
			}
			return
		}
		for i, e := range events {
			if !slices.Contains(rests, e.on.Field.Turns) || !j.concern(v, e.of) || e.on.From > asOf.To ||
				slices.ContainsFunc(pieces, func(p *proposal.Value) bool { return p.At(paths.Date).To >= e.on.From }) {
				continue
			}
			o := &overtaken[i]
			o.event, o.what, o.stale = e.on, e.what, append(o.stale, v)
		}
	})
	all := slices.DeleteFunc(append(aged, overtaken...), func(o outOfDate) bool { return len(o.stale) == 0 })
	for i := range all {
		o := &all[i]
		slices.SortStableFunc(o.stale, func(v, w *proposal.Value) int { return cmp.Compare(j.order(v), j.order(w)) })
		if o.piece != nil {
			o.pieces = []*proposal.Value{o.piece}
			continue
		}
		for _, v := range o.stale {
			for _, p := range j.dated(v.EvidenceIDs()) {
				if !slices.Contains(o.pieces, p) {
					o.pieces = append(o.pieces, p)
				}
			}
		}
	}
	return all
}

// order orders statements whatever the order of answers in the document: facts as they stand there, then
// answers as the catalogue asks for them.
func (j *Judgement) order(v *proposal.Value) int {
	id, is := answerTo(v)
	if !is {
		return -1
	}
	return slices.IndexFunc(j.Cat.Criteria, func(c *catalogue.Criterion) bool { return c.ID == id })
}

// resting visits each statement that rests on dated evidence, with those pieces: what an organisation states
// apart by itself. A piece without a date makes nothing older.
func (j *Judgement) resting(leaves []*proposal.Value, visit func(v *proposal.Value, pieces []*proposal.Value)) {
	var ids []string // behind the last statement: what stands around many gives the same for all of them
	var pieces []*proposal.Value
	each := func(v *proposal.Value) {
		if now := v.EvidenceIDs(); len(now) == 0 || len(ids) == 0 || &now[0] != &ids[0] || len(now) != len(ids) {
			ids, pieces = now, j.dated(now)
		}
		if len(pieces) > 0 {
			visit(v, pieces)
		}
	}
	for _, v := range leaves {
		if len(v.Views) > 0 {
			for _, view := range v.Views {
				if view.Known() || view.Half() != "" {
					each(view)
				}
			}
		} else if v.Known() || v.Half() != "" {
			each(v)
		}
	}
}

// dated gives, of pieces of evidence by their ids, those whose date is known.
func (j *Judgement) dated(ids []string) []*proposal.Value {
	var pieces []*proposal.Value
	for _, id := range ids {
		if p, ok := j.Doc.Piece(id); ok && p.Entry.At(paths.Date).Known() && !slices.Contains(pieces, p.Entry) {
			pieces = append(pieces, p.Entry)
		}
	}
	return pieces
}

// passes reports whether a statement tells a state, and on whom or what it rests.
func (j *Judgement) passes(v *proposal.Value) (ages bool, rests []proposal.Turn) {
	if id, is := answerTo(v); is {
		if c := j.Cat.Criterion(id); c != nil {
			return c.Ages, c.Rests
		}
	}
	return v.Field.Ages, v.Field.Rests
}

// answerTo gives the id of the criterion that a statement answers, if it answers one.
func answerTo(v *proposal.Value) (string, bool) {
	if v.Parent != nil && v.Parent.Field == v.Field {
		v = v.Parent // one organisation's view of it
	}
	if v.Parent == nil || v.Parent.Field.Kind != proposal.Answers {
		return "", false
	}
	return v.Key, true
}

// concern reports whether a statement speaks of an organisation or a lead, or of the two organisations
// together: what one says of itself has nothing to do with who leads the other.
func (j *Judgement) concern(v, of *proposal.Value) bool {
	if id, is := answerTo(v); is {
		if i, ok := j.Find(id); ok && slices.Contains(j.Doc.Organisations[:], of) {
			about := j.Organisation(j.Criteria[i].Concerns)
			return about == nil || about == of
		}
		return true
	}
	for around := v.Parent; around != nil; around = around.Parent {
		if around.Field == of.Field && around.Parent.Field == of.Field {
			return around == of
		}
	}
	return true
}

// turned lists the dates of the document on which something turned, in its order.
func (j *Judgement) turned(turns []*proposal.Value) []turned {
	var all []turned
	for _, v := range turns {
		of := v.Parent
		for of.Field.Kind == proposal.Section {
			of = of.Parent
		}
		name := proposal.NameOf(of)
		t := turned{v, of, ""}
		switch v.Field.Turns {
		case proposal.NewRating:
			t.what = "the regulator's latest rating of " + name
		case proposal.NewYear:
			t.what = "the year end that the figures of " + name + " are for"
		case proposal.NewLead:
			t.what = "the present " + cmp.Or(of.At(paths.Post).Written(), "lead")
		default:
			t.what = wording.Whose(name) + " present " + strings.ReplaceAll(string(v.Field.Turns), "-", " ")
		}
		all = append(all, t)
	}
	return all
}

// since says why what rests on it is stale: older than something.
func (o *outOfDate) since(j *Judgement) string {
	if o.piece != nil {
		return "older than twelve months on " + j.Doc.Root.Find(paths.AsOf).InWords()
	}
	return "older than " + o.what + " (" + o.event.InWords() + ")"
}

// statements names what is out of date, each as its reader knows it.
func (o *outOfDate) statements(j *Judgement) []string {
	var names []string
	for _, v := range o.stale {
		if name := j.stated(v); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// stated says what a statement is about: that the leads trust each other, Ferndale's stance motivation.
func (j *Judgement) stated(v *proposal.Value) string {
	if id, is := answerTo(v); is {
		if c := j.Cat.Criterion(id); c != nil {
			return "that " + j.Named(c, c.Title)
		}
	}
	if v.Parent != nil && v.Parent.Field == v.Field && v.Field.Leaf() {
		v = v.Parent
	}
	return j.About(v)
}

// About says what a statement is about: whose it is, where it is one organisation's, and of which entry of a list:
// North's finance position, the rationale vision, “A leaking roof” (funded).
func (j *Judgement) About(v *proposal.Value) string {
	whose, label := "", Label(v)
	article := "the "
	for around := v.Parent; around != nil; around = around.Parent {
		if around.Parent != nil && around.Parent.Field == around.Field && around.Field.Kind == proposal.Items {
			article, label = "", "“"+strings.TrimSuffix(itemName(around), ".")+"” ("+label+")"
		}
		for _, o := range j.Doc.Organisations {
			if around == o {
				whose, article = wording.Whose(proposal.NameOf(o))+" ", ""
			}
		}
	}
	return whose + article + label
}

// finding finds that a piece is too old for what rests on it, or that an event overtook what was stated
// before it: one finding for the event, whatever it overtook.
func (o *outOfDate) finding(j *Judgement, worded bool) result.Finding {
	switch {
	case o.piece != nil && !worded:
		return finding(result.Finding{Kind: result.Stale, Subject: o.piece.Key, Place: o.piece.Pos}, paths.Evidence.Under(o.piece.Key))
	case o.piece != nil:
		return finding(result.Finding{
			ID: "stale-" + o.piece.Key, Kind: result.Stale, Subject: o.piece.Key, Place: o.piece.Pos,
			Text: "the evidence " + o.piece.Key + " is " + o.since(j) + "; it stands behind " + wording.And(o.statements(j)),
			Do:   "replace it by something newer, or say why it still holds",
		}, paths.Evidence.Under(o.piece.Key))
	}
	path := o.event.Path()
	if !worded {
		return finding(result.Finding{Kind: result.Stale, Subject: path, Place: o.event.Pos}, path)
	}
	var pieces []string
	for _, p := range o.pieces {
		pieces = append(pieces, p.Key)
	}
	return finding(result.Finding{
		ID: "overtaken-" + dashed(path), Kind: result.Stale, Subject: path, Place: o.event.Pos,
		Text: o.what + " (" + o.event.InWords() + ") is newer than what stands behind " + wording.And(o.statements(j)) + " (" + strings.Join(pieces, ", ") + ")",
		Do:   "ask anew, and register what is said now; or say why it still holds",
	}, path)
}
