package text

import (
	"math"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"partner/pkg/internal/textwrap"
	"partner/pkg/report/outline"
)

// list draws rows in columns without any rules: as wide as they are or, where the page has to fit, with the last
// column broken, and below the others where there is no room for it beside them. A table of a report is laid out
// in table.go: there, the library that sets columns here would take longer than all the rest.
func (p *page) list(indent int, l outline.List) {
	if len(l.Rows) == 0 || len(l.Rows[0]) == 0 {
		return
	}
	last := len(l.Rows[0]) - 1
	room := p.besideOthers(indent, l)
	if room < least {
		for _, row := range l.Rows {
			p.stacked(indent, row)
		}
		return
	}
	var drawn strings.Builder
	columns := bareColumns(&drawn, indent, last+1)
	for _, row := range l.Rows {
		cells := make([]string, len(row))
		for i, text := range row {
			cells[i] = p.plain(text)
		}
		if p.fits {
			cells[last] = strings.Join(textwrap.Wrap(room, cells[last]), "\n")
		}
		cells[0] = textwrap.Render(p.strong, cells[0])
		if err := columns.Append(cells); err != nil {
			panic(err) // it takes any list of texts
		}
	}
	if err := columns.Render(); err != nil {
		panic(err) // it writes into memory
	}
	for line := range strings.Lines(drawn.String()) {
		p.line(strings.TrimRight(line, " \n"))
	}
}

// besideOthers is how wide the last column may get beside the others.
func (p *page) besideOthers(indent int, l outline.List) int {
	if !p.fits {
		return math.MaxInt
	}
	room := p.width - indent
	for i := range len(l.Rows[0]) - 1 {
		widest := 0
		for _, row := range l.Rows {
			widest = max(widest, textwrap.Cells(p.plain(row[i])))
		}
		room -= widest + between
	}
	return room
}

// bareColumns sets what it is given in columns, and breaks nothing itself.
func bareColumns(w *strings.Builder, indent, columns int) *tablewriter.Table {
	bare := tw.Rendition{
		Borders:  tw.BorderNone,
		Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
	}
	cells := tw.CellConfig{
		Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
		Alignment:  tw.CellAlignment{Global: tw.AlignLeft},
		Padding:    tw.CellPadding{PerColumn: make([]tw.Padding, columns)},
	}
	for i := range cells.Padding.PerColumn {
		cells.Padding.PerColumn[i] = tw.Padding{Right: textwrap.Spaces(between), Overwrite: true}
	}
	cells.Padding.PerColumn[0].Left = textwrap.Spaces(indent)
	cells.Padding.PerColumn[columns-1].Right = ""
	return tablewriter.NewTable(w,
		tablewriter.WithRenderer(renderer.NewBlueprint(bare)),
		tablewriter.WithConfig(tablewriter.Config{Row: cells, Behavior: tw.Behavior{TrimSpace: tw.Off}}),
	)
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
