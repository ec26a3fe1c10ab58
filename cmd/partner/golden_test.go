package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
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
			rereadWhole(t, page, r)
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

// A screen is what a reader takes from the first screen of a text report.
type screen struct {
	lines                 int
	title                 string
	mark, overall         string
	verdict               string
	marks, ratings, names []string // of the six questions
	mayProve, answers     []string
}

// afterFirst is the heading that ends the first screen.
const afterFirst = "HOW THE RATING CAME ABOUT"

var (
	question = regexp.MustCompile(`^  (\S) (too little known|amber-green|amber-red|green|red) {2,}(\S.*?\?) {2,}(\S.*)$`)
	indented = regexp.MustCompile(`^ {4,}`)
)

// firstScreen parses the first screen.
func firstScreen(t *testing.T, page string) screen {
	t.Helper()
	var s screen
	all := strings.Split(page, "\n")
	end := len(all)
	for i, line := range all {
		if strings.HasPrefix(line, afterFirst) {
			end = i
			break
		}
	}
	for all = all[:end]; len(all) > 1 && all[len(all)-1] == ""; {
		all = all[:len(all)-1]
	}
	s.lines = len(all)
	s.title = all[0]
	block := func(label string) string {
		for i, line := range all {
			rest, ok := strings.CutPrefix(line, "  "+label+" ")
			if !ok {
				continue
			}
			words := strings.TrimSpace(rest)
			for _, more := range all[i+1:] {
				if !strings.HasPrefix(more, strings.Repeat(" ", 12)) {
					break
				}
				words += " " + strings.TrimSpace(more)
			}
			return words
		}
		t.Fatalf("the first screen has no %s:\n%s", label, strings.Join(all, "\n"))
		return ""
	}
	s.mark, s.overall, _ = strings.Cut(block("OVERALL"), " ")
	s.verdict = block("VERDICT")
	from := -1
	for i, line := range all {
		if line == "  THE SIX QUESTIONS" {
			from = i + 1
		}
	}
	if from < 0 {
		t.Fatal("the first screen has no six questions")
	}
	column := 0 // where answers start
	for _, line := range all[from:] {
		if line == "" {
			break
		}
		if m := question.FindStringSubmatch(line); m != nil {
			s.marks, s.ratings, s.names = append(s.marks, m[1]), append(s.ratings, m[2]), append(s.names, m[3])
			s.mayProve, s.answers = append(s.mayProve, ""), append(s.answers, m[4])
			column = len([]rune(line)) - len([]rune(m[4]))
			continue
		}
		if !indented.MatchString(line) || len(s.marks) == 0 {
			t.Fatalf("not understood among the six questions: %q", line)
		}
		runes := []rune(line)
		left, right := string(runes[:min(column, len(runes))]), string(runes[min(column, len(runes)):])
		last := len(s.marks) - 1
		if words := strings.TrimSpace(left); words != "" {
			s.mayProve[last] = strings.TrimSpace(s.mayProve[last] + " " + words)
		}
		if right != "" {
			s.answers[last] += " " + right
		}
	}
	return s
}

// agrees reports whether printed words are the whole of what was meant, or its beginning where they end
// in an ellipsis.
func agrees(printed, meant string) bool {
	for _, ellipsis := range []string{"…", "..."} {
		if start, cut := strings.CutSuffix(printed, ellipsis); cut {
			return strings.HasPrefix(meant, strings.TrimSpace(start))
		}
	}
	return strings.TrimSuffix(printed, ".") == strings.TrimSuffix(meant, ".")
}

// rereadText holds the first screen to the result.
func rereadText(t *testing.T, page string, r *result.Result, ascii bool) {
	t.Helper()
	s := firstScreen(t, page)
	if ascii && strings.ContainsAny(page, "●◐◔○░◆─…·–→£") {
		t.Error("it is not drawn with ASCII alone")
	}
	marks := map[rating.Grade]string{rating.Green: "●", rating.AmberGreen: "◐", rating.AmberRed: "◔", rating.Red: "○", rating.Unrated: "?"}
	if ascii {
		marks = map[rating.Grade]string{rating.Green: "G", rating.AmberGreen: "g", rating.AmberRed: "r", rating.Red: "R", rating.Unrated: "?"}
	}
	if !strings.Contains(s.title, r.Title) {
		t.Errorf("the title %q is not in %q", r.Title, s.title)
	}
	if s.mark != marks[r.Overall.SoFar] || !strings.HasPrefix(s.overall, r.Overall.Words) {
		t.Errorf("overall: %s %s; the result says %s", s.mark, s.overall, r.Overall.Words)
	}
	if !strings.Contains(s.overall, r.Overall.Counted) {
		t.Errorf("overall: %s; the result counts %s", s.overall, r.Overall.Counted)
	}
	if sentence := strings.TrimSuffix(r.Verdict.Sentence, "."); !strings.HasPrefix(s.verdict, sentence) {
		t.Errorf("verdict: %s; the result says %s", s.verdict, sentence)
	}
	if len(s.names) != len(r.Questions) || len(r.Questions) != 6 {
		t.Fatalf("%d questions are printed, and the result has %d", len(s.names), len(r.Questions))
	}
	for i, q := range r.Questions {
		word := q.Rating.SoFar.String()
		if q.Rating.TooLittleKnown {
			word = "too little known"
		}
		if s.names[i] != q.Title || s.ratings[i] != word || s.marks[i] != marks[q.Rating.SoFar] {
			t.Errorf("%s: %s %s %s; the result says %s", q.ID, s.marks[i], s.ratings[i], s.names[i], q.Rating.Words)
		}
		may := ""
		if q.Rating.MayProve != "" {
			may = "may prove " + q.Rating.MayProve
		}
		proves, _, boards := strings.Cut(s.mayProve[i], " For ")
		if one, two := r.Boards[0].Answers[i].Rating.SoFar, r.Boards[1].Answers[i].Rating.SoFar; boards && one == two {
			t.Errorf("%s: the boards' answers are told apart, and are the same", q.ID)
		}
		if proves != may {
			t.Errorf("%s: %q; the result says %q", q.ID, s.mayProve[i], may)
		}
		if !agrees(s.answers[i], q.Answer) {
			t.Errorf("%s: %q; the result says %q", q.ID, s.answers[i], q.Answer)
		}
	}
	if !strings.Contains(page, "\n"+afterFirst) {
		t.Error("nothing follows the first screen")
	}
}

// rereadWhole checks that the first screen fits, that every question has its counts, and that every
// criterion with a status is named.
func rereadWhole(t *testing.T, page string, r *result.Result) {
	t.Helper()
	if n := firstScreen(t, page).lines; n > 45 {
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
		if !strings.Contains(flowing, strings.Join(strings.Fields(f.Text), " ")) && !strings.Contains(strings.ToLower(flowing), strings.ToLower(strings.TrimSuffix(f.Text, "."))) {
			t.Errorf("the finding %s is not told: %s", f.ID, f.Text)
		}
	}
}
