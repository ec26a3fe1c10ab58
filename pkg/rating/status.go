package rating

import "partner/pkg/enum"

// Step is how one of the two steps of a status stands.
type Step uint8

// The steps, worst first. The zero value is of a status that has none.
const (
	_ Step = iota
	NotMade
	NotKnown
	Made
)

// Status is how a criterion stands. It is two steps: the lower leads from not met to partly met, the upper
// from there to met.
type Status uint8

// upperBits is where the upper step stands in a status.
const upperBits = 2

// The statuses. Those that say something are in order from the worst to the best.
const (
	NoStatus Status = 0 // of what only remarks

	NotMet        = Status(NotMade) | Status(NotMade)<<upperBits
	AtMostPartly  = Status(NotKnown) | Status(NotMade)<<upperBits
	Partly        = Status(Made) | Status(NotMade)<<upperBits
	Unknown       = Status(NotKnown) | Status(NotKnown)<<upperBits
	AtLeastPartly = Status(Made) | Status(NotKnown)<<upperBits
	Met           = Status(Made) | Status(Made)<<upperBits

	NotApplicable Status = 16 // it does not enter a rating
	Disputed      Status = 17 // what is said where the two organisations' statuses differ; an Item holds both, and never this
)

var statuses = enum.Table[Status]{
	NotMet: "not met", AtMostPartly: "at most partly", Partly: "partly met", Unknown: "unknown", AtLeastPartly: "at least partly", Met: "met",
	NotApplicable: "not applicable", Disputed: "disputed",
}

// Lower is the step from not met to partly met.
func (s Status) Lower() Step { return Step(s & 3) }

// Upper is the step from partly met to met.
func (s Status) Upper() Step { return Step(s >> upperBits & 3) }

func (s Status) String() string { return statuses.Word(s) }

// Words are the words that a status can be.
func (Status) Words() []string { return statuses.Words() }

// MarshalText gives the word.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word.
func (s *Status) UnmarshalText(text []byte) error { return statuses.Read(s, text) }
