package logic_test

import (
	"testing"

	"partner/pkg/logic"
	"partner/pkg/proposal"
)

func TestSides(t *testing.T) {
	doc, wrong := proposal.Read("sides.yaml", []byte(`partner: 1
organisations: {north: , south: }
arrangement: {roles: {supporter: north, supported: {views: {north: south, south: north}}}}
`), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	for _, x := range []struct{ side, view, want string }{
		{"first", "", "north"}, {"second", "", "south"}, {"supporter", "", "north"}, {"helper", "", "north"},
		{"helped", "north", "south"}, {"helped", "south", "north"}, {"acquirer", "", ""},
	} {
		got := ""
		if o := (&logic.Environment{Doc: doc, View: x.view}).Side(x.side); o != nil {
			got = o.Key
		}
		if got != x.want || !logic.IsSide(x.side) {
			t.Errorf("%s in the eyes of %q is %q, not %q", x.side, x.view, got, x.want)
		}
	}
	for _, word := range []string{"arrangement", "organisations", "as_of", "item", "helping", ""} {
		if logic.IsSide(word) {
			t.Errorf("%q names no organisation", word)
		}
	}
}
