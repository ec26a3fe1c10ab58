package source

import (
	"strings"
	"testing"

	_ "partner/pkg/internal/drawn"
	"pgregory.net/rapid"
)

// TestLetters: what is skipped eight bytes at a time is what a look at each byte would pass, and all but the last few of
// it are skipped.
func TestLetters(t *testing.T) {
	odd := func(c byte) bool { return c < 0x20 || c > 0x7e }
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SliceOfN(rapid.SampledFrom([]byte("ab ~\n\t\r\x1f\x7f\x80\xc2\xa0\xff\x00")), 0, 40).Draw(t, "text")
		if rapid.Bool().Draw(t, "mostly letters") {
			text = append([]byte(strings.Repeat("~ azAZ09", rapid.IntRange(0, 4).Draw(t, "words"))), text...)
		}
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		at := letters(text, from)
		if same := letters(string(text), from); same != at {
			t.Fatalf("%q: %d as bytes, %d as text", text, at, same)
		}
		for i := from; i < at; i++ {
			if odd(text[i]) {
				t.Fatalf("%q: %#x is skipped at %d", text, text[i], i)
			}
		}
		next := at
		for next < len(text) && !odd(text[next]) {
			next++
		}
		if next-at >= 8 {
			t.Errorf("%q: %d more could be skipped from %d on", text, next-at, at)
		}
	})
}

// TestPlainTextIsAccepted: what is seen at once to be text is what a look at each character accepts.
func TestPlainTextIsAccepted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var text strings.Builder
		for range rapid.IntRange(0, 12).Draw(t, "parts") {
			text.WriteString(rapid.SampledFrom([]string{"key: a value\n", "- é", "\r\n", "\r", "\t", "\u0085", "\u00a0", "\u2028", "\u2030", "\ufffe", "\uffee", "\x00", "\x7f", "\xff", "\xe2\x80", "日本", "plain words "}).Draw(t, "part"))
		}
		if at := text.String(); plain([]byte(at)) {
			f := &File{Name: "x.yaml", Text: []byte("#" + strings.Repeat(" ", maxMarks) + "\na: b\n" + at)}
			if d := f.bytesFit(); d != nil {
				t.Errorf("%q: %s", at, d.Error())
			}
		}
	})
}
