package pack

import (
	"slices"

	"partner/pkg/internal/edit"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// registers puts each piece of evidence into the register of each file whose statements refer to it, so that a
// file which several proposals share holds what it rests on; what nothing refers to goes to the proposal.
func (m *merger) registers() {
	homes := map[string][]*target{} // by id of what the pack adds
	for _, t := range m.targets {
		home := t
		if t.from != "" && !registers(t) {
			home = m.targets[0]
		}
		for _, id := range m.referred(t) {
			if !slices.ContainsFunc(m.filled.Evidence, func(s Said) bool { return s.key.Value == id }) {
				m.copied(t, id)
			} else if !slices.Contains(homes[id], home) {
				homes[id] = append(homes[id], home)
			}
		}
	}
	for i := range m.filled.Evidence {
		s := &m.filled.Evidence[i]
		if len(homes[s.key.Value]) == 0 {
			m.piece(m.targets[0], s)
		}
		for _, t := range homes[s.key.Value] {
			m.piece(t, s)
		}
	}
}

// registers reports whether a file can hold a register: in that of an organisation `evidence` may name evidence.
func registers(t *target) bool {
	e := child(t.Root, string(paths.Evidence))
	return e == nil || e.Kind == source.Mapping || edit.SaysNothing(e)
}

// referred gives the evidence to which refers what the pack puts into a file, each piece once.
func (m *merger) referred(t *target) []string {
	var ids []string
	for i := range m.filled.Said {
		s := &m.filled.Said[i]
		if in, _ := m.target(s.Place.Keys); in != t {
			continue
		}
		add := func(v *proposal.Value) {
			for _, id := range v.Evidence {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
		s.Value.Walk(func(v *proposal.Value) {
			add(v)
			for _, view := range v.Views {
				add(view)
			}
		})
	}
	return ids
}

// piece adds a piece of evidence to the register of a file, unless it stands there already or the proposal sees it
// in another file. One that is described otherwise there is not overwritten, nor made to mean another one.
func (m *merger) piece(t *target, s *Said) {
	id := s.key.Value
	there := child(child(t.Root, string(paths.Evidence)), id)
	known, seen := m.doc.Piece(id)
	switch {
	case there != nil && described(there, s.node), there == nil && t.from == "" && seen && described(m.entry(known.Entry), s.node):
	case there != nil:
		at := t.Position(there)
		if seen && known.Entry.Pos.File == t.Name {
			at = known.Entry.Pos
		}
		m.refuse(s, "the evidence "+quoted(id)+", which "+m.whose(t)+" describes otherwise ("+at.String()+")", "give it another id")
	case seen && !described(m.entry(known.Entry), s.node) && (t.from == "" || refers(t.Root, id)):
		m.refuse(s, "the evidence "+quoted(id)+", which the proposal describes otherwise ("+known.Entry.Pos.String()+")", "give it another id")
	default:
		t.sets = append(t.sets, edit.Set{Path: []string{string(paths.Evidence), id}, Value: s.node})
	}
}

// copied adds a piece that the proposal knows to the register of an organisation's file that now refers to it.
func (m *merger) copied(t *target, id string) {
	piece, ok := m.doc.Piece(id)
	if !ok || t.from == "" || !registers(t) || child(child(t.Root, string(paths.Evidence)), id) != nil {
		return
	}
	if entry := m.entry(piece.Entry); entry != nil && piece.Entry.Pos.File != t.Name {
		t.sets = append(t.sets, edit.Set{Path: []string{string(paths.Evidence), id}, Value: pruned(entry)})
	}
}

// local gives a statement as a file has it that holds the evidence itself: by the ids that it has there.
func (m *merger) local(t *target, n *source.Node) *source.Node {
	if t.from == "" {
		return n
	}
	c := *n
	c.Content = slices.Clone(n.Content)
	for i, x := range c.Content {
		if c.Content[i] = m.local(t, source.Resolve(x)); x.Kind != source.Scalar || n.Kind == source.Mapping && i%2 == 0 {
			continue
		}
		if piece, ok := m.doc.Piece(x.Value); ok && x.Value != proposal.OwnID(x.Value) && piece.Entry.Pos.File == t.Name {
			own := *x
			own.Value = proposal.OwnID(x.Value)
			c.Content[i] = &own
		}
	}
	return &c
}

// whose says in a message which of the files it is.
func (m *merger) whose(t *target) string {
	if t.from == "" {
		return "the proposal"
	}
	return t.Name
}

// entry gives what a file holds of an entry of the register, or nil.
func (m *merger) entry(e *proposal.Value) *source.Node {
	for _, t := range m.targets {
		if t.Name == e.Pos.File {
			return child(child(t.Root, string(paths.Evidence)), proposal.OwnID(e.Key))
		}
	}
	return nil
}

// described reports whether an entry of a register says all that another says of the piece.
func described(there, says *source.Node) bool {
	if there == nil || says.Kind != source.Mapping {
		return there != nil && edit.SaysNothing(says)
	}
	for i := 0; i+1 < len(says.Content); i += 2 {
		a, b := child(there, says.Content[i].Value), source.Resolve(says.Content[i+1])
		if a == nil || !edit.Same(a, b) && !(a.Kind == source.Scalar && b.Kind == source.Scalar && proposal.SameText(a.Value, b.Value)) {
			return false
		}
	}
	return true
}

// refers reports whether anything in a file refers to a piece of evidence.
func refers(n *source.Node, id string) bool {
	for i, c := range n.Content {
		c = source.Resolve(c)
		if n.Kind == source.Mapping && i%2 == 1 && n.Content[i-1].Value == string(paths.Evidence) && c.Kind != source.Mapping {
			if slices.ContainsFunc(listed(c), func(x *source.Node) bool { return x.Value == id }) {
				return true
			}
			continue
		}
		if refers(c, id) {
			return true
		}
	}
	return false
}
