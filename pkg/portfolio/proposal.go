package portfolio

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/internal/enum"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Proposal is one of the proposals that need attention first.
type Proposal struct {
	Path          string           `json:"path"`
	Title         string           `json:"title"`
	Attention     Attention        `json:"attention"` // why it needs attention
	AsOf          string           `json:"as_of"`
	Organisations [2]string        `json:"organisations"` // their names
	Types         []string         `json:"types"`         // the possible types, by id
	Forms         []string         `json:"forms"`         // the possible forms, by id
	Stage         result.Stage     `json:"stage"`
	Overall       batch.Range      `json:"overall"`
	Documented    batch.Range      `json:"documented"`
	BuiltIn       *BuiltIn         `json:"built_in,omitempty"` // by the built-in catalogue alone; absent where nothing is laid over that
	Certain       *batch.Certain   `json:"certain,omitempty"`
	Verdict       batch.Verdict    `json:"verdict"`
	Questions     []batch.Question `json:"questions"`
	Counts        batch.Counts     `json:"counts"`
	OpenGates     []string         `json:"open_gates"`
	Findings      []batch.Findings `json:"findings"` // but for notes
	DoFirst       []batch.Action   `json:"do_first"`
	FindOutFirst  []batch.Ask      `json:"find_out_first"`
}

// BuiltIn is how a proposal is rated by the built-in catalogue alone.
type BuiltIn struct {
	Overall batch.Range   `json:"overall"`
	Verdict batch.Verdict `json:"verdict"`
}

// Attention says why a proposal needs attention. It speaks of that proposal alone: it compares nothing across stages.
type Attention string

// The reasons, the gravest first.
const (
	Certainly  Attention = "certain"          // at best amber-red or red, whatever is found out
	Low        Attention = "low"              // amber-red or red so far
	GateOpen   Attention = "gate open"        // something essential is not in place, or not known to be
	Against    Attention = "does not fit"     // what the document says does not go together
	LittleTold Attention = "too little known" // it cannot be rated yet
	Nothing    Attention = "none"             // none of these
)

// Attentions are the reasons, the gravest first.
var Attentions = []Attention{Certainly, Low, GateOpen, Against, LittleTold, Nothing}

// Words are the words that it can be.
func (Attention) Words() []string { return enum.Words(Attentions) }

// UnmarshalText reads the word.
func (a *Attention) UnmarshalText(text []byte) error { return enum.Read(a, text, Attentions) }

// attention says why a document needs attention: the gravest reason.
func attention(s *batch.Standing, findings int) Attention {
	switch {
	case s.Certain != nil && s.Certain.End == result.AtBest && s.Certain.Bound <= rating.AmberRed:
		return Certainly
	case s.Overall.SoFar == rating.Red || s.Overall.SoFar == rating.AmberRed:
		return Low
	case len(s.OpenGates) > 0:
		return GateOpen
	case findings > 0:
		return Against
	case s.Overall.SoFar == rating.Unrated:
		return LittleTold
	}
	return Nothing
}

// notFitting are the kinds of findings that say that a document does not go together.
var notFitting = []result.FindingKind{result.Mismatch, result.Contradiction, result.Inconsistent, result.Disagreement}

// ProposalOf takes from a line what a list of proposals tells.
func ProposalOf(l *batch.Line) Proposal {
	s := l.Standing
	p := Proposal{
		Path: l.Path, Title: s.Title, AsOf: s.AsOf, Organisations: [2]string{s.Organisations[0].Name, s.Organisations[1].Name},
		Types: s.Types, Forms: s.Forms, Stage: s.Stage.Is, Overall: s.Overall, Documented: s.Documented, Certain: s.Certain, Verdict: s.Verdict,
		Questions: s.Questions, Counts: s.Counts, OpenGates: s.OpenGates, DoFirst: s.DoFirst, FindOutFirst: s.FindOutFirst,
	}
	against := 0
	for _, f := range s.Findings {
		if f.Kind == result.Unused {
			continue // a note
		}
		p.Findings = append(p.Findings, f)
		if slices.Contains(notFitting, f.Kind) {
			against += len(f.Keys)
		}
	}
	if o := s.Overlay; o != nil {
		p.BuiltIn = &BuiltIn{o.BuiltIn.Overall, o.BuiltIn.Verdict}
	}
	p.Attention = attention(s, against)
	return p
}

// Found gives how many findings there are, notes left out.
func (p *Proposal) Found() int {
	n := 0
	for _, f := range p.Findings {
		n += len(f.Keys)
	}
	return n
}

// compareProposals puts those first that need attention first: by the reason, then with more that is essential open, then
// with more that was found.
func compareProposals(a, b Proposal) int {
	if a.Attention != b.Attention {
		return cmp.Compare(slices.Index(Attentions, a.Attention), slices.Index(Attentions, b.Attention))
	}
	if c := cmp.Or(cmp.Compare(len(b.OpenGates), len(a.OpenGates)), cmp.Compare(b.Found(), a.Found())); c != 0 {
		return c
	}
	return cmp.Or(
		strings.Compare(a.Path, b.Path),
		strings.Compare(a.Title, b.Title),
		strings.Compare(a.AsOf, b.AsOf),
	)
}
