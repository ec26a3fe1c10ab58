package decide_test

import (
	"regexp"
	"strings"
	"testing"

	"partner/pkg/catalogue"
	"partner/pkg/result"
	"partner/testdata/trial"
)

func promise(r *result.Result, id string) *result.Promise {
	for i := range r.Promises {
		if r.Promises[i].ID == id {
			return &r.Promises[i]
		}
	}
	return nil
}

// TestEachBaseRateIsRemarkedForItsGoodExample: with its source, its limits and what it rests on, and with
// nothing left to fill in; and for its bad example not at all.
func TestEachBaseRateIsRemarkedForItsGoodExample(t *testing.T) {
	reckoned := map[string]bool{}
	for _, b := range cat.BaseRates {
		reckoned[b.Reckon] = true
		p := promise(trial.Text(t, b.Good), b.ID)
		switch {
		case p == nil:
			t.Errorf("%s: nothing is remarked for\n%s", b.ID, b.Good)
		case strings.ContainsAny(p.Text, "{}"):
			t.Errorf("%s: not filled in: %s", b.ID, p.Text)
		case len(p.Facts) == 0 || p.Limits == "" || p.Source == "" || p.Place.Line == 0:
			t.Errorf("%s: %+v", b.ID, p)
		}
		for name, text := range map[string]string{"its bad example": b.Bad, "nothing": ""} {
			if p := promise(trial.Text(t, text), b.ID); p != nil {
				t.Errorf("%s: for %s it is remarked: %s", b.ID, name, p.Text)
			}
		}
	}
	for _, r := range catalogue.Reckonings {
		if !reckoned[r.ID] {
			t.Errorf("nothing needs %s worked out", r.ID)
		}
	}
}

func TestSavingsAgainstTurnover(t *testing.T) {
	text := func(turnover, benefits string) string {
		return "organisations:\n  north: {size: {turnover_gbp_m: 150}}\n  south: {size: {turnover_gbp_m: " + turnover + "}}\narrangement: {form: merger, benefits: [" + benefits + "]}\n"
	}
	for _, c := range []struct{ name, text, want string }{
		{"above", text("50", "{kind: savings, amount_gbp_m: 4}, {kind: savings, amount_gbp_m: 2.5}"), "Savings of £6.5m a year are promised. That is more than"},
		{"within, at its top", text("50", "{kind: savings, amount_gbp_m: 6}"), "in line with"},
		{"within, at its bottom", text("50", "{kind: savings, amount_gbp_m: 2}"), "in line with"},
		{"below", text("50", "{kind: savings, amount_gbp_m: 1.99}"), "less than"},
		{"of the turnover of both", text("50", "{kind: savings, amount_gbp_m: 4}"), "about 1 to 3 % of merged turnover, which here would be £2m to £6m a year."},
		{"what other benefits bring is not counted", text("50", "{kind: savings, amount_gbp_m: 4}, {kind: access, amount_gbp_m: 90}"), "Savings of £4m"},
		{"a turnover that is not known", text("unknown", "{kind: savings, amount_gbp_m: 4}"), ""},
		{"a sum that is not known", text("50", "{kind: savings}"), ""},
		{"a second sum that is not known", text("50", "{kind: savings, amount_gbp_m: 4}, {kind: savings}"), ""},
		{"more that may come", text("50", "{kind: savings, amount_gbp_m: 4}, unknown"), ""},
		{"more already, whatever may come", text("50", "{kind: savings, amount_gbp_m: 7}, unknown"), "Savings of at least £7m a year are promised. That is more than"},
		{"no savings", text("50", "{kind: access}"), ""},
		{"no merger", strings.Replace(text("50", "{kind: savings, amount_gbp_m: 4}"), "form: merger", "form: contract", 1), ""},
	} {
		p := promise(trial.Text(t, c.text), "savings-of-mergers")
		if (p == nil) != (c.want == "") || p != nil && !strings.Contains(p.Text, c.want) {
			t.Errorf("%s: %+v, want %q", c.name, p, c.want)
		}
	}
}

func TestDelayInWords(t *testing.T) {
	for date, want := range map[string]string{
		"2027-04-01": "promised for 1 April 2027.", "2027-04": "promised for April 2027.", "2027": "promised for 2027.",
	} {
		p := promise(trial.Text(t, "arrangement: {form: merger, timeline: {benefits_from: "+date+"}}\n"), "developments-delayed")
		if p == nil || !strings.Contains(p.Text, want) {
			t.Errorf("%s: %+v", date, p)
		}
	}
	late := func(date string) string {
		return promise(trial.Text(t, "arrangement: {form: merger, timeline: {benefits_from: "+date+"}}\n"), "developments-delayed").Text
	}
	for date, want := range map[string]string{"2027-08-31": "28 February 2029", "2026-08-30": "29 February 2028", "2027-04": "October 2028", "2027": "July 2028"} {
		if got := late(date); !strings.Contains(got, "would mean "+want+" or later") {
			t.Errorf("%s: %s", date, got)
		}
	}
}

func TestMoneyIsSummedWhereAllOfItIsSaid(t *testing.T) {
	text := func(funding string) string {
		return "arrangement: {form: acquisition, resources: {funding: [" + funding + "]}}\n"
	}
	for funding, want := range map[string]string{
		"{kind: bridging, status: agreed, amount_gbp_m: 3}, {kind: revenue, status: sought, amount_gbp_m: 1.5}": "for bridging and running costs, £4.5m in all.",
		"{kind: bridging, status: agreed, amount_gbp_m: 3}, {kind: capital, status: agreed}":                    "for bridging and capital.",
		"{kind: bridging, status: agreed, amount_gbp_m: 3}, unknown":                                            "for bridging.",
		"{kind: bridging, status: agreed, amount_gbp_m: 3}, {kind: capital, status: refused, amount_gbp_m: 9}":  "for bridging, £3m in all.",
		"{kind: bridging, status: refused}":                                                                     "",
		"{kind: bridging}":                                                                                      "",
		"{kind: project, status: agreed}":                                                                       "",
	} {
		p := promise(trial.Text(t, text(funding)), "support-money")
		if (p == nil) != (want == "") || p != nil && !strings.Contains(p.Text, "relies on money "+want) {
			t.Errorf("%s: %+v, want %q", funding, p, want)
		}
	}
}

// TestNothingIsRemarkedWhereTheKindIsOpen: a base rate of mergers says nothing of what may be none.
func TestNothingIsRemarkedWhereTheKindIsOpen(t *testing.T) {
	for _, b := range cat.BaseRates {
		if !strings.Contains(b.Good, "form: ") {
			continue
		}
		open := regexp.MustCompile(`form: [a-z]+`).ReplaceAllString(b.Good, "form: unknown")
		if p := promise(trial.Text(t, open), b.ID); p != nil {
			t.Errorf("%s: %s", b.ID, p.Text)
		}
	}
}

// TestNoChanceIsEverNamed: what became of others is never turned into odds.
func TestNoChanceIsEverNamed(t *testing.T) {
	odds := regexp.MustCompile(`(?i)probab|likel|chance|odds|score`)
	for _, b := range cat.BaseRates {
		if odds.MatchString(b.Text + b.Limits) {
			t.Errorf("%s speaks of odds: %s", b.ID, b.Text)
		}
	}
}
