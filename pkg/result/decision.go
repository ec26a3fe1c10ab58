package result

import (
	"partner/pkg/rating"
	"partner/pkg/source"
)

// Settle is what would settle the rating: the unknowns, the most decisive first, and the smallest sets
// of them that decide something.
type Settle struct {
	Ranked    []Decider `json:"ranked"`     // every unknown that counts or caps, the most decisive first
	Sets      []Set     `json:"sets"`       // the smallest sets that turn the overall range into one rating, or make it printable
	TypeFirst bool      `json:"type_first"` // which kind of partnership it is must be settled first, and no sets are worked out
	Sentence  string    `json:"sentence"`   // what settling it takes, in a sentence
}

// Decider is an unknown with what its answer would do by itself.
type Decider struct {
	Criterion string   `json:"criterion"`
	Asks      string   `json:"asks"`
	Of        string   `json:"of"`         // whom to ask
	Paths     []string `json:"paths"`      // where the answer goes
	Reasons   []Reason `json:"reasons"`    // why it is not known, as the document has it
	IfMet     Moved    `json:"if_met"`     // what a favourable answer moves
	IfNotMet  Moved    `json:"if_not_met"` // what an unfavourable answer moves
	Weight    int      `json:"weight"`     // how many ends and brakes it moves, either way; the order's first key
	Words     string   `json:"words"`      // what it moves, in a phrase
}

// Moved is what one change moves. Ratings are those after it; empty where nothing moves.
type Moved struct {
	Low       rating.Grade `json:"low,omitempty"`    // the low end of the whole
	SoFar     rating.Grade `json:"so_far,omitempty"` // the rating so far of the whole
	High      rating.Grade `json:"high,omitempty"`   // the high end of the whole
	Questions []string     `json:"questions"`        // the questions of which an end or the rating so far moves
}

// Set is a smallest set of criteria that, answered or met, brings something about.
type Set struct {
	Does     Effect   `json:"does"`     // confirms, refutes, prints; or, on a path: so far, low end, verdict
	From     string   `json:"from"`     // the rating or verdict before
	To       string   `json:"to"`       // the rating or verdict after
	Criteria []string `json:"criteria"` // by id, in the catalogue's order
	Efforts  [3]int   `json:"efforts"`  // how many of them take low, medium, high effort
	Exact    bool     `json:"exact"`    // nothing smaller does it; otherwise it is the best found within the bound of the search
	Words    string   `json:"words"`    // in a sentence
}

// Certain is what of the rating of the whole is certain, whatever is still unknown.
type Certain struct {
	End      End          `json:"end"`      // at best, at worst
	Bound    rating.Grade `json:"bound"`    // amber-red or red at best, amber-green or green at worst
	Criteria []string     `json:"criteria"` // the fewest of which what is known holds it there, in the catalogue's order; where several types are possible, under the one that the words name
	Exact    bool         `json:"exact"`    // nothing smaller does it; otherwise it is the best found within the bound of the search
	Words    string       `json:"words"`    // in a sentence
}

// Path is what leads to better ratings, and what would lower this one.
type Path struct {
	Steps     []Set   `json:"steps"`      // so far one and two steps up, the low end one and two steps up, the verdict one step up
	Lowers    []Lower `json:"lowers"`     // the single changes that lower the rating so far, or the low end
	Of        int     `json:"of"`         // how many single changes were tried: criteria met or partly met
	TypeFirst bool    `json:"type_first"` // which kind of partnership it is must be settled first
	Sentence  string  `json:"sentence"`
}

// Lower is a single change that lowers the overall rating: a criterion met or partly met that turns out not to be.
type Lower struct {
	Criterion string       `json:"criterion"`
	SoFar     rating.Grade `json:"so_far,omitempty"` // the rating so far after it, where it falls
	Low       rating.Grade `json:"low,omitempty"`    // the low end after it, where it falls
}

// Condition is something that the boards can set as a condition.
type Condition struct {
	ID        string          `json:"id"`                // the criterion's or governance element's id
	Of        ConditionOf     `json:"of"`                // criterion or governance
	Title     string          `json:"title"`             // the claim that is to hold
	Do        string          `json:"do"`                // what
	Who       string          `json:"who"`               // who, by role
	By        string          `json:"by"`                // by when, in words, with the date where the document has one
	Due       string          `json:"due"`               // when it is due, as 2026-10-01, 2026-10 or 2026; empty where the document has no date
	Closes    string          `json:"closes"`            // what evidence closes it
	State     ConditionState  `json:"state"`             // proposed (not recorded in the document), open, closed, overdue, or accepted (the boards go on without it, on the record)
	Recorded  string          `json:"recorded"`          // open or closed, as recorded; empty where no state is
	Owner     string          `json:"owner"`             // as recorded
	Evidence  []string        `json:"evidence"`          // ids of the evidence recorded for it
	Note      string          `json:"note"`              // as recorded
	Because   string          `json:"because,omitempty"` // why the boards set it, as recorded
	Remark    string          `json:"remark"`            // where the record and the facts do not go together
	Accepted  string          `json:"accepted"`          // who goes on without it until when, and of what keeps that from counting; empty where the document states no departure
	Accept    string          `json:"accept"`            // how to write that it is accepted; empty where it is not for acceptance
	Place     source.Position `json:"place"`             // where it is recorded, or the criterion's place
	Questions []string        `json:"questions"`
}

// Board is the six questions as one organisation's board has to answer them.
type Board struct {
	Organisation string        `json:"organisation"` // its name
	ID           string        `json:"id"`
	Answers      []BoardAnswer `json:"answers"` // along the six questions
}

// BoardAnswer is one question answered from one organisation's side.
type BoardAnswer struct {
	Question string   `json:"question"` // by id
	Rating   Rating   `json:"rating"`
	Answer   string   `json:"answer"`
	Note     string   `json:"note"`
	Differs  bool     `json:"differs"` // from the other board's
	Because  []string `json:"because"` // the criteria on which the two boards' answers differ, by id
}

// Opinions are what the two organisations say apart of one question.
type Opinions struct {
	Question string   `json:"question"` // by id
	Agree    []Stated `json:"agree"`
	Differ   []Stated `json:"differ"`
	Silent   []Stated `json:"silent"` // only one of the two has said something
	Sentence string   `json:"sentence"`
}

// Stated is what the two organisations say of one criterion or fact.
type Stated struct {
	Subject string          `json:"subject"` // a criterion's id, or a path
	Title   string          `json:"title"`
	Says    [2]string       `json:"says"` // what each says, in the order of the organisations; empty for silence
	Place   source.Position `json:"place"`
}

// Weakness is a piece of evidence that is weak, or a lack of it, and how much the documented rating hangs on it.
type Weakness struct {
	What      string          `json:"what"` // the id of a piece of evidence, or of a criterion without any
	Kind      WeaknessKind    `json:"kind"` // stale, single-party, missing
	Why       string          `json:"why"`
	Criteria  []string        `json:"criteria"`  // that would lose or gain their documented status
	Questions []string        `json:"questions"` // of which the documented rating would move
	Overall   rating.Grade    `json:"overall"`   // the documented low end without it (stale, single-party) or with it (missing), where it moves
	Weight    int             `json:"weight"`
	Place     source.Position `json:"place"`
}

// Promise is a promise of the document held against a base rate: a remark, never a probability or a score.
type Promise struct {
	ID     string          `json:"id"`
	Text   string          `json:"text"`   // what is promised, and what is usual
	Limits string          `json:"limits"` // what the base rate cannot carry
	Source string          `json:"source"` // where the base rate comes from
	Facts  []Fact          `json:"facts"`  // what is promised
	Place  source.Position `json:"place"`
}

// Near is a precedent: a case study that this proposal resembles.
type Near struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Like      []string `json:"like"`       // why near, in phrases
	Unlike    []string `json:"unlike"`     // why not, in phrases
	What      string   `json:"what"`       // what was done
	Outcome   string   `json:"outcome"`    // how it went
	WentBadly string   `json:"went_badly"` // what went badly, or was left open
	Watch     []string `json:"watch"`      // what to watch, by criterion id: not met or not known here
	Shared    []string `json:"shared"`     // what is not in place here and was not there either, by criterion id
	Had       []string `json:"had"`        // what is not in place here and was there, by criterion id
	Nearest   bool     `json:"nearest"`    // among the few that resemble it enough to be told in a report
	Cites     []Cite   `json:"cites"`
}
