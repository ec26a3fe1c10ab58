// Package pack makes the pack of questions that goes out to the people who know: what is not known, whom
// to ask, where the answer goes; and it reads a pack that has been filled in, and merges it into the
// proposal.
package pack

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Format names the shape of a pack, in YAML and in JSON; it changes when a reader would have to.
const Format = "partner-pack/1"

// Dates is the id of the question on the dates, which is none of a criterion: it is asked where they do not tell
// at which stage the proposal stands.
const Dates = "dates"

// Pack is the questions on one proposal. As JSON it is the format "partner-pack/1".
type Pack struct {
	Format    string        `json:"format"`         // always partner-pack/1
	Proposal  Source        `json:"proposal"`       // what it asks about
	Catalogue Catalogue     `json:"catalogue"`      // the catalogue whose questions it asks
	For       *Organisation `json:"for,omitempty"`  // the organisation that it is for; absent where for both
	Role      *Role         `json:"role,omitempty"` // the role that it is for; absent where for all
	Count     int           `json:"count"`          // how many questions it holds
	Roles     []Group       `json:"roles"`          // the questions by whom to ask, who has the most decisive one first
	Evidence  []Piece       `json:"evidence"`       // what the proposal's register holds, which answers can refer to
}

// Piece is an entry of the register of evidence.
type Piece struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Source is the proposal that a pack asks about.
type Source struct {
	File  string `json:"file"`
	Title string `json:"title"`
}

// Catalogue identifies the catalogue.
type Catalogue struct {
	Version string `json:"version"`
	Hash    string `json:"hash"`
}

// Organisation is one of the two.
type Organisation struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Role is someone to ask.
type Role struct {
	ID    string `json:"id"`
	Title string `json:"title"` // finance director
}

// Group is what to ask of one role.
type Group struct {
	Role
	Questions []Question `json:"questions"` // the most decisive first
}

// Question is one thing to find out.
type Question struct {
	Number    int     `json:"number"`    // in this pack, from 1
	Rank      int     `json:"rank"`      // among all that is unknown, 1 being the most decisive; 0 where no rating hangs on it
	Criterion string  `json:"criterion"` // its id; Dates for what tells the stage
	Asks      string  `json:"asks"`
	Moves     string  `json:"moves"`            // what the answer moves, in a phrase
	SoFar     string  `json:"so_far,omitempty"` // the reason that the document gives for its not being known, where that stands at none of the places
	Places    []Place `json:"places"`           // where the answer goes

	Rates bool `json:"-"` // a rating can hang on it, by itself or with others: of the whole, of a question, or of the block of a catalogue of one's own

	turn int // among the questions of all roles, the most decisive first
}

// Place is where an answer goes in the document.
type Place struct {
	Path  string   `json:"path"`              // organisations.north.finance.position; answers.ID for what only a person can judge
	Name  string   `json:"name,omitempty"`    // what the place is called in a filled pack: the path with entries of lists by id or words; absent where an entry has neither
	Board string   `json:"board,omitempty"`   // the id of the organisation whose view alone is asked for: the other has stated its own
	Means string   `json:"means"`             // what stands there, in a sentence
	Of    string   `json:"of,omitempty"`      // of which entry of a list, where it lies in one: what that says first
	Kind  string   `json:"kind"`              // word, text, number, date, id, list, entries, answer, section
	Words []string `json:"words,omitempty"`   // the words that it may be, where it may only be one of them
	Half  string   `json:"half,omitempty"`    // which half of it is known: at-least-partly or at-most-partly
	SoFar string   `json:"so_far,omitempty"`  // the reason that the document gives for its not being known, or for no more than the half
	Unit  string   `json:"unit,omitempty"`    // of a number
	Write string   `json:"write"`             // what may be written, in words
	Keys  []Key    `json:"keys,omitempty"`    // of entries: what each holds
	Asked int      `json:"asked,omitempty"`   // the question of this pack that asks for it already; 0 for none
	Item  bool     `json:"is_item,omitempty"` // it stands for what else there may be in a list: further entries, or none

	field *proposal.Field
}

// Key is a key of the entries of a list.
type Key struct {
	Key   string   `json:"key"`
	Means string   `json:"means"`
	Words []string `json:"words,omitempty"`
	Write string   `json:"write"`
}

// Field gives what may stand at a place, or in the list of which it is an item; nil where nothing can be written there.
func (p *Place) Field() *proposal.Field { return p.field }

// Options say whom a pack is for.
type Options struct {
	For  string // the id of an organisation, or "" for both
	Role string // the id of a role, or "" for all
}

// Make makes the pack of an assessment: of everything that is not known, the most decisive first.
func Make(r *result.Result, doc *proposal.Proposal, cat *catalogue.Catalogue, o Options) *Pack {
	p := &Pack{
		Format: Format, Proposal: Source{r.File, r.Title}, Catalogue: Catalogue{r.Catalogue.Version, r.Catalogue.Hash},
		Roles: []Group{}, Evidence: []Piece{},
	}
	for _, e := range doc.Register {
		p.Evidence = append(p.Evidence, Piece{e.Key, e.At(paths.PieceTitle).String()})
	}
	for _, x := range r.Organisations {
		if o.For != "" && x.ID == o.For {
			p.For = &Organisation{x.ID, x.Name}
		}
	}
	for _, w := range cat.Words.Roles {
		if o.Role != "" && w.ID == o.Role {
			p.Role = &Role{w.ID, w.Title}
		}
	}
	cat = cat.For(doc)
	finder := newFinder(r, doc, cat)
	for turn, u := range slices.Concat(unknowns(r, cat, dates(r, doc, cat)), silences(r, o.For)) {
		c := asked(cat, u.criterion)
		if c == nil || o.Role != "" && c.Of != o.Role {
			continue
		}
		shown := r.Criterion(u.criterion)
		if o.For != "" && shown != nil && shown.Board != "" && shown.Board != o.For {
			continue
		}
		places := slices.DeleteFunc(finder.places(c, u.paths), func(x Place) bool {
			return o.For != "" && finder.ofOther(x.Path, o.For) || finder.answered(x.Path, o.For)
		})
		if len(places) == 0 {
			continue
		}
		for i := range places {
			places[i].Board = finder.silent(places[i].Path, o.For)
		}
		p.group(Role{c.Of, cat.Words.Role(c.Of)}, Question{Rank: u.rank, Criterion: u.criterion, Asks: u.asks, Moves: u.moves, SoFar: elsewhere(u.reasons, places), Places: places, Rates: !u.idle, turn: turn})
	}
	p.number()
	return p
}

// elsewhere gives the reasons for which something is not known that stand at none of some places.
func elsewhere(reasons []result.Reason, places []Place) string {
	var parts []string
	for _, x := range reasons {
		if !slices.ContainsFunc(places, func(p Place) bool { return p.Path == x.Path && p.SoFar != "" }) && !slices.Contains(parts, x.Because) {
			parts = append(parts, x.Because)
		}
	}
	return strings.Join(parts, "; ")
}

// unknown is something that is not known.
type unknown struct {
	rank                   int
	criterion, asks, moves string
	paths                  []string
	reasons                []result.Reason
	idle                   bool // no rating hangs on it
}

// asked gives the criterion that a question asks for; what asks for the dates belongs to nobody's rating.
func asked(cat *catalogue.Catalogue, id string) *catalogue.Criterion {
	if id == Dates {
		return &catalogue.Criterion{ID: Dates, Of: cat.Words.Dates.Of}
	}
	return cat.Criterion(id)
}

// dates lists the dates that would tell the stage, where it is not known. One that is stated, but not to the day,
// is for whoever wrote it to make closer.
func dates(r *result.Result, doc *proposal.Proposal, cat *catalogue.Catalogue) []unknown {
	if r.Stage.Dated != result.UnknownStage {
		return nil
	}
	open := slices.DeleteFunc(slices.Clone(r.Stage.Paths), func(p string) bool { return valueAt(doc, p).Known() })
	if len(open) == 0 {
		return nil
	}
	return []unknown{{criterion: Dates, asks: cat.Words.Dates.Asks, moves: "tells at which stage it stands, and so what is asked", paths: open}}
}

// unknowns lists what is not known: what settles the kind of partnership first, where that is open, and what opens
// further criteria, then the dates, then what the ratings hang on, the most decisive first, and last what they do not
// hang on. What counts in the block of a catalogue of one's own alone stands between.
func unknowns(r *result.Result, cat *catalogue.Catalogue, dates []unknown) []unknown {
	var first, ranked, own, last []unknown
	listed := map[string]bool{}
	for i, d := range r.Settle.Ranked {
		listed[d.Criterion] = true
		ranked = append(ranked, unknown{i + 1, d.Criterion, d.Asks, moves(r, &d), d.Paths, d.Reasons, false})
	}
	for _, c := range r.Criteria {
		if c.Status.Open() == 0 || c.When != result.Now || listed[c.ID] {
			continue
		}
		u := unknown{0, c.ID, c.Asks, "", c.SettledBy, c.Reasons, true}
		switch c.Kind {
		case catalogue.Consistency:
			form := r.Typology.Form
			switch u.moves = "confirms what is declared"; {
			case r.Settle.TypeFirst:
				u.moves, u.idle = "settles which kind of partnership it is, on which all else hangs", false
				first = append(first, u)
				continue
			case cat.Criterion(c.ID).Axis() == catalogue.FormAxis && form.Declared == "" && form.Derived == "":
				u.moves, u.idle = "settles which form it has; what hangs on that is asked once it is known", false
				first = append(first, u)
				continue
			}
		case catalogue.Opening:
			u.moves, u.idle = "opens what is asked of whatever the two share", false
			first = append(first, u)
			continue
		case catalogue.Opinion:
			u.moves = "is shown beside its question, and moves no rating"
		case catalogue.Watchpoint:
			u.moves, u.idle = "where it does not hold, keeps its question from green", false
		case catalogue.Own:
			u.moves, u.idle = "counts in the block of "+r.Overlay.Title+", and in no question", false
			own = append(own, u)
			continue
		}
		last = append(last, u)
	}
	return slices.Concat(first, dates, ranked, own, last)
}

// moves says in a phrase what an answer moves. One that moves nothing by itself counts all the same, towards its questions:
// together with others it moves them.
func moves(r *result.Result, d *result.Decider) string {
	c := r.Criterion(d.Criterion)
	if d.Weight > 0 || c == nil || len(c.Questions) == 0 {
		return d.Words
	}
	if c.Kind == catalogue.Watchpoint {
		return "where it does not hold, keeps " + wording.And(c.Questions) + " from green"
	}
	return "counts towards " + wording.And(c.Questions) + ", with other answers"
}

// silences lists what one of the two has stated and the other has not, as far as a criterion that is known rests
// on it: the other board is asked too. For one organisation it is what that one is silent on.
func silences(r *result.Result, organisation string) []unknown {
	var all []unknown
	for _, x := range r.Views {
		for _, s := range x.Silent {
			spoken := 0
			if s.Says[0] == "" {
				spoken = 1
			}
			if organisation == r.Organisations[spoken].ID {
				continue
			}
			for i := range r.Criteria {
				c := &r.Criteria[i]
				path := s.Subject
				if c.ID == s.Subject {
					path = paths.Answers.Under(c.ID)
				} else if !slices.ContainsFunc(c.Facts, func(f result.Fact) bool { return f.Path == s.Subject }) {
					continue
				}
				if c.Status.Open() == 0 && c.When == result.Now {
					all = append(all, unknown{0, c.ID, c.Asks, "only " + r.Organisations[spoken].Name + " has spoken on it so far", []string{path}, nil, true})
				}
				break
			}
		}
	}
	return all
}

// group adds a question to those of a role.
func (p *Pack) group(role Role, q Question) {
	i := slices.IndexFunc(p.Roles, func(g Group) bool { return g.ID == role.ID })
	if i < 0 {
		i = len(p.Roles)
		p.Roles = append(p.Roles, Group{Role: role})
	}
	p.Roles[i].Questions = append(p.Roles[i].Questions, q)
}

// number numbers the questions, and notes of each place that was asked for before which question did.
func (p *Pack) number() {
	asked := map[string]int{}
	for g := range p.Roles {
		for q := range p.Roles[g].Questions {
			x := &p.Roles[g].Questions[q]
			p.Count++
			x.Number = p.Count
			for i := range x.Places {
				path := x.Places[i].Path
				if asked[path] == 0 {
					asked[path] = x.Number
				} else {
					x.Places[i].Asked = asked[path]
				}
			}
		}
	}
}

// InTurn gives the questions to all roles as one list, the most decisive first.
func (p *Pack) InTurn() []Question {
	var all []Question
	for _, g := range p.Roles {
		all = append(all, g.Questions...)
	}
	slices.SortStableFunc(all, func(a, b Question) int { return cmp.Compare(a.turn, b.turn) })
	return all
}

// Addressee says whom the pack is for: the finance director of Northfield; empty where for anybody.
func (p *Pack) Addressee() string {
	var who []string
	if p.Role != nil {
		who = append(who, "the "+p.Role.Title)
	}
	if p.For != nil {
		who = append(who, p.For.Name)
	}
	return strings.Join(who, " of ")
}
