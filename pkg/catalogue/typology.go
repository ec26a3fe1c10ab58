package catalogue

import (
	"partner/pkg/logic"
	"partner/pkg/proposal"
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
	ID      string `yaml:"id"`
	Nature  string `yaml:"nature"`
	Scale   string `yaml:"scale"`
	Title   string `yaml:"title"`
	Meaning string `yaml:"meaning"`
	Cites   []Cite `yaml:"cites"`
}

// Form is one form of partnership, with the roles that it needs.
type Form struct {
	ID        string           `yaml:"id"`
	Title     string           `yaml:"title"`
	Meaning   string           `yaml:"meaning"`
	Roles     []string         `yaml:"roles"`
	Facts     *logic.Condition `yaml:"facts"`
	MeaningIs string           `yaml:"meaning_is"` // source, or ours where the sources only name it
	Cites     []Cite           `yaml:"cites"`
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

// Place works out nature, scale and form from the facts and compares them with what is declared. The
// form comes first: the facts for nature and scale may ask for it.
func (t *Typology) Place(doc *proposal.Proposal) Placement {
	facts := &logic.Facts{Doc: doc}
	forms := make([]Axis, len(t.Forms))
	for i, f := range t.Forms {
		forms[i] = Axis{ID: f.ID, Facts: f.Facts}
	}
	form := place(facts, "form", forms)
	facts.Forms = form.Possible
	return Placement{Nature: place(facts, "nature", t.Natures), Scale: place(facts, "scale", t.Scales), Form: form}
}

func place(f *logic.Facts, key string, axes []Axis) Placed {
	var p Placed
	if v := f.Doc.Root.Find("arrangement", key); v.Known() {
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

// Form gives the form of an id, or nil.
func (t *Typology) Form(id string) *Form {
	for i := range t.Forms {
		if t.Forms[i].ID == id {
			return &t.Forms[i]
		}
	}
	return nil
}
