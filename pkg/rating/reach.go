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
	var ways []problem
	demands, capping := s.demands(end, goal), s.capping(goal)
	for i := range demands {
		if p, possible := s.problem(end, goal, &demands[i], capping, candidates, effort); possible {
			ways = append(ways, p)
		}
	}
	slices.SortStableFunc(ways, func(a, b problem) int { return a.least - b.least })
	alike := s.alike(candidates)
	for _, members := range alike {
		slices.SortStableFunc(members, func(a, b int) int { return effort(a) - effort(b) })
	}
	best := Found{Exact: true}
	for i := range ways {
		w := &ways[i]
		most, below := len(candidates), noLimit
		if best.OK {
			most, below = len(best.Entries), s.efforts(best.Entries, effort)
		}
		if w.least > most {
			break // and so are all that follow
		}
		s.room.clear()
		s.fill(end, goal, w, alike)
		chosen, exact, ok := w.prepare().solve(most-len(w.forced), below-s.efforts(w.forced, effort), &budget)
		best.Exact = best.Exact && exact
		if !ok {
			continue
		}
		entries := slices.Clone(w.forced)
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
func (s *Sheet) demands(end End, goal Goal) []demand {
	now := s.Rate()
	questions := make([]Grade, len(now.Questions))
	for i, q := range now.Questions {
		questions[i] = q.at(end)
	}
	if !goal.ByVerdict {
		return s.vectors(questions, goal.Overall, demand{})
	}
	var all []demand
	for _, r := range s.method.VerdictRules {
		if r.Verdict >= goal.Verdict {
			all = append(all, s.vectors(questions, r.Overall, demand{context: r.Context, enablers: r.Enablers, eachEnabler: r.EachEnabler, noOpenGate: r.NoOpenGate})...)
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

// vectors lists the least grades of the questions, none below what they are now, for which the overall
// table gives at least a grade.
func (s *Sheet) vectors(now []Grade, want Grade, d demand) []demand {
	d.overall = want
	if t := s.tableOf(now); t.grade() >= want {
		d.questions = slices.Clone(now)
		return []demand{d}
	}
	var all []demand
	v := slices.Clone(now)
	t := s.tableOf(nil)
	var walk func(at int)
	walk = func(at int) {
		if at == len(v) {
			if t.grade() < want {
				return
			}
			for i := range v { // none that asks more than it must
				if v[i] > now[i] && t.instead(v[i], v[i]-1) >= want {
					return
				}
			}
			d.questions = slices.Clone(v)
			all = append(all, d)
			return
		}
		for g := now[at]; g <= Green; g++ {
			v[at] = g
			t.count[g]++
			walk(at + 1)
			t.count[g]--
		}
		v[at] = now[at]
	}
	walk(0)
	return all
}

// table looks the overall grade up by how many questions have each grade. Each such case is worked out once
// for a sheet.
type table struct {
	*Sheet
	count counted
}

// tableOf gives the table at some grades.
func (s *Sheet) tableOf(grades []Grade) *table {
	if base := len(s.questions) + 1; s.cases == nil {
		s.cases = make([]uint8, base*base*base)
	}
	t := &table{Sheet: s}
	for _, g := range grades {
		t.count[g]++
	}
	return t
}

func (t *table) grade() Grade {
	base := len(t.questions) + 1
	at := &t.cases[(t.count[Red]*base+t.count[AmberRed])*base+t.count[AmberGreen]]
	if *at == 0 {
		*at = uint8(t.method.table(t.count).Grade)
	}
	return Grade(*at)
}

// instead gives the overall grade if one question had another grade.
func (t *table) instead(is, other Grade) Grade {
	t.count[is]--
	t.count[other]++
	g := t.grade()
	t.count[other]--
	t.count[is]++
	return g
}

// problem is a demand as a covering problem over some entries.
type problem struct {
	cover
	rows   []row // along the needs
	forced []int // entries that must be chosen whatever else is
	least  int   // how many entries it takes at least, as far as the largest single need tells
}

// alike groups entries that are the same in all that a rating asks of them.
func (s *Sheet) alike(candidates []int) [][]int {
	type kind struct {
		feeds uint64
		home  int
		part  Part
		item  Item
	}
	at := map[kind]int{}
	var groups [][]int
	for _, c := range candidates {
		e := &s.entries[c]
		if e.absent() {
			continue
		}
		k := kind{part: e.Part, item: e.Item}
		for _, q := range e.Feeds {
			k.feeds |= 1 << q
		}
		if e.Gate {
			k.home = e.Home
		}
		n, seen := at[k]
		if !seen {
			n = len(groups)
			at[k], groups = n, append(groups, nil)
		}
		groups[n] = append(groups[n], c)
	}
	return groups
}

// row is one need: a share of steps or of items met outright, or a number of known steps, to be filled by what
// belongs to a tally.
type row struct {
	question int  // the question, or -1 for one of the parts
	part     Part // the part, where it is not a question
	known    int  // what a step that becomes known adds, where that is what is needed; otherwise 0
	outright bool // the share is of items met outright
	share    Fraction
}

// of reports whether an entry belongs to the row's tally.
func (r *row) of(e *Entry) bool {
	if e.Watchpoint {
		return false
	}
	if r.question < 0 {
		return e.Part == r.part
	}
	return slices.Contains(e.Feeds, r.question)
}

// gain is what an entry adds to the row when it becomes another item, of which every step is known.
func (r *row) gain(end End, e *Entry, to Item) int {
	switch {
	case !r.of(e):
		return 0
	case r.known > 0:
		return r.known * unknown[e.soFar()]
	case r.outright && end == LowEnd:
		return (upper(to.low()) - upper(e.low())) * r.share.In
	case r.outright:
		return (upper(to.soFar())-upper(e.soFar()))*r.share.In - upperUnknown(e.soFar())*r.share.Of
	case end == LowEnd:
		return (made[to.low()] - made[e.low()]) * r.share.In
	}
	return (made[to.soFar()]-made[e.soFar()])*r.share.In - unknown[e.soFar()]*r.share.Of
}

// problem turns a demand into needs: each grade asked of a tally becomes shares to be filled, and
// whatever caps it becomes an entry that must be chosen. It is false where such an entry is no candidate, or
// would cap it still, and where nothing is left that could be rated better.
func (s *Sheet) problem(end End, goal Goal, d *demand, capping, candidates []int, effort func(int) int) (problem, bool) {
	p := problem{cover: cover{effort: effort}}
	var rows []row
	need := func(n int, r row) {
		if n > 0 {
			p.needs, rows = append(p.needs, n), append(rows, r)
		}
	}
	possible := true
	share := func(t *Tally, want Grade, question int, part Part) {
		if want <= Red {
			return
		}
		if t.nothingLeft() {
			possible = possible && want <= s.method.NothingLeft
			return
		}
		f, o := s.method.Shares[want-AmberRed], s.method.Outright
		met := row{question: question, part: part, share: o, outright: true}
		if end == LowEnd {
			need(f.Of*t.all-f.In*t.low, row{question: question, part: part, share: f})
			if want > s.method.OutrightNot && !s.method.outrightBy(f) {
				need(o.Of*t.items()-o.In*t.uppers.low, met)
			}
			return
		}
		halves := t.counts.AtLeastPartly+t.counts.AtMostPartly > 0
		if want > s.method.OutrightNot && (halves || !s.method.outrightBy(f)) {
			need(o.Of*(t.items()-t.uppers.unknown)-o.In*t.uppers.soFar, met)
		}
		need(f.Of*(t.all-t.unknown)-f.In*t.soFar, row{question: question, part: part, share: f})
		if b := s.method.Brake; want > s.method.BrakeTo {
			// whatever the share, something has to be known
			need(max(b.Of*t.all, min(1, t.all))-b.In*(t.all-t.unknown), row{question: question, part: part, known: b.In})
		}
	}
	raised := make([]bool, len(s.questions))
	for q := range s.questions {
		t := &s.questions[q]
		if raised[q] = d.questions[q] > s.method.Question(t).at(end); raised[q] {
			share(t, d.questions[q], q, Neither)
		}
		if f := s.method.Print; end == SoFarEnd && d.overall > s.method.LittleKnownTo {
			need(f.Of*t.all-f.In*(t.all-t.unknown), row{question: q, known: f.In})
		}
	}
	if d.context > s.method.Plain(&s.context).at(end) {
		share(&s.context, d.context, -1, Context)
	}
	if d.enablers > s.method.Plain(&s.enablers).at(end) {
		share(&s.enablers, d.enablers, -1, Enablers)
	}
	if !possible {
		return p, false
	}
	hinders := func(e *Entry) bool {
		if d.eachEnabler && e.Part == Enablers && e.at(end) != Met || d.noOpenGate && e.Gate && e.at(end).Lower() != Made {
			return true
		}
		for _, q := range e.Feeds {
			if raised[q] && s.method.caps(end, e, q, d.questions[q]) {
				return true
			}
		}
		return false
	}
	for _, i := range capping {
		e := &s.entries[i]
		if !hinders(e) {
			continue
		}
		then := *e
		then.Item = goal.reached(e.Item)
		if !slices.Contains(candidates, i) || hinders(&then) {
			return p, false
		}
		p.forced = append(p.forced, i)
		for r := range rows {
			p.needs[r] -= rows[r].gain(end, e, then.Item)
		}
	}
	p.rows = rows
	for r, n := range p.needs {
		p.least = max(p.least, (n+rows[r].most()-1)/rows[r].most())
	}
	p.least += len(p.forced)
	return p, true
}

// capping lists the entries that may have to be chosen whatever else is: those that cap a question or the verdict.
func (s *Sheet) capping(goal Goal) []int {
	var list []int
	for i := range s.entries {
		if e := &s.entries[i]; !e.absent() && (e.Watchpoint || e.Gate || goal.ByVerdict && e.Part == Enablers) {
			list = append(list, i)
		}
	}
	return list
}

// most is the most that one entry can add to the row.
func (r *row) most() int {
	return 2 * max(r.known, r.share.In)
}

// fill adds the groups of entries that are alike, those that must be chosen in any case left out.
func (s *Sheet) fill(end End, goal Goal, p *problem, alike [][]int) {
	p.room, p.groups = &s.room, s.groups[:0]
	for _, members := range alike {
		e := &s.entries[members[0]]
		if slices.Contains(p.forced, members[0]) {
			continue // and so are the others: they are alike
		}
		gains, to := s.room.take(len(p.rows)), goal.reached(e.Item)
		for r := range p.rows {
			gains[r] = p.rows[r].gain(end, e, to)
		}
		p.groups = append(p.groups, group{gains: gains, members: members})
	}
	s.groups = p.groups
	for r := range p.rows {
		for other := range p.rows {
			if p.rows[r].besides(&p.rows[other]) && !p.drop(r, other) {
				p.drop(other, r)
			}
		}
	}
	p.tidy()
}

// outrightBy reports whether a share of the steps cannot be made without enough of the items met outright: where of
// each item both steps are known, as many of the upper steps are made as there are steps made beyond all the lower.
func (m *Method) outrightBy(f Fraction) bool {
	return (2*f.Of-f.In)*m.Outright.In >= m.Outright.Of*f.In
}

// tidy takes out the needs that are filled.
func (p *problem) tidy() {
	n := 0
	for r, need := range p.needs {
		if need <= 0 {
			continue
		}
		p.needs[n], p.rows[n] = need, p.rows[r]
		for _, g := range p.groups {
			g.gains[n] = g.gains[r]
		}
		n++
	}
	p.needs, p.rows = p.needs[:n], p.rows[:n]
	for i := range p.groups {
		p.groups[i].gains = p.groups[i].gains[:n]
	}
}

// besides reports whether two rows ask the same tally for a share, one of items met outright and the other of steps.
func (r *row) besides(steps *row) bool {
	return r.outright && !steps.outright && steps.known == 0 && r.question == steps.question && r.part == steps.part
}

// drop takes out a need that is filled whenever another is, since whatever adds to the other adds enough to it,
// and reports whether it is.
func (p *problem) drop(r, other int) bool {
	if p.needs[r] <= 0 {
		return true
	}
	if p.needs[other] <= 0 {
		return false
	}
	for _, g := range p.groups {
		if of := g.gains[other]; of > 0 && g.gains[r]*p.needs[other] < of*p.needs[r] {
			return false
		}
	}
	p.needs[r] = 0
	for _, g := range p.groups {
		g.gains[r] = 0
	}
	return true
}

// caps reports whether an entry keeps a question from a grade at an end.
func (m *Method) caps(end End, e *Entry, q int, want Grade) bool {
	s := e.at(end)
	if e.Watchpoint && s.Lower() == NotMade && want > m.WatchpointNot {
		return true
	}
	if !e.Gate || e.Home != q {
		return false
	}
	return want > m.gate(s) || !s.Known() && want > m.GateUnknown
}

// at is the status that counts at an end that can be raised.
func (i Item) at(end End) Status {
	if end == LowEnd {
		return i.low()
	}
	return i.soFar()
}
