package rating

// Span is the grades of a rating: at both ends and so far, with whether enough is known to print that.
type Span struct {
	Low, SoFar, High Grade
	Printed          bool
}

// Graded holds the grades of the questions and of the whole.
type Graded struct {
	Questions []Span
	Whole     Span
}

// Trial grades the questions and the whole of a sheet with one entry changed, for a reader who tries many. What a changed
// entry makes of a question hangs on how it entered that and on what it becomes: it is worked out once for all entries of
// which both are the same. What one try gives is gone with the next.
type Trial struct {
	sheet   *Sheet
	tried   [][]tried // along the questions, and then for all that counts
	as      Graded    // as it is
	then    Graded
	touched []int // the questions of then that are not as they are
	table   *table
	places  [3]int // in the table, of the questions as they are: at the low end, so far and at the high end
	little  int    // of how many questions little is known
}

// tried is what a question, or all that counts, comes to with an item of it changed.
type tried struct {
	item Item
	to   Status
	is   Span
}

// mostTried is of how many items each tally has tried something, mostly.
const mostTried = 12

// Trial prepares that. The sheet stays as it is.
func (s *Sheet) Trial() *Trial {
	n := len(s.questions)
	room, spans := make([]tried, 0, mostTried*(n+1)), make([]Span, 2*n)
	t := &Trial{sheet: s, tried: make([][]tried, n+1), table: s.method.tableOf(n), touched: make([]int, 0, n)}
	for i := range t.tried {
		t.tried[i] = room[i*mostTried : i*mostTried : (i+1)*mostTried]
	}
	w := &s.rated.Whole
	t.as.Questions, t.as.Whole = spans[:n:n], Span{w.Low.Grade, w.SoFar.Grade, w.High.Grade, w.Printed}
	for q := range s.rated.Questions {
		t.as.Questions[q] = s.rated.Questions[q].span()
		t.moves(Span{}, t.as.Questions[q])
	}
	t.then.Questions, t.then.Whole = spans[n:], t.as.Whole
	copy(t.then.Questions, t.as.Questions)
	return t
}

func (r *Range) span() Span { return Span{r.Low, r.SoFar, r.High, r.Printed} }

// moves counts a question in the places, which has been counted as it was; an empty span was not.
func (t *Trial) moves(from, to Span) {
	for i, g := range [...][2]Grade{{from.Low, to.Low}, {from.SoFar, to.SoFar}, {from.High, to.High}} {
		t.places[i] += t.table.weights[g[1]] - t.table.weights[g[0]]
	}
	if !to.Printed {
		t.little++
	}
	if from != (Span{}) && !from.Printed {
		t.little--
	}
}

// Then gives the grades of the last try, and before any as they are. They are not to be changed.
func (t *Trial) Then() *Graded { return &t.then }

// If grades all as RateIf does if an entry has a status, and reports whether any grade is another, or is printed that was
// not, or the other way round.
func (t *Trial) If(entry int, to Status) bool {
	s, then := t.sheet, &t.then
	e, m, n := &s.entries[entry], s.method, len(s.questions)
	t.Back()
	for _, q := range e.Feeds {
		if is := t.with(q, &s.questions[q], e.feeding(q), to); is != t.as.Questions[q] {
			t.moves(then.Questions[q], is)
			then.Questions[q], t.touched = is, append(t.touched, q)
		}
	}
	if len(t.touched) > 0 {
		w := &then.Whole
		w.Low, w.SoFar, w.High = t.table.grade(t.places[0]), t.table.grade(t.places[1]), t.table.grade(t.places[2])
		if t.little > 0 {
			w.SoFar = min(w.SoFar, m.LittleKnownTo)
		}
	}
	if !e.Watchpoint {
		then.Whole.Printed = t.with(n, &s.counted, e.Item, to).Printed
	}
	return len(t.touched) > 0 || then.Whole.Printed != t.as.Whole.Printed
}

// Back takes the last try back.
func (t *Trial) Back() {
	if len(t.touched) == 0 {
		t.then.Whole.Printed = t.as.Whole.Printed
		return
	}
	for _, q := range t.touched {
		t.moves(t.then.Questions[q], t.as.Questions[q])
		t.then.Questions[q] = t.as.Questions[q]
	}
	t.touched, t.then.Whole = t.touched[:0], t.as.Whole
}

// with gives what a tally, by its place, comes to with an item that is in it changed.
func (t *Trial) with(at int, of *Tally, i Item, to Status) Span {
	for n := range t.tried[at] {
		if x := &t.tried[at][n]; x.to == to && x.item == i {
			return x.is
		}
	}
	changed := *of
	changed.replace(i, to, to)
	var r Range
	if at < len(t.sheet.questions) {
		r = t.sheet.method.Question(&changed)
	} else {
		r = t.sheet.method.Plain(&changed)
	}
	t.tried[at] = append(t.tried[at], tried{i, to, r.span()})
	return r.span()
}

// Widen widens a span to hold another, as what two possible types come to is spanned.
func (s *Span) Widen(o Span) {
	s.Low, s.SoFar, s.High, s.Printed = min(s.Low, o.Low), min(s.SoFar, o.SoFar), max(s.High, o.High), s.Printed && o.Printed
}
