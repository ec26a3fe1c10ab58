package report

import (
	"slices"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// precedents tells the nearest case studies: why near and why not, how it went, what to watch.
func (p *page) precedents() {
	p.section("Cases like this one")
	told := false
	for i := range p.r.Precedents {
		n := &p.r.Precedents[i]
		if !n.Nearest {
			continue
		}
		if !told {
			told = true
			p.text(2, p.quiet("The nearest of the case studies. How one of them went says nothing of how this will go; it says where to look."))
		}
		p.precedent(n, i == 0)
	}
	if !told {
		p.text(2, plain("None of the case studies is near, or too little is known to say which."))
	}
}

// precedent tells one case: the nearest whole, the others without what was done.
func (p *page) precedent(n *result.Near, whole bool) {
	const in = 4
	p.heading(2, n.Title)
	p.field(in, "like this", wording.Sentence(strings.Join(n.Like, ", ")))
	p.field(in, "unlike", wording.Sentence(strings.Join(n.Unlike, "; ")))
	if whole {
		p.field(in, "done", n.What)
	}
	p.field(in, "came of it", n.Outcome)
	p.field(in, "badly", n.WentBadly)
	label := "lacked too"
	for _, id := range n.Shared {
		if c := p.r.Criterion(id); c != nil {
			p.hang(in, in+fieldWidth, p.quiet(label), plain(wording.Sentence(c.Says)), p.quiet("["+id+"]"))
			label = ""
		}
	}
	label = "to watch"
	for _, id := range n.Watch {
		if c := p.r.Criterion(id); c != nil && !slices.Contains(n.Shared, id) {
			p.hang(in, in+fieldWidth, p.quiet(label), plain(wording.Sentence(c.Says)), p.quiet("["+id+"]"))
			label = ""
		}
	}
	p.field(in, "source", p.cites(n.Cites))
}

// promises tells what became elsewhere of promises like those made here.
func (p *page) promises() {
	if len(p.r.Promises) == 0 {
		return
	}
	p.section("What became of such promises elsewhere")
	p.text(2, p.quiet("Remarks, and no part of any rating: what happened to others is no measure of what will happen here."))
	for _, x := range p.r.Promises {
		p.gap()
		p.item(2, plain(p.dash), plain(wording.Sentence(x.Text)))
		p.field(4, "but", wording.Sentence(x.Limits))
		p.field(4, "source", wording.Sentence(x.Source))
		p.facts(4, x.Facts)
	}
}
