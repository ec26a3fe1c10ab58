package judge_test

import (
	"slices"
	"testing"

	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/testdata/trial"
)

func TestGovernanceIsRecommendedByTypeAndForm(t *testing.T) {
	status := func(r *result.Result, id string) string {
		for _, e := range r.Governance {
			if e.ID == id {
				return string(e.Status)
			}
		}
		return ""
	}
	start := "arrangement:\n  nature: voluntary\n  scale: structural\n  form: contract\n  governance:\n    boards: "
	for boards, want := range map[string]string{
		"[]":        "missing",
		"unknown":   "not known",
		"[unknown]": "not known",
		"[{kind: joint-performance, status: in-place, acts_on_data: yes}]": "in place",
		"[{kind: joint-performance, status: planned, acts_on_data: yes}]":  "different",
	} {
		if got := status(trial.Text(t, start+boards+"\n"), "joint-performance-board"); got != want {
			t.Errorf("boards %s: %q, want %q", boards, got, want)
		}
	}
	if got := status(trial.Text(t, "arrangement: {nature: voluntary, scale: individual, form: pathway}\n"), "joint-performance-board"); got != "" {
		t.Errorf("at individual scale: %q", got)
	}
}

// An element of governance that is always recommended belongs to no criterion, so that no answer is its own.
func TestAnElementOfGovernanceHasNoCriterionsAnswer(t *testing.T) {
	other := *cat
	other.Governance = append([]catalogue.Element{{
		ID: "chair-agreed", Title: "a chair", Because: "Someone has to lead.", Do: "Agree on a chair",
		InPlace: &logic.Condition{Op: logic.Answer, Words: []string{"yes"}},
	}}, cat.Governance...)
	var answered *catalogue.Criterion
	for i := range cat.Criteria {
		if c := cat.Criteria[i]; c.Judged {
			answered = c
		}
	}
	last := *answered
	last.ID = "last-of-all"
	other.Criteria = append(slices.Clone(cat.Criteria), &last)
	doc, wrong := proposal.Read("test.yaml", []byte("partner: 1\nanswers: {last-of-all: yes}\n"), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if e := assess.Assess(doc, &other).Governance[0]; e.ID != "chair-agreed" || e.Status != "not known" {
		t.Errorf("%s is %s by the answer to another question", e.ID, e.Status)
	}
}
