package outline_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "partner/pkg/internal/drawn"
	"partner/pkg/report/outline"
	"partner/pkg/source"
)

// Whatever a text holds, its words stay, on one line and printable.
func TestCleanTextsKeepTheirWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.SampledFrom([]rune("ab #[é£“”–… \t\n\u00a0\u00ad\u200b\u202e\ufeff日")), 0, 12, -1).Draw(t, "text")
		got := outline.Clean(s)
		if words, want := strings.Join(strings.Fields(got), " "), source.Printable(strings.Join(strings.Fields(s), " ")); words != want {
			t.Fatalf("%q, want %q", words, want)
		}
		if strings.ContainsAny(got, "\t\n\u202e\ufeff") {
			t.Fatalf("%q is not clean", got)
		}
	})
}
