package proposal

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// State says whether a place in the document says anything.
type State uint8

// The states of a value.
const (
	Unknown State = iota // not given, or given as unknown
	None                 // a text known to be absent: `none`
	Given                // given
)

// Day is a calendar day as a count of days; only differences and order matter.
type Day int32

// Value is what the document says at one place. A nil Value is a place the document does not have.
type Value struct {
	// What is looked at most comes first, together.
	Field  *Field
	Parent *Value
	fields []*Value // Section, or one of Items, Organisations or Entries: along Field.Fields; nil where absent
	Items  []*Value // List, Items, ByOrganisation, Organisations, Entries, Answers: what they hold, in order

	State    State
	NoneElse bool     // List, Items: it ends with none-else, so that there is nothing that it does not name
	Alone    bool     // what stands around it is no evidence for it: an organisation stated it in a file of its own
	Word     string   // Word, Text, Reference: what is written; Date and Number: as written; of a half, which is Unknown, which half
	Views    []*Value // where the organisations state it apart: what each says; Key is the organisation's id
	Key      string   // the key, id or (from 0) index under which it stands
	Number   float64  // Number
	From, To Day      // Date: the first and the last day that it may mean

	Evidence []string // ids in the register, as stated here
	Because  string   // why, as stated here
	Pos      source.Position
}

// At gives the value under a key of a section or an item, or nil.
func (v *Value) At(key paths.Key) *Value {
	if v == nil || v.fields == nil {
		return nil
	}
	if i := v.Field.at(string(key)); i >= 0 {
		return v.fields[i]
	}
	return nil
}

// Along gives the value of the field at a place among those of its own, or nil.
func (v *Value) Along(place int) *Value {
	if v.fields == nil {
		return nil
	}
	return v.fields[place]
}

// Item gives what a mapping by ids holds under an id, or nil.
func (v *Value) Item(id string) *Value {
	if v == nil {
		return nil
	}
	for _, i := range v.Items {
		if i.Key == id {
			return i
		}
	}
	return nil
}

// Find follows a path from the root of a document; nil where the document has nothing there.
func (v *Value) Find(p paths.Path) *Value { return v.follow(string(p)) }

// Own follows a path from an organisation; nil where it says nothing there.
func (v *Value) Own(p paths.Own) *Value { return v.follow(string(p)) }

// follow follows keys downwards, through sections and mappings by id.
func (v *Value) follow(path string) *Value {
	for more := true; more && v != nil; {
		var k string
		k, path, more = strings.Cut(path, ".")
		if v.Field.Fields != nil && v.Field.Kind != Items && v.Field.Kind != Organisations && v.Field.Kind != Entries || v.item() {
			v = v.At(paths.Key(k))
		} else {
			v = v.Item(k)
		}
	}
	return v
}

// item reports whether the value is one of a list of mappings and not the list itself.
func (v *Value) item() bool { return v.Parent != nil && v.Parent.Field == v.Field }

// Stated gives the items of a list without those that only say that there may be more.
func (v *Value) Stated() []*Value {
	var stated []*Value
	for _, i := range v.items() {
		if i.State != Unknown {
			stated = append(stated, i)
		}
	}
	return stated
}

// GoesOn reports whether there may be more than a list that is given names: it says so itself, or it is of a kind
// that may go on, names something and does not end with none-else. An empty list says that there is nothing.
func (v *Value) GoesOn() bool {
	if len(v.Items) == 0 || v.NoneElse {
		return false
	}
	return v.Field.Open || slices.ContainsFunc(v.Items, func(i *Value) bool { return i.State == Unknown })
}

// Known reports whether the value says something.
func (v *Value) Known() bool { return v != nil && v.State != Unknown }

// String gives what is written at a leaf, "" where nothing is.
func (v *Value) String() string {
	if v == nil || v.State != Given {
		return ""
	}
	return v.Word
}

// Is reports whether the value is given and is that word.
func (v *Value) Is(word string) bool { return v != nil && v.State == Given && v.Word == word }

// Half gives which half of an answer is stated, at-least-partly or at-most-partly, where no more is: such a
// value counts as unknown. Otherwise it is "".
func (v *Value) Half() string {
	if v == nil || v.State != Unknown || !slices.Contains(HalfWords, AnswerWord(v.Word)) {
		return ""
	}
	return v.Word
}

// silent reports whether nothing at all is stated, not even a half.
func (v *Value) silent() bool { return v == nil || v.State == Unknown && v.Half() == "" }

// Path gives the place in the document: arrangement.benefits[0].measure, organisations.northfield.name.
func (v *Value) Path() string {
	return v.PathOf("")
}

// PathOf gives the path of what would stand below the value under a key; of no key it is the value's own.
func (v *Value) PathOf(key string) string {
	var room [96]byte // most paths fit, and are made in one go
	b := v.path(room[:0])
	if len(b) > 0 && key != "" {
		b = append(b, '.')
	}
	return string(append(b, key...))
}

func (v *Value) path(b []byte) []byte {
	if v == nil || v.Parent == nil {
		return b
	}
	b = v.Parent.path(b)
	if v.Key == "" {
		return b // the one item of a list that is written as that item
	}
	if k := v.Parent.Field.Kind; (k == Items && v.item() || k == List) && v.Key != "" && v.Key[0] <= '9' {
		return append(append(append(b, '['), v.Key...), ']')
	}
	if len(b) > 0 {
		b = append(b, '.')
	}
	return append(b, v.Key...)
}

// EvidenceIDs gives the evidence for the value: what it states itself, otherwise what the nearest
// mapping around it states for all that it holds.
func (v *Value) EvidenceIDs() []string {
	for ; v != nil; v = v.Parent {
		if len(v.Evidence) > 0 || v.Alone {
			return v.Evidence
		}
	}
	return nil
}

// Reason gives the reason stated for the value, its own or that of the nearest mapping around it.
func (v *Value) Reason() string {
	for ; v != nil; v = v.Parent {
		if v.Because != "" {
			return v.Because
		}
	}
	return ""
}

// In gives the value as the organisation of that id states it, where the organisations state it apart.
// With an empty id, or where they do not, it is the value itself.
func (v *Value) In(organisation string) *Value {
	if v == nil || len(v.Views) == 0 || organisation == "" {
		return v
	}
	for _, view := range v.Views {
		if view.Key == organisation {
			return view
		}
	}
	return v.Views[0] // only the other one has stated it
}

// Of gives what the organisation of an id states apart, nil where it has not.
func (v *Value) Of(organisation string) *Value {
	if v == nil {
		return nil
	}
	for _, view := range v.Views {
		if view.Key == organisation {
			return view
		}
	}
	return nil
}

// parseDate reads 2014, 2014-06 or 2014-06-01 into the days that it may mean.
func parseDate(s string) (from, to Day, ok bool) {
	parts := strings.Split(s, "-")
	if len(parts) > 3 || !digits(parts[0], 4) {
		return 0, 0, false
	}
	year, err := strconv.Atoi(parts[0])
	if err != nil || year < 1900 || year > 2200 {
		return 0, 0, false
	}
	if len(parts) == 1 {
		return dayOf(year, 1, 1), dayOf(year, 12, 31), true
	}
	month, err := strconv.Atoi(parts[1])
	if err != nil || !digits(parts[1], 2) || month < 1 || month > 12 {
		return 0, 0, false
	}
	if len(parts) == 2 {
		return dayOf(year, month, 1), dayOf(year, month, daysIn(year, month)), true
	}
	day, err := strconv.Atoi(parts[2])
	if err != nil || !digits(parts[2], 2) || day < 1 || day > daysIn(year, month) {
		return 0, 0, false
	}
	d := dayOf(year, month, day)
	return d, d, true
}

// Walk calls visit for the value and everything below it, in the order of the model and the document.
func (v *Value) Walk(visit func(*Value)) {
	if v == nil {
		return
	}
	visit(v)
	for _, f := range v.fields {
		if f != nil {
			f.Walk(visit)
		}
	}
	for _, i := range v.Items {
		i.Walk(visit)
	}
}

// Same reports whether two leaves of one field say the same, a list in whichever order.
func (v *Value) Same(o *Value) bool {
	if v.State != o.State || len(v.Items) != len(o.Items) || v.NoneElse != o.NoneElse {
		return false
	}
	left := slices.Clone(o.Items)
	for _, item := range v.Items {
		i := slices.IndexFunc(left, item.Same)
		if i < 0 {
			return false
		}
		left = slices.Delete(left, i, i+1)
	}
	return v.State != Given && v.Half() == o.Half() || v.State == Given && v.Word == o.Word || v.Field.Kind == Number && v.Number == o.Number
}

// Written gives what a place says in a few words: a leaf as it is written, a list joined by commas (or
// none), an item or section by the first thing that it says.
func (v *Value) Written() string {
	switch {
	case v == nil || v.State == Unknown:
		return v.Half()
	case v.State == None:
		return "none"
	case v.Field.Kind == List || v.Field.Kind == Items && !v.item():
		var words []string
		for _, i := range v.Items {
			words = append(words, i.Written())
		}
		if v.NoneElse && len(words) > 0 {
			words = append(words, "none else")
		}
		if len(words) == 0 {
			return "none"
		}
		return strings.Join(words, ", ")
	case v.Field.Fields != nil:
		for _, f := range v.fields {
			if w := f.Written(); w != "" && f.Field.Leaf() && f.Key != "id" {
				return w
			}
		}
		return ""
	}
	return v.Word
}

// digits reports whether a text is n digits and nothing else.
func digits(s string, n int) bool {
	return len(s) == n && strings.Trim(s, "0123456789") == ""
}
