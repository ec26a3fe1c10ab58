//go:build unix

package assess

import (
	"os"
	"syscall"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"partner/assessments"
	"partner/pkg/front"
	"partner/pkg/judge"
	"partner/pkg/proposal"
)

// The benchmarks hold against each other: plain parsing of a document's bytes into yaml.Node, reading it,
// judging what was read, writing out how it stands, what `check` prints of that, and working out what helps to decide.

var benched = assessments.Catalogue()

func bytesOf(b *testing.B, name string) []byte {
	b.Helper()
	data, err := os.ReadFile("../../examples/" + name + ".yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	return data
}

func parse(b *testing.B, data []byte) {
	var n yaml.Node
	if err := yaml.Unmarshal(data, &n); err != nil {
		b.Fatal(err)
	}
}

func read(b *testing.B, data []byte) *proposal.Proposal {
	doc, wrong := proposal.Read("bench.yaml", data, nil)
	if len(wrong) > 0 {
		b.Fatal(wrong)
	}
	return doc
}

// The steps, each from the bytes.
func judging(b *testing.B, data []byte)  { judge.Judge(read(b, data), benched) }
func writing(b *testing.B, data []byte)  { judged(judge.Judge(read(b, data), benched)) }
func deciding(b *testing.B, data []byte) { whole(judge.Judge(read(b, data), benched)) }
func checking(b *testing.B, data []byte) {
	j := judge.Judge(read(b, data), benched)
	judge.Findings(j)
	judge.Evidence(j)
}

func BenchmarkFromBytes(b *testing.B) {
	data := bytesOf(b, "case-c")
	for _, step := range []struct {
		name string
		do   func(*testing.B, []byte)
	}{
		{"parsing", parse},
		{"reading", func(b *testing.B, data []byte) { read(b, data) }},
		{"judging", judging}, {"writing", writing}, {"checking", checking}, {"deciding", deciding},
	} {
		b.Run(step.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				step.do(b, data)
			}
		})
	}
}

// BenchmarkAgainst does all steps in turn, so that a machine whose speed drifts does not matter, and reports how many
// times the processor's time of one the others take, whatever else the machine does: judging is reading and judging a
// document's bytes; deciding is that with witnesses and all that helps to decide; the whole is that with the result
// written out and the first screen.
func BenchmarkAgainst(b *testing.B) {
	for _, name := range []string{"case-a", "case-b", "case-c", "case-d", "case-e", "early-idea", "contradictory"} {
		b.Run(name, func(b *testing.B) {
			data := bytesOf(b, name)
			var parsing, judging, checking, deciding, writing, page time.Duration
			for b.Loop() {
				last := spent()
				took := func(step *time.Duration) {
					*step += spent() - last
					last = spent()
				}
				parse(b, data)
				took(&parsing)
				j := judge.Judge(read(b, data), benched)
				took(&judging)
				judge.Findings(j)
				judge.Evidence(j)
				took(&checking)
				j = j.Witnessed()
				took(&deciding)
				r, s := judged(j)
				took(&writing)
				decided(j, s, r)
				took(&deciding)
				r.Front = front.Of(j, r)
				took(&page)
			}
			times := func(of, to time.Duration) float64 { return float64(of) / float64(to) }
			b.ReportMetric(times(judging, parsing), "judging/parsing")
			b.ReportMetric(times(judging+deciding, parsing), "deciding/parsing")
			b.ReportMetric(times(judging+deciding+writing+page, parsing), "whole/parsing")
			b.ReportMetric(times(deciding, judging), "deciding/judging")
			b.ReportMetric(times(judging+checking, judging), "checking/judging")
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
