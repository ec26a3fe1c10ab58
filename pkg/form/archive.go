package form

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// How much of an archive is read: no form comes near, and what does is not one.
const (
	mostParts = 2000
	mostPart  = 64 << 20 // bytes of a part, unpacked
	mostDepth = 256      // of elements
)

// archive is the parts of an office document.
type archive struct {
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

func open(data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("a broken archive")
	}
	if len(z.File) > mostParts {
		return nil, fmt.Errorf("an archive of %d parts", len(z.File))
	}
	a := &archive{files: map[string]*zip.File{}, left: mostPart}
	for _, f := range z.File {
		if name := strings.TrimPrefix(f.Name, "/"); a.files[name] == nil {
			a.files[name] = f
		}
	}
	return a, nil
}

// part gives a part unpacked; nil where there is none.
func (a *archive) part(name string) ([]byte, error) {
	f := a.files[name]
	if f == nil {
		return nil, nil
	}
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("a part of it cannot be unpacked (%s)", name)
	}
	defer in.Close()
	text, err := io.ReadAll(io.LimitReader(in, a.left+1))
	switch {
	case int64(len(text)) > a.left:
		return nil, errors.New("far more in it than a form holds")
	case err != nil:
		return nil, fmt.Errorf("a part of it cannot be unpacked (%s)", name)
	}
	a.left -= int64(len(text))
	return text, nil
}

// elements reads a part and gives each element that begins or ends, and each text, in their order. It is an error where the
// part is no XML.
func (a *archive) elements(name string, visit func(xml.Token)) error {
	text, err := a.part(name)
	if err != nil || text == nil {
		return err
	}
	d := xml.NewDecoder(bytes.NewReader(text))
	depth := 0
	for {
		t, err := d.Token()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("a part of it that cannot be read (%s)", name)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > mostDepth {
			return fmt.Errorf("a part of it that is nested too deeply (%s)", name)
		}
		visit(t)
	}
}

// relations gives the parts that a part relates to, by the ids and by the kinds of the relations; those of
// the whole archive for none.
func (a *archive) relations(of string) (byID, byKind map[string]string, err error) {
	byID, byKind = map[string]string{}, map[string]string{}
	folder, name := path.Split(of)
	err = a.elements(path.Join(folder, "_rels", name+".rels"), func(t xml.Token) {
		e, is := t.(xml.StartElement)
		if !is || e.Name.Local != "Relationship" {
			return
		}
		target := attribute(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", folder, target)
		}
		target = strings.TrimPrefix(path.Clean(target), "/")
		byID[attribute(e, "Id")] = target
		kind := attribute(e, "Type")
		byKind[kind[strings.LastIndexByte(kind, '/')+1:]] = target
	})
	return byID, byKind, err
}

// main gives the part that is the document, and whether it is one of an office.
func (a *archive) main() (string, bool) {
	_, kinds, err := a.relations("")
	if err != nil {
		return "", false
	}
	name := kinds["officeDocument"]
	return name, a.files[name] != nil && slices.Contains([]string{"workbook.xml", "document.xml"}, path.Base(name)) || strings.HasPrefix(name, "word/") && a.files[name] != nil
}

// attribute gives the value of an attribute by its local name.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
