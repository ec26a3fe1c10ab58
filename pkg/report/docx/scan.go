package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// element is an element of a part, by where its tags stand.
type element struct {
	name       xml.Name
	attributes []xml.Attr
	depth      int // of the root: 0
	from, open int // where its first tag begins, and where it ends
	shut, to   int // where its last tag begins, and where it ends
	in         int // the place of what it stands in, among all; -1 for the root
}

// attribute gives an attribute of an element by its local name.
func (e *element) attribute(name string) string {
	for _, a := range e.attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// empty reports whether an element is one tag alone.
func (e *element) empty() bool { return e.shut == e.to }

const deepest = 200

// scanned gives all elements of a part in the order of their first tags.
func scanned(part []byte) ([]element, error) {
	d := xml.NewDecoder(bytes.NewReader(part))
	var all []element
	var stack []int
	for {
		from := int(d.InputOffset())
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		to := int(d.InputOffset())
		switch t := token.(type) {
		case xml.StartElement:
			in := -1
			if len(stack) > 0 {
				in = stack[len(stack)-1]
			}
			if len(stack) > deepest {
				return nil, errors.New("its elements are nested too deep")
			}
			all = append(all, element{name: t.Name, attributes: t.Copy().Attr, depth: len(stack), from: from, open: to, in: in})
			stack = append(stack, len(all)-1)
		case xml.EndElement:
			e := &all[stack[len(stack)-1]]
			e.shut, e.to = from, to
			stack = stack[:len(stack)-1]
		}
	}
	if len(all) == 0 {
		return nil, errors.New("it is empty")
	}
	return all, nil
}

// edit is new text in the place of an old one.
type edit struct {
	from, to int
	text     string
}

// edited makes changes to a part, which are in the order of their places.
func edited(part []byte, edits ...edit) []byte {
	var b bytes.Buffer
	at := 0
	for _, e := range edits {
		b.Write(part[at:e.from])
		b.WriteString(e.text)
		at = e.to
	}
	b.Write(part[at:])
	return b.Bytes()
}
