// Package assess turns a proposal and a catalogue into a result. It is pure: the same document and the
// same catalogue give the same result, whatever the machine, the clock or the order of anything.
package assess

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// assessor holds what the parts of an assessment share.
type assessor struct {
	doc     *proposal.Proposal
	cat     *catalogue.Catalogue
	placed  catalogue.Placement
	answers map[string]*proposal.Value
	apart   bool // the organisations state something apart

	types  []typed        // one for each possible type
	shown  []shown        // the criteria that apply or may apply, in order
	places map[string]int // of shown, by id
	out    *result.Result

	spare logic.Trace // for what is evaluated and not kept
}

// unkept gives a trace for an evaluation of which only the truth is wanted.
func (a *assessor) unkept() *logic.Trace {
	a.spare.Used, a.spare.Missing = a.spare.Used[:0], a.spare.Missing[:0]
	return &a.spare
}

// typed is the assessment under one assumed type.
type typed struct {
	facts     *logic.Facts
	standings []standing // along the catalogue's criteria
}

// shown is a criterion that applies or may apply, as it is shown.
type shown struct {
	*catalogue.Criterion
	standing *standing
	sure     bool // it applies, whatever is still unknown
}

// Assess assesses a proposal that Read and Verify found nothing wrong with.
func Assess(doc *proposal.Proposal, cat *catalogue.Catalogue) *result.Result {
	a := &assessor{doc: doc, cat: cat, placed: cat.Typology.Place(doc), places: map[string]int{}}
	a.answers = map[string]*proposal.Value{}
	if v := doc.Root.At("answers"); v != nil {
		for _, answer := range v.Items {
			a.answers[answer.Key] = answer
		}
	}
	a.apart = statedApart(doc.Root)
	for _, t := range a.placed.Types() {
		facts := a.placed.Facts(doc, t[0], t[1])
		of := typed{facts: facts, standings: make([]standing, len(cat.Criteria))}
		for i := range cat.Criteria {
			of.standings[i] = a.stand(&cat.Criteria[i], facts)
		}
		a.types = append(a.types, of)
	}
	a.show()

	a.out = &result.Result{Format: result.Format, File: doc.Name, Limits: cat.Rating.Limits}
	a.heading()
	a.criteria()
	a.rate()
	a.benefits()
	a.objectives()
	a.takingOn()
	a.governance()
	a.risks()
	a.questions()
	a.evidence()
	a.findings()
	a.first()
	a.sources()
	return a.out
}

// statedApart reports whether the organisations state anything apart and differently.
func statedApart(v *proposal.Value) bool {
	apart := false
	v.Walk(func(v *proposal.Value) {
		for _, view := range v.Views {
			apart = apart || view.State != v.Views[0].State || !view.Same(v.Views[0])
		}
	})
	return apart
}

// show picks the criteria that apply, or may apply, under one of the possible types.
func (a *assessor) show() {
	a.shown = make([]shown, 0, len(a.cat.Criteria))
	for i := range a.cat.Criteria {
		var s *standing
		sure := true
		for t := range a.types {
			x := &a.types[t].standings[i]
			sure = sure && x.applies == logic.True
			if x.applies != logic.False && (s == nil || x.applies > s.applies) {
				s = x
			}
		}
		if s != nil {
			c := &a.cat.Criteria[i]
			a.places[c.ID] = len(a.shown)
			a.shown = append(a.shown, shown{c, s, sure})
		}
	}
}

// rate fills in every rating: for each possible type apart, and then the hull of them.
func (a *assessor) rate() {
	claimed := a.rateAs(func(s *standing) rating.Item { return s.claimed })
	onPaper := claimed
	if !a.allDocumented() {
		onPaper = a.rateAs(func(s *standing) rating.Item { return s.onPaper })
	}
	o := a.out
	o.Overall = a.overall(claimed.whole)
	o.Context = result.Part{Rating: ratingOf(claimed.context), Criteria: a.idsOf(catalogue.Context)}
	o.Enablers = result.Part{Rating: ratingOf(claimed.enablers), Criteria: a.idsOf(catalogue.Enabler, catalogue.Practice)}
	o.Verdict = a.verdict(claimed)
	o.Documented = result.Documented{
		Overall: a.overall(onPaper.whole), Verdict: a.verdict(onPaper),
		Context: ratingOf(onPaper.context), Enablers: ratingOf(onPaper.enablers), Known: onPaper.whole.Counts.Known(),
	}
	o.Documented.Sentence = documentedSentence(o)
	o.Questions = make([]result.Question, len(a.cat.Questions))
	for i, q := range a.cat.Questions {
		o.Questions[i] = result.Question{ID: q.ID, Title: q.Title, Asks: q.Asks, Rating: ratingOf(claimed.questions[i]), Documented: ratingOf(onPaper.questions[i])}
	}
}

// allDocumented reports whether documents support all that is claimed, so that both readings are the same.
func (a *assessor) allDocumented() bool {
	for t := range a.types {
		for i := range a.types[t].standings {
			if s := &a.types[t].standings[i]; s.onPaper != s.claimed {
				return false
			}
		}
	}
	return true
}

// rated holds the ratings of one reading of the document.
type rated struct {
	questions         []rating.Range
	context, enablers rating.Range
	whole             rating.Whole
	verdict           rating.Ends
}

// rateAs rates one reading of the standings: as claimed, or on paper.
func (a *assessor) rateAs(item func(*standing) rating.Item) rated {
	each := make([]rated, len(a.types))
	for i := range a.types {
		each[i] = a.rateType(&a.types[i], item)
	}
	if len(each) == 1 {
		return each[0]
	}
	pick := func(of func(rated) rating.Range) rating.Range {
		rs := make([]rating.Range, len(each))
		for i := range each {
			rs[i] = of(each[i])
		}
		return rating.Hull(rs)
	}
	var r rated
	for q := range a.cat.Questions {
		r.questions = append(r.questions, pick(func(r rated) rating.Range { return r.questions[q] }))
	}
	r.context = pick(func(r rated) rating.Range { return r.context })
	r.enablers = pick(func(r rated) rating.Range { return r.enablers })
	wholes, ends := make([]rating.Whole, len(each)), make([]rating.Ends, len(each))
	for i := range each {
		wholes[i], ends[i] = each[i].whole, each[i].verdict
	}
	r.whole, r.verdict = rating.HullWhole(wholes), rating.HullEnds(ends)
	return r
}

func (a *assessor) rateType(t *typed, item func(*standing) rating.Item) rated {
	m := &a.cat.Rating.Method
	var r rated
	n := len(a.shown)
	context, enablers, counted := make([]rating.Item, 0, n), make([]rating.Item, 0, n), make([]rating.Item, 0, n)
	var gates []rating.Item
	questions := make([][]rating.Item, len(a.cat.Questions))
	for i := range questions {
		questions[i] = make([]rating.Item, 0, n)
	}
	for i := range a.cat.Criteria {
		c, s := &a.cat.Criteria[i], &t.standings[i]
		if s.applies == logic.False || !c.Kind.Counts() && c.Kind != catalogue.Watchpoint {
			continue
		}
		it := item(s)
		for _, n := range c.Feeds {
			q := it
			q.Gate = it.Gate && c.HomeAt == n
			questions[n] = append(questions[n], q)
		}
		switch c.Kind {
		case catalogue.Context:
			context = append(context, it)
		case catalogue.Enabler, catalogue.Practice:
			enablers = append(enablers, it)
		}
		if c.Kind.Counts() {
			counted = append(counted, it)
		}
		if it.Gate {
			gates = append(gates, it)
		}
	}
	for _, items := range questions {
		r.questions = append(r.questions, m.Question(items))
	}
	r.context, r.enablers = m.Plain(context), m.Plain(enablers)
	r.whole = m.Overall(r.questions, m.Plain(counted).Counts)
	r.verdict = m.Verdict(r.context, r.enablers, r.whole, enablers, gates)
	return r
}

// idsOf gives the ids of the shown criteria of some kinds.
func (a *assessor) idsOf(kinds ...catalogue.Kind) []string {
	ids := []string{}
	for _, s := range a.shown {
		if slices.Contains(kinds, s.Kind) {
			ids = append(ids, s.ID)
		}
	}
	return ids
}
