package front

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// opinions tells what the document denies, wholly or in part and with its reason, of what a reader of the sources asks: no
// rating rests on that, and what is said of it may be graver than all that does.
func (p *page) opinions() []item {
	var all []item
	for i := range p.j.Criteria {
		c := &p.j.Criteria[i]
		answer := p.answer(c)
		if c.Kind != catalogue.Opinion || because(answer) == "" || len(answer.Views) > 0 || !not(c) && !half(c) {
			continue
		}
		x := item{at: []*proposal.Value{answer}, criteria: []*judge.Criterion{c}, quotes: []string{answer.Because}, class: plainNo}
		x.text = p.after(wording.Upper(p.named(c.Criterion, c.Lack)), answer.Because)
		if half(c) {
			x.text, x.class = p.after(onlyPart(c)+p.within(p.named(c.Criterion, c.Title)), answer.Because), inPart
		}
		x.text += " Not rated here."
		all = append(all, x)
	}
	return all
}

// reasonsInPart tells what is stated to be so in part, with a reason that no line has told: what is wrong with it stands there.
func (p *page) reasonsInPart(told []item) []item {
	var all []item
	p.j.Doc.Root.Find(paths.Arrangement).Walk(func(v *proposal.Value) {
		half := v.Is("partly") || v.Half() == string(rating.AtMostPartly)
		if !half || v.Because == "" || len(v.Views) > 0 || v.Parent != nil && len(v.Parent.Views) > 0 || slices.ContainsFunc(told, func(x item) bool {
			return slices.Contains(x.quotes, v.Because) || slices.Contains(x.quotes, firstSentence(v.Because))
		}) {
			return
		}
		x := item{text: wording.Sentence(v.Because), at: []*proposal.Value{v}, quotes: []string{v.Because}, class: inPart, questions: p.bearsOn(v)}
		if at, what := entry(v); at != nil && !p.alike(what, v.Because) {
			x.text, x.entry = p.after(what, v.Because), at
		}
		x.text = shortened(x.text)
		all = append(all, x)
	})
	return all
}

// bearsOn gives the question on whose criterion a statement bears, or that of risks for what bears on none.
func (p *page) bearsOn(v *proposal.Value) []string {
	if i, rests := p.bearing[v]; rests {
		return p.j.Criteria[i].Questions
	}
	return []string{p.j.Cat.Showing(catalogue.Risks).ID}
}
