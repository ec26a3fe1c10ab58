// Package judge judges a proposal by a catalogue: which kind of partnership it is, which criteria apply to it,
// how each of them stands, and what the ratings are as the judgement is read. It is pure: the same document
// and the same catalogue give the same judgement, whatever the machine, the clock or the order of anything.
package judge

import (
	"slices"
	"sync"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Judgement is how a document stands by a catalogue. It is made whole and never changed afterwards, so that
// any number of readers may share it. What is said of it (criteria, answers, findings) is worked out by those
// who ask for it.
type Judgement struct {
	Doc       *proposal.Proposal
	Cat       *catalogue.Catalogue
	Placement Placement
	Timing    Timing
	Types     []Assumption // the types that the document may be of, with how it stands if it is
	Criteria  []Criterion  // what applies, or may apply, under one of them, in the catalogue's order

	Departures []Departure // what the document goes on without, on the record, in its order

	Claimed    rating.Rated // every rating as claimed, over all possible types
	Documented rating.Rated // the same where what no document supports counts as unknown

	differing    []int                      // of Criteria, by their places, what may not be the same for both boards
	answers      map[string]*proposal.Value // by the criterion's id
	lockedTo     *catalogue.Catalogue       // that the document's lock is held against; nil for Cat
	apart        bool                       // the organisations state something apart
	claimedAlone bool                       // what documents support has not been worked out: it is taken for what is claimed
	unheard      func() []Unused            // what nothing asks for, found out where it is first asked for
	witnesses    []witness                  // none where no ends were looked for
}

// Assumption is how the document stands if it is of one type.
type Assumption struct {
	Type
	env       logic.Environment
	standings []Standing // along the catalogue's criteria
	claimed   rated
	onPaper   rated // the same as claimed where documents support all that is
}

// rated is a sheet with its ratings.
type rated struct {
	sheet   *rating.Sheet
	as      rating.Rated
	entries []int // for each of Judgement.Criteria its entry on the sheet, or -1
}

// Criterion is a criterion of the catalogue that applies to the document, or may.
type Criterion struct {
	*catalogue.Criterion
	Standing *Standing   // under the type for which it most surely applies
	Sure     bool        // it applies, whatever is still unknown
	Concerns Side        // whose board alone it concerns
	When     result.When // it is due at the moment at which the proposal is judged
	at       int         // its place among the catalogue's criteria
}

// Judge judges a proposal that was read and verified, at the stage that its dates show.
func Judge(doc *proposal.Proposal, cat *catalogue.Catalogue) *Judgement {
	return At(doc, cat, result.UnknownStage)
}

// At judges a proposal at another stage than that of its dates; UnknownStage asks for none.
func At(doc *proposal.Proposal, cat *catalogue.Catalogue, stage result.Stage) *Judgement {
	p := Place(doc, &cat.Typology)
	return assumed(doc, cat, stage, p, p.apart)
}

// Assume judges a proposal as if it stood so in the typology, whatever its own facts say of that.
func Assume(doc *proposal.Proposal, cat *catalogue.Catalogue, stage result.Stage, placement Placement) *Judgement {
	return assumed(doc, cat, stage, placement, doc.Apart())
}

func assumed(doc *proposal.Proposal, cat *catalogue.Catalogue, stage result.Stage, placement Placement, apart bool) *Judgement {
	cat = cat.For(doc)
	j := &Judgement{Doc: doc, Cat: cat, Placement: placement, apart: apart}
	j.time(stage)
	j.answers = answersIn(doc)
	j.assume(nil)
	return j
}

// Otherwise judges the same proposal as if it stood so in the typology, at the same stage, as claimed alone: what documents
// support is not worked out again. The document may be recast. What hangs on none of that is taken over, from it and from
// others that have been judged so.
func (j *Judgement) Otherwise(doc *proposal.Proposal, placement Placement, others ...*Judgement) *Judgement {
	o := &Judgement{Doc: doc, Cat: j.Cat, Placement: placement, Timing: j.Timing, apart: j.apart, answers: j.answers, claimedAlone: true}
	known := make([][]Assumption, 0, 2+len(others))
	known = append(known, j.Types)
	for _, other := range others {
		known = append(known, other.Types)
	}
	o.assume(known)
	return o
}

// assume works out how each criterion stands under each possible type, and rates that. Others have been worked out
// for the same facts.
func (j *Judgement) assume(others [][]Assumption) {
	types := j.Placement.Types()
	j.Types = make([]Assumption, 0, len(types))
	others = append(others, nil)
	var traces room
	for _, t := range types {
		a := Assumption{Type: t, env: j.Placement.Environment(t, j.Doc), standings: make([]Standing, len(j.Cat.Criteria))}
		for i := range j.Cat.Criteria {
			j.stand(&a.standings[i], i, a.env, &traces, others...)
		}
		j.Types = append(j.Types, a)
		others[len(others)-1] = j.Types
	}
	j.pick()
	j.depart()
	j.rate()
	j.unheard = sync.OnceValue(j.notHeard)
}

// pick picks the criteria that apply, or may apply, under one of the possible types.
func (j *Judgement) pick() {
	j.Criteria = make([]Criterion, 0, len(j.Cat.Criteria))
	for i := range j.Cat.Criteria {
		var s *Standing
		sure := true
		for t := range j.Types {
			x := &j.Types[t].standings[i]
			sure = sure && x.Applies == logic.True
			if x.Applies != logic.False && (s == nil || x.Applies > s.Applies) {
				s = x
			}
		}
		if s != nil {
			c := j.Cat.Criteria[i]
			concerns := j.concerns(c)
			if concerns != Both || j.apart {
				j.differing = append(j.differing, len(j.Criteria))
			}
			j.Criteria = append(j.Criteria, Criterion{Criterion: c, Standing: s, Sure: sure, Concerns: concerns, When: j.Timing.When(c), at: i})
		}
	}
}

// Differing gives the criteria, by their places, that may not be the same for both boards: what concerns one of them alone,
// and all where the two state something apart. The list is not to be changed.
func (j *Judgement) Differing() []int { return j.differing }

// Find gives the place among Criteria of the one of an id; it is false where none of that id applies.
func (j *Judgement) Find(id string) (int, bool) {
	for i := range j.Criteria {
		if j.Criteria[i].ID == id {
			return i, true
		}
	}
	return 0, false
}

// Of lists the ids of the criteria of some kinds that are due.
func (j *Judgement) Of(kinds ...catalogue.Kind) []string {
	ids := []string{}
	for _, c := range j.Criteria {
		if c.When == result.Now && slices.Contains(kinds, c.Kind) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// Status is the status that counts: the worse of the two views where both are known.
func (c *Criterion) Status() rating.Status { return c.Standing.Status() }

// Gate reports whether it is a gate here, or may be.
func (c *Criterion) Gate() bool { return c.Standing.Gate != logic.False }

// Truth gives the truth of a condition that concerns no single criterion over all possible types: unknown
// where they differ.
func (j *Judgement) Truth(c *logic.Condition) logic.Truth {
	least, most := logic.True, logic.False
	for i := range j.Types {
		t := j.Types[i].env.Eval(c, nil)
		least, most = min(least, t), max(most, t)
	}
	if least != most {
		return logic.Unknown
	}
	return least
}

// Surely reports whether such a condition is true under every possible type, and what that rests on.
func (j *Judgement) Surely(c *logic.Condition) ([]*proposal.Value, bool) {
	var t logic.Trace
	for i := range j.Types {
		t = logic.Trace{}
		if j.Types[i].env.Eval(c, &t) != logic.True {
			return nil, false
		}
	}
	return t.Used, true
}
