package compare_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/compare"
)

// TestDeparturesComeAndGo: what is departed from since, no longer, or otherwise is told, and makes nothing better.
func TestDeparturesComeAndGo(t *testing.T) {
	const base = `partner: 1
as_of: 2026-10-01
organisations: {north: {finance: {position: deficit}}, south: {finance: {position: deficit}}}
arrangement: {nature: voluntary, scale: structural, form: merger, resources: {time_estimated: no}}
`
	const finances, estimates = "vs-finances-strong: {kind: accepted, because: So it is., accepted_by: both boards, until: 2027-03-31}", "commitment-estimated: {kind: deferred, because: It is late., accepted_by: the chairs, until: 2026-12-31}"
	old := judged(t, "p.yaml", base+"departures: {"+finances+"}\n")
	for _, c := range []struct {
		name, departures string
		want             []compare.Departure
	}{
		{"the same", finances, []compare.Departure{}},
		{"in other words", strings.Replace(finances, "So it is.", "So it stays.", 1), []compare.Departure{}},
		{"longer", strings.Replace(finances, "2027-03-31", "2027-09-30", 1), []compare.Departure{{ID: "vs-finances-strong", From: "accepted by both boards until 31 March 2027", To: "accepted by both boards until 30 September 2027"}}},
		{"another", estimates, []compare.Departure{
			{ID: "commitment-estimated", Gate: true, To: "deferred, accepted by the chairs until 31 December 2026"},
			{ID: "vs-finances-strong", From: "accepted by both boards until 31 March 2027"},
		}},
	} {
		d := compare.Diff(old, judged(t, "p.yaml", base+"departures: {"+c.departures+"}\n"))
		got := slices.Clone(d.Departures)
		for i := range got {
			if got[i].Title == "" {
				t.Errorf("%s: %s has no title", c.name, got[i].ID)
			}
			got[i].Title = ""
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v", c.name, got)
		}
		if len(d.Moves)+len(d.Criteria)+len(d.Better)+len(d.Worse) > 0 || d.Empty != (c.name == "the same") {
			t.Errorf("%s: empty %v, and moved: %+v, %+v", c.name, d.Empty, d.Moves, d.Criteria)
		}
		for _, x := range d.Changes {
			if x.Kind != compare.ChangedDeparture && x.Kind != compare.Reworded {
				t.Errorf("%s: %+v", c.name, x)
			}
		}
	}
	later := judged(t, "p.yaml", strings.Replace(base, "2026-10-01", "2027-06-01", 1)+"departures: {"+finances+"}\n")
	d := compare.Diff(old, later)
	if len(d.Departures) != 1 || !strings.HasSuffix(d.Departures[0].To, "which has passed") || !slices.ContainsFunc(d.Appeared, func(f compare.Finding) bool { return f.Kind == "departure-expired" }) {
		t.Errorf("in time: %+v, %+v", d.Departures, d.Appeared)
	}
}
