package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/cheggaaa/pb/v3"
)

const (
	barEvery  = 200 * time.Millisecond // how often the bar moves
	tellEvery = 10 * time.Second       // how often a line is told where there is no terminal
)

// progress tells on standard error how far a run has come: on a terminal by a bar, elsewhere by a line from time to
// time, and not at all where remarks are not wanted. Nothing of it is made before the first is due.
type progress struct {
	to    io.Writer
	of    int
	width int // of the terminal, 0 where there is none
	every time.Duration
	began time.Time
	last  time.Time
	bar   *pb.ProgressBar
	shown bool // the bar stands on the line
}

// progress makes the progress of a run over so many documents.
func (o *printing) progress(of int) *progress {
	if o.quiet {
		return nil
	}
	now := time.Now()
	p := &progress{to: o.err, of: of, every: tellEvery, began: now, last: now}
	if width, is := size(o.err.to); is {
		p.width, p.every = max(width, 20), barEvery
	}
	return p
}

// done tells that so many documents are done, if the time for it has come.
func (p *progress) done(n int) {
	if p == nil || time.Since(p.last) < p.every {
		return
	}
	p.last = time.Now()
	if p.width > 0 {
		p.draw(n)
		return
	}
	rate := float64(n) / time.Since(p.began).Seconds()
	fmt.Fprintf(p.to, "%d of %d documents, %.0f a second", n, p.of, rate)
	if rate > 0 {
		left := time.Duration(float64(p.of-n) / rate * float64(time.Second))
		fmt.Fprintf(p.to, ", about %s left", left.Round(time.Second))
	}
	fmt.Fprintln(p.to)
}

// draw draws the bar.
func (p *progress) draw(n int) {
	if p.bar == nil {
		const looks pb.ProgressBarTemplate = `{{counters . }} {{bar . "[" "=" ">" " " "]"}} {{percent . }} {{speed . "%s a second"}} {{rtime . "%s left"}}`
		p.bar = looks.New(p.of).SetWriter(p.to).SetWidth(p.width-1).Set(pb.Static, true).Set(pb.Terminal, true).Set(pb.Color, false)
		p.bar.Start()
	}
	p.bar.SetCurrent(int64(n)).Write()
	p.shown = true
}

// clear takes the bar off the line, for what is to stand there.
func (p *progress) clear() {
	if p != nil && p.shown {
		fmt.Fprint(p.to, "\r", strings.Repeat(" ", p.width-1), "\r")
		p.shown = false
	}
}
