package markdown

import (
	"fmt"
	"slices"
	"strings"

	"partner/pkg/rating"
	"partner/pkg/report/outline"
)

func (d *drawer) table(t outline.Table) {
	titles, rule := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i], rule[i] = Escaped(c.Title), "---"
	}
	rows := make([][]string, len(t.Rows))
	for i, cells := range t.Rows {
		for _, c := range cells {
			rows[i] = append(rows[i], words(c))
		}
	}
	d.rows(titles, rule, rows)
}

func (d *drawer) heat(h outline.Heat) {
	titles, rule := []string{""}, []string{"---"}
	for _, c := range h.Columns {
		titles, rule = append(titles, Escaped(c.Title)), append(rule, "---:")
	}
	var rows [][]string
	for _, r := range h.Rows {
		cells := []string{Escaped(r.Title)}
		for _, n := range r.Counts {
			cells = append(cells, fmt.Sprint(n))
		}
		rows = append(rows, cells)
	}
	d.rows(titles, rule, rows)
}

// matrix sets context and enablers below each other, each with what it may prove and where it stands so far.
func (d *drawer) matrix(m outline.Matrix) {
	scale := []rating.Grade{rating.Red, rating.AmberRed, rating.AmberGreen, rating.Green}
	titles, rule := []string{""}, []string{"---"}
	for _, g := range scale {
		titles, rule = append(titles, g.String()), append(rule, ":---:")
	}
	row := func(title string, s outline.Span) []string {
		cells := []string{title}
		for _, g := range scale {
			switch {
			case s.SoFar == g:
				cells = append(cells, "**so far**")
			case g >= s.Low && g <= s.High:
				cells = append(cells, "may be")
			default:
				cells = append(cells, "")
			}
		}
		return append(cells, words(s.Words))
	}
	d.rows(append(titles, "in words"), append(rule, "---"), [][]string{row("Context", m.Context), row("Enablers", m.Enablers)})
}

// list draws rows of words, of which the first are names.
func (d *drawer) list(l outline.List) {
	if len(l.Rows) == 0 {
		return
	}
	var rows [][]string
	for _, row := range l.Rows {
		var cells []string
		for i, text := range row {
			if text = Escaped(text); i == 0 && text != "" {
				text = strong(text)
			}
			cells = append(cells, text)
		}
		rows = append(rows, cells)
	}
	d.rows(make([]string, len(rows[0])), slices.Repeat([]string{"---"}, len(rows[0])), rows)
}

func (d *drawer) rows(titles, rule []string, rows [][]string) {
	d.gap()
	for _, cells := range append([][]string{titles, rule}, rows...) {
		d.line("| " + strings.Join(cells, " | ") + " |")
	}
}

// sample draws lines of a document between fences that are longer than any run of their sign in them.
func (d *drawer) sample(s outline.Sample) {
	fence := "```"
	for strings.Contains(strings.Join(s.Lines, "\n"), fence) {
		fence += "`"
	}
	d.gap()
	d.line(fence + "yaml")
	for _, l := range s.Lines {
		d.line(l)
	}
	d.line(fence)
}
