package text

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"partner/pkg/rating"
	"partner/pkg/report/internal/example"
	"partner/pkg/report/outline"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// asked is how a report is drawn, and of which page.
type asked struct {
	Options
	page func(*result.Result) outline.Outline
}

func whole(o Options) asked { return asked{o, outline.Full} }
func first(o Options) asked { return asked{o, outline.Brief} }

// printed is the text report of a result.
func printed(t *testing.T, r *result.Result, a asked) string {
	t.Helper()
	return drawn(t, a.page(r), a.Options)
}

func drawn(t *testing.T, page outline.Outline, o Options) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, page, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var widths = []int{80, 100, 160}

// narrows are widths at which what stands side by side elsewhere is folded.
var narrows = []int{40, 47, 60, 79}

func TestNoLineIsWiderThanThePage(t *testing.T) {
	all := example.Hostile()
	all["fixture"] = example.Result()
	for name, r := range all {
		for _, w := range slices.Concat(narrows, widths) {
			checkLines(t, name, w, printed(t, r, whole(Options{Width: w, ASCII: name == "fixture"})))
		}
	}
	checkLines(t, "asked for too little", MinWidth, printed(t, example.Result(), whole(Options{})))
	checkLines(t, "asked for too much", MaxWidth, printed(t, example.Result(), whole(Options{Width: 1000})))
}

func checkLines(t *testing.T, name string, width int, text string) {
	t.Helper()
	for i, line := range strings.Split(text, "\n") {
		if n := ansi.StringWidth(line); n > width {
			t.Errorf("%s at width %d: line %d is %d wide: %q", name, width, i+1, n, line)
		}
		if line != strings.TrimRight(line, " ") {
			t.Errorf("%s at width %d: line %d ends in spaces: %q", name, width, i+1, line)
		}
	}
}

func TestFirstScreenFits(t *testing.T) {
	for _, w := range widths {
		text := printed(t, example.Result(), first(Options{Width: w}))
		if n := strings.Count(text, "\n"); n > frontLines {
			t.Errorf("at width %d the first screen has %d lines:\n%s", w, n, text)
		}
		if strings.Contains(text, "…") || !strings.Contains(text, "more under") {
			t.Errorf("at width %d:\n%s", w, text)
		}
		for _, never := range []string{"DECISION", "CASE MADE", "a Eastmere's theatres", "1 Eastmere's theatres", "! Called voluntary", "1 Both chairs", "SOURCES"} {
			if !strings.Contains(text, never) {
				t.Errorf("at width %d %q gives way:\n%s", w, never, text)
			}
		}
		checkLines(t, "front", w, text)
	}
}

// TestNarrowPagesSayAllTheSame holds that folding leaves nothing out: below the first screen, every word of the page
// at 80 columns is on it, but for the rules and shades that draw.
func TestNarrowPagesSayAllTheSame(t *testing.T) {
	words := func(w int) map[string]bool {
		o := outline.Full(example.Result())
		o.Front = nil
		all := map[string]bool{}
		for _, word := range strings.FieldsFunc(drawn(t, o, Options{Width: w, ASCII: true}), func(r rune) bool { return strings.ContainsRune(" \n:;,.-", r) }) {
			all[strings.ToLower(word)] = true
		}
		return all
	}
	wide := words(160)
	for _, w := range narrows[1:] { // at 40 the longest ids are broken
		all := words(w)
		for word := range wide {
			if !all[word] && !strings.ContainsAny(word, "_[]/()") && strings.Trim(word, ":x") != "" && !strings.Contains("may be so far", word) {
				t.Errorf("at width %d %q is left out", w, word)
			}
		}
	}
}

func TestBriefIsTheStartOfTheWhole(t *testing.T) {
	brief := printed(t, example.Result(), first(Options{Width: 100}))
	if whole := printed(t, example.Result(), whole(Options{Width: 100})); !strings.HasPrefix(whole, brief) {
		t.Errorf("the whole report does not begin with the first screen:\n%s", whole[:len(brief)])
	}
}

func TestFirstScreenTellsWhatBoardsNeed(t *testing.T) {
	text := strings.Join(strings.Fields(printed(t, example.Result(), first(Options{Width: 100}))), " ")
	for _, want := range []string{
		"Northfield acquires Eastmere, which has been in special measures for three years as at 1 June 2014", "DECISION On 1 September 2014, in three months.",
		"Eastmere's finance director [40-43,n 12]", "green For patients Two benefits, one not measured; 2 and one more against it", "too little known Strategy Nothing is told",
		"AGAINST, gravest first", "NOT TOLD, AND IT WOULD CHANGE THE ANSWER 2 more under “In full”; who can say", "SIX QUESTIONS the whole: amber-green so far; may prove red to green 24 of 40 known",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the first screen does not say %q:\n%s", want, text)
		}
	}
}

func TestColourOnlyAdds(t *testing.T) {
	for _, w := range widths {
		for _, ascii := range []bool{false, true} {
			without := printed(t, example.Result(), whole(Options{Width: w, ASCII: ascii}))
			with := printed(t, example.Result(), whole(Options{Width: w, ASCII: ascii, Colour: true}))
			if strings.Contains(without, "\x1b") {
				t.Errorf("width %d: escape sequences without colour", w)
			}
			if with == without {
				t.Errorf("width %d: colour changes nothing", w)
			}
			if got := ansi.Strip(with); got != without {
				t.Errorf("width %d: colour changes the text: %s", w, difference(got, without))
			}
		}
	}
}

func TestASCIIHoldsNothingElseOfOurs(t *testing.T) {
	text := printed(t, example.Result(), whole(Options{Width: 100, ASCII: true}))
	for i, line := range strings.Split(text, "\n") {
		for _, r := range line {
			if r > 0x7e {
				t.Errorf("line %d holds %q: %s", i+1, r, line)
			}
		}
	}
	r := example.Result()
	r.Front.Title = "Llŷn — Môn"
	if text := printed(t, r, whole(Options{Width: 100, ASCII: true})); !strings.Contains(text, "Llŷn - Môn") {
		t.Errorf("letters of the document are not left as they are:\n%s", text[:200])
	}
}

func TestNothingCommandsTheTerminal(t *testing.T) {
	for name, r := range example.Hostile() {
		text := printed(t, r, whole(Options{Width: 100}))
		if at := strings.IndexAny(text, "\x1b\x07\r\t\u009b\u202e\u2066\u200f"); at >= 0 {
			t.Errorf("%s: %q", name, text[at:min(at+40, len(text))])
		}
	}
}

func TestEachCriterionIsToldOnce(t *testing.T) {
	text := printed(t, example.Result(), whole(Options{Width: 160}))
	if n := strings.Count(text, "Its terms of reference and three months of minutes"); n != 4 {
		t.Errorf("four criteria are not in place or in part; what closes them is told %d times", n)
	}
	if n := strings.Count(text, "told above:"); n == 0 {
		t.Error("nothing refers to what was told above")
	}
}

func TestPlacesAreNamed(t *testing.T) {
	text := strings.Join(strings.Fields(printed(t, example.Result(), whole(Options{Width: 160}))), " ")
	for _, want := range []string{
		"proposals/northfield-eastmere.yaml:40:7", // a fact that a criterion rests on
		"proposals/northfield-eastmere.yaml:12:7", // where a criterion without facts is decided
		"goes to arrangement.nature, arrangement.scale, arrangement.form and 2 more",
		"proposals/northfield-eastmere.yaml:60:7", // a finding
		"Northfield: met; Eastmere: not met",
		"£25.5m", "page 12", "483d9d0ff87c", "Catalogue 1",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}

// matrixOf draws the matrix of a report.
func matrixOf(r *result.Result) []string {
	for _, s := range outline.Report(r).Sections {
		for _, b := range s.Blocks {
			if m, is := b.(outline.Matrix); is {
				return newPage(Options{Width: 100}).matrix(m)
			}
		}
	}
	return nil
}

func TestPictureSpansBothRanges(t *testing.T) {
	r := example.Result()
	rows := matrixOf(r)
	for i, want := range []int{0, 3, 3, 0, 0} { // the head, then green, amber-green, amber-red, red
		if n := strings.Count(rows[i], "░"); i > 0 && n/step != want && (n+1)/step != want && (n-1)/step != want {
			t.Errorf("row %d has %d shaded cells, want about %d steps:\n%s", i, n, want, strings.Join(rows, "\n"))
		}
	}
	if !strings.Contains(rows[1], "◆") {
		t.Errorf("green and amber-red so far is not marked:\n%s", strings.Join(rows, "\n"))
	}
	r.Context.Rating = example.Rated(rating.Red, rating.Unrated, rating.Green, 0, 0, 0, 3)
	if text := strings.Join(matrixOf(r), "\n"); strings.Contains(text, "◆") {
		t.Errorf("a mark where too little is known:\n%s", text)
	}
}

func TestSameBytesFromManyWorkers(t *testing.T) {
	r, want := example.Result(), printed(t, example.Result(), whole(Options{Width: 100}))
	var wait sync.WaitGroup
	texts := make([]string, 8)
	for i := range texts {
		wait.Go(func() {
			var b strings.Builder
			_ = Write(&b, outline.Full(r), Options{Width: 100})
			texts[i] = b.String()
		})
	}
	wait.Wait()
	for _, got := range texts {
		if got != want {
			t.Fatal(difference(got, want))
		}
	}
}

func TestLanguageOfTheEnvironmentChangesNothing(t *testing.T) {
	want := printed(t, example.Result(), whole(Options{Width: 100}))
	t.Setenv("LC_ALL", "ja_JP.UTF-8")
	t.Setenv("RUNEWIDTH_EASTASIAN", "1")
	t.Setenv("CLICOLOR_FORCE", "1")
	if got := printed(t, example.Result(), whole(Options{Width: 100})); got != want {
		t.Error(difference(got, want))
	}
}

// difference shows the first lines that differ.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %q\nwant %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

func TestReferencePages(t *testing.T) {
	words := func(s string) wording.Text { return wording.Text{{Text: s}} }
	page := outline.Outline{Reference: true, Lead: []outline.Block{
		outline.Paragraph{Text: words("a paragraph that goes from the one edge of the page to the other, however wide the page may be, and on")},
		outline.Break{},
		outline.Fact{Label: "Met", Lines: []outline.Line{{Text: "where all of these:"}, {Depth: 2, Part: true, Text: "the first of them, which is so long that it takes more than one line of eighty cells"}, {Depth: 4, Part: true, Text: "deeper"}}},
		outline.Fact{Label: "Sources", Text: words("one")},
		outline.Fact{Text: words("another")},
		outline.Sample{Lines: []string{"answers:", "  a: yes"}},
		outline.Below{Blocks: []outline.Block{outline.List{Rows: [][]string{{"id", "kind", "title — as it is"}, {"longer-id", "k", "t"}}}, outline.List{}}},
		outline.Terms{Of: []outline.Term{{Name: wording.Part{Text: "ready"}, Text: words("it can start")}, {Name: wording.Part{Text: "no"}, Text: words("it cannot"), Below: []outline.Block{outline.Paragraph{Text: words("yet")}}}}},
	}}
	want := `a paragraph that goes from the one edge of the page to the other, however wide
the page may be, and on

Met         where all of these:
              - the first of them, which is so long that it takes more than
                one line of eighty cells
                - deeper
Sources     one
            another
  answers:
    a: yes
  id         kind  title - as it is
  longer-id  k     t
ready   it can start
no      it cannot
        yet
`
	if got := drawn(t, page, Options{Width: 80, ASCII: true}); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestTablesGiveWay: what stands in place of a table is drawn where its columns have too little room.
func TestTablesGiveWay(t *testing.T) {
	cells := []wording.Text{{{Text: "one"}}, {{Kind: wording.Mark, Grade: rating.Green}, {Text: "two"}, {Text: ".", Glued: true}}}
	table := outline.Table{Columns: []outline.Column{{Title: "a", Least: 40}, {Title: "b", Wide: true, Least: 60}}, Rows: [][]wording.Text{cells}, Else: []outline.Block{outline.Heading{Text: "Instead"}}}
	page := outline.Outline{Sections: []outline.Section{{Name: "table", Title: "A table", Blocks: []outline.Block{table}}}}
	if got := drawn(t, page, Options{Width: 100}); !strings.Contains(got, "Instead") || strings.Contains(got, "one") {
		t.Errorf("in 100 cells:\n%s", got)
	}
	if got := drawn(t, page, Options{Width: 104}); strings.Contains(got, "Instead") || !strings.Contains(got, "one   ● two.") {
		t.Errorf("in 104 cells:\n%s", got)
	}
}
