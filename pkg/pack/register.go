package pack

import (
	"slices"

	"partner/pkg/internal/edit"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// register adds a piece of evidence: to the file of an organisation where only what that states refers to
// it, otherwise to the proposal.
func (m *merger) register(s *Said) {
	id := s.key.Value
	if piece, ok := m.doc.Piece(id); ok {
		if t := m.fileOf(piece.Entry.Pos.File); t != nil {
			if there := child(child(t.Root, string(paths.Evidence)), id); there != nil && edit.Same(there, s.node) {
				return
			}
		}
		m.refuse(s, "the evidence "+quoted(id)+", which the proposal describes otherwise ("+piece.Entry.Pos.String()+")", "give it another id")
		return
	}
	var t *target
	for i := range m.filled.Said {
		x := &m.filled.Said[i]
		if !mentions(x.Value, id) {
			continue
		}
		in, _ := m.target(x.Place.Keys)
		if t != nil && t != in {
			in = m.targets[0]
		}
		t = in
	}
	if t == nil {
		t = m.targets[0]
	}
	if e := child(t.Root, string(paths.Evidence)); e != nil && e.Kind != source.Mapping && !edit.SaysNothing(e) {
		t = m.targets[0] // there it names evidence and is no register
	}
	t.sets = append(t.sets, edit.Set{Path: []string{string(paths.Evidence), id}, Value: s.node})
}

func (m *merger) fileOf(name string) *target {
	for _, t := range m.targets {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// mentions reports whether a statement, or anything in it, refers to a piece of evidence.
func mentions(v *proposal.Value, id string) bool {
	found := false
	v.Walk(func(v *proposal.Value) {
		found = found || slices.Contains(v.Evidence, id)
		for _, view := range v.Views {
			found = found || slices.Contains(view.Evidence, id)
		}
	})
	return found
}
