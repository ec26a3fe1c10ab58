package judge

import "partner/pkg/rating"

// witness is the document filled in so that all of it turns out as well as it may, and as badly, each judged. An end
// that neither gives may be out of reach: what two criteria ask of one fact, no fact gives.
type witness struct{ well, badly *Judgement }

// Witnessed gives the judgement with its ratings as claimed held against ways of filling in what is unknown: an end of
// a range that none of them gives is no more than a bound. That costs more than judging; who prints no ranges does
// without.
func (j *Judgement) Witnessed() *Judgement {
	w := *j
	w.witness = &witness{j.Completed(true), j.Completed(false)}
	w.Claimed = w.Rate(Reading{})
	return &w
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
