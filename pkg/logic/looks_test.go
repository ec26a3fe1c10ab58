package logic_test

import (
	"slices"
	"testing"

	"partner/pkg/logic"
	"partner/pkg/proposal"
)

// TestLooksFindsWhatIsReadNeededOrNot: a condition looks at what stands where it reads, whether or not its truth rests
// on it, and at who has a role that it asks about; what is not stated is nowhere to be seen.
func TestLooksFindsWhatIsReadNeededOrNot(t *testing.T) {
	const text = `partner: 1
organisations: {north: {finance: {position: strong}}, south: {finance: {position: deficit}}}
arrangement:
  roles: {acquirer: north, acquired: south}
  shares: [services, sites]
  governance: {joint_posts: [], boards: [{kind: joint-management, meets: monthly}, {kind: joint-board}, unknown]}
`
	doc, wrong := proposal.Read("p.yaml", []byte(text), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	env := logic.Environment{Doc: doc, Sides: []logic.Pair{{Helper: "acquirer", Helped: "acquired"}}}
	for _, c := range []struct {
		rule string
		want []string
	}{
		{"any: [{fact: helper.finance.position, is: strong}, {fact: acquired.finance.position, is: strong}]", []string{
			"arrangement.roles.acquirer", "organisations.north.finance.position", "arrangement.roles.acquired", "organisations.south.finance.position"}},
		{"{some: arrangement.governance.boards, where: {all: [{fact: item.kind, includes: joint-board}, {fact: item.meets, is: weekly}]}}", []string{
			"arrangement.governance.boards[0].kind", "arrangement.governance.boards[0].meets", "arrangement.governance.boards[1].kind"}},
		{"{fact: arrangement.shares, includes: sites}", []string{"arrangement.shares[0]", "arrangement.shares[1]"}},
		{"{some: arrangement.governance.joint_posts}", []string{"arrangement.governance.joint_posts"}},
		{"{every: organisations, where: {fact: item.finance.position, is: strong}}", []string{"organisations.north.finance.position", "organisations.south.finance.position"}},
		{"{fact: arrangement.culture.power, is: even}", nil},
	} {
		var got []string
		env.Looks(condition(t, c.rule), func(v *proposal.Value) { got = append(got, v.Path()) })
		if !slices.Equal(got, c.want) {
			t.Errorf("%s looks at %v, not %v", c.rule, got, c.want)
		}
	}
}

func TestNamesKeysAndSides(t *testing.T) {
	rule := condition(t, "any: [{fact: helper.finance.position, is: strong}, {some: arrangement.governance.boards, where: {fact: item.meets, is: weekly}}]")
	for key, want := range map[string]bool{"position": true, "helper": true, "meets": true, "boards": true, "kind": false, "acquirer": false} {
		if got := rule.Names(logic.KeysOf(key)); got != want {
			t.Errorf("names %s: %t", key, got)
		}
	}
}
