package pack

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/internal/enum"
	"partner/pkg/proposal"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// FormFormat names the shape of a form that is no YAML: a workbook, a Word paper, a page of Markdown.
const FormFormat = "partner-form/1"

// Form is a pack as fields to fill in, for whoever would rather choose from a list than write after colons. Every field has
// a number, by which people speak of it, and a spot, which says where its answer goes and stays with it wherever the
// field is put.
type Form struct {
	*Pack
	Who       []Field // who answers, and when
	Questions []Asked
	Register  []Field // evidence that the proposal does not know yet
}

// Asked is one question of a form.
type Asked struct {
	*Question
	Role   string   // whom to ask, at the first question to them; otherwise empty
	Else   []string // what is said of places that have no field here
	Fields []Field
}

// Field is one thing to fill in.
type Field struct {
	Number string // 3.2: the second of the third question
	Spot
	Asks     string   // what goes there, in a sentence
	Write    string   // what may be written
	Words    []string // the words to choose one of; nil where it is written
	Stands   string   // what the proposal says of it so far, where it does
	Reasoned bool     // a reason and evidence may stand beside it
}

// Spot is where the answer of a field goes.
type Spot struct {
	Question string // the id of the criterion, or Dates; or one of the words below
	Place    string // what the place is called; empty for the answer to the question itself
	Board    string // the id of the organisation whose view it is; empty where it is not one's alone
	Entry    int    // of a list of entries, from 1; 0 for none
	Key      string // of an entry, with a dot before what lies below it; empty where the list as a whole is meant
}

// Questions that are none of a criterion.
const (
	answeredBy = "answered-by"
	answeredOn = "answered-on"
	newPiece   = "new-evidence"
)

// String gives a spot on a line, as ParseSpot reads it.
func (s Spot) String() string {
	text := s.Question
	if s.Place != "" {
		text += ": " + clean(s.Place)
	}
	if s.Board != "" {
		text += " @" + s.Board
	}
	if s.Entry > 0 {
		text += " #" + strconv.Itoa(s.Entry)
	}
	if s.Key != "" {
		text += " " + s.Key
	}
	return text
}

var spotted = regexp.MustCompile(`^([A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)?)(?:: (.+?))?(?: @([^\s@#]+))?(?: #([1-9][0-9]?)(?: ([^\s#@\]]+))?)?$`)

// ParseSpot reads what Spot.String gives. It is false for whatever is none.
func ParseSpot(text string) (Spot, bool) {
	m := spotted.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return Spot{}, false
	}
	s := Spot{Question: m[1], Place: clean(m[2]), Board: m[3], Key: m[5]}
	s.Entry, _ = strconv.Atoi(m[4]) // it is a number, or nothing
	return s, true
}

// Entries is how many entries of a list a form has room for; whoever has more to say copies the rows of one.
const Entries = 3

// Form lays the pack out in fields.
func (p *Pack) Form() *Form {
	f := &Form{Pack: p, Who: []Field{
		{Number: "A1", Spot: Spot{Question: answeredBy}, Asks: "Who answers: name, and post or role.", Write: "a text"},
		{Number: "A2", Spot: Spot{Question: answeredOn}, Asks: "On which day.", Write: "a date: 2026-10-01"},
	}}
	for i := range p.Roles {
		g := &p.Roles[i]
		for j := range g.Questions {
			a := Asked{Question: &g.Questions[j]}
			if j == 0 {
				a.Role = wording.Title(g.Title)
			}
			for k := range a.Places {
				f.place(&a, &a.Places[k])
			}
			f.Questions = append(f.Questions, a)
		}
	}
	for n := 1; n <= Entries; n++ {
		piece := func(key, asks, write string, words []string) {
			f.Register = append(f.Register, Field{Number: fmt.Sprintf("E%d.%d", n, len(f.Register)%5+1), Spot: Spot{Question: newPiece, Entry: n, Key: key}, Asks: asks, Write: write, Words: words})
		}
		piece("id", "A short id, by which answers name it.", "letters, digits and dashes: minutes-may", nil)
		piece("kind", "What kind of evidence it is, the strongest first.", source.Listed(enum.Words(proposal.EvidenceKinds)), enum.Words(proposal.EvidenceKinds))
		piece("title", "Its title.", "a text", nil)
		piece("date", "When it was written.", "a date: 2026-10-01, 2026-10 or 2026", nil)
		piece("place", "The page or section.", "a text", nil)
	}
	return f
}

// place adds the fields of a place.
func (f *Form) place(a *Asked, p *Place) {
	switch {
	case p.Asked > 0:
		a.Else = append(a.Else, p.Called()+": see question "+strconv.Itoa(p.Asked)+".")
		return
	case !p.Fillable():
		a.Else = append(a.Else, p.Called()+": "+p.Write+".")
		return
	}
	x := Field{Spot: Spot{Question: a.Criterion, Place: p.Called(), Board: p.Board}, Asks: p.told(), Write: p.Write, Stands: p.Stands(), Reasoned: true}
	if p.Board != "" {
		x.Asks += " As " + p.Board + " sees it."
	}
	switch p.Kind {
	case "answer":
		x.Place, x.Words = "", p.Words
	case "entries":
		f.entries(a, p, x)
		return
	case "word":
		x.Words = p.Words
	case "id":
		if p.field.RefTo == "organisations" {
			x.Words = strings.FieldsFunc(strings.ReplaceAll(p.Write, " or ", ", "), func(r rune) bool { return r == ',' || r == ' ' })
		}
	case "list":
		x.Write = strings.Replace(p.Write, "[] for none", "several parted by ; and none for none", 1)
		if p.Item {
			x.Write, x.Reasoned = p.Write+", several parted by ;: "+source.Listed(p.Words), false
		}
	}
	a.add(x)
}

// entries adds the fields of a list of entries: that there is none, and a field for each key of the first few.
func (f *Form) entries(a *Asked, p *Place, x Field) {
	none := x
	none.Write, none.Words, none.Reasoned = "none, where there is none; otherwise fill in the entries below; for more than "+wording.Number(Entries)+", copy the rows of the last one", []string{"none"}, false
	a.add(none)
	for n := 1; n <= Entries; n++ {
		for _, k := range p.Keys {
			e := Field{Spot: Spot{Question: x.Question, Place: x.Place, Board: x.Board, Entry: n, Key: k.Key}, Asks: fmt.Sprintf("Entry %d: %s", n, k.Means), Write: k.Write}
			switch p.field.Field(k.Key).Kind {
			case proposal.Word, proposal.Reference:
				e.Words = k.Words
			case proposal.List:
				e.Write = strings.Replace(k.Write, "[] for none", "several parted by ; and none for none", 1)
			case proposal.Section, proposal.Items, proposal.ByOrganisation:
				continue // it has no room in a field
			}
			a.add(e)
		}
	}
}

// add adds a field, with its number.
func (a *Asked) add(x Field) {
	x.Number = fmt.Sprintf("%d.%d", a.Question.Number, len(a.Fields)+1)
	a.Fields = append(a.Fields, x)
}

// Fields gives all fields of a form, in their order.
func (f *Form) Fields() []Field {
	all := slices.Clone(f.Who)
	for i := range f.Questions {
		all = append(all, f.Questions[i].Fields...)
	}
	return append(all, f.Register...)
}

// About says what a form belongs to, in the order in which it does: each a name and what it is. Whoever reads a form back
// needs all of them.
func (f *Form) About() [][2]string {
	about := [][2]string{{"format", FormFormat}, {"proposal", clean(f.Proposal.Title)}, {"catalogue", f.Catalogue.Version}, {"hash", f.Catalogue.Hash}}
	if f.For != nil {
		about = append(about, [2]string{"for", f.For.ID})
	}
	if f.Role != nil {
		about = append(about, [2]string{"role", f.Role.ID})
	}
	return about
}

// Guide tells how a form is filled in.
func (f *Form) Guide() []string {
	return []string{
		"Answer what you know, and leave the rest as it is: what is left empty changes nothing.",
		"Where a list of words is offered, choose one of them. Say why in the column beside it, and name evidence by its id, several parted by commas.",
		"Evidence that the proposal does not know yet goes to the end of the form. Numbers and the last columns stay as they are: they say where each answer goes.",
		"There is room for " + wording.Number(Entries) + " entries of a list, and as many pieces of evidence. Where there are more, copy all rows of the last one to below it, as often as it takes, numbers and all, and fill the copies in.",
	}
}
