// Package portfolio adds up the lines of many documents: how many are rated how, what is most often missing, not known or
// open, and what several of them share. The adding up is a reduction: tallies of parts, in whatever order and however
// merged, come to the tally of the whole, and memory grows with the organisations, pieces of evidence and profiles of
// ratings that are distinct, not with the documents. Values go in, values come out.
package portfolio

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// How many of what there may be more of are kept: the first by their order.
const (
	MostProposals = 5_000 // those that need attention first
	MostWrong     = 1_000 // documents with errors
	MostNames     = 20    // proposals that share something or have a profile
)

// Reduction says what is added up, and by which catalogue. All lines must have been made by that.
type Reduction struct {
	Cat   *catalogue.Catalogue
	By    By
	Where Where
	Most  int // proposals that are kept, the first by the attention that they need; 0 is MostProposals
}

// most is how many proposals are kept.
func (r *Reduction) most() int { return cmp.Or(r.Most, MostProposals) }

// Tally is what came of the lines that were added to it. It is a plain value: JSON holds all of it.
type Tally struct {
	Of            string                   `json:"of"`     // the reduction that it belongs to; empty before the first line
	Lines         int                      `json:"lines"`  // all that were added
	Errors        int                      `json:"errors"` // of documents with errors
	Passed        int                      `json:"passed"` // rated, and not what was asked for
	Wrong         []Wrong                  `json:"wrong"`  // the first documents with errors
	Groups        map[string]*Sums         `json:"groups"`
	Criteria      []Standings              `json:"criteria"` // along the catalogue
	DatesAsked    int                      `json:"dates_asked"`
	Organisations map[string]*Organisation `json:"organisations"`
	Leads         map[string]*Lead         `json:"leads"`
	Evidence      map[string]*Piece        `json:"evidence"`
	Profiles      map[string]*Members      `json:"profiles"`
	Proposals     []Proposal               `json:"proposals"` // the first by the attention that they need
}

// Wrong is a document with errors.
type Wrong struct {
	Path   string `json:"path"`
	Found  string `json:"found"`  // the first error, with its place
	Errors int    `json:"errors"` // how many there are
}

// Sums are how many proposals of a group are rated how.
type Sums struct {
	Stage     result.Stage             `json:"stage"`
	Title     string                   `json:"title"` // what the group has in common besides its stage; empty for nothing
	Order     int                      `json:"order"` // among groups of a stage, where their number does not tell it
	Proposals int                      `json:"proposals"`
	Whole     Ratings                  `json:"whole"`
	Papers    Ratings                  `json:"papers"`   // the whole on documents alone
	BuiltIn   Ratings                  `json:"built_in"` // the whole by the built-in catalogue alone, where one is laid over that
	Raised    int                      `json:"raised"`   // in which something is rated better than by that
	Questions [6]Ratings               `json:"questions"`
	Verdicts  [rating.Ready + 1]int    `json:"verdicts"` // so far, by verdict; of none, too little is known
	AtBest    [rating.AmberRed + 1]int `json:"at_best"`  // for which a bad rating is certain, by the best that they may prove
	AtWorst   [rating.Green + 1]int    `json:"at_worst"` // for which a good rating is certain, by the worst that they may prove
}

// Ratings are how many are rated how, so far.
type Ratings struct {
	Green          int `json:"green"`
	AmberGreen     int `json:"amber_green"`
	AmberRed       int `json:"amber_red"`
	Red            int `json:"red"`
	TooLittleKnown int `json:"too_little_known"`
	NotRated       int `json:"not_rated"`
}

// Standings are in how many proposals a criterion, due there, stands how, and where it matters most.
type Standings struct {
	Asked         int `json:"asked"` // it is due and counts
	Met           int `json:"met"`
	AtLeastPartly int `json:"at_least_partly"`
	Partly        int `json:"partly"`
	AtMostPartly  int `json:"at_most_partly"`
	NotMet        int `json:"not_met"`
	Unknown       int `json:"unknown"`
	Disputed      int `json:"disputed"`
	Open          int `json:"open"`        // it is an essential that is open, due or past
	ToDo          int `json:"to_do"`       // it is among what to do first
	ToFindOut     int `json:"to_find_out"` // it is among what to find out first
}

// of names a reduction, so that no two are mixed.
func (r *Reduction) of() string {
	return r.Cat.Version + " " + r.Cat.Hash + " by " + string(r.By) + " " + strings.Join(r.Where.Words(), " ")
}

// New is the tally of no lines.
func (r *Reduction) New() *Tally {
	return &Tally{
		Of: r.of(), Criteria: make([]Standings, len(r.Cat.Criteria)), Groups: map[string]*Sums{}, Organisations: map[string]*Organisation{},
		Leads: map[string]*Lead{}, Evidence: map[string]*Piece{}, Profiles: map[string]*Members{},
	}
}

// Add adds a line. A line by another catalogue is an error, and adds nothing.
func (r *Reduction) Add(t *Tally, l *batch.Line) error {
	if l.Catalogue.Hash != r.Cat.Hash {
		return fmt.Errorf("made by catalogue %s (%s), and this is %s (%s): assess the documents again with this program", l.Catalogue.Version, l.Catalogue.Hash, r.Cat.Version, r.Cat.Hash)
	}
	if s := l.Standing; s != nil && (len(s.Criteria) != len(r.Cat.Criteria) || len(s.Questions) != len(r.Cat.Questions) || len(s.Questions) != len(Sums{}.Questions)) {
		return errors.New("not as many criteria and questions as the catalogue has")
	}
	t.Lines++
	if l.Standing == nil {
		t.Errors++
		t.Wrong = first(append(t.Wrong, wrongOf(l)), MostWrong, compareWrong)
		return nil
	}
	if !r.Where.Keeps(r.Cat, l) {
		t.Passed++
		return nil
	}
	r.sum(t, l)
	r.criteria(t, l)
	n := Name{l.Path, l.Title}
	keys := organisations(r.Cat, t, l, n)
	leads(t, l, keys, n)
	evidence(t, l, n)
	key := profileOf(l.Standing)
	if t.Profiles[key] == nil {
		t.Profiles[key] = &Members{}
	}
	t.Profiles[key].add(n)
	t.Proposals = first(append(t.Proposals, ProposalOf(l)), r.most(), compareProposals)
	return nil
}

func wrongOf(l *batch.Line) Wrong {
	return Wrong{l.Path, l.Wrong()[0].Error(), len(l.Errors)}
}

func compareWrong(a, b Wrong) int {
	if c := strings.Compare(a.Path, b.Path); c != 0 {
		return c
	}
	return strings.Compare(a.Found, b.Found)
}

// first leaves the first few of a list, in order, once it is twice as long.
func first[T any](list []T, most int, compare func(a, b T) int) []T {
	if len(list) < 2*most {
		return list
	}
	return settled(list, most, compare)
}

// settled leaves the first few of a list, in order.
func settled[T any](list []T, most int, compare func(a, b T) int) []T {
	slices.SortFunc(list, compare)
	if len(list) > most {
		clear(list[most:])
		list = list[:most]
	}
	return list
}

// criteria counts how the criteria of a line stand.
func (r *Reduction) criteria(t *Tally, l *batch.Line) {
	for i := range t.Criteria {
		c, letter := &t.Criteria[i], batch.Letter(l.Criteria[i])
		if !letter.Due() {
			continue
		}
		var n *int
		switch letter {
		case batch.Unknown:
			n = &c.Unknown
		case batch.Met:
			n = &c.Met
		case batch.NotMet:
			n = &c.NotMet
		case batch.Partly:
			n = &c.Partly
		case batch.AtLeastPartly:
			n = &c.AtLeastPartly
		case batch.AtMostPartly:
			n = &c.AtMostPartly
		case batch.Disputed:
			n = &c.Disputed
		default:
			continue
		}
		*n++
		c.Asked++
	}
	at := func(id string) *Standings {
		if i := r.criterion(l, id); i >= 0 {
			return &t.Criteria[i]
		}
		return nil
	}
	for _, id := range l.OpenGates {
		if c := at(id); c != nil {
			c.Open++
		}
	}
	for _, a := range l.DoFirst {
		if c := at(a.Criterion); c != nil {
			c.ToDo++
		}
	}
	for _, a := range l.FindOutFirst {
		switch c := at(a.Criterion); {
		case a.Criterion == "":
			t.DatesAsked++
		case c != nil:
			c.ToFindOut++
		}
	}
}

// criterion gives the place in the catalogue of a criterion that a line names. What is asked of each organisation apart
// goes there by the id of the organisation, and in the catalogue by its side.
func (r *Reduction) criterion(l *batch.Line, id string) int {
	for i := range r.Cat.Criteria {
		c := r.Cat.Criteria[i]
		if c.ID == id {
			return i
		}
		if stem := c.Each(); stem != "" && strings.HasPrefix(id, stem) && l.Criteria[i] != byte(batch.NotHere) {
			if side := slices.Index(sides, c.Board); side >= 0 && id == stem+"-"+l.Organisations[side].ID {
				return i
			}
		}
	}
	return -1
}

// Merge adds what came of other lines. Neither may be of another reduction; the other must not be used any more.
func (t *Tally) Merge(o *Tally) error {
	switch {
	case t.Of != o.Of:
		return fmt.Errorf("two tallies of different things: %s, and %s", t.Of, o.Of)
	case len(t.Criteria) != len(o.Criteria):
		return errors.New("two tallies of different catalogues")
	}
	t.Lines, t.Errors, t.Passed, t.DatesAsked = t.Lines+o.Lines, t.Errors+o.Errors, t.Passed+o.Passed, t.DatesAsked+o.DatesAsked
	t.Wrong = first(append(t.Wrong, o.Wrong...), MostWrong, compareWrong)
	for i := range t.Criteria {
		t.Criteria[i].merge(&o.Criteria[i])
	}
	merge(t.Groups, o.Groups, (*Sums).merge)
	merge(t.Organisations, o.Organisations, (*Organisation).merge)
	merge(t.Leads, o.Leads, (*Lead).merge)
	merge(t.Evidence, o.Evidence, (*Piece).merge)
	merge(t.Profiles, o.Profiles, (*Members).merge)
	t.Proposals = first(append(t.Proposals, o.Proposals...), MostProposals, compareProposals)
	return nil
}

// merge adds the values of one map to those of another.
func merge[T any](to, from map[string]*T, add func(*T, *T)) {
	for key, x := range from {
		if has := to[key]; has != nil {
			add(has, x)
		} else {
			to[key] = x
		}
	}
}

// settle puts the lists of a tally in their order.
func (t *Tally) settle() {
	t.Wrong = settled(t.Wrong, MostWrong, compareWrong)
	t.Proposals = settled(t.Proposals, MostProposals, compareProposals)
}

// Encode gives a tally as bytes: the same for the same lines, however they were added and merged.
func (t *Tally) Encode() ([]byte, error) {
	t.settle()
	return json.Marshal(t)
}

// Decode reads what Encode gives, strictly.
func Decode(text []byte) (*Tally, error) {
	var t Tally
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&t); err != nil {
		return nil, fmt.Errorf("not a tally of partner: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("not a tally of partner: more than one value")
	}
	return &t, nil
}
