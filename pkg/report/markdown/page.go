package markdown

import (
	"fmt"
	"io"
	"strings"

	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// Page writes a page of sections as GitHub-flavoured Markdown.
func Page(w io.Writer, o outline.Outline) error {
	var d drawer
	d.blocks("", o.Lead)
	for i, s := range o.Sections {
		level := "### "
		if i == 0 {
			level = "## "
		}
		d.gap()
		d.line("", level+Escaped(s.Title))
		d.blocks("", s.Blocks)
	}
	if len(o.Closing) > 0 {
		d.gap()
		d.line("", words(o.Closing))
	}
	_, err := io.WriteString(w, d.String())
	return err
}

// drawer is Markdown in the making.
type drawer struct {
	strings.Builder
	listed bool // the line before is of a list
}

// gap parts what follows from what stands there.
func (d *drawer) gap() {
	if d.Len() > 0 {
		d.WriteByte('\n')
	}
	d.listed = false
}

func (d *drawer) line(indent, text string) { d.WriteString(strings.TrimRight(indent+text, " ") + "\n") }

func (d *drawer) blocks(indent string, all []outline.Block) {
	for _, b := range all {
		d.block(indent, b)
	}
}

func (d *drawer) block(indent string, b outline.Block) {
	switch b := b.(type) {
	case outline.Break:
	case outline.Paragraph:
		d.gap()
		d.line(indent, words(b.Text))
	case outline.Heading:
		d.gap()
		d.line(indent, "**"+Escaped(b.Text)+"**")
	case outline.Fact:
		d.gap()
		d.line(indent, "**"+Escaped(b.Label)+":** "+words(b.Text))
	case outline.Item:
		d.item(indent, words(b.Text), b.Below)
	case outline.Below:
		d.blocks(indent, b.Blocks)
	case outline.Table:
		d.table(indent, b)
	case outline.Heat:
		d.heat(indent, b)
	default:
		panic(fmt.Sprintf("markdown: a block of no known kind: %T", b))
	}
}

// item draws an item of a list. What is running text below it goes on in its line, behind a line break.
func (d *drawer) item(indent, text string, below []outline.Block) {
	if !d.listed {
		d.gap()
	}
	lines := []string{indent + "- " + text}
	for _, b := range below {
		p, is := b.(outline.Paragraph)
		if !is {
			panic(fmt.Sprintf("markdown: a block of no known kind below an item: %T", b))
		}
		lines = append(lines, indent+"  "+words(p.Text))
	}
	d.line("", strings.Join(lines, "\\\n"))
	d.listed = true
}

func (d *drawer) table(indent string, t outline.Table) {
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
	d.rows(indent, titles, rule, rows)
}

func (d *drawer) heat(indent string, h outline.Heat) {
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
	d.rows(indent, titles, rule, rows)
}

func (d *drawer) rows(indent string, titles, rule []string, rows [][]string) {
	d.gap()
	for _, cells := range append([][]string{titles, rule}, rows...) {
		d.line(indent, "| "+strings.Join(cells, " | ")+" |")
	}
}

// words are the words of a text, with what is strong marked as such.
func words(t wording.Text) string {
	var b strings.Builder
	for _, p := range t {
		if p.Text == "" {
			continue
		}
		if b.Len() > 0 && !p.Glued {
			b.WriteByte(' ')
		}
		text := Escaped(p.Text)
		if p.Tone == wording.Strong {
			text = "**" + strings.TrimSpace(text) + "**"
		}
		b.WriteString(text)
	}
	return b.String()
}
