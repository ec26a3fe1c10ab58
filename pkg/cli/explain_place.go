package cli

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// slot is a place that any document may have, by the model that the reader itself follows.
type slot struct {
	What     string             `json:"what"` // place
	ID       string             `json:"id"`   // the path
	Title    string             `json:"title"`
	Takes    string             `json:"takes"`
	Words    []proposal.Meaning `json:"words,omitempty"`
	Stated   string             `json:"stated,omitempty"` // what a document that was asked about states there: nothing
	Keys     []slotKey          `json:"keys,omitempty"`
	Criteria []string           `json:"criteria"` // those of which a rule reads it, or something in it
	Without  string             `json:"without,omitempty"`

	field *proposal.Field
	cat   *catalogue.Catalogue
}

// slotKey is a key that may stand at a place.
type slotKey struct {
	Key   string `json:"key"`
	Takes string `json:"takes"`
	Means string `json:"means"`
}

// mostReaders is how many criteria that read something in a section are named one by one.
const mostReaders = 12

// explainPlaces explains the places that a path, or the end of one, leads to.
func explainPlaces(cat *catalogue.Catalogue, path string) []explanation {
	var all []explanation
	for _, p := range proposal.PlacesCalled(path) {
		all = append(all, explainPlace(cat, p))
	}
	return all
}

func explainPlace(cat *catalogue.Catalogue, p proposal.Place) *slot {
	f := p.Field
	e := &slot{
		What: "place", ID: p.Path, Title: f.Help(), Takes: f.Takes(), Words: f.Meanings(), Criteria: []string{}, field: f, cat: cat,
	}
	for _, c := range f.Fields {
		e.Keys = append(e.Keys, slotKey{cmp.Or(c.Also, c.Key), c.Takes(), c.Help()})
	}
	for _, i := range readers(cat.Reads(), f) {
		e.Criteria = append(e.Criteria, cat.Criteria[i].ID)
	}
	switch {
	case len(e.Criteria) > 0:
	case f.Kind == proposal.Answers, f == proposal.Model.Find(paths.Answers).Of:
		e.Without = "the criterion under whose id it stands"
	case rated(f):
		e.Without = "no criterion by itself: what is asked, when it is due or what counts hangs on it"
	default:
		e.Without = "no criterion: it tells whoever reads the report"
	}
	return e
}

// readers gives the places of the criteria of which a rule reads what stands at a field or in it.
func readers(r *catalogue.Readings, f *proposal.Field) []int {
	all := slices.Clone(r.Of(f))
	for _, c := range f.Fields {
		all = append(all, readers(r, c)...)
	}
	if f.Of != nil {
		all = append(all, readers(r, f.Of)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// rated reports whether anything that stands at a field, or in it, bears on what is judged.
func rated(f *proposal.Field) bool {
	return f.Leaf() && f.Kind != proposal.List && f.Use == proposal.Rated || slices.ContainsFunc(f.Fields, rated) || f.Of != nil && f.Use == proposal.Rated && rated(f.Of)
}

// slots gives the paths of all places, for completion; without a point in what is typed, only where documents begin.
func slots(typed string) []string {
	var all []string
	for _, p := range proposal.Places() {
		if strings.Contains(typed, ".") || !strings.Contains(p.Path, ".") {
			all = append(all, p.Path)
		}
	}
	return all
}

func (e *slot) tell(r *reference) {
	r.head(e.ID, e.Title)
	r.entry("Stated", e.Stated)
	r.entry("May hold", e.Takes)
	if len(e.Words) > 0 {
		var words outline.Terms
		for _, w := range e.Words {
			words.Of = append(words.Of, termed(w.Word, w.Means))
		}
		r.add(outline.Below{Blocks: []outline.Block{words}})
	}
	if len(e.Keys) > 0 {
		r.gap()
		label := "Its keys"
		if e.field.Kind != proposal.Section {
			label = "The keys of each entry"
		}
		r.line(label)
		var keys outline.Terms
		for _, k := range e.Keys {
			keys.Of = append(keys.Of, termed(k.Key, strings.TrimSpace(k.Means+" Holds "+k.Takes+".")))
		}
		r.add(outline.Below{Blocks: []outline.Block{keys}})
	}
	r.gap()
	r.entry("Read by", e.Without)
	if len(e.Criteria) > mostReaders {
		r.entry("Read by", wording.Count(len(e.Criteria), "criterion", "criteria")+": `partner explain` with the path of a key names those that read it")
	} else {
		label := "Read by"
		for _, id := range e.Criteria {
			r.entry(label, e.cat.Criterion(id).Title+" ["+id+"]")
			label = ""
		}
	}
	r.gap()
	r.line("What is not known is left out, or `unknown`. A reason and evidence stand beside a fact as {is: …, because: …, evidence: […]}: `partner help document`.")
}

func termed(name, text string) outline.Term {
	return outline.Term{Name: wording.Part{Text: name}, Text: words(text)}
}
