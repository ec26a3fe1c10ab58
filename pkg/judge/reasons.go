package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// Reasons gives why a criterion is not known: what stands beside the unknowns of the document that would settle
// it, and beside its answer, where one is given as unknown.
func (j *Judgement) Reasons(c *Criterion) []result.Reason {
	if c.Kind == catalogue.Remark || c.Status().Known() {
		return nil
	}
	var reasons []result.Reason
	var seen []*proposal.Value // of those that may have a reason beside them, which are few
	add := func(v *proposal.Value) {
		if v == nil || v.Because == "" && len(v.Views) == 0 || slices.Contains(seen, v) {
			return
		}
		seen = append(seen, v)
		give := func(x *proposal.Value, of string) {
			if x.State == proposal.Unknown && x.Half() == "" && x.Because != "" {
				reasons = append(reasons, result.Reason{Path: v.Path(), Of: of, Because: x.Because, Place: x.Pos})
			}
		}
		give(v, "")
		for _, x := range v.Views {
			give(x, j.NameOf(x.Key))
		}
	}
	add(j.answers[c.ID])
	missing := c.Standing.Missing
	for _, a := range j.Placement.Axes() {
		if c.Axis() == a.ID {
			add(j.Doc.Root.Find(a.Path))
			missing = a.Missing
		}
	}
	for _, m := range missing {
		if m.Key == "" {
			add(m.Near)
		}
	}
	return reasons
}
