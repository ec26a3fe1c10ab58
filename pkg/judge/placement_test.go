package judge_test

import (
	"testing"

	"partner/pkg/rating"
	"partner/testdata/trial"
)

func TestDeclaredAgainstDerivedTypology(t *testing.T) {
	r := trial.Text(t, "arrangement: {nature: voluntary, brokered_by: regulator, scale: structural, extent: whole-organisation, constituted: by-legal-change, form: acquisition, outcome: one-absorbed}\n")
	if len(r.Typology.Types) != 2 || r.Typology.Nature.Derived != "mandated" || r.Typology.Nature.Declared != "voluntary" {
		t.Errorf("%+v", r.Typology)
	}
	if f := trial.Finding(r, "mismatch-nature"); f == nil || len(f.Cites) == 0 {
		t.Errorf("%+v", f)
	}
	if c := r.Criterion("nature-consistent"); c.Status != rating.NotMet {
		t.Errorf("nature-consistent is %s", c.Status)
	}
	for _, id := range []string{"ms-acquirer-finances", "vs-finances-strong"} {
		if c := r.Criterion(id); c == nil || c.Applies != "maybe" {
			t.Errorf("%s: %+v; both types are possible", id, c)
		}
	}
}

func TestBuddyingUnderSpecialMeasuresIsMandated(t *testing.T) {
	r := trial.Text(t, `
organisations: {north: {}, south: {quality: {special_measures: yes}}}
arrangement: {nature: voluntary, brokered_by: organisations, form: buddying, outcome: one-helps-other, roles: {supporter: north, supported: south}}
`)
	if r.Typology.Nature.Derived != "mandated" {
		t.Errorf("%+v", r.Typology.Nature)
	}
}

// TestADisputedKindIsEither: where the two do not agree what kind of partnership it is, or on what decides
// whether a criterion applies, every rating spans both.
func TestADisputedKindIsEither(t *testing.T) {
	disputed := trial.Text(t, `
organisations: {north: {}, south: {}}
arrangement: {nature: {views: {south: mandated, north: voluntary}}, scale: structural, form: merger}
`)
	if len(disputed.Typology.Types) != 2 || disputed.Criterion("ms-communication").Applies != "maybe" || disputed.Criterion("vs-comfortable").Applies != "maybe" {
		t.Errorf("%+v", disputed.Typology)
	}
	r := trial.Text(t, `
organisations: {north: {}, south: {}}
arrangement: {nature: voluntary, scale: structural, form: joint-venture, shares: {views: {north: [services], south: []}}}
`)
	if c := r.Criterion("give-and-take"); c == nil || c.Applies != "maybe" || c.Status != rating.Unknown {
		t.Errorf("%+v", c)
	}
}
