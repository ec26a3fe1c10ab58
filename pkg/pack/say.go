package pack

import (
	"slices"
	"strconv"

	"partner/pkg/internal/edit"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// say works out what one thing that the pack says changes.
func (m *merger) say(s *Said) {
	t, keys := m.target(s.Place.Keys)
	at, steps := source.Resolve(t.Root), []string{}
	for i, k := range keys {
		if at != nil && at.Kind == source.Mapping && digit(k) && child(at, "is") != nil { // a list with its reason
			at, steps = child(at, "is"), append(steps, "is")
		}
		if at != nil && at.Kind == source.Scalar && !edit.SaysNothing(at) {
			m.conflict(s, t, at, s.node)
			return
		}
		next := child(at, k)
		if s.Place.Item && i == len(keys)-1 && follows(at, k, s.node) {
			return // merged before
		}
		if next == nil && at != nil && at.Kind == source.Sequence || next == nil && s.Place.Item && i == len(keys)-1 {
			m.refuse(s, "the place "+s.Path+", and the list has no such entry", "give it as a list of its own, or write it in by hand")
			return
		}
		at, steps = next, append(steps, k)
	}
	switch {
	case s.Place.Item:
		m.item(s, t, at, steps)
	case at == nil || edit.SaysNothing(at):
		t.sets = append(t.sets, edit.Set{Path: steps, Value: s.node})
	case s.Place.Field.Kind == proposal.Items:
		if !edit.Same(bare(at), bare(s.node)) {
			m.conflict(s, t, at, s.node)
		}
	default:
		m.statement(s, t, at, steps)
	}
}

// follows reports whether a list holds just those entries from an index on.
func follows(list *source.Node, index string, entries *source.Node) bool {
	i, err := strconv.Atoi(index)
	if list == nil || list.Kind != source.Sequence || err != nil || len(list.Content) != i+len(entries.Content) {
		return false
	}
	for j, e := range entries.Content {
		if !edit.Same(list.Content[i+j], e) {
			return false
		}
	}
	return true
}

func digit(k string) bool { return k != "" && k[0] >= '0' && k[0] <= '9' }

// item puts what else there is in a list in the place of an entry that only says that there may be more.
func (m *merger) item(s *Said, t *target, at *source.Node, steps []string) {
	switch {
	case edit.SaysNothing(at):
		t.sets = append(t.sets, edit.Set{Path: steps, Value: s.node, Join: true})
	default:
		m.conflict(s, t, at, s.node)
	}
}

// bare gives what a statement says, without its reason and evidence.
func bare(n *source.Node) *source.Node {
	n = source.Resolve(n)
	if is := child(n, "is"); is != nil && n.Kind == source.Mapping {
		return is
	}
	return n
}

// statement puts a statement where one stands already: what that lacks is added, what it says stays.
func (m *merger) statement(s *Said, t *target, at *source.Node, steps []string) {
	said := valueAt(m.doc, s.Path)
	switch {
	case at.Kind == source.Mapping && child(at, "views") != nil || s.node.Kind == source.Mapping && child(s.node, "views") != nil:
		if !edit.Same(at, s.node) {
			m.conflict(s, t, at, s.node)
		}
	case said == nil && !edit.Same(at, s.node):
		m.conflict(s, t, at, s.node)
	case said.Known() && s.Value.Known() && !said.Same(s.Value), said.Known() && !s.Value.Known(), said.Half() != "" && !said.Same(s.Value) && !completes(s.Value, said):
		m.conflict(s, t, bare(at), bare(s.node))
	case at.Kind == source.Mapping:
		m.parts(s, t, at, steps, said)
	case completes(s.Value, said):
		t.sets = append(t.sets, edit.Set{Path: steps, Value: s.node})
	case s.node.Kind != source.Mapping: // the same, and neither gives a reason
	case at.Kind != source.Scalar:
		m.refuse(s, "a reason or evidence for "+s.Path+", which the proposal gives as a list ("+t.Position(at).String()+")", "write them in by hand: {is: […], because: …}")
	default:
		whole := *s.node
		whole.Content = slices.Clone(whole.Content)
		for i := 0; i < len(whole.Content); i += 2 {
			if whole.Content[i].Value == "is" {
				whole.Content[i+1] = at // as the proposal writes it
			}
		}
		t.sets = append(t.sets, edit.Set{Path: steps, Value: &whole})
	}
}

// completes reports whether a value says the whole of what another says by half.
func completes(v, half *proposal.Value) bool {
	switch proposal.AnswerWord(half.Half()) {
	case proposal.AtLeastPartly:
		return v.Is(string(proposal.Yes)) || v.Is(string(proposal.Partly))
	case proposal.AtMostPartly:
		return v.Is(string(proposal.Partly)) || v.Is(string(proposal.No))
	}
	return false
}

// parts adds to a full statement what it lacks. Where it is known by half and the pack says the whole, the word and
// the reason of the pack take the place of those of the half.
func (m *merger) parts(s *Said, t *target, at *source.Node, steps []string, said *proposal.Value) {
	known, whole := said.Known(), completes(s.Value, said)
	reason := child(at, "because")
	if !known && s.Value.Known() && reason != nil && !edit.SaysNothing(reason) {
		word := "unknown"
		if whole {
			word = said.Half()
		}
		switch {
		case s.Value.Because == "":
			m.notes = append(m.notes, s.Path+" keeps the reason that stood beside `"+word+"` ("+t.Position(reason).String()+"); see whether it still holds")
		case whole && s.Value.Because != said.Because:
			m.notes = append(m.notes, "the reason given for "+s.Path+" takes the place of the one that stood beside `"+word+"` ("+t.Position(reason).String()+")")
		}
	}
	parts := s.node
	if parts.Kind != source.Mapping {
		parts = &source.Node{Kind: source.Mapping, Content: []*source.Node{{Kind: source.Scalar, Value: "is"}, s.node}}
	}
	for i := 0; i < len(parts.Content); i += 2 {
		k, v := parts.Content[i].Value, source.Resolve(parts.Content[i+1])
		there := child(at, k)
		switch {
		case there == nil || edit.SaysNothing(there) || k == "evidence" && there.Kind == source.Sequence && len(there.Content) == 0:
			if !(k == "is" && known) {
				t.sets = append(t.sets, edit.Set{Path: append(slices.Clone(steps), k), Value: v})
			}
		case k == "is" && known, edit.Same(there, v):
		case k == "evidence" && holds(there, v):
		case whole && (k == "is" || k == "because"):
			t.sets = append(t.sets, edit.Set{Path: append(slices.Clone(steps), k), Value: v})
		case k == "because" && !known && s.Value.Known():
			m.refuse(s, s.Path+": the pack gives a reason, where the proposal says why it is not known ("+t.Position(there).String()+")", "remove one of the two by hand")
		default:
			m.conflict(s, t, there, v)
		}
	}
}

// holds reports whether a list names all that another does.
func holds(list, other *source.Node) bool {
	return list.Kind == source.Sequence && other.Kind == source.Sequence && !slices.ContainsFunc(other.Content, func(o *source.Node) bool {
		return !slices.ContainsFunc(list.Content, func(l *source.Node) bool { return edit.Same(l, o) })
	})
}

// conflict notes that the pack says what the proposal says otherwise.
func (m *merger) conflict(s *Said, t *target, there, says *source.Node) {
	found := s.Path + ": the pack says " + written(says) + ", and the proposal " + written(there)
	if says.Kind != source.Scalar && there.Kind != source.Scalar {
		found = s.Path + ": the pack says something else than the proposal"
	}
	m.refuse(s, found+" ("+t.Position(there).String()+")", "settle which of the two holds, and change the other by hand")
}

func (m *merger) refuse(s *Said, found, do string) {
	m.wrong = append(m.wrong, m.filled.file.At(s.key, found, "", do))
}

// written gives what stands at a node in a few words.
func written(n *source.Node) string {
	switch {
	case n.Kind == source.Sequence && len(n.Content) == 0:
		return "none"
	case n.Kind == source.Sequence:
		return "a list"
	case n.Kind == source.Mapping && child(n, "is") != nil:
		return written(child(n, "is"))
	case n.Kind == source.Mapping && child(n, "views") != nil:
		return "what each organisation states"
	}
	return describe(n)
}
