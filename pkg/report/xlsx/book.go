// Package xlsx writes workbooks: the same bytes for the same values, texts as texts whatever they begin with, no formula,
// and a page set-up with which each sheet prints whole.
package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"partner/pkg/report/opc"
)

// book is a workbook: sheets, each of which is one table.
type book struct {
	title  string
	sheets []sheet
}

// sheet is a table under a header that stays in sight, repeats on each page that is printed, and filters.
type sheet struct {
	name    string // at most 31 characters, without signs
	columns []column
	rows    func(yield func([]cell) bool)
}

type column struct {
	title string
	width int // in characters
}

// gathered are rows that are made once, and read as often as a sheet needs them.
func gathered(rows func(yield func([]cell) bool)) func(yield func([]cell) bool) {
	return slices.Values(slices.Collect(rows))
}

// cell is a text, or a number where it has no text.
type cell struct {
	text   string
	number int
	style  style
}

// write writes the parts of a workbook.
func (b *book) write(w io.Writer) error {
	z := &parts{opc.NewWriter(w)}
	z.Part("[Content_Types].xml", b.types())
	z.Part("_rels/.rels", opc.Declaration+`<Relationships xmlns="`+opc.RelationshipsSpace+`"><Relationship Id="rId1" Type="`+opc.DocumentRelation+`" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="`+opc.CoreRelation+`" Target="docProps/core.xml"/></Relationships>`)
	z.Part("docProps/core.xml", opc.Core{Title: b.title, Creator: "partner", Dated: true}.XML())
	var sheets, names, relations strings.Builder
	lengths := make([]int, len(b.sheets))
	for i := range b.sheets {
		lengths[i] = z.sheet(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), &b.sheets[i], i == 0)
	}
	for i, s := range b.sheets {
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, opc.Escaped(s.name), i+1, i+1)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		fmt.Fprintf(&names, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">%s!$A$1:$%s$%d</definedName>`, i, s.name, letters(len(s.columns)-1), lengths[i])
	}
	for i, s := range b.sheets {
		fmt.Fprintf(&names, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s!$1:$1</definedName>`, i, s.name)
	}
	z.Part("xl/workbook.xml", opc.Declaration+`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`+sheets.String()+`</sheets><definedNames>`+names.String()+`</definedNames></workbook>`)
	z.Part("xl/_rels/workbook.xml.rels", opc.Declaration+`<Relationships xmlns="`+opc.RelationshipsSpace+`">`+relations.String()+fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>`, len(b.sheets)+1)+`</Relationships>`)
	z.Part("xl/styles.xml", opc.Declaration+stylesheet())
	return z.Close()
}

// types are the kinds of the parts.
func (b *book) types() string {
	var of strings.Builder
	for i := range b.sheets {
		fmt.Fprintf(&of, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
	}
	return opc.Declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` + of.String() + `<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="` + opc.CoreType + `"/></Types>`
}

// parts writes the parts of a workbook.
type parts struct{ *opc.Writer }

// sheet writes a sheet, and gives how many rows it has with its header. The dimension stands before the rows, so they are
// counted first.
func (z *parts) sheet(name string, s *sheet, active bool) int {
	n := 1
	s.rows(func([]cell) bool { n++; return true })
	w := z.Begin(name)
	write := func(text string) { _, _ = io.WriteString(w, text) } // what goes wrong is kept
	corner := letters(len(s.columns)-1) + strconv.Itoa(n)
	selected := ""
	if active {
		selected = ` tabSelected="1"`
	}
	write(opc.Declaration + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:` + corner + `"/><sheetViews><sheetView` + selected + ` workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, c := range s.columns {
		write(fmt.Sprintf(`<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, c.width))
	}
	write(`</cols><sheetData>`)
	header := make([]cell, len(s.columns))
	for i, c := range s.columns {
		header[i] = cell{text: c.title, style: head}
	}
	var b bytes.Buffer
	at := 0
	row := func(cells []cell) bool {
		at++
		b.Reset()
		writeRow(&b, s.columns, at, cells)
		_, _ = w.Write(b.Bytes()) // what goes wrong is kept
		return !z.Failed()
	}
	row(header)
	s.rows(row)
	write(`</sheetData><autoFilter ref="A1:` + corner + `"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`)
	return n
}

const (
	lineHeight = 15
	mostHeight = 405    // a row gets no higher
	mostUnits  = 32_000 // a cell holds no more
)

// writeRow writes a row, high enough for all that stands in it.
func writeRow(b *bytes.Buffer, columns []column, number int, cells []cell) {
	lines := 1
	for i := range cells {
		cells[i].text = shortened(cells[i].text, columns[i].width)
		lines = max(lines, linesOf(cells[i].text, columns[i].width))
	}
	row := strconv.Itoa(number)
	put := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(p)
		}
	}
	put(`<row r="`, row, `" ht="`, strconv.Itoa(min(lines*lineHeight, mostHeight)), `" customHeight="1">`)
	for i, c := range cells {
		put(`<c r="`, letters(i), row, `" s="`, strconv.Itoa(int(c.style)))
		switch {
		case c.text != "":
			put(`" t="inlineStr"><is><t xml:space="preserve">`, opc.Escaped(spelt(c.text)), `</t></is></c>`)
		case c.style == count || c.style >= shaded:
			put(`"><v>`, strconv.Itoa(c.number), `</v></c>`)
		default:
			put(`"/>`)
		}
	}
	b.WriteString("</row>")
}

// escape matches what the format takes for a character by its number.
var escape = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// spelt is a text as a cell spells it: where it looks like such an escape, the low line that begins one is escaped.
func spelt(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		if text[i] == '_' && escape.MatchString(text[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// linesOf is how many lines a text takes in a column, reckoned with letters that are rather wide.
func linesOf(text string, width int) int {
	lines, used := 1, 0
	room := max(width*9/10, 1)
	for word := range strings.FieldsSeq(text) {
		n := units(word)
		if used > 0 && used+1+n > room {
			lines, used = lines+1, 0
		}
		if used > 0 {
			used++
		}
		for used += n; used > room; used -= room {
			lines++
		}
	}
	return lines
}

// units is how many units of UTF-16 a word takes, by which spreadsheets count.
func units(word string) int {
	n := 0
	for _, r := range word {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// shortened gives a text that a cell of a column can hold and show: a longer one says that it goes on.
func shortened(text string, width int) string {
	if len(text) <= mostHeight/lineHeight*width/2 || linesOf(text, width) <= mostHeight/lineHeight && len(text) <= mostUnits {
		return text
	}
	const end = " … (shortened)"
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if short := string(runes[:mid]) + end; linesOf(short, width) <= mostHeight/lineHeight && len(short) <= mostUnits {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + end
}

// letters name the column of that number, from 0.
func letters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letters(i/26-1) + letters(i%26)
}
