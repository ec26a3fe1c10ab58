// Package textwrap lays text out in the cells of a terminal: it measures, breaks and cuts it, and sets
// blocks of lines beside each other. It knows no colours; a style is whatever can render a text.
package textwrap

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"partner/pkg/internal/letters"
)

// Cells is how many cells of a terminal text takes up.
func Cells(s string) int {
	if letters.Simple(s) {
		return len(s)
	}
	if letters.Singly(s) {
		return utf8.RuneCountInString(s)
	}
	return ansi.StringWidth(s)
}

// Cut keeps as much of a text as fits into a width, its end included; end is written where something is
// cut away.
func Cut(s string, width int, end string) string { return ansi.Truncate(s, width, end) }

// Spaces is a run of spaces; none where n is negative.
func Spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Pad fills a line with spaces up to a width.
func Pad(line string, width int) string { return line + Spaces(width-Cells(line)) }

// Centre sets text in the middle of a width.
func Centre(text string, width int) string {
	return Pad(Spaces((width-Cells(text))/2)+text, width)
}

// broken gives the start of a word that fits into a width: up to a joint of a path or an id where there
// is one, but at least a character.
func broken(w string, width int) string {
	piece := ansi.Truncate(w, width, "")
	if at := strings.LastIndexAny(piece, "./_-:"); at >= len(piece)/2 {
		return piece[:at+1]
	}
	if piece == "" {
		_, n := utf8.DecodeRuneInString(w)
		return w[:n]
	}
	return piece
}
