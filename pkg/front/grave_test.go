package front_test

import (
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

const falls = `partner: 1
title: An ambulance trust and a council answer falls together
as_of: 2026-11-27
organisations:
  pennmoor:
    name: Pennmoor
    size: {turnover_m: 310}
    finance: {position: deficit, surplus_m: -6.2}
    board: {stability: {is: changing, because: Its chief executive leaves on 31 March 2027.}, backs_this_partner: partly}
    issues: [{what: Rosters leave no cover at night, cost_m: 0.9, plan: no, funded: no}]
  harrowshire:
    name: Harrowshire
    size: {turnover_m: 720}
    finance: {position: {is: distressed, because: A section 114 notice was issued on 9 October 2026.}}
arrangement:
  nature: voluntary
  scale: structural
  form: shared-service
  roles: {partners: [pennmoor, harrowshire]}
  history:
    - {what: Winter pilot, kind: project, scale: small, outcome: {is: mixed, because: "Waits halved, but one resident died."}}
  leads:
    - {post: Director of adult care, organisation: harrowshire, enough_time: {is: no, because: She is suspended pending an inquiry.}}
  environment:
    hinders: [The council is to be abolished on 1 April 2028, The High Court has stayed the contract]
answers:
  differences-mapped: {is: partly, because: "Accountability yes, payroll no."}
departures:
  vs-finances-strong: {kind: accepted, because: Neither can wait., accepted_by: both boards, until: 2027-12-31}
`

// TestWhatIsGraveIsTold: what a document states against it is told with its reason, whatever criterion it bears on: what
// hinders from outside, what an earlier project cost, who cannot lead, and from what the boards depart.
func TestWhatIsGraveIsTold(t *testing.T) {
	doc, wrong := proposal.Read("p.yaml", []byte(falls), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	r := assess.Assess(doc, assessments.Catalogue())
	against := r.Front.Block(result.FrontAgainst)
	var all []string
	for _, l := range append(against.Lines, against.More...) {
		all = append(all, result.FrontText(l.Text))
	}
	told := strings.Join(all, "\n")
	for _, want := range []string{
		"From outside: the council is to be abolished on 1 April 2028; the High Court has stayed the contract.",
		"Winter pilot went well only in part: waits halved, but one resident died.",
		"Harrowshire's director of adult care has not enough time to lead it: she is suspended pending an inquiry.",
		"Pennmoor's board is changing: its chief executive leaves on 31 March 2027",
		"which takes it on, cannot go on without support itself",
		"Only in part: differences in finance, accountability and culture are addressed: accountability yes, payroll no.",
	} {
		if !strings.Contains(strings.ToLower(told), strings.ToLower(want)) {
			t.Errorf("%q is not told in\n%s", want, told)
		}
	}
	if first := all[0]; !strings.Contains(first, "Harrowshire cannot go on without financial support: a section 114 notice was issued") {
		t.Errorf("first against it stands %q, and not that one of the two may not last", first)
	}
	page := flat(drawn(t, r, 100))
	if want := "GOES WITHOUT Strong finances on both sides"; !strings.Contains(page, want) {
		t.Errorf("%q is not told on\n%s", want, page)
	}
	checkScreen(t, r)
}

// TestDistressOfWhoIsToBeHelpedIsTheReason: it does not stand before all else against helping.
func TestDistressOfWhoIsToBeHelpedIsTheReason(t *testing.T) {
	doc, wrong := proposal.Read("p.yaml", []byte(`partner: 1
title: Marlow takes over Saltbury
as_of: 2026-10-01
organisations:
  marlow: {name: Marlow, board: {stability: {is: unstable, because: The chair left on 3 July 2026.}}}
  saltbury: {name: Saltbury, finance: {position: {is: distressed, because: It lives on loans.}}}
arrangement: {nature: mandated, scale: structural, form: acquisition, outcome: one-absorbed, roles: {acquirer: marlow, acquired: saltbury}}
answers: {key-people-trust: {is: no, because: The two chairs do not speak.}}
`), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	lines := assess.Assess(doc, assessments.Catalogue()).Front.Block(result.FrontAgainst).Lines
	if first := result.FrontText(lines[0].Text); strings.Contains(first, "Saltbury cannot go on") {
		t.Errorf("first against helping stands the reason for it: %q", first)
	}
}
