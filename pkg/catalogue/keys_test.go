package catalogue_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// readByNone are the keys that only the validation of the catalogue reads, and why it needs them.
var readByNone = map[string]string{
	"Advantage.id": "it says where something is wrong, and stands once",
}

// TestEachKeyIsRead holds that what a key of the catalogue says is used: some code that neither parses nor
// validates the catalogue reads it. A key that nothing reads would look as if it counted.
func TestEachKeyIsRead(t *testing.T) {
	loaded, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: filepath.Join("..", "..")}, "./pkg/...")
	if err != nil {
		t.Fatal(err)
	}
	keys, read := map[string]string{}, map[string]bool{} // by where the field is declared
	for _, p := range loaded {
		if len(p.Errors) > 0 {
			t.Fatal(p.Errors)
		}
		declared := func(field types.Object) string {
			at := p.Fset.Position(field.Pos())
			return fmt.Sprintf("%s:%d %s", filepath.Base(at.Filename), at.Line, field.Name())
		}
		if p.PkgPath == "partner/pkg/catalogue" {
			keysOf(p.Types, func(what string, field *types.Var) { keys[declared(field)] = what })
		}
		for _, file := range p.Syntax {
			name := filepath.Base(p.Fset.Position(file.Pos()).Filename)
			if p.PkgPath == "partner/pkg/catalogue" && strings.HasPrefix(name, "validate") {
				continue
			}
			readIn(file, p.TypesInfo, func(field types.Object) { read[declared(field)] = true })
		}
	}
	if len(keys) < 100 {
		t.Fatalf("only %d keys are found", len(keys))
	}
	for at, what := range keys {
		if read[at] == (readByNone[what] != "") {
			t.Errorf("%s (%s) is read: %t", what, at, read[at])
		}
	}
}

// keysOf calls visit for each field of the package's types that a key of the catalogue's files fills.
func keysOf(p *types.Package, visit func(what string, field *types.Var)) {
	var each func(what string, of types.Type)
	each = func(what string, of types.Type) {
		switch of := of.(type) {
		case *types.Struct:
			for i := range of.NumFields() {
				field := of.Field(i)
				key := reflect.StructTag(of.Tag(i)).Get("yaml")
				if key != "" && key != "-" {
					visit(what+"."+key, field)
				}
				each(what+"."+key, field.Type())
			}
		case *types.Slice:
			each(what, of.Elem())
		}
	}
	for _, name := range p.Scope().Names() {
		if is, ok := p.Scope().Lookup(name).(*types.TypeName); ok {
			each(name, is.Type().Underlying())
		}
	}
}

// readIn calls visit for each field of a struct that a file reads; what is only assigned to is not read.
func readIn(file *ast.File, info *types.Info, visit func(field types.Object)) {
	assigned := map[ast.Expr]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if a, is := n.(*ast.AssignStmt); is && (a.Tok == token.ASSIGN || a.Tok == token.DEFINE) {
			for _, to := range a.Lhs {
				assigned[to] = true
			}
		}
		if s, is := n.(*ast.SelectorExpr); is && !assigned[s] {
			if of := info.Selections[s]; of != nil && of.Kind() == types.FieldVal {
				visit(of.Obj())
			}
		}
		return true
	})
}
