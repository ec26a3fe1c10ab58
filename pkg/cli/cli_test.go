package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"

	"partner/assessments"
	"partner/pkg/proposal"
	"partner/pkg/report"
)

// idea is the least that can be assessed.
const idea = "partner: 1\ntitle: First idea\n"

// in runs partner in an empty folder of its own that holds idea.yaml.
func in(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "idea.yaml"), []byte(idea), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	var out, err bytes.Buffer
	code = Main(args, strings.NewReader(idea), &out, &err)
	return code, out.String(), err.String()
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		says string // on standard error; "" for nothing
	}{
		{"assess idea.yaml", 0, ""},
		{"assess -", 0, ""},
		{"assess idea.yaml -", 0, ""},
		{"assess --at-least=red idea.yaml", 0, ""},
		{"assess --at-least=amber-red idea.yaml", 1, "the low end of the overall range is red"},
		{"assess --at-least=amber-red idea.yaml nowhere.yaml", 2, "there is no such file"},
		{"assess --at-least idea.yaml", 2, `--at-least "idea.yaml"; expected none, red`},
		{"assess --at-least", 2, "--at-least needs a value: RATING"},
		{"assess --format=xslx idea.yaml", 2, "expected text, markdown, html, json, ndjson, csv, xlsx, docx, pdf, sarif, junit, github or gitlab"},
		{"assess --format= idea.yaml", 2, "expected text, markdown, html, json, ndjson, csv, xlsx, docx, pdf, sarif, junit, github or gitlab"},
		{"assess --ascii=maybe idea.yaml", 2, "expected true or false"},
		{"assess --width=100.5 idea.yaml", 2, "a whole number from 40 to 160"},
		{"assess --width=+100 idea.yaml", 2, "a whole number from 40 to 160"},
		{"assess --colour=never idea.yaml", 2, `did you mean "--color"?`},
		{"assess -x idea.yaml", 2, `unknown flag "-x"`},
		{"assess", 2, "no proposal is named"},
		{"assess .", 2, "a folder"},
		{"check idea.yaml", 0, "1 file; no findings"},
		{"check --strict idea.yaml", 0, "1 file; no findings"},
		{"check", 2, "no proposal is named"},
		{"compare idea.yaml -", 0, ""},
		{"compare idea.yaml nowhere.yaml idea.yaml", 2, "there is no such file"},
		{"compare idea.yaml nowhere.yaml", 2, "only one can be used"},
		{"compare nowhere.yaml nowhere.yaml", 2, "none can be used"},
		{"compare idea.yaml", 2, "it takes two to compare"},
		{"compare --width=10 idea.yaml idea.yaml", 2, "a whole number from 40 to 160"},
		{"diff idea.yaml -", 0, ""},
		{"diff --no-worse idea.yaml idea.yaml", 0, ""},
		{"diff --no-worse idea.yaml nowhere.yaml", 2, "there is no such file"},
		{"diff idea.yaml", 2, "two proposals are needed"},
		{"diff idea.yaml idea.yaml idea.yaml", 2, "3 named"},
		{"explain formal-agreement", 0, ""},
		{"explain joint-performance-bord", 2, `did you mean "joint-performance-board"?`},
		{"explain", 2, "one id is needed"},
		{"criteria", 0, "criteria"},
		{"criteria --kind=gate", 2, "--kind"},
		{"settings", 0, ""},
		{"settings extra", 2, "takes no argument"},
		{"version", 0, ""},
		{"version --format json", 0, ""},
		{"schema proposal --format text", 2, "expected json"},
		{"check --output xlsx idea.yaml", 2, `unknown format "xlsx"`},
		{"check --output jsn idea.yaml", 2, `did you mean "json"?`},
		{"assess --output report.txt idea.yaml", 2, "-o report.txt names a file alone"},
		{"assess --output json= idea.yaml", 2, "names no file"},
		{"assess --output json --output text idea.yaml", 2, "standard output is named twice"},
		{"assess --format json --output text=- idea.yaml", 2, "standard output is named twice"},
		{"assess --output json=x --output text=./x idea.yaml", 2, `"./x" is named twice`},
		{"assess -o x --output text=x idea.yaml", 2, `"x" is named twice`},
		{"criteria --output text=no/x", 2, `no/x cannot be written: there is no folder "no"`},
		{"criteria -o .", 2, "it is a folder"},
		{"diff -o idea.yaml idea.yaml idea.yaml", 2, "would be overwritten, and is read"},
		{"--version", 0, ""},
		{"--help", 0, ""},
		{"help", 0, ""},
		{"help exit-codes", 0, ""},
		{"help ratings", 0, ""},
		{"help document", 0, ""},
		{"help settings", 0, ""},
		{"help assess check", 2, "one command or topic"},
		{"help verdicts", 2, "unknown command or topic"},
		{"completion zsh", 0, ""},
		{"completion fish", 0, ""},
		{"completion powershell", 0, ""},
		{"completion cmd", 2, "unknown shell"},
		{"", 2, "Usage"},
		{"chekc idea.yaml", 2, `did you mean "check"?`},
	} {
		t.Run(c.args, func(t *testing.T) {
			code, stdout, stderr := in(t, strings.Fields(c.args)...)
			if code != c.code {
				t.Errorf("exit code %d, want %d; %s", code, c.code, stderr)
			}
			if c.says == "" && stderr != "" || !strings.Contains(stderr, c.says) {
				t.Errorf("standard error is %q, want %q in it", stderr, c.says)
			}
			if code == 0 && !strings.HasPrefix(c.args, "check") && stdout == "" {
				t.Error("nothing on standard output")
			}
		})
	}
}

func TestWrongUsePointsToHelp(t *testing.T) {
	for _, args := range []string{"assess", "assess --nothing", "check", "explain", "criteria --type x", "schema", "settings x", "version --output x", "help a b", "compare idea.yaml", "diff"} {
		_, stdout, stderr := in(t, strings.Fields(args)...)
		lines := strings.Split(strings.TrimSpace(stderr), "\n")
		command := strings.Fields(args)[0]
		if stdout != "" || len(lines) != 2 || lines[1] != `run "partner `+command+` --help"` {
			t.Errorf("%s prints %q, %q", args, stdout, stderr)
		}
	}
}

func TestEveryCommandHasHelpWithAnExample(t *testing.T) {
	for _, newCommand := range commands() {
		c := newCommand(newProgram(nil, io.Discard, io.Discard))
		if c.Short == "" || c.Long == "" || c.RunE == nil || c.Example == "" {
			t.Errorf("%s lacks a short or long text, or an example", c.Name())
		}
		_, stdout, _ := in(t, c.Name(), "--help")
		for line := range strings.Lines(stdout) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > 110 {
				t.Errorf("%s --help has a line of %d", c.Name(), n)
			}
		}
		_, again, _ := in(t, "help", c.Name())
		if stdout != again {
			t.Errorf("help %s and %s --help differ", c.Name(), c.Name())
		}
	}
}

func TestEverythingCanBeExplained(t *testing.T) {
	cat := assessments.Catalogue()
	for _, id := range explainable(cat) {
		all := explained(cat, id)
		var page strings.Builder
		text, _ := report.Find("text")
		if err := text.Pages(&page, slices.Values([]report.Page{report.PageOf(&all, explanations)}), report.Options{Width: 100}); err != nil || page.Len() == 0 {
			t.Errorf("%s is not explained: %v", id, err)
		}
		for line := range strings.Lines(page.String()) {
			if strings.Contains(line, "%!") {
				t.Errorf("%s: %s", id, line)
			}
		}
	}
	for _, c := range cat.Criteria {
		if explained(cat, c.ID)[0].(*criterion).ID != c.ID {
			t.Errorf("%s is hidden by something else of that id", c.ID)
		}
	}
}

// TestPlacesAreExplained holds that each place of the model has its page: what it means, each key and each word.
func TestPlacesAreExplained(t *testing.T) {
	cat := assessments.Catalogue()
	text, _ := report.Find("text")
	for _, p := range proposal.Places() {
		all := explainPlaces(cat, p.Path)
		var page strings.Builder
		if err := text.Pages(&page, slices.Values([]report.Page{report.PageOf(&all, explanations)}), report.Options{Width: 100}); err != nil {
			t.Errorf("%s: %v", p.Path, err)
		}
		said := strings.Join(strings.Fields(page.String()), " ")
		want := []string{p.Field.Doc, "Read by"}
		for _, f := range p.Field.Fields {
			want = append(want, f.Doc)
		}
		for _, w := range append(want, p.Field.Words...) {
			if !strings.Contains(said, w) {
				t.Errorf("%s does not say %q", p.Path, w)
			}
		}
	}
	if of := explainPlaces(cat, "arrangement.benefits")[0].(*slot); !slices.Contains(of.Criteria, "benefits-measured") || len(of.Keys) != len(of.field.Fields) {
		t.Errorf("benefits are explained as %+v", of)
	}
	for args, want := range map[string]string{
		"explain arrangement.benefits":           "patient_reported",
		"explain organisations.ID.finance":       "surplus_m",
		"explain history":                        "shared-care",
		"explain idea.yaml arrangement.benefits": "nothing, in idea.yaml",
		"explain arrangement.benefit":            `did you mean "arrangement.benefits"?`,
		"help arrangement":                       "`partner explain arrangement` says what may stand there",
		"__complete explain arrangement.bene":    "arrangement.benefits.measure",
	} {
		if _, stdout, stderr := in(t, strings.Fields(args)...); !strings.Contains(stdout+stderr, want) {
			t.Errorf("%s does not say %q:\n%s%s", args, want, stdout, stderr)
		}
	}
}

// TestQuotesThatEndAlone holds that a quote which ends a text and never began it is a note at its place, and no other quote is.
func TestQuotesThatEndAlone(t *testing.T) {
	for text, column := range map[string]int{
		`Waits are halved"`: 59, `what "they" call waits"`: 65, "Waits are halved”": 59, // their last characters
		`the "shorter waits"`: 0, "the “shorter waits”": 0, "the patients'": 0, `"Waits are halved"`: 0, `a 6" pipe`: 0,
	} {
		name := filepath.Join(t.TempDir(), "p.yaml")
		document := "partner: 1\norganisations: {a: {}, b: {}}\narrangement: {benefits: [{by: 2027, what: " + text + ", for: staff}]}\n"
		if err := os.WriteFile(name, []byte(document), 0o600); err != nil {
			t.Fatal(err)
		}
		_, stdout, stderr := in(t, "check", name)
		at := fmt.Sprintf("p.yaml:3:%d: unpaired: ", column)
		if column == 0 && strings.Contains(stdout, "unpaired") || column > 0 && !strings.Contains(stdout, at) || strings.Contains(stderr, "error") {
			t.Errorf("%s: %s%s", text, stdout, stderr)
		}
		if column > 0 && !strings.Contains(stderr, "1 note") {
			t.Errorf("%s is counted as %s", text, stderr)
		}
	}
}

// TestStatementsWithTheirReasons holds that what is told of a statement has its reason and what it rests on.
func TestStatementsWithTheirReasons(t *testing.T) {
	name := filepath.Join(t.TempDir(), "p.yaml")
	document := "partner: 1\norganisations: {a: {}, b: {}}\narrangement: {scale: {is: structural, because: both boards say so, evidence: [minutes]}}\nevidence: {minutes: {kind: internal, title: Minutes of May}}\n"
	if err := os.WriteFile(name, []byte(document), 0o600); err != nil {
		t.Fatal(err)
	}
	_, stdout, stderr := in(t, "explain", name, "arrangement.scale")
	for _, want := range []string{"both boards say so", "Minutes of May [minutes], internal"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("it does not say %q:\n%s%s", want, stdout, stderr)
		}
	}
}

func TestEveryFormatCanBeAskedFor(t *testing.T) {
	for _, name := range report.ReportNames() {
		if code, stdout, stderr := in(t, "assess", "--format", name, "idea.yaml"); code != 0 || stdout == "" {
			t.Errorf("%s: exit code %d; %s", name, code, stderr)
		}
	}
}

// failing is a command for what only a mistake or an interrupt brings about.
func failing(run func() error) []command {
	return []command{func(*program) *cobra.Command {
		return &cobra.Command{Use: "fail", RunE: func(*cobra.Command, []string) error { return run() }}
	}}
}

func TestInternalErrors(t *testing.T) {
	for name, work := range map[string]func() error{
		"panic":         func() error { panic("kaput") },
		"untyped error": func() error { return errors.New("kaput") },
	} {
		var out, errs bytes.Buffer
		code := run(t.Context(), failing(work), []string{"fail"}, nil, &out, &errs)
		if code != 3 || !strings.Contains(errs.String(), "internal error: kaput") || !strings.Contains(errs.String(), "report it") {
			t.Errorf("%s: exit code %d, %s", name, code, errs.String())
		}
		if strings.Contains(errs.String(), "goroutine") {
			t.Errorf("%s: the stack is shown without being asked for", name)
		}
	}
	t.Setenv("PARTNER_DEBUG", "1")
	var errs bytes.Buffer
	run(t.Context(), failing(func() error { panic("kaput") }), []string{"fail"}, nil, io.Discard, &errs)
	if !strings.Contains(errs.String(), "cli_test.go") {
		t.Errorf("PARTNER_DEBUG shows no stack: %s", errs.String())
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	never, _ := io.Pipe()
	var out, errs bytes.Buffer
	if code := run(ctx, commands(), []string{"assess", "-"}, never, &out, &errs); code != 130 || out.Len() > 0 || errs.String() != "partner: interrupted\n" {
		t.Errorf("exit code %d, %q, %q", code, out.String(), errs.String())
	}
}

// TestSignal sends a real interrupt to a process that waits for its input.
func TestSignal(t *testing.T) {
	c := exec.Command("partner", "assess", "-o", filepath.Join(t.TempDir(), "report"), "idea.yaml", "-")
	c.Dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(c.Dir, "idea.yaml"), []byte("partner: 2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	stderr, err := c.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 1)
	if _, err := stderr.Read(said); err != nil { // the first file's error: now it turns to its input
		t.Fatal(err)
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(stderr)
	c.Wait()
	if code := c.ProcessState.ExitCode(); code != 130 || !strings.HasSuffix(string(rest), "partner: interrupted\n") {
		t.Errorf("exit code %d, %q", code, rest)
	}
}

// TestClosedPipe closes the reading end before partner writes.
func TestClosedPipe(t *testing.T) {
	for args, code := range map[string]int{
		"assess idea.yaml":                         0,
		"criteria":                                 0,
		"assess --at-least green idea.yaml":        1,
		"assess nowhere.yaml idea.yaml":            2,
		"explain formal-agreement --format json":   0,
		"assess --format json idea.yaml idea.yaml": 0,
		"batch idea.yaml nowhere.yaml":             2,
		"batch --at-least green idea.yaml":         1,
		"batch --workers 1 many":                   2,
	} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		var stderr bytes.Buffer
		c := exec.Command("partner", strings.Fields(args)...)
		c.Dir, c.Stdout, c.Stderr = t.TempDir(), w, &stderr
		if err := os.WriteFile(filepath.Join(c.Dir, "idea.yaml"), []byte(idea), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(filepath.Join(c.Dir, "many"), 0o700); err != nil {
			t.Fatal(err)
		}
		for i := range 100 { // the last of them, long after the pipe is seen to be closed, has an error
			text := idea
			if i == 99 {
				text += "titel: wrong\n"
			}
			if err := os.WriteFile(filepath.Join(c.Dir, "many", fmt.Sprintf("%02d.yaml", i)), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		c.Run()
		w.Close()
		if got := c.ProcessState.ExitCode(); got != code || strings.Contains(stderr.String(), "pipe") {
			t.Errorf("%s: exit code %d, want %d; %s", args, got, code, stderr.String())
		}
	}
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

func TestOutputThatCannotBeWritten(t *testing.T) {
	var errs bytes.Buffer
	full := broken{&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}}
	if code := run(t.Context(), commands(), []string{"version"}, nil, full, &errs); code != 2 || !strings.Contains(errs.String(), "the output cannot be written: no space left") {
		t.Errorf("exit code %d, %s", code, errs.String())
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("idea.yaml", []byte(idea), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{"check idea.yaml nowhere.yaml", "assess --at-least green idea.yaml", "batch --at-least green idea.yaml"} {
		errs.Reset()
		code := run(t.Context(), commands(), strings.Fields(args), nil, full, &errs)
		if code != 2 || !strings.HasSuffix(errs.String(), "partner: the output cannot be written: no space left on device\n") || strings.Contains(errs.String(), "1 document") {
			t.Errorf("%s: exit code %d, %s", args, code, errs.String())
		}
	}
	if code := run(t.Context(), commands(), []string{"version"}, nil, broken{io.ErrClosedPipe}, &errs); code != 0 {
		t.Errorf("a closed pipe gives exit code %d", code)
	}
}

func TestOutputIsWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "report.txt")
	if err := os.WriteFile(path, []byte("before"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := writeAll([]whole{{path, []byte("after")}}); err != nil {
		t.Fatal(err)
	}
	info, _ := os.Stat(path)
	if data, _ := os.ReadFile(path); string(data) != "after" || info.Mode().Perm() != 0o640 {
		t.Errorf("it holds %q with mode %v", data, info.Mode())
	}
	if err := writeAll([]whole{{filepath.Join(dir, "no", "report.txt"), nil}}); err == nil {
		t.Error("a file in a folder that is not there was written")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("%d files are left", len(entries))
	}
}

func TestNamesCannotCommandTheTerminal(t *testing.T) {
	for _, args := range [][]string{
		{"assess", "\x1b[31m.yaml"}, {"check", "\x1b[31m.yaml"}, {"explain", "\x1b[31m"}, {"\x1b[31m"},
		{"assess", "--\x1b[31m"}, {"assess", "--format", "\x1b[31m", "x"}, {"assess", "-\x1b"}, {"help", "\x1b[31m"},
		{"assess", "--output", "\x1b/x", "idea.yaml"}, {"assess", "-o", "\x1b/x", "idea.yaml"}, {"version", "\x1b"}, {"schema", "\x1b"},
	} {
		if _, stdout, stderr := in(t, args...); strings.Contains(stdout+stderr, "\x1b") {
			t.Errorf("%q prints %q", args, stdout+stderr)
		}
	}
}
