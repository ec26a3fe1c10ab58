package outline

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/compare"
	"partner/pkg/internal/enum"
	"partner/pkg/rating"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// Difference is the page of what moved between two states of a proposal. What moved nothing is counted.
func Difference(d *compare.Difference) Outline { return difference(d, false) }

// FullDifference is the page with everything that changed.
func FullDifference(d *compare.Difference) Outline { return difference(d, true) }

func difference(d *compare.Difference, full bool) Outline {
	d = cleaned(d)
	o := Outline{Sections: []Section{{"moved", "What moved", []Block{sides(d), Break{}, says(plain(d.Sentence))}}}}
	if d.Empty {
		return o
	}
	o.add("ratings", "Ratings", ratingsMoved(d))
	o.add("why", "Why", why(d))
	o.add("criteria", "Criteria that moved", criteriaMoved(d))
	o.add("departures", "Departures come and gone", departuresMoved(d))
	o.add("document", "About the document", documentMoved(d))
	o.add("rest", "What else changed", rest(d, full))
	o.add("worse", "What got worse", steps(d.Worse, nothingWorse(d)))
	o.add("better", "What got better", steps(d.Better, ""))
	return o
}

// sides names the two.
func sides(d *compare.Difference) Terms {
	side := func(name string, s compare.Side) Term {
		return Term{Name: faint(name), Text: wording.Text{plain(phrases(s.Title, asOf(s.AsOf), s.File))}, Below: laidOver(&s.Catalogue)}
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

// why lists the changes that moved criteria under the questions that these belong to, each with those that it
// moved; first those that moved too many for that, last those for which evidence went out of date.
func why(d *compare.Difference) []Block {
	var across blocks
	for i := range d.Changes {
		if c := &d.Changes[i]; len(c.Criteria) > manyCriteria {
			across.add(change(d, c, c.Criteria))
		}
	}
	var b blocks
	group := func(title string, in []Block) {
		if len(in) > 0 {
			b.heading(title)
			b.add(Below{in})
		}
	}
	group("Across the questions", across)
	under := func(question string) []Block {
		var in blocks
		for i := range d.Changes {
			c := &d.Changes[i]
			var moved []string
			for _, id := range c.Criteria {
				if m := movedCriterion(d, id); m != nil && home(m) == question {
					moved = append(moved, id)
				}
			}
			if len(moved) > 0 && len(c.Criteria) <= manyCriteria {
				in.add(change(d, c, moved))
			}
		}
		return in
	}
	for _, q := range d.Asked {
		group(q.Title, under(q.ID))
	}
	group("Of no question", under(""))
	var aged blocks
	for i := range d.Changes {
		if c := &d.Changes[i]; len(c.Criteria) == 0 && agesEvidence(d, c) {
			aged.add(change(d, c, nil))
		}
	}
	group("Evidence in time", aged)
	return b
}

// agesEvidence reports whether evidence went out of date for a change, or is no longer so.
func agesEvidence(d *compare.Difference, c *compare.Change) bool {
	of := c.New
	if of == nil {
		of = c.Old
	}
	return slices.ContainsFunc(d.Stale, func(s compare.Staleness) bool { return slices.Contains(s.Because, of.Path) })
}

// home is the question under which a criterion is told, or nothing.
func home(c *compare.Criterion) string {
	if len(c.Questions) == 0 {
		return ""
	}
	return c.Questions[0]
}

// kinds are the kinds of change: their headings, and how one and several are called.
var kinds = []struct {
	kind             compare.ChangeKind
	title, one, many string
}{
	{compare.ChangedFact, "Facts", "fact", "facts"},
	{compare.ChangedFile, "Facts in an organisation's own file", "fact in an organisation's own file", "facts in an organisation's own file"},
	{compare.ChangedAnswer, "Answers", "answer", "answers"},
	{compare.ChangedDeparture, "Departures", "departure", "departures"},
	{compare.NewEvidence, "Evidence", "change of evidence", "changes of evidence"},
	{compare.MovedDay, "The day on which it is true", "day on which it is true", "days on which it is true"},
	{compare.NewCatalogue, "The catalogue", "catalogue", "catalogues"},
	{compare.Reworded, "Wording (nothing is rated by it)", "wording", "wordings"},
}

// fewStill is how many changes that moved no criterion are told one by one, though not all is to be told.
const fewStill = 12

// rest tells of the changes that moved no criterion: which or, of many, how many of each kind.
func rest(d *compare.Difference, full bool) []Block {
	var b blocks
	var counts []string
	still := 0
	if !full {
		n := 0
		for i := range d.Changes {
			if c := &d.Changes[i]; len(c.Criteria) == 0 && !agesEvidence(d, c) {
				n++
			}
		}
		full = n <= fewStill
	}
	for _, k := range kinds {
		var in blocks
		for i := range d.Changes {
			if c := &d.Changes[i]; c.Kind == k.kind && len(c.Criteria) == 0 && !agesEvidence(d, c) {
				in.add(change(d, c, nil))
			}
		}
		if len(in) == 0 {
			continue
		}
		still += len(in)
		counts = append(counts, wording.Count(len(in), k.one, k.many))
		if full {
			b.heading(k.title)
			b.add(Below{in})
		}
	}
	if still == 0 || full {
		return b
	}
	return []Block{says(plain(wording.Count(still, "change", "changes")+" moved nothing: "+wording.And(counts)+"."), faint("--full lists "+wording.Verb(still, "it", "them")+"."))}
}

// nothingWorse says that nothing got worse, as far as that is so.
func nothingWorse(d *compare.Difference) string {
	if d.Stages != nil {
		return "No criterion stands worse and no contradiction is new; the ratings are not compared."
	}
	var but []string
	for _, m := range d.Moves {
		switch m.Direction {
		case compare.Worsened, compare.MayLess, compare.Wider, compare.Mixed:
			but = append(but, m.Title+" ("+string(m.Direction)+")")
		}
	}
	if len(but) > 0 {
		return "No low end is lower, no criterion stands worse and no contradiction is new. But these moved: " + strings.Join(but, ", ") + "."
	}
	unmet := 0 // that were not known before, or did not apply
	for _, c := range d.Criteria {
		if c.From == c.To || c.From != compare.NoPart && rating.Status(c.From) != rating.Unknown {
			continue
		}
		if to := rating.Status(c.To); c.To != compare.NoPart && (to == rating.NotMet || to == rating.AtMostPartly || to == rating.Disputed) {
			unmet++
		}
	}
	if unmet > 0 {
		return "Nothing that was known got worse; " + wording.Count(unmet, "criterion is", "criteria are") + " newly known not to be met, or to be disputed."
	}
	if slices.ContainsFunc(d.Changes, func(c compare.Change) bool {
		return len(c.Criteria) == 0 && slices.Contains([]compare.ChangeKind{compare.ChangedFact, compare.ChangedFile, compare.ChangedAnswer}, c.Kind)
	}) {
		return "No rating and no criterion got worse; what else changed is not judged."
	}
	return "Nothing got worse."
}

// manyCriteria is from how many criteria on they are counted and not listed under each change.
const manyCriteria = 6

// change tells of a change, with the criteria that it moved, or those of them that belong there.
func change(d *compare.Difference, c *compare.Change, moved []string) Item {
	of := c.New
	if of == nil {
		of = c.Old
	}
	place := ""
	if of.Place != (source.Position{}) {
		place = of.Place.String()
	}
	var in blocks
	if len(c.Criteria) > manyCriteria {
		if n := len(c.Criteria); n > 0 {
			in.say(faint(wording.Count(n, "criterion", "criteria") + " moved for it; see below"))
		}
	} else {
		for _, id := range moved {
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
	switch { // an entry of a list is called by what it says
	case c.Old == nil && strings.Contains(c.New.Label, "“"+is+"”"):
		return "new"
	case c.Old == nil:
		return "new: " + is
	case c.New == nil && strings.Contains(c.Old.Label, "“"+was+"”"):
		return "gone"
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

// departuresMoved are the departures that came and went.
func departuresMoved(d *compare.Difference) []Block {
	var b blocks
	for _, x := range d.Departures {
		text := x.From + " " + arrow + " " + x.To
		switch {
		case x.From == "":
			text = "new: " + x.To
		case x.To == "":
			text = "gone; was " + x.From
		}
		essential := ""
		if x.Gate {
			essential = "essential"
		}
		b.add(item(strong(wording.Upper(x.Title)+":"), plain(text+"."), faint(wording.Bracketed(essential)), named(x.ID)))
	}
	return b
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
