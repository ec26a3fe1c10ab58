package source

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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

	line, column, at int // a place in the file and its offset
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

// fewKeys is up to how many keys of a mapping are held against each other without a map of them.
const fewKeys = 24

func (w *walker) mapping(n *Node, depth int) {
	if len(n.Content)/2 > MaxKeys {
		w.halt(n, fmt.Sprintf("a mapping of %d keys", len(n.Content)/2), fmt.Sprintf("at most %d", MaxKeys), "")
		return
	}
	var seen map[string]*Node
	if len(n.Content) > 2*fewKeys {
		seen = make(map[string]*Node, len(n.Content)/2)
	}
	rest := false   // the keys that stand alone are the rest of a text
	var bits uint64 // of the keys so far
	for i := 0; i < len(n.Content); i += 2 {
		bit := bitOf(n.Content[i].Value)
		met := bits&bit != 0
		bits |= bit
		if n.Style&Flow != 0 && w.alone(n.Content[i], n.Content[i+1]) {
			rest = rest || w.cutOff(n, i)
			continue
		}
		rest = false
		w.key(n, i, met, seen)
		w.walk(n.Content[i+1], depth+1)
	}
}

// alone reports whether a key inside braces stands there without a colon: the library reads it as one that
// holds nothing.
func (w *walker) alone(key, value *Node) bool {
	if w.alias != nil || key.Kind != Scalar || key.Style != 0 || key.Value == "" || value.Kind != Scalar || value.Style != 0 || value.Tag != "!!null" || value.Value != "" || value.Anchor != "" {
		return false
	}
	text := w.file.Text[w.offset(key):]
	for i, c := range text {
		switch c {
		case ',', '}':
			return true
		case ':':
			if i+1 == len(text) || bytes.IndexByte([]byte(" \t\r\n[]{\"'"), text[i+1]) >= 0 {
				return false
			}
		}
	}
	return true
}

// offset gives the offset in the text of a node that comes after those asked for before, without beginning
// a long line anew for each.
func (w *walker) offset(n *Node) int {
	if n.Line != w.line || n.Column < w.column {
		w.line, w.column, w.at = n.Line, 1, w.file.Offset(n.Line, 1)
	}
	for ; w.column < n.Column && w.at < len(w.file.Text); w.column++ {
		_, size := utf8.DecodeRune(w.file.Text[w.at:])
		w.at += size
	}
	return w.at
}

// cutOff refuses a key that stands alone inside braces: it says nothing. Where a text without quotes comes
// before it, it is the rest of that text, which a comma has cut off; it gives whether that is so.
func (w *walker) cutOff(n *Node, i int) bool {
	key := n.Content[i]
	if len(w.found) > MaxDiagnostics {
		return true
	}
	if i == 0 || n.Content[i-1].Kind != Scalar || n.Content[i-1].Style != 0 || n.Content[i-1].Value == "" {
		do := "give it one, or remove it"
		if strings.Contains(key.Value, ":") {
			do = "put a space after the colon"
		}
		w.report(key, fmt.Sprintf("the key %q without a value", shortened(key.Value)), "`key: value` inside { }", do)
		return false
	}
	before := n.Content[i-1]
	text := before.Value
	for _, n := range []*Node{before, key} {
		if s, ok := w.file.StrayIn(n.Value, n.Line, n.Column); ok {
			w.found = append(w.found, w.file.AtPosition(s.Line, s.Column, fmt.Sprintf("%s in %q, %s", s, shortened(n.Value), s.of.why), "", s.Do()))
			return true
		}
	}
	for ; i < len(n.Content) && len(text) < MaxKey && w.alone(n.Content[i], n.Content[i+1]); i += 2 {
		text += ", " + n.Content[i].Value
	}
	do := "put the whole text in quotes: " + strconv.Quote(shortened(text))
	if joined := strings.ReplaceAll(text, ", ", ""); strings.Trim(joined, "0123456789.") == "" {
		do = "write the number without it: " + shortened(joined)
	}
	comma := *key
	comma.Line, comma.Column = w.file.before(w.file.Offset(key.Line, key.Column), ',')
	w.report(&comma, fmt.Sprintf("a comma in a text without quotes, which inside { } begins a new key: %q", shortened(key.Value)), "", do)
	return true
}

// shortened cuts a text that a message shows.
func shortened(text string) string {
	if before, after := splitAt(text, 80); after != "" {
		return before + "…"
	}
	return text
}

// stray refuses a key that holds a character out of a word processor.
func (w *walker) stray(key *Node) bool {
	if _, ok := strayIn(key.Value); !ok || len(w.found) > MaxDiagnostics {
		return ok
	}
	s, _ := w.file.StrayIn(key.Value, key.Line, key.Column)
	at := *key
	at.Line, at.Column = s.Line, s.Column
	w.report(&at, fmt.Sprintf("%s in the key %q", s, shortened(key.Value)), "", s.Do())
	return true
}

// bitOf gives a bit that tells a key from most others.
func bitOf(key string) uint64 {
	if key == "" {
		return 1
	}
	return 1 << ((key[0] + 7*key[len(key)-1] + 13*byte(len(key))) & 63)
}

// key checks one key of a mapping. Met says that one of its bit stands before it, and seen holds those that do; a small
// mapping does without.
func (w *walker) key(n *Node, i int, met bool, seen map[string]*Node) {
	key := n.Content[i]
	switch {
	case key.Kind != Scalar:
		w.report(key, "a key that is not a plain word", "a key such as `title`", "")
		return
	case key.Tag == "!!merge":
		w.report(key, "a merge key", "plain keys", "write the keys out")
		return
	case !ascii(key.Value) && w.stray(key):
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
	} else if met {
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
