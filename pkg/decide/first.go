package decide

import (
	"cmp"
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// firstFew is how many things to do first, and to find out first, the first screen has room for.
const firstFew = 3

// DoFirst gives the few criteria to act on first, over all questions: mismatches, then the weightiest of what is not
// met or partly met. It is a rule over how the criteria stand, and searches nothing.
func DoFirst(j *judge.Judgement) []result.Action {
	few := weightiest(j)
	actions := []result.Action{}
	for _, c := range few {
		actions = append(actions, result.Action{Criterion: c.ID, Do: j.ToDo(c.Criterion), Who: j.Role(c.Fix.Who, c.Concerns), By: j.Cat.Words.Date(c.Due), Effort: c.Fix.Effort})
	}
	return actions
}

// FindOutFirst gives the few things to find out first, over all questions: which form it has, which kind of partnership
// it is, what else opens further criteria, at which stage it stands, then the weightiest unknowns; of those, what the
// document states something of comes before what every paper lacks. It is a rule as that of what to do first: what each
// answer would move is worked out for the whole report alone.
func FindOutFirst(j *judge.Judgement) []result.Ask {
	var first []*judge.Criterion
	for i := range j.Criteria {
		if c := &j.Criteria[i]; c.Status() == rating.Unknown && (hinders(j, c) || c.Kind == catalogue.Opening) {
			first = append(first, c)
		}
	}
	slices.SortStableFunc(first, func(x, y *judge.Criterion) int { return cmp.Compare(opening(x), opening(y)) })
	asks := []result.Ask{}
	for _, c := range first {
		asks = append(asks, j.Ask(c))
	}
	if stage := judge.Staged(j); stage.Dated == result.UnknownStage {
		ask := j.Cat.Words.Dates
		asks = append(asks, result.Ask{Asks: ask.Asks, Of: j.Cat.Words.Role(ask.Of), Paths: stage.Paths})
	}
	stated := j.Stated()
	var every []result.Ask // what every paper lacks
	for _, c := range weightiestUnknown(j) {
		if len(asks) >= firstFew {
			break
		}
		if len(stated.On(j, c)) > 0 {
			asks = append(asks, j.Ask(c))
		} else if len(every) < firstFew {
			every = append(every, j.Ask(c))
		}
	}
	asks = append(asks, every...)
	return asks[:min(firstFew, len(asks))]
}

// weightiestUnknown gives what counts or caps and is not known, wholly or by half, the weightiest first.
func weightiestUnknown(j *judge.Judgement) []*judge.Criterion {
	var all []*judge.Criterion
	for _, n := range j.Rated(rating.Unknown, rating.AtLeastPartly, rating.AtMostPartly) {
		all = append(all, &j.Criteria[n])
	}
	slices.SortStableFunc(all, func(x, y *judge.Criterion) int {
		return cmp.Or(surelyFirst(x, y), cmp.Compare(y.Weight(""), x.Weight("")))
	})
	return all
}

// opening orders what has to be known before the rest can be asked: the form, the type, and what opens further criteria.
func opening(c *judge.Criterion) int {
	switch {
	case c.Axis() == catalogue.FormAxis:
		return 0
	case c.Kind == catalogue.Opening:
		return 2
	}
	return 1
}

// weightiest gives the few weightiest criteria that are not met or partly met, mismatches before all.
func weightiest(j *judge.Judgement) []*judge.Criterion {
	var all []*judge.Criterion
	for i := range j.Criteria {
		c := &j.Criteria[i]
		if c.Status().Short() && (c.Kind.Rated() && c.When == result.Now || hinders(j, c)) {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(x, y *judge.Criterion) int {
		return cmp.Or(cmp.Compare(mismatched(y), mismatched(x)), cmp.Compare(y.Weight(""), x.Weight("")))
	})
	return all[:min(firstFew, len(all))]
}

// mismatched is 1 for a criterion of consistency, otherwise 0.
func mismatched(c *judge.Criterion) int {
	if c.Kind == catalogue.Consistency {
		return 1
	}
	return 0
}

// hinders reports whether a criterion is one of consistency that stands in the way: declared and derived
// differ, or neither is known. That only one of the two is stated hinders nothing.
func hinders(j *judge.Judgement, c *judge.Criterion) bool {
	if c.Kind != catalogue.Consistency {
		return false
	}
	a, _ := j.Placement.Axis(c.Axis())
	return c.Status() != rating.Unknown || !a.Known()
}
