package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// slip tells of the mistake of writing for which the library gave up at a place inside something that began at another, by
// what people do: an apostrophe inside single quotes, a quote or a bracket left open, a colon or a # in a text without quotes,
// no space behind the colon of a key, a key out of line with those above it. It is nil where it is none of these.
func (f *File) slip(at, context mark, during string) *Diagnostic {
	if at.line == 0 {
		return nil
	}
	since := at.line
	if context.line > 0 {
		since = min(since, context.line)
	}
	for _, slip := range []func(at, context mark, since int, during string) *Diagnostic{f.quoteSlip, f.commentSlip, f.bracketSlip, f.colonSlip, f.keySlip, f.nestingSlip} {
		if d := slip(at, context, since, during); d != nil {
			return d
		}
	}
	return nil
}

func (f *File) slipped(line, column int, found, do string) *Diagnostic {
	d := f.AtPosition(line, column, "not YAML: "+found, "", do)
	return &d
}

// quoteSlip finds the text in quotes whose end comes right before the place, sooner than whoever wrote it meant.
func (f *File) quoteSlip(at, _ mark, since int, _ string) *Diagnostic {
	from, to, quote, ends := f.quoted(since, at)
	if !ends {
		return nil
	}
	if from.line < to.line { // it took in lines that were not meant for it
		name := map[rune]string{'\'': "single", '"': "double"}[quote]
		return f.slipped(from.line, from.column, fmt.Sprintf("a %s quote that is not closed on its line; the next one ends it, on line %d", name, to.line), "close it at the end of its text")
	}
	line := []rune(f.line(to.line))
	if quote == '\'' {
		return f.slipped(to.line, to.column, "an apostrophe inside single quotes, which ends the text", "double the apostrophe (''), or put the text in double quotes")
	}
	if at.column-1 < len(line) && line[at.column-1] == ':' {
		return nil
	}
	return f.slipped(to.line, to.column, fmt.Sprintf("a double quote that ends the text begun in column %d, and more behind it", from.column), `close each quote where its text ends, and write a double quote inside such a text as \"`)
}

// quoted gives where the text in quotes begins and ends behind whose end the library stood, reading from a line on as YAML
// does: a quote opens a text where a value may begin, and nowhere else.
func (f *File) quoted(since int, at mark) (from, to mark, quote rune, ends bool) {
	opens := false
	for n := since; n <= at.line; n++ {
		line := []rune(f.line(n))
		opens = quote == 0 // a value may begin a line
		for i := 0; i < len(line); i++ {
			r := line[i]
			switch {
			case quote == '"' && r == '\\', quote == '\'' && r == '\'' && i+1 < len(line) && line[i+1] == '\'':
				i++
			case quote != 0 && r == quote:
				if to, quote = (mark{n, i + 1}), 0; n == at.line && i+1 < at.column && strings.TrimSpace(string(line[i+1:min(at.column-1, len(line))])) == "" {
					return from, to, r, true
				}
				opens = false
			case quote != 0 || r == ' ':
			case r == '#' && (i == 0 || line[i-1] == ' '):
				i = len(line)
			case opens && (r == '\'' || r == '"'):
				from, quote = mark{n, i + 1}, r
			default:
				opens = strings.ContainsRune("[{,", r) || strings.ContainsRune(":-", r) && (i+1 == len(line) || line[i+1] == ' ')
			}
		}
	}
	return mark{}, mark{}, 0, false
}

// colonSlip finds a colon and a space in a text without quotes inside braces or brackets.
func (f *File) colonSlip(at, _ mark, _ int, during string) *Diagnostic {
	line := []rune(f.line(at.line))
	if !strings.Contains(during, "flow") || at.column > len(line) || line[at.column-1] != ':' {
		return nil
	}
	return f.slipped(at.line, at.column, "a colon and a space in a text without quotes", "put the whole text in quotes")
}

// commentSlip finds the # that makes a comment of what would close a bracket on its line.
func (f *File) commentSlip(at, _ mark, since int, during string) *Diagnostic {
	if !strings.Contains(during, "flow") {
		return nil
	}
	for n := at.line; n >= max(1, min(since, at.line-1)); n-- {
		line := []rune(f.line(n))
		open, quote := 0, rune(0)
		for i, r := range line {
			switch {
			case quote != 0:
				if r == quote {
					quote = 0
				}
			case (r == '\'' || r == '"') && (i == 0 || strings.ContainsRune(" [{,", line[i-1])):
				quote = r
			case r == '[' || r == '{':
				open++
			case r == ']' || r == '}':
				open--
			case r == '#' && i > 0 && line[i-1] == ' ' && open > 0 && closes(string(line[i:])):
				return f.slipped(n, i+1, "a # after a space, which makes a comment of the rest of the line", "put a text with a # in quotes")
			}
		}
	}
	return nil
}

// closes reports whether a text closes more brackets and braces than it opens.
func closes(text string) bool {
	return strings.Count(text, "]")+strings.Count(text, "}") > strings.Count(text, "[")+strings.Count(text, "{")
}

var keyWithoutSpace = regexp.MustCompile(`^[ ]*(?:- +)*([A-Za-z][A-Za-z0-9_-]*):[^\s:/]`)

// keySlip finds a key with nothing between its colon and its value.
func (f *File) keySlip(at, context mark, _ int, during string) *Diagnostic {
	if during != "while scanning a simple key" {
		return nil
	}
	text := f.line(context.line)
	m := keyWithoutSpace.FindStringSubmatchIndex(text)
	if m == nil {
		return nil
	}
	key := text[m[2]:m[3]]
	return f.slipped(context.line, 2+utf8.RuneCountInString(text[:m[3]]), fmt.Sprintf("%q without a space behind its colon", shortened(key)), fmt.Sprintf("write `%s: ` and then its value", key))
}

var beginsEntry = regexp.MustCompile(`^ *(?:- |-$|[A-Za-z_][A-Za-z0-9_-]*:(?: |$))`)

// bracketSlip finds the bracket or brace that is still open where the next key or item begins, or all ends.
func (f *File) bracketSlip(at, context mark, _ int, during string) *Diagnostic {
	if !strings.Contains(during, "while parsing a flow") || context.line == 0 {
		return nil
	}
	before := ""
	if text := f.line(at.line); beginsEntry.MatchString(text) && at.line > context.line {
		if first := strings.IndexByte(text, ':'); at.column != 1+indentOf(text) && at.column != 1+first { // a text without quotes goes on there
			return nil
		}
		before = fmt.Sprintf(" when line %d begins", at.line)
	} else if at.line < len(f.ends) || strings.TrimSpace(text) != "" && at.column <= utf8.RuneCountInString(text) {
		return nil
	}
	opener := []rune(f.line(context.line))
	if context.column > len(opener) {
		return nil
	}
	closer := map[rune]string{'[': "]", '{': "}"}[opener[context.column-1]]
	if closer == "" {
		return nil
	}
	return f.slipped(context.line, context.column, fmt.Sprintf("a %c that is not closed%s", opener[context.column-1], before), "close it with "+closer)
}

// nestingSlip finds a line that is indented otherwise than the lines above it that it could belong to.
func (f *File) nestingSlip(at, _ mark, _ int, during string) *Diagnostic {
	text := f.line(at.line)
	own := indentOf(text)
	if !strings.Contains(during, "while parsing a block") || at.column != 1+own || !beginsEntry.MatchString(text) {
		return nil
	}
	var open []mark // the lines above that a key or an item of which may go on, the innermost first; their columns are indentations
	for n := at.line - 1; n > 0; n-- {
		above := f.line(n)
		indent := indentOf(above)
		if strings.TrimSpace(above) == "" || above[indent] == '#' || len(open) > 0 && indent >= open[len(open)-1].column {
			continue
		}
		if open = append(open, mark{n, indent}); indent == 0 {
			break
		}
	}
	if len(open) == 0 || slices.ContainsFunc(open, func(m mark) bool { return m.column == own }) {
		return nil
	}
	spaces := func(m mark) string { return fmt.Sprintf("%d of line %d", m.column, m.line) }
	if own > open[0].column {
		return f.slipped(at.line, at.column, fmt.Sprintf("a line indented by %d, deeper than the %s, which has its value already", own, spaces(open[0])), "indent all keys of a section alike")
	}
	for i := 1; i < len(open); i++ {
		if open[i].column < own {
			return f.slipped(at.line, at.column, fmt.Sprintf("a line indented by %d, between the %s and the %s", own, spaces(open[i]), spaces(open[i-1])), "indent all keys of a section alike, here or on the lines above")
		}
	}
	return nil
}

func indentOf(text string) int { return len(text) - len(strings.TrimLeft(text, " ")) }
