package main

import (
	"slices"
	"strings"
	"testing"

	"partner/testdata/readback"
)

// TestGoldensOfPages prints every example as a page and reads it as a browser does; one of them is there to be read.
func TestGoldensOfPages(t *testing.T) {
	atRoot(t)
	all := examples(t)
	page := func(t *testing.T, args ...string) (string, readback.Paper) {
		t.Helper()
		code, printed, stderr := run(t, args...)
		if code != 0 || stderr != "" {
			t.Fatalf("exit code %d; %s", code, stderr)
		}
		return printed, readback.HTML(t, []byte(printed))
	}
	for name, file := range all {
		t.Run(name, func(t *testing.T) {
			r := assessed(t, file)
			printed, read := page(t, "assess", "--format=html", file)
			if name == "case-c" {
				goldenAt(t, "examples/reports/"+name+".html", printed)
			}
			for _, heading := range []string{"The six questions", "The options", "Evidence", "What this report cannot tell"} {
				if !slices.Contains(read.Headings, heading) {
					t.Errorf("there is no section %q", heading)
				}
			}
			if read.Title != r.Title || !strings.Contains(read.Text, r.Overall.Words) || !strings.Contains(read.Text, r.Verdict.Sentence) || len(read.Pictures) < 7 {
				t.Errorf("%q, with %d pictures, does not tell %q", read.Title, len(read.Pictures), r.Overall.Words)
			}
		})
	}
	if printed, read := page(t, "check", "--quiet", "--format=html", all["contradictory"]); len(assessed(t, all["contradictory"]).Findings) == 0 || !strings.HasPrefix(read.Title, "What was found in ") {
		t.Errorf("%.100s", printed)
	}
	for _, args := range [][]string{
		{"options", "--format=html", all["case-c"]}, {"compare", "--format=html", all["case-b"], all["case-c"]}, {"diff", "--format=html", all["case-b"], all["case-c"]},
		{"assess", "--format=html", "--only=evidence,limits", all["case-c"]}, {"assess", "--format=html", "--brief", all["case-c"]},
	} {
		t.Run(args[0], func(t *testing.T) {
			if _, read := page(t, args...); len(read.Headings) < 3 && args[0] != "diff" || len(read.Text) < 300 {
				t.Errorf("%v gives %q", args, read.Text)
			}
		})
	}
}
