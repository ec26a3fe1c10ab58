package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"pgregory.net/rapid"

	"partner/pkg/batch"
	"partner/pkg/cli"
	"partner/testdata/corpus"
)

func TestMain(m *testing.M) {
	if os.Getenv("AS_PROGRAM") != "" { // the tests run themselves as the program
		os.Exit(run(os.Args[1:], os.Stderr))
	}
	flag.Parse()
	log.LogLevel = "warn"
	beam.Init()
	os.Exit(m.Run())
}

// written writes a folder of proposals, one of them broken and one file that is none, and goes there.
func written(t *testing.T, many int) {
	t.Helper()
	folder := t.TempDir()
	documents := corpus.New()
	for i := range many {
		data, err := documents.Document(i)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(folder, "proposals", fmt.Sprintf("%05d.yaml", i)), data)
	}
	write(t, filepath.Join(folder, "proposals", "broken.yaml"), []byte("partner: 1\ntitel: Wrong\n"))
	write(t, filepath.Join(folder, "proposals", "other.yaml"), []byte("name: of something else\n"))
	t.Chdir(folder)
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// partner runs partner itself, and gives the file that it printed to.
func partner(t *testing.T, code int, to string, args ...string) []byte {
	t.Helper()
	var stderr strings.Builder
	if got := cli.Main(append(args, "--quiet", "-o", to), strings.NewReader(""), &stderr, &stderr); got != code {
		t.Fatalf("partner %v exits with %d: %s", args, got, stderr.String())
	}
	return read(t, to)
}

// TestTheBytesAreThoseOfPartner: 2,000 documents through prism give the file of partner batch, and what they come to
// is that of partner portfolio.
func TestTheBytesAreThoseOfPartner(t *testing.T) {
	written(t, 2000)
	var stderr strings.Builder
	j := job{paths: []string{"proposals"}, lines: "beam.ndjson", portfolio: "beam.json"}
	wrong, err := j.run(context.Background(), &stderr)
	if err != nil || wrong != 1 {
		t.Fatalf("%d with errors, %v: %s", wrong, err, stderr.String())
	}
	if !strings.Contains(stderr.String(), `"titel"`) || !strings.Contains(stderr.String(), "2001 documents; 1 with errors") {
		t.Errorf("told is\n%s", stderr.String())
	}
	if !bytes.Equal(read(t, "beam.ndjson"), partner(t, badInput, "batch.ndjson", "batch", "proposals")) {
		t.Error("the lines are not those of partner batch")
	}
	if !bytes.Equal(read(t, "beam.json"), partner(t, done, "portfolio.json", "portfolio", "--format", "json", "batch.ndjson")) {
		t.Error("the portfolio is not that of partner portfolio")
	}
}

// TestTalliesMerge: however lines are shared out, in whatever order parts are added and merged, and whether or not a
// part went to another machine, what they come to is the same bytes. Prism merges nothing for so few documents, so
// that the pipeline does not show it.
func TestTalliesMerge(t *testing.T) {
	written(t, 60)
	var all [][]byte
	for line := range bytes.Lines(partner(t, badInput, "batch.ndjson", "batch", "proposals")) {
		all = append(all, line)
	}
	f := &portfolioFn{}
	tally := func(t failing, lines [][]byte) []byte {
		of := f.CreateAccumulator()
		for _, l := range lines {
			var err error
			if of, err = f.AddInput(of, l); err != nil {
				t.Fatalf("%v", err)
			}
		}
		text, err := encodeTally(of)
		if err != nil {
			t.Fatalf("%v", err)
		}
		return text
	}
	extract := func(t failing, text []byte) string {
		of, err := decodeTally(text)
		if err != nil {
			t.Fatalf("%v", err)
		}
		out, err := f.ExtractOutput(of)
		if err != nil {
			t.Fatalf("%v", err)
		}
		return string(out)
	}
	want := extract(t, tally(t, all))
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation(all).Draw(t, "order")
		var parts [][]byte
		for len(order) > 0 {
			n := rapid.IntRange(1, len(order)).Draw(t, "part")
			parts, order = append(parts, tally(t, order[:n])), order[n:]
		}
		parts = append(parts, tally(t, nil)) // a part without a line
		for len(parts) > 1 {
			i := rapid.IntRange(0, len(parts)-2).Draw(t, "merged")
			x, err := decodeTally(parts[i])
			if err != nil {
				t.Fatal(err)
			}
			y, err := decodeTally(parts[i+1])
			if err != nil {
				t.Fatal(err)
			}
			merged, err := f.MergeAccumulators(x, y)
			if err != nil {
				t.Fatal(err)
			}
			text, err := encodeTally(merged)
			if err != nil {
				t.Fatal(err)
			}
			parts = append(append(parts[:i:i], text), parts[i+2:]...)
		}
		if got := extract(t, parts[0]); got != want {
			t.Fatalf("the parts come to something else:\n%s\n%s", got, want)
		}
	})
}

type failing interface{ Fatalf(string, ...any) }

// TestMisuse holds that what is wrong with what is asked for is told before any work, and leaves the file of a run
// before as it is.
func TestMisuse(t *testing.T) {
	for _, c := range []struct {
		job  job
		want string
	}{
		{job{lines: "out"}, "no proposal is named"},
		{job{paths: []string{"proposals"}}, "--lines=FILE"},
		{job{paths: []string{"proposals"}, lines: "out", how: how{Stage: "soon"}}, "expected decide, start, running"},
		{job{paths: []string{"proposals"}, lines: "out", how: how{AsOf: "June"}}, "such as 2026-12-01"},
		{job{paths: []string{"nowhere*.yaml"}, lines: "out"}, "no proposal is found"},
		{job{paths: []string{"none"}, lines: "out"}, "none of the files is a proposal"},
		{job{paths: []string{"proposals/other.yaml"}, lines: "out", how: how{}}, ""},
	} {
		written(t, 1)
		write(t, "none/other.yaml", []byte("name: of something else\n"))
		write(t, "out", []byte("of before\n"))
		var stderr strings.Builder
		wrong, err := c.job.run(context.Background(), &stderr)
		if c.want == "" { // a file that is named and is no proposal is a line with its errors
			if err != nil || wrong != 1 {
				t.Errorf("%d with errors, %v: %s", wrong, err, stderr.String())
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c.job, err)
		}
		if string(read(t, "out")) != "of before\n" {
			t.Errorf("%+v: the file of before is another", c.job)
		}
	}
}

// TestTheProgram as it is run: it says what it has to say and nothing of the pipeline's, and leaves nothing behind.
func TestTheProgram(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"documents": {[]string{"--lines=out", "--portfolio=portfolio.json", "proposals"}, badInput, "proposals/broken.yaml:2:1: the unknown key \"titel\"; did you mean \"title\"?\n4 documents; 1 with errors\n"},
		"a pattern": {[]string{"--lines=out", "**/0000*.yaml"}, done, "3 documents; 0 with errors\n"},
		"nothing":   {[]string{"--lines=out", "nowhere/**/*.yaml"}, badInput, "partner-beam: no proposal is found\n"},
		"a runner":  {[]string{"--lines=out", "--runner=spork", "proposals"}, badInput, "partner-beam: there is no runner \"spork\"; expected one of prism, flink, spark, dataflow, universal\n"},
	} {
		t.Run(name, func(t *testing.T) {
			written(t, 3)
			tmp := t.TempDir()
			program := exec.Command(self, c.args...)
			program.Env = append(os.Environ(), "AS_PROGRAM=1", "TMPDIR="+tmp)
			var out, said strings.Builder
			program.Stdout, program.Stderr = &out, &said
			err := program.Run()
			if program.ProcessState == nil {
				t.Fatal(err)
			}
			if code := program.ProcessState.ExitCode(); code != c.code || out.String() != "" || !strings.HasSuffix(said.String(), c.says) || strings.Count(said.String(), "\n") > strings.Count(c.says, "\n")+1 {
				t.Errorf("it exits with %d, prints %q and says\n%s", code, out.String(), said.String())
			}
			if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 {
				t.Errorf("left is %v, %v", left, err)
			}
			if c.code == done {
				if all := bytes.Count(read(t, "out"), []byte("\n")); all != 3 {
					t.Errorf("%d lines", all)
				}
			}
		})
	}
}

// TestLinesOfAnotherDay: the stage and the day that are asked for reach the workers.
func TestLinesOfAnotherDay(t *testing.T) {
	written(t, 5)
	var stderr strings.Builder
	j := job{paths: []string{"proposals"}, lines: "beam.ndjson", how: how{Stage: "running", AsOf: "2031-01-01"}}
	if _, err := j.run(context.Background(), &stderr); err != nil {
		t.Fatal(err, stderr.String())
	}
	want := partner(t, badInput, "batch.ndjson", "batch", "--stage", "running", "--as-of", "2031-01-01", "proposals")
	if !bytes.Equal(read(t, "beam.ndjson"), want) {
		t.Error("the lines are not those of partner batch at the same stage and day")
	}
	for l, err := range batch.Lines(bytes.NewReader(want)) {
		if err != nil || len(l.Flags) != 2 {
			t.Fatalf("%v %v", l.Flags, err)
		}
	}
}
