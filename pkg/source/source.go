// Package source turns the bytes of a file into YAML nodes, within limits, with places and snippets
// for whatever is wrong. It is the only package that knows the YAML library.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"

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
	MaxBytes       = 1 << 20 // size of a file
	MaxDepth       = 64      // how deep mappings and lists may nest
	MaxNodes       = 50_000  // nodes, counted after aliases are expanded
	MaxKeys        = 10_000  // keys of one mapping
	MaxKey         = 200     // bytes of a key
	MaxDiagnostics = 100     // diagnostics that are given of one file
)

// File is a file that has been parsed: one YAML document within the limits, without duplicate keys,
// merge keys or tags.
type File struct {
	Name  string
	Text  []byte
	Root  *Node   // the document's own node, nil where the file could not be parsed
	Rest  *Node   // where it could not: the sections that could be read all the same, nil for none
	Empty bool    // there is nothing in it but comments and white space
	text  string  // Text as lines are cut from it: made for the first diagnostic
	ends  []int32 // where its lines end
}

// Parse reads one YAML document. The name is only for messages. The diagnostics are empty exactly
// where Root may be used.
func Parse(name string, data []byte) (*File, Diagnostics) {
	f := &File{Name: name, Text: data}
	if d := f.bytesFit(); d != nil {
		return f, Diagnostics{*d}
	}
	if wrong := f.conflicts(); len(wrong) > 0 {
		return f, wrong
	}
	if f.IsJSON() {
		return f.parseJSON()
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, second Node
	if err := decode(dec, &doc); err != nil {
		if errors.Is(err, io.EOF) {
			return f, Diagnostics{f.empty()}
		}
		return f, f.bySection(f.syntax(dec, err))
	}
	root := doc.Content[0]
	err := decode(dec, &second)
	if err != nil && !errors.Is(err, io.EOF) {
		return f, Diagnostics{f.syntax(dec, err)}
	}
	if d := f.notOne(&doc, &second); d != nil {
		return f, Diagnostics{*d}
	}
	return f.walked(root)
}

// walked checks the limits on nodes and gives the file with them.
func (f *File) walked(root *Node) (*File, Diagnostics) {
	w := walker{file: f}
	w.walk(root, 1)
	if len(w.found) > 0 {
		return f, w.found.Limited()
	}
	f.Root = root
	return f, nil
}

// notOne tells what is wrong where the file does not hold one document and nothing else: second is the
// node of a second one, if there is any.
func (f *File) notOne(first, second *Node) *Diagnostic {
	empty := func(doc *Node) bool {
		n := doc.Content[0]
		return n.Kind == Scalar && n.Tag == "!!null" && n.Value == "" && n.Anchor == ""
	}
	var d Diagnostic
	switch {
	case second.Kind == 0 && empty(first):
		d = f.empty()
	case second.Kind == 0:
		return nil
	case empty(first):
		d = f.At(second, fmt.Sprintf("a second document starts here, after an empty one (line %d)", first.Line), "one document a file", "remove one of the `---` lines")
	case empty(second):
		d = f.At(second, "a second document starts here, and is empty", "one document a file", "remove the `---` line")
	default:
		d = f.At(second, "a second document starts here", "one document a file", "move it to a file of its own, or remove the `---` line if all is one")
	}
	return &d
}

// decode keeps a panic of the library from becoming one of the program: it has had some.
func decode(dec *yaml.Decoder, into *Node) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("yaml: %v", p)
		}
	}()
	return dec.Decode(into)
}

// At makes a diagnostic at a node.
func (f *File) At(n *Node, found, expected, do string) Diagnostic {
	return f.AtPosition(n.Line, n.Column, found, expected, do)
}

// AtPosition makes a diagnostic at a line and a column in runes.
func (f *File) AtPosition(line, column int, found, expected, do string) Diagnostic {
	return Diagnostic{
		Position: Position{f.Name, line, column},
		Found:    Printable(found), Expected: Printable(expected), Do: Printable(do),
		Source: f.line(line),
	}
}

// Position gives the place of a node.
func (f *File) Position(n *Node) Position { return Position{f.Name, n.Line, n.Column} }

func (f *File) whole(found, expected, do string) Diagnostic {
	return Diagnostic{Position: Position{File: f.Name}, Found: found, Expected: expected, Do: do}
}

func (f *File) empty() Diagnostic {
	f.Empty = true
	found := "the file holds no document"
	if len(bytes.TrimSpace(f.Text)) == 0 {
		found = "the file is empty"
	}
	return f.whole(found, "a document that starts with `partner: 1`", "")
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
