package rating_test

import (
	"slices"
	"testing"

	"partner/pkg/rating"

	"pgregory.net/rapid"
)

// stairs is a document of six questions, each of 24 criteria of its own: the first lacks one to be green, the next
// two, and so on. What is lacking is not met, or not known. Each question has a watchpoint too.
func stairs(lacking, watchpoint rating.Status) (entries []rating.Entry, candidates []int) {
	for q := range 6 {
		for n := range 24 {
			e := rating.Entry{Item: plain(rating.Met), Feeds: []int{q}, Home: q, Part: rating.Enablers}
			if n <= 6+q {
				e.Item = plain(lacking)
				candidates = append(candidates, len(entries))
			}
			entries = append(entries, e)
		}
		e := rating.Entry{Item: plain(watchpoint), Feeds: []int{q}, Home: q}
		if e.Watchpoint = true; watchpoint != rating.Met {
			candidates = append(candidates, len(entries))
		}
		entries = append(entries, e)
	}
	return entries, candidates
}

// TestTheLeastOfManyWays: any four of the questions may become green, which are fifteen ways. The least of them is
// found whichever is looked at first, in so few nodes; with fewer it may not be called the least.
func TestTheLeastOfManyWays(t *testing.T) {
	const nodes = 6
	for _, c := range []struct {
		name       string
		watchpoint rating.Status
		want       int // one, two, three and four, and what caps each of these questions
	}{
		{"shares alone", rating.Met, 10},
		{"each with what caps it", rating.NotMet, 14},
	} {
		t.Run(c.name, func(t *testing.T) {
			entries, candidates := stairs(rating.NotMet, c.watchpoint)
			sheet := rating.NewSheet(method, 6, entries)
			if was := sheet.Rate().Whole.Low.Grade; was != rating.AmberGreen {
				t.Fatalf("it is %s", was)
			}
			for budget := range nodes + 2 {
				f := sheet.Reach(rating.LowEnd, rating.Goal{Overall: rating.Green}, candidates, effortOf, budget)
				if f.Exact != (budget >= nodes) || !f.OK || f.Exact && len(f.Entries) != c.want {
					t.Errorf("in %d nodes: %d entries, exact %t", budget, len(f.Entries), f.Exact)
				}
			}
		})
	}
}

// TestMoreSearchIsNeverLarger: a larger budget finds as small a set or a smaller one; and one that is certain takes no
// more effort than any as small that a smaller budget found.
func TestMoreSearchIsNeverLarger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := drawSheet(t)
		end, goal, candidates := drawGoal(t, entries)
		sheet := rating.NewSheet(method, 6, entries)
		was, wasEffort := rating.Found{}, 0
		for budget := range 16 {
			f := sheet.Reach(end, goal, candidates, effortOf, budget)
			effort := 0
			for _, e := range f.Entries {
				effort += effortOf(e)
			}
			if was.OK && (!f.OK || len(f.Entries) > len(was.Entries) || f.Exact && len(f.Entries) == len(was.Entries) && effort > wasEffort) {
				t.Fatalf("%v in %d nodes, and %v in one fewer", f, budget, was)
			}
			was, wasEffort = f, effort
		}
	})
}

// TestNoMoreIsAskedThanTheGradeNeeds: a question may be amber-green while half of it is known, so two of four that are
// not met are enough for that.
func TestNoMoreIsAskedThanTheGradeNeeds(t *testing.T) {
	var entries []rating.Entry
	var candidates []int
	for i := range 8 {
		status := rating.NotMet
		if i >= 4 {
			status = rating.Unknown
		}
		entries = append(entries, rating.Entry{Item: plain(status), Feeds: []int{0}, Home: 0, Part: rating.Enablers})
		candidates = append(candidates, i)
	}
	f := rating.NewSheet(method, 6, entries).Reach(rating.SoFarEnd, rating.Goal{Overall: rating.Green}, candidates[:4], effortOf, 1000)
	if len(f.Entries) != 2 || !f.OK || !f.Exact {
		t.Errorf("found %+v", f)
	}
}

// TestTheLeastThatQuestionsHaveToMove tries all grades that four questions may have and come to: what is listed leads to
// the overall grade, all else that does moves one of them further, and the order is that in which they move.
func TestTheLeastThatQuestionsHaveToMove(t *testing.T) {
	const questions = 4
	sheet := rating.NewSheet(method, questions, nil)
	var all [][]rating.Grade
	for n := range 1 << (2 * questions) {
		grades := make([]rating.Grade, questions)
		for q := range grades {
			grades[q] = rating.Red + rating.Grade(n>>(2*(questions-1-q))&3)
		}
		all = append(all, grades)
	}
	for _, end := range []rating.Grade{rating.Green, rating.Red} {
		// between reports whether no question moves back from now to a, nor from a to b.
		between := func(now, a, b []rating.Grade) bool {
			for q := range now {
				if end == rating.Green && (a[q] < now[q] || b[q] < a[q]) || end == rating.Red && (a[q] > now[q] || b[q] > a[q]) {
					return false
				}
			}
			return true
		}
		for want := rating.Red; want <= rating.Green; want++ {
			var does [][]rating.Grade
			for _, v := range all {
				if g := sheet.Together(v); end == rating.Green && g >= want || end == rating.Red && g <= want {
					does = append(does, v)
				}
			}
			if end == rating.Red {
				slices.Reverse(does)
			}
			for _, now := range all {
				var least [][]rating.Grade
				for _, v := range does {
					if between(now, v, v) && !slices.ContainsFunc(does, func(o []rating.Grade) bool { return !slices.Equal(o, v) && between(now, o, v) }) {
						least = append(least, v)
					}
				}
				if found := sheet.LeastMoved(now, end, want); !slices.EqualFunc(found, least, slices.Equal[[]rating.Grade]) {
					t.Fatalf("from %v towards %v, for %v: %v; least are %v", now, end, want, found, least)
				}
			}
		}
	}
}
