package decide

import (
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Path gives the smallest sets of criteria whose meeting raises the rating so far, the low end and the
// verdict, and the single changes that would lower the rating. While it is not known which kind of
// partnership it is there are no sets.
func Path(j *judge.Judgement) result.Path {
	p := result.Path{Steps: []result.Set{}, TypeFirst: len(j.Types) > 1}
	if !p.TypeFirst {
		c := &climb{search: newSearch(j), open: open(j)}
		if j.Claimed.Whole.Printed {
			c.raise(result.RaisesSoFar, rating.SoFarEnd, j.Claimed.Whole.SoFar.Grade)
		}
		c.raise(result.RaisesLow, rating.LowEnd, j.Claimed.Whole.Low.Grade)
		c.raiseVerdict(j.Claimed.Verdict)
		p.Steps = append(p.Steps, c.steps...)
	}
	p.Lowers, p.Of = lowers(j)
	p.Sentence = pathSentence(&p)
	return p
}

// climb is the search for what raises the ends and the verdict.
type climb struct {
	*search
	open  []int // the criteria that can be met, by their places
	steps []result.Set
}

// open lists the criteria, by their places, that have a part in ratings, surely apply and are not met.
func open(j *judge.Judgement) []int {
	var list []int
	for i := range j.Criteria {
		c := &j.Criteria[i]
		if status := c.Status(); c.Kind.Rated() && c.When == result.Now && c.Sure && status != rating.Met && status != rating.NotApplicable {
			list = append(list, i)
		}
	}
	return list
}

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
		reached = grade(then, end)
	}
}

// raiseVerdict finds the smallest set that leads to the next better verdict.
func (c *climb) raiseVerdict(now rating.Ends) {
	end, from := rating.LowEnd, now.Low
	if now.Printed {
		end, from = rating.SoFarEnd, now.SoFar
	}
	if from < rating.Ready {
		c.step(result.RaisesVerdict, end, rating.Goal{ByVerdict: true, Verdict: from + 1}, c.title(from))
	}
}

func (c *climb) title(v rating.Verdict) string { return c.judgement.VerdictTitle(v) }

// subjects say what a set raises.
var subjects = map[result.Effect]string{
	result.RaisesSoFar: "the rating so far", result.RaisesLow: "the rating that holds whatever is still unknown", result.RaisesVerdict: "the verdict",
}

// step searches for one set, adds it and gives what it leads to, which may be more than the goal; it is false
// where there is none.
func (c *climb) step(does result.Effect, end rating.End, goal rating.Goal, from string) (rating.Rated, bool) {
	f := c.reach(end, goal, c.open, func(n int) int { return effort(c.judgement.Criteria[n].Criterion) })
	if !f.OK {
		return rating.Rated{}, false
	}
	met := make([]rating.Change, len(f.Entries))
	for i, e := range f.Entries {
		met[i] = rating.Change{Entry: e, Worse: rating.Met, Better: rating.Met}
	}
	then := c.sheet.RateIf(met...)
	set := c.found(does, f)
	set.From, set.To = from, grade(then, end).String()
	if goal.ByVerdict {
		set.To = c.title(verdict(then, end))
	}
	set.Words = wording.Sentence(wording.Number(len(set.Criteria)) + " to meet, and " + subjects[does] + " rises from " + from + " to " + set.To + exactly(f.Exact))
	c.steps = append(c.steps, set)
	return then, true
}

// grade gives the grade of the whole at an end.
func grade(r rating.Rated, end rating.End) rating.Grade {
	if end == rating.SoFarEnd {
		return r.Whole.SoFar.Grade
	}
	return r.Whole.Low.Grade
}

// verdict gives the verdict at an end.
func verdict(r rating.Rated, end rating.End) rating.Verdict {
	if end == rating.SoFarEnd {
		return r.Verdict.SoFar
	}
	return r.Verdict.Low
}

// lowers lists the single changes that lower the rating of the whole, of how many tried: a criterion that is
// met, or partly met, and turns out not to be.
func lowers(j *judge.Judgement) ([]result.Lower, int) {
	list := []result.Lower{}
	stand := j.Rated(rating.Met, rating.AtLeastPartly, rating.Partly)
	if len(stand) == 0 {
		return list, 0
	}
	now, whatIf := &j.Claimed.Whole, j.WhatIf()
	for _, i := range stand {
		then, moves := whatIf.If(i, rating.NotMet)
		if !moves {
			continue
		}
		l := result.Lower{Criterion: j.Criteria[i].ID}
		if now.Printed && then.Whole.SoFar < now.SoFar.Grade {
			l.SoFar = then.Whole.SoFar
		}
		if then.Whole.Low < now.Low.Grade {
			l.Low = then.Whole.Low
		}
		if l.SoFar != rating.Unrated || l.Low != rating.Unrated {
			list = append(list, l)
		}
	}
	return list, len(stand)
}

// pathSentence says how firmly the rating stands.
func pathSentence(p *result.Path) string {
	in := "of the " + wording.Number(p.Of) + " in place, in whole or in part, "
	firm := ""
	switch n := len(p.Lowers); {
	case p.Of == 0:
		firm = "nothing is in place yet that could be lost"
	case n == 0:
		firm = in + "no single one would lower the rating if it turned out not to be"
	default:
		firm = in + wording.Number(n) + " would each lower the rating alone if " + wording.Verb(n, "it turned", "they turned") + " out not to be"
	}
	if p.TypeFirst {
		return "First say which kind of partnership it is. " + wording.Sentence(firm)
	}
	return wording.Sentence(firm)
}
