package assess_test

import (
	"os"
	"testing"
	"time"

	"partner/pkg/assess"
	"partner/pkg/proposal"

	"gopkg.in/yaml.v3"
)

func caseC(b *testing.B) []byte {
	b.Helper()
	data, err := os.ReadFile("../../examples/case-c.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	return data
}

// BenchmarkParse is plain parsing into yaml.Node, against which the others are held.
func BenchmarkParse(b *testing.B) {
	data := caseC(b)
	for b.Loop() {
		var n yaml.Node
		if err := yaml.Unmarshal(data, &n); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data := caseC(b)
	for b.Loop() {
		if _, wrong := proposal.Read("case-c.yaml", data, nil); len(wrong) > 0 {
			b.Fatal(wrong)
		}
	}
}

// BenchmarkReadAndJudge is the whole way from bytes to a result.
func BenchmarkReadAndJudge(b *testing.B) {
	data := caseC(b)
	for b.Loop() {
		doc, wrong := proposal.Read("case-c.yaml", data, nil)
		if len(wrong) > 0 {
			b.Fatal(wrong)
		}
		assess.Assess(doc, cat)
	}
}

// BenchmarkJudge is the part after reading.
func BenchmarkJudge(b *testing.B) {
	doc, wrong := proposal.Read("case-c.yaml", caseC(b), nil)
	if len(wrong) > 0 {
		b.Fatal(wrong)
	}
	for b.Loop() {
		assess.Assess(doc, cat)
	}
}

// BenchmarkReadAndJudgeAgainstParse does both in turn, so that a machine whose speed drifts does not
// matter, and reports how many times plain parsing the whole way takes.
func BenchmarkReadAndJudgeAgainstParse(b *testing.B) {
	data := caseC(b)
	var parse, whole time.Duration
	for b.Loop() {
		start := time.Now()
		var n yaml.Node
		if err := yaml.Unmarshal(data, &n); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		doc, wrong := proposal.Read("case-c.yaml", data, nil)
		if len(wrong) > 0 {
			b.Fatal(wrong)
		}
		assess.Assess(doc, cat)
		parse, whole = parse+middle.Sub(start), whole+time.Since(middle)
	}
	b.ReportMetric(float64(whole)/float64(parse), "x-parse")
}
