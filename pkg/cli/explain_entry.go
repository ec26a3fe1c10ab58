package cli

import (
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/wording"
)

// entry is an id with what it means: a type, form, verdict or source.
type entry struct {
	What    string  `json:"what"`
	ID      string  `json:"id"`
	Title   string  `json:"title"`
	Meaning string  `json:"meaning"`
	Told    string  `json:"told_by,omitempty"` // the facts that tell it, in words
	Roles   string  `json:"roles,omitempty"`
	Note    string  `json:"note,omitempty"`
	Cites   []cited `json:"cites,omitempty"`

	facts *logic.Condition
}

// entries gives types, natures, scales, forms and verdicts, in the catalogue's order.
func entries(cat *catalogue.Catalogue) []*entry {
	var all []*entry
	t := cat.Typology
	for _, x := range t.Types {
		all = append(all, &entry{What: "type", ID: x.ID, Title: x.Title, Meaning: x.Meaning, Cites: citesOf(cat, x.Cites)})
	}
	axis := func(what string, axes []catalogue.Axis) {
		for _, x := range axes {
			all = append(all, &entry{What: what, ID: x.ID, Title: x.Title, Meaning: x.Meaning, Told: x.Facts.String(), Cites: citesOf(cat, x.Cites), facts: x.Facts})
		}
	}
	axis("nature", t.Natures)
	axis("scale", t.Scales)
	for _, x := range t.Forms {
		e := &entry{What: "form", ID: x.ID, Title: x.Title, Meaning: x.Meaning, Told: x.Facts.String(), Roles: strings.Join(x.Roles, ", "), Cites: citesOf(cat, x.Cites), facts: x.Facts}
		if x.MeaningIs != catalogue.MeaningInSource {
			e.Note = "The sources name this form without saying what it is; the meaning is ours."
		}
		all = append(all, e)
	}
	for _, v := range cat.Rating.Verdicts {
		v = v.For("")
		all = append(all, &entry{What: "verdict", ID: v.ID.String(), Title: v.Title, Meaning: v.Meaning, Cites: citesOf(cat, cat.Rating.Cites)})
	}
	return all
}

func sourceEntry(s catalogue.Source) *entry {
	from := []string{}
	for _, part := range []string{s.Authors, s.Publisher} {
		if part != "" && (len(from) == 0 || from[0] != part) {
			from = append(from, part)
		}
	}
	if s.Year != 0 {
		from = append(from, strconv.Itoa(s.Year))
	}
	return &entry{What: "source", ID: s.ID, Title: s.Title, Meaning: s.Kind + "; " + strings.Join(from, ", ") + ". " + s.Standing, Note: s.Limits}
}

func (e *entry) tell(r *reference) {
	r.head(e.ID, e.Title)
	r.entry(wording.Upper(e.What), e.Meaning)
	if e.facts != nil {
		r.condition("Told by", e.facts.Lines())
	}
	r.entry("Roles", e.Roles)
	label := "Note"
	if e.What == "source" {
		label = "Limits"
	}
	r.entry(label, e.Note)
	tellCites(r, e.Cites)
}

// question is one of the six with the criteria that feed it.
type question struct {
	What     string   `json:"what"` // question
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Asks     string   `json:"asks"`
	About    string   `json:"about"`
	Criteria []string `json:"criteria"`
	Cites    []cited  `json:"cites"`

	by map[catalogue.Kind]int
}

func explainQuestion(cat *catalogue.Catalogue, i int) *question {
	q := cat.Questions[i]
	e := &question{What: "question", ID: q.ID, Title: q.Title, Asks: q.Asks, About: q.About, Criteria: []string{}, Cites: citesOf(cat, q.Cites), by: map[catalogue.Kind]int{}}
	o := criteriaOptions{question: q.ID}
	for _, c := range o.pick(cat) {
		e.Criteria = append(e.Criteria, c.ID)
		e.by[c.Kind]++
	}
	return e
}

func (e *question) tell(r *reference) {
	r.head(e.ID, e.Title)
	r.entry("Asks", e.Asks)
	r.entry("Shows", e.About)
	var parts []string
	for _, k := range catalogue.Kinds {
		if n := e.by[k]; n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+string(k))
		}
	}
	r.entry("Fed by", wording.CountOrNo(len(e.Criteria), "criterion", "criteria")+" ("+strings.Join(parts, ", ")+"): `partner criteria --question "+e.ID+"` lists them")
	tellCites(r, e.Cites)
}

// element is a piece of governance that may be recommended.
type element struct {
	What        string   `json:"what"` // governance
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Recommended string   `json:"recommended"`
	Because     string   `json:"because"`
	InPlace     string   `json:"in_place"`
	Different   string   `json:"different,omitempty"`
	Do          string   `json:"do"`
	Who         string   `json:"who"`
	Criteria    []string `json:"criteria"`
	Cites       []cited  `json:"cites"`

	of catalogue.Element
}

func explainElement(cat *catalogue.Catalogue, of catalogue.Element) *element {
	e := &element{
		What: "governance", ID: of.ID, Title: of.Title, Recommended: of.Recommended.String(), Because: of.Because, InPlace: of.InPlace.String(),
		Do: of.Do, Who: cat.Words.Role(of.Who), Criteria: of.Criteria, Cites: citesOf(cat, of.Cites), of: of,
	}
	if of.Different != nil {
		e.Different = of.Different.String()
	}
	return e
}

func (e *element) tell(r *reference) {
	r.head(e.ID, e.Title)
	r.condition("Recommended", where(e.of.Recommended))
	r.entry("Because", e.Because)
	r.gap()
	r.condition("In place", where(e.of.InPlace))
	if e.of.Different != nil {
		r.condition("Different", where(e.of.Different))
	}
	r.gap()
	r.entry("To do", e.Do+" ("+e.Who+")")
	r.entry("Criteria", strings.Join(e.Criteria, ", "))
	tellCites(r, e.Cites)
}
