package front_test

import (
	"strings"
	"testing"

	"partner/pkg/result"
	"partner/testdata/trial"
)

// TestWhatGotWorseSpeaksAgainst: a benefit of which what was reached is worse than the baseline stands against it and not for
// it; one that got better stands for it, with how far it has come.
func TestWhatGotWorseSpeaksAgainst(t *testing.T) {
	for _, c := range []struct {
		reached string
		worse   bool
	}{
		{"64 % in August 2027", true},
		{"78 % in August 2027", false},
		{"64 calls in August 2027", false}, // which counts something else
	} {
		r := trial.Text(t, `title: Two hospices share a night service
as_of: 2027-09-01
organisations: {ash: {name: Ash Hospice}, birch: {name: Birch Hospice}}
arrangement:
  nature: voluntary
  scale: structural
  form: shared-service
  state: running
  since: 2026-10-01
  benefits: [{what: Calls answered within ten minutes, for: patients, measure: share of calls, baseline: "71 %", target: "90 %", by: 2028-04, reached: `+c.reached+`}]
`)
		said := func(id result.FrontBlockID) string {
			var all []string
			for _, l := range r.Front.Block(id).Lines {
				all = append(all, result.FrontText(l.Text))
			}
			return strings.Join(all, "\n")
		}
		with, against := said(result.FrontFor), said(result.FrontAgainst)
		if got := strings.Contains(against, "Calls answered within ten minutes: worse than before, 71 % then and "+c.reached+"; it is to be 90 %."); got != c.worse {
			t.Errorf("%s: against it stands\n%s", c.reached, against)
		}
		if got := strings.Contains(with, "Calls answered within ten minutes: 71 % to 90 % by April 2028; so far "+c.reached); got == c.worse {
			t.Errorf("%s: for it stands\n%s", c.reached, with)
		}
		if found := trial.Finding(r, "inconsistent-benefit-gone-back-arrangement-benefits-0") != nil; found != c.worse {
			t.Errorf("%s: the finding is there: %v", c.reached, found)
		}
	}
}

// TestWhatDoesNotGoTogetherSpeaksForNothing: of two statements that cannot both hold neither is told as a strength.
func TestWhatDoesNotGoTogetherSpeaksForNothing(t *testing.T) {
	const doc = `title: Two trusts share theatres
as_of: 2026-10-01
organisations:
  north: {name: Northfield, size: {turnover_gbp_m: 300}, finance: {position: strong, surplus_gbp_m: %}}
  south: {name: Southby}
arrangement: {nature: voluntary, scale: structural, form: contract, shares: [services]}
`
	for surplus, strength := range map[string]bool{"9": true, "-9": false} {
		r := trial.Text(t, strings.Replace(doc, "%", surplus, 1))
		told := false
		for _, l := range r.Front.Block(result.FrontFor).Lines {
			told = told || strings.Contains(result.FrontText(l.Text), "finances are strong")
		}
		if told != strength {
			t.Errorf("with a surplus of %s, strong finances are told as a strength: %v", surplus, told)
		}
	}
}
