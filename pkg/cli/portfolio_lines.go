package cli

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"runtime"

	"partner/pkg/batch"
	"partner/pkg/load"
	"partner/pkg/source"
)

// digest stands for a text.
type digest [16]byte

func digestOf(text []byte) digest {
	sum := sha256.Sum256(text)
	return digest(sum[:16])
}

// lineRead is a line of a file that was read.
type lineRead struct {
	file       string // as messages name it
	number     int
	text       []byte // until it is read
	line       batch.Line
	path, made digest
	err        error
	unread     bool // it is the file that cannot be read
}

func (l *lineRead) at() string { return fmt.Sprintf("%s:%d", l.file, l.number) }

// amiss says what is wrong with a line, or with the file where that cannot be read.
func (l *lineRead) amiss() error {
	if l.unread {
		return amiss("%s cannot be read: %v", l.file, l.err)
	}
	return amiss("%s: %v", l.at(), l.err)
}

// linesOf reads the lines of all files, in their order. A line that stands there several times is given once; two
// different lines for one document are an error, as is whatever is no line.
func (o *portfolioOptions) linesOf(ctx context.Context) iter.Seq2[*lineRead, error] {
	type known struct {
		made digest
		at   string
	}
	return func(yield func(*lineRead, error) bool) {
		waits, stop := context.WithCancel(ctx)
		defer stop()
		seen := map[digest]known{} // by path
		workers := runtime.GOMAXPROCS(0)
		for l := range each(inOrder(ctx, handfuls(o.records(waits)), workers, workers*perWorker, decoded)) {
			before, is := seen[l.path]
			switch {
			case l.err != nil && ctx.Err() != nil:
				l.err = ctx.Err()
			case l.err != nil:
				l.err = l.amiss()
			case is && before.made != l.made:
				l.err = amiss("%s and %s have different lines for %s", before.at, l.at(), source.Printable(l.line.Path))
			case is:
				continue
			}
			seen[l.path] = known{l.made, l.at()}
			if !yield(l, l.err) || l.err != nil {
				stop() // what is being read may not come to an end
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(&lineRead{}, err)
		}
	}
}

// sideBySide is how many lines are handed to a worker at once: to read one takes little longer than to hand it over.
const sideBySide = 16

// handfuls gives lines by the handful, one that is amiss as the last.
func handfuls(lines iter.Seq[lineRead]) iter.Seq[[]lineRead] {
	return func(yield func([]lineRead) bool) {
		var some []lineRead
		for l := range lines {
			if some = append(some, l); len(some) < sideBySide && l.err == nil {
				continue
			}
			if !yield(some) {
				return
			}
			some = make([]lineRead, 0, sideBySide)
		}
		if len(some) > 0 {
			yield(some)
		}
	}
}

// each gives every line of some handfuls.
func each(some iter.Seq[[]lineRead]) iter.Seq[*lineRead] {
	return func(yield func(*lineRead) bool) {
		for lines := range some {
			for i := range lines {
				if !yield(&lines[i]) {
					return
				}
			}
		}
	}
}

// decoded reads lines from their texts.
func decoded(lines []lineRead) []lineRead {
	for i := range lines {
		l := &lines[i]
		if l.err == nil {
			l.line, l.err = batch.Decode(l.text)
			l.path, l.made = digestOf([]byte(l.line.Path)), digestOf(l.text)
		}
		l.text = nil
	}
	return lines
}

// records gives the lines of all files as they stand there, until something is amiss.
func (o *portfolioOptions) records(ctx context.Context) iter.Seq[lineRead] {
	return func(yield func(lineRead) bool) {
		for _, name := range o.files {
			in := &patient{ctx: ctx, open: func() (io.Reader, error) { return openLines(name) }}
			file := source.Printable(name)
			if name == "-" {
				file = load.Stdin
				in.open = func() (io.Reader, error) { return o.documents.Stdin, nil }
			}
			for r, err := range batch.Records(in) {
				l := lineRead{file: file, number: r.Number, err: err}
				switch {
				case err != nil:
					l.err, l.unread = errors.New(reason(err)), in.failed
				case r.Torn:
					l.err = errors.New("a line without an end: whoever wrote it was interrupted; partner batch --resume goes on")
				default:
					l.text = bytes.Clone(r.Text)
				}
				if !yield(l) || l.err != nil {
					in.close()
					return
				}
			}
			in.close()
		}
	}
}

// openLines opens a file of lines, which may be a pipe.
func openLines(name string) (io.Reader, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, errors.New("a folder; partner batch assesses what lies in it")
	}
	return f, nil
}

// patient reads what may never come or never end, and gives up with its context.
type patient struct {
	ctx  context.Context
	open func() (io.Reader, error)
	from io.Reader
	held []byte // what is read goes here
	rest []byte // of it, what is not yet given

	failed bool // it cannot be opened, or read any further
}

func (p *patient) Read(b []byte) (int, error) {
	if len(p.rest) == 0 {
		type part struct {
			from io.Reader
			text []byte
			err  error
		}
		done := make(chan part, 1)
		from, held := p.from, p.held
		go func() {
			var x part
			if x.from = from; from == nil {
				x.from, x.err = p.open()
				held = make([]byte, 64<<10)
			}
			if x.err == nil {
				var n int
				n, x.err = x.from.Read(held)
				x.text = held[:n]
			}
			done <- x
		}()
		select {
		case <-p.ctx.Done():
			p.from = nil // it may be in use for good
			return 0, p.ctx.Err()
		case x := <-done:
			p.from, p.rest = x.from, x.text
			if p.held = x.text[:cap(x.text)]; len(p.rest) == 0 {
				p.failed = x.err != nil && x.err != io.EOF
				return 0, x.err
			}
		}
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

func (p *patient) close() {
	if f, is := p.from.(*os.File); is && f != os.Stdin {
		f.Close()
	}
}
