package pkg_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestPlacesOfTheDocumentAreNamed holds the code to the named paths: a text written where one is looked up
// would compile with any slip in it, and what it should find would read as not known.
func TestPlacesOfTheDocumentAreNamed(t *testing.T) {
	files := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is || len(call.Args) != 1 {
				return true
			}
			look, is := call.Fun.(*ast.SelectorExpr)
			text, literal := call.Args[0].(*ast.BasicLit)
			if is && literal && text.Kind == token.STRING && slices.Contains([]string{"Find", "Own", "At"}, look.Sel.Name) {
				t.Errorf("%s: %s(%s): name the place in pkg/proposal/paths", files.Position(call.Pos()), look.Sel.Name, text.Value)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
