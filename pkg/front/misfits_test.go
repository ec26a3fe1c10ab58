package front_test

import (
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// TestWhatDoesNotFitTogetherInItsOrder: where the two differ on trust comes first, an answer that is better than the facts
// before views apart, and one that is more cautious and does not say why after them, with the facts in words.
func TestWhatDoesNotFitTogetherInItsOrder(t *testing.T) {
	doc, wrong := proposal.Read("p.yaml", []byte(`partner: 1
title: Together
as_of: 2026-10-01
organisations:
  north: {name: North, objectives: [{id: grow, text: Serve every village}], finance: {position: deficit}}
  south: {name: South, finance: {position: deficit}}
arrangement:
  nature: voluntary
  scale: structural
  form: merger
  objectives: [{text: One service, serves: {north: [grow]}}]
  rationale: {vision: One service by 2028., vision_backed: {views: {north: partly, south: yes}}}
answers:
  objectives-serve-north: partly
  vs-finances-strong: yes
  key-people-trust: {views: {north: no, south: yes}}
`), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	b := assess.Assess(doc, assessments.Catalogue()).Front.Block(result.FrontMisfits)
	var told []string
	for _, l := range append(slices.Clone(b.Lines), b.More...) {
		told = append(told, result.FrontText(l.Text))
	}
	for i, begins := range []string{"The key people are identified and trust each other: North says no; South says yes", "Both organisations' finances are strong: answered yes; by the facts North is in deficit", "There is a clear vision", "It serves North's own objectives: answered partly; by the facts it serves “Serve every village”."} {
		if i >= len(told) || !strings.HasPrefix(told[i], begins) {
			t.Fatalf("%d is not %q: %q", i+1, begins, told)
		}
	}
}

// TestNoFactIsCutOff: of two facts that one line just does not hold, neither is lost, whichever organisation comes first.
func TestNoFactIsCutOff(t *testing.T) {
	for n := 90; n < 110; n++ { // letters of the longer name, so that some line is as long as a line may be
		long := strings.Repeat("n", n)
		doc, wrong := proposal.Read("p.yaml", []byte(`partner: 1
as_of: 2026-10-01
organisations:
  north: {name: N`+long+`, finance: {position: distressed}}
  south: {name: South, finance: {position: distressed}}
arrangement: {nature: voluntary, scale: structural, form: merger}
`), nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		b := assess.Assess(doc, assessments.Catalogue()).Front.Block(result.FrontAgainst)
		var told []string
		for _, l := range append(slices.Clone(b.Lines), b.More...) {
			told = append(told, result.FrontText(l.Text))
		}
		if all := strings.Join(told, "\n"); strings.Count(all, "cannot go on without financial support") != 2 {
			t.Fatalf("with %d letters: %s", n, all)
		}
	}
}
