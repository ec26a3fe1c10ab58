package cli

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"syscall"
)

// streams are where a command reads and writes: the result goes to out, everything else to err.
type streams struct {
	in       io.Reader
	out, err *output
	quiet    bool // remarks are not wanted
}

// remark says what a person may want to know besides the result.
func (s *streams) remark(format string, args ...any) {
	if !s.quiet {
		fmt.Fprintf(s.err, format+"\n", args...)
	}
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
		if !gone(err) {
			o.failed = err
		}
	}
	return len(b), nil
}

// What Windows says of a pipe that nobody reads: ERROR_BROKEN_PIPE and ERROR_NO_DATA.
const (
	brokenPipe  syscall.Errno = 109
	pipeClosing syscall.Errno = 232
)

// gone reports whether an error of Write says that nobody reads any more.
func gone(err error) bool {
	var code syscall.Errno
	if runtime.GOOS == "windows" && errors.As(err, &code) {
		return code == brokenPipe || code == pipeClosing
	}
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
