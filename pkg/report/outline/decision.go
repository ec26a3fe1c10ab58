package outline

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
func (p *report) settle() []Block {
	var b blocks
	s := p.r.Settle
	b.say(plain(s.Sentence))
	for _, set := range s.Sets {
		b.add(Break{})
		b.say(strong(set.Words))
		p.criteriaOf(&b, set)
	}
	if len(s.Ranked) == 0 {
		return b
	}
	b.heading("What to ask, the most decisive first")
	for i, d := range s.Ranked {
		if i == mostUnknowns {
			b.say(faint(fmt.Sprintf("and %d more, under the questions below.", len(s.Ranked)-i)))
			break
		}
		ask := numbered(i+1, plain(d.Asks), faint(wording.Bracketed(d.Of)))
		ask.Below = []Block{says(faint(wording.Sentence(d.Words)), named(d.Criterion))}
		if why := notKnownSoFar(d.Reasons); why != "" {
			ask.Below = append(ask.Below, says(plain(why)))
		}
		b.add(ask)
	}
	return b
}

// path tells what would better the rating, and how firmly it stands.
func (p *report) path() []Block {
	var b blocks
	s := p.r.Path
	if s.TypeFirst {
		b.say(plain(s.Sentence))
	}
	for i, set := range s.Steps {
		if i > 0 {
			b.add(Break{})
		}
		b.say(strong(set.Words), faint(wording.Bracketed(efforts(set.Efforts))))
		p.criteriaOf(&b, set)
	}
	if !s.TypeFirst {
		b.add(Break{})
		b.say(plain(s.Sentence))
	}
	for _, l := range s.Lowers {
		if c := p.r.Criterion(l.Criterion); c != nil {
			b.add(item(plain(wording.Sentence(c.Title)), plain("Without it:"), plain(fallen(l)+"."), named(l.Criterion)))
		}
	}
	return b
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
func (p *report) criteriaOf(to *blocks, set result.Set) {
	var b blocks
	all := strings.Join(set.Criteria, ", ")
	switch {
	case len(set.Criteria) > 1 && p.told[all]:
		b.say(faint("Those told above: " + all + "."))
	case len(set.Criteria) > longSet:
		b.say(faint(all + "."))
	default:
		if len(set.Criteria) > 1 { // one alone is told in full elsewhere, under the same name
			p.told[all] = true
		}
		for _, id := range set.Criteria {
			if c := p.r.Criterion(id); c != nil {
				b.add(signed(c, plain(wording.Sentence(c.Title)), named(id)))
			}
		}
	}
	to.add(Below{b})
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
