package rating

import "slices"

// End says which rating is to be moved.
type End uint8

// The ends. The low end and the rating so far can be raised.
const (
	LowEnd End = iota
	SoFarEnd
	HighEnd
)

// Goal is what is to be reached: at least an overall grade, or at least a verdict.
type Goal struct {
	Overall   Grade
	Verdict   Verdict // used where ByVerdict is set
	ByVerdict bool
	Found     bool // entries are not made met, they are found to be as good as what is not known of them allows
}

// reached is what an entry becomes that is chosen.
func (g Goal) reached(i Item) Item {
	if g.Found {
		i.Worse, i.Better = i.Worse.Best(), i.Better.Best()
	} else {
		i.Worse, i.Better = Met, Met
	}
	return i
}

// Found is a smallest set of entries, by index.
type Found struct {
	Entries []int
	Exact   bool // nothing smaller does it; otherwise the best that was found within the budget
	OK      bool // there is such a set
}

// Reach finds the fewest of some entries that, set to met or found to be as good as they may be, bring an end
// to a goal; of equally many those of least effort. The budget bounds the search, in nodes.
func (s *Sheet) Reach(end End, goal Goal, candidates []int, effort func(entry int) int, budget int) Found {
	w := s.ways(end, goal, candidates, effort)
	for _, members := range w.alike {
		slices.SortStableFunc(members, func(a, b int) int { return effort(a) - effort(b) })
	}
	best := Found{Exact: true}
	for i := range w.problems {
		p := &w.problems[i]
		most, below := len(candidates), noLimit
		if best.OK {
			most, below = len(best.Entries), s.efforts(best.Entries, effort)-s.efforts(p.forced, effort)
		}
		if p.least > most {
			break // and so are all that follow
		}
		s.room.clear()
		if w.fill(p); !p.within(most - len(p.forced)) {
			continue
		}
		chosen, exact, ok := p.prepare().solve(most-len(p.forced), below, &budget)
		best.Exact = best.Exact && exact
		if !ok {
			continue
		}
		entries := slices.Clone(p.forced)
		entries = append(entries, chosen...)
		slices.Sort(entries)
		if !best.OK || len(entries) < len(best.Entries) || len(entries) == len(best.Entries) && s.efforts(entries, effort) < s.efforts(best.Entries, effort) {
			best.Entries, best.OK = entries, true
		}
	}
	return best
}

func (s *Sheet) efforts(entries []int, effort func(int) int) int {
	sum := 0
	for _, e := range entries {
		sum += effort(e)
	}
	return sum
}

// noLimit is more effort than anything takes.
const noLimit = 1 << 30

// demand is one way to reach a goal: the grades that are asked of each part.
type demand struct {
	questions         []Grade // one for each question; what it has already asks nothing
	context, enablers Grade
	eachEnabler       bool
	noOpenGate        bool
	overall           Grade // asked of the whole, for the brake on what is little known
}

// demands lists the ways to reach a goal at an end, none of which asks more than another does.
func (s *Sheet) demands(now Rated, end End, goal Goal) []demand {
	questions := make([]Grade, len(now.Questions))
	for i, q := range now.Questions {
		questions[i] = q.at(end)
	}
	if !goal.ByVerdict {
		return s.vectors(nil, end, questions, goal.Overall, demand{})
	}
	var all []demand
	rules := s.method.VerdictRules
	for i, r := range rules {
		if r.Verdict >= goal.Verdict && !slices.ContainsFunc(rules[i+1:], func(o VerdictRule) bool { return o.Verdict >= goal.Verdict && o.asksNoMore(&r) }) {
			all = s.vectors(all, end, questions, r.Overall, demand{context: r.Context, enablers: r.Enablers, eachEnabler: r.EachEnabler, noOpenGate: r.NoOpenGate})
		}
	}
	return all
}

func (r Range) at(end End) Grade {
	if end == LowEnd {
		return r.Low
	}
	return r.SoFar
}

// least is what has been found to be the least that questions have to move, at an end, for an overall grade.
type least struct {
	end     End
	want    Grade
	vectors [][]Grade
}

// vectors adds the least grades of the questions, none below what they are now at an end, for which the overall
// table gives at least a grade.
func (s *Sheet) vectors(all []demand, end End, now []Grade, want Grade, d demand) []demand {
	at := slices.IndexFunc(s.least, func(l least) bool { return l.end == end && l.want == want })
	if at < 0 {
		at = len(s.least)
		s.least = append(s.least, least{end, want, s.leastMoved(now, Green, func(g Grade) bool { return g >= want })})
	}
	d.overall = want
	all = slices.Grow(all, len(s.least[at].vectors))
	for _, v := range s.least[at].vectors {
		d.questions = v
		all = append(all, d)
	}
	return all
}

// leastMoved lists the grades of the questions, none on the other side of what it is now, at which the overall grade is
// one that is wanted: of all that move towards one end those of which none moves further than it must. What moves
// further never takes the overall grade back. As the overall grade hangs only on how many questions have each grade, it is
// worked out for how many of those at one grade come to each, and then which those are.
func (s *Sheet) leastMoved(now []Grade, end Grade, wanted func(Grade) bool) [][]Grade {
	m := moving{table: s.table(), now: now, end: end, step: 1, wanted: wanted}
	if end == Red {
		m.step = -1
	}
	for _, g := range now {
		m.left[g]++
	}
	m.spread(Red, Red, m.table.place(now))
	slices.SortFunc(m.found, func(a, b []Grade) int { return m.step * slices.Compare(a, b) })
	return m.found
}

// moving is the search for that.
type moving struct {
	*table
	now    []Grade
	end    Grade
	step   int // from a grade to the next towards the end
	wanted func(Grade) bool
	left   [Green + 1]int            // of the questions at each grade now, how many are yet to be given one
	moved  [Green + 1][Green + 1]int // how many of those come to each grade
	found  [][]Grade
}

func (m *moving) next(g Grade) Grade { return Grade(int(g) + m.step) }

// spread gives those at one grade now, and then those at the grades after it, grades from one on.
func (m *moving) spread(from, to Grade, place int) {
	switch {
	case from > Green:
		if m.wanted(m.grade(place)) && !m.tooFar(place) {
			m.name(slices.Clone(m.now), 0)
		}
		return
	case m.left[from] == 0:
		m.spread(from+1, from+1, place)
		return
	}
	all := m.left[from]
	for n := range all + 1 {
		if to == m.end && n < all {
			continue // no grade comes after that
		}
		m.left[from], m.moved[from][to] = all-n, n
		m.spread(from, m.next(to), place+n*(m.weights[to]-m.weights[from]))
	}
	m.left[from], m.moved[from][to] = all, 0
}

// tooFar reports whether one of them need not move so far.
func (m *moving) tooFar(place int) bool {
	for from := range m.moved {
		for to, n := range m.moved[from] {
			if n > 0 && to != from && m.wanted(m.grade(place+m.weights[to-m.step]-m.weights[to])) {
				return true
			}
		}
	}
	return false
}

// name says which questions they are, from one on.
func (m *moving) name(v []Grade, at int) {
	if at == len(v) {
		m.found = append(m.found, slices.Clone(v))
		return
	}
	moved := &m.moved[m.now[at]]
	for to, n := range moved {
		if n > 0 {
			moved[to]--
			v[at] = Grade(to)
			m.name(v, at+1)
			moved[to]++
		}
	}
}

// table looks the overall grade up by how many questions have each grade: by a place, in which each question counts by
// the weight of its grade. Each case is worked out once.
type table struct {
	method    *Method
	questions int
	cases     []uint8 // 0 where not worked out
	weights   [Green + 1]int
}

func (m *Method) tableOf(questions int) *table {
	base := questions + 1
	return &table{m, questions, make([]uint8, base*base*base), [...]int{Red: base * base, AmberRed: base, AmberGreen: 1, Green: 0}}
}

// table gives the table. Each question has a grade.
func (s *Sheet) table() *table {
	if s.cases == nil {
		s.cases = s.method.tableOf(len(s.questions))
	}
	return s.cases
}

// place is the place in the table at some grades.
func (t *table) place(grades []Grade) int {
	place := 0
	for _, g := range grades {
		place += t.weights[g]
	}
	return place
}

func (t *table) grade(place int) Grade {
	at := &t.cases[place]
	if *at == 0 {
		base := t.questions + 1
		count := counted{Red: place / (base * base), AmberRed: place / base % base, AmberGreen: place % base}
		count[Green] = t.questions - count[Red] - count[AmberRed] - count[AmberGreen]
		*at = uint8(t.method.table(count).Grade)
	}
	return Grade(*at)
}
