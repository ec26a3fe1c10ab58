package form_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/document"
	"partner/pkg/form"
	"partner/pkg/judge"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/report"
	"partner/pkg/source"
	"partner/testdata/fill"
)

// shapes are the formats of forms that are no YAML.
var shapes = []string{"xlsx", "docx", "markdown"}

// asked gives an example as a document, and the pack of its questions.
func asked(t testing.TB, file string) (*proposal.Proposal, *pack.Pack) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	from := proposal.File{Label: "p.yaml", Data: data, Files: os.DirFS(filepath.Dir(file))}
	doc, wrong := document.Read(from, assessments.Catalogue())
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return doc, pack.Make(assess.Result(judge.Judge(doc, assessments.Catalogue())), doc, assessments.Catalogue(), pack.Options{})
}

// printed is a form in a shape.
func printed(t testing.TB, p *pack.Pack, shape string) []byte {
	t.Helper()
	var b bytes.Buffer
	f, _ := report.Find(shape)
	if err := f.Packs(&b, slices.Values([]*pack.Pack{p}), report.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func examples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../examples/*.yaml")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	return files
}

// TestSpotsLeadBack: every field of every example has a number and a spot of its own, and the spot is read as it is written.
func TestSpotsLeadBack(t *testing.T) {
	for _, file := range examples(t) {
		_, p := asked(t, file)
		numbers, spots := map[string]bool{}, map[string]bool{}
		for _, x := range p.Form().Fields() {
			said := x.Spot.String()
			if got, is := pack.ParseSpot(said); !is || got.String() != said {
				t.Errorf("%s: %q is read as %q", file, said, got.String())
			}
			if numbers[x.Number] || spots[said] {
				t.Errorf("%s: %s, %q: a second time", file, x.Number, said)
			}
			numbers[x.Number], spots[said] = true, true
		}
	}
	for _, own := range []string{"english-duties/governors-vote", "english-duties/five-tests: arrangement.benefits @north #12 what"} { // of a catalogue of one's own
		if got, is := pack.ParseSpot(own); !is || got.String() != own {
			t.Errorf("%q is read as %q", own, got.String())
		}
	}
	for _, none := range []string{"", "a b", ": x", "x #", "x #0", "x:y", "a: b @", strings.Repeat("#", 99)} {
		if s, is := pack.ParseSpot(none); is && s.String() == "" {
			t.Errorf("%q is taken for a spot", none)
		}
	}
}

// TestEveryFieldComesBack fills in whatever there is to choose or to write in the form of each example, and reads the same
// answers from all shapes; nothing that the form itself offers is refused as what it may not be.
func TestEveryFieldComesBack(t *testing.T) {
	for _, file := range examples(t) {
		doc, p := asked(t, file)
		answers := fill.Answers{}
		n := 0
		for _, x := range p.Form().Fields() {
			switch {
			case x.Key == "id" || strings.HasPrefix(x.Number, "E"):
			case len(x.Words) == 1: // none, beside entries
			case len(x.Words) > 0:
				answers[x.Number] = x.Words[n%len(x.Words)]
			case strings.HasPrefix(x.Write, "a number"):
				answers[x.Number] = "12"
			case strings.HasPrefix(x.Write, "a date"):
				answers[x.Number] = "2026-11-02"
			case strings.HasPrefix(x.Write, "a text"):
				answers[x.Number] = `Said "so": a & b, <c> # [d]`
			}
			if n++; x.Reasoned && answers[x.Number] != "" {
				answers[x.Number+"/why"] = "because of - this: and 'that'"
			}
		}
		var first []pack.Answered
		for _, shape := range shapes {
			data, err := fill.Form(printed(t, p, shape), answers)
			if err != nil {
				t.Fatal(file, shape, err)
			}
			r, wrong := form.Read("form", data)
			if len(wrong) > 0 {
				t.Fatal(file, shape, wrong)
			}
			got := slices.Clone(r.Answers)
			for i := range got {
				got[i].Says.At, got[i].Because.At, got[i].Evidence.At = "", "", ""
			}
			if first == nil {
				first = got
			} else if !reflect.DeepEqual(got, first) {
				t.Errorf("%s: %s says something else than %s", file, shape, shapes[0])
			}
			if len(got) < 20 && len(p.Form().Fields()) > 60 {
				t.Errorf("%s: %s: %d answers came back", file, shape, len(got))
			}
			filled, wrong := pack.ReadReturned(r, doc, assessments.Catalogue())
			for _, d := range wrong {
				if strings.Contains(d.Expected, " or unknown") || strings.Contains(d.Found, "no pack") || strings.Contains(d.Found, "unknown place") {
					t.Errorf("%s: %s: %v", file, shape, d)
				}
			}
			if len(wrong) == 0 && len(filled.Said) == 0 && len(answers) > 2 {
				t.Errorf("%s: %s: nothing is said", file, shape)
			}
		}
	}
}

// answersAfter is what is read of a workbook after a change.
func answersAfter(t *testing.T, data []byte, change func(*excelize.File)) (map[string]string, source.Diagnostics) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	change(f)
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	r, wrong := form.Read("pack.xlsx", out.Bytes())
	said := map[string]string{}
	for _, a := range r.Answers {
		said[a.Spot.String()] = a.Says.Text
	}
	return said, wrong
}

// TestWorkbookIsKnownAgain: a form is read whatever people do to a workbook besides answering.
func TestWorkbookIsKnownAgain(t *testing.T) {
	_, p := asked(t, "../../examples/early-idea.yaml")
	data, err := fill.Form(printed(t, p, "xlsx"), fill.Answers{"A1": "Jo", "A2": "2026-05-12", "1.1": "voluntary", "9.1": "6"})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"answered-by": "Jo", "answered-on": "2026-05-12", "nature-consistent: arrangement.nature": "voluntary", "benefit-review-planned: arrangement.governance.benefit_review_months": "6"}
	row := func(f *excelize.File, number string) int {
		rows, _ := f.GetRows("Questions")
		return 1 + slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == number })
	}
	cell := func(column string, row int) string {
		name, err := excelize.JoinCellName(column, row)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	for name, change := range map[string]func(*excelize.File){
		"as it is": func(*excelize.File) {},
		"a row moved": func(f *excelize.File) {
			from := row(f, "1.1")
			for _, column := range strings.Split("ABCDEFG", "") {
				text, _ := f.GetCellValue("Questions", cell(column, from))
				_ = f.SetCellStr("Questions", cell(column, 900), text)
			}
			_ = f.RemoveRow("Questions", from)
		},
		"a column put in":    func(f *excelize.File) { _ = f.InsertCols("Questions", "C", 1) },
		"a column taken out": func(f *excelize.File) { _ = f.RemoveCol("Questions", "F") },
		"another name":       func(f *excelize.File) { _ = f.SetSheetName("Questions", "Finance's answers") },
		"shown": func(f *excelize.File) {
			_ = f.SetSheetVisible("Form", true)
			_ = f.SetColVisible("Questions", "G", true)
		},
		"a number": func(f *excelize.File) { _ = f.SetCellInt("Questions", cell("C", row(f, "9.1")), 6) },
		"spaces": func(f *excelize.File) {
			_ = f.SetCellStr("Questions", cell("C", row(f, "1.1")), " voluntary\u00a0\n")
		},
		"a typed day": func(f *excelize.File) {
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			if err != nil {
				t.Fatal(err)
			}
			at := cell("C", row(f, "A2"))
			_ = f.SetCellStyle("Questions", at, at, style)
			_ = f.SetCellInt("Questions", at, 46154) // 12 May 2026
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, wrong := answersAfter(t, data, change)
			if len(wrong) > 0 || !maps.Equal(got, want) {
				t.Errorf("got %v, %v", got, wrong)
			}
		})
	}
	for name, c := range map[string]struct {
		change func(*excelize.File)
		says   string
	}{
		"an answer where nothing is asked": {func(f *excelize.File) { _ = f.SetCellStr("Questions", "D4", "see above") }, `pack.xlsx: Questions!D4: "see above", in a row that asks nothing`},
		"a spot that is none":              {func(f *excelize.File) { _ = f.SetCellStr("Questions", cell("G", row(f, "1.1")), "?") }, `"?", which says of no field where it goes`},
	} {
		t.Run(name, func(t *testing.T) {
			if _, wrong := answersAfter(t, data, c.change); !strings.Contains(wrong.Error(), c.says) {
				t.Errorf("got %v", wrong)
			}
		})
	}
}

// TestPaperIsKnownAgain: a paper is read whatever a program makes of its fields.
func TestPaperIsKnownAgain(t *testing.T) {
	_, p := asked(t, "../../examples/early-idea.yaml")
	data, err := fill.Form(printed(t, p, "docx"), fill.Answers{"1.1": "voluntary", "1.1/why": "they said"})
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(string) string{
		"as it is":                func(s string) string { return s },
		"without names of fields": func(s string) string { return strings.ReplaceAll(s, "w:tag", "w:other") },
		"words that no longer say that they hold a place": func(s string) string { return strings.ReplaceAll(s, "<w:showingPlcHdr/>", "") },
		"words of another language that hold a place":     func(s string) string { return strings.ReplaceAll(s, ">write here<", ">Klicken Sie hier<") },
		"in pieces": func(s string) string {
			return strings.Replace(s, ">voluntary<", ">volun</w:t></w:r><w:r><w:t>tary<", 1)
		},
		"with a deletion": func(s string) string {
			return strings.Replace(s, ">voluntary<", ">voluntary</w:t></w:r><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del><w:r><w:t><", 1)
		},
		"a paragraph more": func(s string) string {
			return strings.Replace(s, ">they said<", ">they</w:t></w:r><w:r><w:br/><w:t>said<", 1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			changed, err := fill.Part(data, "word/document.xml", func(s string) (string, error) { return change(s), nil })
			if err != nil {
				t.Fatal(err)
			}
			r, wrong := form.Read("pack.docx", changed)
			if len(wrong) > 0 || len(r.Answers) != 1 || r.Answers[0].Says.Text != "voluntary" || strings.Join(strings.Fields(r.Answers[0].Because.Text), " ") != "they said" {
				t.Errorf("got %v, %v", r.Answers, wrong)
			}
		})
	}
	broken, err := fill.Part(data, "word/document.xml", func(s string) (string, error) { return strings.Replace(s, ">3.1<", ">3.99<", 1), nil })
	if err != nil {
		t.Fatal(err)
	}
	if r, wrong := form.Read("pack.docx", broken); len(wrong) > 0 || len(r.Answers) != 1 {
		t.Errorf("a number that nobody answered: %v, %v", r.Answers, wrong)
	}
	broken, err = fill.Part(data, "word/document.xml", func(s string) (string, error) { return strings.Replace(s, ">1.1<", ">1.99<", 1), nil })
	if err != nil {
		t.Fatal(err)
	}
	if _, wrong := form.Read("pack.docx", broken); !strings.Contains(wrong.Error(), "pack.docx: 1.99, answer: an answer to what the form does not ask") {
		t.Errorf("got %v", wrong)
	}
}

// TestEquationsAreNoDigits: of what is set as an equation it is said that it is one. Its parts stand above and beside each other,
// and in a row they would make another number: one and a half would be 112.
func TestEquationsAreNoDigits(t *testing.T) {
	_, p := asked(t, "../../examples/early-idea.yaml")
	data, err := fill.Form(printed(t, p, "docx"), fill.Answers{"1.1": "voluntary", "1.1/why": "HERE million"})
	if err != nil {
		t.Fatal(err)
	}
	const half = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>1</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`
	data, err = fill.Part(data, "word/document.xml", func(s string) (string, error) {
		return strings.Replace(s, `<w:r><w:t xml:space="preserve">HERE million<`, half+`<w:r><w:t xml:space="preserve"> million<`, 1), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	r, wrong := form.Read("pack.docx", data)
	if len(wrong) > 0 || len(r.Answers) != 1 || r.Answers[0].Because.Text != "[an equation] million" {
		t.Errorf("got %v, %v", r.Answers, wrong)
	}
}

// TestCellsWithoutAPlace: a cell that does not say where it stands is in the column after the cell before it.
func TestCellsWithoutAPlace(t *testing.T) {
	_, p := asked(t, "../../examples/early-idea.yaml")
	data, err := fill.Form(printed(t, p, "xlsx"), fill.Answers{"1.1": "voluntary", "1.1/why": "they said"})
	if err != nil {
		t.Fatal(err)
	}
	for part, columns := range map[string]string{"sheet1": "[DG]", "sheet2": "B", "sheet3": "B"} {
		places := regexp.MustCompile(`<c r="` + columns + `[0-9]+"`)
		if data, err = fill.Part(data, "xl/worksheets/"+part+".xml", func(s string) (string, error) { return places.ReplaceAllString(s, "<c"), nil }); err != nil {
			t.Fatal(err)
		}
	}
	r, wrong := form.Read("pack.xlsx", data)
	if len(wrong) > 0 || len(r.Answers) != 1 || r.Answers[0].Says.Text != "voluntary" || r.Answers[0].Because.Text != "they said" {
		t.Errorf("got %v, %v", r.Answers, wrong)
	}
}

// TestYesByWordAndNumber: a workbook has four ways to write what is true and what is not.
func TestYesByWordAndNumber(t *testing.T) {
	_, p := asked(t, "../../examples/early-idea.yaml")
	data, err := fill.Form(printed(t, p, "xlsx"), fill.Answers{"1.1": "voluntary"})
	if err != nil {
		t.Fatal(err)
	}
	for raw, want := range map[string]string{"1": "yes", "true": "yes", "0": "no", "false": "no"} {
		changed, err := fill.Part(data, "xl/worksheets/sheet1.xml", func(s string) (string, error) {
			return strings.Replace(s, `t="s"><v>0</v>`, `t="b"><v>`+raw+`</v>`, 1), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		r, wrong := form.Read("pack.xlsx", changed)
		if len(wrong) > 0 || len(r.Answers) != 1 || r.Answers[0].Says.Text != want {
			t.Errorf("%s: got %v, %v", raw, r.Answers, wrong)
		}
	}
}

// TestCharactersByTheirNumbers: workbooks write some characters so, and what only looks like one, too.
func TestCharactersByTheirNumbers(t *testing.T) {
	_, p := asked(t, "../../examples/early-idea.yaml")
	data, err := fill.Form(printed(t, p, "xlsx"), fill.Answers{"A1": "MARK", "1.1/why": "Room of MARK"})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"} {
		if data, err = fill.Part(data, part, func(s string) (string, error) {
			return strings.ReplaceAll(s, "MARK", "Jo_x000D_\nPark _x00e9_ _x005F_x0041_x005F_x0042_ _x0008_ _xD83D_"), nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	r, wrong := form.Read("pack.xlsx", data)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	said := ""
	for _, a := range r.Answers {
		said += a.Says.Text + "; " + a.Because.Text + "\n"
	}
	const marked = "Jo\nPark é _x0041_x0042_ _x0008_ _xD83D_"
	if want := marked + "; \n; Room of " + marked + "\n"; said != want {
		t.Errorf("got %q, want %q", said, want)
	}
}

// TestHugeArchives: what would unpack to far more than a form holds is refused before it does.
func TestHugeArchives(t *testing.T) {
	_, p := asked(t, "../../examples/early-idea.yaml")
	for shape, part := range map[string]string{"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml"} {
		for name, c := range map[string]struct {
			text, says string
		}{
			"large":  {"<a>" + strings.Repeat("<b/>", 17<<20) + "</a>", "far more in it than a form holds"},
			"deep":   {strings.Repeat("<a>", 300), "nested too deeply"},
			"no XML": {"<a", "cannot be read"},
		} {
			data, err := fill.Part(printed(t, p, shape), part, func(string) (string, error) { return c.text, nil })
			if err != nil {
				t.Fatal(err)
			}
			if _, wrong := form.Read("form", data); !strings.Contains(wrong.Error(), c.says) {
				t.Errorf("%s, %s: got %v", shape, name, wrong)
			}
		}
	}
}
