package decide_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/answers"
	"partner/testdata/trial"
)

// TestWhatToDoFirstIsTheWeightiest: a mismatch of the kind before all, then what is essential, what counts and what warns, as for a question; and of the same weight what concerns
// several questions before what concerns one.
func TestWhatToDoFirstIsTheWeightiest(t *testing.T) {
	tried := 0
	each(t, func(t *testing.T, r *result.Result) {
		var open []*result.Criterion
		for i := range r.Criteria {
			c := &r.Criteria[i]
			if (c.Status == rating.NotMet || c.Status == rating.Partly) && c.Kind != catalogue.Opinion && c.Kind != catalogue.Remark {
				open = append(open, c)
			}
		}
		slices.SortStableFunc(open, func(a, b *result.Criterion) int {
			first := func(c *result.Criterion) int {
				n := answers.Rank(c, c.Home)
				switch {
				case c.Kind == catalogue.Consistency:
					return -100
				case c.Applies == "maybe":
					return n + 100
				}
				return n
			}
			if x, y := first(a), first(b); x != y {
				return x - y
			}
			return len(b.Questions) - len(a.Questions)
		})
		tried++
		for i, d := range r.DoFirst {
			if i < 3 && open[i].Applies == "yes" && d.Criterion != open[i].ID {
				t.Errorf("%d: do %s first, and not %s", i+1, d.Criterion, open[i].ID)
			}
		}
		if len(r.DoFirst) != min(3, len(open)) {
			t.Errorf("%d to do first, of %d that are open", len(r.DoFirst), len(open))
		}
	})
	if tried < 3 {
		t.Errorf("only %d were tried", tried)
	}
	mismatch := trial.Text(t, answers.InTurn("arrangement: {nature: voluntary, scale: structural, form: merger, brokered_by: regulator, mandate: imposed}\n", []string{"no"}, 0))
	if mismatch.Criterion("nature-consistent").Status != rating.NotMet || mismatch.DoFirst[0].Criterion != "nature-consistent" {
		t.Errorf("a mismatch does not come first: %+v", mismatch.DoFirst)
	}
}

// TestThreeToDoAndThreeToFindOut: no more fit the first screen, and no fewer are told where there are more.
func TestThreeToDoAndThreeToFindOut(t *testing.T) {
	many := trial.Text(t, answers.InTurn(answers.Pathway, []string{"no", "", "partly"}, 0))
	if len(many.DoFirst) != 3 || len(many.FindOutFirst) != 3 {
		t.Errorf("%d to do, %d to find out", len(many.DoFirst), len(many.FindOutFirst))
	}
	if many.FindOutFirst[0].Criterion != "" {
		t.Errorf("the dates that tell the stage are asked for first, not %s", many.FindOutFirst[0].Criterion)
	}
	nearest := "runs-without-new-money" // of which the document says a half; of all else it says nothing
	if got := many.FindOutFirst[1].Criterion; got != nearest {
		t.Errorf("what the document speaks of comes first: %s, and not %s", got, nearest)
	}
	weight := func(c *result.Criterion) int { return answers.Rank(c, c.Home) }
	heaviest := many.Criterion(many.FindOutFirst[2].Criterion)
	for i := range many.Criteria {
		if c := &many.Criteria[i]; c.Status == rating.Unknown && c.Applies == "yes" && c.When == result.Now && c.Kind.Rated() && weight(c) < weight(heaviest) {
			t.Errorf("find out %s, and not %s", heaviest.ID, c.ID)
		}
	}
	two := trial.Text(t, strings.Replace(answers.InTurn(answers.Pathway, []string{"yes"}, 0), "  clear-rationale: yes\n  ", "  clear-rationale: no\n  ", 1))
	if len(two.DoFirst) != 1 || two.DoFirst[0].Criterion != "clear-rationale" {
		t.Errorf("one is open: %+v", two.DoFirst)
	}
}
