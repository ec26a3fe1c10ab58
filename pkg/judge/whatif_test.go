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

// TestWhatIfGradesAsThatSuppositionIsRated: what is tried criterion by criterion is graded as a reading that supposes the
// same is rated, where one type alone is possible and where several are.
func TestWhatIfGradesAsThatSuppositionIsRated(t *testing.T) {
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
		whatIf, now := j.WhatIf(), gradesOf(&j.Claimed)
		for i := range j.Criteria {
			for _, status := range []rating.Status{rating.Met, rating.Partly, rating.NotMet} {
				supposed := j.Rate(judge.Reading{Supposing: []judge.Supposition{{Criterion: i, Status: status}}})
				want, moves := gradesOf(&supposed), true
				got, moved := whatIf.If(i, status)
				if !moved {
					got, moves = &now, false
					still++
				}
				if is := reflect.DeepEqual(want, now); !reflect.DeepEqual(*got, want) || moves && is && len(j.Types) == 1 {
					t.Fatalf("%s: if %s is %s: %+v (moved %v), as a reading %+v", name, j.Criteria[i].ID, status, *got, moved, want)
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
func gradesOf(r *rating.Rated) rating.Graded {
	w := &r.Whole
	g := rating.Graded{Whole: rating.Span{Low: w.Low.Grade, SoFar: w.SoFar.Grade, High: w.High.Grade, Printed: w.Printed}}
	for _, q := range r.Questions {
		g.Questions = append(g.Questions, rating.Span{Low: q.Low, SoFar: q.SoFar, High: q.High, Printed: q.Printed})
	}
	return g
}
