package cli

import (
	"strings"

	"partner/pkg/internal/textwrap"
)

// sheet is text with labels down its left side, wrapped to a width.
type sheet struct {
	strings.Builder
	width int
}

// labelled is how wide the labels of a sheet are.
const labelled = 12

// line writes one line as it is.
func (s *sheet) line(text string) {
	s.WriteString(strings.TrimRight(text, " "))
	s.WriteByte('\n')
}

// head writes an id and the title that goes with it.
func (s *sheet) head(id, title string) {
	s.line(id)
	if title != id {
		s.line(title)
	}
	s.line("")
}

// paragraph writes text across the whole width, and an empty line.
func (s *sheet) paragraph(text string) {
	for _, l := range textwrap.Wrap(s.width, text) {
		s.line(l)
	}
	s.line("")
}

// entry writes a label and, beside it, text; nothing where the text is empty.
func (s *sheet) entry(label, text string) {
	if text == "" {
		return
	}
	for i, l := range textwrap.Wrap(s.width-labelled, text) {
		if i > 0 {
			label = ""
		}
		s.line(textwrap.Pad(label, labelled) + l)
	}
}

// outline writes a label and, beside it, lines that are indented already.
func (s *sheet) outline(label string, lines []string) {
	for _, l := range lines {
		text := strings.TrimLeft(l, " ")
		deep := len(l) - len(text)
		hang := deep
		if strings.HasPrefix(text, "- ") {
			hang += 2
		}
		for i, w := range textwrap.Wrap(s.width-labelled-hang, text) {
			indent := hang
			if i == 0 {
				indent = deep
			}
			s.line(textwrap.Pad(label, labelled) + strings.Repeat(" ", indent) + w)
			label = ""
		}
	}
}
