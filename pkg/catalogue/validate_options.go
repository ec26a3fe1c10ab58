package catalogue

import (
	"maps"
	"slices"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// firstStep checks what a type gives for the options: its forms, the roles that its criteria speak of, and
// the smaller step.
func (v *validator) firstStep(what string, t Type) {
	if len(t.Forms) == 0 {
		v.wrong(what, "forms is missing: which forms make sense with it?")
	}
	for i, id := range t.Forms {
		switch {
		case v.c.Typology.Form(id) == nil:
			v.wrong(what, "forms: the form %q does not exist", id)
		case slices.Contains(t.Forms[:i], id):
			v.wrong(what, "forms: %s stands twice", id)
		}
	}
	s := t.FirstStep
	if s.Do == "" || s.Because == "" {
		v.wrong(what, "first_step needs do and because")
	}
	if strings.HasSuffix(s.Do, ".") {
		v.wrong(what, "first_step.do ends in a full stop")
	}
	switch c := v.c.Criterion(s.ShownBy); {
	case c == nil:
		v.wrong(what, "first_step.shown_by: the criterion %q does not exist", s.ShownBy)
	case c.Kind == Remark:
		v.wrong(what, "first_step.shown_by: %s is a remark and has no status", s.ShownBy)
	}
	v.cites(what+": first_step", s.Cites)
}

// smaller checks what a form gives for the options: before which forms it is the smaller step. No two forms can each be the smaller one.
func (v *validator) smaller(what string, f Form) {
	if f.Smaller.When == "" || strings.HasSuffix(f.Smaller.When, ".") {
		v.wrong(what, "smaller.when is a clause without a full stop")
	}
	for _, id := range f.Smaller.Than {
		switch other := v.c.Typology.Form(id); {
		case other == nil:
			v.wrong(what, "smaller.than: the form %q does not exist", id)
		case id == f.ID || slices.Contains(other.Smaller.Than, f.ID):
			v.wrong(what, "smaller.than: %s cannot be smaller than %s as well as larger", f.ID, id)
		}
	}
	if len(f.Smaller.Cites) > 0 {
		v.cites(what+": smaller", f.Smaller.Cites)
	}
	if f.ID != proposal.OtherForm && !slices.ContainsFunc(v.c.Typology.Types, func(t Type) bool { return slices.Contains(t.Forms, f.ID) }) {
		v.wrong(what, "it is among the forms of no type")
	}
}

// sides checks that every role that a document may name stands once in the table of sides.
func (v *validator) sides() {
	const what = "typology.yaml: sides"
	seen := map[string]int{}
	for _, p := range v.c.Typology.Sides {
		if p.Helper == "" || p.Helped == "" {
			v.wrong(what, "helper and helped are both needed")
		}
		seen[p.Helper]++
		seen[p.Helped]++
	}
	for _, r := range v.c.Typology.Even {
		seen[r]++
	}
	roles := proposal.Model.Find(paths.Roles)
	for _, f := range roles.Fields {
		switch n := seen[f.Key]; {
		case n == 0:
			v.wrong(what, "the role %q of the document is on no side, and not among the even ones", f.Key)
		case n > 1:
			v.wrong(what, "the role %q stands twice", f.Key)
		}
		delete(seen, f.Key)
	}
	for _, r := range slices.Sorted(maps.Keys(seen)) {
		if r != "" {
			v.wrong(what, "the role %q is not one of the document's", r)
		}
	}
}
