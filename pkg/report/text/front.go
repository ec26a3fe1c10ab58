package text

import (
	"slices"
	"strconv"
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/report/outline"
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
// its block and counted, with the section that lists it.
func (p *page) front(f *result.Front, most int) []string {
	d := screen{page: p, of: f, most: most, blocks: make([]block, len(f.Blocks))}
	for i := range f.Blocks {
		d.blocks[i] = p.frontBlock(f, &f.Blocks[i])
	}
	d.answers()
	for _, w := range firstWays {
		d.give(w)
	}
	if d.height() > most {
		d.brief = true
		d.answers()
	}
	for i := len(d.blocks) - 1; i > 0 && d.height() > most; i-- {
		d.blocks[i].tight = true // without the blank line before it
	}
	for d.answers(); ; d.answers() { // what gave way may have made an answer longer that refers to it
		before := d.height()
		for _, w := range lastWays {
			d.give(w)
		}
		if d.height() == before {
			break
		}
	}
	for d.terse = 1; d.height() > most && d.terse < mostTerse; d.terse++ {
		d.answers()
	}
	var lines []string
	for i, b := range d.blocks {
		if i > 0 && !b.tight {
			lines = append(lines, "")
		}
		lines = append(lines, b.drawn()...)
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// mostTerse is how often what has fewer words is told in fewer still.
const mostTerse = 3

// screen is a first screen that is being laid out.
type screen struct {
	*page
	of     *result.Front
	blocks []block // along those of the first screen
	most   int     // how many lines it may take
	brief  bool    // the six answers take a line each, and what has fewer words is told in those
	terse  int     // in how much fewer
}

func (d *screen) height() int {
	n := len(d.blocks) - 1
	for i := range d.blocks {
		b := &d.blocks[i]
		n += b.height()
		if b.tight {
			n--
		}
	}
	return n
}

// give lets items of a block give way, from its end, until the page fits.
func (d *screen) give(w way) {
	for i := range d.blocks {
		b := &d.blocks[i]
		to := max(w.to, b.least())
		if b.id != w.block || b.kept <= to {
			continue
		}
		was, before := b.kept, d.height()
		for kept := b.kept - 1; kept >= to && before > d.most; kept-- {
			if b.kept = kept; d.height() < before { // the line that counts what is left out may take as much room
				was, before = kept, d.height()
			}
		}
		b.kept = was
	}
}

// answers draws what refers to lines of other blocks, beside those that stand on the page now.
func (d *screen) answers() {
	shown := func(mark string) bool {
		for i := range d.blocks {
			if b := &d.of.Blocks[i]; b.ID == result.FrontFor || b.ID == result.FrontAgainst {
				for n := range b.Lines {
					if b.Lines[n].Mark == mark && d.blocks[i].shows(n) {
						return true
					}
				}
			}
		}
		return false
	}
	for i := range d.of.Blocks {
		switch b := &d.of.Blocks[i]; b.ID {
		case result.FrontQuestions:
			var all []string
			for n := range b.Lines {
				all = append(all, d.frontQuestion(&b.Lines[n], shown, d.brief)...)
			}
			d.blocks[i].items = [][]string{all}
		case result.FrontDecision:
			for n := range b.Lines {
				l := b.Lines[n]
				if short := l.Shorter; d.brief && len(short) > 0 {
					l.Text = short[min(d.terse, len(short)-1)]
					if d.terse > 0 {
						l.Places = nil
					}
				}
				d.blocks[i].items[n] = d.frontLabelled(&l, labelled, l.Text)
			}
		case result.FrontBears:
			for n := range b.Lines {
				d.blocks[i].items[n] = d.frontLabelled(&b.Lines[n], labelled, referring(b.Lines[n].Text, shown))
			}
		}
	}
}

// referring leaves out references to lines that are not shown.
func referring(parts []result.FrontPart, shown func(string) bool) []result.FrontPart {
	hidden := func(m string) bool { return !shown(m) }
	return slices.DeleteFunc(slices.Clone(parts), func(x result.FrontPart) bool {
		return x.Kind == result.FrontMark && slices.ContainsFunc(x.Marks, hidden)
	})
}

// way is what gives way where the page is too long: items from the end of a block, until so many are left.
type way struct {
	block result.FrontBlockID
	to    int
}

// What gives way one after the other: first, before the answers take a line each and the blank lines between
// blocks go, and then, after them. What stands against it gives way last of all.
var (
	firstWays = []way{{result.FrontFor, 3}, {result.FrontNotTold, 2}, {result.FrontSettle, 2}}
	lastWays  = []way{
		{result.FrontFor, 2}, {result.FrontNotTold, 1}, {result.FrontSettle, 1}, {result.FrontFor, 1}, {result.FrontAgainst, 4}, {result.FrontMisfits, 4}, {result.FrontMisfits, 3},
		{result.FrontMisfits, 2}, {result.FrontAgainst, 3}, {result.FrontMisfits, 1}, {result.FrontAgainst, 2}, {result.FrontAgainst, 1}, {result.FrontTypes, 2}, {result.FrontTypes, 1},
		{result.FrontNotTold, 0}, // its heading stays, and says how many there are
	}
)

// block is a block that has been drawn: its heading and its items, each of some lines.
type block struct {
	id        result.FrontBlockID
	heading   func(left int) []string // with how many items are left out; nil where there is none
	headed    []string                // as it was drawn last
	headedFor int                     // for how many items left out
	items     [][]string
	kept      int // how many of the items stand on the page: the first ones, and in place of the last of these one that stays
	stays     int // which one does; 0 where there is none, or where it is the first
	more      int // how many there are besides
	tight     bool
}

func (b *block) left() int { return len(b.items) - b.kept + b.more }

// head draws the heading, anew where it has another number of items to tell of.
func (b *block) head() []string {
	if left := b.left(); b.heading != nil && (b.headed == nil || b.headedFor != left) {
		b.headed, b.headedFor = b.heading(left), left
	}
	return b.headed
}

// shows reports whether an item stands on the page.
func (b *block) shows(item int) bool {
	if b.stays == 0 || b.stays < b.kept {
		return item < b.kept
	}
	return item < b.kept-1 || item == b.stays
}

// least is how many items stand on the page at least, where they do not all give way.
func (b *block) least() int {
	if b.stays > 0 {
		return 2 // the first, and the one that stays
	}
	return 0
}

func (b *block) height() int {
	n := len(b.head())
	for i := range b.items {
		if b.shows(i) {
			n += len(b.items[i])
		}
	}
	return n
}

// where says where what is left out of a block stands.
func where(block result.FrontBlockID) string {
	switch block {
	case result.FrontSettle:
		return "under “" + outline.Conditions + "”"
	case result.FrontTypes:
		return "under “" + outline.HowRated + "”"
	}
	return "under “" + outline.InFull + "”"
}

// kept draws what stands of a block.
func (b *block) drawn() []string {
	lines := slices.Clone(b.head())
	for i := range b.items {
		if b.shows(i) {
			lines = append(lines, b.items[i]...)
		}
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
	out := block{id: b.ID, more: len(b.More)}
	if b.Heading != "" {
		out.heading = func(left int) []string { return p.frontHeading(b, left) }
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		var lines []string
		switch b.ID {
		case result.FrontTitle:
			lines = p.frontTitle(f, l)
		case result.FrontDecision, result.FrontBears:
			lines = p.frontLabelled(l, labelled, l.Text)
		case result.FrontSources:
			lines = p.frontLabelled(l, sourced, l.Text)
		default:
			lines = textwrap.Beside([]int{0, 2}, []string{l.Mark}, p.told(p.width-2, l))
		}
		if l.Stays {
			out.stays = i
		}
		out.items = append(out.items, lines)
	}
	if b.ID == result.FrontQuestions { // all of it stays
		out.items = [][]string{{}}
	}
	out.tight = b.ID == result.FrontBears || b.ID == result.FrontSources
	out.kept = len(out.items)
	return out
}

// frontLabelled is a line behind its label.
func (p *page) frontLabelled(l *result.FrontLine, at int, text []result.FrontPart) []string {
	label := textwrap.Wrap(at-1, strings.ToUpper(p.plain(l.Label)))
	return textwrap.Beside([]int{0, at}, p.allStrong(label), p.frontText(p.width-at, text, l.Places))
}

// frontHeading sets what stands at its right to the end of the line, or below where there is no room: how many items
// are left out, and where they stand, before anything else.
func (p *page) frontHeading(b *result.FrontBlock, left int) []string {
	text := p.plain(frontHeading(b.Heading))
	aside := p.plain(b.Aside)
	gap := func() int { return p.width - textwrap.Cells(text) - textwrap.Cells(aside) }
	if left > 0 {
		count := strconv.Itoa(left) + " more "
		if left == len(b.Lines)+len(b.More) { // none of them stands here
			count = strconv.Itoa(left) + " "
		}
		more := p.plain(count + where(b.ID))
		if aside = strings.Join(wording.Given(more, aside), "; "); gap() < 2 {
			aside = more
		}
	}
	if aside == "" {
		return p.allStrong(textwrap.Wrap(p.width, text))
	}
	if gap() < 2 {
		lines := []string{text} // with the gaps that are in it
		if textwrap.Cells(text) > p.width {
			lines = textwrap.Wrap(p.width, text)
		}
		if last := lines[len(lines)-1]; len(lines) > 1 && textwrap.Cells(last)+2+textwrap.Cells(aside) <= p.width {
			beside := textwrap.Spaces(p.width-textwrap.Cells(last)-textwrap.Cells(aside)) + textwrap.Render(p.faint, aside)
			lines = p.allStrong(lines)
			lines[len(lines)-1] += beside
			return lines
		}
		return append(p.allStrong(lines), p.right(textwrap.Wrap(p.width, aside))...)
	}
	return []string{textwrap.Render(p.strong, text) + textwrap.Spaces(gap()) + textwrap.Render(p.faint, aside)}
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
	return p.placed(width, textwrap.Wrap(width, text+" "+wording.Bracketed(l.Who)), places)
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

// frontQuestion is one of the six: rating, short title, and what is stated on it with the lines that bear on it.
// What has no room beside the title goes whole below it; in brief, the longest that has room stands alone.
func (p *page) frontQuestion(l *result.FrontLine, shown func(string) bool, brief bool) []string {
	style := p.grades[l.Rating]
	rated := textwrap.Wrap(questionAt-ratedAt-1, p.plain(l.Rated))
	for i := range rated {
		rated[i] = textwrap.Render(style, rated[i])
	}
	head := textwrap.Beside([]int{ratedAt, questionAt}, rated, textwrap.Wrap(fieldAt-questionAt-1, p.plain(l.Label)))
	places := p.placesOf(l.Places)
	room := p.width - fieldAt
	field, bears := p.plain(result.FrontText(l.Text)), p.plain(result.FrontPointers(l, shown))
	stands := p.plain(result.FrontPointers(&result.FrontLine{Against: l.Against}, shown))
	texts := wording.Given(strings.Join(wording.Given(field, bears), "; "))
	if brief { // what stands against it gives way last of what bears on it
		texts = append(texts, wording.Given(strings.Join(wording.Given(field, stands), "; "), field)...)
		for _, s := range l.Shorter {
			texts = append(texts, p.plain(result.FrontText(s)))
		}
		texts = append(texts, wording.Given(bears, stands)...)
	}
	if len(texts) == 0 {
		var told []string
		for _, side := range []struct {
			marks []string
			how   string
		}{{l.For, " in favour"}, {l.Against, " against"}} {
			if n := len(side.marks); n > 0 {
				told = append(told, wording.Number(n)+side.how)
			}
		}
		texts = []string{p.plain(wording.Upper(wording.And(told)) + ", " + where(result.FrontQuestions))}
	}
	for _, text := range texts {
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
	text := texts[len(texts)-1]
	if len(head) == 1 && textwrap.Cells(text) <= 2*room-1 {
		if lines := textwrap.Wrap(room, text); len(lines) == 2 { // beside the title
			return textwrap.Beside([]int{0, fieldAt}, head, p.placed(room, lines, ""))
		}
	}
	return append(head, textwrap.Indent(4, p.placed(p.width-4, textwrap.Wrap(p.width-4, text), places))...)
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
