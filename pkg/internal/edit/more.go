package edit

import (
	"strings"

	"partner/pkg/source"
)

// longer gives a list with further items, or a list of what is none and those.
func longer(n, items *source.Node) *source.Node {
	list := &source.Node{Kind: source.Sequence, Tag: "!!seq", Style: source.Flow}
	switch {
	case n.Kind == source.Sequence:
		list.Content = append(list.Content, n.Content...)
	case !SaysNothing(n):
		list.Content = append(list.Content, n)
	}
	list.Content = append(list.Content, source.Resolve(items).Content...)
	return list
}

// more adds items at the end of a list.
func (e *editor) more(n, items *source.Node, at place) {
	if n.Kind != source.Sequence || len(n.Content) == 0 {
		e.replace(n, longer(n, items), at)
		return
	}
	inner := e.inside(n, at)
	end := e.endOf(n.Content[len(n.Content)-1], inner)
	var text strings.Builder
	for _, item := range source.Resolve(items).Content {
		if inner.flow {
			text.WriteString(", " + flow(item))
		} else {
			text.WriteString(e.end + spaces(inner.indent) + "- " + e.item(item, inner.indent+2))
		}
	}
	if !inner.flow {
		end = e.afterComments(end, inner.indent, true)
	}
	e.put(end, end, text.String())
}
