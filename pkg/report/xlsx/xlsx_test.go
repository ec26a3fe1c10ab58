package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"partner/assessments"
	"partner/pkg/portfolio"
	"partner/pkg/report/outline"
	"partner/pkg/report/xlsx"
	"partner/testdata/hostile"
	"partner/testdata/lines"
)

var cat = assessments.Catalogue()

// added is what so many made-up lines come to.
func added(t *testing.T, n int) *portfolio.Portfolio {
	t.Helper()
	r := &portfolio.Reduction{Cat: cat}
	of := r.New()
	for i := range n {
		l := lines.Of(3, i)
		if err := r.Add(of, &l); err != nil {
			t.Fatal(err)
		}
	}
	return r.Portfolio(of)
}

func written(t *testing.T, p *portfolio.Portfolio) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Portfolio(&b, p, cat); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opened reads a workbook as excelize does: the rows of each sheet.
func opened(t *testing.T, book []byte) map[string][][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		if all[name], err = f.GetRows(name); err != nil {
			t.Fatal(err)
		}
		panes, err := f.GetPanes(name)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the header does not stay in sight: %+v, %v", name, panes, err)
		}
		if layout, err := f.GetPageLayout(name); err != nil || layout.Orientation == nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
			t.Errorf("%s is not set up to print: %v", name, err)
		}
		if props, err := f.GetSheetProps(name); err != nil || props.FitToPage == nil || !*props.FitToPage {
			t.Errorf("%s does not fit its page: %v", name, err)
		}
	}
	titles := 0
	for _, d := range f.GetDefinedName() {
		if d.Name == "_xlnm.Print_Titles" && d.RefersTo == d.Scope+"!$1:$1" {
			titles++
		}
	}
	if titles != len(all) {
		t.Errorf("%d of %d headers repeat on each page", titles, len(all))
	}
	return all
}

// TestTheWorkbookIsReadAgain by excelize: every proposal, finding and action is there once, in its words.
func TestTheWorkbookIsReadAgain(t *testing.T) {
	p := added(t, 200)
	all := opened(t, written(t, p))
	if len(all) != 6 {
		t.Fatalf("%d sheets", len(all))
	}
	matrix, findings, actions := all["Matrix"], len(p.Wrong)+1, 1
	if len(matrix) != len(p.Proposals)+1 {
		t.Errorf("the matrix has %d rows of %d proposals", len(matrix), len(p.Proposals))
	}
	for i := range p.Proposals {
		x, row := &p.Proposals[i], matrix[i+1]
		if row[0] != x.Title || row[1] != x.Path || !strings.HasPrefix(row[6], portfolio.RatedSoFar(x.Overall).String()) || !strings.HasPrefix(row[13], portfolio.RatedSoFar(x.Questions[5].Range).String()) || row[3] != outline.AttentionWords(x) {
			t.Errorf("%s has the row %q", x.Path, row)
		}
		findings += len(x.OpenGates) + x.Found()
		actions += len(x.DoFirst) + len(x.FindOutFirst)
	}
	if len(all["Findings"]) != findings || len(all["Actions"]) != actions {
		t.Errorf("%d findings of %d, %d actions of %d", len(all["Findings"]), findings, len(all["Actions"]), actions)
	}
	if n := 1 + len(p.Groups)*8; len(all["Ratings"]) != n || all["Ratings"][1][4] != fmt.Sprint(p.Groups[0].Whole.Green) {
		t.Errorf("%d rows of ratings, and not %d: %q", len(all["Ratings"]), n, all["Ratings"][1])
	}
}

// TestTheSameBytesEachTime, and every part of the package is XML in which no formula and no link stands.
func TestTheSameBytesEachTime(t *testing.T) {
	p := added(t, 60)
	book := written(t, p)
	if !bytes.Equal(book, written(t, p)) {
		t.Error("written again it is another")
	}
	sound(t, book)
}

// sound holds that every part of a package is well-formed, made on no day, and holds no formula and no link.
func sound(t *testing.T, book []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.Modified.Year() != 2000 {
			t.Errorf("%s was made at %s", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(r)
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			if e, is := token.(xml.StartElement); is && (e.Name.Local == "f" || e.Name.Local == "hyperlink" || e.Name.Local == "externalReference") {
				t.Errorf("%s holds a %s", f.Name, e.Name.Local)
			}
		}
	}
}

// TestHostileTextsAreTexts: whatever a document says stands in its cell, and is shown whole or says that it goes on.
func TestHostileTextsAreTexts(t *testing.T) {
	p := added(t, 40)
	texts := append(hostile.Texts(), hostile.Text{Name: "short formula", Text: "=1+1"}, hostile.Text{Name: "a number", Text: "007"}, hostile.Text{Name: "a character by its number", Text: "_x0041_x0042_ of _x005F_ and _x000D_"})
	for i, x := range texts {
		p.Proposals[i%len(p.Proposals)].Title = x.Text
	}
	matrix := opened(t, written(t, p))["Matrix"]
	for i, x := range texts {
		if i >= len(p.Proposals) {
			break
		}
		got, want := matrix[i+1][0], strings.ToValidUTF8(outline.Clean(p.Proposals[i].Title), "\ufffd")
		if !held(got, want) {
			t.Errorf("%s came back as %q", x.Name, got)
		}
	}
}

// held reports whether a cell holds a text as it should: whole, or as far as it says.
func held(cell, text string) bool {
	whole := strings.Map(func(r rune) rune {
		if r == '\ufffe' || r == '\uffff' {
			return '\ufffd'
		}
		return r
	}, text)
	return cell == whole || strings.HasSuffix(cell, "… (shortened)") && strings.HasPrefix(whole, strings.TrimSuffix(cell, " … (shortened)"))
}

// TestBeyondWhatItHoldsTheWorkbookSaysSo.
func TestBeyondWhatItHoldsTheWorkbookSaysSo(t *testing.T) {
	p := added(t, 30)
	p.Unlisted.Proposals, p.Unlisted.Wrong = 1234, 5
	all := opened(t, written(t, p))
	said := ""
	for _, row := range all["Overview"] {
		said += strings.Join(row, " ") + "\n"
	}
	if !strings.Contains(said, fmt.Sprintf("in no other sheet but this and Ratings: those hold the %d proposals that need attention first  1234", len(p.Proposals))) {
		t.Errorf("%s", said)
	}
	told := false
	for _, row := range all["Findings"] {
		told = told || strings.Contains(strings.Join(row, " "), "5 more documents have errors")
	}
	if !told {
		t.Error("documents with errors that are not listed are not counted")
	}
}
