package compare_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/compare"
	"partner/pkg/result"
)

const (
	toDecide = "partner: 1\nas_of: 2026-10-01\norganisations: {north: {}, south: {}}\narrangement: {timeline: {decision: 2026-12-01, starts: 2027-04-01}}\n"
	toStart  = "partner: 1\nas_of: 2027-01-01\norganisations: {north: {}, south: {}}\narrangement: {state: decided, timeline: {decision: 2026-12-01, starts: 2027-04-01}}\n"
)

func TestRatingsOfDifferentStagesAreNotCompared(t *testing.T) {
	c := compare.Compare([]compare.Judged{judged(t, "a.yaml", toDecide), judged(t, "b.yaml", toStart), judged(t, "c.yaml", toStart)})
	for _, l := range append(c.Questions, c.Whole) {
		if want := []compare.Pair{{"A", "B"}, {"A", "C"}}; !slices.Equal(l.Staged, want) || len(l.Better) > 0 || len(l.Alike)+len(l.Untold) != 1 {
			t.Errorf("%+v", l)
		}
		if !strings.Contains(l.Sentence, "A and B, and A and C are judged at different stages, and their ratings are not compared.") {
			t.Errorf("%q", l.Sentence)
		}
	}
	d := compare.Diff(judged(t, "a.yaml", toDecide), judged(t, "b.yaml", toStart))
	if d.Stages == nil || len(d.Moves) > 0 || !strings.HasPrefix(d.Sentence, "The two are judged at different stages") {
		t.Errorf("%+v", d)
	}
	for _, s := range d.Worse {
		if s.Of == compare.OfLowEnd {
			t.Errorf("%+v", s)
		}
	}
}

func TestAtOneStageTheyAre(t *testing.T) {
	a, b := judgedAt(t, "a.yaml", toDecide, result.ToStart), judgedAt(t, "b.yaml", toStart, result.ToStart)
	if c := compare.Compare([]compare.Judged{a, b}); len(c.Whole.Staged) > 0 {
		t.Errorf("%+v", c.Whole)
	}
	if d := compare.Diff(a, b); d.Stages != nil {
		t.Errorf("%+v", d.Stages)
	}
}
