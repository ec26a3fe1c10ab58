// Package hostile makes documents that would cost a careless reader much time or memory, or make it fall
// over. Tests and fuzz targets use it; the program does not.
package hostile

import (
	"fmt"
	"strings"
)

// Document is one of them. Found is how what is said of it begins, "" where it is merely odd and may be read.
type Document struct {
	Name  string
	Text  []byte
	Found string
}

const size = 1<<20 - 512

// fill repeats a text up to nearly the largest size that is read.
func fill(s string) string { return strings.Repeat(s, size/len(s)) }

// Documents gives them all.
func Documents() []Document {
	const many = "far more than 50000 values"
	of := func(name, found string, parts ...string) Document {
		return Document{name, []byte(strings.Join(parts, "")), found}
	}
	return []Document{
		of("empty", "the file is empty"),
		of("blank", "the file is empty", fill(" ")),
		of("newlines", "the file is empty", fill("\n")),
		of("only comments", "the file holds no document", fill("# nothing\n")),
		of("only a start", "the file holds no document", "---\n"),
		of("byte order mark", "the file", "\ufeff"),
		of("second document", "a second document starts here", "partner: 1\n---\npartner: 1\n"),
		of("many documents", "a second document starts here", "partner: 1\n", strings.Repeat("--- a\n", 20_000)),
		of("not UTF-8", "the byte 0xff, which is not UTF-8", "partner: 1\ntitle: \xff\n"),
		of("cut in a rune", "the byte 0xe2, which is not UTF-8", "partner: 1\ntitle: \xe2\x82"),
		of("surrogate", "the byte 0xed, which is not UTF-8", "partner: 1\ntitle: \xed\xa0\x80"),
		of("UTF-16", "the byte 0xff, which is not UTF-8", "\xff\xfep\x00a\x00"),
		of("UTF-16 without a mark", "a NUL byte", "p\x00a\x00r\x00"),
		of("NUL", "a NUL byte", "partner: 1\ntitle: a\x00b\n"),
		of("escape", "the control character U+001B", "partner: 1\ntitle: \x1b[2J\n"),
		of("C1", "the control character U+009B", "partner: 1\ntitle: \u009b2J\n"),
		of("too large", "the file has 1048577 bytes", "partner: 1\n#", strings.Repeat("a", 1<<20-11)),
		of("alias bomb", "more than 50000 values", bomb()),
		of("aliases in a row", "more than 50000 values", "a: &a [", strings.Repeat("x,", 1000), "]\nb: [", strings.Repeat("*a,", 1000), "]\n"),
		of("alias in itself", "the alias *a inside what it stands for", "a: &a\n  b: *a\n"),
		of("list in itself", "the alias *a inside what it stands for", "&a [*a]\n"),
		of("aliases", many, "a: &a 1\nb: [", fill("*a,"), "]"),
		of("anchors", many, "[", fill("&a a,"), "]"),
		of("brackets", many, fill("[")),
		of("dashes", many, fill("- ")),
		of("mappings", many, fill("{a: ")),
		of("questions", many, fill("? ")),
		of("open brackets", "not YAML", strings.Repeat("[", 9999)),
		of("closed brackets", "nested deeper than 64", strings.Repeat("[", 9000), strings.Repeat("]", 9000)),
		of("nested dashes", "nested deeper than 64", strings.Repeat("- ", 9000)),
		of("nested mappings", "nested deeper than 64", strings.Repeat("{a: ", 9000), strings.Repeat("}", 9000)),
		of("steps", "nested deeper than 64", steps()),
		of("flow list", many, "[", fill("a,"), "]"),
		of("long flow list", "more than 50000 values", "[", strings.Repeat("a,", 60_000), "]"),
		of("flow list in a key", "", "partner: 1\ntitle: [", strings.Repeat("a,", 49_000), "]"),
		of("flow mappings", many, "[", fill("{},"), "]"),
		of("flow pairs", many, "{", fill("a: b,"), "}"),
		of("block list", many, fill("-\n")),
		of("block keys", many, fill("a:\n")),
		of("many keys", "a mapping of 12000 keys", keys(12_000)),
		of("same keys", "the key \"a\" a second time", strings.Repeat("a: 1\n", 9000)),
		of("long key", "a key of 1000000 bytes", "? ", strings.Repeat("k", 1_000_000), "\n: 1\n"),
		of("tags", "the tag !!str", "[", strings.Repeat("!!str a,", 40_000), "]"),
		of("long tag", "not YAML", "!<", fill("a")),
		of("merge", "a merge key", "a: &a {b: c}\nd:\n  <<: *a\n"),
		of("complex key", "a key that is not a plain word", "[a]: b\n"),
		of("open quote", "not YAML", "\"", fill("a\n")),
		of("colons", many, fill("a: ")),
		of("keys alone", "the key \"é\" without a value", "{", "é ,", strings.Repeat("k ,", 9000), "}"),
		of("keys behind a comma", "a comma in a text", "{a: b", strings.Repeat(",k", 9000), "}"),
		of("merges", "a merge conflict", strings.Repeat("<<<<<<< a\n", 50_000)),
		of("spaces that do not break", "the no-break space", "a: [\n", strings.Repeat("\u00a0", 300_000), "\n}"),
		of("directives", "the directive", strings.Repeat("%a\n", 100_000)),
		of("line ends of all kinds", "", "partner: 1\rtitle: a\u2028b\u2029c\u0085d\r\nabout: e\n"),
		of("long lines", "", "partner: 1\ntitle: ", fill("word ")),
		of("long text", "", "partner: 1\ntitle: |\n", fill("  line\n")),
		of("unknown keys", "", "partner: 1\n", keys(9000)),
		of("unknown words", "", "partner: 1\narrangement: {shares: [", strings.Repeat("service,", 40_000), "]}"),
		of("unknown evidence", "", "partner: 1\nevidence:\n", register(9000), "arrangement: {evidence: [", strings.Repeat("r99999,", 30_000), "]}"),
		of("unknown objectives", "", "partner: 1\norganisations: {a: {objectives: [", strings.Repeat("{id: o},", 9000), "]}, b: {}}\narrangement: {objectives: [{serves: {a: [", strings.Repeat("p,", 20_000), "]}}]}"),
		of("many organisations", "", "partner: 1\norganisations:\n", register(9000)),
		of("errors behind aliases", "", "partner: 1\narrangement: &a {form: x, nature: y}\nb: [", strings.Repeat("*a,", 5000), "]"),
		of("library: open mapping in a list", "", "#\n-\n{"),
		of("library: comment after a key", "", "a:\n  #\n -"),
	}
}

// bomb is the billion laughs.
func bomb() string {
	var b strings.Builder
	b.WriteString("a: &a [ha,ha,ha,ha,ha,ha,ha,ha,ha,ha]\n")
	for c := 'b'; c <= 'j'; c++ {
		fmt.Fprintf(&b, "%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c,", c-1), 10), ","))
	}
	return b.String()
}

// steps indents each line by one more.
func steps() string {
	var b strings.Builder
	for i := 0; b.Len() < size-2000; i++ {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "titel%d: x\n", i)
	}
	return b.String()
}

func register(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "  r%05d: {}\n", i)
	}
	return b.String()
}
