package text

import (
	"fmt"
	"strings"

	"partner/pkg/internal/letters"
	"partner/pkg/internal/textwrap"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// blocks draws blocks, one below the other.
func (p *page) blocks(indent int, all []outline.Block) {
	for _, b := range all {
		p.block(indent, b)
	}
}

func (p *page) block(indent int, b outline.Block) {
	switch b := b.(type) {
	case outline.Paragraph:
		p.lines(indent, p.flow(p.measure-indent, b.Text))
	case outline.Break:
		p.gaps(1)
	case outline.Heading:
		p.gaps(1)
		p.lines(indent, textwrap.Flow(p.measure-indent, textwrap.Span{Text: p.plain(b.Text), Style: p.strong}))
	case outline.Chapter:
		p.gaps(2)
		p.chapter(b)
	case outline.Item:
		p.item(indent, b)
	case outline.Below:
		p.blocks(indent+2, b.Blocks)
	case outline.Fact:
		p.fact(indent, b)
	case outline.Terms:
		p.terms(indent, b)
	case outline.Table:
		p.tableOr(indent, b)
	case outline.List:
		p.list(indent, b)
	case outline.Pair:
		p.pair(indent, b)
	case outline.Matrix:
		p.lines(0, p.matrix(b))
	case outline.Heat:
		p.heat(indent, b)
	case outline.Sample:
		for _, l := range b.Lines {
			p.whole(indent+2, wording.Text{{Text: l}}, p.fits || p.narrow, false)
		}
	case outline.Lines:
		for _, l := range b.Of {
			p.whole(indent, l, p.fits, b.Cut)
		}
	default:
		panic(fmt.Sprintf("text: a block of no known kind: %T", b))
	}
}

func (p *page) chapter(c outline.Chapter) {
	number := fmt.Sprint(c.Number)
	p.hang(0, len(number)+1, number, p.strong, wording.Text{{Text: strings.ToUpper(c.Title), Tone: wording.Strong}})
}

func (p *page) item(indent int, it outline.Item) {
	bullet, s := p.dash, style(nil)
	switch it.Bullet.Kind {
	case outline.Dot:
		bullet, s = p.dot, p.faint
	case outline.Numbered:
		bullet = fmt.Sprint(it.Bullet.Number)
	case outline.Marked:
		bullet = it.Bullet.Mark
	case outline.Signed:
		sign := p.span(it.Bullet.Sign)
		if s = sign.Style; sign.Text != "" {
			bullet = sign.Text
		}
	case outline.Entry:
		p.lines(indent, textwrap.Hang(p.measure-indent, 2, p.spans(it.Text)...))
		p.blocks(indent+2, it.Below)
		return
	}
	hang := indent + len(bullet) + 1
	if !letters.Simple(bullet) {
		hang = indent + textwrap.Cells(bullet) + 1
	}
	p.hang(indent, hang, bullet, s, it.Text)
	p.blocks(hang, it.Below)
}

func (p *page) fact(indent int, f outline.Fact) {
	label := p.plain(f.Label)
	if f.Lines == nil {
		p.hang(indent, indent+p.labels, label, p.label, f.Text)
		return
	}
	column := indent + p.labels
	if p.narrow {
		p.lines(indent, []string{textwrap.Render(p.label, label)})
		column, label = indent+2, ""
	}
	for _, l := range f.Lines {
		text, hang := p.plain(l.Text), l.Depth
		if l.Part {
			text, hang = "- "+text, hang+2
		}
		lines := textwrap.Wrap(max(p.measure-column-hang, 1), text)
		lines = append(textwrap.Indent(l.Depth, lines[:1]), textwrap.Indent(hang, lines[1:])...)
		p.lines(0, textwrap.Beside([]int{indent, column}, []string{textwrap.Render(p.label, label)}, lines))
		label = ""
	}
}

// terms draws texts from the column that the longest of their names leaves.
func (p *page) terms(indent int, t outline.Terms) {
	column := 0
	for _, x := range t.Of {
		column = max(column, textwrap.Cells(p.span(x.Name).Text))
	}
	column += indent + 3
	for _, x := range t.Of {
		name := p.span(x.Name)
		p.hang(indent, column, name.Text, name.Style, x.Text)
		if p.below(indent, column) {
			p.blocks(indent+2, x.Below)
			continue
		}
		p.blocks(column, x.Below)
	}
}

// wide is the width from which two blocks stand side by side.
const wide = 96

// pair draws two lists side by side, or one below the other on a narrow page.
func (p *page) pair(indent int, of outline.Pair) {
	room := p.measure - indent
	if p.width >= wide {
		room = (room - 4) / 2
	}
	left, right := p.side(room, of.Left), p.side(room, of.Right)
	if p.width >= wide {
		p.lines(0, textwrap.Beside([]int{indent, indent + room + 4}, left, right))
		return
	}
	p.lines(indent, left)
	p.gaps(1)
	p.lines(indent, right)
}

func (p *page) side(width int, of outline.Side) []string {
	part := p.part(width)
	part.blocks(0, of.Blocks)
	lines := strings.Split(strings.TrimSuffix(part.out.String(), "\n"), "\n")
	return append([]string{textwrap.Render(p.strong, p.plain(of.Title))}, lines...)
}
