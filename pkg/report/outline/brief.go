package outline

import (
	"fmt"
	"slices"
	"strings"

	"partner/pkg/result"
	"partner/pkg/wording"
)

// fewCriteria is how many criteria are told of what speaks for an answer, what against and what is not known.
const fewCriteria = 2

// questionsInBrief answers the six questions, each with the weightiest of what speaks for it and against it.
func (p *report) questionsInBrief() []Block {
	var b blocks
	for i, q := range p.r.Questions {
		if i > 0 {
			b.add(Break{})
		}
		it := numbered(i+1, append(append(wording.Text{strong(q.Title)}, inFull(q.Rating)...), glued(fmt.Sprintf(". %d of %d known.", known(q.Rating), known(q.Rating)+q.Rating.Unknown)))...)
		var in blocks
		text := wording.Text{plain(wording.Sentence(q.Answer))}
		if !q.NoteTold {
			text = append(text, plain(wording.Sentence(q.Note)))
		}
		in.say(text...)
		in.fact("for", p.weightiest(q.For, func(c *result.Criterion) string { return c.Title }))
		in.fact("against", p.weightiest(q.Against, func(c *result.Criterion) string { return c.Says }))
		in.fact("not known", p.weightiest(q.Unknown, func(c *result.Criterion) string { return c.Title }))
		it.Below = in
		b.add(it)
	}
	return b
}

// known is how many of the criteria that a rating counts are known.
func known(r result.Rating) int { return r.Met + r.Partly + r.NotMet }

// weightiest tells the weightiest of some criteria, what is essential first, and how many more there are.
func (p *report) weightiest(ids []string, tell func(*result.Criterion) string) string {
	var all []*result.Criterion
	for _, id := range ids {
		if c := p.r.Criterion(id); c != nil {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(x, y *result.Criterion) int {
		switch {
		case x.Gate == y.Gate:
			return 0
		case x.Gate:
			return -1
		}
		return 1
	})
	var titles []string
	for _, c := range all[:min(fewCriteria, len(all))] {
		titles = append(titles, strings.TrimSuffix(tell(c), "."))
	}
	if more := len(all) - fewCriteria; more > 0 {
		titles = append(titles, fmt.Sprintf("and %d more", more))
	}
	return wording.Sentence(strings.Join(titles, "; "))
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
	return grouped(p.r.Options, result.Worse)
}
