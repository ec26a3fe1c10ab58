package html_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"partner/pkg/assess"
	"partner/pkg/compare"
	"partner/pkg/report/html"
	"partner/pkg/report/internal/example"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
	"partner/testdata/readback"
)

// written is a page of outlines, and what a browser sees of it.
func written(t testing.TB, all ...outline.Outline) ([]byte, readback.Paper) {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, slices.Values(all)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), readback.HTML(t, b.Bytes())
}

// results are results of all kinds, by what they are of.
func results() map[string]*result.Result {
	all := map[string]*result.Result{"both boards": example.Boarded()}
	for name, r := range example.Hostile() {
		all[name] = r
	}
	fronted := example.Result()
	fronted.Front = example.Front()
	all["with a first screen"] = fronted
	for _, j := range example.Judged(os.DirFS("../../../examples")) {
		of := *j.Result
		of.Options = assess.Options(j.Doc, j.Cat)
		all[j.Result.File] = &of
	}
	return all
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// TestEverySentenceIsOnThePage: whatever the outline says stands on the page, in its words.
func TestEverySentenceIsOnThePage(t *testing.T) {
	for name, r := range results() {
		o := outline.OnePage(r)
		_, page := written(t, o)
		said := 0
		see := func(words string) {
			said++
			if words = squeezed(words); !strings.Contains(page.Text, words) {
				t.Errorf("%s: %q is not on the page", name, words)
			}
		}
		for _, s := range o.Sections {
			see(s.Title)
			texts(s.Blocks, func(text wording.Text) { see(onTheFace(text)) })
		}
		for _, s := range o.Annex {
			see(s.Title)
			texts(s.Blocks, func(text wording.Text) { see(text.String()) })
		}
		see(o.Closing.String())
		see(o.Sheet.Verdict)
		see(o.Sheet.Purpose)
		see(o.Sheet.Whole.String())
		for _, a := range o.Sheet.Asked {
			see(a)
		}
		if o.Front != nil {
			for _, b := range o.Front.Blocks {
				for _, l := range b.Lines {
					see(result.FrontText(l.Text))
					see(l.Label)
					see(wording.Upper(l.Who))
				}
			}
		}
		if said < 20 {
			t.Errorf("%s: only %d texts were looked for", name, said)
		}
	}
}

// onTheFace is what a board reads of a text: neither places nor ids.
func onTheFace(text wording.Text) string {
	var shown wording.Text
	for _, p := range text {
		if p.Place {
			continue
		}
		if p.Criterion != "" && strings.HasPrefix(p.Text, "[") {
			p.Text = strings.TrimPrefix(strings.TrimPrefix(strings.Trim(p.Text, "[]"), p.Criterion), ", ")
		}
		shown = append(shown, p)
	}
	return shown.String()
}

// texts gives every text of some blocks to see.
func texts(all []outline.Block, see func(wording.Text)) {
	words := func(s string) { see(wording.Text{{Text: s}}) }
	for _, b := range all {
		switch b := b.(type) {
		case outline.Heading:
			words(b.Text)
		case outline.Chapter:
			words(b.Title)
		case outline.Paragraph:
			see(b.Text)
		case outline.Item:
			see(b.Text)
			texts(b.Below, see)
		case outline.Below:
			texts(b.Blocks, see)
		case outline.Fact:
			words(b.Label)
			see(b.Text)
		case outline.Terms:
			for _, t := range b.Of {
				see(t.Text)
				texts(t.Below, see)
			}
		case outline.Table:
			for _, row := range b.Rows {
				for _, c := range row {
					see(c)
				}
			}
		case outline.Pair:
			texts(b.Left.Blocks, see)
			texts(b.Right.Blocks, see)
		case outline.Matrix:
			see(b.Context.Words)
			see(b.Enablers.Words)
		case outline.Strips:
			for _, s := range b.Of {
				words(s.Title)
				words(s.Says())
				for _, c := range slices.Concat(s.Cells, s.Warnings) {
					words(c.Claim)
				}
			}
		case outline.Steps:
			for _, s := range b.Of {
				words(s.Says())
			}
		}
	}
}

// TestTheFaceNamesNoPlace: a board reads neither ids nor places of the document; whoever points at something sees them.
func TestTheFaceNamesNoPlace(t *testing.T) {
	for _, name := range []string{"case-c.yaml", "case-e.yaml", "contradictory.yaml"} {
		r := results()[name]
		_, page := written(t, outline.OnePage(r))
		face, annex, found := strings.Cut(page.Text, "Annex, for whoever edits the document Each criterion")
		if !found {
			t.Fatalf("%s: there is no annex in %.200q", name, page.Text)
		}
		face = strings.ReplaceAll(face, "["+r.File+"]", "")
		hints := strings.Join(page.Hints, "\n")
		named := 0
		for i := range r.Criteria {
			c := &r.Criteria[i]
			if strings.Contains(face, "["+c.ID) {
				t.Errorf("%s: a board reads %s", name, c.ID)
			}
			if strings.Contains(annex, "["+c.ID) && strings.Contains(hints, c.ID) {
				named++
			}
		}
		if strings.Contains(face, r.File+":") || !strings.Contains(annex, r.File+":") || !strings.Contains(hints, r.File) || named < 10 {
			t.Errorf("%s: the face names a place, or the annex and what is shown of it none (%d)", name, named)
		}
	}
}

// TestCriteriaAreReached: what the face claims of a criterion leads to where the annex tells it.
func TestCriteriaAreReached(t *testing.T) {
	r := results()["case-c.yaml"]
	out, page := written(t, outline.OnePage(r))
	reached := 0
	for _, q := range r.Questions {
		for _, id := range slices.Concat(q.For, q.Against, q.Unknown) {
			if !page.IDs["criterion-"+id] || !bytes.Contains(out, []byte(`href="#criterion-`+id+`"`)) {
				t.Errorf("nothing leads to %s", id)
			}
			reached++
		}
	}
	if reached == 0 {
		t.Error("there is no criterion")
	}
}

// TestSeveralOnOnePage keeps the ids of each apart, and ends as a page does.
func TestSeveralOnOnePage(t *testing.T) {
	r := example.Result()
	out, page := written(t, outline.OnePage(r), outline.OnePage(r), outline.Only(r, "limits"))
	if !page.IDs["questions"] || !page.IDs["p2-questions"] || !page.IDs["p3-limits"] || !bytes.HasSuffix(out, []byte("</html>\n")) || bytes.Count(out, []byte("<title>"+"N")) != 1 {
		t.Errorf("%v", page.IDs)
	}
	if _, page := written(t); page.Text != "Nothing to show" {
		t.Errorf("of nothing it says %q", page.Text)
	}
}

// TestOtherPages are those that commands print besides reports.
func TestOtherPages(t *testing.T) {
	judged := example.Judged(os.DirFS("../../../examples"))
	for i, j := range judged {
		next := judged[(i+1)%len(judged)]
		of := assess.Options(j.Doc, j.Cat)
		for name, o := range map[string]outline.Outline{
			"options": outline.Options(of), "all options": outline.FullOptions(of), "moved": outline.FullDifference(compare.Diff(j, next)), "full": outline.Full(j.Result), "brief": outline.Front(j.Result),
		} {
			_, page := written(t, o)
			for _, s := range o.Sections {
				if !strings.Contains(page.Text, squeezed(s.Title)) {
					t.Errorf("%s, %s: %q is not on the page", j.Result.File, name, s.Title)
				}
				texts(s.Blocks, func(text wording.Text) {
					if want := squeezed(onTheFace(text)); !strings.Contains(page.Text, want) {
						t.Errorf("%s, %s: %q is not on the page", j.Result.File, name, want)
					}
				})
			}
		}
	}
	_, page := written(t, outline.Comparison(compare.Compare(judged)))
	if len(page.Headings) < 3 {
		t.Errorf("%q", page.Headings)
	}
}

// TestLinksByScheme: an address leads somewhere where it is of the web or of mail, and otherwise stands as text.
func TestLinksByScheme(t *testing.T) {
	addresses := map[string]bool{
		"https://example.org/a?b=c&d": true, "HTTP://example.org": true, "mailto:board@example.org": true,
		"javascript:alert(1)": false, " javascript:alert(1)": false, "java\tscript:alert(1)": false, "data:text/html,x": false, "vbscript:x": false, "file:///etc/passwd": false, `S:\papers\item 7.docx`: false,
		"//example.org/x": false, "/etc/passwd": false, "board paper: item 7": false, "tel:0123": false, "https:": false, "mailto:": false, "": false, "http://[::1": false, "#questions": false,
	}
	for address, leads := range addresses {
		r := example.Result()
		r.Evidence.Pieces[0].Link = address
		_, page := written(t, outline.OnePage(r))
		if (len(page.Links) > 0) != leads || !strings.Contains(page.Text, squeezed(address)) {
			t.Errorf("%q leads to %q", address, page.Links)
		}
	}
}
