package docx

import (
	"fmt"
	"strconv"

	"partner/pkg/rating"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// paragraph is how a paragraph is set: its style by name, and what differs from that.
type paragraph struct {
	style string
	level int    // of a heading, from 1
	page  bool   // it begins a page
	mark  string // the bookmark round it, or none
	list  int    // the number of the list whose item it is; 0 for none
	keeps bool   // it stays on the page of the next
	own   string // other properties, which the schema wants behind the number of a list
}

// begin begins a paragraph.
func (d *drawer) begin(p paragraph) {
	d.write(`<w:p><w:pPr><w:pStyle w:val="`, d.styles.id(p.style), `"/>`)
	if p.keeps {
		d.write(`<w:keepNext/>`)
	}
	if p.page {
		d.write(`<w:pageBreakBefore/>`)
	}
	if p.list > 0 {
		d.write(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="`, strconv.Itoa(p.list), `"/></w:numPr>`)
	}
	if d.tabled && p.level == 0 && p.own == "" {
		p.own = `<w:spacing w:before="160"/>`
	}
	d.tabled = false
	d.write(p.own)
	if p.level > 0 && !d.styles.levelled(p.style) {
		d.write(`<w:outlineLvl w:val="`, strconv.Itoa(p.level-1), `"/>`)
	}
	d.write(`</w:pPr>`)
	if p.mark != "" {
		d.write(`<w:bookmarkStart w:id="`, strconv.Itoa(len(d.contents)), `" w:name="`, p.mark, `"/>`)
	}
}

// end ends it.
func (d *drawer) end(p paragraph) {
	if p.mark != "" {
		d.write(`<w:bookmarkEnd w:id="`, strconv.Itoa(len(d.contents)), `"/>`)
	}
	d.write(`</w:p>`)
}

// paragraph draws a text.
func (d *drawer) paragraph(p paragraph, t wording.Text) {
	d.begin(p)
	d.text(t)
	d.end(p)
}

// says draws words alone.
func (d *drawer) says(style, text string) {
	d.paragraph(paragraph{style: style}, wording.Text{{Text: text}})
}

// headings are the styles of headings by their level.
var headings = [...]string{1: "heading 1", 2: "heading 2", 3: "heading 3"}

// heading draws a heading; those of the first level are in the contents.
func (d *drawer) heading(level int, text string) { d.headed(paragraph{level: level}, text) }

// headed draws one that may begin a page.
func (d *drawer) headed(p paragraph, text string) {
	p.level = min(p.level, len(headings)-1)
	p.style, p.keeps = headings[p.level], true
	if p.level == 1 {
		p.mark = fmt.Sprintf("_Toc%06d", len(d.contents)+1)
		d.contents = append(d.contents, entry{text, p.mark})
	}
	d.paragraph(p, wording.Text{{Text: text}})
}

// text draws the parts of a text, with a space between them. A mark or a sign has no picture: the words beside it say
// what it says, and where there are none its own words stand there.
func (d *drawer) text(t wording.Text) {
	first, marked := true, false
	for i, p := range t {
		words := p.Text
		if p.Kind != wording.Words {
			if i+1 < len(t) {
				marked = true
				continue
			}
			if words = outline.StatusWords(p.Status); p.Kind == wording.Mark {
				words = ratedWord(p.Grade)
			}
		}
		if words == "" {
			continue
		}
		switch {
		case !first && !p.Glued:
			words = " " + words
		case first && marked: // it begins the sentence in place of its mark
			words = wording.Upper(words)
		}
		d.run(p.Tone, words)
		first = false
	}
}

// ratedWord is the word for a grade, or for none.
func ratedWord(g rating.Grade) string {
	if g == rating.Unrated {
		return "too little known"
	}
	return g.String()
}

// run draws words in one tone.
func (d *drawer) run(tone wording.Tone, words string) {
	d.write(`<w:r>`)
	switch tone {
	case wording.Strong:
		d.write(`<w:rPr><w:rStyle w:val="`, d.styles.id(strong), `"/></w:rPr>`)
	case wording.Faint:
		d.write(`<w:rPr><w:rStyle w:val="`, d.styles.id(faint), `"/></w:rPr>`)
	}
	d.write(`<w:t xml:space="preserve">`, escaped(words), `</w:t></w:r>`)
}

// tab draws a tab.
func (d *drawer) tab() { d.write(`<w:r><w:tab/></w:r>`) }

// apart keeps a table apart from another that follows it, and from the end of the document.
func (d *drawer) apart() {
	if d.tabled {
		p := paragraph{style: running, own: `<w:spacing w:before="0" w:after="0"/>`}
		d.begin(p)
		d.end(p)
	}
}
