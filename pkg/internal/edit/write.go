package edit

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"partner/pkg/source"
)

// grown is the style of a mapping that has come about on the way to a place: it is written as a block.
const grown = source.Style(1 << 14)

// Widest is how long a line gets at most where something is written on one line that could be a block.
const Widest = 110

func spaces(n int) string { return strings.Repeat(" ", n) }

// pair gives a key with its value, as they stand in a block of that indentation, without the end of the line.
func (e *editor) pair(key string, value *source.Node, indent int) string {
	return scalar(key, false, plainKey) + ":" + e.after(value, indent, len(key)+1)
}

// after gives a value as it stands after a colon: on the same line, or as a block below it.
func (e *editor) after(value *source.Node, indent, used int) string {
	value = source.Resolve(value)
	switch {
	case value.Kind == source.Scalar:
		return " " + e.words(value, indent)
	case len(value.Content) == 0:
		return " " + flow(value)
	case value.Style != grown && small(value):
		if line := flow(value); indent+used+1+utf8.RuneCountInString(line) <= Widest {
			return " " + line
		}
	}
	return e.end + spaces(indent+e.step) + e.block(value, indent+e.step)
}

// small reports whether a value may be written on one line: a list or a mapping of plain values.
func small(n *source.Node) bool {
	for _, c := range n.Content {
		c = source.Resolve(c)
		if c.Kind == source.Scalar && strings.Contains(c.Value, "\n") {
			return false
		}
		for _, deeper := range c.Content {
			if c.Kind == source.Mapping || source.Resolve(deeper).Kind != source.Scalar {
				return false
			}
		}
	}
	return true
}

// block gives a mapping or a list as a block whose first line has its indentation already.
func (e *editor) block(n *source.Node, indent int) string {
	n = source.Resolve(n)
	var parts []string
	switch {
	case n.Kind == source.Scalar:
		return e.words(n, indent)
	case len(n.Content) == 0:
		return flow(n)
	case n.Kind == source.Mapping:
		for i := 0; i < len(n.Content); i += 2 {
			parts = append(parts, e.pair(n.Content[i].Value, n.Content[i+1], indent))
		}
	default:
		for _, c := range n.Content {
			parts = append(parts, "- "+e.item(c, indent+2))
		}
	}
	return strings.Join(parts, e.end+spaces(indent))
}

// item gives an item of a block list, on one line where it fits.
func (e *editor) item(n *source.Node, indent int) string {
	n = source.Resolve(n)
	if n.Kind != source.Scalar && n.Style != grown && small(n) {
		if line := flow(n); indent+utf8.RuneCountInString(line) <= Widest {
			return line
		}
	}
	return e.block(n, indent)
}

// words gives a scalar in a block: a text of several lines as such, where that keeps it what it is.
func (e *editor) words(n *source.Node, indent int) string {
	if n.Tag == "!!str" && literal.MatchString(n.Value) && plain(n.Value) {
		mark, text := "|-", n.Value
		if strings.HasSuffix(text, "\n") {
			mark, text = "|", strings.TrimSuffix(text, "\n")
		}
		lines := strings.Split(text, "\n")
		for i, l := range lines {
			if l != "" {
				lines[i] = spaces(indent+e.step) + l
			}
		}
		return mark + e.end + strings.Join(lines, e.end)
	}
	return scalar(n.Value, false, n)
}

// literal matches what may be written as a literal text: several lines, none that ends in white space, the
// first neither empty nor indented, and at most one end of line after the last.
var literal = regexp.MustCompile(`\A[^\s](?:[^\n]*[^\s])?(?:\n+[^\n]*[^\s])+\n?\z`)

// flow gives a value on one line.
func flow(n *source.Node) string {
	n = source.Resolve(n)
	var b bytes.Buffer
	switch n.Kind {
	case source.Mapping:
		b.WriteByte('{')
		for i := 0; i < len(n.Content); i += 2 {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(scalar(n.Content[i].Value, true, plainKey) + ": " + flow(n.Content[i+1]))
		}
		b.WriteByte('}')
	case source.Sequence:
		b.WriteByte('[')
		for i, c := range n.Content {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(flow(c))
		}
		b.WriteByte(']')
	default:
		return scalar(n.Value, true, n)
	}
	return b.String()
}

// plainKey stands for how a key is written.
var plainKey = &source.Node{Kind: source.Scalar, Tag: "!!str"}

// scalar gives a text so that it is read back as what it is: without quotes where it was read without, or
// where it can be nothing but a text, and stays itself without them.
func scalar(value string, inFlow bool, as *source.Node) string {
	if as.Tag == "!!null" {
		return "null"
	}
	quoted := as.Style&(source.Single|source.Double|source.Literal|source.Folded) != 0
	bare := plain(value) && !strings.Contains(value, "\n") && fits(value, inFlow)
	if bare && (!quoted || source.PlainTag(value) == "!!str") {
		return value
	}
	if plain(value) && !strings.Contains(value, "\n") && strings.ContainsAny(value, `"\`) {
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range value {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case source.Printable(string(r)) == string(r):
			b.WriteRune(r)
		case r > 0xffff:
			fmt.Fprintf(&b, `\U%08x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// plain reports whether nothing in a text needs an escape.
func plain(s string) bool {
	for _, r := range s {
		if r != '\n' && source.Printable(string(r)) != string(r) {
			return false
		}
	}
	return true
}

// fits reports whether a text of one line may stand without quotes.
func fits(s string, inFlow bool) bool {
	if s == "" || strings.TrimSpace(s) != s || strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`") && !startsNumber(s) {
		return false
	}
	if strings.Contains(s, ": ") || strings.HasSuffix(s, ":") || strings.Contains(s, " #") || s == "---" || s == "..." {
		return false
	}
	return !inFlow || !strings.ContainsAny(s, ",[]{}:") || colonInside(s)
}

// startsNumber reports whether a text starts like a negative number.
func startsNumber(s string) bool {
	return len(s) > 1 && s[0] == '-' && s[1] >= '0' && s[1] <= '9'
}

// colonInside reports whether the only mark in a text that brackets would read otherwise is a colon between
// other characters, as in a time.
func colonInside(s string) bool {
	return !strings.ContainsAny(s, ",[]{}") && !strings.HasSuffix(s, ":") && !strings.Contains(s, "::")
}
