package assess

import (
	"os"
	"testing"
	"time"

	"partner/assessments"
	"partner/pkg/proposal"
)

// BenchmarkDecidingAgainstJudging reports how many times plain reading and judging of a document it takes
// to read it, judge it and work out all that helps to decide; both in turn, so that a machine whose speed
// drifts does not matter.
func BenchmarkDecidingAgainstJudging(b *testing.B) {
	cat := assessments.Catalogue()
	for _, name := range []string{"case-a", "case-b", "case-c", "case-d", "case-e"} {
		b.Run(name, func(b *testing.B) {
			data, err := os.ReadFile("../../examples/" + name + ".yaml")
			if err != nil {
				b.Fatal(err)
			}
			var judging, deciding time.Duration
			for b.Loop() {
				start := time.Now()
				doc, _ := proposal.Read(name, data, nil)
				begin(doc, cat, cat.Typology.Place(doc)).report()
				middle := time.Now()
				doc, _ = proposal.Read(name, data, nil)
				Assess(doc, cat)
				judging, deciding = judging+middle.Sub(start), deciding+time.Since(middle)
			}
			b.ReportMetric(float64(deciding)/float64(judging), "x-judging")
		})
	}
}
