// Package mutants_test makes small mistakes on purpose, each a patch beside this file, and checks that the tests
// of the package named in it find it out. What only a golden holds would be blessed when goldens are rewritten.
package mutants_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// header is what a patch begins with.
var header = regexp.MustCompile(`^Killed by: (pkg/[a-z/]+)\n(.+\.)\n\n--- a/(\S+)\n\+\+\+ b/(\S+)\n`)

func TestMutants(t *testing.T) {
	patches, err := filepath.Glob("*.patch")
	if err != nil || len(patches) == 0 {
		t.Fatalf("there are no mutants: %v", err)
	}
	tree := copied(t, filepath.Join("..", ".."))
	sound := map[string]bool{} // the packages whose tests pass as they are
	for _, name := range patches {
		t.Run(strings.TrimSuffix(name, ".patch"), func(t *testing.T) {
			patch, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			m := header.FindSubmatch(patch)
			if m == nil || string(m[3]) != string(m[4]) {
				t.Fatal("a patch begins with the package that kills it, a sentence on the mistake, and the one file that is patched")
			}
			of := "./" + string(m[1])
			if !sound[of] {
				if said, err := run(tree, "", "go", "test", of); err != nil {
					t.Fatalf("%s fails as it is: %s", of, said)
				}
				sound[of] = true
			}
			file := filepath.Join(tree, string(m[3]))
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				if err := os.WriteFile(file, text, 0o666); err != nil {
					t.Fatal(err)
				}
			}()
			if said, err := run(tree, string(patch), "git", "apply", "-"); err != nil {
				t.Fatalf("the code has changed; make the patch anew: %s", said)
			}
			said, err := run(tree, "", "go", "test", "-failfast", of)
			switch {
			case err == nil:
				t.Fatalf("it survives the tests of %s: %s", of, m[2])
			case !strings.Contains(said, "--- FAIL") && !strings.Contains(said, "panic: "):
				t.Fatalf("no test of %s has failed; it may not compile: %s", of, said)
			}
		})
	}
}

// copied copies the tree, so that no mistake ever stands in it and nothing that a failing test leaves behind.
func copied(t *testing.T, root string) string {
	t.Helper()
	tree := t.TempDir()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		to := filepath.Join(tree, name)
		switch {
		case err != nil:
			return err
		case name == ".git" && d.IsDir(), name == "bin":
			return filepath.SkipDir
		case name == ".git":
			return nil
		case d.IsDir():
			return os.MkdirAll(to, 0o777)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, data, 0o666)
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// run runs a command in a folder; git takes the folder for no part of any repository around it.
func run(folder, input, name string, args ...string) (said string, err error) {
	c := exec.Command(name, args...)
	c.Dir, c.Stdin = folder, strings.NewReader(input)
	c.Env = append(os.Environ(), "GIT_CEILING_DIRECTORIES="+filepath.Dir(folder))
	out, err := c.CombinedOutput()
	return string(out), err
}
