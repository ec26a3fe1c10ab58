package result

import (
	"partner/pkg/internal/enum"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/source"
)

// Departure is a decision, on the record, to go on without something that is asked.
type Departure struct {
	ID         string                 `json:"id"`    // of the criterion, the consistency rule or the element of governance that is departed from
	Of         DepartureOf            `json:"of"`    // criterion, rule or governance
	Title      string                 `json:"title"` // the criterion's claim, what the rule says, or the element
	Gate       bool                   `json:"gate"`  // its source calls it essential
	Kind       proposal.DepartureKind `json:"kind"`  // accepted, mitigated, deferred, imposed; or empty
	Because    string                 `json:"because"`
	AcceptedBy string                 `json:"accepted_by"`
	Until      string                 `json:"until"` // the last day on which it holds, in words
	Evidence   []string               `json:"evidence"`
	State      DepartureState         `json:"state"`            // in force, incomplete, expired, unused
	Words      string                 `json:"words"`            // who departs until when, and what keeps it from being in force
	Lacks      []string               `json:"lacks"`            // what it would need to count
	Idle       string                 `json:"idle"`             // why there is nothing to depart from; empty where there is
	Status     rating.Status          `json:"status,omitempty"` // how the criterion stands, departed from or not; absent for anything else, and where it does not apply
	When       When                   `json:"when,omitempty"`   // when the criterion is due; likewise
	Questions  []string               `json:"questions"`        // that the criterion feeds
	Place      source.Position        `json:"place"`
}

// WithDepartures is how the proposal would be rated if all that is departed from in force were met. The ratings of the
// result, its verdict and its gates are without.
type WithDepartures struct {
	Criteria  []string `json:"criteria"` // that are taken as met, by id
	Gates     []string `json:"gates"`    // those of them that their sources call essential
	Overall   Overall  `json:"overall"`
	Verdict   string   `json:"verdict"` // in a sentence
	Context   Rating   `json:"context"`
	Enablers  Rating   `json:"enablers"`
	Questions []Rating `json:"questions"` // along the six questions
	Sentence  string   `json:"sentence"`
}

// Departure gives the departure from a criterion, a rule or an element of governance, or nil.
func (r *Result) Departure(id string) *Departure {
	for i := range r.Departures {
		if r.Departures[i].ID == id {
			return &r.Departures[i]
		}
	}
	return nil
}

// InForce reports whether there is a departure, and it is in force.
func (d *Departure) InForce() bool { return d != nil && d.State == InForce }

// DepartureOf says from what is departed.
type DepartureOf string

// What can be departed from.
const (
	FromCriterion DepartureOf = "criterion"
	FromRule      DepartureOf = "rule"       // a consistency rule
	FromElement   DepartureOf = "governance" // an element of governance
)

// DeparturesOf are what can be departed from.
var DeparturesOf = []DepartureOf{FromCriterion, FromRule, FromElement}

// Words are the words that it can be.
func (DepartureOf) Words() []string { return enum.Words(DeparturesOf) }

// UnmarshalText reads the word.
func (o *DepartureOf) UnmarshalText(text []byte) error { return enum.Read(o, text, DeparturesOf) }

// DepartureState is where a departure stands.
type DepartureState string

// Where a departure can stand. What is not in force counts nowhere, and is a finding.
const (
	InForce    DepartureState = "in force"
	Incomplete DepartureState = "incomplete" // it lacks its reason, who accepts it, until when or of which kind it is
	Expired    DepartureState = "expired"    // the last day on which it holds has passed
	NotNeeded  DepartureState = "unused"     // there is nothing to depart from
)

// DepartureStates are all of them, what counts first.
var DepartureStates = []DepartureState{InForce, Incomplete, Expired, NotNeeded}

// Words are the words that it can be.
func (DepartureState) Words() []string { return enum.Words(DepartureStates) }

// UnmarshalText reads the word.
func (s *DepartureState) UnmarshalText(text []byte) error { return enum.Read(s, text, DepartureStates) }
