package text

import (
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/rating"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// scale are the grades from the worst to the best.
var scale = [...]rating.Grade{rating.Red, rating.AmberRed, rating.AmberGreen, rating.Green}

// inset is where the text beside the matrix's labels starts.
const inset = 12

// step is how wide a step of the matrix is.
const step = 11

// matrix draws context against enablers: a box over both ranges, and a mark where both stand so far.
func (p *page) matrix(m outline.Matrix) []string {
	up, across := m.Context, m.Enablers
	if p.narrow && p.width < inset*2+len(scale)*step {
		lines := p.flow(p.width-2, append(wording.Text{{Text: "Context", Tone: wording.Strong}}, up.Words...))
		lines = append(lines, p.flow(p.width-2, append(wording.Text{{Text: "Enablers", Tone: wording.Strong}}, across.Words...))...)
		return textwrap.Indent(2, lines)
	}
	known := up.SoFar != rating.Unrated && across.SoFar != rating.Unrated
	head := textwrap.Spaces(inset) + textwrap.Pad(textwrap.Render(p.strong, "ENABLERS"), inset)
	for _, g := range scale {
		head += textwrap.Centre(g.String(), step)
	}
	beyond := []string{"", "", p.shade + " may be", textwrap.Render(p.strong, "CONTEXT")} // to the left of the rows, from below
	if known {
		beyond[1] = p.here + " so far"
	}
	rows := []string{head}
	for i := len(scale) - 1; i >= 0; i-- {
		g := scale[i]
		row := "  " + textwrap.Pad(beyond[i], inset-2) + textwrap.Pad(g.String(), inset)
		for _, h := range scale {
			inside := g >= up.Low && g <= up.High && h >= across.Low && h <= across.High
			switch {
			case inside && known && g == up.SoFar && h == across.SoFar:
				half := strings.Repeat(p.shade, step/2)
				row += half + textwrap.Render(p.strong, p.here) + half
			case inside:
				row += strings.Repeat(p.shade, step)
			default:
				row += textwrap.Centre(p.empty, step)
			}
		}
		rows = append(rows, row)
	}
	legend := func(room, most int, label string, of outline.Span) []string {
		return textwrap.Clip(p.flow(room, append(wording.Text{{Text: label, Tone: wording.Strong}}, of.Words...)), most, room, p.ellipsis)
	}
	from := 2*inset + len(scale)*step + 3
	if room := p.width - from; room >= 27 {
		beside := append(legend(room, 3, "Context", up), legend(room, 3, "Enablers", across)...)
		return textwrap.Beside([]int{0, from}, rows, beside)
	}
	room := p.width - inset
	rows = append(rows, textwrap.Indent(inset, legend(room, 2, "Context (up):", up))...)
	return append(rows, textwrap.Indent(inset, legend(room, 2, "Enablers (across):", across))...)
}
