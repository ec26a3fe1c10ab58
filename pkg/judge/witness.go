package judge

import (
	"cmp"
	"slices"

	"partner/pkg/rating"
)

// witness is the document, taken to be of one of the types that it may be of, filled in so that all of it turns out as well
// as it may, or as badly, and judged. An end that none gives may be out of reach: what two criteria ask of one fact, no fact
// gives.
type witness struct {
	best bool
	of   *Judgement
	left []Supposition // how what is unknown of it still counts
	as   rating.Rated  // how all of it turned out, for both boards at the stage of the judgement
}

// witnessed is a document that was filled in so, as it was judged.
func witnessed(best bool, of *Judgement) witness {
	w := witness{best: best, of: of}
	out := rating.Status.Best // against what it is to show
	if best {
		out = rating.Status.Worst
	}
	for i := range of.Criteria {
		if status := of.Criteria[i].Status(); !status.Known() {
			w.left = append(w.left, Supposition{Criterion: i, Status: out(status)})
		}
	}
	w.as = of.Rate(Reading{Supposing: w.left})
	return w
}

// rated gives what it comes to in a reading, as claimed.
func (w *witness) rated(r Reading) rating.Rated {
	r.Documented = false
	if r.plain() {
		return w.as
	}
	r.Supposing = slices.Concat(r.Supposing, w.left)
	return w.of.Rate(r)
}

// Witnessed gives the judgement with its ratings held against ways of filling in what is unknown: an end of a range that
// none of them gives is no more than a bound. The types that it may be of are tried in turn, those under which the whole
// reaches furthest first, until each end is given. That costs more than judging; who prints no ranges does without, and has
// bounds alone.
func (j *Judgement) Witnessed() *Judgement {
	w := *j
	w.witnesses = make([]witness, 0, 2)
	shared := map[*Assumption]*sharing{}
	for _, best := range []bool{true, false} {
		for _, under := range j.reaching(best) {
			if shared[under] == nil {
				shared[under] = j.sharing(under)
			}
			w.witnesses = append(w.witnesses, witnessed(best, j.turnedOut(shared[under], best)))
			if w.Claimed = w.bound(Reading{}, j.Claimed); !ungiven(&w.Claimed, best) {
				break
			}
		}
	}
	w.Documented = w.bound(Reading{Documented: true}, j.Documented)
	return &w
}

// reaching gives the possible types, those first under which the whole reaches furthest.
func (j *Judgement) reaching(best bool) []*Assumption {
	types := make([]*Assumption, len(j.Types))
	for i := range j.Types {
		types[i] = &j.Types[i]
	}
	slices.SortStableFunc(types, func(x, y *Assumption) int {
		if best {
			return cmp.Compare(y.claimed.as.Whole.High.Grade, x.claimed.as.Whole.High.Grade)
		}
		return cmp.Compare(x.claimed.as.Whole.Low.Grade, y.claimed.as.Whole.Low.Grade)
	})
	return types
}

// ungiven reports whether an end of some rating is given by nothing, of the high ends or of the low ones.
func ungiven(r *rating.Rated, high bool) bool {
	is := func(b rating.Bounds) bool { return high && b.AtMost || !high && b.AtLeast }
	return is(r.Whole.Bounds) || is(r.Verdict.Bounds) || is(r.Context.Bounds) || is(r.Enablers.Bounds) ||
		slices.ContainsFunc(r.Questions, func(q rating.Range) bool { return is(q.Bounds) })
}

// turnedOut gives the judgement of the document as it is once what is not known of it has turned out well, or badly: what
// shares nothing as it may, and the rest as it does when it is filled in. It is there to be rated as claimed, which asks
// nothing of the document any more.
func (j *Judgement) turnedOut(s *sharing, best bool) *Judgement {
	t := &Judgement{Doc: j.Doc, Cat: j.Cat, Placement: j.Placement, Timing: j.Timing, apart: j.apart, answers: j.answers, claimedAlone: true}
	a := Assumption{Type: s.under.Type, env: s.under.env, standings: slices.Clone(s.under.standings)}
	for _, c := range s.alone {
		a.standings[c.at].turn(best)
	}
	if settled := j.surelyPlaced(); !settled || len(s.open) > 0 {
		f := j.filler(s.completion(j.Doc), s.under, best)
		f.answered = s.bound
		f.fill(slices.Clone(s.open))
		t.Doc, t.Placement, t.answers, a.env = f.of.Proposal, f.placement, answersIn(f.of.Proposal), f.env
		if !settled {
			t.unsettled(&a, s)
		}
		for _, c := range s.moved {
			t.stand(&a.standings[c.at], c.at, a.env, nil)
		}
	}
	t.Types = []Assumption{a}
	t.pick()
	t.depart()
	t.Types[0].claimed = t.Types[0].rate(t, Reading{})
	return t
}

// unsettled works out how all stands that hangs on the kind of partnership, once that has been declared; what was filled
// in beside that moves is worked out by itself.
func (j *Judgement) unsettled(a *Assumption, s *sharing) {
	apart := make([]bool, len(a.standings))
	for _, of := range [][]*Criterion{s.alone, s.moved} {
		for _, c := range of {
			apart[c.at] = true
		}
	}
	known := []Assumption{*s.under}
	for i := range a.standings {
		if !apart[i] {
			j.stand(&a.standings[i], i, a.env, nil, known)
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

// bound marks the ends of the ratings of a reading that no witness gives: all of them where none was looked for, as under
// one of several types. On documents alone an end is given by what gives it once all that is unknown is told, and documents
// support it.
func (j *Judgement) bound(r Reading, rated rating.Rated) rating.Rated {
	var best, worst []rating.Rated
	for i := range j.witnesses {
		switch w := &j.witnesses[i]; {
		case r.Under != nil && len(j.Types) > 1:
		case w.best:
			best = append(best, w.rated(r))
		default:
			worst = append(worst, w.rated(r))
		}
	}
	rated.Context.Bounds = boundsOf(best, worst, rated.Context.Low, rated.Context.High, func(x *rating.Rated) *rating.Range { return &x.Context })
	rated.Enablers.Bounds = boundsOf(best, worst, rated.Enablers.Low, rated.Enablers.High, func(x *rating.Rated) *rating.Range { return &x.Enablers })
	rated.Whole.Bounds = bounds(best, worst, rated.Whole.Low.Grade, rated.Whole.High.Grade, func(x *rating.Rated) (low, high rating.Grade) { return x.Whole.Low.Grade, x.Whole.High.Grade })
	rated.Verdict.Bounds = bounds(best, worst, rated.Verdict.Low, rated.Verdict.High, func(x *rating.Rated) (low, high rating.Verdict) { return x.Verdict.Low, x.Verdict.High })
	questions := make([]rating.Range, len(rated.Questions))
	for i, q := range rated.Questions {
		q.Bounds = boundsOf(best, worst, q.Low, q.High, func(x *rating.Rated) *rating.Range { return &x.Questions[i] })
		questions[i] = q
	}
	rated.Questions = questions
	return rated
}

// boundsOf says of a range of grades what bounds says.
func boundsOf(best, worst []rating.Rated, low, high rating.Grade, of func(*rating.Rated) *rating.Range) rating.Bounds {
	return bounds(best, worst, low, high, func(x *rating.Rated) (rating.Grade, rating.Grade) { return of(x).Low, of(x).High })
}

// bounds says which ends none of some ratings gives: the low end where all turned out badly, the high end where well.
func bounds[T comparable](best, worst []rating.Rated, low, high T, ends func(*rating.Rated) (low, high T)) rating.Bounds {
	b := rating.Bounds{AtLeast: low != high, AtMost: low != high}
	for i := range worst {
		if is, _ := ends(&worst[i]); is == low {
			b.AtLeast = false
		}
	}
	for i := range best {
		if _, is := ends(&best[i]); is == high {
			b.AtMost = false
		}
	}
	return b
}
