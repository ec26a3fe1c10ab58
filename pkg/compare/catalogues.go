package compare

import (
	"reflect"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/internal/enum"
	"partner/pkg/logic"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// CriterionMoved is a criterion that two catalogues do not have alike.
type CriterionMoved struct {
	ID    string         `json:"id"`
	Title string         `json:"title"` // in the catalogue that has it, the second before the first
	How   HowMoved       `json:"how"`
	Keys  []KeyMoved     `json:"keys"` // what of it differs; of one that only one of them has, nothing
	Kind  catalogue.Kind `json:"kind"`
}

// KeyMoved is a key of a criterion that says something else.
type KeyMoved struct {
	Key  string `json:"key"`
	From string `json:"from"`
	To   string `json:"to"`
}

// HowMoved says what became of a criterion.
type HowMoved string

// What can become of a criterion.
const (
	CriterionAdded   HowMoved = "added"
	CriterionGone    HowMoved = "gone"
	CriterionChanged HowMoved = "changed"
)

// HowMoveds is what can become of a criterion.
var HowMoveds = []HowMoved{CriterionAdded, CriterionGone, CriterionChanged}

// Words are the words that it can be.
func (HowMoved) Words() []string { return enum.Words(HowMoveds) }

// Catalogues sets two catalogues beside each other, criterion by criterion: those of the first in its order, and after
// them those that the second has besides. What is switched off is gone.
func Catalogues(a, b *catalogue.Catalogue) []CriterionMoved {
	all := []CriterionMoved{}
	there := func(c *catalogue.Criterion) bool { return c != nil && c.Off == "" }
	for _, x := range a.Criteria {
		y := b.Criterion(x.ID)
		switch {
		case !there(x):
			if there(y) {
				all = append(all, CriterionMoved{y.ID, y.Title, CriterionAdded, []KeyMoved{}, y.Kind})
			}
		case !there(y):
			all = append(all, CriterionMoved{x.ID, x.Title, CriterionGone, []KeyMoved{}, x.Kind})
		default:
			if keys := keysMoved(x, y); len(keys) > 0 {
				all = append(all, CriterionMoved{y.ID, y.Title, CriterionChanged, keys, y.Kind})
			}
		}
	}
	for _, y := range b.Criteria {
		if a.Criterion(y.ID) == nil && there(y) {
			all = append(all, CriterionMoved{y.ID, y.Title, CriterionAdded, []KeyMoved{}, y.Kind})
		}
	}
	return all
}

// keysMoved gives the keys of a criterion that say something else.
func keysMoved(x, y *catalogue.Criterion) []KeyMoved {
	var all []KeyMoved
	a, b := reflect.ValueOf(*x), reflect.ValueOf(*y)
	for i := range a.NumField() {
		key := a.Type().Field(i).Tag.Get("yaml")
		if !slices.Contains(source.Keys(*x), key) || key == "since" || key == "ages" || key == "rests" {
			continue // of what follows from the rules, the rules tell
		}
		if from, to := a.Field(i).Interface(), b.Field(i).Interface(); !reflect.DeepEqual(from, to) {
			if f, t := saysOf(from), saysOf(to); f != t {
				all = append(all, KeyMoved{key, f, t})
			}
		}
	}
	return all
}

// saysOf writes what stands at a key of a criterion.
func saysOf(v any) string {
	switch v := v.(type) {
	case *logic.Condition:
		if v == nil {
			return ""
		}
		return v.String()
	case catalogue.Gate:
		if v.When != nil {
			return v.When.String()
		}
		return map[bool]string{true: "yes"}[v.Always]
	case catalogue.Fix:
		return joinedWords(v.Do, v.Who, string(v.Effort), v.Evidence)
	case []catalogue.Cite:
		var all []string
		for _, c := range v {
			all = append(all, joinedWords(c.Source, c.Place, c.Strength))
		}
		return joinedWords(all...)
	case []string:
		return joinedWords(v...)
	case bool:
		return map[bool]string{true: "yes"}[v]
	}
	return reflect.ValueOf(v).String()
}

func joinedWords(of ...string) string { return strings.Join(wording.Given(of...), "; ") }
