package front

import (
	"slices"
	"strings"

	"partner/pkg/judge"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// departures tells what the boards go on without, on the record: what is essential by its name, the rest by how much it
// is, and what the whole would be with them. It stands with the decision and never gives way. Where the page is full it is
// told in fewer words, and what is essential still by its name; only where all else has given way, by how much it is.
func (p *page) departures() []result.FrontLine {
	var x item
	var names, until, essential []string // what is essential: by its name, with its day, and with who departs from it
	others, astray := 0, []*judge.Departure{}
	var other *judge.Departure // the gravest of the others
	for i := range p.j.Departures {
		d := &p.j.Departures[i]
		x.at = append(x.at, d.Entry)
		switch {
		case d.State() != result.InForce:
			astray = append(astray, d)
		case d.At >= 0 && p.j.Criteria[d.At].Gate():
			c := &p.j.Criteria[d.At]
			x.criteria = append(x.criteria, c)
			name := p.named(c.Criterion, c.Short)
			names, until = append(names, name), append(until, name+" (until "+d.Entry.At(paths.Until).InWords()+")")
			essential = append(essential, name+" ("+p.j.DepartureWords(d)+")")
		default:
			others++
			if other == nil || d.At >= 0 && (other.At < 0 || p.j.Criteria[d.At].Weight("") > p.j.Criteria[other.At].Weight("")) {
				other = d
			}
		}
	}
	if len(p.j.Departures) == 0 {
		return nil
	}
	count := countGone(len(names) > 0, others, len(astray))
	inFull, inBrief := count, count
	if other != nil {
		inFull = append([]string{p.besides(other, len(names) > 0, others, p.j.DepartureWords(other))}, count[1:]...)
		inBrief = append([]string{p.besides(other, len(names) > 0, others, "until "+other.Entry.At(paths.Until).InWords())}, count[1:]...)
	}
	if gravest := p.gravestGone(astray); gravest != nil { // what is astray is told last
		inFull = append(slices.Clone(inFull[:len(inFull)-1]), p.gone(gravest, len(astray), p.j.DepartureWords(gravest)))
		inBrief = append(slices.Clone(inBrief[:len(inBrief)-1]), p.gone(gravest, len(astray), ""))
	}
	with, rates := "", ""
	if w := p.r.Departing; w != nil {
		with = "They are left out of every rating here; with those in force the whole would be: " + w.Overall.Words + "."
		rates = "Left out of the ratings; with those in force: " + rated(w.Overall.Rating) + "."
	}
	told := func(of, count []string, rates string) string {
		said := append([]string{}, count...)
		if len(of) > 0 {
			said = append([]string{"What is essential: " + strings.Join(of, "; ") + "."}, said...)
		}
		return strings.Join(append(said, wording.Given(rates)...), " ")
	}
	x.text = told(essential, inFull, with)
	few := names
	if len(names) > 1 {
		few = []string{wording.Things(len(names), "thing")}
	}
	x.shorter = []string{told(until, inBrief, rates), told(names, inBrief, ""), told(few, count, "")}
	return p.labelled("Goes without", x)
}

// gravestGone gives, of the departures that do not count, the gravest that something stands against: one whose day has
// passed before one that does not say all, what is essential before what rates, and what rates before the rest; nil where
// there is nothing to depart from.
func (p *page) gravestGone(astray []*judge.Departure) *judge.Departure {
	weight := func(d *judge.Departure) int {
		w := 0
		if d.State() == result.Expired {
			w += 1000
		}
		if d.At >= 0 {
			w += 100 + p.j.Criteria[d.At].Weight("")
		}
		return w
	}
	var gravest *judge.Departure
	for _, d := range astray {
		if d.Idle == "" && (gravest == nil || weight(d) > weight(gravest)) {
			gravest = d
		}
	}
	return gravest
}

// from says from what a departure departs.
func (p *page) from(d *judge.Departure) string {
	switch {
	case d.Of != nil:
		return p.named(d.Of, d.Of.Short)
	case d.Element != nil:
		return d.Element.Title
	}
	return lowerInitial(strings.TrimSuffix(strings.ReplaceAll(d.Rule.Text, "{item}", "an entry"), "."))
}

// besides names the gravest of so many that are not essential, with how or how long it is gone without.
func (p *page) besides(d *judge.Departure, essential bool, of int, how string) string {
	name := p.from(d) + " (" + how + ")"
	switch {
	case essential:
		return wording.Upper(wording.Number(of)) + " more, the gravest: " + name + "."
	case of == 1:
		return wording.Upper(name) + "."
	}
	return wording.Upper(wording.Things(of, "thing")) + " that are asked, the gravest: " + name + "."
}

// gone says of one of so many departures that do not count from what it is, and in full why.
func (p *page) gone(d *judge.Departure, of int, why string) string {
	name := p.from(d)
	if until := d.Entry.At(paths.Until); why == "" && d.State() == result.Expired {
		why = "until " + until.InWords() + ", passed"
	}
	name = strings.TrimSpace(name + " " + wording.Bracketed(why))
	if of == 1 {
		return "One departure does not count: " + name + "."
	}
	return wording.Upper(wording.Things(of, "departure")) + " do not count, the gravest: " + name + "."
}

// countGone says how much that is not essential is gone without, and how many departures do not count.
func countGone(besides bool, others, astray int) []string {
	var said []string
	switch {
	case others > 0 && besides:
		said = append(said, wording.Upper(wording.Number(others))+" more.")
	case others > 0:
		said = append(said, wording.Upper(wording.Things(others, "thing"))+" that "+wording.Verb(others, "is", "are")+" asked.")
	}
	if astray > 0 {
		said = append(said, wording.Upper(wording.Things(astray, "departure"))+wording.Verb(astray, " does", " do")+" not count.")
	}
	return said
}

// departed says beside a line that tells of something essential that it is departed from, until a day.
func (p *page) departed(x *item) string {
	if len(x.criteria) == 0 || !x.criteria[0].Gate() {
		return ""
	}
	d := p.j.Departed(x.criteria[0])
	if d == nil {
		return ""
	}
	return " " + wording.Sentence("gone without, on the record, until "+d.Entry.At(paths.Until).InWords())
}
