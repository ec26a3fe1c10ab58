package text

import (
	"strconv"
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// frontLines is how long a first screen gets at most. On a narrow page, whose lines hold less, it gets as much
// longer.
const frontLines = 45

func (p *page) frontLines() int {
	if p.narrow {
		return frontLines * narrow / p.width
	}
	return frontLines
}

// front lays a first screen out: whole items only, no line cut, and what does not fit left out from the end of
// its block and counted.
func (p *page) front(f *result.Front, most int) []string {
	blocks := make([]block, len(f.Blocks))
	for i := range f.Blocks {
		blocks[i] = p.frontBlock(f, &f.Blocks[i])
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
				was := b.kept
				for kept := b.kept - 1; b.id == g.block && kept >= g.to && before > most; kept-- {
					if b.kept = kept; height() < before { // the line that counts what is left out may take as much room
						was, before = kept, height()
					}
				}
				b.kept = was
			}
		}
	}
	give(firstWays)
	for i := len(blocks) - 1; i > 0 && height() > most; i-- {
		blocks[i].tight = true // without the blank line before it
	}
	give(lastWays)
	var lines []string
	for i, b := range blocks {
		if i > 0 && !b.tight {
			lines = append(lines, "")
		}
		lines = append(lines, p.kept(&b)...)
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
	firstWays = []way{{result.FrontFor, 3}, {result.FrontSettle, 2}, {result.FrontNotTold, 2}, {result.FrontAgainst, 4}}
	lastWays  = []way{
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

// kept draws what stands of a block, and how much more there is.
func (p *page) kept(b *block) []string {
	lines := append([]string{}, b.heading...)
	for _, i := range b.items[:b.kept] {
		lines = append(lines, i...)
	}
	if n := b.left(); n > 0 {
		lines = append(lines, textwrap.Render(p.faint, "  and "+strconv.Itoa(n)+" more below"))
	}
	return lines
}

// Where the text of lines with a label starts, and those of the six questions.
const (
	labelled   = 14
	sourced    = 9
	ratedAt    = 2
	questionAt = 20
	fieldAt    = 33
)

func (p *page) frontBlock(f *result.Front, b *result.FrontBlock) block {
	out := block{id: b.ID, below: b.Below}
	if b.Heading != "" {
		out.heading = p.frontHeading(b)
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		var lines []string
		switch b.ID {
		case result.FrontTitle:
			lines = p.frontTitle(f, l)
		case result.FrontDecision, result.FrontBears:
			lines = textwrap.Beside([]int{0, labelled}, p.allStrong(textwrap.Wrap(labelled-1, strings.ToUpper(p.plain(l.Label)))), p.frontText(p.width-labelled, l.Text, l.Places))
		case result.FrontSources:
			label := textwrap.Wrap(sourced-1, strings.ToUpper(p.plain(l.Label)))
			lines = textwrap.Beside([]int{0, sourced}, p.allStrong(label), p.frontText(p.width-sourced, l.Text, l.Places))
		case result.FrontQuestions:
			lines = p.frontQuestion(l)
		default:
			lines = textwrap.Beside([]int{0, 2}, []string{l.Mark}, p.told(p.width-2, l))
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

// frontHeading sets what stands at its right to the end of the line, or below where there is no room.
func (p *page) frontHeading(b *result.FrontBlock) []string {
	text := p.plain(frontHeading(b.Heading))
	if b.Aside == "" {
		return p.allStrong(textwrap.Wrap(p.width, text))
	}
	aside := p.plain(b.Aside)
	gap := p.width - textwrap.Cells(text) - textwrap.Cells(aside)
	if gap < 2 {
		return append(p.allStrong(textwrap.Wrap(p.width, text)), p.right(textwrap.Wrap(p.width, aside))...)
	}
	return []string{textwrap.Render(p.strong, text) + textwrap.Spaces(gap) + textwrap.Render(p.faint, aside)}
}

// frontHeading writes the first words large: up to the comma, or to the gap after which the rest is running text.
func frontHeading(s string) string {
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

func (p *page) allStrong(lines []string) []string {
	for i := range lines {
		lines[i] = textwrap.Render(p.strong, lines[i])
	}
	return lines
}

// right sets lines to the right of the page.
func (p *page) right(lines []string) []string {
	for i, l := range lines {
		lines[i] = textwrap.Spaces(p.width-textwrap.Cells(l)) + textwrap.Render(p.faint, l)
	}
	return lines
}

func (p *page) frontTitle(f *result.Front, l *result.FrontLine) []string {
	asOf := ""
	if f.AsOf != "" {
		asOf = textwrap.Cut("as at "+p.plain(f.AsOf), p.width/3, p.ellipsis)
	}
	room := p.width - textwrap.Cells(asOf) - 2
	lines := p.allStrong(textwrap.Wrap(room, p.plain(f.Title)))
	if asOf != "" {
		lines[0] = textwrap.Beside([]int{0, p.width - textwrap.Cells(asOf)}, lines[:1], []string{asOf})[0]
	}
	text := l.Text
	if l.Closes != "" {
		text = append(append([]result.FrontPart{}, text...), result.FrontPart{Text: " " + l.Closes, Kind: result.FrontOwn})
	}
	if len(text) == 0 {
		return lines
	}
	return append(lines, p.frontText(p.width, text, l.Places)...)
}

// told lays out a line with who can say at its right, or below where there is no room for it beside the text.
func (p *page) told(width int, l *result.FrontLine) []string {
	if l.Who == "" {
		return p.frontText(width, l.Text, l.Places)
	}
	places := p.placesOf(l.Places)
	tail := p.plain(l.Who)
	if places != "" {
		tail += " " + places
	}
	text := p.plain(result.FrontText(l.Text))
	if textwrap.Cells(text)+2+textwrap.Cells(tail) <= width {
		return []string{p.spread(width, text, tail)}
	}
	return p.placed(width, textwrap.Wrap(width, text+" ("+wording.Upper(l.Who)+")"), places)
}

func (p *page) spread(width int, left, right string) string {
	return left + textwrap.Spaces(width-textwrap.Cells(left)-textwrap.Cells(right)) + textwrap.Render(p.faint, right)
}

// frontText lays out text with the places at the right of its last line.
func (p *page) frontText(width int, parts []result.FrontPart, places []result.FrontPlace) []string {
	return p.placed(width, textwrap.Wrap(width, p.plain(result.FrontText(parts))), p.placesOf(places))
}

// placed sets places to the right of the last line; where that is full, its last words go to the next.
func (p *page) placed(width int, lines []string, places string) []string {
	if places == "" {
		return lines
	}
	last := len(lines) - 1
	text, n := lines[last], textwrap.Cells(places)
	if textwrap.Cells(text)+1+n <= width {
		lines[last] = p.spread(width, text, places)
		return lines
	}
	if at := strings.LastIndexByte(text, ' '); at > 0 && textwrap.Cells(text[at+1:])+1+n <= width {
		return append(lines[:last], text[:at], p.spread(width, text[at+1:], places))
	}
	return append(lines, p.spread(width, "", places))
}

// frontQuestion is one of the six: rating, short title, and a fact in its longest form that fits, otherwise whole
// below.
func (p *page) frontQuestion(l *result.FrontLine) []string {
	style := p.grades[l.Rating]
	rated := textwrap.Wrap(questionAt-ratedAt-1, p.plain(l.Rated))
	for i := range rated {
		rated[i] = textwrap.Render(style, rated[i])
	}
	head := textwrap.Beside([]int{ratedAt, questionAt}, rated, textwrap.Wrap(fieldAt-questionAt-1, p.plain(l.Label)))
	places := p.placesOf(l.Places)
	room := p.width - fieldAt
	for _, parts := range append([][]result.FrontPart{l.Text}, l.Shorter...) {
		text := p.plain(result.FrontText(parts))
		for _, at := range []string{places, ""} {
			tail := textwrap.Cells(at)
			if at != "" {
				tail++
			}
			if len(head) == 1 && textwrap.Cells(text)+tail <= room {
				return []string{textwrap.Pad(head[0], fieldAt) + p.spread(room, text, at)}
			}
		}
	}
	return append(head, textwrap.Indent(4, p.placed(p.width-4, textwrap.Wrap(p.width-4, p.plain(result.FrontText(l.Text))), places))...)
}

// mostOfPlaces is how much room the places of a line get.
const mostOfPlaces = 28

// placesOf says where in the document something stands: [24,26,b 34]. Of many places it says the first.
func (p *page) placesOf(places []result.FrontPlace) string {
	if len(places) == 0 {
		return ""
	}
	var said []string
	room := mostOfPlaces
	if p.narrow {
		room = p.width / 3
	}
	for _, at := range places {
		s := strconv.Itoa(at.From)
		if at.To > at.From {
			s += "-" + strconv.Itoa(at.To)
		}
		if at.Mark != "" {
			s = at.Mark + " " + s
		}
		if room -= textwrap.Cells(s) + 1; room < 0 && len(said) > 0 {
			break
		}
		said = append(said, s)
	}
	return "[" + strings.Join(said, ",") + "]"
}
