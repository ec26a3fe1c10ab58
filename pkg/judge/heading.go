package judge

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Catalogue says which catalogue was applied, and how much of it.
func Catalogue(j *Judgement) result.Catalogue {
	return result.Catalogue{Version: j.Cat.Version, Hash: j.Cat.Hash, Criteria: asked(j.Cat), Applied: len(j.Criteria)}
}

// Title says what the proposal is called: the two organisations where it has no title.
func Title(j *Judgement) string {
	if title := j.Doc.Root.Find(paths.Title).String(); title != "" {
		return title
	}
	return wording.Upper(proposal.NameOf(j.Doc.Organisations[0])) + " and " + proposal.NameOf(j.Doc.Organisations[1])
}

// Organisations names the two, with what they are and which roles they have.
func Organisations(j *Judgement) [2]result.Organisation {
	var both [2]result.Organisation
	for i, o := range j.Doc.Organisations {
		both[i] = result.Organisation{ID: o.Key, Name: proposal.NameOf(o), Role: rolesOf(j, o.Key), Kind: o.Own(paths.Description).String()}
	}
	return both
}

// rolesOf gives the roles of an organisation in the arrangement, as a phrase.
func rolesOf(j *Judgement, id string) string {
	roles := j.Doc.Root.Find(paths.Roles)
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

// Typology says where the proposal stands in the typology.
func Typology(j *Judgement) result.Typology {
	p := &j.Placement
	t := result.Typology{Nature: axis(j, p.Nature), Scale: axis(j, p.Scale), Form: axis(j, p.Form), SideBySide: SideBySide(j)}
	for _, of := range p.Types() {
		if known := j.Cat.Typology.Type(of.ID()); known != nil {
			t.Types = append(t.Types, result.Word{ID: known.ID, Title: known.Title})
		}
	}
	t.Summary = t.Nature.Words + ", " + t.Scale.Words + " · " + t.Form.Words
	if by := j.Doc.Root.Find(paths.BrokeredBy); by.Known() {
		switch by.Word {
		case "organisations":
			t.Summary += ", begun by the organisations"
		case "clinicians":
			t.Summary += ", begun by " + j.Cat.Words.Say("professionals")
		default:
			t.Summary += ", brokered by the " + strings.ReplaceAll(by.Word, "-", " ")
		}
	}
	return t
}

func axis(j *Judgement, a Axis) result.Axis {
	x := result.Axis{Declared: a.Declared, Derived: a.Derived, Possible: a.Possible, Words: a.ID + " not known", Facts: j.Facts(a.Used), Supports: j.unneeded(j.Cat.Typology.Facts(a.ID), nil, a.Used)}
	if a.Known() {
		x.Words = a.Words(&j.Cat.Typology)
	}
	return x
}

// Words says what a document may be on an axis: mandated or voluntary.
func (a Axis) Words(t *catalogue.Typology) string {
	words := make([]string, len(a.Possible))
	for i, id := range a.Possible {
		words[i] = TitleOn(t, a.ID, id)
	}
	return strings.Join(words, " or ")
}

// TitleOn gives the title of a nature, a scale or a form as it stands within a sentence.
func TitleOn(t *catalogue.Typology, axis, id string) string {
	title := ""
	switch axis {
	case catalogue.NatureAxis:
		title = titled(t.Natures, id)
	case catalogue.ScaleAxis:
		title = titled(t.Scales, id)
	default:
		if f := t.Form(id); f != nil {
			title = f.Title
		}
	}
	return strings.ToLower(title)
}

func titled(axes []catalogue.Axis, id string) string {
	for _, x := range axes {
		if x.ID == id {
			return x.Title
		}
	}
	return ""
}
