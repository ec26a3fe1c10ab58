package readers

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/form"
	"partner/pkg/judge"
	"partner/pkg/pack"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/testdata/fill"
	"partner/testdata/trial"
)

// TestFormsSavedByLibreOffice: what was filled in is read the same from a form that LibreOffice has saved again, as what it
// was and by way of OpenDocument; and one that nobody has filled in says nothing then either.
func TestFormsSavedByLibreOffice(t *testing.T) {
	t.Parallel()
	const file = "../../examples/early-idea.yaml"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc := trial.Read(t, "p.yaml", data, filepath.Dir(file))
	cat := assessments.Catalogue()
	p := pack.Make(assess.Result(judge.At(doc, cat, result.UnknownStage)), doc, cat, pack.Options{})
	answers := fill.Answers{
		"A1": "Jo Park, strategy lead", "A2": "2026-05-12", "1.1": "voluntary", "1.1/why": "Both chairs: \"together\" & <apart>",
		"4.9": "merger", "4.10": "007 joins 1/2", "8.1": "the area plan; =1+1", "9.1": "6", "9.1/evidence": "minutes-may",
		"E1.1": "minutes-may", "E1.2": "internal", "E1.4": "2026-05-01",
	}
	for shape, open := range map[string]string{"xlsx": "ods", "docx": "odt"} {
		t.Run(shape, func(t *testing.T) {
			f, _ := report.Find(shape)
			var b bytes.Buffer
			if err := f.Packs(&b, slices.Values([]*pack.Pack{p}), report.Options{}); err != nil {
				t.Fatal(err)
			}
			filled, err := fill.Form(b.Bytes(), answers)
			if err != nil {
				t.Fatal(err)
			}
			if filled, err = fill.Copied(filled, []string{"E3.1", "E3.2", "E3.3", "E3.4", "E3.5"}, fill.Answers{"E3.1": "a-fourth", "E3.3": "Of a copied row"}); err != nil {
				t.Fatal(err)
			}
			want := said(t, filled)
			if len(want) != 12 {
				t.Fatalf("%d answers are in the form: %v", len(want), want)
			}
			for _, by := range []string{"", open} {
				if got := said(t, resaved(t, filled, shape, by)); !reflect.DeepEqual(got, want) {
					t.Errorf("saved again (by way of %q) it says %v, and not %v", by, got, want)
				}
				if got := said(t, resaved(t, b.Bytes(), shape, by)); len(got) > 0 {
					t.Errorf("saved again (by way of %q) a form that nobody filled in says %v", by, got)
				}
			}
		})
	}
}

// TestFormsSavedByOthers: a form in a workbook is known again, and says the same, after programs have saved it that lose much
// of what they do not know.
func TestFormsSavedByOthers(t *testing.T) {
	t.Parallel()
	const file = "../../examples/early-idea.yaml"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc := trial.Read(t, "p.yaml", data, filepath.Dir(file))
	cat := assessments.Catalogue()
	p := pack.Make(assess.Result(judge.At(doc, cat, result.UnknownStage)), doc, cat, pack.Options{})
	f, _ := report.Find("xlsx")
	var b bytes.Buffer
	if err := f.Packs(&b, slices.Values([]*pack.Pack{p}), report.Options{}); err != nil {
		t.Fatal(err)
	}
	filled, err := fill.Form(b.Bytes(), fill.Answers{"A1": "Jo Park", "A2": "2026-05-12", "1.1": "voluntary", "1.1/why": "Both chairs: \"together\" & <apart>", "4.10": "007 joins 1/2", "8.1": "=1+1", "9.1": "6"})
	if err != nil {
		t.Fatal(err)
	}
	want := said(t, filled)
	if len(want) != 6 {
		t.Fatalf("%d answers are in the form: %v", len(want), want)
	}
	for name, save := range map[string]func(file string) ([]byte, error){
		"openpyxl": func(file string) ([]byte, error) { return python("openpyxl", "workbook_saved.py", file) },
		"exceljs":  func(file string) ([]byte, error) { return node("exceljs/saved", file) },
		"gnumeric": func(file string) ([]byte, error) {
			return ran("ssconvert", "-T", "Gnumeric_Excel:xlsx2", file, file+".again")
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, c := range []struct {
				form []byte
				want map[string][3]string
			}{{filled, want}, {b.Bytes(), map[string][3]string{}}} {
				file := filepath.Join(t.TempDir(), "form.xlsx")
				if err := os.WriteFile(file, c.form, 0o600); err != nil {
					t.Fatal(err)
				}
				out, err := save(file)
				read(t, out, err)
				again, err := os.ReadFile(file + ".again")
				if err != nil {
					t.Fatal(err)
				}
				if got := said(t, again); !reflect.DeepEqual(got, c.want) {
					t.Errorf("saved again it says %v, and not %v", got, c.want)
				}
			}
		})
	}
}

// said is what a form says, without its places.
func said(t *testing.T, data []byte) map[string][3]string {
	t.Helper()
	r, wrong := form.Read("form", data)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	if r.About["format"].Text != pack.FormFormat || r.About["proposal"].Text == "" || r.About["hash"].Text == "" {
		t.Fatalf("it does not say what it belongs to: %v", r.About)
	}
	all := map[string][3]string{}
	for _, a := range r.Answers {
		all[fmt.Sprint(a.Spot.String(), a.Copy)] = [3]string{a.Says.Text, a.Because.Text, a.Evidence.Text}
	}
	return all
}

// resaved is a file as LibreOffice saves it again, perhaps by way of another format.
func resaved(t *testing.T, data []byte, as, by string) []byte {
	t.Helper()
	folder := t.TempDir()
	file := filepath.Join(folder, "form."+as)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	steps := []string{as}
	if by != "" {
		steps = []string{by, as}
	}
	for i, to := range steps {
		into := filepath.Join(folder, string(rune('a'+i)))
		out, err := ran("soffice", "-env:UserInstallation=file://"+filepath.ToSlash(folder)+"/profile", "--headless", "--convert-to", to, "--outdir", into, file)
		read(t, out, err)
		file = filepath.Join(into, "form."+to)
	}
	again, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return again
}
