package result

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/internal/enum"
	"partner/pkg/rating"
	"partner/pkg/source"
)

// Stage is how far a proposal has come.
type Stage uint8

// The stages, in their order.
const (
	UnknownStage Stage = iota // the dates do not tell
	ToDecide                  // the decision is still to be taken
	ToStart                   // it is taken, and the start is ahead
	Running
)

var stages = enum.Table[Stage]{UnknownStage: "unknown", ToDecide: "to decide", ToStart: "to start", Running: "running"}

func (s Stage) String() string { return stages.Word(s) }

// Words are the words that a stage can be.
func (Stage) Words() []string { return stages.Words() }

// asked are the words by which stages are asked for, in their order.
var asked = []string{ToDecide - 1: "decide", ToStart - 1: "start", Running - 1: "running"}

// AskedStages are the words by which stages are asked for, in their order.
func AskedStages() []string { return slices.Clone(asked) }

// Asked is the word by which a stage is asked for; the unknown one has none.
func (s Stage) Asked() string {
	if s == UnknownStage {
		return ""
	}
	return asked[s-1]
}

// MarshalText gives the word.
func (s Stage) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word.
func (s *Stage) UnmarshalText(text []byte) error { return stages.Read(s, text) }

// When says whether something is due at the stage at which a proposal is judged.
type When string

// The answers.
const (
	Now   When = "now"
	Later When = "later" // it is due at a later stage: told, and not rated yet
	Past  When = "past"  // only a step that has been taken could have used it: told, and neither rated nor asked
)

// Whens are the answers, in the order of their stages from the last.
var Whens = []When{Now, Later, Past}

// Words are the words that it can be.
func (When) Words() []string { return enum.Words(Whens) }

// UnmarshalText reads the word.
func (w *When) UnmarshalText(text []byte) error { return enum.Read(w, text, Whens) }

// Staged is at which stage the proposal is judged, and why.
type Staged struct {
	Is       Stage           `json:"is"`              // to decide, to start, running; unknown where everything counts that may
	Earliest Stage           `json:"earliest"`        // the earliest stage at which it may stand: what is past there is past
	Latest   Stage           `json:"latest"`          // the latest: what is due there counts
	Dated    Stage           `json:"dated"`           // the stage that the dates show, unknown where they do not tell
	Asked    Stage           `json:"asked,omitempty"` // the stage that was asked for; absent where none was
	Early    bool            `json:"early"`           // the stage asked for is earlier than the dates have it, or may have it: no gate passes on it
	Silent   bool            `json:"silent"`          // the day of the decision has passed, and nothing says that the decision was taken
	Words    string          `json:"words"`           // the stage with what shows it, in a phrase
	Facts    []Fact          `json:"facts"`           // the dates and statements that it rests on
	Paths    []string        `json:"paths"`           // the places in the document that would tell, where the dates do not
	Place    source.Position `json:"place"`           // of the first of the facts, or where the dates would stand
}

// Moment is a day on which a proposal turns, or a month or a year where the document says no more.
type Moment struct {
	Is    Event  `json:"is"`    // as-of, decision or start
	Date  string `json:"date"`  // as the document writes it: 2014-06-01, 2014-06 or 2014
	Words string `json:"words"` // the same in words
}

// Event is what a moment is of.
type Event string

// The events, in the order in which they are expected.
const (
	AsOfDay     Event = "as-of" // that as of which the proposal is judged
	DecisionDay Event = "decision"
	StartDay    Event = "start"
)

// Events are the events, in that order.
var Events = []Event{AsOfDay, DecisionDay, StartDay}

// Words are the words that it can be.
func (Event) Words() []string { return enum.Words(Events) }

// UnmarshalText reads the word.
func (e *Event) UnmarshalText(text []byte) error { return enum.Read(e, text, Events) }

// ForStart is how the whole stands for the start, beside what is to be decided first.
type ForStart struct {
	Overall   Overall  `json:"overall"`
	Verdict   Verdict  `json:"verdict"`
	Context   Rating   `json:"context"`
	Enablers  Rating   `json:"enablers"`
	Questions []Rating `json:"questions"` // along the six questions
}

// Deferred is a criterion that is due at a later stage.
type Deferred struct {
	Criterion string        `json:"criterion"`
	Title     string        `json:"title"`
	Status    rating.Status `json:"status"`
	Due       catalogue.Due `json:"due"` // before-decision, before-start, first-year
	By        string        `json:"by"`  // the same in words, with the date where the document has one
}

// Bygone is a criterion that is past.
type Bygone struct {
	Criterion string          `json:"criterion"`
	Title     string          `json:"title"`
	Status    rating.Status   `json:"status"`
	Until     catalogue.Until `json:"until"`   // the step after which it is past: decision or start
	Without   bool            `json:"without"` // it is essential and known not to have been met: the step was taken without it
}
