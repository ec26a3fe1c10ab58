package judge

import "partner/pkg/rating"

// WhatIf tries how all would be rated, as claimed, if one criterion stood otherwise. What one try gives is gone with the
// next: it is for a single reader, who tries many.
type WhatIf struct {
	judgement *Judgement
	trials    []*rating.Trial // along the possible types
	each      []rating.Rated
	over      rating.Rated
}

// WhatIf prepares to try that.
func (j *Judgement) WhatIf() *WhatIf {
	t := &WhatIf{judgement: j, trials: make([]*rating.Trial, len(j.Types)), each: make([]rating.Rated, len(j.Types))}
	for i := range j.Types {
		t.trials[i] = j.Types[i].claimed.sheet.Trial()
	}
	return t
}

// If gives every rating if a criterion, by its place among Judgement.Criteria, had a status. They are those that Rate gives
// of that supposition.
func (t *WhatIf) If(criterion int, status rating.Status) *rating.Rated {
	j := t.judgement
	for i := range j.Types {
		claimed := &j.Types[i].claimed
		is := &claimed.as
		if e := claimed.entries[criterion]; e >= 0 {
			is = t.trials[i].If(e, status)
		}
		if len(j.Types) == 1 {
			return is
		}
		t.each[i] = *is
	}
	rating.HullRatedInto(&t.over, t.each)
	if j.Placement.contested() {
		t.over.CountAs(&t.each[0])
	}
	return &t.over
}

// Moves reports whether any grade of a question or of the whole would be another then, or printed where it is not, or the
// other way round. It costs a fraction of If.
func (t *WhatIf) Moves(criterion int, status rating.Status) bool {
	for i := range t.trials {
		if e := t.judgement.Types[i].claimed.entries[criterion]; e >= 0 && t.trials[i].Moves(e, status) {
			return true
		}
	}
	return false
}
