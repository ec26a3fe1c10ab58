package pack

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// finder finds where the answers to questions go.
type finder struct {
	doc   *proposal.Proposal
	cat   *catalogue.Catalogue
	facts *logic.Environment
	axes  map[string]bool // those of nature, scale and form that a criterion of the result asks for
}

func newFinder(r *result.Result, doc *proposal.Proposal, cat *catalogue.Catalogue) *finder {
	f := &finder{doc: doc, cat: cat, facts: &logic.Environment{Doc: doc, Sides: cat.Typology.Sides}, axes: map[string]bool{}}
	for _, axis := range catalogue.Axes() {
		f.axes[axis] = r.Criterion(cat.Agreement(axis).ID) != nil
	}
	return f
}

// places gives the places of some paths that would settle a criterion. A section that the document does not
// have stands for what the criterion looks at in it. What declares the kind of partnership is asked for
// once, and not beside every question that hangs on it.
func (f *finder) places(c *catalogue.Criterion, from []string) []Place {
	var all []string
	for _, path := range from {
		if f.declares(c, path) && len(from) > 1 {
			continue
		}
		for _, p := range f.leaves(c, path) {
			if !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	places := make([]Place, len(all))
	for i, path := range all {
		places[i] = f.place(path)
	}
	return places
}

// declares reports whether a path declares nature, scale or form, and another criterion asks for that.
func (f *finder) declares(c *catalogue.Criterion, path string) bool {
	axis := catalogue.DeclaredOn(path)
	return axis != "" && c.Axis() != axis && f.axes[axis]
}

// leaves gives a path, or what the criterion looks at below it where it is that of a section.
func (f *finder) leaves(c *catalogue.Criterion, path string) []string {
	if strings.HasPrefix(path, paths.Answers.Under("")) {
		return []string{path}
	}
	place, wrong, _ := f.doc.Leads(path)
	if list := valueAt(f.doc, path); wrong == "" && list.Known() && !place.Item && (place.Field.Kind == proposal.Items || place.Field.Kind == proposal.List) && list.GoesOn() {
		return []string{paths.Answers.Under(c.ID)} // what else there may be is no place of the document
	}
	if wrong != "" || place.Field.Leaf() || place.Field.Kind == proposal.Items && !place.Item {
		return []string{path}
	}
	if place.Item && f.unknownItem(path) {
		return []string{path}
	}
	var below []string
	for _, p := range f.reads(c) {
		if strings.HasPrefix(p, path+".") {
			below = append(below, p)
		}
	}
	if len(below) == 0 {
		for _, field := range place.Field.Fields {
			if field.Leaf() {
				below = append(below, path+"."+field.Key)
			}
		}
	}
	if len(below) == 0 {
		return []string{path}
	}
	return below
}

// unknownItem reports whether a path is that of an item of a list that only says that there may be more.
func (f *finder) unknownItem(path string) bool {
	v := valueAt(f.doc, path)
	return v != nil && v.State == proposal.Unknown
}

// reads gives the places that a criterion looks at; for one of nature, scale or form, those that tell it.
func (f *finder) reads(c *catalogue.Criterion) []string {
	var places []string
	for _, x := range append(c.Rules(), f.cat.Typology.Facts(c.Axis())...) {
		for _, p := range f.facts.Reads(x) {
			if !slices.Contains(places, p) {
				places = append(places, p)
			}
		}
	}
	return places
}

// ofOther reports whether a place concerns the other organisation alone.
func (f *finder) ofOther(path, organisation string) bool {
	for _, o := range f.doc.Organisations {
		if o.Key == organisation {
			continue
		}
		if strings.HasPrefix(path, o.Path()+".") || path == o.Path() || strings.HasSuffix(path, "."+string(paths.Serves)+"."+o.Key) {
			return true
		}
	}
	return false
}

// answered reports whether both organisations have stated a place apart, or the one that is asked has: neither is
// asked again.
func (f *finder) answered(path, organisation string) bool {
	v := valueAt(f.doc, path)
	if v == nil || len(v.Views) == 0 {
		return false
	}
	for _, o := range f.doc.Organisations {
		if !v.Of(o.Key).Known() && (organisation == "" || organisation == o.Key) {
			return false
		}
	}
	return true
}

// silent gives the organisation that has not stated a place that the other has stated apart, in a pack for both;
// "" where there is none.
func (f *finder) silent(path, organisation string) string {
	v := valueAt(f.doc, path)
	if v == nil || len(v.Views) == 0 || organisation != "" {
		return ""
	}
	board := ""
	for _, o := range f.doc.Organisations {
		if v.Of(o.Key).Known() {
			continue
		}
		if board != "" {
			return ""
		}
		board = o.Key
	}
	return board
}

// place describes a place.
func (f *finder) place(path string) Place {
	p := Place{Path: path, Name: f.doc.Named(path)}
	p.known(valueAt(f.doc, path))
	if id, is := strings.CutPrefix(path, paths.Answers.Under("")); is {
		p.Kind, p.Means = "answer", "The answer to the question, with the reason and the evidence."
		p.Words = answerWords(f.cat.Criterion(id))
		p.Write = source.Listed(p.Words)
		p.field = proposal.Model.Find(paths.Answers).Of
		return p
	}
	place, wrong, _ := f.doc.Leads(path)
	if wrong != "" {
		p.Kind, p.Write = "section", "to be written into the document"
		return p
	}
	p.field, p.Means, p.Words, p.Unit, p.Item = place.Field, place.Field.Help(), f.doc.WordsOf(place.Field), place.Field.Unit, place.Item
	p.Kind, p.Write = f.write(place.Field)
	p.Of = f.entry(path)
	if p.Name == "" {
		p.Kind, p.Write, p.field = "section", "to be written into the document, where nothing tells this entry from the others", nil
		return p
	}
	if p.Item {
		p.Write = "what else there is, or none"
		if p.Kind != "entries" {
			p.Words = f.doc.WordsOf(place.Field.Of)
		}
	}
	if place.Field.Kind == proposal.Items {
		for _, k := range place.Field.Fields {
			_, write := f.write(k)
			p.Keys = append(p.Keys, Key{k.Key, k.Doc, f.doc.WordsOf(k), write})
		}
	}
	return p
}

// known notes what the document says of a place that it does not know, or knows by half.
func (p *Place) known(v *proposal.Value) {
	if v != nil && v.State == proposal.Unknown {
		p.Half, p.SoFar = v.Half(), v.Because
	}
}

// Stands says what the document says of a place that it does not know, or knows by half; "" where it says nothing.
func (p *Place) Stands() string {
	half := strings.ReplaceAll(p.Half, "-", " ")
	switch {
	case half != "" && p.SoFar != "":
		return wording.Sentence("so far " + half + ": " + p.SoFar)
	case half != "":
		return "So far " + half + "."
	case p.SoFar != "":
		return notKnown(p.SoFar)
	}
	return ""
}

// notKnown says why something is not known so far.
func notKnown(because string) string { return wording.Sentence("not known so far: " + because) }

// entry gives what the entry of a list says first in which a place lies, or "" where it lies in none.
func (f *finder) entry(path string) string {
	end := strings.LastIndex(path, "].")
	if end < 0 {
		return ""
	}
	return valueAt(f.doc, path[:end+1]).Written()
}

// answerWords gives what an answer to a criterion may be.
func answerWords(c *catalogue.Criterion) []string {
	return slices.DeleteFunc(proposal.AnswerWord("").Words(), func(w string) bool { return w == string(proposal.NotApplicable) && c.Gate.Always })
}

// write says of what kind a field is and what may be written there, in words.
func (f *finder) write(field *proposal.Field) (kind, words string) {
	switch field.Kind {
	case proposal.Word:
		return "word", source.Listed(f.doc.WordsOf(field))
	case proposal.Number:
		if field.Unit == "" {
			return "number", "a number"
		}
		return "number", "a number (" + field.Unit + ")"
	case proposal.Date:
		return "date", "a date: 2026-10-01, 2026-10 or 2026"
	case proposal.Reference:
		if field.RefTo == "organisations" {
			var ids []string
			for _, o := range f.doc.Organisations {
				ids = append(ids, o.Key)
			}
			return "id", source.Listed(ids)
		}
		return "id", "the id of one of the " + field.RefTo
	case proposal.List:
		switch of := field.Of; {
		case of.Kind == proposal.Word:
			return "list", "a list of " + source.Listed(f.doc.WordsOf(of)) + "; [] for none"
		case of.Kind == proposal.Reference:
			_, one := f.write(of)
			return "list", "a list, each " + one + "; [] for none"
		}
		return "list", "a list of texts; [] for none"
	case proposal.Items:
		return "entries", "a list of entries; [] for none"
	case proposal.ByOrganisation:
		return "section", "a list under the id of each organisation"
	case proposal.Section:
		return "section", "a section"
	}
	return "text", "a text; none if there is none"
}
