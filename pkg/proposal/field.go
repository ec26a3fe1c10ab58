package proposal

import (
	"slices"
	"strings"

	"partner/pkg/internal/enum"
	"partner/pkg/proposal/paths"
)

// Kind is the shape of one place in a proposal.
type Kind uint8

// The kinds of place. Every kind but Section, Items, Organisations and Entries is a leaf, and every
// leaf may be written bare (`position: strong`) or as a full statement (`position: {is: strong, …}`).
const (
	Section        Kind = iota // a mapping with the keys of Fields
	Word                       // one of Words
	Text                       // free text; `none` says that there is none
	Number                     // a number within Bounds, in Unit where one is given
	Date                       // 2014, 2014-06 or 2014-06-01: a year or month stands for all its days
	Reference                  // the id of an organisation, an objective or a piece of evidence (RefTo)
	List                       // a list of leaves, each as Of describes
	Items                      // a list of mappings, each with the keys of Fields
	ByOrganisation             // a mapping from organisation ids to what Of describes
	Organisations              // the two organisations, by id, each with the keys of Fields
	Entries                    // a mapping from ids to mappings with the keys of Fields
	Answers                    // a mapping from criterion ids to what Of describes
)

// Field describes one place in a proposal: the reader, the schema, the editor's help and the paths
// that criteria may use are all made from it.
type Field struct {
	Key    string   // the key in the document, snake_case; empty for what a List or a mapping holds
	Kind   Kind     // what may stand there
	Doc    string   // what it means, in a sentence an editor can show
	Words  []string // the words that a Word may be, best or most usual first
	Order  Order    // what the order of Words says
	Unit   string   // the unit of a Number
	Bounds Bounds   // what a Number may be
	RefTo  string   // what a Reference names: organisations, objectives or evidence; of a Word what it may name besides Words: organisations
	Not    string   // of a Reference: the key beside it that cannot name the same
	Fields []*Field // the keys of a Section, of each of the Items, Organisations or Entries
	Of     *Field   // what a List, a ByOrganisation or Answers holds
	Ages   bool     // a leaf that tells a state, which passes; an event, a history, a rating in force, a size or a decision taken does not
	Open   bool     // a List or Items that may go on: what it does not name may be there all the same
	Bare   bool     // a List that may be written as the one item that it holds
	Opens  bool     // whether it says which further criteria there are to ask: where it is not stated, it is asked for and opens none of them
	Body   bool     // a Text that may name a body that is there: who approves, pays, owns, leads or wrote something
	Use    Use      // what a leaf is for
	Rests  []Turn   // on whom or what a leaf rests: when that turns, what was written before is overtaken
	Turns  Turn     // of a Date: what turned on that day; "" for nothing that anything rests on

	Also     string    // another key under which it may stand, "" for none
	Was      []string  // keys under which it stood before; they are still read
	WordsWas []Renamed // words that have been renamed; the old ones are still read
	Likely   []Renamed // words that people write for one of Words; they are refused, and that one is named

	keys   *keys // of Fields, of which every rule looks up some; nil for a field that is not of Model
	number int   // tells it from the other fields of Model, from 1 on; 0 for a field that is not of it
}

// Marks marks fields of Model.
type Marks []uint8

// NoMarks gives marks of which none is set.
func NoMarks() Marks { return make(Marks, 1+numbered) }

// Of gives the mark of a field, to be set.
func (m Marks) Of(f *Field) *uint8 { return &m[f.number] }

// keys are keys side by side, with a table by which most are found at once.
type keys struct {
	of    []string
	first [64]int8 // by its mark, 1 and the place of the last key that has it; 0 for none
	next  []int8   // along of, likewise the one before it of the same mark
}

// markOf gives what tells a key from most others.
func markOf(key string) byte {
	if key == "" {
		return 0
	}
	return (key[0] + 7*key[len(key)-1] + 13*byte(len(key))) & 63
}

// at gives the place of a key, -1 where it is none of them.
func (k *keys) at(key string) int {
	for i := int(k.first[markOf(key)]) - 1; i >= 0; i = int(k.next[i]) - 1 {
		if k.of[i] == key {
			return i
		}
	}
	return -1
}

// numbered is how many fields Model has, each of which it gives its number.
var numbered = numbering(Model, 0)

// numbering gives a field and all below it their numbers, after so many others, and tells how many have one then.
func numbering(f *Field, others int) int {
	if f.number == 0 {
		others++
		f.number = others
	}
	for _, c := range f.Fields {
		others = numbering(c, others)
	}
	if f.Of != nil {
		others = numbering(f.Of, others)
	}
	return others
}

// keyed prepares the looking up of keys in a field and in all below it.
func keyed(f *Field) *Field {
	if len(f.Fields) > 0 {
		f.keys = &keys{}
	}
	for i, c := range f.Fields {
		first := &f.keys.first[markOf(c.Key)]
		f.keys.of, f.keys.next = append(f.keys.of, keyed(c).Key), append(f.keys.next, *first)
		*first = int8(i + 1)
	}
	if f.Of != nil {
		keyed(f.Of)
	}
	return f
}

// at gives the place of a key among Fields, -1 where it is none of them.
func (f *Field) at(key string) int {
	if f.keys != nil {
		return f.keys.at(key)
	}
	return slices.IndexFunc(f.Fields, func(c *Field) bool { return c.Key == key })
}

// Place gives the place among Fields of the one that may stand under a key, -1 where there is none.
func (f *Field) Place(key string) int { return slices.Index(f.Fields, f.Field(key)) }

// Help is what an editor shows of a field: what it means, and of a list whether it is taken to be whole.
func (f *Field) Help() string {
	switch {
	case f.Doc == "" || f.Kind != List && f.Kind != Items || f.Bare:
		return f.Doc
	case f.Open:
		return f.Doc + " There may be others than the list names, unless it is empty or ends with `- none-else`."
	}
	return f.Doc + " The list is taken to be whole, unless it ends with `- unknown`."
}

// Order is what the order of the words of a field says.
type Order uint8

// The orders of words.
const (
	NoOrder    Order = iota // kinds of a thing: none is more than another
	BestFirst               // from the best to the worst
	WorstFirst              // from the worst to the best
	MostFirst               // from the most to the least, which is neither good nor bad by itself
	LeastFirst              // from the least to the most, likewise
)

// Turn is something that turns on a day, and overtakes what rested on what was before.
type Turn string

// What turns.
const (
	NewChiefExecutive Turn = "chief-executive"  // another person holds the post
	NewChair          Turn = "chair"            // likewise
	NewClinicalLead   Turn = "clinical-lead"    // likewise
	NewLead           Turn = "lead"             // another person leads a part of the arrangement
	NewRating         Turn = "regulator-rating" // the regulator has rated anew
	NewYear           Turn = "financial-year"   // the figures are those of another year
)

// Turns are all of them.
var Turns = []Turn{NewChiefExecutive, NewChair, NewClinicalLead, NewLead, NewRating, NewYear}

// Words are the words that it can be.
func (Turn) Words() []string { return enum.Words(Turns) }

// UnmarshalText reads the word.
func (t *Turn) UnmarshalText(text []byte) error { return enum.Read(t, text, Turns) }

// Use is what a leaf is for.
type Use uint8

// The uses of a leaf.
const (
	Rated       Use = iota // something in the catalogue is judged by it, or it tells what is judged
	Descriptive            // it tells whoever reads, and no criterion asks for it
)

// Bounds are what a number may be, both ends included. The zero value leaves it free.
type Bounds struct {
	Least, Most float64
	Whole       bool // whole numbers only
}

// free reports whether any number will do.
func (b Bounds) free() bool { return b == Bounds{} }

// Renamed is a word that another has taken the place of.
type Renamed struct{ Old, New string }

// Halves reports whether one of HalfWords may stand at the field.
func (f *Field) Halves() bool {
	return f.Kind == Word && slices.Contains(f.Words, "yes") && slices.Contains(f.Words, "partly") && slices.Contains(f.Words, "no")
}

// words gives all that may stand at a Word, half answers included.
func (f *Field) words() []string {
	if f.Halves() {
		return slices.Concat(f.Words, enum.Words(HalfWords))
	}
	return f.Words
}

// called gives the place among Fields of the one that may stand under a key, or might have; -1 where there is none.
func (f *Field) called(key string) int {
	if i := f.at(key); i >= 0 {
		return i
	}
	return slices.IndexFunc(f.Fields, func(c *Field) bool { return c.Called(key) || slices.Contains(c.Was, key) })
}

// Field returns the field of the given key, or nil.
func (f *Field) Field(key string) *Field {
	if i := f.at(key); i >= 0 {
		return f.Fields[i]
	}
	for _, c := range f.Fields {
		if c.Called(key) {
			return c
		}
	}
	return nil
}

// Called reports whether a field may stand under a key.
func (f *Field) Called(key string) bool { return f.Key == key || f.Also != "" && f.Also == key }

// current gives the word that has taken the place of an old one, or the word itself.
func (f *Field) current(word string) string {
	for _, r := range f.WordsWas {
		if r.Old == word {
			return r.New
		}
	}
	return word
}

// Find returns the field at a path from the model's root, or nil.
func (f *Field) Find(p paths.Path) *Field {
	for rest, more := string(p), true; more && f != nil; {
		var key string
		key, rest, more = strings.Cut(rest, ".")
		f = f.Field(key)
	}
	return f
}

// Leaf reports whether a statement may stand at the field.
func (f *Field) Leaf() bool {
	switch f.Kind {
	case Section, Items, ByOrganisation, Organisations, Entries, Answers:
		return false
	}
	return true
}
