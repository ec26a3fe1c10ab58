package decide_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

func condition(r *result.Result, id string) *result.Condition {
	for i := range r.Conditions {
		if r.Conditions[i].ID == id {
			return &r.Conditions[i]
		}
	}
	return nil
}

// TestWhateverIsNotInPlaceIsACondition: over all examples, each enabler and practice that is due and not wholly in
// place, and all context that is not met, is a condition once, with all that a board needs in order to set it.
func TestWhateverIsNotInPlaceIsACondition(t *testing.T) {
	for _, name := range trial.Examples(t) {
		r := trial.File(t, name)
		seen := map[string]bool{}
		for _, c := range r.Conditions {
			if seen[c.ID] {
				t.Errorf("%s: %s stands twice", name, c.ID)
			}
			seen[c.ID] = true
			if c.Do == "" || c.Who == "" || c.By == "" || c.Closes == "" || c.Title == "" || len(c.Questions) == 0 {
				t.Errorf("%s: %+v", name, c)
			}
		}
		for _, c := range r.Criteria {
			open := c.When == result.Now && (c.Kind == catalogue.Enabler || c.Kind == catalogue.Practice) && (c.Status.Short() || c.Status == rating.Disputed) ||
				c.When == result.Now && c.Kind == catalogue.Context && c.Status == rating.NotMet
			listed := condition(r, c.ID)
			if open && listed == nil {
				t.Errorf("%s: %s is %s and no condition", name, c.ID, c.Status)
			}
			if !open && listed != nil && listed.State == "proposed" && listed.Of == "criterion" {
				t.Errorf("%s: %s is %s and a condition", name, c.ID, c.Status)
			}
			if open && c.Kind == catalogue.Context && !strings.Contains(listed.Do, "or accept it knowingly") {
				t.Errorf("%s: %s is given: it is changed or accepted, not %q", name, c.ID, listed.Do)
			}
		}
		for _, e := range r.Governance {
			if e.Status != "missing" && e.Status != "different" {
				continue
			}
			first := cat.Element(e.ID).Criteria[0]
			if of := r.Criterion(first); condition(r, e.ID) == nil && condition(r, first) == nil && (of == nil || of.When == result.Now) {
				t.Errorf("%s: neither %s nor %s is a condition", name, e.ID, first)
			}
			if c := condition(r, e.ID); c != nil && c.Of == "governance" && condition(r, first) != nil {
				t.Errorf("%s: %s doubles %s", name, e.ID, first)
			}
		}
	}
}

const conditionBase = `
as_of: 2026-10-01
organisations: {north: {name: North}, south: {name: South}}
arrangement:
  nature: voluntary
  scale: structural
  form: contract
  timeline: {decision: 2026-12, starts: 2027-02-28}
  rationale: {vision: none}
  measures: {to_the_point: no, accurate: no, timely: no}
  culture: {years: 0}
  governance: {project_management: one-side, benefit_review_months: 24}
`

func TestWhenAConditionIsDue(t *testing.T) {
	r := trial.At(t, conditionBase, result.Running)
	for id, want := range map[string][2]string{
		"vs-clear-vision":           {"before the decision (December 2026)", "2026-12"},
		"shared-project-management": {"before the start (28 February 2027)", "2027-02-28"},
		"benefit-review-planned":    {"", ""},
	} {
		c := condition(r, id)
		if c == nil {
			t.Errorf("%s is no condition", id)
			continue
		}
		if want[0] != "" && (c.By != want[0] || c.Due != want[1]) || c.State != "proposed" {
			t.Errorf("%s: %q, %q, %s", id, c.By, c.Due, c.State)
		}
	}
	firstYear := 0
	for _, c := range r.Conditions {
		if strings.HasPrefix(c.By, "in the first year") {
			firstYear++
			if c.By != "in the first year (by 28 February 2028)" || c.Due != "2028-02-28" {
				t.Errorf("%s: %q, %q", c.ID, c.By, c.Due)
			}
		}
	}
	bare := trial.Text(t, strings.Replace(conditionBase, "  timeline: {decision: 2026-12, starts: 2027-02-28}\n", "", 1))
	if c := condition(bare, "vs-clear-vision"); c == nil || c.By != "before the decision" || c.Due != "" || c.Remark != "" {
		t.Errorf("without a timeline: %+v", c)
	}
	late := trial.Text(t, strings.Replace(conditionBase, "as_of: 2026-10-01", "as_of: 2027-01-01", 1))
	if c := condition(late, "vs-clear-vision"); c.State != "proposed" || c.Remark != "That day has passed: set another, or record as a departure that it goes on without." {
		t.Errorf("after the decision: %+v", c)
	}
	runs := trial.Text(t, strings.Replace(conditionBase, "  timeline: {decision: 2026-12, starts: 2027-02-28}\n", "  state: running\n  since: 2026-03\n", 1))
	if c := condition(runs, "vs-clear-vision"); c == nil || c.Remark != "That step is taken: set a day, or record as a departure that it goes on without." {
		t.Errorf("where it runs, and no day of the decision is told: %+v", c)
	}
}

// TestWhatBecomesOfARecordedCondition: the record says what was set; whether it holds, the rest of the
// document says.
func TestWhatBecomesOfARecordedCondition(t *testing.T) {
	for _, c := range []struct {
		name, id, record, state, remark string
	}{
		{"open", "vs-clear-vision", "{state: open, due: 2026-11-15}", "open", ""},
		{"no state", "vs-clear-vision", "{owner: chair}", "open", ""},
		{"nothing but the id", "vs-clear-vision", "", "open", ""},
		{"overdue", "vs-clear-vision", "{state: open, due: 2026-09-30}", "overdue", ""},
		{"due today", "vs-clear-vision", "{state: open, due: 2026-10-01}", "open", ""},
		{"a month that is not over", "vs-clear-vision", "{state: open, due: 2026-10}", "open", ""},
		{"a month that is over", "vs-clear-vision", "{state: open, due: 2026-09}", "overdue", ""},
		{"a year that is not over", "vs-clear-vision", "{state: open, due: 2026}", "open", ""},
		{"closed too early", "vs-clear-vision", "{state: closed}", "open", "by the document it is not in place"},
		{"later than wanted", "vs-clear-vision", "{state: open, due: 2027-01-05}", "open", "later than it is wanted, before the decision (December 2026)"},
		{"closed without a word of it", "vs-people-engage", "{state: closed}", "open", "does not say that it is in place"},
		{"not known", "vs-people-engage", "{state: open, due: 2026-09-01}", "overdue", "Not known whether it is in place."},
		{"closed and in place", "benefit-review-planned", "{state: closed, evidence: [deed]}", "closed", ""},
		{"closed and in place, without evidence", "benefit-review-planned", "{state: closed}", "closed", "Closed without evidence."},
		{"open though in place", "benefit-review-planned", "{state: open, due: 2026-01-01}", "open", "it can be closed"},
		{"of another kind of partnership", "ms-acquirer-finances", "{state: open}", "open", "does not apply"},
		{"an element of governance", "service-level-links", "{state: open}", "open", ""},
	} {
		text := strings.Replace(conditionBase, "benefit_review_months: 24", "benefit_review_months: 6", 1) +
			"conditions: {" + c.id + ": " + c.record + "}\nevidence: {deed: {kind: board-approved, title: The deed}}\n"
		got := condition(trial.Text(t, text), c.id)
		switch {
		case got == nil:
			t.Errorf("%s: it is not listed", c.name)
		case string(got.State) != c.state || c.remark == "" && got.Remark != "" && c.id != "service-level-links" || !strings.Contains(got.Remark, c.remark):
			t.Errorf("%s: %s, %q; want %s, %q", c.name, got.State, got.Remark, c.state, c.remark)
		case got.Place.Line == 0:
			t.Errorf("%s: no place", c.name)
		}
	}
	r := trial.Text(t, conditionBase+"conditions: {vs-clear-vision: {owner: The chair, note: By letter., evidence: [deed]}}\nevidence: {deed: {kind: internal, title: A letter}}\n")
	if c := condition(r, "vs-clear-vision"); c.Owner != "The chair" || c.Note != "By letter." || !slices.Equal(c.Evidence, []string{"deed"}) {
		t.Errorf("%+v", c)
	}
}

// TestOverdueComesFirstAndClosedLast: in the order in which a board takes them up.
func TestOverdueComesFirstAndClosedLast(t *testing.T) {
	r := trial.File(t, "../../examples/networked-clinic/proposal.yaml")
	var got []result.ConditionState
	for _, c := range r.Conditions {
		if n := len(got); n == 0 || got[n-1] != c.State {
			got = append(got, c.State)
		}
	}
	if want := []result.ConditionState{result.Overdue, result.Open, result.Proposed, result.Closed}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestARecordChangesNoRating: what boards intend is no evidence of what is in place.
func TestARecordChangesNoRating(t *testing.T) {
	without := trial.Text(t, conditionBase)
	with := trial.Text(t, conditionBase+"conditions: {vs-clear-vision: {state: closed}, vs-people-engage: {state: closed}}\n")
	if without.Overall.Words != with.Overall.Words || without.Verdict.Sentence != with.Verdict.Sentence || without.Overall.Counted != with.Overall.Counted {
		t.Errorf("%s became %s", without.Overall.Words, with.Overall.Words)
	}
	for i, c := range without.Criteria {
		if with.Criteria[i].Status != c.Status {
			t.Errorf("%s was %s and is %s", c.ID, c.Status, with.Criteria[i].Status)
		}
	}
}
