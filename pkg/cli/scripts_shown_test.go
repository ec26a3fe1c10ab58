//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shown gives the script of a document that names some command, as it stands there.
func shown(t *testing.T, name, holding string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", name))
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range regexp.MustCompile("(?s)```sh\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		if strings.Contains(block[1], holding) {
			return block[1]
		}
	}
	t.Fatalf("%s shows no script with %q", name, holding)
	return ""
}

// runScript runs a script as a person would who has the program; what it says comes back where it fails.
func runScript(t *testing.T, script string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(self, filepath.Join(bin, "partner")); err != nil {
		t.Fatal(err)
	}
	run := exec.Command("sh", "-e", "-c", script)
	run.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s\n%s", err, script, said)
	}
}

// TestScriptsOfDocuments: what README.md and docs/scale.md show is run word for word. Parts that GNU parallel does come to
// the bytes of one run.
func TestScriptsOfDocuments(t *testing.T) {
	readme, parallel := shown(t, "README.md", "partner batch proposals/"), shown(t, "docs/scale.md", "parallel ")
	t.Chdir(t.TempDir())
	if err := os.Mkdir("proposals", 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range strings.Fields("a b c d e f g h i j") {
		if err := os.WriteFile("proposals/"+name+".yaml", []byte("partner: 1\ntitle: "+name+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	runScript(t, readme)
	whole, err := os.ReadFile("results.ndjson")
	if err != nil || strings.Count(string(whole), "\n") != 10 {
		t.Fatalf("%v, %d lines", err, strings.Count(string(whole), "\n"))
	}
	t.Run("parallel", func(t *testing.T) {
		if said, err := exec.Command("parallel", "--version").Output(); err != nil || !strings.Contains(string(said), "GNU parallel") {
			t.Skip("GNU parallel is missing: the script of docs/scale.md is not run")
		}
		os.Remove("results.ndjson")
		runScript(t, parallel)
		fileIs(t, "results.ndjson", whole)
	})
}
