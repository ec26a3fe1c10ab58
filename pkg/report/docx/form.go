package docx

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"partner/pkg/form"
	"partner/pkg/pack"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// asking are the widths of the columns of a form's tables, in parts of the page: number, what is asked, answer, why and
// evidence.
var asking = [...]int{7, 38, 19, 22, 14}

// Form writes a pack of questions as a Word paper to fill in: a table for each question, with a field for each answer,
// which offers its words where it is one of a few. Which answer goes where stands in a table at the end, as plain text:
// programs that save a paper again lose what a field is called.
func Form(w io.Writer, p *pack.Pack) error {
	t := own()
	f := p.Form()
	bullets := t.numbers + 1
	found, added := t.styles.with(bullets)
	d := &drawer{styles: found, width: t.width, numbersFrom: bullets + 1}
	title := outline.Clean(p.Heading())
	d.says(titled, title)
	for _, line := range append([]string{p.Counted()}, f.Guide()...) {
		d.says(running, line)
	}
	d.heading(1, "Who answers")
	d.fields(f.Who)
	for i := range f.Questions {
		q := &f.Questions[i]
		if q.Role != "" {
			d.heading(1, q.Role)
		}
		d.heading(2, fmt.Sprintf("%d. %s", q.Number, q.Asks))
		for _, said := range q.Told() {
			d.paragraph(paragraph{style: running, keeps: true}, wording.Text{{Text: said}})
		}
		d.fields(q.Fields)
		for _, said := range q.Else {
			d.says(running, said)
		}
	}
	d.heading(1, "Evidence that the proposal does not know yet")
	if len(p.Evidence) > 0 {
		known := make([]string, len(p.Evidence))
		for i, e := range p.Evidence {
			known[i] = e.ID
		}
		d.says(running, "It knows these already: "+strings.Join(known, ", ")+".")
	}
	d.fields(f.Register)
	d.heading(1, "What this form belongs to")
	d.says(running, "These two tables stay as they are: they say to what the form belongs, and where each answer goes.")
	var about [][]string
	for _, x := range f.About() {
		about = append(about, []string{x[0], x[1]})
	}
	d.plainTable([]int{25, 75}, about, false)
	d.apart()
	spots := [][]string{{form.Columns[0], form.Columns[6]}}
	for _, x := range f.Fields() {
		spots = append(spots, []string{x.Number, x.Spot.String()})
	}
	d.plainTable([]int{12, 88}, spots, true)
	d.apart()
	body := d.taken()
	return t.write(w, paper{title: title, body: body, styles: added, footer: d.footer(), lists: append([]numbering{dashes}, d.lists...)})
}

// shares gives widths in parts of the page.
func (d *drawer) shares(parts []int) []int {
	widths := make([]int, len(parts))
	for i, p := range parts {
		widths[i] = d.width * p / 100
	}
	return widths
}

// plainTable draws rows of texts.
func (d *drawer) plainTable(parts []int, rows [][]string, headed bool) {
	widths := d.shares(parts)
	d.beginTable(widths, headed)
	for i, texts := range rows {
		cells := make([]cell, len(texts))
		for j, s := range texts {
			cells[j] = cell{text: wording.Text{{Text: s}}, head: headed && i == 0}
		}
		d.row(widths, cells, headed && i == 0, false)
	}
	d.endTable()
}

// fields draws a table of fields to fill in.
func (d *drawer) fields(fields []pack.Field) {
	if len(fields) == 0 {
		return
	}
	widths := d.shares(asking[:])
	d.beginTable(widths, true)
	header := make([]cell, len(widths))
	for i := range header {
		header[i] = cell{text: wording.Text{{Text: form.Columns[i]}}, head: true}
	}
	d.row(widths, header, true, true)
	for _, x := range fields {
		d.write(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		in := func(i int, draw func()) {
			d.write(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(widths[i]), `" w:type="dxa"/></w:tcPr>`)
			d.begin(paragraph{style: celled})
			draw()
			d.end(paragraph{})
			d.write(`</w:tc>`)
		}
		in(0, func() { d.run(wording.Plain, x.Number) })
		in(1, func() {
			said := wording.Text{{Text: x.Asks}, {Text: wording.Bracketed(x.Write), Tone: wording.Faint}}
			if x.Stands != "" {
				said = append(said, wording.Part{Text: x.Stands})
			}
			d.text(said)
		})
		in(2, func() { d.field(x.Number+", answer", x.Words) })
		for i, name := range []string{"why", "evidence"} {
			in(3+i, func() {
				if x.Reasoned {
					d.field(x.Number+", "+name, nil)
				}
			})
		}
		d.write(`</w:tr>`)
	}
	d.endTable()
}

// field draws a field to fill in: with words to choose from, or to write in.
func (d *drawer) field(name string, words []string) {
	d.controls++
	d.write(`<w:sdt><w:sdtPr><w:alias w:val="`, escaped(name), `"/><w:tag w:val="`, escaped(name), `"/><w:id w:val="`, strconv.Itoa(d.controls), `"/><w:showingPlcHdr/>`)
	holds := form.Write
	if len(words) > 0 {
		holds = form.Choose
		d.write(`<w:dropDownList>`)
		for _, word := range words {
			d.write(`<w:listItem w:displayText="`, escaped(word), `" w:value="`, escaped(word), `"/>`)
		}
		d.write(`</w:dropDownList>`)
	} else {
		d.write(`<w:text w:multiLine="1"/>`)
	}
	d.write(`</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="`, d.styles.id(toFill), `"/></w:rPr><w:t>`, holds, `</w:t></w:r></w:sdtContent></w:sdt>`)
}
