package judge

import "partner/pkg/rating"

// WhatIf tries how the questions and the whole would be graded, as claimed, if one criterion stood otherwise. What one try
// gives is gone with the next: it is for a single reader, who tries many.
type WhatIf struct {
	judgement *Judgement
	trials    []*rating.Trial // along the possible types
	is, then  rating.Graded
	touched   []int // the questions that the last try may have moved
}

// WhatIf prepares to try that.
func (j *Judgement) WhatIf() *WhatIf {
	t := &WhatIf{judgement: j, trials: make([]*rating.Trial, len(j.Types))}
	for i := range j.Types {
		t.trials[i] = j.Types[i].claimed.sheet.Trial()
	}
	n := len(j.Cat.Questions)
	t.is.Questions, t.then.Questions = make([]rating.Span, n), make([]rating.Span, n)
	for q := range n {
		t.is.Questions[q] = t.question(q)
	}
	t.is.Whole = t.whole()
	copy(t.then.Questions, t.is.Questions)
	return t
}

// If gives the grades if a criterion, by its place among Judgement.Criteria, had a status: those that Rate gives of that
// supposition. It is false where none would be another than it is, nor printed where it is not or the other way round.
func (t *WhatIf) If(criterion int, status rating.Status) (*rating.Graded, bool) {
	moves := false
	for i, trial := range t.trials {
		if e := t.judgement.Types[i].claimed.entries[criterion]; e < 0 {
			trial.Back()
		} else {
			moves = trial.If(e, status) || moves
		}
	}
	if !moves {
		return &t.is, false
	}
	for _, q := range t.touched {
		t.then.Questions[q] = t.is.Questions[q]
	}
	t.touched = t.judgement.Criteria[criterion].Feeds
	for _, q := range t.touched {
		t.then.Questions[q] = t.question(q)
	}
	t.then.Whole = t.whole()
	return &t.then, true
}

// question spans what the types come to for a question.
func (t *WhatIf) question(q int) rating.Span {
	s := t.trials[0].Then().Questions[q]
	for _, trial := range t.trials[1:] {
		s.Widen(trial.Then().Questions[q])
	}
	return s
}

// whole spans what they come to for the whole.
func (t *WhatIf) whole() rating.Span {
	s := t.trials[0].Then().Whole
	for _, trial := range t.trials[1:] {
		s.Widen(trial.Then().Whole)
	}
	return s
}
