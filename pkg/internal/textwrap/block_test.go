package textwrap

import (
	"slices"
	"strings"
	"testing"
)

func TestClipEndsInAnEllipsisAfterAWholeWord(t *testing.T) {
	text := "one two three four five six seven eight nine ten"
	for width := 10; width < 50; width++ {
		lines := Clip(Wrap(width, text), 1, width, "…")
		if len(lines) != 1 || Cells(lines[0]) > width {
			t.Fatalf("width %d: %q", width, lines)
		}
		kept, cut := strings.CutSuffix(lines[0], " …")
		if !cut && lines[0] != text {
			t.Errorf("width %d: cut without an ellipsis: %q", width, lines[0])
		}
		if !strings.HasPrefix(text+" ", kept+" ") {
			t.Errorf("width %d: cut inside a word: %q", width, lines[0])
		}
	}
	if got := Clip([]string{"Llanfairpwllgwyngyll", "more"}, 1, 8, "…"); !slices.Equal(got, []string{"Llanfai…"}) {
		t.Errorf("%q: a word that is too long is cut inside", got)
	}
	if got := Clip([]string{"a", "b"}, 2, 8, "…"); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("%q: nothing is left out", got)
	}
}

func TestBlocksStandBesideEachOther(t *testing.T) {
	got := Beside([]int{2, 8}, []string{"one", "", "three"}, []string{"1", "2"})
	if want := []string{"  one   1", "        2", "  three"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := Indent(2, []string{"a", ""}); !slices.Equal(got, []string{"  a", ""}) {
		t.Errorf("%q", got)
	}
	if got := Hang(10, 2, Span{Text: "one two three four"}); !slices.Equal(got, []string{"one two", "  three", "  four"}) {
		t.Errorf("%q", got)
	}
	if Pad("£", 3) != "£  " || Pad("long", 2) != "long" || Spaces(-1) != "" || Centre("ab", 6) != "  ab  " || Cut("abcdef", 4, "…") != "abc…" {
		t.Error("padding and cutting count cells")
	}
}
