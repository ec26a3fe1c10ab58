package source

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Stray is a character that a word processor or a web page has put where YAML has another.
type Stray struct {
	Line, Column int
	Rune         rune
	of           *strays
	mark         bool // where a list has its mark
}

// strays are characters that are taken for one of another kind.
type strays struct {
	of   string
	as   string // what to put in their place
	name string // "" where the character has one of its own
	why  string
	do   string
}

var strayKinds = []strays{
	{"“”„‟«»", `"`, "the typographic quote", "which YAML takes for text", "use straight quotes, or none"},
	{"‘’‚‛", "'", "the typographic quote", "which YAML takes for text", "use straight quotes, or none"},
	{"\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ", "", "which YAML does not take for a space", "delete it, and type a plain space"},
	{"\u200b\u200c\u200d\u2060\ufeff\u00ad", "", "", "which cannot be seen", "delete it"},
	{"–—−‐‑‒―", "-", "", "which YAML does not take for a hyphen", "type a hyphen (-)"},
	{"•◦▪‣·●○", "-", "the bullet", "which YAML does not take for the mark of a list", "begin an item of a list with a hyphen and a space (- )"},
	{"：", ":", "the wide colon", "which YAML does not take for a colon", "type a colon and a space (: )"},
	{"\t", "  ", "", "with which YAML does not indent", "replace it, and each like it at the beginning of a line, by spaces"},
}

var strayNames = map[rune]string{
	'\u00a0': "the no-break space", '\u202f': "the narrow no-break space", '\u2007': "the figure space", '\u3000': "the wide space",
	'\u200b': "the zero-width space", '\u200c': "the zero-width non-joiner", '\u200d': "the zero-width joiner", '\u2060': "the word joiner",
	'\ufeff': "the byte order mark", '\u00ad': "the soft hyphen",
	'–': "the en dash", '—': "the em dash", '−': "the minus sign", '‐': "the typographic hyphen", '‑': "the no-break hyphen", '‒': "the figure dash", '―': "the long dash",
	'\t': "the tab",
}

func strayOf(r rune) *strays {
	if r < 0x80 && r != '\t' {
		return nil
	}
	for i := range strayKinds {
		if strings.ContainsRune(strayKinds[i].of, r) {
			return &strayKinds[i]
		}
	}
	return nil
}

// String names the character, with its sign where it has one.
func (s Stray) String() string {
	name := strayNames[s.Rune]
	switch {
	case name == "" && s.of.name == "":
		name = "the wide space"
	case name == "":
		name = s.of.name
	}
	if s.of.as == " " || s.of.as == "" || s.Rune == '\t' {
		return fmt.Sprintf("%s (U+%04X)", name, s.Rune)
	}
	return fmt.Sprintf("%s %c (U+%04X)", name, s.Rune, s.Rune)
}

// Do says what to do about it.
func (s Stray) Do() string {
	if s.mark {
		return "type a hyphen and a space (- )"
	}
	return s.of.do
}

// StrayIn finds the first character in the text of a plain word, id, date, number or key, written from a
// line and a column on, that looks as if it had been pasted there. What only a sentence would hold is none.
func (f *File) StrayIn(text string, line, column int) (Stray, bool) {
	r, ok := strayIn(text)
	if !ok {
		return Stray{}, false
	}
	s := Stray{Line: line, Column: column, Rune: r, of: strayOf(r)}
	s.mark = s.of.as == "-" && strings.HasPrefix(text, string(r)+" ")
	from := f.Offset(line, column)
	at := strings.IndexRune(string(f.Text[from:]), r)
	if at < 0 || at > 4*len(text) {
		return s, true // written as an escape
	}
	for _, c := range string(f.Text[from : from+at]) {
		s.Column++
		if c == '\n' {
			s.Line, s.Column = s.Line+1, 1
		}
	}
	return s, true
}

// strayIn gives the first stray character of a text that is to be a plain word or a key.
func strayIn(text string) (rune, bool) {
	if ascii(text) {
		return 0, false
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	sentence := strings.ContainsRune(text, ' ')
	for i, r := range text {
		of := strayOf(r)
		if of == nil || r == '\t' {
			continue
		}
		switch of.as {
		case `"`, "'":
			if i == 0 || i+utf8.RuneLen(r) == len(text) && r == last {
				return r, true
			}
		case "-":
			rest := text[i+utf8.RuneLen(r):]
			if !sentence || i == 0 && strings.HasPrefix(rest, " ") {
				return r, true
			}
		default:
			return r, true
		}
	}
	return 0, false
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

const markPattern = 1 // the one of the structural patterns that finds the mark of a list

// structural are the places of a line at which a stray character keeps YAML from seeing its structure.
func structural() []*regexp.Regexp {
	class := func(as string) string {
		var all string
		for _, k := range strayKinds {
			if k.as == as {
				all += k.of
			}
		}
		return "[" + regexp.QuoteMeta(all) + "]"
	}
	space := "[" + strings.Trim(class(" "), "[]") + strings.Trim(class(""), "[]") + "]"
	quote := "[" + strings.Trim(class(`"`), "[]") + strings.Trim(class("'"), "[]") + "]"
	dash, double := class("-"), class(`"`)
	var all []*regexp.Regexp
	for _, p := range []string{
		`^[ \t]*(` + space + `)`,
		`^[ \t]*(?:- +)*(` + dash + `)[ \t` + strings.Trim(space, "[]") + `]`,
		`^[ \t]*(?:- +)*-(` + space + `)`,
		`:(` + space + `)`,
		`^[ \t]*(?:- +)*[\w-]+(：)`,
		`^[ \t]*(?:- +)*(?:[\w-]+: +)?(` + quote + `)`,
		`[\[{,] *(?:[\w-]+: +)?(` + quote + `)`,
		`(?:^|[ \[{,])["'][^"']*(` + double + `)[ ,}\]]*(?:#.*)?$`,
		`^ *(\t)`,
		`^[ \t]*-(\t)`,
	} {
		all = append(all, regexp.MustCompile(p))
	}
	return all
}

// strayAbove finds, from one line upwards to another, the nearest line that a stray character keeps from
// being read as it looks.
func (f *File) strayAbove(line, upTo int) (Stray, bool) {
	patterns := structural()
	for ; line >= max(upTo, 1); line-- {
		text := f.line(line)
		best, mark := -1, false
		for i, p := range patterns {
			if m := p.FindStringSubmatchIndex(text); m != nil && (best < 0 || m[2] < best) {
				best, mark = m[2], i == markPattern
			}
		}
		if best < 0 {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[best:])
		return Stray{Line: line, Column: 1 + utf8.RuneCountInString(text[:best]), Rune: r, of: strayOf(r), mark: mark}, true
	}
	return Stray{}, false
}
