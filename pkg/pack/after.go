package pack

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/document"
	"partner/pkg/internal/edit"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// apply changes the files, and reads and verifies what comes out.
func (m *merger) apply(cat *catalogue.Catalogue) (Merged, source.Diagnostics) {
	out := Merged{Notes: slices.Concat(m.filled.Notes, m.notes)}
	after := merged{m.file.Files, map[string][]byte{}}
	file := m.file
	for _, t := range m.targets {
		text, wrong := edit.Apply(t.File, t.sets, orderIn(t.from != ""))
		if len(wrong) > 0 {
			return Merged{}, wrong
		}
		if t.from == "" {
			file.Data = text
		} else {
			after.text[t.from] = text
		}
		if !bytes.Equal(text, t.Text) {
			out.Files = append(out.Files, Edited{t.Name, t.from, t.Text, text})
		}
	}
	if file.Files != nil {
		file.Files = after
	}
	doc, wrong := document.Read(file, cat)
	if len(wrong) > 0 {
		return Merged{}, wrong
	}
	if len(out.Files) > 0 {
		out.Notes = append(out.Notes, m.inherited(doc)...)
	}
	return out, nil
}

// inherited names what the pack says without evidence where what is around it states evidence for all that it
// holds: that now stands for it too.
func (m *merger) inherited(doc *proposal.Proposal) []string {
	var notes []string
	for i := range m.filled.Said {
		s := &m.filled.Said[i]
		v := valueAt(doc, s.Path)
		if v == nil || len(v.Evidence) > 0 || len(v.Views) > 0 || len(v.EvidenceIDs()) == 0 {
			continue
		}
		notes = append(notes, s.Path+" gives no evidence of its own, and now rests on what is stated for all around it: "+strings.Join(v.EvidenceIDs(), ", "))
	}
	return notes
}

// valueAt gives what a document says at a path, or nil.
func valueAt(doc *proposal.Proposal, path string) *proposal.Value {
	var found *proposal.Value
	doc.Root.Walk(func(v *proposal.Value) {
		if found == nil && v.Path() == path {
			found = v
		}
	})
	return found
}

// orderIn gives the usual order of keys in a proposal, or in the file of an organisation.
func orderIn(organisation bool) edit.Order {
	return func(path []string) []string {
		if organisation {
			path = append([]string{string(paths.Organisations), ""}, path...)
		}
		f := proposal.Model
		item := false
		for _, k := range path {
			switch {
			case f.Kind == proposal.Organisations && !item, f.Kind == proposal.Items && !item:
				item = true
				continue
			case f.Kind == proposal.Section || item:
				f, item = f.Field(k), false
			default:
				f = nil
			}
			if f == nil {
				return nil
			}
		}
		switch {
		case f.Leaf():
			return []string{"is", "because", "evidence"}
		case f.Kind == proposal.Section || item:
			var keys []string
			for _, c := range f.Fields {
				keys = append(keys, c.Key)
			}
			if organisation && len(path) == 2 {
				keys = append(keys, "evidence")
			}
			return keys
		}
		return nil
	}
}

// merged is the folder of a proposal with some files as they will be.
type merged struct {
	fs.FS
	text map[string][]byte
}

// Open opens a file as it will be.
func (m merged) Open(name string) (fs.File, error) {
	f, err := m.FS.Open(name)
	if text, ok := m.text[name]; ok && err == nil {
		return &textFile{f, bytes.NewReader(text)}, nil
	}
	return f, err
}

// textFile is a file that reads as another text.
type textFile struct {
	fs.File
	*bytes.Reader
}

// Read reads the text that it will hold.
func (f *textFile) Read(b []byte) (int, error) { return f.Reader.Read(b) }
