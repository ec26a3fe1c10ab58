package judge_test

import (
	"slices"
	"testing"

	"partner/assessments"
	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/testdata/answers"
	"partner/testdata/trial"
)

// each judges many documents of all kinds, with answers better, worse and open.
func each(t *testing.T, check func(t *testing.T, r *result.Result)) {
	t.Helper()
	for _, d := range answers.Documents() {
		t.Run(d.Name, func(t *testing.T) { check(t, trial.Text(t, d.Text)) })
	}
}

// TestReasonsStandInOrder: those against and the unknown, the weightiest first; of the same weight what
// concerns this question alone before what concerns several, then as in the catalogue.
func TestReasonsStandInOrder(t *testing.T) {
	seen := map[[2]int]bool{}
	each(t, func(t *testing.T, r *result.Result) {
		for _, q := range r.Questions {
			for _, list := range [][]string{q.Against, q.Unknown} {
				for _, applies := range []result.Certainty{result.Surely, result.Perhaps} {
					var sure []*result.Criterion
					for _, id := range list {
						if c := r.Criterion(id); c.Applies == applies {
							sure = append(sure, c)
						}
					}
					for i := 1; i < len(sure); i++ {
						a, b := sure[i-1], sure[i]
						x, y := answers.Rank(a, q.ID), answers.Rank(b, q.ID)
						seen[[2]int{x, y}] = true
						late := x > y || x == y && len(a.Questions) > len(b.Questions) ||
							x == y && len(a.Questions) == len(b.Questions) && answers.Place(a.ID) > answers.Place(b.ID)
						if late {
							t.Errorf("%s: %s (%s %s) stands before %s (%s %s)", q.ID, a.ID, a.Kind, a.Status, b.ID, b.Kind, b.Status)
						}
					}
				}
			}
		}
	})
	for i := range 5 { // each class was followed by the next, or by a later one
		if !slices.ContainsFunc([]int{1, 2, 3, 4}, func(n int) bool { return seen[[2]int{i, i + n}] }) {
			t.Errorf("after class %d nothing was ever seen", i)
		}
	}
}

// TestWhatMayApplyComesLater: what only may apply stands after whatever surely does, of the same weight.
func TestWhatMayApplyComesLater(t *testing.T) {
	compared := 0
	each(t, func(t *testing.T, r *result.Result) {
		for _, q := range r.Questions {
			for _, list := range [][]string{q.Against, q.Unknown} {
				for i, first := range list {
					a := r.Criterion(first)
					for _, second := range list[i+1:] {
						b := r.Criterion(second)
						if a.Applies != "maybe" || b.Applies != "yes" {
							continue
						}
						compared++
						if answers.Rank(a, q.ID) >= answers.Rank(b, q.ID) || answers.Rank(a, q.ID) > 1 && answers.Rank(b, q.ID) < 4 {
							t.Errorf("%s: %s, which may apply, stands before %s", q.ID, first, second)
						}
					}
				}
			}
		}
	})
	if compared == 0 {
		t.Error("nothing was compared")
	}
}

// TestWhatWeighsMostOverAllQuestions: which kind of partnership it is weighs more than all that hangs on that;
// otherwise it is as for a question, each taken at home, and what concerns more questions weighs more.
func TestWhatWeighsMostOverAllQuestions(t *testing.T) {
	for _, d := range answers.Documents() {
		doc, _ := proposal.Read("test.yaml", []byte("partner: 1\n"+d.Text), nil)
		j := judge.Judge(doc, assessments.Catalogue())
		all := judge.Criteria(j)
		rank := func(i int) int {
			if all[i].Kind == catalogue.Consistency {
				return -1
			}
			return answers.Rank(&all[i], all[i].Home)
		}
		for i := range all {
			for k := range all {
				if !j.Criteria[i].Kind.Rated() && all[i].Kind != catalogue.Consistency || !j.Criteria[k].Kind.Rated() && all[k].Kind != catalogue.Consistency || j.Criteria[i].Sure != j.Criteria[k].Sure {
					continue
				}
				heavier := rank(i) < rank(k) || rank(i) == rank(k) && all[i].Kind != catalogue.Consistency && len(all[i].Questions) > len(all[k].Questions)
				if heavier && j.Criteria[i].Weight("") <= j.Criteria[k].Weight("") {
					t.Fatalf("%s: %s does not weigh more than %s", d.Name, all[i].ID, all[k].ID)
				}
			}
		}
		for i := range all {
			if !j.Criteria[i].Sure && j.Criteria[i].Weight("") > 64 {
				t.Fatalf("%s: %s, which may apply, weighs as much as what is essential", d.Name, all[i].ID)
			}
		}
	}
}
