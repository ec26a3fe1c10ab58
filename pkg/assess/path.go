package assess

import (
	"partner/pkg/rating"
	"partner/pkg/result"
)

// path fills in the smallest sets of criteria whose meeting raises the rating so far, the low end and the
// verdict, and the single changes that would lower the rating.
func (a *assessor) path() {
	p := &a.out.Path
	*p = result.Path{Steps: []result.Set{}, Lowers: []result.Lower{}, TypeFirst: len(a.types) > 1}
	a.lowers()
	if !p.TypeFirst {
		if a.now.Whole.Printed {
			a.raise(rating.SoFarEnd, a.now.Whole.SoFar.Grade)
		}
		a.raise(rating.LowEnd, a.now.Whole.Low.Grade)
		a.raiseVerdict()
	}
	p.Sentence = a.pathSentence()
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

// raise adds the smallest sets that raise an end of the whole by one step, and by two.
func (a *assessor) raise(end rating.End, from rating.Grade) {
	does := "low end"
	if end == rating.SoFarEnd {
		does = "so far"
	}
	for to := from + 1; to <= rating.Green && to <= from+2; to++ {
		steps := a.out.Path.Steps
		if n := len(steps); n > 0 && steps[n-1].Does == does && steps[n-1].To == to.String() {
			continue // the step before leads here already
		}
		if !a.step(does, end, rating.Goal{Overall: to}, from.String()) {
			return
		}
	}
}

// raiseVerdict adds the smallest set that leads to the next better verdict.
func (a *assessor) raiseVerdict() {
	end, from := rating.LowEnd, a.now.Verdict.Low
	if a.now.Verdict.Printed {
		end, from = rating.SoFarEnd, a.now.Verdict.SoFar
	}
	verdicts := a.cat.Rating.Verdicts
	if to := from + 1; to < len(verdicts) {
		a.step("verdict", end, rating.Goal{ByVerdict: true, Verdict: to}, verdicts[from].Title)
	}
}

// reached says what meeting some entries leads to: at least the goal, and sometimes more.
func (a *assessor) reached(t *typed, entries []int, end rating.End, goal rating.Goal) string {
	was := make([]rating.Item, len(entries))
	for i, e := range entries {
		was[i] = t.claimed.Item(e)
		t.claimed.Set(e, rating.Met, rating.Met)
	}
	then := t.claimed.Rate()
	for i, e := range entries {
		t.claimed.Set(e, was[i].Worse, was[i].Better)
	}
	verdict, grade := then.Verdict.Low, then.Whole.Low.Grade
	if end == rating.SoFarEnd {
		verdict, grade = then.Verdict.SoFar, then.Whole.SoFar.Grade
	}
	if goal.ByVerdict {
		return a.cat.Rating.Verdicts[verdict].Title
	}
	return grade.String()
}

// step searches for one set and adds it; it is false where there is none.
func (a *assessor) step(does string, end rating.End, goal rating.Goal, from string) bool {
	t := &a.types[0]
	open := a.open()
	byEntry := make([]int, len(a.shown)) // there are no more entries than criteria shown
	for _, n := range open {
		byEntry[t.entryOf[n]] = effort(a.shown[n].Criterion)
	}
	f := t.claimed.Reach(end, goal, entries(t, open), func(e int) int { return byEntry[e] }, searchNodes)
	if !f.OK {
		return false
	}
	set := a.set(does, shownOf(t, f.Entries), f.Exact)
	set.From, set.To = from, a.reached(t, f.Entries, end, goal)
	n := len(set.Criteria)
	subject := map[string]string{"so far": "the rating so far", "low end": "the rating that holds whatever is still unknown", "verdict": "the verdict"}[does]
	verb := " from " + from + " to " + set.To
	set.Words = sentence(number(n) + " to meet, and " + subject + " rises" + verb + exactly(f.Exact))
	a.out.Path.Steps = append(a.out.Path.Steps, set)
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
