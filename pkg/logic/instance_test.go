package logic_test

import (
	"testing"

	"partner/pkg/logic"
)

func TestRatio(t *testing.T) {
	const cond = "{ratio: {of: first.finance.surplus_gbp_m, to: first.size.turnover_gbp_m}, at-most: -0.02}"
	for _, c := range []struct {
		first string
		want  logic.Truth
	}{
		{"finance: {surplus_gbp_m: -6}, size: {turnover_gbp_m: 300}", logic.True},
		{"finance: {surplus_gbp_m: -5.9}, size: {turnover_gbp_m: 300}", logic.False},
		{"finance: {surplus_gbp_m: 6}, size: {turnover_gbp_m: 300}", logic.False},
		{"finance: {surplus_gbp_m: -6}", logic.Unknown},
		{"finance: {surplus_gbp_m: -6}, size: {turnover_gbp_m: unknown}", logic.Unknown},
		{"finance: {surplus_gbp_m: -6}, size: {turnover_gbp_m: 0}", logic.Unknown},
	} {
		if got := evaluate(t, "organisations: {north: {"+c.first+"}, south: {}}", cond); got != c.want {
			t.Errorf("%s: %s, want %s", c.first, got, c.want)
		}
	}
}

func TestKnownTakesSilenceForAnAnswer(t *testing.T) {
	const signed = "{fact: arrangement.governance.agreement.status, is: signed}"
	for _, c := range []struct {
		doc  string
		want logic.Truth
	}{
		{"arrangement: {governance: {agreement: {status: signed}}}", logic.True},
		{"arrangement: {governance: {agreement: {status: none}}}", logic.False},
		{"arrangement: {governance: {agreement: {status: unknown}}}", logic.False},
		{"arrangement: {}", logic.False},
	} {
		if got := evaluate(t, c.doc, "{known: "+signed+"}"); got != c.want {
			t.Errorf("%s: %s, want %s", c.doc, got, c.want)
		}
	}
	var trace logic.Trace
	if (&logic.Environment{Doc: document(t, "arrangement: {}")}).Eval(condition(t, "{known: "+signed+"}"), &trace); len(trace.Missing) > 0 {
		t.Errorf("%v is missing, where silence was asked for", trace.Missing[0].Path())
	}
}

func TestTheRegisterOfEvidenceCanBeAsked(t *testing.T) {
	const cond = "{every: evidence, empty: fails, where: {fact: item.kind, is: internal}}"
	for _, c := range []struct {
		doc  string
		want logic.Truth
	}{
		{"evidence: {plan: {kind: internal, title: Plan}, minutes: {kind: internal, title: Minutes}}", logic.True},
		{"evidence: {plan: {kind: internal, title: Plan}, letter: {kind: assertion, title: Letter}}", logic.False},
		{"arrangement: {}", logic.Unknown},
	} {
		if got := evaluate(t, c.doc, cond); got != c.want {
			t.Errorf("%s: %s, want %s", c.doc, got, c.want)
		}
	}
}

func TestInstances(t *testing.T) {
	doc := document(t, `
arrangement:
  form: merger
  risks: [{what: one, impact: high}, unknown, {what: two}, {what: three, impact: high}, {what: four, impact: low}]
`)
	env := logic.Environment{Doc: doc}
	var got []string
	for _, i := range env.Instances(condition(t, "{some: arrangement.risks, where: {fact: item.impact, is: high}}")) {
		got = append(got, i.Item.Path())
		if len(i.Trace.Used) != 1 {
			t.Errorf("%s rests on %d statements", i.Item.Path(), len(i.Trace.Used))
		}
	}
	if len(got) != 2 || got[0] != "arrangement.risks[0]" || got[1] != "arrangement.risks[3]" {
		t.Errorf("%q", got)
	}
	if whole := env.Instances(condition(t, "{fact: arrangement.form, is: merger}")); len(whole) != 1 || whole[0].Item != nil {
		t.Errorf("%v", whole)
	}
	for _, never := range []string{"{fact: arrangement.form, is: contract}", "{fact: arrangement.nature, is: mandated}", "{some: arrangement.leads, where: {fact: item.kind, is: clinical}}"} {
		if found := env.Instances(condition(t, never)); len(found) > 0 {
			t.Errorf("%s: %d", never, len(found))
		}
	}
}
