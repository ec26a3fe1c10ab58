package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// kinds are documents that say which kind of partnership it is, and one that does not, so that some
// criteria apply and others may.
var kinds = []string{
	"arrangement: {nature: voluntary, scale: individual, form: pathway}\n",
	"arrangement: {nature: voluntary, scale: structural, form: networked-care, shares: [sites], roles: {provider: north, host: south}}\norganisations: {north: {name: North}, south: {name: South}}\n",
	"arrangement: {nature: mandated, scale: structural, form: acquisition, roles: {acquirer: north, acquired: south}}\norganisations: {north: {name: North}, south: {name: South}}\n",
	"arrangement: {nature: mandated}\n",
	"",
}

// answeredInTurn answers the criteria of a kind of partnership that only a person can judge, in turn with
// some words; an empty word leaves one open.
func answeredInTurn(head string, words []string, from int) string {
	var b strings.Builder
	b.WriteString(head + "answers:\n  benefits-measured: unknown\n")
	for _, c := range cat.Criteria {
		if word := words[from%len(words)]; c.Kind.Counts() || c.Kind == catalogue.Watchpoint {
			if from++; word != "" && c.ID != "benefits-measured" {
				b.WriteString("  " + c.ID + ": " + word + "\n")
			}
		}
	}
	return b.String()
}

// eachAnsweredInTurn judges many documents of all kinds, with answers better, worse and open.
func eachAnsweredInTurn(t *testing.T, check func(t *testing.T, r *result.Result)) {
	t.Helper()
	for k, head := range kinds {
		for n, words := range [][]string{{"no", "partly", "yes", "", "no"}, {"partly", "no", "partly"}, {"", "no", "", "yes", "partly", "", "yes"}, {""}} {
			for from := range min(3, len(words)) {
				t.Run(fmt.Sprintf("%d/%d/%d", k, n, from), func(t *testing.T) {
					check(t, assessText(t, answeredInTurn(head, words, from)))
				})
			}
		}
	}
}

// stands is where a criterion stands in the order of a question, the first first: what surely applies before
// what may; what is essential here, then what counts, then what warns; each not met before it is partly met
// or unknown, and a warning that is not met before what counts and is met in part.
func stands(c *result.Criterion, question string) int {
	order := []string{"essential not met", "essential", "counts not met", "warns not met", "counts", "warns"}
	what := "counts"
	switch {
	case c.Gate && c.Home == question:
		what = "essential"
	case c.Kind == catalogue.Watchpoint:
		what = "warns"
	case c.Kind == catalogue.Consistency:
		return len(order)
	}
	if c.Status == rating.NotMet {
		what += " not met"
	}
	return slices.Index(order, what)
}

// TestReasonsStandInOrder: those against and the unknown, the weightiest first; of the same weight what
// concerns this question alone before what concerns several, then as in the catalogue.
func TestReasonsStandInOrder(t *testing.T) {
	seen := map[[2]int]bool{}
	eachAnsweredInTurn(t, func(t *testing.T, r *result.Result) {
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
						x, y := stands(a, q.ID), stands(b, q.ID)
						seen[[2]int{x, y}] = true
						late := x > y || x == y && len(a.Questions) > len(b.Questions) ||
							x == y && len(a.Questions) == len(b.Questions) && place(a.ID) > place(b.ID)
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

func place(id string) int {
	return slices.Index(cat.CriterionIDs(), id)
}

// TestWhatMayApplyComesLater: what only may apply stands after whatever surely does, of the same weight.
func TestWhatMayApplyComesLater(t *testing.T) {
	compared := 0
	eachAnsweredInTurn(t, func(t *testing.T, r *result.Result) {
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
						if stands(a, q.ID) >= stands(b, q.ID) || stands(a, q.ID) > 1 && stands(b, q.ID) < 4 {
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

// TestWhatToDoFirstIsTheWeightiest where no path leads to a better rating: a mismatch of the kind before all,
// then what is essential, what counts and what warns, as for a question; and of the same weight what concerns
// several questions before what concerns one.
func TestWhatToDoFirstIsTheWeightiest(t *testing.T) {
	tried := 0
	eachAnsweredInTurn(t, func(t *testing.T, r *result.Result) {
		if len(r.Path.Steps) > 0 {
			return
		}
		var open []*result.Criterion
		for i := range r.Criteria {
			c := &r.Criteria[i]
			if (c.Status == rating.NotMet || c.Status == rating.Partly) && c.Kind != catalogue.Opinion && c.Kind != catalogue.Remark {
				open = append(open, c)
			}
		}
		slices.SortStableFunc(open, func(a, b *result.Criterion) int {
			first := func(c *result.Criterion) int {
				n := stands(c, c.Home)
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
	mismatch := assessText(t, answeredInTurn("arrangement: {nature: voluntary, scale: structural, form: merger, brokered_by: regulator, mandate: imposed}\n", []string{"no"}, 0))
	if mismatch.Criterion("nature-consistent").Status != rating.NotMet || mismatch.DoFirst[0].Criterion != "nature-consistent" {
		t.Errorf("a mismatch does not come first: %+v", mismatch.DoFirst)
	}
}

// TestThreeToDoAndThreeToFindOut: no more fit the first screen, and no fewer are told where there are more.
func TestThreeToDoAndThreeToFindOut(t *testing.T) {
	many := assessText(t, answeredInTurn(kinds[0], []string{"no", "", "partly"}, 0))
	if len(many.DoFirst) != 3 || len(many.FindOutFirst) != 3 {
		t.Errorf("%d to do, %d to find out", len(many.DoFirst), len(many.FindOutFirst))
	}
	for i, x := range many.FindOutFirst {
		if x.Criterion != many.Settle.Ranked[i].Criterion {
			t.Errorf("%d: find out %s, and the most decisive is %s", i+1, x.Criterion, many.Settle.Ranked[i].Criterion)
		}
	}
	two := assessText(t, strings.Replace(answeredInTurn(kinds[0], []string{"yes"}, 0), "  clear-rationale: yes\n  ", "  clear-rationale: no\n  ", 1))
	if len(two.DoFirst) != 1 || two.DoFirst[0].Criterion != "clear-rationale" {
		t.Errorf("one is open: %+v", two.DoFirst)
	}
}

// TestUnknownsAreRankedByWhatTheyMove: what surely applies first, then by how much the answer moves, then by
// what they are.
func TestUnknownsAreRankedByWhatTheyMove(t *testing.T) {
	ties := 0
	eachAnsweredInTurn(t, func(t *testing.T, r *result.Result) {
		for i := 1; i < len(r.Settle.Ranked); i++ {
			x, y := r.Settle.Ranked[i-1], r.Settle.Ranked[i]
			a, b := r.Criterion(x.Criterion), r.Criterion(y.Criterion)
			switch {
			case a.Applies != b.Applies:
				if a.Applies != "yes" {
					t.Errorf("%s, which may apply, stands before %s", a.ID, b.ID)
				}
			case x.Weight != y.Weight:
				if x.Weight < y.Weight {
					t.Errorf("%s moves less than %s, and stands before it", a.ID, b.ID)
				}
			default:
				ties++
				n, m := stands(a, a.Home), stands(b, b.Home)
				if n > m || n == m && len(a.Questions) < len(b.Questions) || n == m && len(a.Questions) == len(b.Questions) && place(a.ID) > place(b.ID) {
					t.Errorf("%s stands before %s, and both move as much", a.ID, b.ID)
				}
			}
		}
	})
	if ties < 10 {
		t.Errorf("only %d ties", ties)
	}
}
