package judge_test

import (
	"strings"
	"testing"
)

// TestWhatIsToComeMakesNothingStale: an event makes older evidence stale from its own day on, and not before.
func TestWhatIsToComeMakesNothingStale(t *testing.T) {
	for _, c := range []struct {
		asOf, written, event string
		stale                bool
	}{
		{"2026-06-10", "2026-03-01", "2026-06-09", true},
		{"2026-06-10", "2026-03-01", "2026-06-10", true},
		{"2026-06-10", "2026-03-01", "2026-06-11", false},
		{"2026-06-10", "2026-03-01", "2026-07", false},
		{"2026-06-10", "2026-03-01", "2026-06", true}, // it has begun
		{"2026-06", "2026-03-01", "2026-06-30", true}, // some day of that month
		{"2026-06", "2026-03-01", "2026-07-01", false},
		{"2026-06-10", "2026-05-02", "2026-05-01", false},
		{"2026-06-10", "2026-05-01", "2026-05-01", false},
		{"2026-06-10", "2026-05-01", "2026-05-02", true},
		{"2026-06-10", "2026-05", "2026-05-20", false}, // it may be younger
	} {
		for place, text := range map[string]string{
			"chief executive": "organisations: {south: {}, north: {board: {stability: {is: stable, evidence: [minutes]}, chief_executive_since: EVENT}}}\n",
			"regulator":       "organisations: {south: {}, north: {quality: {regulator_rating: {is: good, evidence: [minutes]}, rated_on: EVENT}}}\n",
			"year end":        "organisations: {south: {}, north: {finance: {position: {is: strong, evidence: [minutes]}, year_end: EVENT}}}\n",
			"lead":            "arrangement: {leads: [{post: lead, since: EVENT}], governance: {management: {is: joined, evidence: [minutes]}}}\n",
		} {
			text = "as_of: " + c.asOf + "\n" + strings.ReplaceAll(text, "EVENT", c.event) + "evidence: {minutes: {kind: internal, title: Minutes, date: " + c.written + "}}\n"
			if got := assessText(t, text).Evidence.Pieces[0].Stale; (got != "") != c.stale {
				t.Errorf("%s since %s, written on %s, as of %s: %q", place, c.event, c.written, c.asOf, got)
			}
		}
	}
}
