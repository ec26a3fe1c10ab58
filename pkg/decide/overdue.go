package decide

import (
	"partner/pkg/judge"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// Overdue lists the conditions that are open though their day has passed, by id. Where none is recorded, nothing is
// worked out.
func Overdue(j *judge.Judgement) []string {
	if len(j.Doc.Root.Find(paths.Conditions).Stated()) == 0 {
		return nil
	}
	var ids []string
	for _, c := range Conditions(j, judge.Governance(j)) {
		if c.State == result.Overdue {
			ids = append(ids, c.ID)
		}
	}
	return ids
}
