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
		text := rapid.StringMatching(`[a-zé– £]{0,60}`).Draw(t, "text")
		width := rapid.IntRange(1, 20).Draw(t, "width")
		short, ok := wrapSimple(width, text)
		if !ok {
			return
		}
		taken++
		long := wrapWords(width, []span{{text, nil}})
		if !slices.Equal(short, long) {
			t.Fatalf("%q in %d: %q, but %q", text, width, short, long)
		}
	})
	if taken == 0 {
		t.Error("the short way was never taken")
	}
}

// TestJoiningSpansIsWrappingThem: spans without style wrap as their words do.
func TestJoiningSpansIsWrappingThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var spans []span
		for range rapid.IntRange(1, 4).Draw(t, "n") {
			text := rapid.StringMatching(`[a-z. ]{0,12}`).Draw(t, "text")
			if rapid.Bool().Draw(t, "glued") {
				text = glued + text
			}
			spans = append(spans, span{text, nil})
		}
		width := rapid.IntRange(4, 20).Draw(t, "width")
		if short, long := wrap(width, spans...), wrapWords(width, spans); !slices.Equal(short, long) {
			t.Fatalf("%v in %d: %q, but %q", spans, width, short, long)
		}
		for _, line := range wrapWords(width, spans) {
			if cells(line) > width {
				t.Fatalf("%v in %d: %q is wider", spans, width, line)
			}
		}
	})
}
