package proposal_test

import (
	"testing"

	"partner/pkg/proposal"
)

// TestAsAt: another day is laid over the document, which stays as it is.
func TestAsAt(t *testing.T) {
	day, _ := proposal.ParseDay("2027-11-01")
	later, _ := proposal.ParseDay("2028-01-01")
	for text, stated := range map[string]string{
		"partner: 1\nas_of: 2026-10\ntitle: T\n": "October 2026",
		"partner: 1\ntitle: T\n":                 "",
		"partner: 1\norganisations: {a: {}, b: {}}\nas_of: {views: {a: 2026, b: 2027}}": "2026",
	} {
		p, wrong := proposal.Read("p.yaml", []byte(text), nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		before := p.Root.At("as_of").InWords()
		q := p.AsAt(day)
		if got := q.Root.At("as_of").InWords(); got != "1 November 2027" || q.Root.At("as_of") != q.Dated.Asked {
			t.Errorf("%q: as at %q", text, got)
		}
		if got := q.Dated.Stated.InWords(); got != stated {
			t.Errorf("%q: stated %q", text, got)
		}
		if got := p.Root.At("as_of").InWords(); got != before || p.Dated != (proposal.Dated{}) {
			t.Errorf("%q: the document itself is now as at %q", text, got)
		}
		if r := q.AsAt(later); r.Root.At("as_of").String() != "2028-01-01" || r.Dated.Stated != q.Dated.Stated {
			t.Errorf("%q: asked for twice, it is as at %s", text, r.Root.At("as_of"))
		}
		if q.Root.At("title").String() != p.Root.At("title").String() || q.Label != p.Label {
			t.Errorf("%q: more than the day is another one", text)
		}
	}
	for _, word := range []string{"2026", "2026-06", "2026-02-30", "today", "", "10/06/2026", "2026-6-1", " 2026-06-10"} {
		if _, is := proposal.ParseDay(word); is {
			t.Errorf("%q is taken for a day", word)
		}
	}
	if d, is := proposal.ParseDay("2024-02-29"); !is || d.String() != "2024-02-29" || d.InWords() != "29 February 2024" {
		t.Errorf("%v, %v", d, is)
	}
}
