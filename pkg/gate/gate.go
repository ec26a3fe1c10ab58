// Package gate says for what a proposal fails where somebody asks that it should: in a repository that keeps
// partnership documents, say. It judges nothing itself. Judgements go in, failures come out; what is printed of
// them, and with which exit code a program ends, is no concern of it.
package gate

import (
	"slices"
	"strings"

	"partner/pkg/internal/enum"
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

// Kind is what a proposal can fail for.
type Kind string

// The kinds that can be asked for.
const (
	Errors            Kind = "errors"
	Contradictions    Kind = "contradictions"
	OpenGates         Kind = "open-gates"
	StaleEvidence     Kind = "stale-evidence"
	Disagreements     Kind = "disagreements"
	OverdueConditions Kind = "overdue-conditions"
	Impossible        Kind = "impossible"
	Old               Kind = "old"
	Regressions       Kind = "regressions"
)

// What else a proposal can fail for.
const (
	AtLeast Kind = "at-least" // its rating
	Strict  Kind = "strict"   // any finding that asks for something to be done
	Early   Kind = "early"    // it is judged at an earlier stage, or as at an earlier day, than its own
)

// Kinds are the kinds that can be asked for, each with what it fails on.
var Kinds = []struct {
	Kind Kind
	Doc  string
}{
	{Errors, "a document that cannot be judged (exit code 2, asked for or not)"},
	{Contradictions, "what is stated does not go together: an answer better than the facts, a declaration that they speak against, facts that exclude each other"},
	{OpenGates, "an essential is not met, or not known"},
	{StaleEvidence, "evidence is out of date"},
	{Disagreements, "the two organisations state something differently"},
	{OverdueConditions, "the day of an open condition has passed"},
	{Impossible, "whatever is still unknown, the rating of the whole is at best amber-red, or below what --at-least asks for"},
	{Old, "the document's own day is more than --old-after days before --as-of"},
	{Regressions, "something that was met in --base is less now, and the document does not say why"},
}

// Names are the words for the kinds that can be asked for.
func Names() []string {
	names := make([]string, len(Kinds))
	for i, k := range Kinds {
		names[i] = string(k.Kind)
	}
	return names
}

// Reads says which rating of the whole is held against the one that is asked for.
type Reads string

// The ratings that can be read.
const (
	Low        Reads = "low"        // as claimed, whatever is unknown counted as not met
	SoFar      Reads = "so-far"     // as claimed, from what is known
	Documented Reads = "documented" // as low, where only statements that have at least an internal document count
)

// Readings are the ratings that can be read.
var Readings = []Reads{Low, SoFar, Documented}

// ReadingNames are the words for them.
func ReadingNames() []string { return enum.Words(Readings) }

// Gate is what a proposal is not to fail for. The zero value asks for nothing.
type Gate struct {
	FailOn   []Kind
	AtLeast  rating.Grade // Unrated asks for none
	Of       Reads        // which rating AtLeast reads; "" is Low
	OldAfter int          // in days
	Strict   bool         // it fails for any finding that asks for something to be done
}

// Parse reads kinds, with commas between them. It is false where one of them is none.
func Parse(words string) (kinds []Kind, ok bool) {
	for _, w := range strings.Split(words, ",") {
		k := Kind(strings.TrimSpace(w))
		if !slices.Contains(Names(), string(k)) {
			return nil, false
		}
		if !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	return kinds, true
}

// Asks reports whether anything is asked for.
func (g Gate) Asks() bool { return len(g.FailOn) > 0 || g.AtLeast != rating.Unrated || g.Strict }

// On reports whether a kind is asked for.
func (g Gate) On(k Kind) bool { return slices.Contains(g.FailOn, k) }

// Failure is one thing for which a proposal fails.
type Failure struct {
	Kind  Kind
	Key   string // what fails, without a place in the file: the same where lines move and wording changes
	Place source.Position
	Text  string // what fails and why, in a phrase

	exact string       // the key of the finding itself
	grade rating.Grade // of a rating that is too low
}

// String says it on a line, with its place.
func (f Failure) String() string { return f.Place.String() + ": " + string(f.Kind) + ": " + f.Text }

// Failures says for what a judged proposal fails by itself: for all but errors, which it has none of, and regressions,
// which only a base shows. The findings are those of the judgement. They come in the order of the kinds, and within one
// in that of the document or the catalogue.
func (g Gate) Failures(j *judge.Judgement, findings []result.Finding) []Failure {
	if !g.Asks() {
		return nil
	}
	var all []Failure
	all = append(all, early(j)...)
	for _, k := range Kinds {
		if g.On(k.Kind) {
			all = append(all, g.failures(k.Kind, j, findings)...)
		}
	}
	if g.Strict {
		all = append(all, found(Strict, findings, result.FindingKinds...)...)
	}
	return append(all, g.rated(j)...)
}

func (g Gate) failures(k Kind, j *judge.Judgement, findings []result.Finding) []Failure {
	switch k {
	case Contradictions:
		return found(k, findings, result.Mismatch, result.Contradiction, result.Inconsistent)
	case StaleEvidence:
		return found(k, findings, result.Stale)
	case Disagreements:
		return found(k, findings, result.Disagreement)
	case OpenGates:
		return openGates(j)
	case OverdueConditions:
		return overdue(j)
	case Impossible:
		return g.impossible(j)
	case Old:
		return g.old(j)
	}
	return nil
}
