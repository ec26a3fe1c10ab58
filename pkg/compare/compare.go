// Package compare sets judged proposals against each other: several side by side (Compare), or two states
// of one (Diff). It judges nothing itself; like the rest of the judgement it is pure, and whatever an
// output prints of it has been worked out here.
package compare

import (
	"slices"

	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// ComparisonFormat names the shape of a comparison; it changes when a reader of the JSON would have to.
const ComparisonFormat = "partner-compare/1"

// Judged is a proposal as it was judged, with its whole result.
type Judged struct {
	*judge.Judgement
	Result *result.Result
}

// Judge judges a proposal to be compared, at the stage of its dates.
func Judge(doc *proposal.Proposal, cat *catalogue.Catalogue) Judged {
	return At(doc, cat, result.UnknownStage)
}

// At judges one at a stage that is asked for.
func At(doc *proposal.Proposal, cat *catalogue.Catalogue, stage result.Stage) Judged {
	j := judge.At(doc, cat, stage)
	return Judged{j, assess.Result(j)}
}

// Comparison sets proposals side by side. One is called better than another only where their ranges do
// not overlap; there is no ranking.
type Comparison struct {
	Format      string     `json:"format"`        // always partner-compare/1
	Proposals   []Proposal `json:"proposals"`     // in the order in which they were named
	Whole       Line       `json:"whole"`         // the overall rating
	Questions   []Line     `json:"questions"`     // the six, in order
	Differ      []Row      `json:"differ"`        // criteria that are known of several and stand differently
	KnownOfSome []Row      `json:"known_of_some"` // criteria that are known of some and not known of others, and do not differ otherwise
	ForSome     []Row      `json:"for_some"`      // criteria that apply to some only, and are in neither of the other lists
	Limits      []string   `json:"limits"`        // what a comparison cannot tell
}

// Proposal is one of the proposals compared.
type Proposal struct {
	Letter        string           `json:"letter"` // what it is called in the comparison: A, B, …
	File          string           `json:"file"`
	Title         string           `json:"title"`
	AsOf          string           `json:"as_of"`
	Organisations [2]string        `json:"organisations"` // their names, each with its role in brackets where it has one
	Typology      string           `json:"typology"`      // in a phrase
	Stage         Stage            `json:"stage"`         // at which it is judged
	Catalogue     result.Catalogue `json:"catalogue"`
	Overall       result.Rating    `json:"overall"`
	Verdict       Verdict          `json:"verdict"`
	Context       result.Rating    `json:"context"`
	Enablers      result.Rating    `json:"enablers"`
}

// Verdict is a verdict at both ends and so far.
type Verdict struct {
	Low      result.VerdictWord  `json:"low"`
	High     result.VerdictWord  `json:"high"`
	SoFar    *result.VerdictWord `json:"so_far,omitempty"` // absent where too little is known
	Sentence string              `json:"sentence"`
}

// Line is one thing that all proposals are rated on.
type Line struct {
	ID       string   `json:"id"` // overall, or the question's id
	Title    string   `json:"title"`
	Answers  []Answer `json:"answers"`   // along the proposals
	Better   []Better `json:"better"`    // which is better than which, whatever is still unknown
	Alike    []Pair   `json:"alike"`     // which have the same rating, whatever is still unknown
	Untold   []Pair   `json:"untold"`    // which cannot be told apart yet: their ranges overlap
	Staged   []Pair   `json:"staged"`    // which are judged at different stages, at which different things are due: their ratings are not compared
	WouldSay []Ask    `json:"would_say"` // what is not known of those that cannot be told apart, and would narrow their ranges: the weightiest first
	Sentence string   `json:"sentence"`  // all of that in a sentence or two
}

// Answer is how one proposal stands in a line.
type Answer struct {
	Proposal string        `json:"proposal"` // its letter
	Rating   result.Rating `json:"rating"`
	Answer   string        `json:"answer"` // the answer to the question; empty for the whole
}

// Better says that the low end of one proposal's range lies above the high end of another's.
type Better struct {
	Proposal string `json:"proposal"` // by letter
	Than     string `json:"than"`     // by letter
}

// Pair is two proposals, by their letters.
type Pair [2]string

// Ask is something to find out.
type Ask struct {
	Criterion string   `json:"criterion"`
	Asks      string   `json:"asks"`
	Of        string   `json:"of"`        // whom to ask
	Proposals []string `json:"proposals"` // of which proposals it is not known, by letter
}

// Row is how a criterion stands in each proposal.
type Row struct {
	Criterion string         `json:"criterion"`
	Title     string         `json:"title"`
	Kind      catalogue.Kind `json:"kind"`
	Gate      bool           `json:"gate"` // in at least one of the proposals
	Questions []string       `json:"questions"`
	Statuses  []Status       `json:"statuses"` // along the proposals; "does not apply" where it does not
}

// Compare sets at least two judged proposals side by side, in their order. All must have been judged by
// one catalogue.
func Compare(all []Judged) *Comparison {
	c := &Comparison{Format: ComparisonFormat, Limits: limits}
	for i, j := range all {
		r := j.Result
		p := Proposal{
			Letter: letter(i), File: r.File, Title: r.Title, AsOf: r.AsOf, Typology: r.Typology.Summary, Stage: stageOf(r), Catalogue: r.Applied(),
			Overall: r.Overall.Rating, Verdict: VerdictOf(r), Context: r.Context.Rating, Enablers: r.Enablers.Rating,
		}
		for n, o := range r.Organisations {
			p.Organisations[n] = o.Name
			if o.Role != "" {
				p.Organisations[n] += " (" + o.Role + ")"
			}
		}
		c.Proposals = append(c.Proposals, p)
	}
	c.Whole = line(all, "overall", "The whole", func(r *result.Result) (result.Rating, string) { return r.Overall.Rating, "" })
	for n, q := range all[0].Result.Questions {
		c.Questions = append(c.Questions, line(all, q.ID, q.Title, func(r *result.Result) (result.Rating, string) {
			return r.Questions[n].Rating, r.Questions[n].Answer
		}))
	}
	c.rows(all)
	return c
}

var limits = []string{
	"A proposal is called better than another only where the low end of its range lies above the high end of the other's. Everything else is left open.",
	"What is known more of is not better for it: a proposal of which little is known keeps a wide range.",
	"Proposals at different stages are asked for different things, and their ratings are not compared.",
	"Proposals of different kinds are asked different things; the same rating does not make them the same.",
}

// letter names the i-th proposal: A to Z, then AA, AB and so on.
func letter(i int) string {
	name := string(rune('A' + i%26))
	if i >= 26 {
		name = letter(i/26-1) + name
	}
	return name
}

// VerdictOf takes over what a comparison tells of a verdict.
func VerdictOf(r *result.Result) Verdict {
	return Verdict{Low: r.Verdict.Low, High: r.Verdict.High, SoFar: r.Verdict.SoFar, Sentence: r.Verdict.Sentence}
}

// ofOneSide reports whether a criterion is asked of each organisation apart.
func ofOneSide(c *catalogue.Criterion) bool { return slices.Contains(proposal.Sides[:], c.Board) }

// sidesAlike reports whether what is asked of each organisation apart stands alike in all proposals, whichever
// their organisations are.
func sidesAlike(all []Judged) bool {
	var first []Status
	for n, j := range all {
		var of []Status
		for i := range j.Cat.Criteria {
			if c := j.Cat.Criteria[i]; ofOneSide(c) {
				status := NoPart
				if x := j.Result.Criterion(c.ID); x != nil {
					status = Status(x.Status)
				}
				of = append(of, status)
			}
		}
		slices.Sort(of)
		if n == 0 {
			first = of
		} else if !slices.Equal(first, of) {
			return false
		}
	}
	return true
}

// asked gives the criteria of all proposals in the catalogue's order, each once: what is asked of each
// organisation apart is another one for another organisation.
func asked(all []Judged) []*catalogue.Criterion {
	var each []*catalogue.Criterion
	for i := range all[0].Cat.Criteria {
		from := len(each)
		for _, j := range all {
			if of := j.Cat.Criteria[i]; !slices.ContainsFunc(each[from:], func(x *catalogue.Criterion) bool { return x.ID == of.ID }) {
				each = append(each, of)
			}
		}
	}
	return each
}

// rows fills in the criteria that do not stand alike in all proposals, in the catalogue's order.
func (c *Comparison) rows(all []Judged) {
	alike := sidesAlike(all)
	for _, of := range asked(all) {
		if alike && ofOneSide(of) {
			continue
		}
		row := Row{Criterion: of.ID, Kind: of.Kind, Questions: of.Questions}
		var known []Status // the different statuses that say something
		apart, unknown, noPart := false, false, false
		for _, j := range all {
			status := NoPart
			if x := j.Result.Criterion(of.ID); x != nil {
				status = Status(x.Status)
				row.Gate = row.Gate || x.Gate
				if row.Title == "" {
					row.Title = x.Title
				} else if row.Title != x.Title {
					row.Title = of.Title // the organisation that it names goes by another name elsewhere
				}
			}
			switch status {
			case NoPart:
				noPart = true
			case Status(rating.Unknown):
				unknown = true
			default:
				if !slices.Contains(known, status) {
					known = append(known, status)
				}
			}
			row.Statuses = append(row.Statuses, status)
			apart = apart || status != row.Statuses[0]
		}
		switch {
		case !apart:
		case len(known) > 1:
			c.Differ = append(c.Differ, row)
		case unknown && len(known) > 0:
			c.KnownOfSome = append(c.KnownOfSome, row)
		case noPart:
			c.ForSome = append(c.ForSome, row)
		}
	}
}
