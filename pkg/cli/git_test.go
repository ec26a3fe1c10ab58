package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"partner/pkg/compare"
)

const together = `partner: 1
title: Together
organisations:
  north: {from: organisations/north.yaml}
  south: {name: South}
arrangement: {nature: voluntary, scale: structural}
answers: {key-people-trust: yes}
`

// repository makes a git repository of two commits in a folder of its own, which becomes the working folder.
func repository(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not to be found")
	}
	dir := t.TempDir()
	t.Chdir(dir)
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(dir))
	for _, name := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"} { // of a hook that runs the tests
		if value, set := os.LookupEnv(name); set {
			os.Unsetenv(name)
			t.Cleanup(func() { os.Setenv(name, value) })
		}
	}
	run := func(args ...string) {
		c := exec.Command("git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"}, args...)...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	write(t, "proposal.yaml", together)
	write(t, "organisations/north.yaml", "name: North\nfinance: {position: strong}\n")
	write(t, "sub/inner.yaml", "partner: 1\ntitle: Inner\n")
	run("init", "-q")
	run("add", ".")
	run("commit", "-q", "-m", "first")
	write(t, "organisations/north.yaml", "name: North\nfinance: {position: deficit}\n")
	write(t, "proposal.yaml", strings.Replace(together, "trust: yes", "trust: no", 1))
	run("commit", "-q", "-a", "-m", "second")
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// here runs partner in the working folder.
func here(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = Main(args, strings.NewReader(""), &out, &err)
	return code, out.String(), err.String()
}

// TestRevisionsAreAssessed: check and assess read a state from git as they read a file, and hold it against what the base
// has at its path.
func TestRevisionsAreAssessed(t *testing.T) {
	repository(t)
	if code, stdout, stderr := here("check", "HEAD~1:proposal.yaml", "HEAD:./proposal.yaml", ":proposal.yaml"); code != 0 || !strings.Contains(stderr, "3 files") {
		t.Errorf("check: exit code %d; %s%s", code, stdout, stderr)
	}
	code, stdout, stderr := here("assess", "--brief", "HEAD~1:proposal.yaml")
	if code != 0 || !strings.Contains(stdout, "Together") {
		t.Errorf("assess: exit code %d; %s%s", code, stdout, stderr)
	}
	for _, c := range []string{"check", "assess"} {
		if code, stdout, stderr := here(c, "HEAD:nowhere.yaml"); code != 2 || !strings.Contains(stdout+stderr, `HEAD:nowhere.yaml: revision "HEAD" has no file "nowhere.yaml"; `) {
			t.Errorf("%s of what is not there: exit code %d; %s", c, code, stderr)
		}
		if code, _, stderr := here(c, "--watch", "HEAD:proposal.yaml"); code != 2 || !strings.Contains(stderr, `"HEAD:proposal.yaml" is read from git`) {
			t.Errorf("%s --watch: exit code %d; %s", c, code, stderr)
		}
		if code, _, stderr := here(c, "--base", "HEAD", "HEAD~1:proposal.yaml"); code != 0 || strings.Contains(stderr, "not in the base") {
			t.Errorf("%s --base: exit code %d; %s", c, code, stderr)
		}
	}
}

func TestDiffOfRevisions(t *testing.T) {
	dir := repository(t)
	code, stdout, stderr := here("diff", "--format", "json", "HEAD~1:proposal.yaml", "proposal.yaml")
	if code != 0 || stderr != "" {
		t.Fatalf("exit code %d; %s", code, stderr)
	}
	d := parsed[compare.Difference](t, stdout)[0]
	kinds := map[compare.ChangeKind]compare.Change{}
	for _, c := range d.Changes {
		kinds[c.Kind] = c
	}
	if len(d.Changes) != 2 || d.Old.File != "HEAD~1:proposal.yaml" || d.New.File != "proposal.yaml" {
		t.Fatalf("from %s to %s: %+v", d.Old.File, d.New.File, d.Changes)
	}
	if c := kinds[compare.ChangedFile]; c.Old == nil || c.Old.Value != "strong" || c.New.Value != "deficit" || c.Old.Place.File != "HEAD~1:organisations/north.yaml" || c.New.Place.File != "organisations/north.yaml" {
		t.Errorf("of the organisation's file: %+v", c)
	}
	if c := kinds[compare.ChangedAnswer]; c.Old == nil || c.Old.Place.String() != "HEAD~1:proposal.yaml:7:11" {
		t.Errorf("of the answer: %+v", c)
	}
	if code, _, stderr = here("diff", "--no-worse", "HEAD~1:proposal.yaml", "HEAD:proposal.yaml"); code != 1 || !strings.Contains(stderr, "HEAD:proposal.yaml: worse: ") {
		t.Errorf("--no-worse: exit code %d; %s", code, stderr)
	}
	for _, same := range []string{"HEAD:proposal.yaml", "main:./proposal.yaml", "HEAD@{0}:proposal.yaml", "HEAD^{/second}:proposal.yaml"} {
		if code, stdout, stderr = here("diff", same, "proposal.yaml"); code != 0 || !strings.Contains(stdout, "Nothing has changed") {
			t.Errorf("%s: exit code %d; %s%s", same, code, stdout, stderr)
		}
	}
	if code, stdout, _ = here("compare", "HEAD~1:proposal.yaml", "HEAD:proposal.yaml"); code != 0 || !strings.Contains(stdout, "HEAD~1:proposal.yaml") {
		t.Errorf("compare: exit code %d; %s", code, stdout)
	}

	t.Chdir(filepath.Join(dir, "sub")) // a path counts from the top of the repository, or with ./ and ../ from here
	for arg, want := range map[string]int{"HEAD:./inner.yaml": 0, "HEAD:sub/inner.yaml": 0, "HEAD:inner.yaml": 2, "HEAD:../sub/inner.yaml": 0, "HEAD:../../inner.yaml": 2} {
		if code, _, stderr = here("diff", arg, "inner.yaml"); code != want {
			t.Errorf("%s from a folder below: exit code %d; %s", arg, code, stderr)
		}
	}
	if code, stdout, stderr = here("diff", "HEAD~1:../proposal.yaml", "../proposal.yaml"); code != 0 || !strings.Contains(stdout, "was strong, is deficit") {
		t.Errorf("from a folder below: exit code %d; %s%s", code, stdout, stderr)
	}
}

func TestOldCatalogue(t *testing.T) {
	top, err := filepath.Abs("../../assessments")
	if err != nil {
		t.Fatal(err)
	}
	dir := repository(t)
	if err := os.CopyFS(filepath.Join(dir, "catalogue"), os.DirFS(top)); err != nil {
		t.Fatal(err)
	}
	index, err := os.ReadFile("catalogue/catalogue.yaml")
	if err != nil {
		t.Fatal(err)
	}
	write(t, "catalogue/catalogue.yaml", strings.Replace(string(index), "version: ", "version: 0", 1))
	for _, args := range [][]string{{"add", "."}, {"-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "third"}} {
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	for _, of := range []string{"catalogue", "HEAD:catalogue"} {
		code, stdout, stderr := here("diff", "--format", "json", "--old-catalogue", of, "proposal.yaml", "proposal.yaml")
		if code != 0 {
			t.Fatalf("%s: exit code %d; %s", of, code, stderr)
		}
		d := parsed[compare.Difference](t, stdout)[0]
		if len(d.Changes) != 1 || d.Changes[0].Kind != compare.NewCatalogue || d.Old.Catalogue.Version == d.New.Catalogue.Version {
			t.Errorf("%s: %+v", of, d.Changes)
		}
	}
	if code, _, stderr := here("diff", "--old-catalogue", "HEAD:nowhere", "proposal.yaml", "proposal.yaml"); code != 2 || !strings.Contains(stderr, "there is no such folder") {
		t.Errorf("no such folder: exit code %d; %s", code, stderr)
	}
}
