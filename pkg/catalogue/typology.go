package catalogue

import (
	"slices"

	"partner/pkg/logic"
	"partner/pkg/proposal/paths"
)

// Typology is nature, scale, type and form.
type Typology struct {
	Sides   []logic.Pair `yaml:"sides"` // the roles that stand for one another, the most telling first
	Even    []string     `yaml:"even"`  // the roles that are on neither side
	Natures []Axis       `yaml:"natures"`
	Scales  []Axis       `yaml:"scales"`
	Types   []Type       `yaml:"types"`
	Forms   []Form       `yaml:"forms"`
}

// The axes of the typology, as rules and reports name them.
const (
	NatureAxis = "nature"
	ScaleAxis  = "scale"
	FormAxis   = "form"
)

// Axes are the axes, in the order in which they are told.
func Axes() [3]string { return [3]string{NatureAxis, ScaleAxis, FormAxis} }

// DeclaredOn gives the axis on which a path of a document declares what it is, or "".
func DeclaredOn(path string) string {
	switch paths.Path(path) {
	case paths.Nature:
		return NatureAxis
	case paths.Scale:
		return ScaleAxis
	case paths.Form:
		return FormAxis
	}
	return ""
}

// Axis is one nature or one scale.
type Axis struct {
	ID      string           `yaml:"id"`
	Title   string           `yaml:"title"`
	Meaning string           `yaml:"meaning"`
	Facts   *logic.Condition `yaml:"facts"` // the facts that tell it, whatever is declared
	Weak    *logic.Condition `yaml:"weak"`  // a sign of it that tells it only where nothing else does, and is outweighed by a declaration; nil for none
	Cites   []Cite           `yaml:"cites"`
}

// Type is a nature and a scale together.
type Type struct {
	ID        string    `yaml:"id"`
	Nature    string    `yaml:"nature"`
	Scale     string    `yaml:"scale"`
	Title     string    `yaml:"title"`
	Meaning   string    `yaml:"meaning"`
	Forms     []string  `yaml:"forms"` // the forms that make sense with it, in the order of the options
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
	Facts     *logic.Condition `yaml:"facts"`
	Weak      *logic.Condition `yaml:"weak"`
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

// Type gives the type of an id, or nil.
func (t *Typology) Type(id string) *Type {
	for i := range t.Types {
		if t.Types[i].ID == id {
			return &t.Types[i]
		}
	}
	return nil
}

// Helping gives the roles of a form by which one helps the other; it is false where its roles do not say.
func (t *Typology) Helping(form string) (logic.Pair, bool) {
	for _, p := range t.Sides {
		if !p.RulesOnly && slices.Contains(p.Forms, form) {
			return p, true
		}
	}
	return logic.Pair{}, false
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

// On gives what a document may be on an axis: the natures, the scales or the forms.
func (t *Typology) On(axis string) []Axis {
	switch axis {
	case NatureAxis:
		return t.Natures
	case ScaleAxis:
		return t.Scales
	case FormAxis:
		forms := make([]Axis, len(t.Forms))
		for i, f := range t.Forms {
			forms[i] = Axis{ID: f.ID, Facts: f.Facts, Weak: f.Weak}
		}
		return forms
	}
	return nil
}

// Facts gives the conditions that tell where a document stands on an axis: nature, scale or form.
func (t *Typology) Facts(axis string) []*logic.Condition {
	var facts []*logic.Condition
	for _, a := range t.On(axis) {
		if facts = append(facts, a.Facts); a.Weak != nil {
			facts = append(facts, a.Weak)
		}
	}
	return facts
}
