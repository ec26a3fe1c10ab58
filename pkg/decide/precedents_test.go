package decide_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// TestHalfOfTheTraitsMakeAPrecedentNear: nature, scale, form and sectors are four; a case that surely shares
// two of them is told, one that shares fewer is not, however many traits of its own it shares.
func TestHalfOfTheTraitsMakeAPrecedentNear(t *testing.T) {
	for text, want := range map[string]bool{
		"arrangement: {nature: voluntary}\n":                                                                      false,
		"organisations: {north: {sector: nhs}, south: {sector: nhs}}\n":                                           false,
		"arrangement: {nature: voluntary, scale: structural}\n":                                                   true,
		"organisations: {north: {sector: nhs}, south: {sector: private}}\narrangement: {nature: voluntary}\n":     true,
		"organisations: {north: {sector: nhs}, south: {sector: nhs}}\narrangement: {form: acquisition}\n":         true,
		"organisations: {north: {sector: charity}, south: {sector: charity}}\narrangement: {nature: voluntary}\n": false,
	} {
		text = strings.Replace(text, "charity", "voluntary", -1)
		r := trial.Text(t, text)
		told := 0
		for _, p := range r.Precedents {
			if p.Nearest {
				told++
			}
		}
		if told > 0 != want {
			t.Errorf("%s: %d precedents are told; the first is like it in %v", text, told, r.Precedents[0].Like)
		}
	}
}

// TestTwoPrecedentsAreTold, and a third only where it is as near as the second.
func TestTwoPrecedentsAreTold(t *testing.T) {
	const nhs = "organisations: {north: {sector: nhs}, south: {sector: nhs}}\n"
	for text, want := range map[string][]string{
		"arrangement: {nature: voluntary, scale: structural}\n":                                                         {"case-d", "case-e"},
		nhs + "arrangement: {nature: voluntary, scale: individual}\n":                                                   {"case-a", "case-b", "case-e"}, // b and e share two each
		nhs + "arrangement: {nature: voluntary, scale: individual, history: [{what: A, kind: working-relationship}]}\n": {"case-a", "case-b"},           // people have worked together, as in b
	} {
		var told []string
		for _, p := range trial.Text(t, text).Precedents {
			if p.Nearest {
				told = append(told, p.ID)
			}
		}
		if !slices.Equal(told, want) {
			t.Errorf("%s: %v are told, not %v", text, told, want)
		}
	}
}

// TestACaseIsNearestToItself: the five case studies among the examples are the precedents.
func TestACaseIsNearestToItself(t *testing.T) {
	for _, p := range cat.Precedents {
		r := trial.File(t, filepath.Join("../../examples", p.ID+".yaml"))
		if len(r.Precedents) != len(cat.Precedents) {
			t.Errorf("%s: %d precedents", p.ID, len(r.Precedents))
		}
		n := r.Precedents[0]
		if n.ID != p.ID || !n.Nearest || len(n.Unlike) > 0 {
			t.Errorf("%s is nearest to %s, unlike it in %v", p.ID, n.ID, n.Unlike)
		}
	}
}

// TestTheNearestComeFirst: those that a report tells stand at the top, two where two are near enough and
// more only where they are as near; and nothing is near where nothing is known.
func TestTheNearestComeFirst(t *testing.T) {
	for _, name := range trial.Examples(t) {
		r := trial.File(t, name)
		told := 0
		for i, n := range r.Precedents {
			if n.Nearest {
				told++
				if told != i+1 {
					t.Errorf("%s: %s is told and one before it is not", name, n.ID)
				}
			}
		}
		if told > 3 {
			t.Errorf("%s: %d are told", name, told)
		}
	}
	for i, n := range trial.Text(t, "").Precedents {
		if n.Nearest || len(n.Like) > 0 || len(n.Unlike) > 0 || n.ID != cat.Precedents[i].ID {
			t.Errorf("where nothing is known: %+v", n)
		}
	}
}

func TestWhyNearAndWhyNot(t *testing.T) {
	r := trial.Text(t, `
organisations:
  north: {sector: nhs, quality: {special_measures: no}}
  south: {sector: private, quality: {special_measures: no}}
arrangement: {nature: mandated, scale: structural, form: merger, history: [], brokered_by: regulator}
`)
	c := near(r, "case-c")
	for _, want := range []string{"mandated", "structural", "initiated by the regulator"} {
		if !slices.Contains(c.Like, want) {
			t.Errorf("like: %v lacks %s", c.Like, want)
		}
	}
	for _, want := range []string{"acquisition there, merger here", "both in the NHS there, one in the NHS and one private here", "one of the two was in special measures there"} {
		if !slices.Contains(c.Unlike, want) {
			t.Errorf("unlike: %v lacks %s", c.Unlike, want)
		}
	}
	for _, said := range append(c.Like, c.Unlike...) {
		if strings.Contains(said, "stable board") {
			t.Errorf("%q, though nothing is said of boards", said)
		}
	}
	swapped := trial.Text(t, `
organisations:
  south: {sector: private, quality: {special_measures: no}}
  north: {sector: nhs, quality: {special_measures: no}}
arrangement: {nature: mandated, scale: structural, form: merger, history: [], brokered_by: regulator}
`)
	if d := near(swapped, "case-d"); !slices.Contains(d.Like, "one in the NHS and one private") {
		t.Errorf("whichever stands first: %v", d.Like)
	}
}

// TestWhatTheCaseLackedToo, and what it had: only what is open here is told, and only what the case is known for.
func TestWhatTheCaseLackedToo(t *testing.T) {
	for _, name := range trial.Examples(t) {
		r := trial.File(t, name)
		for _, n := range r.Precedents {
			p := cat.Precedents[slices.IndexFunc(cat.Precedents, precedentIs(n.ID))]
			for _, id := range n.Shared {
				if s := r.Criterion(id).Status; !s.Short() || !slices.Contains(p.Lacked, id) {
					t.Errorf("%s, %s: %s is %s", name, n.ID, id, s)
				}
			}
			for _, id := range n.Had {
				if s := r.Criterion(id).Status; !s.Short() || !slices.Contains(p.Had, id) {
					t.Errorf("%s, %s: it had %s, which is %s here", name, n.ID, id, s)
				}
			}
			for _, id := range n.Watch {
				if s := r.Criterion(id).Status; s != rating.NotMet && s != rating.AtMostPartly && s != rating.Unknown || !slices.Contains(p.Watch, id) {
					t.Errorf("%s, %s: %s is %s", name, n.ID, id, s)
				}
			}
		}
	}
	if n := near(trial.File(t, "../../examples/case-c.yaml"), "case-c"); !slices.Equal(n.Shared, []string{"acquirer-not-overstretched", "superiority-avoided"}) {
		t.Errorf("case C lacked %v", n.Shared)
	}
	for answer, want := range map[string][]string{"no": {"key-people-trust"}, "partly": {"key-people-trust"}, "yes": {}, "unknown": {}} {
		if n := near(trial.Text(t, taking+"answers: {key-people-trust: "+answer+"}\n"), "case-d"); !slices.Equal(n.Had, want) {
			t.Errorf("what case D had and, trust answered %s, is not here: %v", answer, n.Had)
		}
	}
}

func precedentIs(id string) func(catalogue.Precedent) bool {
	return func(p catalogue.Precedent) bool { return p.ID == id }
}

func near(r *result.Result, id string) *result.Near {
	for i := range r.Precedents {
		if r.Precedents[i].ID == id {
			return &r.Precedents[i]
		}
	}
	return nil
}
