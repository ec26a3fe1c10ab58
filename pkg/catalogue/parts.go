package catalogue

import (
	"slices"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Part is something that the answer to a question has beyond its criteria: a table or a list from the
// document, and a note on what it shows.
type Part string

// The parts that an answer can have.
const (
	Benefits   Part = "benefits"   // each benefit with its measure, baseline, target and date
	Placing    Part = "typology"   // the type and the form, declared against what the facts tell
	Objectives Part = "objectives" // what the arrangement is for against what each organisation wants for itself
	Culture    Part = "culture"    // how one culture is to come about, and what the values differ on
	Risks      Part = "risks"      // of going ahead and of not going ahead, side by side
	TakingOn   Part = "taking-on"  // what each board would take on from the other
	Oversight  Part = "governance" // what is recommended against what is proposed
)

// Parts are all of them. Each is shown by one question.
var Parts = []Part{Benefits, Placing, Objectives, Culture, Risks, TakingOn, Oversight}

// Showing gives the question that shows a part.
func (c *Catalogue) Showing(p Part) *Question {
	for i := range c.Questions {
		if slices.Contains(c.Questions[i].Shows, p) {
			return &c.Questions[i]
		}
	}
	return nil
}

// parts checks that the questions show parts that there are, and each of them once: what no question
// showed would be missing from every report.
func (v *validator) parts() {
	shownBy := map[Part]string{}
	for _, q := range v.c.Questions {
		what := "questions.yaml: " + q.ID
		for _, p := range q.Shows {
			if !slices.Contains(Parts, p) {
				v.wrong(what, "shows: %q is not one of %s", p, listed(Parts))
			}
			if by, twice := shownBy[p]; twice {
				v.wrong(what, "shows: %s is shown by %s already", p, by)
			}
			shownBy[p] = q.ID
		}
	}
	for _, p := range Parts {
		if _, shown := shownBy[p]; !shown {
			v.wrong("questions.yaml", "no question shows %s", p)
		}
	}
}

// shownWhole are the lists of the document that parts show.
var shownWhole = []paths.Path{paths.Benefits, paths.Objectives, paths.Risks}

// tells checks that the questions tell places that there are, and that each list of the arrangement is told once: an
// entry that no part showed and no question told would be missing from every report.
func (v *validator) tells() {
	toldBy := map[string]string{}
	for _, at := range shownWhole {
		toldBy[string(at)] = "a part of an answer"
	}
	for _, q := range v.c.Questions {
		what := "questions.yaml: " + q.ID
		for _, t := range q.Tells {
			if proposal.Model.Find(paths.Path(t.At)) == nil {
				v.wrong(what, "tells: the document has no place %q", t.At)
			}
			if by, twice := toldBy[t.At]; twice {
				v.wrong(what, "tells: %s is told by %s already", t.At, by)
			}
			if t.Title == "" {
				v.wrong(what, "tells: %s has no title", t.At)
			}
			toldBy[t.At] = q.ID
		}
	}
	var below func(path string, f *proposal.Field)
	below = func(path string, f *proposal.Field) {
		if _, told := toldBy[path]; f.Kind == proposal.Items && !told {
			v.wrong("questions.yaml", "no question tells %s", path)
		}
		if f.Kind == proposal.Section {
			for _, c := range f.Fields {
				below(path+"."+c.Key, c)
			}
		}
	}
	below(string(paths.Arrangement), proposal.Model.Find(paths.Arrangement))
}

func listed(parts []Part) string {
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = string(p)
	}
	return strings.Join(words, ", ")
}
