package textwrap

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Beside sets blocks of lines side by side, each starting at its column.
func Beside(columns []int, blocks ...[]string) []string {
	height := 0
	for _, b := range blocks {
		height = max(height, len(b))
	}
	lines := make([]string, height)
	for i := range lines {
		for j, b := range blocks {
			if i < len(b) && b[i] != "" {
				lines[i] = Pad(lines[i], columns[j]) + b[i]
			}
		}
	}
	return lines
}

// Indent sets lines some cells further to the right; empty ones stay empty.
func Indent(n int, lines []string) []string { return Beside([]int{n}, lines) }

// Hang lays spans into lines of which all but the first are indented.
func Hang(width, indent int, spans ...Span) []string {
	lines := Flow(width-indent, spans...)
	return append(lines[:1:1], Indent(indent, lines[1:])...)
}

// Clip keeps at most n lines of a width; where some are left out, the last that is kept ends in the
// ellipsis, after a whole word.
func Clip(lines []string, n, width int, ellipsis string) []string {
	if len(lines) <= n {
		return lines
	}
	kept := append([]string(nil), lines[:n]...)
	last := kept[n-1]
	room := width - Cells(ellipsis) - 1
	for Cells(last) > room {
		at := strings.LastIndexByte(ansi.Strip(last), ' ')
		if at < 0 {
			kept[n-1] = ansi.Truncate(last, room+1, "") + ellipsis
			return kept
		}
		last = ansi.Truncate(last, Cells(ansi.Strip(last)[:at]), "")
	}
	kept[n-1] = strings.TrimRight(last, " ,;:") + " " + ellipsis
	return kept
}
