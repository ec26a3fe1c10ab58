package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"partner/pkg/result"
	"partner/testdata/readback"
)

// rereaders read each format for programs, and give how many findings are in it, or -1 where it does not hold all.
var rereaders = []struct {
	format, ext string
	read        func(testing.TB, []byte) int
}{
	{"ndjson", "ndjson", func(t testing.TB, out []byte) int { return len(readback.Objects(t, out)) }},
	{"csv", "csv", func(t testing.TB, out []byte) int { return len(readback.CSV(t, out)) }},
	{"markdown", "md", func(t testing.TB, out []byte) int { return len(readback.Markdown(t, out).Tasks) }},
	{"sarif", "sarif", func(t testing.TB, out []byte) int { return len(readback.SARIF(t, out)) }},
	{"junit", "xml", func(t testing.TB, out []byte) int {
		all, _ := readback.JUnit(t, out)
		return len(all)
	}},
	{"github", "github", func(t testing.TB, out []byte) int {
		readback.GitHub(t, out)
		return -1
	}},
	{"gitlab", "gitlab.json", func(t testing.TB, out []byte) int { return len(readback.GitLab(t, out)) }},
}

// TestGoldensOfFormats prints two examples in every format for programs, checked and assessed; the goldens of what
// is checked, and of what is assessed where that is not the same as another golden.
func TestGoldensOfFormats(t *testing.T) {
	atRoot(t)
	all := examples(t)
	for _, name := range []string{"contradictory", "networked-clinic"} {
		r := assessed(t, all[name])
		for _, f := range rereaders {
			t.Run(name+"/"+f.format, func(t *testing.T) {
				code, printed, stderr := run(t, "check", "--quiet", "--format", f.format, all[name])
				if code != 0 || stderr != "" {
					t.Fatalf("exit code %d; %s", code, stderr)
				}
				golden(t, "formats/"+name+"-check."+f.ext, printed)
				if n := f.read(t, []byte(printed)); n != len(r.Findings) && n >= 0 {
					t.Errorf("%d findings, not %d", n, len(r.Findings))
				}
				code, printed, stderr = run(t, "assess", "--format", f.format, all[name])
				if code != 0 || stderr != "" {
					t.Fatalf("exit code %d; %s", code, stderr)
				}
				f.read(t, []byte(printed))
				if f.format == "ndjson" {
					sameAsJSON(t, printed, r)
				} else if name == "networked-clinic" {
					golden(t, "formats/"+name+"-assess."+f.ext, printed)
				}
			})
		}
	}
}

// TestGoldensOfWorkbooks keeps the workbook of an example there to be opened.
func TestGoldensOfWorkbooks(t *testing.T) {
	atRoot(t)
	code, printed, stderr := run(t, "assess", "--format", "xlsx", "examples/case-c.yaml")
	if code != 0 || stderr != "" {
		t.Fatalf("exit code %d; %s", code, stderr)
	}
	if rows := readback.Workbook(t, []byte(printed))["Criteria"]; len(rows) != len(assessed(t, "examples/case-c.yaml").Criteria)+1 {
		t.Errorf("%d rows of criteria", len(rows)-1)
	}
	goldenBytes(t, "examples/reports/case-c.xlsx", printed)
}

// sameAsJSON holds a line to the result that the JSON document holds.
func sameAsJSON(t *testing.T, line string, r *result.Result) {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		t.Fatal(err)
	}
	if line != b.String() {
		t.Error("the line is another than the JSON document")
	}
}
