package catalogue

import (
	"slices"
	"sync"

	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Readings is what the rules of a catalogue's criteria read, looked up from either side. It is worked out once somebody
// asks for it, and holds for the same catalogue in the words of any sector and of any document. It may be used by several
// at once.
type Readings struct {
	once  sync.Once
	of    map[*proposal.Field][]int // the criteria of which a rule reads what stands at a field, by their places
	facts [][]*proposal.Field       // along the criteria, what decides how one stands
	rules [][]*proposal.Field       // and what any of its rules reads
	words map[string][]int          // the criteria of which what decides how one stands names a word, by their places

	told map[*proposal.Field]string // the question under which all that stands at a field is told, by its id

	// The keys that rules name, by the id of what they are of.
	elements, axes map[string][]string
}

// Equal holds of any two: they say nothing that the catalogue does not.
func (*Readings) Equal(*Readings) bool { return true }

// Reads gives what the rules of the criteria read.
func (c *Catalogue) Reads() *Readings {
	r := c.Readings
	if r == nil {
		r = &Readings{}
	}
	r.once.Do(func() {
		r.words = map[string][]int{}
		r.of, r.facts, r.rules = map[*proposal.Field][]int{}, make([][]*proposal.Field, len(c.Criteria)), make([][]*proposal.Field, len(c.Criteria))
		for i, x := range c.Criteria {
			r.rules[i] = slices.Clip(logic.Fields(x.Rules()...))
			for _, f := range r.rules[i] {
				r.of[f] = append(r.of[f], i)
			}
			r.facts[i] = slices.Clip(logic.Fields(x.Met, x.Partly))
			for _, word := range logic.WordsIn(x.Met, x.Partly) {
				r.words[word] = append(r.words[word], i)
			}
		}
		r.elements, r.axes = map[string][]string{}, map[string][]string{}
		for i := range c.Governance {
			r.elements[c.Governance[i].ID] = logic.KeysIn(c.Governance[i].Rules())
		}
		for _, axis := range Axes() {
			r.axes[axis] = logic.KeysIn(c.Typology.Facts(axis))
		}
		r.tell(c)
	})
	return r
}

// Of gives the places of the criteria of which a rule reads what stands at a field, in their order.
func (r *Readings) Of(f *proposal.Field) []int { return r.of[f] }

// Facts gives the fields whose statements decide how the criterion at a place stands.
func (r *Readings) Facts(criterion int) []*proposal.Field { return r.facts[criterion] }

// Asking gives the places of the criteria of which what decides how one stands names a word.
func (r *Readings) Asking(word string) []int { return r.words[word] }

// OfElement gives the keys that the rules of an element of governance name.
func (r *Readings) OfElement(id string) []string { return r.elements[id] }

// OfAxis gives the keys that the rules name by which it is told where a document is on an axis.
func (r *Readings) OfAxis(id string) []string { return r.axes[id] }

// Rules gives the fields that any rule of the criterion at a place reads.
func (r *Readings) Rules(criterion int) []*proposal.Field { return r.rules[criterion] }

// Told gives the id of the question under which all that stands at a field is told; "" where none tells all of it.
func (r *Readings) Told(f *proposal.Field) string { return r.told[f] }

// tell works out what is told under which question: first what has a place of its own among what they show.
func (r *Readings) tell(c *Catalogue) {
	r.told = map[*proposal.Field]string{}
	for _, shown := range []struct {
		at   paths.Path
		part Part
	}{{paths.Benefits, Benefits}, {paths.Objectives, Objectives}, {paths.Risks, Risks}} {
		if q := c.Showing(shown.part); q != nil {
			r.tellAll(proposal.Model.Find(shown.at), q.ID)
		}
	}
	for _, q := range c.Questions {
		for _, t := range q.Tells {
			r.tellAll(proposal.Model.Find(paths.Path(t.At)), q.ID)
		}
	}
}

// tellAll notes that a question tells all that stands at a field, but for what another tells already.
func (r *Readings) tellAll(f *proposal.Field, question string) {
	if f == nil {
		return
	}
	if r.told[f] == "" {
		r.told[f] = question
	}
	for _, c := range f.Fields {
		r.tellAll(c, question)
	}
	r.tellAll(f.Of, question)
}
