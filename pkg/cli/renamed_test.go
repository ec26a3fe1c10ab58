package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// renamed gives a field of the model, for the length of a test, a key and words that it once had.
func renamed(t *testing.T, at paths.Path, key string, words ...proposal.Renamed) {
	t.Helper()
	f := proposal.Model.Find(at)
	if f == nil {
		t.Fatalf("the model has no %s", at)
	}
	keys, were := f.Was, f.WordsWas
	t.Cleanup(func() { f.Was, f.WordsWas = keys, were })
	if key != "" {
		f.Was = append(f.Was[:len(f.Was):len(f.Was)], key)
	}
	f.WordsWas = append(f.WordsWas[:len(f.WordsWas):len(f.WordsWas)], words...)
}

// TestOldNamesAreReadAndTold: a document, and a view laid over it, that hold old names are judged as if they held
// the new ones; each old name is a finding at its place that says the new one.
func TestOldNamesAreReadAndTold(t *testing.T) {
	renamed(t, paths.Nature, "character", proposal.Renamed{Old: "imposed", New: "mandated"})
	renamed(t, paths.Scale, "", proposal.Renamed{Old: "whole", New: "structural"})
	dir := t.TempDir()
	t.Chdir(dir)
	const text = "partner: 1\norganisations: {north: {}, south: {}}\narrangement:\n"
	for name, text := range map[string]string{
		"old.yaml":  text + "  character: imposed\n  scale: whole\n",
		"new.yaml":  text + "  nature: mandated\n  scale: structural\n",
		"view.yaml": "arrangement:\n  character: imposed\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	partner := func(args ...string) (int, string, string) {
		var out, err bytes.Buffer
		code := Main(args, strings.NewReader(""), &out, &err)
		return code, out.String(), err.String()
	}
	code, out, errs := partner("check", "old.yaml", "new.yaml")
	want := "old.yaml:4:3: renamed: `character` is now called `nature`; write `nature`; the old name is still read\n" +
		"old.yaml:4:14: renamed: `imposed` is now called `mandated`; write `mandated`; the old name is still read\n" +
		"old.yaml:5:10: renamed: `whole` is now called `structural`; write `structural`; the old name is still read\n"
	if code != 0 || out != want || errs != "2 files; 3 findings\n" {
		t.Errorf("exit code %d: %s%s", code, out, errs)
	}
	if code, _, _ := partner("check", "--strict", "old.yaml"); code != gateFailed {
		t.Errorf("exit code %d where an old name is a finding", code)
	}
	if _, out, _ := partner("check", "--format", "json", "old.yaml"); strings.Count(out, `"kind": "renamed"`) != 3 || !strings.Contains(out, `"subject": "arrangement.nature"`) {
		t.Errorf("%s", out)
	}
	_, old, _ := partner("assess", "--only", "overall", "old.yaml")
	if _, now, _ := partner("assess", "--only", "overall", "new.yaml"); strings.ReplaceAll(old, "old.yaml", "new.yaml") != now {
		t.Errorf("rated otherwise under the old names:\n%s\n%s", old, now)
	}
	if _, out, _ := partner("assess", "--only", "findings", "old.yaml"); !strings.Contains(out, "What stands there has a new name") || strings.Count(out, "is now called") != 3 {
		t.Errorf("%s", out)
	}
	if code, out, errs := partner("assess", "--only", "findings", "--view", "south=view.yaml", "new.yaml"); code != 0 || !strings.Contains(out, "`character` is now called `nature`") || !strings.Contains(out, "view.yaml:2:3") {
		t.Errorf("exit code %d: %s%s", code, out, errs)
	}
}
