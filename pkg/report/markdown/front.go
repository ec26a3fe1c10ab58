package markdown

import (
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// front draws the first screen: there is room for all of its lines, those too that a screen leaves out. Where they rest in
// the document is for an appendix.
func (d *drawer) front(f *result.Front) {
	d.paragraph("## " + Escaped(f.Title))
	if f.AsOf != "" {
		d.paragraph(Escaped("as at " + f.AsOf))
	}
	for i := range f.Blocks {
		b := &f.Blocks[i]
		if b.ID == result.FrontQuestions {
			d.frontQuestions(b)
			continue
		}
		if b.Heading != "" {
			d.heading(b)
		}
		for _, lines := range [][]result.FrontLine{b.Lines, b.More} {
			for n := range lines {
				d.frontLine(b, &lines[n])
			}
		}
	}
	d.listed = false
}

// heading draws a heading; what runs on behind a gap is running text below it.
func (d *drawer) heading(b *result.FrontBlock) {
	title, more, _ := strings.Cut(b.Heading, "   ")
	d.paragraph("### " + Escaped(title))
	aside := b.Aside
	if b.ID != result.FrontQuestions {
		aside = "" // how its lines are laid out on a screen
	}
	if text := strings.Join(wording.Given(more, aside), "; "); text != "" {
		d.paragraph(Escaped(wording.Sentence(text)))
	}
}

// frontLine draws a line: an item below a heading, and otherwise a paragraph, behind its label where it has one.
func (d *drawer) frontLine(b *result.FrontBlock, l *result.FrontLine) {
	text := Escaped(result.FrontText(l.Text))
	switch {
	case b.Heading != "":
		if l.Mark != "" && l.Mark != "?" {
			text = "**" + Escaped(l.Mark) + "** " + text
		}
		if l.Who != "" {
			text += " " + Escaped(wording.Bracketed(l.Who))
		}
		if !d.listed {
			d.gap()
		}
		d.line("- " + text)
		d.listed = true
	case l.Label != "":
		d.paragraph("**" + Escaped(wording.Upper(l.Label)) + ":** " + text)
	default:
		d.paragraph(text)
	}
}

// frontQuestions draws the six, with the letters and numbers of the lines that bear on each.
func (d *drawer) frontQuestions(b *result.FrontBlock) {
	d.heading(b)
	var rows [][]string
	for i := range b.Lines {
		l := &b.Lines[i]
		pointers := result.FrontPointers(l, func(string) bool { return true })
		rows = append(rows, []string{Escaped(l.Label), Escaped(l.Rated), Escaped(result.FrontText(l.Text)), Escaped(pointers)})
	}
	d.rows([]string{"Question", "So far", "In brief", "See above"}, []string{"---", "---", "---", "---"}, rows)
}
