package edit

import (
	"bytes"
	"slices"
	"strconv"

	"partner/pkg/source"
)

// expected gives what the file is to say afterwards: what it says, with the values in their places.
func expected(b *branch, n *source.Node) *source.Node {
	if n == nil {
		return b.value()
	}
	n = source.Resolve(n)
	if b.set != nil && len(b.set.Under) > 0 {
		return under(b.set, n)
	}
	if b.set != nil && b.set.More {
		return longer(n, b.set.Value)
	}
	if b.set != nil || SaysNothing(n) {
		return b.value()
	}
	c := *n
	c.Content = slices.Clone(n.Content)
	if n.Kind == source.Sequence {
		return expectedList(b, &c)
	}
	for i, k := range b.keys {
		at := -1
		for j := 0; j < len(c.Content); j += 2 {
			if c.Content[j].Value == k {
				at = j + 1
			}
		}
		if at < 0 {
			c.Content = append(c.Content, &source.Node{Kind: source.Scalar, Value: k}, expected(b.of[i], nil))
			continue
		}
		c.Content[at] = expected(b.of[i], c.Content[at])
	}
	return &c
}

func expectedList(b *branch, list *source.Node) *source.Node {
	items := list.Content
	list.Content = nil
	for i, item := range items {
		k := slices.Index(b.keys, strconv.Itoa(i))
		switch {
		case k < 0:
			list.Content = append(list.Content, item)
		case b.of[k].set != nil && b.of[k].set.Join:
			list.Content = append(list.Content, b.of[k].set.Value.Content...)
		default:
			list.Content = append(list.Content, expected(b.of[k], item))
		}
	}
	return list
}

// same reports whether two nodes say the same, in whichever order their keys stand.
func same(a, b *source.Node) bool {
	a, b = source.Resolve(a), source.Resolve(b)
	if a.Kind != b.Kind || len(a.Content) != len(b.Content) {
		return false
	}
	switch a.Kind {
	case source.Scalar:
		null := a.ShortTag() == "!!null"
		return a.ShortTag() == b.ShortTag() && (null || a.Value == b.Value)
	case source.Sequence:
		for i := range a.Content {
			if !same(a.Content[i], b.Content[i]) {
				return false
			}
		}
		return true
	}
	in := make(map[string]*source.Node, len(b.Content)/2)
	for i := 0; i < len(b.Content); i += 2 {
		in[b.Content[i].Value] = b.Content[i+1]
	}
	for i := 0; i < len(a.Content); i += 2 {
		if other := in[a.Content[i].Value]; other == nil || !same(a.Content[i+1], other) {
			return false
		}
	}
	return true
}

// Same reports whether two nodes say the same, in whichever order their keys stand.
func Same(a, b *source.Node) bool { return same(a, b) }

// step gives by how much the blocks of a document are indented: by as much as the first one is, or by two.
func step(root *source.Node) int {
	if root.Kind == source.Mapping && root.Style&source.Flow == 0 {
		for i := 1; i < len(root.Content); i += 2 {
			v := root.Content[i]
			if v.Kind == source.Mapping && v.Style&source.Flow == 0 && v.Content[0].Column > root.Content[0].Column {
				return v.Content[0].Column - root.Content[0].Column
			}
		}
	}
	return 2
}

// lineEndOf gives what ends the lines of a text: what ends its first one.
func lineEndOf(text []byte) string {
	if i := bytes.IndexByte(text, '\n'); i > 0 && text[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}
