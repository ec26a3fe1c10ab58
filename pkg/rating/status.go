package rating

import "partner/pkg/internal/enum"

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
	unknown = [...]int{AtMostPartly: 1, Unknown: 2, AtLeastPartly: 1, Disputed: 0}
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

// Short reports whether it is known to be short of met.
func (s Status) Short() bool { return s.Upper() == NotMade }

// Joined is what two statements that do not go against each other come to together: a step that one of them
// leaves open is as the other has it.
func (s Status) Joined(with Status) Status {
	step := func(a, b Step) Step {
		if a == NotKnown {
			return b
		}
		return a
	}
	return of([2]Step{step(s.Lower(), with.Lower()), step(s.Upper(), with.Upper())})
}

// Agreed is what is known of a status that may be either of two: a step that they see alike.
func (s Status) Agreed(with Status) Status {
	step := func(a, b Step) Step {
		if a != b {
			return NotKnown
		}
		return a
	}
	return of([2]Step{step(s.Lower(), with.Lower()), step(s.Upper(), with.Upper())})
}

// Cautious is what two statements come to where of each step the worse that is said of it stands.
func (s Status) Cautious(with Status) Status {
	step := func(a, b Step) Step {
		switch {
		case a == NotKnown:
			return b
		case b == NotKnown:
			return a
		}
		return min(a, b)
	}
	return of([2]Step{step(s.Lower(), with.Lower()), step(s.Upper(), with.Upper())})
}

// Supported is what is left of a status where only what documents show counts: a step made that they do not show
// is not known. That a step is not made needs no document, but for the upper of one that is partly met: it stands
// as long as the lower does.
func (s Status) Supported(byDocuments Status) Status {
	if s.Lower() != Made {
		return s
	}
	lower, upper := Made, s.Upper()
	if byDocuments.Lower() != Made {
		lower = NotKnown
	}
	if upper == Made && byDocuments.Upper() != Made || upper == NotMade && lower == NotKnown && byDocuments.Upper() != NotMade {
		upper = NotKnown
	}
	return of([2]Step{lower, upper})
}

func (s Status) String() string { return statuses.Word(s) }

// Words are the words that a status can be.
func (Status) Words() []string { return statuses.Words() }

// MarshalText gives the word.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word.
func (s *Status) UnmarshalText(text []byte) error { return statuses.Read(s, text) }
