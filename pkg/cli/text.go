package cli

import (
	"strings"

	"github.com/mattn/go-runewidth"
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
	for _, l := range wrapped(text, s.width) {
		s.line(l)
	}
	s.line("")
}

// entry writes a label and, beside it, text; nothing where the text is empty.
func (s *sheet) entry(label, text string) {
	for i, l := range wrapped(text, s.width-labelled) {
		if i > 0 {
			label = ""
		}
		s.line(runewidth.FillRight(label, labelled) + l)
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
		for i, w := range wrapped(text, s.width-labelled-hang) {
			indent := hang
			if i == 0 {
				indent = deep
			}
			s.line(runewidth.FillRight(label, labelled) + strings.Repeat(" ", indent) + w)
			label = ""
		}
	}
}

// wrapped breaks text into lines of at most that many cells, at spaces.
func wrapped(text string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		w := runewidth.StringWidth(word)
		switch {
		case line == "":
			line, used = word, w
		case used+1+w <= width:
			line, used = line+" "+word, used+1+w
		default:
			lines = append(lines, line)
			line, used = word, w
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
