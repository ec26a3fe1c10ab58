package rating

import (
	"cmp"
	"slices"
)

// cover is a covering problem: from candidates, each of which adds its gains to a number of needs, choose
// the fewest that fill every need; of equally many, those that take the least effort; of equally much,
// the first in order. Everything in it is whole and not negative, so choosing more never hurts.
type cover struct {
	groups []group
	needs  []int
	effort func(candidate int) int
	room   *room

	weighed []*float64 // what each need weighed in a problem before, 0 for none, and then in this; nil where there are no others
}

// room hands out whole numbers, all zero, from one stretch of memory, for problems that are set up and solved
// in turn: what was handed out before it is cleared is lost.
type room struct {
	all    []int
	used   int
	floats []float64
}

func (r *room) clear() { r.used = 0 }

func (r *room) take(n int) []int {
	if r.used+n > len(r.all) {
		r.all, r.used = make([]int, max(1024, 2*len(r.all), n)), 0 // what was handed out keeps its own
	}
	taken := r.all[r.used : r.used+n : r.used+n]
	clear(taken)
	r.used += n
	return taken
}

// scratch gives so many numbers, all zero, until the next are asked for.
func (r *room) scratch(n int) []float64 {
	r.floats = slices.Grow(r.floats[:0], n)[:n]
	clear(r.floats)
	return r.floats
}

// rows are rows of so many whole numbers each, one after the other.
type rows struct {
	all   []int
	width int
}

// rows hands out rows of so many numbers.
func (r *room) rows(n, width int) rows { return rows{r.take(n * width), width} }

func (r *rows) at(i int) []int { return r.all[i*r.width:][:r.width:r.width] }

// group is a number of candidates that add the same: which of them is taken matters only for the effort.
type group struct {
	gains   []int // what one of them adds to each need
	total   int   // what one of them adds to all needs together, at most
	members []int // least effort first
	efforts []int // what the first so many of them take together
}

// prepare joins the groups that add the same, drops those that add nothing, and puts those that add most first.
func (c *cover) prepare() *search {
	c.clip()
	joined := make([]*group, 0, len(c.groups))
	for i := range c.groups {
		g := &c.groups[i]
		for _, n := range g.gains { // none more than its need
			g.total += n
		}
		if g.total == 0 {
			continue
		}
		at := slices.IndexFunc(joined, func(x *group) bool { return x.total == g.total && slices.Equal(x.gains, g.gains) })
		if at < 0 {
			joined = append(joined, g)
			continue
		}
		joined[at].members = append(slices.Clip(joined[at].members), g.members...)
		slices.SortStableFunc(joined[at].members, func(a, b int) int { return cmp.Compare(c.effort(a), c.effort(b)) })
	}
	s := &search{cover: c}
	for _, g := range joined {
		s.candidates += len(g.members)
		g.efforts = c.room.take(len(g.members) + 1)
		for n, m := range g.members {
			g.efforts[n+1] = g.efforts[n] + c.effort(m)
		}
	}
	slices.SortStableFunc(joined, func(a, b *group) int { return cmp.Compare(b.total, a.total) })
	s.groups, s.first, s.sums = joined, c.room.take(len(joined)+1), c.room.take(s.candidates+1)
	n := 0
	for i, g := range joined {
		for range g.members {
			s.sums[n+1] = s.sums[n] + g.total
			n++
		}
		s.first[i+1] = n
	}
	return s
}

// clip leaves out what a candidate adds beyond a need.
func (c *cover) clip() {
	for i := range c.groups {
		for r, n := range c.groups[i].gains {
			c.groups[i].gains[r] = min(n, max(c.needs[r], 0))
		}
	}
}

// solve gives the chosen candidates in order, or false where not even all of them fill the needs or where
// more than most would be needed. It looks at no more than budget nodes, and takes what it looks at off
// the budget; exact is false where that was not enough to be sure that nothing smaller does it.
//
// A set of as many as most is wanted only if it takes less effort than below.
func (s *search) solve(most, below int, budget *int) (chosen []int, exact, ok bool) {
	if below == noLimit {
		if some, _, filled := s.greedy(most); filled {
			most = len(some) // so many do it
		}
	}
	s.budget, s.size, s.unweighed = budget, min(most, s.candidates), *budget-enoughToWeigh
	if slices.ContainsFunc(s.weighed, func(w *float64) bool { return *w > 0 }) {
		if s.weigh(s.size); s.worth(s.needs) > s.heaviestOfAll(s.size, 0) {
			return nil, true, false
		}
	}
	s.bounds()
	s.left, s.taken = s.room.rows(len(s.groups)+1, len(s.needs)), s.room.take(len(s.groups))
	copy(s.left.at(0), s.needs)
	start := s.least(0, s.needs, most)
	if start > most || !s.enough(0, s.needs) {
		return nil, true, false
	}
	for size := start; size <= min(most, s.candidates); size++ {
		if s.bestEffort = noLimit; size == most {
			s.bestEffort = below
		}
		s.walk(0, size, 0)
		if s.found {
			slices.Sort(s.best)
			return s.best, *budget > 0, true
		}
		if *budget <= 0 {
			return s.greedy(most)
		}
	}
	return nil, true, false
}

// greedy fills the needs with what adds most, for where the search ran out.
func (s *search) greedy(most int) (chosen []int, exact, ok bool) {
	left := slices.Clone(s.needs)
	used := make([]int, len(s.groups))
	for !filled(left) {
		at, adds := -1, 0
		for i, g := range s.groups {
			if used[i] == len(g.members) {
				continue
			}
			sum := 0
			for r, n := range left {
				sum += min(max(n, 0), g.gains[r])
			}
			if sum > adds {
				at, adds = i, sum
			}
		}
		if at < 0 || len(chosen) == most {
			return nil, false, false
		}
		chosen = append(chosen, s.groups[at].members[used[at]])
		used[at]++
		for r := range left {
			left[r] -= s.groups[at].gains[r]
		}
	}
	slices.Sort(chosen)
	return chosen, false, true
}

func filled(left []int) bool {
	for _, n := range left {
		if n > 0 {
			return false
		}
	}
	return true
}

// search walks the groups, taking so many of each.
type search struct {
	*cover
	groups     []*group // those that add most first
	first      []int    // of each group, how many candidates the groups before it have
	sums       []int    // what the first so many candidates add to all needs together
	candidates int
	budget     *int
	size       int // the most candidates that are of interest
	unweighed  int // what of the budget is left when the needs are worth weighing

	left  rows  // at each depth, what is left to fill
	taken []int // how many of each group are taken

	most, sum rows // from each group on, the largest gain and the sum of all gains for each need

	weights []int // of the needs, for a bound on what fills all of them; nil until the search has gone on for a while
	heavy   rows  // from each group on, the most that so many candidates add to the needs, weighed; empty until it is asked for

	light     rows // the same where each unit of effort takes something back; empty until effort is held against a best
	takesBack int

	lightest   [][]int // from each group on, the least effort of so many candidates; made for the first set found
	best       []int   // the best set found
	bestEffort int     // and its effort; until one is found, what it must stay below
	found      bool
}

// bounds works out what the groups from each one on can still add.
func (s *search) bounds() {
	n := len(s.groups)
	s.most, s.sum = s.room.rows(n+1, len(s.needs)), s.room.rows(n+1, len(s.needs))
	for i := n - 1; i >= 0; i-- {
		g := s.groups[i]
		most, sum, mostAfter, sumAfter := s.most.at(i), s.sum.at(i), s.most.at(i+1), s.sum.at(i+1)
		for r, adds := range g.gains {
			most[r] = max(mostAfter[r], adds)
			sum[r] = sumAfter[r] + adds*len(g.members)
		}
	}
}

// least is how many more candidates, of the groups from one on, are needed at least: so many as the need
// that is hardest to fill asks, and so many as it takes of those that add most to fill all needs together.
// It stops counting beyond enough.
func (s *search) least(from int, left []int, enough int) int {
	n, all := 0, 0
	most := s.most.at(from)
	for r, need := range left {
		if need <= 0 {
			continue
		}
		all += need
		if m := most[r]; m > 0 && need > n*m {
			n = (need + m - 1) / m
		}
	}
	if n > enough || all <= 0 {
		return n
	}
	sums := s.sums[s.first[from]:] // those that add most come first
	for n <= enough && n < len(sums)-1 && sums[n]-sums[0] < all {
		n++
	}
	return n
}

// lightestOf gives the least effort that so many candidates of the groups from one on take.
func (s *search) lightestOf(from, n int) int {
	if s.lightest == nil {
		s.lightest = make([][]int, len(s.groups)+1)
		efforts := s.room.take(s.candidates)[:0]
		for i := len(s.groups); i >= 0; i-- {
			if i < len(s.groups) {
				for _, m := range s.groups[i].members {
					at, _ := slices.BinarySearch(efforts, s.effort(m))
					efforts = slices.Insert(efforts, at, s.effort(m))
				}
			}
			s.lightest[i] = s.room.take(len(efforts) + 1)
			for n, e := range efforts {
				s.lightest[i][n+1] = s.lightest[i][n] + e
			}
		}
	}
	return s.lightest[from][min(n, len(s.lightest[from])-1)]
}

// enough reports whether all candidates of the groups from one on would fill the needs.
func (s *search) enough(from int, left []int) bool {
	sum := s.sum.at(from)
	for r, need := range left {
		if need > sum[r] {
			return false
		}
	}
	return true
}

// walk takes so many of the groups from one on that no more than more are taken in all; spent is the effort
// of what has been taken. What is left to fill, and how many of each group have been taken, stand in rows
// of their own for each depth, so that walking costs no memory.
func (s *search) walk(at, more, spent int) {
	if *s.budget <= 0 {
		return
	}
	*s.budget--
	left := s.left.at(at)
	if filled(left) {
		if spent < s.bestEffort {
			s.best, s.bestEffort, s.found = s.best[:0], spent, true
			for i, n := range s.taken[:at] {
				s.best = append(s.best, s.groups[i].members[:n]...)
			}
		}
		return
	}
	if at == len(s.groups) {
		return
	}
	if s.weights == nil && *s.budget < s.unweighed {
		s.weigh(s.size)
	}
	if s.weights != nil {
		if worth := s.worth(left); s.tooFew(at, worth, more) || s.tooHeavy(at, worth, more, spent) {
			return
		}
	} else if least := s.least(at, left, more); least > more || s.bestEffort < noLimit && spent+s.lightestOf(at, least) >= s.bestEffort {
		return
	}
	g := s.groups[at]
	next, sum := s.left.at(at+1), s.sum.at(at+1)
	fewest, most := 0, 0 // of this group: so that the groups after it can fill the rest, and so that none is idle
	for r, need := range left {
		if need <= 0 {
			continue
		}
		adds := g.gains[r]
		if rest := need - sum[r]; rest > 0 {
			if adds == 0 {
				return
			}
			fewest = max(fewest, (rest+adds-1)/adds)
		}
		if adds > 0 {
			most = max(most, (need+adds-1)/adds)
		}
	}
	for n := min(most, more, len(g.members)); n >= fewest; n-- {
		if spent+g.efforts[n] >= s.bestEffort {
			continue
		}
		for r := range left {
			next[r] = left[r] - n*g.gains[r]
		}
		s.taken[at] = n
		s.walk(at+1, more-n, spent+g.efforts[n])
	}
}
