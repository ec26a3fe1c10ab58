package proposal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/source"
)

// Proposal is one document: two organisations, one arrangement, answers and a register of evidence.
type Proposal struct {
	Name          string           // the file's name, for messages
	Root          *Value           // the whole document, along Model
	Organisations [2]*Value        // the two organisations in the order of the document; never nil
	Register      []*Value         // the register of evidence, those of organisations' own files included
	files         []*source.File   // the proposal's file first, then the organisations'
	byID          map[string]Piece // the register by id
}

// Piece is an entry of the register, looked up.
type Piece struct {
	Entry *Value
	Rank  int // 0 for none, then from an assertion of one party (1) to independent (len(EvidenceKinds))
}

// Documented is the lowest rank at which a piece counts as a document: an internal one.
var Documented = rankOf("internal")

func rankOf(kind string) int {
	if i := slices.Index(EvidenceKinds, kind); i >= 0 {
		return len(EvidenceKinds) - i
	}
	return 0
}

// Piece gives the entry of the register under an id, and whether there is one.
func (p *Proposal) Piece(id string) (Piece, bool) {
	piece, ok := p.byID[id]
	return piece, ok
}

// Rank gives how good the best evidence for a value is, 0 for none.
func (p *Proposal) Rank(v *Value) int {
	best := 0
	for _, id := range v.EvidenceIDs() {
		best = max(best, p.byID[id].Rank)
	}
	return best
}

// Organisation gives the organisation of an id, or nil.
func (p *Proposal) Organisation(id string) *Value {
	for _, o := range p.Organisations {
		if o.Key == id {
			return o
		}
	}
	return nil
}

// NameOf gives what an organisation is called: its name, otherwise its id.
func NameOf(organisation *Value) string {
	if n := organisation.At("name").String(); n != "" {
		return n
	}
	if organisation.Pos.Line == 0 {
		return "the " + organisation.Key + " organisation"
	}
	return organisation.Key
}

// Diagnostic makes a diagnostic at a value, with its source line.
func (p *Proposal) Diagnostic(v *Value, found, expected, do string) source.Diagnostic {
	for _, f := range p.files {
		if f.Name == v.Pos.File {
			return f.AtPosition(v.Pos.Line, v.Pos.Column, found, expected, do)
		}
	}
	return source.Diagnostic{Position: v.Pos, Found: found, Expected: expected, Do: do}
}

// Read reads a proposal. The name is its file's name for messages; an organisation's `from:` is opened
// in files, whose root is the folder of the proposal (nil where none may be opened). All errors of the
// document come back at once; the proposal may be used only where there are none.
func Read(name string, data []byte, files fs.FS) (*Proposal, source.Diagnostics) {
	p := &Proposal{Name: name, byID: map[string]Piece{}}
	file, wrong := source.Parse(name, data)
	if len(wrong) > 0 {
		return p, wrong
	}
	r := &reader{p: p, file: file, open: files}
	p.files = []*source.File{file}
	p.Root = r.read(Model, file.Root, nil, "")
	r.whole()
	r.references()
	r.wrong.Sort()
	return p, r.wrong.Limited()
}

type reader struct {
	fresh []Value // values not used yet
	p     *Proposal
	file  *source.File // the file being read
	open  fs.FS
	wrong source.Diagnostics

	evidenceUses  []use
	referenceUses []*Value
}

type use struct {
	id   string
	node *source.Node
	file *source.File
}

func (r *reader) report(n *source.Node, found, expected, do string) {
	if !r.enough() {
		r.wrong = append(r.wrong, r.file.At(n, found, expected, do))
	}
}

func (r *reader) reportAt(v *Value, found, expected, do string) {
	if !r.enough() {
		r.wrong = append(r.wrong, r.p.Diagnostic(v, found, expected, do))
	}
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

func keysOf(f *Field) []string {
	keys := make([]string, 0, len(f.Fields))
	for _, c := range f.Fields {
		keys = append(keys, c.Key)
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
		at := slices.IndexFunc(v.Field.Fields, func(f *Field) bool { return f.Key == k.Value })
		switch {
		case at >= 0:
			v.fields[at] = r.read(v.Field.Fields[at], c, v, k.Value)
			if c.Kind != source.Scalar {
				v.fields[at].Pos = r.file.Position(k)
			}
		case k.Value == "evidence" && v.Field.Kind == Organisations && c.Kind == source.Mapping:
			r.entries(c, v.Parent.Parent)
		case k.Value == "evidence":
			v.Evidence = r.evidence(c)
		case k.Value == "because":
			v.Because = r.because(c)
		default:
			r.unknownKey(k, keysOf(v.Field), whereIs(v))
		}
	}
}

// entries reads the register of an organisation's own file.
func (r *reader) entries(n *source.Node, root *Value) {
	register := r.read(Model.Field("evidence"), n, root, "evidence")
	r.p.Register = append(r.p.Register, register.Items...)
}

func whereIs(v *Value) string {
	if p := v.Path(); p != "" {
		return " in " + p
	}
	return ""
}

func (r *reader) unknownKey(k *source.Node, keys []string, where string) {
	if !r.enough() {
		r.report(k, "the unknown key "+quoted(k.Value)+where, "", oneOf(k.Value, keys))
	}
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
		r.report(n, describe(n)+" for "+v.Path(), "a mapping with the keys "+source.Listed(keysOf(v.Field)), "")
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
	for i, c := range n.Content {
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

// full unwraps {is: …, because: …, evidence: …} around a list; anything else is given back as it is. It
// gives nil for what it has reported.
func (r *reader) full(v *Value, n *source.Node) *source.Node {
	if n.Kind != source.Mapping {
		return n
	}
	known := []string{"is", "because", "evidence"}
	statement := len(n.Content) == 0
	for i := 0; i < len(n.Content); i += 2 {
		statement = statement || n.Content[i].Value == "views" || slices.Contains(known, n.Content[i].Value)
	}
	if !statement {
		return n // an item without its dash, most likely
	}
	is := &source.Node{Kind: source.Scalar, Tag: "!!null", Line: n.Line, Column: n.Column}
	views := false
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		switch k.Value {
		case "is":
			is = c
		case "because":
			v.Because = r.because(c)
		case "evidence":
			v.Evidence = r.evidence(c)
		case "views":
			r.report(k, "`views` for a list", "", "state the views on what stands in the list, or answer the criterion with views under `answers`")
			views = true
		default:
			r.unknownKey(k, known, whereIs(v))
		}
	}
	if views {
		return nil
	}
	return is
}

// register reads a mapping from ids to mappings.
func (r *reader) register(v *Value, n *source.Node) {
	if n.Kind != source.Mapping {
		r.report(n, describe(n)+" for "+v.Path(), "a mapping from ids to mappings", "")
		return
	}
	v.State = Given
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		r.id(k)
		if v.Field.Kind == Organisations {
			v.Items = append(v.Items, r.organisation(v, k, c))
			continue
		}
		item := r.value(v.Field, k, v, k.Value)
		if unknown(c) {
			item.State = Given
		} else if c.Kind != source.Mapping {
			r.report(c, describe(c)+" for "+item.Path(), "a mapping with the keys "+source.Listed(keysOf(v.Field)), "")
		} else {
			r.fieldsOf(item, c)
		}
		v.Items = append(v.Items, item)
	}
}

// id checks that an id is written in small letters, digits and hyphens.
func (r *reader) id(k *source.Node) {
	s := k.Value
	good := s != ""
	for _, c := range s {
		good = good && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')
	}
	if !good {
		r.report(k, "the id "+quoted(s), "small letters, digits and hyphens", "write it like `annual-report-2014`")
	}
}

func (r *reader) organisation(parent *Value, k, n *source.Node) *Value {
	o := r.value(parent.Field, k, parent, k.Value)
	if unknown(n) {
		o.State = Given
		return o
	}
	if n.Kind != source.Mapping {
		r.report(n, describe(n)+" for "+o.Path(), "a mapping with the keys "+source.Listed(keysOf(parent.Field))+", or `from:` with a file", "")
		return o
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value != "from" {
			continue
		}
		if len(n.Content) > 2 {
			r.report(n.Content[i], "`from` beside other keys", "`from` alone", "move the other keys into the file")
			return o
		}
		r.from(o, source.Resolve(n.Content[i+1]))
		return o
	}
	r.fieldsOf(o, n)
	return o
}

// from reads an organisation from a file of its own, below the proposal's folder.
func (r *reader) from(o *Value, n *source.Node) {
	o.State = Given
	if n.Kind != source.Scalar || n.Value == "" {
		r.report(n, describe(n)+" for `from`", "the path of a file below the proposal's folder", "")
		return
	}
	if len(o.Parent.Items) >= 2 {
		return // a third is refused as such: no file is opened for it
	}
	if r.open == nil {
		r.report(n, "`from` in a document that has no folder", "the organisation inline", "write its keys here, or read the proposal from a file")
		return
	}
	name := n.Value
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\:") {
		r.report(n, "the path "+quoted(name)+" for `from`", "a path below the proposal's folder, without `..`, and not absolute", "move the file below the proposal")
		return
	}
	data, err := readFile(r.open, name)
	if err != nil {
		r.report(n, "the file "+quoted(name)+" cannot be read ("+reason(err)+")", "a file below the proposal's folder", "mend the path; a link that leads out of the folder is not followed")
		return
	}
	file, wrong := source.Parse(path.Join(path.Dir(r.p.Name), name), data)
	if len(wrong) > 0 {
		r.wrong = append(r.wrong, wrong...)
		return
	}
	r.p.files = append(r.p.files, file)
	outer := r.file
	r.file = file
	if root := source.Resolve(file.Root); root.Kind == source.Mapping {
		r.fieldsOf(o, root)
	} else {
		r.report(root, describe(root), "an organisation: a mapping with the keys "+source.Listed(keysOf(o.Field)), "")
	}
	r.file = outer
}

// readFile reads a plain file of at most the size of a document, and one byte more, so that one that is too large is seen to be.
func readFile(files fs.FS, name string) ([]byte, error) {
	if info, err := fs.Stat(files, name); err != nil { // before it is opened: a pipe would keep its reader waiting
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errors.New("not a plain file")
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, source.MaxBytes+1))
}

// reason gives an error of the file system without its path, which may be one of this machine.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
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
		item := r.read(v.Field.Of, n.Content[i+1], v, k.Value)
		item.Pos = r.file.Position(k)
		if v.Field.Kind == ByOrganisation {
			r.referenceUses = append(r.referenceUses, &Value{Field: &organisationKey, Parent: v, Key: k.Value, Word: k.Value, Pos: item.Pos})
		}
		v.Items = append(v.Items, item)
	}
}

var organisationKey = Field{Kind: Reference, RefTo: "organisations"}

// statement reads a leaf, bare or full.
func (r *reader) statement(v *Value, n *source.Node) {
	if n.Kind != source.Mapping {
		r.leaf(v, n)
		return
	}
	var is, views *source.Node
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		switch k.Value {
		case "is":
			is = c
		case "because":
			v.Because = r.because(c)
		case "evidence":
			v.Evidence = r.evidence(c)
		case "views":
			views = c
		default:
			r.unknownKey(k, []string{"is", "because", "evidence", "views"}, " in the statement "+v.Path())
		}
	}
	switch {
	case is != nil && views != nil:
		r.report(n, "both `is` and `views` for "+v.Path(), "one of them", "use `is` where the organisations agree, `views` where each states it apart")
	case views != nil:
		r.views(v, views)
	case is != nil && is.Kind == source.Mapping:
		r.report(is, "a mapping under `is`", leafExpected(v.Field), "")
	case is != nil && !unknown(is):
		r.leaf(v, is)
	}
}

func (r *reader) views(v *Value, n *source.Node) {
	if n.Kind != source.Mapping || len(n.Content) == 0 {
		found := describe(n)
		if n.Kind == source.Mapping {
			found = "an empty mapping"
		}
		r.report(n, found+" for `views`", "a mapping from organisation ids to what each states", "")
		return
	}
	for i := 0; i < len(n.Content); i += 2 {
		k, c := n.Content[i], source.Resolve(n.Content[i+1])
		view := r.value(v.Field, c, v, k.Value)
		if c.Kind == source.Mapping {
			r.statement(view, c)
		} else if !unknown(c) {
			r.leaf(view, c)
		}
		if len(view.Views) > 0 {
			r.report(c, "`views` within `views`", leafExpected(v.Field), "")
			view.Views = nil
		}
		r.referenceUses = append(r.referenceUses, &Value{Field: &organisationKey, Parent: v, Key: k.Value, Word: k.Value, Pos: r.file.Position(k)})
		v.Views = append(v.Views, view)
	}
	said := v.Views[0] // the value itself is what the first of them says that says anything
	for _, view := range v.Views {
		if view.State != Unknown {
			said = view
			break
		}
	}
	v.State, v.Word, v.Number, v.From, v.To, v.Items = said.State, said.Word, said.Number, said.From, said.To, said.Items
}

func leafExpected(f *Field) string {
	switch f.Kind {
	case Word:
		return source.Listed(append(slices.Clone(f.Words), "unknown"))
	case Number:
		if f.Unit != "" {
			return "a number (" + f.Unit + ")"
		}
		return "a number"
	case Date:
		return "a date such as 2014-06-01, 2014-06 or 2014"
	case Reference:
		return "an id from `" + f.RefTo + "`"
	case List:
		return "a list, or [] where there is none"
	}
	return "a text"
}

// leaf reads what a statement is.
func (r *reader) leaf(v *Value, n *source.Node) {
	f := v.Field
	if f.Kind == List {
		r.list(v, n)
		return
	}
	if n.Kind != source.Scalar {
		r.report(n, describe(n)+" for "+v.Path(), leafExpected(f), "")
		return
	}
	v.Word, v.State = n.Value, Given
	good := true
	switch f.Kind {
	case Word:
		if yes := strings.EqualFold(v.Word, "true"); n.Tag == "!!bool" && slices.Contains(f.Words, "no") && (!yes || slices.Contains(f.Words, "yes")) {
			v.Word = "no" // what some YAML writers make of yes and no
			if yes {
				v.Word = "yes"
			}
		}
		if !slices.Contains(f.Words, v.Word) {
			if !r.enough() {
				r.report(n, quoted(n.Value)+" for "+v.Path(), leafExpected(f), source.DidYouMean(n.Value, f.Words))
			}
			good = false
		}
	case Text:
		if strings.TrimSpace(v.Word) == "" {
			v.State = Unknown
		} else if v.Word == "none" {
			v.State = None
		}
	case Number:
		x, err := strconv.ParseFloat(strings.ReplaceAll(v.Word, "_", ""), 64)
		if err != nil || !plainNumber(v.Word) {
			r.report(n, quoted(n.Value)+" for "+v.Path(), leafExpected(f), "write it plainly, such as 4.1 or -12")
			good = false
		}
		v.Number = x
	case Date:
		var ok bool
		if v.From, v.To, ok = parseDate(v.Word); !ok {
			r.report(n, quoted(n.Value)+" for "+v.Path(), leafExpected(f), "")
			good = false
		}
	case Reference:
		r.referenceUses = append(r.referenceUses, v)
	}
	if !good {
		v.State = Unknown
	}
}

// plainNumber reports whether a number is written in plain decimals, with underscores between digits at
// most: neither hexadecimal nor an infinity.
func plainNumber(s string) bool {
	digit := false
	for i, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digit = true
		case c == '_':
			if !digit || i+1 == len(s) || s[i+1] < '0' || s[i+1] > '9' {
				return false
			}
		case !strings.ContainsRune("+-.eE", c):
			return false
		default:
			digit = false
		}
	}
	return true
}

func (r *reader) list(v *Value, n *source.Node) {
	if n.Kind == source.Scalar && n.Value == "none" {
		v.State = Given
		return
	}
	if n.Kind != source.Sequence {
		r.report(n, describe(n)+" for "+v.Path(), leafExpected(v.Field), "put each on a line of its own after `- `, or all in [ ]")
		return
	}
	v.State = Given
	for i, c := range n.Content {
		if item := r.read(v.Field.Of, c, v, strconv.Itoa(i)); item.State != None {
			v.Items = append(v.Items, item)
		}
	}
}

func (r *reader) because(n *source.Node) string {
	if n.Kind != source.Scalar {
		r.report(n, describe(n)+" for `because`", "a text", "")
		return ""
	}
	if unknown(n) || n.Value == "none" {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

func (r *reader) evidence(n *source.Node) []string {
	nodes := n.Content
	switch n.Kind {
	case source.Scalar:
		if unknown(n) || n.Value == "none" {
			return nil
		}
		nodes = []*source.Node{n}
	case source.Mapping:
		r.report(n, "a mapping for `evidence`", "ids from the register `evidence` at the end of the document, such as [annual-report]", "")
		return nil
	}
	var ids []string
	for _, c := range nodes {
		c = source.Resolve(c)
		if c.Kind != source.Scalar {
			r.report(c, describe(c)+" for `evidence`", "an id from the register `evidence`", "")
			continue
		}
		ids = append(ids, c.Value)
		r.evidenceUses = append(r.evidenceUses, use{c.Value, c, r.file})
	}
	return ids
}

// whole checks what concerns the document as a whole and fills in organisations that are not named.
func (r *reader) whole() {
	p := r.p
	version := fmt.Sprintf("`partner: %d`, the version of the format", Version)
	switch v := p.Root.At("partner"); {
	case v == nil && (p.Root.State == Given || len(r.wrong) == 0):
		r.reportAt(p.Root, "no `partner` key", version, "add it as the first line")
	case v == nil: // not a mapping at all: reported
	case v.State == Unknown && v.Word == "":
		r.reportAt(v, "`partner` without a version", version, "")
	case v.State == Given && v.Number != Version:
		r.reportAt(v, "format version "+quoted(v.Word), fmt.Sprintf("version %d", Version), "this release reads no other")
	}
	orgs := p.Root.At("organisations")
	if orgs != nil && len(orgs.Items) > 2 {
		r.reportAt(orgs.Items[2], fmt.Sprintf("%d organisations", len(orgs.Items)), "two", "split the proposal: each partnership of two is assessed by itself")
	}
	around := orgs
	if around == nil {
		around = &Value{Field: Model.Field("organisations"), Parent: p.Root, Key: "organisations", Pos: source.Position{File: p.Name}}
	}
	for i, placeholder := range []string{"first", "second"} {
		if orgs != nil && i < len(orgs.Items) {
			p.Organisations[i] = orgs.Items[i]
			continue
		}
		p.Organisations[i] = &Value{Field: Model.Field("organisations"), Parent: around, Key: placeholder, Pos: source.Position{File: p.Name}}
	}
	if e := p.Root.At("evidence"); e != nil {
		p.Register = append(e.Items, p.Register...)
	}
	for _, e := range p.Register {
		if first, twice := p.byID[e.Key]; twice {
			r.reportAt(e, "the evidence "+quoted(e.Key)+" a second time", "each id once (first at "+first.Entry.Pos.String()+")", "give one of them another id")
			continue
		}
		p.byID[e.Key] = Piece{e, max(1, rankOf(e.At("kind").String()))}
	}
	for _, a := range p.Root.At("answers").items() {
		r.setAside(a, a)
		for _, view := range a.Views {
			r.setAside(view, a)
		}
	}
}

// setAside checks what an answer owes that sets its criterion aside. What stands beside `views` holds for each.
func (r *reader) setAside(a, around *Value) {
	if len(a.Views) > 0 || !a.Is("not-applicable") && !a.Is("other-means") {
		return
	}
	if a.Because == "" && around.Because == "" {
		r.reportAt(a, "`"+a.Word+"` without a reason", "the reason under `because`", "write {is: "+a.Word+", because: …}")
	}
	if a.Is("other-means") && len(a.Evidence) == 0 && len(around.Evidence) == 0 {
		r.reportAt(a, "`other-means` without evidence", "ids under `evidence`", "name what shows that the aim is reached by other means")
	}
}

func (v *Value) items() []*Value {
	if v == nil {
		return nil
	}
	return v.Items
}

// references checks that whatever an id names is there.
func (r *reader) references() {
	p := r.p
	var orgs, pieces []string
	for _, o := range p.Root.At("organisations").items() {
		orgs = append(orgs, o.Key)
	}
	for _, e := range p.Register {
		pieces = append(pieces, e.Key)
	}
	for _, u := range r.evidenceUses {
		if _, ok := p.byID[u.id]; !ok && !r.enough() {
			r.wrong = append(r.wrong, u.file.At(u.node, "the evidence "+quoted(u.id)+", which the register does not hold", "", addOrUse(u.id, pieces, "the register `evidence`")))
		}
	}
	objectives := map[*Value][]string{}
	for _, o := range p.Organisations {
		for _, objective := range o.At("objectives").items() {
			objectives[o] = append(objectives[o], objective.At("id").String())
		}
	}
	for _, v := range r.referenceUses {
		if r.enough() {
			return
		}
		switch v.Field.RefTo {
		case "organisations":
			if !slices.Contains(orgs, v.Word) {
				r.reportAt(v, "the organisation "+quoted(v.Word)+", which is not one of the two", "", addOrUse(v.Word, orgs, "`organisations`"))
			}
		case "objectives":
			org := servedBy(v)
			o := p.Organisation(org)
			if o == nil {
				continue // reported as an unknown organisation
			}
			if ids := objectives[o]; !slices.Contains(ids, v.Word) {
				r.reportAt(v, "the objective "+quoted(v.Word)+", which "+org+" does not have", "", addOrUse(v.Word, ids, "organisations."+org+".objectives"))
			}
		}
	}
}

// servedBy gives the organisation under whose id a reference to an objective stands.
func servedBy(v *Value) string {
	for ; v.Parent != nil; v = v.Parent {
		if v.Parent.Field.Kind == ByOrganisation {
			return v.Key
		}
	}
	return ""
}

func addOrUse(word string, valid []string, where string) string {
	if near := source.DidYouMean(word, valid); near != "" {
		return near
	}
	if len(valid) == 0 {
		return "add it to " + where
	}
	return "add it to " + where + ", or use " + source.Listed(valid)
}
