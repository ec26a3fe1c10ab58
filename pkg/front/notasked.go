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
			if f := p.factOf(v); f != nil && !p.shown[v] && f.tone != good && !p.isGround(f) { // told as the fact that it is
				f.says, f.tail = f.says+" (not rated here)", f.tail+" (not rated here)"
				continue
			}
			p.shown[v] = true
			x := item{at: []*proposal.Value{v}, questions: u.Not.Questions, class: plainNo, text: p.named(u.Not, u.Not.Lack)}
			at, what := entry(v)
			switch answer := v.Parent.Path() == string(paths.Answers); {
			case answer && v.Because != "":
				x.text = p.after(x.text, v.Because)
			case v.Because != "":
				x.text = v.Because
			case at != nil && !answer:
				x.text = p.after(what, x.text)
			}
			if v.Because != "" {
				x.quotes = append(x.quotes, v.Because)
			}
			x.text = wording.Sentence(wording.Upper(x.text)) + " Not rated here."
			all = append(all, x)
		}
	}
	return all
}
