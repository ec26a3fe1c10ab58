package judge

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// Side is one of the two organisations, or both together.
type Side uint8

// The sides, in the order of the document.
const (
	Both Side = iota
	First
	Second
)

// Sides are the two.
var Sides = [2]Side{First, Second}

// Other gives the other side; of both, both.
func (s Side) Other() Side {
	if s == Both {
		return Both
	}
	return First + Second - s
}

// at gives the place of one side in what stands along the two organisations.
func (s Side) at() int { return int(s - First) }

// Organisation gives the organisation on a side, nil for both.
func (j *Judgement) Organisation(s Side) *proposal.Value {
	if s == Both {
		return nil
	}
	return j.Doc.Organisations[s.at()]
}

// SideOf gives the side of the organisation of an id, Both where it is neither.
func (j *Judgement) SideOf(id string) Side {
	for _, s := range Sides {
		if j.Organisation(s).Key == id {
			return s
		}
	}
	return Both
}

// concerns gives the side whose board alone a criterion concerns: both where it concerns either, or where the
// document does not say, or its organisations do not agree, which of the two has that part.
func (j *Judgement) concerns(c *catalogue.Criterion) Side {
	if c.Board == "" {
		return Both
	}
	var of [2]*proposal.Value
	for i, o := range j.Doc.Organisations {
		of[i] = j.Types[0].env.SeenBy(o.Key).Side(c.Board)
	}
	for _, s := range Sides {
		if o := j.Organisation(s); of[0] == o && of[1] == o {
			return s
		}
	}
	return Both
}

// Helping gives the pair of roles by which the document says which of the two helps; it is false where it says so by none.
// Whoever asks for the sides of an arrangement, of whichever form, reads them from here.
func (j *Judgement) Helping() (logic.Pair, bool) {
	roles := j.Doc.Root.Find(paths.Roles)
	for _, p := range j.Cat.Typology.Sides {
		if !p.RulesOnly && (roles.At(paths.Key(p.Helper)).Known() || roles.At(paths.Key(p.Helped)).Known()) {
			return p, true
		}
	}
	return logic.Pair{}, false
}

// Helper gives the organisation that supports, takes in, runs or serves the other; nil where the document does not say,
// or the two do not agree, which that is.
func (j *Judgement) Helper() *proposal.Value {
	p, _ := j.Helping()
	return j.having(p.Helper)
}

// Helped gives the other of the two, likewise.
func (j *Judgement) Helped() *proposal.Value {
	p, _ := j.Helping()
	return j.having(p.Helped)
}

// having gives the organisation that has a role, nil where the document does not say so for both.
func (j *Judgement) having(role string) *proposal.Value {
	if v := j.Doc.Root.Find(paths.Roles).At(paths.Key(role)); v.Known() && len(v.Views) == 0 {
		return j.Organisation(j.SideOf(v.Word))
	}
	return nil
}

// Role says who a role is: at the organisation on one side in the words of its own sector, at both in those for both.
func (j *Judgement) Role(id string, at Side) string {
	if at == Both {
		return j.Cat.Words.Role(id)
	}
	return j.Cat.Post(id, catalogue.SectorOf(j.Organisation(at)))
}

// askedIn reports whether what only makes sense in some sectors is asked here.
func (j *Judgement) askedIn(sectors []string) bool {
	return len(sectors) == 0 || catalogue.AskedIn(sectors, catalogue.SectorOf(j.Doc.Organisations[0]), catalogue.SectorOf(j.Doc.Organisations[1]))
}

// Named puts the organisations' names into a text of a criterion, which calls them first and second.
func (j *Judgement) Named(c *catalogue.Criterion, text string) string {
	if !c.NamesSides {
		return text
	}
	for i, side := range [2]string{catalogue.FirstSide, catalogue.SecondSide} {
		name := proposal.NameOf(j.Doc.Organisations[i])
		text = strings.ReplaceAll(strings.ReplaceAll(text, side+"'s", wording.Whose(name)), side, name)
	}
	return text
}

// NameOf gives the name of the organisation of an id, or the id where it is neither of the two.
func (j *Judgement) NameOf(id string) string {
	if s := j.SideOf(id); s != Both {
		return proposal.NameOf(j.Organisation(s))
	}
	return id
}
