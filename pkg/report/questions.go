package report

import (
	"fmt"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// questions tells the six questions in full.
func (p *page) questions() {
	p.section("The six questions in full")
	p.text(2, p.quiet(fmt.Sprintf("%s in place, %s partly, %s not in place, %s the organisations differ, %s not known. Documents stand behind what is in place, unless it says: claimed. In square brackets stands the name of each criterion; it is told once, and named where it comes up again.",
		p.signs[rating.Met], p.signs[rating.Partly], p.signs[rating.NotMet], p.signs[rating.Disputed], p.signs[rating.Unknown])))
	for i, q := range p.r.Questions {
		p.gaps(2)
		p.item(0, p.bold(fmt.Sprint(i+1)), p.bold(strings.ToUpper(q.Title)))
		p.question(q)
	}
}

// body is where the text under a question starts.
const body = 2

func (p *page) question(q result.Question) {
	if !strings.EqualFold(strings.TrimSuffix(q.Asks, "?"), strings.TrimSuffix(q.Title, "?")) {
		p.text(body, p.quiet(q.Asks))
	}
	p.gap()
	p.text(body, p.bold(wording.Sentence(q.Answer)))
	if !q.NoteTold {
		p.text(body, plain(wording.Sentence(q.Note)))
	}
	p.gap()
	p.text(body, append(p.words(q.Rating), glue(". "+wording.Sentence(q.Rating.Counted)))...)
	if q.Documented.Words != "" && q.Documented.Words != q.Rating.Words {
		p.text(body, append([]span{plain("On documents alone:")}, append(p.words(q.Documented), glue(". "+wording.Sentence(q.Documented.Counted)))...)...)
	}
	if len(q.HeldBy) > 0 {
		p.text(body, plain("Kept from a better rating by"), plain(wording.And(q.HeldBy)+"."))
	}

	p.answers(q)
	p.standing("Speaks for it", q.For, p.inPlace)
	p.standing("Speaks against it", q.Against, p.notInPlace)
	p.standing("Not known", q.Unknown, p.notKnown)
	if len(q.Opinions) > 0 {
		p.heading(body, "Remarked by a reader or a source, and not rated")
		for _, id := range q.Opinions {
			if c := p.r.Criterion(id); c != nil {
				p.opinion(c)
			}
		}
	}
	p.gap()
}

// answers adds what the answer to a question has beyond its criteria.
func (p *page) answers(q result.Question) {
	for _, part := range q.Shows {
		switch part {
		case catalogue.Benefits:
			p.benefits()
		case catalogue.Placing:
			p.typology()
		case catalogue.Objectives:
			p.objectives()
		case catalogue.Risks:
			p.risks()
		case catalogue.TakingOn:
			p.takingOn()
		case catalogue.Oversight:
			p.governance()
		case catalogue.Culture: // the note says it all
		}
	}
}

// standing tells the criteria of a list, each in full the first time and by its id afterwards.
func (p *page) standing(title string, list []string, tell func(*result.Criterion)) {
	if len(list) == 0 {
		return
	}
	p.heading(body, title)
	var again []string
	for _, id := range list {
		c := p.r.Criterion(id)
		if c == nil || p.told[id] {
			again = append(again, id)
			continue
		}
		p.told[id] = true
		tell(c)
	}
	if len(again) > 0 {
		label := "Told above:"
		if len(again) < len(list) {
			label = "And, told above:"
		}
		p.text(body+2, p.quiet(label), p.quiet(strings.Join(again, ", ")))
	}
}
