package assess

import (
	"os"
	"slices"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"partner/assessments"
	"partner/pkg/judge"
	"partner/pkg/proposal"
)

// The benchmarks hold four things against each other: plain parsing of a document's bytes into yaml.Node,
// reading it, judging what was read, and working out what helps to decide.

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

func judged(doc *proposal.Proposal) *assessor {
	a := begin(doc, benched, judge.Place(doc, &benched.Typology))
	a.report()
	return a
}

func BenchmarkParse(b *testing.B) {
	data := bytesOf(b, "case-c")
	for b.Loop() {
		parse(b, data)
	}
}

func BenchmarkRead(b *testing.B) {
	data := bytesOf(b, "case-c")
	for b.Loop() {
		read(b, data)
	}
}

func BenchmarkReadAndJudge(b *testing.B) {
	data := bytesOf(b, "case-c")
	for b.Loop() {
		judged(read(b, data))
	}
}

func BenchmarkReadJudgeAndDecide(b *testing.B) {
	data := bytesOf(b, "case-c")
	for b.Loop() {
		judged(read(b, data)).decide()
	}
}

// BenchmarkAgainst does two things in turn, so that a machine whose speed drifts does not matter, and
// reports how many times the median of the one the median of the other takes.
func BenchmarkAgainst(b *testing.B) {
	for _, name := range []string{"case-a", "case-b", "case-c", "case-d", "case-e"} {
		b.Run("judging-parsing/"+name, func(b *testing.B) {
			data := bytesOf(b, name)
			inTurn(b, func() { parse(b, data) }, func() { judged(read(b, data)) })
		})
		b.Run("deciding-judging/"+name, func(b *testing.B) {
			data := bytesOf(b, name)
			inTurn(b, func() { judged(read(b, data)) }, func() { judged(read(b, data)).decide() })
		})
	}
}

func inTurn(b *testing.B, one, other func()) {
	var of, and []time.Duration
	for b.Loop() {
		start := time.Now()
		one()
		middle := time.Now()
		other()
		of, and = append(of, middle.Sub(start)), append(and, time.Since(middle))
	}
	slices.Sort(of)
	slices.Sort(and)
	b.ReportMetric(float64(and[len(and)/2])/float64(of[len(of)/2]), "times")
}
