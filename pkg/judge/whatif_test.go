package judge_test

import (
	"os"
	"reflect"
	"testing"

	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
)

// TestWhatIfIsARatingOfThatSupposition: what is tried criterion by criterion is rated as a reading that supposes the same,
// where one type alone is possible and where several are.
func TestWhatIfIsARatingOfThatSupposition(t *testing.T) {
	tried := 0
	for _, name := range []string{"case-b", "case-e", "early-idea", "contradictory"} {
		data, err := os.ReadFile("../../examples/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		doc, wrong := document.Read(proposal.File{Label: name, Data: data}, cat)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		j := judge.Judge(doc, cat)
		whatIf := j.WhatIf()
		for i := range j.Criteria {
			for _, status := range []rating.Status{rating.Met, rating.Partly, rating.NotMet} {
				got, want := whatIf.If(i, status), j.Rate(judge.Reading{Supposing: []judge.Supposition{{Criterion: i, Status: status}}})
				if len(got.Whole.Little) == 0 && len(want.Whole.Little) == 0 {
					want.Whole.Little = got.Whole.Little // no questions, in whatever room
				}
				if !reflect.DeepEqual(*got, want) {
					t.Fatalf("%s: if %s is %s: %+v, as a reading %+v", name, j.Criteria[i].ID, status, *got, want)
				}
				tried++
			}
		}
	}
	if tried < 900 {
		t.Errorf("only %d suppositions tried", tried)
	}
}
