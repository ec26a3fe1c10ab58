// Package letters knows the characters that most text is of, which are shown as they are wherever text is. It is apart
// from what lays text out in a terminal, so that a page for browsers need not hold that.
package letters

// Simple reports whether text is all printable ASCII, as most is, and needs no further thought.
func Simple(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// Singly reports whether each character of a text is one of those that are known to take up one cell of a terminal.
func Singly(s string) bool {
	for _, c := range s {
		if !OneCell(c) {
			return false
		}
	}
	return true
}

// OneCell reports whether a character is one of those that are known to take up one cell: printable ASCII,
// the letters and signs of western Europe, dashes, quotation marks and the ellipsis.
func OneCell(c rune) bool {
	switch {
	case c >= 0x20 && c <= 0x7e:
		return true
	case c >= 0xa1 && c <= 0x17f:
		return c != 0xad
	}
	return c == '–' || c == '—' || c == '‘' || c == '’' || c == '“' || c == '”' || c == '…'
}
