package text

import (
	"math"

	"partner/pkg/internal/textwrap"
	"partner/pkg/report/outline"
)

// list draws rows in columns without any rules: as wide as they are or, where the page has to fit, with the last
// column broken, and below the others where there is no room for it beside them.
func (p *page) list(indent int, l outline.List) {
	if len(l.Rows) == 0 || len(l.Rows[0]) == 0 {
		return
	}
	last := len(l.Rows[0]) - 1
	starts, at := make([]int, last+1), 0
	for i := range starts {
		starts[i] = at
		for _, row := range l.Rows {
			at = max(at, starts[i]+textwrap.Cells(p.plain(row[i]))+between)
		}
	}
	room := math.MaxInt
	if p.fits {
		room = p.width - indent
	}
	for _, row := range l.Rows {
		if room-starts[last] < least {
			p.stacked(indent, row)
			continue
		}
		cells := make([][]string, last+1)
		for i := range row {
			cells[i] = []string{p.plain(row[i])}
		}
		if p.fits {
			cells[last] = textwrap.Wrap(room-starts[last], cells[last][0])
		}
		cells[0][0] = textwrap.Render(p.strong, cells[0][0])
		p.lines(indent, textwrap.Beside(starts, cells...))
	}
}

// stacked draws a row with its last cell below the others.
func (p *page) stacked(indent int, row []string) {
	last := len(row) - 1
	spans := []textwrap.Span{{Text: p.plain(row[0]), Style: p.strong}}
	for _, text := range row[1:last] {
		spans = append(spans, textwrap.Span{Text: p.plain(text)})
	}
	p.lines(indent, textwrap.Hang(p.width-indent, 2, spans...))
	p.lines(indent+2, textwrap.Hang(p.width-indent-2, 2, textwrap.Span{Text: p.plain(row[last])}))
}
