package report_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/report"
)

// A document is read, assessed and printed: as text for people, or as JSON for programs.
func Example() {
	doc, _ := proposal.Read("proposal.yaml", []byte(`partner: 1
title: Northfield acquires Eastmere
organisations: {northfield: {name: Northfield}, eastmere: {name: Eastmere}}
`), nil)
	outcomes := []report.Outcome{{Name: "proposal.yaml", Result: assess.Assess(doc, assessments.Catalogue())}}

	text, _ := report.Find("text")
	var page bytes.Buffer
	if err := text.Reports(&page, slices.Values(outcomes), report.Options{Width: 80}); err != nil {
		fmt.Println(err)
	}
	first, _, _ := strings.Cut(page.String(), "\n")
	fmt.Println(strings.TrimSpace(first))
	// Output:
	// Northfield acquires Eastmere
}
