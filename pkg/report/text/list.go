package text

import (
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"

	"partner/pkg/internal/textwrap"
	"partner/pkg/report/outline"
)

// list draws rows in columns without any rules or breaks, as wide as they are. A table of a report has to
// fit its page and is laid out in table.go: there, this library would take longer than all the rest.
func (p *page) list(indent int, l outline.List) {
	if len(l.Rows) == 0 || len(l.Rows[0]) == 0 {
		return
	}
	bare := tw.Rendition{
		Borders:  tw.BorderNone,
		Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
	}
	cells := tw.CellConfig{
		Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
		Alignment:  tw.CellAlignment{Global: tw.AlignLeft},
		Padding:    tw.CellPadding{PerColumn: make([]tw.Padding, len(l.Rows[0]))},
	}
	for i := range cells.Padding.PerColumn {
		cells.Padding.PerColumn[i] = tw.Padding{Left: "", Right: "  ", Overwrite: true}
	}
	cells.Padding.PerColumn[0].Left = textwrap.Spaces(indent)
	cells.Padding.PerColumn[len(l.Rows[0])-1].Right = ""
	var drawn strings.Builder
	t := tablewriter.NewTable(&drawn,
		tablewriter.WithRenderer(renderer.NewBlueprint(bare)),
		tablewriter.WithConfig(tablewriter.Config{Row: cells, Behavior: tw.Behavior{TrimSpace: tw.Off}}),
	)
	for _, row := range l.Rows {
		written := make([]string, len(row))
		for i, text := range row {
			written[i] = p.plain(text)
		}
		if err := t.Append(written); err != nil {
			panic(err) // it takes any list of texts
		}
	}
	if err := t.Render(); err != nil {
		panic(err) // it writes into memory
	}
	for line := range strings.Lines(drawn.String()) {
		p.line(strings.TrimRight(line, " \n"))
	}
}
