package docx

import (
	"fmt"
	"strconv"

	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// blocks draws blocks; headings among them are of that level.
func (d *drawer) blocks(level int, all []outline.Block) {
	below := level // of headings under a chapter
	for i := 0; i < len(all); i++ {
		switch b := all[i].(type) {
		case outline.Break:
		case outline.Paragraph:
			next := false
			if i+1 < len(all) {
				_, next = all[i+1].(outline.Table)
			}
			d.paragraph(paragraph{style: running, keeps: next}, b.Text)
		case outline.Heading:
			d.heading(below, b.Text)
		case outline.Chapter:
			d.heading(level, strconv.Itoa(b.Number)+" "+b.Title)
			below = level + 1
		case outline.Fact:
			d.paragraph(paragraph{style: running}, append(wording.Text{{Text: b.Label + ":", Tone: wording.Strong}}, b.Text...))
		case outline.Below:
			d.blocks(below, b.Blocks)
		case outline.Table:
			d.table(b)
		case outline.Matrix:
			d.matrix(b)
		case outline.Ranges:
			d.ranges(b)
		case outline.Item:
			items := together(all[i:])
			d.items(items)
			i += len(items) - 1
		default:
			panic(fmt.Sprintf("docx: a block of no known kind: %T", b))
		}
	}
}

// together are the items at the start of blocks that make up one list; what parts them in a text does not.
func together(all []outline.Block) []outline.Item {
	var items []outline.Item
	for _, b := range all {
		it, is := b.(outline.Item)
		if !is || len(items) > 0 && it.Bullet.Kind != items[0].Bullet.Kind {
			break
		}
		items = append(items, it)
	}
	return items
}

// items draws a list.
func (d *drawer) items(all []outline.Item) {
	if all[0].Bullet.Kind == outline.Entry {
		for _, it := range all {
			d.paragraph(paragraph{style: running, keeps: len(it.Below) > 0}, it.Text)
			d.continued(it.Below)
		}
		return
	}
	marks := make([]string, len(all))
	for i, it := range all {
		switch it.Bullet.Kind {
		case outline.Marked:
			marks[i] = it.Bullet.Mark
		case outline.Numbered:
			marks[i] = strconv.Itoa(it.Bullet.Number)
		}
	}
	l := d.begun(marks)
	for i, it := range all {
		text := it.Text
		if it.Bullet.Kind == outline.Signed {
			text = append(text[:len(text):len(text)], wording.Part{Text: wording.Bracketed(outline.StatusWords(it.Bullet.Sign.Status)), Tone: wording.Faint})
		}
		d.listItem(l, marks[i], text)
		d.continued(it.Below)
	}
}

// continued draws what belongs to an item below its text.
func (d *drawer) continued(all []outline.Block) {
	for _, b := range all {
		switch b := b.(type) {
		case outline.Paragraph:
			d.paragraph(paragraph{style: goesOn}, b.Text)
		case outline.Fact:
			text := b.Text
			if b.Label != "" {
				text = append(wording.Text{{Text: b.Label + ":"}}, text...)
			}
			d.paragraph(paragraph{style: goesOn}, text)
		default:
			panic(fmt.Sprintf("docx: a block of no known kind below an item: %T", b))
		}
	}
}

// list is the list that an item is of.
type list struct {
	kind   numbering
	number int // by which its items refer to it; 0 where each has a mark of its own, or the style numbers it
}

// numbering is how a list is numbered.
type numbering int

// The kinds of lists, in the order of their definitions.
const (
	dashes numbering = iota
	figures
	letters
	asks
	literally // each item has a mark of its own, which no numbering would make
)

// numberingOf is the kind of list whose items have these marks.
func numberingOf(marks []string) numbering {
	is := func(mark func(i int) string) bool {
		for i, m := range marks {
			if m != mark(i) {
				return false
			}
		}
		return true
	}
	switch {
	case is(func(int) string { return "" }):
		return dashes
	case is(func(i int) string { return strconv.Itoa(i + 1) }):
		return figures
	case len(marks) <= 26 && is(func(i int) string { return string(rune('a' + i)) }):
		return letters
	case is(func(int) string { return "?" }):
		return asks
	}
	return literally
}

// begun begins a list whose items have these marks.
func (d *drawer) begun(marks []string) list {
	l := list{kind: numberingOf(marks)}
	if l.kind == literally || l.kind == dashes && d.styles.numbers(bulleted) {
		return l
	}
	d.lists = append(d.lists, l.kind)
	l.number = d.numbersFrom + len(d.lists) - 1
	return l
}

// listItem draws the text of an item.
func (d *drawer) listItem(l list, mark string, t wording.Text) {
	p := paragraph{style: itemised, list: l.number}
	switch l.kind {
	case dashes:
		p.style = bulleted
	case literally:
		p.own = `<w:tabs><w:tab w:val="left" w:pos="425"/></w:tabs><w:ind w:left="425" w:hanging="425"/>`
		d.begin(p)
		d.run(wording.Plain, mark)
		d.tab()
		d.text(t)
		d.end(p)
		return
	}
	d.paragraph(p, t)
}
