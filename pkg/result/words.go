package result

import "partner/pkg/internal/enum"

// Certainty says whether something holds, or may.
type Certainty string

// The certainties.
const (
	Surely  Certainty = "yes"
	Perhaps Certainty = "maybe" // it hangs on something that is not known
)

// Certainties are the certainties, the surer first.
var Certainties = []Certainty{Surely, Perhaps}

// Words are the words that it can be.
func (Certainty) Words() []string { return enum.Words(Certainties) }

// UnmarshalText reads the word.
func (c *Certainty) UnmarshalText(text []byte) error { return enum.Read(c, text, Certainties) }

// DecidedBy says what decided the status of a criterion; empty where nothing did.
type DecidedBy string

// What can decide a status.
const (
	ByFacts       DecidedBy = "facts"
	ByAnswer      DecidedBy = "answer"
	ByOtherMeans  DecidedBy = "other means"    // declared to be met by other means
	ByNotApplying DecidedBy = "not applicable" // declared not to apply
)

// Deciders are what can decide a status.
var Deciders = []DecidedBy{ByFacts, ByAnswer, ByOtherMeans, ByNotApplying}

// Words are the words that it can be.
func (DecidedBy) Words() []string { return enum.Words(Deciders) }

// UnmarshalText reads the word.
func (d *DecidedBy) UnmarshalText(text []byte) error { return enum.Read(d, text, Deciders) }

// FindingKind is what a finding about the document is.
type FindingKind string

// The kinds of finding.
const (
	Mismatch      FindingKind = "mismatch"      // what is declared is not what the facts say
	Contradiction FindingKind = "contradiction" // an answer is better than the facts
	Inconsistent  FindingKind = "inconsistent"  // what is stated does not go together
	Disagreement  FindingKind = "disagreement"  // the two organisations state it differently
	Stale         FindingKind = "stale"         // evidence is out of date
	Renamed       FindingKind = "renamed"       // a key or a word stands there under its old name
	Unpaired      FindingKind = "unpaired"      // a text ends with a quote that it never began: a note
	Unused        FindingKind = "unused"        // it is stated, and nothing of this type, form and stage asks for it: a note

	DepartureIncomplete FindingKind = "departure-incomplete" // a departure lacks its reason, who accepts it, until when or of which kind it is
	DepartureExpired    FindingKind = "departure-expired"    // the last day on which it holds has passed
	DepartureUnused     FindingKind = "departure-unused"     // there is nothing to depart from
)

// FindingKinds are the kinds of finding.
var FindingKinds = []FindingKind{Mismatch, Contradiction, Inconsistent, Disagreement, Stale, Renamed, Unpaired, Unused, DepartureIncomplete, DepartureExpired, DepartureUnused}

// Words are the words that it can be.
func (FindingKind) Words() []string { return enum.Words(FindingKinds) }

// UnmarshalText reads the word.
func (k *FindingKind) UnmarshalText(text []byte) error { return enum.Read(k, text, FindingKinds) }

// UseKind is what became of a statement.
type UseKind string

// What can become of a statement.
const (
	Decided   UseKind = "decided"   // what it was held against rests on it
	Supported UseKind = "supported" // it was looked at, and not needed
	WasAsked  UseKind = "past"      // what it decides or supports is past
	IsTold    UseKind = "told"      // a report tells it where its entry stands
)

// UseKinds are what can become of a statement, what weighs most first.
var UseKinds = []UseKind{Decided, Supported, WasAsked, IsTold}

// Words are the words that it can be.
func (UseKind) Words() []string { return enum.Words(UseKinds) }

// UnmarshalText reads the word.
func (k *UseKind) UnmarshalText(text []byte) error { return enum.Read(k, text, UseKinds) }

// ElementStatus is how an element of governance stands.
type ElementStatus string

// How an element of governance can stand.
const (
	InPlace       ElementStatus = "in place"
	Different     ElementStatus = "different"
	Missing       ElementStatus = "missing"
	NotKnown      ElementStatus = "not known"
	OtherMeans    ElementStatus = "other means"    // set aside: reached in another way
	NotApplicable ElementStatus = "not applicable" // set aside: it does not apply
)

// ElementStatuses are how an element can stand.
var ElementStatuses = []ElementStatus{InPlace, Different, Missing, NotKnown, OtherMeans, NotApplicable}

// Words are the words that it can be.
func (ElementStatus) Words() []string { return enum.Words(ElementStatuses) }

// UnmarshalText reads the word.
func (s *ElementStatus) UnmarshalText(text []byte) error { return enum.Read(s, text, ElementStatuses) }

// ConditionState is what has become of a condition.
type ConditionState string

// The states of a condition, in the order in which a board takes them up.
const (
	Overdue  ConditionState = "overdue" // it is open and its day has passed
	Open     ConditionState = "open"
	Proposed ConditionState = "proposed" // not recorded in the document
	Accepted ConditionState = "accepted" // the boards go on without it, on the record
	Closed   ConditionState = "closed"
)

// ConditionStates are the states in that order.
var ConditionStates = []ConditionState{Overdue, Open, Proposed, Accepted, Closed}

// Words are the words that it can be.
func (ConditionState) Words() []string { return enum.Words(ConditionStates) }

// UnmarshalText reads the word.
func (s *ConditionState) UnmarshalText(text []byte) error { return enum.Read(s, text, ConditionStates) }

// ConditionOf says what a condition is to bring about.
type ConditionOf string

// What a condition can be of.
const (
	OfCriterion  ConditionOf = "criterion"
	OfGovernance ConditionOf = "governance" // an element of governance
)

// ConditionsOf are what a condition can be of.
var ConditionsOf = []ConditionOf{OfCriterion, OfGovernance}

// Words are the words that it can be.
func (ConditionOf) Words() []string { return enum.Words(ConditionsOf) }

// UnmarshalText reads the word.
func (o *ConditionOf) UnmarshalText(text []byte) error { return enum.Read(o, text, ConditionsOf) }

// Effect is what a set of criteria brings about.
type Effect string

// The effects of a set: of answers, and of criteria met.
const (
	Confirms      Effect = "confirms" // the whole stands at its high end
	Refutes       Effect = "refutes"  // the whole stands at its low end
	Prints        Effect = "prints"   // enough is known for a rating so far
	RaisesSoFar   Effect = "so far"   // the rating so far of the whole rises
	RaisesLow     Effect = "low end"  // the low end of the whole rises
	RaisesVerdict Effect = "verdict"  // the verdict gets better
)

// Effects are the effects.
var Effects = []Effect{Confirms, Refutes, Prints, RaisesSoFar, RaisesLow, RaisesVerdict}

// Words are the words that it can be.
func (Effect) Words() []string { return enum.Words(Effects) }

// UnmarshalText reads the word.
func (e *Effect) UnmarshalText(text []byte) error { return enum.Read(e, text, Effects) }

// End says which end of the range is certain.
type End string

// The ends.
const (
	AtBest  End = "at best"
	AtWorst End = "at worst"
)

// Ends are the ends.
var Ends = []End{AtBest, AtWorst}

// Words are the words that it can be.
func (End) Words() []string { return enum.Words(Ends) }

// UnmarshalText reads the word.
func (e *End) UnmarshalText(text []byte) error { return enum.Read(e, text, Ends) }

// WeaknessKind is what a piece of evidence, or its lack, is weak for.
type WeaknessKind string

// The kinds of weakness of evidence.
const (
	OutOfDate      WeaknessKind = "stale"
	OneSided       WeaknessKind = "single-party" // the word of one party
	NoneRegistered WeaknessKind = "missing"
)

// WeaknessKinds are all of them.
var WeaknessKinds = []WeaknessKind{OutOfDate, OneSided, NoneRegistered}

// Words are the words that it can be.
func (WeaknessKind) Words() []string { return enum.Words(WeaknessKinds) }

// UnmarshalText reads the word.
func (w *WeaknessKind) UnmarshalText(text []byte) error { return enum.Read(w, text, WeaknessKinds) }
