package desk

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"partner/pkg/source"
)

// problem is what is wrong at a place of a file.
func (d Desk) problem(called map[string]int, at source.Position, kind Kind, text string) Problem {
	p := Problem{File: -1, Line: at.Line, Kind: kind, Text: text}
	i, is := called[at.File]
	if !is {
		p.Line, p.Text = 0, at.String()+": "+text
		return p
	}
	p.File = i
	line, is := lineOf(d.Files[i].Text, at.Line)
	if !is {
		p.Line = 0
		return p
	}
	before := line
	for range max(0, at.Column-1) {
		if before == "" {
			break
		}
		_, size := utf8.DecodeRuneInString(before)
		before = before[size:]
	}
	start := len(line) - len(before)
	p.From = units(line[:start])
	p.To = p.From + units(line[start:start+wordAt(line[start:])])
	return p
}

// lineOf is a line of a text, as editors count lines, without what ends it.
func lineOf(text []byte, number int) (string, bool) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	for ; number > 1; number-- {
		end := bytes.IndexByte(text, '\n')
		if end < 0 {
			return "", false
		}
		text = text[end+1:]
	}
	if number < 1 {
		return "", false
	}
	if end := bytes.IndexByte(text, '\n'); end >= 0 {
		text = text[:end]
	}
	return strings.TrimSuffix(string(text), "\r"), true
}

// wordAt is how many bytes of what stands at a place belong together: a text in quotes, a key or a word, at least one
// letter where there is one.
func wordAt(s string) int {
	if s == "" {
		return 0
	}
	if s[0] == '"' || s[0] == '\'' {
		if end := strings.IndexByte(s[1:], s[0]); end >= 0 {
			return end + 2
		}
		return len(s)
	}
	if strings.IndexByte("[]{},:#&*!|>%@`", s[0]) >= 0 {
		return 1
	}
	end := len(s)
	for _, mark := range []string{": ", " #", ",", "]", "}"} {
		if i := strings.Index(s, mark); i >= 0 {
			end = min(end, i)
		}
	}
	s = strings.TrimRight(strings.TrimSuffix(s[:end], ":"), " \t")
	if s == "" {
		return 1
	}
	return len(s)
}

// units is how long a text is in UTF-16.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
