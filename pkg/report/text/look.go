package text

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"partner/pkg/internal/letters"
	"partner/pkg/internal/textwrap"
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// style is a way to write, or nil for plain.
type style = textwrap.Style

// look is what a page is drawn with: styles, and one-cell marks.
type look struct {
	strong, faint style
	grades        [rating.Green + 1]style
	marks         [rating.Green + 1]string // of the grades; of Unrated for too little known
	signs         map[rating.Status]string
	rule          string // a line across
	dash, dot     string // before the items of a list, and of a list within it
	ellipsis      string
	empty         string         // a cell of the matrix that nothing reaches
	shade         string         // a cell of the matrix that the range reaches
	here          string         // where the rating so far stands
	shades        [shades]string // of cells of a table of counts, by how much of their row they have
	ascii         bool
}

// newLook never asks the terminal: colours are the sixteen of ANSI, or none.
func newLook(o Options) look {
	l := look{
		marks: [...]string{rating.Unrated: "?", rating.Red: "○", rating.AmberRed: "◔", rating.AmberGreen: "◐", rating.Green: "●"},
		signs: map[rating.Status]string{rating.Met: "+", rating.AtLeastPartly: "≥", rating.Partly: "~", rating.AtMostPartly: "≤", rating.NotMet: "-", rating.Disputed: "!", rating.Unknown: "?"},
		rule:  "─", dash: "–", dot: "·", ellipsis: "…", empty: "·", shade: "░", here: "◆", ascii: o.ASCII,
		shades: [...]string{"░", "▒", "▓", "█"},
	}
	if o.ASCII {
		l.signs[rating.AtLeastPartly], l.signs[rating.AtMostPartly] = ">", "<"
		l.marks = [...]string{rating.Unrated: "?", rating.Red: "R", rating.AmberRed: "r", rating.AmberGreen: "g", rating.Green: "G"}
		l.rule, l.dash, l.dot, l.ellipsis, l.empty, l.shade, l.here = "-", "-", "-", "...", ".", ":", "X"
		l.shades = [...]string{".", ":", "+", "#"}
	}
	if !o.Colour {
		return l // styles would write the same text, only slower
	}
	r := lipgloss.NewRenderer(io.Discard, termenv.WithProfile(termenv.ANSI))
	r.SetColorProfile(termenv.ANSI)
	r.SetHasDarkBackground(false)
	as := func(s lipgloss.Style) style { return &s }
	colour := func(c string) lipgloss.Style { return r.NewStyle().Foreground(lipgloss.Color(c)) }
	l.strong, l.faint = as(r.NewStyle().Bold(true)), as(r.NewStyle().Faint(true))
	l.grades = [...]style{rating.Red: as(colour("1").Bold(true)), rating.AmberRed: as(colour("9").Bold(false)), rating.AmberGreen: as(colour("3").Bold(true)), rating.Green: as(colour("2").Bold(true))}
	return l
}

// punctuation writes typographic signs in ASCII.
var punctuation = strings.NewReplacer(
	"·", "-", "–", "-", "—", "-", "…", "...", "‘", "'", "’", "'", "“", `"`, "”", `"`, "•", "*", "→", "->", "×", "x", "£", "GBP ", "€", "EUR ")

// plain is text as it is written on this page.
func (l *look) plain(text string) string {
	if l.ascii && !letters.Simple(text) {
		return punctuation.Replace(text)
	}
	return text
}

// span is a part as it is written on this page.
func (l *look) span(p wording.Part) textwrap.Span {
	s := textwrap.Span{Glued: p.Glued, Style: l.grades[p.Grade]}
	switch p.Kind {
	case wording.Mark:
		s.Text = l.marks[p.Grade]
	case wording.Sign:
		s.Text = l.signs[p.Status]
	default:
		s.Text = l.plain(p.Text)
	}
	switch {
	case s.Style != nil:
	case p.Tone == wording.Strong:
		s.Style = l.strong
	case p.Tone == wording.Faint:
		s.Style = l.faint
	}
	return s
}

// words is text as it is written where there are no styles, such as in a cell of a table. A status without
// a sign is as wide as if it had one.
func (l *look) words(t wording.Text) string {
	if len(t) == 1 {
		return l.span(t[0]).Text
	}
	var b strings.Builder
	for i, p := range t {
		s := l.span(p)
		if i > 0 && s.Text != "" && !s.Glued {
			b.WriteByte(' ')
		}
		b.WriteString(s.Text)
	}
	return b.String()
}
