// Package source turns the bytes of a file into YAML nodes, within limits, with places and snippets
// for whatever is wrong. It is the only package that knows the YAML library.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Node is a node of a YAML document, with its line and its column in runes.
type Node = yaml.Node

// The kinds of node.
const (
	Mapping  = yaml.MappingNode
	Sequence = yaml.SequenceNode
	Scalar   = yaml.ScalarNode
	Alias    = yaml.AliasNode
)

// Limits on a file. A document beyond them is refused: they lie far above any real one.
const (
	MaxBytes = 1 << 20 // size of a file
	MaxDepth = 64      // how deep mappings and lists may nest
	MaxNodes = 50_000  // nodes, counted after aliases are expanded
	MaxKeys  = 10_000  // keys of one mapping
)

// File is a file that has been parsed: one YAML document within the limits, without duplicate keys,
// merge keys or tags.
type File struct {
	Name string
	Text []byte
	Root *Node // the document's own node, nil where the file could not be parsed
}

// Parse reads one YAML document. The name is only for messages. The diagnostics are empty exactly
// where Root may be used.
func Parse(name string, data []byte) (*File, Diagnostics) {
	f := &File{Name: name, Text: data}
	if d := f.bytesFit(); d != nil {
		return f, Diagnostics{*d}
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc Node
	if err := dec.Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			return f, Diagnostics{*f.whole("the file is empty", "a document that starts with `partner: 1`", "")}
		}
		return f, Diagnostics{f.syntax(err)}
	}
	root := doc.Content[0]
	if root.Kind == Scalar && root.Tag == "!!null" && root.Value == "" {
		return f, Diagnostics{*f.whole("the file holds no document", "a document that starts with `partner: 1`", "")}
	}
	var second Node
	switch err := dec.Decode(&second); {
	case err == nil:
		return f, Diagnostics{f.At(&second, "a second document starts here", "one document a file", "move it to a file of its own")}
	case !errors.Is(err, io.EOF):
		return f, Diagnostics{f.syntax(err)}
	}
	w := walker{file: f}
	w.walk(root, 1)
	if len(w.found) > 0 {
		return f, w.found
	}
	f.Root = root
	return f, nil
}

// At makes a diagnostic at a node.
func (f *File) At(n *Node, found, expected, do string) Diagnostic {
	return f.AtPosition(n.Line, n.Column, found, expected, do)
}

// AtPosition makes a diagnostic at a line and a column in runes.
func (f *File) AtPosition(line, column int, found, expected, do string) Diagnostic {
	return Diagnostic{Position: Position{f.Name, line, column}, Found: found, Expected: expected, Do: do, Source: f.line(line)}
}

// Position gives the place of a node.
func (f *File) Position(n *Node) Position { return Position{f.Name, n.Line, n.Column} }

func (f *File) whole(found, expected, do string) *Diagnostic {
	return &Diagnostic{Position: Position{File: f.Name}, Found: found, Expected: expected, Do: do}
}

// line gives the text of a line, without its end.
func (f *File) line(number int) string {
	text := f.Text
	for ; number > 1; number-- {
		i := bytes.IndexByte(text, '\n')
		if i < 0 {
			return ""
		}
		text = text[i+1:]
	}
	if i := bytes.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return string(bytes.TrimPrefix(bytes.TrimRight(text, "\r"), []byte("\ufeff")))
}

func (f *File) bytesFit() *Diagnostic {
	if len(f.Text) > MaxBytes {
		return f.whole(fmt.Sprintf("the file has %d bytes", len(f.Text)), fmt.Sprintf("at most %d", MaxBytes), "a proposal of that size is not one; look for what got in")
	}
	if len(f.Text) == 0 {
		return f.whole("the file is empty", "a document that starts with `partner: 1`", "")
	}
	line, column := 1, 1
	for i := 0; i < len(f.Text); {
		c := f.Text[i]
		if c < utf8.RuneSelf && c >= 0x20 {
			i, column = i+1, column+1
			continue
		}
		r, size := utf8.DecodeRune(f.Text[i:])
		switch {
		case r == '\n':
			line, column = line+1, 0
		case r == 0:
			d := f.AtPosition(line, column, "a NUL byte", "text", "remove it: the file may be binary, or UTF-16")
			d.Source = ""
			return &d
		case r == utf8.RuneError && size == 1:
			d := f.AtPosition(line, column, fmt.Sprintf("the byte 0x%02x, which is not UTF-8", c), "UTF-8", "save the file as UTF-8")
			d.Source = ""
			return &d
		}
		i, column = i+size, column+1
	}
	return nil
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntax turns an error of the YAML library into a diagnostic. The library gives no column.
func (f *File) syntax(err error) Diagnostic {
	m := yamlLine.FindStringSubmatch(strings.SplitN(err.Error(), "\n", 2)[0])
	if m == nil {
		return *f.whole(err.Error(), "YAML", "")
	}
	line, _ := strconv.Atoi(m[1])
	problem, do := m[2], ""
	switch {
	case strings.Contains(problem, "mapping values are not allowed"):
		do = "put a text that holds `: ` in quotes, or mend the indentation"
	case strings.Contains(problem, "cannot start any token"):
		do = "indent with spaces, and put a text that starts with @, ` or % in quotes"
	case strings.Contains(problem, "did not find expected"):
		do = "look for a wrong indentation or an unclosed quote or bracket, on this line or the one before"
	case strings.Contains(problem, "unknown anchor"):
		do = "write the value out"
	}
	if line == 0 {
		return *f.whole("not YAML: "+problem, "", do)
	}
	text := f.line(line)
	column := 1 + utf8.RuneCountInString(text) - utf8.RuneCountInString(strings.TrimLeft(text, " \t"))
	return f.AtPosition(line, column, "not YAML: "+problem, "", do)
}

// walker checks what the library does not: depth, nodes after expansion, duplicate and merge keys, tags.
type walker struct {
	file  *File
	nodes int
	found Diagnostics
	stop  bool
}

func (w *walker) report(n *Node, found, expected, do string) {
	w.found = append(w.found, w.file.At(n, found, expected, do))
}

func (w *walker) halt(n *Node, found, expected, do string) {
	w.report(n, found, expected, do)
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
		w.report(n, fmt.Sprintf("the tag %s", n.Tag), "a plain value", "remove the tag")
	}
	switch n.Kind {
	case Alias:
		w.walk(n.Alias, depth+1)
	case Mapping:
		w.mapping(n, depth)
	case Sequence:
		for _, c := range n.Content {
			w.walk(c, depth+1)
		}
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
		key := n.Content[i]
		switch {
		case key.Kind != Scalar:
			w.report(key, "a key that is not a plain word", "a key such as `title`", "")
		case key.Tag == "!!merge":
			w.report(key, "a merge key", "plain keys", "write the keys out")
		default:
			var first *Node
			if seen != nil {
				first = seen[key.Value]
				if first == nil {
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
				w.report(key, fmt.Sprintf("the key %q a second time", Printable(key.Value)), fmt.Sprintf("each key once (first on line %d)", first.Line), "join the two, or remove one")
			}
		}
		w.walk(n.Content[i+1], depth+1)
	}
}

// Resolve follows an alias to what it stands for.
func Resolve(n *Node) *Node {
	for n.Kind == Alias {
		n = n.Alias
	}
	return n
}

// Decode reads the parsed file into a Go value, strictly: a key that the value has no place for is an
// error. It is for the catalogue, whose shape is Go's; proposals are read node by node.
func (f *File) Decode(into any) error {
	dec := yaml.NewDecoder(bytes.NewReader(f.Text))
	dec.KnownFields(true)
	if err := dec.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", f.Name, err)
	}
	return nil
}
