package text

import (
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/report/outline"
)

// between is the room between two columns.
const between = 2

// tableOr draws a table, or what stands in its place where the page is too narrow for it.
func (p *page) tableOr(indent int, t outline.Table) {
	least := between * (len(t.Columns) - 1)
	for _, c := range t.Columns {
		least += c.Least
	}
	if t.Else != nil && least > p.width-indent {
		p.blocks(indent, t.Else)
		return
	}
	p.table(indent, t)
}

// table draws rows under their headings, no wider than the page. Where a row takes several lines, those
// after the first are indented, so that the eye finds where the next row starts.
func (p *page) table(indent int, t outline.Table) {
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = p.plain(c.Title)
	}
	rows := make([][]string, len(t.Rows))
	for i, cells := range t.Rows {
		rows[i] = make([]string, len(t.Columns))
		for j := range cells {
			rows[i][j] = p.words(cells[j])
		}
	}
	widths, whole := fit(p.width-indent, t.Columns, titles, rows)
	if p.narrow && !whole {
		p.folded(indent, titles, rows)
		return
	}
	starts, across := make([]int, len(widths)), 0
	for i, w := range widths {
		starts[i], across = across, across+w+between
	}
	blocks := make([][]string, len(widths))
	draw := func(row []string, s style) []string {
		for i, text := range row {
			span := textwrap.Span{Text: text, Style: s}
			if blocks[i] = textwrap.Flow(widths[i], span); i == 0 && len(blocks[0]) > 1 {
				blocks[0] = textwrap.Hang(widths[0], 2, span)
			}
		}
		return textwrap.Beside(starts, blocks...)
	}
	p.lines(indent, draw(titles, p.faint))
	p.line(textwrap.Spaces(indent) + textwrap.Render(p.faint, strings.Repeat(p.rule, across-between)))
	for _, row := range rows {
		p.lines(indent, draw(row, nil))
	}
}

// folded draws rows one below the other, each with its other cells behind their titles below its first.
func (p *page) folded(indent int, titles []string, rows [][]string) {
	for _, row := range rows {
		p.lines(indent, textwrap.Hang(p.width-indent, 2, textwrap.Span{Text: row[0], Style: p.strong}))
		for i, text := range row[1:] {
			title := titles[i+1]
			if title != "" {
				title += ":"
			}
			if strings.TrimSpace(text) != "" {
				p.lines(indent+2, textwrap.Hang(p.width-indent-2, 2, textwrap.Span{Text: title, Style: p.faint}, textwrap.Span{Text: text}))
			}
		}
	}
}

// fit gives each column its natural width, and says whether all have it. Where that is too much, the widest of the wide columns gives
// way first, and when none of them has room to spare, the widest of all.
func fit(room int, columns []outline.Column, titles []string, rows [][]string) ([]int, bool) {
	const most = 20 // what a column that is not wide gets
	room -= between * (len(columns) - 1)
	widths := make([]int, len(columns))
	plenty := make([]int, len(columns)) // a wide column gets no narrower while others can give way: its words stay whole
	total := 0
	for i, c := range columns {
		widths[i] = textwrap.Cells(titles[i])
		plenty[i] = 14
		for _, row := range rows {
			widths[i] = max(widths[i], textwrap.Cells(row[i]))
			for w := range strings.FieldsSeq(row[i]) {
				plenty[i] = max(plenty[i], min(textwrap.Cells(w), room/3))
			}
		}
		if !c.Wide {
			widths[i] = min(widths[i], most)
		}
		widths[i] = max(widths[i], 4)
		total += widths[i]
	}
	whole := total <= room
	for ; total > room; total-- {
		at, of := -1, -1
		for i, c := range columns {
			if of < 0 || widths[i] > widths[of] {
				of = i
			}
			if c.Wide && widths[i] > plenty[i] && (at < 0 || widths[i] > widths[at]) {
				at = i
			}
		}
		if at < 0 {
			at = of
		}
		widths[at]--
	}
	return widths, whole
}
