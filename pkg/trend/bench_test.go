package trend_test

import (
	"os"
	"strings"
	"testing"

	"partner/pkg/trend"
)

// BenchmarkFollow reads, judges and follows a proposal from state to state; a statement changes in each.
func BenchmarkFollow(b *testing.B) {
	data, err := os.ReadFile("../../examples/case-c.yaml")
	if err != nil {
		b.Fatal(err)
	}
	texts := [2]string{string(data), strings.Replace(string(data), "position: distressed", "position: deficit", 1)}
	b.ReportAllocs()
	trend.Follow("case-c.yaml", func(yield func(trend.Was) bool) {
		for i := 0; b.Loop(); i++ {
			if !yield(was(b, "state", texts[i%2])) {
				return
			}
		}
	})
}
