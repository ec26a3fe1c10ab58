package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/spf13/cobra"

	"partner/pkg/source"
)

// The exit codes. `partner help exit-codes` says the same in words.
const (
	assessed      = 0
	gateFailed    = 1
	badInput      = 2
	internalError = 3
	interrupted   = 130
)

// failure is an outcome with an exit code of its own. Every error that a command returns is one, or
// that of a cancelled context; anything else is a mistake in this program.
type failure struct {
	code int
	text string // one line; "" where everything has been said already
	help string // the command whose help says more, or ""
}

func (f *failure) Error() string { return f.text }

func (f *failure) print(to io.Writer) {
	if f.text != "" {
		fmt.Fprintln(to, "partner: "+f.text)
	}
	if f.help != "" {
		fmt.Fprintf(to, "run %q\n", f.help)
	}
}

// said is a failure of which everything has been said already.
func said(code int) error { return &failure{code: code} }

// amiss is bad input or bad settings, said in one line.
func amiss(format string, args ...any) error {
	return &failure{code: badInput, text: fmt.Sprintf(format, args...)}
}

// misused is a wrong use of a command, with a pointer to its help.
func misused(c *cobra.Command, format string, args ...any) error {
	return &failure{badInput, fmt.Sprintf(format, args...), c.CommandPath() + " --help"}
}

// unknown is a word that is none of the valid ones: it names the nearest of them, or else what to look at.
func unknown(c *cobra.Command, what, word string, valid []string, otherwise string) error {
	near := source.DidYouMean(word, valid)
	if near == "" {
		near = otherwise
	}
	if near != "" {
		near = "; " + near
	}
	return misused(c, "%s %s%s", what, source.Quoted(word), near)
}

// reason gives an error of the file system without the path, which the message names anyway.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return err.Error()
}
