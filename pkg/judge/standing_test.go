package judge_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

func TestEveryCriterionIsMetNotMetAndUnknown(t *testing.T) {
	for i := range cat.Criteria {
		c := cat.Criteria[i]
		if c.Kind == catalogue.Remark {
			continue
		}
		cases := map[string]rating.Status{c.Good: rating.Met, c.Bad: rating.NotMet, "": rating.Unknown}
		if c.Judged {
			cases = map[string]rating.Status{"": rating.Unknown}
			for word, want := range map[string]rating.Status{"yes": rating.Met, "partly": rating.Partly, "no": rating.NotMet, "unknown": rating.Unknown} {
				cases["answers: {"+c.ID+": "+word+"}"] = want
			}
		}
		if c.Kind == catalogue.Opening { // whatever stands there is an answer
			cases = map[string]rating.Status{c.Good: rating.Met, "arrangement: {shares: []}": rating.Met, "": rating.Unknown}
		}
		for text, want := range cases {
			if got, err := judge.Try(cat, c, text); err != nil || got != want {
				t.Errorf("%s: %v, %v; want %v for\n%s", c.ID, got, err, want, text)
			}
		}
	}
}

// TestAnAbsentSectionIsNamedOnce: whoever reads what would settle an unknown is pointed to the section.
func TestAnAbsentSectionIsNamedOnce(t *testing.T) {
	r := trial.Text(t, "arrangement: {nature: voluntary, scale: structural, form: contract}\n")
	c := r.Criterion("impact-data")
	if c == nil || !slices.Equal(c.SettledBy, []string{"arrangement.measures"}) {
		t.Errorf("impact-data is settled by %v", c)
	}
}

func TestContradictionAnswerAgainstFacts(t *testing.T) {
	r := trial.Text(t, `
organisations: {north: {finance: {position: deficit}}, south: {}}
arrangement: {nature: mandated, scale: structural, form: acquisition, roles: {acquirer: north, acquired: south}}
answers: {ms-acquirer-finances: yes}
`)
	if c := r.Criterion("ms-acquirer-finances"); c.Status != rating.NotMet {
		t.Errorf("the facts decide, but it is %s", c.Status)
	}
	if f := trial.Finding(r, "contradiction-ms-acquirer-finances"); f == nil || f.Place.Line != 5 {
		t.Errorf("finding: %+v", f)
	}
}

func TestWhereFactsAreUnknownTheAnswerDecides(t *testing.T) {
	r := trial.Text(t, "arrangement: {nature: mandated, scale: structural, form: acquisition}\nanswers: {ms-acquirer-finances: partly}\n")
	if c := r.Criterion("ms-acquirer-finances"); c.Status != rating.Partly || c.Decided != "answer" {
		t.Errorf("%+v", c)
	}
	if len(r.Findings) != 0 {
		t.Errorf("findings: %v", r.Findings)
	}
}

func TestADisputeSpansBothViews(t *testing.T) {
	text := `
organisations: {north: {name: North}, south: {name: South}}
arrangement: {nature: voluntary, scale: structural, form: merger}
answers: {key-people-trust: {views: {north: %s, south: %s}}}
`
	view := func(a, b string) *result.Result {
		return trial.Text(t, strings.Replace(strings.Replace(text, "%s", a, 1), "%s", b, 1))
	}
	r := view("yes", "no")
	c := r.Criterion("key-people-trust")
	if c.Status != rating.Disputed || len(c.Views) != 2 || c.Views[0].Status != rating.Met || c.Views[1].Status != rating.NotMet {
		t.Errorf("%+v", c)
	}
	if f := trial.Finding(r, "disagreement-answers-key-people-trust"); f == nil || !strings.Contains(f.Text, "North says yes and South says no") {
		t.Errorf("%+v", f)
	}
	if r := view("yes", "yes"); r.Criterion("key-people-trust").Status != rating.Met || len(r.Findings) != 0 {
		t.Errorf("where both agree it is simply so: %+v, %v", r.Criterion("key-people-trust"), r.Findings)
	}
	if r := view("yes", "unknown"); r.Criterion("key-people-trust").Status != rating.Disputed {
		t.Errorf("%+v", r.Criterion("key-people-trust"))
	}
}

func TestSetAsideIsListedAndCounts(t *testing.T) {
	base := "arrangement: {nature: mandated, scale: structural, form: acquisition}\nevidence: {memo: {kind: internal, title: A memo}}\n"
	without := trial.Text(t, base)
	r := trial.Text(t, base+`answers:
  oversight-committee: {is: not-applicable, because: the regulator has none to offer}
  regulator-on-board: {is: other-means, because: the regulator reads the minutes, evidence: [memo]}
`)
	if len(r.SetAside) != 2 || r.SetAside[0].Evidence[0] != "memo" || r.SetAside[1].Because != "the regulator has none to offer" {
		t.Errorf("%+v", r.SetAside)
	}
	if r.Criterion("oversight-committee").Status != rating.NotApplicable || r.Criterion("regulator-on-board").Status != rating.Met {
		t.Errorf("%s, %s", r.Criterion("oversight-committee").Status, r.Criterion("regulator-on-board").Status)
	}
	n := func(r *result.Result) int {
		return r.Overall.Met + r.Overall.Partly + r.Overall.NotMet + r.Overall.Unknown
	}
	if n(r) != n(without)-1 {
		t.Errorf("%d criteria count, %d without setting any aside", n(r), n(without))
	}
}
