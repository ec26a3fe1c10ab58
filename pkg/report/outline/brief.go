package outline

import (
	"fmt"

	"partner/pkg/wording"
)

// questionsInBrief answers the six questions: what stands for and against each is listed above.
func (p *report) questionsInBrief() []Block {
	var b blocks
	for i, q := range p.r.Questions {
		if i > 0 {
			b.add(Break{})
		}
		known, all := q.Rating.KnownOf()
		it := numbered(i+1, append(append(wording.Text{strong(q.Title)}, inFull(q.Rating)...), glued(fmt.Sprintf(". %d of %d known.", known, all)))...)
		it.Below = []Block{says(plain(wording.Sentence(q.Answer)))}
		b.add(it)
	}
	return b
}

// options tells of each option, where that was worked out.
func (p *report) options() []Block {
	if p.r.Options == nil {
		return nil
	}
	b := blocks(optionsTable(p.r.Options))
	b.add(eachOption(p.r.Options)...)
	return b
}

// optionsInBrief groups the options, where they were worked out, and only counts those that serve worse.
func (p *report) optionsInBrief() []Block {
	if p.r.Options == nil {
		return nil
	}
	return grouped(p.r.Options, true)
}
