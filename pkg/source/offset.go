package source

import (
	"bytes"
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
	n := bytes.IndexByte(f.Text[offset:], '\n')
	if n < 0 {
		return len(f.Text)
	}
	if n > 0 && f.Text[offset+n-1] == '\r' {
		n--
	}
	return offset + n
}

// before gives the place of the nearest mark before an offset, or of the offset where there is none.
func (f *File) before(offset int, mark byte) (line, column int) {
	at := bytes.LastIndexByte(f.Text[:offset], mark)
	if at < 0 {
		at = offset
	}
	start := bytes.LastIndexByte(f.Text[:at], '\n') + 1
	return 1 + bytes.Count(f.Text[:at], []byte("\n")), 1 + utf8.RuneCount(bytes.TrimPrefix(f.Text[start:at], byteOrderMark))
}

// AfterComma reports whether a node stands right after a comma, as what stands inside brackets may.
func (f *File) AfterComma(n *Node) bool {
	before := bytes.TrimRight(f.Text[:f.Offset(n.Line, n.Column)], " \t\r\n")
	return bytes.HasSuffix(before, []byte(","))
}

// EndOf gives the place of the last character of a plain text that ends with it, over however many lines it is written.
func (f *File) EndOf(n *Node, last rune) Position {
	at := f.Position(n)
	left := strings.Count(n.Value, string(last))
	line, column := at.Line, at.Column
	for _, c := range string(f.Text[f.Offset(line, column):]) {
		if c == last {
			if left--; left == 0 {
				at.Line, at.Column = line, column
				break
			}
		}
		if column++; c == '\n' {
			line, column = line+1, 1
		}
	}
	return at
}
