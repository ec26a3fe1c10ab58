// Package trial tries documents: the examples, texts, and documents drawn at random. The tests of those who judge,
// decide and assess use it; the program does not.
package trial

import (
	"os"
	"path/filepath"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

var cat = assessments.Catalogue()

// Examples are the documents that come with the program.
func Examples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../examples/*.yaml")
	if err != nil || len(files) < 7 {
		t.Fatalf("examples: %v, %v", files, err)
	}
	return append(files, "../../examples/networked-clinic/proposal.yaml")
}

// File assesses a document in a file.
func File(t testing.TB, name string) *result.Result {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return Bytes(t, filepath.Base(name), data, filepath.Dir(name))
}

// Bytes assesses a document that may name files in a folder.
func Bytes(t testing.TB, name string, data []byte, folder string) *result.Result {
	t.Helper()
	return assess.Assess(Read(t, name, data, folder), cat)
}

// At assesses a document, which needs no version, at a stage that is asked for.
func At(t testing.TB, text string, stage result.Stage) *result.Result {
	t.Helper()
	return assess.Result(judge.At(Read(t, "test.yaml", []byte("partner: 1\n"+text), "."), cat, stage))
}

// Read reads and verifies a document that may name files in a folder.
func Read(t testing.TB, name string, data []byte, folder string) *proposal.Proposal {
	t.Helper()
	doc, wrong := document.Read(proposal.Plainly(name, data, os.DirFS(folder)), cat)
	if len(wrong) > 0 {
		t.Fatalf("%s: %v", name, wrong)
	}
	return doc
}

// Text assesses a document, which needs no version.
func Text(t testing.TB, text string) *result.Result {
	t.Helper()
	return Bytes(t, "test.yaml", []byte("partner: 1\n"+text), ".")
}

// Finding gives the finding of an id, or nil.
func Finding(r *result.Result, id string) *result.Finding {
	for i := range r.Findings {
		if r.Findings[i].ID == id {
			return &r.Findings[i]
		}
	}
	return nil
}
