package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// stdin is what files are called that come by standard input.
const stdin = "<stdin>"

// IsJSON reports whether a file is to be read as JSON: its name says so, or it comes without one and begins as
// only JSON does. JSON is not quite YAML: its escapes \/ and \ud83d\ude00, say, the library for that refuses.
func (f *File) IsJSON() bool {
	if strings.HasSuffix(strings.ToLower(f.Name), ".json") {
		return true
	}
	text, braced := bytes.CutPrefix(bytes.TrimLeft(bytes.TrimPrefix(f.Text, byteOrderMark), " \t\r\n"), []byte("{"))
	if f.Name != stdin || !braced {
		return false
	}
	text = bytes.TrimLeft(text, " \t\r\n")
	return bytes.HasPrefix(text, []byte(`"`)) || bytes.HasPrefix(text, []byte("}"))
}

// asJSON is what to do about a file that is to be JSON and is not.
const asJSON = "write it as JSON: keys and texts in double quotes, a comma between two and none after the last, no comments"

// errDeep is that of a document beyond MaxDepth.
var errDeep = errors.New("nested too deep")

// jsonReader makes nodes of JSON, as the YAML library makes them of YAML.
type jsonReader struct {
	file       *File
	text       []byte // without a byte order mark
	dec        *json.Decoder
	line, from int // the line of the last place, and where it begins
	seen       int // how far lines are counted
}

// parseJSON reads one JSON document.
func (f *File) parseJSON() (*File, Diagnostics) {
	r := &jsonReader{file: f, text: bytes.TrimPrefix(f.Text, byteOrderMark), line: 1}
	r.dec = json.NewDecoder(bytes.NewReader(r.text))
	r.dec.UseNumber()
	root, err := r.value(1)
	if err == nil {
		end := r.start()
		if _, more := r.dec.Token(); !errors.Is(more, io.EOF) {
			line, column := r.place(end)
			return f, Diagnostics{f.AtPosition(line, column, "something after the end of the document", "one document a file", "remove it, or move it to a file of its own")}
		}
		return f.walked(root)
	}
	at, found := len(r.text), "not JSON: "+err.Error()
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errDeep):
		line, column := r.place(r.start())
		return f, Diagnostics{f.AtPosition(line, column, fmt.Sprintf("nested deeper than %d", MaxDepth), "fewer levels", "")}
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		at, found = len(bytes.TrimRight(r.text, " \t\r\n")), "not JSON: it ends before it is complete"
	case errors.As(err, &syntax):
		at = min(max(r.start(), int(syntax.Offset)-1), len(r.text))
	}
	line, column := r.place(at)
	return f, Diagnostics{f.AtPosition(line, column, found, "", asJSON)}
}

// start gives where the next token starts.
func (r *jsonReader) start() int {
	at := int(r.dec.InputOffset())
	for at < len(r.text) && bytes.IndexByte([]byte(" \t\r\n,:"), r.text[at]) >= 0 {
		at++
	}
	return at
}

// place gives the line and the column of an offset that is not before the last one asked for.
func (r *jsonReader) place(at int) (line, column int) {
	for ; r.seen < at; r.seen++ {
		if r.text[r.seen] == '\n' {
			r.line, r.from = r.line+1, r.seen+1
		}
	}
	return r.line, 1 + utf8.RuneCount(r.text[min(r.from, at):at])
}

// value reads a value; depth is how deep it stands.
func (r *jsonReader) value(depth int) (*Node, error) {
	at := r.start()
	if depth > MaxDepth+1 {
		return nil, errDeep
	}
	token, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	n := &Node{Kind: Scalar}
	n.Line, n.Column = r.place(at)
	switch x := token.(type) {
	case json.Delim:
		n.Kind, n.Tag, n.Style = Sequence, "!!seq", Flow
		if x == '{' {
			n.Kind, n.Tag = Mapping, "!!map"
		}
		for r.dec.More() {
			c, err := r.value(depth + 1) // of a mapping the keys come in between
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, c)
		}
		_, err = r.dec.Token()
		return n, err
	case string:
		n.Tag, n.Value, n.Style = "!!str", x, Double
	case json.Number:
		n.Tag, n.Value = "!!int", x.String()
		if strings.ContainsAny(n.Value, ".eE") {
			n.Tag = "!!float"
		}
	case bool:
		n.Tag, n.Value = "!!bool", fmt.Sprint(x)
	default:
		n.Tag, n.Value = "!!null", "null"
	}
	return n, nil
}
