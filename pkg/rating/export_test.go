package rating

// Way is one way to reach a goal: how many entries it takes at least, as its bound has it, and how many it does
// take; a way that no choice opens takes -1.
type Way struct{ Least, Takes int }

// Ways gives every way in which Reach would look for a goal, each searched to its end.
func (s *Sheet) Ways(end End, goal Goal, candidates []int) []Way {
	var all []Way
	ways := s.ways(end, goal, candidates, func(int) int { return 1 })
	for i := range ways.problems {
		p := &ways.problems[i]
		w := Way{Least: p.least, Takes: -1}
		ways.fill(p)
		budget := 1_000_000
		if chosen, _, ok := p.prepare().solve(len(candidates), noLimit, &budget); ok {
			w.Takes = len(p.forced) + len(chosen)
		}
		all = append(all, w)
	}
	return all
}

// LeastMoved gives the least that questions at some grades have to move for the overall grade to be at least one, or where
// they move towards red at most one.
func (s *Sheet) LeastMoved(now []Grade, end, want Grade) [][]Grade {
	return s.leastMoved(now, end, func(g Grade) bool { return end == Green && g >= want || end == Red && g <= want })
}

// Together is the overall grade of questions at some grades.
func (s *Sheet) Together(grades []Grade) Grade { return s.table().grade(s.table().place(grades)) }
