package textwrap

import (
	"strings"

	"partner/pkg/internal/letters"
)

// Style is a way to write text, such as a colour; nil is plain. Neighbours of one style are rendered in one
// go, so styles must be comparable: pointers.
type Style interface{ Render(...string) string }

// Span is a run of words in one style. It is parted from the one before it by a space, unless it is glued
// to that or holds no words.
type Span struct {
	Text  string
	Style Style
	Glued bool
}

// Render writes text in a style.
func Render(s Style, text string) string {
	if s == nil || text == "" {
		return text
	}
	return s.Render(text)
}

// Wrap breaks text into lines of at most width cells: at spaces, and inside a word only where the word
// alone is too long. It always gives at least one line.
func Wrap(width int, text string) []string {
	if lines, ok := wrapSimple(width, text); ok {
		return lines
	}
	return wrapWords(width, []Span{{Text: text}})
}

// Flow lays spans into lines as Wrap lays text.
func Flow(width int, spans ...Span) []string {
	if text, ok := joined(spans); ok {
		if lines, ok := wrapSimple(width, text); ok {
			return lines
		}
	}
	return wrapWords(width, spans)
}

// joined puts spans without a style together, as the words of one text.
func joined(spans []Span) (string, bool) {
	if len(spans) == 1 {
		return spans[0].Text, spans[0].Style == nil && !spans[0].Glued
	}
	size := 0
	for _, s := range spans {
		if s.Style != nil {
			return "", false
		}
		size += len(s.Text) + 1
	}
	var b strings.Builder
	b.Grow(size)
	for _, s := range spans {
		text := strings.TrimRight(s.Text, " ")
		if text == "" {
			continue
		}
		if b.Len() > 0 && (!s.Glued || text[0] == ' ') {
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
	if letters.Simple(text) && !strings.Contains(text, "  ") {
		for len(text) > width {
			at := -1
			if width >= 0 {
				at = strings.LastIndexByte(text[:width+1], ' ')
			}
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
		case c == ' ' && before == ' ' || !letters.OneCell(c):
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

// word is part of a line: written after a space, unless it is glued to the word before.
type word struct {
	text  string
	style Style
	glued bool
	torn  bool // the rest of a word that was too long for a line
}

// wrapWords wraps any spans, word by word.
func wrapWords(width int, spans []Span) []string {
	var lines []string
	ws := words(width, spans)
	start, used := 0, 0
	for i := 0; i < len(ws); {
		n, gap, next := Cells(ws[i].text), 1, i+1
		for next < len(ws) && ws[next].glued && !ws[next].torn { // what is glued together stays so
			n += Cells(ws[next].text)
			next++
		}
		if n > width { // but not where it is too long for a line
			n, next = Cells(ws[i].text), i+1
		}
		if ws[i].glued || i == start {
			gap = 0
		}
		if used+gap+n > width && i > start {
			lines = append(lines, line(ws[start:i]))
			start, used, gap = i, 0, 0
		}
		used += gap + n
		i = next
	}
	return append(lines, line(ws[start:]))
}

// words splits spans at their spaces, and words that are wider than a line into pieces.
func words(width int, spans []Span) []word {
	room := 0
	for _, s := range spans {
		room += 1 + len(s.Text)/4
	}
	ws := make([]word, 0, room)
	for _, s := range spans {
		stuck := s.Glued && !strings.HasPrefix(s.Text, " ")
		for f := range strings.FieldsSeq(s.Text) {
			w := word{f, s.Style, stuck, false}
			stuck = false
			for Cells(w.text) > width {
				piece := broken(w.text, width)
				ws = append(ws, word{piece, w.style, w.glued, w.torn})
				w = word{w.text[len(piece):], w.style, true, true}
			}
			if w.text != "" {
				ws = append(ws, w)
			}
		}
	}
	return ws
}

// line writes the words of a line, neighbours of one style in one go.
func line(of []word) string {
	size := 0
	for _, w := range of {
		size += len(w.text) + 1
	}
	var b, run strings.Builder
	b.Grow(size)
	for i := 0; i < len(of); {
		if i > 0 && !of[i].glued {
			b.WriteByte(' ')
		}
		to, s := &b, of[i].style
		if s != nil {
			run.Reset()
			to = &run
		}
		for first := i; i < len(of) && of[i].style == s; i++ {
			if i > first && !of[i].glued {
				to.WriteByte(' ')
			}
			to.WriteString(of[i].text)
		}
		if s != nil {
			b.WriteString(s.Render(run.String()))
		}
	}
	return b.String()
}
