package report

import (
	"io"
	"os"
	"slices"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
)

// BenchmarkText draws the report of an acquisition that a board reads, BenchmarkFull all of it, and BenchmarkBrief its
// first screen. A page and a workbook tell as much as all of it.
func BenchmarkText(b *testing.B)  { benchmark(b, "text", Options{Width: 100}) }
func BenchmarkFull(b *testing.B)  { benchmark(b, "text", Options{Width: 100, Full: true}) }
func BenchmarkBrief(b *testing.B) { benchmark(b, "text", Options{Width: 100, Brief: true}) }
func BenchmarkHTML(b *testing.B)  { benchmark(b, "html", Options{}) }
func BenchmarkXLSX(b *testing.B)  { benchmark(b, "xlsx", Options{}) }
func BenchmarkJSON(b *testing.B)  { benchmark(b, "json", Options{}) }

func benchmark(b *testing.B, format string, o Options) {
	data, err := os.ReadFile("../../examples/case-c.yaml")
	if err != nil {
		b.Fatal(err)
	}
	doc, wrong := proposal.Read("case-c.yaml", data, os.DirFS("../../examples"))
	if len(wrong) > 0 {
		b.Fatal(wrong)
	}
	r := assess.Assess(doc, assessments.Catalogue())
	f, _ := Find(format)
	b.ReportAllocs()
	for b.Loop() {
		if err := f.Reports(io.Discard, slices.Values([]Outcome{{Result: r}}), o); err != nil {
			b.Fatal(err)
		}
	}
}
