package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"partner/pkg/portfolio"
	"partner/testdata/readback"
)

// linesOfExamples assesses all examples, and gives the file with their lines.
func linesOfExamples(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "results.ndjson")
	if code, _, stderr := run(t, "batch", "--quiet", "examples", "-o", file); code != 0 {
		t.Fatal(stderr)
	}
	return file
}

// TestGoldensOfThePortfolio are the examples as one portfolio, in each format and read again in each.
func TestGoldensOfThePortfolio(t *testing.T) {
	atRoot(t)
	lines := linesOfExamples(t)
	var p portfolio.Portfolio
	data := printed(t, "portfolio", "--quiet", "--format=json", lines)
	golden(t, "portfolio/examples.json", data)
	reread(t, data, &p, "portfolio")
	if p.Documents.Told != len(examples(t)) || len(p.Proposals) != p.Documents.Told {
		t.Errorf("%+v, and %d proposals are listed", p.Documents, len(p.Proposals))
	}
	text := page(t, "portfolio", "--quiet", lines)
	golden(t, "portfolio/examples.txt", text)
	golden(t, "portfolio/examples-types.txt", page(t, "portfolio", "--quiet", "--by=type", "--where=stage=unknown", lines))
	for _, o := range []struct{ suffix, width, ascii string }{{"-60", "60", "false"}, {"-ascii", "100", "true"}} {
		narrow := printed(t, "portfolio", "--quiet", "--color=never", "--width="+o.width, "--ascii="+o.ascii, lines)
		golden(t, "portfolio/examples"+o.suffix+".txt", narrow)
		if o.ascii == "true" && strings.ContainsAny(narrow, "░▒▓█─…·–→£") {
			t.Error("it is not drawn with ASCII alone")
		}
	}
	table := printed(t, "portfolio", "--quiet", "--format=csv", lines)
	golden(t, "portfolio/examples.csv", table)
	rows := readback.CSV(t, []byte(table))
	markdown := printed(t, "portfolio", "--quiet", "--format=markdown", lines)
	golden(t, "portfolio/examples.md", markdown)
	read := readback.MarkdownPage(t, []byte(markdown))

	byPath := map[string]map[string]string{}
	for _, row := range rows {
		byPath[row["path"]] = row
	}
	for _, x := range p.Proposals {
		row := byPath[x.Path]
		if row["title"] != x.Title || row["overall"] != portfolio.RatedSoFar(x.Overall).String() || row["governance_low"] != x.Questions[5].Low.String() || row["not_met"] != fmt.Sprint(x.Counts.NotMet) {
			t.Errorf("%s has the row %v", x.Path, row)
		}
		if x.Attention != portfolio.Nothing {
			says(t, read.Text, x.Title)
		}
	}
	if len(rows) != len(p.Proposals) {
		t.Errorf("%d rows", len(rows))
	}
	for _, g := range p.Groups {
		says(t, text, fmt.Sprintf("%d PROPOSALS", g.Proposals))
		says(t, strings.Join(read.Headings, " "), fmt.Sprintf("%d proposals", g.Proposals))
	}
	for _, c := range p.Gates {
		says(t, text, c.ID)
		says(t, read.Text, c.Title)
	}
}

// TestColourOnlyAddsToAPortfolio: without it the same words stand there.
func TestColourOnlyAddsToAPortfolio(t *testing.T) {
	atRoot(t)
	lines := linesOfExamples(t)
	plain, coloured := page(t, "portfolio", "--quiet", lines), printed(t, "portfolio", "--quiet", "--color=always", "--width=100", lines)
	if coloured == plain || uncoloured.ReplaceAllString(coloured, "") != plain {
		t.Error("colour does not only add")
	}
}

// uncoloured matches what sets a colour.
var uncoloured = regexp.MustCompile("\x1b\\[[0-9;]*m")
