package rating

import "slices"

// Sink finds the fewest of some entries that, found to be as bad as what is not known of them allows, bring the
// high end of the whole down to a grade.
func (s *Sheet) Sink(to Grade, candidates []int, budget int) Found {
	best := Found{Exact: true}
	alike := s.alike(candidates)
	now := s.Rate()
	grades := make([]Grade, len(now.Questions))
	for i, q := range now.Questions {
		grades[i] = q.High
	}
	for _, v := range s.leastMoved(grades, Red, func(g Grade) bool { return g <= to }) {
		for _, ways := range s.sunkBy(v, grades) {
			s.room.clear()
			p := s.sinking(v, ways, alike)
			most := len(candidates)
			if best.OK {
				most = len(best.Entries) - 1
			}
			if !p.within(most) {
				continue
			}
			chosen, exact, ok := p.prepare().solve(most, noLimit, &budget)
			best.Exact = best.Exact && exact
			if ok {
				best.Entries, best.OK = chosen, true
			}
		}
	}
	return best
}

// sunk is a question that is to be brought down: by its share of steps, or by how few are met outright.
type sunk struct {
	question int
	outright bool
}

// sunkBy lists the ways to bring the high ends of questions down: each by its share or, where that is enough, by how
// few are met outright.
func (s *Sheet) sunkBy(want, now []Grade) [][]sunk {
	ways := [][]sunk{nil}
	for q := range want {
		if want[q] >= now[q] {
			continue
		}
		for i, way := range ways {
			ways[i] = append(slices.Clip(way), sunk{q, false})
			if want[q] == s.method.OutrightNot {
				ways = append(ways, append(slices.Clip(way), sunk{q, true}))
			}
		}
	}
	return ways
}

// sinking is the covering problem of bringing the high ends of questions down in one way, or by one entry that caps
// them.
func (s *Sheet) sinking(want []Grade, ways []sunk, alike [][]int) cover {
	p := cover{effort: func(int) int { return 0 }, room: &s.room}
	share := func(w sunk) Fraction {
		if w.outright {
			return s.method.Outright
		}
		return s.method.Shares[want[w.question]-Red]
	}
	for _, w := range ways {
		t, f := &s.questions[w.question], share(w)
		above, all := t.high, t.all
		if w.outright {
			above, all = t.uppers.high, t.items()
		}
		p.needs = append(p.needs, max(1, above*f.In-f.Of*all+1))
	}
	p.groups = slices.Grow(s.groups[:0], len(alike))[:len(alike)]
	s.groups = p.groups
	for i, members := range alike {
		e, gains := &s.entries[members[0]], s.room.take(len(ways))
		p.groups[i] = group{members: members, gains: gains}
		worst := e.Better.Worst()
		for r, w := range ways {
			if !slices.Contains(e.Feeds, w.question) {
				continue
			}
			to := want[w.question]
			switch {
			case e.Watchpoint && worst.Lower() == NotMade && s.method.WatchpointNot <= to, e.Gate && !e.MaybeGate && e.Home == w.question && s.method.gate(worst) <= to:
				gains[r] = p.needs[r]
			case e.Watchpoint:
			case w.outright:
				gains[r] = (upper(e.high()) - upper(worst)) * share(w).In
			default:
				gains[r] = (made[e.high()] - made[worst]) * share(w).In
			}
		}
	}
	return p
}

// Hold finds the fewest entries of which what is known holds an end of the whole where it is, whatever all
// others turn out to be: the high end where held is HighEnd, the low end where it is LowEnd. An entry that does
// not apply, or was set aside, stays so.
func (s *Sheet) Hold(held End, budget int) Found {
	now := s.Rate().Whole
	entries := slices.Clone(s.entries)
	var candidates []int
	for i := range entries {
		e := &entries[i]
		if e.absent() {
			continue
		}
		forgotten, says := e.forgotten(held)
		e.Worse, e.Better = forgotten, forgotten
		if says {
			candidates = append(candidates, i)
		}
	}
	open := NewSheet(s.method, len(s.questions), entries)
	if held == HighEnd {
		return open.Sink(now.High.Grade, candidates, budget)
	}
	return open.Reach(LowEnd, Goal{Overall: now.Low.Grade, Found: true}, candidates, func(int) int { return 0 }, budget)
}

// forgotten is the status of an entry of which nothing is known but that it may be what it is at an end: found
// out, it is so again. It says something where that would be other than what an unknown counts as there.
func (i Item) forgotten(end End) (s Status, says bool) {
	if end == HighEnd {
		switch i.high() {
		case NotMet:
			return Unknown, true
		case Partly:
			return AtLeastPartly, true
		}
		return Met, false
	}
	switch i.low() {
	case Met:
		return Unknown, true
	case Partly:
		return AtMostPartly, true
	}
	return NotMet, false
}
