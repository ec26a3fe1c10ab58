package main

import (
	"testing"

	"partner/testdata/readback"
)

// TestGoldensOfMarkdown are pages for wikis and tickets, each read again as GitHub reads it.
func TestGoldensOfMarkdown(t *testing.T) {
	atRoot(t)
	for _, x := range []struct {
		path string
		args []string
	}{
		{"examples/reports/case-c.md", []string{"assess", "--full", "examples/case-c.yaml"}},
		{"testdata/golden/markdown/contradictory-findings.md", []string{"assess", "--only", "findings,evidence", "examples/contradictory.yaml"}},
		{"testdata/golden/markdown/compare.md", []string{"compare", "examples/case-b.yaml", "examples/case-c.yaml"}},
		{"testdata/golden/markdown/diff.md", []string{"diff", "examples/case-b.yaml", "examples/case-c.yaml"}},
		{"testdata/golden/markdown/options.md", []string{"options", "examples/case-c.yaml"}},
	} {
		page := printed(t, append([]string{x.args[0], "--format", "markdown"}, x.args[1:]...)...)
		goldenAt(t, x.path, page)
		if read := readback.MarkdownPage(t, []byte(page)); len(read.Headings) == 0 {
			t.Errorf("%s has no heading", x.path)
		}
	}
}
