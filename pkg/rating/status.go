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

// status by status: what it is if every step that is not known turns out not made, or made; how many of its
// steps are made, and how many are not known.
var (
	worst   = [...]Status{NotMet: NotMet, AtMostPartly: NotMet, Partly: Partly, Unknown: NotMet, AtLeastPartly: Partly, Met: Met, NotApplicable: NotApplicable}
	best    = [...]Status{NotMet: NotMet, AtMostPartly: Partly, Partly: Partly, Unknown: Met, AtLeastPartly: Met, Met: Met, NotApplicable: NotApplicable}
	made    = [...]int{Partly: 1, AtLeastPartly: 1, Met: 2, NotApplicable: 0}
	unknown = [...]int{AtMostPartly: 1, Unknown: 2, AtLeastPartly: 1, NotApplicable: 0}
)

// Worst is the status if whatever is not known of it turns out badly.
func (s Status) Worst() Status { return worst[s] }

// Best is the status if whatever is not known of it turns out well.
func (s Status) Best() Status { return best[s] }

// Open is how many of its steps are not known.
func (s Status) Open() int { return unknown[s] }

// Known reports whether both steps are known.
func (s Status) Known() bool { return unknown[s] == 0 }

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
