// Package text draws outlines for a terminal or for paper: in lines of a width, in colours or none. It
// decides nothing of what is shown, only how, and it never asks the terminal.
package text

import (
	"io"
	"strings"

	"partner/pkg/report/outline"
)

// The narrowest and the widest page.
const (
	MinWidth = 40
	MaxWidth = 160
)

// Options are how a page is to look.
type Options struct {
	Width  int  // of the page in cells, brought between MinWidth and MaxWidth
	Colour bool // with the sixteen colours of a terminal; every colour only adds to a word
	ASCII  bool // no marks or lines of our own beyond ASCII; letters of the document stay as they are
	Fits   bool // no line is longer, not even one that is otherwise whole
}

// narrow is the width below which what stands side by side elsewhere stands one below the other.
const narrow = 80

// maxMeasure is how wide running text gets at most: longer lines are hard to read.
const maxMeasure = 104

// height is how many lines some blocks take below something else.
func (p *page) height(blocks []outline.Block) int {
	if len(blocks) == 0 {
		return 0
	}
	alone := *p
	alone.out = strings.Builder{}
	alone.blocks(p.margin, blocks)
	return strings.Count(strings.TrimRight(alone.out.String(), "\n"), "\n") + 2 // with a blank line before them
}

// Write draws an outline.
func Write(w io.Writer, o outline.Outline, opts Options) error {
	p := newPage(opts)
	if o.Reference {
		p.refer()
	}
	if o.Front != nil {
		p.lines(0, p.front(o.Front, p.frontLines()-p.height(o.Lead)))
	}
	p.blocks(p.margin, o.Lead)
	for _, s := range o.Sections {
		name := ""
		if o.Named {
			name = s.Name
		}
		p.section(s.Title, name)
		p.blocks(p.margin, s.Blocks)
	}
	if len(o.Closing) > 0 {
		p.closing(o.Closing)
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}
