//go:build unix

package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
)

// asking is what a terminal takes for a question: who it is and how it stands, where the cursor is, its colours and its
// modes, and what it can. Whoever asks waits for an answer, some seconds where none comes.
var asking = regexp.MustCompile(`\x1b(?:\[[?>=]?[\d;]*[cn]|\[\??[\d;]*\$p|\[[\d;]*t|\[>[\d;]*q|\[\?u|\][\d;]*;\?|P)`)

// TestNothingIsAskedOfATerminal: no command but a conversation asks the terminal anything, so that none waits where it
// does not answer: on a real one on which nobody ever answers, each ends, and has written no question. Whatever is imported
// counts, for some libraries ask at their start.
func TestNothingIsAskedOfATerminal(t *testing.T) {
	for _, question := range []string{"\x1b[6n", "\x1b[c", "\x1b[?6n", "\x1b[>0c", "\x1b]11;?\x07", "\x1b]4;1;?\x1b\\", "\x1b[?2026$p", "\x1b[>0q", "\x1b[?u", "\x1b[14t", "\x1bP+q544e\x1b\\"} {
		if !asking.MatchString(question) {
			t.Fatalf("%q is not known for a question", question)
		}
	}
	needsTerminal(t)
	t.Chdir(t.TempDir())
	write(t, "good.yaml", "partner: 1\ntitle: Good\norganisations: {a: {name: A}, b: {name: B}}\n")
	write(t, "bad.yaml", "partner: 1\ntitel: Bad\n")
	for _, c := range []struct {
		args string
		says string
		code int
	}{
		{"version", "catalogue", 0}, {"help", "assess", 0}, {"help check", "FILE", 0},
		{"check good.yaml", "1 file", 0}, {"check bad.yaml", "titel", 2}, {"assess good.yaml", "Good", 0}, {"check", "no proposal is named", 2},
	} {
		for _, term := range []string{"xterm-256color", "dumb", ""} {
			run := partner(t, strings.Fields(c.args)...)
			run.Env = append(os.Environ(), "TERM="+term, "COLORTERM=")
			screen, err := pty.StartWithSize(run, &pty.Winsize{Rows: 24, Cols: 80})
			if err != nil {
				t.Fatal(err)
			}
			said, err := io.ReadAll(screen)
			if err != nil && !errors.Is(err, syscall.EIO) { // how a terminal tells that nobody is on its other side
				t.Fatal(err)
			}
			var exit *exec.ExitError
			if err := run.Wait(); err != nil && !errors.As(err, &exit) {
				t.Fatal(err)
			}
			screen.Close()
			if asked := asking.Find(said); asked != nil {
				t.Errorf("%s with TERM=%q asks the terminal %q", c.args, term, asked)
			}
			if code := run.ProcessState.ExitCode(); code != c.code || !bytes.Contains(said, []byte(c.says)) {
				t.Errorf("%s with TERM=%q exits with %d and says\n%s", c.args, term, code, said)
			}
		}
	}
}
