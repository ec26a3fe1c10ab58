package report

import (
	"strings"
	"testing"

	"partner/pkg/result"
)

func TestTheNearestCasesAreTold(t *testing.T) {
	r := fixture()
	cites := []result.Cite{{Source: "briefing", Place: "case study C", Strength: "one case study"}}
	r.Precedents = []result.Near{
		{ID: "c", Title: "Acquisition of a failing trust", Like: []string{"mandated", "structural"}, What: "A trust acquired another.", Outcome: "Its rating rose.", WentBadly: "Leaders were worn out.",
			Watch: []string{"watch-one", "unknown-one"}, Shared: []string{"watch-one"}, Nearest: true, Cites: cites},
		{ID: "e", Title: "Merger of two trusts", Like: []string{"structural"}, Unlike: []string{"voluntary there, mandated here"}, What: "Two trusts became one.", Outcome: "Too early to tell.", WentBadly: "It was fast.", Nearest: true, Cites: cites},
		{ID: "a", Title: "A pathway", What: "Two consultants agreed.", Outcome: "Patients liked it.", WentBadly: "Nothing."},
	}
	text := part(r, (*page).precedents)
	for _, want := range []string{"Acquisition of a failing trust", "Mandated, structural.", "A trust acquired another.", "Leaders were worn out.", "Staff feel taken over. [watch-one]", "[unknown-one]", "Voluntary there, mandated here.", "It was fast.", "briefing, case study C (one case study)"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for _, not := range []string{"A pathway", "Two trusts became one."} {
		if strings.Contains(text, not) {
			t.Errorf("%q in\n%s", not, text)
		}
	}
	if strings.Count(text, "[watch-one]") != 1 {
		t.Errorf("what the case lacked too is told once, in\n%s", text)
	}
	r.Precedents = r.Precedents[2:]
	if text := part(r, (*page).precedents); !strings.Contains(text, "None of the case studies is near") {
		t.Error(text)
	}
}

func TestPromisesAreToldWithTheirLimits(t *testing.T) {
	r := fixture()
	r.Promises = []result.Promise{{ID: "savings", Text: "Savings of £6m are promised", Limits: "six were studied", Source: "Someone, A study, 2016",
		Facts: []result.Fact{{Path: "arrangement.benefits[0].amount_gbp_m", Value: "6", Standing: "internal", Place: at(31)}}}}
	text := part(r, (*page).promises)
	for _, want := range []string{"Savings of £6m are promised.", "Six were studied.", "Someone, A study, 2016.", "arrangement.benefits[0].amount_gbp_m: 6", "no part of any rating"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	r.Promises = nil
	if text := part(r, (*page).promises); text != "" {
		t.Errorf("without promises there is no section: %s", text)
	}
}
