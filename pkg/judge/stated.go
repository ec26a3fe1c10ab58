package judge

import (
	"slices"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Stated is what a document states that tells its case from others: that something is not so, or only in part, a sum
// or a day, by the field that it stands in.
type Stated map[*proposal.Field][]*proposal.Value

// aboutTheCase is where it stands: the day of the document itself and the register of evidence speak of the paper, not of
// the case.
var aboutTheCase = [...]paths.Path{paths.Arrangement, paths.Organisations}

// Stated gathers it.
func (j *Judgement) Stated() Stated {
	stated := make(Stated, 64)
	ones := make([]*proposal.Value, 0, 64) // most fields have one
	for _, section := range aboutTheCase {
		j.Doc.Root.Find(section).Walk(func(v *proposal.Value) {
			if !tells(v) {
				return
			}
			of := stated[v.Field]
			if n := len(ones); len(of) == 0 && n < cap(ones) {
				ones = append(ones, v)
				stated[v.Field] = ones[n : n+1 : n+1]
				return
			}
			stated[v.Field] = append(of, v)
		})
	}
	return stated
}

// Tells reports of a criterion whether any of it is what that asks about: whether On gives anything, which is all that is
// wanted where many criteria are looked through.
func (j *Judgement) Tells() func(*Criterion) bool {
	stated := proposal.NoMarks()
	for _, section := range aboutTheCase {
		j.Doc.Root.Find(section).Walk(func(v *proposal.Value) {
			if tells(v) {
				*stated.Of(v.Field) = 1
			}
		})
	}
	return func(c *Criterion) bool {
		a := j.answers[c.ID]
		return a != nil && tells(a) || slices.ContainsFunc(j.Cat.Reads().Facts(c.at), func(f *proposal.Field) bool { return *stated.Of(f) == 1 })
	}
}

func tells(v *proposal.Value) bool {
	switch {
	case v.Half() != "" || v.Is(string(proposal.No)) || v.Is(string(proposal.Partly)) || v.State == proposal.None:
		return true
	case !v.Known():
		return false
	}
	return v.Field.Kind == proposal.Number || v.Field.Kind == proposal.Date
}

// On gives what of it a criterion asks about, its own answer among it: what of a criterion that is still open is near
// to this document, where every paper lacks the rest.
func (s Stated) On(j *Judgement, c *Criterion) []*proposal.Value {
	var all []*proposal.Value
	if a := j.answers[c.ID]; a != nil && tells(a) {
		all = append(all, a)
	}
	for _, f := range j.Cat.Reads().Facts(c.at) {
		for _, v := range s[f] {
			if !slices.Contains(all, v) {
				all = append(all, v)
			}
		}
	}
	return all
}
