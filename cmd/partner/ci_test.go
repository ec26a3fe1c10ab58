package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"gopkg.in/yaml.v3"
)

// ciStep is a step of a workflow or an action.
type ciStep struct {
	Name, ID, If, Uses, Shell, Run string
	With, Env                      map[string]any
}

// pullRequests is a clone as continuous integration makes one, of depth 2, with a merge commit of a pull request
// checked out; further ones can be made in its origin.
type pullRequests struct {
	t      *testing.T
	origin string
	path   string // with partner on it
}

const (
	first  = "partner: 1\ntitle: First\narrangement: {nature: voluntary, scale: structural, form: merger}\nanswers: {not-rushed: yes}\n"
	second = "partner: 1\ntitle: Second\narrangement: {nature: voluntary, scale: structural, form: merger}\nanswers: {not-rushed: partly}\n"
	worse  = "partner: 1\ntitle: First\narrangement: {nature: voluntary, scale: structural, form: merger}\nanswers: {not-rushed: no}\n"
)

// requests makes an origin with proposals, and partner from this source.
func requests(t *testing.T) *pullRequests {
	t.Helper()
	for _, name := range []string{"git", "bash", "go"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skip(name + " is not to be found")
		}
	}
	p := &pullRequests{t: t, origin: t.TempDir()}
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin+"/", ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p.path = bin + string(os.PathListSeparator) + os.Getenv("PATH")
	for _, name := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"} { // of a hook that runs the tests
		if value, set := os.LookupEnv(name); set {
			os.Unsetenv(name)
			t.Cleanup(func() { os.Setenv(name, value) })
		}
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	p.git(p.origin, "init", "-q", "-b", "main")
	p.write("proposals/first.yaml", first)
	p.write("proposals/second one.yaml", second)
	p.git(p.origin, "add", ".")
	p.git(p.origin, "commit", "-q", "-m", "both")
	return p
}

func (p *pullRequests) git(dir string, args ...string) {
	p.t.Helper()
	c := exec.Command("git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"}, args...)...)
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		p.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func (p *pullRequests) write(name, text string) {
	p.t.Helper()
	name = filepath.Join(p.origin, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// merged makes a pull request that changes the first proposal, and clones its merge commit to a depth.
func (p *pullRequests) merged(text string, depth int) (clone string) {
	p.t.Helper()
	p.git(p.origin, "checkout", "-q", "-B", "work", "main")
	p.write("proposals/first.yaml", text)
	p.git(p.origin, "commit", "-q", "-a", "-m", "work", "--allow-empty")
	p.git(p.origin, "checkout", "-q", "-B", "merge", "main")
	p.git(p.origin, "merge", "-q", "--no-ff", "-m", "merged", "work")
	clone = filepath.Join(p.t.TempDir(), "clone")
	p.git(p.origin, "clone", "-q", "--branch", "merge", fmt.Sprintf("--depth=%d", depth), "file://"+p.origin, clone)
	p.git(p.origin, "checkout", "-q", "main")
	return clone
}

// run runs a script as a step runs it, and gives its exit code and what it says.
func (p *pullRequests) run(dir, script string, env ...string) (code int, stdout, stderr string) {
	p.t.Helper()
	c := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script)
	var out, said bytes.Buffer
	c.Dir, c.Stdout, c.Stderr = dir, &out, &said
	c.Env = append(append(os.Environ(), "PATH="+p.path), env...)
	if err := c.Run(); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			p.t.Fatal(err)
		}
		code = exit.ExitCode()
	}
	return code, out.String(), said.String()
}

// lastLine is the last line of a text.
func lastLine(text string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	return lines[len(lines)-1]
}

// readSARIF fails unless a file is a SARIF log.
func readSARIF(t *testing.T, name string) {
	t.Helper()
	data, err := os.ReadFile(name)
	var log struct {
		Version string
		Runs    []any
	}
	if err != nil || json.Unmarshal(data, &log) != nil || log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Errorf("%s is no SARIF log: %v, %.80s", name, err, data)
	}
}

// TestTheReadmesWorkflow runs the commands of the README's workflow word for word, where a pull request is well and where
// one makes a proposal worse.
func TestTheReadmesWorkflow(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?s)```yaml\n(on: pull_request\n.*?)```").FindSubmatch(readme)
	if shown == nil {
		t.Fatal("the README shows no workflow")
	}
	if n := bytes.Count(shown[1], []byte("\n")); n > 10 {
		t.Errorf("the workflow has %d lines", n)
	}
	var workflow struct {
		Jobs map[string]struct{ Steps []ciStep }
	}
	if err := yaml.Unmarshal(shown[1], &workflow); err != nil {
		t.Fatal(err)
	}
	steps := workflow.Jobs["partnerships"].Steps
	at := slices.IndexFunc(steps, func(s ciStep) bool { return s.Run != "" })
	if len(steps) != 4 || at != 2 || steps[3].If != "always()" || steps[0].With["fetch-depth"] != 2 {
		t.Fatalf("%+v", steps)
	}
	p := requests(t)
	well := p.merged(first+"# checked\n", 2)
	if code, _, said := p.run(well, steps[at].Run); code != 0 {
		t.Errorf("a pull request that is well gives %d: %s", code, said)
	}
	readSARIF(t, filepath.Join(well, steps[3].With["sarif_file"].(string)))
	bad := p.merged(worse, 2)
	code, _, said := p.run(bad, steps[at].Run)
	if last := lastLine(said); code != 1 || !strings.HasPrefix(last, "proposals/first.yaml:4:") || !strings.Contains(last, "regressions: ") || !strings.Contains(last, "was met, is not met") {
		t.Errorf("a pull request that makes it worse gives %d: %s", code, said)
	}
	readSARIF(t, filepath.Join(bad, steps[3].With["sarif_file"].(string)))
	if code, _, said := p.run(p.merged(worse, 1), steps[at].Run); code != 2 || !strings.Contains(lastLine(said), "the clone is shallow") {
		t.Errorf("a clone of depth 1 gives %d: %s", code, said)
	}
}

// TestTheAction holds action.yml to what a runner asks of it, and runs its check.
func TestTheAction(t *testing.T) {
	var action struct {
		Inputs  map[string]struct{ Description, Default string }
		Outputs map[string]struct{ Value string }
		Runs    struct {
			Using string
			Steps []ciStep
		}
	}
	text, err := os.ReadFile(filepath.Join("..", "..", "action.yml"))
	if err != nil {
		t.Fatal(err)
	}
	d := yaml.NewDecoder(bytes.NewReader(text))
	if err := d.Decode(&action); err != nil || action.Runs.Using != "composite" {
		t.Fatalf("%v, %+v", err, action)
	}
	used := regexp.MustCompile(`inputs\.([a-z-]+)`).FindAllStringSubmatch(string(text), -1)
	for _, m := range used {
		if _, declared := action.Inputs[m[1]]; !declared {
			t.Errorf("the input %s is used and not declared", m[1])
		}
	}
	for name, in := range action.Inputs {
		if in.Description == "" || !strings.Contains(string(text), "inputs."+name) {
			t.Errorf("the input %s is not described or not used", name)
		}
	}
	var check ciStep
	for _, s := range action.Runs.Steps {
		if (s.Run == "") == (s.Uses == "") || s.Run != "" && s.Shell != "bash" || strings.Contains(s.Run, "${{") {
			t.Errorf("step %q: it needs one of uses and run, a shell, and its inputs through the environment", s.Name)
		}
		if s.ID == "check" {
			check = s
		}
	}
	for name, out := range action.Outputs {
		if !strings.Contains(out.Value, "steps.check.outputs."+name+" ") || !strings.Contains(check.Run, name+"=") {
			t.Errorf("the output %s comes from nowhere", name)
		}
	}
	p := requests(t)
	well, bad := p.merged(first, 2), p.merged(worse, 2)
	for _, c := range []struct {
		name, dir string
		env       []string
		code      int
		says      string
	}{
		{"well", well, []string{"FILES=proposals/*.yaml", "BASE=HEAD^1", "FAIL_ON=contradictions,regressions", "SARIF=out.sarif"}, 0, ""},
		{"below", well, []string{"FILES=**/second one.yaml\n"}, 0, ""},
		{"worse", bad, []string{"FILES=\nproposals/*.yaml\n", "BASE=HEAD^1", "FAIL_ON=regressions", "SARIF=out.sarif"}, 1, "regressions: "},
		{"nowhere", well, []string{"FILES=proposals/*.yml"}, 2, ""},
		{"as if flags", well, []string{"FILES=--help"}, 2, "1 with errors"},
		{"old", well, []string{"FILES=proposals/first.yaml", "FAIL_ON=old", "AS_OF=2027-01-01"}, 1, "it states no day"},
		{"no such kind", well, []string{"FILES=proposals/first.yaml", "FAIL_ON=older"}, 2, "expected none, errors"},
	} {
		told := filepath.Join(t.TempDir(), "outputs")
		env := append([]string{"FAIL_ON=", "BASE=", "AS_OF=", "SARIF=", "GITHUB_OUTPUT=" + told}, c.env...)
		code, _, said := p.run(c.dir, check.Run, env...)
		if code != c.code || !strings.Contains(said, c.says) {
			t.Errorf("%s gives %d: %s", c.name, code, said)
		}
		if out, _ := os.ReadFile(told); string(out) != fmt.Sprintf("exit-code=%d\n", c.code) {
			t.Errorf("%s tells %q", c.name, out)
		}
	}
	readSARIF(t, filepath.Join(well, "out.sarif"))
	readSARIF(t, filepath.Join(bad, "out.sarif"))
}

// TestTheGitLabTemplate runs its script as a merge request would.
func TestTheGitLabTemplate(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "gitlab-ci.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var template struct {
		Variables map[string]string
		Partner   struct {
			Script    []string
			Artifacts struct {
				When    string
				Reports map[string]string
			}
		}
	}
	if err := yaml.Unmarshal(text, &template); err != nil || len(template.Partner.Script) != 1 || template.Partner.Artifacts.When != "always" {
		t.Fatalf("%v, %+v", err, template)
	}
	p := requests(t)
	p.git(p.origin, "mv", "proposals/second one.yaml", "proposals/second.yaml") // GitLab's variables are split at blanks
	p.git(p.origin, "commit", "-q", "-m", "without a blank")
	dir := p.merged(worse, 9)
	out, err := exec.Command("git", "-C", dir, "rev-parse", "HEAD^1").Output()
	if err != nil {
		t.Fatal(err)
	}
	code, _, said := p.run(dir, template.Partner.Script[0], "CI_MERGE_REQUEST_DIFF_BASE_SHA="+strings.TrimSpace(string(out)), "PROPOSALS="+template.Variables["PROPOSALS"])
	if code != 1 || !strings.Contains(said, "was met, is not met") {
		t.Errorf("it gives %d: %s", code, said)
	}
	report, err := os.ReadFile(filepath.Join(dir, template.Partner.Artifacts.Reports["codequality"]))
	if err != nil || !json.Valid(report) {
		t.Errorf("the report: %v, %s", err, report)
	}
}

// TestTheHooks: each hook for pre-commit says of each part of the files what is so of it, however many run at once, and
// writes nothing.
func TestTheHooks(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", ".pre-commit-hooks.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		ID, Name, Entry, Language, Files string
		Args                             []string
		Serial                           bool `yaml:"require_serial"`
	}
	if err := yaml.Unmarshal(text, &hooks); err != nil || len(hooks) != 2 {
		t.Fatalf("%v, %+v", err, hooks)
	}
	p := requests(t)
	for i := range 20 {
		p.write(fmt.Sprintf("proposals/%d.yaml", i), first)
	}
	p.git(p.origin, "add", ".")
	p.git(p.origin, "commit", "-q", "-m", "many")
	contradictory := strings.Replace(first, "answers: {", "organisations: {a: {finance: {position: deficit}}, b: {}}\nanswers: {vs-finances-strong: yes, ", 1)
	p.write("proposals/7.yaml", contradictory)
	p.write("proposals/13.yaml", worse)
	p.write("proposals/20.yaml", second) // new
	p.git(p.origin, "add", ".")
	status := func() string {
		out, err := exec.Command("git", "-C", p.origin, "status", "--porcelain", "--ignored").Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	before := status()
	for _, h := range hooks {
		files := regexp.MustCompile(h.Files)
		for name, want := range map[string]bool{"proposals/a.yaml": true, "x/proposal/a.yml": true, "north/proposal.yaml": true, "north-proposal.yml": true, ".pre-commit-config.yaml": false, ".github/workflows/ci.yml": false, "proposals/organisations/north.yaml": false, "proposals/a.md": false, "docs/proposals.yaml": false} {
			if files.MatchString(name) != want {
				t.Errorf("%s: %s is its file: %v", h.ID, name, !want)
			}
		}
		if h.Language != "golang" || !h.Serial || h.Name == "" {
			t.Errorf("%+v", h)
		}
		var wait sync.WaitGroup
		codes := make([]int, 7) // parts of three files
		for part := range codes {
			wait.Add(1)
			go func() {
				defer wait.Done()
				command := h.Entry + " '" + strings.Join(h.Args, "' '") + "'"
				for i := range 3 {
					command += fmt.Sprintf(" proposals/%d.yaml", part*3+i)
				}
				codes[part], _, _ = p.run(p.origin, command)
			}()
		}
		wait.Wait()
		want := map[string][]int{"partner-check": {0, 0, 1, 0, 0, 0, 0}, "partner-regressions": {0, 0, 0, 0, 1, 0, 0}}[h.ID]
		if !slices.Equal(codes, want) {
			t.Errorf("%s gives %v, want %v", h.ID, codes, want)
		}
	}
	if after := status(); after != before {
		t.Errorf("the hooks wrote: %s", after)
	}
}
