package desk_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/desk"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/report/outline"
	"partner/testdata/hostile"
)

const examples = "../../examples/"

var cat = assessments.Catalogue()

// opened opens files of a folder together, as from that folder, or each as from none.
func opened(t *testing.T, folder string, loose bool, names ...string) desk.Desk {
	t.Helper()
	var d desk.Desk
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if loose {
			name = filepath.Base(name)
		}
		d.Files = append(d.Files, desk.File{Path: name, Text: text, Role: desk.RoleOf(text)})
	}
	return d
}

var clinic = []string{"networked-clinic/proposal.yaml", "networked-clinic/organisations/brackwater.yaml", "networked-clinic/organisations/thornmere.yaml"}

// one looks at a document alone.
func one(text string) desk.Sight {
	return desk.Desk{Files: []desk.File{{Path: "x.yaml", Text: []byte(text)}}}.Look(0, desk.Front, cat)
}

// TestReportIsThatOfTheProgram: what the page saves is, byte by byte, what the program prints, and what it shows is the
// inside of that.
func TestReportIsThatOfTheProgram(t *testing.T) {
	want, err := os.ReadFile(examples + "reports/case-c.html")
	if err != nil {
		t.Fatal(err)
	}
	d := opened(t, "../..", false, "examples/case-c.yaml")
	sight := d.Look(0, desk.Whole, cat)
	if got, err := sight.Print(); err != nil || got != string(want) {
		t.Errorf("it is another report than examples/reports/case-c.html has: %v", err)
	}
	if inner, err := sight.Draw(); err != nil || !strings.Contains(string(want), inner) || !strings.HasPrefix(inner, "\n<main") {
		t.Errorf("what is shown is not what is printed: %v", err)
	}
	if !strings.HasPrefix(sight.Says(), "The whole: ") {
		t.Errorf("it is summed up as %q", sight.Says())
	}
	front := d.Look(0, desk.Front, cat)
	got, err := front.Draw()
	screen := func(page string) string {
		_, from, _ := strings.Cut(page, `<div class="headline">`)
		text, _, _ := strings.Cut(from, `<section class="block misfits"`)
		return text
	}
	if err != nil || screen(got) == "" || !strings.HasPrefix(screen(string(want)), screen(got)[:500]) || len(got) > len(want)/2 || front.Says() != sight.Says() {
		t.Error("while somebody writes, it has another first screen")
	}
}

// TestFirstScreenIsThatOfTheWhole: what is shown while somebody writes is part by part what the whole report begins with
// and ends in, whatever the document says.
func TestFirstScreenIsThatOfTheWhole(t *testing.T) {
	desks := map[string]desk.Desk{"the clinic": opened(t, examples, false, clinic...)}
	all, err := filepath.Glob(examples + "*.yaml")
	if err != nil || len(all) == 0 {
		t.Fatal("no examples", err)
	}
	for _, name := range all {
		desks[name] = opened(t, examples, false, filepath.Base(name))
	}
	text, err := os.ReadFile(examples + "case-c.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range hostile.Texts() {
		said := strings.Replace(string(text), "\ntitle: ", "\ntitle: "+strconv.QuoteToASCII(x.Text)+" # ", 1)
		desks[fmt.Sprint("hostile text ", i)] = desk.Desk{Files: []desk.File{{Path: "x.yaml", Text: []byte(said)}}}
	}
	assessed := 0
	for name, d := range desks {
		front, whole := d.Look(0, desk.Front, cat), d.Look(0, desk.Whole, cat)
		if front.Result != nil {
			assessed++
		}
		if whole.Result != nil {
			whole.Page = outline.Outline{Sheet: whole.Page.Sheet, Front: whole.Page.Front, Lead: whole.Page.Lead, Closing: whole.Page.Closing}
		}
		got, wrong := front.Draw()
		want, err := whole.Draw()
		if wrong != nil || err != nil || got != want || front.Says() != whole.Says() || !slices.Equal(front.Problems, whole.Problems) {
			t.Errorf("%s has another first screen (%v, %v)", name, wrong, err)
		}
	}
	if assessed < len(desks)-len(all) {
		t.Errorf("only %d of %d are assessed", assessed, len(desks))
	}
}

// TestFilesThatAreOpenTogether: organisations come from files that are open, whether they were opened with their folder
// or without.
func TestFilesThatAreOpenTogether(t *testing.T) {
	for name, d := range map[string]desk.Desk{"as a folder": opened(t, examples, false, clinic...), "as files": opened(t, examples, true, clinic...)} {
		s := d.Look(0, desk.Front, cat)
		if s.Result == nil || !slices.Equal(s.Made, []int{1, 2}) || !slices.Equal(s.Organisations, []string{"brackwater", "thornmere"}) {
			t.Errorf("%s: it is made of %v, of %v: %v", name, s.Made, s.Organisations, s.Problems)
		}
		d.Files[2].Text = append([]byte("nmae: Thornmere\n"), d.Files[2].Text...)
		s = d.Look(0, desk.Front, cat)
		if s.Result != nil || len(s.Problems) != 1 || s.Problems[0].File != 2 || s.Problems[0].Line != 1 || s.Problems[0].To != len("nmae") {
			t.Errorf("%s: what is wrong in a file of an organisation is told as %+v", name, s.Problems)
		}
	}
	alone := opened(t, examples, true, clinic[0])
	if s := alone.Look(0, desk.Front, cat); s.Result != nil || !strings.Contains(s.Problems[0].Text, "it is not open here") || s.Problems[0].Line == 0 {
		t.Errorf("of files that are not open it says %+v", s.Problems)
	}
	twice := opened(t, examples, true, clinic...)
	twice.Files = append(twice.Files, desk.File{Path: "brackwater (2).yaml", Text: twice.Files[1].Text})
	if s := twice.Look(0, desk.Front, cat); s.Result != nil || !strings.Contains(s.Problems[0].Text, "several open files have its name") {
		t.Errorf("of two files of a name it says %+v", s.Problems)
	}
}

// TestViews: what the organisations filled in apart is laid over the proposal of which they are, and over no other.
func TestViews(t *testing.T) {
	d := opened(t, examples, true, clinic...)
	plain := d.Look(0, desk.Whole, cat)
	for _, of := range []string{"brackwater", "thornmere"} {
		v := opened(t, "../../testdata/views", true, of+".yaml").Files[0]
		if v.Role != desk.View {
			t.Errorf("%s is taken for a %s", of, v.Role)
		}
		v.View = of
		v.Path = of + " (2).yaml"
		d.Files = append(d.Files, v)
	}
	s := d.Look(0, desk.Front, cat)
	if s.Result == nil || !slices.Equal(s.Made, []int{1, 2, 3, 4}) {
		t.Fatalf("it is made of %v: %v", s.Made, s.Problems)
	}
	if a, b := d.Look(0, desk.Whole, cat).Result.Views, plain.Result.Views; len(a) <= len(b) {
		t.Errorf("the two disagree on %d statements, and on %d without the views", len(a), len(b))
	}
	d.Files[3].Text = []byte("answers: {give-and-tkae: yes}\n")
	if s := d.Look(0, desk.Front, cat); s.Result != nil || s.Problems[0].File != 3 || s.Problems[0].From != len("answers: {") {
		t.Errorf("what is wrong in a view is told as %+v", s.Problems)
	}
	d.Files = append(d.Files, desk.File{Path: "other.yaml", Text: []byte("partner: 1\norganisations: {a: {name: A}, b: {name: B}}\n")})
	if s := d.Look(5, desk.Front, cat); len(s.Made) != 0 {
		t.Errorf("another proposal is made of %v", s.Made)
	}
}

// TestPlaces: a problem has its place as an editor counts, and covers what is wrong.
func TestPlaces(t *testing.T) {
	for _, c := range []struct{ text, at, says string }{
		{"partner: 1\ntitle: x\norganisations: {a: {name: A}, b: {name: B}}\nnatuer: x\n", "natuer", "natuer"},
		{"\ufeffnatuer: x\r\npartner: 1\r\norganisations: {a: {name: A}, b: {name: B}}\r\n", "natuer", "natuer"},
		{"partner: 1\norganisations: {a: {name: A}, b: {name: B}}\narrangement: {rationale: {vision: \"\U0001F600\", natuer: x}}\n", "natuer", "natuer"},
		{"partner: 1\norganisations: {a: {name: A}, b: {name: B}}\narrangement: {nature: \"volun tary\"}\n", `"volun tary"`, "volun tary"},
		{"partner: 1\norganisations: {a: {name: A}, b: {name: B}}\narrangement:\n  nature: volontary # so\n", "volontary", "volontary"},
	} {
		s := one(c.text)
		i := slices.IndexFunc(s.Problems, func(p desk.Problem) bool { return strings.Contains(p.Text, c.says) })
		if i < 0 {
			t.Errorf("%q: %+v", c.text, s.Problems)
			continue
		}
		p := s.Problems[i]
		line := utf16.Encode([]rune(strings.TrimSuffix(strings.Split(strings.TrimPrefix(c.text, "\ufeff"), "\n")[p.Line-1], "\r")))
		if got := string(utf16.Decode(line[p.From:p.To])); got != c.at || p.Kind != desk.Wrong {
			t.Errorf("%q: %+v marks %q", c.text, p, got)
		}
	}
}

// TestFindingsHavePlaces: what does not go together is told at its place, and a note as one.
func TestFindingsHavePlaces(t *testing.T) {
	s := opened(t, examples, true, "contradictory.yaml").Look(0, desk.Front, cat)
	kinds := map[desk.Kind]int{}
	for _, p := range s.Problems {
		kinds[p.Kind]++
		if p.File != 0 || p.Line == 0 {
			t.Errorf("%+v has no place", p)
		}
	}
	if kinds[desk.Finding] == 0 || kinds[desk.Wrong] != 0 || len(s.Problems) != len(s.Result.Findings) {
		t.Errorf("of %d findings are told %v", len(s.Result.Findings), kinds)
	}
}

func TestSharedAlone(t *testing.T) {
	d := desk.Desk{Files: []desk.File{{Path: "a.yaml", Text: []byte("name: A\nknid: x\n")}}}
	if p := d.LookShared(0); len(p) != 1 || p[0].Line != 2 || p[0].File != 0 {
		t.Errorf("what is wrong with an organisation's file by itself is told as %+v", p)
	}
	d.Files[0].Text = []byte("name: A\n")
	if p := d.LookShared(0); len(p) != 0 {
		t.Errorf("nothing is wrong, and told is %+v", p)
	}
}

func TestRoles(t *testing.T) {
	for text, want := range map[string]desk.Role{
		"partner: 1\ntitle: x\n": desk.Proposal, "partner: 1\norganisations: {}\n": desk.Proposal, "name: A\n": desk.Shared, "answers: {}\n": desk.View, "": desk.Proposal, "[": desk.Proposal,
	} {
		if got := desk.RoleOf([]byte(text)); got != want {
			t.Errorf("%q is taken for a %s", text, got)
		}
	}
}

// TestAnyText: whatever is written, there is a page of it, and every problem lies within the text.
func TestAnyText(t *testing.T) {
	parts := []string{"partner: 1\n", "title: x\n", "organisations: {a: {name: A}, b: {name: B}}\n", "arrangement:\n  nature: ", "voluntary", "\U0001F600", "\r\n", "\n", "\ufeff", "\xff", "[", "]", "{", "}", "\"", ": ", "- ", "#", "é", "\x00", "\u2028", "answers: {", "x"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 12).Draw(t, "text"), "")
		s := one(text)
		if html, err := s.Draw(); err != nil || !strings.Contains(html, "<main") {
			t.Fatalf("%q has no page: %v", text, err)
		}
		if s.Result == nil && len(s.Problems) == 0 {
			t.Fatalf("%q has no report, and nothing is wrong with it", text)
		}
		lines := strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n")
		for _, p := range s.Problems {
			if p.Line > len(lines) || p.From > p.To || p.Line > 0 && utf8.ValidString(text) && p.To > len(utf16.Encode([]rune(lines[p.Line-1]))) {
				t.Fatalf("%q: %+v lies beyond it", text, p)
			}
		}
	})
}

// TestTheFirstScreenIsThatOfTheWhole: what is worked out for a first screen alone gives the page that the whole result has.
func TestTheFirstScreenIsThatOfTheWhole(t *testing.T) {
	names, _ := filepath.Glob(examples + "*.yaml")
	others, _ := filepath.Glob("../../testdata/elsewhere/*.yaml")
	names = append(names, others...)
	compared := 0
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if desk.RoleOf(text) != desk.Proposal {
			continue
		}
		d := desk.Desk{Files: []desk.File{{Path: "x.yaml", Text: text}}}
		whole := d.Look(0, desk.Whole, cat)
		if whole.Result == nil {
			continue // one that comes from other files
		}
		if front := d.Look(0, desk.Front, cat); !reflect.DeepEqual(front.Page, outline.Front(whole.Result)) {
			t.Errorf("%s: the first screen alone is not that of the whole", name)
		}
		compared++
	}
	if compared < 12 {
		t.Errorf("only %d documents compared", compared)
	}
}
