package proposal_test

import (
	"slices"
	"testing"

	"partner/pkg/proposal"
)

// TestStatementsAreWhatIsSaid: each leaf that says something is a statement, and belongs to an entry.
func TestStatementsAreWhatIsSaid(t *testing.T) {
	doc, wrong := proposal.Read("p.yaml", []byte(`partner: 1
title: North and South
organisations:
  north: {finance: {position: strong}, values: [openness, unknown]}
  south: {finance: {position: unknown}, issues: []}
arrangement:
  mandate: imposed
  culture: {programme: none}
  engagement: {plans_open: {views: {north: yes, south: unknown}}, operational_managers: at-most-partly}
  governance: {boards: [{kind: joint-board, members: [clinicians]}]}
  objectives: [{id: nearer, serves: {north: []}}]
answers: {key-people-trust: no}
evidence: {memo: {kind: internal}}
`), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	var got []string
	doc.Root.Statements(func(v *proposal.Value) { got = append(got, v.Path()+" of "+v.Entry().Path()) })
	want := []string{
		"title of title",
		"organisations.north.finance.position of organisations.north", "organisations.north.values[0] of organisations.north",
		"organisations.south.issues of organisations.south",
		"arrangement.mandate of arrangement.mandate",
		"arrangement.objectives[0].id of arrangement.objectives[0]", "arrangement.objectives[0].serves.north of arrangement.objectives[0]",
		"arrangement.governance.boards[0].kind of arrangement.governance.boards[0]", "arrangement.governance.boards[0].members[0] of arrangement.governance.boards[0]",
		"arrangement.culture.programme of arrangement.culture",
		"arrangement.engagement.operational_managers of arrangement.engagement", "arrangement.engagement.plans_open.north of arrangement.engagement",
		"answers.key-people-trust of answers.key-people-trust", "evidence.memo.kind of evidence.memo",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}
