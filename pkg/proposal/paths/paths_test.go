package paths_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"testing"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// TestEachPathIsOneOfTheModel reads the constants from the source, so that none can be left out here.
func TestEachPathIsOneOfTheModel(t *testing.T) {
	organisation := proposal.Model.Find(paths.Organisations)
	keys := map[string]bool{}
	entryKeys(proposal.Model, keys)
	checks := map[string]func(string) bool{
		"Path": func(p string) bool { return proposal.Model.Find(paths.Path(p)) != nil },
		"Own":  func(p string) bool { return organisation.Find(paths.Path(p)) != nil },
		"Key":  func(k string) bool { return keys[k] },
	}
	seen := map[string]int{}
	for name, c := range constants(t) {
		if !checks[c.of](c.value) {
			t.Errorf("%s: the model has no %q", name, c.value)
		}
		seen[c.of]++
	}
	for of := range checks {
		if seen[of] < 3 {
			t.Errorf("%d constants of %s are found", seen[of], of)
		}
	}
}

type constant struct{ of, value string }

func constants(t *testing.T) map[string]constant {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]constant{}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if file.Name.Name != "paths" {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, is := n.(*ast.ValueSpec)
			if !is {
				return true
			}
			of, typed := spec.Type.(*ast.Ident)
			text, literal := spec.Values[0].(*ast.BasicLit)
			if !typed || !literal {
				t.Fatalf("%s is not a typed constant with its text beside it", spec.Names[0].Name)
			}
			value, _ := strconv.Unquote(text.Value)
			found[spec.Names[0].Name] = constant{of.Name, value}
			return true
		})
	}
	return found
}

// entryKeys collects the keys of all that stands in lists or under ids, and the roles.
func entryKeys(f *proposal.Field, keys map[string]bool) {
	entries := f.Kind == proposal.Items || f.Kind == proposal.Entries || f == proposal.Model.Find(paths.Roles)
	for _, c := range f.Fields {
		if entries {
			keys[c.Key] = true
		}
		entryKeys(c, keys)
	}
}
