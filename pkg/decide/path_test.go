package decide_test

import (
	"slices"
	"testing"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// TestThePathGoesTwoStepsUp and no further: to the next rating, and to the one after it.
func TestThePathGoesTwoStepsUp(t *testing.T) {
	both := 0
	each(t, func(t *testing.T, r *result.Result) {
		for _, end := range []struct {
			does result.Effect
			from rating.Grade
		}{{result.RaisesLow, r.Overall.Low}, {result.RaisesSoFar, r.Overall.SoFar}} {
			var to []int
			for _, s := range r.Path.Steps {
				if s.Does != end.does {
					continue
				}
				if s.From != end.from.String() {
					t.Errorf("%s: from %s, and it is %s", s.Does, s.From, end.from)
				}
				g, _ := rating.FindGrade(s.To)
				to = append(to, int(g)-int(end.from))
			}
			if len(to) > 2 || len(to) > 0 && to[0] < 1 || len(to) == 2 && (to[0] != 1 || to[1] < 2) {
				t.Errorf("%s from %s goes up by %v", end.does, end.from, to)
			}
			// What may not apply at all is in no set, and may keep the low end from green.
			mayApply := end.does == result.RaisesLow && slices.ContainsFunc(r.Criteria, func(c result.Criterion) bool { return c.Applies == "maybe" })
			if end.from <= rating.AmberRed && len(to) == 1 && to[0] == 1 && !mayApply {
				t.Errorf("%s from %s ends after one step", end.does, end.from)
			}
			if len(to) == 2 {
				both++
			}
		}
	})
	if both == 0 {
		t.Error("nowhere are there two steps")
	}
}

func TestWhatWouldLowerTheRatingReallyDoes(t *testing.T) {
	r := trial.File(t, "../../examples/networked-clinic/proposal.yaml")
	if len(r.Path.Lowers) == 0 || r.Path.Of < 30 {
		t.Fatalf("%+v", r.Path)
	}
	for _, l := range r.Path.Lowers {
		if l.Low >= r.Overall.Low && l.SoFar >= r.Overall.SoFar {
			t.Errorf("%+v lowers nothing", l)
		}
	}
}
