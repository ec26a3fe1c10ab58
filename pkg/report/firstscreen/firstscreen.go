// Package firstscreen lays the first screen of a report out in lines of a terminal: whole items only, no line
// cut, and what does not fit left out from the end of its block and counted.
package firstscreen

import (
	"strconv"
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// MaxLines is how long the page gets at most.
const MaxLines = 45

// Styles are how the page is written on a terminal; the zero value is plain.
type Styles struct {
	Strong, Faint textwrap.Style
	Ratings       map[rating.Grade]textwrap.Style
}

// Lines lays the page out for a width.
func Lines(f *result.Front, width int, s Styles) []string {
	d := drawer{Styles: s, width: width}
	blocks := make([]block, len(f.Blocks))
	for i := range f.Blocks {
		blocks[i] = d.block(f, &f.Blocks[i])
	}
	height := func() int {
		n := len(blocks) - 1
		for _, b := range blocks {
			n += b.height()
			if b.tight {
				n--
			}
		}
		return n
	}
	give := func(ways []way) {
		for _, g := range ways {
			for i := range blocks {
				b, before := &blocks[i], height()
				for kept := b.kept - 1; b.id == g.block && kept >= g.to && before > MaxLines; kept-- {
					was := b.kept
					if b.kept = kept; height() >= before { // the line that counts what is left out takes as much room
						b.kept = was
						continue
					}
					before = height()
				}
			}
		}
	}
	give(first)
	for i := len(blocks) - 1; i > 0 && height() > MaxLines; i-- {
		blocks[i].tight = true // without the blank line before it
	}
	give(then)
	var lines []string
	for i, b := range blocks {
		if i > 0 && !b.tight {
			lines = append(lines, "")
		}
		lines = append(lines, b.lines(d)...)
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// way is what gives way where the page is too long: items from the end of a block, until so many are left.
type way struct {
	block result.FrontBlockID
	to    int
}

// What gives way one after the other: first, before the blank lines between blocks, and then, after them.
var (
	first = []way{{result.FrontFor, 3}, {result.FrontSettle, 2}, {result.FrontNotTold, 2}, {result.FrontAgainst, 4}}
	then  = []way{
		{result.FrontMisfits, 4}, {result.FrontFor, 2}, {result.FrontMisfits, 3}, {result.FrontNotTold, 1}, {result.FrontSettle, 1}, {result.FrontFor, 1},
		{result.FrontAgainst, 3}, {result.FrontMisfits, 2}, {result.FrontAgainst, 2}, {result.FrontMisfits, 1}, {result.FrontAgainst, 1},
	}
)

// block is a block that has been drawn: its heading and its items, each of some lines.
type block struct {
	id      result.FrontBlockID
	heading []string
	items   [][]string
	kept    int // how many of the items stand on the page
	below   int // how many more there are besides
	tight   bool
}

func (b *block) left() int { return len(b.items) - b.kept + b.below }

func (b *block) height() int {
	n := len(b.heading)
	for _, i := range b.items[:b.kept] {
		n += len(i)
	}
	if b.left() > 0 {
		n++
	}
	return n
}

func (b *block) lines(d drawer) []string {
	lines := append([]string{}, b.heading...)
	for _, i := range b.items[:b.kept] {
		lines = append(lines, i...)
	}
	if n := b.left(); n > 0 {
		lines = append(lines, textwrap.Render(d.Faint, "  and "+strconv.Itoa(n)+" more below"))
	}
	return lines
}

type drawer struct {
	Styles
	width int
}

// Where the text of lines with a label starts, and those of the six questions.
const (
	labelled   = 14
	ratedAt    = 2
	questionAt = 19
	fieldAt    = 32
)

func (d drawer) block(f *result.Front, b *result.FrontBlock) block {
	out := block{id: b.ID, below: b.Below}
	if b.Heading != "" {
		out.heading = d.heading(b)
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		var lines []string
		switch b.ID {
		case result.FrontTitle:
			lines = d.title(f, l)
		case result.FrontDecision, result.FrontBears:
			lines = textwrap.Beside([]int{0, labelled}, []string{textwrap.Render(d.Strong, strings.ToUpper(l.Label))}, d.flow(d.width-labelled, l.Text, l.Places))
		case result.FrontSources:
			label := strings.ToUpper(l.Label) + "  "
			lines = textwrap.Beside([]int{0, len(label)}, []string{textwrap.Render(d.Strong, strings.ToUpper(l.Label))}, d.flow(d.width-len(label), l.Text, l.Places))
		case result.FrontQuestions:
			lines = d.question(l)
		default:
			lines = textwrap.Beside([]int{0, 2}, []string{l.Mark}, d.told(d.width-2, l))
		}
		out.items = append(out.items, lines)
	}
	if b.ID == result.FrontQuestions || b.ID == result.FrontDecision { // all of it stays, and BEARS stands right below
		all := []string{}
		for _, i := range out.items {
			all = append(all, i...)
		}
		out.items = [][]string{all}
	}
	out.tight = b.ID == result.FrontBears || b.ID == result.FrontSources
	out.kept = len(out.items)
	return out
}

// heading sets what stands at its right to the end of the line, or below where there is no room.
func (d drawer) heading(b *result.FrontBlock) []string {
	text := heading(b.Heading)
	if b.Aside == "" {
		return d.strong(textwrap.Wrap(d.width, text))
	}
	gap := d.width - textwrap.Cells(text) - textwrap.Cells(b.Aside)
	if gap < 2 {
		return append(d.strong(textwrap.Wrap(d.width, text)), d.right(textwrap.Render(d.Faint, b.Aside), b.Aside))
	}
	return []string{textwrap.Render(d.Strong, text) + textwrap.Spaces(gap) + textwrap.Render(d.Faint, b.Aside)}
}

// heading writes the first words large: up to the comma, or to the gap after which the rest is running text.
func heading(s string) string {
	for _, end := range []string{"   ", ", "} {
		if before, after, found := strings.Cut(s, end); found {
			if end == ", " && strings.HasPrefix(after, "and it would") || strings.HasPrefix(s, "Set ") {
				return strings.ToUpper(s)
			}
			return strings.ToUpper(before) + end + after
		}
	}
	return strings.ToUpper(s)
}

func (d drawer) strong(lines []string) []string {
	for i := range lines {
		lines[i] = textwrap.Render(d.Strong, lines[i])
	}
	return lines
}

// right sets text to the end of a line; plain is the same without its style.
func (d drawer) right(text, plain string) string {
	return textwrap.Spaces(d.width-textwrap.Cells(plain)) + text
}

func (d drawer) title(f *result.Front, l *result.FrontLine) []string {
	asOf := ""
	if f.AsOf != "" {
		asOf = "as at " + f.AsOf
	}
	room := d.width - textwrap.Cells(asOf) - 2
	lines := d.strong(textwrap.Wrap(room, f.Title))
	if asOf != "" {
		lines[0] = textwrap.Beside([]int{0, d.width - textwrap.Cells(asOf)}, lines[:1], []string{asOf})[0]
	}
	text := l.Text
	if l.Closes != "" {
		text = append(append([]result.FrontPart{}, text...), result.FrontPart{Text: " " + l.Closes, Kind: result.FrontOwn})
	}
	if len(text) == 0 {
		return lines
	}
	return append(lines, d.flow(d.width, text, l.Places)...)
}

// told lays out a line with who can say at its right, or below where there is no room for it beside the text.
func (d drawer) told(width int, l *result.FrontLine) []string {
	if l.Who == "" {
		return d.flow(width, l.Text, l.Places)
	}
	places := Places(l.Places)
	tail := l.Who
	if places != "" {
		tail += " " + places
	}
	text := result.FrontText(l.Text)
	if textwrap.Cells(text)+2+textwrap.Cells(tail) <= width {
		return []string{d.spread(width, text, tail)}
	}
	return d.placed(width, textwrap.Wrap(width, text+" ("+wording.Upper(l.Who)+")"), places)
}

func (d drawer) spread(width int, left, right string) string {
	return left + textwrap.Spaces(width-textwrap.Cells(left)-textwrap.Cells(right)) + textwrap.Render(d.Faint, right)
}

// flow lays out text with the places at the right of its last line.
func (d drawer) flow(width int, parts []result.FrontPart, places []result.FrontPlace) []string {
	return d.placed(width, textwrap.Wrap(width, result.FrontText(parts)), Places(places))
}

// placed sets places to the right of the last line; where that is full, its last words go to the next.
func (d drawer) placed(width int, lines []string, places string) []string {
	if places == "" {
		return lines
	}
	last := len(lines) - 1
	text, n := lines[last], textwrap.Cells(places)
	if textwrap.Cells(text)+1+n <= width {
		lines[last] = d.spread(width, text, places)
		return lines
	}
	if at := strings.LastIndexByte(text, ' '); at > 0 && textwrap.Cells(text[at+1:])+1+n <= width {
		return append(lines[:last], text[:at], d.spread(width, text[at+1:], places))
	}
	return append(lines, d.spread(width, "", places))
}

// question is one of the six: rating, short title, and a fact in its longest form that fits, otherwise whole
// below.
func (d drawer) question(l *result.FrontLine) []string {
	style := d.Ratings[l.Rating]
	head := textwrap.Beside([]int{ratedAt, questionAt}, []string{textwrap.Render(style, l.Rated)}, []string{l.Label})[0]
	places := Places(l.Places)
	room := d.width - fieldAt
	for _, parts := range append([][]result.FrontPart{l.Text}, l.Shorter...) {
		text := result.FrontText(parts)
		for _, at := range []string{places, ""} {
			tail := textwrap.Cells(at)
			if at != "" {
				tail++
			}
			if textwrap.Cells(text)+tail <= room {
				return []string{textwrap.Pad(head, fieldAt) + d.spread(room, text, at)}
			}
		}
	}
	return append([]string{head}, textwrap.Indent(4, d.placed(d.width-4, textwrap.Wrap(d.width-4, result.FrontText(l.Text)), places))...)
}

// Places says where in the document something stands: [24,26,b 34].
func Places(places []result.FrontPlace) string {
	if len(places) == 0 {
		return ""
	}
	var said []string
	for _, p := range places {
		s := strconv.Itoa(p.From)
		if p.To > p.From {
			s += "-" + strconv.Itoa(p.To)
		}
		if p.Mark != "" {
			s = p.Mark + " " + s
		}
		said = append(said, s)
	}
	return "[" + strings.Join(said, ",") + "]"
}
