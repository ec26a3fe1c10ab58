package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"partner/pkg/report/opc"
)

// Template is a house template: its styles, page, header and footer are those of papers. What stands in its body is not
// taken.
type Template struct {
	parts   map[string][]byte // by name, without the slash before it
	main    string            // the name of the part with the text
	root    string            // the first tag of that
	section string            // the properties of its last section, as they are written
	width   int               // of the text, in twentieths of a point
	footed  bool              // it has a footer of its own

	styles     lookup
	stylesPart string
	numbering  string // the name of the part of numberings; "" where there is none
	numbers    int    // the highest number of a list
	abstracts  int    // the highest number of a definition of one
}

// The most that a template may hold.
const (
	mostParts = 4000
	mostBytes = 64 << 20
)

// The spaces of names, and the types, by which parts of documents are known.
const (
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	typesSpace    = "http://schemas.openxmlformats.org/package/2006/content-types"
	mainType      = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	templateType  = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
	partType      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

const typesPart, rootRelations, corePart = "[Content_Types].xml", "_rels/.rels", "docProps/core.xml"

// ReadTemplate reads a house template. What is wrong with one is said with what to do about it.
func ReadTemplate(data []byte) (*Template, error) {
	const save = "save it in Word as a Word Template (.dotx), and name that"
	if bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0}) {
		return nil, errors.New("it is of an old form of Word, or has a password: " + save)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("it is no Word file: name a Word Template (.dotx) or a Word document (.docx)")
	}
	if len(z.File) > mostParts {
		return nil, fmt.Errorf("it has %d parts, more than the %d that are read", len(z.File), mostParts)
	}
	t := &Template{parts: map[string][]byte{}}
	total := 0
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if _, twice := t.parts[f.Name]; twice || f.Name == "" || strings.HasPrefix(f.Name, "/") || strings.Contains(f.Name, `\`) || path.Clean(f.Name) != f.Name || strings.HasPrefix(f.Name, "..") {
			return nil, errors.New("its parts have names that no Word file has, or one name twice: " + save)
		}
		r, err := f.Open()
		if err != nil {
			return nil, errors.New("it is damaged: " + save)
		}
		text, err := io.ReadAll(io.LimitReader(r, int64(mostBytes-total)+1))
		r.Close()
		if total += len(text); total > mostBytes {
			return nil, fmt.Errorf("it holds more than the %d MB that are read: a template without pictures is smaller", mostBytes>>20)
		}
		if err != nil {
			return nil, errors.New("it is damaged: " + save)
		}
		t.parts[f.Name] = text
	}
	if err := t.read(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, save)
	}
	return t, nil
}

// read finds out what is in the parts.
func (t *Template) read() error {
	if mime := t.parts["mimetype"]; bytes.Contains(mime, []byte("opendocument")) {
		return errors.New("it is an OpenDocument file")
	}
	kinds, err := t.kinds()
	if err != nil {
		return err
	}
	roots, err := t.relations(rootRelations)
	if err != nil {
		return err
	}
	t.main = roots[opc.DocumentRelation]
	kind := kinds[t.main]
	for name, k := range kinds {
		if strings.Contains(strings.ToLower(k), "macroenabled") || strings.Contains(strings.ToLower(k), "vbaproject") || strings.HasSuffix(strings.ToLower(name), "vbaproject.bin") {
			return errors.New("it holds macros, which a paper must not bring")
		}
	}
	for name := range t.parts {
		if strings.HasSuffix(strings.ToLower(name), "vbaproject.bin") {
			return errors.New("it holds macros, which a paper must not bring")
		}
	}
	switch {
	case strings.Contains(kind, "spreadsheet"):
		return errors.New("it is a workbook and no Word file")
	case strings.Contains(kind, "presentation"):
		return errors.New("it is a presentation and no Word file")
	case kind != mainType && kind != templateType || t.parts[t.main] == nil:
		return errors.New("it is no Word file")
	}
	related, err := t.relations(relationsOf(t.main))
	if err != nil {
		return err
	}
	t.stylesPart, t.numbering = related[relationSpace+"/styles"], related[relationSpace+"/numbering"]
	for _, read := range []func() error{t.readMain, t.readStyles, t.readNumbering} {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}

// kinds are the types of parts that are named one by one.
func (t *Template) kinds() (map[string]string, error) {
	all, err := scanned(t.parts[typesPart])
	if err != nil {
		return nil, errors.New("it is no Word file")
	}
	kinds := map[string]string{}
	for _, e := range all {
		if e.name.Local == "Override" {
			kinds[strings.TrimPrefix(e.attribute("PartName"), "/")] = e.attribute("ContentType")
		}
	}
	return kinds, nil
}

// relationsOf is the name of the part that says to what another is related.
func relationsOf(part string) string {
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

// relations are the parts to which one is related, by the type of the relation, the first of each.
func (t *Template) relations(name string) (map[string]string, error) {
	related := map[string]string{}
	if t.parts[name] == nil {
		return related, nil
	}
	all, err := scanned(t.parts[name])
	if err != nil {
		return nil, fmt.Errorf("its part %s cannot be read", name)
	}
	folder := path.Dir(path.Dir(name))
	for _, e := range all {
		kind, target := e.attribute("Type"), e.attribute("Target")
		if e.name.Local != "Relationship" || strings.EqualFold(e.attribute("TargetMode"), "External") || related[kind] != "" {
			continue
		}
		if strings.HasPrefix(target, "/") {
			related[kind] = strings.TrimPrefix(path.Clean(target), "/")
		} else {
			related[kind] = path.Join(folder, target)
		}
	}
	return related, nil
}

// readMain reads the first tag of the text, and the properties of its last section.
func (t *Template) readMain() error {
	part := t.parts[t.main]
	all, err := scanned(part)
	if err != nil {
		return fmt.Errorf("its part %s cannot be read", t.main)
	}
	prefixes := map[string]string{}
	for _, a := range all[0].attributes {
		if a.Name.Space == "xmlns" {
			prefixes[a.Name.Local] = a.Value
		}
	}
	if prefixes["w"] != wordSpace || prefixes["r"] != "" && prefixes["r"] != relationSpace {
		return errors.New("it is written in a form of Word's files that is seldom used (Strict Open XML)")
	}
	root := string(part[all[0].from:all[0].open])
	if prefixes["r"] == "" {
		root = strings.TrimSuffix(root, ">") + ` xmlns:r="` + relationSpace + `">`
	}
	t.root = root
	t.width = pageWidth - 2*pageMargin
	for i, e := range all {
		if e.name.Local != "sectPr" || e.depth != 2 || e.empty() {
			continue
		}
		t.section = string(part[e.from:e.to])
		t.footed = false
		size, left, right := 0, 0, 0
		for _, x := range all[i+1:] {
			if x.from > e.to {
				break
			}
			switch x.name.Local {
			case "footerReference":
				t.footed = true
			case "pgSz":
				size, _ = strconv.Atoi(x.attribute("w"))
			case "pgMar":
				left, _ = strconv.Atoi(x.attribute("left"))
				right, _ = strconv.Atoi(x.attribute("right"))
			}
		}
		if w := size - left - right; w > 2000 && w < 40000 {
			t.width = w
		}
	}
	if t.section == "" {
		t.section = ownSection
	}
	return nil
}

// readStyles reads which styles there are.
func (t *Template) readStyles() error {
	t.styles = lookup{}
	if t.parts[t.stylesPart] == nil {
		t.stylesPart = path.Join(path.Dir(t.main), "styles.xml")
		if t.parts[t.stylesPart] != nil {
			return errors.New("its styles are not where its parts say that they are")
		}
		return nil
	}
	all, err := scanned(t.parts[t.stylesPart])
	if err != nil {
		return fmt.Errorf("its part %s cannot be read", t.stylesPart)
	}
	for i, e := range all {
		if e.name.Local != "style" || e.depth != 1 {
			continue
		}
		d, name := defined{id: e.attribute("styleId")}, ""
		for _, x := range all[i+1:] {
			if x.from > e.to {
				break
			}
			switch {
			case x.name.Local == "name" && x.depth == 2:
				name = x.attribute("val")
			case x.name.Local == "outlineLvl":
				d.levelled = true
			case x.name.Local == "numId":
				d.numbers = x.attribute("val") != "0"
			}
		}
		if d.id == "" || name == "" {
			continue
		}
		kind := e.attribute("type")
		if _, twice := t.styles.of(kind, name); !twice {
			t.styles.add(kind, name, d)
		}
		if is := e.attribute("default"); kind == "paragraph" && (is == "1" || is == "true" || is == "on") {
			t.styles.add(kind, normal, d) // whatever it is called
		}
	}
	return nil
}

// readNumbering reads which numbers of lists are taken.
func (t *Template) readNumbering() error {
	if t.parts[t.numbering] == nil {
		t.numbering = ""
		return nil
	}
	all, err := scanned(t.parts[t.numbering])
	if err != nil {
		return fmt.Errorf("its part %s cannot be read", t.numbering)
	}
	for _, e := range all {
		id := e.attribute("numId")
		to := &t.numbers
		if e.name.Local == "abstractNum" {
			id, to = e.attribute("abstractNumId"), &t.abstracts
		} else if e.name.Local != "num" {
			continue
		}
		n, err := strconv.Atoi(id)
		if err != nil || n < 0 || n > 1<<30 {
			return errors.New("its lists are numbered in no way that Word knows")
		}
		*to = max(*to, n)
	}
	return nil
}
