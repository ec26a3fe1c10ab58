package portfolio

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/internal/enum"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Format names the shape of a portfolio; it changes when a reader of the JSON would have to.
const Format = "partner-portfolio/1"

// How many of what several proposals share are listed, and how many groups.
const (
	MostShared = 100
	MostGroups = 200
)

// Portfolio is what many proposals come to together. There is no ranking in it.
type Portfolio struct {
	Format        string               `json:"format"` // always partner-portfolio/1
	Catalogue     batch.Catalogue      `json:"catalogue"`
	By            By                   `json:"by"`            // what the groups are by, besides their stage
	Where         []string             `json:"where"`         // the conditions that the proposals fulfil, as written; empty where all are told
	Documents     Documents            `json:"documents"`     // how many there are
	Groups        []Group              `json:"groups"`        // how many are rated how; ratings of different stages stand apart
	Missing       []Criterion          `json:"missing"`       // criteria that are due and not met, or met in part, in most proposals first
	Unknowns      []Unknown            `json:"unknowns"`      // what is among the first things to find out of most proposals
	Gates         []Criterion          `json:"gates"`         // essentials that are open in most proposals first
	Actions       []CommonAction       `json:"actions"`       // what is among the first things to do in most proposals
	Organisations []SharedOrganisation `json:"organisations"` // that are in several proposals, those that say to have too little capacity for it first
	Supporters    []SharedOrganisation `json:"supporters"`    // that are to help in several proposals
	Leads         []SharedLead         `json:"leads"`         // posts on which several proposals rest
	Evidence      []SharedPiece        `json:"evidence"`      // that several proposals rest on
	Layers        []Layers             `json:"layers"`        // the profiles of the six ratings in layers, stage by stage
	Wrong         []Wrong              `json:"wrong"`         // documents with errors
	Proposals     []Proposal           `json:"proposals"`     // those that need attention first
	Unlisted      Unlisted             `json:"unlisted"`      // how many more there are of what is listed
	Limits        []string             `json:"limits"`        // what a portfolio cannot tell
}

// Documents are how many documents there are.
type Documents struct {
	All    int `json:"all"`
	Told   int `json:"told"`   // rated, and told here
	Passed int `json:"passed"` // rated, and left out as they do not fulfil the conditions
	Errors int `json:"errors"` // with errors, and so not rated
}

// Group is proposals of one stage, and of one type, organisation or rating where that is asked for.
type Group struct {
	Stage      result.Stage   `json:"stage"`
	Title      string         `json:"title,omitempty"` // what they have in common besides; absent where groups are by stage alone
	Proposals  int            `json:"proposals"`
	Whole      Ratings        `json:"whole"`
	Documented Ratings        `json:"documented"`         // the whole on documents alone
	BuiltIn    *Ratings       `json:"built_in,omitempty"` // the whole by the built-in catalogue alone; absent where nothing is laid over that
	Raised     int            `json:"raised,omitempty"`   // in how many something is rated better than by that
	Questions  []QuestionSums `json:"questions"`          // the six, in order
	Verdicts   []VerdictSum   `json:"verdicts"`           // so far, the best first; only those that there are
	Certain    []CertainSum   `json:"certain"`            // ends of ratings of the whole that are certain; only those that there are
}

// QuestionSums are how many proposals are rated how on one of the six questions.
type QuestionSums struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Ratings
}

// VerdictSum is how many proposals have a verdict so far.
type VerdictSum struct {
	Verdict   rating.Verdict `json:"verdict,omitempty"` // absent where too little is known for one
	Title     string         `json:"title"`
	Proposals int            `json:"proposals"`
}

// CertainSum is of how many proposals an end of the rating is certain.
type CertainSum struct {
	batch.Certain
	Proposals int `json:"proposals"`
}

// Criterion is in how many proposals a criterion stands how.
type Criterion struct {
	ID    string         `json:"id"`
	Title string         `json:"title"`
	Kind  catalogue.Kind `json:"kind"`
	Standings
}

// Unknown is something to find out.
type Unknown struct {
	Criterion string `json:"criterion"` // by id; empty where it is about the dates
	Asks      string `json:"asks"`
	Of        string `json:"of"`
	Proposals int    `json:"proposals"` // in which it is among the first things to find out
	Unknown   int    `json:"unknown"`   // in which it is due and not known
}

// CommonAction is something to do in several proposals.
type CommonAction struct {
	Criterion string           `json:"criterion"`
	Do        string           `json:"do"`
	Who       string           `json:"who"`
	Effort    catalogue.Effort `json:"effort"`
	Proposals int              `json:"proposals"` // in which it is among the first things to do
}

// Match says by what something in several proposals is taken to be the same.
type Match string

// What something may be taken to be the same by.
const (
	SameFile         Match = "the same file"
	PerhapsSameName  Match = "perhaps the same: name and kind are alike"
	SameLink         Match = "the same link"
	PerhapsSameTitle Match = "perhaps the same: title and date are alike"
	PerhapsUndated   Match = "perhaps the same: titles are alike, without a date"
	PerhapsPost      Match = "perhaps the same person: the post is alike, at the same organisation by its file"
	PerhapsPostName  Match = "perhaps the same person: the post is alike, at what is perhaps the same organisation"
)

// Matches are what something may be taken to be the same by.
var Matches = []Match{SameFile, PerhapsSameName, SameLink, PerhapsSameTitle, PerhapsUndated, PerhapsPost, PerhapsPostName}

// Words are the words that it can be.
func (Match) Words() []string { return enum.Words(Matches) }

// UnmarshalText reads the word.
func (m *Match) UnmarshalText(text []byte) error { return enum.Read(m, text, Matches) }

// Load says how an organisation that is in several proposals stands against what it says of its capacity.
type Load string

// How an organisation may stand, the gravest first.
const (
	MoreThanSaid Load = "in more at once than it says"
	SaysShort    Load = "short of capacity by its own word"
	SaysNothing  Load = "nothing said of other partnerships"
	AsSaid       Load = "no more than it says"
)

// Loads are how an organisation may stand, the gravest first.
var Loads = []Load{MoreThanSaid, SaysShort, SaysNothing, AsSaid}

// Words are the words that it can be.
func (Load) Words() []string { return enum.Words(Loads) }

// UnmarshalText reads the word.
func (l *Load) UnmarshalText(text []byte) error { return enum.Read(l, text, Loads) }

// SharedOrganisation is one that is in several proposals.
type SharedOrganisation struct {
	Name   string  `json:"name"`
	Kind   string  `json:"kind,omitempty"`
	File   string  `json:"file,omitempty"`
	Match  Match   `json:"match"`
	Load   Load    `json:"load"`
	Said   int     `json:"said"`   // in how many it says in how many other partnerships it is
	Others int     `json:"others"` // the most that it says there
	Short  []Short `json:"short"`  // what of its capacity it says not to have, or in part only
	Members
}

// Short is what an organisation says not to have, or in part only.
type Short struct {
	Of        string `json:"of"`
	Proposals int    `json:"proposals"` // in which it says so
}

// SharedLead is a post on which several proposals rest.
type SharedLead struct {
	Post         string `json:"post"`
	Organisation string `json:"organisation"`
	Match        Match  `json:"match"`
	NoTime       int    `json:"no_time"` // in how many it is said to have too little time
	Members
}

// SharedPiece is a piece of evidence that several proposals rest on.
type SharedPiece struct {
	Title string `json:"title,omitempty"`
	Date  string `json:"date,omitempty"`
	Link  string `json:"link,omitempty"`
	Match Match  `json:"match"`
	Members
}

// Unlisted are how many more there are of what is listed.
type Unlisted struct {
	Groups        int `json:"groups"`
	Organisations int `json:"organisations"`
	Supporters    int `json:"supporters"`
	Leads         int `json:"leads"`
	Evidence      int `json:"evidence"`
	Wrong         int `json:"wrong"`
	Proposals     int `json:"proposals"`
}

var limits = []string{
	"Which organisation, post or piece of evidence is the same in several proposals is taken from what the documents write; where it says perhaps, ask.",
	"Organisations are counted in all proposals that are told here, whenever these start and end.",
	"Ratings count what is known so far. A proposal of which little is known is not worse for it, and none is called better than another but by its layer.",
	"Proposals at different stages are asked for different things: their ratings stand apart, and are not added up.",
}

// Portfolio gives what a tally comes to.
func (r *Reduction) Portfolio(t *Tally) *Portfolio {
	t.settle()
	t.Proposals = t.Proposals[:min(len(t.Proposals), r.most())]
	p := &Portfolio{
		Format: Format, Catalogue: batch.CatalogueOf(r.Cat), By: cmp.Or(r.By, ByStage), Where: r.Where.Words(),
		Documents: Documents{t.Lines, t.Lines - t.Errors - t.Passed, t.Passed, t.Errors},
		Layers:    t.layers(), Wrong: t.Wrong, Proposals: t.Proposals, Limits: limits,
	}
	if o := r.Cat.Overlay; o != nil {
		p.Limits = append(slices.Clip(slices.Clone(limits)), fmt.Sprintf("Ratings are by the catalogue %s %s (%s), which is laid over the built-in one, version %s (%s), and has %s of its own, %d changed and %d switched off. How the built-in one alone rates each proposal, its line says, and how many so, the row beside.", o.Name, o.Version, o.Hash, o.Base.Version, o.Base.Hash, wording.Count(len(r.Cat.Own()), "criterion", "criteria"), len(o.Changed), len(o.Off)))
	}
	p.Unlisted.Wrong, p.Unlisted.Proposals = t.Errors-len(t.Wrong), p.Documents.Told-len(t.Proposals)
	p.Groups, p.Unlisted.Groups = listed(r.grouped(t), MostGroups)
	r.counted(p, t)
	p.Organisations, p.Unlisted.Organisations = listed(organisationsOf(t, func(o *Organisation) Members { return o.In }), MostShared)
	p.Supporters, p.Unlisted.Supporters = listed(organisationsOf(t, func(o *Organisation) Members { return o.Helps }), MostShared)
	p.Leads, p.Unlisted.Leads = listed(leadsOf(t), MostShared)
	p.Evidence, p.Unlisted.Evidence = listed(evidenceOf(t), MostShared)
	return p
}

// listed gives the first few of a list, and how many more there are.
func listed[T any](all []T, most int) ([]T, int) {
	more := max(len(all)-most, 0)
	return all[:len(all)-more], more
}

func (r *Reduction) grouped(t *Tally) []Group {
	keys := make([]string, 0, len(t.Groups))
	for key := range t.Groups {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(x, y string) int {
		a, b := t.Groups[x], t.Groups[y]
		return cmp.Or(
			cmp.Compare(slices.Index(stageOrder, a.Stage), slices.Index(stageOrder, b.Stage)),
			cmp.Compare(a.Order, b.Order), cmp.Compare(b.Proposals, a.Proposals), strings.Compare(a.Title, b.Title), strings.Compare(x, y),
		)
	})
	all := []Group{}
	for _, key := range keys {
		s := t.Groups[key]
		g := Group{Stage: s.Stage, Title: s.Title, Proposals: s.Proposals, Whole: s.Whole, Documented: s.Papers, Raised: s.Raised}
		if r.Cat.Overlay != nil {
			g.BuiltIn = &s.BuiltIn
		}
		for i := range r.Cat.Questions {
			q := &r.Cat.Questions[i]
			g.Questions = append(g.Questions, QuestionSums{q.ID, q.Short, s.Questions[i]})
		}
		for v := rating.Ready; v > rating.NoVerdict; v-- {
			if n := s.Verdicts[v]; n > 0 {
				g.Verdicts = append(g.Verdicts, VerdictSum{v, r.Cat.Rating.Verdict(v).For("").Title, n})
			}
		}
		if n := s.Verdicts[rating.NoVerdict]; n > 0 {
			g.Verdicts = append(g.Verdicts, VerdictSum{Title: TooLittleKnown.String(), Proposals: n})
		}
		for bound, n := range s.AtBest {
			if n > 0 {
				g.Certain = append(g.Certain, CertainSum{batch.Certain{End: result.AtBest, Bound: rating.Grade(bound)}, n})
			}
		}
		for bound, n := range s.AtWorst {
			if n > 0 {
				g.Certain = append(g.Certain, CertainSum{batch.Certain{End: result.AtWorst, Bound: rating.Grade(bound)}, n})
			}
		}
		all = append(all, g)
	}
	return all
}

// counted lists the criteria by what is most often amiss with them; equal ones stay in the catalogue's order.
func (r *Reduction) counted(p *Portfolio, t *Tally) {
	for i := range t.Criteria {
		of, s := r.Cat.Criteria[i], t.Criteria[i]
		c := Criterion{of.ID, of.Title, of.Kind, s}
		if s.NotMet+s.AtMostPartly+s.Partly > 0 {
			p.Missing = append(p.Missing, c)
		}
		if s.Open > 0 {
			p.Gates = append(p.Gates, c)
		}
		if s.ToDo > 0 {
			p.Actions = append(p.Actions, CommonAction{of.ID, of.Fix.Do, r.Cat.Words.Role(of.Fix.Who), of.Fix.Effort, s.ToDo})
		}
		if s.ToFindOut > 0 {
			p.Unknowns = append(p.Unknowns, Unknown{of.ID, of.Asks, r.Cat.Words.Role(of.Of), s.ToFindOut, s.Unknown})
		}
	}
	if n := t.DatesAsked; n > 0 {
		dates := r.Cat.Words.Dates
		p.Unknowns = append(p.Unknowns, Unknown{"", dates.Asks, r.Cat.Words.Role(dates.Of), n, n})
	}
	slices.SortStableFunc(p.Missing, func(a, b Criterion) int {
		return cmp.Or(cmp.Compare(b.NotMet+b.AtMostPartly, a.NotMet+a.AtMostPartly), cmp.Compare(b.Partly, a.Partly))
	})
	slices.SortStableFunc(p.Gates, func(a, b Criterion) int { return cmp.Compare(b.Open, a.Open) })
	slices.SortStableFunc(p.Actions, func(a, b CommonAction) int { return cmp.Compare(b.Proposals, a.Proposals) })
	slices.SortStableFunc(p.Unknowns, func(a, b Unknown) int {
		return cmp.Or(cmp.Compare(b.Proposals, a.Proposals), cmp.Compare(b.Unknown, a.Unknown))
	})
}

// organisationsOf lists the organisations that are in several proposals in some way.
func organisationsOf(t *Tally, in func(*Organisation) Members) []SharedOrganisation {
	all := []SharedOrganisation{}
	for _, o := range t.Organisations {
		of := in(o)
		if of.Proposals < 2 {
			continue
		}
		x := SharedOrganisation{Name: o.Name, Kind: o.Kind, File: o.File, Match: SameFile, Said: o.Said, Others: o.Others, Members: of}
		if o.File == "" {
			x.Match = PerhapsSameName
		}
		for key, n := range o.Short {
			x.Short = append(x.Short, Short{key, n})
		}
		slices.SortFunc(x.Short, func(a, b Short) int {
			return cmp.Or(cmp.Compare(b.Proposals, a.Proposals), strings.Compare(a.Of, b.Of))
		})
		switch {
		case o.Said > 0 && o.In.Proposals-1 > o.Others:
			x.Load = MoreThanSaid
		case len(o.Short) > 0:
			x.Load = SaysShort
		case o.Said == 0:
			x.Load = SaysNothing
		default:
			x.Load = AsSaid
		}
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b SharedOrganisation) int {
		return cmp.Or(cmp.Compare(slices.Index(Loads, a.Load), slices.Index(Loads, b.Load)), cmp.Compare(b.Proposals, a.Proposals),
			strings.Compare(a.Name, b.Name), strings.Compare(a.Kind, b.Kind), strings.Compare(a.File, b.File))
	})
	return all
}

func leadsOf(t *Tally) []SharedLead {
	all := []SharedLead{}
	for _, l := range t.Leads {
		if l.In.Proposals < 2 {
			continue
		}
		x := SharedLead{Post: l.Post, Organisation: l.Organisation, Match: PerhapsPost, NoTime: l.NoTime, Members: l.In}
		if l.File == "" {
			x.Match = PerhapsPostName
		}
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b SharedLead) int {
		return cmp.Or(cmp.Compare(b.Proposals, a.Proposals), cmp.Compare(b.NoTime, a.NoTime), strings.Compare(a.Organisation, b.Organisation), strings.Compare(a.Post, b.Post),
			strings.Compare(string(a.Match), string(b.Match)), slices.CompareFunc(a.Names, b.Names, compareNames))
	})
	return all
}

func evidenceOf(t *Tally) []SharedPiece {
	all := []SharedPiece{}
	for key, e := range t.Evidence {
		if e.In.Proposals < 2 {
			continue
		}
		x := SharedPiece{Title: e.Title, Match: SameLink, Members: e.In}
		if link, is := strings.CutPrefix(key, "link\x00"); is {
			x.Link = link
		} else if _, of, is := strings.Cut(key, "\x00"); is {
			x.Title, x.Date, _ = strings.Cut(of, "\x00")
			if x.Match = PerhapsSameTitle; x.Date == "" {
				x.Match = PerhapsUndated
			}
		}
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b SharedPiece) int {
		return cmp.Or(cmp.Compare(b.Proposals, a.Proposals), strings.Compare(a.Title, b.Title), strings.Compare(a.Date, b.Date), strings.Compare(a.Link, b.Link))
	})
	return all
}
