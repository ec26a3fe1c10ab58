package pack

import (
	"strconv"

	"partner/pkg/catalogue"
	"partner/pkg/internal/edit"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// empty reports whether a node says nothing: it is empty, null, `unknown` or a mapping of nothing.
func empty(n *source.Node) bool {
	return edit.SaysNothing(n) || n.Kind == source.Mapping && len(n.Content) == 0
}

// stripped gives a statement without what is left empty in it: keys of nothing, and `evidence: []`. Of a
// mapping of which only `is: unknown` is left nothing is left.
func stripped(n *source.Node) *source.Node {
	n = source.Resolve(n)
	if n.Kind != source.Mapping {
		return n
	}
	c := *n
	c.Content = nil
	unknown := 0
	for i := 0; i < len(n.Content); i += 2 {
		k, v := n.Content[i], source.Resolve(n.Content[i+1])
		switch {
		case v.Kind == source.Scalar && v.Tag == "!!null", v.Kind == source.Mapping && len(v.Content) == 0 && k.Value != "is":
			continue
		case k.Value == "evidence" && v.Kind == source.Sequence && len(v.Content) == 0:
			continue
		case edit.SaysNothing(v):
			unknown++
		}
		c.Content = append(c.Content, k, v)
	}
	if len(c.Content) == 2*unknown {
		c.Content = nil
	}
	return &c
}

// spoken gives a statement without the views in it that are left empty.
func spoken(n *source.Node) *source.Node {
	n = source.Resolve(n)
	views := child(n, "views")
	if n.Kind != source.Mapping || views == nil || views.Kind != source.Mapping {
		return n
	}
	said := *views
	said.Content = nil
	for i := 0; i+1 < len(views.Content); i += 2 {
		if half := stripped(views.Content[i+1]); !empty(half) {
			said.Content = append(said.Content, views.Content[i], half)
		}
	}
	c := *n
	c.Content = nil
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch {
		case n.Content[i].Value != "views":
			c.Content = append(c.Content, n.Content[i], n.Content[i+1])
		case len(said.Content) > 0:
			c.Content = append(c.Content, n.Content[i], &said)
		}
	}
	return &c
}

// keyed gives a mapping of one key.
func keyed(key string, value *source.Node) *source.Node {
	return &source.Node{Kind: source.Mapping, Tag: "!!map", Content: []*source.Node{{Kind: source.Scalar, Tag: "!!str", Value: key}, value}}
}

// bareOf gives a statement bare where it is one without a reason or evidence.
func bareOf(n *source.Node) *source.Node {
	n = source.Resolve(n)
	if n.Kind == source.Mapping && len(n.Content) == 2 && n.Content[0].Value == "is" {
		return n.Content[1]
	}
	return n
}

// pruned gives a value without the keys that are left empty in it, however deep.
func pruned(n *source.Node) *source.Node {
	n = source.Resolve(n)
	c := *n
	c.Content, c.Anchor = nil, ""
	for i := 0; i < len(n.Content); i++ {
		switch value := source.Resolve(n.Content[i]); {
		case n.Kind != source.Mapping:
			c.Content = append(c.Content, pruned(value))
		case i%2 == 1 && value.Tag != "!!null":
			c.Content = append(c.Content, n.Content[i-1], pruned(value))
		}
	}
	return &c
}

// asList gives what else there is in a list as a list: one entry alone stands for a list of it.
func asList(n *source.Node) *source.Node {
	switch {
	case n.Kind == source.Sequence:
		return n
	case n.Kind == source.Scalar && n.Value == "none":
		return &source.Node{Kind: source.Sequence, Tag: "!!seq", Line: n.Line, Column: n.Column}
	}
	return &source.Node{Kind: source.Sequence, Tag: "!!seq", Line: n.Line, Column: n.Column, Content: []*source.Node{n}}
}

func describe(n *source.Node) string {
	switch n.Kind {
	case source.Mapping:
		return "a mapping"
	case source.Sequence:
		return "a list"
	}
	return quoted(n.Value)
}

func quoted(s string) string {
	if n := []rune(s); len(n) > 60 {
		s = string(n[:57]) + "…"
	}
	return strconv.Quote(s)
}

// oneOf says what to write in place of a word that is none of the valid ones.
func oneOf(word string, valid []string) string {
	if near := source.DidYouMean(word, valid); near != "" {
		return near
	}
	return "use " + source.Listed(valid)
}

func organisations(doc *proposal.Proposal) []string {
	var ids []string
	for _, o := range doc.Organisations {
		ids = append(ids, o.Key)
	}
	return ids
}

func roleIDs(cat *catalogue.Catalogue) []string {
	var ids []string
	for _, w := range cat.Words.Roles {
		ids = append(ids, w.ID)
	}
	return ids
}
