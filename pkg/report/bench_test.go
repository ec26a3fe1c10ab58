//go:build unix

package report

import (
	"io"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// BenchmarkText draws the report of an acquisition that a board reads, BenchmarkFull all of it, and BenchmarkBrief its
// first screen. A page and a workbook tell as much as all of it.
func BenchmarkText(b *testing.B)  { benchmark(b, "text", Options{Width: 100}) }
func BenchmarkFull(b *testing.B)  { benchmark(b, "text", Options{Width: 100, Full: true}) }
func BenchmarkBrief(b *testing.B) { benchmark(b, "text", Options{Width: 100, Brief: true}) }
func BenchmarkHTML(b *testing.B)  { benchmark(b, "html", Options{}) }
func BenchmarkXLSX(b *testing.B)  { benchmark(b, "xlsx", Options{}) }
func BenchmarkJSON(b *testing.B)  { benchmark(b, "json", Options{}) }

// BenchmarkDocx draws the same report as a Word paper.
func BenchmarkDocx(b *testing.B) { benchmark(b, "docx", Options{}) }

func benchmark(b *testing.B, format string, o Options) {
	r := exampleResult(b, "case-c")
	f, _ := Find(format)
	b.ReportAllocs()
	for b.Loop() {
		if err := f.Reports(io.Discard, slices.Values([]Outcome{{Result: r}}), o); err != nil {
			b.Fatal(err)
		}
	}
}

// exampleResult is the result for an example, with its options.
func exampleResult(b *testing.B, name string) *result.Result {
	b.Helper()
	data, err := os.ReadFile("../../examples/" + name + ".yaml")
	if err != nil {
		b.Fatal(err)
	}
	doc, wrong := proposal.Read(name+".yaml", data, os.DirFS("../../examples"))
	if len(wrong) > 0 {
		b.Fatal(wrong)
	}
	j := judge.At(doc, assessments.Catalogue(), result.UnknownStage)
	r := assess.Result(j)
	r.Options = assess.OptionsOf(j)
	return r
}

// BenchmarkPaperAgainstText draws the report of each case as text and as a Word paper in turn, and reports how many times
// the processor's time of the text the paper takes.
func BenchmarkPaperAgainstText(b *testing.B) {
	for _, name := range []string{"case-a", "case-c", "case-e"} {
		b.Run(name, func(b *testing.B) {
			r := exampleResult(b, name)
			draw := func(format string) time.Duration {
				f, _ := Find(format)
				start := spent()
				for range 10 {
					if err := f.Reports(io.Discard, slices.Values([]Outcome{{Result: r}}), Options{Width: 100}); err != nil {
						b.Fatal(err)
					}
				}
				return spent() - start
			}
			var text, paper time.Duration
			for b.Loop() {
				text += draw("text")
				paper += draw("docx")
			}
			b.ReportMetric(float64(paper)/float64(text), "times")
		})
	}
}

// spent is the processor's time that this process has used.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
