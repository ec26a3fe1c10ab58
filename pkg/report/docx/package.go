package docx

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/report/opc"
)

// The page where no house template says otherwise: A4, in twentieths of a point.
const pageWidth, pageMargin = 11906, 1134

const ownSection = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`

// own is the template where the house has none.
func own() *Template {
	related := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + target + `"/>`
	}
	list := func(all ...string) []byte {
		return []byte(opc.Declaration + `<Relationships xmlns="` + opc.RelationshipsSpace + `">` + strings.Join(all, "") + `</Relationships>`)
	}
	t := &Template{
		main: "word/document.xml", stylesPart: "word/styles.xml", width: pageWidth - 2*pageMargin, section: ownSection, styles: lookup{},
		root: `<w:document ` + space + ` xmlns:r="` + relationSpace + `">`,
	}
	t.parts = map[string][]byte{
		typesPart:           []byte(opc.Declaration + `<Types xmlns="` + typesSpace + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + mainType + `"/><Override PartName="/word/styles.xml" ContentType="` + partType + `styles+xml"/><Override PartName="/word/settings.xml" ContentType="` + partType + `settings+xml"/></Types>`),
		rootRelations:       list(related("rId1", opc.DocumentRelation, "word/document.xml")),
		relationsOf(t.main): list(related("rId1", relationSpace+"/styles", "styles.xml"), related("rId2", relationSpace+"/settings", "settings.xml")),
		t.main:              nil,
		t.stylesPart:        []byte(opc.Declaration + `<w:styles ` + space + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults></w:styles>`),
		"word/settings.xml": []byte(opc.Declaration + `<w:settings ` + space + `><w:defaultTabStop w:val="709"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`),
	}
	return t
}

// paper is what is put into a template.
type paper struct {
	title, author string
	front, body   string
	styles        string // those that the template lacks
	footer        string
	lists         []numbering // the first for bullets of our own style
}

// write writes a document: what the template holds, with our text, and with what that needs and the template lacks.
func (t *Template) write(w io.Writer, p paper) error {
	parts := maps.Clone(t.parts)
	a := addition{t: t, parts: parts}
	parts[t.stylesPart] = t.stylesWith(p.styles)
	if t.parts[t.stylesPart] == nil {
		a.relate(relationSpace+"/styles", t.stylesPart, partType+"styles+xml")
	}
	section := t.section
	if !t.footed {
		id := a.relate(relationSpace+"/footer", a.free("footer"), partType+"footer+xml")
		parts[a.last] = []byte(opc.Declaration + `<w:ftr ` + space + `>` + p.footer + `</w:ftr>`)
		open := strings.Index(section, ">") + 1
		section = section[:open] + `<w:footerReference w:type="default" r:id="` + id + `"/>` + section[open:]
	}
	numbering := t.numbering
	if numbering == "" {
		a.relate(relationSpace+"/numbering", a.free("numbering"), partType+"numbering+xml")
		numbering = a.last
		parts[numbering] = []byte(opc.Declaration + `<w:numbering ` + space + `></w:numbering>`)
	}
	parts[numbering] = numberingWith(parts[numbering], p.lists, t.abstracts+1, t.numbers+1)
	core := a.core()
	parts[core] = []byte(opc.Core{Title: p.title, Creator: p.author}.XML())
	a.end()
	z := opc.NewWriter(w)
	first := []string{typesPart, rootRelations, t.main}
	z.Part(typesPart, string(parts[typesPart]))
	z.Part(rootRelations, string(parts[rootRelations]))
	text := z.Begin(t.main)
	for _, piece := range []string{opc.Declaration, t.root, `<w:body>`, p.front, p.body, section, `</w:body></w:document>`} {
		_, _ = io.WriteString(text, piece) // what goes wrong is kept
	}
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		if !slices.Contains(first, name) {
			z.Part(name, string(parts[name]))
		}
	}
	return z.Close()
}

// addition is what a template is given besides: relations and types of new parts.
type addition struct {
	t                *Template
	parts            map[string][]byte
	relations, types strings.Builder
	rootRelations    string
	ids              int
	last             string // the part that was related last
}

// free is a name for a part beside the text that is not taken.
func (a *addition) free(name string) string {
	folder := path.Dir(a.t.main)
	for n := 1; ; n++ {
		if free := path.Join(folder, name+"Paper"+strconv.Itoa(n)+".xml"); a.parts[free] == nil {
			return free
		}
	}
}

// relate relates the text to a new part, and gives the id of the relation.
func (a *addition) relate(kind, part, of string) string {
	a.ids++
	a.last = part
	id := "paper" + strconv.Itoa(a.ids)
	a.relations.WriteString(`<Relationship xmlns="` + opc.RelationshipsSpace + `" Id="` + id + `" Type="` + kind + `" Target="/` + part + `"/>`)
	a.types.WriteString(`<Override xmlns="` + typesSpace + `" PartName="/` + part + `" ContentType="` + of + `"/>`)
	return id
}

// core is the name of the part of properties, which is added where there is none.
func (a *addition) core() string {
	related, err := a.t.relations(rootRelations)
	if err == nil && related[opc.CoreRelation] != "" {
		return related[opc.CoreRelation]
	}
	a.rootRelations = `<Relationship xmlns="` + opc.RelationshipsSpace + `" Id="paperCore" Type="` + opc.CoreRelation + `" Target="` + corePart + `"/>`
	a.types.WriteString(`<Override xmlns="` + typesSpace + `" PartName="/` + corePart + `" ContentType="` + opc.CoreType + `"/>`)
	return corePart
}

// end writes the relations and types of what was added. A template is a document from here on.
func (a *addition) end() {
	insert := func(name, text string) {
		part := a.parts[name]
		if part == nil {
			part = []byte(opc.Declaration + `<Relationships xmlns="` + opc.RelationshipsSpace + `"></Relationships>`)
		}
		a.parts[name] = within(part, text)
	}
	insert(relationsOf(a.t.main), a.relations.String())
	insert(rootRelations, a.rootRelations)
	insert(typesPart, a.types.String())
	a.parts[typesPart] = bytes.ReplaceAll(a.parts[typesPart], []byte(templateType), []byte(mainType))
}

// within puts text at the end of a part's root.
func within(part []byte, text string) []byte {
	if at := bytes.LastIndex(part, []byte("</")); at > 0 && bytes.IndexByte(part[at:], '>') == len(part)-at-1 { // its last tag
		return edited(part, edit{at, at, text})
	}
	all, err := scanned(part)
	if err != nil || text == "" {
		return part // it was read before
	}
	root := all[0]
	if root.empty() {
		tag := string(part[root.from:root.open])
		name, _, _ := strings.Cut(strings.Trim(tag, "<>/ "), " ")
		return edited(part, edit{root.open - 2, root.open, ">" + text + "</" + name + ">"})
	}
	return edited(part, edit{root.shut, root.shut, text})
}

// stylesWith are the styles of a template and those that it lacks, in British English throughout.
func (t *Template) stylesWith(added string) []byte {
	part := t.parts[t.stylesPart]
	if part == nil {
		part = []byte(opc.Declaration + `<w:styles ` + space + `></w:styles>`)
	}
	return within(british(part), added)
}

// british sets the language of the defaults, from which that of a PDF comes.
func british(part []byte) []byte {
	const lang = `<w:lang ` + space + ` w:val="en-GB"`
	all, err := scanned(part)
	if err != nil {
		return part // it was read before
	}
	find := func(in int, name string) int {
		return slices.IndexFunc(all, func(e element) bool { return e.in == in && e.name.Local == name })
	}
	put := func(at int, text string) []byte { return edited(part, edit{at, at, text}) }
	instead := func(e element, text string) []byte { return edited(part, edit{e.from, e.to, text}) }
	const inRuns = `<w:rPrDefault ` + space + `><w:rPr>` + lang + `/></w:rPr></w:rPrDefault>`
	defaults := find(0, "docDefaults")
	if all[0].empty() {
		return within(part, `<w:docDefaults `+space+`>`+inRuns+`</w:docDefaults>`)
	}
	if defaults < 0 {
		return put(all[0].open, `<w:docDefaults `+space+`>`+inRuns+`</w:docDefaults>`)
	}
	if all[defaults].empty() {
		return instead(all[defaults], `<w:docDefaults `+space+`>`+inRuns+`</w:docDefaults>`)
	}
	runs := find(defaults, "rPrDefault")
	if runs < 0 {
		return put(all[defaults].open, inRuns)
	}
	properties := -1
	if !all[runs].empty() {
		properties = find(runs, "rPr")
	}
	if properties < 0 || all[properties].empty() {
		return instead(all[runs], inRuns)
	}
	is := find(properties, "lang")
	if is < 0 {
		return put(all[properties].shut, lang+`/>`)
	}
	text := lang
	for _, other := range []string{"eastAsia", "bidi"} {
		if v := all[is].attribute(other); v != "" {
			text += ` w:` + other + `="` + opc.Escaped(v) + `"`
		}
	}
	return instead(all[is], text+`/>`)
}

// definitions are how lists are numbered, by their kinds.
var definitions = [...]struct{ format, text string }{
	dashes: {"bullet", "–"}, figures: {"decimal", "%1"}, letters: {"lowerLetter", "%1"}, asks: {"bullet", "?"},
}

// numberingWith adds definitions and lists to a part of numberings, each list beginning anew. Definitions stand before all
// lists.
func numberingWith(part []byte, lists []numbering, firstDefinition, firstList int) []byte {
	var abstracts, nums strings.Builder
	for i, d := range definitions {
		fmt.Fprintf(&abstracts, `<w:abstractNum %s w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="425"/></w:tabs><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>`, space, firstDefinition+i, d.format, d.text)
	}
	for i, kind := range lists {
		fmt.Fprintf(&nums, `<w:num %s w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, space, firstList+i, firstDefinition+int(kind))
	}
	all, err := scanned(part)
	if err != nil {
		return part // it was read before
	}
	if all[0].empty() {
		return within(part, abstracts.String()+nums.String())
	}
	first, last := all[0].shut, all[0].shut
	for _, e := range all {
		switch {
		case e.depth != 1:
		case e.name.Local == "num":
			first, last = min(first, e.from), e.to
		case e.name.Local == "numIdMacAtCleanup" && first == all[0].shut:
			first, last = e.from, e.from
		}
	}
	if last == all[0].shut {
		return within(part, abstracts.String()+nums.String())
	}
	return edited(part, edit{first, first, abstracts.String()}, edit{last, last, nums.String()})
}
