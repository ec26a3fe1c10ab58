package assess_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partner/pkg/assess"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// TestFillingAnUnknownFactStaysInsideTheRange: a further fact never takes a rating or the verdict out of
// the range that was printed before it was known.
func TestFillingAnUnknownFactStaysInsideTheRange(t *testing.T) {
	facts := trial.OpenFacts()
	if len(facts) < 200 {
		t.Fatalf("only %d facts", len(facts))
	}
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share"))
		before := trial.AssessTree(t, tree)
		var added []string
		for range rapid.IntRange(1, 5).Draw(t, "more") {
			f := rapid.SampledFrom(facts).Draw(t, "fact")
			if !filled(tree, f.Path) {
				trial.Put(tree, f.Path, trial.DrawFact(t, f.Field))
				added = append(added, strings.Join(f.Path, "."))
			}
		}
		after := trial.AssessTree(t, tree)
		pairs := map[string][2]result.Rating{"the whole": {after.Overall.Rating, before.Overall.Rating}, "context": {after.Context.Rating, before.Context.Rating}, "enablers": {after.Enablers.Rating, before.Enablers.Rating}}
		for i, q := range after.Questions {
			pairs[q.ID] = [2]result.Rating{q.Rating, before.Questions[i].Rating}
		}
		for what, p := range pairs {
			if l := trial.Leaves(p[0], p[1]); l != "" {
				t.Fatalf("%s: %s after filling %v", what, l, added)
			}
		}
		if !slices.Equal(without(before), without(after)) {
			return // what is past is no unknown of the stage: that a step was taken without an essential lowers the verdict
		}
		if after.Verdict.Low.ID < before.Verdict.Low.ID || after.Verdict.High.ID > before.Verdict.High.ID {
			t.Fatalf("the verdict leaves its range after filling %v", added)
		}
	})
}

// without lists the essentials without which a step was taken.
func without(r *result.Result) []string {
	var ids []string
	for _, x := range r.Past {
		if x.Without {
			ids = append(ids, x.Criterion)
		}
	}
	return ids
}

func filled(tree map[string]any, path []string) bool {
	for _, k := range path {
		next, ok := tree[k]
		if !ok {
			return false
		}
		tree, _ = next.(map[string]any)
	}
	return true
}

// TestSoFarLiesInsideTheRange over whole random documents.
func TestSoFarLiesInsideTheRange(t *testing.T) {
	facts := trial.OpenFacts()
	rapid.Check(t, func(t *rapid.T) {
		r := trial.AssessTree(t, trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share")))
		ratings := []result.Rating{r.Overall.Rating, r.Context.Rating, r.Enablers.Rating, r.Documented.Overall.Rating}
		for _, q := range r.Questions {
			ratings = append(ratings, q.Rating, q.Documented)
		}
		for _, x := range ratings {
			if x.SoFar != rating.Unrated && (x.SoFar < x.Low || x.SoFar > x.High) {
				t.Fatalf("%s lies outside %s to %s", x.SoFar, x.Low, x.High)
			}
			if (x.SoFar == rating.Unrated) != x.TooLittleKnown {
				t.Fatalf("%+v", x)
			}
		}
		for _, c := range r.Criteria {
			if c.Status == rating.Unknown && len(c.SettledBy) == 0 {
				t.Fatalf("%s is unknown and nothing would settle it", c.ID)
			}
			if c.Status == rating.Met && c.Decided == "" {
				t.Fatalf("%s is met by nothing", c.ID)
			}
		}
	})
}

// FuzzAssess: whatever can be read can be assessed.
func FuzzAssess(f *testing.F) {
	for _, name := range trial.Examples(f) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, c := range cat.Criteria {
		f.Add([]byte("partner: 1\n" + c.Good))
		f.Add([]byte("partner: 1\n" + c.Bad))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, wrong := proposal.Read("fuzz.yaml", data, nil)
		if len(wrong) > 0 || len(document.Verify(doc, cat)) > 0 {
			return
		}
		r := assess.Assess(doc, cat)
		if len(r.Questions) != 6 || r.Overall.Low > r.Overall.High {
			t.Errorf("%+v", r.Overall)
		}
	})
}
