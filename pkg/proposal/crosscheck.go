package proposal

import (
	"fmt"
	"slices"

	"golang.org/x/text/currency"

	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

var wantedVersion = fmt.Sprintf("`partner: %d`, the version of the format", Version)

// whole checks what concerns the document as a whole and fills in organisations that are not named.
func (r *reader) whole() {
	p := r.p
	switch v := p.Root.Find(paths.Version); {
	case v == nil && (p.Root.State == Given || len(r.wrong) == 0):
		r.reportAt(p.Root, "no `partner` key", wantedVersion, "add it as the first line")
	case v != nil: // otherwise it is not a mapping at all, and reported
		r.version(v)
	}
	orgs := p.Root.Find(paths.Organisations)
	if orgs != nil && len(orgs.Items) > 2 {
		r.reportAt(orgs.Items[2], things(len(orgs.Items), "organisation"), "two", "split the proposal: each partnership of two is assessed by itself")
	}
	if orgs != nil && orgs.State == Given && len(orgs.Items) < 2 {
		r.reportAt(orgs, things(len(orgs.Items), "organisation"), "two", "add the other: what is not known of it may be left out")
	}
	around := orgs
	if around == nil {
		around = &Value{Field: Model.Find(paths.Organisations), Parent: p.Root, Key: "organisations", Pos: source.Position{File: p.Label}}
	}
	for i, placeholder := range []string{"first", "second"} {
		if orgs != nil && i < len(orgs.Items) {
			p.Organisations[i] = orgs.Items[i]
			continue
		}
		p.Organisations[i] = &Value{Field: Model.Find(paths.Organisations), Parent: around, Key: placeholder, Pos: source.Position{File: p.Label}}
	}
	r.registers = append([]register{{file: r.file, entries: p.Root.Find(paths.Evidence).items()}}, r.registers...)
	r.entered()
	r.owed()
	r.roles()
	r.currency()
}

// currency refuses a code that no currency has.
func (r *reader) currency() {
	v := r.p.Root.Find(paths.Currency)
	if v == nil || v.State != Given {
		return
	}
	if unit, err := currency.ParseISO(v.Word); err != nil || unit.String() != v.Word {
		r.reportAt(v, quoted(v.Word)+" for currency", "a code of ISO 4217 in capitals, such as GBP or EUR", "")
	}
}

// version checks the version of the format, where one is given.
func (r *reader) version(v *Value) {
	switch {
	case v == nil:
	case v.State == Unknown && v.Word == "":
		r.reportAt(v, "`partner` without a version", wantedVersion, "")
	case v.State == Given && v.Number != Version:
		r.reportAt(v, "format version "+quoted(v.Word), fmt.Sprintf("version %d", Version), "this release reads no other")
	}
}

// owed checks what answers owe that set their criteria aside.
func (r *reader) owed() {
	for _, a := range r.p.Root.Find(paths.Answers).items() {
		r.setAside(a, a)
		for _, view := range a.Views {
			r.setAside(view, a)
		}
	}
}

// roles refuses one organisation in both of two roles that are each other's opposite, or twice among equals,
// be it by common consent or as one of the two sees it.
func (r *reader) roles() {
	roles := r.p.Root.Find(paths.Roles)
	if roles == nil || roles.fields == nil {
		return
	}
	sides := append([]string{""}, r.organisations()...)
	for i, f := range roles.Field.Fields {
		if f.Kind == List {
			r.twice(roles.fields[i])
		}
		opposite := slices.IndexFunc(roles.Field.Fields, func(g *Field) bool { return f.Not != "" && g.Key == f.Not })
		if opposite < i {
			continue // none, or told with the other
		}
		a, b := roles.fields[i], roles.fields[opposite]
		if a == nil || b == nil {
			continue
		}
		for _, side := range sides {
			x, y := a.ownView(side), b.ownView(side)
			if x == nil || y == nil || x.Word == "" || x.Word != y.Word {
				continue
			}
			if x.Pos.Line > y.Pos.Line || x.Pos.Line == y.Pos.Line && x.Pos.Column > y.Pos.Column {
				x, y = y, x
			}
			r.reportAt(y, "the organisation "+quoted(y.Word)+" as "+y.Field.Key+" and as "+x.Field.Key, "another organisation in each of the two", "")
			break
		}
	}
}

// ownView gives what an organisation states apart, for itself; with an empty id what is stated for both.
// Otherwise it is nil.
func (v *Value) ownView(organisation string) *Value {
	switch {
	case v == nil:
		return nil
	case len(v.Views) == 0 && organisation == "":
		return v
	}
	for _, view := range v.Views {
		if view.Key == organisation {
			return view
		}
	}
	return nil
}

// twice refuses one organisation twice in a list.
func (r *reader) twice(list *Value) {
	for i, x := range list.items() {
		if slices.ContainsFunc(list.Items[:i], func(y *Value) bool { return x.Word != "" && x.Word == y.Word }) {
			r.reportAt(x, "the organisation "+quoted(x.Word)+" a second time in "+list.Path(), "each once", "")
		}
	}
}

// organisations gives the ids of the two organisations, so far as the proposal names them.
func (r *reader) organisations() []string {
	of := r.p
	if r.around != nil {
		of = r.around
	}
	var ids []string
	for _, o := range of.Root.Find(paths.Organisations).items() {
		ids = append(ids, o.Key)
	}
	return ids
}

func things(n int, noun string) string {
	switch n {
	case 0:
		return "no " + noun
	case 1:
		return "one " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// setAside checks what an answer owes that sets its criterion aside. What stands beside `views` holds for each.
func (r *reader) setAside(a, around *Value) {
	if len(a.Views) > 0 || !a.Is(string(NotApplicable)) && !a.Is(string(OtherMeans)) {
		return
	}
	if a.Because == "" && around.Because == "" {
		r.reportAt(a, "`"+a.Word+"` without a reason", "the reason under `because`", "write {is: "+a.Word+", because: …}")
	}
	if a.Is(string(OtherMeans)) && len(a.Evidence) == 0 && len(around.Evidence) == 0 {
		r.reportAt(a, "`other-means` without evidence", "ids under `evidence`", "name what shows that the aim is reached by other means")
	}
}

// references checks that whatever an id names is there.
func (r *reader) references() {
	p := r.p
	r.resolve()
	orgs := r.organisations()
	objectives := map[*Value][]string{}
	for _, o := range p.Organisations {
		for _, objective := range o.Own(paths.Aims).items() {
			objectives[o] = append(objectives[o], objective.At(paths.ID).String())
		}
	}
	for _, v := range r.referenceUses {
		if r.enough() {
			return
		}
		switch v.Field.RefTo {
		case "organisations":
			if !slices.Contains(orgs, v.Word) {
				do := addOrUse(v.Word, orgs, "`organisations`")
				if len(orgs) >= len(p.Organisations) { // there is no room for a third
					do = oneOf(v.Word, orgs)
				}
				r.reportAt(v, "the organisation "+quoted(v.Word)+", which is not one of the two", "", do)
			}
		case "objectives":
			org := servedBy(v)
			o := p.Organisation(org)
			if o == nil || slices.Contains(r.unread, o) {
				continue // reported already
			}
			if ids := objectives[o]; !slices.Contains(ids, v.Word) {
				r.reportAt(v, "the objective "+quoted(v.Word)+", which "+org+" does not have", "", addOrUse(v.Word, ids, "organisations."+org+".objectives"))
			}
		}
	}
}

// servedBy gives the organisation under whose id a reference to an objective stands.
func servedBy(v *Value) string {
	for ; v.Parent != nil; v = v.Parent {
		if v.Parent.Field.Kind == ByOrganisation {
			return v.Key
		}
	}
	return ""
}

func addOrUse(word string, valid []string, where string) string {
	if near := source.DidYouMean(word, valid); near != "" {
		return near
	}
	if len(valid) == 0 {
		return "add it to " + where
	}
	return "add it to " + where + ", or use " + source.Listed(valid)
}
