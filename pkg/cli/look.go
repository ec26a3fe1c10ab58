package cli

import (
	"io"
	"io/fs"
	"os"

	"golang.org/x/term"

	"partner/pkg/cli/settings"
	"partner/pkg/report"
)

// defaultWidth is the width of text where there is no terminal to ask.
const defaultWidth = 100

// look gives how text on standard output is to look. A pipe may lead to a pager, and takes the width of the
// terminal that the other streams lead to; but nobody can tell that from one that leads to a program, and lines
// that programs read stay whole there.
func (s *streams) look(of *settings.Settings) report.Options {
	o := report.Options{Width: of.Width, Fits: of.Width > 0, Colour: s.out.colour(of.Color), ASCII: of.ASCII}
	if o.Width > 0 {
		return o
	}
	width, is := size(s.out.to)
	o.Fits = is
	if !is && piped(s.out.to) {
		for _, stream := range []any{s.err.to, s.in} {
			if width, is = size(stream); is {
				break
			}
		}
	}
	if width == 0 {
		width = defaultWidth
	}
	o.Width = min(max(width, report.MinWidth), report.MaxWidth)
	return o
}

// lookOfFile gives how text in a file is to look, which is no terminal whatever standard output is.
func (s *streams) lookOfFile(of *settings.Settings) report.Options {
	o := report.Options{Width: of.Width, Fits: of.Width > 0, Colour: of.Color == settings.Always, ASCII: of.ASCII}
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	return o
}

// size gives the width of the terminal that a stream leads to, and whether it leads to one.
func size(stream any) (width int, is bool) {
	f, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		width = 0
	}
	return width, true
}

// piped reports whether a stream is a pipe.
func piped(stream io.Writer) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&fs.ModeNamedPipe != 0
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
	_, is := size(o.to)
	return is && os.Getenv("TERM") != "dumb"
}
