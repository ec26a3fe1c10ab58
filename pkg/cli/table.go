package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/renderer"
	"github.com/olekukonko/tablewriter/tw"
)

// table writes rows in columns without any rules, each line after an indent. The long reports draw
// their tables themselves: there, this library would take longer than all the rest.
func table(w io.Writer, indent string, rows [][]string) error {
	bare := tw.Rendition{
		Borders:  tw.BorderNone,
		Settings: tw.Settings{Separators: tw.SeparatorsNone, Lines: tw.LinesNone},
	}
	cells := tw.CellConfig{
		Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
		Alignment:  tw.CellAlignment{Global: tw.AlignLeft},
		Padding:    tw.CellPadding{Global: tw.Padding{Left: "", Right: "  ", Overwrite: true}},
	}
	if len(rows) > 0 && len(rows[0]) > 0 {
		cells.Padding.PerColumn = make([]tw.Padding, len(rows[0]))
		for i := range cells.Padding.PerColumn {
			cells.Padding.PerColumn[i] = tw.Padding{Left: "", Right: "  ", Overwrite: true}
		}
		cells.Padding.PerColumn[0].Left = indent
		cells.Padding.PerColumn[len(rows[0])-1].Right = ""
	}
	var drawn strings.Builder
	t := tablewriter.NewTable(&drawn,
		tablewriter.WithRenderer(renderer.NewBlueprint(bare)),
		tablewriter.WithConfig(tablewriter.Config{Row: cells, Behavior: tw.Behavior{TrimSpace: tw.Off}}),
	)
	if err := t.Bulk(rows); err != nil {
		return err
	}
	if err := t.Render(); err != nil {
		return err
	}
	for line := range strings.Lines(drawn.String()) {
		fmt.Fprintln(w, strings.TrimRight(line, " \n"))
	}
	return nil
}
