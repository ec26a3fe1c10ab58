package front

import (
	"cmp"
	"strings"
	"unicode/utf8"

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
		if sums[status] > penny && (status != "sought" || sums[status] <= cost.Number+penny) { // money for more than this says nothing of it
			parts = append(parts, p.sum(sums[status])+" is "+status)
		}
	}
	open := cost.Number - sums["agreed"] - sums["sought"]
	if len(parts) == 0 && sums["sought"] == 0 {
		parts = append(parts, "no source of it is named")
		open = 0
	} else if sums["agreed"] <= penny {
		parts = append([]string{"none of it is agreed"}, parts...)
	}
	if open > penny && sums["refused"] <= penny {
		parts = append(parts, p.sum(open)+" is nobody's")
	}
	x := item{
		text: p.sum(cost.Number) + " is needed: " + strings.TrimSuffix(wording.And(parts), ".") + ".", at: at, class: sumAtStake, ofMoney: true,
		weight: int(cost.Number - sums["agreed"]), questions: []string{p.j.Cat.Showing(catalogue.TakingOn).ID},
	}
	for _, f := range funding.Stated() { // on what the money hangs
		because := cmp.Or(f.Because, because(f.At(paths.Status)))
		hangs := wording.Sentence(because)
		if from := f.At(paths.From).String(); len(funding.Items) > 1 && from != "" && !p.namesBody(because) {
			hangs = p.after(from, because)
		}
		if text := x.text + " " + hangs; because != "" && utf8.RuneCountInString(text) <= long && !pronoun(because) {
			x.text, x.quotes = text, append(x.quotes, because)
			break
		}
	}
	return []item{x}
}
