package judge_test

import (
	"fmt"
	"strings"
	"testing"

	"partner/pkg/rating"
)

// TestNothingIsReadyOverARefusal: however well all else stands, no verdict is ready while an approval is refused; one that is
// applied for keeps none from it, and what the two say apart keeps it from being sure.
func TestNothingIsReadyOverARefusal(t *testing.T) {
	const well = "finance: {position: strong}, board: {stability: stable, backs_partnering: yes, backs_this_partner: yes}, issues: []"
	const text = "as_of: 2026-10-01\norganisations:\n  marl: {name: Marl, " + well + "}\n  hob: {name: Hob, " + well + "}\n" +
		"arrangement: {nature: voluntary, brokered_by: organisations, scale: structural, extent: many-services, constituted: by-contract, " +
		"form: contract, outcome: contract-between-two, environment: {approvals: [{body: HM Treasury, planned: yes, status: %s}]}}\n"
	for status, want := range map[string][2]rating.Verdict{
		"refused":     {rating.RightFormNotReady, rating.RightFormNotReady},
		"applied-for": {rating.Ready, rating.Ready},
		"{views: {marl: refused, hob: applied-for}}": {rating.RightFormNotReady, rating.Ready},
	} {
		said := fmt.Sprintf(text, status)
		answered := said + "answers:\n"
		for _, c := range judged(t, said).Criteria {
			if c.Kind.Rated() {
				answered += "  " + c.ID + ": yes\n"
			}
		}
		j := judged(t, answered)
		if v := j.Claimed.Verdict; v.Low != want[0] || v.High != want[1] {
			t.Errorf("%s: from %v to %v, want %v", status, v.Low, v.High, want)
		}
		if because := j.Verdict(j.Claimed, j.Timing.Moment).Because; strings.Contains(because, "approval refused by HM Treasury") != (status == "refused") {
			t.Errorf("%s: %s", status, because)
		}
	}
}
