package rating_test

import (
	"testing"

	"partner/pkg/rating"
)

// TestCounts counts what stands each way once, and steps twice where both are known.
func TestCounts(t *testing.T) {
	c := rating.Counts{Met: 1, Partly: 2, NotMet: 3, Unknown: 4, AtLeastPartly: 5, AtMostPartly: 7}
	if c.All() != 22 || c.Known() != 6 {
		t.Errorf("%d, of which %d are known", c.All(), c.Known())
	}
	for share, want := range map[rating.Fraction]struct { // 24 of 44 steps are known
		reached bool
		short   int
	}{
		{Of: 1, In: 2}: {true, 0}, {Of: 24, In: 44}: {true, 0}, {Of: 25, In: 44}: {false, 1}, {Of: 2, In: 3}: {false, 6}, {Of: 3, In: 4}: {false, 9}, {Of: 1, In: 1}: {false, 20},
	} {
		if got := c.KnownFrom(share); got != want.reached {
			t.Errorf("%d/%d is known: %t", share.Of, share.In, got)
		}
		if got := c.Short(share); got != want.short {
			t.Errorf("%d short of %d/%d, not %d", got, share.Of, share.In, want.short)
		}
	}
	tally := rating.Tally{}
	for status, n := range map[rating.Status]int{rating.Met: 1, rating.Partly: 2, rating.NotMet: 3, rating.Unknown: 4, rating.AtLeastPartly: 5, rating.AtMostPartly: 7, rating.NotApplicable: 9} {
		for range n {
			tally.Add(plain(status))
		}
	}
	if got := method.Plain(&tally).Counts; got != c {
		t.Errorf("%+v are counted", got)
	}
}
