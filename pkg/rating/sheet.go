package rating

import (
	"math/bits"
	"slices"
)

// Part says whether an item belongs to the context or to the enablers.
type Part uint8

// The parts.
const (
	Neither Part = iota // what caps and does not count
	Context
	Enablers
)

// Entry is an item with its place in the whole.
type Entry struct {
	Item
	Feeds []int // the questions that it feeds
	Home  int   // the question that it caps where it is a gate
	Part  Part
}

// Sheet holds all items of a document under one type, and rates them, as they are and as they would be with some
// of them changed. Any number of readers may ask it for ratings at once; a search asks for a sheet of its own.
type Sheet struct {
	method            *Method
	entries           []Entry
	questions         []Tally
	context, enablers Tally
	counted, gates    Tally
	rated             Rated // as it is
	searches
}

// searches is what the searches on a sheet keep between them.
type searches struct {
	cases  *table  // the overall table by how many questions have each grade
	kinds  []int   // the kind of each entry, as kindsOf has it; nil where not worked out
	least  []least // what has been found to be the least that questions have to move
	asks   room    // for what the problems of one search ask
	room   room    // for what is set up and solved in turn, with the groups of the problem that is on
	groups []group
	asked  *ways // what the last search prepared, which the next may ask for again
}

// Rated holds every rating of a sheet.
type Rated struct {
	Questions         []Range
	Context, Enablers Range
	Whole             Whole
	Verdict           Ends
}

// NewSheet makes a sheet of entries, for that many questions. The entries are the sheet's from then on.
func NewSheet(m *Method, questions int, entries []Entry) *Sheet {
	s := &Sheet{method: m, entries: entries, questions: make([]Tally, questions)}
	for i := range entries {
		s.count(&entries[i], 1)
	}
	s.rated = s.rate()
	return s
}

// Clone gives a sheet of its own that starts as this one is.
func (s *Sheet) Clone() *Sheet {
	c := *s
	c.entries, c.questions, c.searches = slices.Clone(s.entries), slices.Clone(s.questions), searches{}
	return &c
}

// Change is an entry with other statuses than it has.
type Change struct {
	Entry         int
	Worse, Better Status
}

// RateIf gives every rating as it would be with some entries changed. The sheet stays as it is, so that any
// number of readers may ask it. Only what the changed entries belong to is rated anew.
func (s *Sheet) RateIf(changes ...Change) Rated {
	then := s.rated
	then.Questions = slices.Clone(s.rated.Questions)
	fed, parts := uint64(0), [Enablers + 1]bool{}
	counted, gates := s.counted, s.gates
	for _, c := range changes {
		e := &s.entries[c.Entry]
		for _, q := range e.Feeds {
			fed |= 1 << q
		}
		parts[e.Part] = true
		if !e.Watchpoint {
			counted.replace(e.Item, c.Worse, c.Better)
		}
		if e.Gate {
			gates.replace(e.Item, c.Worse, c.Better)
		}
	}
	for ; fed != 0; fed &= fed - 1 {
		q := bits.TrailingZeros64(fed)
		t := s.questions[q]
		for _, c := range changes {
			if e := &s.entries[c.Entry]; slices.Contains(e.Feeds, q) {
				t.replace(e.feeding(q), c.Worse, c.Better)
			}
		}
		then.Questions[q] = s.method.Question(&t)
	}
	part := func(p Part, t Tally) Tally {
		for _, c := range changes {
			if e := &s.entries[c.Entry]; e.Part == p {
				t.replace(e.Item, c.Worse, c.Better)
			}
		}
		return t
	}
	enablers := &s.enablers
	if parts[Context] {
		context := part(Context, s.context)
		then.Context = s.method.Plain(&context)
	}
	if parts[Enablers] {
		changed := part(Enablers, s.enablers)
		enablers = &changed
		then.Enablers = s.method.Plain(enablers)
	}
	then.Whole = s.method.Overall(then.Questions, &counted)
	then.Verdict = s.method.Verdict(then.Context, then.Enablers, then.Whole, enablers, &gates)
	return then
}

// feeding is the entry's item as it enters the rating of a question: a gate caps the one where it is at home.
func (e *Entry) feeding(question int) Item {
	i := e.Item
	i.Gate = e.Gate && e.Home == question
	return i
}

// replace counts an item as it is once its views are others.
func (t *Tally) replace(i Item, worse, better Status) {
	t.count(i, -1)
	i.Worse, i.Better = worse, better
	t.count(i, 1)
}

func (s *Sheet) count(e *Entry, by int) {
	for _, q := range e.Feeds {
		s.questions[q].count(e.feeding(q), by)
	}
	switch e.Part {
	case Context:
		s.context.count(e.Item, by)
	case Enablers:
		s.enablers.count(e.Item, by)
	}
	if !e.Watchpoint {
		s.counted.count(e.Item, by)
	}
	if e.Gate {
		s.gates.count(e.Item, by)
	}
}

// Rate gives every rating of the sheet. The list of questions is the sheet's, and not to be changed.
func (s *Sheet) Rate() Rated { return s.rated }

func (s *Sheet) rate() Rated {
	m := s.method
	r := Rated{Questions: make([]Range, len(s.questions)), Context: m.Plain(&s.context), Enablers: m.Plain(&s.enablers)}
	for i := range s.questions {
		r.Questions[i] = m.Question(&s.questions[i])
	}
	r.Whole = m.Overall(r.Questions, &s.counted)
	r.Verdict = m.Verdict(r.Context, r.Enablers, r.Whole, &s.enablers, &s.gates)
	return r
}

// CountAs gives ratings the counts of others.
func (r *Rated) CountAs(o *Rated) {
	for q := range r.Questions {
		r.Questions[q].Counts = o.Questions[q].Counts
	}
	r.Context.Counts, r.Enablers.Counts, r.Whole.Counts = o.Context.Counts, o.Enablers.Counts, o.Whole.Counts
}

// HullRated spans what several possible types come to; a single one is itself.
func HullRated(rs []Rated) Rated {
	h := rs[0]
	if len(rs) == 1 {
		return h
	}
	h.Questions = slices.Clone(h.Questions)
	for i := range rs[1:] {
		r := &rs[i+1]
		h.Context.hull(&r.Context)
		h.Enablers.hull(&r.Enablers)
		for q := range h.Questions {
			h.Questions[q].hull(&r.Questions[q])
		}
		h.Whole, h.Verdict = h.Whole.hull(r.Whole), h.Verdict.hull(r.Verdict)
	}
	return h
}
