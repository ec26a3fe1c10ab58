package judge

import (
	"cmp"
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Type is a nature and a scale together.
type Type struct{ Nature, Scale string }

// ID gives the id that the catalogue has for it: mandated-structural.
func (t Type) ID() string { return t.Nature + "-" + t.Scale }

// Axis is where a document stands on one axis of the typology.
type Axis struct {
	ID       string            // nature, scale or form
	Path     paths.Path        // where a document declares it
	Declared string            // as the document declares it; "" where it does not
	Derived  string            // as the facts tell it; "" where they do not
	Possible []string          // what it may be: both where they differ, all where neither is known
	Used     []*proposal.Value // what the derived one rests on
	Signs    []Sign            // what points to something else, and is outweighed
	Missing  []logic.Missing   // what would tell it from the facts, where they do not
	At       *proposal.Value   // where it is declared, or nil
}

// Sign is a fact that by itself points to something on an axis, and that something else outweighs.
type Sign struct {
	Of   string // what it points to
	Used []*proposal.Value
}

// Agrees reports whether declared and derived are the same, unknown where either is.
func (a Axis) Agrees() logic.Truth {
	switch {
	case a.Declared == "" || a.Derived == "":
		return logic.Unknown
	case a.Declared == a.Derived:
		return logic.True
	}
	return logic.False
}

// Known reports whether it is declared, or the facts tell it.
func (a Axis) Known() bool { return a.Declared != "" || a.Derived != "" }

// Placement is where a document stands in the typology.
type Placement struct {
	Nature, Scale, Form Axis
	Nearest             string // of a form without a word, the known one that comes nearest; "" where none is named
	sides               []logic.Pair
	apart               bool // the organisations state something of the document apart
}

// Place works out nature, scale and form from the facts and compares them with what is declared. Where the
// organisations state something apart, it may be whatever it is in the eyes of either.
func Place(doc *proposal.Proposal, t *catalogue.Typology) Placement {
	env := logic.Environment{Doc: doc, Sides: t.Sides}
	p := place(env, t)
	if p.apart = doc.Apart(); p.apart {
		for _, o := range doc.Organisations {
			own := place(env.SeenBy(o.Key), t)
			p.Nature.mayBe(own.Nature)
			p.Scale.mayBe(own.Scale)
			p.Form.mayBe(own.Form)
		}
	}
	return p
}

// mayBe adds what another view leaves possible.
func (a *Axis) mayBe(other Axis) {
	for _, id := range other.Possible {
		if !slices.Contains(a.Possible, id) {
			a.Possible = append(a.Possible, id)
		}
	}
}

// place places the document as one looks at it. The form comes first: the facts for nature and scale may
// ask for it.
func place(env logic.Environment, t *catalogue.Typology) Placement {
	form := placeOn(env, catalogue.FormAxis, paths.Form, t.On(catalogue.FormAxis))
	p := Placement{Form: form, Nearest: env.Doc.Root.Find(paths.NearestForm).In(env.View).String(), sides: t.Sides}
	env.Forms = p.forms()
	p.Nature, p.Scale = placeOn(env, catalogue.NatureAxis, paths.Nature, t.Natures), placeOn(env, catalogue.ScaleAxis, paths.Scale, t.Scales)
	return p
}

func placeOn(env logic.Environment, id string, at paths.Path, words []catalogue.Axis) Axis {
	a := Axis{ID: id, Path: at}
	if v := env.Doc.Root.Find(at).In(env.View); v.Known() {
		a.Declared, a.At = v.Word, v
	}
	for _, w := range words {
		if env.Eval(w.Facts, nil) == logic.True {
			var t logic.Trace
			env.Eval(w.Facts, &t)
			a.Derived, a.Used = w.ID, t.Used
			break
		}
	}
	if a.Derived == "" {
		var t logic.Trace
		for _, w := range words {
			env.Eval(w.Facts, &t)
		}
		a.Missing = t.Missing
	}
	a.weigh(env, words)
	switch {
	case !a.Known():
		for _, w := range words {
			a.Possible = append(a.Possible, w.ID)
		}
	case a.Declared == "" || a.Declared == a.Derived:
		a.Possible = []string{a.Derived}
	case a.Derived == "":
		a.Possible = []string{a.Declared}
	default:
		a.Possible = []string{a.Declared, a.Derived}
	}
	return a
}

// weigh adds what weak signs say: they tell what it is where neither facts nor a declaration do, and are otherwise
// outweighed.
func (a *Axis) weigh(env logic.Environment, words []catalogue.Axis) {
	for _, w := range words {
		if w.Weak == nil || env.Eval(w.Weak, nil) != logic.True {
			continue
		}
		var t logic.Trace
		env.Eval(w.Weak, &t)
		switch taken := cmp.Or(a.Derived, a.Declared); taken {
		case "", w.ID:
			if a.Derived == "" {
				a.Derived, a.Used, a.Missing = w.ID, t.Used, nil
			}
		default:
			a.Signs = append(a.Signs, Sign{w.ID, t.Used})
		}
	}
}

// forms gives the forms whose rules are asked: those that it may be, and for one without a word the one that comes
// nearest.
func (p *Placement) forms() []string {
	at := slices.Index(p.Form.Possible, proposal.OtherForm)
	if at < 0 || p.Nearest == "" {
		return p.Form.Possible
	}
	forms := slices.Clone(p.Form.Possible)
	forms[at] = p.Nearest
	return forms
}

// Axes gives nature, scale and form, in this order.
func (p *Placement) Axes() [3]*Axis { return [3]*Axis{&p.Nature, &p.Scale, &p.Form} }

// Types gives the possible types.
func (p Placement) Types() []Type {
	types := make([]Type, 0, len(p.Nature.Possible)*len(p.Scale.Possible))
	for _, n := range p.Nature.Possible {
		for _, s := range p.Scale.Possible {
			types = append(types, Type{n, s})
		}
	}
	return types
}

// Axis gives the axis of an id.
func (p Placement) Axis(id string) (Axis, bool) {
	for _, a := range p.Axes() {
		if a.ID == id {
			return *a, true
		}
	}
	return Axis{}, false
}

// As gives the placement of a document that is taken to be of one type and form, whatever it may be.
func (p Placement) As(t Type, form string) Placement {
	p.Nature.Possible, p.Scale.Possible, p.Form.Possible = []string{t.Nature}, []string{t.Scale}, []string{form}
	return p
}

// Environment gives the environment in which a document that stands so is looked at as being of a type.
func (p Placement) Environment(t Type, doc *proposal.Proposal) logic.Environment {
	env := logic.Environment{Doc: doc, Nature: t.Nature, Scale: t.Scale, Forms: p.forms(), AnyForm: !p.Form.Known() && len(p.Form.Possible) > 1, Sides: p.sides}
	for i, a := range p.Axes() {
		if env.Agree[i] = a.Agrees(); env.Agree[i] != logic.Unknown {
			env.Compared[i] = append([]*proposal.Value{a.At}, a.Used...)
		}
	}
	return env
}
