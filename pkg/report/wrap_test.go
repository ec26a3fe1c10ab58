package report

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestWrappingSimplyIsWrapping: the short way gives what the long way gives.
func TestWrappingSimplyIsWrapping(t *testing.T) {
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-z ]{0,60}`).Draw(t, "text")
		width := rapid.IntRange(1, 20).Draw(t, "width")
		short, ok := wrapSimple(width, text)
		if !ok {
			return
		}
		taken++
		long := wrap(width, span{text, nil}, span{"", nil}) // two spans take the long way
		if !slices.Equal(short, long) {
			t.Fatalf("%q in %d: %q, but %q", text, width, short, long)
		}
	})
	if taken == 0 {
		t.Error("the short way was never taken")
	}
}
