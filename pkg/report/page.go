package report

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

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
type span struct {
	text  string
	style style
}

// glued marks a span that follows the one before it without a space.
const glued = "\x00"

func plain(text string) span { return span{text, nil} }
func glue(text string) span  { return span{glued + text, nil} }

func (l look) bold(text string) span  { return span{text, l.strong} }
func (l look) quiet(text string) span { return span{text, l.faint} }

// word is part of a line: written after a space, unless it is glued to the word before.
type word struct {
	text  string
	style style
	glued bool
	torn  bool // the rest of a word that was too long for a line
}

// cells is how many cells of a terminal text takes up.
func cells(s string) int {
	if simple(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// simple reports whether text is all printable ASCII, as most is, and needs no further thought.
func simple(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// Wrap breaks text into lines of at most width cells of a terminal: at spaces, and inside a word only where
// the word alone is too long. It always gives at least one line.
func Wrap(width int, text string) []string { return wrap(width, plain(text)) }

// wrap lays spans into lines of at most width cells, breaking at spaces, and inside a word only where the
// word alone is too long. It always gives at least one line.
func wrap(width int, spans ...span) []string {
	if text, ok := joined(spans); ok {
		if lines, ok := wrapSimple(width, text); ok {
			return lines
		}
	}
	return wrapWords(width, spans)
}

// wrapWords wraps any spans, word by word.
func wrapWords(width int, spans []span) []string {
	var lines []string
	ws := words(width, spans)
	start, used := 0, 0
	for i := 0; i < len(ws); {
		n, gap, next := cells(ws[i].text), 1, i+1
		for next < len(ws) && ws[next].glued && !ws[next].torn { // what is glued together stays so
			n += cells(ws[next].text)
			next++
		}
		if n > width { // but not where it is too long for a line
			n, next = cells(ws[i].text), i+1
		}
		if ws[i].glued || i == start {
			gap = 0
		}
		if used+gap+n > width && i > start {
			lines = append(lines, join(ws[start:i]))
			start, used, gap = i, 0, 0
		}
		used += gap + n
		i = next
	}
	return append(lines, join(ws[start:]))
}

// joined puts spans without a style together, as the words of one text.
func joined(spans []span) (string, bool) {
	if len(spans) == 1 {
		return spans[0].text, spans[0].style == nil && !strings.HasPrefix(spans[0].text, glued)
	}
	size := 0
	for _, s := range spans {
		if s.style != nil {
			return "", false
		}
		size += len(s.text) + 1
	}
	var b strings.Builder
	b.Grow(size)
	for _, s := range spans {
		text, stuck := strings.CutPrefix(s.text, glued)
		if text = strings.TrimRight(text, " "); text == "" {
			continue
		}
		if b.Len() > 0 && (!stuck || text[0] == ' ') {
			b.WriteByte(' ')
		}
		b.WriteString(strings.TrimLeft(text, " "))
	}
	return b.String(), true
}

// wrapSimple wraps what most text is, letters and signs of one cell with single spaces, by cutting it into
// pieces of itself. It gives false for any other text, and where a word is too long for a line.
func wrapSimple(width int, text string) ([]string, bool) {
	if text == "" || text[0] == ' ' || text[len(text)-1] == ' ' {
		return nil, false
	}
	lines := make([]string, 0, 1+len(text)/max(width-8, 1))
	if simple(text) && !strings.Contains(text, "  ") {
		for len(text) > width {
			at := strings.LastIndexByte(text[:width+1], ' ')
			if at < 0 {
				return nil, false
			}
			lines, text = append(lines, text[:at]), text[at+1:]
		}
		return append(lines, text), true
	}
	start, space := 0, -1 // of this line, and the last space at which it could end
	used, after := 0, 0   // cells of this line, and of what follows that space
	var before rune
	for i, c := range text {
		switch {
		case c == ' ' && before == ' ' || !oneCell(c):
			return nil, false
		case c == ' ':
			space, after = i, 0
			used++
		case used < width:
			used, after = used+1, after+1
		case space < start:
			return nil, false
		default:
			lines, start = append(lines, text[start:space]), space+1
			after++
			used = after
		}
		before = c
	}
	return append(lines, text[start:]), true
}

// oneCell reports whether a character is one of those that are known to take up one cell: printable ASCII,
// the letters and signs of western Europe, dashes, quotation marks and the ellipsis.
func oneCell(c rune) bool {
	switch {
	case c >= 0x20 && c <= 0x7e:
		return true
	case c >= 0xa1 && c <= 0x17f:
		return c != 0xad
	}
	return c == '–' || c == '—' || c == '‘' || c == '’' || c == '“' || c == '”' || c == '…'
}

// words splits spans at their spaces, and words that are wider than a line into pieces.
func words(width int, spans []span) []word {
	room := 0
	for _, s := range spans {
		room += 1 + len(s.text)/4
	}
	ws := make([]word, 0, room)
	for _, s := range spans {
		text, stuck := strings.CutPrefix(s.text, glued)
		stuck = stuck && !strings.HasPrefix(text, " ")
		for f := range strings.FieldsSeq(text) {
			w := word{f, s.style, stuck, false}
			stuck = false
			for cells(w.text) > width {
				piece := broken(w.text, width)
				ws = append(ws, word{piece, w.style, w.glued, w.torn})
				w = word{w.text[len(piece):], w.style, true, true}
			}
			ws = append(ws, w)
		}
	}
	return ws
}

// broken gives the start of a word that fits into a width: up to a joint of a path or an id where there
// is one, but at least a character.
func broken(w string, width int) string {
	piece := ansi.Truncate(w, width, "")
	if at := strings.LastIndexAny(piece, "./_-:"); at >= len(piece)/2 {
		return piece[:at+1]
	}
	if piece == "" {
		_, n := utf8.DecodeRuneInString(w)
		return w[:n]
	}
	return piece
}

// join writes the words of a line, neighbours of one style in one go.
func join(line []word) string {
	size := 0
	for _, w := range line {
		size += len(w.text) + 1
	}
	var b, run strings.Builder
	b.Grow(size)
	for i := 0; i < len(line); {
		if i > 0 && !line[i].glued {
			b.WriteByte(' ')
		}
		to, s := &b, line[i].style
		if s != nil {
			run.Reset()
			to = &run
		}
		for first := i; i < len(line) && line[i].style == s; i++ {
			if i > first && !line[i].glued {
				to.WriteByte(' ')
			}
			to.WriteString(line[i].text)
		}
		if s != nil {
			b.WriteString(render(s, run.String()))
		}
	}
	return b.String()
}

// clip keeps at most n lines; where some are left out, the last that is kept ends in an ellipsis.
func (p *page) clip(lines []string, n, width int) []string {
	if len(lines) <= n {
		return lines
	}
	kept := append([]string(nil), lines[:n]...)
	last := kept[n-1]
	room := width - cells(p.ellipsis) - 1
	for cells(last) > room {
		at := strings.LastIndexByte(ansi.Strip(last), ' ')
		if at < 0 {
			last = ansi.Truncate(last, room+1, "")
			kept[n-1] = last + p.ellipsis
			return kept
		}
		last = ansi.Truncate(last, cells(ansi.Strip(last)[:at]), "")
	}
	kept[n-1] = strings.TrimRight(last, " ,;:") + " " + p.ellipsis
	return kept
}

// spaces pads to a width.
func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// pad fills a line with spaces up to a width.
func pad(line string, width int) string { return line + spaces(width-cells(line)) }

// beside sets blocks of lines side by side, each starting at its column.
func beside(columns []int, blocks ...[]string) []string {
	height := 0
	for _, b := range blocks {
		height = max(height, len(b))
	}
	lines := make([]string, height)
	for i := range lines {
		for j, b := range blocks {
			if i < len(b) && b[i] != "" {
				lines[i] = pad(lines[i], columns[j]) + b[i]
			}
		}
	}
	return lines
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
		p.line(spaces(indent) + l)
	}
}

// text adds running text.
func (p *page) text(indent int, spans ...span) {
	p.lines(indent, wrap(p.measure-indent, spans...))
}

// hanging wraps text with all lines but the first indented.
func hanging(width, indent int, spans ...span) []string {
	lines := wrap(width-indent, spans...)
	return append(lines[:1:1], shifted(indent, lines[1:])...)
}

// item adds running text that hangs from a sign: a bullet, a number, a word.
func (p *page) item(indent int, sign span, spans ...span) {
	hang := indent + cells(sign.text) + 1
	p.hang(indent, hang, sign, spans...)
}

// hang adds a label at one column and running text from another.
func (p *page) hang(indent, column int, label span, spans ...span) {
	p.lines(0, beside([]int{indent, column}, []string{render(label.style, label.text)}, wrap(p.measure-column, spans...)))
}

// section starts a part of the report.
func (p *page) section(title string) {
	p.gaps(2)
	title = strings.ToUpper(title)
	p.line(render(p.strong, title) + " " + render(p.faint, strings.Repeat(p.rule, max(3, p.measure-1-cells(title)))))
	p.gap()
}

// heading starts a group within a part.
func (p *page) heading(indent int, title string) {
	p.gap()
	p.lines(indent, wrap(p.measure-indent, p.bold(title)))
}
