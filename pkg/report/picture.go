package report

import (
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/rating"
)

// scale are the ratings from the worst to the best.
var scale = []rating.Grade{rating.Red, rating.AmberRed, rating.AmberGreen, rating.Green}

// cell is how wide a step of the picture is.
const cell = 11

// picture draws context against enablers: a box over both ranges, and a mark where both stand so far.
func (p *page) picture() []string {
	ctx, en := p.r.Context.Rating, p.r.Enablers.Rating
	known := !ctx.TooLittleKnown && !en.TooLittleKnown

	head := textwrap.Spaces(inset) + textwrap.Pad(textwrap.Render(p.strong, "ENABLERS"), inset)
	for _, g := range scale {
		head += textwrap.Centre(g.String(), cell)
	}
	beyond := []string{"", "", p.shade + " may be", textwrap.Render(p.strong, "CONTEXT")} // to the left of the rows, from below
	if known {
		beyond[1] = p.here + " so far"
	}
	rows := []string{head}
	for i := len(scale) - 1; i >= 0; i-- {
		row := "  " + textwrap.Pad(beyond[i], inset-2)
		up := scale[i]
		row += textwrap.Pad(up.String(), inset)
		for _, across := range scale {
			inside := up >= ctx.Low && up <= ctx.High && across >= en.Low && across <= en.High
			switch {
			case inside && known && up == ctx.SoFar && across == en.SoFar:
				half := strings.Repeat(p.shade, cell/2)
				row += half + textwrap.Render(p.strong, p.here) + half
			case inside:
				row += strings.Repeat(p.shade, cell)
			default:
				row += textwrap.Centre(p.empty, cell)
			}
		}
		rows = append(rows, row)
	}
	from := 2*inset + len(scale)*cell + 3
	if room := p.width - from; room >= 27 {
		legend := p.clip(textwrap.Flow(room, append([]span{p.bold("Context")}, p.words(ctx)...)...), 3, room)
		legend = append(legend, p.clip(textwrap.Flow(room, append([]span{p.bold("Enablers")}, p.words(en)...)...), 3, room)...)
		return textwrap.Beside([]int{0, from}, rows, legend)
	}
	room := p.width - inset
	rows = append(rows, textwrap.Indent(inset, p.clip(textwrap.Flow(room, append([]span{p.bold("Context (up):")}, p.words(ctx)...)...), 2, room))...)
	return append(rows, textwrap.Indent(inset, p.clip(textwrap.Flow(room, append([]span{p.bold("Enablers (across):")}, p.words(en)...)...), 2, room))...)
}
