package front_test

import (
	"strings"
	"testing"

	"partner/pkg/result"
)

// TestTheFirstScreenAsksForTheFormFirst where nothing tells it: what hangs on the form is not asked before.
func TestTheFirstScreenAsksForTheFormFirst(t *testing.T) {
	r := assessed(t, `partner: 1
title: One chair for Tarnbeck and Linfold
as_of: 2026-03-01
organisations:
  tarnbeck: {name: Tarnbeck, sector: nhs, finance: {position: deficit}, board: {stability: stable}}
  linfold: {name: Linfold, sector: nhs, finance: {position: strong}, board: {stability: stable}}
arrangement:
  nature: voluntary
  brokered_by: organisations
  scale: structural
  extent: whole-organisation
  rationale: {text: One set of leaders can move care out of hospital., vision_backed: yes}
  history: [{what: Virtual wards, kind: project, scale: small, outcome: good}]
  timeline: {decision: 2026-04-01}
`)
	for _, b := range r.Front.Blocks {
		if b.ID != result.FrontNotTold {
			continue
		}
		first := ""
		for _, part := range b.Lines[0].Text {
			first += part.Text
		}
		if !strings.Contains(first, "What happens to the two organisations?") {
			t.Errorf("first asked: %s", first)
		}
		return
	}
	t.Error("nothing is asked")
}
