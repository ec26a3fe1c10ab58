package markdown_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/compare"
	"partner/pkg/judge"
	"partner/pkg/report/internal/example"
	"partner/pkg/report/markdown"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
	"partner/testdata/hostile"
	"partner/testdata/readback"
	"partner/testdata/trial"
)

var cat = assessments.Catalogue()

// read draws a page and reads it again as GitHub does.
func read(t *testing.T, o outline.Outline) readback.Page {
	t.Helper()
	var b bytes.Buffer
	if err := markdown.Page(&b, o); err != nil {
		t.Fatal(err)
	}
	return readback.MarkdownPage(t, b.Bytes())
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// said are the words of blocks, text by text.
func said(all []outline.Block) []wording.Text {
	var texts []wording.Text
	words := func(s string) { texts = append(texts, wording.Text{{Text: s}}) }
	for _, b := range all {
		switch b := b.(type) {
		case outline.Paragraph:
			texts = append(texts, b.Text)
		case outline.Heading:
			words(b.Text)
		case outline.Chapter:
			words(b.Title)
		case outline.Item:
			texts = append(append(texts, b.Text), said(b.Below)...)
		case outline.Below:
			texts = append(texts, said(b.Blocks)...)
		case outline.Fact:
			texts = append(texts, b.Text)
			for _, l := range b.Lines {
				words(l.Text)
			}
		case outline.Terms:
			for _, x := range b.Of {
				texts = append(append(texts, wording.Text{x.Name}, x.Text), said(x.Below)...)
			}
		case outline.Table:
			for _, row := range b.Rows {
				texts = append(texts, row...)
			}
		case outline.Pair:
			words(b.Left.Title)
			words(b.Right.Title)
			texts = append(append(texts, said(b.Left.Blocks)...), said(b.Right.Blocks)...)
		}
	}
	return texts
}

// holds holds that a page says every text of an outline, in its words.
func holds(t *testing.T, o outline.Outline) {
	t.Helper()
	page := read(t, o)
	text := squeezed(page.Text)
	n := 0
	for _, s := range append(append([]outline.Section{{Blocks: o.Lead}}, o.Sections...), o.Annex...) {
		if s.Title != "" && !strings.Contains(strings.Join(page.Headings, "\n"), s.Title) {
			t.Errorf("no heading says %q", s.Title)
		}
		for _, words := range said(s.Blocks) {
			for _, part := range words { // between which signs may stand
				n++
				if want := squeezed(part.Text); !strings.Contains(text, want) {
					t.Errorf("%s does not say %q", s.Name, want)
				}
			}
		}
	}
	if n == 0 {
		t.Error("nothing was looked for")
	}
}

// TestAWholeReportSaysWhatTheOutlineSays of each example, with every line of the first screen, and no place of the document
// before the appendix.
func TestAWholeReportSaysWhatTheOutlineSays(t *testing.T) {
	files, err := filepath.Glob("../../../examples/*.yaml")
	if err != nil || len(files) < 8 {
		t.Fatalf("the examples are %q, %v", files, err)
	}
	for _, file := range append(files, "../../../examples/networked-clinic/proposal.yaml") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			r := trial.File(t, file)
			o := outline.Whole(r)
			holds(t, o)
			var b bytes.Buffer
			if err := markdown.Page(&b, o); err != nil {
				t.Fatal(err)
			}
			face, appendix, found := strings.Cut(b.String(), "\n## Appendix")
			if !found || strings.Contains(face, ".yaml:") || !strings.Contains(appendix, ".yaml") {
				t.Error("places in the document do not stand in the appendix alone")
			}
			text := squeezed(readback.MarkdownPage(t, []byte(face)).Text)
			for _, block := range r.Front.Blocks {
				for _, lines := range [][]result.FrontLine{block.Lines, block.More} {
					for i := range lines {
						if want := squeezed(result.FrontText(lines[i].Text)); !strings.Contains(text, want) {
							t.Errorf("the front does not say %q", want)
						}
					}
				}
			}
		})
	}
}

// TestOtherPagesSayWhatTheirOutlinesSay: comparisons, differences and options, in brief and whole.
func TestOtherPagesSayWhatTheirOutlinesSay(t *testing.T) {
	all := example.Judged(os.DirFS("../../../examples"))
	holds(t, outline.Comparison(compare.Compare(all)))
	for _, x := range all[1:] {
		d := compare.Diff(all[0], x)
		holds(t, outline.Difference(d))
		holds(t, outline.FullDifference(d))
	}
	r := trial.File(t, "../../../examples/case-c.yaml")
	for _, name := range outline.Names() {
		if o := outline.Only(r, name); len(o.Sections) > 0 && name != "limits" && name != "front" {
			holds(t, o)
		}
	}
	o := assess.OptionsOf(judge.At(trial.Saying(t, "../../../examples/case-c.yaml")("c.yaml", "a text"), cat, result.UnknownStage))
	holds(t, outline.Options(o))
	holds(t, outline.FullOptions(o))
}

// TestHostileTextsStayOnTheirPage, whatever stands anywhere in a document: nothing is taken for markup, and the title is
// the heading.
func TestHostileTextsStayOnTheirPage(t *testing.T) {
	saying := trial.Saying(t, "../../../examples/contradictory.yaml")
	other := compare.Judge(saying("plain.yaml", "a text"), cat)
	for _, x := range hostile.Texts() {
		t.Run(x.Name, func(t *testing.T) {
			of := compare.Judge(saying("hostile.yaml", x.Text), cat)
			page := read(t, outline.Whole(of.Result))
			if want := squeezed(strings.ReplaceAll(outline.Clean(of.Result.Front.Title), "\u200b", "")); len(page.Headings) == 0 || squeezed(page.Headings[0]) != want {
				t.Errorf("the heading is %q, and not %q", page.Headings[0], want)
			}
			read(t, outline.FullOptions(assess.OptionsOf(of.Judgement)))
			read(t, outline.FullDifference(compare.Diff(other, of)))
			read(t, outline.Comparison(compare.Compare([]compare.Judged{of, other})))
		})
	}
}
