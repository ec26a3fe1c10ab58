package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// holds fails unless a folder holds just these files with these texts.
func holds(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != len(want) {
		t.Errorf("%v, %v", entries, err)
	}
	for name, text := range want {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != text {
			t.Errorf("%s holds %q, %v; want %q", name, got, err, text)
		}
	}
}

func TestAllFilesOrNone(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := os.WriteFile(a, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := writeAll([]whole{{a, []byte("new")}, {filepath.Join(dir, "nowhere", "c"), nil}}); err == nil {
		t.Error("a file in no folder is written")
	}
	holds(t, dir, map[string]string{"a": "old"})

	if err := writeAll([]whole{{a, []byte("new")}, {b, []byte("more")}}); err != nil {
		t.Error(err)
	}
	holds(t, dir, map[string]string{"a": "new", "b": "more"})
	if info, err := os.Stat(a); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info, err)
	}
}

func TestCommittedFilesGoBack(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := os.WriteFile(a, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, w := range []whole{{a, []byte("new")}, {b, []byte("more")}} {
		s, err := newStage(w.path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Write(w.data); err != nil {
			t.Fatal(err)
		}
		if err := s.commit(); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(w.path); err != nil || string(got) != string(w.data) {
			t.Errorf("%s holds %q, %v", w.path, got, err)
		}
		if err := s.undo(); err != nil {
			t.Error(err)
		}
	}
	holds(t, dir, map[string]string{"a": "old"})
}
