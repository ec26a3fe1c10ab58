package proposal

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

type reader struct {
	fresh  []Value // values not used yet
	p      *Proposal
	around *Proposal    // the proposal that a view is to be laid over, nil while a proposal is read
	from   File         // what the proposal is read from
	file   *source.File // the file being read
	wrong  source.Diagnostics

	sides         []string // the ids of the two organisations so far as they are named, in the order of the document
	unnamed       bool     // the section that names the organisations cannot be read: which ids they have is not known
	unread        []*Value // organisations whose own files cannot be read: what hangs on those is not reported
	registers     []register
	evidenceUses  []use
	referenceUses []*Value
}

// use is a reference to a piece of evidence.
type use struct {
	id   *string // as written, and once it is resolved as the whole document calls the piece
	node *source.Node
	file *source.File
}

func (r *reader) report(n *source.Node, found, expected, do string) {
	if r.enough() {
		return
	}
	d := r.file.At(n, found, expected, do)
	if n.Kind == source.Scalar {
		d = pasted(d, r.file, n.Value)
	}
	r.wrong = append(r.wrong, d)
}

func (r *reader) reportAt(v *Value, found, expected, do string) {
	if !r.enough() {
		r.wrong = append(r.wrong, pasted(r.p.Diagnostic(v, found, expected, do), r.p.file(v.Pos.File), v.Word))
	}
}

// pasted says of a diagnostic about what is written at its place, where a character out of a word processor
// is the likely cause, which one it is and where it stands.
func pasted(d source.Diagnostic, f *source.File, written string) source.Diagnostic {
	if f == nil {
		return d
	}
	s, ok := f.StrayIn(written, d.Line, d.Column)
	if !ok {
		return d
	}
	if !strings.HasPrefix(d.Do, "write ") {
		d.Do = strings.TrimSuffix(s.Do()+"; "+d.Do, "; ")
	}
	return f.AtPosition(s.Line, s.Column, s.String()+" in "+d.Found, d.Expected, d.Do)
}

// outdated notes that a key or a word has a new name.
func (r *reader) outdated(n *source.Node, v *Value, was, is string) {
	r.p.Outdated = append(r.p.Outdated, Outdated{Place: v, Old: was, New: is, ByOrder: r.isSide(is) || v.Key == is && r.named(is), Pos: r.file.Position(n)})
}

// enough reports whether more is wrong than is given out: what takes time to word is not worded then.
func (r *reader) enough() bool { return len(r.wrong) > source.MaxDiagnostics }

func quoted(s string) string {
	if n := []rune(s); len(n) > 60 {
		s = string(n[:57]) + "…"
	}
	return strconv.Quote(s)
}

func (r *reader) value(f *Field, n *source.Node, parent *Value, key string) *Value {
	if len(r.fresh) == 0 {
		r.fresh = make([]Value, 64) // a document has hundreds: made in batches, they cost half
	}
	v := &r.fresh[0]
	r.fresh = r.fresh[1:]
	v.Field, v.Parent, v.Key, v.Pos = f, parent, key, r.file.Position(n)
	return v
}

// unknown reports whether a node says nothing: empty, null or `unknown`.
func unknown(n *source.Node) bool {
	return n.Kind == source.Scalar && (n.Tag == "!!null" || n.Value == "unknown")
}

// read reads what stands at a field.
func (r *reader) read(f *Field, n *source.Node, parent *Value, key string) *Value {
	n = source.Resolve(n)
	v := r.value(f, n, parent, key)
	if unknown(n) {
		return v
	}
	switch f.Kind {
	case Section:
		r.section(v, n)
	case Items:
		r.items(v, n)
	case Organisations, Entries:
		r.register(v, n)
	case ByOrganisation, Answers:
		r.byID(v, n)
	default:
		r.statement(v, n)
	}
	return v
}

func describe(n *source.Node) string {
	switch n.Kind {
	case source.Mapping:
		return "a mapping"
	case source.Sequence:
		return "a list"
	}
	return quoted(n.Value)
}

// keysOf gives the keys that may stand in a mapping, as messages list them: of a sum the one that names no currency.
func keysOf(f *Field) []string {
	keys := make([]string, 0, len(f.Fields))
	for _, c := range f.Fields {
		keys = append(keys, cmp.Or(c.Also, c.Key))
	}
	return keys
}

// fieldsOf reads the keys of a mapping along its field's Fields, with the `evidence` and `because` that
// hold for all of it.
func (r *reader) fieldsOf(v *Value, n *source.Node) {
	v.State = Given
	v.fields = make([]*Value, len(v.Field.Fields))
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		at := v.Field.called(k.Value)
		switch {
		case at >= 0 && v.fields[at] != nil: // the library refuses the very same key twice
			r.report(k, "the key "+quoted(k.Value)+whereIs(v)+", and the same under another name", "one of them", "keep "+v.Field.Fields[at].Key+", as it is now called")
		case at >= 0:
			f := v.Field.Fields[at]
			key := f.Key
			if k.Value == f.Also {
				key = f.Also
			}
			v.fields[at] = r.read(f, c, v, key)
			if c.Kind != source.Scalar {
				v.fields[at].Pos = r.file.Position(k)
			}
			if k.Value != key {
				r.outdated(k, v.fields[at], k.Value, f.Key)
			}
		case k.Value == "evidence" && v.Field.Kind == Organisations && c.Kind == source.Mapping:
			r.entries(c, v)
		case k.Value == "evidence":
			v.Evidence = r.evidence(c)
		case k.Value == "because":
			v.Because = r.because(v, c)
		default:
			keys := keysOf(v.Field)
			if v.Parent != nil && v.Parent.Key == string(paths.Departures) { // of which nothing counts without a reason
				keys = append(keys, "because", "evidence")
			}
			var further []string
			for _, f := range v.Field.Fields {
				if f.Also != "" {
					further = append(further, f.Key)
				}
			}
			r.unknownKey(k, keys, whereIs(v), further...)
		}
	}
}

func whereIs(v *Value) string {
	if p := v.Path(); p != "" {
		return " in " + p
	}
	return ""
}

// unknownKey refuses a key. Further ones are those that may stand there too, and are named only where one of them is near.
func (r *reader) unknownKey(k *source.Node, keys []string, where string, further ...string) {
	if r.enough() {
		return
	}
	do := source.DidYouMean(k.Value, slices.Concat(keys, further))
	if do == "" {
		do = oneOf(k.Value, keys)
	}
	if strings.Contains(k.Value, " ") && r.file.AfterComma(k) {
		do += "; if it belongs to the text before the comma, put the whole text in quotes"
	}
	r.report(k, "the unknown key "+quoted(k.Value)+where, "", do)
}

// oneOf says what to write in place of an unknown word.
func oneOf(word string, valid []string) string {
	if near := source.DidYouMean(word, valid); near != "" {
		return near
	}
	return "use " + source.Listed(valid)
}

func (r *reader) section(v *Value, n *source.Node) {
	if n.Kind != source.Mapping {
		place := v.Path()
		if place == "" {
			place = "the whole document"
		}
		r.report(n, describe(n)+" for "+place, "a mapping with the keys "+source.Listed(keysOf(v.Field)), "")
		return
	}
	r.fieldsOf(v, n)
}

func (r *reader) items(v *Value, n *source.Node) {
	n = r.full(v, n)
	if n == nil || unknown(n) {
		return
	}
	if n.Kind == source.Scalar && n.Value == "none" {
		v.State = Given
		return
	}
	if n.Kind != source.Sequence {
		r.report(n, describe(n)+" for "+v.Path(), "a list (each item `- "+v.Field.Fields[0].Key+": …`), or [] where there is none", "")
		return
	}
	v.State = Given
	for i, c := range r.listed(v, n) {
		c = source.Resolve(c)
		item := r.value(v.Field, c, v, strconv.Itoa(i))
		if unknown(c) {
			v.Items = append(v.Items, item) // there may be more
			continue
		}
		if c.Kind != source.Mapping {
			r.report(c, describe(c)+" in "+v.Path(), "a mapping with the keys "+source.Listed(keysOf(v.Field)), "")
			continue
		}
		r.fieldsOf(item, c)
		v.Items = append(v.Items, item)
	}
}

// byID reads a mapping from ids to leaves or lists: answers, and what serves whom.
func (r *reader) byID(v *Value, n *source.Node) {
	if n.Kind != source.Mapping {
		r.report(n, describe(n)+" for "+v.Path(), "a mapping from ids", "")
		return
	}
	v.State = Given
	for i := 0; i < len(n.Content); i += 2 {
		k := n.Content[i]
		key, each := k.Value, false
		if v.Field.Kind == Answers {
			key, each = r.eachOf(key)
		}
		item := r.read(v.Field.Of, n.Content[i+1], v, key)
		item.Pos = r.file.Position(k)
		if each {
			r.once(v, item, k)
		}
		if v.Field.Kind == ByOrganisation {
			r.referenceUses = append(r.referenceUses, &Value{Field: &organisationKey, Parent: v, Key: k.Value, Word: k.Value, Pos: item.Pos})
		}
		v.Items = append(v.Items, item)
	}
}

var organisationKey = Field{Kind: Reference, RefTo: "organisations"}

func (v *Value) items() []*Value {
	if v == nil {
		return nil
	}
	return v.Items
}
