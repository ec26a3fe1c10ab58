package front

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// sums set what the two pay beside what they have: a sum above the surplus of one who pays, or a twentieth of its
// turnover.
func (p *page) sums() []item {
	x := item{class: sumAtStake, ofMoney: true, questions: []string{p.j.Cat.Showing(catalogue.TakingOn).ID}}
	own := 0.0
	pays := [2]bool{}
	var sources []string
	for _, f := range p.j.Doc.Root.Find(paths.Funding).Stated() {
		from, amount := f.At(paths.From).String(), f.At(paths.Amount)
		if !amount.Known() || f.At(paths.Status).Is("refused") || !p.ownMoney(from) {
			continue
		}
		own += amount.Number
		for i := range pays {
			pays[i] = pays[i] || from != p.names[1-i]
		}
		if !slices.Contains(sources, from) {
			sources = append(sources, from)
		}
		x.at = append(x.at, f)
	}
	if own == 0 {
		return nil
	}
	var surpluses []string
	var sums []string
	least, turnover := 0.0, 0.0
	known := 0
	some := false // whether the surplus is known of one who pays
	for i, o := range p.j.Doc.Organisations {
		s, t := o.Own(paths.Surplus), o.Own(paths.Turnover)
		if t.Known() && pays[i] && (turnover == 0 || t.Number < turnover) {
			turnover = t.Number
		}
		if !s.Known() {
			continue
		}
		if pays[i] && (!some || s.Number < least) {
			least, some = s.Number, true
		}
		known++
		sums = append(sums, p.sum(s.Number))
		surpluses = append(surpluses, p.name(o)+" had "+p.result(s.Number))
		x.at = append(x.at, s)
	}
	if !(some && own > least || turnover > 0 && own > turnover/20) {
		return nil
	}
	x.text = wording.Upper(wording.And(sources)) + " " + wording.Verb(len(sources)+plural(sources), "pays ", "pay ") + p.sum(own)
	if known == 2 && !slices.ContainsFunc(p.j.Doc.Organisations[:], func(o *proposal.Value) bool { return o.Own(paths.Surplus).Number <= 0 }) {
		x.text += "; their surpluses last year were " + wording.And(sums)
	} else if len(surpluses) > 0 {
		x.text += "; last year " + wording.And(surpluses)
	} else {
		x.text += "; the smaller turnover is " + p.sum(turnover) + " a year"
	}
	x.text += "."
	if saving, at := p.savings(); len(at) > 0 {
		x.text += " " + saving
		x.at = append(x.at, at...)
	}
	return []item{x}
}

// plural is one where a single source stands for several.
func plural(sources []string) int {
	if len(sources) == 1 && several(sources[0]) {
		return 1
	}
	return 0
}

// ownMoney reports whether a source of money is one of the two, or both.
func (p *page) ownMoney(from string) bool {
	if strings.HasPrefix(strings.ToLower(from), "both ") {
		return true
	}
	return p.speaker(from) >= 0 && (from == p.names[0] || from == p.names[1])
}

// savings says what the savings that are promised come to.
func (p *page) savings() (string, []*proposal.Value) {
	total := 0.0
	var at []*proposal.Value
	for _, b := range p.j.Doc.Root.Find(paths.Benefits).Stated() {
		if a := b.At(paths.Amount); a.Known() {
			total += a.Number
			at = append(at, a)
		}
	}
	switch len(at) {
	case 0:
		return "", nil
	case 1:
		return "The one saving is " + p.sum(total) + " a year.", at
	}
	return "The " + wording.Number(len(at)) + " savings come to " + p.sum(total) + " a year.", at
}
