// Package pkg_test holds the packages to the one direction in which data flows.
package pkg_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers are the packages in the order in which they may import each other: each only those after it.
var layers = []string{"cmd/partner", "cmd/generate", "pkg/cli", "pkg/cli/settings", "pkg/pack", "pkg/report", "pkg/compare", "assessments", "pkg/assess", "pkg/result", "pkg/catalogue", "pkg/rating", "pkg/logic", "pkg/proposal", "pkg/edit", "pkg/source", "pkg/wording"}

// only names the packages, besides those above cli, that may import what is named.
var only = map[string][]string{
	"gopkg.in/yaml.v3":                  {"pkg/source"},
	"github.com/spf13/viper":            {"pkg/cli/settings"},
	"github.com/spf13/cobra":            {"pkg/cli"},
	"github.com/invopop/jsonschema":     {"cmd/generate"},
	"github.com/charmbracelet/lipgloss": {"pkg/report", "pkg/cli"},
	"os":                                {"cmd/partner", "cmd/generate", "pkg/cli", "pkg/cli/settings"},
	"os/exec":                           {"pkg/cli"},
	"os/signal":                         {"pkg/cli"},
	"net":                               {},
	"net/http":                          {},
	"time":                              {"pkg/proposal", "pkg/cli"},
	"math/rand":                         {},
	"math/rand/v2":                      {},
	"syscall":                           {"pkg/cli"},
	"golang.org/x/term":                 {"pkg/cli"},
}

func TestImportsPointOneWay(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata") {
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
			if inner, ours := strings.CutPrefix(name, "partner/"); ours {
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
