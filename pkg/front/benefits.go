package front

import (
	"cmp"
	"strconv"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/wording"
)

// benefitsNotShown counts the benefits that hang on a later step.
func (p *page) benefitsNotShown() []item {
	list := p.j.Doc.Root.Find(paths.Benefits).Stated()
	var later []*proposal.Value
	var source string
	for _, b := range list {
		if b.At(paths.NeedsLaterStep).Is("yes") {
			later = append(later, b)
			source = b.At(paths.Source).String()
		}
	}
	if len(later) == 0 {
		return nil
	}
	x := item{at: later, class: enablerNotMet, weight: 20, questions: []string{p.j.Cat.Showing(catalogue.Benefits).ID}}
	x.text = strconv.Itoa(len(later)) + " of the " + wording.Things(len(list), "benefit") + " listed " + wording.Verb(len(later), "needs", "need") + " a later step"
	if what := later[0].At(paths.What).String(); len(later) == 1 && len(list) > 1 && what != "" && source == "" {
		x.text += ": " + p.within(what)
		x.quotes = append(x.quotes, what)
	}
	if len(list) == 1 {
		x.text = "The one benefit listed needs a later step"
	}
	if source != "" {
		x.text += ": " + p.within(source)
		x.quotes = append(x.quotes, source)
	}
	x.text = wording.Sentence(x.text)
	return []item{x}
}

// benefitsGoneBack tells what was to get better and has got worse.
func (p *page) benefitsGoneBack() []item {
	var all []item
	for _, b := range p.j.Doc.Root.Find(paths.Benefits).Stated() {
		what := cmp.Or(b.At(paths.What).String(), b.At(paths.Measure).String())
		if what == "" || !judge.GoneBack(b) {
			continue
		}
		x := p.goneBack(b, what)
		x.entry, x.class, x.questions = b, graveFact, []string{p.j.Cat.Showing(catalogue.Benefits).ID}
		all = append(all, x)
	}
	return all
}

// goneBack tells of a benefit that has got worse from where it stood, to where it stands and where it is to get.
func (p *page) goneBack(benefit *proposal.Value, what string) item {
	baseline, target, reached := benefit.At(paths.Baseline).String(), benefit.At(paths.Target).String(), firstSentence(benefit.At(paths.Reached).String())
	return item{
		text: wording.Sentence(what + ": worse than before, " + p.within(baseline) + " then and " + p.within(reached) + "; it is to be " + p.within(target)),
		at:   []*proposal.Value{benefit}, quotes: []string{what, baseline, target, reached},
	}
}

// soonest gives the earliest of the days by which benefits are promised that a criterion rests on, nil where there is none.
func soonest(used []*proposal.Value) *proposal.Value {
	var by *proposal.Value
	for _, v := range used {
		if _, what := entry(v); v.Known() && v.Key == string(paths.By) && what != "" && (by == nil || v.From < by.From) {
			by = v
		}
	}
	return by
}
