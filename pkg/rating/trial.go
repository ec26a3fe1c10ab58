package rating

import "slices"

// Trial rates a sheet with one entry changed, for a reader who tries many. What a changed entry makes of a tally hangs on
// how it entered that and on what it becomes: it is worked out once for all entries of which both are the same. What one
// try gives is gone with the next.
type Trial struct {
	sheet  *Sheet
	tried  [][]tried // along the questions, and then for the context, the enablers and all that counts
	then   Rated
	little []int // room for the questions of which little is known
}

// tried is what a tally comes to with an item of it changed.
type tried struct {
	item  Item
	to    Status
	is    Range
	moved bool    // a grade is another than without the change, or one is printed that was not, or the other way round
	each  eachMet // of the enablers
}

// Trial prepares that. The sheet stays as it is.
func (s *Sheet) Trial() *Trial {
	return &Trial{sheet: s, tried: make([][]tried, len(s.questions)+3), then: Rated{Questions: slices.Clone(s.rated.Questions)}}
}

// If gives every rating as it would be if an entry had a status: what RateIf gives.
func (t *Trial) If(entry int, to Status) *Rated {
	s, then, questions := t.sheet, &t.then, t.then.Questions
	e, m, n := &s.entries[entry], s.method, len(questions)
	*then = s.rated
	then.Questions = questions
	copy(questions, s.rated.Questions)
	moved, each, gates := false, s.enablers.eachMet(), &s.gates
	for _, q := range e.Feeds {
		x := t.with(q, &s.questions[q], m.Question, e.feeding(q), to)
		questions[q], moved = x.is, moved || x.moved
	}
	switch e.Part {
	case Context:
		then.Context = t.with(n, &s.context, m.Plain, e.Item, to).is
	case Enablers:
		x := t.with(n+1, &s.enablers, m.Plain, e.Item, to)
		then.Enablers, each = x.is, x.each
	}
	if !e.Watchpoint {
		all := &t.with(n+2, &s.counted, m.Plain, e.Item, to).is
		then.Whole.Counts, then.Whole.Printed, then.Whole.NothingLeft = all.Counts, all.Printed, all.NothingLeft
	}
	if moved {
		then.Whole.Low, then.Whole.SoFar, then.Whole.High, t.little = m.grades(t.little[:0], questions)
		then.Whole.Little = t.little
	}
	if e.Gate {
		changed := s.gates
		changed.replace(e.Item, to, to)
		gates = &changed
	}
	then.Verdict = m.verdicts(then.Context, then.Enablers, then.Whole, each, gates)
	return then
}

// Moves reports whether the grade of a question or of the whole would be another if an entry had a status, or whether one
// that is not printed so far would be, or the other way round. It costs less than to have all ratings.
func (t *Trial) Moves(entry int, to Status) bool {
	s := t.sheet
	e, m := &s.entries[entry], s.method
	for _, q := range e.Feeds {
		if t.with(q, &s.questions[q], m.Question, e.feeding(q), to).moved {
			return true
		}
	}
	return !e.Watchpoint && t.with(len(s.questions)+2, &s.counted, m.Plain, e.Item, to).is.Printed != s.rated.Whole.Printed
}

// with gives what a tally, by its place and as a kind of rating rates it, comes to with an item that is in it changed.
func (t *Trial) with(at int, of *Tally, rate func(*Tally) Range, i Item, to Status) *tried {
	for n := range t.tried[at] {
		if x := &t.tried[at][n]; x.item == i && x.to == to {
			return x
		}
	}
	changed, was := *of, rate(of)
	changed.replace(i, to, to)
	x := tried{item: i, to: to, is: rate(&changed), each: changed.eachMet()}
	x.moved = x.is.Low != was.Low || x.is.SoFar != was.SoFar || x.is.High != was.High || x.is.Printed != was.Printed
	if t.tried[at] == nil {
		t.tried[at] = make([]tried, 0, 4)
	}
	t.tried[at] = append(t.tried[at], x)
	return &t.tried[at][len(t.tried[at])-1]
}
