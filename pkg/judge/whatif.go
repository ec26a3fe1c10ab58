package judge

import "partner/pkg/rating"

// WhatIf tries how all would be rated, as claimed, if one criterion stood otherwise. What one try gives is gone with the
// next: it is for a single reader, who tries many.
type WhatIf struct {
	judgement *Judgement
	own       []rating.Rated // along the possible types, what is rated anew under each
	each      []rating.Rated
	over      rating.Rated
}

// WhatIf prepares to try that.
func (j *Judgement) WhatIf() *WhatIf {
	return &WhatIf{judgement: j, own: make([]rating.Rated, len(j.Types)), each: make([]rating.Rated, len(j.Types))}
}

// If gives every rating if a criterion, by its place among Judgement.Criteria, had a status. They are those that Rate gives
// of that supposition.
func (t *WhatIf) If(criterion int, status rating.Status) *rating.Rated {
	j := t.judgement
	for i := range j.Types {
		base := &j.Types[i].claimed
		e := base.entries[criterion]
		if e < 0 {
			t.each[i] = base.as
			continue
		}
		base.sheet.RateIfInto(&t.own[i], rating.Change{Entry: e, Worse: status, Better: status})
		t.each[i] = t.own[i]
	}
	if len(t.each) == 1 {
		return &t.each[0]
	}
	rating.HullRatedInto(&t.over, t.each)
	if j.Placement.contested() {
		t.over.CountAs(&t.each[0])
	}
	return &t.over
}
