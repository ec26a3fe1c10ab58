package rating

// Rule is a line of the overall table. It holds where all of its clauses do.
type Rule struct {
	AtLeast   [Green + 1]int // at least this many questions have the grade; 0 asks nothing
	NoneBelow Grade          // no question is below; Unrated asks nothing
	Overall   Grade
}

// Decided is an overall grade and the rule, by its index, that gave it.
type Decided struct {
	Grade  Grade
	Rule   int
	Braked bool // the rule gave more, but too little is known of some question
}

// Whole is the overall rating with the rules that decided its three grades.
type Whole struct {
	Low, SoFar, High Decided
	Printed          bool
	NothingLeft      bool // nothing counts of which anything could be rated
	Counts           Counts
	Little           []int // the questions, by index, of which less than half is known
}

// Table decides from the grades of the questions: the first rule that holds.
func (m *Method) Table(grades []Grade) Decided {
	var count [Green + 1]int
	worst := Green
	for _, g := range grades {
		count[g]++
		worst = min(worst, g)
	}
	for i, r := range m.Rules {
		holds := worst >= r.NoneBelow
		for g, n := range r.AtLeast {
			holds = holds && count[g] >= n
		}
		if holds {
			return Decided{Grade: r.Overall, Rule: i}
		}
	}
	return Decided{Grade: Red, Rule: -1} // a table without a last line that always holds cannot be loaded
}

// Overall rates the whole from its questions; counted are all criteria that count, each once.
func (m *Method) Overall(questions []Range, counted *Tally) Whole {
	low, soFar, high := make([]Grade, len(questions)), make([]Grade, len(questions)), make([]Grade, len(questions))
	w := Whole{Counts: counted.counts, Printed: counted.counts.KnownFrom(m.Print), NothingLeft: counted.nothingLeft()}
	for i, q := range questions {
		low[i], soFar[i], high[i] = q.Low, q.SoFar, q.High
		if !q.Printed {
			w.Little = append(w.Little, i)
		}
	}
	w.Low, w.SoFar, w.High = m.Table(low), m.Table(soFar), m.Table(high)
	if len(w.Little) > 0 && w.SoFar.Grade > m.LittleKnownTo {
		w.SoFar.Grade, w.SoFar.Braked = m.LittleKnownTo, true
	}
	return w
}

// VerdictRule is a line of the verdict table. It holds where all of its clauses do.
type VerdictRule struct {
	Context     Grade // the context is at least this
	Enablers    Grade // the enablers are at least this
	EachEnabler bool  // each enabler is met
	Overall     Grade // the overall rating is at least this
	NoOpenGate  bool  // no gate is open
	Verdict     Verdict
}

// Ends are a verdict at both ends and so far.
type Ends struct {
	Low, SoFar, High Verdict
	Printed          bool
}

// Verdict reads the verdict off its table, at each end and so far. A gate is open where its lower step is not
// made, and at the low end and so far also where that is not known; an enabler of which a step is not known is
// not yet met there.
func (m *Method) Verdict(context, enablers Range, whole Whole, enablerTally, gates *Tally) Ends {
	e, g := enablerTally, gates
	return Ends{
		Low:     m.verdict(context.Low, enablers.Low, whole.Low.Grade, e.shortLow == 0, g.gateLow.not > 0),
		SoFar:   m.verdict(context.SoFar, enablers.SoFar, whole.SoFar.Grade, e.shortSoFar == 0, g.gateMaybeOpen > 0),
		High:    m.verdict(context.High, enablers.High, whole.High.Grade, e.shortHigh == 0, g.gateHigh.not > 0),
		Printed: context.Printed && enablers.Printed && whole.Printed,
	}
}

func (m *Method) verdict(context, enablers, overall Grade, eachMet, open bool) Verdict {
	for _, r := range m.VerdictRules {
		if context >= r.Context && enablers >= r.Enablers && overall >= r.Overall && (eachMet || !r.EachEnabler) && !(open && r.NoOpenGate) {
			return r.Verdict
		}
	}
	return NotAsItStands
}

// Hull spans the ranges of several possible types: the worst low end, the best high end, and the worst
// so far, with the counts of the range of which least is known.
func Hull(rs []Range) Range {
	h := rs[0]
	for _, r := range rs[1:] {
		h.Low, h.High, h.SoFar = min(h.Low, r.Low), max(h.High, r.High), min(h.SoFar, r.SoFar)
		h.Printed, h.NothingLeft = h.Printed && r.Printed, h.NothingLeft && r.NothingLeft
		if lessKnown(r.Counts, h.Counts) {
			h.Counts = r.Counts
		}
	}
	return h
}

// HullWhole does for overall ratings what Hull does for ranges.
func HullWhole(ws []Whole) Whole {
	h := ws[0]
	for _, w := range ws[1:] {
		if w.Low.Grade < h.Low.Grade {
			h.Low = w.Low
		}
		if w.High.Grade > h.High.Grade {
			h.High = w.High
		}
		if w.SoFar.Grade < h.SoFar.Grade {
			h.SoFar = w.SoFar
		}
		h.Printed, h.NothingLeft = h.Printed && w.Printed, h.NothingLeft && w.NothingLeft
		if lessKnown(w.Counts, h.Counts) {
			h.Counts = w.Counts
		}
		if len(w.Little) > len(h.Little) {
			h.Little = w.Little
		}
	}
	return h
}

// HullEnds does for verdicts what Hull does for ranges.
func HullEnds(es []Ends) Ends {
	h := es[0]
	for _, e := range es[1:] {
		h.Low, h.High, h.SoFar = min(h.Low, e.Low), max(h.High, e.High), min(h.SoFar, e.SoFar)
		h.Printed = h.Printed && e.Printed
	}
	return h
}

func lessKnown(a, b Counts) bool {
	known, all := a.steps()
	otherKnown, otherAll := b.steps()
	return known*otherAll < otherKnown*all
}
