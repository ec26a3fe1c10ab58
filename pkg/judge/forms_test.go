package judge_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/catalogue"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// asked gives the ids of the criteria that apply, or may.
func asked(r *result.Result) []string {
	var ids []string
	for i := range r.Criteria {
		ids = append(ids, r.Criteria[i].ID)
	}
	return ids
}

func TestAFormThatNothingTellsOpensNoFormsRows(t *testing.T) {
	const open = "arrangement: {nature: voluntary, scale: structural, extent: whole-organisation, constituted: by-agreement}\n"
	ids := asked(trial.Text(t, open))
	for _, of := range []string{"provider-host-relationship", "operating-model-defined", "clinical-governance-integrated", "acquirer-not-overstretched", "roles-negotiable"} {
		if slices.Contains(ids, of) {
			t.Errorf("%s is asked, and no form is told", of)
		}
	}
	r := trial.Text(t, open)
	if first := r.FindOutFirst[0]; first.Criterion != "form-consistent" {
		t.Errorf("first to find out is %s", first.Criterion)
	}
	for _, e := range r.Governance {
		if e.ID == "accountability-model" || e.ID == "monthly-compliance-meeting" {
			t.Errorf("%s is recommended, and no form is told", e.ID)
		}
	}
}

func TestWhatTheTwoShareIsOneQuestion(t *testing.T) {
	const contract = "arrangement: {nature: voluntary, scale: structural, form: contract, extent: many-services"
	open, none, services := trial.Text(t, contract+"}\n"), trial.Text(t, contract+", shares: []}\n"), trial.Text(t, contract+", shares: [services]}\n")
	if a, b := asked(open), asked(none); !slices.Equal(a, b) {
		t.Errorf("left out asks %d, none shared %d", len(a), len(b))
	}
	if more := len(asked(services)) - len(asked(none)); more < 15 {
		t.Errorf("shared services open only %d", more)
	}
	shared := open.Criterion("shared-named")
	if shared == nil || shared.Status.Known() || !slices.Equal(shared.SettledBy, []string{"arrangement.shares"}) || shared.Kind != catalogue.Opening {
		t.Errorf("%+v", shared)
	}
	if !slices.ContainsFunc(open.FindOutFirst, func(a result.Ask) bool { return a.Criterion == "shared-named" }) {
		t.Errorf("not among the first to find out: %+v", open.FindOutFirst)
	}
}

func TestGroupAndSharedServiceAreForms(t *testing.T) {
	for _, c := range []struct{ form, outcome, has, lacks, element string }{
		{"group", "one-leadership", "board-learns-first", "clinical-governance-integrated", "formal-agreement"},
		{"shared-service", "shared-service", "savings-evidenced", "approvals-planned", "monthly-compliance-meeting"},
	} {
		r := trial.Text(t, "organisations: {north: {}, south: {}}\narrangement: {nature: voluntary, extent: many-services, outcome: "+c.outcome+", roles: {partners: [north, south]}, benefits: [{what: one payroll, kind: savings}]}\n")
		if r.Typology.Form.Derived != c.form || len(r.Typology.Types) != 1 {
			t.Errorf("%s: %+v", c.form, r.Typology)
		}
		ids := asked(r)
		if !slices.Contains(ids, c.has) || slices.Contains(ids, c.lacks) {
			t.Errorf("%s: %v", c.form, ids)
		}
		if x := r.Criterion(c.has); x != nil && !x.ByAnalogy {
			t.Errorf("%s: %s is not marked as carried over", c.form, c.has)
		}
		if x := r.Criterion("key-people-trust"); x == nil || x.ByAnalogy {
			t.Errorf("%s: what is asked of all is marked as carried over", c.form)
		}
		if x := r.Criterion("roles-named"); x == nil || x.Status.String() != "met" {
			t.Errorf("%s: %+v", c.form, x)
		}
		if !slices.ContainsFunc(r.Governance, func(e result.Element) bool { return e.ID == c.element }) {
			t.Errorf("%s: no %s", c.form, c.element)
		}
	}
}

func TestAFormWithoutAWordIsAskedWhatItsNearestIs(t *testing.T) {
	const own = "arrangement: {nature: voluntary, scale: structural, form: other, form_in_words: a charity that both fund and neither owns, shares: [services]"
	near, known := trial.Text(t, own+", nearest_form: joint-venture}\n"), trial.Text(t, "arrangement: {nature: voluntary, scale: structural, form: joint-venture, shares: [services]}\n")
	if a, b := asked(near), asked(known); !slices.Equal(a, b) {
		t.Errorf("asked %v; of the nearest %v", a, b)
	}
	if x := near.Criterion("terms-clear"); x == nil || !x.ByAnalogy {
		t.Error("what hangs on the nearest form is not marked as carried over")
	}
	alone := trial.Text(t, own+"}\n")
	if slices.Contains(asked(alone), "terms-clear") {
		t.Error("rows of other forms are opened by a form that has no word")
	}
	if !slices.ContainsFunc(alone.Findings, func(f result.Finding) bool { return strings.Contains(f.ID, "own-form-without-a-nearest") }) {
		t.Error("no finding asks for the nearest form")
	}
}

func TestWhoHelpsIsReadFromTheRolesOfAnyForm(t *testing.T) {
	for _, c := range []struct{ form, helper, helped string }{
		{"management-contract", "manager", "managed"}, {"buddying", "supporter", "supported"}, {"acquisition", "acquirer", "acquired"}, {"networked-care", "provider", "host"},
	} {
		r := trial.Text(t, `
organisations: {north: {finance: {position: strong}}, south: {stance: {recognises_need: yes, seeks_support: yes}}}
arrangement: {nature: mandated, scale: structural, form: `+c.form+`, roles: {`+c.helper+`: north, `+c.helped+`: south}}
`)
		if x := r.Criterion("ms-acquirer-finances"); x == nil || x.Status.String() != "met" {
			t.Errorf("%s: %+v", c.form, x)
		}
	}
}
