package report

import (
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/result"
)

// page is text in the making: lines of at most width cells, running text no wider than measure.
type page struct {
	look
	r       *result.Result
	width   int
	measure int
	out     strings.Builder
	told    map[string]bool // criteria that have been told in full
}

// maxMeasure is how wide running text gets at most: longer lines are hard to read.
const maxMeasure = 104

func newPage(r *result.Result, o Options) *page {
	width := max(MinWidth, min(o.Width, MaxWidth))
	p := &page{look: newLook(o), r: cleaned(r, o.ASCII), width: width, measure: min(width, maxMeasure), told: map[string]bool{}}
	p.out.Grow(1 << 16) // about as much as a whole report
	return p
}

// span is a run of words in one style.
type span = textwrap.Span

func plain(text string) span { return span{Text: text} }
func glue(text string) span  { return span{Text: text, Glued: true} }

func (l look) bold(text string) span  { return span{Text: text, Style: l.strong} }
func (l look) quiet(text string) span { return span{Text: text, Style: l.faint} }

// clip keeps at most n lines; where some are left out, the last that is kept ends in an ellipsis.
func (p *page) clip(lines []string, n, width int) []string {
	return textwrap.Clip(lines, n, width, p.ellipsis)
}

// line adds a line to the page.
func (p *page) line(s string) {
	p.out.WriteString(strings.TrimRight(s, " "))
	p.out.WriteByte('\n')
}

// gap adds an empty line, unless there is one.
func (p *page) gap() { p.gaps(1) }

// gaps adds empty lines until there are n.
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
		p.line(textwrap.Spaces(indent) + l)
	}
}

// text adds running text.
func (p *page) text(indent int, spans ...span) {
	p.lines(indent, textwrap.Flow(p.measure-indent, spans...))
}

// item adds running text that hangs from a sign: a bullet, a number, a word.
func (p *page) item(indent int, sign span, spans ...span) {
	hang := indent + textwrap.Cells(sign.Text) + 1
	p.hang(indent, hang, sign, spans...)
}

// hang adds a label at one column and running text from another.
func (p *page) hang(indent, column int, label span, spans ...span) {
	p.lines(0, textwrap.Beside([]int{indent, column}, []string{textwrap.Render(label.Style, label.Text)}, textwrap.Flow(p.measure-column, spans...)))
}

// section starts a part of the report.
func (p *page) section(title string) {
	p.gaps(2)
	title = strings.ToUpper(title)
	p.line(textwrap.Render(p.strong, title) + " " + textwrap.Render(p.faint, strings.Repeat(p.rule, max(3, p.measure-1-textwrap.Cells(title)))))
	p.gap()
}

// heading starts a group within a part.
func (p *page) heading(indent int, title string) {
	p.gap()
	p.lines(indent, textwrap.Flow(p.measure-indent, p.bold(title)))
}
