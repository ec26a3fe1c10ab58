package edit

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/source"
)

func parse(t *testing.T, text string) *source.File {
	t.Helper()
	f, wrong := source.Parse("test.yaml", []byte(text))
	if len(wrong) > 0 {
		t.Fatalf("%v in\n%s", wrong, text)
	}
	return f
}

// set makes a Set from `a.b.0: value`; with ~ before the path it joins a list, with ^ it stands
// beside what is there, under views, and with + it adds to a list.
func set(t *testing.T, line string) Set {
	t.Helper()
	path, value, _ := strings.Cut(line, ": ")
	join, wrap, more := strings.HasPrefix(path, "~"), strings.HasPrefix(path, "^"), strings.HasPrefix(path, "+")
	s := Set{Path: strings.Split(strings.TrimLeft(path, "~^+"), "."), Value: parse(t, value).Root, Join: join, More: more}
	if wrap {
		s.Under = []string{"views", "one"}
	}
	return s
}

func order(path []string) []string {
	if len(path) == 0 {
		return []string{"first", "second", "third", "fourth"}
	}
	return nil
}

func TestApply(t *testing.T) {
	for _, c := range []struct{ name, before, sets, after string }{
		{"a key after those before it", "first: 1 # one\nthird: 3\n", "second: 2", "first: 1 # one\nsecond: 2\nthird: 3\n"},
		{"keys in order", "first: 1\n", "fourth: 4|third: 3|second: 2", "first: 1\nsecond: 2\nthird: 3\nfourth: 4\n"},
		{"no end of line", "first: 1", "second: 2", "first: 1\nsecond: 2"},
		{"CRLF", "first: 1\r\na:\r\n  b: 1\r\nthird: 3\r\n", "a.c: 2|second: 2|a.d.e: x", "first: 1\r\nsecond: 2\r\na:\r\n  b: 1\r\n  c: 2\r\n  d:\r\n    e: x\r\nthird: 3\r\n"},
		{"byte order mark", "\ufefffirst: 1\nx: unknown # c\n", "second: 2|x: £", "\ufefffirst: 1\nsecond: 2\nx: £ # c\n"},
		{"null", "a:\nb:   # c\nd: ~\n", "a: 1|b: 2|d: 3", "a: 1\nb: 2   # c\nd: 3\n"},
		{"unknown", "a: unknown # still\nb: {c: unknown, d: }\n", "a: x|b.c: 'y, z'|b.d: 1", "a: x # still\nb: {c: \"y, z\", d: 1}\n"},
		{"below null", "a:  # c\n  # d\nb: 1\n", "a.x.y: 1|a.x.z: 2", "a:  # c\n  # d\n  x:\n    y: 1\n    z: 2\nb: 1\n"},
		{"below unknown and nothing", "a: unknown # c\nb: {} # d\nc: [{}]\n", "a.x: 1|b.y: 2|c.0.z: 3", "a: # c\n  x: 1\nb: # d\n  y: 2\nc: [{z: 3}]\n"},
		{"flow", "a: {b: 1, c: {d: [1, 2]}}\ne: {}\nf: {\n  g: 1, # one\n  h: 'it''s }' # two\n  }\n", "a.x: 1|a.c.y.z: 2|f.i: u|a.c.w: {is: yes}",
			"a: {b: 1, c: {d: [1, 2], y: {z: 2}, w: {is: yes}}, x: 1}\ne: {}\nf: {\n  g: 1, # one\n  h: 'it''s }', i: u # two\n  }\n"},
		{"flow without values", "a: {b: , c: }\nd: {e: }\n", "a.b: 1|a.x: 2|d.f: 3", "a: {b: 1, c: , x: 2}\nd: {e: , f: 3}\n"},
		{"whole file in braces", "{a: 1,}\n", "b.c: 2", "{a: 1, b: {c: 2},}\n"},
		{"after texts of several lines", "a:\n  b: |\n    one\n\n    two\n\n  # c\nd:\n  e: one\n    two\n\n    three  # x\n  # y\nf:\n  g: \"one\n two\" # z\nh:\n  i: >+\n    one\n\n\nj: 1\n", "a.x: 1|d.x: 2|f.x: 3|h.x: 4",
			"a:\n  b: |\n    one\n\n    two\n\n  # c\n  x: 1\nd:\n  e: one\n    two\n\n    three  # x\n  # y\n  x: 2\nf:\n  g: \"one\n two\" # z\n  x: 3\nh:\n  i: >+\n    one\n\n\n  x: 4\nj: 1\n"},
		{"items", "a:\n- b: 1\n  c:\n  - 1\n  - 2\n-   d: x\n# e\nf: 1\n", "a.0.x: 1|a.1.y: 2", "a:\n- b: 1\n  c:\n  - 1\n  - 2\n  x: 1\n-   d: x\n    y: 2\n# e\nf: 1\n"},
		{"wide indentation", "a:\n    b: 1\n", "a.c.d: 2", "a:\n    b: 1\n    c:\n        d: 2\n"},
		{"sections apart", "first: 1\n\na:\n  b: 1\n\n# end\nthird: 3\n", "second: {x: 1}|a.c.d: 1", "first: 1\n\nsecond: {x: 1}\n\na:\n  b: 1\n  c:\n    d: 1\n\n# end\nthird: 3\n"},
		{"around a bare word", "a: yes # c\n", "a: {is: yes, because: so}", "a: {is: yes, because: so} # c\n"},
		{"replaced by several lines", "a: yes # c\nb: 1\n", "a: {is: yes, because: \"" + strings.Repeat("long ", 25) + "end\"}", "a: # c\n  is: yes\n  because: " + strings.Repeat("long ", 25) + "end\nb: 1\n"},
		{"text of several lines", "a:\n  b: 1\n", "a.c: \"one\\n  two\\n\\nthree\"|a.d: \" x\\ty\\n\"", "a:\n  b: 1\n  c: |-\n    one\n      two\n\n    three\n  d: \" x\\ty\\n\"\n"},
		{"quotes where they are needed", "a: {}\nb: 1\n", "a.c: \"40\"|a.d: 40|a.e: \"a: b\"|a.f: \"- x\"|a.g: 'say \"x\"'|a.h: \"null\"|a.i: \"true\"|b2: [\"a,b\", \"c d\", \"#\"]", "a:\n  c: \"40\"\n  d: 40\n  e: \"a: b\"\n  f: \"- x\"\n  g: say \"x\"\n  h: \"null\"\n  i: \"true\"\nb: 1\nb2: [\"a,b\", c d, \"#\"]\n"},
		{"list of mappings", "first: 1\n", "second: [{a: 1, b: [x, y]}, {c: {d: 1}}]", "first: 1\nsecond:\n  - {a: 1, b: [x, y]}\n  - c: {d: 1}\n"},
		{"one for unknown", "a:\n  - b: 1\n  - unknown # more\nc: 1\n", "~a.1: [{b: 2}]", "a:\n  - b: 1\n  - {b: 2} # more\nc: 1\n"},
		{"several for unknown", "a:\n- unknown\n-\nc: 1\n", "~a.0: [{b: 2}, x]|~a.1: [y]", "a:\n- {b: 2}\n- x\n- y\nc: 1\n"},
		{"none for unknown", "a:\n  - b: 1\n  - unknown\n  - unknown # c\nd:\n  - unknown\ne:\n- unknown # f\ng: [x, unknown]\nh: [unknown]\ni: [unknown, y]\n", "~a.1: []|~a.2: []|~d.0: []|~e.0: []|~g.1: []|~h.0: []|~i.0: []",
			"a:\n  - b: 1\n  # c\nd: []\ne: []\n# f\ng: [x]\nh: []\ni: [y]\n"},
		{"none for the last, and a key after it", "first:\n  - unknown\nthird:\n  - a\n  - unknown\n", "~first.0: []|second: [x]|~third.1: []|fourth: y", "first: []\nsecond: [x]\nthird:\n  - a\nfourth: y\n"},
		{"some for unknown in brackets", "g: [x, unknown]\n", "~g.1: [y, \"z]\"]", "g: [x, y, \"z]\"]\n"},
		{"after the comments of its own", "a:\n  b: 1\n  # c: 2\n\n  # d: 3\n# e\nf:\n  g:\n    - x\n    # - y\n  h: 1\n# end\n", "a.x: 1|f.g2: 2|i: 3", "a:\n  b: 1\n  # c: 2\n\n  # d: 3\n  x: 1\n# e\nf:\n  g:\n    - x\n    # - y\n  h: 1\n  g2: 2\n# end\ni: 3\n"},
		{"before the comment on what follows", "first:\n  - x\n  # - y\n# on the third\nthird: 1\n", "second: 2", "first:\n  - x\n  # - y\nsecond: 2\n# on the third\nthird: 1\n"},
		{"beside a word", "a: yes # c\nb: {c: yes}\n", "^a: {two: no}|^b.c: {two: {is: no, because: 'x, y'}}", "a: # c\n  views: {one: yes, two: no}\nb: {c: {views: {one: yes, two: {is: no, because: \"x, y\"}}}}\n"},
		{"beside a statement in braces", "a: {is: yes,\n  because: 'so'} # c\nb: [x,  y]\n", "^a: {two: no}|^b: {two: [z]}", "a: {views: {one: {is: yes,\n  because: 'so'}, two: no}} # c\nb: {views: {one: [x,  y], two: [z]}}\n"},
		{"beside a block", "a:\n  # why\n  is: yes\n  because: |\n    one\n\n      two\n  # later\n\nb:\n- x\n- y # z\nc:\n  - x\n", "^a: {two: {is: no, because: 'not, so'}}|^b: {two: [z]}|^c: {two: []}",
			"a:\n  # why\n  views:\n    one:\n      is: yes\n      because: |\n        one\n\n          two\n      # later\n    two: {is: no, because: \"not, so\"}\n\nb:\n  views:\n    one:\n      - x\n      - y # z\n    two: [z]\nc:\n  views:\n    one:\n      - x\n    two: []\n"},
		{"beside a block, in CRLF", "a:\r\n    b:\r\n        is: yes\r\n        because: so\r\nc: 1\r\n", "^a.b: {two: no}", "a:\r\n    b:\r\n        views:\r\n            one:\r\n                is: yes\r\n                because: so\r\n            two: no\r\nc: 1\r\n"},
		{"beside a text of several lines", "a: |\n  one\n\n  two\nb: 1\n", "^a: {two: x}", "a:\n  views:\n    one: |\n      one\n\n      two\n    two: x\nb: 1\n"},
		{"more of a list", "a: [x, 'y'] # c\nb:\n  - x # d\n  # e\nc: x # f\nd: []\ne: {f: [x]}\n", "+a: [z]|+b: [y, z]|+c: [y]|+d: [x]|+e.f: [y]", "a: [x, 'y', z] # c\nb:\n  - x # d\n  # e\n  - y\n  - z\nc: [x, y] # f\nd: [x]\ne: {f: [x, y]}\n"},
		{"anchor and alias elsewhere", "a: &x {b: 1}\nc: *x\nd: &y\n  e: 1\nf: *y # z\n", "d2: 1|g: 2", "a: &x {b: 1}\nc: *x\nd: &y\n  e: 1\nf: *y # z\nd2: 1\ng: 2\n"},
		{"anchor that nothing repeats", "a: &x {b: 1}\nc: &y unknown\nd: &z\n  e: 1\n", "a.k: 1|c: 2|d.l: 3", "a: &x {b: 1, k: 1}\nc: &y 2\nd: &z\n  e: 1\n  l: 3\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var sets []Set
			for line := range strings.SplitSeq(c.sets, "|") {
				sets = append(sets, set(t, line))
			}
			got, wrong := Apply(parse(t, c.before), sets, order)
			if len(wrong) > 0 {
				t.Fatal(wrong)
			}
			if string(got) != c.after {
				t.Errorf("got\n%s\nwant\n%s", got, c.after)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, before, set, says string }{
		{"alias", "a: &x {b: 1}\nc: *x\n", "c.d: 1", "test.yaml:2:4: the alias *x where something is to be filled in; write out what it stands for"},
		{"anchor", "a: &x {b: 1}\nc: *x\n", "a.d: 1", "test.yaml:1:4: the anchor &x"},
		{"below a word", "a: x\n", "a.d: 1", `test.yaml:1:4: "x" where something is to be filled in below it`},
		{"no such item", "a: [x]\n", "a.1: 1", `test.yaml:1:4: a list that has no item "1"`},
		{"over something", "a: {b: 1}\n", "a: 1", "test.yaml:1:4: something that is there already"},
		{"beside an anchor", "a: &x {is: yes}\n", "^a: {two: no}", "test.yaml:1:4: the anchor &x where something is to stand beside it"},
		{"explicit key", "? a\n: 1\n", "b: 1", "test.yaml:1:1: the file is laid out in a way that leaves no room"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, wrong := Apply(parse(t, c.before), []Set{set(t, c.set)}, order)
			if got != nil || len(wrong) != 1 || !strings.HasPrefix(wrong[0].Error(), c.says) {
				t.Errorf("got %q, %v; want %s", got, wrong, c.says)
			}
		})
	}
}

func TestNothingToDo(t *testing.T) {
	const text = "a: 1\n"
	got, wrong := Apply(parse(t, text), nil, nil)
	if len(wrong) > 0 || !slices.Equal(got, []byte(text)) {
		t.Errorf("got %q, %v", got, wrong)
	}
}

// comments counts the signs that begin comments, or stand in them: those that no scalar holds.
func comments(text string, root *source.Node) int {
	n := strings.Count(text, "#")
	var less func(*source.Node)
	less = func(of *source.Node) {
		n -= strings.Count(of.Value, "#")
		for _, c := range of.Content {
			less(c)
		}
	}
	if root != nil {
		less(root)
	}
	return n
}

// FuzzApply holds that whatever a file looks like, a value is put into it or refused, and that all else that
// it says and every comment stays.
func FuzzApply(f *testing.F) {
	for _, text := range []string{
		"a: {b: [x, {c: 1}]} # c\nd:\n- e\n-\n  - f: |\n      g\n", "? a\n: b\n", "a: &x [1]\nb: *x\n", "a: 'b\n c' # d\n", "- a\n- b: c\n", "{a, b: , \"c\":1}\n", "a: >+\n b\n\n", "a:\r\n  - unknown\r\n", "a: b\rc: d\r", "--- \na: 1\n...\n", "a:\n\t\n b: 1", "a: [b: 1, c]\n", "a: \u2028x\n", "%YAML 1.2\n---\na: 1\n", "a: b##",
	} {
		f.Add(text, "a.new", false)
		f.Add(text, "a", false)
		f.Add(text, "new", false)
		f.Add(text, "a.0", true)
	}
	f.Fuzz(func(t *testing.T, text, path string, join bool) {
		file, wrong := source.Parse("test.yaml", []byte(text))
		if len(wrong) > 0 {
			return
		}
		value := "{is: x, list: [y, 'z, #']}"
		if join {
			value = "[y, {z: 1}]"
		}
		value0, _ := source.Parse("value.yaml", []byte(value))
		for _, under := range [][]string{nil, {"views", "one"}} {
			got, wrong := Apply(file, []Set{{Path: strings.Split(path, "."), Value: value0.Root, Join: join, Under: under}}, nil)
			if len(wrong) > 0 {
				continue
			}
			made, wrong := source.Parse("test.yaml", got)
			if len(wrong) > 0 {
				t.Errorf("%v in %q", wrong, got)
				continue
			}
			if comments(string(got), made.Root) < comments(text, file.Root) {
				t.Errorf("a comment of %q is gone in %q", text, got)
			}
		}
	})
}
