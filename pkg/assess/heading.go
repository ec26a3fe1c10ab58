package assess

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

const logicFalse = logic.False

// heading fills in what the proposal is: title, organisations, typology.
func (a *assessor) heading() {
	o, root := a.out, a.doc.Root
	o.Catalogue = result.Catalogue{Version: a.cat.Version, Hash: a.cat.Hash, Criteria: len(a.cat.Criteria), Applied: len(a.shown)}
	o.About = root.Find(paths.About).String()
	o.AsOf = root.Find(paths.AsOf).InWords()
	for i, org := range a.doc.Organisations {
		o.Organisations[i] = result.Organisation{ID: org.Key, Name: proposal.NameOf(org), Role: a.roleOf(org.Key), Kind: org.Own(paths.Description).String()}
	}
	o.Title = root.Find(paths.Title).String()
	if o.Title == "" {
		o.Title = upper(o.Organisations[0].Name) + " and " + o.Organisations[1].Name
	}
	o.Typology = a.typology()
}

// roleOf gives the roles of an organisation in the arrangement, as a phrase.
func (a *assessor) roleOf(id string) string {
	roles := a.doc.Root.Find(paths.Roles)
	if roles == nil {
		return ""
	}
	var has []string
	for _, f := range roles.Field.Fields {
		v := roles.At(paths.Key(f.Key))
		switch {
		case v.Is(id) && len(v.Views) == 0:
			has = append(has, f.Key)
		case f.Kind == proposal.List && v != nil:
			for _, i := range v.Items {
				if i.Is(id) {
					has = append(has, "partner")
				}
			}
		}
	}
	return strings.Join(has, ", ")
}

func (a *assessor) typology() result.Typology {
	titles := map[string]string{}
	for _, axes := range [][]catalogue.Axis{a.cat.Typology.Natures, a.cat.Typology.Scales} {
		for _, x := range axes {
			titles[x.ID] = x.Title
		}
	}
	for _, f := range a.cat.Typology.Forms {
		titles[f.ID] = f.Title
	}
	axis := func(p judge.Axis, of string) result.Axis {
		x := result.Axis{Declared: p.Declared, Derived: p.Derived, Possible: p.Possible, Words: of + " not known"}
		if p.Declared != "" || p.Derived != "" {
			var words []string
			for _, id := range p.Possible {
				words = append(words, titles[id])
			}
			x.Words = strings.ToLower(strings.Join(words, " or "))
		}
		return x
	}
	t := result.Typology{Nature: axis(a.placed.Nature, "nature"), Scale: axis(a.placed.Scale, "scale"), Form: axis(a.placed.Form, "form")}
	for _, ns := range a.placed.Types() {
		for _, ty := range a.cat.Typology.Types {
			if ty.ID == ns.ID() {
				t.Types = append(t.Types, result.Word{ID: ty.ID, Title: ty.Title})
			}
		}
	}
	t.Summary = t.Nature.Words + ", " + t.Scale.Words + " · " + t.Form.Words
	if by := a.doc.Root.Find(paths.BrokeredBy); by.Known() {
		switch by.Word {
		case "organisations":
			t.Summary += ", begun by the organisations"
		case "clinicians":
			t.Summary += ", begun by clinicians"
		default:
			t.Summary += ", brokered by the " + strings.ReplaceAll(by.Word, "-", " ")
		}
	}
	return t
}
