package edit

import (
	"bytes"
	"strings"

	"partner/pkg/source"
)

// under gives what is to stand at a place where what stands there goes below further keys.
func under(set *Set, n *source.Node) *source.Node {
	last := len(set.Under) - 1
	inner := pairOf(set.Under[last], n)
	inner.Content = append(inner.Content, source.Resolve(set.Value).Content...)
	for i := last - 1; i >= 0; i-- {
		inner = pairOf(set.Under[i], inner)
	}
	return inner
}

// pairOf gives a mapping of one key.
func pairOf(key string, value *source.Node) *source.Node {
	return &source.Node{Kind: source.Mapping, Tag: "!!map", Content: []*source.Node{{Kind: source.Scalar, Tag: "!!str", Value: key}, value}}
}

// wrap moves what stands at a place below further keys, as it is written, and puts what the set holds beside it.
func (e *editor) wrap(n *source.Node, set *Set, at place) {
	switch {
	case n.Anchor != "":
		e.refuse(n, "the anchor &"+n.Anchor+" where something is to stand beside it", "write it out")
	case n.Kind == source.Scalar:
		e.replace(n, under(set, n), at)
	case at.flow || n.Style&source.Flow != 0 || len(n.Content) == 0:
		e.wrapFlow(n, set, at)
	default:
		e.wrapBlock(n, set, at)
	}
}

// wrapFlow puts braces around what stands in brackets or braces itself.
func (e *editor) wrapFlow(n *source.Node, set *Set, at place) {
	from, to := e.content(n), e.endOf(n, at)
	var before strings.Builder
	for _, k := range set.Under {
		before.WriteString("{" + scalar(k, true, plainKey) + ": ")
	}
	after := strings.TrimPrefix(flow(set.Value), "{")
	e.put(from, from, before.String())
	e.put(to, to, ", "+after+strings.Repeat("}", len(set.Under)-1))
}

// wrapBlock sets the lines of a block deeper, below the keys, with the comments that stand in it.
func (e *editor) wrapBlock(n *source.Node, set *Set, at place) {
	from, indent := e.content(n), e.inside(n, at).indent
	if n.Kind == source.Sequence {
		from = bytes.LastIndexByte(e.text[:e.offset(n.Content[0])], '-')
	}
	start := bytes.LastIndexByte(e.text[:from], '\n') + 1
	if len(bytes.TrimSpace(e.text[start:from])) > 0 {
		e.refuse(n, "a statement that shares its line with what stands around it", "write it on lines of its own")
		return
	}
	end := e.afterComments(e.endOf(n, at), indent, true)
	head := max(indent, at.indent+e.step)
	depth := head + len(set.Under)*e.step - indent
	var keys strings.Builder
	for i, k := range set.Under {
		keys.WriteString(spaces(head+i*e.step) + scalar(k, false, plainKey) + ":" + e.end)
	}
	e.put(start, start, keys.String()+spaces(depth))
	for line := range e.lines(e.file.LineEnd(from)) {
		if line.start > end {
			break
		}
		if !line.empty {
			e.put(line.start-line.indent, line.start-line.indent, spaces(depth))
		}
	}
	beside := head + (len(set.Under)-1)*e.step
	value := source.Resolve(set.Value)
	for i := 0; i+1 < len(value.Content); i += 2 {
		e.put(end, end, e.end+spaces(beside)+e.pair(value.Content[i].Value, value.Content[i+1], beside))
	}
}
