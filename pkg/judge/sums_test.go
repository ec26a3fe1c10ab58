package judge_test

import (
	"strings"
	"testing"

	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/testdata/trial"
)

// takenOver is a document in which one organisation takes the other over.
func takenOver(acquirer, issues string) string {
	return "organisations: {north: {name: North" + acquirer + ", issues: []}, south: {name: South, issues: [" + issues + "]}}\n" +
		"arrangement: {nature: mandated, scale: structural, form: acquisition, roles: {acquirer: north, acquired: south}}\n"
}

// TestSumsAreSetAgainstTurnoverAndSurplus of who takes them on, in words; where neither is told nothing is.
func TestSumsAreSetAgainstTurnoverAndSurplus(t *testing.T) {
	for _, c := range []struct{ acquirer, cost, weighs string }{
		{"", "12", ""},
		{", size: {turnover_gbp_m: 36}", "12", "a third of North's yearly turnover"},
		{", size: {turnover_gbp_m: 36}", "13", "over a third of North's yearly turnover"},
		{", size: {turnover_gbp_m: 36}", "17", "nearly half of North's yearly turnover"},
		{", size: {turnover_gbp_m: 36}", "36", "as much as North's yearly turnover"},
		{", size: {turnover_gbp_m: 36}", "90", "2.5 times North's yearly turnover"},
		{", size: {turnover_gbp_m: 900}", "1", "under a hundredth of North's yearly turnover"},
		{", size: {turnover_gbp_m: 240}, finance: {surplus_gbp_m: 4}", "12", "a twentieth of North's yearly turnover and 3 times its yearly surplus"},
		{", finance: {surplus_gbp_m: 4}", "2", "half of North's yearly surplus"},
		{", size: {turnover_gbp_m: 32}, finance: {surplus_gbp_m: 2.8}", "0.7", "a quarter of North's yearly surplus and over a fiftieth of its yearly turnover"}, // and not over a quarter
		{", finance: {surplus_gbp_m: 0.6}", "94", "157 times North's yearly surplus"},
		{", finance: {surplus_gbp_m: 4}", "5", "1.3 times North's yearly surplus"},
		{", size: {turnover_gbp_m: 24}, finance: {surplus_gbp_m: -4}", "12", "half of North's yearly turnover"},
	} {
		taken := trial.Text(t, takenOver(c.acquirer, "{what: Old debt, cost_gbp_m: "+c.cost+", plan: yes, funded: no}")).TakingOn[0]
		if got := taken.Problems[0].Weighs; got != c.weighs || taken.Weighs != c.weighs {
			t.Errorf("£%sm for a side%s: %q, and in all %q; want %q", c.cost, c.acquirer, got, taken.Weighs, c.weighs)
		}
		if c.weighs != "" && !strings.Contains(taken.Sentence, "("+c.weighs+")") {
			t.Errorf("%q does not say that it is %s", taken.Sentence, c.weighs)
		}
		if loss := strings.Contains(c.acquirer, "-4"); taken.MakesLoss != loss || strings.Contains(taken.Sentence, "North makes a loss itself") != loss {
			t.Errorf("a side%s that makes a loss: %t; %q", c.acquirer, taken.MakesLoss, taken.Sentence)
		}
	}
}

// TestProblemsAreMetOnlyPlannedAndFunded: each of those known, and the largest sum unfunded is never in part.
func TestProblemsAreMetOnlyPlannedAndFunded(t *testing.T) {
	const whole, part = "{cost_gbp_m: 3, plan: yes, funded: yes}", "{cost_gbp_m: 3, plan: partly, funded: partly}"
	for _, c := range []struct {
		issues string
		want   rating.Status
	}{
		{whole, rating.Met},
		{whole + ", {cost_gbp_m: 1, plan: yes, funded: no}", rating.Partly},
		{part, rating.Partly},
		{whole + ", {cost_gbp_m: 12, plan: yes, funded: no}", rating.NotMet},
		{"{cost_gbp_m: 12, plan: yes, funded: no}", rating.NotMet},
		{whole + ", {cost_gbp_m: 12, plan: yes}", rating.Unknown},                                  // it may be unfunded
		{"{cost_gbp_m: 12, plan: yes, funded: no}, {plan: yes, funded: yes}", rating.AtMostPartly}, // which may cost more
		{"{plan: no, funded: no}", rating.NotMet},
	} {
		r := trial.Text(t, takenOver("", c.issues))
		if got := r.Criterion("inherited-problems-costed").Status; got != c.want {
			t.Errorf("%s: %s, want %s", c.issues, got, c.want)
		}
	}
}

// TestASlightSum: a sum weighs by what it is of the year's turnover, or of the surplus where that is known and none.
func TestASlightSum(t *testing.T) {
	for told, want := range map[string]bool{
		"size: {turnover_m: 500}": true, "size: {turnover_m: 50}": false, "finance: {surplus_m: 1}": false,
		"size: {turnover_m: 500}, finance: {surplus_m: 2}": false, "size: {turnover_m: 500}, finance: {surplus_m: 8}": true,
		"size: {turnover_m: 500}, finance: {surplus_m: -2}": true,
	} {
		doc := read(t, "partner: 1\norganisations: {north: {"+told+"}, south: {}}\n")
		if is := judge.Slight(1, doc.Organisations[0]); is != want {
			t.Errorf("one million beside %s is slight: %t", told, is)
		}
	}
}
