package docx

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"partner/pkg/rating"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// fills are the colours of ratings, on which black is read well. The word of each stands in its cell.
var fills = [...]string{rating.Unrated: "E4E4E4", rating.Red: "F4C1BD", rating.AmberRed: "F9D7B9", rating.AmberGreen: "F6EDB8", rating.Green: "D3EBC9"}

// cell is a cell of a table.
type cell struct {
	text wording.Text
	fill string // its colour, or none
	head bool   // it is a heading of a column or a row
	mid  bool   // its text stands in the middle
}

// beginTable begins a table of columns of these widths.
func (d *drawer) beginTable(widths []int, headed bool) {
	d.apart()
	total := 0
	for _, w := range widths {
		total += w
	}
	row := "0"
	if headed {
		row = "1"
	}
	d.write(`<w:tbl><w:tblPr><w:tblStyle w:val="`, d.styles.id(grid), `"/><w:tblW w:w="`, strconv.Itoa(total), `" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0`, map[bool]string{true: "4A", false: "48"}[headed], `0" w:firstRow="`, row, `" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		d.write(`<w:gridCol w:w="`, strconv.Itoa(w), `"/>`)
	}
	d.write(`</w:tblGrid>`)
}

func (d *drawer) endTable() {
	d.write(`</w:tbl>`)
	d.tabled = true
}

// mostWhole is how many characters a row has at most that is not to be broken over two pages.
const mostWhole = 1200

// row draws a row, which may have to stand on the page of the next; the header repeats on each page.
func (d *drawer) row(widths []int, cells []cell, header, keeps bool) {
	d.write(`<w:tr><w:trPr>`)
	n := 0
	for _, c := range cells {
		n = max(n, len(c.text.String()))
	}
	if n <= mostWhole {
		d.write(`<w:cantSplit/>`)
	}
	if header {
		d.write(`<w:tblHeader/>`)
	}
	d.write(`</w:trPr>`)
	for i, c := range cells {
		d.write(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(widths[i]), `" w:type="dxa"/>`, shaded(c.fill), `</w:tcPr>`)
		p := paragraph{style: celled, keeps: keeps}
		if c.head {
			p.style = headCelled
		}
		if c.mid {
			p.own = `<w:jc w:val="center"/>`
		}
		d.paragraph(p, c.text)
		d.write(`</w:tc>`)
	}
	d.write(`</w:tr>`)
}

// shaded is the property of a cell that has a colour.
func shaded(fill string) string {
	if fill == "" {
		return ""
	}
	return `<w:shd w:val="clear" w:color="auto" w:fill="` + fill + `"/>`
}

// table draws a table over the width of the page. What is rated has the colour of its rating besides its word.
func (d *drawer) table(t outline.Table) {
	widths := d.widths(t)
	d.beginTable(widths, true)
	header := make([]cell, len(t.Columns))
	for i, c := range t.Columns {
		header[i] = cell{text: wording.Text{{Text: wording.Upper(c.Title)}}, head: true}
	}
	d.row(widths, header, true, true)
	whole := small(t)
	for n, texts := range t.Rows {
		cells := make([]cell, len(t.Columns))
		for i := range cells {
			cells[i] = cell{text: texts[i], fill: fillOf(texts[i])}
		}
		d.row(widths, cells, false, whole && n < len(t.Rows)-1 || n == len(t.Rows)-2)
	}
	d.endTable()
}

// small reports whether a table is to stand on one page.
func small(t outline.Table) bool {
	const mostRows, mostLetters = 10, 1800
	letters := 0
	for _, r := range t.Rows {
		for _, c := range r {
			letters += len(c.String())
		}
	}
	return len(t.Rows) <= mostRows && letters <= mostLetters
}

// fillOf is the colour of a text that begins with a rating.
func fillOf(t wording.Text) string {
	if len(t) == 0 || t[0].Kind != wording.Mark && t[0].Grade == rating.Unrated {
		return ""
	}
	return fills[t[0].Grade]
}

// letter is how wide a letter of a table is, rather wide, and around what stands in a cell.
const (
	letter = 104
	around = 240
)

// widths shares the page out among columns: each gets what its words need, wide ones the rest by how much they say.
func (d *drawer) widths(t outline.Table) []int {
	const most, mostWide, longest = 18, 200, 18
	least, want := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for i, c := range t.Columns {
		see := func(text string, whole int) {
			for word := range strings.FieldsSeq(text) {
				least[i] = max(least[i], min(utf8.RuneCountInString(word), longest))
			}
			want[i] = max(want[i], min(utf8.RuneCountInString(text), whole))
		}
		whole := most
		if c.Wide {
			whole = mostWide
		}
		for word := range strings.FieldsSeq(c.Title) { // which may stand on several lines, in letters that are wider
			least[i] = max(least[i], min(utf8.RuneCountInString(word)+1, longest))
		}
		for _, r := range t.Rows {
			see(r[i].String(), whole)
		}
		least[i] = least[i]*letter + around
		want[i] = max(want[i]*letter+around, least[i])
	}
	sum := func(all []int) (n int) {
		for _, x := range all {
			n += x
		}
		return n
	}
	words := slices.Clone(want) // what has no long texts stands whole, and the rest word by word
	for i, c := range t.Columns {
		if c.Wide {
			words[i] = least[i]
		}
	}
	widths := make([]int, len(least))
	from := words
	if sum(words) > d.width {
		from = least
	}
	beyond := max(sum(want)-sum(from), 1)
	for i := range widths {
		switch {
		case sum(want) <= d.width: // all have what they want, and the rest in proportion
			widths[i] = want[i] * d.width / sum(want)
		case sum(least) > d.width: // not even all words fit
			widths[i] = least[i] * d.width / sum(least)
		default: // in proportion to what is wanted beyond that
			widths[i] = from[i] + (want[i]-from[i])*(d.width-sum(from))/beyond
		}
	}
	widths[len(widths)-1] += d.width - sum(widths)
	return widths
}
