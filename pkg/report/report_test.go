package report

import (
	"encoding/json"
	"errors"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"

	"partner/pkg/compare"
	"partner/pkg/report/internal/example"
	"partner/pkg/report/outline"
	"partner/pkg/source"
)

func TestFormatsAreFoundByName(t *testing.T) {
	for _, f := range Formats() {
		if same, ok := Find(f.Name); !ok || same.Name != f.Name || f.Doc == "" {
			t.Errorf("format %q is not whole: %+v", f.Name, f)
		}
		for what, is := range map[string]struct {
			named []string
			has   bool
		}{
			"reports": {ReportNames(), f.Reports != nil}, "checks": {CheckNames(), f.Checks != nil},
			"pages": {PageNames(), f.Pages != nil}, "packs": {PackNames(), f.Packs != nil},
		} {
			if slices.Contains(is.named, f.Name) != is.has {
				t.Errorf("%s for %s: %v, %v", f.Name, what, is.named, is.has)
			}
		}
	}
	if _, ok := Find("txt"); ok {
		t.Error("a format that does not exist is found")
	}
}

// outcomes are a good document, a broken one and another good one.
func outcomes() iter.Seq[Outcome] {
	other := example.Result()
	other.Title, other.Front.Title = "Westhaven joins Norleigh", "Westhaven joins Norleigh"
	return slices.Values([]Outcome{
		{Name: "one.yaml", Result: example.Result()},
		{Name: "broken.yaml", Diagnostics: source.Diagnostics{{Found: "an unknown key"}}},
		{Name: "two.yaml", Result: other},
	})
}

func TestTextPartsReportsByALine(t *testing.T) {
	var b strings.Builder
	if err := textReports(&b, outcomes(), Options{Width: 100, Brief: true}); err != nil {
		t.Fatal(err)
	}
	first, second, found := strings.Cut(b.String(), "\n\nWesthaven joins Norleigh")
	if !found || !strings.HasPrefix(first, "Northfield acquires") || !strings.HasSuffix(second, "\n") || strings.Contains(b.String(), "broken") {
		t.Errorf("two reports with a line between are\n%s", b.String())
	}
	b.Reset()
	if err := textReports(&b, outcomes(), Options{Width: 100}); err != nil || strings.Count(b.String(), "WHAT THIS REPORT CANNOT TELL") != 2 {
		t.Errorf("two whole reports: %v", err)
	}
}

func TestJSONIsAStreamOfDocuments(t *testing.T) {
	var b strings.Builder
	if err := jsonReports(&b, outcomes(), Options{}); err != nil {
		t.Fatal(err)
	}
	var titles []string
	for d := json.NewDecoder(strings.NewReader(b.String())); d.More(); {
		var r struct{ Title string }
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		titles = append(titles, r.Title)
	}
	if len(titles) != 2 || titles[1] != "Westhaven joins Norleigh" {
		t.Errorf("documents of %q", titles)
	}
}

func TestPagesInEachFormat(t *testing.T) {
	all := example.Judged(os.DirFS("../../examples"))
	pages := slices.Values([]Page{PageOf(compare.Compare(all[:2]), outline.Comparison), PageOf(compare.Diff(all[0], all[1]), outline.Difference)})
	for name, want := range map[string][]string{"text": {"2 PROPOSALS SIDE BY SIDE", "\n\nWHAT MOVED"}, "json": {"partner-compare/1", "partner-diff/1"}} {
		var b strings.Builder
		f, _ := Find(name)
		if err := f.Pages(&b, pages, Options{Width: 100}); err != nil || !strings.Contains(b.String(), want[0]) || !strings.Contains(b.String(), want[1]) {
			t.Errorf("%s: %v: %s", name, err, b.String())
		}
	}
}

// full refuses to write from the n-th time on.
type full struct{ n int }

var errFull = errors.New("full")

func (w *full) Write(b []byte) (int, error) {
	if w.n--; w.n < 0 {
		return 0, errFull
	}
	return len(b), nil
}

func TestWhatCannotBeWrittenEndsTheStream(t *testing.T) {
	page := PageOf(compare.Compare(example.Judged(os.DirFS("../../examples"))[:2]), outline.Comparison)
	for _, name := range ReportNames() {
		f, _ := Find(name)
		for n := range 2 {
			read := 0
			counted := func(yield func(Outcome) bool) {
				for o := range outcomes() {
					if read++; !yield(o) || f.Single {
						return
					}
				}
			}
			atOnce := name == "junit" || name == "html" || name == "pdf"
			if err := f.Reports(&full{n}, counted, Options{Width: 100, PDF: func(b []byte) ([]byte, error) { return b, nil }}); !errors.Is(err, errFull) && !(atOnce && n == 1) {
				t.Errorf("%s: %v", f.Name, err)
			}
			if whole := name == "junit" || name == "github"; n == 0 && read > 1 && !whole { // which begin with what all documents come to
				t.Errorf("%s: %d documents are read for a file that takes none", f.Name, read)
			}
			if f.Pages == nil {
				continue
			}
			if err := f.Pages(&full{n}, slices.Values([]Page{page, page}), Options{Width: 100}); !errors.Is(err, errFull) && !(atOnce && n == 1) {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
		if err := f.Reports(io.Discard, outcomes(), Options{}); err != nil != f.Single {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}
