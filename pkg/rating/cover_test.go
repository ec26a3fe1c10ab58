package rating

import (
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// covering is a covering problem small enough that every choice can be tried.
type covering struct {
	needs   []int
	gains   [][]int // of each candidate
	efforts []int
}

func drawCovering(t *rapid.T) covering {
	rows := rapid.IntRange(1, 4).Draw(t, "rows")
	c := covering{needs: make([]int, rows)}
	for r := range c.needs {
		c.needs[r] = rapid.IntRange(-1, 9).Draw(t, "need")
	}
	for range rapid.IntRange(0, 9).Draw(t, "candidates") {
		gains := make([]int, rows)
		for r := range gains {
			gains[r] = rapid.SampledFrom([]int{0, 0, 1, 2, 4}).Draw(t, "gain")
		}
		c.gains, c.efforts = append(c.gains, gains), append(c.efforts, rapid.IntRange(0, 3).Draw(t, "effort"))
	}
	return c
}

// search prepares the search, with every candidate in a group of its own until it is joined with its like.
func (c covering) search() *search {
	p := cover{needs: slices.Clone(c.needs), effort: func(i int) int { return c.efforts[i] }, room: &room{}}
	for i, g := range c.gains {
		p.groups = append(p.groups, group{gains: slices.Clone(g), members: []int{i}})
	}
	s := p.prepare()
	s.bounds()
	return s
}

// best tries every choice of some candidates, and gives the size and the effort of the best that fills needs.
func (c covering) best(of, needs []int) (size, effort int, ok bool) {
	size = len(of) + 1
	for set := range 1 << len(of) {
		left, n, e := slices.Clone(needs), bits.OnesCount(uint(set)), 0
		for b, i := range of {
			if set>>b&1 == 1 {
				e += c.efforts[i]
				for r := range left {
					left[r] -= c.gains[i][r]
				}
			}
		}
		if filled(left) && (n < size || n == size && e < effort) {
			size, effort, ok = n, e, true
		}
	}
	return size, effort, ok
}

func TestACoverIsTheSmallestAndLightest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCovering(t)
		all := make([]int, len(c.gains))
		for i := range all {
			all[i] = i
		}
		size, effort, ok := c.best(all, c.needs)
		budget := 1_000_000
		chosen, exact, found := c.search().solve(len(all), noLimit, &budget)
		if found != ok || !exact {
			t.Fatalf("found %v (exact %v), but trying them all says %v", chosen, exact, ok)
		}
		sum := 0
		for _, i := range chosen {
			sum += c.efforts[i]
		}
		if _, _, fills := c.best(chosen, c.needs); ok && (!fills || len(chosen) != size || sum != effort) {
			t.Fatalf("%v with effort %d; %d with effort %d are enough", chosen, sum, size, effort)
		}
		if !ok {
			return
		}
		budget = 1_000_000
		if chosen, _, found := c.search().solve(size, effort, &budget); found {
			t.Fatalf("%v takes as many as are allowed and no less effort than must be undercut", chosen)
		}
	})
}

// TestTheBoundsOfTheSearchAreBounds: what is cut off for a bound holds nothing better. From each group on, no
// fewer candidates fill what is left than the bound says, and where it says that all together do not, they do not.
func TestTheBoundsOfTheSearchAreBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCovering(t)
		s := c.search()
		c.needs = s.needs // in its units, and so the gains
		for _, g := range s.groups {
			for _, m := range g.members {
				c.gains[m] = g.gains
			}
		}
		left := make([]int, len(c.needs))
		for r := range left {
			left[r] = rapid.IntRange(-2, max(0, c.needs[r])).Draw(t, "left")
		}
		s.bestEffort = noLimit
		for from := range len(s.groups) + 1 {
			var of []int
			for _, g := range s.groups[from:] {
				of = append(of, g.members...)
			}
			size, effort, ok := c.best(of, left)
			if enough := s.enough(from, left); enough != ok {
				t.Fatalf("from group %d on %v: enough is %v, but trying them all says %v", from, left, enough, ok)
			}
			if !ok {
				continue
			}
			least := s.least(from, left, len(of))
			if least > size {
				t.Fatalf("from group %d on %v: at least %d, but %d do", from, left, least, size)
			}
			if size > 0 && least < 1 {
				t.Fatalf("from group %d on %v: the bound says that nothing is needed", from, left)
			}
			s.size, s.heavy = len(c.gains), rows{}
			if s.weigh(s.size); s.tooFew(from, s.worth(left), size) {
				t.Fatalf("from group %d on %v: weighed, %d are too few, and do", from, left, size)
			}
			spent := rapid.IntRange(0, 5).Draw(t, "spent")
			s.light, s.bestEffort = rows{}, spent+effort+1
			if s.tooHeavy(from, s.worth(left), size, spent) {
				t.Fatalf("from group %d on %v: weighed, %d are too heavy for an effort of %d, and are not", from, left, size, effort)
			}
			if lightest := s.lightestOf(from, least); lightest > effort {
				t.Fatalf("from group %d on %v: effort of at least %d, but %d is enough", from, left, lightest, effort)
			}
		}
	})
}

// TestWhereTheBudgetRunsOut: something that fills the needs is still found, and is not called the smallest.
func TestWhereTheBudgetRunsOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCovering(t)
		budget := rapid.IntRange(0, 4).Draw(t, "budget")
		all := make([]int, len(c.gains))
		for i := range all {
			all[i] = i
		}
		size, _, ok := c.best(all, c.needs)
		chosen, exact, found := c.search().solve(len(all), noLimit, &budget)
		if found && !ok || ok && !found {
			t.Fatalf("found %v %v, but trying them all says %v", chosen, found, ok)
		}
		if _, _, fills := c.best(chosen, c.needs); found && !fills {
			t.Fatalf("%v does not fill %v", chosen, c.needs)
		}
		if found && exact && len(chosen) != size {
			t.Fatalf("%v is called the smallest, but %d are enough", chosen, size)
		}
	})
}
