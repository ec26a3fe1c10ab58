// Package catalogue holds what partner asks of a partnership and how it weighs the answers: criteria,
// typology, questions, rating method, governance, advantages, precedents and sources. All of it is data
// that is read from YAML, checked whole, and never changed afterwards.
package catalogue

import (
	"strings"

	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
)

// Catalogue is everything, in the order in which it is shown.
type Catalogue struct {
	Version     string
	Hash        string // of the files that it was read from
	Words       Words
	Sectors     Sectors
	Sources     []Source
	Typology    Typology
	Criteria    []*Criterion
	Questions   []Question
	Rating      Rating
	Governance  []Element
	Advantages  []Advantage
	Precedents  []Precedent
	BaseRates   []BaseRate
	Consistency []ConsistencyRule
	Limits      []Limit
	Bodies      []Body
	Overlay     *Overlay   `yaml:"-"` // what was laid over it; nil for nothing
	Places      *Catalogue `yaml:"-"` // the same with places in its texts for the words of a sector; nil where these are not filled
	Speeches    *Speeches  `yaml:"-"` // of a catalogue with places: the same in the words of sectors, once somebody has asked for them
	Readings    *Readings  `yaml:"-"` // what its rules read, once somebody has asked for it; nil where nothing keeps that
	General     *Catalogue `yaml:"-"` // of one that speaks of one document: the one that it was made from, which speaks of none; nil for such a one
}

// Source is a document that criteria or the method rest on.
type Source struct {
	ID        string `yaml:"id" json:"id"`
	Title     string `yaml:"title" json:"title"`
	Authors   string `yaml:"authors" json:"authors,omitempty"`
	Publisher string `yaml:"publisher" json:"publisher,omitempty"`
	Year      int    `yaml:"year" json:"year,omitempty"`
	Kind      string `yaml:"kind" json:"kind"`
	Standing  string `yaml:"standing" json:"standing"`       // how strong it is
	Limits    string `yaml:"limits" json:"limits,omitempty"` // what it cannot carry
}

// Cite names a place in a source and how strong what stands there is.
type Cite struct {
	Source   string `yaml:"source" json:"source"`
	Place    string `yaml:"place" json:"place"`
	Strength string `yaml:"strength" json:"strength"`
}

// Words are the words that the catalogue uses as ids, with how reports say them.
type Words struct {
	Roles     []Word `yaml:"roles"`     // who can be asked and told to act
	Strengths []Word `yaml:"strengths"` // how strong a cited place is, strongest first
	Due       []Word `yaml:"due"`       // when something is due: the stages of a proposal
	Dates     Dates  `yaml:"dates"`     // what is asked where the stage is not known
	Says      []Word `yaml:"-"`         // what the sector whose words are spoken calls things
}

// Dates is what to ask where the dates do not tell at which stage a proposal stands, and whom.
type Dates struct {
	Asks string `yaml:"asks"`
	Of   string `yaml:"of"` // a role
}

// Word is an id and how it is said.
type Word struct {
	ID    string `yaml:"id" json:"id"`
	Title string `yaml:"title" json:"title"`
}

// Role says who a role is: chief executive, HR director.
func (w *Words) Role(id string) string { return said(w.Roles, id) }

// Strength says how strong a cited place is: research over five cases.
func (w *Words) Strength(id string) string { return said(w.Strengths, id) }

// Date says when something is due: before the decision.
func (w *Words) Date(due Due) string { return said(w.Due, string(due)) }

func said(words []Word, id string) string {
	for _, w := range words {
		if w.ID == id {
			return w.Title
		}
	}
	return id
}

// Criterion is one thing that a source asks of a partnership; docs/catalogue.md describes its keys.
type Criterion struct {
	ID             string           `yaml:"id"`
	Title          string           `yaml:"title"`
	Lack           string           `yaml:"lack"`
	Short          string           `yaml:"short"`      // the title where a line is narrow
	LackShort      string           `yaml:"lack_short"` // the lack where a line is narrow
	Asks           string           `yaml:"asks"`
	Of             string           `yaml:"of"`
	Kind           Kind             `yaml:"kind"`
	Gate           Gate             `yaml:"gate"`
	Home           string           `yaml:"home"`
	Applies        *logic.Condition `yaml:"applies"`
	AppliesBecause string           `yaml:"applies_because"`
	Judged         bool             `yaml:"judged"`
	Met            *logic.Condition `yaml:"met"`
	Partly         *logic.Condition `yaml:"partly"`
	Questions      []string         `yaml:"questions"`
	Board          string           `yaml:"board"`    // the side whose board alone it concerns; "" for both
	Foremost       bool             `yaml:"foremost"` // where the two organisations state it apart, that is told before all else
	Ages           bool             `yaml:"ages"`     // an answer to it tells a state, which passes; where its rules read one, that follows
	Rests          []proposal.Turn  `yaml:"rests"`    // on whom or what an answer to it rests; where its rules read what rests on somebody, that follows
	Why            string           `yaml:"why"`
	Sectors        []string         `yaml:"sectors"` // the sectors in which alone it makes sense; empty for all
	Due            Due              `yaml:"due"`     // by which stage it is wanted
	Until          Until            `yaml:"until"`   // after which it serves nobody any more; "" for never
	Fix            Fix              `yaml:"fix"`
	Remains        []Remaining      `yaml:"remains"` // what is left of the fix to do, where some of it is there already; the first that holds
	Cites          []Cite           `yaml:"cites"`
	Since          string           `yaml:"since"`
	Good           string           `yaml:"good"`
	Bad            string           `yaml:"bad"`
	Theme          string           `yaml:"-"` // the file it stands in
	NamesSides     bool             `yaml:"-"` // its texts speak of the first or the second organisation
	Feeds          []int            `yaml:"-"` // the questions that it feeds, by their places
	HomeAt         int              `yaml:"-"` // the place of the question that it caps where it is a gate
	Keys           []string         `yaml:"-"` // the keys that its rules name
	Off            string           `yaml:"-"` // the reason for which what is laid over the catalogue switches it off; "" where it is asked
	Within         Kind             `yaml:"-"` // what kind it is within the block of a catalogue of one's own; "" for one that is of none
	Answered       bool             `yaml:"-"` // its rules ask for its answer, besides facts
	Steady         bool             `yaml:"-"` // where it applies, how it stands hangs neither on type and form nor on who has which role
}

// FirstSide and SecondSide stand in the catalogue's texts for the two organisations; a report puts their names.
const (
	FirstSide  = "the first organisation"
	SecondSide = "the second organisation"
)

// Gate says whether, or under which condition, a criterion is a gate.
type Gate struct {
	Always bool
	When   *logic.Condition
}

// Is reports whether there is a gate at all.
func (g Gate) Is() bool { return g.Always || g.When != nil }

// Fix is what to do where a criterion is not met.
type Fix struct {
	Do       string `yaml:"do" json:"do"`
	Who      string `yaml:"who" json:"who"`
	Effort   Effort `yaml:"effort" json:"effort"`
	Evidence string `yaml:"evidence" json:"evidence"`
}

// Remaining is what is left to do once something is there already.
type Remaining struct {
	Once *logic.Condition `yaml:"once"`
	Do   string           `yaml:"do"`
}

// Question is one of the six that boards ask.
type Question struct {
	ID      string  `yaml:"id"`
	Title   string  `yaml:"title"` // as in the full list
	Short   string  `yaml:"short"` // as in a narrow column
	Asks    string  `yaml:"asks"`  // whole
	About   string  `yaml:"about"` // what an answer has to show
	Shows   []Part  `yaml:"shows"` // what its answer has beyond its criteria, in the order in which it is shown
	Tells   []Tell  `yaml:"tells"` // what of the document is told whole under it besides
	Answers Answers `yaml:"answers"`
	Cites   []Cite  `yaml:"cites"`
}

// Tell is a place of the document that a report tells whole, entry by entry, under a heading.
type Tell struct {
	At    string `yaml:"at"`
	Title string `yaml:"title"`
}

// Answers are the sentences for each outcome. {facts} stands for what the document states of it, {lack} for what
// the weightiest criterion lacks that is known not to hold, {claim} for the claim of the weightiest that is not known.
type Answers struct {
	Green      string `yaml:"green"`
	AmberGreen string `yaml:"amber-green"` // something is not met
	Provided   string `yaml:"provided"`    // nothing is known to be not met, but much is unknown
	Half       string `yaml:"half"`        // green or amber-green, and half of what the answer shows is not told
	AmberRed   string `yaml:"amber-red"`
	Red        string `yaml:"red"`
	Unknown    string `yaml:"unknown"` // too little known
}

// Rating is the method with the words around it.
type Rating struct {
	Method   rating.Method
	Rules    []RuleText // along Method.Rules
	Verdicts []Verdict  // worst first
	Cites    []Cite     // what the verdict rests on
}

// RuleText says a line of the overall table in words.
type RuleText struct{ ID, If string }

// Verdict is one of the verdicts.
type Verdict struct {
	ID             rating.Verdict
	Title, Meaning string
}

// Verdict gives a verdict with its words.
func (r *Rating) Verdict(v rating.Verdict) Verdict { return r.Verdicts[v-rating.NotAsItStands] }

// forStep stands in the title of a verdict for the step that the partnership is ready for: ready to start.
const forStep = " {stage}"

// For gives the verdict as it reads for a step: to decide, to start; "" for none.
func (v Verdict) For(step string) Verdict {
	if step != "" {
		step = " " + step
	}
	v.Title = strings.Replace(v.Title, forStep, step, 1)
	return v
}

// Element is a piece of governance that may be recommended.
type Element struct {
	ID          string           `yaml:"id"`
	Title       string           `yaml:"title"`
	Recommended *logic.Condition `yaml:"recommended"`
	Because     string           `yaml:"because"`
	InPlace     *logic.Condition `yaml:"in_place"`
	Different   *logic.Condition `yaml:"different"`
	Criteria    []string         `yaml:"criteria"`
	Do          string           `yaml:"do"`
	Who         string           `yaml:"who"`
	Sectors     []string         `yaml:"sectors"` // the sectors in which alone it makes sense; empty for all
	Cites       []Cite           `yaml:"cites"`
}

// Rules gives the rules of the element, of which some may be nil.
func (e *Element) Rules() []*logic.Condition {
	return []*logic.Condition{e.Recommended, e.InPlace, e.Different}
}

// Advantage is something that a type, a nature or a scale of partnership has to gain.
type Advantage struct {
	ID      string `yaml:"id"`
	Type    string `yaml:"type"`
	Nature  string `yaml:"nature"`
	Scale   string `yaml:"scale"`
	Sectors string `yaml:"sectors"` // AcrossSectors, or ""
	Title   string `yaml:"title"`
	Forgone string `yaml:"forgone"`
	Cites   []Cite `yaml:"cites"`
}

// Precedent is a case study: what was done, how it went, what to watch.
type Precedent struct {
	ID        string   `yaml:"id"`
	Title     string   `yaml:"title"`
	Nature    string   `yaml:"nature"`
	Scale     string   `yaml:"scale"`
	Form      string   `yaml:"form"`
	Sectors   []string `yaml:"sectors"`
	Likeness  []Trait  `yaml:"likeness"`
	What      string   `yaml:"what"`
	Outcome   string   `yaml:"outcome"`
	WentBadly string   `yaml:"went_badly"`
	Had       []string `yaml:"had"`
	Lacked    []string `yaml:"lacked"`
	Watch     []string `yaml:"watch"`
	Cites     []Cite   `yaml:"cites"`
}

// Trait is something of a precedent, besides its place in the typology, that a proposal may share.
type Trait struct {
	Like   string           `yaml:"like"`   // how it is said of both, where it is so here too
	Unlike string           `yaml:"unlike"` // how it is said of the precedent, where it is not so here
	Here   *logic.Condition `yaml:"here"`   // when it is so in a proposal
}

// Criterion gives the criterion of an id, or nil.
func (c *Catalogue) Criterion(id string) *Criterion {
	for i := range c.Criteria {
		if c.Criteria[i].ID == id {
			return c.Criteria[i]
		}
	}
	return nil
}

// ConsistencyRule gives the rule of an id, or nil.
func (c *Catalogue) ConsistencyRule(id string) *ConsistencyRule {
	for i := range c.Consistency {
		if c.Consistency[i].ID == id {
			return &c.Consistency[i]
		}
	}
	return nil
}

// Agreement gives the criterion that holds what is declared on an axis of the typology against the facts, or nil.
func (c *Catalogue) Agreement(axis string) *Criterion {
	for i := range c.Criteria {
		if c.Criteria[i].Axis() == axis {
			return c.Criteria[i]
		}
	}
	return nil
}

// Element gives the element of governance of an id, or nil.
func (c *Catalogue) Element(id string) *Element {
	for i := range c.Governance {
		if c.Governance[i].ID == id {
			return &c.Governance[i]
		}
	}
	return nil
}

// CriterionIDs gives the ids of all criteria, in order.
func (c *Catalogue) CriterionIDs() []string {
	ids := make([]string, len(c.Criteria))
	for i := range c.Criteria {
		ids[i] = c.Criteria[i].ID
	}
	return ids
}

// Question gives the index of the question of an id, or -1.
func (c *Catalogue) Question(id string) int {
	for i := range c.Questions {
		if c.Questions[i].ID == id {
			return i
		}
	}
	return -1
}

// Source gives the source of an id, or nil.
func (c *Catalogue) Source(id string) *Source {
	for i := range c.Sources {
		if c.Sources[i].ID == id {
			return &c.Sources[i]
		}
	}
	return nil
}

// Rules gives the conditions that decide whether the criterion applies and how it stands; some may be nil.
func (c *Criterion) Rules() []*logic.Condition {
	return []*logic.Condition{c.Applies, c.Gate.When, c.Met, c.Partly}
}

// Axis gives the axis of the typology on which the criterion holds what is declared against the facts, or "".
func (c *Criterion) Axis() string {
	if c.Met == nil || c.Met.Op != logic.Agrees {
		return ""
	}
	return c.Met.Words[0]
}

// UsesAnswer reports whether the rule itself asks for the answer.
func (c *Criterion) UsesAnswer() bool {
	return c.Judged || c.Answered
}
