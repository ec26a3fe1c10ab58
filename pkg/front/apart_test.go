package front_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/assess"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// manyScreens asks for the first screens of many documents, as `make heard` does.
var manyScreens = flag.Bool("many-screens", false, "compare the first screens of three hundred documents at random, and not only of some")

// halfKnown gives so many documents at random of which at least half is known.
func halfKnown(t *testing.T, n int) []*proposal.Proposal {
	t.Helper()
	drafts := rapid.Custom(draft)
	var all []*proposal.Proposal
	for seed := 0; len(all) < n; seed++ {
		if seed > 40*n {
			t.Fatalf("only %d of %d documents are half known", len(all), seed)
		}
		data, err := yaml.Marshal(drafts.Example(seed))
		if err != nil {
			t.Fatal(err)
		}
		if doc, wrong := proposal.Read("made-up.yaml", data, nil); len(wrong) == 0 {
			if known, all2 := assess.Assess(doc, assessments.Catalogue()).Overall.KnownOf(); 2*known >= all2 {
				all = append(all, doc)
			}
		}
	}
	return all
}

// TestFirstScreensTellCasesApart: over the examples and documents at random, bad, middling and good, no criterion has a line
// on more than a third of the first screens, of documents that state something of their own: that something is not so, or
// only in part, a sum or a day. Nor is it so where a document states nothing of the kind on that criterion, and has nearer.
func TestFirstScreensTellCasesApart(t *testing.T) {
	n := 40
	if *manyScreens {
		n = 300
	}
	docs := halfKnown(t, n)
	examples, _ := filepath.Glob("../../examples/*.yaml")
	for _, file := range append(examples, "../../examples/networked-clinic/proposal.yaml") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if doc, wrong := proposal.Read(filepath.Base(file), data, os.DirFS(filepath.Dir(file))); len(wrong) == 0 {
			docs = append(docs, doc)
		}
	}
	type line struct {
		block result.FrontBlockID
		of    string
	}
	any, far := map[line]int{}, map[line]int{}
	nearer := 0
	for _, doc := range docs {
		j := judge.Judge(doc, assessments.Catalogue())
		r := assess.Result(j)
		stated := j.Stated()
		near := map[string]bool{}
		for i := range j.Criteria {
			if c := &j.Criteria[i]; len(stated.On(j, c)) > 0 {
				near[c.ID] = true
			}
		}
		if len(near) == 0 {
			continue
		}
		nearer++
		for _, b := range r.Front.Blocks {
			seen := map[string]bool{}
			for _, l := range b.Lines {
				for _, id := range l.Criteria {
					if seen[id] {
						continue
					}
					seen[id] = true
					any[line{b.ID, id}]++
					if !near[id] {
						far[line{b.ID, id}]++
					}
				}
			}
		}
	}
	for _, block := range []result.FrontBlockID{result.FrontFor, result.FrontAgainst, result.FrontNotTold, result.FrontSettle} {
		most := func(of map[line]int) (id string, n int) {
			for l, count := range of {
				if l.block == block && (count > n || count == n && l.of < id) {
					id, n = l.of, count
				}
			}
			return id, n
		}
		id, n := most(any)
		other, m := most(far)
		t.Logf("%-9s of %d screens: most often %s, on %d %%; of what their documents say nothing of, %s, on %d %%", block, nearer, id, 100*n/nearer, other, 100*m/nearer)
		if 3*m > nearer {
			t.Errorf("%s: a line on %s, of which their documents say nothing, stands on %d of %d screens", block, other, m, nearer)
		}
		if *manyScreens && 3*n > nearer { // of few a third is soon passed
			t.Errorf("%s: a line on %s stands on %d of %d screens", block, id, n, nearer)
		}
	}
}
