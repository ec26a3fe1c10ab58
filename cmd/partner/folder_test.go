package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partner/testdata/readback"
)

// TestIndexLeadsToEveryReport: each link of the index leads to a page that can be read, each page is led to, and each is
// the report on its document.
func TestIndexLeadsToEveryReport(t *testing.T) {
	atRoot(t)
	folder := filepath.Join(t.TempDir(), "reports")
	if code, stdout, stderr := run(t, "batch", "examples", "--quiet", "--output", "html="+folder+"/"); code != 0 || stdout != "" {
		t.Fatal(code, stdout, stderr)
	}
	read := func(name string) readback.Paper {
		out, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		return readback.HTML(t, out)
	}
	index := read("index.html")
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	led := slices.Compact(slices.Sorted(slices.Values(index.Pages)))
	if len(led)+1 != len(entries) || len(led) < 9 {
		t.Errorf("the index leads to %q, and %d files are there", led, len(entries))
	}
	for _, name := range led {
		page := read(name)
		title, _, _ := strings.Cut(page.Title, " (")
		if !strings.Contains(index.Text, title) {
			t.Errorf("%s is called %q, and the index does not say so", name, page.Title)
		}
		if len(page.Pages) > 0 {
			t.Errorf("%s leads to %q, and stands by itself", name, page.Pages)
		}
	}
}
