package proposal_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	_ "partner/pkg/internal/drawn"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
	"partner/testdata/hostile"
)

// said gives what a document says, place by place: whatever does not depend on where in the file it stands.
func said(p *proposal.Proposal) map[string]string {
	m := map[string]string{}
	var each func(v *proposal.Value)
	state := func(v *proposal.Value) string {
		s := fmt.Sprint(v.State, " ", v.Word, " ", v.Number, " ", v.From, " ", v.To, " because ", v.Because, " evidence ", v.Evidence)
		for _, view := range v.Views {
			s += fmt.Sprint(" view ", view.Key, " ", view.State, " ", view.Word)
		}
		return s
	}
	each = func(v *proposal.Value) {
		if v == nil {
			return
		}
		m[v.Path()] = state(v)
		for _, f := range v.Field.Fields {
			each(v.At(paths.Key(f.Key)))
		}
		for _, i := range v.Items {
			each(i)
		}
	}
	each(p.Root)
	for _, o := range p.Organisations {
		m["organisation "+o.Key] = state(o)
	}
	return m
}

// TestOrderOfKeysNeverMatters shuffles all keys of each example but those of the two organisations,
// whose order is the order in which they are shown.
func TestOrderOfKeysNeverMatters(t *testing.T) {
	type example struct {
		name string
		text []byte
		said map[string]string
	}
	var all []example
	for _, name := range examples(t) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p, wrong := proposal.Read("p.yaml", text, os.DirFS(filepath.Dir(name)))
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		all = append(all, example{name, text, said(p)})
	}
	rapid.Check(t, func(t *rapid.T) {
		e := rapid.SampledFrom(all).Draw(t, "example")
		var doc yaml.Node
		if err := yaml.Unmarshal(e.text, &doc); err != nil {
			t.Fatal(err)
		}
		shuffle(t, &doc, "")
		shuffled, err := yaml.Marshal(&doc)
		if err != nil {
			t.Fatal(err)
		}
		p, wrong := proposal.Read("p.yaml", shuffled, os.DirFS(filepath.Dir(e.name)))
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		got := said(p)
		for place, want := range e.said {
			if got[place] != want {
				t.Errorf("%s: %s: got %q, want %q", e.name, place, got[place], want)
			}
		}
		if len(got) != len(e.said) {
			t.Errorf("%s says more than before", e.name)
		}
	})
}

func shuffle(t *rapid.T, n *yaml.Node, key string) {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	if n.Kind == yaml.MappingNode && key != "organisations" && key != "serves" && key != "views" {
		pairs := make([]int, len(n.Content)/2)
		for i := range pairs {
			pairs[i] = 2 * i
		}
		var content []*yaml.Node
		for _, i := range rapid.Permutation(pairs).Draw(t, "order") {
			content = append(content, n.Content[i], n.Content[i+1])
		}
		n.Content = content
	}
	for i, c := range n.Content {
		below := ""
		if n.Kind == yaml.MappingNode && i%2 == 1 {
			below = n.Content[i-1].Value
		}
		shuffle(t, c, below)
	}
}

func examples(t testing.TB) []string {
	t.Helper()
	files, _ := filepath.Glob("../../examples/*.yaml")
	more, _ := filepath.Glob("../../examples/*/proposal.yaml")
	if len(files)+len(more) < 8 {
		t.Fatalf("only %d examples", len(files)+len(more))
	}
	return append(files, more...)
}

// nothing generates what may stand at a field and says nothing.
func nothing(t *rapid.T, f *proposal.Field, depth int) any {
	unknown := rapid.SampledFrom([]any{"unknown", nil}).Draw(t, "unknown")
	if rapid.IntRange(0, 3).Draw(t, "bare") == 0 || depth > 6 {
		return unknown
	}
	switch f.Kind {
	case proposal.Section:
		m := map[string]any{}
		for _, c := range f.Fields {
			if rapid.Bool().Draw(t, c.Key) {
				m[c.Key] = nothing(t, c, depth+1)
			}
		}
		if f.Field("evidence") == nil && rapid.Bool().Draw(t, "evidence") {
			m["evidence"] = unknown
		}
		return m
	case proposal.Organisations, proposal.Entries:
		return unknown
	case proposal.Items:
		return map[string]any{"is": unknown}
	case proposal.ByOrganisation, proposal.Answers:
		return map[string]any{}
	}
	return rapid.SampledFrom([]any{unknown, map[string]any{}, map[string]any{"is": unknown}, map[string]any{"is": unknown, "because": unknown, "evidence": unknown}}).Draw(t, "statement")
}

// TestADocumentOfUnknownsSaysNothing: whatever is written as unknown reads as if it were not written.
func TestADocumentOfUnknownsSaysNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := map[string]any{}
		for _, f := range proposal.Model.Fields {
			if f.Key != "partner" && rapid.Bool().Draw(t, f.Key) {
				m[f.Key] = nothing(t, f, 0)
			}
		}
		m["partner"] = 1
		text, err := yaml.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		p, wrong := proposal.Read("p.yaml", text, nil)
		if len(wrong) > 0 {
			t.Fatalf("%v\n%s", wrong, text)
		}
		var each func(v *proposal.Value)
		each = func(v *proposal.Value) {
			if v == nil {
				return
			}
			if v.Field.Leaf() && v.Field.Key != "partner" && (v.Known() || v.String() != "" || len(v.EvidenceIDs()) > 0 || v.Reason() != "") || len(v.Items) > 0 {
				t.Fatalf("%s says %q\n%s", v.Path(), v.Word, text)
			}
			for _, f := range v.Field.Fields {
				each(v.At(paths.Key(f.Key)))
			}
		}
		each(p.Root)
		for i, o := range p.Organisations {
			if o == nil || o.Known() || o.Key != [2]string{"first", "second"}[i] {
				t.Fatalf("organisation %d is %v", i, o)
			}
		}
	})
}

func TestReadGivesWhatIsWritten(t *testing.T) {
	files := fstest.MapFS{"organisations/south.yaml": {Data: []byte("name: South\nevidence:\n  survey: {kind: independent}\nvalues: {is: [care], evidence: survey}\n")}}
	p, wrong := proposal.Read("folder/p.yaml", []byte(`partner: 1
title: none
as_of: 2014-06
organisations:
  north:
    evidence: [plan]
    because: As the plan has it.
    size: {staff: 4_000, turnover_gbp_m: +1.5e2}
    finance: {position: strong, year_end: {is: 2014, evidence: [survey]}}
  south: {from: organisations/south.yaml}
arrangement:
  form: {views: {north: merger, south: {is: acquisition, because: It said so.}}}
  shares: [services, unknown]
  risks: []
  culture: {values_aligned: true}
evidence:
  plan: {kind: internal}
`), files)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	north, south := p.Organisations[0], p.Organisations[1]
	for _, c := range []struct {
		what      string
		got, want any
	}{
		{"title", p.Root.At("title").State, proposal.None},
		{"staff", north.Find("size.staff").Number, 4000.0},
		{"turnover", north.Find("size.turnover_gbp_m").Number, 150.0},
		{"as_of", p.Root.At("as_of").InWords(), "June 2014"},
		{"from", p.Root.At("as_of").From, mustDay("2014-06-01")},
		{"to", p.Root.At("as_of").To, mustDay("2014-06-30")},
		{"own evidence", strings.Join(north.Find("finance.year_end").EvidenceIDs(), " "), "survey"},
		{"evidence around", strings.Join(north.Find("finance.position").EvidenceIDs(), " "), "plan"},
		{"reason around", north.Find("finance.position").Reason(), "As the plan has it."},
		{"rank of a document", p.Rank(north.Find("finance.position")) >= proposal.Documented, true},
		{"place in the other file", south.At("name").Pos.String(), "folder/organisations/south.yaml:1:7"},
		{"path in the other file", south.At("values").Items[0].Path(), "organisations.south.values[0]"},
		{"its evidence", p.Rank(south.At("values")), len(proposal.EvidenceKinds)},
		{"form", p.Root.Find("arrangement.form").Word, "merger"},
		{"form to the south", p.Root.Find("arrangement.form").In("south").Word, "acquisition"},
		{"its reason", p.Root.Find("arrangement.form").In("south").Reason(), "It said so."},
		{"shares", p.Root.Find("arrangement.shares").Items[1].State, proposal.Unknown},
		{"risks", p.Root.Find("arrangement.risks").State, proposal.Given},
		{"a boolean", p.Root.Find("arrangement.culture.values_aligned").Word, "yes"},
		{"register", len(p.Register), 2},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
}

func mustDay(s string) proposal.Day {
	p, wrong := proposal.Read("p.yaml", []byte("partner: 1\nas_of: "+s), nil)
	if len(wrong) > 0 {
		panic(wrong)
	}
	return p.Root.At("as_of").From
}

func TestMonths(t *testing.T) {
	for _, c := range []struct {
		from, to    string
		least, most int
	}{
		{"2014-01-01", "2014-01-31", 0, 0},
		{"2014-01-01", "2014-02-01", 1, 1},
		{"2014-01-31", "2014-02-28", 0, 0},
		{"2014-01", "2014-03", 1, 2},
		{"2014", "2015", 0, 23},
		{"2015", "2014", -23, 0},
		{"2014", "2014", -11, 11},
		{"2014-06-15", "2013-06-15", -12, -12},
		{"2012-02-29", "2013-02-28", 11, 11},
	} {
		p, wrong := proposal.Read("p.yaml", []byte("partner: 1\nas_of: "+c.from+"\narrangement: {timeline: {starts: "+c.to+"}}"), nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		least, most := proposal.Months(p.Root.At("as_of"), p.Root.Find("arrangement.timeline.starts"))
		if least != c.least || most != c.most {
			t.Errorf("from %s to %s: got %d to %d, want %d to %d", c.from, c.to, least, most, c.least, c.most)
		}
	}
}

func TestHostileDocumentsAreRefused(t *testing.T) {
	for _, d := range hostile.Documents() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, wrong := proposal.Read("p.yaml", d.Text, nil)
		runtime.ReadMemStats(&after)
		if len(wrong) == 0 && !strings.HasPrefix(string(d.Text), "partner: 1") {
			t.Errorf("%s: nothing is wrong", d.Name)
		}
		if used, most := after.TotalAlloc-before.TotalAlloc, uint64(3*len(d.Text)+80<<20); used > most {
			t.Errorf("%s: %d MB for %d KB", d.Name, used>>20, len(d.Text)>>10)
		}
		inside(t, wrong, map[string][]byte{"p.yaml": d.Text})
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, d := range hostile.Documents() {
		b.Run(strings.ReplaceAll(d.Name, " ", "-"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				proposal.Read("p.yaml", d.Text, nil)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	text, err := os.ReadFile("../../examples/case-c.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("read", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			if _, wrong := proposal.Read("p.yaml", text, nil); len(wrong) > 0 {
				b.Fatal(wrong)
			}
		}
	})
	b.Run("yaml alone", func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		for b.Loop() {
			var n yaml.Node
			if err := yaml.Unmarshal(text, &n); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// inside checks that each diagnostic's place lies in its file, and that what it says can be shown.
func inside(t testing.TB, wrong source.Diagnostics, files map[string][]byte) {
	t.Helper()
	if len(wrong) > source.MaxDiagnostics+1 {
		t.Fatalf("%d diagnostics", len(wrong))
	}
	cut := map[string][]string{}
	for name, text := range files {
		whole := strings.ReplaceAll(strings.TrimPrefix(string(text), "\ufeff"), "\r\n", "\n")
		cut[name] = strings.Split(whole, "\n")
	}
	for _, d := range wrong {
		lines, ok := cut[d.File]
		if !ok {
			t.Fatalf("%s: no such file", d.Error())
		}
		if d.Line != 0 {
			if d.Line < 1 || d.Line > len(lines) {
				t.Fatalf("%s: there are %d lines", d.Error(), len(lines))
			}
			if n := utf8.RuneCountInString(lines[d.Line-1]); d.Column < 1 || d.Column > n+1 {
				t.Fatalf("%s: the line has %d runes", d.Error(), n)
			}
		}
		if m := d.Error(); d.Found == "" || len(m) > 4000 || m != source.Printable(m) || !utf8.ValidString(m) {
			t.Fatalf("the message %q", m)
		}
		if s := d.Snippet(); strings.Count(s, "\n") > 1 || len(s) > 2000 {
			t.Fatalf("the snippet %q", s)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, pattern := range []string{"examples/*.yaml", "examples/*/*.yaml", "testdata/broken/*.yaml"} {
		files, _ := filepath.Glob("../../" + pattern)
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text, []byte("name: North\n"))
		}
	}
	for _, d := range hostile.Documents() {
		f.Add(d.Text[:min(len(d.Text), 2000)], []byte("{}"))
	}
	f.Add([]byte("partner: 1\norganisations: {a: {from: o.yaml}, b: {from: o.yaml}}"), []byte("evidence: {x: {kind: internal}}\nvalues: {is: [a], evidence: [y]}"))
	f.Fuzz(func(t *testing.T, text, organisation []byte) {
		files := fstest.MapFS{"o.yaml": {Data: organisation}}
		p, wrong := proposal.Read("p.yaml", text, files)
		inside(t, wrong, map[string][]byte{"p.yaml": text, "o.yaml": organisation})
		if len(wrong) > 0 {
			return
		}
		for _, o := range p.Organisations {
			if o == nil {
				t.Fatal("an organisation is missing")
			}
		}
		places := said(p) // walks everything
		if !slices.Contains(slices.Collect(maps.Keys(places)), "partner") {
			t.Fatalf("no version among %v", places)
		}
	})
}
