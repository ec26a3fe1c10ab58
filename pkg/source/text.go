package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxMarks is how many marks of structure a file may hold. A document of MaxNodes nodes has at most as
// many; the rest is for commas, dashes and colons in its texts: even MaxBytes of prose has fewer. A file
// beyond it would cost the YAML library hundreds of bytes a node, only to be refused afterwards.
const maxMarks = 2 * MaxNodes

// separators are what is called U+2028 and U+2029. The library ends a line at them, and no editor does.
var separators = [...]string{"line", "paragraph"}

var byteOrderMark = []byte("\ufeff")

// bytesFit checks the bytes before the library sees them: their number, that they are text, and that
// they do not hold so many marks of structure that the parsing alone would cost much.
func (f *File) bytesFit() *Diagnostic {
	if len(f.Text) > MaxBytes {
		d := f.whole(fmt.Sprintf("the file has %d bytes", len(f.Text)), fmt.Sprintf("at most %d", MaxBytes), "look for what got in: no document of this kind is that large")
		return &d
	}
	if LFSPointer(f.Text) {
		d := f.whole("a Git LFS pointer, not the text that it stands for", "", "run `git lfs pull`")
		return &d
	}
	if bytes.HasPrefix(f.Text, []byte("PK\x03\x04")) {
		d := f.whole("an archive, such as a Word paper or a workbook", "text in YAML", "write it as text; what was filled in on a form is put in with `partner answer`")
		return &d
	}
	text := bytes.TrimPrefix(f.Text, byteOrderMark)
	if len(bytes.TrimSpace(text)) == 0 {
		d := f.empty()
		return &d
	}
	if len(text) <= maxMarks/2 && plain(text) {
		return nil // what most files are: too short to hold too much, and text
	}
	line, column, marks := 1, 1, 0
	blank, comment := true, false // so far, on this line
	for i := 0; i < len(text); column++ {
		c := text[i]
		if c >= 0x20 && c < 0x7f {
			if c == '#' && blank {
				comment = true
			} else if !comment {
				marks += announces(text, i)
			}
			if marks > maxMarks {
				return f.show(line, column, fmt.Sprintf("far more than %d values", MaxNodes), "fewer", "look for what got in: no document of this kind holds that many")
			}
			blank = blank && c == ' '
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		switch {
		case r == '\t', r == '\r' && i+1 < len(text) && text[i+1] == '\n':
		case r == '\n':
			line, column, blank, comment = line+1, 0, true, false
		case r == '\r':
			return f.show(line, column, "a carriage return (U+000D) without a line feed", "lines that end as on Unix or Windows", "save the file with such line ends")
		case (r == '\u0085' || r == '\u2028' || r == '\u2029') && f.IsJSON(): // there they end no line
			blank = false
		case r == '\u0085':
			return f.show(line, column, "the next-line character (U+0085)", "an ordinary end of line", "delete it, and retype the end of the line if there is to be one")
		case r == '\u2028', r == '\u2029':
			return f.show(line, column, fmt.Sprintf("the %s separator (U+%04X)", separators[r-'\u2028'], r), "an ordinary end of line", "delete it, and retype the end of the line if there is to be one")
		case r == 0:
			return f.refuse(line, column, "a NUL byte", "text", "remove it: the file may be binary, or UTF-16")
		case r == utf8.RuneError && size == 1:
			return f.refuse(line, column, fmt.Sprintf("the byte 0x%02x, which is not UTF-8", c), "UTF-8", "save the file as UTF-8")
		case r < 0x20, r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff:
			return f.refuse(line, column, fmt.Sprintf("the control character U+%04X", r), "text", "remove it")
		default:
			blank = false
		}
		i += size
	}
	return nil
}

// odd are the bytes with which something to refuse may begin.
var odd = func() (odd [256]bool) {
	for c := range 0x20 {
		odd[c] = c != '\n' && c != '\t'
	}
	for _, c := range []byte{0x7f, 0xc2, 0xe2, 0xef} {
		odd[c] = true
	}
	return odd
}()

// plain reports whether bytes are surely text without anything to refuse.
func plain(text []byte) bool {
	for i := letters(text, 0); i < len(text); i++ {
		c := text[i]
		if !odd[c] {
			if c == '\n' {
				i = letters(text, i+1) - 1
			}
			continue
		}
		switch {
		case c < 0x20 && c != '\r', c == 0x7f:
			return false
		case c == '\r' && (i+1 == len(text) || text[i+1] != '\n'), c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2]&^1 == 0xa8:
			return false // what ends a line for the library, and for no editor
		case c == 0xc2 && i+1 < len(text) && text[i+1] < 0xa0, c == 0xef && i+1 < len(text) && text[i+1] == 0xbf:
			return false // a control character, or at the end of the range: to be looked at
		}
	}
	return utf8.Valid(text)
}

// refuse makes a diagnostic without a snippet, as what would be shown is not text.
func (f *File) refuse(line, column int, found, expected, do string) *Diagnostic {
	return &Diagnostic{Position: Position{f.Name, line, column}, Found: found, Expected: expected, Do: do}
}

// show makes a diagnostic with its snippet.
func (f *File) show(line, column int, found, expected, do string) *Diagnostic {
	d := f.AtPosition(line, column, found, expected, do)
	return &d
}

// announces tells how many nodes the byte may announce, if it is a mark of structure and not part of a text.
func announces(text []byte, i int) int {
	switch text[i] {
	case ',', '[', '{':
		return 1
	case '-', '?':
		if spaceAt(text, i+1) && spaceAt(text, i-1) {
			return 1
		}
	case ':':
		if spaceAt(text, i+1) || i > 0 && text[i-1] == '"' {
			return 2 // a key and what it holds
		}
	}
	return 0
}

func spaceAt(text []byte, i int) bool {
	return i < 0 || i >= len(text) || text[i] <= ' '
}

// line gives the text of a line, without its end; "" where there is no such line.
func (f *File) line(number int) string {
	if f.text == "" {
		f.text = string(bytes.TrimPrefix(f.Text, byteOrderMark))
		f.ends = lineEnds(f.text)
	}
	if number < 1 || number > len(f.ends) {
		return ""
	}
	start := 0
	if number > 1 {
		start = int(f.ends[number-2])
		start += strings.IndexByte(f.text[start:], '\n') + 1
	}
	return f.text[start:f.ends[number-1]]
}

// lineEnds gives, for each line of a text, the offset at which it ends, before what ends it.
func lineEnds(text string) []int32 {
	ends := make([]int32, 0, strings.Count(text, "\n")+1)
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			return append(ends, int32(len(text)))
		}
		i += n
		end := i
		if end > 0 && text[end-1] == '\r' {
			end--
		}
		ends = append(ends, int32(end))
		i++
	}
}
