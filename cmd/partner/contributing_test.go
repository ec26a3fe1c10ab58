package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// step is a block of CONTRIBUTING.md, behind a mark that says what to do with it.
var step = regexp.MustCompile("(?s)<!-- ([^\n]*?) -->\n```[a-z]*\n(.*?)```\n")

var (
	stepNew    = regexp.MustCompile(`^new (\S+)$`)
	stepEnd    = regexp.MustCompile(`^at the end of (\S+)$`)
	stepAfter  = regexp.MustCompile("^after `(.*)` in (\\S+)$")
	stepBefore = regexp.MustCompile("^before `(.*)` in (\\S+)$")
)

// TestContributingIsFollowed does on a copy of the tree what CONTRIBUTING.md says, word for word, and holds the
// commands to what it shows of them.
func TestContributingIsFollowed(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds partner four times")
	}
	t.Chdir("../..")
	text, err := os.ReadFile(".github/CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	tree := copyOfTheTree(t)
	inTree := func(path string) string { return filepath.Join(tree, filepath.FromSlash(path)) }
	change := func(path string, to func(string) (string, bool)) {
		t.Helper()
		old, err := os.ReadFile(inTree(path))
		if err != nil {
			t.Fatal(err)
		}
		changed, found := to(string(old))
		if !found {
			t.Fatalf("%s has no such place", path)
		}
		if err := os.WriteFile(inTree(path), []byte(changed), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var printed []string
	steps := step.FindAllStringSubmatch(string(text), -1)
	for _, s := range steps {
		mark, block := s[1], s[2]
		if m := stepNew.FindStringSubmatch(mark); m != nil {
			if err := os.WriteFile(inTree(m[1]), []byte(block), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if m := stepEnd.FindStringSubmatch(mark); m != nil {
			change(m[1], func(old string) (string, bool) { return old + "\n" + block, true })
		} else if m := stepAfter.FindStringSubmatch(mark); m != nil {
			change(m[2], func(old string) (string, bool) {
				before, after, found := strings.Cut(old, m[1])
				rest, after, _ := strings.Cut(after, "\n")
				return before + m[1] + rest + "\n" + block + after, found
			})
		} else if m := stepBefore.FindStringSubmatch(mark); m != nil {
			change(m[2], func(old string) (string, bool) {
				before, after, found := strings.Cut(old, m[1])
				return before + strings.TrimSuffix(block, "\n") + m[1] + after, found
			})
		} else if mark == "run" {
			printed = append(printed, followed(t, tree, block))
		} else {
			t.Errorf("nobody knows what to do at %q", mark)
		}
	}
	if len(steps) != 8 || len(printed) != 3 {
		t.Fatalf("%d steps, %d of them commands", len(steps), len(printed))
	}
	for i, want := range []string{"fallback-shared", "1..2\n", `"title": `} {
		if !strings.Contains(printed[i], want) {
			t.Errorf("what is added does not show: %q is not in\n%s", want, printed[i])
		}
	}
}

// followed runs the commands of a block one after the other, holds each to the output that stands below it, and
// gives all that they printed.
func followed(t *testing.T, tree, block string) string {
	t.Helper()
	var all strings.Builder
	for _, command := range strings.Split("\n"+block, "\n$ ")[1:] {
		command, shown, _ := strings.Cut(command, "\n")
		words := strings.Fields(command)
		c := exec.Command(words[0], words[1:]...)
		c.Dir = tree
		var stderr strings.Builder
		c.Stderr = &stderr
		out, err := c.Output()
		if err != nil {
			t.Fatalf("%s: %v\n%s%s", command, err, out, stderr.String())
		}
		if shown != "" && string(out) != shown && string(out) != shown+"\n" {
			t.Errorf("%s prints\n%s\nshown is\n%s", command, out, shown)
		}
		all.Write(out)
	}
	return all.String()
}

// copyOfTheTree copies what is needed to build partner and to read the examples.
func copyOfTheTree(t *testing.T) string {
	t.Helper()
	tree := t.TempDir()
	for _, part := range []string{"assessments", "pkg", "cmd/partner", "examples"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(tree, part)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(filepath.Join(tree, part), os.DirFS(part)); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(tree, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return tree
}
