package judge_test

import (
	"slices"
	"testing"

	"partner/assessments"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// TestOnlyWhatIsLeftIsAsked: what the document states to be there already is not asked for again, by the criterion, by its
// condition or by that of the element of governance that it asks for; where the two organisations do not both say so, all is.
func TestOnlyWhatIsLeftIsAsked(t *testing.T) {
	whole := func(id string) string { return assessments.Catalogue().In("nhs", "nhs").Criterion(id).Fix.Do }
	for _, c := range []struct {
		states, id, do string
	}{
		{"rationale: {vision: One hospital, vision_backed: no}", "vs-clear-vision", "Have both boards and executives adopt the vision as it is stated"},
		{"rationale: {vision: none, vision_backed: no}", "vs-clear-vision", whole("vs-clear-vision")},
		{"rationale: {vision: {views: {north: One hospital, south: none}}, vision_backed: no}", "vs-clear-vision", whole("vs-clear-vision")},
		{"resources: {time_estimated: yes, money_estimated: no}", "commitment-estimated", "Estimate the money needed to set up and run the partnership, and put it to the boards"},
		{"resources: {time_estimated: no, money_estimated: yes}", "commitment-estimated", "Estimate the management time needed to set up and run the partnership, and put it to the boards"},
		{"resources: {time_estimated: no, money_estimated: no}", "commitment-estimated", whole("commitment-estimated")},
		{"shares: [services]\n  governance: {agreement: {status: drafted}}", "formal-agreement", "Get the drafted partnership agreement signed"},
		{"benefits: [{what: Shorter waits, for: patients, measure: days, baseline: none}]", "benefits-measured", "Give each listed benefit for patients the measure, baseline, target or date that it still lacks"},
	} {
		r := trial.Text(t, "as_of: 2026-10-01\norganisations: {north: {sector: nhs}, south: {sector: nhs}}\narrangement:\n  nature: voluntary\n  scale: structural\n  form: contract\n  timeline: {decision: 2026-12-01}\n  "+c.states+"\n")
		of := r.Criterion(c.id)
		if of == nil || of.Fix == nil || of.Fix.Do != c.do {
			t.Errorf("%s: %s asks for %v, not %q", c.states, c.id, of.Fix, c.do)
		}
		i := slices.IndexFunc(r.Conditions, func(x result.Condition) bool { return x.ID == c.id })
		if i >= 0 && r.Conditions[i].Do != c.do {
			t.Errorf("%s: the condition asks for %q, not %q", c.states, r.Conditions[i].Do, c.do)
		}
	}
}
