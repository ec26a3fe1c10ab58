package portfolio_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	_ "partner/pkg/internal/drawn"
	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/batch"
	"partner/pkg/portfolio"
	"partner/testdata/lines"
)

var cat = assessments.Catalogue()

// tallied adds lines up.
func tallied(t interface{ Fatal(...any) }, r *portfolio.Reduction, all ...batch.Line) *portfolio.Tally {
	of := r.New()
	for i := range all {
		if err := r.Add(of, &all[i]); err != nil {
			t.Fatal(err)
		}
	}
	return of
}

// printed is all that is told of a tally.
func printed(t interface{ Fatal(...any) }, r *portfolio.Reduction, of *portfolio.Tally) string {
	text, err := json.MarshalIndent(r.Portfolio(of), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAnySplitInAnyOrderAndAnyTreeComesToTheSame: the reduction is associative and commutative, and its tallies can be
// written down and read again on the way.
func TestAnySplitInAnyOrderAndAnyTreeComesToTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := &portfolio.Reduction{Cat: cat, By: rapid.SampledFrom(portfolio.Bys).Draw(t, "by")}
		if rapid.Bool().Draw(t, "filtered") {
			r.Where, _ = portfolio.ParseWhere(cat, "stage=decide,unknown")
		}
		seed, n := rapid.IntRange(0, 1_000).Draw(t, "seed"), rapid.IntRange(0, 60).Draw(t, "lines")
		all := make([]batch.Line, n)
		for i := range all {
			all[i] = lines.Of(seed, i)
		}
		want := printed(t, r, tallied(t, r, all...))

		all = rapid.Permutation(all).Draw(t, "order")
		var parts []*portfolio.Tally
		for len(all) > 0 {
			size := rapid.IntRange(0, min(len(all), 40)).Draw(t, "size")
			parts = append(parts, tallied(t, r, all[:size]...))
			all = all[size:]
			if len(parts) > 30 {
				parts = append(parts, tallied(t, r, all...))
				break
			}
		}
		if len(parts) == 0 {
			parts = append(parts, r.New())
		}
		for len(parts) > 1 {
			i := rapid.IntRange(0, len(parts)-2).Draw(t, "pair")
			a, b := parts[i], parts[i+1]
			if rapid.Bool().Draw(t, "turned") {
				a, b = b, a
			}
			if rapid.Bool().Draw(t, "written down") {
				text, err := a.Encode()
				if err != nil {
					t.Fatal(err)
				}
				if a, err = portfolio.Decode(text); err != nil {
					t.Fatal(err)
				}
			}
			if err := a.Merge(b); err != nil {
				t.Fatal(err)
			}
			parts[i] = a
			parts = append(parts[:i+1], parts[i+2:]...)
		}
		if got := printed(t, r, parts[0]); got != want {
			t.Fatalf("added up otherwise it is another:\n%s", difference(got, want))
		}
	})
}

func difference(a, b string) string {
	x, y := bytes.Split([]byte(a), []byte("\n")), bytes.Split([]byte(b), []byte("\n"))
	for i := range min(len(x), len(y)) {
		if !bytes.Equal(x[i], y[i]) {
			return fmt.Sprintf("line %d: %s\nnot %s", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d lines, not %d", len(x), len(y))
}

// TestTheListsOfATallyAreBounded: beyond what is kept only numbers grow.
func TestTheListsOfATallyAreBounded(t *testing.T) {
	r := &portfolio.Reduction{Cat: cat}
	a, b := r.New(), r.New()
	one, bad := bare("a.yaml"), bare("b.yaml")
	bad.Standing, bad.Errors = nil, []batch.Wrong{{File: "x.yaml", Found: "wrong"}}
	const n = 2*portfolio.MostProposals + 10
	for i := range n {
		one.Path, bad.Path = fmt.Sprintf("a/%06d.yaml", n-i), fmt.Sprintf("b/%06d.yaml", n-i)
		to := a
		if i%3 == 0 {
			to = b
		}
		if r.Add(to, &one) != nil || r.Add(to, &bad) != nil {
			t.Fatal("a line was refused")
		}
	}
	if err := a.Merge(b); err != nil {
		t.Fatal(err)
	}
	p := r.Portfolio(a)
	if len(p.Proposals) != portfolio.MostProposals || p.Unlisted.Proposals != n-portfolio.MostProposals || p.Proposals[0].Path != "a/000001.yaml" || p.Proposals[portfolio.MostProposals-1].Path != "a/005000.yaml" {
		t.Errorf("%d proposals are listed, from %s, and %d not", len(p.Proposals), p.Proposals[0].Path, p.Unlisted.Proposals)
	}
	if len(p.Wrong) != portfolio.MostWrong || p.Unlisted.Wrong != n-portfolio.MostWrong || p.Wrong[0].Path != "b/000001.yaml" {
		t.Errorf("%d documents with errors are listed, and %d not", len(p.Wrong), p.Unlisted.Wrong)
	}
	if l := p.Layers[0].Layers[0]; l.Proposals != n || l.Profiles != 1 || len(l.Names) != portfolio.MostNames || l.Names[0].Path != "a/000001.yaml" {
		t.Errorf("a layer of %d proposals of %d profiles names %d", l.Proposals, l.Profiles, len(l.Names))
	}
}

// TestTalliesOfDifferentThingsAreNotMerged, nor are lines of another catalogue added.
func TestTalliesOfDifferentThingsAreNotMerged(t *testing.T) {
	r := &portfolio.Reduction{Cat: cat}
	where, err := portfolio.ParseWhere(cat, "rating=red")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []*portfolio.Reduction{{Cat: cat, By: portfolio.ByType}, {Cat: cat, Where: where}} {
		if r.New().Merge(o.New()) == nil {
			t.Errorf("merged with %+v", o.New().Of)
		}
	}
	l := bare("a.yaml")
	l.Catalogue.Hash = "000000000000"
	of := r.New()
	if err := r.Add(of, &l); err == nil || of.Lines != 0 {
		t.Errorf("a line of another catalogue: %v, %d lines", err, of.Lines)
	}
	for _, bad := range []string{"", "{", "{} {}", `{"off":1}`} {
		if _, err := portfolio.Decode([]byte(bad)); err == nil {
			t.Errorf("%q was read as a tally", bad)
		}
	}
}
