package proposal_test

import (
	"testing"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// TestWhatIsUnsaid: of what is stated whole nothing is, and of a list that may go on all that another entry may hold.
func TestWhatIsUnsaid(t *testing.T) {
	for _, c := range []struct {
		text, at string
		want     bool
	}{
		{"", "arrangement.form", true},
		{"form: merger", "arrangement.form", false},
		{"form: unknown", "arrangement.form", true},
		{"roles: {acquirer: north}", "arrangement.roles.acquirer", false},
		{"roles: {acquirer: north}", "arrangement.roles.acquired", true},
		{"rationale: {told_to_staff: partly}", "arrangement.rationale.told_to_staff", false},
		{"rationale: {told_to_staff: at-least-partly}", "arrangement.rationale.told_to_staff", true},
		{"rationale: {told_to_staff: {views: {north: yes, south: no}}}", "arrangement.rationale.told_to_staff", true},
		{"governance: {boards: [{kind: joint-board, status: planned}]}", "arrangement.governance.boards", false},
		{"governance: {boards: [{kind: joint-board, status: planned}]}", "arrangement.governance.boards.status", false},
		{"governance: {boards: [{kind: joint-board}]}", "arrangement.governance.boards.status", true},
		{"governance: {boards: [{kind: joint-board, status: planned}, unknown]}", "arrangement.governance.boards.status", true},
		{"governance: {boards: []}", "arrangement.governance.boards.status", false},
		{"history: [{what: a joint clinic, kind: project}]", "arrangement.history.kind", true},
		{"history: [{what: a joint clinic, kind: project}, none-else]", "arrangement.history.kind", false},
	} {
		p, wrong := proposal.Read("p.yaml", []byte("partner: 1\norganisations: {north: {}, south: {}}\narrangement: {"+c.text+"}\n"), nil)
		if len(wrong) > 0 {
			t.Errorf("%s: %v", c.text, wrong)
			continue
		}
		f, unsaid := proposal.Model.Find(paths.Path(c.at)), false
		p.Unsaid(func(of *proposal.Field) { unsaid = unsaid || of == f })
		if f == nil || unsaid != c.want {
			t.Errorf("%s: of %s something is unsaid: %t, want %t", c.text, c.at, unsaid, c.want)
		}
	}
}
