package front

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// doesNotFit begins a page on which a single thing does not fit.
const doesNotFit = "Does not fit: "

// title says what the proposal is, in the document's own words, and what kind of partnership. Where only one
// thing does not fit together it opens the page.
func (p *page) title(misfit *item) []result.FrontLine {
	root := p.j.Doc.Root
	var x item
	outcome := root.Find(paths.Outcome)
	switch {
	case misfit != nil:
		x = *misfit
		x.text = doesNotFit + p.within(x.text)
		if strings.HasPrefix(misfit.text, "Called ") {
			x.text = doesNotFit + lowerInitial(misfit.text)
		}
	case p.mostlySetAside(): // then nothing says more of the rest of the page
		x = item{text: p.countSetAside() + " set aside as not applicable."}
	case outcome != nil && outcome.Because != "" && p.namesBody(outcome.Because):
		x = item{text: outcome.Because, at: []*proposal.Value{outcome}, quotes: []string{outcome.Because}}
	case !p.j.Placement.Form.Known() && !p.j.Placement.Nature.Known(): // the reason is then all that there is, and speaks for it
	default:
		for _, at := range []paths.Path{paths.Vision, paths.Reason} {
			if v := root.Find(at); v.String() != "" {
				x = item{text: v.String(), at: []*proposal.Value{v}, quotes: []string{v.String()}}
				break
			}
		}
	}
	text := wording.Sentence(shortened(x.text))
	if tooLong(text) {
		text, x.at, x.quotes = "", nil, nil
	}
	if text != "" && misfit == nil && !p.mostlySetAside() {
		p.told = append(p.told, text)
	} else if text == "" {
		text = p.people()
		for _, o := range p.j.Doc.Organisations {
			x.at = append(x.at, o)
		}
	}
	line := p.line(item{text: wording.Upper(strings.TrimSpace(text + " " + p.kind())), at: append(x.at, p.kindAt()...), quotes: x.quotes, criteria: x.criteria})
	if marks := p.otherFiles(); marks != "" {
		line.Closes = marks
	}
	return []result.FrontLine{line}
}

// people names the two with what they are, where nothing says what the partnership is.
func (p *page) people() string {
	var both []string
	for i, o := range p.j.Doc.Organisations {
		words := proposal.NameOf(o)
		if kind := o.Own(paths.Description).String(); kind != "" {
			words += ", " + p.within(kind)
		}
		if i == 0 && words == p.r.Title {
			return ""
		}
		both = append(both, words)
	}
	return wording.Sentence(strings.Join(both, "; "))
}

// forms are how the forms are said with what becomes of the organisations.
var forms = map[string]string{
	"merger": "a merger of the two", "acquisition": "one acquired whole by the other", "buddying": "buddying", "contract": "a contract between the two",
	"networked-care": "a service of one at the other's site", "joint-venture": "a joint venture", "group": "a group of two under joint leaders", "shared-service": "a service shared by the two", "management-contract": "one run by the other under contract", "pathway": "a pathway",
}

// reaches are how far a partnership reaches.
var reaches = map[string]string{"few-people": "between few people", "few-services": "of a few services", "many-services": "of many services", "whole-organisation": "of the whole"}

// kind says what kind of partnership it is declared, or by the facts is: Voluntary; a pathway, begun by
// clinicians.
func (p *page) kind() string {
	nature, form := p.j.Placement.Nature, p.j.Placement.Form
	var words []string
	if len(nature.Possible) == 1 {
		words = append(words, nature.Possible[0])
	}
	if len(form.Possible) == 1 {
		says := forms[form.Possible[0]]
		extent := p.j.Doc.Root.Find(paths.Extent)
		if reach := reaches[extent.String()]; reach != "" && (form.Possible[0] == "buddying" || form.Possible[0] == "contract") {
			says += " " + reach
		}
		if form.Possible[0] == proposal.OtherForm {
			says = p.ownForm()
		}
		words = append(words, says)
	}
	if len(words) == 0 {
		return ""
	}
	kind := strings.Join(words, "; ")
	if bodies := p.ofTwoSectors(); len(form.Possible) == 1 && bodies != "" {
		kind += ", " + bodies
	}
	if by := p.j.Doc.Root.Find(paths.BrokeredBy); by.Known() {
		kind += ", " + p.begunBy(by.Word)
	}
	return wording.Sentence(kind)
}

// ofTwoSectors says what the two are where they are of two sectors: an NHS body and a private company.
func (p *page) ofTwoSectors() string {
	one, two := catalogue.SectorOf(p.j.Doc.Organisations[0]), catalogue.SectorOf(p.j.Doc.Organisations[1])
	if one == "" || two == "" || one == two {
		return ""
	}
	return p.j.Cat.Sectors.Sector(one).Body + " and " + p.j.Cat.Sectors.Sector(two).Body
}

// ownForm says of a form that has no word which known form comes nearest.
func (p *page) ownForm() string {
	if near := p.j.Cat.Typology.Form(p.j.Placement.Nearest); near != nil {
		return "a form of its own, nearest to " + near.Title
	}
	return "a form of its own"
}

func (p *page) begunBy(word string) string {
	switch word {
	case "organisations":
		return "begun by the two themselves"
	case "clinicians":
		return "begun by " + p.j.Cat.Words.Say("professionals")
	}
	return "brokered by the " + strings.ReplaceAll(word, "-", " ")
}

func (p *page) kindAt() []*proposal.Value {
	root := p.j.Doc.Root
	var at []*proposal.Value
	for _, x := range []paths.Path{paths.Nature, paths.BrokeredBy, paths.Form} {
		if v := root.Find(x); v.Known() {
			at = append(at, v)
		}
	}
	return at
}

// otherFiles says which letters stand for the organisations' own files, where they have any.
func (p *page) otherFiles() string {
	var marks []string
	for _, o := range p.j.Doc.Organisations {
		if file := p.fileOf(o); file != "" && file != p.j.Doc.Label {
			marks = append(marks, p.fileMark(file))
		}
	}
	if len(marks) == 0 {
		return ""
	}
	return "(" + strings.Join(marks, ", ") + ": " + wording.Verb(len(marks), "an organisation's file", "organisations' files") + ")"
}
