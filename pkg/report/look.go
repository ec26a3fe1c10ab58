package report

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"partner/pkg/internal/textwrap"
	"partner/pkg/result"
)

// style is a way to write, or nil for plain.
type style = textwrap.Style

// look is what the page is drawn with: styles, and one-cell marks.
type look struct {
	strong, faint style
	ratings       map[string]style
	marks         map[string]string // of the ratings; "" is too little known
	signs         map[string]string // of the statuses of criteria
	rule          string            // a line across
	dot           string            // between phrases
	ellipsis      string
	empty         string // a cell of the picture that nothing reaches
	shade         string // a cell of the picture that the range reaches
	here          string // where the rating so far stands
	dash          string // where there is nothing to say
	arrow         string
	pound         string
}

// newLook never asks the terminal: colours are the sixteen of ANSI, or none.
func newLook(o Options) look {
	profile := termenv.Ascii
	if o.Colour {
		profile = termenv.ANSI
	}
	r := lipgloss.NewRenderer(io.Discard, termenv.WithProfile(profile))
	r.SetColorProfile(profile)
	r.SetHasDarkBackground(false)
	as := func(s lipgloss.Style) style {
		if !o.Colour {
			return nil // it would write the same text, only slower
		}
		return &s
	}
	colour := func(c string, bold bool) style {
		return as(r.NewStyle().Foreground(lipgloss.Color(c)).Bold(bold))
	}
	l := look{
		strong: as(r.NewStyle().Bold(true)), faint: as(r.NewStyle().Faint(true)),
		ratings: map[string]style{"green": colour("2", true), "amber-green": colour("3", true), "amber-red": colour("9", false), "red": colour("1", true)},
		marks:   map[string]string{"green": "●", "amber-green": "◐", "amber-red": "◔", "red": "○", "": "?"},
		signs:   map[string]string{"met": "+", "partly met": "~", "not met": "-", "disputed": "!", "unknown": "?"},
		rule:    "─", dot: "·", ellipsis: "…", empty: "·", shade: "░", here: "◆", dash: "–", arrow: "→", pound: "£",
	}
	if o.ASCII {
		l.marks = map[string]string{"green": "G", "amber-green": "g", "amber-red": "r", "red": "R", "": "?"}
		l.rule, l.dot, l.ellipsis, l.empty, l.shade, l.here, l.dash, l.arrow, l.pound = "-", "-", "...", ".", ":", "X", "-", "->", "GBP "
	}
	return l
}

// shown is the colour that stands for a rating: the rating so far, or none where too little is known.
func shown(r result.Rating) string {
	if r.TooLittleKnown {
		return ""
	}
	return r.SoFar
}

// mark is the mark of a rating, in its colour.
func (l look) mark(colour string) span { return span{Text: l.marks[colour], Style: l.ratings[colour]} }

// words are the mark and the words of a rating; its colour is written in that colour.
func (l look) words(r result.Rating) []span {
	c := shown(r)
	spans := []span{l.mark(c)}
	if c != "" && strings.HasPrefix(r.Words, c) {
		return append(spans, span{Text: c, Style: l.ratings[c]}, glue(r.Words[len(c):]))
	}
	return append(spans, plain(r.Words))
}
