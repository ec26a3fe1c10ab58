package pack

import (
	"bytes"
	"slices"
	"strings"

	"partner/pkg/document"
	"partner/pkg/internal/edit"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// apply changes the files, reads each of those that organisations share by itself, and reads and verifies the
// proposal that comes out.
func (m *merger) apply() (Merged, source.Diagnostics) {
	out := Merged{Notes: slices.Concat(m.filled.Notes, m.notes), filled: m.filled}
	after := merged{m.file.Files, map[string][]byte{}}
	file := m.file
	var wrong source.Diagnostics
	for _, t := range m.targets {
		text, bad := edit.Apply(t.File, t.sets, orderIn(t.from != ""))
		if len(bad) > 0 {
			return Merged{}, bad
		}
		if t.from == "" {
			file.Data = text
		} else {
			after.text[t.from] = text
		}
		if bytes.Equal(text, t.Text) {
			continue
		}
		out.Files = append(out.Files, Edited{t.Name, t.from, t.Text, text})
		if t.from == "" {
			continue
		}
		was, is := proposal.ReadOrganisation(t.Name, t.Text), proposal.ReadOrganisation(t.Name, text)
		switch {
		case len(was) > 0:
			out.Notes = append(out.Notes, t.Name+" could not be read by itself before: "+was[0].Error())
		case len(is) > 0:
			wrong = append(wrong, m.filled.harm(t.Name+" could not be read by itself any more", is))
		}
	}
	if file.Files != nil {
		file.Files = after
	}
	doc, bad := document.Read(file, m.cat)
	if wrong = append(wrong, bad...); len(wrong) > 0 {
		return Merged{}, wrong
	}
	if len(out.Files) > 0 {
		out.Notes = append(out.Notes, m.inherited(doc)...)
	}
	return out, nil
}

// harm says what a merge would do to a file that it does not show, and what would be wrong there.
func (f *Filled) harm(what string, wrong source.Diagnostics) source.Diagnostic {
	if f == nil { // nothing was filled in: something is taken back
		return source.Diagnostic{Found: what + ": " + wrong[0].Error(), Do: "write it into the proposal by hand"}
	}
	return f.placed(f.file.At(f.file.Root, what+": "+wrong[0].Error(), "", "write it into the proposal by hand"))
}

// inherited names what the pack says without evidence where what is around it states evidence for all that it
// holds: that now stands for it too.
func (m *merger) inherited(doc *proposal.Proposal) []string {
	var notes []string
	for i := range m.filled.Said {
		s := &m.filled.Said[i]
		v := valueAt(doc, s.Path)
		if v != nil && len(v.Views) > 0 && m.filled.For != "" {
			v = v.Of(m.filled.For)
		}
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
