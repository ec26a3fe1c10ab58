package readers

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"partner/assessments"
	"partner/pkg/portfolio"
	"partner/pkg/report/xlsx"
	"partner/testdata/hostile"
	"partner/testdata/lines"
)

// workbook writes a workbook of made-up proposals, of which some say hostile texts, and gives its file and the rows of each
// sheet as excelize has them.
func workbook(t *testing.T) (string, map[string][][]string) {
	t.Helper()
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
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := xlsx.Portfolio(&b, r.Portfolio(of), r.Cat); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "portfolio.xlsx")
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

// TestWorkbookByOpenpyxl and by exceljs: the same cells.
func TestWorkbookCells(t *testing.T) {
	file, want := workbook(t)
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

// TestWorkbookPrintedByLibreOffice: the header stands on every page, and no text is cut.
func TestWorkbookPrintedByLibreOffice(t *testing.T) {
	file, want := workbook(t)
	folder := t.TempDir()
	out, err := ran("soffice", "-env:UserInstallation=file://"+filepath.ToSlash(folder)+"/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, file)
	read(t, out, err)
	text, err := ran("pdftotext", "-layout", filepath.Join(folder, "portfolio.pdf"), "-")
	pages := strings.Split(strings.TrimSuffix(string(read(t, text, err)), "\f"), "\f")
	if len(pages) < len(want) {
		t.Fatalf("%d pages of %d sheets", len(pages), len(want))
	}
	for i, page := range pages {
		first := strings.Fields(page)[0]
		if !slices.ContainsFunc([]string{"part", "stage", "proposal", "word"}, func(title string) bool { return first == title }) {
			t.Errorf("page %d begins with %q and not with a header", i+1, first)
		}
	}
	// The last word of a text is the first to be lost where a row is too low.
	printed := map[string]int{}
	for w := range strings.FieldsSeq(string(text)) {
		if ends.MatchString(w) {
			printed[w]++
		}
	}
	held := 0
	for _, rows := range want {
		for _, row := range rows {
			if w := ends.FindString(row[0]); w != "" {
				printed[w]--
				held++
			}
		}
	}
	for w, n := range printed {
		if n < 0 {
			t.Errorf("%q is printed %d times less than it should be: something is cut", w, -n)
		}
	}
	if held < 100 {
		t.Errorf("%d ends were looked for", held)
	}
}

// ends matches the last word of a long title.
var ends = regexp.MustCompile(`\bend[0-9]+$`)
