package text

import (
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// page is text in the making: lines of at most width cells, running text no wider than measure.
type page struct {
	look
	width, measure int
	margin         int // where text starts
	labels         int // how wide the labels of facts are
	label          style
	narrow         bool // what stands side by side elsewhere stands one below the other
	fits           bool // no line is longer than the page, not even one that is otherwise whole
	out            strings.Builder
	buffer         []textwrap.Span
}

func newPage(o Options) *page {
	width := max(MinWidth, min(o.Width, MaxWidth))
	p := &page{look: newLook(o), width: width, measure: min(width, maxMeasure), margin: 2, labels: 11, narrow: width < narrow, fits: o.Fits}
	p.label = p.faint
	p.out.Grow(1 << 16) // about as much as a whole report
	return p
}

// refer makes the page one to look things up on: from edge to edge, with broad labels.
func (p *page) refer() { p.measure, p.margin, p.labels, p.label = p.width, 0, 12, p.strong }

// part is a page of its own, to be set beside another.
func (p *page) part(width int) *page {
	return &page{look: p.look, width: width, measure: width, labels: p.labels, label: p.label, narrow: p.narrow, fits: p.fits}
}

// spans are a text as it is written, until the next text is.
func (p *page) spans(t wording.Text) []textwrap.Span {
	p.buffer = p.buffer[:0]
	for _, part := range t {
		p.buffer = append(p.buffer, p.span(part))
	}
	return p.buffer
}

// flow lays text into lines.
func (p *page) flow(width int, t wording.Text) []string {
	if len(t) == 1 && t[0].Kind == wording.Words && t[0].Tone == wording.Plain && t[0].Grade == 0 {
		return textwrap.Wrap(width, p.plain(t[0].Text))
	}
	return textwrap.Flow(width, p.spans(t)...)
}

// line adds a line to the page.
func (p *page) line(s string) {
	p.out.WriteString(source.Inert(strings.TrimRight(s, " ")))
	p.out.WriteByte('\n')
}

// gaps adds empty lines until there are n; none at the top of the page.
func (p *page) gaps(n int) {
	s := p.out.String()
	if s == "" {
		return
	}
	for have := len(s) - len(strings.TrimRight(s, "\n")) - 1; have < n; have++ {
		p.out.WriteByte('\n')
	}
}

// lines adds lines, indented.
func (p *page) lines(indent int, lines []string) {
	for _, l := range lines {
		if l != "" {
			for range indent {
				p.out.WriteByte(' ')
			}
		}
		p.line(l)
	}
}

// least is how much room running text beside a label needs on a narrow page.
const least = 26

// below reports whether text has no room from a column on, and stands below its label.
func (p *page) below(indent, column int) bool {
	return p.narrow && p.measure-column < least && column-indent > 4
}

// whole adds a line that is broken, or cut, only where it has to fit.
func (p *page) whole(indent int, t wording.Text, fits, cut bool) {
	spans := p.spans(t)
	var b strings.Builder
	for i, s := range spans {
		if i > 0 && !s.Glued {
			b.WriteByte(' ')
		}
		b.WriteString(textwrap.Render(s.Style, s.Text))
	}
	line, room := b.String(), p.width-indent
	switch {
	case !fits || textwrap.Cells(line) <= room:
		p.line(textwrap.Spaces(indent) + line)
	case cut:
		p.line(textwrap.Spaces(indent) + textwrap.Cut(line, room, p.ellipsis))
	default:
		lead := 0
		if len(spans) > 0 {
			lead = min(len(spans[0].Text)-len(strings.TrimLeft(spans[0].Text, " ")), room/2)
		}
		p.lines(indent+lead, textwrap.Hang(room-lead, 2, spans...))
	}
}

// hang adds a label at one column and running text from another.
func (p *page) hang(indent, column int, label string, s style, t wording.Text) {
	if p.below(indent, column) {
		for _, l := range textwrap.Wrap(p.measure-indent, label) {
			p.line(textwrap.Spaces(indent) + textwrap.Render(s, l))
		}
		p.lines(indent+2, p.flow(p.measure-indent-2, t))
		return
	}
	width := textwrap.Cells(label)
	column = max(column, indent+width+1)
	label = textwrap.Render(s, label)
	for i, l := range p.flow(p.measure-column, t) {
		if i > 0 {
			label, width = "", 0
		}
		p.out.WriteString(textwrap.Spaces(indent))
		p.out.WriteString(label)
		if l != "" {
			p.out.WriteString(textwrap.Spaces(column - indent - width))
		}
		p.line(l)
	}
}

// section starts a part of the page. A name that it is asked for by stands at the end of its line.
func (p *page) section(title, name string) {
	p.gaps(2)
	title = strings.ToUpper(p.plain(title))
	if name != "" {
		name = " " + name
	}
	if room := p.measure - textwrap.Cells(name); p.narrow && textwrap.Cells(title)+4 > room {
		for _, l := range textwrap.Wrap(p.measure, title) {
			p.line(textwrap.Render(p.strong, l))
		}
		p.line(textwrap.Render(p.faint, strings.Repeat(p.rule, max(3, room))+name))
		p.gaps(1)
		return
	}
	rule := strings.Repeat(p.rule, max(3, p.measure-1-textwrap.Cells(title)-textwrap.Cells(name)))
	p.line(textwrap.Render(p.strong, title) + " " + textwrap.Render(p.faint, rule+name))
	p.gaps(1)
}

// closing adds the small print below the rest.
func (p *page) closing(t wording.Text) {
	p.gaps(1)
	p.lines(2, p.flow(p.width-2, t))
}
