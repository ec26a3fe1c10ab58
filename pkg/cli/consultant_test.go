package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestTheConsultantsScriptRuns: what the README shows for many proposals runs word for word, and leaves what it says.
func TestTheConsultantsScriptRuns(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("it is a script for sh")
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)```sh\n(partner batch proposals/.*?partner portfolio.*?)```").FindSubmatch(readme)
	if block == nil || strings.Count(string(block[1]), "\n") != 5 {
		t.Fatalf("the README has no such script of five lines: %q", block)
	}
	example, err := os.ReadFile("../../examples/mandated-buddy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	script := `exec sh -e script.sh
stdout '^PORTFOLIO OF 2 PROPOSALS'
stderr '2 as done before'
grep '"path":"proposals/north/buddy.yaml"' results.ndjson
grep '^PORTFOLIO OF 2 PROPOSALS' portfolio.txt
exists portfolio.xlsx
grep -count=1 '^proposals/' first.csv
grep '^proposals/north/buddy.yaml,' first.csv
-- script.sh --
` + string(block[1]) + `-- proposals/idea.yaml --
partner: 1
title: An idea
-- proposals/north/buddy.yaml --
` + string(example)
	if err := os.WriteFile(filepath.Join(dir, "consultant.txtar"), []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: dir, RequireExplicitExec: true})
}
