package load_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"partner/assessments"
	"partner/pkg/judge"
	"partner/pkg/load"
	"partner/pkg/proposal"
)

// TestTheExamplesAreTried: each criterion of the examples has a document that meets it and one that does not, each says
// how sure what it cites is, and all of them come out so.
func TestTheExamplesAreTried(t *testing.T) {
	for _, folder := range []string{"english-duties", "school-trusts"} {
		t.Run(folder, func(t *testing.T) {
			l, wrong, err := load.Lay(context.Background(), filepath.Join("..", "..", "examples", "catalogues", folder), assessments.Catalogue())
			if err != nil || len(wrong) > 0 {
				t.Fatal(err, wrong)
			}
			of := l.Catalogue.Overlay
			if of.Extends != assessments.Catalogue().Version || !strings.Contains(of.About, "not") || !strings.Contains(of.About, "research") {
				t.Errorf("written for version %s; about: %s", of.Extends, of.About)
			}
			tried := map[string]int{}
			for _, x := range append(l.Tries(), l.Documents()...) {
				if x.Failed != nil {
					t.Errorf("%v", x.Failed)
				}
				if strings.HasPrefix(x.Against, "tests/") {
					tried[x.Criterion]++
				}
			}
			for _, c := range l.Catalogue.Own() {
				if tried[c.ID] != 2 {
					t.Errorf("%s is tried by %d documents", c.ID, tried[c.ID])
				}
				for _, cite := range c.Cites {
					if assessments.Catalogue().Source(cite.Source) != nil || cite.Place == "" {
						t.Errorf("%s cites %s of the research", c.ID, cite.Source)
					}
				}
			}
		})
	}
}

// TestADocumentOfNoCriterionFails: what a document below tests/ is for, its name says.
func TestADocumentOfNoCriterionFails(t *testing.T) {
	dir := written(t, "", "", "")
	if err := os.Mkdir(filepath.Join(dir, "tests"), 0o755); err != nil {
		t.Fatal(err)
	}
	const answered = "partner: 1\norganisations: {a: {}, b: {}}\nanswers: {house/lifts-inspected: %}\n"
	for name, text := range map[string]string{
		"lifts-inspected.good.yaml": strings.Replace(answered, "%", "yes", 1), "lifts-inspected.bad.yaml": strings.Replace(answered, "%", "partly", 1),
		"stairs.good.yaml": answered, "price-told.maybe.yaml": answered, "price-told.good.yaml": "partner: 2\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, "tests", name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	l, wrong, err := load.Lay(context.Background(), dir, assessments.Catalogue())
	if err != nil || len(wrong) > 0 {
		t.Fatal(err, wrong)
	}
	want := map[string]string{
		"tests/lifts-inspected.good.yaml": "", "tests/lifts-inspected.bad.yaml": `"house/lifts-inspected" is partly met; expected it to be not met`,
		"tests/stairs.good.yaml": `a document for "stairs", which is no criterion`, "tests/price-told.maybe.yaml": "whose name says nothing", "tests/price-told.good.yaml": "format version",
	}
	for _, x := range l.Documents() {
		if says, is := want[x.Against]; !is || (x.Failed == nil) != (says == "") || says != "" && !strings.Contains(x.Failed.Error(), says) {
			t.Errorf("%s: %v", x.Against, x.Failed)
		}
		delete(want, x.Against)
	}
	if len(want) > 0 {
		t.Errorf("not judged: %v", want)
	}
}

// FuzzOverlay: whatever stands in the files of an overlay, it is read or what is wrong is said at places in them, and what
// is read judges a document.
func FuzzOverlay(f *testing.F) {
	f.Add(house["overlay.yaml"], house["criteria/lifts.yaml"])
	f.Add(strings.Replace(house["overlay.yaml"], "off:", "off: [null]\nabouts:", 1), "- null\n- {id: [a]}\n- &a {id: x, fix: [], cites: {}, gate: no}\n- *a\n")
	f.Add("name: {}\nsources: [1]\nstrengths: x\ncriteria: [lifts, lifts, ../x]\nchanges: [{id: {}}]\n", "[]")
	f.Add("&b", "&c")
	f.Add("~", "~")
	f.Add(house["overlay.yaml"], "&c")
	built := assessments.Catalogue()
	f.Fuzz(func(t *testing.T, overlay, lifts string) {
		cat, places, wrong := built.Lay(fstest.MapFS{"overlay.yaml": {Data: []byte(overlay)}, "criteria/lifts.yaml": {Data: []byte(lifts)}}, "house")
		if (cat == nil) != (len(wrong) > 0) {
			t.Fatalf("%v, and %v", cat == nil, wrong)
		}
		for _, d := range wrong {
			if !strings.HasPrefix(d.File, "house/") || d.Found == "" {
				t.Errorf("without a place: %v", d)
			}
		}
		if cat == nil {
			return
		}
		for id := range places.IDs() {
			if cat.Criterion(id) == nil {
				t.Errorf("there is no %s", id)
			}
		}
		if doc, amiss := proposal.Read("p.yaml", []byte("partner: 1\norganisations: {a: {}, b: {}}\n"), nil); len(amiss) == 0 {
			judge.Overlay(judge.Judge(doc, cat))
		}
	})
}
