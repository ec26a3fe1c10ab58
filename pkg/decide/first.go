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

// FindOutFirst gives the few things to find out first, as FirstUnknown picks them. What each answer would move is worked
// out for the whole report alone.
func FindOutFirst(j *judge.Judgement) []result.Ask {
	asks := []result.Ask{}
	for _, c := range FirstUnknown(j) {
		if c != nil {
			asks = append(asks, j.Ask(c))
			continue
		}
		ask := DatesAsk(j)
		ask.Paths = judge.Staged(j).Paths
		asks = append(asks, ask)
	}
	return asks
}

// DatesAsk says what is to be found out where the dates do not tell the stage, and of whom.
func DatesAsk(j *judge.Judgement) result.Ask {
	ask := j.Cat.Words.Dates
	return result.Ask{Asks: ask.Asks, Of: j.Cat.Words.Role(ask.Of)}
}

// FirstUnknown gives the few criteria to find out about first, over all questions, of which nil stands for the dates:
// which form it has, which kind of partnership it is, what else opens further criteria, at which stage it stands, then the
// weightiest unknowns; of those, what the document states something of comes before what every paper lacks. It is a rule
// as that of what to do first.
func FirstUnknown(j *judge.Judgement) []*judge.Criterion {
	var first []*judge.Criterion
	for i := range j.Criteria {
		if c := &j.Criteria[i]; c.Status() == rating.Unknown && (c.Kind == catalogue.Opening || hinders(j, c)) {
			first = append(first, c)
		}
	}
	slices.SortStableFunc(first, func(x, y *judge.Criterion) int { return cmp.Compare(opening(x), opening(y)) })
	if j.Timing.Dated.Stage == result.UnknownStage {
		first = append(first, nil)
	}
	if len(first) >= firstFew {
		return first[:firstFew]
	}
	tells := j.Tells()
	var every []*judge.Criterion // what every paper lacks
	for _, c := range weightiestUnknown(j) {
		if len(first) == firstFew {
			return first
		}
		if tells(c) {
			first = append(first, c)
		} else if len(every) < firstFew {
			every = append(every, c)
		}
	}
	first = append(first, every...)
	return first[:min(firstFew, len(first))]
}

// weightiestUnknown gives what counts or caps and is not known, wholly or by half, the weightiest first.
func weightiestUnknown(j *judge.Judgement) []*judge.Criterion {
	type weighed struct {
		*judge.Criterion
		weight int
	}
	places := j.Rated(rating.Unknown, rating.AtLeastPartly, rating.AtMostPartly)
	unknown := make([]weighed, len(places))
	for i, n := range places {
		c := &j.Criteria[n]
		unknown[i] = weighed{c, c.Weight("")}
	}
	slices.SortStableFunc(unknown, func(x, y weighed) int {
		return cmp.Or(surelyFirst(x.Criterion, y.Criterion), y.weight-x.weight)
	})
	all := make([]*judge.Criterion, len(unknown))
	for i := range unknown {
		all[i] = unknown[i].Criterion
	}
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
