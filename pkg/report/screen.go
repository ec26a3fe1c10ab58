package report

import (
	"cmp"
	"fmt"
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// screenLines is how long the first screen gets at most where the page is wide, and where it is narrow:
// with the closing line it fits 45.
const screenLines, narrowLines = 44, 60

// wide is the width from which two blocks stand side by side.
const wide = 96

// allowance is how many lines each thing on the first screen may take, and how many answers may take one
// more.
type allowance struct{ title, about, people, rating, counted, rule, verdict, answer, longer, action int }

// scant is what fits in any case.
var scant = allowance{title: 1, people: 1, rating: 1, counted: 1, rule: 1, verdict: 1, answer: 2, action: 1}

// The blocks of the first screen.
const (
	ofTitle = iota
	ofOverall
	ofVerdict
	ofQuestions
	ofActions
	ofFindings
)

// generous is what each block is given beyond that while there is room, the most useful first.
var generous = []struct {
	block int
	more  func(*allowance)
}{
	{ofActions, func(a *allowance) { a.action = 2 }},
	{ofVerdict, func(a *allowance) { a.verdict = 2 }},
	{ofTitle, func(a *allowance) { a.title, a.people = 2, 2 }},
	{ofVerdict, func(a *allowance) { a.verdict = 3 }},
	{ofOverall, func(a *allowance) { a.counted, a.rule = 2, 2 }},
	{ofActions, func(a *allowance) { a.action = 3 }},
	{ofTitle, func(a *allowance) { a.people = 3 }},
	{ofQuestions, func(a *allowance) { a.longer = 1 }},
	{ofQuestions, func(a *allowance) { a.longer = 2 }},
	{ofQuestions, func(a *allowance) { a.longer = 3 }},
	{ofQuestions, func(a *allowance) { a.answer, a.longer = 3, 0 }},
	{ofVerdict, func(a *allowance) { a.verdict = 4 }},
	{ofTitle, func(a *allowance) { a.about = 1 }},
	{ofOverall, func(a *allowance) { a.rating, a.rule, a.counted = 2, 3, 3 }},
	{ofActions, func(a *allowance) { a.action = 4 }},
	{ofQuestions, func(a *allowance) { a.answer = 4 }},
	{ofTitle, func(a *allowance) { a.title, a.people, a.about = 3, 4, 2 }},
}

// screen is the first screen: what the boards need to know, if they read nothing else.
func (p *page) screen(brief bool) []string {
	limit := screenLines
	if p.width < wide {
		limit = narrowLines
	}
	draw := []func(allowance) []string{p.title, p.overall, p.verdict, p.six, p.first, func(allowance) []string { return p.below(brief) }}
	blocks := make([][]string, len(draw))
	height := -1
	for i, d := range draw {
		if blocks[i] = d(scant); len(blocks[i]) > 0 {
			height += len(blocks[i]) + 1
		}
	}
	a := scant
	for _, g := range generous {
		b := a
		g.more(&b)
		longer := draw[g.block](b)
		if more := len(longer) - len(blocks[g.block]); height+more <= limit {
			a, blocks[g.block], height = b, longer, height+more
		}
	}
	var lines []string
	for _, b := range blocks {
		if len(b) > 0 && len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, b...)
	}
	return lines
}

// inset is where the text of the first screen starts; what labels it stands to its left.
const inset = 12

func (p *page) title(a allowance) []string {
	asOf := ""
	if p.r.AsOf != "" {
		asOf = "as of " + p.r.AsOf
	}
	asOf = textwrap.Cut(asOf, p.width/3, p.ellipsis)
	room := p.width - 2
	if asOf != "" {
		room -= textwrap.Cells(asOf) + 3
	}
	lines := p.clip(textwrap.Flow(room, p.bold(cmp.Or(p.r.Title, "A proposal without a title"))), a.title, room)
	if asOf != "" {
		lines = textwrap.Beside([]int{0, p.width - 2 - textwrap.Cells(asOf)}, lines, []string{textwrap.Render(p.faint, asOf)})
	}
	var names []string
	for _, o := range p.r.Organisations {
		name := cmp.Or(o.Name, o.ID)
		if o.Role != "" {
			name += " (" + o.Role + ")"
		}
		names = append(names, name)
	}
	phrases := wording.Given(wording.And(wording.Given(names...)), p.r.Typology.Summary)
	lines = append(lines, p.clip(textwrap.Flow(p.width-2, plain(strings.Join(phrases, " "+p.dot+" "))), a.people, p.width-2)...)
	if o := p.organisation(p.r.For); p.r.For != "" {
		lines = append(lines, p.clip(textwrap.Flow(p.width-2, p.bold("The six questions as the board of "+o+" has to answer them;"), plain("overall and verdict are of the whole partnership.")), 2, p.width-2)...)
	}
	if p.r.About != "" && a.about > 0 {
		lines = append(lines, p.clip(textwrap.Flow(p.width-2, p.quiet(p.r.About)), a.about, p.width-2)...)
	}
	return textwrap.Indent(2, lines)
}

func (p *page) overall(a allowance) []string {
	o, room := p.r.Overall, p.width-inset
	lines := p.clip(textwrap.Flow(room, p.words(o.Rating)...), a.rating, room)
	counted := []span{plain(wording.Sentence(o.Counted)), plain(wording.Sentence(p.r.Documented.Sentence))}
	lines = append(lines, p.clip(textwrap.Flow(room, counted...), a.counted, room)...)
	rule := fmt.Sprintf("Decided by rule %d: %s.", o.Rule.Number, strings.TrimSuffix(o.Rule.If, "."))
	if o.TooLittleKnown {
		rule = fmt.Sprintf("The low end is decided by rule %d: %s.", o.Rule.Number, strings.TrimSuffix(o.Rule.If, "."))
	}
	little := wording.And(ids(o.LittleKnownOn))
	if n := len(o.LittleKnownOn); n > 1 && n == len(p.r.Questions) {
		little = "every question"
	}
	switch {
	case little == "":
	case o.HeldBack:
		rule += " Held at that while too little is known on " + little + "."
	default:
		rule += " Too little known on " + little + "."
	}
	return p.labelled("OVERALL", append(lines, p.clip(textwrap.Flow(room, plain(rule)), a.rule, room)...))
}

func (p *page) verdict(a allowance) []string {
	v, room := p.r.Verdict, p.width-inset
	lines := textwrap.Flow(room, p.bold(wording.Sentence(v.Sentence)), plain(wording.Sentence(v.Because)))
	return append(p.labelled("VERDICT", p.clip(lines, a.verdict, room)), p.picture()...)
}

// six are the six questions, each with its rating, what it may prove, and the answer's one sentence.
func (p *page) six(a allowance) []string {
	title := 0
	for _, q := range p.r.Questions {
		title = max(title, textwrap.Cells(q.Title))
	}
	left := 2 + textwrap.Cells(p.marks[rating.Unrated]+" too little known") + 2
	from := left + min(title, 30) + 2
	lines, longer := []string{"  " + textwrap.Render(p.strong, "THE SIX QUESTIONS")}, a.longer
	for n, q := range p.r.Questions {
		c := shown(q.Rating)
		soFar := span{Text: colour(c), Style: p.ratings[c]}
		if c == rating.Unrated {
			soFar.Style = p.strong
		}
		head := textwrap.Beside([]int{2, left}, textwrap.Flow(left-3, p.mark(c), soFar), p.clip(textwrap.Flow(from-left-2, p.bold(q.Title)), 1, from-left-2))
		room := from - 4
		may := []string{}
		if q.Rating.MayProve != "" {
			may = p.clip(textwrap.Flow(room-2, p.quiet("may prove "+q.Rating.MayProve)), 1, room-2)
		}
		answer, most := textwrap.Flow(p.width-from, plain(wording.Sentence(q.Answer))), a.answer
		if len(answer) > most && longer > 0 {
			most, longer = most+1, longer-1
		}
		answer = p.clip(answer, most, p.width-from)
		lines = append(lines, textwrap.Beside([]int{0, from}, append(head, textwrap.Indent(4, may)...), answer)...)
		lines = append(lines, textwrap.Indent(4, p.boardLine(n, p.width-4))...)
	}
	return lines
}

// first is what to do first and what to find out first, side by side where there is room.
func (p *page) first(a allowance) []string {
	both := p.width >= wide && len(p.r.DoFirst) > 0 && len(p.r.FindOutFirst) > 0
	room := p.width - 2
	if both {
		room = (p.width - 2 - 4) / 2
	}
	var todo, asks []string
	for i, d := range p.r.DoFirst {
		todo = append(todo, p.numbered(i+1, d.Do, d.Who, a.action, room)...)
	}
	for i, f := range p.r.FindOutFirst {
		asks = append(asks, p.numbered(i+1, f.Asks, f.Of, a.action, room)...)
	}
	if len(todo) > 0 {
		todo = append([]string{textwrap.Render(p.strong, "DO FIRST")}, todo...)
	}
	if len(asks) > 0 {
		asks = append([]string{textwrap.Render(p.strong, "FIND OUT FIRST")}, asks...)
	}
	switch {
	case both:
		return textwrap.Beside([]int{2, 2 + room + 4}, todo, asks)
	case len(todo) > 0 && len(asks) > 0:
		todo = append(todo, "")
	}
	return textwrap.Indent(2, append(todo, asks...))
}

// numbered is a short item with the person who is to see to it in brackets, which is never cut away.
func (p *page) numbered(n int, text, who string, limit, room int) []string {
	room -= 2
	bracket := wording.Bracketed(who)
	lines := textwrap.Flow(room, plain(text), p.quiet(bracket))
	if len(lines) > limit {
		lines = p.clip(textwrap.Flow(room, plain(text)), limit, room)
		if tail := textwrap.Cells(bracket) + 1; bracket != "" && tail < room/2 {
			short := textwrap.Flow(room, plain(text))[:limit]
			last := p.clip([]string{short[limit-1], ""}, 1, room-tail)
			lines = append(short[:limit-1], last[0]+" "+textwrap.Render(p.faint, bracket))
		}
	}
	return textwrap.Beside([]int{0, 2}, []string{fmt.Sprint(n)}, lines)
}

// below says what stands below the first screen about the document itself.
func (p *page) below(brief bool) []string {
	var counts []string
	for _, k := range findingKinds {
		n := 0
		for _, f := range p.r.Findings {
			if f.Kind == k.kind {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, wording.Count(n, k.one, k.many))
		}
	}
	where := "see Findings, below."
	if brief {
		where = "the whole report tells of each."
	}
	text := "Nothing in the document contradicts itself, nobody disagrees and no evidence is out of date."
	if len(counts) > 0 {
		text = "About the document itself: " + wording.And(counts) + "; " + where
	}
	return textwrap.Indent(2, p.clip(textwrap.Flow(p.width-2, plain(text)), 2, p.width-2))
}

// labelled sets lines beside their label.
func (p *page) labelled(label string, lines []string) []string {
	return textwrap.Beside([]int{2, inset}, []string{textwrap.Render(p.strong, label)}, lines)
}

// ids are the ids of words, which for questions are words themselves.
func ids(words []result.Word) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.ID)
	}
	return all
}
