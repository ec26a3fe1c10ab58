//go:build unix

package cli

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// manyDocuments makes the working folder one with so many proposals.
func manyDocuments(t *testing.T, n int) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir("proposals", 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		text := fmt.Sprintf("partner: 1\ntitle: Proposal %d\nas_of: 2026-10-01\norganisations: {north: {name: North %d}, south: {}}\n", i, i%7)
		if i%17 == 3 {
			text += "titel: wrong\n"
		}
		if err := os.WriteFile(filepath.Join("proposals", fmt.Sprintf("%03d.yaml", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// partner is the program as a process of its own.
func partner(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return &exec.Cmd{Path: self, Args: append([]string{"partner"}, args...)}
}

// inProcess runs the program, and gives what it says.
func inProcess(t *testing.T, want int, args ...string) string {
	t.Helper()
	var out, err bytes.Buffer
	if code := Main(args, strings.NewReader(""), &out, &err); code != want {
		t.Fatalf("%v exits with %d: %s", args, code, err.String())
	}
	return err.String()
}

func fileIs(t *testing.T, name string, want []byte) {
	t.Helper()
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has %d bytes and is not as it should be, with %d", name, len(got), len(want))
	}
}

func nothingLeft(t *testing.T) {
	t.Helper()
	left, _ := filepath.Glob("results.ndjson.*")
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestKilledAtRandomMoments: a run that is killed again and again comes to the bytes of one that is not.
func TestKilledAtRandomMoments(t *testing.T) {
	manyDocuments(t, 400)
	began := time.Now()
	if err := partner(t, "batch", "proposals", "--quiet", "-o", "whole.ndjson").Run(); err == nil {
		t.Fatal("documents with errors make no exit code")
	}
	whole, err := os.ReadFile("whole.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	took := time.Since(began)
	random := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for range 12 {
		run := partner(t, "batch", "proposals", "--resume", "--quiet", "-o", "results.ndjson")
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(took))))
		_ = run.Process.Kill()
		if state, _ := run.Process.Wait(); state.ExitCode() < 0 {
			killed++
		}
	}
	inProcess(t, badInput, "batch", "proposals", "--resume", "--quiet", "-o", "results.ndjson")
	fileIs(t, "results.ndjson", whole)
	nothingLeft(t)
	t.Logf("killed %d of 12 times", killed)
}

// TestTornAnywhere: wherever what an interrupted run wrote is torn, what is whole of it is kept and the rest done again.
func TestTornAnywhere(t *testing.T) {
	manyDocuments(t, 6)
	inProcess(t, badInput, "batch", "proposals", "-o", "whole.ndjson")
	whole, err := os.ReadFile("whole.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 40 {
		partial := whole[:random.IntN(len(whole)+1)]
		if err := os.WriteFile("results.ndjson"+partialEnds, partial, 0o600); err != nil {
			t.Fatal(err)
		}
		said := inProcess(t, badInput, "batch", "proposals", "--resume", "-o", "results.ndjson")
		kept := bytes.Count(partial, []byte("\n"))
		if want := fmt.Sprintf("%d as done before", kept); kept > 0 && !strings.Contains(said, want) || kept == 0 && strings.Contains(said, "as done before") {
			t.Errorf("torn after %d bytes: %s", len(partial), said)
		}
		fileIs(t, "results.ndjson", whole)
		nothingLeft(t)
		os.Remove("results.ndjson")
	}
}

// TestCtrlCKeepsWhatWasDone, says how to go on, and comes to the same bytes then. So does whoever else ends the run in order,
// as a cluster that needs the room does.
func TestCtrlCKeepsWhatWasDone(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) { keepsWhatWasDone(t, signal) })
	}
}

func keepsWhatWasDone(t *testing.T, signal syscall.Signal) {
	manyDocuments(t, 3000)
	run := partner(t, "batch", "proposals", "--workers", "1", "-o", "results.ndjson")
	var said bytes.Buffer
	run.Stderr = &said
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	for { // until a few lines are there
		if info, err := os.Stat("results.ndjson" + partialEnds); err == nil && info.Size() > 20_000 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := run.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	err := run.Wait() // and until all that it says is read
	if code := run.ProcessState.ExitCode(); code != interrupted {
		t.Fatalf("exit code %d, %v: %s", code, err, said.String())
	}
	partial, err := os.ReadFile("results.ndjson" + partialEnds)
	if err != nil {
		t.Fatal(err)
	}
	done := bytes.Count(partial, []byte("\n"))
	if want := fmt.Sprintf("%d of 3000 documents are done and kept; the same command with --resume goes on", done); !strings.Contains(said.String(), want) || done == 3000 || partial[len(partial)-1] != '\n' {
		t.Errorf("%d lines, and it says %s", done, said.String())
	}
	if _, err := os.Stat("results.ndjson"); err == nil {
		t.Error("the file itself is there, and is not whole")
	}
	if said := inProcess(t, badInput, "batch", "proposals", "--resume", "-o", "results.ndjson"); !strings.Contains(said, fmt.Sprintf("%d as done before", done)) {
		t.Errorf("it does not go on: %s", said)
	}
	nothingLeft(t)
}

// TestCtrlCLeavesWholePages: of a folder of reports what was done stands whole, and says that its index is missing.
func TestCtrlCLeavesWholePages(t *testing.T) {
	manyDocuments(t, 400)
	var said bytes.Buffer
	run := partner(t, "batch", "proposals", "--workers", "1", "--output", "html=reports/")
	run.Stderr = &said
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		if exists(filepath.Join("reports", "proposals-002.html")) {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	_ = run.Process.Signal(syscall.SIGINT)
	if err := run.Wait(); err == nil {
		t.Fatal("it came to an end before it was interrupted")
	}
	if !strings.Contains(said.String(), "of 400 documents are done; their pages stand in reports, without an index") {
		t.Errorf("it says %s", said.String())
	}
	pages, err := os.ReadDir("reports")
	if err != nil || len(pages) < 3 {
		t.Fatal(pages, err)
	}
	for _, p := range pages {
		text, err := os.ReadFile(filepath.Join("reports", p.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(p.Name(), "proposals-") || !strings.HasSuffix(p.Name(), ".html") || !bytes.HasSuffix(text, []byte("</html>\n")) {
			t.Errorf("%s is left, with %d bytes", p.Name(), len(text))
		}
	}
}
