package outline

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// boards tells, one below the other, the two boards' answers to the questions on which they differ. A report
// for one board is that board's throughout and has no such part.
func (p *report) boards() []Block {
	if p.r.For != "" {
		return nil
	}
	var b blocks
	for n, x := range p.r.Boards[0].Answers {
		if !x.Differs {
			continue
		}
		if len(b) == 0 {
			b.say(faint("Each board answers by what concerns it, as its own organisation sees it: what concerns the other alone is left out. To the other questions both give the same answer."))
		}
		b.heading(p.question(x.Question))
		for _, board := range p.r.Boards {
			p.boardAnswer(&b, board, board.Answers[n])
		}
		b.say(plain("The difference lies in:"))
		var in blocks
		for _, id := range x.Because {
			if c := p.r.Criterion(id); c != nil {
				in.add(signed(c, plain(wording.Sentence(c.Says)), faint(p.onWhom(c)), weighed(c)))
			}
		}
		b.add(Below{in})
	}
	return b
}

func (p *report) boardAnswer(b *blocks, of result.Board, x result.BoardAnswer) {
	b.say(append(wording.Text{plain("For"), strong(of.Organisation), glued(":")}, counted(x.Rating)...)...)
	b.add(Below{[]Block{says(plain(wording.Sentence(x.Answer)))}})
}

// onWhom says why a criterion does not bear on both boards alike.
func (p *report) onWhom(c *result.Criterion) string {
	if c.Board != "" {
		return "It concerns the board of " + p.organisation(c.Board) + " alone."
	}
	return wording.Sentence(p.viewsOf(c))
}

// views tells what the two organisations say apart, question by question.
func (p *report) views() []Block {
	var b blocks
	for _, o := range p.r.Views {
		title := "Bearing on no question"
		if o.Question != "" {
			title = p.question(o.Question)
		}
		b.heading(title)
		for _, l := range []struct {
			label  string
			stated []result.Stated
		}{{"They differ:", o.Differ}, {"They agree:", o.Agree}, {"Only one of them has spoken:", o.Silent}} {
			if len(l.stated) == 0 {
				continue
			}
			b.say(faint(l.label))
			var in blocks
			for _, s := range l.stated {
				in.add(p.statement(s))
			}
			b.add(Below{in})
		}
	}
	return b
}

// muchSaid is how many characters each may say of a thing for both to stand in one line.
const muchSaid = 30

// statement tells what each says of one thing: in a line, or each in a line of its own where they say much.
func (p *report) statement(s result.Stated) Item {
	text := wording.Text{plain(wording.Sentence(s.Title))}
	much := false
	var said [2]string
	for i, word := range s.Says {
		said[i] = p.r.Organisations[i].Name + ": " + cmp.Or(word, "nothing yet")
		much = much || utf8.RuneCountInString(word) > muchSaid
	}
	if !much {
		text = append(text, strong(strings.TrimSuffix(said[0], ".")+"; "+strings.TrimSuffix(said[1], ".")+"."))
	}
	if c := p.r.Criterion(s.Subject); c != nil {
		text = append(text, named(c.ID))
	}
	it := item(append(text, at(s.Place))...)
	if much {
		for _, x := range said {
			it.Below = append(it.Below, says(strong(wording.Sentence(x))))
		}
	}
	return it
}
