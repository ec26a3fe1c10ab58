package report

import (
	"cmp"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// conditionGroups are the states of conditions in the order of the result, each with its heading.
var conditionGroups = []struct {
	state result.ConditionState
	title string
}{
	{result.Overdue, "Overdue"},
	{result.Open, "Set, and open"},
	{result.Proposed, "Not set yet"},
	{result.Closed, "Closed"},
}

// conditionList tells what the boards can set as conditions, and what has become of those that are set.
func (p *page) conditionList() {
	if len(p.r.Conditions) == 0 {
		return
	}
	p.section("What the boards can set as conditions")
	p.text(2, p.quiet("Each enabler and element of governance that is not wholly in place, with who sees to it, by when, and what closes it. Once it is set under `conditions`, the next report says what has become of it."))
	for _, g := range conditionGroups {
		first := true
		for i := range p.r.Conditions {
			c := &p.r.Conditions[i]
			if c.State != g.state {
				continue
			}
			if first {
				p.heading(2, g.title)
				first = false
			}
			p.condition(c)
		}
	}
}

func (p *page) condition(c *result.Condition) {
	do := c.Do
	if c.State == result.Closed {
		do = c.Title
	}
	who := cmp.Or(c.Owner, c.Who)
	p.item(2, plain(p.dash), p.bold(wording.Sentence(do)), plain(wording.Sentence(strings.Join(wording.Given(who, c.By), ", "))), p.quiet("["+c.ID+"]"))
	if c.State != "closed" {
		p.text(4, plain("Closed by: "+wording.Sentence(c.Closes)))
	}
	if len(c.Evidence) > 0 {
		p.text(4, plain("Evidence: "+strings.Join(c.Evidence, ", ")+"."))
	}
	if c.Note != "" {
		p.text(4, plain(wording.Sentence(c.Note)))
	}
	if c.Remark != "" {
		p.text(4, p.quiet(p.arrow), plain(wording.Sentence(c.Remark)))
	}
}
