package cli

import (
	"fmt"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// criterion is everything about one criterion. Conditions are in words.
type criterion struct {
	What           string   `json:"what"` // criterion
	ID             string   `json:"id"`
	Title          string   `json:"title"`
	Short          string   `json:"short"`
	Lack           string   `json:"lack"`
	Asks           string   `json:"asks"`
	Of             string   `json:"of"`
	Kind           string   `json:"kind"`
	Part           string   `json:"part"` // what part its kind plays in the ratings
	Gate           string   `json:"gate,omitempty"`
	Why            string   `json:"why"`
	Applies        string   `json:"applies"`
	AppliesBecause string   `json:"applies_because,omitempty"`
	Board          string   `json:"board,omitempty"` // the side whose board alone it concerns
	Judged         bool     `json:"judged"`
	Met            string   `json:"met,omitempty"`
	Partly         string   `json:"partly,omitempty"`
	Good           string   `json:"good,omitempty"`
	Bad            string   `json:"bad,omitempty"`
	Questions      []string `json:"questions"`
	Fix            *remedy  `json:"fix,omitempty"`
	Depart         string   `json:"depart,omitempty"` // how a document goes on without it, on the record
	Cites          []cited  `json:"cites"`
	Theme          string   `json:"theme"`
	Since          string   `json:"since"`

	of  *catalogue.Criterion
	cat *catalogue.Catalogue
}

// remedy is what to do where a criterion is not met, and by when.
type remedy struct {
	catalogue.Fix
	By    catalogue.Due   `json:"by"`              // the stage by which it is due
	Until catalogue.Until `json:"until,omitempty"` // the step after which it is past
}

// cited is a place in a source, with what the source is worth.
type cited struct {
	catalogue.Cite
	Title    string `json:"title"`
	Standing string `json:"standing"`
	Worth    string `json:"-"` // the strength in words
}

func explainCriterion(cat *catalogue.Catalogue, c *catalogue.Criterion) *criterion {
	e := &criterion{
		What: "criterion", ID: c.ID, Title: c.Title, Short: c.Short, Lack: c.Lack, Asks: c.Asks, Of: cat.Words.Role(c.Of),
		Kind: string(c.Kind), Part: partOf(cat, c), Gate: gateWords(cat, c), Why: c.Why,
		Applies: c.Applies.String(), AppliesBecause: c.AppliesBecause, Board: c.Board, Judged: c.Judged,
		Good: c.Good, Bad: c.Bad, Questions: c.Questions, Cites: citesOf(cat, c.Cites), Theme: c.Theme, Since: c.Since,
		of: c, cat: cat,
	}
	if c.Met != nil {
		e.Met = c.Met.String()
	}
	if c.Partly != nil {
		e.Partly = c.Partly.String()
	}
	if c.Kind.Rated() || c.Kind == catalogue.Consistency {
		e.Depart = judge.HowToDepart(c.ID)
	}
	if c.Fix.Do != "" {
		e.Fix = &remedy{c.Fix, c.Due, c.Until}
	}
	return e
}

func citesOf(cat *catalogue.Catalogue, cites []catalogue.Cite) []cited {
	all := make([]cited, len(cites))
	for i, c := range cites {
		s := cat.Source(c.Source)
		all[i] = cited{c, s.Title, s.Standing, cat.Words.Strength(c.Strength)}
	}
	return all
}

// partOf says what part a criterion plays in the ratings, and what is laid over the catalogue does with it.
func partOf(cat *catalogue.Catalogue, c *catalogue.Criterion) string {
	of := cat.Overlay
	switch {
	case of == nil:
	case c.Off != "":
		return "switched off by " + of.Name + " " + of.Version + ": " + c.Off
	case c.Own():
		text := "of the catalogue " + of.Name + " " + of.Version + ", as " + string(c.Within) + ": "
		if c.Within.Counts() {
			text += "counts in its own block, and in no question"
		} else {
			text += "counts nowhere"
		}
		if c.Caps() {
			text += "; while it is not met its questions are at most " + cat.Rating.Method.WatchpointNot.String()
		}
		return text
	}
	text := part(cat, c.Kind)
	if of != nil {
		for _, x := range of.Changed {
			if x.ID == c.ID {
				text += "; changed by " + of.Name + " " + of.Version + ": " + wording.And(x.Keys)
				if x.Because != "" {
					text += ", because " + strings.TrimSuffix(x.Because, ".")
				}
			}
		}
	}
	return text
}

// part says what part a kind plays in the ratings.
func part(cat *catalogue.Catalogue, k catalogue.Kind) string {
	switch k {
	case catalogue.Context:
		return "counts towards its questions and, as context, towards whether this is the right form at the right time"
	case catalogue.Enabler:
		return "counts towards its questions and, as an enabler, towards whether the partnership is ready"
	case catalogue.Practice:
		return "the toolkit's practice; counts towards its questions and, among the enablers, towards whether the partnership is ready"
	case catalogue.Watchpoint:
		return "what one or two case studies warn of; it does not count, and while it is not met its questions are at most " + cat.Rating.Method.WatchpointNot.String()
	case catalogue.Consistency:
		return "compares what is declared with what the facts say; it does not count, and is reported where the two differ"
	case catalogue.Opening:
		return "opens what is asked further; it does not count, and is asked for before that"
	case catalogue.Opinion:
		return "one reader's opinion; it is shown under its questions and never counts"
	}
	return "said beside its questions; it has no status"
}

// gateWords says what a gate does, and when it is one.
func gateWords(cat *catalogue.Catalogue, c *catalogue.Criterion) string {
	if !c.Gate.Is() {
		return ""
	}
	home := c.Home
	if home == "" {
		home = c.Questions[0]
	}
	m := cat.Rating.Method
	words := fmt.Sprintf("its source calls it essential: not met, the question %s is at most %s", home, m.GateNot)
	if c.Partly != nil || c.Judged {
		words += ", partly met at most " + m.GatePartly.String()
	}
	if m.GateUnknown < rating.Green {
		words += ", unknown so far at most " + m.GateUnknown.String()
	}
	if c.Gate.When != nil {
		words = "where " + c.Gate.When.String() + ", " + words
	}
	return words
}

func (e *criterion) tell(r *reference) {
	r.head(e.ID, e.Title)
	r.entry("Asks", e.Asks+" ("+e.Of+")")
	r.entry("Why", e.Why)
	r.gap()
	if e.of.Applies == nil {
		r.entry("Applies", "to every partnership")
	} else {
		r.condition("Applies", where(e.of.Applies))
	}
	r.entry("", e.AppliesBecause)
	switch e.Board {
	case "":
	case "first", "second":
		r.entry("Concerns", "the board of the "+e.Board+" organisation alone")
		if each := e.of.Each(); each != "" {
			r.entry("", "asked of each organisation apart: a document answers it as "+each+"- and the organisation's id")
		}
	case "helped":
		r.entry("Concerns", "the board of the one that is helped alone")
	default:
		r.entry("Concerns", "the board of the "+e.Board+" alone")
	}
	r.gap()
	e.deciding(r)
	r.gap()
	r.entry("Kind", e.Kind+": "+e.Part)
	if e.Gate != "" {
		r.entry("Gate", e.Gate)
	}
	questions := make([]string, len(e.Questions))
	for i, q := range e.Questions {
		questions[i] = q + " (" + e.cat.Questions[e.cat.Question(q)].Title + ")"
	}
	r.entry("Feeds", strings.Join(questions, ", "))
	r.entry("Since", "catalogue "+e.Since+", in "+e.Theme)
	if f := e.Fix; f != nil {
		r.gap()
		r.entry("To do", f.Do)
		r.entry("", e.cat.Words.Role(f.Who)+", "+e.cat.Words.Date(f.By)+", "+string(f.Effort)+" effort")
		r.entry("Closed by", f.Evidence)
	}
	if e.Depart != "" {
		r.gap()
		r.entry("Without it", "a document says who goes on without it, why and until when; every rating stays without, and the one with it stands beside")
		r.gap()
		r.sample(e.Depart)
	}
	tellCites(r, e.Cites)
}

// deciding writes how the facts, or a person, decide it.
func (e *criterion) deciding(r *reference) {
	c := e.of
	switch {
	case c.Judged:
		r.entry("Decided by", "a person, under `answers:` in the document: yes is met, partly is partly met, no is not met")
		r.gap()
		r.sample("answers:", "  "+c.ID+": {is: yes, because: …, evidence: […]}")
	case c.Met == nil:
		r.entry("Decided by", "nothing: it has no status")
	default:
		r.condition("Met", where(c.Met))
		if c.Partly != nil {
			r.condition("Partly met", where(c.Partly))
		}
		r.entry("Not met", "otherwise: "+c.Lack)
		r.entry("Unknown", "while a fact that it needs is not given; then an answer under `answers:` decides")
		fragment(r, "A document that meets it", c.Good)
		fragment(r, "A document that does not", c.Bad)
	}
}

// where gives a condition as an outline that begins with `where`.
func where(c *logic.Condition) []string {
	lines := c.Lines()
	if len(lines) == 1 {
		return []string{"where " + lines[0]}
	}
	return append([]string{"where " + lines[0]}, lines[1:]...)
}

func fragment(r *reference, title, text string) {
	if text == "" {
		return
	}
	r.gap()
	r.line(title)
	r.sample(strings.Split(strings.TrimRight(text, "\n"), "\n")...)
}

func tellCites(r *reference, cites []cited) {
	if len(cites) == 0 {
		return
	}
	r.gap()
	label := "Sources"
	for i, c := range cites {
		r.entry(label, c.Title+" ["+c.Source+"], "+c.Place+": "+c.Worth)
		label = ""
		if i+1 == len(cites) || cites[i+1].Source != c.Source {
			r.entry("", c.Standing)
		}
	}
}
