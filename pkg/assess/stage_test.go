package assess_test

import (
	"slices"
	"testing"

	"partner/testdata/trial"

	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"

	"pgregory.net/rapid"
)

// ends gives every grade and verdict of a reading at both ends and so far, to be compared one by one.
func ends(r rating.Rated) (low, soFar, high []int) {
	add := func(l, s, h int) { low, soFar, high = append(low, l), append(soFar, s), append(high, h) }
	for _, x := range append([]rating.Range{r.Context, r.Enablers}, r.Questions...) {
		add(int(x.Low), int(x.SoFar), int(x.High))
	}
	add(int(r.Whole.Low.Grade), int(r.Whole.SoFar.Grade), int(r.Whole.High.Grade))
	add(int(r.Verdict.Low), int(r.Verdict.SoFar), int(r.Verdict.High))
	return low, soFar, high
}

// TestTheMethodHoldsAtEachStage: at every stage, filling what is due and not known stays inside the ranges, a
// better status never lowers anything, and what is due later or past moves nothing.
func TestTheMethodHoldsAtEachStage(t *testing.T) {
	facts := trial.OpenFacts()
	known := []rating.Status{rating.NotMet, rating.AtMostPartly, rating.Partly, rating.AtLeastPartly, rating.Met}
	rapid.Check(t, func(t *rapid.T) {
		doc := trial.ReadTree(t, trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share")))
		j := judge.At(doc, cat, rapid.SampledFrom([]result.Stage{result.UnknownStage, result.ToDecide, result.ToStart, result.Running}).Draw(t, "asked"))
		i := rapid.IntRange(0, len(j.Criteria)-1).Draw(t, "criterion")
		c := &j.Criteria[i]
		if !c.Kind.Rated() {
			return
		}
		as := func(s rating.Status) rating.Rated {
			return j.Rate(judge.Reading{Supposing: []judge.Supposition{{Criterion: i, Status: s}}})
		}
		low, soFar, high := ends(as(rating.Unknown))
		if c.When != result.Now {
			for _, s := range known {
				if l, f, h := ends(as(s)); !slices.Equal(l, low) || !slices.Equal(f, soFar) || !slices.Equal(h, high) {
					t.Fatalf("%s is %s, and %s moves something", c.ID, c.When, s)
				}
			}
			return
		}
		for _, s := range known {
			l, f, h := ends(as(s))
			for n := range l {
				if l[n] < low[n] || h[n] > high[n] {
					t.Fatalf("%s %s leaves the range at %d", c.ID, s, n)
				}
				if f[n] < l[n] || f[n] > h[n] {
					t.Fatalf("%s %s: so far lies outside at %d", c.ID, s, n)
				}
			}
		}
		worse, _, _ := ends(as(rating.NotMet))
		better, _, _ := ends(as(rating.Met))
		_, worseSoFar, worseHigh := ends(as(rating.NotMet))
		_, betterSoFar, betterHigh := ends(as(rating.Met))
		for n := range worse {
			if better[n] < worse[n] || betterSoFar[n] < worseSoFar[n] || betterHigh[n] < worseHigh[n] {
				t.Fatalf("%s met lowers %d", c.ID, n)
			}
		}
	})
}

// TestWhatIsAskedIsDue over whole random documents: nothing that is due later or past is asked, set as a
// condition or named among what is decisive.
func TestWhatIsAskedIsDue(t *testing.T) {
	facts := trial.OpenFacts()
	rapid.Check(t, func(t *rapid.T) {
		r := trial.AssessTree(t, trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share")))
		var ids []string
		for _, d := range r.Settle.Ranked {
			ids = append(ids, d.Criterion)
		}
		for _, s := range append(slices.Clone(r.Settle.Sets), r.Path.Steps...) {
			ids = append(ids, s.Criteria...)
		}
		for _, q := range r.Questions {
			ids = append(ids, slices.Concat(q.For, q.Unknown, q.HeldBy)...)
		}
		for _, c := range r.Conditions {
			ids = append(ids, c.ID)
		}
		for _, x := range slices.Concat(r.DoFirst) {
			ids = append(ids, x.Criterion)
		}
		for _, id := range ids {
			if c := r.Criterion(id); c != nil && c.When != result.Now {
				t.Fatalf("%s is %s, and asked or counted", id, c.When)
			}
		}
	})
}
