package front

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// shortfall tells how much of what it costs nobody has agreed to pay, where the cost is stated and each sum of the money:
// £5.2m is needed: £1m is agreed, £2m is sought, and £2.2m is nobody's.
func (p *page) shortfall() []item {
	root := p.j.Doc.Root
	cost, funding := root.Find(paths.TotalCost), root.Find(paths.Funding)
	if !cost.Known() || len(cost.Views) > 0 || !funding.Known() || len(funding.Stated()) < len(funding.Items) {
		return nil
	}
	at := []*proposal.Value{cost}
	sums := map[string]float64{}
	for _, f := range funding.Stated() {
		amount, status := f.At(paths.Amount), f.At(paths.Status)
		if !amount.Known() || !status.Known() || len(amount.Views)+len(status.Views) > 0 {
			return nil
		}
		sums[status.Word] += amount.Number
		at = append(at, f)
	}
	const penny = 0.005
	if sums["agreed"] >= cost.Number-penny {
		return nil
	}
	var parts []string
	for _, status := range []string{"agreed", "sought", "refused"} {
		if sums[status] > penny {
			parts = append(parts, p.sum(sums[status])+" is "+status)
		}
	}
	if sums["agreed"] <= penny {
		parts = append([]string{"none of it is agreed"}, parts...)
	}
	if open := cost.Number - sums["agreed"] - sums["sought"]; open > penny && sums["refused"] <= penny {
		parts = append(parts, p.sum(open)+" is nobody's")
	}
	return []item{{
		text: p.sum(cost.Number) + " is needed: " + strings.TrimSuffix(wording.And(parts), ".") + ".", at: at, class: sumAtStake, ofMoney: true,
		weight: int(cost.Number - sums["agreed"]), questions: []string{p.j.Cat.Showing(catalogue.TakingOn).ID},
	}}
}
