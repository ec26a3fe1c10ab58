package report

import (
	"io"
	"os"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

func caseC(b *testing.B) *result.Result {
	data, _ := os.ReadFile("../../examples/case-c.yaml")
	doc, _ := proposal.Read("examples/case-c.yaml", data, nil)
	return assess.Assess(doc, assessments.Catalogue())
}
func BenchmarkText(b *testing.B) {
	r := caseC(b)
	for b.Loop() {
		writeText(io.Discard, r, Options{Width: 100})
	}
}
func BenchmarkJSON(b *testing.B) {
	r := caseC(b)
	for b.Loop() {
		writeJSON(io.Discard, r, Options{Width: 100})
	}
}
func BenchmarkAssess(b *testing.B) {
	data, _ := os.ReadFile("../../examples/case-c.yaml")
	for b.Loop() {
		doc, _ := proposal.Read("examples/case-c.yaml", data, nil)
		assess.Assess(doc, assessments.Catalogue())
	}
}

func BenchmarkTables(b *testing.B) {
	r := caseC(b)
	p := newPage(r, Options{Width: 100})
	for b.Loop() {
		p.out.Reset()
		p.tables()
	}
}
