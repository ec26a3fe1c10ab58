package report

import (
	"slices"
	"strings"
	"testing"
)

// pieces keeps what is written, each time by itself.
type pieces []string

func (p *pieces) Write(b []byte) (int, error) {
	*p = append(*p, string(b))
	return len(b), nil
}

// TestLinesThatAreThereAreWrittenTogether holds that no line waits for one that is not there, that few writes make many lines,
// and that what is left is written in the end.
func TestLinesThatAreThereAreWrittenTogether(t *testing.T) {
	long := strings.Repeat("x", atOnce)
	for _, c := range []struct {
		lines []Line
		want  pieces
	}{
		{nil, nil},
		{[]Line{{Text: []byte("a\n")}, {Text: []byte("b\n")}}, pieces{"a\n", "b\n"}},
		{[]Line{{Text: []byte("a\n"), More: true}, {Text: []byte("b\n"), More: true}, {Text: []byte("c\n")}, {Text: []byte("d\n")}}, pieces{"a\nb\nc\n", "d\n"}},
		{[]Line{{Text: []byte("a\n"), More: true}}, pieces{"a\n"}},
		{[]Line{{Text: []byte(long), More: true}, {Text: []byte("b\n")}}, pieces{long, "b\n"}},
	} {
		var got pieces
		if err := ndjsonLines(&got, slices.Values(c.lines), Options{}); err != nil {
			t.Error(err)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d writes, and not %d: %.40q", len(got), len(c.want), got)
		}
	}
}
