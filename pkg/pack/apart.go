package pack

import (
	"partner/pkg/internal/edit"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// half is what the pack says for one of the two organisations.
type half struct {
	board string
	says  *proposal.Value
	node  *source.Node
	told  bool // the pack says itself that it is a view
}

// halves gives what the pack says for each of the organisations apart: the views that it states, or all that a
// pack for one of them says; none where it speaks for both.
func (m *merger) halves(s *Said) []half {
	if views := child(s.node, "views"); len(s.Value.Views) > 0 && views != nil {
		var all []half
		for i := 0; i+1 < len(views.Content); i += 2 {
			board := views.Content[i].Value
			all = append(all, half{board, s.Value.Of(board), bareOf(views.Content[i+1]), true})
		}
		return all
	}
	if m.filled.For == "" || s.Place.Item || !s.Place.Field.Leaf() || paths.Path(s.Path) == paths.AsOf {
		return nil
	}
	return []half{{m.filled.For, s.Value, s.node, false}}
}

// apart puts what the organisations say apart where it goes: beside what stands there, never in its place.
func (m *merger) apart(s *Said, p spot, halves []half) {
	switch {
	case child(p.at, "views") != nil:
		for _, h := range halves {
			m.half(s, p.below(p.holds.Of(h.board), "views", h.board), h)
		}
	case p.silent():
		for _, h := range halves {
			if h.told || m.judgedByBoth(s) {
				p.below(nil, "views", h.board).put(edit.Set{Value: h.node})
			} else {
				p.put(edit.Set{Value: h.node})
			}
		}
	case len(halves) == 1:
		m.beside(s, p, halves[0])
	default:
		m.both(s, p, halves)
	}
}

// half puts what one organisation says where its view stands, or may stand.
func (m *merger) half(s *Said, p spot, h half) {
	if p.silent() {
		p.put(edit.Set{Value: h.node})
		return
	}
	m.statement(s, p, h.says, h.node)
}

// beside puts what one organisation says beside what so far stands for both: with it, where it is the same and
// gives no other reason; otherwise as its view, and what stands there becomes the other's.
func (m *merger) beside(s *Said, p spot, h half) {
	known, says := p.holds.Known(), h.says.Known()
	agree := known && says && same(p.holds, h.says)
	switch {
	case agree && (h.says.Because == "" || p.holds.Because == "" || proposal.SameText(h.says.Because, p.holds.Because)):
		m.statement(s, p, h.says, h.node)
	case !known && !h.told && !m.judgedByBoth(s) && !otherwise(p.holds, h.says):
		m.statement(s, p, h.says, h.node)
	default:
		m.split(p, h)
	}
}

// split makes what stands somewhere the view of the other organisation, and puts that of one beside it.
func (m *merger) split(p spot, h half) {
	p.put(edit.Set{Value: keyed(h.board, h.node), Under: []string{"views", m.other(h.board)}})
}

// both puts two views where something stands for both: it stays with the one that says the same.
func (m *merger) both(s *Said, p spot, halves []half) {
	for i, h := range halves {
		other := halves[1-i]
		switch {
		case !same(p.holds, h.says) || h.node.Kind == source.Mapping && !edit.Same(p.at, h.node):
		case same(p.holds, other.says) && other.node.Kind != source.Mapping:
			return // both say what stands there
		default:
			m.split(p, other)
			return
		}
	}
	m.conflict(s, p.target, p.at, s.node)
}

// other gives the organisation that is not the one of that id.
func (m *merger) other(board string) string {
	if m.doc.Organisations[0].Key == board {
		return m.doc.Organisations[1].Key
	}
	return m.doc.Organisations[0].Key
}

// judgedByBoth reports whether it is the answer to a question on which each of the boards has its own view. A fact
// is stated once, and so is what concerns the board alone that answers.
func (m *merger) judgedByBoth(s *Said) bool {
	if paths.Path(s.Place.Keys[0]) != paths.Answers {
		return false
	}
	if m.judged == nil {
		m.judged = judge.Judge(m.doc, m.cat)
	}
	i, applies := m.judged.Find(s.Place.Keys[1])
	return !applies || m.judged.Criteria[i].Concerns == judge.Both
}

// joint refuses an answer for both where the two have answered apart, unless one of them has said just that.
func (m *merger) joint(s *Said, p spot) {
	spoken := 0
	for _, o := range m.doc.Organisations {
		v := p.holds.Of(o.Key)
		if v.Known() && (!s.Value.Known() || !same(v, s.Value)) {
			m.refuse(s, s.Path+": the pack says "+written(s.node)+" for both, and the proposal what each organisation states ("+p.Position(p.at).String()+")", "say with `for:` whose answer it is, or give it under `views`")
			return
		}
		if v.Known() {
			spoken++
		}
	}
	if spoken < len(m.doc.Organisations) || s.node.Kind == source.Mapping {
		m.refuse(s, s.Path+": the pack says "+written(s.node)+" for both, and in the proposal only one organisation has spoken ("+p.Position(p.at).String()+")", "say with `for:` whose answer it is, or give it under `views`")
	}
}
