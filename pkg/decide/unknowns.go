package decide

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Unknowns says what would settle the rating: every unknown with what its answer would move, the most decisive
// first, and the smallest sets of them that decide something.
func Unknowns(j *judge.Judgement) result.Settle {
	s := result.Settle{Sets: []result.Set{}, TypeFirst: len(j.Types) > 1}
	unknown := j.Rated(rating.Unknown, rating.AtLeastPartly, rating.AtMostPartly)
	all, order, whatIf := make([]ranked, len(unknown)), make([]*ranked, len(unknown)), j.WhatIf()
	for i, n := range unknown {
		all[i] = weighed(j, whatIf, n)
		order[i] = &all[i]
	}
	slices.SortStableFunc(order, func(x, y *ranked) int {
		return cmp.Or(surelyFirst(x.Criterion, y.Criterion), y.moves-x.moves, y.weight-x.weight)
	})
	s.Ranked = make([]result.Decider, len(order))
	for i, x := range order {
		unknown[i] = x.at
		s.Ranked[i] = x.decider(j)
	}
	if set, ok := prints(j, unknown); ok {
		s.Sets = append(s.Sets, set)
	}
	if low, high := j.Claimed.Whole.Low.Grade, j.Claimed.Whole.High.Grade; !s.TypeFirst && low != high {
		search := newSearch(j)
		if set, ok := search.confirms(unknown, low, high); ok {
			s.Sets = append(s.Sets, set)
		}
		if set, ok := search.refutes(unknown, low, high); ok {
			s.Sets = append(s.Sets, set)
		}
	}
	s.Sentence = settleSentence(&s, j.Claimed.Whole)
	return s
}

// surelyFirst puts what surely applies before what may.
func surelyFirst(x, y *judge.Criterion) int {
	switch {
	case x.Sure == y.Sure:
		return 0
	case x.Sure:
		return -1
	}
	return 1
}

// ranked is an unknown with what it moves if it is answered either way.
type ranked struct {
	*judge.Criterion
	at              int // its place
	ifMet, ifNotMet result.Moved
	moves           int // how much that weighs
	weight          int // the criterion's own
}

// weighed works that out.
func weighed(j *judge.Judgement, whatIf *judge.WhatIf, n int) ranked {
	c := &j.Criteria[n]
	r := ranked{Criterion: c, at: n, weight: c.Weight("")}
	var up, down int
	r.ifMet, up = moved(j, whatIf, n, c.Status().Best())
	r.ifNotMet, down = moved(j, whatIf, n, c.Status().Worst())
	r.moves = up + down
	return r
}

// decider says it.
func (r *ranked) decider(j *judge.Judgement) result.Decider {
	ask := j.Ask(r.Criterion)
	return result.Decider{
		Criterion: ask.Criterion, Asks: ask.Asks, Of: ask.Of, Paths: ask.Paths, Reasons: ask.Reasons,
		IfMet: r.ifMet, IfNotMet: r.ifNotMet, Weight: r.moves, Words: movedWords(r.ifMet, r.ifNotMet),
	}
}

// moved says what a criterion, by its place, moves if it has a status, and how much that weighs.
func moved(j *judge.Judgement, whatIf *judge.WhatIf, n int, status rating.Status) (result.Moved, int) {
	m := result.Moved{Questions: []string{}}
	now, weight := &j.Claimed, 0
	then, moves := whatIf.If(n, status)
	if !moves {
		return m, weight
	}
	step := func(now, then rating.Grade, worth int) bool {
		weight += worth * distance(now, then)
		return now != then
	}
	if step(now.Whole.Low.Grade, then.Whole.Low, wholeStep) {
		m.Low = then.Whole.Low
	}
	if step(now.Whole.High.Grade, then.Whole.High, wholeStep) {
		m.High = then.Whole.High
	}
	if then.Whole.Printed && step(now.Whole.SoFar.Grade, then.Whole.SoFar, wholeStep) {
		m.SoFar = then.Whole.SoFar
	}
	if then.Whole.Printed && !now.Whole.Printed {
		weight += wholeStep
		m.SoFar = then.Whole.SoFar
	}
	for i := range now.Questions {
		q, t := &now.Questions[i], &then.Questions[i]
		low, high, soFar := step(q.Low, t.Low, questionStep), step(q.High, t.High, questionStep), t.Printed && step(q.SoFar, t.SoFar, questionStep)
		printed := t.Printed && !q.Printed
		if printed {
			weight += brakeLifted
		}
		if low || high || soFar || printed {
			m.Questions = append(m.Questions, j.Cat.Questions[i].ID)
		}
	}
	return m, weight
}

// movedWords says in a phrase what an answer either way would move.
func movedWords(met, not result.Moved) string {
	var parts []string
	switch {
	case met.Low != rating.Unrated:
		parts = append(parts, "if so, the whole is at least "+met.Low.String())
	case met.SoFar != rating.Unrated:
		parts = append(parts, "if so, the whole is "+met.SoFar.String()+" so far")
	}
	whole := "the whole"
	if len(parts) > 0 {
		whole = "it"
	}
	switch {
	case not.High != rating.Unrated:
		parts = append(parts, "if not, "+whole+" is at most "+not.High.String())
	case not.SoFar != rating.Unrated:
		parts = append(parts, "if not, "+whole+" is "+not.SoFar.String()+" so far")
	}
	if len(parts) > 0 {
		return strings.Join(parts, "; ")
	}
	touched := slices.Clone(met.Questions)
	for _, q := range not.Questions {
		if !slices.Contains(touched, q) {
			touched = append(touched, q)
		}
	}
	if len(touched) == 0 {
		return "moves no rating by itself"
	}
	return "moves " + wording.And(touched)
}

// prints gives the fewest unknowns whose answers, whatever they are, make a rating so far of the whole
// printable: so many of those that count as bring the known to the share that is asked.
func prints(j *judge.Judgement, ranked []int) (result.Set, bool) {
	if j.Claimed.Whole.Printed {
		return result.Set{}, false
	}
	short := j.Claimed.Whole.Counts.Short(j.Cat.Rating.Method.Print)
	var chosen []int
	for _, n := range ranked {
		if s := &j.Criteria[n]; s.Kind.Counts() && s.Sure && short > 0 {
			chosen = append(chosen, n)
			short -= s.Status().Open()
		}
	}
	if short > 0 {
		return result.Set{}, false
	}
	n := len(chosen)
	s := set(j, result.Prints, chosen, true)
	s.Words = wording.Sentence(wording.Things(n, "answer") + ", whatever " + wording.Verb(n, "it says", "they say") + ", would be enough for a rating so far; the most decisive " + wording.Verb(n, "is", "are") + " these")
	return s, true
}

// confirms finds the fewest unknowns that, if they hold, settle the whole at its high end. The effort of asking
// is the same for all, so that of equally small sets the first in their order, the most decisive, is taken.
func (s *search) confirms(ranked []int, low, high rating.Grade) (result.Set, bool) {
	f := s.reach(rating.LowEnd, rating.Goal{Overall: high, Found: true}, ranked, func(int) int { return 0 })
	if !f.OK {
		return result.Set{}, false
	}
	x := s.found(result.Confirms, f)
	x.From, x.To = low.String(), high.String()
	x.Words = wording.Sentence("the whole is " + x.To + ", whatever else is unknown, if " + these(len(x.Criteria), "holds", "hold") + exactly(f.Exact))
	return x, true
}

// refutes finds the fewest unknowns that, if they do not hold, settle the whole at its low end.
func (s *search) refutes(ranked []int, low, high rating.Grade) (result.Set, bool) {
	f := s.sheet.Sink(low, s.on(ranked), searchNodes)
	if !f.OK {
		return result.Set{}, false
	}
	x := s.found(result.Refutes, f)
	x.From, x.To = high.String(), low.String()
	x.Words = wording.Sentence("the whole is " + x.To + ", whatever else is unknown, if " + these(len(x.Criteria), "does not hold", "do not hold") + exactly(f.Exact))
	return x, true
}

func these(n int, one, many string) string {
	if n == 1 {
		return "this one " + one
	}
	return "these " + wording.Number(n) + " " + many
}

// settleSentence says what settling the rating takes.
func settleSentence(s *result.Settle, whole rating.Whole) string {
	switch {
	case s.TypeFirst:
		return "First say which kind of partnership it is: what counts, and how much, hangs on it."
	case len(s.Ranked) == 0:
		return "Nothing that counts is unknown."
	case whole.Low.Grade == whole.High.Grade:
		return "The rating of the whole is settled: no unknown can move it."
	}
	decisive := 0
	for _, d := range s.Ranked {
		if d.IfMet.Low != rating.Unrated || d.IfNotMet.High != rating.Unrated {
			decisive++
		}
	}
	of := "of " + wording.Things(len(s.Ranked), "unknown") + ", "
	if decisive == 0 {
		return wording.Sentence(of + "none moves an end of the whole by itself; together they do")
	}
	return wording.Sentence(of + wording.Number(decisive) + wording.Verb(decisive, " moves", " move") + " an end of the whole by " + wording.Verb(decisive, "itself", "themselves"))
}
