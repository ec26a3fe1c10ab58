package edit

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"partner/pkg/source"
)

// inJSON gives the text of a JSON file that says what is expected of it: what has not changed stands as it was written, and
// what is new is laid out as the file is.
func inJSON(file *source.File, expected *source.Node) []byte {
	j := &jsonEditor{file: file, here: map[*source.Node]bool{}, step: 2}
	j.note(file.Root)
	if r := file.Root; len(r.Content) > 0 && r.Content[0].Line > r.Line && r.Content[0].Column > 1 {
		j.step = r.Content[0].Column - 1
	}
	start, end := j.span(file.Root)
	var b bytes.Buffer
	b.Write(file.Text[:start])
	b.WriteString(j.value(expected, 0, j.broken(file.Root)))
	b.Write(file.Text[end:])
	return b.Bytes()
}

type jsonEditor struct {
	file *source.File
	here map[*source.Node]bool // the nodes of the file
	step int                   // how much deeper what is held stands than what holds it
}

// note keeps the nodes of the file.
func (j *jsonEditor) note(n *source.Node) {
	j.here[n] = true
	for _, c := range n.Content {
		j.note(c)
	}
}

// span gives where a value of the file begins and ends in its text.
func (j *jsonEditor) span(n *source.Node) (start, end int) {
	start = j.file.Offset(n.Line, n.Column)
	var raw json.RawMessage
	dec := json.NewDecoder(bytes.NewReader(j.file.Text[start:]))
	if dec.Decode(&raw) != nil {
		return start, start
	}
	return start, start + int(dec.InputOffset())
}

// broken reports whether a value of the file runs over several lines.
func (j *jsonEditor) broken(n *source.Node) bool {
	start, end := j.span(n)
	return bytes.ContainsRune(j.file.Text[start:end], '\n')
}

// short is how long a new value may be that stands on one line in a file of many.
const short = 80

// value writes a value at some depth, over several lines where what is around it runs so and it is not short.
func (j *jsonEditor) value(n *source.Node, depth int, broken bool) string {
	if j.here[n] {
		start, end := j.span(n)
		return string(j.file.Text[start:end])
	}
	n = source.Resolve(n)
	if n.Kind == source.Scalar {
		return jsonScalar(n)
	}
	held := func(broken bool) []string {
		var all []string
		for i := 0; i < len(n.Content); i++ {
			if n.Kind == source.Sequence {
				all = append(all, j.value(n.Content[i], depth+1, broken))
				continue
			}
			all = append(all, jsonText(n.Content[i].Value)+": "+j.value(n.Content[i+1], depth+1, broken))
			i++
		}
		return all
	}
	opens, closes := "{", "}"
	if n.Kind == source.Sequence {
		opens, closes = "[", "]"
	}
	grown := slices.ContainsFunc(n.Content, func(c *source.Node) bool { return j.here[c] }) // it was here, and holds more now
	if one := opens + strings.Join(held(false), ", ") + closes; !broken || !grown && len(one) <= short {
		return one
	}
	end := lineEndOf(j.file.Text)
	inner := end + strings.Repeat(" ", (depth+1)*j.step)
	return opens + inner + strings.Join(held(true), ","+inner) + end + strings.Repeat(" ", depth*j.step) + closes
}

// jsonScalar writes a value that is no list and no mapping: a number or a truth as such, anything else as a text.
func jsonScalar(n *source.Node) string {
	quoted := n.Style&(source.Single|source.Double|source.Literal|source.Folded) != 0
	switch tag := n.ShortTag(); {
	case tag == "!!null":
		return "null"
	case !quoted && (tag == "!!bool" || tag == "!!int" || tag == "!!float") && json.Valid([]byte(n.Value)):
		return n.Value
	}
	return jsonText(n.Value)
}

func jsonText(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a text always has its JSON
	return strings.TrimSuffix(b.String(), "\n")
}

// alikeInJSON reports whether two nodes say the same where JSON has fewer kinds of scalars than YAML: a day is a text.
func alikeInJSON(a, b *source.Node) bool {
	a, b = source.Resolve(a), source.Resolve(b)
	if a.Kind != b.Kind || len(a.Content) != len(b.Content) {
		return false
	}
	if a.Kind == source.Scalar {
		return (a.ShortTag() == "!!null") == (b.ShortTag() == "!!null") && (a.ShortTag() == "!!null" || a.Value == b.Value)
	}
	for i := range a.Content {
		if !alikeInJSON(a.Content[i], b.Content[i]) {
			return false
		}
	}
	return true
}
