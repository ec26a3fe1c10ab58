package judge_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"partner/assessments"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// drawnAnywhere draws a document of whatever kind, at whatever stage, with answers to whatever is asked of any kind.
func drawnAnywhere(t *rapid.T) (*proposal.Proposal, result.Stage) {
	tree := trial.DrawTree(t, trial.OpenFacts(), rapid.Float64Range(0, 0.7).Draw(t, "share"))
	for range rapid.IntRange(0, 6).Draw(t, "answers") {
		c := rapid.SampledFrom(assessments.Catalogue().CriterionIDs()).Draw(t, "criterion")
		trial.Put(tree, []string{"answers", c}, rapid.SampledFrom([]string{"yes", "partly", "no", "at-most-partly"}).Draw(t, "answer"))
	}
	stages := []result.Stage{result.UnknownStage, result.ToDecide, result.ToStart, result.Running}
	return trial.ReadTree(t, tree), rapid.SampledFrom(stages).Draw(t, "stage")
}

// TestWhatHasNoUseIsUnused: a statement has a use, or is among what nothing asks for, with a reason.
func TestWhatHasNoUseIsUnused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc, stage := drawnAnywhere(t)
		j := judge.At(doc, assessments.Catalogue(), stage)
		unused := map[string]bool{}
		for _, u := range j.Unheard() {
			for _, v := range u.Statements {
				unused[judge.PathOf(v)] = true
			}
			if j.WhyUnused(&u) == "" || len(u.Noes) > 0 != (u.Not != nil) {
				t.Fatalf("%s: %+v", judge.PathOf(u.Statements[0]), u)
			}
		}
		for _, s := range judge.Statements(j) {
			if len(s.Uses) == 0 && !unused[s.Path] {
				t.Fatalf("%s has no use, and is not said to be unused", s.Path)
			}
			asked := slices.ContainsFunc(s.Uses, func(u result.Use) bool { return u.As == result.Decided || u.As == result.Supported })
			if asked && unused[s.Path] && !trial.IsRole(s.Path) {
				t.Fatalf("%s is said to be unused: %+v", s.Path, s.Uses)
			}
		}
	})
}

// TestWhatIsUnusedRatesNothing: put to unknown, what nothing asks for leaves every rating and status as it is, but for that by which
// a criterion does not apply.
func TestWhatIsUnusedRatesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc, stage := drawnAnywhere(t)
		before := judge.At(doc, assessments.Catalogue(), stage)
		was := ratingsOf(before)
		for _, u := range before.Unheard() {
			for _, v := range u.Statements {
				if !u.Moot() && !trial.IsRole(judge.PathOf(v)) {
					v.State, v.Word, v.Items, v.Number = proposal.Unknown, "", nil, 0
				}
			}
		}
		if is := ratingsOf(judge.At(doc, assessments.Catalogue(), stage)); !slices.Equal(was, is) {
			t.Fatalf("%v\nbecame %v", was, is)
		}
	})
}

// ratingsOf gives the ratings of the whole and of each question, in words, and the statuses of what is rated.
func ratingsOf(j *judge.Judgement) []string {
	words := []string{judge.Words(j.Claimed.Context).Words, judge.Words(j.Claimed.Enablers).Words}
	for _, q := range j.Claimed.Questions {
		words = append(words, judge.Words(q).Words)
	}
	for _, s := range []rating.Status{rating.Met, rating.AtLeastPartly, rating.Partly, rating.AtMostPartly, rating.NotMet} {
		for _, i := range j.Rated(s) {
			words = append(words, j.Criteria[i].ID+" "+s.String())
		}
	}
	return words
}
