package report_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/compare"
	"partner/pkg/proposal"
	"partner/pkg/report"
)

// documents judges the examples, and a document whose texts would command a terminal.
func documents(t *testing.T) []compare.Judged {
	t.Helper()
	files, _ := filepath.Glob("../../examples/*.yaml")
	var all []compare.Judged
	add := func(name string, data []byte) {
		doc, wrong := proposal.Read(name, data, nil)
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		cat := assessments.Catalogue()
		all = append(all, compare.Judged{Document: doc, Result: assess.Assess(doc, cat), Catalogue: cat})
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		add(name, data)
	}
	add("hostile.yaml", []byte("partner: 1\ntitle: \"evil \\e[2J\\u202e title\"\norganisations:\n  north: {name: \"No\\e]0;x\\arth\"}\n  south: {}\narrangement: {benefits: [{what: \""+strings.Repeat("word", 60)+"\\u202e\"}]}\n"))
	return all
}

// fits checks that a text fits its width and commands no terminal.
func fits(t *testing.T, what, text string, o report.Options) {
	t.Helper()
	for _, line := range strings.Split(text, "\n") {
		if n := ansi.StringWidth(line); n > o.Width {
			t.Fatalf("%s: a line of %d where %d fit: %s", what, n, o.Width, line)
		}
		if line != strings.TrimRight(line, " ") {
			t.Fatalf("%s: spaces at the end of %q", what, line)
		}
		for _, r := range line {
			if unicode.IsControl(r) && !o.Colour || unicode.Is(unicode.Bidi_Control, r) || o.ASCII && r > unicode.MaxASCII {
				t.Fatalf("%s: %U in %q", what, r, line)
			}
		}
	}
}

func TestComparisonsFitTheirWidth(t *testing.T) {
	all := documents(t)
	for _, n := range []int{2, 3, 5, len(all), 30} {
		var some []compare.Judged
		for i := range n {
			some = append(some, all[len(all)-1-i%len(all)])
		}
		c := compare.Compare(some)
		for _, width := range []int{80, 81, 100, 133, 160} {
			for _, o := range []report.Options{{Width: width}, {Width: width, ASCII: true}, {Width: width, Colour: true}} {
				var b bytes.Buffer
				if err := report.WriteComparison(&b, "text", c, o); err != nil {
					t.Fatal(err)
				}
				fits(t, "compare", b.String(), o)
				for _, p := range c.Proposals {
					if !strings.Contains(b.String(), p.File) {
						t.Fatalf("%d proposals at %d: %s is not named", n, width, p.File)
					}
				}
			}
		}
	}
}

func TestDifferencesFitTheirWidth(t *testing.T) {
	all := documents(t)
	for i, a := range all {
		b := all[(i+1)%len(all)]
		d := compare.Diff(a, b)
		for _, o := range []report.Options{{Width: 80}, {Width: 80, ASCII: true}, {Width: 160, Colour: true}} {
			var out bytes.Buffer
			if err := report.WriteDifference(&out, "text", d, o); err != nil {
				t.Fatal(err)
			}
			fits(t, "diff", out.String(), o)
			if !strings.Contains(out.String(), "WHAT GOT WORSE") {
				t.Fatal("the text ends before what got worse")
			}
		}
	}
}

// TestComparisonsAsJSON reads what is printed back into what was printed.
func TestComparisonsAsJSON(t *testing.T) {
	all := documents(t)
	c, d := compare.Compare(all), compare.Diff(all[0], all[len(all)-1])
	var b bytes.Buffer
	if err := report.WriteComparison(&b, "json", c, report.Options{}); err != nil {
		t.Fatal(err)
	}
	var got compare.Comparison
	read(t, b.Bytes(), &got)
	if got.Whole.Sentence != c.Whole.Sentence || !reflect.DeepEqual(got.Proposals, c.Proposals) || len(got.Differ) != len(c.Differ) {
		t.Error("a comparison does not come back")
	}
	b.Reset()
	if err := report.WriteDifference(&b, "json", d, report.Options{}); err != nil {
		t.Fatal(err)
	}
	var back compare.Difference
	read(t, b.Bytes(), &back)
	if !reflect.DeepEqual(back.Changes, d.Changes) || !reflect.DeepEqual(back.Criteria, d.Criteria) {
		t.Error("a difference does not come back")
	}
}

// read reads JSON that holds no null and nothing that commands a terminal.
func read(t *testing.T, text []byte, into any) {
	t.Helper()
	if bytes.Contains(text, []byte("null")) || bytes.ContainsRune(text, '\u202e') || bytes.ContainsRune(text, '\x1b') {
		t.Error("null, or a character that commands a terminal")
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatal(err)
	}
}
