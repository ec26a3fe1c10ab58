package report

import (
	"cmp"

	"partner/pkg/internal/textwrap"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// boards tells, one below the other, the two boards' answers to the questions on which they differ. A report
// for one board is that board's throughout and has no such part.
func (p *page) boards() {
	if p.r.For != "" {
		return
	}
	told := false
	for n, x := range p.r.Boards[0].Answers {
		if !x.Differs {
			continue
		}
		if !told {
			p.section("Where the two boards' answers differ")
			p.text(2, p.quiet("Each board answers by what concerns it, as its own organisation sees it: what concerns the other alone is left out. To the other questions both give the same answer."))
			told = true
		}
		p.heading(2, p.titleOf(x.Question))
		for _, b := range p.r.Boards {
			p.boardAnswer(b, b.Answers[n])
		}
		p.text(2, plain("The difference lies in:"))
		for _, id := range x.Because {
			if c := p.r.Criterion(id); c != nil {
				p.item(4, p.sign(c), plain(wording.Sentence(c.Says)), p.quiet(p.onWhom(c)), p.name(c))
			}
		}
	}
}

func (p *page) boardAnswer(b result.Board, x result.BoardAnswer) {
	p.text(2, append([]span{plain("For"), p.bold(b.Organisation), glue(":")}, append(p.words(x.Rating), glue(". "+wording.Sentence(x.Rating.Counted)))...)...)
	spans := []span{plain(wording.Sentence(x.Answer))}
	if !x.NoteTold && x.Note != "" {
		spans = append(spans, p.quiet(wording.Sentence(x.Note)))
	}
	p.text(4, spans...)
}

// onWhom says why a criterion does not bear on both boards alike.
func (p *page) onWhom(c *result.Criterion) string {
	if c.Board != "" {
		return "It concerns the board of " + p.organisation(c.Board) + " alone."
	}
	return wording.Sentence(p.views(c))
}

// titleOf gives the title of a question of which the id is known.
func (p *page) titleOf(id string) string {
	for _, q := range p.r.Questions {
		if q.ID == id {
			return q.Title
		}
	}
	return id
}

// boardLine says in one line of the first screen how the two boards' ratings of a question differ; there
// is none where they do not. Long names are cut, and the ratings never.
func (p *page) boardLine(n, room int) []string {
	if p.r.For != "" || n >= len(p.r.Boards[0].Answers) {
		return nil
	}
	one, two := p.r.Boards[0].Answers[n], p.r.Boards[1].Answers[n]
	if shown(one.Rating) == shown(two.Rating) {
		return nil
	}
	var words, names [2]string
	left := room - textwrap.Cells("For : . For : .")
	for i, x := range []result.BoardAnswer{one, two} {
		words[i] = colour(shown(x.Rating))
		names[i] = p.r.Boards[i].Organisation
		left -= textwrap.Cells(words[i])
	}
	var spans []span
	for i := range words {
		most := left / 2
		if other := textwrap.Cells(names[1-i]); other < most {
			most = left - other
		}
		spans = append(spans, plain("For "+textwrap.Cut(names[i], most, p.ellipsis)+":"), span{Text: words[i], Style: p.ratings[shown(p.r.Boards[i].Answers[n].Rating)]}, glue("."))
	}
	return p.clip(textwrap.Flow(room, spans...), 1, room)
}

// apart tells what the two organisations say apart, question by question.
func (p *page) apart() {
	if len(p.r.Apart) == 0 {
		return
	}
	p.section("What the two say apart")
	for _, o := range p.r.Apart {
		title := "Bearing on no question"
		if o.Question != "" {
			title = p.titleOf(o.Question)
		}
		p.heading(2, title)
		lists := []struct {
			label  string
			stated []result.Stated
		}{{"They differ:", o.Differ}, {"They agree:", o.Agree}, {"Only one of them has spoken:", o.Silent}}
		for _, l := range lists {
			if len(l.stated) > 0 {
				p.text(2, p.quiet(l.label))
			}
			for _, s := range l.stated {
				p.stated(s)
			}
		}
	}
}

// stated tells what each says of one thing: in a line, or each in a line of its own where they say much.
func (p *page) stated(s result.Stated) {
	name := "(" + s.Place.String() + ")"
	if c := p.r.Criterion(s.Subject); c != nil {
		name = "[" + c.ID + "] " + name
	}
	much := false
	spans := []span{plain(wording.Sentence(s.Title))}
	var says [2]string
	for i, word := range s.Says {
		says[i] = p.r.Organisations[i].Name + ": " + cmp.Or(word, "nothing yet")
		much = much || textwrap.Cells(word) > 30
	}
	if !much {
		spans = append(spans, p.bold(says[0]+"; "+says[1]+"."))
	}
	p.item(4, plain(p.dash), append(spans, p.quiet(name))...)
	if much {
		for _, x := range says {
			p.text(6, p.bold(wording.Sentence(x)))
		}
	}
}
