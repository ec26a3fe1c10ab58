package report_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/report"
	"partner/pkg/source"
)

// TestEachReportTellsWhatIsLaidOverTheCatalogue: which catalogue it is by, with version and hash, what that changed, and
// how the built-in one alone rates, in every format that a person or a program reads a whole report in.
func TestEachReportTellsWhatIsLaidOverTheCatalogue(t *testing.T) {
	const folder = "../../examples/catalogues/school-trusts"
	cat, _, wrong := assessments.Catalogue().Lay(os.DirFS(folder), "school-trusts")
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	data, err := os.ReadFile(folder + "/proposal.yaml")
	if err != nil {
		t.Fatal(err)
	}
	doc, amiss := document.Read(proposal.File{Label: "proposal.yaml", Data: data}, cat)
	if len(amiss) > 0 {
		t.Fatal(amiss)
	}
	x := report.Outcome{Name: "proposal.yaml", Result: assess.Assess(doc, cat)}
	for _, name := range []string{"text", "markdown", "html", "json", "docx", "xlsx", "sarif", "junit", "csv", "github", "gitlab"} {
		f, _ := report.Find(name)
		var b bytes.Buffer
		if err := f.Reports(&b, slices.Values([]report.Outcome{x}), report.Options{Width: 160, Catalogue: cat}); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		if f.Binary {
			text = unpacked(t, b.Bytes())
		}
		text = strings.Join(strings.Fields(text), " ")
		changes, off := "2 criteria changed", "2 criteria switched off"
		if slices.Contains([]string{"sarif", "junit", "csv", "github", "gitlab"}, name) {
			changes, off = "changes impact-data and data-access-agreed", "switches off regulator-on-board and oversight-committee"
		}
		for _, says := range []string{"By the built-in catalogue alone the whole is", cat.Overlay.Hash, "school-trusts 1", assessments.Catalogue().Hash, changes, off} {
			if !strings.Contains(text, says) {
				t.Errorf("%s does not say %q", name, says)
			}
		}
	}
}

// unpacked gives the text of the parts of an archive.
func unpacked(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(io.LimitReader(r, source.MaxBytes*8))
		if err != nil {
			t.Fatal(err)
		}
		all.Write(part)
	}
	return all.String()
}
