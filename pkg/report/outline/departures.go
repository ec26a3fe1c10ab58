package outline

import (
	"strings"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// departures tells what the boards go on without, on the record, and the ratings with it beside those without.
func (p *report) departures() []Block {
	if len(p.r.Departures) == 0 {
		return nil
	}
	var b blocks
	b.say(faint("A departure changes no status: the ratings of this report, its verdict and what is essential are without them."))
	p.withAndWithout(&b)
	for _, s := range result.DepartureStates {
		first := true
		for i := range p.r.Departures {
			d := &p.r.Departures[i]
			if d.State != s {
				continue
			}
			if first {
				b.heading(wording.Upper(string(s)))
				first = false
			}
			b.add(p.departing(d))
		}
	}
	return b
}

// withAndWithout sets the ratings that differ beside each other, the whole and the verdict in any case.
func (p *report) withAndWithout(b *blocks) {
	w := p.r.Departing
	if w == nil {
		b.say(plain("None of them bears on a rating now."))
		return
	}
	b.say(plain(w.Sentence))
	t := Table{Columns: []Column{{Title: "rating", Wide: true}, {Title: "without", Wide: true}, {Title: "with", Wide: true}}}
	add := func(name string, without, with result.Rating, always bool) {
		if always || without.Words != with.Words {
			t.Rows = append(t.Rows, []wording.Text{cell(name), inFull(without), inFull(with)})
		}
	}
	add("the whole", p.r.Overall.Rating, w.Overall.Rating, true)
	add("context", p.r.Context.Rating, w.Context, false)
	add("enablers", p.r.Enablers.Rating, w.Enablers, false)
	if p.r.For == "" { // otherwise the questions are answered by one board alone
		for i, q := range p.r.Questions {
			add(q.Title, q.Rating, w.Questions[i], false)
		}
	}
	t.Rows = append(t.Rows, row("verdict", p.r.Verdict.Sentence, w.Verdict))
	b.add(Break{}, t)
}

// departing is a departure: from what, whether that is essential, why, by whom and until when.
func (p *report) departing(d *result.Departure) Item {
	text := wording.Text{strong(wording.Sentence(d.Title))}
	if d.Status != rating.NoStatus {
		said := d.Status.String()
		if d.Gate {
			said = "essential; " + said
		}
		text = append(text, plain(wording.Sentence(said)))
	}
	var in blocks
	in.say(plain(wording.Sentence(d.Words)))
	in.say(plain(wording.Sentence(d.Because)))
	if len(d.Evidence) > 0 && !p.board {
		in.say(plain("Evidence: " + strings.Join(d.Evidence, ", ") + "."))
	}
	if !p.board {
		text = append(text, named(d.ID))
		in.say(faint(d.Place.String()))
	}
	it := item(text...)
	it.Below = in
	return it
}

// departure says of a criterion who departs from it until when, and why; it is empty where nobody does.
func (p *report) departure(id string) string {
	d := p.r.Departure(id)
	if d == nil {
		return ""
	}
	return strings.Join(wording.Given(wording.Sentence(d.Words), wording.Sentence(d.Because)), " ")
}

// departed says the same without the reason, as a part of a line.
func (p *report) departed(id string) wording.Part {
	if d := p.r.Departure(id); d != nil {
		return plain("Departed from: " + d.Words + ".")
	}
	return plain("")
}
