package judge_test

import (
	"slices"
	"testing"

	"partner/assessments"
	"partner/pkg/judge"
	"partner/pkg/proposal"
)

func mismatches(t *testing.T, text string) []judge.Mismatch {
	t.Helper()
	doc, wrong := proposal.Read("p.yaml", []byte("partner: 1\n"+text), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	cat := assessments.Catalogue()
	placed := judge.Place(doc, &cat.Typology)
	return judge.Mismatches(cat, placed.Environment(placed.Types()[0], doc))
}

func TestAMismatchIsToldOfEachEntryByItsName(t *testing.T) {
	found := mismatches(t, `
as_of: 2026-10-01
organisations:
  north: {name: Northfield, finance: {position: distressed, surplus_gbp_m: 2}}
  south: {name: Eastmere, finance: {position: deficit, surplus_gbp_m: 1}}
arrangement:
  timeline: {starts: 2027-04-01}
  benefits:
    - {what: shorter waits, by: 2027-01-01}
    - {what: fewer transfers, by: 2028-01-01}
    - {what: one payroll, by: 2026-12-01}
`)
	var keys, texts []string
	for _, m := range found {
		keys = append(keys, m.Rule.ID+" "+m.Path())
		texts = append(texts, m.Text())
	}
	if want := []string{
		"benefit-before-start arrangement.benefits[0]", "benefit-before-start arrangement.benefits[2]",
		"distressed-with-surplus organisations.north", "distressed-with-surplus organisations.south",
	}; !slices.Equal(keys, want) {
		t.Errorf("%q", keys)
	}
	if len(texts) == 4 && (texts[1] != "A benefit is promised for before the start: one payroll." || texts[2] != "Northfield is said to be in deficit or distressed, and shows a surplus.") {
		t.Errorf("%q", texts)
	}
}

func TestAMismatchNamesWhatItRestsOn(t *testing.T) {
	found := mismatches(t, "arrangement: {timeline: {decision: 2027-06-01, starts: 2027-04-01}}")
	if len(found) != 1 || found[0].Rule.ID != "start-before-decision" || found[0].Path() != "arrangement.timeline.starts" || len(found[0].Trace.Used) != 2 {
		t.Errorf("%+v", found)
	}
}

// What a board has been told is not lost where it was told by one side only: silence is no mismatch.
func TestSilenceIsNoMismatch(t *testing.T) {
	for _, text := range []string{
		"", "arrangement: {}", "as_of: 2026-10-01", "organisations: {north: {}, south: {}}", "evidence: {}",
		"arrangement: {form: merger, environment: {approvals: [unknown]}}",
		"arrangement: {benefits: [unknown], leads: [unknown], risks: [unknown], history: [unknown]}",
	} {
		if found := mismatches(t, text); len(found) > 0 {
			t.Errorf("%s: %s", text, found[0].Rule.ID)
		}
	}
}
