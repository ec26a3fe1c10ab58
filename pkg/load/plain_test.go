//go:build unix

package load

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestNothingWaitsForAPipeThatTookAFilesPlace: what was a plain file when it was looked at may be a pipe when it is opened.
func TestNothingWaitsForAPipeThatTookAFilesPlace(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("was.yaml", []byte("partner: 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo("is.yaml", 0o600); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(".")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	was := func(string) (fs.FileInfo, error) { return os.Stat("was.yaml") }
	for name, c := range map[string]struct {
		stat func(string) (fs.FileInfo, error)
		open func(string, int, fs.FileMode) (*os.File, error)
	}{"by path": {was, os.OpenFile}, "below a folder": {was, root.OpenFile}, "as its folder listed it": {nil, os.OpenFile}} {
		done := make(chan error, 1)
		go func() {
			_, _, err := openPlain("is.yaml", c.stat, c.open)
			done <- err
		}()
		select {
		case err := <-done:
			if !errors.Is(err, errNotPlain) {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s: it waits", name)
		}
	}
	f, _, err := openPlain(filepath.Join(".", "was.yaml"), os.Stat, os.OpenFile)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
}
