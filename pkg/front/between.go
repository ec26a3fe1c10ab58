package front

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// sharedUnknown asks what the two would share, where something that the document states is not asked until that is told.
func (p *page) sharedUnknown() []item {
	var at []*proposal.Value
	for _, u := range p.j.Unheard() {
		if p.j.WaitsForWhatIsShared(&u) {
			at = append(at, u.Statements...)
		}
	}
	if len(at) == 0 {
		return nil
	}
	for i := range p.j.Criteria {
		if c := &p.j.Criteria[i]; c.Kind == catalogue.Opening && !c.Status().Known() {
			return []item{{text: p.named(c.Criterion, c.Asks), at: at, who: p.of(c.Of, nil), criteria: []*judge.Criterion{c}}}
		}
	}
	return nil
}

// successes asks whether what each of the two calls a success is one thing, where both say what it is and nobody has said that.
func (p *page) successes() []item {
	one, two := p.j.Doc.Organisations[0].Own(paths.Success), p.j.Doc.Organisations[1].Own(paths.Success)
	if one.String() == "" || two.String() == "" || strings.EqualFold(one.String(), two.String()) {
		return nil
	}
	var c *judge.Criterion
	for i := range p.j.Criteria {
		if p.j.Criteria[i].ID == catalogue.SuccessAligned {
			c = &p.j.Criteria[i]
		}
	}
	x := item{at: []*proposal.Value{one, two}, quotes: []string{one.String(), two.String()}, who: p.of("chair", nil)}
	if c != nil {
		if c.Status().Known() || c.Standing.Disputed() {
			return nil
		}
		x.criteria = []*judge.Criterion{c}
	}
	x.text = "Whether the two want one thing: to " + p.names[0] + " success is “" + strings.TrimSuffix(one.String(), ".") + "”, to " + p.names[1] + " “" + strings.TrimSuffix(two.String(), ".") + "”"
	return []item{x}
}

// fromBoth asks of money that comes from both what each pays.
func (p *page) fromBoth() []item {
	var all []item
	for _, f := range p.j.Doc.Root.Find(paths.Funding).Stated() {
		if amount := f.At(paths.Amount); amount.Known() && strings.HasPrefix(strings.ToLower(f.At(paths.From).String()), "both ") {
			all = append(all, item{text: "What each of the two pays of the " + p.sum(amount.Number), at: []*proposal.Value{f}, who: p.of("finance", nil)})
		}
	}
	return all
}
