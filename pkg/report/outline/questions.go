package outline

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// questions tells the six questions in full.
func (p *report) questions() []Block {
	var b blocks
	sign := func(s rating.Status) wording.Part {
		return wording.Part{Kind: wording.Sign, Status: s, Tone: wording.Faint}
	}
	b.say(sign(rating.Met), faint("in place,"), sign(rating.AtLeastPartly), faint("at least partly,"), sign(rating.Partly), faint("partly,"), sign(rating.AtMostPartly), faint("at most partly,"), sign(rating.NotMet), faint("not in place,"),
		sign(rating.Disputed), faint("the organisations differ,"), sign(rating.Unknown),
		faint("not known. Documents stand behind what is in place, unless it says: claimed. In square brackets stands the name of each criterion; it is told once, and named where it comes up again."))
	for i, q := range p.r.Questions {
		b.add(Chapter{i + 1, q.Title})
		p.answer(&b, &q)
	}
	return b
}

func (p *report) answer(b *blocks, q *result.Question) {
	if !strings.EqualFold(strings.TrimSuffix(q.Asks, "?"), strings.TrimSuffix(q.Title, "?")) {
		b.say(faint(q.Asks))
	}
	b.add(Break{})
	b.say(strong(wording.Sentence(q.Answer)))
	b.add(Break{})
	b.say(counted(q.Rating)...)
	if q.Documented.Words != "" && q.Documented.Words != q.Rating.Words {
		b.say(append(wording.Text{plain("On documents alone:")}, counted(q.Documented)...)...)
	}
	if len(q.HeldBy) > 0 {
		b.say(plain("Kept from a better rating by"), plain(wording.And(q.HeldBy)+"."))
	}
	for _, part := range q.Shows {
		p.shows(b, part)
	}
	p.tells(b, q.ID)
	p.standing(b, "Speaks for it", q.For, p.inPlace)
	p.standing(b, "Speaks against it", q.Against, p.notInPlace)
	p.notRated(b, q.ID)
	p.standing(b, "Not known", q.Unknown, p.notKnown)
	if len(q.Opinions) > 0 {
		b.heading("Remarked by a reader or a source, and not rated")
		for _, id := range q.Opinions {
			if c := p.r.Criterion(id); c != nil {
				b.add(p.opinion(c))
			}
		}
	}
	b.add(Break{})
}

// shows adds a part of what the answer to a question has beyond its criteria.
func (p *report) shows(b *blocks, part catalogue.Part) {
	switch part {
	case catalogue.Benefits:
		p.benefits(b)
	case catalogue.Placing:
		p.typology(b)
	case catalogue.Objectives:
		p.objectives(b)
	case catalogue.Risks:
		p.risks(b)
	case catalogue.TakingOn:
		p.takingOn(b)
	case catalogue.Oversight:
		p.governance(b)
	case catalogue.Culture: // the note says it all
	}
}

// standing tells the criteria of a list, each in full the first time and by its id afterwards.
func (p *report) standing(b *blocks, title string, list []string, tell func(*blocks, *result.Criterion)) {
	if len(list) == 0 {
		return
	}
	b.heading(title)
	var again []string
	for _, id := range list {
		c := p.r.Criterion(id)
		if c == nil || p.told[id] {
			again = append(again, id)
			continue
		}
		p.told[id] = true
		tell(b, c)
	}
	if len(again) > 0 {
		label := "Told above:"
		if len(again) < len(list) {
			label = "And, told above:"
		}
		b.add(Below{[]Block{says(faint(label), faint(strings.Join(again, ", ")))}})
	}
}
