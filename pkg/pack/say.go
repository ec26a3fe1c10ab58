package pack

import (
	"slices"
	"strconv"

	"partner/pkg/internal/edit"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// spot is where one thing that the pack says goes: in a file, below these keys, where this stands so far.
type spot struct {
	*target
	steps []string
	at    *source.Node    // nil for nothing
	holds *proposal.Value // what the proposal reads there, or nil
}

// below gives the spot under keys of what stands there.
func (p spot) below(holds *proposal.Value, keys ...string) spot {
	p.steps, p.holds = slices.Concat(p.steps, keys), holds
	for _, k := range keys {
		p.at = child(p.at, k)
	}
	return p
}

// silent reports whether nothing is said there.
func (p spot) silent() bool {
	return p.at == nil || edit.SaysNothing(p.at) || p.at.Kind == source.Mapping && len(p.at.Content) == 0
}

// put changes what stands there.
func (p spot) put(set edit.Set) {
	set.Path = p.steps
	p.sets = append(p.sets, set)
}

// say works out what one thing that the pack says changes.
func (m *merger) say(s *Said) {
	p, ok := m.find(s)
	if !ok {
		return
	}
	s.node = m.local(p.target, s.node)
	switch halves := m.halves(s); {
	case s.Place.Item:
		m.item(s, p)
	case len(halves) > 0:
		m.apart(s, p, halves)
	case p.silent():
		p.put(edit.Set{Value: s.node})
	case s.Place.Field.Kind == proposal.Items:
		if p.holds == nil || !p.holds.Alike(s.Value) && !edit.Same(bare(p.at), bare(s.node)) {
			m.conflict(s, p.target, p.at, s.node)
		}
	case child(p.at, "views") != nil:
		m.joint(s, p)
	default:
		m.statement(s, p, s.Value, s.node)
	}
}

// find finds where one thing goes, unless it has been said there already or cannot go there.
func (m *merger) find(s *Said) (spot, bool) {
	t, keys := m.target(s.Place.Keys)
	at, steps := source.Resolve(t.Root), []string{}
	for i, k := range keys {
		last := i == len(keys)-1
		if at != nil && at.Kind == source.Mapping && digit(k) && child(at, "is") != nil { // a list with its reason
			at, steps = child(at, "is"), append(steps, "is")
		}
		if at != nil && at.Kind == source.Scalar && !edit.SaysNothing(at) {
			m.conflict(s, t, at, s.node)
			return spot{}, false
		}
		next := child(at, k)
		if s.Place.Item && last && (follows(at, k, s.node) || next == nil && holds(at, s.node)) {
			return spot{}, false // merged before
		}
		if next == nil && at != nil && at.Kind == source.Sequence || next == nil && s.Place.Item && last {
			m.refuse(s, "the place "+s.Path+", and the list has no such entry", "give it as a list of its own, or write it in by hand")
			return spot{}, false
		}
		at, steps = next, append(steps, k)
	}
	return spot{t, steps, at, valueAt(m.doc, s.Path)}, true
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

// holds reports whether a list holds all of some entries.
func holds(list, entries *source.Node) bool {
	if list == nil || list.Kind != source.Sequence {
		return false
	}
	for _, e := range entries.Content {
		if !slices.ContainsFunc(list.Content, func(n *source.Node) bool { return edit.Same(n, e) }) {
			return false
		}
	}
	return true
}

func digit(k string) bool { return k != "" && k[0] >= '0' && k[0] <= '9' }

// item puts what else there is in a list in the place of an entry that only says that there may be more: what the
// list does not hold yet, and that there may be more again, where the pack says so.
func (m *merger) item(s *Said, p spot) {
	if !edit.SaysNothing(p.at) {
		m.conflict(s, p.target, p.at, s.node)
		return
	}
	list := p.Root
	for _, k := range p.steps[:len(p.steps)-1] {
		list = child(list, k)
	}
	more, open := *s.node, false
	more.Content = nil
	for _, e := range s.node.Content {
		e = source.Resolve(e)
		held := slices.ContainsFunc(list.Content, func(n *source.Node) bool { return edit.Same(n, e) })
		if open = open || edit.SaysNothing(e); !held || edit.SaysNothing(e) {
			more.Content = append(more.Content, e)
		}
	}
	if open && len(more.Content) == 1 {
		return // the rest is there, and so is the entry
	}
	p.put(edit.Set{Value: &more, Join: true})
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
func (m *merger) statement(s *Said, p spot, says *proposal.Value, node *source.Node) {
	holds := p.holds
	switch {
	case holds == nil && !edit.Same(p.at, node):
		m.conflict(s, p.target, p.at, node)
	case holds == nil:
	case otherwise(holds, says):
		m.conflict(s, p.target, bare(p.at), bare(node))
	case p.at.Kind == source.Mapping:
		m.parts(s, p, says, node)
	case completes(says, holds):
		p.put(edit.Set{Value: node})
	case node.Kind != source.Mapping: // the same, and neither gives a reason
	case p.at.Kind != source.Scalar:
		p.put(edit.Set{Value: without(node, "is"), Under: []string{"is"}})
	default:
		whole := *node
		whole.Content = slices.Clone(whole.Content)
		for i := 0; i < len(whole.Content); i += 2 {
			if whole.Content[i].Value == "is" {
				whole.Content[i+1] = p.at // as the proposal writes it
			}
		}
		p.put(edit.Set{Value: &whole})
	}
}

// otherwise reports whether a statement goes against what stands there, wholly or by half.
func otherwise(holds, says *proposal.Value) bool {
	if holds.Known() {
		return !says.Known() || !same(holds, says)
	}
	return holds.Half() != "" && !same(holds, says) && !completes(says, holds)
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

// same reports whether two statements say the same, whatever they rest on and however a text is spelled.
func same(a, b *proposal.Value) bool {
	return a.Same(b) || a.Field.Kind == proposal.Text && a.State == proposal.Given && b.State == proposal.Given && proposal.SameText(a.Word, b.Word)
}

// without gives a mapping without a key.
func without(n *source.Node, key string) *source.Node {
	c := *n
	c.Content = nil
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != key {
			c.Content = append(c.Content, n.Content[i], n.Content[i+1])
		}
	}
	return &c
}

// parts adds to a full statement what it lacks. Where it is known by half and the pack says the whole, the word and
// the reason of the pack take the place of those of the half.
func (m *merger) parts(s *Said, p spot, says *proposal.Value, node *source.Node) {
	known, whole := p.holds.Known(), completes(says, p.holds)
	reason := child(p.at, "because")
	if !known && says.Known() && reason != nil && !edit.SaysNothing(reason) {
		word := "unknown"
		if whole {
			word = p.holds.Half()
		}
		switch {
		case says.Because == "":
			m.notes = append(m.notes, s.Path+" keeps the reason that stood beside `"+word+"` ("+p.Position(reason).String()+"); see whether it still holds")
		case whole && !proposal.SameText(says.Because, p.holds.Because):
			m.notes = append(m.notes, "the reason given for "+s.Path+" takes the place of the one that stood beside `"+word+"` ("+p.Position(reason).String()+")")
		}
	}
	if node.Kind != source.Mapping {
		node = keyed("is", node)
	}
	for i := 0; i < len(node.Content); i += 2 {
		k, v := node.Content[i].Value, source.Resolve(node.Content[i+1])
		part := p.below(nil, k)
		switch {
		case k == "is" && known:
		case part.at == nil || edit.SaysNothing(part.at) || k == "evidence" && part.at.Kind == source.Sequence && len(part.at.Content) == 0:
			part.put(edit.Set{Value: v})
		case edit.Same(part.at, v):
		case k == "evidence":
			m.further(part, v)
		case whole && k == "is":
			part.put(edit.Set{Value: v})
		case k == "because" && part.at.Kind == source.Scalar && proposal.SameText(part.at.Value, v.Value):
		case whole && k == "because":
			part.put(edit.Set{Value: v})
		case k == "because" && !known && says.Known():
			m.refuse(s, s.Path+": the pack gives a reason, where the proposal says why it is not known ("+p.Position(part.at).String()+")", "remove one of the two by hand")
		default:
			m.conflict(s, p.target, part.at, v)
		}
	}
}

// further adds the pieces of evidence that a statement does not name yet: the same is said on these too.
func (m *merger) further(p spot, ids *source.Node) {
	named := listed(p.at)
	var more []*source.Node
	for _, n := range listed(ids) {
		if !slices.ContainsFunc(named, func(o *source.Node) bool { return proposal.OwnID(o.Value) == proposal.OwnID(n.Value) }) {
			more = append(more, n)
		}
	}
	if len(more) > 0 {
		p.put(edit.Set{Value: &source.Node{Kind: source.Sequence, Tag: "!!seq", Content: more}, More: true})
	}
}

// listed gives the items of a list, or what stands for a list of it.
func listed(n *source.Node) []*source.Node {
	if n.Kind != source.Sequence {
		return []*source.Node{n}
	}
	var all []*source.Node
	for _, c := range n.Content {
		all = append(all, source.Resolve(c))
	}
	return all
}

// conflict notes that the pack says what the proposal says otherwise.
func (m *merger) conflict(s *Said, t *target, there, says *source.Node) {
	found := s.Path + ": the pack says " + written(says) + ", and the proposal " + written(there)
	if says.Kind != source.Scalar && there.Kind != source.Scalar {
		found = s.Path + ": the pack says something else than the proposal"
	}
	do := "settle which of the two holds, and change the other by hand"
	if m.filled.For == "" && s.Place.Field.Leaf() && !s.Place.Item && paths.Path(s.Path) != paths.AsOf {
		do += "; or say with `for:` whose answer it is, where the two see it differently"
	}
	m.refuse(s, found+" ("+t.Position(there).String()+")", do)
}

func (m *merger) refuse(s *Said, found, do string) {
	m.wrong = append(m.wrong, m.filled.placed(m.filled.file.At(s.key, found, "", do)))
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
