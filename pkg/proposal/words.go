package proposal

import (
	"slices"

	"partner/pkg/internal/enum"
)

// AnswerWord is what an answer may be. Yes, partly and no are also the words of many other places.
type AnswerWord string

// The answers.
const (
	Yes           AnswerWord = "yes"
	Partly        AnswerWord = "partly"
	No            AnswerWord = "no"
	NotApplicable AnswerWord = "not-applicable" // set aside, with a reason
	OtherMeans    AnswerWord = "other-means"    // its aim is reached in another way, with a reason and evidence
)

// AnswerWords are what an answer by criterion id may be.
var AnswerWords = []AnswerWord{Yes, Partly, No, NotApplicable, OtherMeans}

// The half answers: of a thing of which only one half is known.
const (
	AtLeastPartly AnswerWord = "at-least-partly" // yes or partly
	AtMostPartly  AnswerWord = "at-most-partly"  // partly or no
)

// HalfWords are what may stand wherever yes, partly and no may, an answer by criterion id included.
var HalfWords = []AnswerWord{AtLeastPartly, AtMostPartly}

// Words are the words that an answer can be.
func (AnswerWord) Words() []string { return enum.Words(AnswerWords) }

// UnmarshalText reads the word.
func (w *AnswerWord) UnmarshalText(text []byte) error { return enum.Read(w, text, AnswerWords) }

// DepartureKind is in which way the boards go on without something that is asked.
type DepartureKind string

// The kinds of departure.
const (
	Accepted  DepartureKind = "accepted"  // the boards carry what may come of it
	Mitigated DepartureKind = "mitigated" // something else lessens that
	Deferred  DepartureKind = "deferred"  // it comes later than it is due
	Imposed   DepartureKind = "imposed"   // others have decided it, and the boards cannot change it
)

// DepartureKinds are the kinds of departure.
var DepartureKinds = []DepartureKind{Accepted, Mitigated, Deferred, Imposed}

// Words are the words that a kind of departure can be.
func (DepartureKind) Words() []string { return enum.Words(DepartureKinds) }

// UnmarshalText reads the word.
func (k *DepartureKind) UnmarshalText(text []byte) error { return enum.Read(k, text, DepartureKinds) }

// EvidenceKind is how independent a piece of evidence is.
type EvidenceKind string

// The kinds of evidence, strongest first.
const (
	Independent   EvidenceKind = "independent"
	Published     EvidenceKind = "published"
	BoardApproved EvidenceKind = "board-approved"
	Internal      EvidenceKind = "internal"
	Assertion     EvidenceKind = "assertion" // of one party

	NoEvidence EvidenceKind = "none" // what is said of a statement on which there is none
)

// EvidenceKinds are the kinds of evidence, strongest first. From Internal upwards a piece counts as a document.
var EvidenceKinds = []EvidenceKind{Independent, Published, BoardApproved, Internal, Assertion}

// rank gives how good evidence of the kind is: 0 for none, 1 for an assertion, and so on.
func (k EvidenceKind) rank() int {
	if i := slices.Index(EvidenceKinds, k); i >= 0 {
		return len(EvidenceKinds) - i
	}
	return 0
}

// KindOf gives the kind of evidence of a rank.
func KindOf(rank int) EvidenceKind {
	if rank == 0 {
		return NoEvidence
	}
	return EvidenceKinds[len(EvidenceKinds)-rank]
}

// Words are the words that a kind of evidence can be.
func (EvidenceKind) Words() []string { return append(enum.Words(EvidenceKinds), string(NoEvidence)) }

// UnmarshalText reads the word.
func (k *EvidenceKind) UnmarshalText(text []byte) error {
	return enum.Read(k, text, append(slices.Clone(EvidenceKinds), NoEvidence))
}
