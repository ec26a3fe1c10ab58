package compare

import (
	"partner/pkg/internal/enum"
	"partner/pkg/rating"
)

// Status is how a criterion stands in one proposal: a status, or that it does not apply there.
type Status uint8

// NoPart is the status of a criterion that does not apply to a proposal.
const NoPart Status = 255

func (s Status) String() string {
	if s == NoPart {
		return "does not apply"
	}
	return rating.Status(s).String()
}

// Words are the words that a status can be.
func (Status) Words() []string { return append(rating.Status(0).Words(), NoPart.String()) }

// MarshalText gives the word.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word.
func (s *Status) UnmarshalText(text []byte) error {
	if string(text) == NoPart.String() {
		*s = NoPart
		return nil
	}
	var of rating.Status
	err := of.UnmarshalText(text)
	*s = Status(of)
	return err
}

// ChangeKind is what kind of thing changed in a document.
type ChangeKind string

// The kinds of change, in the order in which they are told.
const (
	ChangedFact      ChangeKind = "fact"              // a value of the organisations or the arrangement
	ChangedFile      ChangeKind = "organisation file" // the same, in a file that several proposals may share
	ChangedAnswer    ChangeKind = "answer"            // an answer to a criterion
	ChangedDeparture ChangeKind = "departure"         // what the boards go on without, on the record
	NewEvidence      ChangeKind = "evidence"          // the same statement on other evidence, or an entry of the register
	MovedDay         ChangeKind = "as of"             // the day on which the document is true
	NewCatalogue     ChangeKind = "catalogue"         // what is asked, and how it is rated
	Reworded         ChangeKind = "wording"           // a reason, the title or what the document says about itself: nothing is rated by it
)

// Kinds are the kinds of change in their order.
var Kinds = []ChangeKind{ChangedFact, ChangedFile, ChangedAnswer, ChangedDeparture, NewEvidence, MovedDay, NewCatalogue, Reworded}

// Words are the words that a kind can be.
func (ChangeKind) Words() []string { return enum.Words(Kinds) }

// UnmarshalText reads the word.
func (k *ChangeKind) UnmarshalText(text []byte) error { return enum.Read(k, text, Kinds) }

// Direction says which way a rating moved.
type Direction string

// The directions in which a rating moves.
const (
	Improved  Direction = "better"        // the low end rose, or the rating so far between the same ends
	Worsened  Direction = "worse"         // it fell
	MayBetter Direction = "high end rose" // only the high end rose
	MayLess   Direction = "high end fell" // only the high end fell
	Narrower  Direction = "narrower"      // both ends moved inward
	Wider     Direction = "wider"         // both ends moved outward
	Mixed     Direction = "mixed"         // an end and the rating so far moved against each other
	MoreKnown Direction = "more known"    // nothing moved, and more is known
	LessKnown Direction = "less known"    // nothing moved, and less is known
	SameRange Direction = "same range"    // nothing moved but what it rests on
)

// Directions are all of them.
var Directions = []Direction{Improved, Worsened, MayBetter, MayLess, Narrower, Wider, Mixed, MoreKnown, LessKnown, SameRange}

// Words are the words that a direction can be.
func (Direction) Words() []string { return enum.Words(Directions) }

// UnmarshalText reads the word.
func (d *Direction) UnmarshalText(text []byte) error { return enum.Read(d, text, Directions) }

// Turn is the way of a criterion from one status to another.
type Turn string

// The ways from one status to another.
const (
	TurnedBetter       Turn = "better"
	TurnedWorse        Turn = "worse"
	NowKnown           Turn = "now known"
	NoLongerKnown      Turn = "no longer known"
	NowApplies         Turn = "now applies"
	NoLongerApplies    Turn = "no longer applies"
	NowDisputed        Turn = "now disputed"
	Settled            Turn = "settled"
	NowDocumented      Turn = "now documented"
	NoLongerDocumented Turn = "no longer documented"
	OtherTurn          Turn = "other"
)

// Turns are all of them.
var Turns = []Turn{TurnedBetter, TurnedWorse, NowKnown, NoLongerKnown, NowApplies, NoLongerApplies, NowDisputed, Settled, NowDocumented, NoLongerDocumented, OtherTurn}

// Words are the words that a turn can be.
func (Turn) Words() []string { return enum.Words(Turns) }

// UnmarshalText reads the word.
func (t *Turn) UnmarshalText(text []byte) error { return enum.Read(t, text, Turns) }

// StepOf is what got better or worse by a step.
type StepOf string

// What can get better or worse by a step.
const (
	OfLowEnd        StepOf = "low end"
	OfCriterion     StepOf = "criterion"
	OfContradiction StepOf = "contradiction"
)

// StepsOf are all of them.
var StepsOf = []StepOf{OfLowEnd, OfCriterion, OfContradiction}

// Words are the words that it can be.
func (StepOf) Words() []string { return enum.Words(StepsOf) }

// UnmarshalText reads the word.
func (s *StepOf) UnmarshalText(text []byte) error { return enum.Read(s, text, StepsOf) }
