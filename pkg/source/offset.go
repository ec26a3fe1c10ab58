package source

import (
	"strings"
	"unicode/utf8"
)

// Offset gives the offset in Text of a line and a column in runes, both counted from 1, as nodes have
// them; a place beyond the end of its line is that end, and one beyond the last line the end of the text.
func (f *File) Offset(line, column int) int {
	mark := 0
	if strings.HasPrefix(string(f.Text[:min(len(f.Text), len(byteOrderMark))]), string(byteOrderMark)) {
		mark = len(byteOrderMark)
	}
	text := f.line(line) // which also works out where lines end
	if line > len(f.ends) {
		return len(f.Text)
	}
	at := mark + int(f.ends[line-1]) - len(text)
	for range column - 1 {
		if text == "" {
			break
		}
		_, size := utf8.DecodeRuneInString(text)
		text, at = text[size:], at+size
	}
	return at
}

// LineEnd gives the offset in Text at which the line of an offset ends, before what ends it.
func (f *File) LineEnd(offset int) int {
	for offset < len(f.Text) {
		r, size := utf8.DecodeRune(f.Text[offset:])
		if lineEnd(r) {
			break
		}
		offset += size
	}
	return offset
}
