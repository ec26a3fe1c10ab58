package edit

import (
	"testing"

	"partner/pkg/source"
)

func parseJSON(t *testing.T, text string) *source.File {
	t.Helper()
	f, wrong := source.Parse("p.json", []byte(text))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return f
}

// TestApplyToJSON: a JSON file stays JSON, and what has not changed in it stays as it was written.
func TestApplyToJSON(t *testing.T) {
	for _, c := range []struct{ name, text, path, value, want string }{
		{"a new key", "{\n  \"a\": {\"b\": \"x\\/y\"},\n  \"c\": [ 1,2 ]\n}\n", "d", "yes", "{\n  \"a\": {\"b\": \"x\\/y\"},\n  \"c\": [ 1,2 ],\n  \"d\": \"yes\"\n}\n"},
		{"below", "{\n    \"a\": {\n        \"b\": 1\n    }\n}", "a.c", "{is: 'say \"no\"', on: 2026-10-01}", "{\n    \"a\": {\n        \"b\": 1,\n        \"c\": {\"is\": \"say \\\"no\\\"\", \"on\": \"2026-10-01\"}\n    }\n}"},
		{"in place", "{\n  \"a\": {\"b\": 1, \"z\": {}}\n}", "a.b", "2.5", "{\n  \"a\": {\n    \"b\": 2.5,\n    \"z\": {}\n  }\n}"},
		{"on one line", "{\"a\":{\"b\":1}}", "a.c", "[x, y]", "{\"a\": {\"b\": 1, \"c\": [\"x\", \"y\"]}}"},
		{"what says nothing", "{\"a\": \"unknown\"}", "a.b", "none", "{\"a\": {\"b\": \"none\"}}"},
		{"an item", "{\"l\": [{\"a\": 1}, {\"a\": 2}]}", "l.1.b", "true", "{\"l\": [{\"a\": 1}, {\"a\": 2, \"b\": true}]}"},
		{"emoji and line ends", "{\r\n  \"a\": \"\\ud83d\\ude00\"\r\n}\r\n", "b", "é <b>", "{\r\n  \"a\": \"\\ud83d\\ude00\",\r\n  \"b\": \"é <b>\"\r\n}\r\n"},
	} {
		got, wrong := Apply(parseJSON(t, c.text), []Set{set(t, c.path+": "+c.value)}, order)
		if len(wrong) > 0 || string(got) != c.want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, wrong, got, c.want)
		}
	}
}

// TestJSONSaysNothingOtherwise: what stands on the way and holds something is not overwritten.
func TestJSONSaysNothingOtherwise(t *testing.T) {
	if text, wrong := Apply(parseJSON(t, `{"a": "x"}`), []Set{set(t, "a.b: 1")}, order); len(wrong) == 0 {
		t.Errorf("%s", text)
	}
}
