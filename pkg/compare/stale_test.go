package compare_test

import (
	"slices"
	"testing"

	"partner/pkg/compare"
)

// Whatever can overtake evidence is named where it does.
func TestWhatMadeEvidenceStaleIsNamed(t *testing.T) {
	const head = `partner: 1
as_of: 2026-06-01
evidence: {paper: {kind: internal, title: Paper, date: 2026-01-31}}
`
	for _, c := range []struct{ name, at, was, is string }{
		{"another chief executive", "organisations.north.board.chief_executive_since",
			"organisations: {north: {board: {stability: {is: stable, evidence: [paper]}}}, south: }",
			"organisations: {north: {board: {chief_executive_since: 2026-03-01, stability: {is: stable, evidence: [paper]}}}, south: }"},
		{"a new rating", "organisations.north.quality.rated_on",
			"organisations: {north: {quality: {regulator_rating: {is: good, evidence: [paper]}}}, south: }",
			"organisations: {north: {quality: {rated_on: 2026-03-01, regulator_rating: {is: good, evidence: [paper]}}}, south: }"},
		{"a new year end", "organisations.north.finance.year_end",
			"organisations: {north: {finance: {position: {is: strong, evidence: [paper]}}}, south: }",
			"organisations: {north: {finance: {year_end: 2026-03-31, position: {is: strong, evidence: [paper]}}}, south: }"},
		{"another lead", "arrangement.leads[0].since",
			"arrangement: {leads: [{post: Director, enough_time: {is: yes, evidence: [paper]}}]}",
			"arrangement: {leads: [{post: Director, since: 2026-03-01, enough_time: {is: yes, evidence: [paper]}}]}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := compare.Diff(judged(t, "was.yaml", head+c.was), judged(t, "is.yaml", head+c.is))
			if len(d.Stale) != 1 || d.Stale[0].To == "" || !slices.Equal(d.Stale[0].Because, []string{c.at}) {
				t.Errorf("%+v", d.Stale)
			}
		})
	}
}
