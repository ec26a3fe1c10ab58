package result

import (
	"partner/pkg/catalogue"
	"partner/pkg/internal/enum"
)

// Overlay is what a catalogue of somebody's own, laid over the built-in one, adds to it and changes, how the proposal stands
// by what it adds, and how it is rated by the built-in one alone.
type Overlay struct {
	Name       string             `json:"name"`       // its ids begin with it
	Title      string             `json:"title"`      // what it is called
	About      string             `json:"about"`      // where it comes from and what it cannot carry; or empty
	Version    string             `json:"version"`    // its own
	Hash       string             `json:"hash"`       // of its files and of the catalogue that it is laid over
	Extends    string             `json:"extends"`    // the version of the built-in catalogue that it was written for
	BuiltIn    CatalogueID        `json:"built_in"`   // the catalogue that it is laid over
	Adds       int                `json:"adds"`       // how many criteria it adds
	Criteria   []string           `json:"criteria"`   // those of its own that apply, or may, by id: how they stand is told with all others
	Counted    []string           `json:"counted"`    // those of them that count in its own block now
	Rating     Rating             `json:"rating"`     // of its own block: the share of its own criteria that is in place
	Documented Rating             `json:"documented"` // the same on documents alone
	Changed    []ChangedCriterion `json:"changed"`    // the criteria that it changes
	Off        []SwitchedOff      `json:"off"`        // the criteria that it switches off
	Beside     Beside             `json:"beside"`     // the ratings by the built-in catalogue alone
	Moved      []OverlayMove      `json:"moved"`      // what it rates otherwise than the built-in catalogue does
	Words      OverlayWords       `json:"words"`      // the same in sentences
}

// CatalogueID identifies a catalogue.
type CatalogueID struct {
	Version string `json:"version"`
	Hash    string `json:"hash"`
}

// ChangedCriterion is a criterion that an overlay changes.
type ChangedCriterion struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Keys    []string `json:"keys"`    // what of it, by its keys: title, met, due
	Words   string   `json:"words"`   // in words: its wording and its threshold
	Because string   `json:"because"` // or empty
}

// SwitchedOff is a criterion that an overlay switches off.
type SwitchedOff struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Because string `json:"because"`
}

// Beside is how the proposal is rated by the built-in catalogue alone.
type Beside struct {
	Overall   Overall          `json:"overall"`
	Verdict   Verdict          `json:"verdict"`
	Questions []QuestionBeside `json:"questions"`
	Open      []string         `json:"open_gates"` // gates not met or not known
}

// QuestionBeside is one of the six questions with its rating.
type QuestionBeside struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Rating Rating `json:"rating"`
}

// OverlayMove is a rating that an overlay moves, at one of its ends.
type OverlayMove struct {
	Of     MovedOf  `json:"of"`
	ID     string   `json:"id"`     // of the question or the gate; empty for the whole and the verdict
	Title  string   `json:"title"`  // what is rated, in words
	At     string   `json:"at"`     // low, so far or high; empty for a gate
	From   string   `json:"from"`   // by the built-in catalogue alone
	To     string   `json:"to"`     // with the overlay
	Raised bool     `json:"raised"` // it is better with the overlay than by the built-in catalogue alone
	By     []string `json:"by"`     // the criteria that move it, by id: changed, switched off, or of the overlay's own
}

// OverlayWords says of an overlay what a board has to know of it.
type OverlayWords struct {
	Which  string `json:"which"`  // which catalogue is applied
	Own    string `json:"own"`    // how its own block stands
	Beside string `json:"beside"` // how the built-in catalogue alone rates
	Raised string `json:"raised"` // what it rates better than that does, and by what; empty for nothing
	Held   string `json:"held"`   // what it rates lower, and by what; empty for nothing
}

// MovedOf is what an overlay moves.
type MovedOf string

// What an overlay can move.
const (
	MovedWhole    MovedOf = "whole"
	MovedVerdict  MovedOf = "verdict"
	MovedQuestion MovedOf = "question"
	MovedGate     MovedOf = "gate"
)

// MovedOfs is what an overlay can move, in the order in which it is told.
var MovedOfs = []MovedOf{MovedWhole, MovedVerdict, MovedQuestion, MovedGate}

// Words are the words that it can be.
func (MovedOf) Words() []string { return enum.Words(MovedOfs) }

// UnmarshalText reads the word.
func (m *MovedOf) UnmarshalText(text []byte) error { return enum.Read(m, text, MovedOfs) }

// Applied gives the catalogue with what is laid over the built-in one in sentences, for what tells no more of that.
func (r *Result) Applied() Catalogue {
	c := r.Catalogue
	if r.Overlay != nil {
		c.Overlay = &r.Overlay.Words
	}
	return c
}

// Own gives the criteria of the overlay's own block, in their order.
func (r *Result) Own() []*Criterion {
	var own []*Criterion
	for i := range r.Criteria {
		if _, _, is := catalogue.Foreign(r.Criteria[i].ID); is {
			own = append(own, &r.Criteria[i])
		}
	}
	return own
}
