package portfolio_test

import (
	"os"
	"strings"
	"testing"

	"partner/pkg/batch"
	"partner/pkg/portfolio"
	"partner/pkg/result"
	"partner/testdata/lines"
)

// TestBuiltInRatingsAreAddedUpBeside: of lines by a catalogue that is laid over the built-in one, what that alone rates is
// added up too, in whatever parts, with how many it raises; without one there is nothing beside.
func TestBuiltInRatingsAreAddedUpBeside(t *testing.T) {
	laid, _, wrong := cat.Lay(os.DirFS("../../examples/catalogues/school-trusts"), "school-trusts")
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	r := &portfolio.Reduction{Cat: laid}
	var all []batch.Line
	want := map[result.Stage]portfolio.Ratings{}
	raised := map[result.Stage]int{}
	for i := range 40 {
		l, other := lines.Of(1, i), lines.Of(2, i)
		if l.Standing == nil || other.Standing == nil {
			continue
		}
		l.Catalogue = batch.CatalogueOf(laid)
		s := *l.Standing
		s.Criteria += strings.Repeat(string(batch.NotHere), len(laid.Criteria)-len(s.Criteria))
		s.Overlay = &batch.Overlay{BuiltIn: batch.BuiltIn{Overall: other.Overall, Verdict: other.Verdict}, Moved: []result.OverlayMove{{Raised: i%3 == 0}}}
		l.Standing = &s
		all = append(all, l)
		sums := want[s.Stage.Is]
		switch portfolio.RatedSoFar(other.Overall) {
		case portfolio.Green:
			sums.Green++
		case portfolio.AmberGreen:
			sums.AmberGreen++
		case portfolio.AmberRed:
			sums.AmberRed++
		case portfolio.Red:
			sums.Red++
		case portfolio.TooLittleKnown:
			sums.TooLittleKnown++
		case portfolio.NotRated:
			sums.NotRated++
		}
		want[s.Stage.Is] = sums
		if i%3 == 0 {
			raised[s.Stage.Is]++
		}
	}
	one, other := tallied(t, r, all[:len(all)/3]...), tallied(t, r, all[len(all)/3:]...)
	if err := one.Merge(other); err != nil {
		t.Fatal(err)
	}
	p := r.Portfolio(one)
	if len(p.Groups) < 2 {
		t.Fatalf("there are %d groups", len(p.Groups))
	}
	for _, g := range p.Groups {
		if g.BuiltIn == nil || *g.BuiltIn != want[g.Stage] || g.Raised != raised[g.Stage] {
			t.Errorf("%v: by the built-in catalogue it has %+v, %d raised; not %+v, %d", g.Stage, g.BuiltIn, g.Raised, want[g.Stage], raised[g.Stage])
		}
	}
	for _, x := range p.Proposals {
		if x.BuiltIn == nil {
			t.Errorf("%s does not say how the built-in catalogue rates it", x.Path)
		}
	}
	alone := &portfolio.Reduction{Cat: cat}
	for _, g := range alone.Portfolio(tallied(t, alone, lines.Of(1, 0), lines.Of(1, 1), lines.Of(1, 2))).Groups {
		if g.BuiltIn != nil {
			t.Errorf("without a catalogue laid over the built-in one there is %+v beside", g.BuiltIn)
		}
	}
}
