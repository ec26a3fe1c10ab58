package front_test

import (
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// TestUnfundedDebtOnALossIsARedFlag: it is the gravest thing on the page, with what it comes to, and what the paper
// bears says so; on a side that makes no loss, or where it is paid for, it is none.
func TestUnfundedDebtOnALossIsARedFlag(t *testing.T) {
	for _, c := range []struct {
		finance, funded string
		flag            bool
	}{
		{"{position: deficit, surplus_gbp_m: -2.4}", "no", true},
		{"{surplus_gbp_m: -2.4}", "no", true},
		{"{position: balanced, surplus_gbp_m: 0.4}", "no", false},
		{"{position: deficit, surplus_gbp_m: -2.4}", "partly", false},
	} {
		doc, wrong := proposal.Read("p.yaml", []byte(`partner: 1
title: Marlow Vale takes over Saltbury
as_of: 2026-10-01
organisations:
  marlow: {name: Marlow Vale, size: {turnover_gbp_m: 36}, issues: [], finance: `+c.finance+`}
  saltbury:
    name: Saltbury
    board: {stability: unstable}
    issues: [{what: Old debt to the bank, area: finance, cost_gbp_m: 12, plan: yes, funded: `+c.funded+`}]
arrangement: {nature: mandated, scale: structural, form: acquisition, outcome: one-absorbed, roles: {acquirer: marlow, acquired: saltbury}}
`), nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		r := assess.Assess(doc, assessments.Catalogue())
		first := result.FrontText(r.Front.Block(result.FrontAgainst).Lines[0].Text)
		page := flat(drawn(t, r, 100))
		if !strings.Contains(page, "Old debt to the bank at Saltbury, £12m, comes with it") || !strings.Contains(page, "a third of Marlow's yearly turnover") {
			t.Errorf("%s: the sum is not set against the turnover:\n%s", c.finance, page)
		}
		flagged := strings.Contains(first, "makes a loss itself") && strings.Contains(page, "£12m taken on unfunded by a side that makes a loss itself")
		if flagged != c.flag {
			t.Errorf("%s, funded %s: first against it %q in\n%s", c.finance, c.funded, first, page)
		}
		checkScreen(t, r)
	}
}

// TestProblemsOfOneSizeAreTwo: what comes with the one side is not what comes with the other, nor is a second problem of
// one side its first, however alike they are told; and whichever side the document names first, the page is the same.
func TestProblemsOfOneSizeAreTwo(t *testing.T) {
	const (
		marlow   = "  marlow: {name: Marlow, size: {turnover_gbp_m: 60}, issues: [{what: Fleet to renew, cost_gbp_m: 6, plan: no, funded: no}]}\n"
		saltbury = "  saltbury: {name: Saltbury, size: {turnover_gbp_m: 12}, issues: [{what: Roofs to mend, cost_gbp_m: 6, plan: no, funded: no}, {what: Arrears of pay, cost_gbp_m: 6, plan: no, funded: no}]}\n"
	)
	var before []string
	for _, both := range []string{marlow + saltbury, saltbury + marlow} {
		doc, wrong := proposal.Read("p.yaml", []byte("partner: 1\ntitle: Together\nas_of: 2026-10-01\norganisations:\n"+both+"arrangement: {nature: voluntary, scale: structural, form: merger}\n"), nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		b := assess.Assess(doc, assessments.Catalogue()).Front.Block(result.FrontAgainst)
		var told []string
		for _, l := range append(b.Lines, b.More...) {
			if text := result.FrontText(l.Text); strings.Contains(text, "£6m") {
				told = append(told, text)
			}
		}
		if len(told) != 3 || !strings.Contains(strings.Join(told, "\n"), "Arrears of pay at Saltbury") {
			t.Errorf("%q", told)
		}
		if before != nil && !slices.Equal(told, before) {
			t.Errorf("the order of the two turns them: %q", told)
		}
		before = told
	}
}

// TestAnUnfundedProblemSpeaksAgainst: what is known not to be paid for is a no, on whomever it falls, and why it is not
// known whether there is a plan is told beside it.
func TestAnUnfundedProblemSpeaksAgainst(t *testing.T) {
	r := assessed(t, `partner: 1
title: Two schools share a nursery
as_of: 2026-10-01
organisations:
  ivy: {name: Ivy Schools, size: {turnover_gbp_m: 40}, issues: [{what: An old boiler, cost_gbp_m: 3, plan: {is: unknown, because: The surveyor reports in December.}, funded: no}]}
  ash: {name: Ash Schools, size: {turnover_gbp_m: 20}}
arrangement: {nature: voluntary, scale: structural, form: shared-service, shares: [sites], roles: {partners: [ivy, ash]}}
`)
	page := flat(drawn(t, r, 100))
	for _, want := range []string{"plan not known (the surveyor reports in December), not funded", "For this way: not shown; inherited problems not wholly funded."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q:\n%s", want, page)
		}
	}
	problem := r.TakingOn[1].Problems[0]
	if len(problem.Why) != 1 || problem.Why[0].Because != "The surveyor reports in December." {
		t.Errorf("the reason does not stand with the problem: %v", problem)
	}
}
