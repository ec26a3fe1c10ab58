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
// further never takes the overall grade back.
func (s *Sheet) leastMoved(now []Grade, end Grade, wanted func(Grade) bool) [][]Grade {
	var all [][]Grade
	step := 1
	if end == Red {
		step = -1
	}
	t := s.table()
	v := slices.Clone(now)
	rest := make([]int, len(v)+1) // from each question on, how the place in the table moves if all have moved to the end
	for i := len(v) - 1; i >= 0; i-- {
		rest[i] = rest[i+1] + t.weights[end] - t.weights[now[i]]
	}
	var walk func(at, place int)
	walk = func(at, place int) {
		if wanted(t.grade(place)) {
			for i, g := range v[:at] {
				if g != now[i] && wanted(t.grade(place+t.weights[int(g)-step]-t.weights[g])) {
					return
				}
			}
			all = append(all, slices.Clone(v))
			return
		}
		if at == len(v) || !wanted(t.grade(place+rest[at])) {
			return
		}
		for g := now[at]; ; g = Grade(int(g) + step) {
			v[at] = g
			walk(at+1, place+t.weights[g]-t.weights[now[at]])
			if g == end {
				break
			}
		}
		v[at] = now[at]
	}
	walk(0, t.place(now))
	return all
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
