package load

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/source"
)

// Trial is a criterion of an overlay held against a document that meets it, or does not, or tells nothing.
type Trial struct {
	Criterion string             // its id
	Against   string             // good, bad, an empty document; of a whole document its file
	Want      rating.Status      // how the criterion is to stand
	Failed    *source.Diagnostic // what came of it instead; nil where it stands so
}

// Tries holds the rules of the criteria that the overlay adds or changes against the fragments that it brings for them.
func (l *Laid) Tries() []Trial {
	var all []Trial
	for id := range l.places.IDs() {
		for _, t := range judge.Tries(l.Catalogue, l.Catalogue.Criterion(id)) {
			x := Trial{Criterion: id, Against: t.Name, Want: t.Want}
			if t.Wrong != "" {
				d := l.places.At(id, cmp.Or(t.Key, "met"), source.Quoted(id)+": "+t.Wrong, t.Name+" that makes it "+t.Want.String(), "correct the rule or the fragment")
				x.Failed = &d
			}
			all = append(all, x)
		}
	}
	return all
}

// trials is the folder of an overlay with its documents: ID.good.yaml meets the criterion of that id, and ID.bad.yaml does
// not.
const trials = "tests"

// Documents judges the documents that the overlay brings for its criteria. Which criterion a document is for, and whether
// it meets that, its name says.
func (l *Laid) Documents() []Trial {
	entries, err := fs.ReadDir(l.files, trials)
	if err != nil {
		return nil // it brings none
	}
	var all []Trial
	for _, e := range entries {
		stem, is := strings.CutSuffix(e.Name(), ".yaml")
		if !is || e.IsDir() {
			continue
		}
		t := Trial{Against: path.Join(trials, e.Name())}
		file := source.Printable(path.Join(l.label, trials, e.Name()))
		fail := func(d source.Diagnostic) {
			if d.File == "" {
				d.File = file
			}
			t.Failed = &d
			all = append(all, t)
		}
		id, good := strings.CutSuffix(stem, ".good")
		if t.Want = rating.Met; !good {
			if id, is = strings.CutSuffix(stem, ".bad"); !is {
				fail(source.Diagnostic{Found: "a document whose name says nothing", Expected: "ID.good.yaml or ID.bad.yaml", Do: "name it after the criterion that it is for"})
				continue
			}
			t.Want = rating.NotMet
		}
		c := l.criterion(id)
		if c == nil {
			fail(source.Diagnostic{Found: "a document for " + source.Quoted(id) + ", which is no criterion that is added or changed here", Expected: "the id of one", Do: source.DidYouMean(id, slices.Collect(l.places.IDs()))})
			continue
		}
		t.Criterion = c.ID
		data, err := fs.ReadFile(l.files, path.Join(trials, e.Name()))
		if err != nil {
			fail(source.Diagnostic{Found: "it cannot be read: " + reason(err)})
			continue
		}
		folder, _ := fs.Sub(l.files, trials)
		doc, wrong := document.Read(proposal.File{Label: file, Data: data, Files: folder, Folder: path.Join(l.label, trials) + "/"}, l.Catalogue)
		if len(wrong) > 0 {
			fail(wrong[0])
			continue
		}
		j := judge.Judge(doc, l.Catalogue)
		at, applies := j.Find(j.Cat.Criteria[slices.Index(l.Catalogue.Criteria, c)].ID)
		switch {
		case !applies:
			fail(source.Diagnostic{Found: source.Quoted(c.ID) + " does not apply", Expected: "it to be " + t.Want.String(), Do: "correct the document, or what it applies for"})
		case j.Criteria[at].Standing.Applies != logic.True:
			fail(source.Diagnostic{Found: "it is not known whether " + source.Quoted(c.ID) + " applies", Expected: "it to be " + t.Want.String(), Do: "say in the document what it applies for"})
		case j.Criteria[at].Status() != t.Want:
			fail(source.Diagnostic{Position: j.PlaceOf(&j.Criteria[at]), Found: source.Quoted(c.ID) + " is " + j.Criteria[at].Status().String(), Expected: "it to be " + t.Want.String(), Do: "correct the document or the rule"})
		default:
			all = append(all, t)
		}
	}
	return all
}

// criterion gives the criterion that a document is for: one that the overlay adds, by its id alone, or changes.
func (l *Laid) criterion(id string) *catalogue.Criterion {
	for _, known := range []string{l.Catalogue.Overlay.Name + "/" + id, id} {
		if slices.Contains(slices.Collect(l.places.IDs()), known) {
			return l.Catalogue.Criterion(known)
		}
	}
	return nil
}
