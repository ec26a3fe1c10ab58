package docx_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/assess"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/report/docx"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
	"partner/testdata/hostile"
	"partner/testdata/readback"
	"partner/testdata/trial"
)

// top moves a test to a folder from which the examples are as near as they are named.
func top(t *testing.T) {
	t.Helper()
	t.Chdir("..")
}

// withOptions is the result for a file, with its options.
func withOptions(t testing.TB, file string) *result.Result {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	j := judge.At(trial.Read(t, filepath.Base(file), data, filepath.Dir(file)), assessments.Catalogue(), result.UnknownStage)
	r := assess.Result(j)
	r.Options = assess.OptionsOf(j)
	return r
}

func written(t testing.TB, r *result.Result, o docx.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := docx.Write(&b, outline.PaperOf(r), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// squeezed is text without regard to spaces, and to the case in which a sentence begins.
func squeezed(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// TestEveryExampleIsAPaper whose parts hang together, in which every sentence of the first screen stands, and which has a
// heading for each section.
func TestEveryExampleIsAPaper(t *testing.T) {
	top(t)
	for _, file := range trial.Examples(t) {
		t.Run(file, func(t *testing.T) {
			r := withOptions(t, file)
			out := written(t, r, docx.Options{})
			if !bytes.Equal(out, written(t, r, docx.Options{})) {
				t.Error("written again it is another")
			}
			w := readback.Word(t, out)
			if w.Title != r.Front.Title || w.Language != "en-GB" {
				t.Errorf("it is called %q and in %q", w.Title, w.Language)
			}
			text := squeezed(strings.Join(w.Paragraphs, "\n"))
			for _, b := range r.Front.Blocks {
				lines := b.Lines
				if b.ID != result.FrontSettle { // all of that are conditions, in their own words
					lines = slices.Concat(lines, b.More)
				}
				for _, l := range lines {
					if said := squeezed(result.FrontText(l.Text)); !strings.Contains(text, said) {
						t.Errorf("%q is not told", said)
					}
				}
			}
			p := outline.PaperOf(r)
			var sections []string
			for _, s := range p.Page.Sections {
				sections = append(sections, s.Title)
			}
			if want := append(append([]string{"Summary"}, sections...), "Appendix"); !slices.Equal(w.Headings[1], want) {
				t.Errorf("the headings are %q, and not %q", w.Headings[1], want)
			}
			if w.Headers < 5 || len(w.Headings[2]) < 10 || len(w.Headings[3]) < 1 {
				t.Errorf("%d header rows, and the headings %q", w.Headers, w.Headings)
			}
		})
	}
}

// TestPlacesAndIdsStandInTheAppendixAlone: what a board reads names no line of the document, and no criterion by its id.
func TestPlacesAndIdsStandInTheAppendixAlone(t *testing.T) {
	top(t)
	for _, file := range trial.Examples(t) {
		r := withOptions(t, file)
		w := readback.Word(t, written(t, r, docx.Options{}))
		at := slices.Index(w.Paragraphs[slices.Index(w.Paragraphs, "Summary")+20:], "Appendix")
		if at < 0 {
			t.Fatal("there is no appendix")
		}
		at += slices.Index(w.Paragraphs, "Summary") + 20
		face, appendix := strings.Join(w.Paragraphs[:at], "\n"), strings.Join(w.Paragraphs[at:], "\n")
		for _, c := range r.Criteria {
			if strings.Contains(face, "["+c.ID) {
				t.Errorf("%s: %s is named where a board reads", file, c.ID)
			}
		}
		if strings.Contains(face, ".yaml") || !strings.Contains(appendix, ".yaml") {
			t.Errorf("%s: a file is named where a board reads, or nowhere", file)
		}
	}
}

// TestTheFrontSheetIsFilledIn, or says what is left to fill in.
func TestTheFrontSheetIsFilledIn(t *testing.T) {
	top(t)
	r := withOptions(t, "../../examples/case-c.yaml")
	w := readback.Word(t, written(t, r, docx.Options{}))
	for _, name := range docx.FieldNames() {
		want := map[string]string{"title": r.Title, "purpose": "For discussion"}[name]
		if want == "" {
			want = "to be filled in"
		}
		if w.Fields[name] != want {
			t.Errorf("%s: %q, and not %q", name, w.Fields[name], want)
		}
	}
	f := docx.Fields{}
	for _, name := range docx.FieldNames() {
		says := "The " + name + " & <others>"
		if name == "purpose" {
			says = " assurance"
		}
		if err := f.Set(docx.Field(name), says); err != nil {
			t.Fatal(err)
		}
	}
	if f.Set(docx.Purpose, "fun") == nil {
		t.Error("a purpose that no paper has is taken")
	}
	w = readback.Word(t, written(t, r, docx.Options{Fields: f}))
	for _, name := range docx.FieldNames() {
		want := "The " + name + " & <others>"
		if name == "purpose" {
			want = "Assurance"
		}
		if w.Fields[name] != want {
			t.Errorf("%s: %q, and not %q", name, w.Fields[name], want)
		}
	}
	if w.Title != "The title & <others>" || !strings.Contains(string(w.Parts["docProps/core.xml"]), "<dc:creator>The author &amp; &lt;others&gt;</dc:creator>") {
		t.Errorf("the properties are %s", w.Parts["docProps/core.xml"])
	}
}

// TestRatingsStandInWordsBesideTheirColour: no cell has a colour and no word.
func TestRatingsStandInWordsBesideTheirColour(t *testing.T) {
	top(t)
	r := withOptions(t, "../../examples/networked-clinic/proposal.yaml")
	body := string(readback.Word(t, written(t, r, docx.Options{})).Parts["word/document.xml"])
	coloured := strings.Split(body, "<w:shd ")[1:]
	if len(coloured) < 10 {
		t.Errorf("only %d cells have a colour", len(coloured))
	}
	for _, c := range coloured {
		cell, _, _ := strings.Cut(c, "</w:tc>")
		_, text, is := strings.Cut(cell, `<w:t xml:space="preserve">`)
		if text, _, _ = strings.Cut(text, "<"); !is || strings.TrimSpace(text) == "" {
			t.Fatalf("a colour alone: %s", cell)
		}
	}
	for _, q := range r.Questions {
		if g := q.Rating.SoFar; g != rating.Unrated && !q.Rating.TooLittleKnown && !strings.Contains(strings.ToLower(body), g.String()) {
			t.Errorf("%s is nowhere said", g)
		}
	}
}

// TestHostileTextsStayInTheirPlaces: whatever a document or the front sheet says, the paper hangs together and says it.
func TestHostileTextsStayInTheirPlaces(t *testing.T) {
	top(t)
	saying := trial.Saying(t, "../../examples/contradictory.yaml")
	for _, x := range hostile.Texts() {
		t.Run(x.Name, func(t *testing.T) {
			r := assess.Result(judge.At(saying("h.yaml", x.Text), assessments.Catalogue(), result.UnknownStage))
			f := docx.Fields{}
			for _, name := range []docx.Field{docx.Meeting, docx.Date, docx.Agenda, docx.Author} {
				if err := f.Set(name, x.Text); err != nil {
					t.Fatal(err)
				}
			}
			w := readback.Word(t, written(t, r, docx.Options{Fields: f}))
			want := forXML(strings.TrimSpace(outline.Clean(x.Text)))
			if strings.TrimSpace(w.Title) != want || want != "" && strings.TrimSpace(w.Fields["meeting"]) != want {
				t.Errorf("it is called %q and of %q, and not %q", w.Title, w.Fields["meeting"], want)
			}
		})
	}
}

// forXML is text as XML can hold it.
func forXML(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\ufffe' || r == '\uffff' {
			return '\ufffd'
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// TestAnyProposalIsAPaper holds the same of documents at random.
func TestAnyProposalIsAPaper(t *testing.T) {
	facts := trial.OpenFacts()
	rapid.Check(t, func(r *rapid.T) {
		tree := trial.DrawTree(r, facts, rapid.Float64Range(0, 0.6).Draw(r, "share"))
		trial.DrawDepartures(r, tree)
		stage := rapid.SampledFrom([]result.Stage{result.UnknownStage, result.ToDecide, result.ToStart, result.Running}).Draw(r, "stage")
		j := judge.At(trial.ReadTree(r, tree), assessments.Catalogue(), stage)
		of := assess.Result(j)
		readback.Word(t, written(t, of, docx.Options{}))
	})
}

// TestASummaryStaysOnTwoPages: where the first screen says very much, what there is most of gives way and is counted.
func TestASummaryStaysOnTwoPages(t *testing.T) {
	top(t)
	r := *withOptions(t, "../../examples/networked-clinic/proposal.yaml")
	long := strings.Repeat("This goes on and on, as some papers do. ", 12)
	r.Front.Blocks = slices.Clone(r.Front.Blocks)
	for i := range r.Front.Blocks {
		b := &r.Front.Blocks[i]
		b.Lines = slices.Clone(b.Lines)
		for n := range b.Lines {
			b.Lines[n].Text = []result.FrontPart{{Text: fmt.Sprint(b.ID, n, " ", long)}}
		}
	}
	w := readback.Word(t, written(t, &r, docx.Options{}))
	from := slices.Index(w.Paragraphs[12:], "Summary") + 12
	from += slices.Index(w.Paragraphs[from+1:], "Summary") + 1
	to := from + slices.Index(w.Paragraphs[from:], "Conditions that the boards can set")
	letters, more := 0, false
	for _, p := range w.Paragraphs[from:to] {
		letters += len(p)
		more = more || strings.HasSuffix(p, " more under “In full”.")
	}
	if !more || letters > 13*len(long)+2000 {
		t.Errorf("%d letters stand in the summary; what is left out is counted: %t", letters, more)
	}
	full := strings.Join(w.Paragraphs[to:], "\n")
	for _, b := range r.Front.Blocks {
		if b.ID != result.FrontFor && b.ID != result.FrontAgainst {
			continue
		}
		for n := range b.Lines {
			if !strings.Contains(full, fmt.Sprint(b.ID, n, " ")) {
				t.Errorf("%s %d is not told in full", b.ID, n)
			}
		}
	}
}

// small is a paper of one section.
func small() outline.Paper {
	return outline.Paper{Sheet: outline.Sheet{Title: "A paper"}, Page: outline.Outline{Sections: []outline.Section{{Name: "one", Title: "One", Blocks: []outline.Block{
		outline.Item{Text: wording.Text{{Text: "an item"}}},
		outline.Table{Columns: []outline.Column{{Title: "a"}}, Rows: [][]wording.Text{{{{Text: "b"}}}}},
	}}}}}
}

func hostileTexts() []string {
	var all []string
	for _, x := range hostile.Texts() {
		all = append(all, x.Text)
	}
	return all
}
