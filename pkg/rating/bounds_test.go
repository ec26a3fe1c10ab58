package rating

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	_ "partner/pkg/internal/drawn"
)

// TestACoverWithinWhatIsAsked: at most so many, and where they are as many, of less effort than that.
func TestACoverWithinWhatIsAsked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCovering(t)
		all := make([]int, len(c.gains))
		for i := range all {
			all[i] = i
		}
		size, effort, ok := c.best(all, c.needs)
		most := rapid.IntRange(0, len(all)+1).Draw(t, "most")
		below := rapid.SampledFrom([]int{noLimit, effort, effort + 1}).Draw(t, "below")
		within := ok && (size < most || size == most && effort < below)
		budget := 1_000_000
		chosen, exact, found := c.search().solve(most, below, &budget)
		if found != within || !exact {
			t.Fatalf("at most %d below %d: found %v (%t, exact %t); %d of effort %d do it: %t", most, below, chosen, found, exact, size, effort, ok)
		}
		if !found {
			return
		}
		sum := 0
		for _, i := range chosen {
			sum += c.efforts[i]
		}
		if len(chosen) != size || sum != effort || !slices.IsSorted(chosen) {
			t.Fatalf("found %v of effort %d; %d of effort %d do it", chosen, sum, size, effort)
		}
	})
}

// TestTheBoundStopsCounting beyond what is enough, and not before.
func TestTheBoundStopsCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCovering(t)
		s := c.search()
		whole := s.least(0, s.needs, len(c.gains)+1)
		for enough := range len(c.gains) + 1 {
			if got := s.least(0, s.needs, enough); got > whole || got <= enough && got != whole {
				t.Fatalf("at least %d where %d are enough, and %d otherwise", got, enough, whole)
			}
		}
	})
}

// TestWithFewAndNoBudget: what is found where the search is cut short is no more than may be taken.
func TestWithFewAndNoBudget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCovering(t)
		most, budget := rapid.IntRange(0, len(c.gains)).Draw(t, "most"), rapid.IntRange(0, 3).Draw(t, "budget")
		chosen, _, found := c.search().solve(most, noLimit, &budget)
		if _, _, fills := c.best(chosen, c.needs); found && (len(chosen) > most || !fills || !slices.IsSorted(chosen)) {
			t.Fatalf("%v, where %d may be taken", chosen, most)
		}
	})
}

// TestTheBoundsAreTight holds them to the numbers that they are meant to give: a bound that is weaker than that
// is never wrong, and makes every search longer.
func TestTheBoundsAreTight(t *testing.T) {
	one := func(members ...int) []int { return members }
	for _, c := range []struct {
		name   string
		needs  []int
		groups []group
		least  int // how many it takes at least, as the bound has it
		takes  int // how many it takes
		after  int // and without the group that adds most, as far as that bound tells
		nodes  int // that the search looks at
	}{
		{"nothing is needed", []int{0, -1}, []group{{gains: []int{1, 1}, members: one(0)}}, 0, 0, 0, 1},
		{"one need, divided without a rest", []int{6}, []group{{gains: []int{2}, members: one(0, 1, 2, 3)}}, 3, 3, 0, 2},
		{"one need, divided with a rest", []int{7}, []group{{gains: []int{2}, members: one(0, 1, 2, 3)}}, 4, 4, 0, 2},
		{"the hardest of two needs", []int{6, 1}, []group{{gains: []int{2, 1}, members: one(0, 1, 2)}, {gains: []int{0, 1}, members: one(3)}}, 3, 3, 1, 2},
		{"the hardest of two needs, with a rest", []int{5, 1}, []group{{gains: []int{2, 2}, members: one(0, 1, 2)}}, 3, 3, 0, 2},
		{"two needs together", []int{4, 4}, []group{{gains: []int{4, 0}, members: one(0)}, {gains: []int{0, 4}, members: one(1)}}, 2, 2, 1, 3},
		{"the largest first, then the rest", []int{9}, []group{{gains: []int{1}, members: one(0, 1, 2)}, {gains: []int{4}, members: one(3, 4)}}, 3, 3, 9, 3},
		{"what one adds beyond a need does not count", []int{3, 3}, []group{{gains: []int{9, 1}, members: one(0)}, {gains: []int{1, 9}, members: one(1)}}, 2, 2, 3, 3},
		{"no sum tells what the rows do", []int{5, 5}, []group{{gains: []int{5, 0}, members: one(0, 1)}, {gains: []int{0, 1}, members: one(2, 3, 4, 5, 6)}}, 5, 6, 5, 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := (&cover{groups: c.groups, needs: c.needs, effort: func(int) int { return 1 }, room: &room{}}).prepare()
			s.bounds()
			if got := s.least(0, s.needs, 10); got != c.least {
				t.Errorf("at least %d, not %d", got, c.least)
			}
			if got := s.least(min(1, len(s.groups)), s.needs, 10); got != c.after {
				t.Errorf("after the first group at least %d, not %d", got, c.after)
			}
			budget := 100
			if chosen, _, ok := s.solve(10, noLimit, &budget); !ok || len(chosen) != c.takes || 100-budget != c.nodes {
				t.Errorf("%v is found, in %d nodes", chosen, 100-budget)
			}
		})
	}
}

// TestEffortBoundsTheSearch: once a set is found, what cannot take less effort is not looked at.
func TestEffortBoundsTheSearch(t *testing.T) {
	for _, c := range []struct {
		name        string
		efforts     [6]int // of one and another that add two to the one need, one to each, two to the other
		most, below int
		want        []int
		nodes       int
	}{
		{"any two of the same effort", [6]int{1, 1, 1, 1, 1, 1}, 6, noLimit, []int{0, 2}, 6},
		{"the lightest", [6]int{3, 1, 3, 2, 1, 2}, 6, noLimit, []int{1, 4}, 7},
		{"not within that effort", [6]int{1, 1, 1, 1, 1, 1}, 2, 2, nil, 1},
		{"just within that effort", [6]int{1, 1, 1, 1, 1, 1}, 2, 3, []int{0, 2}, 6},
		{"more may be taken, so the effort does not matter", [6]int{1, 1, 1, 1, 1, 1}, 3, 2, []int{0, 2}, 6},
		{"no two", [6]int{1, 1, 1, 1, 1, 1}, 1, noLimit, nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &cover{needs: []int{2, 2}, effort: func(m int) int { return c.efforts[m] }, room: &room{}}
			for m, gains := range [][]int{{2, 0}, {1, 1}, {0, 2}, {2, 0}, {1, 1}, {0, 2}} {
				p.groups = append(p.groups, group{gains: gains, members: []int{m}})
			}
			budget := 1000
			chosen, exact, ok := p.prepare().solve(c.most, c.below, &budget)
			if !slices.Equal(chosen, c.want) || !exact || ok != (c.want != nil) || 1000-budget != c.nodes {
				t.Errorf("%v, exact %t, in %d nodes", chosen, exact, 1000-budget)
			}
		})
	}
}

// TestNothingIsSearchedWhereNothingDoesIt: that is known before the first node, whatever the budget.
func TestNothingIsSearchedWhereNothingDoesIt(t *testing.T) {
	for _, c := range []covering{
		{needs: []int{4}, gains: [][]int{{1}, {1}, {1}}, efforts: []int{1, 1, 1}},
		{needs: []int{1, 1}, gains: [][]int{{1, 0}, {2, 0}}, efforts: []int{1, 1}},
		{needs: []int{1}},
	} {
		for _, budget := range []int{0, 100} {
			left := budget
			if chosen, exact, ok := c.search().solve(9, noLimit, &left); ok || !exact || left != budget {
				t.Errorf("%+v: %v, exact %t, in %d nodes of %d", c, chosen, exact, budget-left, budget)
			}
		}
	}
}

// TestOnlyWhatIsLeftOfTheBudgetMakesSure: a search that used it up to the last node may have been cut short.
func TestOnlyWhatIsLeftOfTheBudgetMakesSure(t *testing.T) {
	c := covering{needs: []int{6}, gains: [][]int{{2}, {2}, {2}, {2}}, efforts: []int{1, 1, 1, 1}}
	for budget, want := range map[int]bool{1: false, 2: false, 3: true} {
		if chosen, exact, ok := c.search().solve(9, noLimit, &budget); !ok || len(chosen) != 3 || exact != want || budget < 0 {
			t.Errorf("%v, exact %t, with %d left", chosen, exact, budget)
		}
	}
}

// TestWhatAddsMostIsTakenWhereTheSearchRanOut: of what adds as much, what stands first; and never more than may be
// taken.
func TestWhatAddsMostIsTakenWhereTheSearchRanOut(t *testing.T) {
	for _, c := range []struct {
		name string
		covering
		most int
		want []int
	}{
		{"of two that add as much the first", covering{[]int{2, 1}, [][]int{{2, 0}, {1, 1}, {1, 0}}, []int{1, 1, 1}}, 3, []int{0, 1}},
		{"what adds most, though others do it with fewer", covering{[]int{3, 3}, [][]int{{2, 2}, {3, 0}, {0, 3}}, []int{1, 1, 1}}, 3, []int{0, 1, 2}},
		{"more than may be taken", covering{[]int{3, 3}, [][]int{{2, 2}, {3, 0}, {0, 3}}, []int{1, 1, 1}}, 2, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			budget := 1
			chosen, exact, ok := c.search().solve(c.most, noLimit, &budget)
			if !slices.Equal(chosen, c.want) || exact || ok != (c.want != nil) {
				t.Errorf("%v, exact %t", chosen, exact)
			}
		})
	}
}
