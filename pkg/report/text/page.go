package text

import (
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/wording"
)

// page is text in the making: lines of at most width cells, running text no wider than measure.
type page struct {
	look
	width, measure int
	margin         int // where text starts
	labels         int // how wide the labels of facts are
	label          style
	out            strings.Builder
	buffer         []textwrap.Span
}

func newPage(o Options) *page {
	width := max(MinWidth, min(o.Width, MaxWidth))
	p := &page{look: newLook(o), width: width, measure: min(width, maxMeasure), margin: 2, labels: 11}
	p.label = p.faint
	p.out.Grow(1 << 16) // about as much as a whole report
	return p
}

// refer makes the page one to look things up on: from edge to edge, with broad labels.
func (p *page) refer() { p.measure, p.margin, p.labels, p.label = p.width, 0, 12, nil }

// part is a page of its own, to be set beside another.
func (p *page) part(width int) *page {
	return &page{look: p.look, width: width, measure: width, labels: p.labels, label: p.label}
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
	p.out.WriteString(strings.TrimRight(s, " "))
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

// hang adds a label at one column and running text from another.
func (p *page) hang(indent, column int, label string, s style, t wording.Text) {
	width := textwrap.Cells(label)
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
	rule := strings.Repeat(p.rule, max(3, p.measure-1-textwrap.Cells(title)-textwrap.Cells(name)))
	p.line(textwrap.Render(p.strong, title) + " " + textwrap.Render(p.faint, rule+name))
	p.gaps(1)
}

// closing adds the small print below the rest.
func (p *page) closing(t wording.Text) {
	p.gaps(1)
	p.lines(2, p.flow(p.width-2, t))
}
