package markdown

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"partner/pkg/rating"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// Page writes a page of sections as GitHub-flavoured Markdown. Its headings begin with the second level: the first is the
// title of what it is pasted into.
func Page(w io.Writer, o outline.Outline) error {
	var d drawer
	top := true // the first heading names the page
	if o.Front != nil {
		d.front(o.Front)
		top = false
	}
	d.blocks(o.Lead)
	for _, s := range o.Sections {
		level := "### "
		if top {
			level, top = "## ", false
		}
		d.gap()
		d.line(level + Escaped(s.Title))
		d.blocks(s.Blocks)
	}
	if len(o.Annex) > 0 {
		d.gap()
		d.line("## Appendix: for whoever edits the document")
		for _, s := range o.Annex {
			d.gap()
			d.line("### " + Escaped(s.Title))
			d.blocks(s.Blocks)
		}
	}
	if len(o.Closing) > 0 {
		d.gap()
		d.line(words(o.Closing))
	}
	_, err := w.Write(d.Bytes())
	return err
}

// drawer is Markdown in the making.
type drawer struct {
	bytes.Buffer
	listed bool // the line before is of a list
	stated bool // it is a fact, which one without a label goes on
}

// gap parts what follows from what stands there.
func (d *drawer) gap() {
	if d.Len() > 0 {
		d.WriteByte('\n')
	}
	d.listed = false
}

func (d *drawer) line(text string) { d.WriteString(strings.TrimRight(text, " ") + "\n") }

func (d *drawer) paragraph(text string) {
	if text != "" {
		d.gap()
		d.line(text)
	}
}

func (d *drawer) blocks(all []outline.Block) {
	for _, b := range all {
		d.block(b)
	}
}

// block draws a block that stands in no list.
func (d *drawer) block(b outline.Block) {
	switch b := b.(type) {
	case outline.Break:
		d.listed = false
	case outline.Paragraph:
		d.paragraph(words(b.Text))
	case outline.Heading:
		d.paragraph("**" + Escaped(b.Text) + "**")
	case outline.Chapter:
		d.paragraph(fmt.Sprintf("#### %d\\. %s", b.Number, Escaped(b.Title)))
	case outline.Below:
		d.blocks(b.Blocks)
	case outline.Table:
		d.table(b)
	case outline.Heat:
		d.heat(b)
	case outline.Matrix:
		d.matrix(b)
	case outline.Pair:
		for _, side := range []outline.Side{b.Left, b.Right} {
			d.paragraph("**" + Escaped(side.Title) + "**")
			d.blocks(side.Blocks)
		}
	case outline.List:
		d.list(b)
	case outline.Sample:
		d.sample(b)
	case outline.Lines:
		var all []string
		for _, l := range b.Of {
			all = append(all, words(l))
		}
		d.paragraph(strings.Join(all, "\\\n"))
	case outline.Item, outline.Fact, outline.Terms:
		if !d.listed {
			d.gap()
		}
		d.entry("", b)
		d.listed = true
	default:
		panic(fmt.Sprintf("markdown: a block of no known kind: %T", b))
	}
}

// entry draws a block as entries of a list, so far in. Within a list nothing is parted by blank lines.
func (d *drawer) entry(in string, b outline.Block) {
	before := d.stated
	d.stated = false
	switch b := b.(type) {
	case outline.Item:
		bullet, text := bulleted(b)
		d.line(in + bullet + text)
		d.below(in+strings.Repeat(" ", len(bullet)), b.Below)
	case outline.Fact:
		switch text := words(b.Text); {
		case b.Lines != nil:
			d.line(in + "- **" + Escaped(b.Label) + ":**")
			for _, l := range b.Lines {
				d.line(in + "  " + strings.Repeat("  ", depth(b.Lines, l)) + "- " + Escaped(l.Text))
			}
		case b.Label == "" && before:
			d.goOn(in, text)
		case b.Label == "":
			d.line(in + "- " + text)
		default:
			d.line(in + "- **" + Escaped(b.Label) + ":** " + text)
		}
		d.stated = b.Lines == nil
	case outline.Terms:
		for _, x := range b.Of {
			d.line(in + "- **" + strings.Trim(words(wording.Text{x.Name}), "*") + ":** " + words(x.Text))
			d.below(in+"  ", x.Below)
		}
	case outline.Paragraph:
		d.line(in + "- " + words(b.Text))
	case outline.Heading:
		d.line(in + "- **" + Escaped(b.Text) + "**")
	case outline.Below:
		for _, x := range b.Blocks {
			d.entry(in, x)
		}
	case outline.Break:
	case outline.Table:
		for _, cells := range b.Rows {
			var all []string
			for _, c := range cells {
				if text := words(c); text != "" {
					all = append(all, text)
				}
			}
			d.line(in + "- " + strings.Join(all, "; "))
		}
	default:
		panic(fmt.Sprintf("markdown: a block of no known kind in a list: %T", b))
	}
}

// below draws what belongs to an entry: running text goes on in its line, behind a line break, until there is a list.
func (d *drawer) below(in string, all []outline.Block) {
	running := true
	for _, b := range flat(all) {
		if p, is := b.(outline.Paragraph); is && running {
			if text := words(p.Text); text != "" {
				d.goOn(strings.TrimSuffix(in, "  "), text)
			}
			continue
		}
		running = false
		d.entry(in, b)
	}
}

// goOn draws text below that of an entry so far in, behind a line break.
func (d *drawer) goOn(in, text string) {
	d.Truncate(d.Len() - 1)
	d.WriteString("\\\n" + in + "  " + text + "\n")
}

// flat takes blocks out of those that only say that they belong to what stands before them.
func flat(all []outline.Block) []outline.Block {
	var out []outline.Block
	for _, b := range all {
		switch b := b.(type) {
		case outline.Below:
			out = append(out, flat(b.Blocks)...)
		case outline.Break:
		default:
			out = append(out, b)
		}
	}
	return out
}

// bulleted is how an item begins.
func bulleted(it outline.Item) (bullet, text string) {
	bullet, text = "- ", words(it.Text)
	switch it.Bullet.Kind {
	case outline.Numbered:
		bullet = fmt.Sprint(it.Bullet.Number) + ". "
	case outline.Marked:
		text = "**" + Escaped(it.Bullet.Mark) + "** " + text
	case outline.Signed:
		text = words(wording.Text{it.Bullet.Sign}) + " " + text
	}
	return bullet, strings.TrimLeft(text, " ")
}

// depth is how deep a line of a condition lies, in steps of what is outside it.
func depth(all []outline.Line, l outline.Line) int {
	var depths []int
	for _, x := range all {
		depths = append(depths, x.Depth)
	}
	slices.Sort(depths)
	at, _ := slices.BinarySearch(slices.Compact(depths), l.Depth)
	return at
}

// signs stand for statuses, as on a page of text.
var signs = map[rating.Status]string{
	rating.Met: "`+`", rating.AtLeastPartly: "`≥`", rating.Partly: "`~`", rating.AtMostPartly: "`≤`", rating.NotMet: "`-`", rating.Disputed: "`!`", rating.Unknown: "`?`",
}

// words are the words of a text, with what is strong marked as such, and signs of statuses. The mark of a rating is left
// out: its word follows.
func words(t wording.Text) string {
	var b strings.Builder
	for _, p := range t {
		text := Escaped(p.Text)
		switch {
		case p.Kind == wording.Sign:
			text = signs[p.Status]
		case p.Kind == wording.Mark, text == "":
			text = ""
		case p.Tone == wording.Strong:
			text = strong(text)
		}
		if text == "" {
			continue
		}
		if b.Len() > 0 && !p.Glued {
			b.WriteByte(' ')
		}
		b.WriteString(text)
	}
	return b.String()
}

// strong marks a text as such, without the blanks around it, which would keep the marks from being taken for such.
func strong(text string) string {
	core := strings.TrimSpace(text)
	if core == "" {
		return text
	}
	before, after, _ := strings.Cut(text, core)
	return before + "**" + core + "**" + after
}
