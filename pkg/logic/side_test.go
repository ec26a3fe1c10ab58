package logic_test

import (
	"testing"

	"partner/pkg/logic"
	"partner/pkg/proposal"
)

// helpers are two pairs of roles that stand for one another.
var helpers = []logic.Pair{{Helper: "supporter", Helped: "supported", Forms: []string{"buddying"}}, {Helper: "acquirer", Helped: "acquired", Forms: []string{"acquisition"}}}

// Where nobody is named, the role of the form is asked for.
func TestWhoHelpsIsAskedByTheRoleOfTheForm(t *testing.T) {
	doc, _ := proposal.Read("p.yaml", []byte("partner: 1\norganisations: {north: , south: }\narrangement: {roles: {}}\n"), nil)
	for form, want := range map[string]string{"acquisition": "arrangement.roles.acquirer", "buddying": "arrangement.roles.supporter", "merger": "arrangement.roles.supporter"} {
		var trace logic.Trace
		c := condition(t, "{fact: helper.finance.position, is: strong}")
		env := logic.Environment{Doc: doc, Forms: []string{form}, Sides: helpers}
		if env.Eval(c, &trace) != logic.Unknown || len(trace.Missing) != 1 || trace.Missing[0].Path() != want {
			t.Errorf("%s: %v", form, trace.Missing)
		}
		if reads := env.Reads(c); len(reads) != 1 || reads[0] != want {
			t.Errorf("%s: %v", form, reads)
		}
	}
}

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
		if o := (&logic.Environment{Doc: doc, View: x.view, Sides: helpers}).Side(x.side); o != nil {
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
