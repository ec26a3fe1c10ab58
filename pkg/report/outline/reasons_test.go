package outline_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// TestEveryReasonIsTold of partnerships that were described for their own sake: why a board backs it, on which condition an
// approval is granted, why a post is new, what an answer rests on. All of it stands in the whole report, word for word.
func TestEveryReasonIsTold(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/elsewhere/*.yaml")
	if err != nil || len(files) < 12 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, wrong := document.Read(proposal.Plainly(file, data, os.DirFS(filepath.Dir(file))), assessments.Catalogue())
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		told := wordsOf(outline.Full(assess.Assess(doc, assessments.Catalogue())))
		doc.Root.Walk(func(v *proposal.Value) {
			if v.Because != "" && !strings.Contains(told, bare(v.Because)) {
				t.Errorf("%s: %s: nothing tells %q", filepath.Base(file), v.Path(), v.Because)
			}
		})
	}
}

// wordsOf are all the words of a page, one after the other.
func wordsOf(o outline.Outline) string {
	var b strings.Builder
	see := func(text wording.Text) { b.WriteString(bare(text.String()) + " ") }
	if o.Front != nil {
		for _, block := range o.Front.Blocks {
			for _, l := range block.Lines {
				see(wording.Text{{Text: result.FrontText(l.Text)}})
			}
		}
	}
	texts(o.Lead, see)
	for _, s := range o.Sections {
		texts(s.Blocks, see)
	}
	return b.String()
}

// bare leaves the letters and digits of a text.
func bare(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}
