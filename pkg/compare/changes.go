package compare

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// Change is one thing that the two documents, or the two catalogues, do not say alike.
type Change struct {
	Kind     ChangeKind `json:"kind"`          // fact, organisation file, answer, departure, evidence, as of, catalogue, wording
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
	ids      names // what of the old document is called otherwise in the new one
	changes  []Change
	told     map[string]bool // evidence and reasons of a whole section that have been told
	reasoned map[int]bool    // by the place of a change: the new document says why, and not what the old one said before
}

// changes lists what two documents do not say alike, in the order of the model and, within a list or a
// mapping, of ids or of places: the same list, turned round, where the documents change places. It gives what is
// called otherwise with them.
func changes(old, new *proposal.Proposal) ([]Change, names) {
	d := differing(old, new)
	return d.changes, d.ids
}

// differing walks two documents beside each other.
func differing(old, new *proposal.Proposal) *differ {
	d := &differ{old: old, new: new, ids: namesOf(old, new), told: map[string]bool{}, reasoned: map[int]bool{}}
	for _, f := range proposal.Model.Fields {
		if paths.Path(f.Key) == paths.Evidence {
			d.register()
			continue
		}
		d.value(old.Root.At(paths.Key(f.Key)), new.Root.At(paths.Key(f.Key)))
	}
	return d
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
	if d.ids.exactly(o) != (names{}).exactly(n) {
		d.add(d.kind(o, n), d.said(d.old, o), d.said(d.new, n))
		d.because(o, n)
		return
	}
	if o.Known() && n.Known() || o.Half() != "" {
		d.beside(o, n)
	}
}

// beside compares the evidence and the reason of a statement that both documents make. Where they stand
// around it for a whole section, the section is told once.
func (d *differ) beside(o, n *proposal.Value) {
	if !slices.Equal(d.ids.pieces(o.EvidenceIDs()), (names{}).pieces(n.EvidenceIDs())) {
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
	d.because(o, n)
}

// items compares lists of mappings, item by item.
func (d *differ) items(o, n *proposal.Value) {
	if len(itemsOf(o)) == 0 && len(itemsOf(n)) == 0 {
		switch {
		case o.Known() != n.Known():
			d.add(d.kind(o, n), d.whole(d.old, o), d.whole(d.new, n))
			d.because(o, n)
		case o.Known():
			d.beside(o, n)
		}
		return
	}
	for _, p := range d.matched(itemsOf(o), itemsOf(n)) {
		switch {
		case p.old == nil || p.new == nil:
			d.add(d.kind(p.old, p.new), d.whole(d.old, p.old), d.whole(d.new, p.new))
			d.because(cmp.Or(p.old, o), cmp.Or(p.new, n))
		default:
			d.value(p.old, p.new)
		}
	}
	if len(itemsOf(o)) > 0 && len(itemsOf(n)) > 0 && o.NoneElse != n.NoneElse {
		d.add(d.kind(o, n), d.whole(d.old, o), d.whole(d.new, n))
		d.because(o, n)
	}
}

func itemsOf(v *proposal.Value) []*proposal.Value {
	if v == nil {
		return nil
	}
	return v.Items
}

// byID compares mappings by ids: organisations, answers, whose objectives are served.
func (d *differ) byID(o, n *proposal.Value) {
	now := func(id string) string { return id }
	switch cmp.Or(o, n).Field.Kind {
	case proposal.Organisations, proposal.ByOrganisation:
		now = d.ids.organisation
	case proposal.Answers, proposal.Entries:
		now = d.ids.asked
	}
	for _, p := range paired(itemsOf(o), itemsOf(n), now) {
		a, b := p.old, p.new
		v := a
		if v == nil {
			v = b
		}
		if a != nil && b != nil && v.Field.Kind == proposal.Organisations {
			d.renamed(a, b)
		}
		if v.Field.Leaf() || a != nil && b != nil {
			d.value(a, b)
		} else {
			d.add(d.kind(a, b), d.whole(d.old, a), d.whole(d.new, b))
			d.because(cmp.Or(a, o), cmp.Or(b, n))
		}
	}
}

// paired pairs what stands under ids, in an order that does not hang on which of the two is the old one: that of
// the ids, of one that is called otherwise of the first of its two.
func paired(old, new []*proposal.Value, now func(string) string) []pair {
	var pairs []pair
	for _, o := range old {
		p := pair{old: o}
		if i := slices.IndexFunc(new, func(n *proposal.Value) bool { return n.Key == now(o.Key) }); i >= 0 {
			p.new = new[i]
		}
		pairs = append(pairs, p)
	}
	for _, n := range new {
		if !slices.ContainsFunc(old, func(o *proposal.Value) bool { return now(o.Key) == n.Key }) {
			pairs = append(pairs, pair{new: n})
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return strings.Compare(a.firstKey(), b.firstKey()) })
	return pairs
}

func (p pair) firstKey() string {
	switch {
	case p.old == nil:
		return p.new.Key
	case p.new == nil:
		return p.old.Key
	}
	return min(p.old.Key, p.new.Key)
}

// renamed tells that something is called by another id. Nothing is rated by it.
func (d *differ) renamed(o, n *proposal.Value) {
	if o.Key == n.Key {
		return
	}
	said := func(p *proposal.Proposal, v *proposal.Value) *Said {
		of := label(p, v)
		if title := v.At(paths.PieceTitle); title.Known() {
			of = "“" + oneLine(title.Written()) + "”"
		}
		return &Said{Path: v.Path(), Label: "the id of " + of, Value: v.Key, Evidence: []string{}, Place: v.Pos}
	}
	d.add(Reworded, said(d.old, o), said(d.new, n))
}

// register compares the registers of evidence, those of the organisations' own files among them.
func (d *differ) register() {
	for _, p := range paired(d.old.Register, d.new.Register, d.ids.piece) {
		if p.old == nil || p.new == nil {
			d.add(NewEvidence, d.whole(d.old, p.old), d.whole(d.new, p.new))
			continue
		}
		d.renamed(p.old, p.new)
		for _, f := range p.old.Field.Fields {
			o, n := p.old.At(paths.Key(f.Key)), p.new.At(paths.Key(f.Key))
			if d.ids.exactly(o) != (names{}).exactly(n) {
				d.add(NewEvidence, d.said(d.old, o), d.said(d.new, n))
			}
		}
	}
}

// because notes of the change that was added last whether the new document gives a reason for what it says there, other
// than the old one's for what it said. Of an entry that is gone the list that it was in may say why.
func (d *differ) because(o, n *proposal.Value) {
	reason := oneLine(n.Reason())
	d.reasoned[len(d.changes)-1] = reason != "" && reason != oneLine(o.Reason())
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
	if v.Key == string(paths.ID) && o.Known() && n.Known() { // what refers to it has changed with it, or is told by itself
		return Reworded
	}
	for v.Parent != nil && v.Parent.Parent != nil {
		v = v.Parent
	}
	switch at := paths.Path(v.Key); {
	case at == paths.AsOf:
		return MovedDay
	case at == paths.Answers:
		return ChangedAnswer
	case at == paths.Departures:
		return ChangedDeparture
	case at == paths.Title || at == paths.About:
		return Reworded
	case ofFile:
		return ChangedFile
	}
	return ChangedFact
}

// said gives what a place says, or nil where it says nothing.
func (d *differ) said(p *proposal.Proposal, v *proposal.Value) *Said {
	if (names{}).exactly(v) == "" && (v == nil || v.Field.Leaf()) {
		return nil
	}
	s := &Said{Path: v.Path(), Label: label(p, v), Value: inWords(p, v), Evidence: []string{}, Place: v.Pos}
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

// inWords gives what a leaf says, for a person.
func inWords(p *proposal.Proposal, v *proposal.Value) string {
	if v == nil || !v.Field.Leaf() {
		return ""
	}
	if len(v.Views) > 0 {
		var each []string
		for _, view := range v.Views {
			word := inWords(p, view)
			if word == "" {
				word = "not known"
			}
			each = append(each, nameOf(p, view.Key)+": "+word)
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
				each = append(each, inWords(p, i))
			}
		}
		if more != "" {
			each = append(each, more)
		}
		if v.NoneElse && len(each) > 0 {
			each = append(each, "none else")
		}
		if len(each) == 0 {
			return "none"
		}
		return strings.Join(each, ", ")
	}
	if v.Field.Kind == proposal.Reference && v.Field.RefTo == "organisations" && v.State == proposal.Given {
		return nameOf(p, v.Word)
	}
	return oneLine(v.Written())
}

// nameOf names an organisation of a document by its id.
func nameOf(p *proposal.Proposal, id string) string {
	if o := p.Organisation(id); o != nil {
		return proposal.NameOf(o)
	}
	return id
}

// label names a place in plain words: whose or what, and then what of it. An entry that belongs to one of the
// organisations, such as one of its leads, says to which.
func label(p *proposal.Proposal, v *proposal.Value) string {
	var words []string
	for ; v != nil && v.Parent != nil; v = v.Parent {
		switch {
		case v.Field.Kind == proposal.Organisations && itemOf(v):
			return strings.Join(append([]string{proposal.NameOf(v)}, words...), ", ")
		case v.Parent.Parent == nil && paths.Path(v.Key) == paths.Arrangement && len(words) > 0:
			words[0] = "the arrangement's " + words[0]
		case v.Parent.Parent == nil && paths.Path(v.Key) == paths.Arrangement:
		case v.Parent.Field.Kind == proposal.Answers:
			return "the answer to " + v.Key
		case itemOf(v) && v.Field.Kind == proposal.Items:
			if f := first(v); f != "" {
				f = "“" + f + "”"
				if of := v.At(paths.Organisation); of.Known() && len(of.Views) == 0 {
					f += " of " + nameOf(p, of.Word)
				}
				words = append([]string{f}, words...)
			}
		case v.Parent.Field.Kind == proposal.ByOrganisation:
			words = append([]string{nameOf(p, v.Key)}, words...)
		default:
			key, money := v.Key, v.Field.Also != ""
			if money {
				key = strings.TrimSuffix(v.Field.Also, "_m")
			}
			key = strings.ReplaceAll(key, "_", " ")
			if money {
				key += " (" + wording.Symbol(p.Currency()) + "m)"
			}
			words = append([]string{key}, words...)
		}
	}
	if len(words) == 0 {
		return "the arrangement"
	}
	return strings.Join(words, ", ")
}

// oneLine joins a text's words by single spaces: how it is folded says nothing.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
