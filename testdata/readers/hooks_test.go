package readers

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tools lists the Go programs that read, with their versions.
//
//go:embed tools.txt
var tools string

// tool is how `go run` has the program of a name.
func tool(t *testing.T, name string) string {
	t.Helper()
	for line := range strings.Lines(tools) {
		if at, _, _ := strings.Cut(line, " "); !strings.HasPrefix(line, "#") && strings.Contains(at, "/"+name+"/") {
			return at
		}
	}
	t.Fatalf("%s is not among the tools", name)
	return ""
}

// in gives what a program says in a folder, and its exit code.
func in(t *testing.T, dir, name string, args ...string) (said string, code int) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		read(t, nil, errMissing)
	}
	c, end := program(name, args...)
	defer end()
	var out bytes.Buffer
	c.Dir, c.Stdout, c.Stderr = dir, &out, &out
	c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if exit != nil {
		code = exit.ExitCode()
	}
	return out.String(), code
}

// TestActionlint: the workflows, and what they ask of the action.
func TestActionlint(t *testing.T) {
	workflows, err := filepath.Glob(filepath.Join("..", "..", ".github", "workflows", "*.yml"))
	if err != nil || len(workflows) == 0 {
		t.Fatal("no workflows are found", err)
	}
	args := []string{"run", tool(t, "actionlint"), "-no-color"}
	for _, file := range workflows {
		args = append(args, filepath.Join(".github", "workflows", filepath.Base(file)))
	}
	if said, code := in(t, filepath.Join("..", ".."), "go", args...); code != 0 {
		t.Error(said)
	}
}

// TestPreCommit has pre-commit build the last commit, with this machine's Go, and run its hooks over staged files.
func TestPreCommit(t *testing.T) {
	top, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	stdout := func(name string, args ...string) string {
		said, code := in(t, top, name, args...)
		if code != 0 {
			t.Fatal(name, args, said)
		}
		return strings.TrimSpace(said)
	}
	home, commit := t.TempDir(), stdout("git", "rev-parse", "HEAD")
	t.Setenv("PRE_COMMIT_HOME", home)
	t.Setenv("GOMODCACHE", stdout("go", "env", "GOMODCACHE")) // it would fetch what partner is made of again
	t.Setenv("GOFLAGS", "-buildvcs=auto")                     // as Go has it, whatever a machine is set to: a program says of which commit it is
	dir := t.TempDir()
	write := func(name, text string) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	git := func(args ...string) {
		if said, code := in(t, dir, "git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.org"}, args...)...); code != 0 {
			t.Fatal(args, said)
		}
	}
	const proposal = "partner: 1\narrangement: {nature: voluntary, scale: structural, form: merger}\nanswers: {not-rushed: yes}\n"
	git("init", "-q", "-b", "main")
	write(".pre-commit-config.yaml", fmt.Sprintf(`repos:
  - repo: %q
    rev: %s
    hooks:
      - {id: partner-check, language_version: system}
      - {id: partner-regressions, language_version: system}
`, top, commit))
	write("proposals/well.yaml", proposal)
	write("proposals/worse.yaml", proposal)
	git("add", ".")
	git("commit", "-q", "-m", "both")
	write("proposals/well.yaml", proposal+"# checked\n")
	git("add", ".")
	hook := func(id string) (string, int) { return in(t, dir, "pre-commit", "run", id) }
	for _, id := range []string{"partner-check", "partner-regressions"} {
		if said, code := hook(id); code != 0 || !strings.Contains(said, "Passed") {
			t.Errorf("%s gives %d: %s", id, code, said)
		}
	}
	write("proposals/worse.yaml", strings.Replace(proposal, "not-rushed: yes", "not-rushed: no", 1))
	git("add", ".")
	if said, code := hook("partner-check"); code != 0 {
		t.Errorf("what is less is no contradiction: %s", said)
	}
	if said, code := hook("partner-regressions"); code != 1 || !strings.Contains(said, "was met, is not met") {
		t.Errorf("what is less passes: %d, %s", code, said)
	}
	built, err := filepath.Glob(filepath.Join(home, "repo*", "golangenv-system", "bin", "partner"))
	if err != nil || len(built) != 1 {
		t.Fatal(built, err)
	}
	if said := stdout(built[0], "version"); !strings.Contains(said, commit[:12]) { // it is built without a release's flags
		t.Errorf("built of %s it is %s", commit, said)
	}
}
