package cli

import (
	"errors"
	"io"
	"os"
	"syscall"

	"golang.org/x/term"

	"partner/pkg/cli/settings"
	"partner/pkg/report"
)

// streams are where a command reads and writes: the result goes to out, everything else to err.
type streams struct {
	in       io.Reader
	out, err *output
}

// output is a stream that nobody has to check: what goes wrong is kept, and from then on nothing more
// is written. That a pipe's reader has gone is no failure.
type output struct {
	to     io.Writer
	closed bool
	failed error
}

func (o *output) Write(b []byte) (int, error) {
	if o.closed {
		return len(b), nil
	}
	_, err := o.to.Write(b)
	if err != nil {
		o.closed = true
		if !errors.Is(err, syscall.EPIPE) && !errors.Is(err, io.ErrClosedPipe) {
			o.failed = err
		}
	}
	return len(b), nil
}

// terminal gives the width of the terminal that an output leads to, and whether it leads to one.
func (o *output) terminal() (width int, is bool) {
	f, ok := o.to.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		width = 0
	}
	return width, true
}

// defaultWidth is the width of text where there is no terminal to ask.
const defaultWidth = 100

// width gives the width for text on an output.
func (o *output) width() int {
	width, _ := o.terminal()
	if width == 0 {
		width = defaultWidth
	}
	return min(max(width, report.MinWidth), report.MaxWidth)
}

// colour reports whether text on an output is coloured, where the setting is when.
func (o *output) colour(when string) bool {
	switch when {
	case settings.Always:
		return true
	case settings.Never:
		return false
	}
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if force := os.Getenv("CLICOLOR_FORCE"); force != "" && force != "0" {
		return true
	}
	_, is := o.terminal()
	return is && os.Getenv("TERM") != "dumb"
}
