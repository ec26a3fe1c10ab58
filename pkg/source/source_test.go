package source_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"partner/pkg/source"
	"partner/testdata/hostile"
)

const unmerged = "a merge conflict is left here; expected one version; settle the merge, and delete the lines that git put in (<<<<<<<, =======, >>>>>>>)"

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ name, document, want string }{
		{"empty", "", "x.yaml: the file is empty; expected a document that starts with `partner: 1`"},
		{"blank", " \n\t\n", "x.yaml: the file is empty; expected a document that starts with `partner: 1`"},
		{"comments", "# a\n# b\n", "x.yaml: the file holds no document; expected a document that starts with `partner: 1`"},
		{"start", "---\n# b\n", "x.yaml: the file holds no document; expected a document that starts with `partner: 1`"},
		{"second", "a: 1\n---\nb: 2\n", "x.yaml:2:1: a second document starts here; expected one document a file; move it to a file of its own, or remove the `---` line if all is one"},
		{"second, empty", "a: 1\n---\n", "x.yaml:2:1: a second document starts here, and is empty; expected one document a file; remove the `---` line"},
		{"first, empty", "---\n---\na: 1\n", "x.yaml:2:1: a second document starts here, after an empty one (line 1); expected one document a file; remove one of the `---` lines"},
		{"first, a comment", "# b\n---\n# c\n---\na: 1\n", "x.yaml:4:1: a second document starts here, after an empty one (line 2); expected one document a file; remove one of the `---` lines"},
		{"both empty", "---\n---\n", "x.yaml:2:1: a second document starts here, after an empty one (line 1); expected one document a file; remove one of the `---` lines"},
		{"line separator", "a: é\nb: é\u2028c\n", "x.yaml:2:5: the line separator (U+2028); expected an ordinary end of line; delete it, and retype the end of the line if there is to be one"},
		{"paragraph separator in quotes", "a: \"b\u2029c\"\n", "x.yaml:1:6: the paragraph separator (U+2029); expected an ordinary end of line; delete it, and retype the end of the line if there is to be one"},
		{"carriage return", "a: 1\r\nb: 2\rc: 3\r\n", "x.yaml:2:5: a carriage return (U+000D) without a line feed; expected lines that end as on Unix or Windows; save the file with such line ends"},
		{"carriage return at the end", "a: 1\r", "x.yaml:1:5: a carriage return (U+000D) without a line feed; expected lines that end as on Unix or Windows; save the file with such line ends"},
		{"merge", "a: 1\n<<<<<<< HEAD\nb: 2\n||||||| 1\nb: 1\n=======\nb: 3\n>>>>>>> other\n", "x.yaml:2:1: " + unmerged},
		{"merge on Windows", "a: 1\r\n<<<<<<< HEAD\r\nb: 2\r\n=======\r\nb: 3\r\n>>>>>>> other\r\n", "x.yaml:2:1: " + unmerged},
		{"merge in quotes", "a: \"b\n<<<<<<< HEAD\nc\n=======\nd\n>>>>>>> other\ne\"\n", "x.yaml:2:1: " + unmerged},
		{"what is left of a merge", "a: 1\n=======\nb: 2\n", "x.yaml:2:1: " + unmerged},
		{"the end of a merge", "a: 1\n>>>>>>> other\n", "x.yaml:2:1: " + unmerged},
		{"comma in braces", "a: {is: b, because: Since June, another one due}\n", "x.yaml:1:31: a comma in a text without quotes, which inside { } begins a new key: \"another one due\"; put the whole text in quotes: \"Since June, another one due\""},
		{"directive", "# a\n%YAML 1.2\n---\na: 1\n", "x.yaml:2:1: the directive %YAML; expected a document without directives; remove the line"},
		{"directive alone", "%YAML 1.2\na: 1\n", "x.yaml:1:1: the directive %YAML; expected a document without directives; remove the line"},
		{"a line of a tab", "a: 1\n\t\nb: 2\n", "x.yaml:2:1: a line of only a tab; remove the tab"},
		{"a last line of a tab", "a:\n  b: 1\n\t", "x.yaml:3:1: a line of only a tab; remove the tab"},
		{"a star as a bullet", "a:\n  * b\n", "x.yaml:2:4: not YAML: did not find expected alphabetic or numeric character while scanning an alias; begin an item of a list with a hyphen and a space (- ), and put a text that starts with * or & in quotes"},
		{"second, broken", "a: 1\n---\nb: [\n", "x.yaml:4:1: not YAML: did not find expected node content while parsing a flow node; put a text that holds `: ` or `, ` in quotes, or look for a wrong indentation, an unclosed quote or an unclosed bracket, here or on the line before"},
		{"not UTF-8", "a: é\nb: é\xff\n", "x.yaml:2:5: the byte 0xff, which is not UTF-8; expected UTF-8; save the file as UTF-8"},
		{"UTF-16", "\xff\xfea\x00", "x.yaml:1:1: the byte 0xff, which is not UTF-8; expected UTF-8; save the file as UTF-8"},
		{"NUL", "a: 1\nb: é\x00\n", "x.yaml:2:5: a NUL byte; expected text; remove it: the file may be binary, or UTF-16"},
		{"a Word paper", "PK\x03\x04\x14\x00", "x.yaml: an archive, such as a Word paper or a workbook; expected text in YAML; write it as text; what was filled in on a form is put in with `partner answer`"},
		{"NUL behind a mark", "\ufeffa\x00", "x.yaml:1:2: a NUL byte; expected text; remove it: the file may be binary, or UTF-16"},
		{"bell", "a: \a\n", "x.yaml:1:4: the control character U+0007; expected text; remove it"},
		{"delete", "a: \u007f\n", "x.yaml:1:4: the control character U+007F; expected text; remove it"},
		{"too large", strings.Repeat("a", source.MaxBytes+1), "x.yaml: the file has 1048577 bytes; expected at most 1048576; look for what got in: no document of this kind is that large"},
		{"first line", "a: b: c", "x.yaml:1:5: not YAML: mapping values are not allowed in this context; put a text that holds `: ` in quotes, or mend the indentation"},
		{"behind wide runes", "a: \"東京\": c", "x.yaml:1:8: not YAML: mapping values are not allowed in this context; put a text that holds `: ` in quotes, or mend the indentation"},
		{"open quote", "a: 1\nb: \"c\nd: 1\ne: 2\n", "x.yaml:2:4: not YAML: found unexpected end of stream while scanning a quoted scalar; close the quote"},
		{"open list", "a: 1\nb: [c,\n", "x.yaml:3:1: not YAML: did not find expected node content while parsing a flow node; put a text that holds `: ` or `, ` in quotes, or look for a wrong indentation, an unclosed quote or an unclosed bracket, here or on the line before"},
		{"open list at the end", "a: 1\nb: [c", "x.yaml:2:4: not YAML: a [ that is not closed; close it with ]"},
		{"tab", "a:\n\tb: 1\n", "x.yaml:2:1: the tab (U+0009), with which YAML does not indent; replace it, and each like it at the beginning of a line, by spaces"},
		{"at sign", "a: @b\n", "x.yaml:1:4: not YAML: found character that cannot start any token while scanning for the next token; indent with spaces, and put a text that starts with @, ` or % in quotes"},
		{"anchor", "a: 1\nb:\n  - *c\n", "x.yaml:3:5: not YAML: unknown anchor 'c' referenced; write the value out"},
		{"alias in itself", "a: &a\n  b: [1, *a]\n", "x.yaml:2:10: the alias *a inside what it stands for; expected a plain value; write the value out"},
		{"merge", "a: &a {b: 1}\nc: {<<: *a}\n", "x.yaml:2:5: a merge key; expected plain keys; write the keys out"},
		{"tag", "a: !!binary aGk=\n", "x.yaml:1:4: the tag !!binary; expected a plain value; remove the tag"},
		{"tag on a key", "!!str a: 1\n", "x.yaml:1:1: a tag on a key; expected a plain key; remove the tag"},
		{"list as a key", "a: 1\n? [b]\n: 1\n", "x.yaml:2:3: a key that is not a plain word; expected a key such as `title`"},
		{"same key", "a: 1\n\"a\": 2\n", "x.yaml:2:1: the key \"a\" a second time; expected each key once (first on line 1); join the two, or remove one"},
		{"long key", strings.Repeat("k", 201) + ": 1\n", "x.yaml:1:1: a key of 201 bytes; expected at most 200"},
		{"too deep", strings.Repeat("[", 65) + strings.Repeat("]", 65), "x.yaml:1:65: nested deeper than 64; expected fewer levels"},
		{"too many keys", keys(source.MaxKeys + 1), "x.yaml:1:1: a mapping of 10001 keys; expected at most 10000"},
		{"too many values", "a: 1\nb: [" + strings.Repeat("x,", source.MaxNodes) + "]", "x.yaml:2:99999: more than 50000 values, counted after aliases are expanded; expected fewer; write out what the aliases stand for, or split the file"},
		{"far too many values", "a: 1\nb: [" + strings.Repeat("x,", 3*source.MaxNodes) + "]", "x.yaml:2:199996: far more than 50000 values; expected fewer; look for what got in: no document of this kind holds that many"},
		{"alias bomb", "a: &a [" + strings.Repeat("x,", 999) + "]\nb: &b [" + strings.Repeat("*a,", 40) + "]\nc: [*b, *b]\n", "x.yaml:3:5: more than 50000 values, counted after aliases are expanded; expected fewer; write out what the aliases stand for, or split the file"},
	} {
		f, wrong := source.Parse("x.yaml", []byte(c.document))
		if len(wrong) != 1 || wrong[0].Error() != c.want {
			t.Errorf("%s: got\n%v\nwant\n%s", c.name, wrong, c.want)
		}
		if f.Root != nil {
			t.Errorf("%s: there is a root", c.name)
		}
	}
}

func TestParseTellsAllAtOnce(t *testing.T) {
	_, wrong := source.Parse("x.yaml", []byte("a: !t 1\nb: {c: 1, c: 2}\n? [d]\n: 1\na: &e {<<: 1}\nf: [*e, *e]\n"))
	var got []string
	for _, d := range wrong {
		got = append(got, d.Position.String())
	}
	want := "x.yaml:1:4 x.yaml:2:11 x.yaml:3:3 x.yaml:5:1 x.yaml:5:8"
	if strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("k" + strings.Repeat("x", i%100) + string(rune('a'+i/100%26)) + string(rune('a'+i/2600)) + ": 1\n")
	}
	return b.String()
}

// TestParseReads holds that the limits, and the guess at the number of values above all, refuse nothing real.
func TestParseReads(t *testing.T) {
	for name, document := range map[string]string{
		"64 deep":                strings.Repeat("[", 64) + strings.Repeat("]", 64),
		"10000 keys":             keys(source.MaxKeys),
		"50000 values":           "[" + strings.Repeat("a,", source.MaxNodes-1) + "]",
		"25000 pairs":            "[" + strings.Repeat("{a: b},", 16_000) + "]",
		"a mebibyte of prose":    "text: |\n" + strings.Repeat("  It was, as they say, a long day - and a full one: nobody, on either side, gave way.\n", 11_000),
		"a mebibyte of comment":  "a: 1\n" + strings.Repeat("# - {a: [b, c]}, {d: [e, f]}, ? - - , , , ,\n", 20_000),
		"an alias":               "a: &a {b: 1}\nc: *a\n",
		"a start and an end":     "---\na: 1\n...\n",
		"a byte order mark":      "\ufeffa: 1\n",
		"Windows":                "a: 1\r\nb: 2\r\n",
		"a ruled literal":        "a: |\n  b\n  =======\n  <<<<<<< c\n",
		"a ruled comment":        "# =======\na: 1\n",
		"typographic text":       "a: “b” – c’s\u00a0d…\n",
		"keys without values":    "a: {b: , c: , d: }\n",
		"a key on its own line":  "a: {\n  b:\n    c,\n  d:\n}\n",
		"a list in brackets":     "a: [b, c d, e]\n",
		"a word in every tongue": "a: Ünïcödé, 東京, 🏥, e\u0301\n",
	} {
		f, wrong := source.Parse("x.yaml", []byte(document))
		if len(wrong) > 0 || f.Root == nil {
			t.Errorf("%s: %v", name, wrong)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"strong", "balanced", "deficit", "distressed", "chief_executive_since", "top-20%", "benefits", "benefits.kind"}
	for word, want := range map[string]string{
		"stong": "strong", "STRONG": "strong", "balance": "balanced", "chief-executive-since": "chief_executive_since",
		"executive_since": "chief_executive_since", "top 20%": "top-20%", "elephant": "", "": "",
		"xyz":                          "",         // which shares nothing with any
		"unstrong":                     "",         // which says the contrary
		"benefit":                      "benefits", // though another begins so
		strings.Repeat("strong", 1000): "",
	} {
		if got := source.Nearest(word, words); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"plain, Ünïcödé, 東京": "plain, Ünïcödé, 東京",
		"\x1b[31mred":        `\u001b[31mred`,
		"a\u202eb":           `a\u202eb`,
		"a\u200bb":           `a\u200bb`,
		"a\nb":               `a\u000ab`,
		"a\xd9b, \ufffd":     `a\xd9b, ` + "\ufffd",
	} {
		if got := source.Printable(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestHostileDocumentsAreRefused(t *testing.T) {
	for _, d := range hostile.Documents() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, wrong := source.Parse("x.yaml", d.Text)
		runtime.ReadMemStats(&after)
		if d.Found != "" && (len(wrong) == 0 || !strings.HasPrefix(wrong[0].Found, d.Found)) {
			t.Errorf("%s: got %v, want %s", d.Name, wrong, d.Found)
		}
		// The text itself, and some hundred bytes for each of the values that it may hold.
		if used, most := after.TotalAlloc-before.TotalAlloc, uint64(3*len(d.Text)+40<<20); used > most {
			t.Errorf("%s: %d MB for %d KB", d.Name, used>>20, len(d.Text)>>10)
		}
		for _, x := range wrong {
			inside(t, x, d.Text)
		}
	}
}

// inside checks that a diagnostic's place lies in the file, and that what it says can be shown.
func inside(t testing.TB, d source.Diagnostic, text []byte) {
	t.Helper()
	if d.Line != 0 {
		lines := splitLines(string(text))
		if d.Line < 1 || d.Line > len(lines) {
			t.Fatalf("%s: line %d of %d", d.Found, d.Line, len(lines))
		}
		if n := utf8.RuneCountInString(lines[d.Line-1]); d.Column < 1 || d.Column > n+1 {
			t.Fatalf("%s: column %d of %d on line %d", d.Found, d.Column, n, d.Line)
		}
	}
	if message := d.Error(); d.Found == "" || len(message) > 2000 || message != source.Printable(message) || !utf8.ValidString(message) {
		t.Fatalf("the message %q", message)
	}
	if snippet := d.Snippet(); strings.Count(snippet, "\n") > 1 || len(snippet) > 2000 {
		t.Fatalf("the snippet %q", snippet)
	}
}

// splitLines cuts a text into lines as editors do.
func splitLines(text string) []string {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	return strings.Split(text, "\n")
}

func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		file, wrong := source.Parse("x.yaml", text)
		if (file.Root == nil) != (len(wrong) > 0) {
			t.Fatalf("root %v, diagnostics %v", file.Root, wrong)
		}
		if len(wrong) > source.MaxDiagnostics+1 {
			t.Fatalf("%d diagnostics", len(wrong))
		}
		for _, d := range wrong {
			inside(t, d, text)
		}
	})
}

// seed adds the examples, the broken documents and the smaller of the hostile ones.
func seed(f *testing.F) {
	f.Helper()
	for _, pattern := range []string{"examples/*.yaml", "examples/*/*.yaml", "examples/*/*/*.yaml", "testdata/broken/*.yaml"} {
		files, _ := filepath.Glob("../../" + pattern)
		if len(files) == 0 {
			f.Fatal(pattern)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	for _, d := range hostile.Documents() {
		f.Add(d.Text[:min(len(d.Text), 2000)])
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, d := range hostile.Documents() {
		b.Run(strings.ReplaceAll(d.Name, " ", "-"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				source.Parse("x.yaml", d.Text)
			}
		})
	}
}
