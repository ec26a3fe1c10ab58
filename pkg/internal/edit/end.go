package edit

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"partner/pkg/source"
)

// offset gives where a node starts: at its anchor, where it has one.
func (e *editor) offset(n *source.Node) int { return e.file.Offset(n.Line, n.Column) }

// content gives where what a node says starts, after its anchor.
func (e *editor) content(n *source.Node) int {
	at := e.offset(n)
	if n.Anchor == "" || n.Kind == source.Alias {
		return at
	}
	at += len("&") + len(n.Anchor)
	for at < len(e.text) && strings.IndexByte(" \t", e.text[at]) >= 0 {
		at++
	}
	return at
}

// endOf gives where the text of a node ends, before the white space and the comments that follow it. At is
// how the node stands in what is around it.
func (e *editor) endOf(n *source.Node, at place) int {
	switch {
	case n.Kind == source.Alias:
		return e.offset(n) + len("*") + len(n.Value)
	case n.Kind == source.Mapping || n.Kind == source.Sequence:
		return e.endOfAll(n, at)
	case n.Style&source.Single != 0:
		return e.quoteEnd(e.content(n), '\'')
	case n.Style&source.Double != 0:
		return e.quoteEnd(e.content(n), '"')
	case n.Style&(source.Literal|source.Folded) != 0:
		return e.blockEnd(e.content(n), at.indent)
	case n.Value == "" && n.Anchor == "":
		return e.offset(n)
	case n.Value == "":
		return e.offset(n) + len("&") + len(n.Anchor)
	}
	return e.plainEnd(e.content(n), at)
}

// endOfAll gives where a mapping or a list ends: after its last part, and the bracket or brace that closes it.
func (e *editor) endOfAll(n *source.Node, around place) int {
	start := e.content(n)
	braces := n.Style&source.Flow != 0 && start < len(e.text) && (e.text[start] == '{' || e.text[start] == '[')
	end := start
	if braces {
		end++
	}
	if len(n.Content) > 0 {
		last := n.Content[len(n.Content)-1]
		end = e.endOf(last, e.inside(n, around))
		if n.Kind == source.Mapping && last.Value == "" && last.Kind == source.Scalar {
			key := n.Content[len(n.Content)-2]
			end = max(end, e.endOf(key, place{flow: true}))
		}
	}
	for braces && end < len(e.text) {
		c := e.text[end]
		end++
		switch {
		case c == '}' || c == ']':
			return end
		case c == '#':
			end = e.file.LineEnd(end)
		}
	}
	return end
}

// quoteEnd gives where a text in quotes ends.
func (e *editor) quoteEnd(start int, quote byte) int {
	for i := start + 1; i < len(e.text); i++ {
		switch {
		case e.text[i] == '\\' && quote == '"':
			i++
		case e.text[i] != quote:
		case quote == '\'' && i+1 < len(e.text) && e.text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return len(e.text)
}

// blockEnd gives where a literal or folded text ends, that is to say its last line that is not empty; where
// it keeps the empty lines after it, those are part of it.
func (e *editor) blockEnd(start, indent int) int {
	head := e.file.LineEnd(start)
	marks, _, _ := bytes.Cut(e.text[start:head], []byte("#"))
	keeps := bytes.IndexByte(marks, '+') >= 0
	end := head
	for line := range e.lines(head) {
		switch {
		case line.empty && keeps:
			end = line.end
		case line.empty:
		case line.indent <= indent:
			return end
		default:
			end = line.end
		}
	}
	return end
}

// plainEnd gives where a plain text ends.
func (e *editor) plainEnd(start int, at place) int {
	if at.flow {
		end := start
		for i := start; i < len(e.text); {
			r, size := utf8.DecodeRune(e.text[i:])
			next := byte(' ')
			if i+size < len(e.text) {
				next = e.text[i+size]
			}
			switch {
			case strings.ContainsRune(",[]{}", r):
				return end
			case r == ':' && strings.IndexByte(" \t\r\n,[]{}", next) >= 0:
				return end
			case r == '#' && i > start && blank(e.text[i-1]):
				return end
			case size == 1 && blank(e.text[i]):
			default:
				end = i + size
			}
			i += size
		}
		return end
	}
	end, closed := e.plainLine(start)
	if closed {
		return end
	}
	for line := range e.lines(e.file.LineEnd(start)) {
		if line.empty {
			continue
		}
		if line.indent <= at.indent || e.text[line.start] == '#' {
			break
		}
		if end, closed = e.plainLine(line.start); closed {
			break
		}
	}
	return end
}

// plainLine gives where a plain text ends on its line, and whether a comment follows, which closes it.
func (e *editor) plainLine(start int) (end int, closed bool) {
	line := e.text[start:e.file.LineEnd(start)]
	for i := 1; i < len(line); i++ {
		if line[i] == '#' && blank(line[i-1]) {
			line, closed = line[:i], true
			break
		}
	}
	return start + len(bytes.TrimRight(line, " \t\r")), closed
}

func blank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// afterComments gives the end of the line in which a value ends, or that of the last of the comments below it that
// belong to what it stands in: those that stand deeper than its key, and after the last key of a block also those
// that stand as deep. What is added after the value stands after them.
func (e *editor) afterComments(end, indent int, last bool) int {
	end = e.file.LineEnd(end)
	if last {
		indent--
	}
	for line := range e.lines(end) {
		switch {
		case line.empty:
		case e.text[line.start] == '#' && line.indent > indent:
			end = line.end
		default:
			return end
		}
	}
	return end
}

// textLine is a line of the text.
type textLine struct {
	start, end int // of what stands on it, white space before and after left out
	indent     int
	empty      bool
}

// lines gives the lines that follow the one that ends at an offset.
func (e *editor) lines(end int) func(func(textLine) bool) {
	return func(yield func(textLine) bool) {
		for end < len(e.text) {
			_, size := utf8.DecodeRune(e.text[end:])
			if bytes.HasPrefix(e.text[end:], []byte("\r\n")) {
				size = 2
			}
			from := end + size
			end = e.file.LineEnd(from)
			if from == len(e.text) {
				return
			}
			line := e.text[from:end]
			bare := bytes.TrimLeft(line, " ")
			l := textLine{start: end - len(bare), end: end, indent: len(line) - len(bare), empty: len(bytes.TrimSpace(line)) == 0}
			if !yield(l) {
				return
			}
		}
	}
}
