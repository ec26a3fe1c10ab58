package drawn_test

import (
	"flag"
	"testing"

	"pgregory.net/rapid"

	_ "partner/pkg/internal/drawn"
)

// TestTheSameCasesAreDrawn holds that a property sees the same cases whenever it runs.
func TestTheSameCasesAreDrawn(t *testing.T) {
	drawn := func() []uint64 {
		var all []uint64
		rapid.Check(t, func(t *rapid.T) { all = append(all, rapid.Uint64().Draw(t, "number")) })
		return all
	}
	if flag.Lookup("rapid.seed").Value.String() == "0" {
		t.Skip("this run draws afresh each time")
	}
	first, again := drawn(), drawn()
	if len(first) < 10 {
		t.Fatalf("only %d cases were drawn", len(first))
	}
	for i := range first {
		if first[i] != again[i] {
			t.Fatalf("case %d is %d at one run and %d at the next", i, first[i], again[i])
		}
	}
}
