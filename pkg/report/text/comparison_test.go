package text

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"partner/pkg/compare"
	"partner/pkg/report/internal/example"
	"partner/pkg/report/outline"
)

// fits checks that a text fits its width and commands no terminal.
func fits(t *testing.T, what, text string, o Options) {
	t.Helper()
	for _, line := range strings.Split(text, "\n") {
		if n := ansi.StringWidth(line); n > o.Width {
			t.Fatalf("%s: a line of %d where %d fit: %s", what, n, o.Width, line)
		}
		if line != strings.TrimRight(line, " ") {
			t.Fatalf("%s: spaces at the end of %q", what, line)
		}
		for _, r := range line {
			if unicode.IsControl(r) && !o.Colour || unicode.Is(unicode.Bidi_Control, r) || o.ASCII && r > unicode.MaxASCII {
				t.Fatalf("%s: %U in %q", what, r, line)
			}
		}
	}
}

func TestComparisonsFitTheirWidth(t *testing.T) {
	all := example.Judged(os.DirFS("../../../examples"))
	for _, n := range []int{2, 3, 5, len(all), 30} {
		var some []compare.Judged
		for i := range n {
			some = append(some, all[len(all)-1-i%len(all)])
		}
		c := compare.Compare(some)
		for _, width := range []int{80, 81, 100, 133, 160} {
			for _, o := range []Options{{Width: width}, {Width: width, ASCII: true}, {Width: width, Colour: true}} {
				text := drawn(t, outline.Comparison(c), o)
				fits(t, "compare", text, o)
				for _, p := range c.Proposals {
					if !strings.Contains(text, p.File) {
						t.Fatalf("%d proposals at %d: %s is not named", n, width, p.File)
					}
				}
			}
		}
	}
}

func TestDifferencesFitTheirWidth(t *testing.T) {
	all := example.Judged(os.DirFS("../../../examples"))
	for i, a := range all {
		b := all[(i+1)%len(all)]
		d := compare.Diff(a, b)
		for _, o := range []Options{{Width: 80}, {Width: 80, ASCII: true}, {Width: 160, Colour: true}} {
			text := drawn(t, outline.Difference(d), o)
			fits(t, "diff", text, o)
			if !strings.Contains(text, "WHAT GOT WORSE") {
				t.Fatal("the text ends before what got worse")
			}
		}
	}
}
