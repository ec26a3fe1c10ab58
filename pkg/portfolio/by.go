package portfolio

import (
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/internal/enum"
)

// By is what proposals are grouped by. Stages stand apart in any case.
type By string

// What proposals can be grouped by.
const (
	ByStage        By = "stage"
	ByType         By = "type"
	ByOrganisation By = "organisation"
	ByRating       By = "rating"
)

// Bys are what proposals can be grouped by.
var Bys = []By{ByStage, ByType, ByOrganisation, ByRating}

// Words are the words that it can be.
func (By) Words() []string { return enum.Words(Bys) }

// UnmarshalText reads the word.
func (b *By) UnmarshalText(text []byte) error { return enum.Read(b, text, Bys) }

// group is one that a proposal belongs to, besides its stage.
type group struct {
	key, title string
	order      int // of those that have an order of their own
}

// groups gives the groups that a line belongs to: by organisation there are two.
func (r *Reduction) groups(l *batch.Line) []group {
	switch r.By {
	case ByType:
		return []group{typed(r.Cat, l.Types)}
	case ByRating:
		of := rated(l.Overall)
		return []group{{of.String(), of.String(), int(of)}}
	case ByOrganisation:
		var all []group
		for i := range l.Organisations {
			o := &l.Organisations[i]
			key, _ := organisationKey(o)
			if key == "" {
				all = append(all, group{title: "not named"})
			} else if len(all) == 0 || all[0].key != key {
				all = append(all, group{key: key, title: o.Name})
			}
		}
		return all[:min(len(all), 2)]
	}
	return []group{{}}
}

// typed groups by the possible types: one, one of several, or any.
func typed(cat *catalogue.Catalogue, types []string) group {
	if len(types) == 0 || len(types) == len(cat.Typology.Types) {
		return group{"", "type not known", len(cat.Typology.Types) + 1}
	}
	var titles []string
	order := len(cat.Typology.Types)
	for i, t := range cat.Typology.Types {
		if slices.Contains(types, t.ID) {
			titles = append(titles, t.Title)
			if len(types) == 1 {
				order = i
			}
		}
	}
	return group{strings.Join(types, " "), strings.Join(titles, " or "), order}
}
