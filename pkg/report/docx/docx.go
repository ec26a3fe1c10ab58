// Package docx draws the outline of a paper as a Word document: with styles that a house template may bring, headings
// that make a table of contents, tables whose header rows repeat, and nothing that is a bitmap. The same outline gives
// the same bytes; nothing in them tells when or where they were made.
package docx

import (
	"io"
	"strings"

	"partner/pkg/report/opc"
	"partner/pkg/report/outline"
)

// Options are how a paper is to look, and what its front sheet says.
type Options struct {
	Template *Template // the house template; nil for none
	Fields   Fields    // of the front sheet
}

// Write draws a paper: a front sheet, the first screen as a summary, the sections, and the appendix.
func Write(w io.Writer, p outline.Paper, opts Options) error {
	t := opts.Template
	if t == nil {
		t = own()
	}
	bullets := t.numbers + 1
	found, added := t.styles.with(bullets)
	d := &drawer{styles: found, width: t.width, numbersFrom: bullets + 1}
	d.out.Grow(1 << 18) // about as much as a whole paper
	title := p.Sheet.Title
	if named := opts.Fields[Title]; named != "" {
		title = outline.Clean(named)
	}
	d.summary(p.Page)
	for _, s := range p.Page.Sections {
		d.heading(1, s.Title)
		d.blocks(2, s.Blocks)
	}
	if len(p.Appendix) > 0 {
		d.heading(1, "Appendix")
	}
	for _, s := range p.Appendix {
		d.heading(2, s.Title)
		d.blocks(3, s.Blocks)
	}
	d.apart()
	body := d.taken()
	d.frontSheet(title, p, opts.Fields)
	return t.write(w, paper{
		title: title, author: outline.Clean(opts.Fields[Author]),
		front: d.taken(), body: body, styles: added, footer: d.footer(), lists: append([]numbering{dashes}, d.lists...),
	})
}

// drawer is the body of a document in the making.
type drawer struct {
	styles      styles
	width       int // of the text, in twentieths of a point
	numbersFrom int // the number of the first list
	out         strings.Builder
	contents    []entry
	lists       []numbering
	controls    int  // how many fields to fill in there are
	tabled      bool // a table was drawn last, from which what follows is to stand apart
}

// entry is a line of the contents, and the bookmark to which it leads.
type entry struct{ title, bookmark string }

// taken takes out what has been drawn so far.
func (d *drawer) taken() string {
	s := d.out.String()
	d.out.Reset()
	return s
}

func (d *drawer) write(all ...string) {
	for _, s := range all {
		d.out.WriteString(s)
	}
}

// escaped is text as a document holds it: on one line, without what commands or turns the direction of writing.
func escaped(s string) string { return opc.Escaped(outline.Clean(s)) }
