package result

import (
	_ "embed"

	"partner/pkg/rating"
)

// OptionsFormat names the shape of Options; it changes when a reader of the JSON would have to.
const OptionsFormat = "partner-options/1"

// Options are the same facts under every type and form of partnership that makes sense, and under doing
// nothing. Nothing in them says which to choose.
type Options struct {
	Format        string          `json:"format"`        // always partner-options/1
	Catalogue     Catalogue       `json:"catalogue"`     // the catalogue that was applied
	File          string          `json:"file"`          // the proposal's file, as it was named
	Title         string          `json:"title"`         // what the proposal is called
	AsOf          string          `json:"as_of"`         // the day on which the document is true, in words, or empty
	Organisations [2]Organisation `json:"organisations"` // in the order of the document
	Typology      Typology        `json:"typology"`      // nature, scale and form, declared and from the facts
	Sentences     []string        `json:"sentences"`     // what is declared and what the facts point to, each a sentence
	Options       []Option        `json:"options"`       // the declared one first, then by the context: by its high end, then its low end, the best first
	Nothing       Nothing         `json:"nothing"`       // doing nothing
	Sources       []Source        `json:"sources"`       // the sources cited
	Limits        []string        `json:"limits"`        // what the options cannot tell
}

// Option is the proposal's facts under one type and form.
type Option struct {
	ID           string        `json:"id"`               // its type and form: voluntary-structural-merger
	Title        string        `json:"title"`            // in words: merger (voluntary, structural)
	Type         Word          `json:"type"`             // voluntary-structural
	Form         Word          `json:"form"`             // merger
	Declared     bool          `json:"declared"`         // the one that the document declares
	FactsPoint   bool          `json:"facts_point"`      // the one that the facts point to
	SmallerStep  bool          `json:"smaller_step"`     // a smaller step than the declared one
	SmallerWhen  string        `json:"smaller_when"`     // when it is the smaller step, in a sentence; empty where it is none
	SmallerCites []Cite        `json:"smaller_cites"`    // where the sources say so; empty where it is our reading
	Stands       Standing      `json:"stands,omitempty"` // against the one declared or, where none is, the one that the facts point to: the same, better and nearer, better, as good, worse; absent where there is neither
	Marks        string        `json:"marks"`            // declared, what the facts point to, smaller step; or empty
	Roles        string        `json:"roles"`            // who is read as what, in a sentence; empty where the document's own roles stand
	OnlyIf       string        `json:"only_if"`          // what would have to be otherwise than the document says, in a sentence, or empty
	WhyNot       string        `json:"why_not"`          // why the document says that it was not chosen, or empty
	LikeContext  string        `json:"like_context"`     // the option above with the same context, advantages, first step and, at least, essentials, by id; or empty
	Context      OptionContext `json:"context"`          // whether the situation helps this type
	Enablers     Rating        `json:"enablers"`         // what makes it work
	Overall      Overall       `json:"overall"`          // for information: of the six questions
	Verdict      Verdict       `json:"verdict"`          // for information
	ContextWords string        `json:"context_words"`    // the context in a sentence
	OtherWords   string        `json:"other_words"`      // enablers, overall and verdict in a sentence or two
	Gates        []OptionGate  `json:"gates"`            // what is essential under it and not met or not known
	GatesToo     []string      `json:"gates_too"`        // those of them that the option named by like_context does not have, by id
	Forgone      []Forgone     `json:"forgone"`          // advantages of the declared one that it does not have
	Gained       []Forgone     `json:"gained"`           // its advantages that the declared one does not have; all of them where none is declared
	FindOut      []Ask         `json:"find_out_first"`   // what would have to be found out first: the context that is not known
	First        FirstStep     `json:"first_step"`       // the smaller step that the sources advise first
}

// OptionContext is the helpful context of a type, rated for the proposal's facts.
type OptionContext struct {
	Rating   Rating          `json:"rating"`
	Criteria []OptionHelpful `json:"criteria"` // in the catalogue's order
}

// OptionHelpful is how one piece of helpful context stands.
type OptionHelpful struct {
	Criterion string        `json:"criterion"`
	Title     string        `json:"title"`
	Status    rating.Status `json:"status"` // met, partly met, not met, unknown, not applicable, disputed
}

// OptionGate is something essential that is not in place, or not known to be.
type OptionGate struct {
	Criterion string        `json:"criterion"`
	Title     string        `json:"title"`
	Status    rating.Status `json:"status"` // not met, unknown, disputed
	Home      string        `json:"home"`   // the question that it caps
}

// FirstStep is the smaller step that the sources advise before a type of partnership, or at its start.
type FirstStep struct {
	Do        string        `json:"do"`
	Because   string        `json:"because"`
	Taken     string        `json:"taken"`     // whether the document shows that it has been taken, in a sentence
	Criterion string        `json:"criterion"` // whose status tells that
	Status    rating.Status `json:"status"`    // its status
	Smaller   []Word        `json:"smaller"`   // the forms that are smaller steps than this form
	Cites     []Cite        `json:"cites"`
}

// Nothing is what becomes of the two organisations if nothing is done. It has no rating.
type Nothing struct {
	Sentence   string    `json:"sentence"`    // what is known of it, in a sentence or two
	WhyNot     string    `json:"why_not"`     // why the document says that it was not chosen, or empty
	RisksKnown bool      `json:"risks_known"` // a register is given, if only to say that there are none
	Risks      []Risk    `json:"risks"`       // of not doing it, from the register
	Forgone    []Forgone `json:"forgone"`     // the advantages of the declared type
	Stays      []Staying `json:"stays"`       // the problems of each organisation
}

// Staying is what stays with an organisation if nothing is done.
type Staying struct {
	Organisation string    `json:"organisation"`
	Known        bool      `json:"known"` // its problems are listed, if only to say that there are none
	Problems     []Problem `json:"problems"`
	Sentence     string    `json:"sentence"`
}

//go:embed options.schema.json
var optionsSchema []byte

// OptionsSchema gives the JSON Schema (draft 2020-12) of Options. It is made from the types in this package by
// `make generate`.
func OptionsSchema() []byte { return optionsSchema }
