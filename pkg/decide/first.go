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

// DoFirst gives the few criteria to act on first, over all questions: mismatches, then what the path to the
// next rating needs and is known to be lacking, then the weightiest of the rest.
func DoFirst(j *judge.Judgement, path result.Path) []result.Action {
	var few []*judge.Criterion
	add := func(c *judge.Criterion) {
		if len(few) < firstFew && !slices.Contains(few, c) {
			few = append(few, c)
		}
	}
	weightiest := weightiest(j)
	for _, c := range weightiest {
		if c.Kind == catalogue.Consistency {
			add(c)
		}
	}
	if len(path.Steps) > 0 {
		for _, id := range path.Steps[0].Criteria {
			if i, _ := j.Find(id); j.Criteria[i].Status().Short() {
				add(&j.Criteria[i])
			}
		}
	}
	for _, c := range weightiest {
		add(c)
	}
	actions := []result.Action{}
	for _, c := range few {
		actions = append(actions, result.Action{Criterion: c.ID, Do: j.Named(c.Criterion, c.Fix.Do), Who: j.Role(c.Fix.Who, c.Concerns), By: j.Cat.Words.Date(c.Due), Effort: c.Fix.Effort})
	}
	return actions
}

// FindOutFirst gives the few things to find out first, over all questions: which form it has, which kind of partnership
// it is, what else opens further criteria, at which stage it stands, then what would settle most; of that, what the
// document states something of comes before what every paper lacks.
func FindOutFirst(j *judge.Judgement, settle result.Settle) []result.Ask {
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
	for _, d := range settle.Ranked {
		if len(asks) >= firstFew {
			break
		}
		ask := result.Ask{Criterion: d.Criterion, Asks: d.Asks, Of: d.Of, Paths: d.Paths, Reasons: d.Reasons}
		if i, applies := j.Find(d.Criterion); applies && len(stated.On(j, &j.Criteria[i])) > 0 {
			asks = append(asks, ask)
		} else if len(every) < firstFew {
			every = append(every, ask)
		}
	}
	asks = append(asks, every...)
	return asks[:min(firstFew, len(asks))]
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

// weightiest gives the few weightiest criteria that are not met or partly met.
func weightiest(j *judge.Judgement) []*judge.Criterion {
	var all []*judge.Criterion
	for i := range j.Criteria {
		c := &j.Criteria[i]
		if c.Status().Short() && (c.Kind.Rated() && c.When == result.Now || hinders(j, c)) {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(x, y *judge.Criterion) int { return cmp.Compare(y.Weight(""), x.Weight("")) })
	return all[:min(firstFew, len(all))]
}

// hinders reports whether a criterion is one of consistency that stands in the way: declared and derived
// differ, or neither is known. That only one of the two is stated hinders nothing.
func hinders(j *judge.Judgement, c *judge.Criterion) bool {
	a, _ := j.Placement.Axis(c.Axis())
	return c.Kind == catalogue.Consistency && (c.Status() != rating.Unknown || !a.Known())
}
