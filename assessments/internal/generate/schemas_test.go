package main

import (
	"bytes"
	"os"
	"testing"

	"partner/assessments"
	"partner/pkg/document"
)

// TestSchemasAreCurrent holds the schemas in the repository equal to what the model, the catalogue and
// the result's type make of them.
func TestSchemasAreCurrent(t *testing.T) {
	t.Chdir("../../..") // comments are read from the source files
	of, err := document.Schema(assessments.Catalogue())
	if err != nil {
		t.Fatal(err)
	}
	results, err := resultSchema(".")
	if err != nil {
		t.Fatal(err)
	}
	options, err := optionsSchema(".")
	if err != nil {
		t.Fatal(err)
	}
	comparisons, err := comparisonSchema(".")
	if err != nil {
		t.Fatal(err)
	}
	differences, err := differenceSchema(".")
	if err != nil {
		t.Fatal(err)
	}
	lines, err := lineSchema(".")
	if err != nil {
		t.Fatal(err)
	}
	trends, err := trendSchema(".")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]byte{"pkg/trend/schema.json": trends, "pkg/batch/schema.json": lines, "pkg/compare/compare.schema.json": comparisons, "pkg/compare/diff.schema.json": differences, "pkg/result/options.schema.json": options, "examples/proposal.schema.json": of, "pkg/result/schema.json": results} {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is out of date: run `make generate`", name)
		}
	}
}
