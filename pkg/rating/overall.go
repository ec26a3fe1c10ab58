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
	NothingLeft      bool // all that would count has been set aside
	Counts           Counts
	Little           []int // the questions, by index, of which less than half is known
	Bounds
}

// Table decides from the grades of the questions: the first rule that holds.
func (m *Method) Table(grades []Grade) Decided {
	var count counted
	for _, g := range grades {
		count[g]++
	}
	return m.table(count)
}

// counted says how many questions have each grade.
type counted [Green + 1]int

// table decides from how many questions have each grade.
func (m *Method) table(count counted) Decided {
	worst := Red
	for worst < Green && count[worst] == 0 {
		worst++
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

// Overall rates the whole from its questions; all counts the criteria that count, each once.
func (m *Method) Overall(questions []Range, all *Tally) Whole {
	var low, soFar, high counted
	w := Whole{Counts: all.counts, Printed: all.counts.KnownFrom(m.Print), NothingLeft: all.nothingLeft()}
	for i := range questions {
		q := &questions[i]
		low[q.Low]++
		soFar[q.SoFar]++
		high[q.High]++
		if !q.Printed {
			if w.Little == nil {
				w.Little = make([]int, 0, len(questions)-i)
			}
			w.Little = append(w.Little, i)
		}
	}
	w.Low, w.SoFar, w.High = m.table(low), m.table(soFar), m.table(high)
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

// asksNoMore reports whether the rule asks nothing that another does not ask.
func (r *VerdictRule) asksNoMore(o *VerdictRule) bool {
	return r.Context <= o.Context && r.Enablers <= o.Enablers && r.Overall <= o.Overall && (!r.EachEnabler || o.EachEnabler) && (!r.NoOpenGate || o.NoOpenGate)
}

// Ends are a verdict at both ends and so far.
type Ends struct {
	Low, SoFar, High Verdict
	Printed          bool
	Bounds
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

// hull spans the ranges of two possible types: the worse low end, the better high end, and the worse so far,
// with the counts of the range of which less is known.
func (r *Range) hull(o *Range) {
	r.Low, r.High, r.SoFar = min(r.Low, o.Low), max(r.High, o.High), min(r.SoFar, o.SoFar)
	r.Printed, r.NothingLeft = r.Printed && o.Printed, r.NothingLeft && o.NothingLeft
	if lessKnown(&o.Counts, &r.Counts) {
		r.Counts = o.Counts
	}
}

// HullRanges spans what several possible types come to; a single one is itself.
func HullRanges(of []Range) Range {
	r := of[0]
	for i := range of[1:] {
		r.hull(&of[1+i])
	}
	return r
}

// hull does for overall ratings what it does for ranges.
func (w Whole) hull(o Whole) Whole {
	if o.Low.Grade < w.Low.Grade {
		w.Low = o.Low
	}
	if o.High.Grade > w.High.Grade {
		w.High = o.High
	}
	if o.SoFar.Grade < w.SoFar.Grade {
		w.SoFar = o.SoFar
	}
	w.Printed, w.NothingLeft = w.Printed && o.Printed, w.NothingLeft && o.NothingLeft
	if lessKnown(&o.Counts, &w.Counts) {
		w.Counts = o.Counts
	}
	if len(o.Little) > len(w.Little) {
		w.Little = o.Little
	}
	return w
}

// hull does for verdicts what it does for ranges.
func (e Ends) hull(o Ends) Ends {
	return Ends{Low: min(e.Low, o.Low), SoFar: min(e.SoFar, o.SoFar), High: max(e.High, o.High), Printed: e.Printed && o.Printed}
}

func lessKnown(a, b *Counts) bool {
	known, all := a.steps()
	otherKnown, otherAll := b.steps()
	return known*otherAll < otherKnown*all
}
