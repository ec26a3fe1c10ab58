//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"partner/testdata/corpus"
)

var atLength = flag.Bool("soak", false, "kill, fill, take away and attack for minutes, and not only in the short form")

// long is how long a command may take before it counts as one that hangs.
const long = 10 * time.Minute

// TestSoak runs the program as a process while what it stands on fails, and on what is made to harm it: whatever happens,
// it ends, says in a line what is wrong, leaves no output half written, and loses nothing that was there or was done.
func TestSoak(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	program := built(t)
	if err := os.Chmod(filepath.Dir(program), 0o755); err != nil { // for who runs it as somebody else
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Dir(filepath.Dir(program)), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		name string
		run  func(*testing.T, *soak)
	}{
		{"a folder of many files", manyFiles},
		{"killed at random moments", killed},
		{"a full disk", fullDisk},
		{"a folder that cannot be written to", readOnly},
		{"a pipe that nobody reads", closedPipe},
		{"what cannot be read", unreadable},
		{"what would keep its reader waiting", waiting},
		{"files that change and go", changing},
		{"links that lead in a circle", links},
		{"hostile documents", hostileDocuments},
	} {
		t.Run(x.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			began := time.Now()
			x.run(t, &soak{program: program})
			t.Logf("%.1f s", time.Since(began).Seconds())
		})
	}
}

// soak runs the program in the working folder.
type soak struct {
	program string
	as      *syscall.SysProcAttr // as whom; nil for who runs the tests
	out     *os.File             // nil where what it prints is to be kept
}

// ended is how a run ended.
type ended struct {
	code     int // -1 where it was killed
	out, err string
	peak     int64 // of memory, in KiB
}

// partner runs the program to its end, which must come in time and be one that is documented.
func (s *soak) partner(t *testing.T, args ...string) ended {
	t.Helper()
	return s.until(t, nil, args...)
}

// until runs the program, and kills it when a channel says so.
func (s *soak) until(t *testing.T, kill <-chan time.Time, args ...string) ended {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), long)
	defer stop()
	var out, errs bytes.Buffer
	run := exec.CommandContext(ctx, s.program, args...)
	run.Stdout, run.Stderr, run.SysProcAttr, run.WaitDelay = &out, &errs, s.as, time.Second
	run.Env = slices.DeleteFunc(os.Environ(), func(e string) bool { return strings.HasPrefix(e, "PARTNER_") })
	if s.out != nil {
		run.Stdout = s.out
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	over := make(chan struct{})
	if kill != nil {
		go func() {
			select {
			case <-kill:
				_ = run.Process.Kill()
			case <-over:
			}
		}()
	}
	err := run.Wait()
	close(over)
	if ctx.Err() != nil {
		t.Fatalf("%q hangs: it has not ended after %s\n%s", args, long, errs.String())
	}
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	e := ended{run.ProcessState.ExitCode(), out.String(), errs.String(), run.ProcessState.SysUsage().(*syscall.Rusage).Maxrss}
	if e.code > 2 || e.code < 0 && kill == nil || strings.Contains(e.err, "mistake in partner") {
		t.Fatalf("%q exits with %d: %s", args, e.code, e.err)
	}
	return e
}

// with holds a run to its exit code, and to what it says among the rest.
func (e ended) with(t *testing.T, code int, says ...string) ended {
	t.Helper()
	if e.code != code {
		t.Errorf("exit code %d, not %d: %s", e.code, code, e.err)
	}
	for _, s := range says {
		if !strings.Contains("\n"+e.err, "\n"+s) {
			t.Errorf("no line begins with %q: %s", s, e.err)
		}
	}
	return e
}

// proposals makes a folder of so many generated documents.
func proposals(t *testing.T, folder string, n int) {
	t.Helper()
	m := corpus.New()
	for i := range n {
		text, err := m.Document(i)
		if err != nil {
			t.Fatal(err)
		}
		if i%17 == 3 {
			text = append(text, "titel: wrong\n"...)
		}
		write(t, filepath.Join(folder, fmt.Sprintf("%05d.yaml", i)), string(text))
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// holds fails where a file does not hold what it is to hold.
func holds(t *testing.T, name, want string) {
	t.Helper()
	if got := read(t, name); got != want {
		t.Errorf("%s has %d bytes and is not as it should be, with %d", name, len(got), len(want))
	}
}

// nothingBeside fails where a folder holds anything but these.
func nothingBeside(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if !slices.Equal(names, want) {
		t.Errorf("%s holds %q, not %q", folder, names, want)
	}
}

// lineOf is what the tests read of a line.
type lineOf struct {
	Path   string
	Title  string
	Errors []struct{ Found string }
}

// linesOf reads the lines of a batch, by their paths; none may stand twice.
func linesOf(t *testing.T, text string) map[string]lineOf {
	t.Helper()
	all := map[string]lineOf{}
	for line := range strings.Lines(text) {
		var l lineOf
		if err := json.Unmarshal([]byte(line), &l); err != nil || !strings.HasSuffix(line, "\n") {
			t.Fatalf("%v: %q", err, line)
		}
		if _, twice := all[l.Path]; twice {
			t.Errorf("%s has two lines", l.Path)
		}
		all[l.Path] = l
	}
	return all
}
