package pack_test

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/assess"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	at "partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// fill gives a pack with some of its places filled in at random, and the paths of those.
func fill(t *rapid.T, p *pack.Pack, doc *proposal.Proposal) (string, []string) {
	var b strings.Builder
	paths := []string{"evidence.new"}
	b.WriteString("format: " + pack.Format + "\n")
	if p.For != nil {
		b.WriteString("for: " + p.For.ID + "\n")
	}
	b.WriteString("evidence: {new: {kind: internal, title: New}}\nquestions:\n")
	for _, g := range p.Roles {
		for _, q := range g.Questions {
			b.WriteString("  " + q.Criterion + ":\n")
			for _, x := range q.Places {
				if x.Asked > 0 || x.Kind == "section" || !rapid.Bool().Draw(t, "filled") {
					continue
				}
				value := draw(t, &x, doc)
				if value == "" {
					continue
				}
				paths = append(paths, x.Path)
				key := strconv.Quote(x.Name)
				if x.Kind == "answer" {
					key = "is"
				}
				if x.Board != "" && x.Kind == "answer" {
					key, value = "views", "{"+x.Board+": "+value+"}"
				} else if x.Board != "" {
					value = "{views: {" + x.Board + ": " + value + "}}"
				}
				b.WriteString("    " + key + ": " + value + "\n")
			}
		}
	}
	return b.String(), paths
}

// ofRole gives which of the two organisations a role may be given to: one that has not the opposite role.
func ofRole(doc *proposal.Proposal, key string, n int) int {
	roles := proposal.Model.Find(at.Roles)
	opposite := roles.Field(key).Not
	if opposite == "" {
		return n
	}
	switch held := doc.Root.Find(at.Roles).At(at.Key(opposite)).String(); held {
	case doc.Organisations[0].Key:
		return 1
	case doc.Organisations[1].Key:
		return 0
	}
	if key < opposite {
		return 0
	}
	return 1
}

// draw gives something that may stand at a place, "" where this test knows nothing.
func draw(t *rapid.T, x *pack.Place, doc *proposal.Proposal) string {
	text := rapid.SampledFrom([]string{"plain", `"a: b, c"`, `"x # y"`, "'it''s'", `"one\n  two\n\nthree"`, `"£4m \"or so\""`, `"- {"`, "none", `"40"`})
	value := ""
	switch {
	case x.Item && x.Kind == "entries":
		return rapid.SampledFrom([]string{"none", "{}", "[{}, unknown]", "[]"}).Draw(t, "entry")
	case x.Item:
		return "none"
	case x.Kind == "answer":
		return rapid.SampledFrom(fitting([]string{"yes", "partly", "no"}, x.Half)).Draw(t, "answer")
	case x.Kind == "entries":
		key := rapid.SampledFrom(x.Keys).Draw(t, "key")
		if len(key.Words) > 0 {
			return "[{" + key.Key + ": " + rapid.SampledFrom(key.Words).Draw(t, "word") + "}, unknown]"
		}
		return "[]"
	case x.Kind == "list" && len(x.Words) == 0:
		return "[]"
	case len(x.Words) > 0:
		value = rapid.SampledFrom(fitting(x.Words, x.Half)).Draw(t, "word")
	case x.Kind == "number":
		value = rapid.SampledFrom([]string{"0", "4", "1_0"}).Draw(t, "number")
	case x.Kind == "date":
		value = rapid.SampledFrom([]string{"2026", "2026-10", "2026-10-01"}).Draw(t, "date")
	case x.Kind == "id":
		if !strings.Contains(x.Write, doc.Organisations[0].Key) {
			return ""
		}
		n := rapid.IntRange(0, 1).Draw(t, "organisation")
		if key, is := strings.CutPrefix(x.Path, string(at.Roles)+"."); is {
			n = ofRole(doc, key, n)
		}
		value = doc.Organisations[n].Key
	default:
		value = text.Draw(t, "text")
	}
	if x.SoFar == "" && rapid.Bool().Draw(t, "with a reason") {
		value = "{is: " + value + ", because: " + text.Draw(t, "reason") + ", evidence: [new]}"
	}
	return value
}

// fitting gives the words that do not go against what is known by half.
func fitting(words []string, half string) []string {
	against := map[string]string{"at-least-partly": "no", "at-most-partly": "yes"}[half]
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == against })
}

// said lists what a document says, path by path, but for what stands at or below some of them.
func said(doc *proposal.Proposal, but []string) map[string]string {
	all := map[string]string{}
	doc.Root.Walk(func(v *proposal.Value) {
		path := v.Path()
		if v.State == proposal.Unknown && v.Because == "" && len(v.Evidence) == 0 && v.Parent != nil && v.Parent.Field.Kind == proposal.Section {
			return
		}
		for _, b := range but {
			if path == b || strings.HasPrefix(path, b+".") || strings.HasPrefix(path, b+"[") || strings.HasPrefix(b, path+".") || strings.HasPrefix(b, path+"[") || strings.HasSuffix(b, "]") && strings.HasPrefix(path, b[:strings.LastIndex(b, "[")+1]) {
				return
			}
		}
		all[path] = strings.Join(append([]string{string(rune('0' + v.State)), v.Word, v.Because}, v.Evidence...), "|")
	})
	return all
}

// comments gives the comments of a text, as the lines say them; a # inside a text is no harm here, as texts stay too.
func comments(text string) []string {
	var found []string
	for line := range strings.Lines(text) {
		if i := strings.Index(line, "#"); i >= 0 {
			found = append(found, strings.TrimSpace(line[i:]))
		}
	}
	return found
}

// remarked puts comments of its own into a text, before and after lines that hold a key.
func remarked(t *rapid.T, text string) string {
	var b strings.Builder
	depth := func(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		b.WriteString(line)
		if i+1 == len(lines) || !oneKey.MatchString(line) || !oneKey.MatchString(lines[i+1]) {
			continue
		}
		if n := max(depth(line), depth(lines[i+1])); n > 0 && rapid.IntRange(0, 9).Draw(t, "comment") == 0 {
			b.WriteString(strings.Repeat(" ", n) + "# remark " + strconv.Itoa(i) + "\n")
		}
	}
	return b.String()
}

// oneKey matches a line of one key, or of an entry of a list in braces.
var oneKey = regexp.MustCompile(`^ *([a-z_-]+:( \S[^'">|]*)?|- \{.*\})\n$`)

// homes gives the section at the top of the document in which each comment stands that has a line of its own.
func homes(text string) []string {
	var all []string
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		switch bare := strings.TrimLeft(line, " "); {
		case strings.HasPrefix(bare, "#") && len(bare) < len(line):
			all = append(all, section+" "+bare)
		case bare == line && strings.Contains(line, ":"):
			section = line[:strings.Index(line, ":")]
		}
	}
	return all
}

// stays reports whether each line of a text that speaks of none of some places is in another, in its order and
// whatever its indentation, and gives the first that is not.
func stays(before, after string, asked []string) (string, bool) {
	words := []string{"unknown", "is:", "because:", "evidence:", "views:", "{}", "[]"}
	for _, p := range asked {
		if strings.Contains(p, "[") {
			words = append(words, "- {") // an entry in braces
		}
		for _, key := range strings.FieldsFunc(p, func(r rune) bool { return strings.ContainsRune(".[]", r) })[1:] {
			words = append(words, key+":")
		}
	}
	left := strings.Split(after, "\n")
	for line := range strings.Lines(before) {
		line = strings.TrimSpace(line)
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(line, w) }) {
			continue
		}
		i := slices.IndexFunc(left, func(l string) bool { return strings.TrimSpace(l) == line })
		if i < 0 {
			return line, false
		}
		left = left[i+1:]
	}
	return "", true
}

// TestMergeChangesOnlyWhatWasAsked merges packs that are filled in at random into the examples, as they are and
// written in other ways, for both organisations and for either.
func TestMergeChangesOnlyWhatWasAsked(t *testing.T) {
	cat := assessments.Catalogue()
	texts := examples(t)
	names := slices.Sorted(maps.Keys(texts))
	rapid.Check(t, func(t *rapid.T) {
		text := remarked(t, texts[rapid.SampledFrom(names).Draw(t, "example")])
		if rapid.Bool().Draw(t, "CRLF") {
			text = strings.ReplaceAll(text, "\n", "\r\n")
		}
		if rapid.Bool().Draw(t, "no end of line") {
			text = strings.TrimRight(text, "\r\n")
		}
		doc, wrong := proposal.Read("p.yaml", []byte(text), nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		board := rapid.SampledFrom([]string{"", doc.Organisations[0].Key, doc.Organisations[1].Key}).Draw(t, "for")
		p := pack.Make(assess.Assess(doc, cat), doc, cat, pack.Options{For: board})
		filled, paths := fill(t, p, doc)
		f, wrong := pack.Read("pack.yaml", []byte(filled), doc, cat)
		if len(wrong) > 0 {
			t.Fatalf("%v in\n%s", wrong, filled)
		}
		merged, wrong := pack.Merge(proposal.File{Label: "p.yaml", Data: []byte(text)}, doc, cat, f)
		if len(wrong) > 0 {
			t.Fatalf("%v after\n%s", wrong, filled)
		}
		if len(merged.Files) == 0 {
			return
		}
		after := string(merged.Files[0].After)
		now, wrong := proposal.Read("p.yaml", []byte(after), nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		was, is := said(doc, paths), said(now, paths)
		for path := range was {
			if was[path] != is[path] {
				t.Errorf("%s was %q and is %q", path, was[path], is[path])
			}
		}
		for path := range is {
			if _, ok := was[path]; !ok {
				t.Errorf("%s says %q and was not asked for", path, is[path])
			}
		}
		left := comments(after)
		for _, c := range comments(text) {
			i := slices.IndexFunc(left, func(l string) bool { return strings.HasPrefix(l, c) })
			if i < 0 {
				t.Fatalf("the comment %q is gone, or has moved", c)
			}
			left = left[i+1:]
		}
		if before, now := homes(text), homes(after); !slices.Equal(before, now) {
			t.Errorf("comments stood in %q and stand in %q", before, now)
		}
		if line, ok := stays(text, after, paths); !ok {
			t.Errorf("the line %q is gone, or has moved", line)
		}
		again, wrong := pack.Read("pack.yaml", []byte(filled), now, cat)
		if len(wrong) > 0 {
			t.Fatalf("a second time: %v", wrong)
		}
		if twice, wrong := pack.Merge(proposal.File{Label: "p.yaml", Data: []byte(after)}, now, cat, again); len(wrong) > 0 || len(twice.Files) > 0 {
			for _, e := range twice.Files {
				t.Log(string(diff.Diff("before", e.Before, "after", e.After)))
			}
			t.Errorf("a second time, something is written or wrong: %v, after\n%s", wrong, filled)
		}
	})
}

// FuzzRead holds that a pack of any bytes is read or refused, and that what is read is merged or refused.
func FuzzRead(f *testing.F) {
	cat := assessments.Catalogue()
	texts := examples(f)
	text := texts["early-idea.yaml"]
	doc, _ := proposal.Read("p.yaml", []byte(text), nil)
	p := pack.Make(assess.Assess(doc, cat), doc, cat, pack.Options{})
	f.Add([]byte(p.YAML()))
	for _, seed := range []string{
		under("arrangement.form: {is: merger, because: x}", "arrangement.risks: [{what: x}]", "arrangement.risks[0]: none"),
		"questions: {key-people-trust: {is: yes, evidence: [a]}}\nevidence: {a: {kind: internal}}\n",
		"questions: &a {key-people-trust: {is: &b yes, because: *b}}\n", "evidence: {a: , b: []}\n", "for: fallowby\nrole: chair\n",
	} {
		f.Add([]byte("format: partner-pack/1\n" + seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		filled, wrong := pack.Read("pack.yaml", data, doc, cat)
		for _, d := range wrong {
			if d.Found == "" || d.Found != source.Printable(d.Found) {
				t.Errorf("the diagnostic %q", d.Found)
			}
		}
		if len(wrong) > 0 {
			return
		}
		merged, wrong := pack.Merge(proposal.File{Label: "p.yaml", Data: []byte(text)}, doc, cat, filled)
		if len(wrong) > 0 {
			return
		}
		for _, e := range merged.Files {
			if _, wrong := proposal.Read("p.yaml", e.After, nil); len(wrong) > 0 {
				t.Errorf("%v in\n%s", wrong, e.After)
			}
		}
	})
}
