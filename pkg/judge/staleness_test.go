package judge_test

import (
	"strings"
	"testing"

	"partner/testdata/trial"
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
			if got := trial.Text(t, text).Evidence.Pieces[0].Stale; (got != "") != c.stale {
				t.Errorf("%s since %s, written on %s, as of %s: %q", place, c.event, c.written, c.asOf, got)
			}
		}
	}
}

func TestEvidenceGoesStaleByAgeAndByEvent(t *testing.T) {
	text := func(asOf, date, since string) string {
		return `as_of: ` + asOf + `
organisations:
  north: {board: {stability: {is: stable, evidence: [letter]}, chief_executive_since: ` + since + `}}
  south: {}
arrangement: {nature: voluntary, scale: structural, form: merger}
evidence: {letter: {kind: internal, title: A letter, date: ` + date + `}}
`
	}
	for _, c := range []struct {
		name, text, stale string
	}{
		{"fresh", text("2026-06-01", "2026-01-01", "2020-01-01"), ""},
		{"old", text("2026-06-01", "2025-06-01", "2020-01-01"), "older than twelve months"},
		{"almost a year", text("2026-06-01", "2025-06-02", "2020-01-01"), ""},
		{"older than the chief executive", text("2026-06-01", "2026-01-01", "2026-03-01"), "north's present chief executive (1 March 2026)"},
		{"a change still to come", text("2026-06-01", "2026-01-01", "2026-09-01"), ""},
		{"only the year is known", text("2026-06-01", "2025", "2020-01-01"), ""},
		{"no day to reckon from", text("unknown", "2001-01-01", "2020-01-01"), ""},
	} {
		r := trial.Text(t, c.text)
		if got := r.Evidence.Pieces[0].Stale; (c.stale == "") != (got == "") || !strings.Contains(got, c.stale) {
			t.Errorf("%s: %q, want %q", c.name, got, c.stale)
		}
	}
}
