package proposal

import (
	"fmt"
	"slices"
	"strconv"
)

// Completion is a copy of a proposal in which what is unknown may be filled in. What the proposal states is never
// changed, and the proposal itself stays as it is. What was filled in last can be taken back.
type Completion struct {
	*Proposal
	done   [][]filledIn // in pieces of so many, so that what is done stays where it is
	marked int
	places [][]Value // that were made, also in pieces
	made   int
}

// filledIn is how a place was before something was filled in there: all of it that filling in may change, but for the
// number and the days, of which what is unknown has none.
type filledIn struct {
	at           *Value
	word         string
	views, items []*Value
	below        int32 // where a place of its own was made below it, the place of that among its fields, otherwise -1
	state        State
	first        bool // it was the first of those
}

// piece is how much of what is filled in is kept in one piece.
const piece = 32

// Completed gives a copy of the proposal to be filled in.
func (p *Proposal) Completed() *Completion {
	filled := *p
	c := copying{&filled}
	filled.Root = c.value(p.Root, nil)
	for i, organisation := range p.Organisations {
		if filled.Organisations[i] == organisation { // it stands in no tree
			filled.Organisations[i] = c.value(organisation, organisation.Parent)
		}
	}
	return &Completion{Proposal: &filled}
}

// copying copies what may be filled in. A leaf that is given stays so, and is left where it is.
type copying struct{ into *Proposal }

func (c *copying) value(v, parent *Value) *Value {
	if v.State == Given && v.Field.Leaf() && v.Items == nil && len(v.Views) == 0 {
		return v
	}
	w := *v
	w.Parent, w.fields, w.Items, w.Views = parent, c.below(v.fields, &w), c.below(v.Items, &w), c.below(v.Views, &w)
	if at := slices.Index(c.into.Organisations[:], v); at >= 0 {
		c.into.Organisations[at] = &w
	}
	return &w
}

func (c *copying) below(list []*Value, parent *Value) []*Value {
	if list == nil {
		return nil
	}
	copied := make([]*Value, len(list))
	for i, v := range list {
		if v != nil {
			copied[i] = c.value(v, parent)
		}
	}
	return copied
}

// Pair gives the two organisations in an order that does not hang on that of the document.
func (c *Completion) Pair() [2]*Value {
	one, two := c.Organisations[0], c.Organisations[1]
	if two.Key < one.Key {
		one, two = two, one
	}
	return [2]*Value{one, two}
}

// Mark is the point to which Back takes a completion back.
func (c *Completion) Mark() int { return c.marked }

// Back takes back what was filled in since a mark.
func (c *Completion) Back(mark int) {
	for c.marked > mark {
		c.marked--
		c.at(c.marked).takeBack()
	}
}

// Again takes back all that was filled in, for the proposal to be filled in anew. Places that were made are made again: who
// still has one of them has it no longer.
func (c *Completion) Again() {
	c.Back(0)
	for _, places := range c.places {
		clear(places)
	}
	c.made = 0
}

// at gives what was filled in as the so-manieth.
func (c *Completion) at(mark int) *filledIn { return &c.done[mark/piece][mark%piece] }

func (f *filledIn) takeBack() {
	v := f.at
	v.State, v.Word, v.Number, v.Views, v.Items, v.From, v.To = f.state, f.word, 0, f.views, f.items, 0, 0
	switch {
	case f.first:
		v.fields = nil
	case f.below >= 0:
		v.fields[f.below] = nil
	}
}

// Touched reports whether anything has been filled in at one of some fields since a mark.
func (c *Completion) Touched(mark int, fields []*Field) bool {
	for ; mark < c.marked; mark++ {
		if slices.Contains(fields, c.at(mark).at.Field) {
			return true
		}
	}
	return false
}

// Under gives what stands below a value under a key, or an id, where nothing stated is nothing said: a place that
// the proposal does not have is made. It is nil where the model has no such place.
func (c *Completion) Under(v *Value, key string) *Value {
	if v.Field.Of != nil { // a mapping by ids
		if i := v.Item(key); i != nil {
			return i
		}
		below := c.place(v, v.Field.Of, key)
		c.keep(v)
		v.State, v.Items = Given, append(v.Items, below)
		return below
	}
	at := v.Field.at(key)
	if at < 0 {
		return nil
	}
	return c.Along(v, at)
}

// Along gives what stands below a value at a place among the fields of its own, as Under does.
func (c *Completion) Along(v *Value, at int) *Value {
	if v.fields != nil && v.fields[at] != nil {
		return v.fields[at]
	}
	field := v.Field.Fields[at]
	below := c.place(v, field, field.Key)
	was := c.keep(v)
	was.below = int32(at)
	if was.first = v.fields == nil; was.first {
		v.fields = make([]*Value, len(v.Field.Fields))
	}
	v.State, v.fields[at] = Given, below
	return below
}

// Say fills in a word, text, number or reference, or the half of an answer of which the other half is known. It
// reports whether the place was free and may say so.
func (c *Completion) Say(v *Value, word string) bool {
	if v.State != Unknown || !v.mayProve(word) {
		return false
	}
	number := 0.0
	if v.Field.Kind == Number {
		var ok bool
		if number, ok = parseNumber(word); !ok || !v.Field.Bounds.hold(number) {
			return false
		}
	}
	c.keep(v)
	v.State, v.Word, v.Number, v.Views = Given, word, number, nil
	if v.Field.Kind == Text && word == "none" {
		v.State = None
	}
	return true
}

// mayProve reports whether what is unknown may turn out to be a word.
func (v *Value) mayProve(word string) bool {
	if v.Field.Kind == Word && !slices.Contains(v.Field.Words, word) {
		return false
	}
	switch AnswerWord(v.Half()) {
	case AtLeastPartly:
		return word == string(Yes) || word == string(Partly)
	case AtMostPartly:
		return word == string(Partly) || word == string(No)
	}
	return true
}

// SayDay fills in a date.
func (c *Completion) SayDay(v *Value, day Day) bool {
	year, month, d := day.Calendar()
	if v.State != Unknown || v.Field.Kind != Date || year < 1900 || year > 2200 {
		return false
	}
	c.keep(v)
	v.State, v.Word, v.From, v.To, v.Views = Given, fmt.Sprintf("%04d-%02d-%02d", year, month, d), day, day, nil
	return true
}

// Open makes a list that is unknown one that may take entries, and reports whether it may now.
func (c *Completion) Open(v *Value) bool {
	if v.State == Unknown {
		c.keep(v)
		v.State, v.Items = Given, []*Value{c.entry(v, 0)}
	}
	return slices.ContainsFunc(v.Items, func(i *Value) bool { return i.State == Unknown && i.Half() == "" })
}

// entry makes an entry of a list that says nothing.
func (c *Completion) entry(of *Value, at int) *Value {
	field := of.Field
	if field.Kind == List {
		field = field.Of
	}
	return c.place(of, field, strconv.Itoa(at))
}

// place makes a place below a value that says nothing.
func (c *Completion) place(below *Value, field *Field, key string) *Value {
	if c.made == len(c.places)*piece {
		c.places = append(c.places, make([]Value, piece))
	}
	v := &c.places[c.made/piece][c.made%piece]
	c.made++
	v.Field, v.Parent, v.Key, v.Pos = field, below, key, below.Pos
	return v
}

// Add gives an open list one more entry, of which nothing is said yet. Of a list of words the entry is free.
func (c *Completion) Add(v *Value) *Value {
	at := slices.IndexFunc(v.Items, func(i *Value) bool { return i.State == Unknown })
	added := c.entry(v, len(v.Items))
	if v.Field.Kind != List {
		added.State = Given
	}
	c.keep(v)
	v.Items = slices.Insert(slices.Clone(v.Items), at, added)
	return added
}

// Close says of a list that it has no other entries than it states.
func (c *Completion) Close(v *Value) {
	c.keep(v)
	v.State, v.Items = Given, v.Stated()
}

// keep keeps how a value is, to be taken back to it.
func (c *Completion) keep(v *Value) *filledIn {
	if c.marked == len(c.done)*piece {
		c.done = append(c.done, make([]filledIn, piece))
	}
	c.marked++
	kept := c.at(c.marked - 1)
	*kept = filledIn{at: v, state: v.State, word: v.Word, views: v.Views, items: v.Items, below: -1}
	return kept
}
