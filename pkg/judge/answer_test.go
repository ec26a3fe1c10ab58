package judge_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// TestTheMoreCautiousStands: an answer that is worse than the facts, with a reason, is no contradiction.
func TestTheMoreCautiousStands(t *testing.T) {
	r := trial.Text(t, `title: Hillbrook and Ferndale merge
as_of: 2026-10-01
organisations:
  hillbrook: {name: Hillbrook, objectives: [{id: reach, text: Serve the north of the county}]}
  ferndale: {name: Ferndale, objectives: [{id: stay, text: Keep a hospital in Ferndale}]}
arrangement:
  nature: voluntary
  brokered_by: organisations
  scale: structural
  extent: whole-organisation
  constituted: by-legal-change
  form: merger
  outcome: new-organisation
  roles: {partners: [hillbrook, ferndale]}
  objectives: [{id: one, text: One hospital group, serves: {hillbrook: [reach], ferndale: [stay]}}]
answers:
  roles-named: {is: partly, because: "Equal partners on paper, but all seven executives named so far come from Hillbrook."}
  objectives-serve-ferndale: {is: partly, because: The plan keeps the site open for three years only.}
`)
	for _, id := range []string{"roles-named", "objectives-serve-ferndale"} {
		c := r.Criterion(id)
		if c.Status != rating.Partly || !c.Cautious || c.ByFacts != rating.Met || c.Decided != result.ByAnswer {
			t.Errorf("%s is %s, decided by %s, by the facts %s", id, c.Status, c.Decided, c.ByFacts)
		}
		if !slices.ContainsFunc(c.Facts, func(f result.Fact) bool { return f.Because != "" }) {
			t.Errorf("%s stands without its reason: %v", id, c.Facts)
		}
	}
	if len(r.Findings) > 0 {
		t.Errorf("findings: %v", r.Findings)
	}
}

// TestAnswersAgainstTheFacts: which of the two stands, and what is found.
func TestAnswersAgainstTheFacts(t *testing.T) {
	const paper = "\nevidence: {minutes: {kind: internal, title: Minutes}, word: {kind: assertion, title: A letter}}\n"
	for _, c := range []struct {
		name, facts, answer string
		status              rating.Status
		found               bool
		told                string // of what is set aside
	}{
		{"better than the facts", "{time_estimated: no, money_estimated: no}", "yes", rating.NotMet, true, ""},
		{"partly where the facts say no", "{time_estimated: no, money_estimated: no}", "partly", rating.NotMet, true, ""},
		{"better than what the facts leave open", "{time_estimated: no}", "yes", rating.AtMostPartly, true, ""},
		{"worse, without a reason", "{time_estimated: yes, money_estimated: yes}", "no", rating.Met, true, ""},
		{"worse, with a reason", "{time_estimated: yes, money_estimated: yes}", "{is: no, because: nobody believes the figures}", rating.NotMet, false, ""},
		{"at most partly, with a reason", "{time_estimated: yes, money_estimated: yes}", "{is: at-most-partly, because: the figures are old}", rating.Partly, false, ""},
		{"the same", "{time_estimated: yes, money_estimated: yes}", "yes", rating.Met, false, ""},
		{"by other means on assertion alone", "{}", "{is: other-means, because: a framework agreement, evidence: [word]}", rating.AtMostPartly, false, "no document"},
		{"by other means on assertion against the facts", "{time_estimated: no, money_estimated: no}", "{is: other-means, because: a framework agreement, evidence: [word]}", rating.NotMet, true, "overruled"},
		{"by other means on assertion, where the facts say partly", "{time_estimated: yes, money_estimated: no}", "{is: other-means, because: a framework agreement, evidence: [word]}", rating.Partly, false, "by the facts"},
		{"by other means, documented", "{}", "{is: other-means, because: a framework agreement, evidence: [minutes]}", rating.Met, false, ""},
		{"by other means, documented, against the facts", "{time_estimated: no, money_estimated: no}", "{is: other-means, because: a framework agreement, evidence: [minutes]}", rating.Met, false, "it stands"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := trial.Text(t, "title: Two\narrangement: {nature: voluntary, scale: structural, form: merger, resources: "+c.facts+"}\nanswers: {commitment-estimated: "+c.answer+"}"+paper)
			if x := r.Criterion("commitment-estimated"); x.Status != c.status {
				t.Errorf("it is %s, want %s", x.Status, c.status)
			}
			if found := slices.ContainsFunc(r.Findings, func(f result.Finding) bool { return f.Kind == result.Contradiction }); found != c.found {
				t.Errorf("findings: %v", r.Findings)
			}
			if c.found && !strings.Contains(r.Findings[0].Text, "by the facts it is "+c.status.String()) {
				t.Errorf("found: %s", r.Findings[0].Text)
			}
			aside := strings.Contains(c.answer, "not-applicable") || strings.Contains(c.answer, "other-means")
			if aside != (len(r.SetAside) == 1) || aside && (!strings.HasPrefix(r.SetAside[0].Remark, c.told) || c.told == "" && r.SetAside[0].Remark != "") {
				t.Errorf("set aside: %+v", r.SetAside)
			}
		})
	}
}

// TestASetAsideDoesNotAnswerTheFacts: what the facts say is not met counts, whatever the document sets aside, and the
// reason is told with it.
func TestASetAsideDoesNotAnswerTheFacts(t *testing.T) {
	for access, want := range map[string]rating.Status{"not-agreed": rating.NotMet, "being-agreed": rating.NotApplicable, "unknown": rating.NotApplicable} {
		r := trial.Text(t, "title: Two\narrangement: {measures: {access: "+access+"}}\nanswers: {data-access-agreed: {is: not-applicable, because: Our minds are made up}}\n")
		c := r.Criterion("data-access-agreed")
		if c.Status != want || len(r.SetAside) != 1 {
			t.Errorf("%s: %s, set aside %+v", access, c.Status, r.SetAside)
		}
		found := slices.ContainsFunc(r.Findings, func(f result.Finding) bool {
			return f.Subject == c.ID && strings.Contains(f.Text, "Our minds are made up") && strings.Contains(f.Text, "by the facts it is not met")
		})
		if overruled := want == rating.NotMet; found != overruled || overruled != strings.HasPrefix(r.SetAside[0].Remark, "overruled") {
			t.Errorf("%s: found %v, set aside %+v", access, r.Findings, r.SetAside)
		}
	}
}
