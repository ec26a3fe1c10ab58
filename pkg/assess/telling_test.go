package assess_test

import (
	"slices"
	"strings"
	"testing"
)

// TestBoardsDifferWhereTheyWouldArgue: all stands badly for both, so that ratings and answers are the same.
// What concerns the helped board alone is told where it speaks against the partnership, and what the two see
// differently always; what concerns one alone and is in place, or is not known, makes no difference.
func TestBoardsDifferWhereTheyWouldArgue(t *testing.T) {
	const head = "organisations: {north: {name: North}, south: {name: South}}\narrangement: {nature: mandated, scale: individual, form: buddying, roles: {supporter: north, supported: south}}\n"
	bad := answeredInTurn(head, []string{"no"}, 0)
	for _, c := range []struct {
		criterion, question, answer string
		differs                     bool
	}{
		{"mi-resourced", "sustainability", "partly", true},
		{"mi-resourced", "sustainability", "yes", false},
		{"mi-resourced", "sustainability", "unknown", false},
		{"partners-not-too-many", "risks", "partly", true},
		{"partners-not-too-many", "risks", "no", true},
		{"partners-not-too-many", "risks", "yes", false},
		{"oversight-burden", "risks", "no", true},
		{"oversight-burden", "risks", "yes", false},
		{"mi-time-to-engage", "sustainability", "{views: {north: yes, south: partly}}", true},
		{"mi-time-to-engage", "sustainability", "{views: {north: yes, south: yes}}", false},
		{"key-people-trust", "culture", "{views: {north: partly, south: no}}", true},
		{"mi-time-to-engage", "sustainability", "{views: {north: yes, south: unknown}}", true},
		{"partners-not-too-many", "risks", "partly\n  oversight-burden: unknown", true}, // whatever else is not known of it
	} {
		// All that concerns one board alone is in place, but for the one at hand.
		var text strings.Builder
		for line := range strings.Lines(bad) {
			id, _, _ := strings.Cut(strings.TrimSpace(line), ":")
			switch {
			case id == c.criterion:
				line = "  " + id + ": " + c.answer + "\n"
			case strings.Contains(c.answer, id):
				line = ""
			case slices.Contains([]string{"mi-resourced", "partners-not-too-many", "oversight-burden"}, id):
				line = "  " + id + ": yes\n"
			}
			text.WriteString(line)
		}
		r := assessText(t, text.String())
		one, two := answerOf(t, r, 0, c.question), answerOf(t, r, 1, c.question)
		if x, y := one.Rating, two.Rating; x.Low != y.Low || x.High != y.High || x.SoFar != y.SoFar || x.TooLittleKnown != y.TooLittleKnown {
			t.Errorf("%s: %s: the ratings differ, and the test says nothing", c.criterion, c.answer)
		}
		if one.Differs != c.differs || two.Differs != c.differs {
			t.Errorf("%s: %s: the boards differ: %t, because of %v", c.criterion, c.answer, one.Differs, one.Because)
		}
		if c.differs && !slices.Contains(one.Because, c.criterion) {
			t.Errorf("%s: %s: they differ because of %v", c.criterion, c.answer, one.Because)
		}
	}
}

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
			"lead":            "arrangement: {leads: [{post: lead, since: EVENT, enough_time: {is: yes, evidence: [minutes]}}]}\n",
		} {
			text = "as_of: " + c.asOf + "\n" + strings.ReplaceAll(text, "EVENT", c.event) + "evidence: {minutes: {kind: internal, title: Minutes, date: " + c.written + "}}\n"
			if got := assessText(t, text).Evidence.Pieces[0].Stale; (got != "") != c.stale {
				t.Errorf("%s since %s, written on %s, as of %s: %q", place, c.event, c.written, c.asOf, got)
			}
		}
	}
}
