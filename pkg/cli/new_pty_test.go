//go:build unix

package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"partner/assessments"
	"partner/pkg/document"
	"partner/pkg/internal/textwrap"
	"partner/pkg/proposal"
)

// talk is a conversation of a run of the program with whoever sits at its terminal.
type talk struct {
	*testing.T
	run    *exec.Cmd
	screen *os.File // the terminal's other side
	mu     sync.Mutex
	said   bytes.Buffer // all that was printed
	read   int          // how much of it was waited for already
}

// needsTerminal leaves a test out where the machine can make no terminal.
func needsTerminal(t *testing.T) {
	t.Helper()
	if err := terminals(); err != nil {
		t.Skip("this machine makes no terminals: ", err)
	}
}

// converse starts `partner new` on a terminal of a size.
func converse(t *testing.T, rows, cols uint16, args ...string) *talk {
	t.Helper()
	return talks(t, rows, cols, append([]string{"new"}, args...)...)
}

// talks starts a run on a terminal of a size.
func talks(t *testing.T, rows, cols uint16, args ...string) *talk {
	t.Helper()
	needsTerminal(t)
	c := &talk{T: t, run: partner(t, args...)}
	c.run.Env = append(os.Environ(), "TERM=xterm-256color")
	screen, err := pty.StartWithSize(c.run, &pty.Winsize{Rows: rows, Cols: cols})
	if err != nil {
		t.Fatal(err)
	}
	// Closing a file that blocks waits for whoever reads it, and the window would stay open.
	fd, err := syscall.Dup(int(screen.Fd()))
	if err == nil {
		err = syscall.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	c.screen = os.NewFile(uintptr(fd), "terminal")
	screen.Close()
	t.Cleanup(func() { c.screen.Close(); _ = c.run.Process.Kill() })
	go func() {
		for b := make([]byte, 4096); ; {
			n, err := c.screen.Read(b)
			c.mu.Lock()
			c.said.Write(b[:n])
			c.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	return c
}

// sees waits until something is said after what was waited for last, wherever lines are broken.
func (c *talk) sees(text string) {
	c.Helper()
	for began := time.Now(); time.Since(began) < time.Minute; time.Sleep(5 * time.Millisecond) {
		c.mu.Lock()
		said := strings.Join(strings.Fields(c.said.String()), " ")
		c.mu.Unlock()
		if i := strings.Index(said[c.read:], text); i >= 0 {
			c.read += i + len(text)
			return
		}
	}
	c.Fatalf("%q is not said in\n%s", text, c.said.String())
}

// types types a text, with Enter after it.
func (c *talk) types(text string) {
	c.Helper()
	c.sends(text + "\n")
}

func (c *talk) sends(text string) {
	c.Helper()
	if _, err := io.WriteString(c.screen, text); err != nil {
		c.Fatal(err)
	}
}

// answers waits for a question, and types what it is answered.
func (c *talk) answers(question, text string) {
	c.Helper()
	c.sees(question)
	c.sees("(Enter: not known):")
	c.types(text)
}

// exits waits for the end of the run, and asks that it comes with a code.
func (c *talk) exits(code int) {
	c.Helper()
	ended := make(chan error, 1)
	go func() { ended <- c.run.Wait() }()
	select {
	case err := <-ended:
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			c.Fatal(err)
		}
	case <-time.After(time.Minute):
		c.Fatalf("it does not end:\n%s", c.said.String())
	}
	if got := c.run.ProcessState.ExitCode(); got != code {
		c.Errorf("exit code %d, not %d:\n%s", got, code, c.said.String())
	}
}

// written reads the proposal that is written, which has no errors whenever one looks.
func written(t *testing.T, name string) *proposal.Proposal {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, wrong := document.Read(proposal.Plainly(name, text, os.DirFS(".")), assessments.Catalogue())
	if len(wrong) > 0 {
		t.Fatalf("%v in\n%s", wrong, text)
	}
	return doc
}

func says(t *testing.T, name, path, want string) {
	t.Helper()
	got := ""
	written(t, name).Root.Walk(func(v *proposal.Value) {
		if v.Path() == path && v.Known() {
			got = v.Word
		}
	})
	if got != want {
		t.Errorf("%s says %q of %s, not %q", name, got, path, want)
	}
}

// basics answers what is asked first, down to the date of the decision.
func (c *talk) basics(file string) {
	c.Helper()
	c.answers("What is the proposal called?", "Stroke care: Fallowby")
	c.sees("Which two organisations")
	says(c.T, file, "title", "Stroke care: Fallowby") // saved before the next question
	c.answers("The one", "Fallowby Hospital")
	c.answers("The other", "Dunmarsh Community Trust")
	c.answers("Fallowby Hospital", "charity")
	c.sees(`did you mean "voluntary"?`)
	c.sees("(Enter: not known):")
	c.types("nhs")
	c.answers("Dunmarsh Community Trust", "0")
	c.answers("Which form", "3")
	c.answers("which part?", "supporter=fallowby")
	c.answers("mandated, or", "voluntary")
	c.answers("How much", "individual")
}

// TestAConversation goes through a conversation on terminals of several sizes, one of which tells none.
func TestAConversation(t *testing.T) {
	for _, size := range []struct{ rows, cols uint16 }{{24, 80}, {12, 40}, {0, 0}} {
		t.Run("", func(t *testing.T) {
			t.Chdir(t.TempDir())
			c := converse(t, size.rows, size.cols, "p.yaml")
			c.sees("Ctrl-D ends")
			c.basics("p.yaml")
			c.answers("On which day", "2026-10-01")
			c.answers("When do the boards decide", "yesterday")
			c.sees(`"yesterday"; expected`)
			c.sees("(Enter: not known):")
			c.types("2027-02-15")
			c.answers("When does it start", "")
			c.sees("not known")
			c.sees("(Enter: not known):")
			c.sends("half an answer")
			c.sends("\x03")
			c.sees("go on with: partner new --from p.yaml")
			c.exits(interrupted)
			for path, want := range map[string]string{
				"organisations.fallowby.name": "Fallowby Hospital", "organisations.fallowby.sector": "nhs", "organisations.dunmarsh.sector": "",
				"arrangement.form": "buddying", "arrangement.roles.supported": "dunmarsh", "arrangement.nature": "voluntary",
				"as_of": "2026-10-01", "arrangement.timeline.decision": "2027-02-15", "arrangement.timeline.starts": "",
			} {
				says(t, "p.yaml", path, want)
			}
			c.mu.Lock()
			defer c.mu.Unlock()
			if strings.Contains(c.said.String(), "\x1b") {
				t.Error("it sends commands to the terminal")
			}
			for _, why := range []string{"Why: ", "From: Partnerships"} {
				if !strings.Contains(c.said.String(), why) {
					t.Errorf("it does not say %q", why)
				}
			}
			for line := range strings.Lines(c.said.String()) {
				if line = strings.TrimRight(line, "\r\n"); size.cols > 0 && !strings.Contains(line, ": ") && len(textwrap.Wrap(int(size.cols), line)) > 1 {
					t.Errorf("the line %q is wider than the terminal", line)
				}
			}
		})
	}
}

// TestHoweverItEnds: what was answered is there, whole, and what was not is not; and whoever goes on is asked the rest.
func TestHoweverItEnds(t *testing.T) {
	for _, end := range []struct {
		name string
		by   func(c *talk)
		code int
	}{
		{"Ctrl-C", func(c *talk) { c.sends("\x03") }, interrupted},
		{"Ctrl-D", func(c *talk) { c.sends("\x15\x04") }, assessed}, // after taking back what was typed
		{"terminated", func(c *talk) { _ = c.run.Process.Signal(syscall.SIGTERM) }, interrupted},
		{"hung up", func(c *talk) { _ = c.run.Process.Signal(syscall.SIGHUP) }, interrupted},
		{"the window closed", func(c *talk) { c.screen.Close() }, interrupted},
	} {
		t.Run(end.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			c := converse(t, 24, 80, "p.yaml")
			c.answers("What is the proposal called?", "One")
			c.sees("Which two organisations")
			c.sees("(Enter: not known):")
			c.sends("North")
			end.by(c)
			if end.name == "the window closed" {
				_ = c.run.Wait() // by the end of input or by the signal, whichever is heard first
			} else {
				c.exits(end.code)
			}
			says(t, "p.yaml", "title", "One")
			if text, _ := os.ReadFile("p.yaml"); bytes.Contains(text, []byte("North")) {
				t.Errorf("what nobody sent off is written:\n%s", text)
			}
			if left, _ := os.ReadDir("."); len(left) != 1 {
				t.Errorf("left behind: %v", left)
			}
			again := converse(t, 24, 80, "--from", "p.yaml")
			again.sees("1. (")
			again.answers("Which two organisations", "")
			again.exitsAfter("\x04", assessed)
		})
	}
}

// exitsAfter ends with a key once the next question stands.
func (c *talk) exitsAfter(key string, code int) {
	c.Helper()
	c.sees("(Enter: not known):")
	c.sends(key)
	c.sees("go on with")
	c.exits(code)
}

// TestNothingAnswered: where nothing was answered, no file is there.
func TestNothingAnswered(t *testing.T) {
	t.Chdir(t.TempDir())
	c := converse(t, 24, 80)
	c.answers("What is the proposal called?", "")
	c.sees("Which two organisations")
	c.sees("(Enter: not known):")
	c.sends("\x04")
	c.sees("nothing was answered, and nothing is written")
	c.exits(assessed)
	if left, _ := os.ReadDir("."); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestWhatIsPasted: several lines are one text, without their colours, and never the answers to several questions.
func TestWhatIsPasted(t *testing.T) {
	t.Chdir(t.TempDir())
	c := converse(t, 24, 80, "p.yaml")
	c.answers("What is the proposal called?", strings.Repeat("a long title ", 400))
	c.sees("nothing of it was taken")
	c.answers("", " Stroke \x1b[31mcare\x1b[0m\nat Fallowby ")
	c.answers("The one", "")
	c.sees("Which form")
	c.sees("(Enter: not known):")
	c.types("buddying\nmerger")
	c.sees("none was taken")
	c.types("")
	c.exitsAfter("\x04", assessed)
	says(t, "p.yaml", "title", "Stroke care at Fallowby")
	says(t, "p.yaml", "arrangement.form", "")
}

// TestWhatIsNoPhrase: a bare yes is no title and no reason, and whoever asks is told what can be typed.
func TestWhatIsNoPhrase(t *testing.T) {
	t.Chdir(t.TempDir())
	c := converse(t, 24, 80, "p.yaml")
	c.answers("What is the proposal called?", "?")
	c.sees("What is asked for is a text")
	c.sees("Nothing is written yet")
	c.answers("", "Yes")
	c.sees("does not answer this")
	c.answers("", "One")
	c.answers("The one", "help")
	c.sees("What is asked for is a name")
	c.sees("All that was answered")
	c.sees("p.yaml")
	c.answers("", "")
	c.sees("Which form")
	c.answers("", "?")
	c.sees("Type a number or one of these words: merger")
	c.exitsAfter("\x04", assessed)
	says(t, "p.yaml", "title", "One")
	says(t, "p.yaml", "arrangement.form", "")
}

// TestEditedMeanwhile: what somebody writes into the file while the questions go on stays, comments too.
func TestEditedMeanwhile(t *testing.T) {
	t.Chdir(t.TempDir())
	c := converse(t, 24, 80, "p.yaml")
	c.answers("What is the proposal called?", "One")
	c.sees("The one")
	text, err := os.ReadFile("p.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text = bytes.Replace(text, []byte("\narrangement:\n"), []byte("\narrangement: # mine\n  form: merger # and this\n"), 1)
	if err := os.WriteFile("p.yaml", text, 0o600); err != nil {
		t.Fatal(err)
	}
	c.types("North")
	c.answers("The other", "South")
	c.answers("North", "nhs")
	c.sees("South")
	c.exitsAfter("\x04", assessed)
	says(t, "p.yaml", "arrangement.form", "merger")
	says(t, "p.yaml", "organisations.south.name", "South")
	text, _ = os.ReadFile("p.yaml")
	for _, kept := range []string{"arrangement: # mine\n  form: merger # and this\n", "# What only a person can judge"} {
		if !bytes.Contains(text, []byte(kept)) {
			t.Errorf("%q is gone from\n%s", kept, text)
		}
	}
}

// TestFromFilesOfTheirOwn goes on with a proposal whose organisations have files of their own: what is said of one goes into
// its file.
func TestFromFilesOfTheirOwn(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"north.yaml": "name: North # theirs\n", "south.yaml": "name: South\nsector: nhs\n",
		"p.yaml": "partner: 1\ntitle: One\norganisations:\n  north: {from: north.yaml}\n  south: {from: south.yaml}\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := converse(t, 24, 80, "--from", "p.yaml")
	c.answers("To which sector does North belong?", "1")
	c.sees("Which form")
	c.exitsAfter("\x04", assessed)
	says(t, "p.yaml", "organisations.north.sector", "nhs")
	fileIs(t, "north.yaml", []byte("name: North # theirs\nsector: nhs\n"))
}

// TestReasonsAreTaken: an answer may have a reason, and one that sets a question aside has to have one.
func TestReasonsAreTaken(t *testing.T) {
	t.Chdir(t.TempDir())
	text := "partner: 1\ntitle: One\nas_of: 2026-10-01\norganisations: {north: {name: North, sector: nhs}, south: {name: South, sector: nhs}}\n" +
		"arrangement:\n  form: merger\n  nature: voluntary\n  roles: {partners: [north, south]}\n  timeline: {decision: 2027-01, starts: 2027-06}\n"
	if err := os.WriteFile("p.yaml", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c := converse(t, 24, 80, "--from", "p.yaml")
	for range 60 {
		c.sees("(Enter: not known):")
		c.mu.Lock()
		asked := c.said.String()
		c.mu.Unlock()
		if asked = asked[strings.LastIndex(asked, "more as things stand"):]; strings.Contains(asked, "not-applicable") {
			break
		}
		c.types("")
	}
	c.types("not-applicable")
	c.sees("(Enter: choose again):")
	c.types("")
	c.sees("(Enter: not known):")
	c.types("partly")
	c.sees("(Enter: no reason given):")
	c.types("two of three sites: so far")
	c.exitsAfter("\x04", assessed)
	saved, _ := os.ReadFile("p.yaml")
	if !strings.Contains(string(saved), `: {is: partly, because: "two of three sites: so far"}`) {
		t.Errorf("the answer is not there with its reason:\n%s", saved)
	}
}

// TestQuestionsNobodySees: where standard error goes to a file, nobody would see what is asked, and nothing waits for an answer.
func TestQuestionsNobodySees(t *testing.T) {
	needsTerminal(t)
	t.Chdir(t.TempDir())
	run := partner(t, "new", "p.yaml")
	log, err := os.Create("log")
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	run.Stderr = log
	screen, err := pty.Start(run)
	if err != nil {
		t.Fatal(err)
	}
	defer screen.Close()
	_ = run.Wait()
	said, _ := os.ReadFile("log")
	if code := run.ProcessState.ExitCode(); code != badInput || !strings.Contains(string(said), "standard error is none; say it by --title") {
		t.Errorf("exit code %d: %s", code, said)
	}
}

// TestTheLeast asks for the basics alone, and then says where to go on.
func TestTheLeast(t *testing.T) {
	t.Chdir(t.TempDir())
	c := converse(t, 24, 80, "--minimal", "p.yaml")
	c.basics("p.yaml")
	c.answers("On which day", "")
	c.answers("When do the boards decide", "")
	c.answers("When does it start", "2027-03")
	c.sees("The report: partner assess p.yaml")
	c.exits(assessed)
	says(t, "p.yaml", "arrangement.timeline.starts", "2027-03")
	if text, _ := os.ReadFile("p.yaml"); bytes.Count(text, []byte("#")) != 1 {
		t.Errorf("the least has comments:\n%s", text)
	}
}
