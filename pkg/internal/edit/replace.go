package edit

import (
	"bytes"
	"strings"

	"partner/pkg/source"
)

// replace puts a value in the place of a node: of a scalar, or of an empty mapping or list.
func (e *editor) replace(n *source.Node, value *source.Node, at place) {
	from, to := e.content(n), e.endOf(n, at)
	value = source.Resolve(value)
	if n.Kind != source.Scalar && len(n.Content) > 0 {
		e.refuse(n, "something that is there already", "")
		return
	}
	if at.flow {
		e.put(from, to, e.colon(from, to)+flow(value))
		return
	}
	line := e.file.LineEnd(to)
	oneLine := n.Style&(source.Literal|source.Folded) == 0
	if value.Kind == source.Scalar || len(value.Content) == 0 || value.Style != grown && small(value) && e.column(from)+len(flow(value)) < Widest {
		text := flow(value)
		if value.Kind == source.Scalar {
			text = scalar(value.Value, false, value)
			if comment := len(bytes.TrimSpace(e.text[to:line])) > 0; !comment && oneLine {
				text = e.words(value, at.indent)
			}
		}
		e.put(from, to, e.colon(from, to)+text)
		return
	}
	for from > 0 && (e.text[from-1] == ' ' || e.text[from-1] == '\t') {
		from--
	}
	if from < to {
		e.put(from, to, "")
	}
	indent := at.indent + e.step
	line = e.afterComments(line, at.indent, false)
	e.put(line, line, e.end+spaces(indent)+e.block(value, indent))
}

// colon gives what has to stand before a value where so far there is none: a space after a colon or a dash,
// a colon and a space where there is only a key.
func (e *editor) colon(from, to int) string {
	before := bytes.TrimRight(e.text[:from], " \t")
	switch {
	case from < to:
		return ""
	case len(before) > 0 && strings.IndexByte(":-?", before[len(before)-1]) < 0:
		return ": "
	case len(before) == from:
		return " "
	}
	return ""
}

// column gives the column of an offset, from 0.
func (e *editor) column(at int) int {
	return at - (bytes.LastIndexByte(e.text[:at], '\n') + 1)
}

// join puts items, if any, in the place of one item of a list.
func (e *editor) join(list *source.Node, i int, items []*source.Node, at place) {
	n := list.Content[i]
	if n.Kind == source.Alias || e.aliased[n] || e.aliased[list] {
		e.refuse(n, "an anchor or an alias where something is to be filled in", "write out what it stands for")
		return
	}
	from, to := e.content(n), e.endOf(n, at)
	switch {
	case len(items) == 0 && at.flow:
		e.drop(list, i, from, to)
	case len(items) == 0:
		e.dropLine(list, n, to)
	case at.flow:
		var parts []string
		for _, item := range items {
			parts = append(parts, flow(item))
		}
		e.put(from, to, strings.Join(parts, ", "))
	default:
		e.joinBlock(from, to, items, at.indent)
	}
}

// joinBlock puts the items each after a dash of its own; the first takes the dash that is there.
func (e *editor) joinBlock(from, to int, items []*source.Node, dash int) {
	line := e.file.LineEnd(to)
	gap := ""
	if from > 0 && e.text[from-1] == '-' {
		gap = " "
	}
	var rest strings.Builder
	for _, item := range items[1:] {
		rest.WriteString(e.end + spaces(dash) + "- " + e.item(item, dash+2))
	}
	indent := max(e.column(from)+len(gap), dash+2)
	if first := e.item(items[0], indent); !strings.Contains(first, "\n") || len(bytes.TrimSpace(e.text[to:line])) == 0 {
		e.put(from, to, gap+first)
	} else {
		e.put(from, to, gap+flow(items[0])) // a comment follows on the line, and stays there
	}
	if rest.Len() > 0 {
		e.put(line, line, rest.String())
	}
}

// drop takes an item out of a list in brackets, with the comma after or before it.
func (e *editor) drop(list *source.Node, i, from, to int) {
	switch {
	case i+1 < len(list.Content):
		to = e.offset(list.Content[i+1])
	case i > 0:
		from = e.endOf(list.Content[i-1], place{flow: true})
	}
	if bytes.IndexByte(e.text[from:to], '#') >= 0 {
		e.refuse(list.Content[i], "a comment beside what is to be taken out", "take it out by hand")
		return
	}
	e.put(from, to, "")
}

// dropLine takes an item out of a block list; its comment stays. A list of which nothing is left is [].
func (e *editor) dropLine(list, n *source.Node, to int) {
	dash := bytes.LastIndexByte(e.text[:e.offset(n)], '-')
	start := bytes.LastIndexByte(e.text[:dash], '\n') + 1
	line := e.file.LineEnd(to)
	alone := strings.TrimSpace(string(e.text[start:dash])) == ""
	if len(list.Content) == 1 {
		key := bytes.TrimRight(e.text[:dash], " \t\r\n")
		if !alone || len(key) == 0 || key[len(key)-1] != ':' {
			e.put(dash, to, "[]")
			return
		}
		e.put(len(key), len(key), " []")
	}
	rest := bytes.TrimLeft(e.text[to:line], " \t")
	switch {
	case !alone:
		e.refuse(n, "an item that shares its line with another", "take it out by hand")
	case len(rest) > 0:
		e.put(dash, line-len(rest), "")
	case start == 0:
		e.put(0, line, "")
	default: // with the end of the line before: what is added after the list stands after the end of this one
		before := start - 1
		if before > 0 && e.text[before-1] == '\r' {
			before--
		}
		e.put(before, line, "")
	}
}
