package source

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestJSONIsReadAsJSON, whatever YAML makes of it: by the name of the file, or where standard input begins as JSON.
func TestJSONIsReadAsJSON(t *testing.T) {
	const text = "{\"title\": \"a\\/b \\ud83d\\ude00\",\n \"on\": [1, 2.5, true, null]}\n"
	for _, name := range []string{"p.json", "HEAD:P.JSON", stdin} {
		f, wrong := Parse(name, []byte("\ufeff"+text))
		if len(wrong) > 0 {
			t.Fatal(name, wrong)
		}
		title, list := f.Root.Content[1], f.Root.Content[3]
		if title.Value != "a/b 😀" || title.Line != 1 || title.Column != 11 {
			t.Errorf("%s: the title is %+v", name, title)
		}
		var tags []string
		for _, n := range list.Content {
			tags = append(tags, n.Tag)
		}
		if got := strings.Join(tags, " "); got != "!!int !!float !!bool !!null" || list.Line != 2 || list.Content[2].Column != 17 {
			t.Errorf("%s: %s at %d, %+v", name, got, list.Line, list.Content[2])
		}
	}
	for name, text := range map[string]string{"p.yaml": `{"a": [x, y]}`, stdin: `{a: [x, "y"]}`} {
		if f, wrong := Parse(name, []byte(text)); len(wrong) > 0 || len(f.Root.Content[1].Content) != 2 {
			t.Errorf("%s is not read as YAML: %v", name, wrong)
		}
	}
}

func TestWhatIsWrongWithJSON(t *testing.T) {
	for text, want := range map[string]string{
		"{\"a\": 1,\n \"b\": 2,}": "p.json:2:9: not JSON: invalid character '}'",
		"{\"a\": yes}":            "p.json:1:7: not JSON: invalid character 'y'",
		"{\"a\": 1":               "p.json:1:8: not JSON: it ends before it is complete",
		"{\"a\": 1} {}":           "p.json:1:10: something after the end of the document",
		"{\"a\": 1,\n \"a\": 2}":  `p.json:2:2: the key "a" a second time`,
		"{} # done":               "p.json:1:4: something after the end of the document",
		strings.Repeat("[", 100) + strings.Repeat("]", 9): "nested deeper than 64",
		"": "p.json: the file is empty",
		"<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n": "p.json:1:1: a merge conflict is left here",
	} {
		if _, wrong := Parse("p.json", []byte(text)); len(wrong) != 1 || !strings.Contains(wrong[0].Error(), want) {
			t.Errorf("%q: %v, not %s", text, wrong, want)
		}
	}
}

// FuzzParseJSON: whatever the text, it is read or refused at a place that it has; and what is read is JSON.
func FuzzParseJSON(f *testing.F) {
	for _, s := range []string{`{"a": [1, "x", null, true]}`, `{"a": 1,}`, "{}\n{}", `{"a": "\ud83d"}`, "[[[", `{"a": {"b": "` + "\u2028" + `"}}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		file, wrong := Parse("p.json", text)
		lines := 1 + strings.Count(string(text), "\n")
		for _, d := range wrong {
			if d.Line < 0 || d.Line > lines || d.Line > 0 && d.Column < 1 {
				t.Fatalf("%v in %d lines", d, lines)
			}
		}
		if (file.Root == nil) != (len(wrong) > 0) {
			t.Fatalf("%v and %v", file.Root, wrong)
		}
		if file.Root != nil && !json.Valid([]byte(strings.TrimPrefix(string(text), "\ufeff"))) {
			t.Fatal("no JSON, and read")
		}
	})
}
