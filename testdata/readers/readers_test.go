// Package readers runs the programs that people read partner's formats with over its outputs: of every example, and
// of documents that say what would get out of an output. `make readers` runs it; what is not installed is left out
// and told, and with STRICT=1 fails.
package readers

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/judge"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/testdata/hostile"
	"partner/testdata/readback"
	"partner/testdata/trial"
)

// strict says that a reader that is missing is a failure.
var strict = os.Getenv("STRICT") == "1"

// errMissing is that a reader is not installed.
var errMissing = errors.New("not installed")

// most is how long a program may take, many times what any does: one that hangs is killed, and told by its name.
const most = 10 * time.Minute

// program is a program to be run; end gives back what watches over its time.
func program(name string, args ...string) (c *exec.Cmd, end func()) {
	ctx, end := context.WithTimeout(context.Background(), most)
	c = exec.CommandContext(ctx, name, args...)
	c.WaitDelay = time.Second // what it has begun may hold its output open
	return c, end
}

// ran gives what a program prints, in this folder.
func ran(name string, args ...string) ([]byte, error) {
	if _, err := exec.LookPath(name); err != nil {
		return nil, fmt.Errorf("%s: %w", name, errMissing)
	}
	c, end := program(name, args...)
	defer end()
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		return out, fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, said.String())
	}
	return out, nil
}

// node runs a reader that npm has installed here; behind the name of its package may stand what else it is to do.
func node(reader, file string) ([]byte, error) {
	if _, err := os.Stat(filepath.Join("node_modules", filepath.FromSlash(strings.TrimSuffix(reader, "/saved")))); err != nil {
		return nil, fmt.Errorf("%s: %w; run npm ci in testdata/readers", reader, errMissing)
	}
	return ran("node", "read.mjs", reader, file)
}

// python runs a script by the first Python that has a module.
func python(module, script, file string) ([]byte, error) {
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if _, err := ran(name, "-c", "import "+module); err == nil {
			return ran(name, script, file)
		}
	}
	return nil, fmt.Errorf("%s for Python: %w", module, errMissing)
}

// read gives what a reader makes of a file, or leaves the test out where there is no such reader.
func read(t *testing.T, out []byte, err error) []byte {
	t.Helper()
	if errors.Is(err, errMissing) {
		if strict {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func decoded[T any](t *testing.T, out []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(out, &v); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return v
}

// outputs are what partner prints of a stream of documents.
type outputs struct {
	name     string
	outcomes []report.Outcome
	checks   []report.Check
}

// streams are the streams that readers read: the examples, documents that say hostile texts, and one in which nothing is
// found, checked alone.
func streams(t *testing.T) []outputs {
	t.Helper()
	cat := assessments.Catalogue()
	examples, texts := outputs{name: "examples"}, outputs{name: "hostile"}
	for _, file := range trial.Examples(t) {
		r := trial.File(t, file)
		name := strings.TrimPrefix(filepath.ToSlash(file), "../../")
		examples.outcomes = append(examples.outcomes, report.Outcome{Name: name, Result: r})
		examples.checks = append(examples.checks, report.Check{Name: name, Findings: r.Findings})
	}
	saying := trial.Saying(t, "../../examples/contradictory.yaml")
	for i, text := range hostile.Texts() {
		name := fmt.Sprintf("hostile/%d St Mary's: 50%%25 <b>&.yaml", i)
		j := judge.At(saying(name, text.Text), cat, result.UnknownStage)
		r := assess.Result(j)
		texts.outcomes = append(texts.outcomes, report.Outcome{Name: name, Result: r})
		texts.checks = append(texts.checks, report.Check{Name: name, Findings: r.Findings})
	}
	clean := outputs{name: "clean", checks: []report.Check{{Name: "clean.yaml"}}}
	return []outputs{examples, texts, clean}
}

// readers read the outputs of a format in a file, which are also given, and hold that to what readers of that kind
// have to find.
var readers = []struct {
	format, name string
	test         func(t *testing.T, file string, out []byte)
}{
	{"sarif", "sarif-multitool", validated},
	{"junit", "junit2json", cases(func(file string) ([]byte, error) { return node("junit2json", file) }, whole)},
	{"junit", "test-results-parser", cases(func(file string) ([]byte, error) { return node("test-results-parser", file) }, whole)},
	{"junit", "junit-to-ctrf", cases(func(file string) ([]byte, error) { return node("junit-to-ctrf", file) }, halved)},
	{"junit", "junitparser", cases(func(file string) ([]byte, error) { return python("junitparser", "junitparser_cases.py", file) }, whole)},
	{"csv", "csv-parse", rows(func(file string) ([]byte, error) { return node("csv-parse", file) })},
	{"csv", "Python", rows(func(file string) ([]byte, error) { return python("csv", "rows.py", file) })},
	{"markdown", "remark-gfm", tasks},
	{"ndjson", "jq", objects},
	{"github", "actions-core", commanded},
}

// TestReaders prints every stream in each format, checked and assessed, and has all readers of the format read it.
func TestReaders(t *testing.T) {
	t.Parallel()
	all := streams(t)
	options := report.Options{Catalogue: assessments.Catalogue()}
	for _, r := range readers {
		f, _ := report.Find(r.format)
		for _, s := range all {
			var checked, assessed bytes.Buffer
			if err := errors.Join(f.Checks(&checked, slices.Values(s.checks), options), f.Reports(&assessed, slices.Values(s.outcomes), options)); err != nil {
				t.Fatal(err)
			}
			printed := [][]byte{checked.Bytes(), assessed.Bytes()}
			if len(s.outcomes) == 0 {
				printed = printed[:1]
			}
			for i, out := range printed {
				t.Run(r.name+"/"+s.name+[]string{", checked", ", assessed"}[i], func(t *testing.T) {
					file := filepath.Join(t.TempDir(), "output."+r.format)
					if err := os.WriteFile(file, out, 0o600); err != nil {
						t.Fatal(err)
					}
					r.test(t, file, out)
				})
			}
		}
	}
}

// validated has Microsoft's validator look for anything that its own rules or those of GitHub's code scanning object
// to. What it found it writes to a file; its exit code says nothing of it.
func validated(t *testing.T, file string, out []byte) {
	readback.SARIF(t, out)
	tool := filepath.Join("node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool")
	if _, err := os.Stat(tool); err != nil {
		read(t, nil, fmt.Errorf("sarif-multitool: %w; run npm ci in testdata/readers", errMissing))
	}
	if err := os.Chmod(tool, 0o755); err != nil { // npm may be told to run no scripts of packages, and one of them does this
		t.Fatal(err)
	}
	objections := file + ".objections"
	_, err := ran("./"+tool, "validate", file, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "-o", objections, "--log", "ForceOverwrite")
	read(t, nil, err)
	log, err := os.ReadFile(objections)
	if err != nil {
		t.Fatal(err)
	}
	type run struct {
		Results []struct {
			RuleID    string
			Message   json.RawMessage
			Locations json.RawMessage
		}
		Invocations []struct {
			ToolExecutionNotifications     []json.RawMessage
			ToolConfigurationNotifications []json.RawMessage
		}
	}
	runs := decoded[struct{ Runs []run }](t, bytes.TrimPrefix(log, []byte("\ufeff"))).Runs
	if len(runs) != 1 || len(runs[0].Invocations) != 1 {
		t.Fatalf("it has not looked: %.500s", log)
	}
	objects := map[string]int{}
	for _, x := range runs[0].Results {
		if objects[x.RuleID]++; objects[x.RuleID] == 1 {
			t.Errorf("%s: %s at %s", x.RuleID, x.Message, x.Locations)
		}
	}
	if len(objects) > 0 {
		t.Errorf("%v", objects)
	}
	for _, x := range slices.Concat(runs[0].Invocations[0].ToolExecutionNotifications, runs[0].Invocations[0].ToolConfigurationNotifications) {
		t.Errorf("%s", x)
	}
}

// whole is a sentence as it was written.
func whole(sentence string) string { return sentence }

// halved is a sentence as junit-to-ctrf 0.0.14 has it: composed, and with each character beyond the first plane as two
// signs for what cannot be read.
func halved(sentence string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(sentence) {
		if r > 0xffff {
			b.WriteString("\ufffd\ufffd")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// cases holds that a reader of JUnit reports counts the same, and that no sentence is lost on the way to it, which has
// it as told.
func cases(by func(file string) ([]byte, error), as func(sentence string) string) func(*testing.T, string, []byte) {
	return func(t *testing.T, file string, out []byte) {
		all, passed := readback.JUnit(t, out)
		want := map[string]int{"passed": passed}
		for _, e := range all {
			if e.Level == "skipped" {
				want["skipped"]++
			} else {
				want["failed"]++
			}
		}
		made, err := by(file)
		has := decoded[[]struct {
			Outcome string   `json:"outcome"`
			Said    []string `json:"said"`
		}](t, read(t, made, err))
		counts := map[string]int{}
		var said strings.Builder
		for _, c := range has {
			counts[c.Outcome]++
			said.WriteString(strings.Join(c.Said, "\n") + "\n")
		}
		if len(has) != len(all)+passed || counts["passed"] != passed || counts["failed"] != want["failed"] || counts["skipped"] != want["skipped"] {
			t.Errorf("%v, not %v", counts, want)
		}
		for _, e := range all {
			sentence := as(behind.ReplaceAllString(e.Says, ""))
			if !strings.Contains(said.String(), sentence) {
				t.Errorf("lost: %s: %s", e.Level, sentence)
			}
		}
	}
}

// behind is the place that a sentence stands behind.
var behind = regexp.MustCompile(`^.*?\.yaml(:[0-9]+:[0-9]+)?: `)

// rows holds that a reader of tables has the same cells.
func rows(by func(file string) ([]byte, error)) func(*testing.T, string, []byte) {
	return func(t *testing.T, file string, out []byte) {
		want := readback.CSV(t, out)
		made, err := by(file)
		has := decoded[[][]string](t, read(t, made, err))
		if len(has) != len(want)+1 {
			t.Fatalf("%d rows, not %d", len(has)-1, len(want))
		}
		for n, row := range has[1:] {
			for i, name := range has[0] {
				if row[i] != want[n][name] {
					t.Errorf("%s of row %d is %q, not %q", name, n, row[i], want[n][name])
				}
			}
		}
	}
}

// tasks holds that a reader of Markdown has each task, open, and nothing beyond text.
func tasks(t *testing.T, file string, out []byte) {
	want := readback.Markdown(t, out).Tasks
	made, err := node("remark-gfm", file)
	has := decoded[struct {
		Kinds map[string]int `json:"kinds"`
		Tasks []struct {
			Open bool   `json:"open"`
			Said string `json:"said"`
		} `json:"tasks"`
	}](t, read(t, made, err))
	for kind := range has.Kinds {
		if !slices.Contains([]string{"root", "heading", "paragraph", "text", "strong", "inlineCode", "list", "listItem", "table", "tableRow", "tableCell"}, kind) {
			t.Errorf("a %s is on the page", kind)
		}
	}
	if len(has.Tasks) != len(want) {
		t.Fatalf("%d tasks, not %d", len(has.Tasks), len(want))
	}
	for i, x := range has.Tasks {
		if said := strings.ReplaceAll(x.Said, "\u200b", ""); !x.Open || said != want[i] {
			t.Errorf("%q, not %q", said, want[i])
		}
	}
}

// TestMarkdownPages: a reader of Markdown has nothing on the pages of whole reports beyond headings, lists, tables and text.
func TestMarkdownPages(t *testing.T) {
	t.Parallel()
	f, _ := report.Find("markdown")
	for _, s := range streams(t)[:2] {
		t.Run(s.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := f.Reports(&out, slices.Values(s.outcomes), report.Options{Catalogue: assessments.Catalogue(), Full: true}); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(t.TempDir(), "pages.md")
			if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			made, err := node("remark-gfm", file)
			kinds := decoded[struct {
				Kinds map[string]int `json:"kinds"`
			}](t, read(t, made, err)).Kinds
			for kind := range kinds {
				if !slices.Contains([]string{"root", "heading", "paragraph", "text", "strong", "break", "inlineCode", "list", "listItem", "table", "tableRow", "tableCell"}, kind) {
					t.Errorf("a %s is on the page", kind)
				}
			}
			if want := strings.Count("\n"+out.String(), "\n#"); kinds["heading"] != want || kinds["table"] < len(s.outcomes) {
				t.Errorf("%d headings, and not %d; %d tables", kinds["heading"], want, kinds["table"])
			}
		})
	}
}

// objects holds that jq has each line, and that it is an object.
func objects(t *testing.T, file string, out []byte) {
	made, err := ran("jq", "-c", "keys | length", file)
	if lines := bytes.Count(read(t, made, err), []byte("\n")); lines != len(readback.Objects(t, out)) {
		t.Errorf("%d lines", lines)
	}
}

// commanded holds that GitHub's own library makes the same annotations of what was found.
func commanded(t *testing.T, _ string, out []byte) {
	want, _ := readback.GitHub(t, out)
	list := filepath.Join(t.TempDir(), "annotations.json")
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(list, data, 0o600); err != nil {
		t.Fatal(err)
	}
	made, err := node("@actions/core", list)
	has, _ := readback.GitHub(t, read(t, made, err))
	if !slices.Equal(has, want) {
		t.Errorf("%+v\nnot %+v", has, want)
	}
}
