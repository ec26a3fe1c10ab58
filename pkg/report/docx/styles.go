package docx

import (
	"strconv"
	"strings"

	"partner/pkg/report/opc"
)

// The styles that a paper uses, by the names by which Word knows them in every language.
const (
	normal       = "Normal"
	running      = "Body Text"
	itemised     = "List Paragraph"
	bulleted     = "List Bullet"
	goesOn       = "List Continue"
	titled       = "Title"
	contentsHead = "TOC Heading"
	contentsLine = "toc 1"
	grid         = "Table Grid"
	strong       = "Strong"
	toFill       = "Placeholder Text"
	footer       = "footer"

	// Those that Word has no style of its own for.
	celled     = "Paper Table Text"
	headCelled = "Paper Table Heading"
	faint      = "Paper Aside"
)

// style is a style as it is defined where the house has none of its name.
type style struct {
	name, id string
	kind     string // paragraph, character or table
	based    string // on the style of this name
	next     string // the style of the paragraph after it
	own      string // its properties
	level    int    // of a heading, from 1
	shown    bool   // it is offered to whoever edits the document
}

// bulletsOf is put in the place of the number by which a style numbers its paragraphs.
const bulletsOf = "\x00bullets\x00"

// ours are the styles that are added where the house has none of the name. The first is what the others rest on.
var ours = []style{
	{name: normal, id: "Normal", kind: "paragraph", own: `<w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr>`, shown: true},
	{name: running, id: "BodyText", kind: "paragraph", based: normal, own: `<w:pPr><w:widowControl/></w:pPr>`, shown: true},
	{name: titled, id: "Title", kind: "paragraph", based: normal, next: running, own: `<w:pPr><w:keepNext/><w:spacing w:before="120" w:after="240"/></w:pPr><w:rPr><w:b/><w:color w:val="003087"/><w:sz w:val="40"/></w:rPr>`, shown: true},
	{name: "heading 1", id: "Heading1", kind: "paragraph", based: normal, next: running, level: 1, own: `<w:rPr><w:b/><w:color w:val="003087"/><w:sz w:val="32"/></w:rPr>`, shown: true},
	{name: "heading 2", id: "Heading2", kind: "paragraph", based: normal, next: running, level: 2, own: `<w:rPr><w:b/><w:color w:val="003087"/><w:sz w:val="24"/></w:rPr>`, shown: true},
	{name: "heading 3", id: "Heading3", kind: "paragraph", based: normal, next: running, level: 3, own: `<w:rPr><w:b/><w:sz w:val="22"/></w:rPr>`, shown: true},
	{name: itemised, id: "ListParagraph", kind: "paragraph", based: normal, own: `<w:pPr><w:widowControl/><w:spacing w:after="60"/><w:ind w:left="425"/></w:pPr>`},
	{name: bulleted, id: "ListBullet", kind: "paragraph", based: normal, own: `<w:pPr><w:widowControl/>` + bulletsOf + `<w:spacing w:after="60"/></w:pPr>`},
	{name: goesOn, id: "ListContinue", kind: "paragraph", based: normal, own: `<w:pPr><w:widowControl/><w:spacing w:after="60"/><w:ind w:left="425"/></w:pPr>`},
	{name: contentsHead, id: "TOCHeading", kind: "paragraph", based: normal, next: running, own: `<w:pPr><w:keepNext/><w:spacing w:before="320" w:after="120"/></w:pPr><w:rPr><w:b/><w:color w:val="003087"/><w:sz w:val="24"/></w:rPr>`},
	{name: contentsLine, id: "TOC1", kind: "paragraph", based: normal, next: normal, own: `<w:pPr><w:spacing w:after="40"/></w:pPr>`},
	{name: footer, id: "Footer", kind: "paragraph", based: normal, own: `<w:pPr><w:spacing w:after="0"/><w:jc w:val="right"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>`},
	{name: celled, id: "PaperTableText", kind: "paragraph", based: normal, own: `<w:pPr><w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="19"/></w:rPr>`},
	{name: headCelled, id: "PaperTableHeading", kind: "paragraph", based: celled, own: `<w:rPr><w:b/></w:rPr>`},
	{name: strong, id: "Strong", kind: "character", own: `<w:rPr><w:b/></w:rPr>`},
	{name: faint, id: "PaperAside", kind: "character", own: `<w:rPr><w:color w:val="4C5F6B"/></w:rPr>`},
	{name: toFill, id: "PlaceholderText", kind: "character", own: `<w:rPr><w:i/><w:color w:val="595959"/></w:rPr>`},
	{name: grid, id: "TableGrid", kind: "table", own: `<w:tblPr><w:tblBorders>` + border("top") + border("left") + border("bottom") + border("right") + border("insideH") + border("insideV") + `</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8EDEE"/></w:tcPr></w:tblStylePr>`, shown: true},
}

func border(side string) string {
	return `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="A6B3BA"/>`
}

// headingSpace is the room around headings, by their level.
var headingSpace = [...]string{1: `w:before="360" w:after="140"`, 2: `w:before="240" w:after="80"`, 3: `w:before="180" w:after="60"`}

// defined is a style as a document has it.
type defined struct {
	id       string
	levelled bool // it has an outline level
	numbers  bool // it numbers its paragraphs, or puts bullets before them
}

// lookup finds styles by their kinds and names, in small letters.
type lookup map[string]defined

func (l lookup) of(kind, name string) (defined, bool) {
	d, is := l[kind+" "+strings.ToLower(name)]
	return d, is
}

func (l lookup) add(kind, name string, d defined) { l[kind+" "+strings.ToLower(name)] = d }

// styles finds the styles that a paper uses by their names.
type styles map[string]defined

// id is the id of a style, as XML holds it.
func (s styles) id(name string) string     { return opc.Escaped(s[name].id) }
func (s styles) levelled(name string) bool { return s[name].levelled }
func (s styles) numbers(name string) bool  { return s[name].numbers }

// with finds ours among the styles of a document, and gives those that it lacks as XML; bullets of theirs are of that
// number.
func (l lookup) with(bullets int) (styles, string) {
	found := styles{}
	ids := map[string]bool{}
	for _, d := range l {
		ids[strings.ToLower(d.id)] = true
	}
	var b strings.Builder
	for _, s := range ours {
		if d, has := l.of(s.kind, s.name); has {
			found[s.name] = d
			continue
		}
		id := s.id
		for n := 1; ids[strings.ToLower(id)]; n++ {
			id = s.id + "Paper" + strconv.Itoa(n)
		}
		ids[strings.ToLower(id)] = true
		found[s.name] = defined{id: id, levelled: s.level > 0, numbers: strings.Contains(s.own, bulletsOf)}
		s.write(&b, found, bullets)
	}
	return found, b.String()
}

// space is the space of names of documents, which what is added to a part of a template names itself, as that may call
// it otherwise.
const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// write writes the definition of a style.
func (s style) write(b *strings.Builder, among styles, bullets int) {
	b.WriteString(`<w:style ` + space + ` w:type="` + s.kind + `"`)
	if s.name == normal {
		b.WriteString(` w:default="1"`)
	}
	if s.name == celled || s.name == headCelled || s.name == faint {
		b.WriteString(` w:customStyle="1"`)
	}
	b.WriteString(` w:styleId="` + among.id(s.name) + `"><w:name w:val="` + s.name + `"/>`)
	if s.based != "" {
		b.WriteString(`<w:basedOn w:val="` + among.id(s.based) + `"/>`)
	}
	if s.next != "" {
		b.WriteString(`<w:next w:val="` + among.id(s.next) + `"/>`)
	}
	if s.shown {
		b.WriteString(`<w:qFormat/>`)
	}
	if s.level > 0 {
		b.WriteString(`<w:pPr><w:keepNext/><w:keepLines/><w:spacing ` + headingSpace[s.level] + `/><w:outlineLvl w:val="` + strconv.Itoa(s.level-1) + `"/></w:pPr>`)
	}
	b.WriteString(strings.Replace(s.own, bulletsOf, `<w:numPr><w:numId w:val="`+strconv.Itoa(bullets)+`"/></w:numPr>`, 1) + `</w:style>`)
}
