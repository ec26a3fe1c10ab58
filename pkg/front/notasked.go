package front

import (
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// notAsked tells what is stated not to be so and would be rated of a partnership of another type, form or stage: it
// rates nothing here, and is not lost.
func (p *page) notAsked() []item {
	var all []item
	for _, u := range p.j.Unheard() {
		if u.Not == nil {
			continue
		}
		for _, v := range u.Noes {
			p.shown[v] = true
			x := item{at: []*proposal.Value{v}, questions: u.Not.Questions, class: plainNo}
			x.text = wording.Sentence(wording.Upper(p.named(u.Not, u.Not.Lack)))
			if v.Because != "" {
				x.text = wording.Upper(p.after(p.named(u.Not, u.Not.Lack), v.Because))
				x.quotes = append(x.quotes, v.Because)
			}
			if _, what := entry(v); what != "" && v.Parent.Path() != string(paths.Answers) {
				x.text = p.after(what, x.text)
			}
			x.text += " Not rated here."
			all = append(all, x)
		}
	}
	return all
}
