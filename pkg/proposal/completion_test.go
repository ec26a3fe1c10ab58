package proposal_test

import (
	"testing"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// TestACompletionIsFilledInAnew: what was filled in leaves nothing behind once it is taken back, in sections, in lists and at
// what the proposal gave as unknown, and the proposal itself stays as it is.
func TestACompletionIsFilledInAnew(t *testing.T) {
	const text = "partner: 1\ntitle: Two\norganisations: {north: {name: North}, south: {name: South}}\narrangement: {nature: unknown}\n"
	doc, wrong := proposal.Read("two.yaml", []byte(text), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	c := doc.Completed()
	arrangement := c.Under(c.Root, "arrangement")
	fill := func(nature, work string) {
		t.Helper()
		if !c.Say(c.Under(arrangement, "nature"), nature) {
			t.Fatalf("the nature cannot be %s", nature)
		}
		list := c.Under(arrangement, "history")
		if !c.Open(list) || !c.Say(c.Under(c.Add(list), "what"), work) {
			t.Fatalf("there is no place for %s", work)
		}
		history := c.Root.Find("arrangement.history").Stated()
		if is := c.Root.Find(paths.Nature).Word; is != nature || len(history) != 1 || history[0].At("what").Word != work {
			t.Errorf("filled in with %s and %s it says %s and %d pieces of earlier work", nature, work, is, len(history))
		}
	}
	empty := func(p *proposal.Proposal) {
		t.Helper()
		if p.Root.Find(paths.Nature).Known() || p.Root.Find("arrangement.history") != nil {
			t.Error("something is left of what was filled in")
		}
	}
	fill("mandated", "a shared clinic")
	empty(doc)
	c.Again()
	empty(c.Proposal)
	fill("voluntary", "a pay office")
	c.Back(0)
	empty(c.Proposal)
}
