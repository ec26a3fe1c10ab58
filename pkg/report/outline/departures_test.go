package outline_test

import (
	"strings"
	"testing"

	"partner/testdata/trial"
)

// TestDepartures: each with where it stands, and the ratings with those in force beside those without.
func TestDepartures(t *testing.T) {
	r := trial.Text(t, `as_of: 2026-10-01
organisations: {north: {finance: {position: deficit}}, south: {finance: {position: strong}}}
arrangement: {nature: voluntary, scale: structural, form: merger, resources: {time_estimated: no, money_estimated: no}}
departures:
  commitment-estimated: {kind: mitigated, because: A reserve is set aside., accepted_by: both boards, until: 2027-03-31}
  vs-finances-strong: {kind: accepted, because: North is in deficit., accepted_by: both boards, until: 2026-03-31}
  end-before-start: {kind: accepted}
`)
	got := part(r, "departures")
	for _, want := range []string{
		"With one departure, as if what it departs from were met", "In force", "Essential; not met.", "Mitigated, accepted by both boards until 31 March 2027.", "A reserve is set aside.",
		"Expired", "until 31 March 2026, which has passed", "Incomplete", "it is not said: a reason, who accepts it and until when",
	} {
		if !strings.Contains(strings.Join(strings.Fields(got), " "), want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if got := part(trial.Text(t, "as_of: 2026-10-01\n"), "departures"); got != "" {
		t.Errorf("without departures: %s", got)
	}
}
