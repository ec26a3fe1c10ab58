package logic_test

import (
	"testing"

	"partner/pkg/logic"
)

// TestWhatAListThatMayGoOnTells: one entry of it is no denial of others, and says all the same what it says itself.
func TestWhatAListThatMayGoOnTells(t *testing.T) {
	const T, F, U = logic.True, logic.False, logic.Unknown
	const clinic, audit = "{kind: project, outcome: good}", "{kind: contract, outcome: poor}"
	for _, c := range []struct {
		cond string
		of   map[string]logic.Truth
	}{
		{"{some: arrangement.history, where: {fact: item.outcome, is: good}}", map[string]logic.Truth{
			clinic: T, audit: U, audit + ", none-else": F, audit + ", unknown": U, "": F, clinic + ", " + audit: T,
		}},
		{"{some: arrangement.history, named: true, where: {fact: item.outcome, is: good}}", map[string]logic.Truth{
			clinic: T, audit: F, audit + ", none-else": F, audit + ", unknown": U, "": F,
		}},
		{"{not: {some: arrangement.history, where: {fact: item.outcome, is: good}}}", map[string]logic.Truth{audit: U, audit + ", none-else": T, clinic: F}},
		{"{every: arrangement.history, empty: fails, where: {fact: item.outcome, is: good}}", map[string]logic.Truth{
			clinic: T, audit: F, clinic + ", none-else": T, clinic + ", unknown": U, clinic + ", " + audit: F, "": F,
		}},
		{"{count: arrangement.history, at-least: 2}", map[string]logic.Truth{clinic: U, clinic + ", none-else": F, clinic + ", " + audit: T, "": F}},
		{"{count: arrangement.history, at-most: 1}", map[string]logic.Truth{clinic: U, clinic + ", none-else": T, clinic + ", " + audit: F, "": T}},
		{"{count: arrangement.history, at-most: 0}", map[string]logic.Truth{clinic: F, "": T}},
		{"{fact: arrangement.history, given: true}", map[string]logic.Truth{clinic: T, "": F}},
	} {
		for list, want := range c.of {
			doc := "arrangement: {history: [" + list + "]}"
			if got := evaluate(t, doc, c.cond); got != want {
				t.Errorf("%s of [%s]: %s, want %s", c.cond, list, got, want)
			}
		}
		if got := evaluate(t, "arrangement: {form: merger}", c.cond); got != U {
			t.Errorf("%s of a list that is not stated: %s", c.cond, got)
		}
	}
	for cond, want := range map[string]logic.Truth{
		"{some: arrangement.governance.boards, where: {fact: item.kind, includes: joint-management}}":                F,
		"{some: arrangement.governance.boards, where: {fact: item.kind, includes: joint-board}}":                     T,
		"{some: arrangement.governance.boards, where: {fact: item.kind, includes: [joint-management, joint-board]}}": T,
		"{some: arrangement.governance.boards, where: {fact: item.kind, includes: quality-oversight}}":               T,
	} {
		if got := evaluate(t, "arrangement: {governance: {boards: [{kind: [joint-board, quality-oversight]}]}}", cond); got != want {
			t.Errorf("%s: %s, want %s", cond, got, want)
		}
	}
}
