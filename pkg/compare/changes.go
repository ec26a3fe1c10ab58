package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Change is one thing that the two documents, or the two catalogues, do not say alike.
type Change struct {
	Kind     ChangeKind `json:"kind"`          // fact, organisation file, answer, evidence, as of, catalogue, wording
	Old      *Said      `json:"old,omitempty"` // absent where nothing was said
	New      *Said      `json:"new,omitempty"` // absent where nothing is said any more
	Criteria []string   `json:"criteria"`      // the criteria that moved and rest on it, by id
}

// Said is what a document says in one place.
type Said struct {
	Path     string          `json:"path"`
	Label    string          `json:"label"`    // the place in plain words
	Value    string          `json:"value"`    // what is said
	Evidence []string        `json:"evidence"` // the evidence for it
	Place    source.Position `json:"place"`
}

// differ walks two documents beside each other.
type differ struct {
	old, new *proposal.Proposal
	changes  []Change
	told     map[string]bool // evidence and reasons of a whole section that have been told
}

// changes lists what two documents do not say alike, in the order of the model and, within a list or a
// mapping, of ids or of places: the same list, turned round, where the documents change places.
func changes(old, new *proposal.Proposal) []Change {
	d := &differ{old: old, new: new, told: map[string]bool{}}
	for _, f := range proposal.Model.Fields {
		if paths.Path(f.Key) == paths.Evidence {
			d.register()
			continue
		}
		d.value(old.Root.At(paths.Key(f.Key)), new.Root.At(paths.Key(f.Key)))
		if paths.Path(f.Key) == paths.Organisations {
			d.order()
		}
	}
	return d.changes
}

// value compares what stands at one place; either may be nil.
func (d *differ) value(o, n *proposal.Value) {
	v := o
	if v == nil {
		v = n
	}
	if v == nil {
		return
	}
	f := v.Field
	item := v.Parent != nil && v.Parent.Field == f
	switch {
	case f.Leaf():
		d.leaf(o, n)
	case f.Kind == proposal.Items && !item:
		d.items(o, n)
	case f.Fields != nil && (item || f.Kind == proposal.Section):
		for _, c := range f.Fields {
			d.value(o.At(paths.Key(c.Key)), n.At(paths.Key(c.Key)))
		}
	default:
		d.byID(o, n)
	}
}

// leaf compares statements.
func (d *differ) leaf(o, n *proposal.Value) {
	if exactly(o) != exactly(n) {
		d.add(d.kind(o, n), d.said(d.old, o), d.said(d.new, n))
		return
	}
	if o.Known() && n.Known() || o.Half() != "" {
		d.beside(o, n)
	}
}

// beside compares the evidence and the reason of a statement that both documents make. Where they stand
// around it for a whole section, the section is told once.
func (d *differ) beside(o, n *proposal.Value) {
	if !sameIDs(o.EvidenceIDs(), n.EvidenceIDs()) {
		has := func(v *proposal.Value) bool { return len(v.Evidence) > 0 }
		a, b := around(o, n, has)
		d.once(NewEvidence, a, b)
	}
	if oneLine(o.Reason()) != oneLine(n.Reason()) {
		has := func(v *proposal.Value) bool { return v.Because != "" }
		a, b := around(o, n, has)
		d.once(Reworded, a, b)
	}
}

// around gives the places from which two statements have their evidence or reason: the deeper of the two
// on both sides.
func around(o, n *proposal.Value, has func(*proposal.Value) bool) (*proposal.Value, *proposal.Value) {
	for a, b := o, n; a != nil && b != nil; a, b = a.Parent, b.Parent {
		if has(a) || has(b) {
			return a, b
		}
	}
	return o, n
}

// once tells of two places whose evidence or reason differs, unless that has been told.
func (d *differ) once(kind ChangeKind, o, n *proposal.Value) {
	key := string(kind) + "\x00" + o.Path() + "\x00" + n.Path()
	if d.told[key] {
		return
	}
	d.told[key] = true
	a, b := d.said(d.old, o), d.said(d.new, n)
	if kind == Reworded {
		a.Value, b.Value = oneLine(o.Reason()), oneLine(n.Reason())
	}
	d.add(kind, a, b)
}

// items compares lists of mappings: matched by their ids, otherwise by the first thing that they say,
// otherwise by their places.
func (d *differ) items(o, n *proposal.Value) {
	if len(itemsOf(o)) == 0 && len(itemsOf(n)) == 0 {
		switch {
		case o.Known() != n.Known():
			d.add(d.kind(o, n), d.whole(d.old, o), d.whole(d.new, n))
		case o.Known():
			d.beside(o, n)
		}
		return
	}
	for _, p := range matched(itemsOf(o), itemsOf(n)) {
		switch {
		case p.old == nil || p.new == nil:
			d.add(d.kind(p.old, p.new), d.whole(d.old, p.old), d.whole(d.new, p.new))
		default:
			d.value(p.old, p.new)
		}
	}
}

func itemsOf(v *proposal.Value) []*proposal.Value {
	if v == nil {
		return nil
	}
	return v.Items
}

// pair is an item in the old and in the new document, either may be absent.
type pair struct{ old, new *proposal.Value }

// matched pairs the items of two lists. An item that only says that there may be more is like any other of
// its kind.
func matched(old, new []*proposal.Value) []pair {
	var pairs []pair
	oldLeft, newLeft := slices.Clone(old), slices.Clone(new)
	match := func(alike func(o, n *proposal.Value) bool) {
		for i, o := range oldLeft {
			for k, n := range newLeft {
				if o != nil && n != nil && alike(o, n) {
					pairs = append(pairs, pair{o, n})
					oldLeft[i], newLeft[k] = nil, nil
					break
				}
			}
		}
	}
	id := func(v *proposal.Value) string { return v.At(paths.ID).String() }
	bothNamed := func(o, n *proposal.Value) bool { return id(o) != "" && id(n) != "" }
	match(func(o, n *proposal.Value) bool { return bothNamed(o, n) && id(o) == id(n) })
	match(func(o, n *proposal.Value) bool { return o.Known() == n.Known() && first(o) == first(n) })
	match(func(o, n *proposal.Value) bool {
		return !bothNamed(o, n) && o.Known() && n.Known() && o.Key == n.Key
	})
	for _, o := range oldLeft {
		if o != nil {
			pairs = append(pairs, pair{o, nil})
		}
	}
	for _, n := range newLeft {
		if n != nil {
			pairs = append(pairs, pair{nil, n})
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		al, ah, at := a.order()
		bl, bh, bt := b.order()
		return cmp.Or(cmp.Compare(al, bl), cmp.Compare(ah, bh), cmp.Compare(at, bt))
	})
	return pairs
}

// order gives what pairs are sorted by, which is the same whichever document is the old one.
func (p pair) order() (least, most int, text string) {
	at := func(v *proposal.Value) int {
		n, _ := strconv.Atoi(v.Key)
		return n
	}
	one := p.old
	if one == nil {
		one = p.new
	}
	switch {
	case p.new != nil && p.old != nil:
	case one.Known():
		return at(one), at(one), first(one)
	default:
		return at(one), at(one), "\x00"
	}
	return min(at(p.old), at(p.new)), max(at(p.old), at(p.new)), min(first(p.old), first(p.new))
}

// first is the first thing that an item says.
func first(v *proposal.Value) string { return oneLine(v.Written()) }

// byID compares mappings by ids: organisations, answers, whose objectives are served.
func (d *differ) byID(o, n *proposal.Value) {
	var ids []string
	for _, side := range [][]*proposal.Value{itemsOf(o), itemsOf(n)} {
		for _, i := range side {
			if !slices.Contains(ids, i.Key) {
				ids = append(ids, i.Key)
			}
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		a, b := o.Item(id), n.Item(id)
		v := a
		if v == nil {
			v = b
		}
		if v.Field.Leaf() || a != nil && b != nil {
			d.value(a, b)
		} else {
			d.add(d.kind(a, b), d.whole(d.old, a), d.whole(d.new, b))
		}
	}
}

// order tells that the same two organisations stand in another order: criteria speak of the first and the
// second.
func (d *differ) order() {
	o, n := d.old.Organisations, d.new.Organisations
	if o[0].Key != n[1].Key || o[1].Key != n[0].Key || o[0].Key == o[1].Key {
		return
	}
	d.add(ChangedFact, d.inOrder(d.old), d.inOrder(d.new))
}

func (d *differ) inOrder(p *proposal.Proposal) *Said {
	first, second := p.Organisations[0], p.Organisations[1]
	return &Said{Path: orderPath, Label: "the order of the organisations", Value: first.Key + ", " + second.Key, Evidence: []string{}, Place: first.Pos}
}

// orderPath stands for the order of the organisations, which has no path of its own.
const orderPath = "organisations (order)"

// register compares the registers of evidence, those of the organisations' own files among them.
func (d *differ) register() {
	var ids []string
	for _, p := range []*proposal.Proposal{d.old, d.new} {
		for _, e := range p.Register {
			if !slices.Contains(ids, e.Key) {
				ids = append(ids, e.Key)
			}
		}
	}
	slices.Sort(ids)
	for _, id := range ids {
		a, hadOld := d.old.Piece(id)
		b, hasNew := d.new.Piece(id)
		if !hadOld || !hasNew {
			d.add(NewEvidence, d.whole(d.old, a.Entry), d.whole(d.new, b.Entry))
			continue
		}
		for _, f := range a.Entry.Field.Fields {
			o, n := a.Entry.At(paths.Key(f.Key)), b.Entry.At(paths.Key(f.Key))
			if exactly(o) != exactly(n) {
				d.add(NewEvidence, d.said(d.old, o), d.said(d.new, n))
			}
		}
	}
}

func (d *differ) add(kind ChangeKind, old, new *Said) {
	d.changes = append(d.changes, Change{Kind: kind, Old: old, New: new, Criteria: []string{}})
}

// kind tells what kind of statement changed; one of the two may be nil.
func (d *differ) kind(o, n *proposal.Value) ChangeKind {
	v, ofFile := o, false
	for _, side := range []struct {
		v   *proposal.Value
		doc *proposal.Proposal
	}{{o, d.old}, {n, d.new}} {
		if side.v != nil {
			v = side.v
			ofFile = ofFile || side.v.Pos.File != side.doc.Label
		}
	}
	for v.Parent != nil && v.Parent.Parent != nil {
		v = v.Parent
	}
	switch at := paths.Path(v.Key); {
	case at == paths.AsOf:
		return MovedDay
	case at == paths.Answers:
		return ChangedAnswer
	case at == paths.Title || at == paths.About:
		return Reworded
	case ofFile:
		return ChangedFile
	}
	return ChangedFact
}

// said gives what a place says, or nil where it says nothing.
func (d *differ) said(p *proposal.Proposal, v *proposal.Value) *Said {
	if exactly(v) == "" && (v == nil || v.Field.Leaf()) {
		return nil
	}
	s := &Said{Path: v.Path(), Label: label(p, v), Value: inWords(v), Evidence: []string{}, Place: v.Pos}
	s.Evidence = append(s.Evidence, v.EvidenceIDs()...)
	return s
}

// whole gives an item, an organisation or a list as one thing, or nil where it is not there.
func (d *differ) whole(p *proposal.Proposal, v *proposal.Value) *Said {
	if v == nil || v.Field.Kind == proposal.Items && len(v.Items) == 0 && v.State == proposal.Unknown && !itemOf(v) {
		return nil
	}
	s := &Said{Path: v.Path(), Label: label(p, v), Value: oneLine(v.Written()), Evidence: []string{}, Place: v.Pos}
	s.Evidence = append(s.Evidence, v.EvidenceIDs()...)
	switch {
	case v.At(paths.PieceTitle).Known():
		s.Value = oneLine(v.At(paths.PieceTitle).Written())
	case itemOf(v) && v.State == proposal.Unknown:
		s.Value = "there may be more"
	}
	if s.Value == "" {
		s.Value = v.Key
	}
	return s
}

func itemOf(v *proposal.Value) bool { return v.Parent != nil && v.Parent.Field == v.Field }

// exactly gives what a leaf says in a form in which two leaves are alike exactly if they say the same,
// however it is written; "" where it says nothing.
func exactly(v *proposal.Value) string {
	if v == nil || !v.Field.Leaf() {
		return ""
	}
	if len(v.Views) > 0 {
		var each []string
		for _, view := range v.Views {
			each = append(each, view.Key+"\x01"+exactly(view))
		}
		slices.Sort(each)
		return "views\x00" + strings.Join(each, "\x00")
	}
	if v.State == proposal.Unknown {
		return v.Half()
	}
	if v.State == proposal.None {
		return "none"
	}
	switch v.Field.Kind {
	case proposal.Number:
		return strconv.FormatFloat(v.Number, 'g', -1, 64)
	case proposal.List:
		var each []string
		for _, i := range v.Items {
			each = append(each, exactly(i))
		}
		slices.Sort(each) // a list of words says the same in any order
		return "list\x00" + strings.Join(each, "\x00")
	}
	return oneLine(v.Word)
}

// inWords gives what a leaf says, for a person.
func inWords(v *proposal.Value) string {
	if v == nil || !v.Field.Leaf() {
		return ""
	}
	if len(v.Views) > 0 {
		var each []string
		for _, view := range v.Views {
			word := inWords(view)
			if word == "" {
				word = "not known"
			}
			each = append(each, view.Key+": "+word)
		}
		return strings.Join(each, "; ")
	}
	if v.Field.Kind == proposal.List && v.State == proposal.Given {
		var each []string
		more := ""
		for _, i := range v.Items {
			if i.State == proposal.Unknown {
				more = "perhaps more"
			} else {
				each = append(each, oneLine(i.Written()))
			}
		}
		if more != "" {
			each = append(each, more)
		}
		if len(each) == 0 {
			return "none"
		}
		return strings.Join(each, ", ")
	}
	return oneLine(v.Written())
}

// label names a place in plain words: whose or what, and then what of it.
func label(p *proposal.Proposal, v *proposal.Value) string {
	var words []string
	for ; v != nil && v.Parent != nil; v = v.Parent {
		switch {
		case v.Field.Kind == proposal.Organisations && itemOf(v):
			return strings.Join(append([]string{proposal.NameOf(v)}, words...), ", ")
		case v.Parent.Parent == nil && paths.Path(v.Key) == paths.Arrangement:
		case v.Parent.Field.Kind == proposal.Answers:
			return "the answer to " + v.Key
		case itemOf(v) && v.Field.Kind == proposal.Items:
			if f := first(v); f != "" {
				words = append([]string{"“" + f + "”"}, words...)
			}
		default:
			words = append([]string{strings.ReplaceAll(v.Key, "_", " ")}, words...)
		}
	}
	if len(words) == 0 {
		return "the arrangement"
	}
	return strings.Join(words, ", ")
}

// oneLine joins a text's words by single spaces: how it is folded says nothing.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func sameIDs(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}
