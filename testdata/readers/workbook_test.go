package readers

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/judge"
	"partner/pkg/portfolio"
	"partner/pkg/report/xlsx"
	"partner/pkg/result"
	"partner/testdata/hostile"
	"partner/testdata/lines"
	"partner/testdata/trial"
)

// workbooks are what readers of workbooks read.
var workbooks = []struct {
	name  string
	write func(*testing.T, io.Writer) error
}{
	{"portfolio", portfolioBook},
	{"proposal", func(t *testing.T, w io.Writer) error {
		return xlsx.Proposal(w, trial.File(t, "../../examples/networked-clinic/proposal.yaml"))
	}},
	{"hostile proposal", func(t *testing.T, w io.Writer) error {
		var all strings.Builder
		for _, x := range hostile.Texts() {
			all.WriteString(x.Text[:min(len(x.Text), 200)] + " ")
		}
		saying := trial.Saying(t, "../../examples/contradictory.yaml")
		return xlsx.Proposal(w, assess.Result(judge.At(saying("hostile.yaml", strings.ToValidUTF8(all.String(), "")), assessments.Catalogue(), result.UnknownStage)))
	}},
}

// portfolioBook writes a workbook of made-up proposals, of which some say hostile texts.
func portfolioBook(_ *testing.T, w io.Writer) error {
	r := &portfolio.Reduction{Cat: assessments.Catalogue()}
	of := r.New()
	for i := range 60 {
		l := lines.Of(3, i)
		if texts := hostile.Texts(); l.Standing != nil && i < len(texts) {
			l.Title = texts[i].Text
		} else if l.Standing != nil {
			l.Title = fmt.Sprint(strings.Repeat("A title that goes on and on, ", 1+i%12), "to its very end", i)
		}
		if err := r.Add(of, &l); err != nil {
			return err
		}
	}
	return xlsx.Portfolio(w, r.Portfolio(of), r.Cat)
}

// workbook writes a workbook, and gives its file and the rows of each sheet as excelize has them.
func workbook(t *testing.T, write func(*testing.T, io.Writer) error) (string, map[string][][]string) {
	t.Helper()
	var b bytes.Buffer
	if err := write(t, &b); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		if all[name], err = f.GetRows(name); err != nil {
			t.Fatal(err)
		}
	}
	return file, all
}

// same holds the cells that a reader has of a sheet to those that are there.
func same(t *testing.T, sheet string, got, want [][]string) {
	t.Helper()
	for len(got) > 0 && strings.Join(got[len(got)-1], "") == "" {
		got = got[:len(got)-1]
	}
	if len(got) != len(want) {
		t.Errorf("%s has %d rows, and not %d", sheet, len(got), len(want))
		return
	}
	for i := range want {
		g, w := got[i], want[i]
		for len(g) > 0 && g[len(g)-1] == "" {
			g = g[:len(g)-1]
		}
		for len(w) > 0 && w[len(w)-1] == "" {
			w = w[:len(w)-1]
		}
		if !slices.Equal(g, w) {
			t.Errorf("%s, row %d: %q, and not %q", sheet, i+1, g, w)
		}
	}
}

// TestWorkbookCells: openpyxl, exceljs and gnumeric have the same cells as excelize.
func TestWorkbookCells(t *testing.T) {
	t.Parallel()
	for _, b := range workbooks {
		t.Run(b.name, func(t *testing.T) { sameCells(t, b.write) })
	}
}

func sameCells(t *testing.T, write func(*testing.T, io.Writer) error) {
	file, want := workbook(t, write)
	for name, by := range map[string]func() ([]byte, error){
		"openpyxl": func() ([]byte, error) { return python("openpyxl", "workbook_cells.py", file) },
		"exceljs":  func() ([]byte, error) { return node("exceljs", file) },
	} {
		t.Run(name, func(t *testing.T) {
			out, err := by()
			got := decoded[map[string][][]string](t, read(t, out, err))
			if len(got) != len(want) {
				t.Errorf("%d sheets, and not %d", len(got), len(want))
			}
			for sheet := range want {
				same(t, sheet, got[sheet], want[sheet])
			}
		})
	}
	t.Run("gnumeric", func(t *testing.T) {
		folder := t.TempDir()
		out, err := ran("ssconvert", "-S", "-O", "quoting-mode=always", "-T", "Gnumeric_stf:stf_assistant", file, filepath.Join(folder, "%s.csv"))
		read(t, out, err)
		for sheet := range want {
			text, err := os.ReadFile(filepath.Join(folder, sheet+".csv"))
			if err != nil {
				t.Fatal(err)
			}
			of := csv.NewReader(bytes.NewReader(text))
			of.FieldsPerRecord = -1
			rows, err := of.ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			same(t, sheet, rows, want[sheet])
		}
	})
}

// TestWorkbookPrintedByLibreOffice: the header stands on every page, and no text is cut: every word of every cell is
// printed, the last of a text, which is the first to be lost where a row is too low, among them.
func TestWorkbookPrintedByLibreOffice(t *testing.T) {
	t.Parallel()
	for _, b := range workbooks {
		t.Run(b.name, func(t *testing.T) { printedWhole(t, b.write) })
	}
}

func printedWhole(t *testing.T, write func(*testing.T, io.Writer) error) {
	file, want := workbook(t, write)
	folder := t.TempDir()
	out, err := ran("soffice", "-env:UserInstallation=file://"+filepath.ToSlash(folder)+"/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, file)
	read(t, out, err)
	text, err := ran("pdftotext", "-layout", filepath.Join(folder, "book.pdf"), "-")
	pages := strings.Split(strings.TrimSuffix(string(read(t, text, err)), "\f"), "\f")
	if len(pages) < len(want) {
		t.Fatalf("%d pages of %d sheets", len(pages), len(want))
	}
	titles := map[string]bool{}
	words := map[string]int{}
	held := 0
	for _, rows := range want {
		titles[strings.Fields(rows[0][0])[0]] = true
		for _, row := range rows[1:] {
			for _, cell := range row {
				for w := range strings.FieldsSeq(cell) {
					if simple.MatchString(w) {
						words[w]++
						held++
					}
				}
			}
		}
	}
	if held < 1000 {
		t.Errorf("%d words were looked for", held)
	}
	for i, page := range pages {
		if first := strings.Fields(page)[0]; !titles[first] {
			t.Errorf("page %d begins with %q and not with a header", i+1, first)
		}
		for w := range strings.FieldsSeq(page) {
			words[w]--
		}
	}
	for w, n := range words {
		if n > 0 && simple.MatchString(w) {
			t.Errorf("%q is printed %d times less than it should be: something is cut", w, n)
		}
	}
}

// simple matches a word that is printed as it stands, in whatever column.
var simple = regexp.MustCompile(`^[a-z]{3,10}[0-9]{0,3}[.,;:?]?$`)
