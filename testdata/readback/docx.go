package readback

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// WordDocument is what a Word document says.
type WordDocument struct {
	Title      string              // of its properties
	Language   string              // of its defaults
	Paragraphs []string            // in their order, those of cells too
	Headings   [4][]string         // by their level, from 1
	Cells      []string            // of tables, in their order
	Fields     map[string]string   // to fill in, by their tags: what they say
	Headers    int                 // rows that repeat
	Parts      map[string][]byte   // by name
	Order      []string            // of the parts in the archive
	Styles     map[string][]string // the names of styles by their kinds, as they stand
}

// node is an element of XML.
type node struct {
	xml.StartElement
	of   []*node
	text string
	in   *node
}

func (n *node) attribute(name string) string {
	for _, a := range n.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// each goes through an element and all in it.
func (n *node) each(yield func(*node)) {
	yield(n)
	for _, x := range n.of {
		x.each(yield)
	}
}

// all are the elements of a name in one.
func (n *node) all(name string) []*node {
	var found []*node
	n.each(func(x *node) {
		if x.Name.Local == name {
			found = append(found, x)
		}
	})
	return found
}

// value is the attribute val of the first element of a name in one.
func (n *node) value(name string) string {
	if x := n.all(name); len(x) > 0 {
		return x[0].attribute("val")
	}
	return ""
}

// said is the text of an element.
func (n *node) said() string {
	var b strings.Builder
	n.each(func(x *node) {
		switch x.Name.Local {
		case "t":
			b.WriteString(x.text)
		case "tab":
			if x.in.Name.Local == "r" {
				b.WriteByte('\t')
			}
		}
	})
	return b.String()
}

func parsed(t testing.TB, name string, text []byte) *node {
	t.Helper()
	top := &node{}
	at := top
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			n := &node{StartElement: x.Copy(), in: at}
			at.of = append(at.of, n)
			at = n
		case xml.EndElement:
			at = at.in
		case xml.CharData:
			at.text += string(x)
		case xml.Directive:
			t.Fatalf("%s: a directive", name)
		}
	}
	if len(top.of) != 1 {
		t.Fatalf("%s has %d roots", name, len(top.of))
	}
	return top.of[0]
}

// Word reads a Word document, and fails where its parts do not hang together: where a relation leads nowhere, a style, a
// list or a bookmark is not defined, a table has rows of another width, or a field has no end.
func Word(t testing.TB, out []byte) WordDocument {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	w := WordDocument{Parts: map[string][]byte{}, Fields: map[string]string{}, Styles: map[string][]string{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if w.Parts[f.Name] != nil || f.Modified.Year() != 2000 {
			t.Fatalf("%s stands twice, or was made at %s", f.Name, f.Modified)
		}
		w.Parts[f.Name] = text
		w.Order = append(w.Order, f.Name)
	}
	if w.Order[0] != "[Content_Types].xml" || w.Order[1] != "_rels/.rels" {
		t.Fatalf("it begins with %q", w.Order[:2])
	}
	w.typed(t)
	main := w.related(t, "_rels/.rels", "/officeDocument")
	if main == "" || w.Order[2] != main {
		t.Fatalf("the text is %q, and %q comes first", main, w.Order[2])
	}
	relations := path.Join(path.Dir(main), "_rels", path.Base(main)+".rels")
	styles := parsed(t, "styles", w.Parts[w.related(t, relations, "/styles")])
	lists := parsed(t, "numbering", w.Parts[w.related(t, relations, "/numbering")])
	body := parsed(t, main, w.Parts[main])
	core := parsed(t, "core", w.Parts[w.related(t, "_rels/.rels", "/core-properties")])
	for _, x := range core.of {
		switch x.Name.Local {
		case "title":
			w.Title = x.text
		case "created", "modified", "lastModifiedBy":
			t.Errorf("the properties tell %s", x.Name.Local)
		}
	}
	for _, d := range styles.all("docDefaults") {
		w.Language = d.value("lang")
	}
	ids := map[string]bool{}
	for _, r := range parsed(t, relations, w.Parts[relations]).of {
		ids[r.attribute("Id")] = true
	}
	w.defined(t, styles, body)
	for name, text := range w.Parts {
		if strings.HasPrefix(path.Base(name), "footerPaper") {
			w.defined(t, styles, parsed(t, name, text))
		}
	}
	w.listed(t, lists, body)
	w.said(t, styles, body, ids)
	return w
}

// typed fails where a part has no type, or a type no part.
func (w *WordDocument) typed(t testing.TB) {
	t.Helper()
	defaults, overrides := map[string]bool{}, map[string]bool{}
	for _, x := range parsed(t, "[Content_Types].xml", w.Parts["[Content_Types].xml"]).of {
		to, of := defaults, strings.ToLower(x.attribute("Extension"))
		if x.Name.Local == "Override" {
			to, of = overrides, strings.TrimPrefix(x.attribute("PartName"), "/")
			if w.Parts[of] == nil {
				t.Errorf("the type of %s, which is not there", of)
			}
		}
		if to[of] || x.attribute("ContentType") == "" || strings.Contains(x.attribute("ContentType"), "template") || strings.Contains(x.attribute("ContentType"), "macro") {
			t.Errorf("the type of %s: %s, or twice", of, x.attribute("ContentType"))
		}
		to[of] = true
	}
	for name, text := range w.Parts {
		if ext := strings.ToLower(strings.TrimPrefix(path.Ext(name), ".")); name != "[Content_Types].xml" && !overrides[name] && !defaults[ext] {
			t.Errorf("%s has no type", name)
		} else if ext == "xml" || ext == "rels" {
			parsed(t, name, text)
		}
		if strings.HasSuffix(name, ".rels") {
			w.related(t, name, "")
		}
	}
}

// related gives the part to which one is related, by the end of the type; all relations lead somewhere.
func (w *WordDocument) related(t testing.TB, name, kind string) string {
	t.Helper()
	found := ""
	ids := map[string]bool{}
	for _, x := range parsed(t, name, w.Parts[name]).of {
		target := x.attribute("Target")
		if ids[x.attribute("Id")] {
			t.Errorf("%s: the id %s stands twice", name, x.attribute("Id"))
		}
		ids[x.attribute("Id")] = true
		if x.attribute("TargetMode") == "External" {
			continue
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(path.Dir(name)), target)
		}
		target = strings.TrimPrefix(target, "/")
		if w.Parts[target] == nil {
			t.Errorf("%s leads to %s, which is not there", name, target)
		}
		if kind != "" && strings.HasSuffix(x.attribute("Type"), kind) {
			found = target
		}
	}
	return found
}

// defined fails where a style is used that is not there, or of another kind.
func (w *WordDocument) defined(t testing.TB, styles, text *node) {
	t.Helper()
	kinds := map[string]string{}
	w.Styles = map[string][]string{}
	for _, s := range styles.all("style") {
		id, kind := s.attribute("styleId"), s.attribute("type")
		if kinds[id] != "" {
			t.Errorf("the style %s is defined twice", id)
		}
		kinds[id] = kind
		w.Styles[kind] = append(w.Styles[kind], s.value("name"))
	}
	for _, s := range styles.all("style") {
		for _, other := range []string{"basedOn", "next"} {
			if of := s.value(other); of != "" && kinds[of] == "" {
				t.Errorf("the style %s names %s, which is not there", s.attribute("styleId"), of)
			}
		}
	}
	for use, kind := range map[string]string{"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"} {
		for _, x := range text.all(use) {
			if of := x.attribute("val"); kinds[of] != kind {
				t.Errorf("a %s uses the style %q, which is %q", kind, of, kinds[of])
			}
		}
	}
}

// listed fails where a list is used that is not defined.
func (w *WordDocument) listed(t testing.TB, lists, body *node) {
	t.Helper()
	definitions, nums := map[string]bool{}, map[string]bool{}
	begun := false
	for _, x := range lists.of {
		switch x.Name.Local {
		case "abstractNum":
			if id := x.attribute("abstractNumId"); definitions[id] || begun {
				t.Errorf("the definition %s stands twice, or behind lists", id)
			} else {
				definitions[id] = true
			}
		case "num":
			begun = true
			if id := x.attribute("numId"); nums[id] || !definitions[x.value("abstractNumId")] {
				t.Errorf("the list %s stands twice, or has no definition", id)
			} else {
				nums[id] = true
			}
		}
	}
	for _, x := range body.all("numId") {
		if !nums[x.attribute("val")] {
			t.Errorf("there is no list %s", x.attribute("val"))
		}
	}
}

// said reads what a text says, and fails where it does not hang together.
func (w *WordDocument) said(t testing.TB, styles, body *node, relations map[string]bool) {
	t.Helper()
	names, levels := map[string]string{}, map[string]string{}
	for _, s := range styles.all("style") {
		if s.attribute("type") == "paragraph" {
			names[s.attribute("styleId")], levels[s.attribute("styleId")] = strings.ToLower(s.value("name")), s.value("outlineLvl")
		}
	}
	marks := map[string]bool{}
	depth := 0
	body.each(func(x *node) {
		switch x.Name.Local {
		case "p":
			text := x.said()
			Printable(t, strings.ReplaceAll(text, "\t", ""))
			w.Paragraphs = append(w.Paragraphs, text)
			id := x.value("pStyle")
			if n, is := strings.CutPrefix(names[id], "heading "); is {
				level := levels[id]
				if own := x.value("outlineLvl"); own != "" {
					level = own
				}
				at, err := strconv.Atoi(n)
				if err != nil || level != strconv.Itoa(at-1) || text == "" {
					t.Fatalf("the heading %q of %s has the level %q", text, n, level)
				}
				w.Headings[at] = append(w.Headings[at], text)
			}
		case "t":
			if x.attribute("space") != "preserve" || strings.ContainsAny(x.text, "\n\r\t") {
				t.Errorf("the text %q does not keep its spaces, or is on several lines", x.text)
			}
		case "tc":
			w.Cells = append(w.Cells, x.said())
			if len(x.all("p")) == 0 {
				t.Error("a cell without a paragraph")
			}
		case "tbl":
			w.table(t, x)
		case "sdt":
			w.Fields[x.value("tag")] = x.said()
		case "bookmarkStart":
			if marks[x.attribute("name")] || marks["#"+x.attribute("id")] {
				t.Errorf("the bookmark %s stands twice", x.attribute("name"))
			}
			marks[x.attribute("name")], marks["#"+x.attribute("id")] = true, true
		case "fldChar":
			if kind := x.attribute("fldCharType"); kind == "begin" {
				depth++
			} else if kind == "end" {
				depth--
			}
			if depth < 0 || depth > 1 {
				t.Error("a field begins in another, or ends twice")
			}
		case "fldSimple", "altChunk", "object", "drawing", "pict":
			t.Errorf("it holds a %s", x.Name.Local)
		case "instrText":
			if word := strings.Fields(x.text)[0]; !slices.Contains([]string{"TOC", "PAGE", "NUMPAGES"}, word) {
				t.Errorf("it holds the field %s", word)
			}
		}
		for _, a := range x.Attr {
			if a.Name.Space == "http://schemas.openxmlformats.org/officeDocument/2006/relationships" && !relations[a.Value] {
				t.Errorf("a %s names the relation %s, which is not there", x.Name.Local, a.Value)
			}
		}
	})
	for _, x := range body.all("hyperlink") {
		if !marks[x.attribute("anchor")] {
			t.Errorf("a link leads to %q, which is not there", x.attribute("anchor"))
		}
	}
	if depth != 0 {
		t.Error("a field has no end")
	}
}

// table fails where a table has no grid, rows of another width, or a header that is not its first row.
func (w *WordDocument) table(t testing.TB, table *node) {
	t.Helper()
	columns := 0
	for _, x := range table.of {
		if x.Name.Local == "tblGrid" {
			columns = len(x.of)
		}
	}
	rows := 0
	for _, x := range table.of {
		if x.Name.Local != "tr" {
			continue
		}
		cells := 0
		for _, c := range x.of {
			if c.Name.Local == "tc" {
				cells++
				if len(c.all("tcW")) != 1 {
					t.Error("a cell without a width")
				}
			}
		}
		if cells != columns {
			t.Errorf("a row of %d cells in a table of %d columns", cells, columns)
		}
		if len(x.all("tblHeader")) > 0 {
			if w.Headers++; rows > 0 {
				t.Error("a header behind the first row")
			}
		}
		rows++
	}
	if rows == 0 || columns == 0 {
		t.Error("an empty table")
	}
}
