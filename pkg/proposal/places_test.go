package proposal_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// TestEveryPlaceIsFoundByItsPath holds that each key of the model has a place, and that its path leads there.
func TestEveryPlaceIsFoundByItsPath(t *testing.T) {
	found := map[*proposal.Field]bool{}
	for _, p := range proposal.Places() {
		found[p.Field] = true
		if at := proposal.PlacesCalled(p.Path); len(at) != 1 || at[0].Field != p.Field {
			t.Errorf("%s leads to %v", p.Path, at)
		}
	}
	eachField(func(path string, f *proposal.Field) {
		if f.Key != "" && !found[f] {
			t.Errorf("%s has no place", path)
		}
	})
}

// TestPlacesAsPeopleWriteThem holds which places a path leads to that has ids, numbers or only its end.
func TestPlacesAsPeopleWriteThem(t *testing.T) {
	for path, want := range map[string]string{
		"history":                           "arrangement.history",
		"finance.position":                  "organisations.ID.finance.position",
		"organisations.pennmoor.finance":    "organisations.pennmoor.finance",
		"organisations.finance":             "organisations.finance",
		"surplus_gbp_m":                     "organisations.ID.finance.surplus_m",
		"arrangement.risks[0].owner":        "arrangement.risks[0].owner",
		"arrangement.objectives.serves.one": "arrangement.objectives.serves.one",
		"answers.benefits-measured":         "answers.benefits-measured",
		"evidence.minutes.kind":             "evidence.minutes.kind",
		"conditions.x.owner":                "conditions.x.owner",
		"alternatives.form":                 "arrangement.alternatives.form",
		"enough_time":                       "arrangement.leads.enough_time",
		"what":                              "organisations.ID.issues.what arrangement.alternatives.what arrangement.benefits.what arrangement.history.what arrangement.risks.what",
		"arrangement.benefit":               "",
		"answers.x.y":                       "",
		"":                                  "",
	} {
		var all []string
		for _, p := range proposal.PlacesCalled(path) {
			all = append(all, p.Path)
		}
		if got := strings.Join(all, " "); got != want {
			t.Errorf("%q leads to %q, not %q", path, got, want)
		}
	}
}

// TestWhatPlacesTake holds that what may stand at a place names all its words, and those that it explains.
func TestWhatPlacesTake(t *testing.T) {
	for _, p := range proposal.Places() {
		takes := p.Field.Takes()
		if takes == "" || strings.Contains(takes, "…") {
			t.Errorf("%s takes %q", p.Path, takes)
		}
		for _, w := range p.Field.Words {
			if !strings.Contains(takes, w) {
				t.Errorf("%s does not say that it takes %s", p.Path, w)
			}
		}
		for _, l := range p.Field.Likely {
			if !slices.Contains(p.Field.Words, l.New) || slices.Contains(p.Field.Words, l.Old) {
				t.Errorf("%s: %q is taken for %q", p.Path, l.Old, l.New)
			}
		}
	}
	means := proposal.Model.Find(paths.Organisations).Field("finance").Field("position").Meanings()
	if len(means) != 2 || means[1] != (proposal.Meaning{Word: "distressed", Means: "cannot go on without support"}) {
		t.Errorf("position means %v", means)
	}
}
