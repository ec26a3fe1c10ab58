package load_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"partner/pkg/load"
	"partner/pkg/source"
)

// repository makes the folder of a proposal, and more that can go wrong there, a git repository.
func repository(t *testing.T) (git func(args ...string)) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not to be found")
	}
	dir := folder(t)
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(dir))
	for _, name := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"} { // of a hook that runs the tests
		if value, set := os.LookupEnv(name); set {
			os.Unsetenv(name)
			t.Cleanup(func() { os.Setenv(name, value) })
		}
	}
	git = func(args ...string) {
		t.Helper()
		c := exec.Command("git", append([]string{"-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"}, args...)...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	write(t, "sub/inner.yaml", "partner: 1\ntitle: Inner\n")
	write(t, "broken.yaml", "partner: 1\ntitel: Broken\n")
	write(t, "large.yaml", "partner: 1\n#"+strings.Repeat("x", source.MaxBytes))
	git("init", "-q")
	git("add", ".")
	git("commit", "-q", "-m", "first")
	return git
}

func TestState(t *testing.T) {
	git := repository(t)
	write(t, "organisations/north.yaml", "name: North Trust\n")
	git("add", "organisations")
	write(t, "organisations/north.yaml", "name: Northern\n")
	write(t, "a:b.yaml", "partner: 1\ntitle: Odd name\n")
	for arg, want := range map[string]struct{ name, file string }{
		"proposal.yaml":             {"Northern", "organisations/north.yaml"},
		"HEAD:proposal.yaml":        {"North", "HEAD:organisations/north.yaml"},
		"HEAD^{tree}:proposal.yaml": {"North", "HEAD^{tree}:organisations/north.yaml"},
		"HEAD:./proposal.yaml":      {"North", "HEAD:./organisations/north.yaml"},
		":proposal.yaml":            {"North Trust", ":organisations/north.yaml"},
		":0:./proposal.yaml":        {"North Trust", ":0:./organisations/north.yaml"},
	} {
		doc, err := door.State(t.Context(), arg, cat)
		if err != nil || len(doc.Wrong)+len(doc.Warnings) > 0 {
			t.Errorf("%s: %v, %v, %v", arg, err, doc.Wrong, doc.Warnings)
			continue
		}
		if name := doc.Proposal.Organisations[0].At("name"); name.String() != want.name || name.Pos.File != want.file || doc.Proposal.Label != arg {
			t.Errorf("%s: %s at %v", arg, name, name.Pos)
		}
	}
	if doc, err := door.State(t.Context(), "a:b.yaml", cat); err != nil || len(doc.Wrong) > 0 || doc.Proposal.Root.At("title").String() != "Odd name" {
		t.Errorf("a file with a colon: %v, %v", err, doc.Wrong)
	}
}

func TestStatesThatCannotBeRead(t *testing.T) {
	repository(t)
	for arg, want := range map[string]string{
		"nowhere:proposal.yaml": `the repository has no revision "nowhere"`,
		"HEAD~9:proposal.yaml":  `the repository has no revision "HEAD~9"`,
		"HEAD:nowhere.yaml":     `revision "HEAD" has no file "nowhere.yaml"; name the path from the top`,
		"HEAD:./sub/none.yaml":  `revision "HEAD" has no file "sub/none.yaml"; name the path from the top`,
		"HEAD:sub":              "HEAD:sub: a folder; expected a proposal",
		"HEAD:/etc/passwd":      "does not lie in the repository",
		"HEAD:sub/../../x.yaml": "does not lie in the repository",
		"HEAD:../x.yaml":        "does not lie in the repository",
		"HEAD:broken.yaml":      `HEAD:broken.yaml:2:1: the unknown key "titel"`,
		"HEAD:large.yaml":       "at most 1048576",
		"HEAD:*.yaml":           `has no file "*.yaml"`,
		"HEAD":                  "there is no such file",
		"HEAD:":                 "there is no such file",
		":":                     "there is no such file",
		":nowhere.yaml":         `nothing is staged as "nowhere.yaml"`,
		":sub":                  ":sub: a folder; expected a proposal",
		":/x.yaml":              "does not lie in the repository",
		":1:proposal.yaml":      `nothing is staged as "proposal.yaml"`,
		"--output=x:y":          "there is no such file",
		`C:\nowhere.yaml`:       "there is no such file",
		"HEAD:a\x1bb.yaml":      "there is no such file",
	} {
		doc, err := door.State(t.Context(), arg, cat)
		if err != nil || len(doc.Wrong) != 1 || !strings.Contains(doc.Wrong[0].Error(), want) {
			t.Errorf("%s: %v, %v, want %q", arg, err, doc.Wrong, want)
		}
	}
	t.Setenv("PATH", t.TempDir())
	if doc, err := door.State(t.Context(), "HEAD:proposal.yaml", cat); err != nil || len(doc.Wrong) != 1 || !strings.Contains(doc.Wrong[0].Error(), "git is needed to read a revision") {
		t.Errorf("without git: %v, %v", err, doc.Wrong)
	}
}

// TestPathsFromElsewhere: where the working folder is not the top of the repository, a path that is not there is told as git
// sees it, with what was meant.
func TestPathsFromElsewhere(t *testing.T) {
	git := repository(t)
	write(t, "new.yaml", "partner: 1\n")
	write(t, "sub/newer.yaml", "partner: 1\n")
	t.Chdir("sub")
	for arg, want := range map[string]string{
		"HEAD:inner.yaml":   `revision "HEAD" has no file "inner.yaml"; did you mean "HEAD:./inner.yaml"? Without ./ a path is meant from the top`,
		":inner.yaml":       `nothing is staged as "inner.yaml"; did you mean ":./inner.yaml"?`,
		":0:inner.yaml":     `nothing is staged as "inner.yaml"; did you mean ":./inner.yaml"?`,
		"HEAD:newer.yaml":   `has no file "newer.yaml"; "sub/newer.yaml" is in the working folder alone`,
		"HEAD:./newer.yaml": `has no file "sub/newer.yaml"; "sub/newer.yaml" is in the working folder alone`,
		"HEAD:new.yaml":     `has no file "new.yaml"; "new.yaml" is in the working folder alone`,
		":newer.yaml":       "`git add` stages it",
		"HEAD:none.yaml":    `has no file "none.yaml"; name the path from the top`,
		"HEAD:../none.yaml": `has no file "none.yaml"; name the path from the top`,
	} {
		doc, err := door.State(t.Context(), arg, cat)
		if err != nil || len(doc.Wrong) != 1 || !strings.Contains(doc.Wrong[0].Error(), want) {
			t.Errorf("%s: %v, %v, want %q", arg, err, doc.Wrong, want)
		}
	}
	git("add", "newer.yaml")
	if doc, err := door.State(t.Context(), ":./newer.yaml", cat); err != nil || doc.From.Data == nil {
		t.Errorf("what is staged: %v, %v", err, doc.Wrong)
	}
}

// TestSparseCheckout: what a sparse checkout leaves out is told so, with how to come by it, and what is not in the
// repository either is not.
func TestSparseCheckout(t *testing.T) {
	git := repository(t)
	write(t, "own/north.yaml", "name: North\n")
	write(t, "own files/so.yaml", "partner: 1\n")
	write(t, "together.yaml", "partner: 1\norganisations: {north: {from: own/north.yaml}, south: {name: South}}\n")
	git("add", ".")
	git("commit", "-q", "-m", "second")
	told := func(doc load.Document, err error) string {
		t.Helper()
		if err != nil || len(doc.Wrong) != 1 {
			t.Fatalf("%v, %v", err, doc.Wrong)
		}
		return doc.Wrong[0].Error()
	}
	for _, c := range []struct{ how, cure, quoted string }{
		{"--cone", "sub", "'own files'"}, {"--no-cone", "/sub/inner.yaml", "'/own files/so.yaml'"},
	} {
		git("sparse-checkout", "set", c.how, map[string]string{"--cone": ".github", "--no-cone": "/*.yaml"}[c.how])
		if _, err := os.Stat("sub"); err == nil {
			t.Fatal("nothing is left out")
		}
		if got, want := told(door.Proposal(t.Context(), "sub/inner.yaml", cat)), "sub/inner.yaml: the sparse checkout leaves it out; `git sparse-checkout add "+c.cure+"` at the top of the repository brings it, and `partner check HEAD:sub/inner.yaml` reads what is committed"; got != want {
			t.Errorf("%s: %s, and not %s", c.how, got, want)
		}
		if got := told(door.Proposal(t.Context(), "own files/so.yaml", cat)); !strings.Contains(got, "add "+c.quoted+"`") || !strings.Contains(got, "'HEAD:own files/so.yaml'") {
			t.Errorf("%s: %s", c.how, got)
		}
		if got := told(door.Proposal(t.Context(), "sub", cat)); !strings.Contains(got, "leaves it out; `git sparse-checkout add") {
			t.Errorf("%s: the folder: %s", c.how, got)
		}
		for _, arg := range []string{"sub/none.yaml", "none.yaml", "nowhere/none.yaml"} {
			if got := told(door.Proposal(t.Context(), arg, cat)); !strings.Contains(got, "there is no such file") {
				t.Errorf("%s: %s", c.how, got)
			}
		}
		if got := told(door.Proposal(t.Context(), "together.yaml", cat)); !strings.Contains(got, `the file "own/north.yaml" cannot be read (the sparse checkout leaves it out); `+"`git sparse-checkout add") {
			t.Errorf("%s: the file of an organisation: %s", c.how, got)
		}
		if doc, err := door.State(t.Context(), "HEAD:together.yaml", cat); err != nil || len(doc.Wrong) > 0 {
			t.Errorf("%s: what is committed: %v, %v", c.how, err, doc.Wrong)
		}
	}
}

func TestOutsideOfARepository(t *testing.T) {
	repository(t)
	t.Chdir(filepath.Join("..")) // above the repository, and git is not to look higher
	if doc, err := door.State(t.Context(), "HEAD:proposal.yaml", cat); err != nil || len(doc.Wrong) != 1 || !strings.Contains(doc.Wrong[0].Error(), "not a git repository") {
		t.Errorf("%v, %v", err, doc.Wrong)
	}
}

// TestCatalogueInARevision: a catalogue is read whole from where it is committed or staged.
func TestCatalogueInARevision(t *testing.T) {
	own, err := filepath.Abs("../../assessments")
	if err != nil {
		t.Fatal(err)
	}
	git := repository(t)
	if err := os.CopyFS("catalogue", os.DirFS(own)); err != nil {
		t.Fatal(err)
	}
	git("add", "catalogue")
	git("commit", "-q", "-m", "second")
	for _, arg := range []string{"HEAD:catalogue", "HEAD:./catalogue", ":catalogue"} {
		if loaded, err := load.Catalogue(t.Context(), arg); err != nil || loaded.Hash != cat.Hash {
			t.Errorf("%s: %v", arg, err)
		}
	}
	for arg, want := range map[string]string{
		"HEAD~1:catalogue":      "there is no such folder",
		"HEAD:proposal.yaml":    "there is no such folder",
		":nowhere":              "there is no such folder",
		"nowhere:catalogue":     `the repository has no revision "nowhere"`,
		"HEAD:sub":              "the catalogue HEAD:sub cannot be read: ",
		"HEAD:../elsewhere/sub": "does not lie in the repository",
	} {
		if _, err := load.Catalogue(t.Context(), arg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", arg, err)
		}
	}
}
