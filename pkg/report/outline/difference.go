package outline

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/compare"
	"partner/pkg/internal/enum"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// Difference is the page of what moved between two states of a proposal.
func Difference(d *compare.Difference) Outline {
	d = cleaned(d)
	o := Outline{Sections: []Section{{"moved", "What moved", []Block{sides(d), Break{}, says(plain(d.Sentence))}}}}
	if d.Empty {
		return o
	}
	o.add("ratings", "Ratings", ratingsMoved(d))
	o.add("why", "Why", why(d))
	o.add("criteria", "Criteria that moved", criteriaMoved(d))
	o.add("document", "About the document", documentMoved(d))
	o.add("worse", "What got worse", steps(d.Worse, "Nothing got worse."))
	o.add("better", "What got better", steps(d.Better, ""))
	return o
}

// sides names the two.
func sides(d *compare.Difference) Terms {
	side := func(name string, s compare.Side) Term {
		return Term{Name: faint(name), Text: wording.Text{plain(phrases(s.Title, asOf(s.AsOf), s.File))}}
	}
	return Terms{[]Term{side("old", d.Old), side("new", d.New)}}
}

// ratingsMoved are the ratings and the verdict, before and after.
func ratingsMoved(d *compare.Difference) []Block {
	if len(d.Moves) == 0 && d.Typology == nil && d.Stages == nil {
		return nil
	}
	t := Table{Columns: []Column{{}, {Title: "was", Wide: true}, {Title: "is", Wide: true}, {Title: "which is"}}}
	if d.Stages != nil {
		t.Rows = append(t.Rows, row("Stage", d.Stages.From, d.Stages.To, dash))
	}
	if d.Typology != nil {
		t.Rows = append(t.Rows, row("Kind", d.Typology.From, d.Typology.To, dash))
	}
	said := func(s compare.Standing) string {
		return strings.Join(wording.Given(s.Words, wording.Bracketed(s.Known)), " ")
	}
	for _, m := range d.Moves {
		t.Rows = append(t.Rows, row(m.Title, said(m.From), said(m.To), string(m.Direction)))
	}
	return []Block{t}
}

// causes are the headings of the kinds of change, and what to call one that moved nothing.
var causes = []struct {
	kind  compare.ChangeKind
	title string
}{
	{compare.ChangedFact, "Changed facts"},
	{compare.ChangedFile, "Changed in an organisation's own file"},
	{compare.ChangedAnswer, "Changed answers"},
	{compare.NewEvidence, "Evidence"},
	{compare.MovedDay, "The day on which it is true"},
	{compare.NewCatalogue, "The catalogue"},
	{compare.Reworded, "Wording (nothing is rated by it)"},
}

// why lists what changed, kind by kind, each with the criteria that moved for it.
func why(d *compare.Difference) []Block {
	var b blocks
	for _, k := range causes {
		var in blocks
		for _, c := range d.Changes {
			if c.Kind == k.kind {
				in.add(change(d, &c))
			}
		}
		if len(in) > 0 {
			b.heading(k.title)
			b.add(Below{in})
		}
	}
	return b
}

// manyCriteria is from how many criteria on they are counted and not listed under each change.
const manyCriteria = 6

func change(d *compare.Difference, c *compare.Change) Item {
	of := c.New
	if of == nil {
		of = c.Old
	}
	place := ""
	if of.Place != (source.Position{}) {
		place = of.Place.String()
	}
	var in blocks
	if c.Kind == compare.NewCatalogue || len(c.Criteria) > manyCriteria {
		if n := len(c.Criteria); n > 0 {
			in.say(faint(wording.Count(n, "criterion", "criteria") + " moved for it; see below"))
		}
	} else {
		for _, id := range c.Criteria {
			if m := movedCriterion(d, id); m != nil {
				in.add(Item{Bullet: Bullet{Kind: Dot}, Text: wording.Text{faint(m.Title + ": " + way(m))}})
			}
		}
	}
	it := item(plain(of.Label+":"), plain(turned(c)), faint(wording.Bracketed(place)))
	it.Below = []Block{Below{in}}
	return it
}

// turned says what a place said and what it says.
func turned(c *compare.Change) string {
	was, is := "", ""
	if c.Old != nil {
		was = cmp.Or(c.Old.Value, "stated")
	}
	if c.New != nil {
		is = cmp.Or(c.New.Value, "stated")
	}
	on := func(s *compare.Said) string { return cmp.Or(wording.And(s.Evidence), "nothing") }
	switch {
	case c.Old == nil:
		return "new: " + is
	case c.New == nil:
		return "no longer: " + was
	case c.Kind == compare.NewEvidence && !slices.Equal(c.Old.Evidence, c.New.Evidence):
		return strings.Join(wording.Given(c.New.Value, "was on "+on(c.Old)+", is on "+on(c.New)), "; ")
	case c.Kind == compare.Reworded:
		return `was "` + was + `", is "` + is + `"`
	}
	text := "was " + was + ", is " + is
	if !slices.Equal(c.Old.Evidence, c.New.Evidence) {
		text += "; evidence was " + on(c.Old) + ", is " + on(c.New)
	}
	return text
}

func movedCriterion(d *compare.Difference, id string) *compare.Criterion {
	for i := range d.Criteria {
		if d.Criteria[i].ID == id {
			return &d.Criteria[i]
		}
	}
	return nil
}

// way is a criterion's way from one status to another; where only the documents behind it changed, that.
func way(c *compare.Criterion) string {
	if c.From == c.To {
		return c.To.String() + ", " + string(c.Direction)
	}
	return cmp.Or(c.From.String(), dash) + " " + arrow + " " + cmp.Or(c.To.String(), dash)
}

// criteriaMoved are the criteria that moved, with the kinds of change that moved them.
func criteriaMoved(d *compare.Difference) []Block {
	if len(d.Criteria) == 0 {
		return nil
	}
	t := Table{Columns: []Column{{Title: "criterion", Wide: true}, {Title: "was"}, {Title: "is"}, {Title: "for a change of", Wide: true}}}
	for i := range d.Criteria {
		c := &d.Criteria[i]
		was, is := status(c.From), status(c.To)
		if c.From == c.To {
			was, is = cell(c.From.String()), cell(string(c.Direction))
		}
		t.Rows = append(t.Rows, []wording.Text{cell(c.Title), was, is, cell(wording.And(enum.Words(c.Causes)))})
	}
	return []Block{t}
}

// documentMoved are the findings that came and went, and evidence that went out of date.
func documentMoved(d *compare.Difference) []Block {
	var b blocks
	for _, part := range []struct {
		title string
		of    []compare.Finding
	}{{"New findings", d.Appeared}, {"Findings gone", d.Gone}} {
		if len(part.of) == 0 {
			continue
		}
		var in blocks
		for _, f := range part.of {
			in.add(item(strong(string(f.Kind)+":"), plain(wording.Sentence(f.Text)), faint(wording.Bracketed(f.Place))))
		}
		b.heading(part.title)
		b.add(Below{in})
	}
	if len(d.Stale) == 0 {
		return b
	}
	var in blocks
	for i := 0; i < len(d.Stale); {
		s, of := d.Stale[i], []string{}
		for ; i < len(d.Stale) && d.Stale[i].From == s.From && d.Stale[i].To == s.To && slices.Equal(d.Stale[i].Because, s.Because); i++ {
			of = append(of, d.Stale[i].Evidence)
		}
		text := "out of date now, " + s.To
		if s.To == "" {
			text = "no longer out of date; was " + s.From
		}
		in.add(item(plain(wording.And(of)+":"), plain(text), faint(wording.Bracketed(wording.And(s.Because)))))
	}
	b.heading("Evidence in time")
	b.add(Below{in})
	return b
}

// steps lists what got worse, or what got better, or says that nothing did.
func steps(all []compare.Step, none string) []Block {
	var b blocks
	if len(all) == 0 {
		b.say(plain(none))
	}
	for _, s := range all {
		if s.Of == compare.OfContradiction {
			b.add(item(strong("contradiction:"), plain(wording.Sentence(s.Title)), faint(wording.Sentence(s.To))))
			continue
		}
		b.add(item(plain(s.Title+":"), plain("was "+s.From+", is "+s.To)))
	}
	return b
}
