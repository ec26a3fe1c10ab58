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
		fill := func(f trial.LeafFact) {
			now := trial.Get(tree, f.Path)
			switch rest := trial.Completions(now); {
			case now == nil:
				trial.Put(tree, f.Path, trial.DrawFact(t, f.Field))
			case rest != nil:
				trial.Put(tree, f.Path, rapid.SampledFrom(rest).Draw(t, "rest"))
			default:
				return
			}
			added = append(added, strings.Join(f.Path, "."))
		}
		for range rapid.IntRange(1, 5).Draw(t, "more") {
			fill(rapid.SampledFrom(facts).Draw(t, "fact"))
		}
		for _, f := range facts { // a few of the halves, of which there are not many
			if trial.Completions(trial.Get(tree, f.Path)) != nil && rapid.IntRange(0, 9).Draw(t, "half") == 0 {
				fill(f)
			}
		}
		staysInside(t, before, trial.AssessTree(t, tree), added)
	})
}

// TestFillingAnAnswerStaysInsideTheRange: so does an answer where neither facts nor an answer told anything, and the
// rest of one that is known by half. An answer against the facts is a contradiction, and another matter.
func TestFillingAnAnswerStaysInsideTheRange(t *testing.T) {
	facts, answers := trial.OpenFacts(), trial.OpenAnswers()
	if len(answers) < 100 {
		t.Fatalf("only %d answers", len(answers))
	}
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0, 0.6).Draw(t, "share"))
		for _, a := range answers {
			if rapid.IntRange(0, 3).Draw(t, "answered") == 0 {
				trial.Put(tree, a.Path, trial.DrawFact(t, a.Field))
			}
		}
		before := trial.AssessTree(t, tree)
		var filled []string
		for _, a := range answers {
			id, now := a.Path[1], trial.Get(tree, a.Path)
			c := before.Criterion(id)
			half, _ := now.(string)
			rest := trial.Completions(now)
			switch {
			case c == nil || rapid.IntRange(0, 3).Draw(t, "more") > 0:
			case now == nil && c.Status == rating.Unknown:
				trial.Put(tree, a.Path, trial.DrawFact(t, a.Field))
				filled = append(filled, id)
			case rest != nil && c.Status.String() == strings.ReplaceAll(half, "-", " "):
				trial.Put(tree, a.Path, rapid.SampledFrom(rest).Draw(t, "rest"))
				filled = append(filled, id)
			}
		}
		staysInside(t, before, trial.AssessTree(t, tree), filled)
	})
}

// TestAFactMovesNoEndOutsideWhatItCanReach: another word at one place stays inside the range that was there without
// any word.
func TestAFactMovesNoEndOutsideWhatItCanReach(t *testing.T) {
	facts := trial.OpenFacts()
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0.2, 1).Draw(t, "share"))
		f := rapid.SampledFrom(facts).Draw(t, "fact")
		if trial.Get(tree, f.Path) == nil {
			trial.Put(tree, f.Path, trial.DrawFact(t, f.Field))
		}
		as := trial.AssessTree(t, tree)
		trial.Put(tree, f.Path, "unknown")
		open := trial.AssessTree(t, tree)
		at := []string{strings.Join(f.Path, ".")}
		staysInside(t, open, as, at)
		trial.Put(tree, f.Path, trial.DrawFact(t, f.Field))
		staysInside(t, open, trial.AssessTree(t, tree), at)
	})
}

// staysInside fails where what came of filling some places leaves what was possible before.
func staysInside(t *rapid.T, before, after *result.Result, filled []string) {
	pairs := map[string][2]result.Rating{"the whole": {after.Overall.Rating, before.Overall.Rating}, "context": {after.Context.Rating, before.Context.Rating}, "enablers": {after.Enablers.Rating, before.Enablers.Rating}}
	for i, q := range after.Questions {
		pairs[q.ID] = [2]result.Rating{q.Rating, before.Questions[i].Rating}
	}
	for what, p := range pairs {
		if l := trial.Leaves(p[0], p[1]); l != "" {
			t.Fatalf("%s: %s after filling %v", what, l, filled)
		}
	}
	for _, c := range after.Criteria {
		if b := before.Criterion(c.ID); b != nil && (c.Status.Worst() < b.Status.Worst() || c.Status.Best() > b.Status.Best()) {
			t.Fatalf("%s was %s and is %s after filling %v", c.ID, b.Status, c.Status, filled)
		}
	}
	if !slices.Equal(without(before), without(after)) {
		return // what is past is no unknown of the stage: that a step was taken without an essential lowers the verdict
	}
	if after.Verdict.Low.ID < before.Verdict.Low.ID || after.Verdict.High.ID > before.Verdict.High.ID {
		t.Fatalf("the verdict leaves its range after filling %v", filled)
	}
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
			if (x.SoFar == rating.Unrated) != (x.TooLittleKnown || x.NotRated) {
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
