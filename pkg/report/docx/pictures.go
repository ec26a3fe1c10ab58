package docx

import (
	"fmt"

	"partner/pkg/rating"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// What a cell of a picture says, and the colours of what may be and of where something stands so far.
const (
	mayBe, soFar         = "may be", "so far"
	mayBeFill, soFarFill = "E8EDEE", "AEC7E8"
)

func words(text string) wording.Text { return wording.Text{{Text: text}} }

// scale are the grades from the worst to the best.
var scale = [...]rating.Grade{rating.Red, rating.AmberRed, rating.AmberGreen, rating.Green}

// matrix draws context against enablers as a table: each cell that both may prove says so, and one says where both stand.
func (d *drawer) matrix(m outline.Matrix) {
	up, across := m.Context, m.Enablers
	known := up.SoFar != rating.Unrated && across.SoFar != rating.Unrated
	widths := make([]int, 1+len(scale))
	for i := range widths {
		widths[i] = d.width / len(widths)
	}
	widths[0] += d.width % len(widths)
	d.beginTable(widths, true)
	header := []cell{{text: words("Context, by enablers"), head: true}}
	for _, g := range scale {
		header = append(header, cell{text: words("Enablers " + g.String()), head: true, mid: true})
	}
	d.row(widths, header, true, true)
	for i := len(scale) - 1; i >= 0; i-- {
		g := scale[i]
		row := []cell{{text: words("Context " + g.String()), head: true}}
		for _, h := range scale {
			c := cell{text: words("–"), mid: true}
			if g >= up.Low && g <= up.High && h >= across.Low && h <= across.High {
				c = cell{text: words(mayBe), fill: mayBeFill, mid: true}
				if known && g == up.SoFar && h == across.SoFar {
					c = cell{text: wording.Text{{Text: soFar, Tone: wording.Strong}}, fill: soFarFill, mid: true}
				}
			}
			row = append(row, c)
		}
		d.row(widths, row, false, i > 0)
	}
	d.endTable()
	d.paragraph(paragraph{style: running}, append(wording.Text{{Text: "Context:", Tone: wording.Strong}}, up.Words...))
	d.paragraph(paragraph{style: running}, append(wording.Text{{Text: "Enablers:", Tone: wording.Strong}}, across.Words...))
}

// ranges draws the ratings of the whole and of the six questions as a table: each cell that a rating may prove says so,
// and one says where it stands.
func (d *drawer) ranges(of outline.Ranges) {
	const known = 1100
	first := d.width / 4
	rest := (d.width - first - known) / len(scale)
	widths := []int{d.width - known - rest*len(scale)}
	header := []cell{{text: words("Rating"), head: true}}
	for _, g := range scale {
		widths = append(widths, rest)
		header = append(header, cell{text: words(wording.Upper(g.String())), head: true, mid: true})
	}
	widths = append(widths, known)
	header = append(header, cell{text: words("Known"), head: true, mid: true})
	d.beginTable(widths, true)
	d.row(widths, header, true, true)
	for n, r := range of.Of {
		row := []cell{{text: words(r.Title), head: true}}
		for _, g := range scale {
			c := cell{text: words("–"), mid: true}
			switch {
			case g == r.Of.SoFar:
				c = cell{text: wording.Text{{Text: soFar, Tone: wording.Strong}}, fill: fills[g], mid: true}
			case g >= r.Of.Low && g <= r.Of.High:
				c = cell{text: words(mayBe), fill: mayBeFill, mid: true}
			}
			row = append(row, c)
		}
		d.row(widths, append(row, cell{text: words(fmt.Sprintf("%d of %d", r.Known, r.All)), mid: true}), false, n < len(of.Of)-1)
	}
	d.endTable()
}
