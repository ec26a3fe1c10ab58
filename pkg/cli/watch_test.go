//go:build unix

package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// shared is a stream that may be looked at while it is written to.
type shared struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *shared) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// watched is a run that watches, in a folder of its own.
type watched struct {
	t        *testing.T
	out, err shared
	stop     context.CancelFunc
	ended    chan int
	runs     int // that were waited for
}

const proposalOf = "partner: 1\ntitle: TITLE\norganisations:\n  north: {from: organisations/north.yaml}\n  south: {name: South}\n"

// watching starts a run on proposal.yaml in a new folder, and waits for its first report.
func watching(t *testing.T, args ...string) *watched {
	t.Helper()
	t.Chdir(t.TempDir())
	w := &watched{t: t, ended: make(chan int, 1)}
	w.put("organisations/north.yaml", "name: North\n")
	w.put("proposal.yaml", strings.Replace(proposalOf, "TITLE", "First", 1))
	ctx, stop := context.WithCancel(t.Context())
	w.stop = stop
	go func() { w.ended <- run(ctx, commands(), args, strings.NewReader(""), &w.out, &w.err) }()
	t.Cleanup(func() { stop() })
	w.again("")
	return w
}

func (w *watched) put(name, text string) {
	w.t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(text), 0o600)); err != nil {
		w.t.Fatal(err)
	}
}

// again waits for one more run, the output of which says something.
func (w *watched) again(says string) {
	w.t.Helper()
	w.runs++
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if n := strings.Count(w.err.String(), "; Ctrl-C ends"); n == w.runs && strings.Contains(w.out.String()+w.err.String(), says) {
			return
		} else if n > w.runs {
			break
		}
	}
	w.t.Fatalf("no run %d that says %q, and no other:\n%s\n%s", w.runs, says, w.out.String(), w.err.String())
}

// burst makes changes that follow close upon each other, and waits for the one run after them. Where the machine paused
// between two of them they were no burst, and they are made again.
func (w *watched) burst(says string, changes ...func()) {
	w.t.Helper()
	for range 20 {
		last, longest := time.Now(), time.Duration(0)
		for _, change := range changes {
			change()
			time.Sleep(10 * time.Millisecond)
			longest, last = max(longest, time.Since(last)), time.Now()
		}
		if longest < settles/2 {
			w.again(says)
			return
		}
		time.Sleep(comeBack + 5*settles)
		w.runs = strings.Count(w.err.String(), "; Ctrl-C ends")
	}
	w.t.Fatal("the machine paused between changes each time")
}

// TestWatch: every way in which editors and tools save is one more run, and nothing else is.
func TestWatch(t *testing.T) {
	w := watching(t, "assess", "--brief", "--watch", "proposal.yaml")
	to := func(title string) string { return strings.Replace(proposalOf, "TITLE", title, 1) }

	w.put("proposal.yaml", to("In place"))
	w.again("In place")

	w.put("sedXYZ", to("Renamed over"))
	rename(t, "sedXYZ", "proposal.yaml")
	w.again("Renamed over")

	put := func(text string) func() { return func() { w.put("proposal.yaml", text) } }
	w.burst("Moved away and written anew", func() { rename(t, "proposal.yaml", "proposal.yaml~") }, put(to("Moved away and written anew")))
	w.burst("Emptied first", put(""), put(to("Emptied first")))
	burst := put(to("A burst"))
	w.burst("The end of a burst", burst, burst, burst, burst, burst, put(to("The end of a burst")))

	w.put("organisations/north.yaml", "name: Northernmost\n")
	w.again("Northernmost")

	w.put("proposal.yaml", "partner: 1\ntitel: Wrong\n")
	w.again(`unknown key "titel"`)
	w.put("organisations/north.yaml", "name: While the proposal is wrong\n")
	w.again("")
	w.put("proposal.yaml", to("Mended"))
	w.again("Mended")

	for _, name := range []string{"4913", ".proposal.yaml.swp", "proposal.yaml~", "organisations/.#north.yaml", "other.yaml"} {
		w.put(name, "partner: 1\n")
	}
	now := time.Now()
	if err := errors.Join(os.Chtimes("proposal.yaml", now, now), os.Chmod("proposal.yaml", 0o640)); err != nil {
		t.Fatal(err)
	}
	w.put("proposal.yaml", to("Mended")) // the same again
	time.Sleep(3 * settles)

	rename(t, "organisations", "away")
	w.put("away/north.yaml", "name: Come back\n")
	time.Sleep(2 * comeBack)
	rename(t, "away", "organisations")
	w.again("Come back")
	w.put("organisations/north.yaml", "name: Still watched\n")
	w.again("Still watched")

	w.stop()
	if code := <-w.ended; code != 0 {
		t.Errorf("the end gives %d", code)
	}
	for _, sequence := range []string{"\x1b[3J", "\x1b[2J", "\x1b[?1049h", "\x1bc"} {
		if strings.Contains(w.out.String()+w.err.String(), sequence) {
			t.Errorf("%q takes from the screen what was there", sequence)
		}
	}
	if !strings.Contains(w.err.String(), "organisations/north.yaml is gone, and is waited for") {
		t.Error("that a file has gone is not told")
	}
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// TestWatchThroughALink: what a link leads to is watched where it lies.
func TestWatchThroughALink(t *testing.T) {
	elsewhere := t.TempDir()
	real := filepath.Join(elsewhere, "real.yaml")
	w := watching(t, "check", "--watch", "proposal.yaml")
	rename(t, "proposal.yaml", real)
	w.put(real, "partner: 1\ntitle: Away\norganisations: {north: {}, south: {}}\n")
	if err := os.Symlink(real, "proposal.yaml"); err != nil {
		t.Skip(err)
	}
	w.again("")
	w.put(filepath.Join(elsewhere, "new.yaml"), "partner: 1\ntitel: wrong\n")
	rename(t, filepath.Join(elsewhere, "new.yaml"), real)
	w.again(`unknown key "titel"`)
}

// TestWatchToAFile: a file that is printed to holds the latest report, whole, and does not set off the next.
func TestWatchToAFile(t *testing.T) {
	w := watching(t, "assess", "--watch", "proposal.yaml", "-o", "report.txt")
	w.put("proposal.yaml", strings.Replace(proposalOf, "TITLE", "Second", 1))
	w.again("")
	time.Sleep(3 * settles)
	if data, err := os.ReadFile("report.txt"); err != nil || !bytes.Contains(data, []byte("Second")) {
		t.Errorf("%v, %.80q", err, data)
	}
}

// TestWatchRefuses what can never be watched.
func TestWatchRefuses(t *testing.T) {
	for _, args := range [][]string{{"assess", "--watch", "-"}, {"check", "--watch", "--fail-on", "nonsense", "x.yaml"}} {
		var out, err bytes.Buffer
		if code := run(t.Context(), commands(), args, strings.NewReader(""), &out, &err); code != badInput {
			t.Errorf("%v gives %d: %s", args, code, err.String())
		}
	}
}
