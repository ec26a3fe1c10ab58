package outline

import (
	"fmt"
	"strings"

	"partner/pkg/compare"
	"partner/pkg/trend"
	"partner/pkg/wording"
)

// Few of what moved a step, and of what is still to be done, are told one by one; the rest is counted.
const (
	fewChanges = 6
	fewDue     = 12
)

// Trend is the page of how a proposal stood over time. Steps that moved nothing are counted.
func Trend(t *trend.Trend) Outline { return trendOf(t, false) }

// FullTrend is the page with everything that moved each step.
func FullTrend(t *trend.Trend) Outline { return trendOf(t, true) }

// TrendPage is either page for what draws pictures: above the table of the states stands how each was rated, one below the
// other, as a range.
func TrendPage(t *trend.Trend, full bool) Outline {
	o := trendOf(t, full)
	t = cleaned(t)
	var over Ranges
	for i := range t.States {
		if s := &t.States[i]; s.Standing != nil && !quiet(t, i, full) {
			over.Of = append(over.Of, rangeOf(s.When, s.Standing.Overall))
		}
	}
	for i := range o.Sections {
		if s := &o.Sections[i]; s.Name == "states" && len(over.Of) > 0 {
			s.Blocks = append([]Block{over}, s.Blocks...)
		}
	}
	return o
}

func trendOf(t *trend.Trend, full bool) Outline {
	t = cleaned(t)
	var b blocks
	b.say(strong(t.Title), faint(wording.Bracketed(t.Of)))
	b.say(plain(t.Sentence))
	b.say(faint(t.Begins))
	b = append(b, laidOver(&t.Catalogue)...)
	o := Outline{Sections: []Section{{"trend", "Over time", b}}}
	o.add("states", "How it stood", states(t, full))
	o.add("steps", "What moved each step", trendSteps(t, full))
	o.add("next", "What comes next", comesNext(t.Next, full))
	o.Closing = wording.Text{faint("All states are judged by today's catalogue " + t.Catalogue.Version + " (" + t.Catalogue.Hash + "), so that what moves is the proposal.")}
	return o
}

// quiet reports whether a state is counted and not listed: nothing that is rated moved, and it is neither the first nor
// the last.
func quiet(t *trend.Trend, i int, full bool) bool {
	s := &t.States[i]
	return !full && i > 0 && i < len(t.States)-1 && s.Step != nil && s.Step.Quiet() && s.Renamed == ""
}

// states are a table of the states.
func states(t *trend.Trend, full bool) []Block {
	table := Table{Columns: []Column{{Title: "day", Least: 10}, {Title: "stage", Least: 8}, {Title: "so far", Least: 12}, {Title: "ends", Wide: true, Least: 12}, {Title: "known"}, {Title: "on documents", Wide: true, Least: 12}, {Title: "state", Wide: true, Least: 12}}}
	var each blocks
	for i := range t.States {
		s := &t.States[i]
		if quiet(t, i, full) {
			continue
		}
		day := cell(s.When)
		if s.Standing == nil {
			table.Rows = append(table.Rows, []wording.Text{day, cell(dash), cell("cannot be judged"), cell(dash), cell(dash), cell(dash), {faint(s.Name)}})
			each.add(item(strong(s.When+":"), plain("cannot be judged"), faint(wording.Bracketed(s.Name))))
			continue
		}
		is := s.Standing
		ends := is.Overall.Low.String()
		if is.Overall.Low != is.Overall.High {
			ends += " to " + is.Overall.High.String()
		}
		n, all := is.Overall.KnownOf()
		known := fmt.Sprintf("%d of %d", n, all)
		table.Rows = append(table.Rows, []wording.Text{day, cell(is.Stage.Is.String()), rated(is.Overall), cell(ends), cell(known), rated(is.Documented), {faint(s.Name)}})
		text := append(wording.Text{strong(s.When + ":")}, rated(is.Overall)...)
		text = append(text, plain("("+is.Stage.Is.String()+"; "+ends+"; "+known+" known); on documents"))
		each.add(Item{Text: append(append(text, rated(is.Documented)...), faint(wording.Bracketed(s.Name)))})
	}
	table.Else = each
	return []Block{table}
}

// trendSteps tells what moved each step.
func trendSteps(t *trend.Trend, full bool) []Block {
	var b blocks
	still := 0
	for i := range t.States {
		s := &t.States[i]
		if s.Step == nil && len(s.Errors) == 0 && s.Renamed == "" {
			continue
		}
		if s.Step != nil && s.Step.Quiet() && s.Renamed == "" && !full {
			still++
			continue
		}
		b.heading(strings.Join(wording.Given(s.When, wording.Bracketed(s.Name)), " "))
		var in blocks
		in.say(plain(s.Renamed))
		for _, e := range s.Errors {
			in.add(item(strong("cannot be judged:"), plain(e)))
		}
		if s.Step != nil {
			stepMoved(&in, s.Step, full)
		}
		b.add(Below{in})
	}
	if still > 0 {
		b.add(Break{})
		b.say(faint("In " + wording.Count(still, "further state", "further states") + " the document changed, and nothing that is rated moved."))
	}
	return b
}

// stepMoved tells what moved a step: the ratings, what the document says otherwise, and what stands better or worse for it.
func stepMoved(in *blocks, s *trend.Step, full bool) {
	in.say(plain(s.Sentence))
	for _, m := range s.Moves {
		if m.ID != "overall" && m.ID != "verdict" && m.From.Words != m.To.Words && full {
			in.add(item(plain(m.Title+":"), plain(m.From.Words+" "+arrow+" "+m.To.Words)))
		}
	}
	list := func(n int, title string, each func(i int) Item) {
		if n == 0 {
			return
		}
		var of blocks
		for i := range n {
			if i == fewChanges && !full && n > fewChanges+1 {
				of.add(Below{[]Block{says(faint(fmt.Sprintf("and %d more; --full lists them", n-i)))}})
				break
			}
			of.add(each(i))
		}
		in.say(strong(title))
		in.add(Below{of})
	}
	list(len(s.Changes), "Because of", func(i int) Item {
		c := &s.Changes[i]
		of := c.New
		if of == nil {
			of = c.Old
		}
		it := item(plain(of.Label+":"), plain(turned(c)))
		if n := len(c.Criteria); n > 1 {
			it.Text = append(it.Text, faint(wording.Bracketed(wording.Count(n, "criterion", "criteria"))))
		}
		return it
	})
	for _, part := range []struct {
		title string
		of    []compare.Step
	}{{"Worse", s.Worse}, {"Better", s.Better}} {
		list(len(part.of), part.title, func(i int) Item {
			x := part.of[i]
			if x.Of == compare.OfContradiction {
				return item(strong("contradiction:"), plain(wording.Sentence(x.Title)))
			}
			return item(plain(x.Title+":"), plain("was "+x.From+", is "+x.To))
		})
	}
	if s.Still > 0 {
		in.say(faint(wording.Count(s.Still, "other change", "other changes") + " moved nothing."))
	}
}

// comesNext tells what is to come.
func comesNext(n *trend.Next, full bool) []Block {
	if n == nil {
		return nil
	}
	var b blocks
	b.say(plain(n.What))
	if len(n.Due) > 0 {
		b.say(plain(wording.Upper(wording.Count(len(n.Due), "condition is", "conditions are")) + " still to be met:"))
	}
	for i, d := range n.Due {
		if i == fewDue && !full && len(n.Due) > fewDue+1 {
			b.say(faint(fmt.Sprintf("and %d more; --full lists them.", len(n.Due)-i)))
			break
		}
		b.add(item(plain(wording.Sentence(d.Title)), faint(wording.Bracketed(strings.Join(wording.Given(string(d.State), d.Who, d.By), "; ")))))
	}
	if n.Rest > 0 {
		b.say(faint(wording.Upper(wording.Count(n.Rest, "criterion", "criteria")) + " not met yet " + wording.Verb(n.Rest, "is", "are") + " due at a later stage."))
	}
	return b
}
