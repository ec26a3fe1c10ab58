package compare_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/compare"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// rated is a state in which a question has that rating, and all else is as in the document.
func rated(j compare.Judged, r result.Rating) compare.Judged {
	is := *j.Result
	is.Questions = slices.Clone(is.Questions)
	is.Questions[0].Rating = r
	j.Result = &is
	return j
}

// TestDirections holds each way in which a rating can move, there and back.
func TestDirections(t *testing.T) {
	const no, r, ar, ag, g = rating.Unrated, rating.Red, rating.AmberRed, rating.AmberGreen, rating.Green
	type ends struct {
		low, soFar, high rating.Grade
		known            int
	}
	j := judged(t, "base.yaml", base)
	of := func(e ends) compare.Judged {
		return rated(j, result.Rating{Low: e.low, SoFar: e.soFar, High: e.high, TooLittleKnown: e.soFar == no, Met: e.known})
	}
	for _, c := range []struct {
		from, to ends
		want     compare.Direction
	}{
		{ends{ar, ag, g, 9}, ends{ag, ag, g, 9}, compare.Improved},
		{ends{ar, ag, ag, 9}, ends{ag, ag, g, 9}, compare.Improved},
		{ends{ar, ar, g, 9}, ends{ar, ag, g, 9}, compare.Improved},
		{ends{r, ar, g, 9}, ends{ar, ag, g, 9}, compare.Improved},
		{ends{r, no, g, 3}, ends{ar, ag, g, 9}, compare.Improved},
		{ends{r, no, g, 9}, ends{ar, no, g, 3}, compare.Improved},
		{ends{ar, ag, ag, 9}, ends{ar, ag, g, 9}, compare.MayBetter},
		{ends{r, no, ag, 9}, ends{r, ar, g, 9}, compare.MayBetter},
		{ends{r, ag, g, 9}, ends{ar, ag, ag, 9}, compare.Narrower},
		{ends{r, ag, g, 9}, ends{ar, ar, ag, 9}, compare.Narrower},
		{ends{r, ar, g, 9}, ends{ar, ag, ag, 9}, compare.Narrower},
		{ends{r, ag, g, 9}, ends{ar, ar, g, 9}, compare.Mixed},
		{ends{r, ag, ag, 9}, ends{r, ar, g, 9}, compare.Mixed},
		{ends{r, ag, ag, 9}, ends{ar, ar, g, 9}, compare.Mixed},
		{ends{ar, ar, g, 9}, ends{ar, ag, ag, 9}, compare.Mixed},
		{ends{r, ag, g, 3}, ends{r, ag, g, 9}, compare.MoreKnown},
		{ends{r, no, g, 3}, ends{r, no, g, 9}, compare.MoreKnown},
		{ends{r, no, g, 3}, ends{r, ag, g, 9}, compare.MoreKnown},
	} {
		old, new := of(c.from), of(c.to)
		for _, way := range []struct {
			d    *compare.Difference
			want compare.Direction
		}{{compare.Diff(old, new), c.want}, {compare.Diff(new, old), back(c.want)}} {
			if len(way.d.Moves) != 1 || way.d.Moves[0].Direction != way.want {
				t.Errorf("%+v to %+v: %+v, not %s", c.from, c.to, way.d.Moves, way.want)
			}
		}
	}
	same := of(ends{r, ag, g, 9})
	other := of(ends{r, ag, g, 9})
	other.Result.Questions[0].Rating.Met, other.Result.Questions[0].Rating.NotMet = 8, 1
	if d := compare.Diff(same, other); len(d.Moves) != 1 || d.Moves[0].Direction != compare.SameRange {
		t.Errorf("what it rests on moved alone: %+v", d.Moves)
	}
}

// back is the direction of the way back.
func back(d compare.Direction) compare.Direction {
	for _, pair := range [][2]compare.Direction{{compare.Improved, compare.Worsened}, {compare.MayBetter, compare.MayLess}, {compare.Narrower, compare.Wider}, {compare.MoreKnown, compare.LessKnown}} {
		switch d {
		case pair[0]:
			return pair[1]
		case pair[1]:
			return pair[0]
		}
	}
	return d
}

// TestWhatMadeEvidenceStale is told by its place: the day, the piece's own date, a new leader, a new rating;
// and nothing that has no part in it.
func TestWhatMadeEvidenceStale(t *testing.T) {
	const text = `partner: 1
as_of: 2026-06-01
organisations:
  north: {name: North, size: {staff: 900}}
  south:
    name: South
    board: {chief_executive_since: 2020-01-01, stability: {is: stable, evidence: [minutes]}}
    quality: {rated_on: 2025-01-01, regulator_rating: {is: good, evidence: [report]}}
arrangement: {nature: voluntary, scale: structural, form: merger}
evidence:
  minutes: {kind: internal, title: Minutes, date: 2026-01-31}
  report: {kind: independent, title: Report, date: 2026-01-31}
`
	for _, c := range []struct {
		from, to, evidence, because string
	}{
		{"rated_on: 2025-01-01", "rated_on: 2026-05-01", "report", "organisations.south.quality.rated_on"},
		{"chief_executive_since: 2020-01-01", "chief_executive_since: 2026-05-01", "minutes", "organisations.south.board.chief_executive_since"},
		{"chief_executive_since: 2020-01-01", "chief_executive_since: 2020-01-01, chair_since: 2026-05-01", "minutes", "organisations.south.board.chair_since"},
		{"Minutes, date: 2026-01-31", "Minutes, date: 2025-01-31", "minutes", "evidence.minutes.date"},
		{"as_of: 2026-06-01", "as_of: 2027-01-31", "minutes", "as_of"},
		{"stability: {is: stable, evidence: [minutes]}", "stability: stable, clinical_lead_since: 2026-05-01", "", ""},
	} {
		to := strings.Replace(text, c.from, c.to, 1)
		to = strings.Replace(to, "staff: 900", "staff: 901", 1)
		old, new := judged(t, "old.yaml", text), judged(t, "new.yaml", to)
		for _, d := range []*compare.Difference{compare.Diff(old, new), compare.Diff(new, old)} {
			var stale []string
			for _, s := range d.Stale {
				stale = append(stale, s.Evidence)
				if !slices.Equal(s.Because, []string{c.because}) {
					t.Errorf("%s: %s for %v, not for %s", c.to, s.Evidence, s.Because, c.because)
				}
			}
			if got := strings.Join(stale, " "); got != c.evidence {
				t.Errorf("%s: %q moved, not %q", c.to, got, c.evidence)
			}
		}
	}
}
