package assess

import (
	"sync"

	"partner/pkg/rating"
	"partner/pkg/result"
)

// path fills in the smallest sets of criteria whose meeting raises the rating so far, the low end and the
// verdict, which climbs has been looking for, and the single changes that would lower the rating.
func (a *assessor) path(climbed func() []result.Set) {
	p := &a.out.Path
	*p = result.Path{Steps: []result.Set{}, Lowers: []result.Lower{}, TypeFirst: len(a.types) > 1}
	a.lowers()
	p.Steps = append(p.Steps, climbed()...)
	p.Sentence = a.pathSentence()
}

// climbs starts the searches for what raises the ratings, and gives a function that waits for what they
// find. They go on beside each other and beside all else, each on a sheet of its own, and what they find
// is put in one order whichever ends first. While it is not known which kind of partnership it is there
// are none.
func (a *assessor) climbs() func() []result.Set {
	if len(a.types) > 1 {
		return func() []result.Set { return nil }
	}
	searches := []func(*climb){(*climb).raiseLow, (*climb).raiseVerdict}
	if a.now.Whole.Printed {
		searches = append([]func(*climb){(*climb).raiseSoFar}, searches...)
	}
	climbs := make([]*climb, len(searches))
	open := a.open()
	var all sync.WaitGroup
	for i, search := range searches {
		climbs[i] = &climb{assessor: a, sheet: a.types[0].claimed.Clone(), open: open}
		all.Go(func() { search(climbs[i]) })
	}
	return func() []result.Set {
		all.Wait()
		var steps []result.Set
		for _, c := range climbs {
			steps = append(steps, c.steps...)
		}
		return steps
	}
}

// climb is one search for what raises an end or the verdict. It only reads the assessor.
type climb struct {
	*assessor
	sheet *rating.Sheet
	open  []int // the criteria that can be met, by their places among the shown
	steps []result.Set
}

// open lists the criteria, by their places among the shown, that have a part in ratings, surely apply and
// are not met.
func (a *assessor) open() []int {
	var list []int
	for i := range a.shown {
		s := &a.shown[i]
		if !counts(s.Kind) || !s.surely() {
			continue
		}
		if status := s.standing.claimed; status.Worse != rating.Met && status.Worse != rating.NotApplicable {
			list = append(list, i)
		}
	}
	return list
}

func (c *climb) raiseSoFar() { c.raise(result.RaisesSoFar, rating.SoFarEnd, c.now.Whole.SoFar.Grade) }
func (c *climb) raiseLow()   { c.raise(result.RaisesLow, rating.LowEnd, c.now.Whole.Low.Grade) }

// raise finds the smallest sets that raise an end of the whole by one step, and by two.
func (c *climb) raise(does result.Effect, end rating.End, from rating.Grade) {
	reached := rating.Unrated
	for to := from + 1; to <= rating.Green && to <= from+2; to++ {
		if reached == to {
			continue // the step before leads here already
		}
		then, ok := c.step(does, end, rating.Goal{Overall: to}, from.String())
		if !ok {
			return
		}
		reached = at(then, end)
	}
}

// raiseVerdict finds the smallest set that leads to the next better verdict.
func (c *climb) raiseVerdict() {
	end, from := rating.LowEnd, c.now.Verdict.Low
	if c.now.Verdict.Printed {
		end, from = rating.SoFarEnd, c.now.Verdict.SoFar
	}
	if from < rating.Ready {
		c.step(result.RaisesVerdict, end, rating.Goal{ByVerdict: true, Verdict: from + 1}, c.cat.Rating.Verdict(from).Title)
	}
}

// reached rates what meeting some entries leads to: at least the goal, and sometimes more.
func (c *climb) reached(entries []int) rating.Rated {
	sheet := c.sheet.Clone()
	for _, e := range entries {
		sheet.Set(e, rating.Met, rating.Met)
	}
	return sheet.Rate()
}

// at gives the grade of the whole at an end.
func at(r rating.Rated, end rating.End) rating.Grade {
	if end == rating.SoFarEnd {
		return r.Whole.SoFar.Grade
	}
	return r.Whole.Low.Grade
}

// verdictAt gives the title of the verdict at an end.
func (c *climb) verdictAt(r rating.Rated, end rating.End) string {
	if end == rating.SoFarEnd {
		return c.cat.Rating.Verdict(r.Verdict.SoFar).Title
	}
	return c.cat.Rating.Verdict(r.Verdict.Low).Title
}

// step searches for one set, adds it and gives what it leads to; it is false where there is none.
func (c *climb) step(does result.Effect, end rating.End, goal rating.Goal, from string) (rating.Rated, bool) {
	t := &c.types[0]
	byEntry := make([]int, len(c.shown)) // there are no more entries than criteria shown
	for _, n := range c.open {
		byEntry[t.entryOf[n]] = effort(c.shown[n].Criterion)
	}
	f := c.sheet.Reach(end, goal, entries(t, c.open), func(e int) int { return byEntry[e] }, searchNodes)
	if !f.OK {
		return rating.Rated{}, false
	}
	set := c.set(does, shownOf(t, f.Entries), f.Exact)
	then := c.reached(f.Entries)
	set.From, set.To = from, at(then, end).String()
	if goal.ByVerdict {
		set.To = c.verdictAt(then, end)
	}
	n := len(set.Criteria)
	subject := map[result.Effect]string{result.RaisesSoFar: "the rating so far", result.RaisesLow: "the rating that holds whatever is still unknown", result.RaisesVerdict: "the verdict"}[does]
	set.Words = sentence(number(n) + " to meet, and " + subject + " rises from " + from + " to " + set.To + exactly(f.Exact))
	c.steps = append(c.steps, set)
	return then, true
}

// lowers lists the single changes that lower the rating of the whole: a criterion that is met, or partly
// met, and turns out not to be.
func (a *assessor) lowers() {
	p := &a.out.Path
	for i := range a.shown {
		s := &a.shown[i]
		status := s.standing.claimed
		if !counts(s.Kind) || status.Worse != rating.Met && status.Worse != rating.Partly {
			continue
		}
		p.Of++
		then := a.whatIf(i, rating.NotMet)
		l := result.Lower{Criterion: s.ID}
		if a.now.Whole.Printed && then.Whole.SoFar.Grade < a.now.Whole.SoFar.Grade {
			l.SoFar = then.Whole.SoFar.Grade
		}
		if then.Whole.Low.Grade < a.now.Whole.Low.Grade {
			l.Low = then.Whole.Low.Grade
		}
		if l.SoFar != rating.Unrated || l.Low != rating.Unrated {
			p.Lowers = append(p.Lowers, l)
		}
	}
}

// pathSentence says how firmly the rating stands.
func (a *assessor) pathSentence() string {
	p := &a.out.Path
	firm := ""
	switch n := len(p.Lowers); {
	case p.Of == 0:
		firm = "nothing is in place yet that could be lost"
	case n == 0:
		firm = "of the " + number(p.Of) + " in place, in whole or in part, no single one would lower the rating if it turned out not to be"
	default:
		firm = "of the " + number(p.Of) + " in place, in whole or in part, " + number(n) + " would each lower the rating alone if " + verb(n, "it turned", "they turned") + " out not to be"
	}
	if p.TypeFirst {
		return "First say which kind of partnership it is. " + sentence(firm)
	}
	return sentence(firm)
}
