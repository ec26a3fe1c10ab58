package catalogue

import (
	"slices"
	"strings"

	"partner/pkg/proposal"
)

// What is asked of each organisation apart are two criteria, one for each side. Which of the two organisations a
// document names before the other is nothing that a document says: many tools sort its keys. So these criteria
// go by the id of the organisation wherever a document or a report names them.

// Each gives the id of a criterion that is asked of each organisation apart, without what tells the side. Of any
// other it is "".
func (c *Criterion) Each() string {
	if c.Board == "" || !slices.Contains(proposal.Sides[:], c.Board) {
		return ""
	}
	stem, _ := strings.CutSuffix(c.ID, "-"+c.Board)
	if stem == c.ID {
		return ""
	}
	return stem
}

// Each gives the ids, without what tells the side, of what is asked of each organisation apart.
func (c *Catalogue) Each() []string {
	var stems []string
	for _, of := range c.Criteria {
		if s := of.Each(); s != "" && of.Board == proposal.Sides[0] {
			stems = append(stems, s)
		}
	}
	return stems
}

// For gives the catalogue as it speaks of one document: in the words of its organisations' sectors, and what is asked of
// each organisation apart goes by the organisation's id. The catalogue itself does not change. Of one that speaks of
// another document already nothing stays.
func (c *Catalogue) For(doc *proposal.Proposal) *Catalogue {
	var named *Catalogue
	if doc.Organisations[0] == nil {
		return c // nothing could be read
	}
	if c.General != nil {
		c = c.General
	}
	general := c
	c = c.In(SectorOf(doc.Organisations[0]), SectorOf(doc.Organisations[1]))
	for i, of := range c.Criteria {
		s := of.Each()
		if s == "" {
			continue
		}
		id := s + "-" + doc.Organisations[slices.Index(proposal.Sides[:], of.Board)].Key
		if id == of.ID {
			continue
		}
		if named == nil {
			x := *c
			x.Criteria, x.General = slices.Clone(c.Criteria), general
			named = &x
		}
		own := *of
		own.ID, named.Criteria[i] = id, &own
	}
	if named == nil {
		return c
	}
	return named
}

// AsksEach reports whether an id may be, in some document, of what is asked of each organisation apart.
func (c *Catalogue) AsksEach(id string) bool {
	return slices.ContainsFunc(c.Each(), func(stem string) bool { return strings.HasPrefix(id, stem+"-") })
}
