//go:build unix

package assess

import (
	"cmp"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"syscall"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"partner/assessments"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
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
func judging(b *testing.B, data []byte)   { judge.Judge(read(b, data), benched) }
func writing(b *testing.B, data []byte)   { judged(judge.Judge(read(b, data), benched)) }
func assessing(b *testing.B, data []byte) { whole(judge.Judge(read(b, data), benched)) }
func deciding(b *testing.B, data []byte)  { decidedApart(b, data) }
func checking(b *testing.B, data []byte)  { checkedApart(b, data) }

// decidedApart does what deciding does and gives what of the processor's time went to reading and judging, and what to
// deciding: to the witnesses and to all that helps to decide. What that takes up from how the proposal stands is written out
// in any case, and is neither.
func decidedApart(b *testing.B, data []byte) (judging, deciding time.Duration) {
	began := spent()
	j := judge.Judge(read(b, data), benched)
	judged := spent()
	j = j.Witnessed()
	deciding = spent() - judged
	r, s := stands(j)
	stood := spent()
	decided(j, s, r)
	return judged - began, deciding + spent() - stood
}

// stands gives what deciding takes up from how a proposal stands.
func stands(j *judge.Judgement) (*result.Result, judge.Substance) {
	s := judge.SubstanceOf(j)
	return &result.Result{Questions: judge.Questions(j, s), Evidence: judge.Evidence(j), Governance: s.Governance}, s
}

// checkedApart does what `check` does, and gives likewise what went to judging and what to all that it prints of that.
func checkedApart(b *testing.B, data []byte) (judging, finding time.Duration) {
	began := spent()
	j := judge.Judge(read(b, data), benched)
	judged := spent()
	judge.Findings(j)
	judge.Evidence(j)
	return judged - began, spent() - judged
}

func BenchmarkFromBytes(b *testing.B) {
	data := bytesOf(b, "case-c")
	for _, step := range []struct {
		name string
		do   func(*testing.B, []byte)
	}{
		{"parsing", parse},
		{"reading", func(b *testing.B, data []byte) { read(b, data) }},
		{"judging", judging}, {"checking", checking}, {"deciding", deciding}, {"writing", writing}, {"assessing", assessing},
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

// BenchmarkAgainst does the steps in turns of ten, each from the bytes, so that a machine whose speed drifts does not
// matter; the heap is swept between turns and not within, for a process that assesses one document does not come to
// sweep it, and another step's garbage is none of a step's business. Nor is it that memory is given back to the machine and
// asked for again, which goes on beside the steps: a heap that holds much, of which nothing is touched, keeps what it has.
// It reports how many times the processor's time of one the others take, of all turns the middle one, whatever else the
// machine does: judging is reading and judging a document's bytes; the whole is that with all that helps to decide, the
// result written out and the first screen. Deciding, and what `check` prints, are held against the judging of the same
// document that goes before them, as in a process that takes up one.
func BenchmarkAgainst(b *testing.B) {
	const turn = 10
	for _, name := range []string{"case-a", "case-b", "case-c", "case-d", "case-e", "early-idea", "contradictory"} {
		b.Run(name, func(b *testing.B) {
			data := bytesOf(b, name)
			steps := []func(*testing.B, []byte){parse, judging, assessing}
			further := []func(*testing.B, []byte) (judging, more time.Duration){decidedApart, checkedApart}
			turns, shares := make([][]time.Duration, len(steps)), make([][]float64, len(further))
			defer debug.SetGCPercent(debug.SetGCPercent(-1))
			untouched := make([]byte, 64<<20)
			for b.Loop() {
				for k, step := range steps {
					runtime.GC()
					began := spent()
					for range turn {
						step(b, data)
					}
					turns[k] = append(turns[k], spent()-began)
				}
				for k, step := range further {
					runtime.GC()
					var judging, more time.Duration
					for range turn {
						j, m := step(b, data)
						judging, more = judging+j, more+m
					}
					shares[k] = append(shares[k], float64(more)/float64(judging))
				}
			}
			runtime.KeepAlive(untouched)
			took := make([]time.Duration, len(steps))
			for k, all := range turns {
				took[k] = middle(all)
			}
			parsing, judging, whole := took[0], took[1], took[2]
			times := func(of, to time.Duration) float64 { return float64(of) / float64(to) }
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(parsing.Microseconds())/turn, "µs-parsing")
			b.ReportMetric(times(judging, parsing), "judging/parsing")
			b.ReportMetric(times(whole, parsing), "whole/parsing")
			b.ReportMetric(middle(shares[0]), "deciding/judging")
			b.ReportMetric(1+middle(shares[1]), "checking/judging")
		})
	}
}

// middle gives the one in the middle of all, in their order of size.
func middle[T cmp.Ordered](all []T) T {
	slices.Sort(all)
	return all[len(all)/2]
}

// spent is the processor's time that this process has used.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
