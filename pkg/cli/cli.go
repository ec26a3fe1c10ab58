// Package cli is the command line: it turns arguments into options, options into work, and what came of
// it into an exit code. Each command has a file of its own.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// Main runs partner with the arguments after its name and gives the exit code; `partner help
// exit-codes` says what each means. Settings and colour also heed the environment.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	signal.Ignore(syscall.SIGPIPE) // a closed pipe comes as an error of Write, and ends quietly
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends at once, whatever the first is waiting for
	return run(ctx, commands(), args, stdin, stdout, stderr)
}

// Commands gives the tree of commands with their flags and help, for what documents partner. Running them is
// for Main.
func Commands() *cobra.Command {
	return newRoot(newProgram(strings.NewReader(""), io.Discard, io.Discard), commands())
}

// run runs one of the commands and decides, here and nowhere else, the exit code.
func run(ctx context.Context, commands []command, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	p := newProgram(stdin, stdout, stderr)
	defer func() {
		if caught := recover(); caught != nil {
			code = p.internal(caught, debug.Stack())
		}
	}()
	err := execute(ctx, newRoot(p, commands), args)
	var unwritten error
	if p.out.failed != nil {
		unwritten = amiss("the output cannot be written: %s", reason(p.out.failed))
	}
	var f *failure
	switch {
	case err == nil && unwritten == nil:
		return assessed
	case err == nil:
		err = unwritten
	case unwritten != nil && errors.As(err, &f) && f.text == "":
		err = unwritten // what failed besides has been said already
	}
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.err, "partner: interrupted")
		return interrupted
	case errors.As(err, &f):
		f.print(p.err)
		return f.code
	}
	return p.internal(err, nil)
}

// internal reports what only a mistake in this program can bring about.
func (s *streams) internal(what any, stack []byte) int {
	fmt.Fprintf(s.err, "partner: internal error: %v\n", what)
	fmt.Fprintln(s.err, "This is a mistake in partner, not in your document. Please report it, with the output of `partner version`, the command and, if you may share it, the document.")
	if os.Getenv("PARTNER_DEBUG") == "" {
		fmt.Fprintln(s.err, "With PARTNER_DEBUG=1 in the environment the stack is shown too.")
	} else {
		s.err.Write(stack)
	}
	return internalError
}
