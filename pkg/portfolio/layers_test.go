package portfolio

import (
	"fmt"
	"testing"

	_ "partner/pkg/internal/drawn"
	"pgregory.net/rapid"
)

// signs are what a question may stand as in a profile: low end, so far and high end.
func drawSigns(t *rapid.T, few bool) string {
	signs := ""
	grades := "1234"
	if few {
		grades = "23"
	}
	for range 6 {
		for _, of := range []string{grades, grades + "0x", grades} {
			signs += string(rapid.SampledFrom([]byte(of)).Draw(t, "sign"))
		}
	}
	return signs
}

// isAbove says plainly whether a profile is above another.
func isAbove(a, b string) bool {
	better := false
	for i := range len(a) {
		x, y := a[i], b[i]
		if (x == '0' || x == 'x' || y == '0' || y == 'x') && x != y || x < y {
			return false
		}
		better = better || x > y
	}
	return better
}

// TestLayersAreThoseOfThePartialOrder: in a layer none is above another, and above each of a further layer there is one of
// the layer before.
func TestLayersAreThoseOfThePartialOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		few := rapid.Bool().Draw(t, "few")
		all := map[string]*Members{}
		signs := map[*Members]string{}
		for range rapid.IntRange(1, 40).Draw(t, "profiles") {
			s := drawSigns(t, few)
			if all[s] == nil {
				all[s] = &Members{}
				signs[all[s]] = s
			}
		}
		var profiles []profile
		for s, m := range all {
			_, p := parsed("running\x00"+s, m)
			profiles = append(profiles, p)
		}
		layered(profiles)
		for i := range profiles {
			p := &profiles[i]
			supported := p.layer == 1
			for j := range profiles {
				o := &profiles[j]
				above := isAbove(signs[o.members], signs[p.members])
				if above && o.layer >= p.layer {
					t.Fatalf("%s of layer %d is above %s of layer %d", signs[o.members], o.layer, signs[p.members], p.layer)
				}
				supported = supported || above && o.layer == p.layer-1
			}
			if !supported {
				t.Fatalf("%s stands in layer %d without one of the layer before above it", signs[p.members], p.layer)
			}
		}
	})
}

// TestTheFirstNamesAreKept, whatever the order in which they come.
func TestTheFirstNamesAreKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 3*MostNames).Draw(t, "names")
		names := make([]Name, n)
		for i := range names {
			names[i] = Name{Path: fmt.Sprintf("%03d.yaml", i)}
		}
		var m Members
		for _, name := range rapid.Permutation(names).Draw(t, "order") {
			m.add(name)
		}
		if m.Proposals != n || len(m.Names) != min(n, MostNames) {
			t.Fatalf("%d of %d names are kept of %d", len(m.Names), m.Proposals, n)
		}
		for i := range m.Names {
			if m.Names[i] != names[i] {
				t.Fatalf("%s stands at %d", m.Names[i].Path, i)
			}
		}
	})
}
