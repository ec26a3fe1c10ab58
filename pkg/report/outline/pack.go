package outline

import (
	"strings"

	"partner/pkg/pack"
	"partner/pkg/wording"
)

// Pack is the page of a pack of questions: under each person what to ask, what the answer moves, and where in
// the document it goes.
func Pack(p *pack.Pack) Outline {
	p = cleaned(p)
	var b blocks
	b.say(strong(p.Heading()))
	b.say(plain(p.Counted()))
	for _, g := range p.Roles {
		b.add(Break{}, Paragraph{wording.Text{strong(strings.ToUpper(g.Title))}})
		for _, q := range g.Questions {
			var below blocks
			for _, said := range q.Told() {
				below.say(faint(said))
			}
			for _, x := range q.Places {
				place := item(plain(x.Called()+":"), plain(x.Says()))
				if said := x.Stands(); said != "" && x.Asked == 0 {
					place.Below = []Block{says(faint(said))}
				}
				below.add(place)
			}
			it := numbered(q.Number, plain(q.Asks))
			it.Below = below
			b.add(it)
		}
	}
	return Outline{Reference: true, Lead: b}
}
