package judge_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/result"
	"partner/testdata/trial"
)

// councils is two councils that share a service under a contract.
const councils = `
organisations: {north: {name: Wickmere, sector: local-government}, south: {name: Sandleigh, sector: local-government}}
arrangement: {nature: voluntary, scale: structural, form: contract, extent: many-services, shares: [services, sites]}
`

func TestTwoCouncilsAreSpokenToAsCouncils(t *testing.T) {
	r := trial.Text(t, councils)
	if x := r.Criterion("benefits-measured"); x == nil || !strings.Contains(x.Title, "residents") || x.Fix.Who != "service director" {
		t.Errorf("%+v", x)
	}
	if slices.Contains(asked(r), "accountability-named") {
		t.Error("councils are asked who answers to the inspectorate of care")
	}
	for _, e := range r.Governance {
		if e.ID == "regulator-answer" {
			t.Error("an answer to the inspectorate of care is recommended to councils")
		}
	}
	for i := range r.Criteria {
		x := &r.Criteria[i]
		said := x.Title + " " + x.Says + " " + x.Asks + " " + x.Of
		if x.Fix != nil {
			said += " " + x.Fix.Do + " " + x.Fix.Closes + " " + x.Fix.Who
		}
		for _, word := range []string{"patient", "clinic", "CQC", "medical", "NHS"} {
			if strings.Contains(said, word) {
				t.Errorf("%s says %s: %s", x.ID, word, said)
			}
		}
	}
	if !strings.Contains(r.Limits[0], "the research is on partnerships of NHS providers") {
		t.Errorf("%q", r.Limits[0])
	}
	if mixed := trial.Text(t, strings.Replace(councils, "Sandleigh, sector: local-government", "Sandleigh, sector: nhs", 1)); !slices.Contains(asked(mixed), "accountability-named") || !strings.Contains(mixed.Criterion("benefits-measured").Title, "users") {
		t.Error("a trust and a council are not asked, in words for both, what a trust is")
	}
}

// has reports whether one of the limits begins so.
func has(r *result.Result, title string) bool {
	return slices.ContainsFunc(r.Limits, func(l string) bool { return strings.HasPrefix(l, title) })
}

func TestLimitsAreThoseOfTheSectorTheFormAndTheDay(t *testing.T) {
	const merger = "organisations: {north: {sector: nhs}, south: {sector: nhs}}\narrangement: {form: merger}\nas_of: "
	now, then := trial.Text(t, merger+"2026-10-01\n"), trial.Text(t, merger+"2014-06-01\n")
	for title, want := range map[string][2]bool{
		"NHS England's review of the transaction":    {true, false},
		"The regulator's transaction review":         {false, true},
		"A call-in of a service change":              {true, false},
		"A referral of a service change":             {false, true},
		"Which integrated care board will answer":    {true, false},
		"The registration of a merger of charities":  {false, false},
		"Whether each council will exist":            {false, false},
		"Whether what holds of NHS providers holds":  {false, false},
		"Staff transfer":                             {true, true},
		"How a contract for health services may be":  {false, false},
		"How goods and services may be bought betwe": {false, false},
		"Under which framework the quality regulato": {true, false},
		"Who is the registered provider afterwards":  {true, true},
		"What each trust's place in the oversight":   {true, false},
		"Whether each provider holds the licence":    {true, false},
		"What the Employment Rights Act 2025 asks":   {true, false},
		"The regard to wider effects":                {true, false},
	} {
		if got := [2]bool{has(now, title), has(then, title)}; got != want {
			t.Errorf("%s: %v", title, got)
		}
	}
	charities := trial.Text(t, "organisations: {north: {sector: voluntary}, south: {sector: voluntary}}\narrangement: {form: merger}\n")
	if !has(charities, "The registration of a merger of charities") || has(charities, "NHS England's review") {
		t.Errorf("%v", charities.Limits)
	}
	if group := trial.Text(t, "organisations: {north: {sector: nhs}, south: {sector: nhs}}\narrangement: {form: group, nature: voluntary}\n"); !has(group, "What binds a group of trusts") || !strings.HasSuffix(group.Limits[0], "what hangs on the form.") {
		t.Errorf("%v", group.Limits)
	}
}

func TestABodyThatThereWasNotIsAFinding(t *testing.T) {
	for _, c := range []struct{ asOf, body, want string }{
		{"2026-10-01", "Hartwell CCG", "none since 1 July 2022; its successor is the integrated care board"},
		{"2014-06-01", "the integrated care board", "none before 1 July 2022; its part was then that of the clinical commissioning group"},
		{"2014-06-01", "Monitor", ""}, {"2026-10-01", "Monitor", "its successor is NHS Improvement"}, {"2026-10-01", "a monitoring group", ""},
		{"2022", "the clinical commissioning group", ""}, {"2026-10-01", "NHS England", ""},
	} {
		r := trial.Text(t, "as_of: "+c.asOf+"\narrangement: {environment: {approvals: [{body: "+c.body+", planned: yes}]}}\n")
		said := ""
		for _, f := range r.Findings {
			if strings.HasPrefix(f.ID, "inconsistent-body-") {
				said += f.Text
				if f.Place.Line != 3 {
					t.Errorf("%s: at %s", c.body, f.Place)
				}
			}
		}
		if c.want == "" && said != "" || !strings.Contains(said, c.want) {
			t.Errorf("%s in %s: %q", c.body, c.asOf, said)
		}
	}
	// wherever the document names who somebody is, pays, owns or leads; reasons, and what helped or hindered, tell of the past
	for _, c := range []struct {
		text  string
		found int
	}{
		{"organisations: {north: {name: Hartwell CCG}, south: {kind: a clinical commissioning group}}", 2},
		{"arrangement: {risks: [{what: waits, of: doing, owner: chair of the CCG}], leads: [{post: director of the CCG, kind: executive}]}", 2},
		{"arrangement: {governance: {accountability_spelled_out: NHS Improvement holds both boards to account, agreement: {roles_and_funding: the CCG pays}}}", 2},
		{"arrangement: {form: {is: merger, because: the CCG asked for it}, history: [{what: a clinic with the CCG, outcome: good}], environment: {hinders: [templates of NHS Improvement]}}", 0},
	} {
		found := 0
		for _, f := range trial.Text(t, "as_of: 2026-10-01\n"+c.text+"\n").Findings {
			if strings.HasPrefix(f.ID, "inconsistent-body-") {
				found++
			}
		}
		if found != c.found {
			t.Errorf("%s: %d findings, want %d", c.text, found, c.found)
		}
	}
	r := trial.Text(t, "as_of: 2026-10-01\nevidence: {letter: {kind: internal, source: Hartwell CCG, date: 2019-04-01}}\n")
	for _, f := range r.Findings {
		if strings.HasPrefix(f.ID, "inconsistent-body-") {
			t.Errorf("a letter of its own time is a finding: %s", f.Text)
		}
	}
}

func TestMoneyIsInTheCurrencyOfTheDocument(t *testing.T) {
	const sums = "organisations: {north: {issues: [{what: roof, cost_m: 4, plan: yes}]}, south: {}}\n"
	r := trial.Text(t, "currency: EUR\n"+sums)
	if r.Currency != "EUR" || *r.TakingOn[1].Problems[0].CostM != 4 || !strings.Contains(r.TakingOn[1].Sentence, "€4m") || len(r.Findings) != 0 {
		t.Errorf("%+v %+v", r.TakingOn[1], r.Findings)
	}
	if r = trial.Text(t, sums); r.Currency != "GBP" || !strings.Contains(r.TakingOn[1].Sentence, "£4m") {
		t.Errorf("%+v", r.TakingOn[1])
	}
	r = trial.Text(t, "currency: EUR\n"+strings.Replace(sums, "cost_m", "cost_gbp_m", 1))
	if len(r.Findings) != 1 || r.Findings[0].ID != "inconsistent-currency-organisations-north-issues-0-cost_gbp_m" {
		t.Errorf("%+v", r.Findings)
	}
}
