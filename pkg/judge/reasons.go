package judge

import (
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// Reasons gives why a criterion is not known: what stands beside the unknowns of the document that would settle
// it, and beside its answer, where one is given as unknown.
func (j *Judgement) Reasons(c *Criterion) []result.Reason {
	if c.Kind == catalogue.Remark || c.Status().Known() {
		return nil
	}
	var reasons []result.Reason
	seen := map[*proposal.Value]bool{}
	add := func(v *proposal.Value) {
		if v == nil || seen[v] {
			return
		}
		seen[v] = true
		for _, x := range append([]*proposal.Value{v}, v.Views...) {
			if x.State != proposal.Unknown || x.Half() != "" || x.Because == "" {
				continue
			}
			r := result.Reason{Path: v.Path(), Because: x.Because, Place: x.Pos}
			if x != v {
				r.Of = j.NameOf(x.Key)
			}
			reasons = append(reasons, r)
		}
	}
	add(j.Doc.Root.Find(paths.Answers).Item(c.ID))
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
