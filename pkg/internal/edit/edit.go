// Package edit puts values into the text of a YAML or JSON file and leaves everything else in it as it is: its
// comments, the order of its keys, its indentation, its quotes and its line ends.
package edit

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"partner/pkg/source"
)

// Set is one value and the place where it goes.
type Set struct {
	Path  []string     // keys from the root downwards; an item of a list that is there is its index from 0
	Value *source.Node // what is to stand there
	Join  bool         // the place is an item of a list, and what Value lists takes its place there, if only nothing
	More  bool         // what stands at the place is a list, to which Value adds what it lists, or one item that becomes a list with it
	Under []string     // the keys below which what stands at the place goes, and beside the last of them what Value holds
}

// Order gives the keys of the mapping at a path in the order in which they are usually written; nil where
// there is none. A key that is added stands after the last of those that come before it, or at the end.
type Order func(path []string) []string

// Apply gives the text of a file with values in their places. Mappings on the way that are not there are
// added. What stands at a place is replaced, so it is for the caller to see that nothing is lost; what stands
// on the way must be a mapping or a list, or say nothing (nothing at all, `unknown`, {}). The diagnostics
// name what cannot be done without disturbing something else; then the text is nil.
func Apply(file *source.File, sets []Set, order Order) ([]byte, source.Diagnostics) {
	if len(sets) == 0 {
		return slices.Clone(file.Text), nil
	}
	root := &branch{}
	for _, s := range sets {
		root.add(s)
	}
	e := &editor{file: file, text: file.Text, order: order, step: step(file.Root), end: lineEndOf(file.Text), aliased: map[*source.Node]bool{}}
	e.aliases(file.Root)
	e.graft(root, file.Root, nil, place{})
	if len(e.wrong) > 0 {
		return nil, e.wrong
	}
	if file.IsJSON() {
		is := expected(root, file.Root)
		text := inJSON(file, is)
		if after, wrong := source.Parse(file.Name, text); len(wrong) == 0 && alikeInJSON(after.Root, is) {
			return text, nil
		}
		return nil, source.Diagnostics{file.At(file.Root, "the additions cannot be written as JSON", "", "write them in by hand")}
	}
	text := e.changed()
	after, wrong := source.Parse(file.Name, text)
	if len(wrong) > 0 || !same(after.Root, expected(root, file.Root)) {
		// The parts were put where the layout of the file seemed to have room for them, and it had not.
		return nil, source.Diagnostics{file.At(file.Root, "the file is laid out in a way that leaves no room for the additions", "", "write them in by hand")}
	}
	return text, nil
}

// branch is what is to be put at a place and below it.
type branch struct {
	set  *Set // nil where something goes below
	keys []string
	of   []*branch // along keys
}

func (b *branch) add(s Set) {
	for _, k := range s.Path {
		i := slices.Index(b.keys, k)
		if i < 0 {
			i = len(b.keys)
			b.keys, b.of = append(b.keys, k), append(b.of, &branch{})
		}
		b = b.of[i]
	}
	b.set = &s
}

// value gives the branch as a value where nothing is there yet.
func (b *branch) value() *source.Node {
	if b.set != nil {
		return b.set.Value
	}
	n := &source.Node{Kind: source.Mapping, Tag: "!!map", Style: grown}
	for i, k := range b.keys {
		n.Content = append(n.Content, &source.Node{Kind: source.Scalar, Tag: "!!str", Value: k}, b.of[i].value())
	}
	return n
}

// change is one replacement in the text.
type change struct {
	from, to int
	text     string
}

type editor struct {
	file    *source.File
	text    []byte
	order   Order
	step    int    // how much deeper a block stands than the one around it
	end     string // what ends a line
	aliased map[*source.Node]bool
	changes []change
	wrong   source.Diagnostics
}

// place is how a node stands in the text.
type place struct {
	flow   bool // inside brackets or braces
	indent int  // of the keys or dashes of the block around it
}

func (e *editor) put(from, to int, text string) {
	e.changes = append(e.changes, change{from, to, text})
}

func (e *editor) refuse(n *source.Node, found, do string) {
	e.wrong = append(e.wrong, e.file.At(n, found, "", do))
}

// changed gives the text with all changes made.
func (e *editor) changed() []byte {
	slices.SortStableFunc(e.changes, func(a, b change) int { return cmp.Compare(a.from, b.from) })
	var b bytes.Buffer
	at := 0
	for _, c := range e.changes {
		if c.from < at {
			c.from = at // only where the layout is beyond us: the comparison afterwards refuses it
		}
		b.Write(e.text[at:c.from])
		b.WriteString(c.text)
		at = max(c.to, c.from)
	}
	b.Write(e.text[at:])
	return b.Bytes()
}

// aliases notes the nodes that stand in several places at once.
func (e *editor) aliases(n *source.Node) {
	if n.Kind == source.Alias {
		e.aliased[n.Alias] = true
		return
	}
	for _, c := range n.Content {
		e.aliases(c)
	}
}

// graft puts a branch at a node that is there.
func (e *editor) graft(b *branch, n *source.Node, path []string, at place) {
	switch {
	case n.Kind == source.Alias:
		e.refuse(n, "the alias *"+n.Value+" where something is to be filled in", "write out what it stands for")
	case e.aliased[n]:
		e.refuse(n, "the anchor &"+n.Anchor+" where something is to be filled in, which would then be said elsewhere too", "write it out in both places")
	case b.set != nil && b.set.Join:
		e.refuse(n, "a place that is not in a list", "")
	case b.set != nil && len(b.set.Under) > 0:
		e.wrap(n, b.set, at)
	case b.set != nil && b.set.More:
		e.more(n, b.set.Value, at)
	case b.set != nil || SaysNothing(n) || n.Kind == source.Mapping && len(n.Content) == 0:
		e.replace(n, b.value(), at)
	case n.Kind == source.Mapping:
		e.mapping(b, n, path, at)
	case n.Kind == source.Sequence:
		e.sequence(b, n, path, at)
	default:
		e.refuse(n, strconv.Quote(n.Value)+" where something is to be filled in below it", "")
	}
}

// SaysNothing reports whether a node is empty, null or `unknown`.
func SaysNothing(n *source.Node) bool {
	return n.Kind == source.Scalar && (n.Tag == "!!null" || n.Value == "unknown")
}

// mapping puts the parts of a branch under their keys, those that are not there after those that are.
func (e *editor) mapping(b *branch, n *source.Node, path []string, at place) {
	inner := e.inside(n, at)
	var keys []string
	for i := 0; i < len(n.Content); i += 2 {
		keys = append(keys, n.Content[i].Value)
	}
	type addition struct {
		after, rank int // the place of the key that it follows, and its own among its like
		key         string
		value       *source.Node
	}
	var order []string
	if e.order != nil {
		order = e.order(path)
	}
	var added []addition
	for i, k := range b.keys {
		if j := slices.Index(keys, k); j >= 0 {
			e.graft(b.of[i], n.Content[2*j+1], append(slices.Clone(path), k), inner)
			continue
		}
		a := addition{len(keys) - 1, slices.Index(order, k), k, b.of[i].value()}
		if a.rank >= 0 {
			for j := len(keys) - 1; j >= 0; j-- {
				if r := slices.Index(order, keys[j]); r >= 0 && r < a.rank {
					a.after = j
					break
				}
			}
		}
		added = append(added, a)
	}
	slices.SortStableFunc(added, func(x, y addition) int { return cmp.Compare(x.rank, y.rank) })
	for _, a := range added {
		value := n.Content[2*a.after+1]
		if inner.flow {
			end := e.endOf(value, inner)
			e.put(end, end, ", "+scalar(a.key, true, plainKey)+": "+flow(a.value))
			continue
		}
		line := e.afterComments(e.endOf(value, inner), inner.indent, a.after == len(keys)-1)
		text := e.end
		if len(path) == 0 && a.value.Kind != source.Scalar && e.spaced(n) {
			text += e.end
		}
		e.put(line, line, text+spaces(inner.indent)+e.pair(a.key, a.value, inner.indent))
	}
}

// spaced reports whether an empty line stands before one of the keys of a mapping.
func (e *editor) spaced(n *source.Node) bool {
	for i := 2; i < len(n.Content); i += 2 {
		at := e.offset(n.Content[i])
		above := bytes.Split(e.text[e.offset(n.Content[i-2]):at], []byte("\n"))
		for _, line := range above[:len(above)-1] {
			if len(bytes.TrimSpace(line)) == 0 {
				return true
			}
		}
	}
	return false
}

// sequence puts the parts of a branch into the items of a list.
func (e *editor) sequence(b *branch, n *source.Node, path []string, at place) {
	inner := e.inside(n, at)
	for i, k := range b.keys {
		at, err := strconv.Atoi(k)
		if err != nil || at < 0 || at >= len(n.Content) {
			e.refuse(n, "a list that has no item "+strconv.Quote(k), "")
			continue
		}
		if set := b.of[i].set; set != nil && set.Join {
			e.join(n, at, set.Value.Content, inner)
			continue
		}
		e.graft(b.of[i], n.Content[at], append(slices.Clone(path), k), inner)
	}
}

// inside gives how what a mapping or a list holds stands.
func (e *editor) inside(n *source.Node, around place) place {
	if around.flow || n.Style&source.Flow != 0 {
		return place{flow: true}
	}
	if n.Kind == source.Mapping {
		return place{indent: n.Content[0].Column - 1}
	}
	return place{indent: e.dash(n.Content[0])}
}

// dash gives the column, from 0, of the dash before an item of a block list.
func (e *editor) dash(item *source.Node) int {
	at := max(bytes.LastIndexByte(e.text[:e.offset(item)], '-'), 0)
	return utf8.RuneCount(e.text[bytes.LastIndexByte(e.text[:at], '\n')+1 : at])
}
