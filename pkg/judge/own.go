package judge

import (
	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// BuiltIn judges the same proposal, at the same stage, by the built-in catalogue alone; where nothing is laid over that
// it is the judgement itself.
func (j *Judgement) BuiltIn() *Judgement {
	if j.Cat.Overlay == nil {
		return j
	}
	of := At(j.Doc, j.Cat.Overlay.Base, j.Timing.Asked)
	of.lockedTo = j.Cat
	return of
}

// OwnBlock rates what is laid over the catalogue by the plain share of its own criteria that is in place, of those that
// are due: as the context and the enablers are rated. What no document supports may be taken as unknown.
func (j *Judgement) OwnBlock(documented bool) rating.Range {
	r := Reading{Documented: documented}
	ranges := make([]rating.Range, len(j.Types))
	for t := range j.Types {
		var all rating.Tally
		for i := range j.Criteria {
			c := &j.Criteria[i]
			s := &j.Types[t].standings[c.at]
			if c.Own() && c.Within.Counts() && c.When == result.Now && s.Applies != logic.False {
				item := r.item(c, s)
				item.Watchpoint, item.Gate = false, false // within the block it counts, and caps nothing
				all.Add(item)
			}
		}
		ranges[t] = j.Cat.Rating.Method.Plain(&all)
	}
	return rating.HullRanges(ranges)
}

// Unlike reports whether a criterion of the built-in catalogue stands otherwise here than in another judgement of the same
// proposal, or counts otherwise: by what is laid over the catalogue.
func (j *Judgement) Unlike(other *Judgement, id string) bool {
	a, here := j.Find(id)
	b, there := other.Find(id)
	if !here || !there {
		return here != there
	}
	x, y := &j.Criteria[a], &other.Criteria[b]
	return x.When != y.When || x.Sure != y.Sure || x.Standing.Claimed != y.Standing.Claimed || x.Standing.OnPaper != y.Standing.OnPaper || x.Kind != y.Kind
}

// asked counts the criteria of a catalogue that may be asked of some proposal: those that are not switched off.
func asked(cat *catalogue.Catalogue) int {
	n := 0
	for _, c := range cat.Criteria {
		if c.Off == "" {
			n++
		}
	}
	return n
}
