package rating_test

import (
	"math/bits"
	"slices"
	"testing"

	"partner/pkg/rating"

	"pgregory.net/rapid"
)

// TestHoldFindsTheFewestThatHoldAnEnd: with all others wholly unknown, what was found holds the end where it is,
// and nothing smaller does.
func TestHoldFindsTheFewestThatHoldAnEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := drawSheet(t)
		end := rapid.SampledFrom([]rating.End{rating.LowEnd, rating.HighEnd}).Draw(t, "end")
		sheet := rating.NewSheet(method, 6, slices.Clone(entries))
		now := sheet.Rate().Whole
		holds := func(known func(entry int) bool) bool {
			supposed := slices.Clone(entries)
			for i, e := range entries {
				if e.Worse != rating.NotApplicable && !known(i) {
					supposed[i].Worse, supposed[i].Better = rating.Unknown, rating.Unknown
				}
			}
			then := rating.NewSheet(method, 6, supposed).Rate().Whole
			if end == rating.HighEnd {
				return then.High.Grade <= now.High.Grade
			}
			return then.Low.Grade >= now.Low.Grade
		}
		fewest := len(entries) + 1
		for set := range 1 << len(entries) {
			if n := bits.OnesCount(uint(set)); n < fewest && holds(func(i int) bool { return set>>i&1 == 1 }) {
				fewest = n
			}
		}
		f := sheet.Hold(end, 1_000_000)
		if !f.OK || !f.Exact || len(f.Entries) != fewest || !holds(func(i int) bool { return slices.Contains(f.Entries, i) }) {
			t.Fatalf("end %d: found %+v, %d are enough", end, f, fewest)
		}
	})
}
