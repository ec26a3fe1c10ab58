package catalogue

import "partner/pkg/internal/enum"

// The words here are read as they stand; Validate refuses any other, and says where it stands.

// Kind is what part a criterion plays in the ratings.
type Kind string

// The kinds of criterion. The first three count; the others never do.
const (
	Context     Kind = "context"     // is it the right form at the right time
	Enabler     Kind = "enabler"     // is it ready
	Practice    Kind = "practice"    // what the toolkit asks of networked care
	Watchpoint  Kind = "watchpoint"  // what one or two cases warn of: keeps its questions from green
	Consistency Kind = "consistency" // what is declared against what the facts say
	Opening     Kind = "opening"     // what opens further criteria: asked before these, and rates nothing
	Opinion     Kind = "opinion"     // a reader's: shown under its question
	Remark      Kind = "remark"      // said beside its question; has no status
	Own         Kind = "own"         // of a catalogue laid over this one: counts in a block of its own, and in no question
)

// Kinds are the kinds of criterion in the order of listings.
var Kinds = []Kind{Context, Enabler, Practice, Watchpoint, Consistency, Opening, Opinion, Remark, Own}

// Counts reports whether criteria of the kind count towards ratings.
func (k Kind) Counts() bool { return k == Context || k == Enabler || k == Practice }

// Rated reports whether criteria of the kind have a part in ratings, if only by capping them.
func (k Kind) Rated() bool { return k.Counts() || k == Watchpoint }

// Words are the words that a kind can be.
func (Kind) Words() []string { return enum.Words(Kinds) }

// Effort is how much work it is to mend something.
type Effort string

// The efforts, least first.
const (
	Low    Effort = "low"
	Medium Effort = "medium"
	High   Effort = "high"
)

// Efforts are the efforts, least first.
var Efforts = []Effort{Low, Medium, High}

// Words are the words that an effort can be.
func (Effort) Words() []string { return enum.Words(Efforts) }

// Due is when something is due.
type Due string

// The dates on which something can be due, in their order.
const (
	BeforeDecision Due = "before-decision"
	BeforeStart    Due = "before-start"
	FirstYear      Due = "first-year" // of the partnership
)

// Dues are the dates in their order.
var Dues = []Due{BeforeDecision, BeforeStart, FirstYear}

// Words are the words that a date can be.
func (Due) Words() []string { return enum.Words(Dues) }

// Until says after which step a criterion is past: only what was still ahead could have used it. It is
// then told as past, and neither counts nor is asked.
type Until string

// The steps after which a criterion may be past, in their order.
const (
	UntilDecision Until = "decision"
	UntilStart    Until = "start"
)

// Untils are the steps in their order.
var Untils = []Until{UntilDecision, UntilStart}

// Words are the words that a step can be.
func (Until) Words() []string { return enum.Words(Untils) }
