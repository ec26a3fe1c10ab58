package pack_test

import (
	"os"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/pack"
	"partner/pkg/proposal"
)

// TestWhatAHouseAsks: the questions of a catalogue of one's own are in the pack, marked as its own; those that cap stand
// among the decisive ones, those that count in its block alone behind all that moves a rating of the whole, and what moves
// none comes last.
func TestWhatAHouseAsks(t *testing.T) {
	cat, _, wrong := assessments.Catalogue().Lay(os.DirFS("../../examples/catalogues/english-duties"), "duties")
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	text := "partner: 1\ntitle: One\nas_of: 2026-10-01\norganisations: {north: {name: North, sector: nhs}, south: {name: South, sector: nhs}}\n" +
		"arrangement:\n  form: merger\n  nature: voluntary\n  roles: {partners: [north, south]}\n  timeline: {decision: 2027-01-20, starts: 2027-06-01}\n"
	doc, bad := document.Read(proposal.File{Label: "p.yaml", Data: []byte(text)}, cat)
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	place := map[string]int{}
	last, idle := 0, false
	for i, q := range pack.Make(assess.Result(judge.Judge(doc, cat)), doc, cat, pack.Options{}).InTurn() {
		place[q.Criterion] = i + 1
		own, marked := strings.HasPrefix(q.Criterion, "english-duties/"), strings.Contains(strings.Join(q.Told(), " "), "Asked by the catalogue english-duties")
		if own != marked {
			t.Errorf("%s is asked by the house: %t, and marked so: %t", q.Criterion, own, marked)
		}
		if q.Rank > 0 {
			last = i + 1
		}
		if idle && q.Rates {
			t.Errorf("%s moves a rating, and comes behind what moves none", q.Criterion)
		}
		idle = idle || !q.Rates
	}
	capping, counting := place["english-duties/transaction-reported"], place["english-duties/governors-vote"]
	if capping == 0 || counting == 0 || capping > last || counting < last || !idle {
		t.Errorf("what caps stands at %d, what counts in its own block at %d, and the last that moves a rating of the whole at %d", capping, counting, last)
	}
}
