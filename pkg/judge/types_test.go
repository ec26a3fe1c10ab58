package judge_test

import (
	"strings"
	"testing"

	"partner/pkg/rating"
	"partner/testdata/trial"
)

const eastmere = `title: Tarnbrook is buddy to Eastmere
as_of: 2026-10-01
organisations:
  tarnbrook: {name: Tarnbrook}
  eastmere: {name: Eastmere, stance: {recognises_need: yes, seeks_support: yes}, capacity: {to_carry_changes: yes}}
arrangement:
  nature: mandated
  brokered_by: regulator
  scale: individual
  constituted: by-contract
  form: buddying
  outcome: one-helps-other
  roles: {supporter: tarnbrook, supported: eastmere}
  environment: {linked_programmes: yes}
  EXTENT
answers:
  mi-time-to-engage: yes
  mi-stay-connected: yes
  mi-prioritised: yes
`

// TestAWeakSignBlanksNothing: how a partnership is constituted is outweighed by how much of the organisations it
// reaches, and by what is declared; it is found, and everything known counts.
func TestAWeakSignBlanksNothing(t *testing.T) {
	for _, extent := range []string{"extent: few-people", ""} {
		r := trial.Text(t, strings.Replace(eastmere, "EXTENT", extent, 1))
		if len(r.Typology.Types) != 1 || r.Typology.Types[0].ID != "mandated-individual" || len(r.Typology.SideBySide) != 0 {
			t.Errorf("%s: %+v", extent, r.Typology)
		}
		if r.Overall.Met != 7 {
			t.Errorf("%s: %s", extent, r.Overall.Counted)
		}
		f := trial.Finding(r, "sign-scale-structural")
		if f == nil || len(r.Findings) != 1 || f.Place.Line != 11 || !strings.Contains(f.Text, "rated as individual") {
			t.Errorf("%s: found %+v", extent, r.Findings)
		}
	}
}

// TestAStrongSignIsSetBesideTheDeclaration: it may be either, and the rating under each is told, the declared one
// first, with what is known of each.
func TestAStrongSignIsSetBesideTheDeclaration(t *testing.T) {
	r := trial.Text(t, strings.Replace(eastmere, "EXTENT", "extent: whole-organisation", 1))
	both := r.Typology.SideBySide
	if len(both) != 2 || !both[0].Declared || both[0].Type.ID != "mandated-individual" || both[1].Declared || both[1].Type.ID != "mandated-structural" {
		t.Fatalf("side by side: %+v", both)
	}
	if both[0].Overall.Met != 7 || r.Overall.Met != 7 || !strings.HasSuffix(r.Overall.Counted, "taken as mandated, individual") {
		t.Errorf("as declared %s, the whole %s", both[0].Overall.Counted, r.Overall.Counted)
	}
	for _, x := range both {
		if x.Overall.Low < r.Overall.Low || x.Overall.High > r.Overall.High {
			t.Errorf("%s: %s lies outside %s to %s", x.Type.ID, x.Overall.Words, r.Overall.Low, r.Overall.High)
		}
	}
	if trial.Finding(r, "mismatch-scale") == nil {
		t.Errorf("found %+v", r.Findings)
	}
}

// TestFormsAreSetSideBySide: where what becomes of the organisations is another form than the declared one.
func TestFormsAreSetSideBySide(t *testing.T) {
	r := trial.Text(t, "arrangement: {nature: voluntary, scale: structural, form: merger, outcome: one-absorbed}\n")
	both := r.Typology.SideBySide
	if len(both) != 2 || !both[0].Declared || both[0].Form.ID != "merger" || both[1].Form.ID != "acquisition" {
		t.Errorf("side by side: %+v", both)
	}
}

// TestAFactSaysNoMoreThanItSays.
func TestAFactSaysNoMoreThanItSays(t *testing.T) {
	const networked = "arrangement: {nature: voluntary, scale: structural, form: networked-care, "
	const merger = "arrangement: {nature: voluntary, scale: structural, form: merger, "
	for _, c := range []struct {
		criterion, text string
		want            rating.Status
	}{
		{"vs-smaller-projects", merger + "history: [{what: A chair of both, kind: joint-posts, outcome: good}]}", rating.Unknown},
		{"vs-smaller-projects", merger + "history: [{what: A chair of both, kind: joint-posts, outcome: good}]}\nanswers: {vs-smaller-projects: yes}", rating.Met},
		{"vs-smaller-projects", merger + "history: []}", rating.NotMet},
		{"vs-smaller-projects", merger + "history: [{what: A clinic, kind: project, scale: small, outcome: poor}]}", rating.AtMostPartly},
		{"vs-smaller-projects", merger + "history: [{what: A clinic, kind: project, scale: small, outcome: poor}, none-else]}", rating.NotMet},
		{"monthly-meeting", networked + "governance: {boards: [{kind: compliance-meeting, status: planned, meets: monthly}]}}", rating.NotMet},
		{"monthly-meeting", networked + "governance: {boards: [{kind: compliance-meeting, status: in-place, meets: quarterly}]}}", rating.Partly},
		{"benefit-horizon-realistic", merger + "benefits: [], timeline: {starts: 2027-01-01, benefits_from: 2029-06-01}}", rating.NotMet},
		{"savings-evidenced", merger + "benefits: [{what: one payroll, kind: savings, source: none, measure: none}, none-else]}", rating.NotMet},
		{"approvals-planned", merger + "environment: {approvals: []}}", rating.NotMet},
		{"inherited-problems-costed", "organisations: {north: {issues: []}, south: {issues: []}}\n" + merger + "roles: {partners: [north, south]}}", rating.Met}, // both say that there are none
		{"inherited-problems-costed", "organisations: {north: {issues: []}, south: {}}\n" + merger + "roles: {partners: [north, south]}}", rating.Unknown},
		{"culture-programme-run", "arrangement: {nature: mandated, scale: structural, form: acquisition, culture: {route: adopt-one, programme: workshops}}", rating.AtLeastPartly},
		{"culture-programme-run", "arrangement: {nature: mandated, scale: structural, form: acquisition, culture: {route: adopt-one, programme: none}}", rating.NotMet},
	} {
		r := trial.Text(t, c.text+"\n")
		if x := r.Criterion(c.criterion); x == nil || x.Status != c.want {
			t.Errorf("%s: %v, want %s for %s", c.criterion, x.Status, c.want, c.text)
		}
	}
}

// TestWhatIsNotPromisedIsNotEvidenced: savings that no benefit names are neither met nor lacking; the list of benefits
// may go on, so that there may be some, unless the document ends it.
func TestWhatIsNotPromisedIsNotEvidenced(t *testing.T) {
	for benefits, want := range map[string]string{
		"[{what: shorter waits, kind: access, needs_later_step: no}]":            "unknown",
		"[{what: shorter waits, kind: access, needs_later_step: no}, none-else]": "",
		"[]": "",
		"[{what: one site, kind: access, needs_later_step: yes, source: a plan, measure: none}, none-else]": "partly met",
	} {
		got := ""
		if c := trial.Text(t, "arrangement: {nature: voluntary, scale: structural, form: merger, benefits: "+benefits+"}\n").Criterion("savings-evidenced"); c != nil {
			got = c.Status.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", benefits, got, want)
		}
	}
}
