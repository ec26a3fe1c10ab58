package judge

import (
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Completed fills in all that is unknown of the document, so that it turns out as well as it may, or as badly, and judges
// that as the document itself is judged.
func (j *Judgement) Completed(best bool) *Judgement {
	var open []*Criterion
	under := j.reaching(best)[0]
	for _, capping := range []int{0, 1} {
		for i := range j.Criteria {
			c := &j.Criteria[i]
			if c.Kind.Rated() && c.When != result.Past && under.standings[c.at].open() && capping == c.capping() {
				open = append(open, c)
			}
		}
	}
	return j.filledWith(open, best)
}

// Alone fills in what one criterion leaves open, by its place, and nothing else, and gives its status then.
func (j *Judgement) Alone(criterion int, best bool) rating.Status {
	c := &j.Criteria[criterion]
	return j.filledWith([]*Criterion{c}, best).Types[0].standings[c.at].Status()
}

func (j *Judgement) filledWith(open []*Criterion, best bool) *Judgement {
	f := j.filler(j.Doc.Completed(), j.reaching(best)[0], best)
	for i := range j.Criteria {
		if c := &j.Criteria[i]; j.answers[c.ID] != nil && !c.Judged && !c.Standing.Disputed() {
			f.answered = append(f.answered, answered{c, logic.Fields(c.Met, c.Partly)})
		}
	}
	f.fill(open)
	full := &Judgement{Doc: f.of.Proposal, Cat: j.Cat, Placement: f.placement, Timing: j.Timing, apart: f.of.Apart(), answers: answersIn(f.of.Proposal)}
	full.assume(nil)
	return full
}

// Unsaid gives the judgement of the document filled in, but for some of what it states, and the document to fill in
// again.
func Unsaid(j *Judgement, unsay []*proposal.Value) *Judgement {
	for _, v := range unsay {
		v.State = proposal.Unknown
	}
	return Assume(j.Doc, j.Cat, j.Timing.Asked, j.Placement)
}

// Against gives the judgement with its ends held against two others.
func Against(j, well, badly *Judgement) *Judgement {
	w := *j
	w.witnesses = []witness{witnessed(true, well), witnessed(false, badly)}
	w.Claimed = w.Rate(Reading{})
	return &w
}

// TurnedOut gives the judgement of the document once what is not known of it has turned out well, or badly.
func (j *Judgement) TurnedOut(best bool) *Judgement {
	return j.turnedOut(j.sharing(j.reaching(best)[0]), best)
}

// CompletedAs does what Completed does for each type that the document may be of.
func (j *Judgement) CompletedAs(best bool) []*Judgement {
	var all []*Judgement
	for i := range j.Types {
		one := *j
		one.Types = j.Types[i : i+1]
		all = append(all, one.Completed(best))
	}
	return all
}

// Settled rates a document that was filled in, what is left unknown of it counting against what it is to show.
func (j *Judgement) Settled(r Reading, best bool) rating.Rated {
	w := witnessed(best, j)
	return w.rated(r)
}

// Anew rates what a reading supposes nothing of under one type from how each criterion stands, and takes over nothing.
func (j *Judgement) Anew(r Reading, under int) rating.Rated { return j.Types[under].rate(j, r).as }
