package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
)

// TestPreparedFilesAreCurrent holds the generated files in the repository equal to what the catalogue makes
// of them, with none left over from a theme that is gone.
func TestPreparedFilesAreCurrent(t *testing.T) {
	made, kept := t.TempDir(), "../.."
	if err := os.WriteFile(filepath.Join(made, "criteria_gone"+suffix), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := prepare(assessments.Catalogue().Places, "../../..", made); err != nil {
		t.Fatal(err)
	}
	want := names(t, made)
	if got := names(t, kept); !slices.Equal(got, want) {
		t.Errorf("the files are %v; want %v", got, want)
	}
	for _, name := range want {
		got, err := os.ReadFile(filepath.Join(kept, name))
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(filepath.Join(made, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, text) {
			t.Errorf("%s is out of date: run `make generate`", name)
		}
		if first, _, _ := strings.Cut(string(text), "\n"); !strings.HasPrefix(first, "// Code generated ") || !strings.HasSuffix(first, "; DO NOT EDIT.") {
			t.Errorf("%s is not marked as generated: %s", name, first)
		}
	}
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*"+suffix))
	if err != nil {
		t.Fatal(err)
	}
	for i := range files {
		files[i] = filepath.Base(files[i])
	}
	return files
}
