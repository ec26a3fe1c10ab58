package textwrap

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "partner/pkg/internal/drawn"
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
		long := wrapWords(width, []Span{{Text: text}})
		if !slices.Equal(short, long) {
			t.Fatalf("%q in %d: %q, but %q", text, width, short, long)
		}
		if got := Wrap(width, text); !slices.Equal(got, long) {
			t.Fatalf("%q in %d: %q, but %q", text, width, got, long)
		}
	})
	if taken == 0 {
		t.Error("the short way was never taken")
	}
}

// TestJoiningSpansIsWrappingThem: spans without style wrap as their words do.
func TestJoiningSpansIsWrappingThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var spans []Span
		for range rapid.IntRange(1, 4).Draw(t, "n") {
			spans = append(spans, Span{Text: rapid.StringMatching(`[a-z. ]{0,12}`).Draw(t, "text"), Glued: rapid.Bool().Draw(t, "glued")})
		}
		width := rapid.IntRange(4, 20).Draw(t, "width")
		if short, long := Flow(width, spans...), wrapWords(width, spans); !slices.Equal(short, long) {
			t.Fatalf("%v in %d: %q, but %q", spans, width, short, long)
		}
		for _, line := range wrapWords(width, spans) {
			if Cells(line) > width {
				t.Fatalf("%v in %d: %q is wider", spans, width, line)
			}
		}
	})
}

// brackets is a style that can be seen.
type brackets struct{}

func (*brackets) Render(texts ...string) string { return "<" + strings.Join(texts, "") + ">" }

func TestSpansOfOneStyleAreRenderedInOneGo(t *testing.T) {
	s := &brackets{}
	for _, c := range []struct {
		width int
		spans []Span
		want  []string
	}{
		{40, []Span{{Text: "so"}, {Text: "far", Style: s}, {Text: "so good", Style: s}, {Text: ".", Glued: true}}, []string{"so <far so good>."}},
		{9, []Span{{Text: "for"}, {Text: "Northfield", Style: s}, {Text: ":", Glued: true}}, []string{"for", "<Northfiel>", "<d>:"}},
		{10, []Span{{Text: "amber-red", Style: s}, {Text: " so far", Glued: true}}, []string{"<amber-red>", "so far"}},
		{10, nil, []string{""}},
	} {
		if got := Flow(c.width, c.spans...); !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	if Render(nil, "a") != "a" || Render(s, "") != "" || Render(s, "a") != "<a>" {
		t.Error("a text is rendered where there is a style and a text")
	}
}

func TestLongPathsBreakAtTheirJoints(t *testing.T) {
	lines := Wrap(24, "arrangement.governance.project_management.reports_to")
	for _, line := range lines[:len(lines)-1] {
		if !strings.ContainsAny(line[len(line)-1:], "._") {
			t.Errorf("%q does not break at a joint", lines)
		}
	}
	if got := strings.Join(lines, ""); got != "arrangement.governance.project_management.reports_to" {
		t.Errorf("the path is changed: %q", got)
	}
}

func TestWideCharactersCountTwice(t *testing.T) {
	for _, line := range Wrap(7, "医院合作伙伴关系 e\u0301a\u0308 👩‍⚕️🏥") {
		if Cells(line) > 7 {
			t.Errorf("%q takes %d cells", line, Cells(line))
		}
	}
	if got := Wrap(1, "医"); !slices.Equal(got, []string{"医"}) {
		t.Errorf("%q: what no line can hold stands alone", got)
	}
}
