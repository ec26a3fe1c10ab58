package judge

import (
	"partner/pkg/proposal"
	"partner/pkg/rating"
)

// Alone fills in what one criterion leaves open, by its place, and nothing else, and gives its status then.
func (j *Judgement) Alone(criterion int, best bool) rating.Status {
	c := &j.Criteria[criterion]
	f := j.filler(best)
	f.fill([]*Criterion{c})
	return f.judged().Types[0].standings[c.at].Status()
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
	w.witness = &witness{well, badly}
	w.Claimed = w.Rate(Reading{})
	return &w
}
