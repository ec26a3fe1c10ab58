package enum_test

import (
	"slices"
	"testing"

	"partner/pkg/internal/enum"
)

type size uint8

const (
	_ size = iota
	small
	_
	large
)

var sizes = enum.Table[size]{small: "small", large: "large"}

type colour string

var colours = []colour{"red", "blue"}

func TestATableGoesFromValuesToWordsAndBack(t *testing.T) {
	if got := sizes.Words(); !slices.Equal(got, []string{"small", "large"}) {
		t.Errorf("words %q", got)
	}
	for v, word := range map[size]string{0: "", small: "small", large: "large"} {
		if got := sizes.Word(v); got != word {
			t.Errorf("the word for %d is %q, want %q", v, got, word)
		}
		var back size = 99
		if err := sizes.Read(&back, []byte(word)); err != nil || back != v {
			t.Errorf("%q reads as %d (%v), want %d", word, back, err, v)
		}
	}
	if got := sizes.Word(200); got != "" {
		t.Errorf("a value that there is not has the word %q", got)
	}
}

func TestWordsOfNoListAreRefused(t *testing.T) {
	v := large
	if err := sizes.Read(&v, []byte("huge")); err == nil || err.Error() != `"huge" is none of small, large` || v != large {
		t.Errorf("%v, and the value became %d", err, v)
	}
	c := colour("red")
	if err := enum.Read(&c, []byte("pink"), colours); err == nil || c != "red" {
		t.Errorf("%v, and the value became %s", err, c)
	}
	for _, word := range []string{"blue", ""} {
		if err := enum.Read(&c, []byte(word), colours); err != nil || string(c) != word {
			t.Errorf("%q reads as %q: %v", word, c, err)
		}
	}
}
