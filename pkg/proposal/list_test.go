package proposal_test

import (
	"strings"
	"testing"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// TestWhichListsGoOn: whether there may be more than a list names hangs on what it is a list of, and on how it ends.
func TestWhichListsGoOn(t *testing.T) {
	for text, want := range map[string]bool{
		"history: [{what: a joint clinic}]":            true,
		"history: [{what: a joint clinic}, none-else]": false,
		"history: [{what: a joint clinic}, unknown]":   true,
		"history: []":                                                              false,
		"history: [none-else]":                                                     false,
		"alternatives: [{form: merger}]":                                           true,
		"benefits: [{what: shorter waits}]":                                        true,
		"leads: [{post: chief nurse}]":                                             true,
		"governance: {boards: [{kind: joint-board}]}":                              false,
		"governance: {boards: [{kind: joint-board}, unknown]}":                     true,
		"governance: {boards: [{kind: joint-board}, none-else]}":                   false,
		"governance: {joint_posts: [{post: chair}]}":                               false,
		"environment: {approvals: [{body: competition authority}]}":                false,
		"governance: {boards: [{kind: [joint-board, quality-oversight]}]}":         false,
		"environment: {helps: [an area plan]}":                                     true,
		"environment: {helps: {is: [an area plan, none-else], because: all told}}": false,
	} {
		p, wrong := proposal.Read("p.yaml", []byte("partner: 1\norganisations: {north: {}, south: {}}\narrangement: {"+text+"}\n"), nil)
		if len(wrong) > 0 {
			t.Errorf("%s: %v", text, wrong)
			continue
		}
		var list *proposal.Value
		p.Root.Find(paths.Arrangement).Walk(func(v *proposal.Value) {
			if list == nil && (v.Field.Kind == proposal.Items || v.Field.Kind == proposal.List) {
				list = v
			}
		})
		if got := list.GoesOn(); got != want {
			t.Errorf("%s goes on: %t", text, got)
		}
	}
}

// TestHowAListEndsIsReadAsWritten: what ends a list ends it, and goes with nothing that says otherwise.
func TestHowAListEndsIsReadAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"history: [none-else, {what: a joint clinic}]": "3:25: `none-else` before the end of arrangement.history",
		"history: [unknown, none-else]":                "3:25: `unknown` in arrangement.history, which ends with `none-else`",
		"environment: {helps: [none-else, a plan]}":    "3:37: `none-else` before the end of arrangement.environment.helps",
	} {
		_, wrong := proposal.Read("p.yaml", []byte("partner: 1\norganisations: {north: {}, south: {}}\narrangement: {"+text+"}\n"), nil)
		if len(wrong) == 0 || !strings.Contains(wrong[0].Error(), want) {
			t.Errorf("%s: %v, want %q", text, wrong, want)
		}
	}
}

// TestABoardHasOnePurposeOrSeveral, written as a word or as a list.
func TestABoardHasOnePurposeOrSeveral(t *testing.T) {
	for written, want := range map[string]string{
		"joint-board": "joint-board", "[joint-board, compliance-meeting]": "joint-board, compliance-meeting",
		"{is: joint-board, because: so it is called}": "joint-board", "unknown": "", "[]": "none",
	} {
		p, wrong := proposal.Read("p.yaml", []byte("partner: 1\norganisations: {north: {}, south: {}}\narrangement: {governance: {boards: [{kind: "+written+"}]}}\n"), nil)
		if len(wrong) > 0 {
			t.Errorf("%s: %v", written, wrong)
			continue
		}
		kind := p.Root.Find(paths.GoverningBoards).Items[0].At(paths.Kind)
		if kind.Written() != want {
			t.Errorf("%s is read as %q", written, kind.Written())
		}
		for _, one := range kind.Items {
			if !strings.HasPrefix(one.Path(), "arrangement.governance.boards[0].kind") {
				t.Errorf("%s stands at %s", written, one.Path())
			}
		}
	}
}
