package catalogue

import (
	"slices"
	"strings"

	"partner/pkg/logic"
)

// derive works out what follows from the files, once, so that nobody has to look it up for each document.
func (c *Catalogue) derive() {
	for i := range c.Typology.Sides {
		p := &c.Typology.Sides[i]
		p.Forms = nil
		for _, f := range c.Typology.Forms {
			if slices.Contains(f.Roles, p.Helper) && slices.Contains(f.Roles, p.Helped) {
				p.Forms = append(p.Forms, f.ID)
			}
		}
	}
	for _, cr := range c.Criteria {
		c.deriveOf(cr)
	}
}

// deriveOf works out what follows from one criterion.
func (c *Catalogue) deriveOf(cr *Criterion) {
	cr.NamesSides = cr.namesSides()
	cr.Answered = cr.Met.Uses(logic.Answer) || cr.Partly.Uses(logic.Answer)
	cr.Steady = !logic.ScopeOf(cr.Gate.When, cr.Met, cr.Partly).Kind
	cr.rests()
	cr.Keys = logic.KeysIn(cr.Rules())
	cr.Feeds = nil
	for _, q := range cr.Questions {
		cr.Feeds = append(cr.Feeds, c.Question(q))
	}
	if cr.HomeAt = c.Question(cr.Home); cr.Home == "" && len(cr.Feeds) > 0 {
		cr.HomeAt = cr.Feeds[0]
	}
}

// namesSides reports whether one of the texts that reports show speaks of one of the two organisations.
func (c *Criterion) namesSides() bool {
	texts := c.Title + c.Lack + c.Short + c.LackShort + c.Asks + c.Fix.Do
	return strings.Contains(texts, FirstSide) || strings.Contains(texts, SecondSide)
}

// rests works out whether an answer ages, and on whom it rests: as the facts do that it stands for.
func (c *Criterion) rests() {
	for _, rule := range []*logic.Condition{c.Met, c.Partly} {
		for _, f := range rule.Fields() {
			c.Ages = c.Ages || f.Ages
			for _, on := range f.Rests {
				if !slices.Contains(c.Rests, on) {
					c.Rests = append(slices.Clip(c.Rests), on)
				}
			}
		}
	}
}
