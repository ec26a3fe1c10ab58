package outline

import (
	"fmt"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// Signs that stand for words; a format that is to be all ASCII replaces them.
const (
	dash  = "–" // where there is nothing to say
	dot   = "·" // between phrases
	arrow = "→"
)

func plain(text string) wording.Part  { return wording.Part{Text: text} }
func strong(text string) wording.Part { return wording.Part{Text: text, Tone: wording.Strong} }
func faint(text string) wording.Part  { return wording.Part{Text: text, Tone: wording.Faint} }
func glued(text string) wording.Part  { return wording.Part{Text: text, Glued: true} }

// says is a paragraph of the parts that say something.
func says(parts ...wording.Part) Paragraph { return Paragraph{parts} }

// item is an item behind a dash.
func item(parts ...wording.Part) Item { return Item{Text: parts} }

// numbered is an item behind its number.
func numbered(n int, parts ...wording.Part) Item {
	return Item{Bullet: Bullet{Kind: Numbered, Number: n}, Text: parts}
}

// signed is an item behind the sign of a criterion's status.
func signed(c *result.Criterion, parts ...wording.Part) Item {
	return Item{Bullet: Bullet{Kind: Signed, Sign: wording.Part{Kind: wording.Sign, Status: c.Status, Tone: wording.Strong}}, Text: parts}
}

// named is a criterion referred to by its id.
func named(id string) wording.Part {
	return wording.Part{Text: "[" + id + "]", Tone: wording.Faint, Criterion: id}
}

// weighed is a criterion referred to by its id, with what makes it weigh more or less than another.
func weighed(c *result.Criterion) wording.Part {
	tags := []string{c.ID}
	if c.Gate {
		tags = append(tags, "essential")
	}
	if c.Kind == catalogue.Watchpoint {
		tags = append(tags, "a warning from a case")
	}
	return wording.Part{Text: "[" + strings.Join(tags, ", ") + "]", Tone: wording.Faint, Criterion: c.ID}
}

// at is a place in a document, in brackets.
func at(p source.Position) wording.Part {
	return wording.Part{Text: wording.Bracketed(p.String()), Tone: wording.Faint, Place: true}
}

// shown is the grade that stands for a rating: the rating so far, or none where too little is known.
func shown(r result.Rating) rating.Grade {
	if r.TooLittleKnown {
		return rating.Unrated
	}
	return r.SoFar
}

// mark is the mark of a rating; what is not rated has none.
func mark(r result.Rating) wording.Part {
	if r.NotRated {
		return plain(dash)
	}
	return wording.Part{Kind: wording.Mark, Grade: shown(r)}
}

// soFar is the word for a rating so far, or that there is none.
func soFar(r result.Rating) wording.Part {
	g := shown(r)
	if r.NotRated {
		return plain("not rated")
	}
	if g == rating.Unrated {
		return plain("too little known")
	}
	return wording.Part{Text: g.String(), Grade: g}
}

// rated is a rating with its mark.
func rated(r result.Rating) wording.Text { return wording.Text{mark(r), soFar(r)} }

// inFull is a rating in words, with its mark.
func inFull(r result.Rating) wording.Text {
	return append(wording.Text{mark(r)}, r.Phrases()...)
}

// counted is a rating in words, with its mark and what it is counted from.
func counted(r result.Rating) wording.Text {
	return append(inFull(r), glued(". "+wording.Sentence(r.Counted)))
}

// fact is a fact behind its label; where the text is empty there is none.
func (b *blocks) fact(label, text string) {
	if text != "" {
		b.add(Fact{Label: label, Text: wording.Text{plain(text)}})
	}
}

// facts are texts behind one label.
func (b *blocks) facts(label string, texts ...wording.Text) {
	for i, t := range texts {
		if i > 0 {
			label = ""
		}
		b.add(Fact{Label: label, Text: t})
	}
}

// blocks are blocks in the making.
type blocks []Block

func (b *blocks) add(more ...Block) { *b = append(*b, more...) }

// say adds a paragraph, unless the text is empty.
func (b *blocks) say(parts ...wording.Part) {
	for _, p := range parts {
		if p.Text != "" || p.Kind != wording.Words {
			b.add(Paragraph{parts})
			return
		}
	}
}

func (b *blocks) heading(text string) { b.add(Heading{text}) }

// row is a row of a table, of texts without parts.
func row(texts ...string) []wording.Text {
	cells := make([]wording.Text, len(texts))
	for i, t := range texts {
		cells[i] = cell(t)
	}
	return cells
}

// cell is text in a cell of a table.
func cell(text string) wording.Text { return wording.Text{plain(text)} }

// limits lists what a page cannot tell.
func limits(title string, all []string) Section {
	var b blocks
	for _, l := range all {
		b.add(item(plain(wording.Sentence(l))))
	}
	return Section{"limits", title, b}
}

// paths lists places in the document, the first few of many.
func paths(all []string) string {
	const most = 3
	if len(all) <= most {
		return strings.Join(all, ", ")
	}
	return strings.Join(all[:most], ", ") + fmt.Sprintf(" and %d more", len(all)-most)
}

// cites are places in sources, with what each is worth.
func cites(all []result.Cite) string {
	var places []string
	for _, c := range all {
		place := c.Source
		if c.Place != "" {
			place += ", " + c.Place
		}
		if c.Strength != "" {
			place += " (" + c.Strength + ")"
		}
		places = append(places, place)
	}
	return strings.Join(places, "; ")
}
