package cli

import (
	"io"
	"os"
	"path/filepath"
	"syscall"
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

// TestAPipeIsWrittenToAsItComes: where what is written is kept in any case, whoever reads a pipe waits for no end.
func TestAPipeIsWrittenToAsItComes(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	s, err := newStageAt(pipe, partialEnds, true)
	if err != nil {
		t.Fatal(err)
	}
	opened := make(chan *os.File)
	go func() {
		f, _ := os.Open(pipe)
		opened <- f
	}()
	if _, err := s.Write([]byte("one\n")); err != nil {
		t.Fatal(err)
	}
	f := <-opened
	defer f.Close()
	read := make([]byte, 16)
	if n, err := f.Read(read); string(read[:n]) != "one\n" {
		t.Errorf("%q: %v", read[:n], err)
	}
	if err := s.commit(); err != nil {
		t.Error(err)
	}
	if n, err := f.Read(read); n > 0 || err != io.EOF {
		t.Errorf("%q after the end: %v", read[:n], err)
	}
}
