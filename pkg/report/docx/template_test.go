package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"partner/pkg/report/docx"
	"partner/testdata/readback"
)

const (
	wordSpace    = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	relations    = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	officeType   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	wordMain     = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	typesBegin   = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>`
	typeOfMain   = `<Override PartName="/word/document.xml" ContentType="` + wordMain + `template.main+xml"/>`
	typeOfStyles = `<Override PartName="/word/styles.xml" ContentType="` + wordMain + `styles+xml"/>`
)

// minimal is a template of a text alone.
func minimal() map[string]string {
	return map[string]string{
		"[Content_Types].xml": typesBegin + typeOfMain + `</Types>`,
		"_rels/.rels":         relations + `<Relationship Id="rId1" Type="` + officeType + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<w:document ` + wordSpace + `><w:body><w:p/></w:body></w:document>`,
	}
}

// house is a template with styles called otherwise, numberings, a header, a footer and a page of its own.
func house() map[string]string {
	t := minimal()
	t["[Content_Types].xml"] = typesBegin + typeOfMain + typeOfStyles + `<Override PartName="/word/numbering.xml" ContentType="` + wordMain + `numbering+xml"/><Override PartName="/word/header1.xml" ContentType="` + wordMain + `header+xml"/><Override PartName="/word/footer1.xml" ContentType="` + wordMain + `footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	t["_rels/.rels"] = relations + `<Relationship Id="rId1" Type="` + officeType + `officeDocument" Target="/word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
	t["docProps/core.xml"] = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Vorlage</dc:title><dcterms:created>2019-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`
	t["word/_rels/document.xml.rels"] = relations + `<Relationship Id="rId1" Type="` + officeType + `styles" Target="styles.xml"/><Relationship Id="rId2" Type="` + officeType + `numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="` + officeType + `header" Target="header1.xml"/><Relationship Id="rId4" Type="` + officeType + `footer" Target="footer1.xml"/></Relationships>`
	t["word/_rels/header1.xml.rels"] = relations + `<Relationship Id="rId1" Type="` + officeType + `image" Target="media/crest.png"/></Relationships>`
	t["word/media/crest.png"] = "no picture, but kept as it is"
	t["word/document.xml"] = `<w:document ` + wordSpace + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p><w:r><w:t>Text of the template</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1440" w:right="1440"/></w:sectPr></w:body></w:document>`
	t["word/header1.xml"] = `<w:hdr ` + wordSpace + `><w:p><w:r><w:t>The house</w:t></w:r></w:p></w:hdr>`
	t["word/footer1.xml"] = `<w:ftr ` + wordSpace + `><w:p/></w:ftr>`
	t["word/styles.xml"] = `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="de-DE" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Standard"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>` +
		`<w:style w:type="character" w:styleId="heading3"><w:name w:val="heading 3"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Aufz"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`
	t["word/numbering.xml"] = `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="4"/><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num><w:numIdMacAtCleanup w:val="1"/></w:numbering>`
	return t
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestAHouseTemplateGivesStylesPageAndHeader, in whatever language it was made; what it lacks is added, and all else of it
// stays as it is.
func TestAHouseTemplateGivesStylesPageAndHeader(t *testing.T) {
	top(t)
	r := withOptions(t, "../../examples/case-c.yaml")
	parts := house()
	h, err := docx.ReadTemplate(zipped(t, parts))
	if err != nil {
		t.Fatal(err)
	}
	out := written(t, r, docx.Options{Template: h})
	if !bytes.Equal(out, written(t, r, docx.Options{Template: h})) {
		t.Error("written again it is another")
	}
	w := readback.Word(t, out)
	body := string(w.Parts["word/document.xml"])
	for _, want := range []string{`<w:pStyle w:val="berschrift1"/>`, `<w:pStyle w:val="berschrift2"/><w:keepNext/><w:outlineLvl w:val="1"/>`, `<w:pStyle w:val="Aufz"/></w:pPr>`, `<w:headerReference w:type="default" r:id="rId3"/>`, `<w:pgSz w:w="12240"`} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is not in the text", want)
		}
	}
	if strings.Contains(body, "Text of the template") || strings.Contains(body, "footerPaper") {
		t.Error("the text of the template is in the paper, or a footer beside its own")
	}
	for _, same := range []string{"word/header1.xml", "word/footer1.xml", "word/media/crest.png", "word/_rels/header1.xml.rels"} {
		if string(w.Parts[same]) != parts[same] {
			t.Errorf("%s has been changed", same)
		}
	}
	styles := string(w.Parts["word/styles.xml"])
	if w.Language != "en-GB" || !strings.Contains(styles, `w:eastAsia="ja-JP"`) || strings.Contains(styles, "de-DE") || w.Title != r.Front.Title {
		t.Errorf("the language is %q, the title %q", w.Language, w.Title)
	}
	if n := strings.Count(styles, `w:default="1"`); n != 1 {
		t.Errorf("%d paragraph styles are the default", n)
	}
	for _, name := range []string{"Title", "Body Text", "heading 3", "Paper Table Text"} {
		if !slices.Contains(w.Styles["paragraph"], name) {
			t.Errorf("the style %s is not added", name)
		}
	}
	if !slices.Contains(w.Styles["table"], "Table Grid") {
		t.Error("the style of tables is not added")
	}
}

// TestAMinimalTemplateIsFilled, whatever forms its defaults of language have.
func TestAMinimalTemplateIsFilled(t *testing.T) {
	top(t)
	r := withOptions(t, "../../examples/case-c.yaml")
	for name, styles := range map[string]string{
		"no styles":    "",
		"none in it":   `<w:styles ` + wordSpace + `/>`,
		"no defaults":  `<w:styles ` + wordSpace + `></w:styles>`,
		"empty":        `<w:styles ` + wordSpace + `><w:docDefaults/></w:styles>`,
		"no runs":      `<w:styles ` + wordSpace + `><w:docDefaults><w:pPrDefault/></w:docDefaults></w:styles>`,
		"empty runs":   `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault/></w:docDefaults></w:styles>`,
		"no language":  `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>`,
		"of an prefix": `<x:styles xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:docDefaults><x:rPrDefault><x:rPr><x:lang x:val="en-US"/></x:rPr></x:rPrDefault></x:docDefaults></x:styles>`,
	} {
		t.Run(name, func(t *testing.T) {
			parts := minimal()
			if styles != "" {
				parts["[Content_Types].xml"] = typesBegin + typeOfMain + typeOfStyles + `</Types>`
				parts["word/_rels/document.xml.rels"] = relations + `<Relationship Id="rId1" Type="` + officeType + `styles" Target="styles.xml"/></Relationships>`
				parts["word/styles.xml"] = styles
			}
			h, err := docx.ReadTemplate(zipped(t, parts))
			if err != nil {
				t.Fatal(err)
			}
			if w := readback.Word(t, written(t, r, docx.Options{Template: h})); w.Language != "en-GB" || w.Parts["word/footerPaper1.xml"] == nil {
				t.Errorf("the language is %q, and there is a footer: %t", w.Language, w.Parts["word/footerPaper1.xml"] != nil)
			}
		})
	}
}

// TestWhatIsNoTemplateIsRefused with what is wrong and what to do.
func TestWhatIsNoTemplateIsRefused(t *testing.T) {
	with := func(name, text string) map[string]string {
		t := minimal()
		t[name] = text
		return t
	}
	for want, data := range map[string][]byte{
		"no Word file":                 []byte("partner: 1\n"),
		"of an old form of Word":       []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on"),
		"it holds macros":              zipped(t, with("word/vbaProject.bin", "x")),
		"which a paper must not bring": zipped(t, with("[Content_Types].xml", strings.Replace(minimal()["[Content_Types].xml"], wordMain+"template.main+xml", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml", 1))),
		"it is a workbook":             zipped(t, with("[Content_Types].xml", strings.Replace(minimal()["[Content_Types].xml"], wordMain+"template.main+xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", 1))),
		"it is an OpenDocument file":   zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text"}),
		"Strict Open XML":              zipped(t, with("word/document.xml", `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>`)),
		"cannot be read":               zipped(t, with("word/document.xml", `<w:document`)),
		"names that no Word file has":  zipped(t, with("../word/evil.xml", "x")),
		"it is no Word file: save it":  zipped(t, map[string]string{"a": "b"}),
	} {
		if _, err := docx.ReadTemplate(data); err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), ".dotx") {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// FuzzTemplate reads parts of any text as those of a template: it is refused, or a paper with it hangs together.
func FuzzTemplate(f *testing.F) {
	h := house()
	for _, name := range []string{"word/document.xml", "word/styles.xml", "word/numbering.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"} {
		f.Add(name, h[name])
	}
	f.Add("word/styles.xml", `<w:styles `+wordSpace+`><w:style w:type="paragraph" w:styleId="&quot;/>&lt;a"><w:name w:val="Body Text"/></w:style></w:styles>`)
	f.Add("word/styles.xml", `<w:styles `+wordSpace+`><w:style w:type="paragraph" w:styleId="x"><w:name w:val="Title"/></w:style></w:styles>`)
	f.Fuzz(func(t *testing.T, name, text string) {
		parts := house()
		if _, is := parts[name]; !is {
			return
		}
		parts[name] = text
		template, err := docx.ReadTemplate(zipped(t, parts))
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := docx.Write(&b, small(), docx.Options{Template: template}); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		main, err := z.File[2].Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(main); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
	})
}

// FuzzWrite writes any texts on the front sheet and in the paper, and reads them back.
func FuzzWrite(f *testing.F) {
	for _, x := range hostileTexts() {
		f.Add(x, x)
	}
	f.Fuzz(func(t *testing.T, field, text string) {
		p := small()
		p.Sheet.Title, p.Page.Sections[0].Title = text, "x"+text
		fields := docx.Fields{}
		if err := fields.Set(docx.Meeting, field); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := docx.Write(&b, p, docx.Options{Fields: fields}); err != nil {
			t.Fatal(err)
		}
		if w := readback.Word(t, b.Bytes()); len(w.Headings[1]) != 1 {
			t.Fatalf("the headings are %q", w.Headings[1])
		}
	})
}
