package xlsx

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"partner/pkg/form"
	"partner/pkg/pack"
	"partner/pkg/portfolio"
	"partner/pkg/report/opc"
	"partner/pkg/report/outline"
)

// The sheets of a form. That which says what it belongs to is hidden, and so is that with the words of long lists.
const (
	asksSheet  = "Questions"
	wordsSheet = "Words"
	aboutSheet = "Form"
)

// formColumns are the columns of a form: those of form.Columns, the last of them hidden.
var formColumns = func() []column {
	widths := []int{7, 60, 24, 42, 20, 44, 120}
	all := make([]column, len(widths))
	for i, title := range form.Columns {
		all[i] = column{title, widths[i]}
	}
	return all
}()

// longestList is how many units of UTF-16 a list of words may take within a cell's own rule.
const longestList = 255

// choice is a list to choose from, for some cells.
type choice struct {
	words []string
	cells []string
}

// Form writes a pack of questions as a workbook to fill in: a row for each field, with a list to choose from where the
// answer is one of a few words.
func Form(w io.Writer, p *pack.Pack) error {
	f := p.Form()
	var rows [][]cell
	choices, order := map[string]*choice{}, []string{}
	say := func(text string, s style) {
		rows = append(rows, []cell{{style: s}, {text: text, style: s}, {style: s}, {style: s}, {style: s}, {style: s}, {}})
	}
	ask := func(fields []pack.Field) {
		for _, x := range fields {
			writes := outline.Clean(x.Write)
			asks := strings.Join(strings.Fields(outline.Clean(x.Asks)+" "+outline.Clean(x.Stands)), " ")
			rows = append(rows, append(texts(x.Number, asks, "", "", "", writes), cell{text: x.Spot.String()}))
			if !x.Reasoned {
				last := rows[len(rows)-1]
				last[3].style, last[4].style = shadedCell, shadedCell
			}
			if len(x.Words) > 0 {
				key := strings.Join(x.Words, ",")
				if choices[key] == nil {
					choices[key] = &choice{words: x.Words}
					order = append(order, key)
				}
				choices[key].cells = append(choices[key].cells, fmt.Sprintf("C%d", len(rows)+1))
			}
		}
	}
	say(outline.Clean(p.Heading()), strong)
	for _, line := range append([]string{p.Counted()}, f.Guide()...) {
		say(line, plain)
	}
	ask(f.Who)
	for i := range f.Questions {
		q := &f.Questions[i]
		if q.Role != "" {
			say(outline.Clean(q.Role), head)
		}
		say(fmt.Sprintf("%d. %s", q.Number, outline.Clean(q.Asks)), strong)
		for _, said := range append(q.Told(), q.Else...) {
			say(outline.Clean(said), plain)
		}
		ask(q.Fields)
	}
	say("Evidence that the proposal does not know yet", head)
	if len(p.Evidence) > 0 {
		known := make([]string, len(p.Evidence))
		for i, e := range p.Evidence {
			known[i] = e.ID
		}
		say("It knows these already: "+outline.Clean(strings.Join(known, ", "))+".", plain)
	}
	ask(f.Register)
	return writeForm(w, f, rows, choices, order)
}

// shadedCell is a cell in which nothing is to be written.
const shadedCell = ratings + style(portfolio.TooLittleKnown)

// writeForm writes the parts.
func writeForm(w io.Writer, f *pack.Form, rows [][]cell, choices map[string]*choice, order []string) error {
	const main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	names := []string{asksSheet, wordsSheet, aboutSheet}
	b := book{title: f.Heading(), sheets: make([]sheet, len(names))}
	z := opc.NewWriter(w)
	z.Part("[Content_Types].xml", b.types())
	z.Part("_rels/.rels", opc.Declaration+`<Relationships xmlns="`+opc.RelationshipsSpace+`"><Relationship Id="rId1" Type="`+opc.DocumentRelation+`" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="`+opc.CoreRelation+`" Target="docProps/core.xml"/></Relationships>`)
	z.Part("docProps/core.xml", opc.Core{Title: outline.Clean(f.Heading()), Creator: "partner", Dated: true}.XML())

	var rules, defined strings.Builder
	var lists [][]cell
	for _, key := range order {
		c := choices[key]
		from := `"` + key + `"`
		if units(key) > longestList {
			first := len(lists) + 1
			for _, word := range c.words {
				lists = append(lists, texts(word))
			}
			name := fmt.Sprintf("words_%d", first)
			fmt.Fprintf(&defined, `<definedName name="%s">%s!$A$%d:$A$%d</definedName>`, name, wordsSheet, first, len(lists))
			from = name
		}
		fmt.Fprintf(&rules, `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Not one of the words" error="Choose one of the words of the list, or leave the cell empty." sqref="%s"><formula1>%s</formula1></dataValidation>`, strings.Join(c.cells, " "), opc.Escaped(from))
	}
	validations := ""
	if len(order) > 0 {
		validations = fmt.Sprintf(`<dataValidations count="%d">%s</dataValidations>`, len(order), rules.String())
	}
	header := make([]cell, len(formColumns))
	for i, c := range formColumns {
		header[i] = cell{text: c.title, style: head}
	}
	formSheet(z, "xl/worksheets/sheet1.xml", `<sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="C2" sqref="C2"/></sheetView>`, formColumns, append([][]cell{header}, rows...), validations)
	formSheet(z, "xl/worksheets/sheet2.xml", `<sheetView workbookViewId="0"/>`, []column{{"", 30}}, lists, "")
	var about [][]cell
	for _, x := range f.About() {
		about = append(about, texts(x[0], x[1]))
	}
	formSheet(z, "xl/worksheets/sheet3.xml", `<sheetView workbookViewId="0"/>`, []column{{"", 20}, {"", 60}}, about, "")

	var sheets, relations strings.Builder
	for i, name := range names {
		state := ""
		if i > 0 {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, name, i+1, state, i+1)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
	}
	fmt.Fprintf(&defined, `<definedName name="_xlnm.Print_Titles" localSheetId="0">%s!$1:$1</definedName>`, asksSheet)
	z.Part("xl/workbook.xml", opc.Declaration+`<workbook `+main+` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`+sheets.String()+`</sheets><definedNames>`+defined.String()+`</definedNames></workbook>`)
	z.Part("xl/_rels/workbook.xml.rels", opc.Declaration+`<Relationships xmlns="`+opc.RelationshipsSpace+`">`+relations.String()+fmt.Sprintf(`<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>`, len(names)+1)+`</Relationships>`)
	z.Part("xl/styles.xml", opc.Declaration+stylesheet())
	return z.Close()
}

// formSheet writes a sheet of a form. The last column of a form says where answers go, and is hidden.
func formSheet(z *opc.Writer, part, view string, columns []column, rows [][]cell, validations string) {
	w := z.Begin(part)
	write := func(text string) { _, _ = io.WriteString(w, text) } // what goes wrong is kept
	write(opc.Declaration + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:` + letters(len(columns)-1) + fmt.Sprint(max(len(rows), 1)) + `"/><sheetViews>` + view + `</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, c := range columns {
		hidden := ""
		if c.title == form.Columns[len(form.Columns)-1] {
			hidden = ` hidden="1"`
		}
		write(fmt.Sprintf(`<col min="%d" max="%d" width="%d" customWidth="1"%s/>`, i+1, i+1, c.width, hidden))
	}
	write(`</cols><sheetData>`)
	var b bytes.Buffer
	for i, cells := range rows {
		b.Reset()
		writeRow(&b, columns, i+1, cells)
		_, _ = w.Write(b.Bytes()) // what goes wrong is kept
	}
	write(`</sheetData>` + validations + `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>`)
}
