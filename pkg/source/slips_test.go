package source_test

import (
	"strings"
	"testing"

	"partner/pkg/source"
)

// TestASlipOfWritingIsNamed holds that what people do wrong in YAML is told as what it is, where it is.
func TestASlipOfWritingIsNamed(t *testing.T) {
	const (
		apostrophe = "an apostrophe inside single quotes, which ends the text; double the apostrophe (''), or put the text in double quotes"
		alike      = "; indent all keys of a section alike"
	)
	for _, c := range []struct{ name, document, want string }{
		{"apostrophe", "title: 'St Werburgh's Hospice'\n", "1:20: not YAML: " + apostrophe},
		{"apostrophe at the end of a word", "a: {b: 'ten trustees' wives'}\n", "1:21: not YAML: " + apostrophe},
		{"apostrophe behind a doubled one", "a: 'St Anne''s and St Werburgh's'\n", "1:31: not YAML: " + apostrophe},
		{"apostrophe in an item", "a:\n  - 'it's'\n", "2:8: not YAML: " + apostrophe},
		{"apostrophe far down in braces", "a: {b: c,\n  d: \"e'f\",\n  g: 'it's'}\n", "3:9: not YAML: " + apostrophe},
		{"single quote left open", "x:\n  a: {b: 'c}\n  d: {e: the nurses' scheme, f: 1}\n", "2:10: not YAML: a single quote that is not closed on its line; the next one ends it, on line 3; close it at the end of its text"},
		{"double quote left open", "a: {b: \"c, d: \"e\"}\n", "1:15: not YAML: a double quote that ends the text begun in column 8, and more behind it; close each quote where its text ends, and write a double quote inside such a text as \\\""},
		{"double quotes inside double quotes", "a: \"b \"c\" d\"\n", "1:7: not YAML: a double quote that ends the text begun in column 4, and more behind it; close each quote where its text ends, and write a double quote inside such a text as \\\""},
		{"colon in braces", "a: {b: c: d}\n", "1:9: not YAML: a colon and a space in a text without quotes; put the whole text in quotes"},
		{"number sign", "a:\n  - {b: #6}\n  - {b: 7}\n", "2:9: not YAML: a # after a space, which makes a comment of the rest of the line; put a text with a # in quotes"},
		{"list left open before a comment", "x:\n  a: [b # [c]\n  d: e\n", "2:6: not YAML: a [ that is not closed when line 3 begins; close it with ]"},
		{"list left open", "x:\n  a: [b, c\n  d: {e: [f]}\n", "2:6: not YAML: a [ that is not closed when line 3 begins; close it with ]"},
		{"list left open at the end of a section", "a: [b, c\nd: {e: [f]}\n", "1:4: not YAML: a [ that is not closed; close it with ]"},
		{"list left open at the end", "a: 1\nb: [c", "2:4: not YAML: a [ that is not closed; close it with ]"},
		{"braces left open", "a:\n  - {b: {c: [d]}\n  - {b: c}\n", "2:5: not YAML: a { that is not closed when line 3 begins; close it with }"},
		{"no space behind a colon", "a: 1\nb:c\nd: 1\n", "2:3: not YAML: \"b\" without a space behind its colon; write `b: ` and then its value"},
		{"too shallow", "a:\n    b: {c: 1}\n  d: 1\n", "3:3: not YAML: a line indented by 2, between the 0 of line 1 and the 4 of line 2" + alike + ", here or on the lines above"},
		{"too deep", "a:\n  b: {c: 1}\n    d: 1\n", "3:5: not YAML: a line indented by 4, deeper than the 2 of line 2, which has its value already" + alike},
	} {
		_, err := source.Parse("x.yaml", []byte(c.document))
		if err == nil {
			t.Errorf("%s: no error", c.name)
		} else if got, _, _ := strings.Cut(err.Error(), "\n"); got != "x.yaml:"+c.want {
			t.Errorf("%s:\ngot  %s\nwant x.yaml:%s", c.name, got, c.want)
		}
	}
}

// TestALegalTextIsNoSlip holds that what stands rightly in quotes, comments and blocks above a fault is not taken for it.
func TestALegalTextIsNoSlip(t *testing.T) {
	for _, above := range []string{
		"q: 'it''s'\n", "q: \"it's \\\"so\\\"\"\n", "q: it's 'so'\n", "q: {a: 'b', \"c\": ['d', it's]}\n", "# it's a 'comment\n", "q: |\n  'tis\n  \"quoted: {\n", "q: 'two\n  lines'\n", "q: {a: b} # it's [open\n", "q: a#b\n", "\"q:c\": 1\n",
	} {
		document := above + "a: {b: c: d}\n"
		_, err := source.Parse("x.yaml", []byte(document))
		want := "a colon and a space in a text without quotes"
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", above, err)
		}
		if _, err := source.Parse("x.yaml", []byte(above+"a: 1\n")); err != nil {
			t.Errorf("%q by itself: %v", above, err)
		}
	}
}
