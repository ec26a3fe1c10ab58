package text

import (
	"fmt"
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/report/outline"
)

// shades are how much of a row a cell has: less than a quarter, a half, three quarters, and more.
const shades = 4

// heat draws counts under their ratings, each with a shade for its part of the row: its words and numbers say all of it.
// Where the page is too narrow, the ratings of a row stand one after the other.
func (p *page) heat(indent int, h outline.Heat) {
	first := 0
	for _, r := range h.Rows {
		first = max(first, textwrap.Cells(p.plain(r.Title)))
	}
	widths, total := make([]int, len(h.Columns)), indent+first
	for i, c := range h.Columns {
		widths[i] = textwrap.Cells(c.Title)
		for _, r := range h.Rows {
			widths[i] = max(widths[i], len(fmt.Sprint(r.Counts[i]))+2)
		}
		total += between + widths[i]
	}
	if total > p.width {
		p.heatInLines(indent, h)
		return
	}
	head := textwrap.Spaces(indent + first)
	for i, c := range h.Columns {
		head += textwrap.Spaces(between+widths[i]-textwrap.Cells(c.Title)) + textwrap.Render(p.faint, c.Title)
	}
	p.line(head)
	for _, r := range h.Rows {
		line := textwrap.Spaces(indent) + textwrap.Pad(p.plain(r.Title), first)
		of := r.Total()
		for i, n := range r.Counts {
			cell := p.empty
			if n > 0 {
				cell = fmt.Sprint(n, " ", p.shades[min(n*shades/of, shades-1)])
			}
			style := p.grades[h.Columns[i].Grade]
			line += textwrap.Spaces(between+widths[i]-textwrap.Cells(cell)) + textwrap.Render(style, cell)
		}
		p.line(line)
	}
}

// heatInLines draws each row as a text.
func (p *page) heatInLines(indent int, h outline.Heat) {
	for _, r := range h.Rows {
		spans := []textwrap.Span{{Text: p.plain(r.Title) + ":", Style: p.strong}}
		for i, n := range r.Counts {
			if n > 0 {
				spans = append(spans, textwrap.Span{Text: fmt.Sprintf("%d %s,", n, h.Columns[i].Title), Style: p.grades[h.Columns[i].Grade]})
			}
		}
		if last := &spans[len(spans)-1]; len(spans) > 1 {
			last.Text = strings.TrimSuffix(last.Text, ",")
		}
		p.lines(indent, textwrap.Hang(p.measure-indent, 2, spans...))
	}
}
