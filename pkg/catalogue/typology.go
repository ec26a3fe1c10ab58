package catalogue

import (
	"slices"

	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Typology is nature, scale, type and form.
type Typology struct {
	Natures []Axis `yaml:"natures"`
	Scales  []Axis `yaml:"scales"`
	Types   []Type `yaml:"types"`
	Forms   []Form `yaml:"forms"`
}

// Axis is one nature or one scale.
type Axis struct {
	ID      string           `yaml:"id"`
	Title   string           `yaml:"title"`
	Meaning string           `yaml:"meaning"`
	Facts   *logic.Condition `yaml:"facts"` // the facts that tell it, whatever is declared
	Cites   []Cite           `yaml:"cites"`
}

// Type is a nature and a scale together.
type Type struct {
	ID        string    `yaml:"id"`
	Nature    string    `yaml:"nature"`
	Scale     string    `yaml:"scale"`
	Title     string    `yaml:"title"`
	Meaning   string    `yaml:"meaning"`
	Forms     []string  `yaml:"forms"`  // the forms that make sense with it, in the order of the options
	Helper    string    `yaml:"helper"` // the role by which its criteria name the one that helps, "" where none does
	Helped    string    `yaml:"helped"` // and the one that is helped
	FirstStep FirstStep `yaml:"first_step"`
	Cites     []Cite    `yaml:"cites"`
}

// FirstStep is the smaller step that the sources advise before, or at the start of, a type of partnership.
type FirstStep struct {
	Do      string `yaml:"do"`       // an order, no full stop
	Because string `yaml:"because"`  // a sentence
	ShownBy string `yaml:"shown_by"` // the criterion whose status tells whether it has been taken
	Cites   []Cite `yaml:"cites"`
}

// Form is one form of partnership, with the roles that it needs.
type Form struct {
	ID        string           `yaml:"id"`
	Title     string           `yaml:"title"`
	Meaning   string           `yaml:"meaning"`
	Roles     []string         `yaml:"roles"`
	Helper    string           `yaml:"helper"` // which of the roles helps the other, "" where the form does not say
	Helped    string           `yaml:"helped"` // which of the roles is helped
	Facts     *logic.Condition `yaml:"facts"`
	MeaningIs string           `yaml:"meaning_is"` // source, or ours where the sources only name it
	Smaller   Smaller          `yaml:"smaller"`
	Cites     []Cite           `yaml:"cites"`
}

// Smaller says before which other forms a form is the smaller step.
type Smaller struct {
	Than  []string `yaml:"than"`  // the forms before which it is
	When  string   `yaml:"when"`  // when it is, or why it never is; a clause, no full stop
	Cites []Cite   `yaml:"cites"` // empty where it is our reading, which reports say
}

// Placed is where a proposal stands on one axis of the typology.
type Placed struct {
	Declared string            // as the document declares it; "" where it does not
	Derived  string            // as the facts tell it; "" where they do not
	Possible []string          // what it may be: both where they differ, all where neither is known
	Used     []*proposal.Value // what the derived one rests on
	Missing  []logic.Missing   // what would tell it from the facts, where they do not
	At       *proposal.Value   // where it is declared, or nil
}

// Agrees reports whether declared and derived are the same, unknown where either is.
func (p Placed) Agrees() logic.Truth {
	switch {
	case p.Declared == "" || p.Derived == "":
		return logic.Unknown
	case p.Declared == p.Derived:
		return logic.True
	}
	return logic.False
}

// Placement is where a proposal stands on the typology.
type Placement struct {
	Nature, Scale, Form Placed
}

// Types gives the possible types as pairs of nature and scale.
func (p Placement) Types() [][2]string {
	var types [][2]string
	for _, n := range p.Nature.Possible {
		for _, s := range p.Scale.Possible {
			types = append(types, [2]string{n, s})
		}
	}
	return types
}

// Place works out nature, scale and form from the facts and compares them with what is declared. Where the
// organisations state something apart, it may be whatever it is in the eyes of either.
func (t *Typology) Place(doc *proposal.Proposal) Placement {
	p := t.placeFor(doc, "")
	if doc.Apart() {
		for _, o := range doc.Organisations {
			own := t.placeFor(doc, o.Key)
			p.Nature.mayBe(own.Nature)
			p.Scale.mayBe(own.Scale)
			p.Form.mayBe(own.Form)
		}
	}
	return p
}

// mayBe adds what another view leaves possible.
func (p *Placed) mayBe(other Placed) {
	for _, id := range other.Possible {
		if !slices.Contains(p.Possible, id) {
			p.Possible = append(p.Possible, id)
		}
	}
}

// placeFor places the proposal as the organisation of an id sees it. The form comes first: the facts for
// nature and scale may ask for it.
func (t *Typology) placeFor(doc *proposal.Proposal, view string) Placement {
	facts := &logic.Facts{Doc: doc, View: view}
	forms := make([]Axis, len(t.Forms))
	for i, f := range t.Forms {
		forms[i] = Axis{ID: f.ID, Facts: f.Facts}
	}
	form := place(facts, paths.Form, forms)
	facts.Forms = form.Possible
	return Placement{Nature: place(facts, paths.Nature, t.Natures), Scale: place(facts, paths.Scale, t.Scales), Form: form}
}

func place(f *logic.Facts, at paths.Path, axes []Axis) Placed {
	var p Placed
	if v := f.Doc.Root.Find(at).In(f.View); v.Known() {
		p.Declared, p.At = v.Word, v
	}
	for _, a := range axes {
		var t logic.Trace
		if f.Eval(a.Facts, &t) == logic.True {
			p.Derived, p.Used, p.Missing = a.ID, t.Used, nil
			break
		}
		p.Missing = append(p.Missing, t.Missing...)
	}
	switch {
	case p.Declared == "" && p.Derived == "":
		for _, a := range axes {
			p.Possible = append(p.Possible, a.ID)
		}
	case p.Declared == "" || p.Declared == p.Derived:
		p.Possible = []string{p.Derived}
	case p.Derived == "":
		p.Possible = []string{p.Declared}
	default:
		p.Possible = []string{p.Declared, p.Derived}
	}
	return p
}

// Facts gives the facts of a document as one looks at it under an assumed type.
func (p Placement) Facts(doc *proposal.Proposal, nature, scale string) *logic.Facts {
	f := &logic.Facts{
		Doc: doc, Nature: nature, Scale: scale, Forms: p.Form.Possible,
		Agree: [3]logic.Truth{p.Nature.Agrees(), p.Scale.Agrees(), p.Form.Agrees()},
	}
	for i, placed := range []Placed{p.Nature, p.Scale, p.Form} {
		if placed.Agrees() != logic.Unknown {
			f.Compared[i] = append([]*proposal.Value{placed.At}, placed.Used...)
		}
	}
	return f
}

// Type gives the type of an id, or nil.
func (t *Typology) Type(id string) *Type {
	for i := range t.Types {
		if t.Types[i].ID == id {
			return &t.Types[i]
		}
	}
	return nil
}

// Form gives the form of an id, or nil.
func (t *Typology) Form(id string) *Form {
	for i := range t.Forms {
		if t.Forms[i].ID == id {
			return &t.Forms[i]
		}
	}
	return nil
}
