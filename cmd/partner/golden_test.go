package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"partner/pkg/rating"
	"partner/pkg/result"
)

// golden compares an output with the golden file of that name, or rewrites it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	goldenAt(t, filepath.Join("testdata", "golden", name), got)
}

// goldenAt compares an output with the file that holds it, or rewrites the file.
func goldenAt(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test ./cmd/partner -update writes it", err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s:%d differs (go test ./cmd/partner -update rewrites it):\n got %s\nwant %s", path, i+1, g[i], w[i])
		}
	}
	t.Fatalf("%s: %d lines, and %d are printed (go test ./cmd/partner -update rewrites it)", path, len(w), len(g))
}

// goldenBytes does so for what has no lines to show.
func goldenBytes(t *testing.T, path, got string) {
	t.Helper()
	if want, err := os.ReadFile(path); *update || err == nil && got == string(want) {
		goldenAt(t, path, got)
		return
	}
	t.Errorf("%s is another now; go test ./cmd/partner -update rewrites it", path)
}

// text prints an example with every setting fixed, so that no environment shows in it.
func text(t *testing.T, file string, width int, ascii bool) string {
	t.Helper()
	code, stdout, stderr := run(t, "assess", "--format=text", "--color=never", fmt.Sprintf("--width=%d", width), fmt.Sprintf("--ascii=%t", ascii), file)
	if code != 0 || stderr != "" {
		t.Fatalf("%s: exit code %d; %s", file, code, stderr)
	}
	return stdout
}

func TestGoldens(t *testing.T) {
	atRoot(t)
	for name, file := range examples(t) {
		t.Run(name, func(t *testing.T) {
			code, printed, stderr := run(t, "assess", "--format=json", file)
			if code != 0 || stderr != "" {
				t.Fatalf("exit code %d; %s", code, stderr)
			}
			golden(t, name+".json", printed)
			r := rereadJSON(t, name, printed)
			if r.File != file {
				t.Errorf("the result names %q", r.File)
			}
			page := text(t, file, 100, false)
			if strings.HasPrefix(name, "case-") { // the five cases are there to be read
				goldenAt(t, "examples/reports/"+name+".txt", page)
			} else {
				golden(t, name+".txt", page)
			}
			rereadText(t, page, r, false)
			code, whole, stderr := run(t, "assess", "--format=text", "--color=never", "--width=100", "--full", file)
			if code != 0 || stderr != "" {
				t.Fatalf("exit code %d; %s", code, stderr)
			}
			rereadWhole(t, whole, r)
		})
	}
}

// TestGoldensOfOtherPages are two examples as narrow and as wide as pages get, and in ASCII.
func TestGoldensOfOtherPages(t *testing.T) {
	atRoot(t)
	all := examples(t)
	for _, name := range []string{"case-c", "contradictory"} {
		t.Run(name, func(t *testing.T) {
			r := assessed(t, all[name])
			for _, o := range []struct {
				width  int
				ascii  bool
				suffix string
			}{{80, false, "-80"}, {160, false, "-160"}, {100, true, "-ascii"}} {
				page := text(t, all[name], o.width, o.ascii)
				golden(t, name+o.suffix+".txt", page)
				rereadText(t, page, r, o.ascii)
			}
		})
	}
}

// rereadJSON reads a result strictly, holds it to its schema, and checks that nothing was lost on the way.
func rereadJSON(t *testing.T, name, printed string) *result.Result {
	t.Helper()
	r := decoded(t, name, printed)
	if r.Format != result.Format {
		t.Errorf("the format is %q", r.Format)
	}
	again, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, []byte(printed)); err != nil {
		t.Fatal(err)
	}
	var was, is any
	if json.Unmarshal(compact.Bytes(), &was) != nil || json.Unmarshal(again, &is) != nil || fmt.Sprint(was) != fmt.Sprint(is) {
		t.Error("read and printed again it is another")
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(printed))
	if err != nil {
		t.Fatal(err)
	}
	if err := resultSchema(t).Validate(value); err != nil {
		t.Errorf("the schema of results refuses it: %v", err)
	}
	return r
}

// resultSchema is the schema that `partner schema result` prints.
func resultSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	code, printed, stderr := run(t, "schema", "result")
	if code != 0 {
		t.Fatal(stderr)
	}
	of, err := jsonschema.UnmarshalJSON(strings.NewReader(printed))
	if err != nil {
		t.Fatalf("schema result: %v", err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("result.schema.json", of); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("result.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// afterFirst is the heading that ends the first screen.
const afterFirst = "IN FULL: FOR, AGAINST, NOT TOLD"

// firstScreen gives the lines of the first screen.
func firstScreen(t *testing.T, page string) []string {
	t.Helper()
	before, _, ends := strings.Cut(page, "\n"+afterFirst)
	if !ends {
		t.Error("nothing follows the first screen")
	}
	return strings.Split(strings.TrimRight(before, "\n"), "\n")
}

// question is the line of one of the six on the first screen: its rating, and what it is called there.
var question = regexp.MustCompile(`^  (too little known|not rated|at best|at worst|amber-green|amber-red|green|red) +(Patients|Strategy|Culture|Risks|Sustainable|Governance)\b`)

// wholeRated is how a first screen rates the whole, at the stage for which it does where that is told.
var wholeRated = regexp.MustCompile(`SIX QUESTIONS .*?(the whole|to decide|to start): (at (best|worst) )?(red|amber-red|amber-green|green|too little known|not rated)`)

// rereadText holds the first screen to the result.
func rereadText(t *testing.T, page string, r *result.Result, ascii bool) {
	t.Helper()
	if ascii && strings.ContainsAny(page, "●◐◔○░◆─…·–→£") {
		t.Error("it is not drawn with ASCII alone")
	}
	lines := firstScreen(t, page)
	if title, _, _ := strings.Cut(r.Title, ","); !strings.Contains(lines[0], title) {
		t.Errorf("the title %q is not in %q", r.Title, lines[0])
	}
	flowing := strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
	if !wholeRated.MatchString(flowing) {
		t.Errorf("the whole is not rated on the first screen:\n%s", strings.Join(lines, "\n"))
	}
	if so := r.Overall.SoFar; so != rating.Unrated && !strings.Contains(flowing, so.String()) {
		t.Errorf("the first screen does not say %s", so)
	}
	var rated []string
	for _, line := range lines {
		if m := question.FindStringSubmatch(line); m != nil {
			rated = append(rated, m[1])
		}
	}
	if len(rated) != len(r.Questions) || len(rated) != 6 {
		t.Fatalf("%d questions are printed, and the result has %d:\n%s", len(rated), len(r.Questions), strings.Join(lines, "\n"))
	}
	for i, q := range r.Questions {
		switch {
		case rated[i] == "at best", rated[i] == "at worst", rated[i] == "not rated":
		case q.Rating.TooLittleKnown && rated[i] != "too little known", !q.Rating.TooLittleKnown && rated[i] != q.Rating.SoFar.String():
			t.Errorf("%s: %s; the result says %s", q.ID, rated[i], q.Rating.Words)
		}
	}
	for _, block := range r.Front.Blocks { // the first line of each block is never left out, and stands whole
		if len(block.Lines) == 0 {
			continue
		}
		whole := append([][]result.FrontPart{block.Lines[0].Text}, block.Lines[0].Shorter...)
		if !slices.ContainsFunc(whole, func(parts []result.FrontPart) bool {
			text := ""
			for _, part := range parts {
				text += part.Text
			}
			return ascii || strings.Contains(flowing, strings.Join(strings.Fields(text), " ")) || strings.Contains(unplaced.ReplaceAllString(flowing, ""), strings.Join(strings.Fields(text), " "))
		}) {
			t.Errorf("the first line of %s is not on the first screen", block.ID)
		}
	}
}

// unplaced takes the numbers of lines away that stand at the right of the first screen.
var unplaced = regexp.MustCompile(` \[[0-9a-z, -]+\]`)

// rereadWhole checks that the first screen fits, that every question has its counts, and that every
// criterion with a status is named.
func rereadWhole(t *testing.T, page string, r *result.Result) {
	t.Helper()
	if n := len(firstScreen(t, page)); n > 45 {
		t.Errorf("the first screen has %d lines", n)
	}
	flowing := strings.Join(strings.Fields(page), " ")
	for i, q := range r.Questions {
		head := fmt.Sprintf("%d %s", i+1, strings.ToUpper(q.Title))
		from := strings.Index(flowing, head)
		if from < 0 {
			t.Errorf("%q is not told in full", head)
			continue
		}
		if !strings.Contains(flowing[from:], strings.TrimSuffix(q.Rating.Words, ".")+". "+q.Rating.Counted) {
			t.Errorf("%s: %s. %s is not told in full", q.ID, q.Rating.Words, q.Rating.Counted)
		}
	}
	for _, c := range r.Criteria {
		if !strings.Contains(flowing, c.ID) {
			t.Errorf("%s is nowhere named", c.ID)
		}
	}
	for _, f := range r.Findings {
		if f.Note() {
			continue // of these a report tells the first ones
		}
		if !strings.Contains(flowing, strings.Join(strings.Fields(f.Text), " ")) && !strings.Contains(strings.ToLower(flowing), strings.ToLower(strings.TrimSuffix(f.Text, "."))) {
			t.Errorf("the finding %s is not told: %s", f.ID, f.Text)
		}
	}
}
