package outline

import (
	"slices"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// precedents tells the nearest case studies: why near and why not, how it went, what to watch.
func (p *report) precedents() []Block {
	var b blocks
	for i := range p.r.Precedents {
		n := &p.r.Precedents[i]
		if !n.Nearest {
			continue
		}
		if len(b) == 0 {
			b.say(faint("The nearest of the case studies. How one of them went says nothing of how this will go; it says where to look."))
		}
		b.heading(n.Title)
		b.add(Below{p.precedent(n, i == 0)})
	}
	if len(b) == 0 {
		b.say(plain("None of the case studies is near, or too little is known to say which."))
	}
	return b
}

// precedent tells one case: the nearest whole, the others without what was done.
func (p *report) precedent(n *result.Near, whole bool) []Block {
	var b blocks
	b.fact("like this", wording.Sentence(strings.Join(n.Like, ", ")))
	b.fact("unlike", wording.Sentence(strings.Join(n.Unlike, "; ")))
	if whole {
		b.fact("done", n.What)
	}
	b.fact("came of it", n.Outcome)
	b.fact("badly", n.WentBadly)
	told := slices.Concat(n.Shared, n.Had)
	b.facts("lacked too", p.says(n.Shared)...)
	b.facts("had there", p.says(n.Had)...)
	b.facts("to watch", p.says(slices.DeleteFunc(slices.Clone(n.Watch), func(id string) bool { return slices.Contains(told, id) }))...)
	b.fact("source", cites(n.Cites))
	return b
}

// says tells how some criteria stand here.
func (p *report) says(ids []string) []wording.Text {
	var all []wording.Text
	for _, id := range ids {
		if c := p.r.Criterion(id); c != nil {
			all = append(all, wording.Text{plain(wording.Sentence(c.Says)), named(id)})
		}
	}
	return all
}

// promises tells what became elsewhere of promises like those made here.
func (p *report) promises() []Block {
	if len(p.r.Promises) == 0 {
		return nil
	}
	var b blocks
	b.say(faint("Remarks, and no part of any rating: what happened to others is no measure of what will happen here."))
	for _, x := range p.r.Promises {
		var in blocks
		in.fact("but", wording.Sentence(x.Limits))
		in.fact("source", wording.Sentence(x.Source))
		restsOn(&in, x.Facts)
		it := item(plain(wording.Sentence(x.Text)))
		it.Below = in
		b.add(Break{}, it)
	}
	return b
}
