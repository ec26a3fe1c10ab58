package source

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// Position is a place in a file. Lines and columns count from 1, columns in runes; a zero line means
// the file as a whole.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// String gives file:line:col, or the file alone where there is no line.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Diagnostic is one thing that is wrong with a file.
type Diagnostic struct {
	Position
	Found    string // what is there
	Expected string // what was expected; may be empty
	Do       string // what to do about it; may be empty
	Source   string // the line of the file, for the snippet; may be empty
}

// Error gives the diagnostic on one line: file:line:col: what is there; what was expected; what to do.
func (d Diagnostic) Error() string {
	var b strings.Builder
	b.WriteString(d.Position.String())
	b.WriteString(": ")
	b.WriteString(d.Found)
	if d.Expected != "" {
		b.WriteString("; expected ")
		b.WriteString(d.Expected)
	}
	if d.Do != "" {
		b.WriteString("; ")
		b.WriteString(d.Do)
	}
	return b.String()
}

// snippetWidth is how many runes of a source line a snippet shows at most.
const snippetWidth = 96

// width measures how wide text is in a terminal, whatever the locale.
var width = runewidth.Condition{StrictEmojiNeutral: true}

// Snippet gives the source line and, below it, a caret under the column; empty where there is no line.
func (d Diagnostic) Snippet() string {
	if d.Source == "" || d.Column < 1 {
		return ""
	}
	before, after := splitAt(d.Source, d.Column-1)
	cutBefore, cutAfter := "", ""
	if n := utf8.RuneCountInString(before); n > snippetWidth*2/3 {
		_, before = splitAt(before, n-snippetWidth/2)
		cutBefore = "…"
	}
	if head, rest := splitAt(after, snippetWidth-utf8.RuneCountInString(before)); rest != "" {
		after, cutAfter = head, "…"
	}
	before, after = cutBefore+shown(before), shown(after)+cutAfter
	gutter := fmt.Sprintf("%5d | ", d.Line)
	pad := strings.Repeat(" ", width.StringWidth(before))
	return gutter + before + after + "\n" + strings.Repeat(" ", len(gutter)-2) + "| " + pad + "^"
}

func shown(s string) string { return Printable(strings.ReplaceAll(s, "\t", " ")) }

// splitAt cuts a text after n runes, or at its end.
func splitAt(s string, n int) (before, after string) {
	for i := range s {
		if n == 0 {
			return s[:i], s[i:]
		}
		n--
	}
	return s, ""
}

// Diagnostics are all that is wrong with a document. They are an error where there is at least one.
type Diagnostics []Diagnostic

// Error gives every diagnostic on a line of its own.
func (ds Diagnostics) Error() string {
	lines := make([]string, len(ds))
	for i, d := range ds {
		lines[i] = d.Error()
	}
	return strings.Join(lines, "\n")
}

// Limited gives the first MaxDiagnostics of them, and after those a line that says that there are more.
func (ds Diagnostics) Limited() Diagnostics {
	if len(ds) <= MaxDiagnostics {
		return ds
	}
	more := Diagnostic{Position: Position{File: ds[0].File}, Found: fmt.Sprintf("more is wrong than the %d places listed", MaxDiagnostics), Do: "mend these first"}
	return append(ds[:MaxDiagnostics:MaxDiagnostics], more)
}

// mostPrinted is how many diagnostics of one document are printed: one that is broken throughout should not
// push everything else off the screen.
const mostPrinted = 50

// Text gives what is wrong as a person reads it, each with its source line and a caret, and ends with how
// many more there are than are given.
func (ds Diagnostics) Text() string {
	var b strings.Builder
	for i, d := range ds {
		if i == mostPrinted {
			fmt.Fprintf(&b, "%s: and %d more\n", ds[0].File, len(ds)-mostPrinted)
			break
		}
		b.WriteString(Inert(Printable(d.Error())) + "\n") // a document may name a file in any way
		if snippet := d.Snippet(); snippet != "" {
			b.WriteString(snippet + "\n")
		}
	}
	return b.String()
}

// Sort puts the diagnostics in the order of their places, files in the order of first mention.
func (ds Diagnostics) Sort() {
	order := map[string]int{}
	for _, d := range ds {
		if _, seen := order[d.File]; !seen {
			order[d.File] = len(order)
		}
	}
	sort.SliceStable(ds, func(i, j int) bool {
		a, b := ds[i], ds[j]
		if a.File != b.File {
			return order[a.File] < order[b.File]
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Column < b.Column
	})
}

// command is how the runners of workflows are commanded from anywhere in a line, and inert is how it stands there
// to be read.
const command, inert = "##[", `#\u0023[`

// Inert gives a line that no runner of workflows takes for a command, as it takes one that begins with "::".
func Inert(line string) string {
	if rest := strings.TrimLeft(line, " "); strings.HasPrefix(rest, "::") {
		return line[:len(line)-len(rest)] + `\u003a` + rest[1:]
	}
	return line
}

// Printable gives text in which control characters, characters that turn the direction of writing and what
// commands the runners of workflows are escaped, so that a document cannot command a terminal or a runner, or
// disguise what it says. So are bytes that are no UTF-8, as names of files may hold: every page is UTF-8.
func Printable(s string) string {
	if strings.Contains(s, command) {
		s = strings.ReplaceAll(s, command, inert)
	}
	if clean(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case unprintable(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String()
}

// clean reports whether nothing in a text is to be escaped.
func clean(s string) bool {
	for i := letters(s, 0); i < len(s); i = letters(s, i) {
		if c := s[i]; c >= 0x20 && c < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || unprintable(r) {
			return false
		}
		i += size
	}
	return true
}

// letters skips what can be printed of ASCII, as nearly all is, from a place in a text on, eight bytes at a time: the first
// other byte is less than eight bytes away.
func letters[T string | []byte](text T, from int) int {
	const each, high = 0x0101010101010101, 0x8080808080808080
	for ; from+8 <= len(text); from += 8 {
		t := text[from : from+8]
		x := uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 | uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
		if (x|(x-0x20*each)|(x+each))&high != 0 {
			break
		}
	}
	return from
}

func unprintable(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true // marks, embeddings, overrides and isolates of direction
	case r == 0xfeff, r == 0x2028, r == 0x2029, r == 0x200b:
		return true // byte order mark, line and paragraph separators, zero-width space
	}
	return false
}

// Quoted gives a word from outside in quotes, cut where it is long, with nothing in it that could command a
// terminal.
func Quoted(word string) string {
	if n := []rune(word); len(n) > 60 {
		word = string(n[:57]) + "…"
	}
	return `"` + Printable(word) + `"`
}
