package rating

import "slices"

// ways are all ways to a goal, each a covering problem, with what these share.
type ways struct {
	*Sheet
	end        End
	goal       Goal
	candidates []int
	alike      [][]int   // the candidates, in groups
	kind       []int     // the group of each entry that is a candidate, otherwise -1
	capping    []capping // what may have to be chosen whatever else is
	now        Rated
	tallies    []*Tally // the questions', the context's, the enablers'
	asked      []asked  // what each grade asks of each tally
	known      []row    // what each question asks so that it has enough known; its need is 0 where it has
	problems   []problem

	rows   []*row // of all problems, one after the other
	forced []int
}

// asked is what a grade asks of a tally.
type asked struct {
	rows       []row
	impossible bool // nothing is left that could be rated so
	done       bool // it has been worked out
}

// problem is a demand as a covering problem over some entries.
type problem struct {
	cover
	rows   []*row // along the needs
	forced []int  // entries that must be chosen whatever else is
	least  int    // how many entries it takes at least, as far as the largest single need tells
}

// ways turns each way to a goal that is possible into a covering problem, those that may take fewest first.
func (s *Sheet) ways(end End, goal Goal, candidates []int, effort func(int) int) *ways {
	w := s.asking(end, goal, candidates)
	w.capping = w.cappingOf(goal)
	demands := s.demands(w.now, end, goal)
	w.problems = slices.Grow(w.problems, len(demands))
	for i := range demands {
		if p, possible := w.problem(&demands[i]); possible {
			p.effort = effort
			w.problems = append(w.problems, p)
		}
	}
	slices.SortStableFunc(w.problems, func(a, b problem) int { return a.least - b.least })
	return w
}

// asking prepares what all ways to goals of a kind share: what is asked of each tally at an end, and what candidates add
// to it. One search after another asks for the same, so that it is kept.
func (s *Sheet) asking(end End, goal Goal, candidates []int) *ways {
	if w := s.asked; w != nil && w.end == end && w.goal.Found == goal.Found && slices.Equal(w.candidates, candidates) {
		w.goal, w.alike = goal, s.alike(candidates)
		w.problems, w.rows, w.forced = w.problems[:0], w.rows[:0], w.forced[:0]
		return w
	}
	w := &ways{Sheet: s, end: end, goal: goal, candidates: slices.Clone(candidates), alike: s.alike(candidates), kind: make([]int, len(s.entries)), now: s.Rate()}
	s.asked = w
	s.asks.clear()
	for i := range w.kind {
		w.kind[i] = -1
	}
	for k, members := range w.alike {
		for _, m := range members {
			w.kind[m] = k
		}
	}
	w.tallies = make([]*Tally, 0, len(s.questions)+2)
	for q := range s.questions {
		w.tallies = append(w.tallies, &s.questions[q])
	}
	w.tallies = append(w.tallies, &s.context, &s.enablers)
	w.asked, w.known = make([]asked, len(w.tallies)*int(Green+1)), make([]row, len(s.questions))
	for q := range s.questions {
		f, t := s.method.Print, &s.questions[q]
		w.known[q] = w.row(f.Of*t.all-f.In*(t.all-t.unknown), row{question: q, known: f.In})
	}
	return w
}

// kind is all of an entry that a rating asks for: the questions that it feeds, and in one number its home, where that
// matters, its part and its item.
type kind struct{ feeds, rest uint64 }

// kind gives the kind of an entry.
func (e *Entry) kind() kind {
	var k kind
	for _, q := range e.Feeds {
		k.feeds |= 1 << q
	}
	bit := func(is bool) uint64 {
		if is {
			return 1
		}
		return 0
	}
	i := &e.Item
	k.rest = uint64(i.Worse)<<32 | uint64(i.Better)<<24 | uint64(e.Part)<<16 | bit(i.Watchpoint)<<2 | bit(i.Gate)<<1 | bit(i.MaybeGate)
	if i.Gate {
		k.rest |= uint64(uint8(e.Home)) << 8
	}
	return k
}

// kindsOf gives for each entry the first that is of its kind: entries of one kind, changed alike, change every rating
// alike.
func (s *Sheet) kindsOf() []int {
	places, kinds, firsts := make([]int, len(s.entries)), make([]kind, 0, len(s.entries)), make([]int, 0, len(s.entries))
	for i := range s.entries {
		k := s.entries[i].kind()
		at := slices.Index(kinds, k) // there are few
		if at < 0 {
			at, kinds, firsts = len(kinds), append(kinds, k), append(firsts, i)
		}
		places[i] = firsts[at]
	}
	return places
}

// alike groups entries of one kind.
func (s *Sheet) alike(candidates []int) [][]int {
	if s.kinds == nil {
		s.kinds = s.kindsOf()
	}
	group, sizes := make([]int, len(s.entries)), make([]int, 0, len(candidates)) // by the kind 1 and the place of its group
	for _, c := range candidates {
		if s.entries[c].absent() {
			continue
		}
		n := &group[s.kinds[c]]
		if *n == 0 {
			sizes = append(sizes, 0)
			*n = len(sizes)
		}
		sizes[*n-1]++
	}
	groups, all := make([][]int, len(sizes)), make([]int, len(candidates))
	for n, size := range sizes {
		groups[n], all = all[:0:size], all[size:]
	}
	for _, c := range candidates {
		if n := group[s.kinds[c]]; n > 0 && !s.entries[c].absent() {
			groups[n-1] = append(groups[n-1], c)
		}
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
	need     int   // how much is needed, in the largest unit in which every gain is whole
	gains    []int // what an entry of each group adds when it is chosen, in that unit
	most     int   // the most that one entry adds
	weight   float64
}

// row completes a row. Where nothing is needed it stays without gains.
func (w *ways) row(need int, r row) row {
	if r.need = max(need, 0); need <= 0 {
		return r
	}
	r.gains = w.asks.take(len(w.alike))
	for k, members := range w.alike {
		e := &w.entries[members[0]]
		r.gains[k] = r.gain(w.end, e, w.goal.reached(e.Item))
	}
	r.inUnits()
	return r
}

// inUnits counts the need and what is added to it in the largest unit in which every gain is whole: what is left of the
// need beyond whole units takes one more.
func (r *row) inUnits() {
	unit := 0
	for _, n := range r.gains {
		for n != 0 {
			unit, n = n, unit%n
		}
	}
	if unit = max(unit, -unit, 1); unit > 1 {
		r.need = (r.need + unit - 1) / unit
	}
	for k := range r.gains {
		r.gains[k] /= unit
		r.most = max(r.most, r.gains[k])
	}
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

// ask gives what a grade asks of a tally, by its place.
func (w *ways) ask(tally int, want Grade) *asked {
	a := &w.asked[tally*int(Green+1)+int(want)]
	if a.done || want <= Red {
		return a
	}
	a.done = true
	t, m := w.tallies[tally], w.method
	if t.nothingLeft() {
		a.impossible = want > m.NothingLeft
		return a
	}
	of := row{question: tally}
	if p := tally - len(w.questions); p >= 0 {
		of = row{question: -1, part: [...]Part{Context, Enablers}[p]}
	}
	need := func(n int, r row) {
		if n > 0 {
			a.rows = append(a.rows, w.row(n, r))
		}
	}
	f, o := m.Shares[want-AmberRed], m.Outright
	share, met, known := of, of, of
	share.share, met.share, met.outright, known.known = f, o, true, m.Brake.In
	if w.end == LowEnd {
		need(f.Of*t.all-f.In*t.low, share)
		if want > m.OutrightNot && !m.outrightBy(f) {
			need(o.Of*t.items()-o.In*t.uppers.low, met)
		}
		return a
	}
	halves := t.counts.AtLeastPartly+t.counts.AtMostPartly > 0
	if want > m.OutrightNot && (halves || !m.outrightBy(f)) {
		need(o.Of*(t.items()-t.uppers.unknown)-o.In*t.uppers.soFar, met)
	}
	need(f.Of*(t.all-t.unknown)-f.In*t.soFar, share)
	if b := m.Brake; want > m.BrakeTo {
		// whatever the share, something has to be known
		need(max(b.Of*t.all, min(1, t.all))-b.In*(t.all-t.unknown), known)
	}
	return a
}

// problem turns a demand into needs: each grade asked of a tally becomes shares to be filled, and
// whatever caps it becomes an entry that must be chosen. It is false where such an entry is no candidate, or
// would cap it still, and where nothing is left that could be rated better.
func (w *ways) problem(d *demand) (problem, bool) {
	var p problem
	rows, forced := len(w.rows), len(w.forced)
	possible, raised := true, uint64(0)
	for q := range w.questions {
		if d.questions[q] > w.now.Questions[q].at(w.end) {
			raised |= 1 << q
			possible = w.take(q, d.questions[q]) && possible
		}
		if w.end == SoFarEnd && d.overall > w.method.LittleKnownTo && w.known[q].need > 0 {
			w.rows = append(w.rows, &w.known[q])
		}
	}
	if d.context > w.now.Context.at(w.end) {
		possible = w.take(len(w.questions), d.context) && possible
	}
	if d.enablers > w.now.Enablers.at(w.end) {
		possible = w.take(len(w.questions)+1, d.enablers) && possible
	}
	for i := range w.capping {
		c := &w.capping[i]
		if !possible || !c.keeps(d, raised, &c.is) {
			continue
		}
		possible = w.kind[c.entry] >= 0 && !c.keeps(d, raised, &c.reached)
		w.forced = append(w.forced, c.entry)
	}
	if !possible {
		w.rows, w.forced = w.rows[:rows], w.forced[:forced]
		return p, false
	}
	p.rows, p.forced = slices.Clip(w.rows[rows:]), slices.Clip(w.forced[forced:])
	p.needs = w.asks.take(len(p.rows))
	for r, row := range p.rows {
		p.needs[r] = row.need
		for _, i := range p.forced {
			p.needs[r] -= row.gains[w.kind[i]]
		}
		if p.needs[r] > 0 {
			p.least = max(p.least, (p.needs[r]+row.most-1)/max(row.most, 1))
		}
	}
	p.least += len(p.forced)
	return p, true
}

// take takes what a grade asks of a tally for the problem at hand; it is false where nothing is left that could be
// rated so.
func (w *ways) take(tally int, want Grade) bool {
	a := w.ask(tally, want)
	for i := range a.rows {
		w.rows = append(w.rows, &a.rows[i])
	}
	return !a.impossible
}

// fill adds the groups of entries that are alike, those that must be chosen in any case left out.
func (w *ways) fill(p *problem) {
	p.room, p.groups = &w.room, w.groups[:0]
	for k, members := range w.alike {
		if slices.Contains(p.forced, members[0]) {
			continue // and so are the others: they are alike
		}
		gains := w.room.take(len(p.rows))
		for r, row := range p.rows {
			gains[r] = row.gains[k]
		}
		p.groups = append(p.groups, group{gains: gains, members: members})
	}
	w.groups = p.groups
	for r := range p.rows {
		for other := range p.rows {
			if p.rows[r].besides(p.rows[other]) && !p.drop(r, other) {
				p.drop(other, r)
			}
		}
	}
	p.tidy()
}

// within reports whether no more than so many candidates may fill the needs, as far as the gains tell: of each need
// by itself, and of all needs together.
func (c *cover) within(most int) bool {
	all := 0
	for r, need := range c.needs {
		all += max(need, 0)
		if fewest(c.groups, need, most, func(g *group) int { return g.gains[r] }) > most {
			return false
		}
	}
	return fewest(c.groups, all, most, func(g *group) int {
		total := 0
		for r, n := range g.gains {
			total += min(n, max(c.needs[r], 0))
		}
		return total
	}) <= most
}

// fewest is how many candidates it takes at least to fill a need, those that add most to it first. It stops counting
// beyond enough.
func fewest(groups []group, need, enough int, adds func(*group) int) int {
	var sizes [128]int // by what they add; from the last on taken together
	most := 0
	for i := range groups {
		n := min(adds(&groups[i]), len(sizes)-1)
		most = max(most, n)
		sizes[n] += len(groups[i].members)
	}
	if sizes[len(sizes)-1] > 0 {
		return 0 // more than is ever added: it tells nothing
	}
	taken := 0
	for adds := most; adds > 0 && need > 0 && taken <= enough; adds-- {
		if sizes[adds] > 0 {
			n := min(sizes[adds], (need+adds-1)/adds)
			taken, need = taken+n, need-n*adds
		}
	}
	if need > 0 {
		return max(taken, enough+1)
	}
	return taken
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
	p.weighed = make([]*float64, n)
	for r, row := range p.rows {
		p.weighed[r] = &row.weight
	}
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

// at is the status that counts at an end that can be raised.
func (i Item) at(end End) Status {
	if end == LowEnd {
		return i.low()
	}
	return i.soFar()
}
