// Package trend says how one proposal stood from state to state: how it was rated, how much of it was known and
// documented, what moved each step, and what is to come next. All states are judged by one catalogue, today's, so that
// what moves is the proposal and never what is asked of it. What lies between two states is a difference of package
// compare; nothing is worked out here that the judgements do not say.
package trend

import (
	"fmt"
	"iter"
	"strconv"

	"partner/pkg/assess"
	"partner/pkg/compare"
	"partner/pkg/judge"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// Format names the shape of a trend; it changes when a reader of the JSON would have to.
const Format = "partner-trend/1"

// Trend is how a proposal stood over time.
type Trend struct {
	Format    string           `json:"format"` // always partner-trend/1
	Of        string           `json:"of"`     // what was followed, as it was named
	Title     string           `json:"title"`  // of the latest state that could be judged; empty where none could
	Catalogue result.Catalogue `json:"catalogue"`
	Sentence  string           `json:"sentence"` // from where to where it went, in a sentence or two
	Begins    string           `json:"begins"`   // why it begins where it does, in a sentence; empty where the states were named
	Commits   int              `json:"commits"`  // of the history, of which only those are states in which something changed; 0 where the states were named
	States    []State          `json:"states"`   // the earliest first
	Next      *Next            `json:"next,omitempty"`
}

// State is the proposal at one time.
type State struct {
	Name     string    `json:"name"`               // what messages call it: 3f2a91c04b1d:proposal.yaml
	Day      string    `json:"day"`                // as 2026-05-03: when it was committed, in UTC, or else the day on which it is true; empty where that is not known
	When     string    `json:"when"`               // the same in words: 3 May 2026
	Working  bool      `json:"working,omitempty"`  // it lies in the working folder, and is not committed: then it has no day
	Renamed  string    `json:"renamed,omitempty"`  // that it came under another path, in a sentence
	Errors   []string  `json:"errors,omitempty"`   // why it cannot be judged
	Standing *Standing `json:"standing,omitempty"` // how it stands; absent where it cannot be judged
	Step     *Step     `json:"step,omitempty"`     // what moved since the state before that can be judged; absent for the first
}

// Standing is how a state stands.
type Standing struct {
	AsOf           string          `json:"as_of"`              // the day on which it is true, in words, or empty
	Stage          compare.Stage   `json:"stage"`              // at which it is judged
	Overall        result.Rating   `json:"overall"`            // as claimed
	BuiltIn        *result.Rating  `json:"built_in,omitempty"` // the same by the built-in catalogue alone, where another is laid over that
	Documented     result.Rating   `json:"documented"`         // on documents alone
	Verdict        compare.Verdict `json:"verdict"`            // as claimed
	Questions      []Question      `json:"questions"`          // the six, in order
	OpenGates      int             `json:"open_gates"`         // gates not met or not known
	Contradictions int             `json:"contradictions"`     // answers that go against the facts
}

// Question is how one of the six is rated.
type Question struct {
	ID     string        `json:"id"`
	Title  string        `json:"title"`
	Rating result.Rating `json:"rating"`
}

// Step is what moved from one state to the next.
type Step struct {
	From     string           `json:"from"`             // the name of the state before; those between the two cannot be judged
	Sentence string           `json:"sentence"`         // what moved, in a sentence or two
	Stages   *compare.FromTo  `json:"stages,omitempty"` // the stages, where they differ: no ratings are then compared
	Moves    []compare.Move   `json:"moves"`            // the ratings and the verdict that moved
	Changes  []compare.Change `json:"changes"`          // what the document says otherwise, of what moved a criterion
	Still    int              `json:"still"`            // how many changes moved no criterion
	Better   []compare.Step   `json:"better"`           // what got better
	Worse    []compare.Step   `json:"worse"`            // what got worse
}

// Next is what is to come, as the latest state has it.
type Next struct {
	What string `json:"what"`  // the decision or the start, with its day, in a sentence
	Due  []Due  `json:"due"`   // the conditions that are neither closed nor gone without, in the order of the report
	Rest int    `json:"later"` // criteria that are due at a later stage and not met yet
}

// Due is something that is still to be done.
type Due struct {
	ID    string                `json:"id"`
	Title string                `json:"title"`
	State result.ConditionState `json:"state"`
	Who   string                `json:"who"`
	By    string                `json:"by"`
}

// Was is a state to be followed.
type Was struct {
	Name    string
	Day     string          // as State has it
	When    string          // as State has it
	Working bool            // as State has it
	Renamed string          // the path under which it was before; empty where it was the same
	Judged  *compare.Judged // nil where it could not be judged
	Wrong   source.Diagnostics
}

// Judge judges a state, as far as a trend tells of it: what helps to decide is left out.
func Judge(j *judge.Judgement) *compare.Judged {
	return &compare.Judged{Judgement: j, Result: assess.Standing(j)}
}

// Follow follows a proposal from state to state, the earliest first. Of each state no more is kept than what is told.
func Follow(of string, states iter.Seq[Was]) *Trend {
	t := &Trend{Format: Format, Of: of, States: []State{}}
	var before *compare.Judged
	from := "" // the name of that
	for w := range states {
		s := State{Name: w.Name, Day: w.Day, When: w.When, Working: w.Working}
		switch {
		case w.Working:
			s.When = "now (not committed)"
		case w.When == "":
			s.When = "a day not stated"
		}
		if w.Renamed != "" {
			s.Renamed = "It was " + w.Renamed + " before, and git takes the two for one file."
		}
		for _, d := range w.Wrong {
			s.Errors = append(s.Errors, d.Error())
		}
		if w.Judged != nil {
			s.Standing = standing(w.Judged.Result)
			if before != nil {
				s.Step = step(from, compare.Diff(*before, *w.Judged))
				if w.Renamed != "" && !sameOrganisations(before.Result, w.Judged.Result) {
					s.Renamed += " The organisations are others: it may be another proposal."
				}
			}
			before, from = w.Judged, w.Name
		}
		t.States = append(t.States, s)
	}
	if before != nil {
		t.Title, t.Catalogue, t.Next = before.Result.Title, before.Result.Applied(), next(before.Judgement)
	}
	t.Sentence = t.inWords()
	return t
}

func standing(r *result.Result) *Standing {
	s := &Standing{
		AsOf: r.AsOf, Stage: compare.Stage{Is: r.Stage.Is, Words: r.Stage.Words}, Overall: r.Overall.Rating, Documented: r.Documented.Overall.Rating,
		Verdict: compare.VerdictOf(r), OpenGates: len(r.Verdict.Open),
	}
	if r.Overlay != nil {
		s.BuiltIn = &r.Overlay.Beside.Overall.Rating
	}
	for _, q := range r.Questions {
		s.Questions = append(s.Questions, Question{q.ID, q.Title, q.Rating})
	}
	for i := range r.Findings {
		if r.Findings[i].Kind == result.Contradiction {
			s.Contradictions++
		}
	}
	return s
}

func sameOrganisations(a, b *result.Result) bool {
	of := func(r *result.Result, id string) bool {
		return r.Organisations[0].ID == id || r.Organisations[1].ID == id
	}
	return of(a, b.Organisations[0].ID) && of(a, b.Organisations[1].ID)
}

// step takes over what a trend tells of a difference.
func step(from string, d *compare.Difference) *Step {
	s := &Step{From: from, Sentence: d.Sentence, Stages: d.Stages, Moves: d.Moves, Changes: []compare.Change{}, Better: d.Better, Worse: d.Worse}
	for _, c := range d.Changes {
		if len(c.Criteria) == 0 {
			s.Still++
			continue
		}
		s.Changes = append(s.Changes, c)
	}
	return s
}

// Quiet reports whether nothing that is rated moved.
func (s *Step) Quiet() bool {
	return s.Stages == nil && len(s.Moves)+len(s.Changes)+len(s.Better)+len(s.Worse) == 0
}

// next gives what is to come after the latest state.
func next(j *judge.Judgement) *Next {
	r := assess.Result(j)
	n := &Next{What: comes(j, r), Due: []Due{}}
	for _, c := range r.Conditions {
		if c.State == result.Closed || c.State == result.Accepted {
			continue
		}
		who := c.Owner
		if who == "" {
			who = c.Who
		}
		n.Due = append(n.Due, Due{c.ID, c.Title, c.State, who, c.By})
	}
	for _, d := range r.DueLater {
		if d.Status != rating.Met && d.Status != rating.NotApplicable {
			n.Rest++
		}
	}
	return n
}

// comes says what comes next: the decision, or else the start, with its day where the document has one.
func comes(j *judge.Judgement, r *result.Result) string {
	if r.Stage.Is == result.Running {
		return wording.Sentence(r.Stage.Words) + "."
	}
	decision, starts := j.Doc.Root.Find(paths.Decision), j.Doc.Root.Find(paths.Starts)
	what, day := "The decision", decision
	if r.Stage.Is == result.ToStart || !decision.Known() && starts.Known() {
		what, day = "The start", starts
	}
	today := j.Doc.Root.Find(paths.AsOf)
	switch {
	case !day.Known():
		return what + " is next, and has no day yet."
	case today.Known() && day.To < today.From:
		return what + " was due " + day.InWords() + ", which lies before the day of this state."
	}
	return what + " is next: " + day.InWords() + "."
}

// inWords says from where to where it went.
func (t *Trend) inWords() string {
	var judged []*State
	for i := range t.States {
		if t.States[i].Standing != nil {
			judged = append(judged, &t.States[i])
		}
	}
	said := wording.Count(len(t.States), "state", "states")
	if len(judged) == 0 {
		return said + ", none of which can be judged."
	}
	first, last := judged[0], judged[len(judged)-1]
	if first != last {
		said += " from " + first.When + " to " + last.When
	}
	if n := len(t.States) - len(judged); n > 0 {
		said += ", " + strconv.Itoa(n) + " of which cannot be judged"
	}
	in := func(s *State) string {
		known, all := s.Standing.Overall.KnownOf()
		return fmt.Sprintf("%s (%d of %d known)", s.Standing.Overall.Words, known, all)
	}
	if first == last {
		return said + ". It is " + in(last) + "."
	}
	return said + ". It was " + in(first) + "; it is " + in(last) + "."
}
