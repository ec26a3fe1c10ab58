package report

import (
	"io"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"partner/pkg/internal/textwrap"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// style is a way to write, or nil for plain.
type style = textwrap.Style

// look is what the page is drawn with: styles, and one-cell marks.
type look struct {
	strong, faint style
	ratings       map[rating.Grade]style
	marks         map[rating.Grade]string  // of the ratings; Unrated is too little known
	signs         map[rating.Status]string // of the statuses of criteria
	rule          string                   // a line across
	dot           string                   // between phrases
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
		ratings: map[rating.Grade]style{rating.Green: colour("2", true), rating.AmberGreen: colour("3", true), rating.AmberRed: colour("9", false), rating.Red: colour("1", true)},
		marks:   map[rating.Grade]string{rating.Green: "●", rating.AmberGreen: "◐", rating.AmberRed: "◔", rating.Red: "○", rating.Unrated: "?"},
		signs:   map[rating.Status]string{rating.Met: "+", rating.Partly: "~", rating.NotMet: "-", rating.Disputed: "!", rating.Unknown: "?"},
		rule:    "─", dot: "·", ellipsis: "…", empty: "·", shade: "░", here: "◆", dash: "–", arrow: "→", pound: "£",
	}
	if o.ASCII {
		l.marks = map[rating.Grade]string{rating.Green: "G", rating.AmberGreen: "g", rating.AmberRed: "r", rating.Red: "R", rating.Unrated: "?"}
		l.rule, l.dot, l.ellipsis, l.empty, l.shade, l.here, l.dash, l.arrow, l.pound = "-", "-", "...", ".", ":", "X", "-", "->", "GBP "
	}
	return l
}

// shown is the colour that stands for a rating: the rating so far, or none where too little is known.
func shown(r result.Rating) rating.Grade {
	if r.TooLittleKnown {
		return rating.Unrated
	}
	return r.SoFar
}

// mark is the mark of a rating, in its colour.
func (l look) mark(g rating.Grade) span { return span{Text: l.marks[g], Style: l.ratings[g]} }

// words are the mark and the words of a rating; its colour is written in that colour.
func (l look) words(r result.Rating) []span {
	spans := []span{l.mark(shown(r))}
	for i, p := range r.Phrases() {
		spans = append(spans, span{Text: p.Text, Style: l.ratings[p.Grade], Glued: i > 0})
	}
	return spans
}
