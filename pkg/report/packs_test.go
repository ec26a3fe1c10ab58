package report_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/form"
	"partner/pkg/judge"
	"partner/pkg/pack"
	"partner/pkg/report"
	"partner/testdata/hostile"
	"partner/testdata/readback"
	"partner/testdata/trial"
)

// TestFormsOfHostileDocuments: whatever a document calls things, a form of it is one that readers of its format read, that
// belongs to it, and that says nothing yet.
func TestFormsOfHostileDocuments(t *testing.T) {
	saying, cat := trial.Saying(t, "../../examples/contradictory.yaml"), assessments.Catalogue()
	for n, text := range hostile.Texts() {
		doc := saying(hostileName, text.Text)
		p := pack.Make(assess.Result(judge.Judge(doc, cat)), doc, cat, pack.Options{})
		for i, name := range []string{"xlsx", "docx", "markdown"} {
			if n%3 != i { // each in turn
				continue
			}
			t.Run(text.Name+"/"+name, func(t *testing.T) {
				f, _ := report.Find(name)
				var b bytes.Buffer
				if err := f.Packs(&b, slices.Values([]*pack.Pack{p}), report.Options{}); err != nil {
					t.Fatal(err)
				}
				switch name {
				case "xlsx":
					readback.Workbook(t, b.Bytes())
				case "markdown":
					readback.Harmless(t, b.Bytes())
				}
				r, wrong := form.Read("form", b.Bytes())
				if len(wrong) > 0 || len(r.Answers) > 0 || !strings.HasPrefix(r.About["format"].Text, "partner-form/") {
					t.Fatalf("it says %v, and of itself %v: %v", r.Answers, r.About, wrong)
				}
				if filled, wrong := pack.ReadReturned(r, doc, cat); len(wrong) > 0 || len(filled.Said) > 0 {
					t.Errorf("it is not known again: %v, %v", filled.Said, wrong)
				}
			})
		}
	}
}
