package front

import (
	"strconv"

	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// notApplying gives the criteria that would count and are set aside as not applicable, and how many count or would.
func (p *page) notApplying() (aside []*judge.Criterion, all int) {
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		if !c.Kind.Counts() || past(c) {
			continue
		}
		all++
		if c.Standing.Decided == result.ByNotApplying && c.Status() == rating.NotApplicable {
			aside = append(aside, c)
		}
	}
	return aside, all
}

// mostlySetAside reports whether half of what would count, or more, is set aside as not applicable: what is left is
// then no judgement of the proposal.
func (p *page) mostlySetAside() bool {
	aside, all := p.notApplying()
	return all > 0 && 2*len(aside) >= all
}

// countSetAside says how much is set aside: 30 of the 52 things that would count are.
func (p *page) countSetAside() string {
	aside, all := p.notApplying()
	return strconv.Itoa(len(aside)) + " of the " + strconv.Itoa(all) + " things that would count " + wording.Verb(len(aside), "is", "are")
}

// namedAside is how many of what is set aside are named.
const namedAside = 3

// setAsides tells that half of what would count, or more, is set aside, with the essential of it by name and the
// reason where it is one for all.
func (p *page) setAsides() []item {
	if !p.mostlySetAside() {
		return nil
	}
	aside, _ := p.notApplying()
	x := item{class: essentialNotMet, weight: len(aside), criteria: aside}
	var names []string
	reason, one := "", true
	for _, c := range aside {
		if a := p.answer(c); a != nil {
			x.at = append(x.at, a)
			one = one && (reason == "" || reason == a.Because)
			reason = a.Because
		}
		if len(names) < namedAside {
			names = append(names, "“"+p.named(c.Criterion, c.Title)+"”")
		}
	}
	x.text = p.countSetAside() + " set aside as not applicable"
	if len(aside) > len(names) {
		x.text += ", among them " + wording.And(names)
	} else {
		x.text += ": " + wording.And(names)
	}
	if one && besides(reason) != "" {
		x.text += "; the reason for each is “" + p.within(reason) + "”"
		x.quotes = append(x.quotes, reason)
	}
	x.text = wording.Sentence(x.text)
	return []item{x}
}

// disowns reports whether a statement says plainly that something is not so.
func disowns(v *proposal.Value) bool {
	return v.Is(string(proposal.No)) || v.State == proposal.None
}
