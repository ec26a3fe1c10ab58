package proposal

import (
	"slices"
	"strings"

	"partner/pkg/source"
)

// Overlay gives the proposal with views laid over it, each organisation's at most once: what a view states
// becomes that organisation's view of the statement, beside which what the proposal states stands as the
// other's until its own view says otherwise. What a view leaves out, or says is unknown, stays as it is. The
// proposal itself is not touched. Where anything is wrong with a view, with places in its own file, there is
// no overlay.
func (p *Proposal) Overlay(views []View) (*Proposal, source.Diagnostics) {
	over := *p // its register grows by what each view adds
	var layers []layer
	var wrong source.Diagnostics
	for i, v := range views {
		found := ""
		if err := p.CheckOrganisation(v.Organisation); err != nil {
			found = err.Error()
		} else if slices.ContainsFunc(views[:i], func(w View) bool { return w.Organisation == v.Organisation }) {
			found = "a second view of " + source.Quoted(v.Organisation)
		}
		if found != "" {
			wrong = append(wrong, source.Diagnostic{Position: source.Position{File: v.Label}, Found: found})
		}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	var files []parsed
	shared := map[string]int{} // how many of the views have a piece of evidence by an id
	for _, v := range views {
		file := v.parse()
		for _, id := range file.pieces() {
			shared[id]++
		}
		files = append(files, file)
	}
	for _, o := range p.Organisations {
		for _, v := range files {
			if v.Organisation != o.Key {
				continue
			}
			wrong = append(wrong, v.wrong...)
			if v.Root == nil {
				continue
			}
			own, bad := v.read(p, &over, shared)
			if len(bad) > 0 {
				wrong = append(wrong, bad...)
				continue
			}
			over.files = slices.Concat(over.files, own.files)
			over.Register = slices.Concat(over.Register, own.Register)
			over.byID = own.byID
			over.Outdated = slices.Concat(over.Outdated, own.Outdated)
			over.Unpaired = slices.Concat(over.Unpaired, own.Unpaired)
			over.ByHalf = over.ByHalf || own.ByHalf
			layers = append(layers, layer{o.Key, own.Root})
		}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	o := overlay{of: p, laid: map[*Value]*Value{}}
	over.Root = o.value(p.Root, nil, layers)
	for i, organisation := range p.Organisations {
		over.Organisations[i] = o.laidOr(organisation)
	}
	for i, e := range over.Register {
		over.Register[i] = o.laidOr(e)
		if piece := over.byID[e.Key]; piece.Entry == e {
			over.byID[e.Key] = Piece{over.Register[i], piece.Rank}
		}
	}
	return &over, nil
}

// layer is what an organisation's view holds at a place.
type layer struct {
	organisation string
	*Value
}

// overlay makes a document of another one and the views that are laid over it.
type overlay struct {
	of   *Proposal
	laid map[*Value]*Value // by value of the original, what stands in its place
}

// laidOr gives what stands in the place of a value, or the value itself where it stands in no tree.
func (o *overlay) laidOr(v *Value) *Value {
	if laid := o.laid[v]; laid != nil {
		return laid
	}
	return v
}

// value gives what stands at a place below parent: what the proposal has there, nil for nothing, with what
// the views hold there laid over it in their order.
func (o *overlay) value(base, parent *Value, layers []layer) *Value {
	v := &Value{}
	if base == nil {
		v.Field, v.Key, v.Pos = layers[0].Field, layers[0].Key, layers[0].Pos
	} else {
		*v = *base
		o.laid[base] = v
	}
	v.Parent = parent
	o.fields(v, layers)
	o.items(v, layers)
	views := v.Views
	v.Views = nil
	for _, view := range views {
		v.Views = append(v.Views, o.value(view, v, nil))
	}
	switch {
	case len(layers) == 0:
	case v.Field.Leaf():
		o.state(v, layers)
	default:
		v.State = Given
	}
	return v
}

// fields puts what lies below the keys of a section, so far the original's, into its place.
func (o *overlay) fields(v *Value, layers []layer) {
	original := v.fields
	if original == nil && !slices.ContainsFunc(layers, func(l layer) bool { return l.Value.fields != nil }) {
		return
	}
	v.fields = make([]*Value, len(v.Field.Fields))
	for i, f := range v.Field.Fields {
		var base *Value
		if original != nil {
			base = original[i]
		}
		var below []layer
		for _, l := range layers {
			ofTheFile := l.Parent == nil && (f.Key == "partner" || f.Key == "evidence")
			if l.Value.fields == nil || ofTheFile {
				continue
			}
			if stated := l.Value.fields[i]; !stated.silent() {
				below = append(below, layer{l.organisation, stated})
			}
		}
		if base != nil || len(below) > 0 {
			v.fields[i] = o.value(base, v, below)
		}
	}
}

// items puts what a value holds by ids or in order, so far the original's, into its place. What a list is to
// be, a view states as a whole.
func (o *overlay) items(v *Value, layers []layer) {
	original := v.Items
	v.Items = nil
	if v.Field.Leaf() {
		layers = nil
	}
	below := func(id string) []layer {
		var of []layer
		for _, l := range layers {
			if stated := l.Item(id); !stated.silent() {
				of = append(of, layer{l.organisation, stated})
			}
		}
		return of
	}
	for _, item := range original {
		v.Items = append(v.Items, o.value(item, v, below(item.Key)))
	}
	for _, l := range layers {
		for _, stated := range l.Items {
			if !stated.silent() && v.Item(stated.Key) == nil {
				v.Items = append(v.Items, o.value(nil, v, below(stated.Key)))
			}
		}
	}
}

// stance is what an organisation states of a place.
type stance struct {
	*Value
	shared bool // it rests on what the proposal gives for the place, having nothing of its own
}

// state makes a statement what the proposal and the organisations' views come to.
func (o *overlay) state(v *Value, layers []layer) {
	var stances []stance
	for _, view := range v.Views {
		stances = append(stances, stance{view, len(view.Evidence) == 0 && !view.Alone})
	}
	for _, l := range layers {
		if !v.silent() && len(stances) == 0 {
			for _, organisation := range o.of.Organisations {
				if organisation.Key != l.organisation {
					stances = append(stances, stance{o.viewOf(v, v, organisation.Key), true})
				}
			}
		}
		stances = slices.DeleteFunc(stances, func(s stance) bool { return s.Key == l.organisation })
		stated := o.viewOf(l.Value, v, l.organisation)
		stated.Evidence = l.EvidenceIDs() // what its own file gives, there or around it
		agrees := slices.ContainsFunc(stances, func(s stance) bool { return s.Same(stated) })
		stances = append(stances, stance{stated, len(stated.Evidence) == 0 && agrees})
		slices.SortFunc(stances, func(a, b stance) int { return strings.Compare(o.order(a.Key), o.order(b.Key)) })
		if slices.ContainsFunc(stances, func(s stance) bool { return s.Same(v) }) {
			continue
		}
		// Nobody states any more what the proposal did: each rests on its own from now on.
		given := v.EvidenceIDs()
		for i, s := range stances {
			if s.shared {
				s.Evidence = given
				stances[i].shared = false
			}
		}
		said := v.say(views(stances))
		v.Because, v.Evidence, v.Alone = said.Because, said.Evidence, true
	}
	v.Views = views(stances)
	for _, s := range stances {
		s.Alone = !s.shared
		if s.shared {
			s.Evidence = nil
		}
	}
}

func views(of []stance) []*Value {
	var all []*Value
	for _, s := range of {
		all = append(all, s.Value)
	}
	return all
}

// order gives a key that sorts an organisation into the order of the document.
func (o *overlay) order(organisation string) string {
	if o.of.Organisations[0].Key == organisation {
		return "1"
	}
	return "2"
}

// viewOf gives a statement as the view that an organisation has of what stands around it.
func (o *overlay) viewOf(stated, around *Value, organisation string) *Value {
	view := o.value(stated, around, nil)
	view.Key, view.Views = organisation, nil
	return view
}

// say makes a statement what the first of some views says that says anything, a half only where none says
// more, and gives that one.
func (v *Value) say(views []*Value) *Value {
	said := views[0]
	for _, says := range []func(*Value) bool{(*Value).Known, func(view *Value) bool { return !view.silent() }} {
		if i := slices.IndexFunc(views, says); i >= 0 {
			said = views[i]
			break
		}
	}
	v.State, v.Word, v.Number, v.From, v.To, v.Items, v.NoneElse = said.State, said.Word, said.Number, said.From, said.To, said.Items, said.NoneElse
	return said
}
