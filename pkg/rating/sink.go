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
	table := s.table()
	v := slices.Clone(grades)
	try := func() {
		for _, p := range s.sinking(v, grades, alike) {
			most := len(candidates)
			if best.OK {
				most = len(best.Entries) - 1
			}
			chosen, exact, ok := p.prepare().solve(most, noLimit, &budget)
			best.Exact = best.Exact && exact
			if ok {
				best.Entries, best.OK = chosen, true
			}
		}
	}
	var walk func(at int)
	walk = func(at int) {
		if at == len(v) {
			if table(v) > to {
				return
			}
			for i := range v { // none that sinks more than it must
				if v[i] < grades[i] {
					v[i]++
					more := table(v) <= to
					v[i]--
					if more {
						return
					}
				}
			}
			try()
			return
		}
		for g := grades[at]; g >= Red; g-- {
			v[at] = g
			walk(at + 1)
		}
		v[at] = grades[at]
	}
	walk(0)
	return best
}

// sinking lists the ways to bring the high ends of questions down, each a covering problem: in each question
// either by its share or, where that is enough, by how few are met outright; or by one entry that caps it.
func (s *Sheet) sinking(want, now []Grade, alike [][]int) []problem {
	var sunk, either []int // the questions to bring down, and those of them of which few met outright would do
	for q := range want {
		if want[q] < now[q] {
			sunk = append(sunk, q)
			if want[q] == s.method.OutrightNot {
				either = append(either, q)
			}
		}
	}
	ways := make([]problem, 0, 1<<len(either))
	for way := range 1 << len(either) {
		p := problem{cover: cover{effort: func(int) int { return 0 }}}
		for _, members := range alike {
			p.groups = append(p.groups, group{members: members})
		}
		for _, q := range sunk {
			at := slices.Index(either, q)
			s.sink(&p, q, want[q], at >= 0 && way>>at&1 == 1, alike)
		}
		ways = append(ways, p)
	}
	return ways
}

// sink adds the need to bring the high end of a question down to a grade, by its share or by how few are met
// outright.
func (s *Sheet) sink(p *problem, q int, want Grade, outright bool, alike [][]int) {
	t := &s.questions[q]
	f, above, of := s.method.Shares[want-Red], t.high, t.all
	counts := func(s Status) int { return made[s] }
	if outright {
		f, above, of, counts = s.method.Outright, t.uppers.high, t.items(), upper
	}
	need := max(1, above*f.In-f.Of*of+1)
	p.needs = append(p.needs, need)
	for i := range p.groups {
		e, gain := &s.entries[alike[i][0]], 0
		if slices.Contains(e.Feeds, q) {
			worst := e.Better.Worst()
			switch {
			case e.Watchpoint && worst.Lower() == NotMade && s.method.WatchpointNot <= want, e.Gate && !e.MaybeGate && e.Home == q && s.method.gate(worst) <= want:
				gain = need
			case !e.Watchpoint:
				gain = (counts(e.high()) - counts(worst)) * f.In
			}
		}
		p.groups[i].gains = append(p.groups[i].gains, gain)
	}
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
