package judge

import (
	"slices"

	"partner/pkg/rating"
)

// witness is the document filled in so that all of it turns out as well as it may, and as badly, each judged. An end
// that neither gives may be out of reach: what two criteria ask of one fact, no fact gives.
type witness struct{ well, badly *Judgement }

// Witnessed gives the judgement with its ratings as claimed held against ways of filling in what is unknown: an end of
// a range that none of them gives is no more than a bound. That costs more than judging; who prints no ranges does
// without.
func (j *Judgement) Witnessed() *Judgement {
	w := *j
	best, worst := j.furthest(true), j.furthest(false)
	well := j.sharing(best)
	badly := well
	if worst != best {
		badly = j.sharing(worst)
	}
	w.witness = &witness{j.turnedOut(well, true), j.turnedOut(badly, false)}
	w.Claimed = w.witness.bound(Reading{}, j.Claimed)
	return &w
}

// turnedOut gives the judgement of the document as it is once what is not known of it has turned out well, or badly: what
// shares nothing as it may, and the rest as it does when it is filled in. It is there to be rated as claimed.
func (j *Judgement) turnedOut(s *sharing, best bool) *Judgement {
	t := &Judgement{Doc: j.Doc, Cat: j.Cat, Placement: j.Placement, Timing: j.Timing, apart: j.apart, answers: j.answers}
	a := Assumption{Type: s.under.Type, env: s.under.env, standings: slices.Clone(s.under.standings)}
	for _, c := range s.alone {
		a.standings[c.at].turn(best)
	}
	if settled := j.surelyPlaced(); !settled || len(s.open) > 0 {
		f := j.filler(j.Doc.Completed(), s.under, best)
		f.answered = s.bound
		f.fill(slices.Clone(s.open))
		t.Doc, t.Placement, t.answers, a.env = f.of.Proposal, f.placement, answersIn(f.of.Proposal), f.env
		if !settled {
			t.unsettled(&a, s)
		}
		var traces room
		for _, c := range s.moved {
			t.stand(&a.standings[c.at], c.at, a.env, &traces)
		}
	}
	t.Types = []Assumption{a}
	t.pick()
	t.depart()
	t.Types[0].claimed = t.Types[0].rate(t, Reading{})
	return t
}

// unsettled works out how all stands that hangs on the kind of partnership, once that has been declared.
func (j *Judgement) unsettled(a *Assumption, s *sharing) {
	alone := make([]bool, len(a.standings))
	for _, c := range s.alone {
		alone[c.at] = true
	}
	known := []Assumption{*s.under}
	var traces room
	for i := range a.standings {
		if !alone[i] {
			j.stand(&a.standings[i], i, a.env, &traces, known)
		}
	}
}

// turn makes of a standing what it is once what is not known of it has turned out well, or badly.
func (s *Standing) turn(best bool) {
	is := s.Views[0].Worst()
	if best {
		is = s.Views[0].Best()
	}
	s.Views = [2]rating.Status{is, is}
	s.Claimed.Worse, s.Claimed.Better = is, is
}

// bound marks the ends of the ratings of a reading that the witness does not give.
func (w *witness) bound(r Reading, rated rating.Rated) rating.Rated {
	best, worst := w.well.settled(r, rating.Status.Worst), w.badly.settled(r, rating.Status.Best)
	rated.Context.Bounds = bounds(rated.Context.Low, rated.Context.High, worst.Context.Low, best.Context.High)
	rated.Enablers.Bounds = bounds(rated.Enablers.Low, rated.Enablers.High, worst.Enablers.Low, best.Enablers.High)
	rated.Whole.Bounds = bounds(rated.Whole.Low.Grade, rated.Whole.High.Grade, worst.Whole.Low.Grade, best.Whole.High.Grade)
	rated.Verdict.Bounds = bounds(rated.Verdict.Low, rated.Verdict.High, worst.Verdict.Low, best.Verdict.High)
	questions := make([]rating.Range, len(rated.Questions))
	for i, q := range rated.Questions {
		q.Bounds = bounds(q.Low, q.High, worst.Questions[i].Low, best.Questions[i].High)
		questions[i] = q
	}
	rated.Questions = questions
	return rated
}

// bounds says which ends are not given.
func bounds[T comparable](low, high, lowGiven, highGiven T) rating.Bounds {
	return rating.Bounds{AtLeast: low != high && low != lowGiven, AtMost: low != high && high != highGiven}
}

// settled rates a reading of a document that was filled in. What is unknown of it still counts as it is to turn out:
// against what it is to show.
func (j *Judgement) settled(r Reading, out func(rating.Status) rating.Status) rating.Rated {
	for i := range j.Criteria {
		if status := j.Criteria[i].Status(); !status.Known() {
			r.Supposing = append(r.Supposing, Supposition{Criterion: i, Status: out(status)})
		}
	}
	return j.Rate(r)
}
