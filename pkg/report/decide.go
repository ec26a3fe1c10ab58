package report

import (
	"fmt"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// mostUnknowns is how many unknowns are told one by one; the rest are in the questions, below.
const mostUnknowns = 8

// settle tells which unknowns decide the rating, and the smallest sets of them that would settle it.
func (p *page) settle() {
	s := p.r.Settle
	p.section("What would settle it")
	p.text(2, plain(s.Sentence))
	for _, set := range s.Sets {
		p.gap()
		p.text(2, p.bold(set.Words))
		p.criteriaOf(set)
	}
	if len(s.Ranked) == 0 {
		return
	}
	p.heading(2, "What to ask, the most decisive first")
	for i, d := range s.Ranked {
		if i == mostUnknowns {
			p.text(2, p.quiet(fmt.Sprintf("and %d more, under the questions below.", len(s.Ranked)-i)))
			return
		}
		p.item(2, plain(fmt.Sprint(i+1)), plain(d.Asks), p.quiet(wording.Bracketed(d.Of)))
		p.text(4, p.quiet(wording.Sentence(d.Words)), p.quiet("["+d.Criterion+"]"))
	}
}

// path tells what would better the rating, and how firmly it stands.
func (p *page) path() {
	s := p.r.Path
	p.section("What would change it")
	if s.TypeFirst {
		p.text(2, plain(s.Sentence))
	}
	for i, set := range s.Steps {
		if i > 0 {
			p.gap()
		}
		p.text(2, p.bold(set.Words), p.quiet(wording.Bracketed(efforts(set.Efforts))))
		p.criteriaOf(set)
	}
	if !s.TypeFirst {
		p.gap()
		p.text(2, plain(s.Sentence))
	}
	for _, l := range s.Lowers {
		c := p.r.Criterion(l.Criterion)
		if c == nil {
			continue
		}
		p.item(2, plain(p.dash), plain(wording.Sentence(c.Title)), plain("Without it:"), plain(fallen(l)+"."), p.quiet("["+l.Criterion+"]"))
	}
}

// fallen says what a single change lowers the rating to.
func fallen(l result.Lower) string {
	var parts []string
	if l.SoFar != rating.Unrated {
		parts = append(parts, l.SoFar.String()+" so far")
	}
	if l.Low != rating.Unrated {
		parts = append(parts, "at worst "+l.Low.String())
	}
	return strings.Join(parts, ", ")
}

// longSet is from how many criteria on a set is told by their names alone.
const longSet = 12

// criteriaOf lists the criteria of a set, each with its sign and claim; a long set by their names alone, and
// one that was listed before not again.
func (p *page) criteriaOf(set result.Set) {
	all := strings.Join(set.Criteria, ", ")
	switch {
	case p.told[all] && len(set.Criteria) > 1:
		p.text(4, p.quiet("Those told above: "+all+"."))
		return
	case len(set.Criteria) > longSet:
		p.text(4, p.quiet(all+"."))
		return
	}
	p.told[all] = true
	for _, id := range set.Criteria {
		if c := p.r.Criterion(id); c != nil {
			p.item(4, p.sign(c), plain(wording.Sentence(c.Title)), p.quiet("["+id+"]"))
		}
	}
}

// efforts says how much effort a set takes: 2 low, 1 high effort.
func efforts(of [3]int) string {
	var parts []string
	for i, word := range catalogue.Efforts {
		if of[i] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", of[i], word))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "effort: " + strings.Join(parts, ", ")
}
