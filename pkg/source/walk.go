package source

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"
)

// walker checks what the library does not: depth, nodes after expansion, duplicate and merge keys, tags.
type walker struct {
	file   *File
	nodes  int
	around []*Node // the nodes with an anchor that hold the node at hand
	alias  *Node   // the outermost alias on the way to it, nil where there is none
	found  Diagnostics
	stop   bool
}

// report notes what is wrong at a node, once: behind an alias it has been noted where the anchor stands.
func (w *walker) report(n *Node, found, expected, do string) {
	if w.alias == nil && len(w.found) <= MaxDiagnostics {
		w.found = append(w.found, w.file.At(n, found, expected, do))
	}
}

// halt notes what makes it pointless to look further; behind an alias that is the alias's doing.
func (w *walker) halt(n *Node, found, expected, do string) {
	if w.alias != nil {
		n = w.alias
	}
	w.found = append(w.found, w.file.At(n, found, expected, do))
	w.stop = true
}

func (w *walker) walk(n *Node, depth int) {
	if w.stop {
		return
	}
	if w.nodes++; w.nodes > MaxNodes {
		w.halt(n, fmt.Sprintf("more than %d values, counted after aliases are expanded", MaxNodes), "fewer", "write out what the aliases stand for, or split the file")
		return
	}
	if depth > MaxDepth {
		w.halt(n, fmt.Sprintf("nested deeper than %d", MaxDepth), "fewer levels", "")
		return
	}
	if n.Style&yaml.TaggedStyle != 0 {
		tag := []rune(n.Tag)
		w.report(n, "the tag "+string(tag[:min(len(tag), 60)]), "a plain value", "remove the tag")
	}
	if n.Anchor != "" {
		w.around = append(w.around, n)
		defer func() { w.around = w.around[:len(w.around)-1] }()
	}
	switch n.Kind {
	case Alias:
		w.expand(n, depth)
	case Mapping:
		w.mapping(n, depth)
	case Sequence:
		for _, c := range n.Content {
			w.walk(c, depth+1)
		}
	}
}

func (w *walker) expand(n *Node, depth int) {
	if slices.Contains(w.around, n.Alias) {
		w.halt(n, fmt.Sprintf("the alias *%s inside what it stands for", n.Value), "a plain value", "write the value out")
		return
	}
	outermost := w.alias == nil
	if outermost {
		w.alias = n
	}
	w.walk(n.Alias, depth+1)
	if outermost {
		w.alias = nil
	}
}

func (w *walker) mapping(n *Node, depth int) {
	if len(n.Content)/2 > MaxKeys {
		w.halt(n, fmt.Sprintf("a mapping of %d keys", len(n.Content)/2), fmt.Sprintf("at most %d", MaxKeys), "")
		return
	}
	var seen map[string]*Node
	if len(n.Content) > 16 {
		seen = make(map[string]*Node, len(n.Content)/2)
	}
	for i := 0; i < len(n.Content); i += 2 {
		w.key(n, i, seen)
		w.walk(n.Content[i+1], depth+1)
	}
}

// key checks one key of a mapping. Seen holds those before it; a small mapping does without.
func (w *walker) key(n *Node, i int, seen map[string]*Node) {
	key := n.Content[i]
	switch {
	case key.Kind != Scalar:
		w.report(key, "a key that is not a plain word", "a key such as `title`", "")
		return
	case key.Tag == "!!merge":
		w.report(key, "a merge key", "plain keys", "write the keys out")
		return
	case len(key.Value) > MaxKey:
		w.report(key, fmt.Sprintf("a key of %d bytes", len(key.Value)), fmt.Sprintf("at most %d", MaxKey), "")
		return
	case key.Style&yaml.TaggedStyle != 0:
		w.report(key, "a tag on a key", "a plain key", "remove the tag")
	}
	var first *Node
	if seen != nil {
		if first = seen[key.Value]; first == nil {
			seen[key.Value] = key
		}
	} else {
		for j := 0; j < i && first == nil; j += 2 {
			if n.Content[j].Kind == Scalar && n.Content[j].Value == key.Value {
				first = n.Content[j]
			}
		}
	}
	if first != nil {
		w.report(key, fmt.Sprintf("the key %q a second time", key.Value), fmt.Sprintf("each key once (first on line %d)", first.Line), "join the two, or remove one")
	}
}
