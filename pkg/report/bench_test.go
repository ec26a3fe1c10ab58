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

// BenchmarkText draws what a board reads of an acquisition, BenchmarkWhole the whole report, BenchmarkHTML both on a
// page, and BenchmarkBrief its first screen.
func BenchmarkText(b *testing.B)  { benchmark(b, "text", Options{Width: 100}) }
func BenchmarkBrief(b *testing.B) { benchmark(b, "text", Options{Width: 100, Brief: true}) }
func BenchmarkWhole(b *testing.B) { benchmark(b, "text", Options{Width: 100, Full: true}) }
func BenchmarkHTML(b *testing.B)  { benchmark(b, "html", Options{}) }
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
