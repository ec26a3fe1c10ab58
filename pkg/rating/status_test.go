package rating_test

import (
	"slices"
	"testing"

	"partner/pkg/rating"
)

// said are the statuses that a statement can come to, in the order of the columns below.
var said = []rating.Status{rating.NotMet, rating.AtMostPartly, rating.Partly, rating.Unknown, rating.AtLeastPartly, rating.Met}

// possible gives what a status may turn out to be.
func possible(s rating.Status) []rating.Status {
	return slices.DeleteFunc([]rating.Status{rating.NotMet, rating.Partly, rating.Met}, func(k rating.Status) bool { return k < s.Worst() || k > s.Best() })
}

// TestJoinedIsWhatBothLeavePossible for any two statements that do not go against each other.
func TestJoinedIsWhatBothLeavePossible(t *testing.T) {
	pairs := 0
	for _, a := range said {
		for _, b := range said {
			both := slices.DeleteFunc(possible(a), func(k rating.Status) bool { return !slices.Contains(possible(b), k) })
			if len(both) == 0 {
				continue
			}
			pairs++
			if got := a.Joined(b); !slices.Equal(possible(got), both) {
				t.Errorf("%s and %s come to %s, not to one of %v", a, b, got, both)
			}
		}
	}
	if pairs < 20 {
		t.Errorf("only %d pairs", pairs)
	}
}

// TestCautiousTakesTheWorseOfEachStep that is said at all.
func TestCautiousTakesTheWorseOfEachStep(t *testing.T) {
	const n, m, p, u, l, y = rating.NotMet, rating.AtMostPartly, rating.Partly, rating.Unknown, rating.AtLeastPartly, rating.Met
	for i, row := range [][]rating.Status{
		{n, n, n, n, n, n}, // with not met
		{n, m, p, m, p, p}, // at most partly
		{n, p, p, p, p, p}, // partly met
		{n, m, p, u, l, y}, // unknown
		{n, p, p, l, l, y}, // at least partly
		{n, p, p, y, y, y}, // met
	} {
		for k, want := range row {
			if got := said[i].Cautious(said[k]); got != want {
				t.Errorf("%s and %s come to %s, not %s", said[i], said[k], got, want)
			}
		}
	}
}

// TestSupportedIsWhatDocumentsShow of what is claimed, and what needs none.
func TestSupportedIsWhatDocumentsShow(t *testing.T) {
	const n, m, p, u, l, y = rating.NotMet, rating.AtMostPartly, rating.Partly, rating.Unknown, rating.AtLeastPartly, rating.Met
	for i, row := range [][]rating.Status{
		{n, n, n, n, n, n}, // of not met, whatever documents show
		{m, m, m, m, m, m}, // at most partly
		{m, m, p, u, p, p}, // partly met
		{u, u, u, u, u, u}, // unknown
		{u, u, l, u, l, l}, // at least partly
		{u, u, l, u, l, y}, // met
	} {
		for k, want := range row {
			if got := said[i].Supported(said[k]); got != want {
				t.Errorf("of %s documents that show %s leave %s, not %s", said[i], said[k], got, want)
			}
		}
	}
}

// TestHowMuchIsOpen counts the steps that are not known, and tells what is short of met for certain.
func TestHowMuchIsOpen(t *testing.T) {
	for s, want := range map[rating.Status]struct {
		open  int
		short bool
	}{
		rating.NotMet: {0, true}, rating.AtMostPartly: {1, true}, rating.Partly: {0, true}, rating.Unknown: {2, false},
		rating.AtLeastPartly: {1, false}, rating.Met: {0, false}, rating.NotApplicable: {0, false},
	} {
		if s.Open() != want.open || s.Short() != want.short {
			t.Errorf("%s: %d steps open, short %t", s, s.Open(), s.Short())
		}
	}
}

// TestWordsOfVerdictsAreTheirIDs in both directions, and no word is none of them.
func TestWordsOfVerdictsAreTheirIDs(t *testing.T) {
	if len(rating.Verdicts()) != int(rating.Ready) {
		t.Errorf("%v", rating.Verdicts())
	}
	for i, id := range rating.Verdicts() {
		v, ok := rating.FindVerdict(id)
		if !ok || v != rating.NotAsItStands+rating.Verdict(i) || v.String() != id {
			t.Errorf("%s is %d, %t", id, v, ok)
		}
	}
	for _, id := range []string{"", "ready-or-not"} {
		if v, ok := rating.FindVerdict(id); ok {
			t.Errorf("%q is the verdict %d", id, v)
		}
	}
}
