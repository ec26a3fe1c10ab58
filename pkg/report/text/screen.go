package text

import (
	"fmt"

	"partner/pkg/internal/textwrap"
	"partner/pkg/report/outline"
	"partner/pkg/wording"
)

// screenLines is how long a screen gets at most where the page is wide, and narrowLines where it is not:
// with the closing line the former fits 45.
const screenLines, narrowLines = 44, 60

// inset is where the text of a screen starts; what labels it stands to its left.
const inset = 12

// screen draws a screen as full as it may be.
func (p *page) screen(s *outline.Screen) []string {
	room := screenLines
	if p.width < wide {
		room = narrowLines
	}
	drawn := outline.Fit(s, room, p.group, func(lines []string) int { return len(lines) })
	var lines []string
	for _, b := range drawn {
		if len(b) > 0 && len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, b...)
	}
	return lines
}

// group draws the blocks of a screen that stand together.
func (p *page) group(all []outline.Block, l outline.Limits) []string {
	var lines []string
	for _, b := range all {
		switch b := b.(type) {
		case outline.Masthead:
			lines = append(lines, p.masthead(b, l)...)
		case outline.Labelled:
			lines = append(lines, p.labelled(b, l)...)
		case outline.Matrix:
			lines = append(lines, p.matrix(b)...)
		case outline.Scores:
			lines = append(lines, p.scores(b, l)...)
		case outline.Actions:
			lines = append(lines, p.actions(b, l)...)
		case outline.Limited:
			lines = append(lines, textwrap.Indent(2, p.limited(p.width-2, b, l))...)
		default:
			panic(fmt.Sprintf("text: a block of no known kind: %T", b))
		}
	}
	return lines
}

// clip keeps at most n lines; where some are left out, the last that is kept ends in an ellipsis.
func (p *page) clip(lines []string, n, width int) []string {
	return textwrap.Clip(lines, n, width, p.ellipsis)
}

// limited draws text as far as its limit goes.
func (p *page) limited(room int, t outline.Limited, l outline.Limits) []string {
	if l[t.Limit] == 0 {
		return nil
	}
	return p.clip(p.flow(room, t.Text), l[t.Limit], room)
}

func (p *page) masthead(m outline.Masthead, l outline.Limits) []string {
	day := textwrap.Cut(p.plain(m.AsOf), p.width/3, p.ellipsis)
	room := p.width - 2
	if day != "" {
		room -= textwrap.Cells(day) + 3
	}
	lines := p.limited(room, m.Title, l)
	if day != "" {
		lines = textwrap.Beside([]int{0, p.width - 2 - textwrap.Cells(day)}, lines, []string{textwrap.Render(p.faint, day)})
	}
	for _, t := range m.Below {
		lines = append(lines, p.limited(p.width-2, t, l)...)
	}
	return textwrap.Indent(2, lines)
}

// labelled sets texts beside their label.
func (p *page) labelled(t outline.Labelled, l outline.Limits) []string {
	var lines []string
	for _, text := range t.Texts {
		lines = append(lines, p.limited(p.width-inset, text, l)...)
	}
	return textwrap.Beside([]int{2, inset}, []string{textwrap.Render(p.strong, p.plain(t.Label))}, lines)
}

// scores draws the questions: rating, title and below them what the rating may prove, beside the answer.
func (p *page) scores(s outline.Scores, l outline.Limits) []string {
	title := 0
	for _, q := range s.Rows {
		title = max(title, textwrap.Cells(q.Title))
	}
	left := 2 + textwrap.Cells("? too little known") + 2
	from := left + min(title, 30) + 2
	lines, longer := []string{"  " + textwrap.Render(p.strong, s.Title)}, l[outline.OfLonger]
	for _, q := range s.Rows {
		width := from - left - 2
		name := p.clip(p.flow(width, wording.Text{{Text: q.Title, Tone: wording.Strong}}), 1, width)
		head := textwrap.Beside([]int{2, left}, p.flow(left-3, q.Rating), name)
		if q.MayProve != "" {
			may := wording.Text{{Text: wording.MayProve + " " + q.MayProve, Tone: wording.Faint}}
			head = append(head, textwrap.Indent(4, p.clip(p.flow(from-6, may), 1, from-6))...)
		}
		answer, most := p.flow(p.width-from, q.Answer), l[outline.OfAnswer]
		if len(answer) > most && longer > 0 {
			most, longer = most+1, longer-1
		}
		lines = append(lines, textwrap.Beside([]int{0, from}, head, p.clip(answer, most, p.width-from))...)
		if len(q.Boards) > 0 {
			lines = append(lines, textwrap.Indent(4, p.boards(p.width-4, q.Boards))...)
		}
	}
	return lines
}

// boards says in one line how the two boards' ratings of a question differ. Long names are cut, and the
// ratings never.
func (p *page) boards(room int, both []outline.BoardScore) []string {
	left := room - textwrap.Cells("For : . For : .")
	names := make([]string, len(both))
	for i, b := range both {
		names[i] = p.plain(b.Organisation)
		left -= textwrap.Cells(b.Rating.Text)
	}
	var line wording.Text
	for i, b := range both {
		most := left / 2
		if other := textwrap.Cells(names[1-i]); other < most {
			most = left - other
		}
		line = append(line, wording.Part{Text: "For " + textwrap.Cut(names[i], most, p.ellipsis) + ":"}, b.Rating, wording.Part{Text: ".", Glued: true})
	}
	return p.clip(p.flow(room, line), 1, room)
}

// actions draws two lists side by side where there is room.
func (p *page) actions(a outline.Actions, l outline.Limits) []string {
	both := p.width >= wide && len(a.Left.Items) > 0 && len(a.Right.Items) > 0
	room := p.width - 2
	if both {
		room = (p.width - 2 - 4) / 2
	}
	left, right := p.actionList(room, a.Left, l), p.actionList(room, a.Right, l)
	switch {
	case both:
		return textwrap.Beside([]int{2, 2 + room + 4}, left, right)
	case len(left) > 0 && len(right) > 0:
		left = append(left, "")
	}
	return textwrap.Indent(2, append(left, right...))
}

func (p *page) actionList(room int, a outline.ActionList, l outline.Limits) []string {
	if len(a.Items) == 0 {
		return nil
	}
	lines := []string{textwrap.Render(p.strong, a.Title)}
	for i, it := range a.Items {
		lines = append(lines, textwrap.Beside([]int{0, 2}, []string{fmt.Sprint(i + 1)}, p.action(room-2, it, l))...)
	}
	return lines
}

// action is a short item with the person who is to see to it in brackets, which is never cut away.
func (p *page) action(room int, a outline.Action, l outline.Limits) []string {
	who := p.plain(wording.Bracketed(a.Who))
	limit := l[a.Text.Limit]
	text := p.spans(a.Text.Text)
	lines := textwrap.Flow(room, append(text, textwrap.Span{Text: who, Style: p.faint})...)
	if len(lines) <= limit {
		return lines
	}
	short := textwrap.Flow(room, text...)
	lines = p.clip(short, limit, room)
	if tail := textwrap.Cells(who) + 1; who != "" && tail < room/2 {
		last := p.clip([]string{short[limit-1], ""}, 1, room-tail)
		lines = append(short[:limit-1:limit-1], last[0]+" "+textwrap.Render(p.faint, who))
	}
	return lines
}
