package load

import (
	"os"
	"path/filepath"
	"testing"
)

func TestFilesAreNamedFromTheTopOfTheRepository(t *testing.T) {
	top := t.TempDir()
	deep := filepath.Join(top, "partnerships", "north")
	if err := os.MkdirAll(deep, 0o755); err != nil {
		t.Fatal(err)
	}
	names := map[string][2]string{ // without a repository, and with one
		"a.yaml":                           {"a.yaml", "partnerships/north/a.yaml"},
		"./files/../a.yaml":                {"a.yaml", "partnerships/north/a.yaml"},
		"organisations/St Mary's 50%.yaml": {"organisations/St Mary's 50%.yaml", "partnerships/north/organisations/St Mary's 50%.yaml"},
		"../south/b.yaml":                  {"b.yaml", "partnerships/south/b.yaml"},
		"../../../elsewhere/c.yaml":        {"c.yaml", "c.yaml"},
		filepath.Join(deep, "d.yaml"):      {"d.yaml", "partnerships/north/d.yaml"},
		"/nowhere/e.yaml":                  {"e.yaml", "e.yaml"},
		"c:f.yaml":                         {"c:f.yaml", "partnerships/north/c:f.yaml"},
		Stdin:                              {"stdin", "stdin"},
	}
	for at := range 2 {
		named := Naming(deep)
		for label, want := range names {
			if got := named(label); got != want[at] {
				t.Errorf("%s, repository: %t: %q, not %q", label, at == 1, got, want[at])
			}
		}
		if err := os.WriteFile(filepath.Join(top, ".git"), []byte("gitdir: elsewhere\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}

	// Reached through a link, it is the same repository.
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(top, link); err != nil {
		t.Skip(err)
	}
	real, err := filepath.EvalSymlinks(deep)
	if err != nil {
		t.Fatal(err)
	}
	if got := Naming(filepath.Join(link, "partnerships"))(filepath.Join(real, "a.yaml")); got != "partnerships/north/a.yaml" {
		t.Errorf("through a link: %q", got)
	}
}
