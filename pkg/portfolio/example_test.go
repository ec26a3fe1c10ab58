package portfolio_test

import (
	"fmt"

	"partner/assessments"
	"partner/pkg/batch"
	"partner/pkg/judge"
	"partner/pkg/portfolio"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// Lines of many documents are added up, in parts that merge in any order: here two, in which one organisation stands
// twice.
func Example() {
	cat := assessments.Catalogue()
	reduction := portfolio.Reduction{Cat: cat}
	part := func(path, other string) *portfolio.Tally {
		doc, _ := proposal.Read(path, []byte("partner: 1\norganisations: {north: {name: Northfield, kind: acute}, other: {name: "+other+", kind: community}}\n"), nil)
		made := batch.MadeBy("1.0.0", cat, result.UnknownStage, nil)
		made.Path = path
		j := judge.Judge(doc, cat)
		line := batch.LineOf(made, j, judge.Findings(j))
		t := reduction.New()
		if err := reduction.Add(t, &line); err != nil {
			fmt.Println(err)
		}
		return t
	}
	whole := part("a.yaml", "Eastmere")
	if err := whole.Merge(part("b.yaml", "Westmere")); err != nil {
		fmt.Println(err)
	}
	p := reduction.Portfolio(whole)
	fmt.Println(p.Documents.All, "documents")
	for _, o := range p.Organisations {
		fmt.Println(o.Name, "in", o.Proposals)
	}
	// Output:
	// 2 documents
	// Northfield in 2
}
