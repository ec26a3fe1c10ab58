package form_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/form"
	"partner/pkg/pack"
	"partner/testdata/fill"
	"partner/testdata/hostile"
)

// parted takes a part out of an archive.
func parted(t testing.TB, data []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// fuzzed fuzzes the reader of a shape: of the whole file, or of a part of it.
func fuzzed(f *testing.F, shape, part string) {
	doc, p := asked(f, "../../examples/early-idea.yaml")
	whole := printed(f, p, shape)
	seed := func(data []byte) {
		if part != "" {
			data = parted(f, data, part)
		}
		f.Add(data)
	}
	seed(whole)
	for _, text := range hostile.Texts() {
		data, err := fill.Form(whole, fill.Answers{"A1": text.Text, "1.1": "voluntary", "1.1/why": text.Text, "3.1": text.Text, "8.1": text.Text, "9.1/evidence": text.Text})
		if err != nil {
			continue // no file of that kind can hold it
		}
		seed(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if part != "" {
			var err error
			if data, err = fill.Part(whole, part, func(string) (string, error) { return string(data), nil }); err != nil {
				t.Fatal(err)
			}
		}
		r, wrong := form.Read("form", data)
		for _, d := range wrong {
			if !strings.HasPrefix(d.File, "form") || d.Found == "" {
				t.Errorf("no place, or nothing found: %v", d)
			}
		}
		if len(wrong) > 0 {
			return
		}
		for _, a := range r.Answers {
			if again, is := pack.ParseSpot(a.Spot.String()); !is || again != a.Spot {
				t.Errorf("the spot %q", a.Spot)
			}
			if !strings.HasPrefix(a.Says.At, "form") {
				t.Errorf("%q stands nowhere", a.Says.Text)
			}
		}
		_, wrong = pack.ReadReturned(r, doc, assessments.Catalogue())
		for _, d := range wrong {
			if !strings.HasPrefix(d.File, "form") || strings.Contains(d.Found, "YAML") || d.Line != 0 {
				t.Errorf("what was written of it cannot be read, or stands nowhere: %v", d)
			}
		}
	})
}

func FuzzMarkdown(f *testing.F) { fuzzed(f, "markdown", "") }

func FuzzWorkbook(f *testing.F) { fuzzed(f, "xlsx", "xl/worksheets/sheet1.xml") }

func FuzzPaper(f *testing.F) { fuzzed(f, "docx", "word/document.xml") }

// FuzzArchive fuzzes what holds the other two.
func FuzzArchive(f *testing.F) {
	_, p := asked(f, "../../examples/early-idea.yaml")
	f.Add(printed(f, p, "xlsx"))
	f.Add(printed(f, p, "docx"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, wrong := form.Read("form", data); len(wrong) > 0 && !strings.HasPrefix(wrong[0].File, "form") {
			t.Errorf("no place: %v", wrong)
		}
	})
}
