package compare

import "partner/pkg/result"

// Stage is at which stage a proposal is judged.
type Stage struct {
	Is    result.Stage `json:"is"`
	Words string       `json:"words"` // with what shows it, in a phrase
}

func stageOf(r *result.Result) Stage { return Stage{r.Stage.Is, r.Stage.Words} }

// sameStage reports whether two proposals are judged at one stage, so that the same is due of both. Where it is
// not known at which, the stages must be as open.
func sameStage(x, y *result.Result) bool {
	a, b := x.Stage, y.Stage
	return a.Is == b.Is && (a.Is != result.UnknownStage || a.Earliest == b.Earliest && a.Latest == b.Latest)
}
