package judge_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"partner/assessments"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
)

// TestOtherwiseIsAsAssumed: what is taken over from a judgement, and from others that have been judged so, is as claimed as
// it would be if it were judged anew, under every type and form.
func TestOtherwiseIsAsAssumed(t *testing.T) {
	cat := assessments.Catalogue()
	names, _ := filepath.Glob("../../examples/*.yaml")
	if len(names) < 5 {
		t.Fatalf("only %d examples", len(names))
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, wrong := proposal.Read(name, data, nil)
		if len(wrong) > 0 {
			continue // of organisations in files of their own
		}
		j := judge.Judge(doc, cat)
		var others []*judge.Judgement
		for _, kind := range cat.Typology.Types {
			for _, form := range kind.Forms {
				p := j.Placement.As(judge.Type{Nature: kind.Nature, Scale: kind.Scale}, form)
				over, anew := j.Otherwise(doc, p, others...), judge.Assume(doc, cat, j.Timing.Asked, p)
				others = append(others, over)
				if !reflect.DeepEqual(over.Claimed, anew.Claimed) {
					t.Errorf("%s as %s, %s: rated %+v, and %+v anew", name, kind.ID, form, over.Claimed, anew.Claimed)
				}
				if len(over.Criteria) != len(anew.Criteria) {
					t.Fatalf("%s as %s, %s: %d criteria, and %d anew", name, kind.ID, form, len(over.Criteria), len(anew.Criteria))
				}
				for i := range over.Criteria {
					x, y := over.Criteria[i].Standing, anew.Criteria[i].Standing
					if over.Criteria[i].ID != anew.Criteria[i].ID || x.Claimed != y.Claimed || x.Decided != y.Decided || len(x.Used) != len(y.Used) || len(x.Missing) != len(y.Missing) {
						t.Errorf("%s as %s, %s: %s is %s, and %s anew", name, kind.ID, form, over.Criteria[i].ID, x.Said(), y.Said())
					}
				}
			}
		}
	}
}

// unbound gives ratings without what is said of their ends, which only a whole judgement is held to.
func unbound(r rating.Rated) rating.Rated {
	r.Questions = slices.Clone(r.Questions)
	for i := range r.Questions {
		r.Questions[i].Bounds = rating.Bounds{}
	}
	r.Whole.Bounds, r.Verdict.Bounds, r.Context.Bounds, r.Enablers.Bounds = rating.Bounds{}, rating.Bounds{}, rating.Bounds{}, rating.Bounds{}
	return r
}

// TestBoardsAreRatedAsIfAlone: the ratings of one board, which start from those of both, are those that its own view of
// each criterion gives.
func TestBoardsAreRatedAsIfAlone(t *testing.T) {
	names, _ := filepath.Glob("../../examples/*.yaml")
	differ := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, wrong := proposal.Read(name, data, nil)
		if len(wrong) > 0 {
			continue // of organisations in files of their own
		}
		j := judge.Judge(doc, assessments.Catalogue())
		for i := range j.Types {
			for _, board := range judge.Sides {
				for _, documented := range []bool{false, true} {
					r := judge.Reading{Board: board, Documented: documented, Under: &j.Types[i].Type}
					got, want := unbound(j.Rate(r)), unbound(j.Anew(r, i))
					if !reflect.DeepEqual(got, want) {
						t.Errorf("%s, %v, documented %v: %+v, want %+v", name, board, documented, got, want)
					}
					r.Board = judge.Both
					if !reflect.DeepEqual(want, unbound(j.Anew(r, i))) {
						differ++
					}
				}
			}
		}
	}
	if differ == 0 {
		t.Error("no board differs from both together")
	}
}
