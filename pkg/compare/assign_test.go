package compare

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	_ "partner/pkg/internal/drawn"
)

// TestAssignmentIsTheBest holds the method against trying every pairing.
func TestAssignmentIsTheBest(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rows := rapid.IntRange(0, 5).Draw(rt, "rows")
		columns := rapid.IntRange(rows, 6).Draw(rt, "columns")
		gain := make([][]int, rows)
		for r := range gain {
			gain[r] = rapid.SliceOfN(rapid.SampledFrom([]int{0, 0, 1, 2, 500, 510, 750, 1000}), columns, columns).Draw(rt, "gains")
		}
		got, taken := 0, []int{}
		for r, c := range assign(gain) {
			if c < 0 || c >= columns || slices.Contains(taken, c) {
				rt.Fatalf("row %d is paired with column %d after %v", r, c, taken)
			}
			taken = append(taken, c)
			got += gain[r][c]
		}
		if best := most(gain, 0, make([]bool, columns)); got != best {
			rt.Errorf("%v: %v gain %d, and there is %d to be had", gain, taken, got, best)
		}
	})
}

// most gives the most that the rows from one on can gain with the columns that are free.
func most(gain [][]int, row int, taken []bool) int {
	if row == len(gain) {
		return 0
	}
	best := 0
	for c := range taken {
		if !taken[c] {
			taken[c] = true
			best = max(best, gain[row][c]+most(gain, row+1, taken))
			taken[c] = false
		}
	}
	return best
}

func TestWordsThatTextsShare(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"Shorter waits", "shorter  waits.", 1000},
		{"Shorter waits", "Shorter queues", 500},
		{"A new ward", "The old wing", 0},
		{"in it", "in it", 1000}, // nothing but short words
		{"", "", 1000},
		{"falls, falls", "falls", 666},
	} {
		if got := shared(c.a, c.b); got != c.want || got != shared(c.b, c.a) {
			t.Errorf("%q and %q share %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
