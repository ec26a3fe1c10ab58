// Package result is the one value that an assessment comes to. Everything is worked out before it is
// filled in; every output format prints it and none computes. As JSON it is the format
// "partner-result/1", described by the schema that `partner schema result` prints.
package result

import (
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/source"
)

// Format names this shape; it changes when a reader of the JSON would have to.
const Format = "partner-result/1"

// Result is the assessment of one proposal.
type Result struct {
	Format        string          `json:"format"`                    // always partner-result/1
	Catalogue     Catalogue       `json:"catalogue"`                 // the catalogue that was applied
	Overlay       *Overlay        `json:"overlay,omitempty"`         // what was laid over the built-in catalogue; absent where that alone was applied
	File          string          `json:"file"`                      // the proposal's file, as it was named
	Title         string          `json:"title"`                     // what the proposal is called
	About         string          `json:"about"`                     // a line about the document itself, or empty
	Currency      string          `json:"currency"`                  // of its sums, by its ISO 4217 code
	AsOf          string          `json:"as_of"`                     // the day as of which it is judged, in words, or empty: that on which the document is true, or one that was asked for
	AsOfAsked     bool            `json:"as_of_asked,omitempty"`     // as_of is a day that was asked for, and not what the document states
	AsOfStated    string          `json:"as_of_stated,omitempty"`    // what the document states, in words, where another day was asked for; absent where it states none
	For           string          `json:"for"`                       // the id of the organisation as whose board the questions are answered; empty for both
	Organisations [2]Organisation `json:"organisations"`             // in the order of the document
	Calendar      []Moment        `json:"calendar"`                  // the days on which it turns, as far as the document states them: that as of which it is judged, the decision, the start
	Stage         Staged          `json:"stage"`                     // at which stage it is judged, and why
	Typology      Typology        `json:"typology"`                  // nature, scale and form, declared and from the facts
	Overall       Overall         `json:"overall"`                   // the rating of the whole, as claimed, at the stage
	Verdict       Verdict         `json:"verdict"`                   // the verdict, as claimed
	Documented    Documented      `json:"documented"`                // the same on documents alone
	ToStart       *ForStart       `json:"to_start,omitempty"`        // the whole for the start; absent where the stage is no earlier
	Context       Part            `json:"context"`                   // right form at the right time
	Enablers      Part            `json:"enablers"`                  // ready
	Questions     []Question      `json:"questions"`                 // the six, in order
	DoFirst       []Action        `json:"do_first"`                  // what is not met or partly met, the weightiest first
	FindOutFirst  []Ask           `json:"find_out_first"`            // what is not known, the weightiest first
	Certain       *Certain        `json:"certain,omitempty"`         // what of the rating of the whole is certain already; absent where nothing is
	Settle        Settle          `json:"settle"`                    // what would settle the rating
	Path          Path            `json:"path"`                      // what would better it, and what would lower it
	Conditions    []Condition     `json:"conditions"`                // what the boards can set as conditions
	Options       *Options        `json:"options,omitempty"`         // the same facts under other types and forms; absent unless it was asked for
	Boards        [2]Board        `json:"boards"`                    // the six questions from each organisation's side
	Departures    []Departure     `json:"departures"`                // what the boards go on without, on the record, in the order of the document
	Departing     *WithDepartures `json:"with_departures,omitempty"` // the ratings with those in force; absent where none is from something that rates now
	Views         []Opinions      `json:"views"`                     // what the organisations say apart, question by question; empty where nothing is
	Promises      []Promise       `json:"promises"`                  // promises against base rates
	Precedents    []Near          `json:"precedents"`                // the nearest case studies, nearest first
	Criteria      []Criterion     `json:"criteria"`                  // all that apply or may apply, in the catalogue's order
	DueLater      []Deferred      `json:"due_later"`                 // the criteria that are due at a later stage, met or not: they do not rate yet
	Past          []Bygone        `json:"past"`                      // the criteria that only a step already taken could have used: they neither rate nor are asked
	Told          []Told          `json:"told"`                      // what of the document is told whole, entry by entry
	Statements    []Statement     `json:"statements"`                // everything that the document states, with what became of it
	Findings      []Finding       `json:"findings"`                  // mismatches, contradictions, what does not go together, disagreements, evidence out of date, departures that do not count, what nothing asks for here
	Benefits      []Benefit       `json:"benefits"`                  // each with its measure
	Objectives    []Objective     `json:"objectives"`                // what the arrangement is for, and whose objectives that serves
	TakingOn      []TakingOn      `json:"taking_on"`                 // what each organisation would take on from the other
	Governance    []Element       `json:"governance"`                // recommended against proposed
	Risks         Risks           `json:"risks"`                     // of doing it and of not doing it
	SetAside      []SetAside      `json:"set_aside"`                 // criteria declared not applicable, or met by other means
	Evidence      Evidence        `json:"evidence"`                  // the register, and what lacks evidence
	Sources       []Source        `json:"sources"`                   // the sources cited
	Limits        []string        `json:"limits"`                    // what the report cannot tell
	Front         Front           `json:"front"`                     // the first screen
}

// Catalogue identifies the catalogue.
type Catalogue struct {
	Version  string `json:"version"`
	Hash     string `json:"hash"`
	Criteria int    `json:"criteria"` // how many it holds
	Applied  int    `json:"applied"`  // how many apply, or may apply, to this proposal

	Overlay *OverlayWords `json:"overlay,omitempty"` // what is laid over the built-in one, and the rating without it; absent where nothing is, and in a result, which tells it whole
}

// Organisation is one of the two.
type Organisation struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Role string `json:"role"` // its role in the arrangement, or empty
	Kind string `json:"kind"` // what kind of organisation it is, or empty
}

// Typology says where the proposal stands.
type Typology struct {
	Nature     Axis        `json:"nature"`
	Scale      Axis        `json:"scale"`
	Form       Axis        `json:"form"`
	Types      []Word      `json:"types"`        // the possible types: one where nature and scale are settled
	SideBySide []UnderType `json:"side_by_side"` // the rating under each kind that it may be, the declared one first; empty where one alone is possible
	Summary    string      `json:"summary"`      // in a phrase: mandated, structural · acquisition, asked for by the regulator
}

// UnderType is how the whole is rated under one of several kinds of partnership that it may be.
type UnderType struct {
	Type     Word    `json:"type"`
	Form     Word    `json:"form"`     // its id is empty where one form alone is possible, or none is known
	Declared bool    `json:"declared"` // it is the one that the document declares
	Overall  Overall `json:"overall"`
	Verdict  string  `json:"verdict"` // in a phrase
}

// Axis is nature, scale or form.
type Axis struct {
	Declared string   `json:"declared"` // as the document declares it, or empty
	Derived  string   `json:"derived"`  // as its facts tell it, or empty
	Possible []string `json:"possible"` // what it may be
	Words    string   `json:"words"`    // in words: mandated; mandated or voluntary
	Facts    []Fact   `json:"facts"`    // what the derived one rests on
	Supports []Fact   `json:"supports"` // what could tell it and does not here, or is not needed
}

// Word is an id with its title.
type Word struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Rating is a range with a rating so far. Ratings are red, amber-red, amber-green and green.
type Rating struct {
	Low            rating.Grade `json:"low"`              // where whatever is unknown counts as not met
	High           rating.Grade `json:"high"`             // where it counts as met
	SoFar          rating.Grade `json:"so_far,omitempty"` // from what is known; absent where too little is
	TooLittleKnown bool         `json:"too_little_known"`
	Met            int          `json:"met"`
	Partly         int          `json:"partly"`
	NotMet         int          `json:"not_met"`
	AtLeastPartly  int          `json:"at_least_partly"` // known by half: met or partly
	AtMostPartly   int          `json:"at_most_partly"`  // known by half: partly or not met
	Unknown        int          `json:"unknown"`
	NotRated       bool         `json:"not_rated"` // all that would count has been set aside; low and high are what it stands as in the whole
	Words          string       `json:"words"`     // amber-green so far; may prove amber-red to green
	MayProve       string       `json:"may_prove"` // the range beside the rating so far: amber-red to green; empty where it is one colour, or may prove none
	Bound          string       `json:"bound"`     // the ends that nothing was found to give: at least amber-red, at most green, between red and green; or empty
	Counted        string       `json:"counted"`   // 24 of 40 known; or the counts where too little is
}

// Overall is the rating of the whole with the rules that decided it.
type Overall struct {
	Rating
	Rule          Rule   `json:"rule"`            // what decided the rating so far, or the low end where there is none
	LowRule       Rule   `json:"low_rule"`        // what decided the low end
	HighRule      Rule   `json:"high_rule"`       // what decided the high end
	LittleKnownOn []Word `json:"little_known_on"` // the questions of which too little is known
	HeldBack      bool   `json:"held_back"`       // the rule gave more, but too little is known of some question
}

// Rule is a line of the overall table.
type Rule struct {
	ID     string `json:"id"`
	Number int    `json:"number"` // its place in the table, from 1
	If     string `json:"if"`     // when it holds, in words
}

// Verdict is the verdict at both ends and so far.
type Verdict struct {
	Low      VerdictWord  `json:"low"`
	High     VerdictWord  `json:"high"`
	SoFar    *VerdictWord `json:"so_far,omitempty"`  // absent where too little is known
	Sentence string       `json:"sentence"`          // the verdict in a sentence
	Because  string       `json:"because"`           // what stands between this and the next better one
	NotMet   []string     `json:"not_met"`           // enablers not met or partly met, by criterion id
	NotKnown []string     `json:"not_known"`         // enablers not known, or known to be in place in part at least
	Open     []string     `json:"open_gates"`        // gates not met or not known
	Refused  string       `json:"refused,omitempty"` // who has refused an approval that it needs, over which no verdict is ready
}

// VerdictWord is one of the verdicts.
type VerdictWord struct {
	ID      rating.Verdict `json:"id"`
	Title   string         `json:"title"`
	Meaning string         `json:"meaning"`
}

// Documented is what is left where only what at least an internal document supports counts.
type Documented struct {
	Overall  Overall `json:"overall"`
	Verdict  Verdict `json:"verdict"`
	Context  Rating  `json:"context"`
	Enablers Rating  `json:"enablers"`
	Known    int     `json:"known"`    // criteria that count, and are in place, in whole or in part, on documents
	Sentence string  `json:"sentence"` // the difference to what is claimed, in a sentence
	Beside   string  `json:"beside"`   // what stands in one line with the rating of the whole where documents alone bear out less; or empty
}

// Part is the context or the enablers: a plain share of its criteria, without caps.
type Part struct {
	Rating   Rating   `json:"rating"`
	Criteria []string `json:"criteria"` // by id
}

// Question is one of the six board questions, answered.
type Question struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	Asks       string   `json:"asks"`
	Rating     Rating   `json:"rating"`
	Documented Rating   `json:"documented"`
	Answer     string   `json:"answer"`   // what was asked, and how far it is there, from the facts
	Note       string   `json:"note"`     // the facts alone, beyond the criteria; may be empty
	HeldBy     []string `json:"held_by"`  // gates and watchpoints that keep it from a better rating so far, by criterion id
	For        []string `json:"for"`      // met, and at least partly met
	Against    []string `json:"against"`  // not met, partly met and at most partly met
	Unknown    []string `json:"unknown"`  // unknown, wholly or by half
	Opinions   []string `json:"opinions"` // a reader's opinions and remarks: shown, never rated

	Shows []catalogue.Part `json:"-"` // which parts of the result a report for people shows below the answer
}

// Action is something to do about a criterion that is not met.
type Action struct {
	Criterion string           `json:"criterion"`
	Do        string           `json:"do"`
	Who       string           `json:"who"`
	By        string           `json:"by"`
	Effort    catalogue.Effort `json:"effort"`
}

// Ask is something to find out.
type Ask struct {
	Criterion string   `json:"criterion"` // by id; empty where it is about the dates, on which the stage hangs
	Asks      string   `json:"asks"`
	Of        string   `json:"of"`
	Paths     []string `json:"paths"`   // the places in the document that would settle it
	Reasons   []Reason `json:"reasons"` // why it is not known, as the document has it
}

// Reason is why something is not known, as it stands beside an unknown of the document.
type Reason struct {
	Path    string          `json:"path"`
	Of      string          `json:"of,omitempty"` // the name of the organisation that states it apart
	Because string          `json:"because"`
	Place   source.Position `json:"place"`
}

// Criterion is how one criterion stands.
type Criterion struct {
	ID         string          `json:"id"`
	Title      string          `json:"title"`
	Says       string          `json:"says"` // the claim or what it lacks, as the status has it
	Kind       catalogue.Kind  `json:"kind"`
	Due        catalogue.Due   `json:"due,omitempty"` // before-decision, before-start, first-year; absent for what is only shown
	When       When            `json:"when"`          // now, later, or past, by the stage: only what is due now rates and is asked
	Gate       bool            `json:"gate"`
	Home       string          `json:"home,omitempty"` // the question that a gate caps
	Questions  []string        `json:"questions"`
	Status     rating.Status   `json:"status"`             // met, at least partly, partly met, at most partly, not met, unknown, not applicable, disputed; empty for a remark
	Documented bool            `json:"documented"`         // the status is supported by at least an internal document
	Board      string          `json:"board"`              // the id of the organisation whose board alone it concerns; empty for both
	Applies    Certainty       `json:"applies"`            // yes, or maybe where the typology or a fact that decides it is not known
	AppliesWhy string          `json:"applies_because"`    // why it applies beyond its source's own case, or empty
	ByAnalogy  bool            `json:"by_analogy"`         // it is asked of the form at hand, of which no source tells, as of a form that one does
	Decided    DecidedBy       `json:"decided_by"`         // facts, answer, other means, not applicable, or empty
	ByFacts    rating.Status   `json:"by_facts,omitempty"` // what the facts say, where the document says otherwise
	Cautious   bool            `json:"cautious"`           // the answer is worse than the facts, with a reason, and stands
	Views      []View          `json:"views"`              // where the organisations differ
	Facts      []Fact          `json:"facts"`              // what it rests on
	Supports   []Fact          `json:"supports"`           // what its rules look at here besides, and do not need
	SettledBy  []string        `json:"settled_by"`         // places in the document that would settle an unknown
	Reasons    []Reason        `json:"reasons"`            // why it is not known, as the document has it
	Place      source.Position `json:"place"`              // where in the document it is decided, or would be
	Why        string          `json:"why"`                // what goes wrong without it
	Asks       string          `json:"asks"`               // the question to put to a person
	Of         string          `json:"of"`                 // whom to ask
	Fix        *Fix            `json:"fix,omitempty"`      // what to do where it is not met
	Cites      []Cite          `json:"cites"`
}

// View is how a criterion stands in one organisation's eyes.
type View struct {
	Organisation string        `json:"organisation"`
	Status       rating.Status `json:"status"`
}

// Fact is a statement that was used.
type Fact struct {
	Path     string                `json:"path"`
	Label    string                `json:"label"` // the place in plain words: finance position
	Value    string                `json:"value"`
	Because  string                `json:"because,omitempty"`
	Place    source.Position       `json:"place"`
	Evidence []string              `json:"evidence"` // ids in the register
	Standing proposal.EvidenceKind `json:"standing"` // the kind of the best of it: independent … assertion, or none
}

// Fix is what to do where a criterion is not met.
type Fix struct {
	Do     string           `json:"do"`
	Who    string           `json:"who"`
	Effort catalogue.Effort `json:"effort"` // low, medium, high
	By     string           `json:"by"`     // before the decision, before the start, in the first year
	Closes string           `json:"closes"` // the evidence that closes it
}

// Cite is a place in a source.
type Cite struct {
	Source   string `json:"source"`
	Place    string `json:"place"`
	Strength string `json:"strength"` // how strong it is, in words
}

// Source is a source that is cited.
type Source struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Authors  string `json:"authors,omitempty"`
	Year     int    `json:"year,omitempty"`
	Standing string `json:"standing"`
}

// Finding is something about the document itself that a person can act on.
type Finding struct {
	ID        string          `json:"id"`
	Kind      FindingKind     `json:"kind"`    // mismatch, contradiction, inconsistent, disagreement, stale, renamed, unused, departure-incomplete, departure-expired, departure-unused
	Subject   string          `json:"subject"` // a criterion's id, a rule's, a piece of evidence's, or a path
	Place     source.Position `json:"place"`
	Text      string          `json:"text"` // what is the case
	Do        string          `json:"do"`   // what to do about it
	Cites     []Cite          `json:"cites"`
	Questions []string        `json:"questions"`
	No        bool            `json:"no,omitempty"`      // of what is unused: a no that a criterion of another type, form or stage would rate
	Because   string          `json:"because,omitempty"` // of what is unused: the document's reasons for it

	Key string `json:"-"` // what it finds and at which path of the document: the same when lines move, and its own
}

// Note reports whether a finding only notes something: nothing has to be done about it.
func (f *Finding) Note() bool { return f.Kind == Unused && !f.No || f.Kind == Unpaired }

// Same reports whether another finding finds the same: the same id or, of entries that have only changed their
// place in a list, the same words.
func (f Finding) Same(other Finding) bool {
	return f.ID == other.ID || f.Kind == Inconsistent && f.Kind == other.Kind && f.Subject == other.Subject && f.Text == other.Text
}

// Benefit is a promised benefit.
type Benefit struct {
	What            string              `json:"what"`
	For             string              `json:"for"`
	Measure         string              `json:"measure"`
	Baseline        string              `json:"baseline"`
	Target          string              `json:"target"`
	By              string              `json:"by"`
	Source          string              `json:"source"`
	Kind            string              `json:"kind"`             // outcome, experience, access, safety, savings, other, or empty
	Reached         string              `json:"reached"`          // so far, or empty
	Amount          string              `json:"amount"`           // of savings, the sum a year, or empty
	NeedsLaterStep  string              `json:"needs_later_step"` // yes, no, or empty where it is not said
	PatientReported proposal.AnswerWord `json:"patient_reported"` // yes, no, or empty where it is not said
	Missing         []string            `json:"missing"`          // what it lacks: measure, baseline, target, date, source
	Place           source.Position     `json:"place"`
}

// Objective is an objective of the arrangement.
type Objective struct {
	ID     string    `json:"id"`
	Text   string    `json:"text"`
	Serves []Serving `json:"serves"` // for each organisation
}

// Serving is how an objective serves an organisation.
type Serving struct {
	Organisation string   `json:"organisation"`
	Known        bool     `json:"known"`
	Objectives   []string `json:"objectives"` // the texts of the objectives that it serves
}

// TakingOn is what an organisation would take on from the other.
type TakingOn struct {
	Organisation string    `json:"organisation"` // who would take it on
	From         string    `json:"from"`
	Known        bool      `json:"known"`      // the other's problems are listed, if only to say that there are none
	MakesLoss    bool      `json:"makes_loss"` // who would take it on is in deficit, or cannot go on without support
	Weighs       string    `json:"weighs"`     // all known sums together against a year's turnover and surplus of who would take it on; empty where none of it is known
	Problems     []Problem `json:"problems"`
	Capacity     []Fact    `json:"capacity"` // what there is to carry it: finance, board, capacity to help
	Sentence     string    `json:"sentence"`
}

// Problem is something that a partner would take on.
type Problem struct {
	ID     string              `json:"id"` // or empty
	What   string              `json:"what"`
	Area   string              `json:"area"`
	CostM  *float64            `json:"cost_m,omitempty"`
	Plan   proposal.AnswerWord `json:"plan"`   // yes, partly, no, or empty
	Funded proposal.AnswerWord `json:"funded"` // yes, partly, no, or empty
	Weighs string              `json:"weighs"` // its sum against a year's turnover and surplus of who would take it on; empty where that is not known
	Why    []Reason            `json:"why"`    // why what of it is not known is not, as the document has it
	Place  source.Position     `json:"place"`
}

// Element is a piece of governance that is recommended.
type Element struct {
	ID          string        `json:"id"`
	Title       string        `json:"title"`
	Recommended Certainty     `json:"recommended"` // yes, or maybe
	Status      ElementStatus `json:"status"`      // in place, different, missing, not known; other means or not applicable where the document sets it aside
	Because     string        `json:"because"`
	Do          string        `json:"do"`
	Who         string        `json:"who"`
	Criteria    []string      `json:"criteria"`
	Facts       []Fact        `json:"facts"`
	Supports    []Fact        `json:"supports"` // what its rules look at here besides, and do not need
	SettledBy   []string      `json:"settled_by"`
	Cites       []Cite        `json:"cites"`
}

// Risks are both lists.
type Risks struct {
	Doing    []Risk    `json:"doing"`
	NotDoing []Risk    `json:"not_doing"`
	Known    bool      `json:"known"`     // a register is given, if only to say that there are none
	RedFlags []string  `json:"red_flags"` // criteria not met that are gates, watchpoints or feed the question of risks, by id
	Forgone  []Forgone `json:"forgone"`   // what is forgone by not doing it
}

// Risk is an entry of the register.
type Risk struct {
	What       string          `json:"what"`
	For        string          `json:"for"`
	Likelihood string          `json:"likelihood"`
	Impact     string          `json:"impact"`
	Mitigation string          `json:"mitigation"`
	Owner      string          `json:"owner"`
	Place      source.Position `json:"place"`
}

// Forgone is an advantage of this type of partnership.
type Forgone struct {
	Title   string `json:"title"`
	Forgone string `json:"forgone"`
	Cites   []Cite `json:"cites"`
}

// SetAside is a criterion that the document declares not applicable, or met by other means.
type SetAside struct {
	Criterion string          `json:"criterion"`
	Title     string          `json:"title"`
	As        DecidedBy       `json:"as"` // not applicable, other means
	Because   string          `json:"because"`
	Remark    string          `json:"remark"` // where the facts say otherwise, or no document shows the other means
	Evidence  []string        `json:"evidence"`
	Place     source.Position `json:"place"`
}

// Evidence is the register and how far it reaches.
type Evidence struct {
	Pieces       []Piece    `json:"pieces"`
	Undocumented []string   `json:"undocumented"` // criteria met or partly met on assertion alone, by id
	Weaknesses   []Weakness `json:"weaknesses"`   // stale, single-party and missing evidence, what most hangs on first
	Sentence     string     `json:"sentence"`
}

// Piece is an entry of the register.
type Piece struct {
	ID     string                `json:"id"`
	Kind   proposal.EvidenceKind `json:"kind"`
	Title  string                `json:"title"`
	Source string                `json:"source"` // who wrote it
	Link   string                `json:"link"`
	Place  string                `json:"place"` // page or section
	Date   string                `json:"date"`
	Dated  string                `json:"dated"` // the same as the document writes it, 2014-06-01, 2014-06 or 2014; empty where it has none
	Used   int                   `json:"used"`  // criteria that rest on it
	Stale  string                `json:"stale"` // why it is stale, or empty
	At     source.Position       `json:"at"`

	StaleFor []string `json:"stale_for"` // the places of the statements for which it is stale
}

// Criterion gives the criterion of an id, or nil.
func (r *Result) Criterion(id string) *Criterion {
	for i := range r.Criteria {
		if r.Criteria[i].ID == id {
			return &r.Criteria[i]
		}
	}
	return nil
}
