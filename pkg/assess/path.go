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

func (c *climb) raiseSoFar() { c.raise("so far", rating.SoFarEnd, c.now.Whole.SoFar.Grade) }
func (c *climb) raiseLow()   { c.raise("low end", rating.LowEnd, c.now.Whole.Low.Grade) }

// raise finds the smallest sets that raise an end of the whole by one step, and by two.
func (c *climb) raise(does string, end rating.End, from rating.Grade) {
	for to := from + 1; to <= rating.Green && to <= from+2; to++ {
		if n := len(c.steps); n > 0 && c.steps[n-1].To == to.String() {
			continue // the step before leads here already
		}
		if !c.step(does, end, rating.Goal{Overall: to}, from.String()) {
			return
		}
	}
}

// raiseVerdict finds the smallest set that leads to the next better verdict.
func (c *climb) raiseVerdict() {
	end, from := rating.LowEnd, c.now.Verdict.Low
	if c.now.Verdict.Printed {
		end, from = rating.SoFarEnd, c.now.Verdict.SoFar
	}
	verdicts := c.cat.Rating.Verdicts
	if to := from + 1; to < len(verdicts) {
		c.step("verdict", end, rating.Goal{ByVerdict: true, Verdict: to}, verdicts[from].Title)
	}
}

// reached says what meeting some entries leads to: at least the goal, and sometimes more.
func (c *climb) reached(entries []int, end rating.End, goal rating.Goal) string {
	sheet := c.sheet.Clone()
	for _, e := range entries {
		sheet.Set(e, rating.Met, rating.Met)
	}
	then := sheet.Rate()
	verdict, grade := then.Verdict.Low, then.Whole.Low.Grade
	if end == rating.SoFarEnd {
		verdict, grade = then.Verdict.SoFar, then.Whole.SoFar.Grade
	}
	if goal.ByVerdict {
		return c.cat.Rating.Verdicts[verdict].Title
	}
	return grade.String()
}

// step searches for one set and adds it; it is false where there is none.
func (c *climb) step(does string, end rating.End, goal rating.Goal, from string) bool {
	t := &c.types[0]
	byEntry := make([]int, len(c.shown)) // there are no more entries than criteria shown
	for _, n := range c.open {
		byEntry[t.entryOf[n]] = effort(c.shown[n].Criterion)
	}
	f := c.sheet.Reach(end, goal, entries(t, c.open), func(e int) int { return byEntry[e] }, searchNodes)
	if !f.OK {
		return false
	}
	set := c.set(does, shownOf(t, f.Entries), f.Exact)
	set.From, set.To = from, c.reached(f.Entries, end, goal)
	n := len(set.Criteria)
	subject := map[string]string{"so far": "the rating so far", "low end": "the rating that holds whatever is still unknown", "verdict": "the verdict"}[does]
	set.Words = sentence(number(n) + " to meet, and " + subject + " rises from " + from + " to " + set.To + exactly(f.Exact))
	c.steps = append(c.steps, set)
	return true
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
			l.SoFar = then.Whole.SoFar.Grade.String()
		}
		if then.Whole.Low.Grade < a.now.Whole.Low.Grade {
			l.Low = then.Whole.Low.Grade.String()
		}
		if l.SoFar != "" || l.Low != "" {
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
