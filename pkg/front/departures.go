package front

import (
	"strings"

	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// departures tells what the boards go on without, on the record: what is essential by its name, the rest by how much it
// is, and what the whole would be with them. It stands with the decision, and never gives way.
func (p *page) departures() []result.FrontLine {
	var x item
	var from, essential []string
	others, astray := 0, 0
	for i := range p.j.Departures {
		d := &p.j.Departures[i]
		x.at = append(x.at, d.Entry)
		switch {
		case d.At >= 0 && p.j.Criteria[d.At].Gate():
			c := &p.j.Criteria[d.At]
			x.criteria = append(x.criteria, c)
			essential = append(essential, p.named(c.Criterion, c.Short)+" ("+p.goneWithout(d)+")")
		case d.State() == result.InForce:
			others++
		default:
			astray++
		}
	}
	if len(essential) > 0 {
		from = append(from, "what is essential: "+strings.Join(essential, ", "))
	}
	if others > 0 {
		more := ""
		if len(from) > 0 {
			more = " more"
		}
		from = append(from, wording.Things(others, "thing")+more+" that "+wording.Verb(others, "is", "are")+" asked")
	}
	if len(from) > 0 {
		x.text = wording.Sentence(strings.Join(from, "; and "))
	}
	if astray > 0 {
		x.text = strings.TrimSpace(x.text + " " + wording.Upper(wording.Things(astray, "departure")) + wording.Verb(astray, " does", " do") + " not count.")
	}
	if x.text == "" {
		return nil
	}
	if w := p.r.Departing; w != nil {
		x.text += " Every rating here is without; with what is in force: " + w.Overall.Words + "."
	}
	return p.labelled("Goes without", x)
}

// goneWithout says by whom something is gone without and until when, or why that does not count.
func (p *page) goneWithout(d *judge.Departure) string {
	switch d.State() {
	case result.Incomplete:
		return "which does not count: " + wording.And(d.Lacks) + " not told"
	case result.Expired:
		return "which held until " + untilOf(d).InWords()
	case result.NotNeeded:
		return "which is not needed"
	}
	words := p.j.DepartureWords(d)
	p.told = append(p.told, words)
	return words
}

// departed says beside a line of which something essential is told that it is departed from until a day.
func (p *page) departed(x *item) string {
	if len(x.criteria) == 0 || !x.criteria[0].Gate() {
		return ""
	}
	d := p.j.Departed(x.criteria[0])
	if d == nil {
		return ""
	}
	return " " + wording.Sentence("gone without, on the record, until "+untilOf(d).InWords())
}

func untilOf(d *judge.Departure) *proposal.Value { return d.Entry.At(paths.Until) }
