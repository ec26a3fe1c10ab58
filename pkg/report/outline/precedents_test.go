package outline_test

import (
	"strings"
	"testing"

	"partner/pkg/report/internal/example"
	"partner/pkg/result"
)

func TestTheNearestCasesAreTold(t *testing.T) {
	r := example.Result()
	cites := []result.Cite{{Source: "briefing", Place: "case study C", Strength: "one case study"}}
	r.Precedents = []result.Near{
		{ID: "c", Title: "Acquisition of a failing trust", Like: []string{"mandated", "structural"}, What: "A trust acquired another.", Outcome: "Its rating rose.", WentBadly: "Leaders were worn out.",
			Watch: []string{"watch-one", "unknown-one"}, Shared: []string{"watch-one"}, Nearest: true, Cites: cites},
		{ID: "e", Title: "Merger of two trusts", Like: []string{"structural"}, Unlike: []string{"voluntary there, mandated here"}, What: "Two trusts became one.", Outcome: "Too early to tell.", WentBadly: "It was fast.", Nearest: true, Cites: cites},
		{ID: "a", Title: "A pathway", What: "Two consultants agreed.", Outcome: "Patients liked it.", WentBadly: "Nothing."},
	}
	got := part(r, "precedents")
	for _, want := range []string{"Acquisition of a failing trust", "Mandated, structural.", "A trust acquired another.", "Leaders were worn out.", "Staff feel taken over. [watch-one]", "[unknown-one]", "Voluntary there, mandated here.", "It was fast.", "briefing, case study C (one case study)"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, not := range []string{"A pathway", "Two trusts became one."} {
		if strings.Contains(got, not) {
			t.Errorf("%q in\n%s", not, got)
		}
	}
	if strings.Count(got, "[watch-one]") != 1 {
		t.Errorf("what the case lacked too is told once, in\n%s", got)
	}
	r.Precedents = r.Precedents[2:]
	if got := part(r, "precedents"); !strings.Contains(got, "None of the case studies is near") {
		t.Error(got)
	}
}

func TestPromisesAreToldWithTheirLimits(t *testing.T) {
	r := example.Result()
	r.Promises = []result.Promise{{ID: "savings", Text: "Savings of £6m are promised", Limits: "six were studied", Source: "Someone, A study, 2016",
		Facts: []result.Fact{{Path: "arrangement.benefits[0].amount_gbp_m", Value: "6", Standing: "internal", Place: example.At(31)}}}}
	got := part(r, "promises")
	for _, want := range []string{"Savings of £6m are promised.", "Six were studied.", "Someone, A study, 2016.", "arrangement.benefits[0].amount_gbp_m: 6", "no part of any rating"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	r.Promises = nil
	if got := part(r, "promises"); got != "" {
		t.Errorf("without promises there is no section: %s", got)
	}
}
