package judge

import (
	"fmt"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Limits says what the report cannot tell: what of the research is carried over by analogy, and what no report can tell
// of organisations of these sectors and of these forms on the day on which the document is true.
func Limits(j *Judgement) []string {
	var all []string
	if carried := j.carried(); carried != "" {
		all = append(all, carried)
	}
	for _, l := range j.Cat.LimitsOf(j.sectors(), j.Placement.forms(), dayOf(j.Doc.Root.Find(paths.AsOf))) {
		all = append(all, l.String())
	}
	return all
}

// sectors gives the sectors of the two, "" where that is not told.
func (j *Judgement) sectors() [2]string {
	return [2]string{catalogue.SectorOf(j.Doc.Organisations[0]), catalogue.SectorOf(j.Doc.Organisations[1])}
}

// carried says what of the research is carried over by analogy: everything in another sector than its own, what hangs on
// a form that it does not tell of; "" where that is nothing.
func (j *Judgement) carried() string {
	limit, what := &j.Cat.Sectors.Limit, ""
	for i := range j.Criteria {
		if j.ByAnalogy(j.Criteria[i].Criterion) {
			what = limit.Form
		}
	}
	if both := j.sectors(); !j.Cat.Studied(both[0], both[1]) {
		what = limit.All
	}
	if what == "" {
		return ""
	}
	return limit.Title + ": " + limit.Because + what + "."
}

// dayOf writes the first day that a date may mean, as 2026-10-01; "" where there is none.
func dayOf(v *proposal.Value) string {
	if v == nil || v.State != proposal.Given || v.Field.Kind != proposal.Date {
		return ""
	}
	y, m, d := v.From.Calendar()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}
