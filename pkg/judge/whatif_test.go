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
	tried, still := 0, 0
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
				if !whatIf.Moves(i, status) {
					still++
					if is, now := gradesOf(&want), gradesOf(&j.Claimed); !reflect.DeepEqual(is, now) {
						t.Fatalf("%s: if %s is %s nothing moves, and the grades are %v and were %v", name, j.Criteria[i].ID, status, is, now)
					}
				}
				tried++
			}
		}
	}
	if tried < 900 || still < tried/4 || still == tried {
		t.Errorf("%d suppositions tried, of which %d move nothing", tried, still)
	}
}

// gradesOf gives the grades of questions and the whole, with whether each is printed.
func gradesOf(r *rating.Rated) []any {
	all := []any{r.Whole.Low.Grade, r.Whole.SoFar.Grade, r.Whole.High.Grade, r.Whole.Printed}
	for _, q := range r.Questions {
		all = append(all, q.Low, q.SoFar, q.High, q.Printed)
	}
	return all
}
