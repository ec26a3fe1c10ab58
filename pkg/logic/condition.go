// Package logic evaluates conditions over the facts of a proposal in three-valued logic: a fact that
// is not known makes a condition unknown, never false.
package logic

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Truth is true, false or unknown, in Kleene's order.
type Truth int8

// The truth values; And is the least of its operands, Or the greatest.
const (
	False Truth = iota
	Unknown
	True
)

// Not swaps true and false.
func (t Truth) Not() Truth { return True - t }

func truth(b bool) Truth {
	if b {
		return True
	}
	return False
}

// Op is what a condition asks.
type Op uint8

// The operations; docs/catalogue.md says how each is written.
const (
	Is       Op = iota // the fact at Path is one of Words
	Number             // the number at Path lies within Bounds
	Given              // the fact at Path is stated, and is not none or an empty list
	Includes           // the list of words at Path holds one of Words
	Before             // the date at Path comes before that at Path2
	After              // the date at Path comes after that at Path2
	Months             // the months from the date at Path to that at Path2 lie within Bounds
	Fewer              // the months from the date at Path to that at Path2 are fewer than the number that the only one of Of reads
	Behind             // the figure in the text at Path lies behind that at Path2, seen towards that which the only one of Of reads
	Ratio              // the number at Path divided by that at Path2 lies within Bounds
	Count              // the items at Path for which the only one of Of is true lie within Bounds
	Some               // one item at Path fulfils the only one of Of; where Greatest, that with the greatest number does
	Every              // every item at Path does
	All                // all of Of are true
	Any                // one of Of is true
	Not                // the only one of Of is false
	Known              // the only one of Of is true; what is not known counts as false
	Answer             // the answer given for the criterion at hand is one of Words
	Type               // the type is one of Words
	Nature             // the nature is one of Words
	Scale              // the scale is one of Words
	Form               // the form is one of Words
	Agrees             // what is declared of Words[0] (nature, scale, form) and what the facts say agree
)

// Condition is one condition, with the conditions that it is made of.
type Condition struct {
	Op    Op
	Path  []string
	Path2 []string
	Steps Steps // along Path
	Also  Steps // along Path2
	Words []string
	Least Bound // for Number, Months, Ratio, Count
	Most  Bound
	Empty Emptiness // for Every: what a list that holds nothing means
	Named bool      // for Some, Count: only what the list names is asked about, not what there may be besides
	Less  string    // for Is, Includes: why a word that says less counts for more here; "" where it does not
	Of    []*Condition

	Greatest bool // for Some: the item with the greatest of the numbers that the second of Of reads is meant, and no other

	Wavers bool // what is known of it may become otherwise as more is told
}

// overOrganisations reports whether a quantifier goes over the two organisations themselves.
func (c *Condition) overOrganisations() bool {
	return len(c.Path) == 1 && paths.Path(c.Path[0]) == paths.Organisations
}

// Bound is a bound that may be absent.
type Bound struct {
	Set bool
	N   float64
}

// Item is what a path starts with that speaks of the item at hand, inside a quantifier.
const Item = "item"

// Roots are what a path may start with, besides `item` inside a quantifier.
var Roots = []string{string(paths.Arrangement), string(paths.Organisations), string(paths.Evidence), "first", "second", string(paths.AsOf), "helper", "helped", "acquirer", "acquired", "supporter", "supported", "provider", "host", "commissioner", "contractor", "manager", "managed"}

// UnmarshalYAML reads a condition strictly: a key, word or path that it cannot have is an error at its line.
func (c *Condition) UnmarshalYAML(n *source.Node) error {
	read, err := parse(source.Resolve(n), nil)
	if err != nil {
		return err
	}
	*c = *read
	return nil
}

// mistake is what is wrong with a condition, and where.
type mistake struct {
	at   *source.Node
	text string
}

func (m *mistake) Error() string    { return fmt.Sprintf("line %d: %s", m.at.Line, m.text) }
func (m *mistake) At() *source.Node { return m.at }
func (m *mistake) Text() string     { return m.text }

func wrong(n *source.Node, format string, args ...any) error {
	return &mistake{n, fmt.Sprintf(format, args...)}
}

// keys are the keys of a condition's mapping.
type keys map[string]*source.Node

func parse(n *source.Node, item *proposal.Field) (*Condition, error) {
	if n.Kind != source.Mapping {
		return nil, wrong(n, "a condition is a mapping such as {fact: arrangement.form, is: merger}")
	}
	k := keys{}
	for i := 0; i < len(n.Content); i += 2 {
		k[n.Content[i].Value] = source.Resolve(n.Content[i+1])
	}
	c, err := k.parse(n, item)
	if err != nil {
		return nil, err
	}
	c.Steps, c.Also = stepsOf(c.Path, item), stepsOf(c.Path2, item)
	c.Wavers = c.mayWaver()
	for i := 0; i < len(n.Content); i += 2 { // in the order of the file
		if key := n.Content[i]; k[key.Value] != nil {
			return nil, wrong(key, "the key %q does not belong to this condition", key.Value)
		}
	}
	return c, nil
}

func (k keys) take(key string) *source.Node {
	n := k[key]
	delete(k, key)
	return n
}

func (k keys) parse(n *source.Node, item *proposal.Field) (*Condition, error) {
	for _, m := range []struct {
		key string
		op  Op
	}{{"all", All}, {"any", Any}} {
		if list := k.take(m.key); list != nil {
			if list.Kind != source.Sequence || len(list.Content) == 0 {
				return nil, wrong(list, "%s needs a list of conditions", m.key)
			}
			c := &Condition{Op: m.op}
			for _, e := range list.Content {
				of, err := parse(source.Resolve(e), item)
				if err != nil {
					return nil, err
				}
				c.Of = append(c.Of, of)
			}
			return c, nil
		}
	}
	for _, m := range []struct {
		key string
		op  Op
	}{{"not", Not}, {"known", Known}} {
		if x := k.take(m.key); x != nil {
			of, err := parse(x, item)
			return &Condition{Op: m.op, Of: []*Condition{of}}, err
		}
	}
	for _, m := range []struct {
		key   string
		op    Op
		valid []string
	}{
		{"answer", Answer, proposal.AnswerWord("").Words()},
		{"type", Type, types()},
		{"nature", Nature, proposal.Model.Find(paths.Nature).Words},
		{"scale", Scale, proposal.Model.Find(paths.Scale).Words},
		{"form", Form, proposal.Forms},
		{"agrees", Agrees, []string{"nature", "scale", "form"}},
	} {
		if x := k.take(m.key); x != nil {
			words, err := wordsOf(x, m.valid)
			return &Condition{Op: m.op, Words: words}, err
		}
	}
	for _, m := range []struct {
		key, from, to string
		op            Op
		kind          proposal.Kind
		what          string
	}{
		{"months", "from", "to", Months, proposal.Date, "a date"},
		{"ratio", "of", "to", Ratio, proposal.Number, "a number"},
	} {
		if x := k.take(m.key); x != nil {
			c := &Condition{Op: m.op}
			var err error
			if c.Path, c.Path2, err = pair(x, m.key, m.from, m.to, m.kind, m.what, item); err != nil {
				return nil, err
			}
			if is, err := k.fewer(c, item); is || err != nil {
				return c, err
			}
			return c, k.bounds(c, x)
		}
	}
	for _, m := range []struct {
		key string
		op  Op
	}{{"some", Some}, {"every", Every}, {"count", Count}} {
		if x := k.take(m.key); x != nil {
			return k.quantifier(m.op, x, item)
		}
	}
	if x := k.take("fact"); x != nil {
		return k.fact(x, item)
	}
	return nil, wrong(n, "no condition begins like this")
}

// types gives the ids of the types: each nature with each scale.
func types() []string {
	var ids []string
	for _, nature := range proposal.Model.Find(paths.Nature).Words {
		for _, scale := range proposal.Model.Find(paths.Scale).Words {
			ids = append(ids, nature+"-"+scale)
		}
	}
	return ids
}

func wordsOf(n *source.Node, valid []string) ([]string, error) {
	nodes := []*source.Node{n}
	if n.Kind == source.Sequence {
		nodes = n.Content
	}
	var words []string
	for _, e := range nodes {
		if e.Kind != source.Scalar || valid != nil && !slices.Contains(valid, e.Value) {
			return nil, wrong(e, "%q is not one of %s", e.Value, strings.Join(valid, ", "))
		}
		words = append(words, e.Value)
	}
	if len(words) == 0 {
		return nil, wrong(n, "no word is given")
	}
	return words, nil
}

func (k keys) bounds(c *Condition, n *source.Node) error {
	for _, b := range []struct {
		key   string
		bound *Bound
	}{{"at-least", &c.Least}, {"at-most", &c.Most}} {
		if x := k.take(b.key); x != nil {
			v, err := strconv.ParseFloat(x.Value, 64)
			if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
				return wrong(x, "%s needs a number", b.key)
			}
			*b.bound = Bound{true, v}
		}
	}
	if !c.Least.Set && !c.Most.Set {
		return wrong(n, "at-least or at-most is missing")
	}
	return nil
}

// pair reads the two paths of a condition that compares what stands at both: {from: PATH, to: PATH}.
func pair(x *source.Node, name, first, second string, kind proposal.Kind, what string, item *proposal.Field) (path, path2 []string, err error) {
	shape := func(n *source.Node) error { return wrong(n, "%s needs {%s: PATH, %s: PATH}", name, first, second) }
	if x.Kind != source.Mapping || len(x.Content) != 4 {
		return nil, nil, shape(x)
	}
	for i := 0; i < 4; i += 2 {
		at, f, err := resolvePath(x.Content[i+1], item)
		if err != nil {
			return nil, nil, err
		}
		if f.Kind != kind {
			return nil, nil, wrong(x.Content[i+1], "%s is not %s", x.Content[i+1].Value, what)
		}
		switch x.Content[i].Value {
		case first:
			path = at
		case second:
			path2 = at
		}
	}
	if path == nil || path2 == nil {
		return nil, nil, shape(x)
	}
	return path, path2, nil
}

// less reads why a word that says less counts for more.
func (k keys) less(c *Condition) error {
	because := k.take("less_because")
	if because == nil {
		return nil
	}
	if c.Less = strings.TrimSpace(because.Value); c.Less == "" {
		return wrong(because, "less_because needs the reason")
	}
	return nil
}

func (k keys) fact(x *source.Node, item *proposal.Field) (*Condition, error) {
	path, f, err := resolvePath(x, item)
	if err != nil {
		return nil, err
	}
	c := &Condition{Path: path}
	switch {
	case k["is"] != nil, k["in"] != nil:
		c.Op = Is
		words := k.take("is")
		if words == nil {
			words = k.take("in")
		}
		var valid []string
		switch f.Kind {
		case proposal.Word:
			valid = wordsFor(f)
		case proposal.Number, proposal.Text, proposal.Reference:
		default:
			return nil, wrong(x, "%s cannot be compared with a word", x.Value)
		}
		if c.Words, err = wordsOf(words, valid); err != nil {
			return nil, err
		}
		return c, k.less(c)
	case k["includes"] != nil:
		if f.Kind != proposal.List {
			return nil, wrong(x, "%s is not a list of words", x.Value)
		}
		c.Op = Includes
		c.Words, err = wordsOf(k.take("includes"), wordsFor(f.Of))
		return c, err
	case k["given"] != nil:
		if g := k.take("given"); g.Value != "true" {
			return nil, wrong(g, "given: true is the only way to ask it; put it under not for the opposite")
		}
		if f.Kind == proposal.Section || one(path, f) {
			return nil, wrong(x, "%s is a section; ask for one of its keys", x.Value)
		}
		c.Op = Given
		return c, nil
	case k["behind"] != nil:
		return c, k.behind(c, x, f, item)
	case k["before"] != nil, k["after"] != nil:
		c.Op = Before
		other := k.take("before")
		if other == nil {
			c.Op, other = After, k.take("after")
		}
		var g *proposal.Field
		if c.Path2, g, err = resolvePath(other, item); err != nil {
			return nil, err
		}
		if f.Kind != proposal.Date || g.Kind != proposal.Date {
			return nil, wrong(x, "before and after compare two dates")
		}
		return c, nil
	case k["at-least"] != nil, k["at-most"] != nil:
		if f.Kind != proposal.Number {
			return nil, wrong(x, "%s is not a number", x.Value)
		}
		c.Op = Number
		return c, k.bounds(c, x)
	}
	return nil, wrong(x, "what about the fact %s? Use is, in, includes, given, before, after, behind, at-least or at-most", x.Value)
}

// resolvePath splits a path and finds the field that it leads to.
func resolvePath(n *source.Node, item *proposal.Field) ([]string, *proposal.Field, error) {
	if n.Kind != source.Scalar {
		return nil, nil, wrong(n, "a path is a word such as arrangement.form")
	}
	path := strings.Split(n.Value, ".")
	f, err := fieldAt(path, item)
	if err != nil {
		return nil, nil, wrong(n, "%v", err)
	}
	return path, f, nil
}

func fieldAt(path []string, item *proposal.Field) (*proposal.Field, error) {
	if len(path) == 0 {
		return nil, errors.New("no path is given")
	}
	var f *proposal.Field
	switch root := path[0]; paths.Path(root) {
	case Item:
		if item == nil {
			return nil, errors.New("`item` stands only inside where")
		}
		f = item
	case paths.Arrangement, paths.Organisations, paths.Evidence, paths.AsOf:
		f = proposal.Model.Find(paths.Path(root))
	default:
		if !slices.Contains(Roots, root) {
			return nil, fmt.Errorf("no path starts with %q; %s", root, source.Listed(Roots))
		}
		f = proposal.Model.Find(paths.Organisations)
	}
	for i, key := range path[1:] {
		switch f.Kind {
		case proposal.ByOrganisation:
			if !namesOrganisation(key) {
				return nil, fmt.Errorf("%q is not an organisation: use first, second or a role", key)
			}
			f = f.Of
			continue
		case proposal.Items, proposal.Organisations, proposal.Entries:
			if i > 0 || entries(path[0]) {
				return nil, fmt.Errorf("%s is a list: ask some, every or count", strings.Join(path[:i+1], "."))
			}
		}
		next := f.Field(key)
		if next == nil {
			return nil, fmt.Errorf("there is no %q in %s; %s", key, strings.Join(path[:i+1], "."), source.DidYouMean(key, keysOf(f)))
		}
		f = next
	}
	return f, nil
}

// wordsFor gives the words that a rule may ask for at a field: where a document has the id of one of its
// organisations, a rule says which side that is.
func wordsFor(f *proposal.Field) []string {
	if f.Kind != proposal.Word || f.RefTo == "" {
		return f.Words
	}
	return append(slices.Clone(f.Words), proposal.Sides[:]...)
}

// namesOrganisation reports whether a root of a path stands for one of the two organisations.
func namesOrganisation(root string) bool { return organisationsNamed.hold(root) }

// organisationsNamed are the roots that do.
var organisationsNamed = KeysOf(slices.DeleteFunc(slices.Clone(Roots), func(root string) bool { return proposal.Model.Find(paths.Path(root)) != nil })...)

// entries reports whether a root of a path stands for all entries of a mapping: the organisations, or the register.
func entries(root string) bool {
	return paths.Path(root) == paths.Organisations || paths.Path(root) == paths.Evidence
}

// one reports whether a path of a single word leads to one of a list and not to the list.
func one(path []string, f *proposal.Field) bool {
	switch f.Kind {
	case proposal.Items, proposal.Organisations, proposal.Entries:
		return len(path) == 1 && !entries(path[0])
	}
	return false
}

func keysOf(f *proposal.Field) []string {
	var keys []string
	for _, c := range f.Fields {
		keys = append(keys, c.Key)
	}
	return keys
}

// mayWaver reports whether what is known of the condition may become otherwise as more is told: where silence counts, and
// where it is asked only of what a list names. Of all others a truth stays.
func (c *Condition) mayWaver() bool {
	return c.Op == Known || c.Op == Every || c.Named || c.Greatest || slices.ContainsFunc(c.Of, func(of *Condition) bool { return of.Wavers })
}

// Uses reports whether the condition, or one that it is made of, has the operation; a nil one has none.
func (c *Condition) Uses(op Op) bool {
	if c == nil {
		return false
	}
	return c.Op == op || slices.ContainsFunc(c.Of, func(of *Condition) bool { return of.Uses(op) })
}

// Names reports whether a path of the condition goes by one of some keys, a role or a side among them; a nil one
// names nothing.
func (c *Condition) Names(keys *Keys) bool {
	if c == nil {
		return false
	}
	for _, path := range [2][]string{c.Path, c.Path2} {
		if keys.Among(path) {
			return true
		}
	}
	for _, of := range c.Of {
		if of.Names(keys) {
			return true
		}
	}
	return false
}

// Keys gives the keys by which paths of the condition go, each once; a nil one goes by none.
func (c *Condition) Keys() []string {
	if c == nil {
		return nil
	}
	var all []string
	add := func(keys []string) {
		for _, key := range keys {
			if !slices.Contains(all, key) {
				all = append(all, key)
			}
		}
	}
	add(c.Path)
	add(c.Path2)
	for _, of := range c.Of {
		add(of.Keys())
	}
	return all
}

// KeysIn gives the keys by which paths of some conditions go, each once and in order.
func KeysIn(of []*Condition) []string {
	var all []string
	for _, c := range of {
		all = append(all, c.Keys()...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Keys are keys of a document that are looked for in many rules. Most keys of rules are none of them, which their
// first letters and their lengths already tell.
type Keys struct {
	of      []string
	lengths [32]uint64 // by the first letter, the lengths of those that begin with it
}

// KeysOf gives keys to look for.
func KeysOf(keys ...string) *Keys {
	k := &Keys{of: keys}
	for _, key := range keys {
		if key != "" {
			k.lengths[key[0]&31] |= 1 << (len(key) & 63)
		}
	}
	return k
}

// Among reports whether one of them is among some keys.
func (k *Keys) Among(keys []string) bool { return slices.ContainsFunc(keys, k.hold) }

func (k *Keys) hold(key string) bool {
	return key != "" && k.lengths[key[0]&31]>>(len(key)&63)&1 == 1 && slices.Contains(k.of, key)
}

// Fields gives the fields of the model whose statements the condition reads, each once; a nil one reads none.
func (c *Condition) Fields() []*proposal.Field { return Fields(c) }

// Fields gives the fields of the model whose statements some conditions read, each once.
func Fields(of ...*Condition) []*proposal.Field {
	var fields []*proposal.Field
	for _, c := range of {
		c.fields(nil, func(f *proposal.Field) {
			if !slices.Contains(fields, f) {
				fields = append(fields, f)
			}
		})
	}
	return fields
}

func (c *Condition) fields(item *proposal.Field, visit func(*proposal.Field)) {
	if c == nil {
		return
	}
	for _, path := range [2][]string{c.Path, c.Path2} {
		f := leads(path, item)
		if f == nil {
			continue
		}
		visit(f)
		if c.Op == Some || c.Op == Every || c.Op == Count {
			if item = f; f.Kind == proposal.List {
				item = f.Of
			}
		}
	}
	for _, of := range c.Of {
		of.fields(item, visit)
	}
}

// leads gives the field to which a path leads that has been read already, nil where none is given.
func leads(path []string, item *proposal.Field) *proposal.Field {
	if len(path) == 0 {
		return nil
	}
	f := proposal.Model.Field(string(paths.Organisations))
	switch root := paths.Path(path[0]); root {
	case Item:
		f = item
	case paths.Arrangement, paths.Organisations, paths.Evidence, paths.AsOf:
		f = proposal.Model.Field(path[0])
	}
	for _, key := range path[1:] {
		if f == nil {
			return nil
		}
		if f.Kind == proposal.ByOrganisation {
			f = f.Of
		} else {
			f = f.Field(key)
		}
	}
	return f
}
