package assess_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// TestACaseIsNearestToItself: the five case studies among the examples are the precedents.
func TestACaseIsNearestToItself(t *testing.T) {
	for _, p := range cat.Precedents {
		r := assessFile(t, filepath.Join("../../examples", p.ID+".yaml"))
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
	for _, name := range examples(t) {
		r := assessFile(t, name)
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
	for i, n := range assessText(t, "").Precedents {
		if n.Nearest || len(n.Like) > 0 || len(n.Unlike) > 0 || n.ID != cat.Precedents[i].ID {
			t.Errorf("where nothing is known: %+v", n)
		}
	}
}

func TestWhyNearAndWhyNot(t *testing.T) {
	r := assessText(t, `
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
	swapped := assessText(t, `
organisations:
  south: {sector: private, quality: {special_measures: no}}
  north: {sector: nhs, quality: {special_measures: no}}
arrangement: {nature: mandated, scale: structural, form: merger, history: [], brokered_by: regulator}
`)
	if d := near(swapped, "case-d"); !slices.Contains(d.Like, "one in the NHS and one private") {
		t.Errorf("whichever stands first: %v", d.Like)
	}
}

// TestWhatTheCaseLackedToo: only what is open here is told, and only what the case is known for.
func TestWhatTheCaseLackedToo(t *testing.T) {
	for _, name := range examples(t) {
		r := assessFile(t, name)
		for _, n := range r.Precedents {
			p := cat.Precedents[slices.IndexFunc(cat.Precedents, precedentIs(n.ID))]
			for _, id := range n.Shared {
				if s := r.Criterion(id).Status; !s.Short() || !slices.Contains(p.Lacked, id) {
					t.Errorf("%s, %s: %s is %s", name, n.ID, id, s)
				}
			}
			for _, id := range n.Watch {
				if s := r.Criterion(id).Status; s != rating.NotMet && s != rating.AtMostPartly && s != rating.Unknown || !slices.Contains(p.Watch, id) {
					t.Errorf("%s, %s: %s is %s", name, n.ID, id, s)
				}
			}
		}
	}
	if n := near(assessFile(t, "../../examples/case-c.yaml"), "case-c"); !slices.Equal(n.Shared, []string{"acquirer-not-overstretched", "superiority-avoided"}) {
		t.Errorf("case C lacked %v", n.Shared)
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
