package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"partner/pkg/compare"
	"partner/pkg/enum"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// WriteDifference prints what moved between two states of a proposal: as text to read, or as JSON, which
// heeds no options.
func WriteDifference(w io.Writer, format string, d *compare.Difference, o Options) error {
	if format == "json" {
		return encode(w, whole(d))
	}
	p := newPage(&result.Result{}, o)
	d = cleaned(d, o.ASCII)
	p.sides(d)
	if !d.Empty {
		p.ratingsMoved(d)
		p.why(d)
		p.criteriaMoved(d)
		p.documentMoved(d)
		p.regression(d)
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// sides names the two, and says in a sentence what moved.
func (p *page) sides(d *compare.Difference) {
	p.section("What moved")
	for _, s := range []struct {
		label string
		of    compare.Side
	}{{"old", d.Old}, {"new", d.New}} {
		asOf := ""
		if s.of.AsOf != "" {
			asOf = "as of " + s.of.AsOf
		}
		p.hang(2, 8, p.quiet(s.label), plain(strings.Join(wording.Given(s.of.Title, asOf, s.of.File), " "+p.dot+" ")))
	}
	p.gap()
	p.text(2, plain(d.Sentence))
}

// ratingsMoved are the ratings and the verdict, before and after.
func (p *page) ratingsMoved(d *compare.Difference) {
	if len(d.Moves) == 0 && d.Typology == nil {
		return
	}
	p.section("Ratings")
	var rows [][]string
	if d.Typology != nil {
		rows = append(rows, []string{"Kind", d.Typology.From, d.Typology.To, p.dash})
	}
	for _, m := range d.Moves {
		said := func(s compare.Standing) string {
			return strings.Join(wording.Given(s.Words, wording.Bracketed(s.Known)), " ")
		}
		rows = append(rows, []string{m.Title, said(m.From), said(m.To), string(m.Direction)})
	}
	p.table(2, []column{{title: ""}, {title: "was", wide: true}, {title: "is", wide: true}, {title: "which is"}}, rows)
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
func (p *page) why(d *compare.Difference) {
	if len(d.Changes) == 0 {
		return
	}
	p.section("Why")
	for _, k := range causes {
		started := false
		for _, c := range d.Changes {
			if c.Kind != k.kind {
				continue
			}
			if !started {
				p.heading(2, k.title)
				started = true
			}
			p.change(d, &c)
		}
	}
}

func (p *page) change(d *compare.Difference, c *compare.Change) {
	at := c.New
	if at == nil {
		at = c.Old
	}
	place := ""
	if at.Place != (source.Position{}) {
		place = at.Place.String()
	}
	p.item(4, plain(p.dash), plain(at.Label+":"), plain(turned(c)), p.quiet(wording.Bracketed(place)))
	if c.Kind == compare.NewCatalogue || len(c.Criteria) > manyCriteria {
		if n := len(c.Criteria); n > 0 {
			p.text(8, p.quiet(fmt.Sprintf("%s moved for it; see below", wording.Count(n, "criterion", "criteria"))))
		}
		return
	}
	for _, id := range c.Criteria {
		if m := movedCriterion(d, id); m != nil {
			p.hang(8, 10, p.quiet(p.dot), p.quiet(m.Title+": "+p.step(m)))
		}
	}
}

// manyCriteria is from how many criteria on they are counted and not listed under each change.
const manyCriteria = 6

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

// step is a criterion's way from one status to another; where only the documents behind it changed, that.
func (p *page) step(c *compare.Criterion) string {
	if c.From == c.To {
		return c.To.String() + ", " + string(c.Direction)
	}
	return cmp.Or(c.From.String(), p.dash) + " " + p.arrow + " " + cmp.Or(c.To.String(), p.dash)
}

// criteriaMoved are the criteria that moved, with the kinds of change that moved them.
func (p *page) criteriaMoved(d *compare.Difference) {
	if len(d.Criteria) == 0 {
		return
	}
	p.section("Criteria that moved")
	var rows [][]string
	for i := range d.Criteria {
		c := &d.Criteria[i]
		why := wording.And(enum.Words(c.Causes))
		if c.From == c.To {
			rows = append(rows, []string{c.Title, c.From.String(), string(c.Direction), why})
			continue
		}
		rows = append(rows, []string{c.Title, p.signed(c.From), p.signed(c.To), why})
	}
	p.table(2, []column{{title: "criterion", wide: true}, {title: "was"}, {title: "is"}, {title: "for a change of", wide: true}}, rows)
}

func (p *page) signed(status compare.Status) string {
	return strings.TrimSpace(p.signs[rating.Status(status)] + " " + cmp.Or(status.String(), p.dash))
}

// documentMoved are the findings that came and went, and evidence that went out of date.
func (p *page) documentMoved(d *compare.Difference) {
	if len(d.Appeared)+len(d.Gone)+len(d.Stale) == 0 {
		return
	}
	p.section("About the document")
	for _, part := range []struct {
		title string
		of    []compare.Finding
	}{{"New findings", d.Appeared}, {"Findings gone", d.Gone}} {
		if len(part.of) > 0 {
			p.heading(2, part.title)
		}
		for _, f := range part.of {
			p.item(4, plain(p.dash), p.bold(string(f.Kind)+":"), plain(wording.Sentence(f.Text)), p.quiet(wording.Bracketed(f.Place)))
		}
	}
	if len(d.Stale) > 0 {
		p.heading(2, "Evidence in time")
	}
	for i := 0; i < len(d.Stale); {
		s, of := d.Stale[i], []string{}
		for ; i < len(d.Stale) && d.Stale[i].From == s.From && d.Stale[i].To == s.To && slices.Equal(d.Stale[i].Because, s.Because); i++ {
			of = append(of, d.Stale[i].Evidence)
		}
		text := "out of date now, " + s.To
		if s.To == "" {
			text = "no longer out of date; was " + s.From
		}
		p.item(4, plain(p.dash), plain(wording.And(of)+":"), plain(text), p.quiet(wording.Bracketed(wording.And(s.Because))))
	}
}

// regression lists what got worse and what got better.
func (p *page) regression(d *compare.Difference) {
	for _, part := range []struct {
		title, none string
		of          []compare.Step
	}{{"What got worse", "Nothing got worse.", d.Worse}, {"What got better", "", d.Better}} {
		if len(part.of) == 0 && part.none == "" {
			continue
		}
		p.section(part.title)
		if len(part.of) == 0 {
			p.text(2, plain(part.none))
		}
		for _, s := range part.of {
			if s.Of == compare.OfContradiction {
				p.item(2, plain(p.dash), p.bold("contradiction:"), plain(wording.Sentence(s.Title)), p.quiet(wording.Sentence(s.To)))
				continue
			}
			p.item(2, plain(p.dash), plain(s.Title+":"), plain("was "+s.From+", is "+s.To))
		}
	}
}
