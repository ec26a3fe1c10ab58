package judge_test

import (
	"strings"
	"testing"

	"partner/testdata/trial"
)

func TestUnknownIsNeverSaidAsNo(t *testing.T) {
	open := trial.Text(t, "organisations: {north: {issues: [unknown]}, south: {issues: []}}\narrangement: {risks: [{what: a flood}]}\n")
	if s := open.TakingOn[1].Sentence; open.TakingOn[1].Known || strings.Contains(s, "no problems") {
		t.Errorf("a list that may hold some says none: %s", s)
	}
	if s := open.TakingOn[0].Sentence; !open.TakingOn[0].Known || !strings.Contains(s, "no problems") {
		t.Errorf("an empty list says none: %s", s)
	}
	if r := open.Risks.Doing; len(r) != 1 || !strings.Contains(r[0].What, "is not said") {
		t.Errorf("a risk of neither side is told as one: %+v", r)
	}
	r := trial.Text(t, `
organisations: {north: {name: North}, south: {name: South, issues: [{what: a leaking roof}]}}
`)
	if s := r.TakingOn[0].Sentence; strings.Contains(s, "none") || !strings.Contains(s, "not said") {
		t.Error(s)
	}
	if s := r.TakingOn[1].Sentence; !strings.Contains(s, "not listed") {
		t.Error(s)
	}
}
