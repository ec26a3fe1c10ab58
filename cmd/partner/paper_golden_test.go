package main

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"testing"

	"partner/pkg/load"
	"partner/testdata/readback"
)

// TestGoldenPaper holds the Word paper of a case to the one that is there to be read, part by part: how a part is packed is
// for the language's library. Its PDF is printed anew with it, where there is a LibreOffice.
func TestGoldenPaper(t *testing.T) {
	atRoot(t)
	const path, pdf = "examples/reports/case-c.docx", "examples/reports/case-c.pdf"
	code, printed, stderr := run(t, "assess", "--format", "docx", "--set", "meeting=Board of Directors,agenda=7", "examples/case-c.yaml")
	if code != 0 || stderr != "" {
		t.Fatalf("exit code %d; %s", code, stderr)
	}
	got := readback.Word(t, []byte(printed))
	want, err := os.ReadFile(path)
	if err != nil && !(*update && errors.Is(err, fs.ErrNotExist)) {
		t.Fatalf("%v; go test ./cmd/partner -update writes it", err)
	}
	same := func(a, b []byte) bool { return string(a) == string(b) }
	if err == nil && maps.EqualFunc(got.Parts, readback.Word(t, want).Parts, same) {
		return
	}
	if !*update {
		parts := readback.Word(t, want).Parts
		for _, name := range slices.Sorted(maps.Keys(got.Parts)) {
			if !same(got.Parts[name], parts[name]) {
				t.Errorf("%s of %s differs (go test ./cmd/partner -update rewrites it)", name, path)
			}
		}
		return
	}
	if err := os.WriteFile(path, []byte(printed), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := load.FindOffice(); err != nil {
		t.Logf("%s is as it was: %v", pdf, err)
		return
	}
	if code, _, stderr := run(t, "assess", "--output", "pdf="+pdf, "--set", "meeting=Board of Directors,agenda=7", "examples/case-c.yaml"); code != 0 {
		t.Fatal(stderr)
	}
}
