package judge_test

import (
	"slices"
	"testing"

	"partner/pkg/judge"
	"partner/pkg/rating"
)

// Whoever takes the other on is asked the same, as acquirer, manager or supporter: no form of a mandated,
// structural partnership leaves its context unknown for want of a word.
func TestRolesStandForOneAnother(t *testing.T) {
	const facts = `
organisations:
  north: {finance: {position: strong}, board: {stability: stable}, stance: {looking_for_partner: yes}}
  south: {finance: {position: distressed}, board: {stability: unstable}, stance: {looking_for_partner: no}}
`
	for form, roles := range map[string]string{
		"acquisition": "acquirer: north, acquired: south", "management-contract": "manager: north, managed: south",
		"merger": "partners: [north, south], supporter: north, supported: south", "networked-care": "provider: north, host: south",
	} {
		j := judged(t, facts+"arrangement: {nature: mandated, brokered_by: regulator, scale: structural, form: "+form+", roles: {"+roles+"}}\n")
		for _, id := range []string{"ms-acquirer-seeking", "ms-acquirer-finances", "ms-acquirer-board"} {
			if i, is := j.Find(id); !is || j.Criteria[i].Status() != rating.Met {
				t.Errorf("%s: %s is not met", form, id)
			}
		}
	}
	j := judged(t, facts+"arrangement: {nature: mandated, brokered_by: regulator, scale: structural, form: merger, roles: {partners: [north, south]}}\n")
	i, _ := j.Find("ms-acquirer-finances")
	if c := j.Criteria[i]; c.Status() != rating.Unknown || !slices.Equal(missing(c), []string{"arrangement.roles.supporter"}) {
		t.Errorf("a merger is not asked who helps: %s, %v", c.Status(), missing(c))
	}
}

// missing gives the places that would settle a criterion.
func missing(c judge.Criterion) (places []string) {
	for _, m := range c.Standing.Missing {
		places = append(places, m.Path())
	}
	return places
}
