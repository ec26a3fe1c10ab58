package logic

import (
	"slices"

	"partner/pkg/proposal"
)

// Pair is two roles of which the one helps and the other is helped. Whoever has the one is the `helper` of
// conditions, and whoever has the other the `helped`.
type Pair struct {
	Helper    string   `yaml:"helper"`
	Helped    string   `yaml:"helped"`
	RulesOnly bool     `yaml:"rules_only"` // rules read it so; from it follows no part in another form
	Forms     []string `yaml:"-"`          // the forms that have these roles
}

// of gives the one of the two roles that stands for a side.
func (p *Pair) of(side string) string {
	if side == Helped {
		return p.Helped
	}
	return p.Helper
}

// Helper and Helped are the sides that several roles stand for.
const (
	Helper = "helper"
	Helped = "helped"
)

// telling gives the role by which a document of these forms says who is on a side: that of its form where
// only one is possible, otherwise the most telling one.
func (e *Environment) telling(side string) string {
	if side != Helper && side != Helped || len(e.Sides) == 0 {
		return side
	}
	if len(e.Forms) == 1 {
		if i := slices.IndexFunc(e.Sides, func(p Pair) bool { return slices.Contains(p.Forms, e.Forms[0]) }); i >= 0 {
			return e.Sides[i].of(side)
		}
	}
	return e.Sides[0].of(side)
}

// IsSide reports whether a word names one of the two organisations: first, second, helper, helped or a
// role of the arrangement.
func IsSide(word string) bool { return namesOrganisation(word) }

// Side gives the organisation that a side such as first, helper or acquirer stands for, or nil where the
// document does not say which of the two that is.
func (e Environment) Side(side string) *proposal.Value {
	o, _ := e.organisation(side)
	return o
}
