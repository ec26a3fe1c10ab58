package assess_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partner/pkg/assess"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/testdata/trial"
)

func overlaid(t *testing.T, text string, views ...proposal.View) *result.Result {
	t.Helper()
	doc, wrong := proposal.Read("test.yaml", []byte("partner: 1\n"+text), os.DirFS("."))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if doc, wrong = document.Overlay(doc, views, cat); len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return assess.Assess(doc, cat)
}

// TestViewsLaidOverAreViewsInTheDocument: what two files say comes to the same as the document that says it.
func TestViewsLaidOverAreViewsInTheDocument(t *testing.T) {
	const base = "evidence: {memo: {kind: internal, title: A memo}}\norganisations: {north: {name: North, finance: {position: strong}}, south: {name: South}}\narrangement: {nature: mandated, scale: structural, form: acquisition, roles: {acquirer: north, acquired: south}%s}\nanswers: {%s}\n"
	in := trial.Text(t, fmt.Sprintf(base, ", engagement: {plans_open: {views: {north: yes, south: no}}}", "superiority-avoided: {views: {north: {is: yes, evidence: [memo]}, south: partly}}, key-people-trust: {views: {south: no}}"))
	over := overlaid(t, fmt.Sprintf(base, ", engagement: {plans_open: yes}", "superiority-avoided: no"),
		proposal.View{Organisation: "south", Label: "s.yaml", Data: []byte("arrangement: {engagement: {plans_open: no}}\nanswers: {superiority-avoided: partly, key-people-trust: no}\n")},
		proposal.View{Organisation: "north", Label: "n.yaml", Data: []byte("answers: {superiority-avoided: {is: yes, evidence: [memo]}, board-learns-first: unknown}\n")})
	plain := func(r *result.Result) any {
		statuses := map[string]any{}
		for _, c := range r.Criteria {
			statuses[c.ID] = []any{c.Status, c.Documented, c.Views}
		}
		var boards [][]result.Rating
		for _, b := range r.Boards {
			var ratings []result.Rating
			for _, x := range b.Answers {
				ratings = append(ratings, x.Rating)
			}
			boards = append(boards, ratings)
		}
		return []any{r.Overall, r.Verdict, r.Documented, statuses, boards}
	}
	if d := cmp.Diff(plain(in), plain(over)); d != "" {
		t.Error(d)
	}
	if f := trial.Finding(over, "disagreement-arrangement-engagement-plans_open"); f == nil {
		t.Errorf("%+v", over.Findings)
	}
	if p := over.Criterion("superiority-avoided").Place; p.File != "n.yaml" {
		t.Errorf("decided at %v", p)
	}
}
