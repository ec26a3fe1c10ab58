// Package pkg_test holds the packages to the one direction in which data flows.
package pkg_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers are the packages in the order in which they may import each other: each only those below it. A new
// package is one line here.
var layers = []string{
	"cmd/partner",
	"cmd/partner/internal/manual",
	"cmd/partner-page",
	"assessments/internal/generate",
	"pkg/cli",
	"pkg/cli/settings",
	"pkg/load",
	"pkg/desk",
	"pkg/report",
	"pkg/report/text",
	"pkg/report/html",
	"pkg/report/xlsx",
	"pkg/report/docx",
	"pkg/report/opc",
	"pkg/report/sarif",
	"pkg/report/junit",
	"pkg/report/github",
	"pkg/report/gitlab",
	"pkg/report/csv",
	"pkg/report/markdown",
	"pkg/report/finding",
	"pkg/report/json",
	"pkg/report/internal/example",
	"pkg/report/outline",
	"pkg/interview",
	"pkg/form",
	"pkg/pack",
	"pkg/gate",
	"pkg/trend",
	"pkg/compare",
	"pkg/portfolio",
	"pkg/batch",
	"assessments",
	"pkg/assess",
	"pkg/decide",
	"pkg/front",
	"pkg/judge",
	"pkg/document",
	"pkg/result",
	"pkg/catalogue",
	"pkg/logic",
	"pkg/proposal",
	"pkg/proposal/paths",
	"pkg/internal/edit",
	"pkg/source",
	"pkg/wording",
	"pkg/rating",
	"pkg/internal/textwrap",
	"pkg/internal/letters",
	"pkg/internal/duplicate",
	"pkg/internal/enum",
	"pkg/internal/release",
	"pkg/internal/drawn",
}

// only names the packages, besides those above cli, that may import what is named.
var only = map[string][]string{
	"gopkg.in/yaml.v3":                  {"pkg/source"},
	"github.com/spf13/viper":            {"pkg/cli/settings"},
	"github.com/spf13/cobra":            {"pkg/cli", "cmd/partner/internal/manual", "pkg/report/xlsx"},
	"github.com/invopop/jsonschema":     {"assessments/internal/generate"},
	"github.com/charmbracelet/lipgloss": {"pkg/report/text"},
	"github.com/olekukonko/tablewriter": {"pkg/report/text"},
	"maragu.dev/gomponents":             {"pkg/report/html"},
	"os":                                {"cmd/partner", "cmd/partner/internal/manual", "assessments/internal/generate", "pkg/cli", "pkg/cli/settings", "pkg/load", "pkg/internal/drawn"},
	"os/exec":                           {"pkg/load"},
	"os/signal":                         {"pkg/cli"},
	"net":                               {},
	"net/http":                          {},
	"time":                              {"pkg/cli", "pkg/proposal", "pkg/load", "pkg/desk", "cmd/partner/internal/manual", "pkg/report/opc"},
	"math/rand":                         {},
	"math/rand/v2":                      {},
	"syscall":                           {"pkg/cli", "pkg/load"},
	"golang.org/x/term":                 {"pkg/cli"},
	"pgregory.net/rapid":                {"pkg/internal/drawn"},
	"charm.land/huh/v2":                 {}, // it looks for programs when it is imported, at the start of every command
	"github.com/charmbracelet/huh":      {}, // it asks the terminal for its colour when it is imported
}

func TestImportsPointOneWay(t *testing.T) {
	ours := modulePath(t, "../go.mod") + "/"
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata" || nested(path)) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		folder, err := filepath.Rel("..", filepath.Dir(path))
		if err != nil {
			return err
		}
		folder = filepath.ToSlash(folder)
		seen[folder] = true
		at := slices.Index(layers, folder)
		if at < 0 {
			t.Errorf("%s: the package has no place among the layers", folder)
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range file.Imports {
			name, _ := strconv.Unquote(imp.Path.Value)
			if inner, own := strings.CutPrefix(name, ours); own {
				if to := slices.Index(layers, inner); to <= at {
					t.Errorf("%s imports %s, which stands above it", path, inner)
				}
			}
			if may, guarded := only[name]; guarded && !slices.Contains(may, folder) {
				t.Errorf("%s imports %s, which is for %s", path, name, strings.Join(may, ", "))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range layers {
		if !seen[l] {
			t.Errorf("%s: there is no such package", l)
		}
	}
}

// TestPropertiesDrawTheSameCases holds that every package with properties draws the same cases at each run.
func TestPropertiesDrawTheSameCases(t *testing.T) {
	const draws, same = "pgregory.net/rapid", "pkg/internal/drawn"
	ours := modulePath(t, "../go.mod") + "/"
	drawing, fixed := map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == ".git" || nested(path)) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range file.Imports {
			name, _ := strconv.Unquote(imp.Path.Value)
			drawing[filepath.Dir(path)] = drawing[filepath.Dir(path)] || name == draws
			fixed[filepath.Dir(path)] = fixed[filepath.Dir(path)] || name == ours+same
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	properties := 0
	for folder, is := range drawing {
		if is {
			properties++
		}
		if is && !fixed[folder] {
			t.Errorf("%s: its properties draw other cases at each run: import %s", folder, same)
		}
	}
	if properties == 0 {
		t.Error("no package with properties was found")
	}
}

// modulePath reads the module's path from its go.mod.
func modulePath(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if path, is := strings.CutPrefix(line, "module "); is {
			return strings.TrimSpace(path)
		}
	}
	t.Fatalf("%s names no module", file)
	return ""
}

// nested reports whether a folder below the top holds a module of its own, with rules of its own.
func nested(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil && filepath.Clean(folder) != ".."
}

func TestNestedModulesHaveTheirOwnRules(t *testing.T) {
	top := t.TempDir()
	if nested(top) {
		t.Error("a folder without go.mod is taken for a module")
	}
	if err := os.WriteFile(filepath.Join(top, "go.mod"), []byte("module other\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if !nested(top) {
		t.Error("a folder with its own go.mod is not taken for a module")
	}
	if nested("..") {
		t.Error("this module is taken for one nested in itself")
	}
}
