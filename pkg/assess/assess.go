// Package assess turns a proposal and a catalogue into a result. It is pure: the same document and the
// same catalogue give the same result, whatever the machine, the clock or the order of anything.
package assess

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// assessor holds what the parts of an assessment share.
type assessor struct {
	doc     *proposal.Proposal
	cat     *catalogue.Catalogue
	placed  judge.Placement
	answers map[string]*proposal.Value
	apart   bool // the organisations state something apart

	types  []typed        // one for each possible type
	shown  []shown        // the criteria that apply or may apply, in order
	places map[string]int // of shown, by id
	out    *result.Result

	now   rating.Rated // every rating as claimed
	spare logic.Trace  // for what is evaluated and not kept
}

// spareTrace gives a trace for an evaluation of which what is kept is copied.
func (a *assessor) spareTrace() *logic.Trace {
	a.spare.Used, a.spare.Missing = a.spare.Used[:0], a.spare.Missing[:0]
	return &a.spare
}

// typed is the assessment under one assumed type.
type typed struct {
	env       logic.Environment
	standings []standing // along the catalogue's criteria
	claimed   *rating.Sheet
	entryOf   []int // for each criterion that is shown, its entry on the sheets, or -1
}

// shown is a criterion that applies or may apply, as it is shown.
type shown struct {
	*catalogue.Criterion
	standing *standing
	at       int             // its place among the catalogue's criteria
	sure     bool            // it applies, whatever is still unknown
	alone    *proposal.Value // the organisation whose board alone it concerns, nil for both
}

// begin judges every criterion under each type that a placement leaves possible. Nothing is written down yet.
func begin(doc *proposal.Proposal, cat *catalogue.Catalogue, placed judge.Placement) *assessor {
	a := &assessor{doc: doc, cat: cat, placed: placed, places: map[string]int{}}
	a.answers = map[string]*proposal.Value{}
	if v := doc.Root.Find(paths.Answers); v != nil {
		for _, answer := range v.Items {
			a.answers[answer.Key] = answer
		}
	}
	a.apart = doc.Apart()
	for _, t := range a.placed.Types() {
		env := a.placed.Under(t, doc)
		of := typed{env: env, standings: make([]standing, len(cat.Criteria))}
		for i := range cat.Criteria {
			of.standings[i] = a.stand(&cat.Criteria[i], env)
		}
		a.types = append(a.types, of)
	}
	a.show()
	return a
}

// Assess assesses a proposal that Read and Verify found nothing wrong with.
func Assess(doc *proposal.Proposal, cat *catalogue.Catalogue) *result.Result {
	return assessed(doc, cat).out
}

// assessed works out the whole result.
func assessed(doc *proposal.Proposal, cat *catalogue.Catalogue) *assessor {
	a := begin(doc, cat, judge.Place(doc, &cat.Typology))
	a.report()
	a.decide()
	return a
}

// report fills in how the proposal stands: what it is, every criterion, the ratings and the six answers.
func (a *assessor) report() {
	a.out = &result.Result{Format: result.Format, File: a.doc.Name, Limits: a.cat.LimitTexts()}
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
	a.sources()
}

// decide fills in what a board needs beyond that to decide: what to ask, what to change, whose view, what
// others have been through.
func (a *assessor) decide() {
	climbed := a.climbs()
	a.settle()
	a.path(climbed)
	a.first()
	a.conditions()
	a.boards()
	a.statedApart()
	a.hanging()
	a.promises()
	a.precedents()
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
			a.shown = append(a.shown, shown{c, s, i, sure, a.alone(c)})
		}
	}
}

// rate fills in every rating: for each possible type apart, and then the hull of them.
func (a *assessor) rate() {
	each := make([]rating.Rated, len(a.types))
	for i := range a.types {
		t := &a.types[i]
		t.claimed, t.entryOf = a.sheet(t, func(_ int, s *standing) rating.Item { return s.claimed })
		each[i] = t.claimed.Rate()
	}
	claimed := rating.HullRated(each)
	a.now = claimed
	onPaper := claimed
	if !a.allDocumented() {
		onPaper = a.rateAs(func(_ int, s *standing) rating.Item { return s.onPaper })
	}
	o := a.out
	o.Overall = a.overall(claimed.Whole)
	o.Context = result.Part{Rating: ratingOf(claimed.Context), Criteria: a.idsOf(catalogue.Context)}
	o.Enablers = result.Part{Rating: ratingOf(claimed.Enablers), Criteria: a.idsOf(catalogue.Enabler, catalogue.Practice)}
	o.Verdict = a.verdict(claimed)
	o.Documented = result.Documented{
		Overall: a.overall(onPaper.Whole), Verdict: a.verdict(onPaper),
		Context: ratingOf(onPaper.Context), Enablers: ratingOf(onPaper.Enablers), Known: onPaper.Whole.Counts.Known(),
	}
	o.Documented.Sentence = documentedSentence(o)
	o.Questions = make([]result.Question, len(a.cat.Questions))
	for i, q := range a.cat.Questions {
		o.Questions[i] = result.Question{ID: q.ID, Title: q.Title, Asks: q.Asks, Shows: q.Shows, Rating: ratingOf(claimed.Questions[i]), Documented: ratingOf(onPaper.Questions[i])}
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

// rateAs rates one reading of the standings over all possible types. The reading is told which of the
// shown criteria it is asked for.
func (a *assessor) rateAs(reading func(shown int, s *standing) rating.Item) rating.Rated {
	each := make([]rating.Rated, len(a.types))
	for i := range a.types {
		sheet, _ := a.sheet(&a.types[i], reading)
		each[i] = sheet.Rate()
	}
	return rating.HullRated(each)
}

// sheet puts one reading of the standings under one type on a sheet, and says which entry each of the
// shown criteria has become, -1 for none.
func (a *assessor) sheet(t *typed, reading func(shown int, s *standing) rating.Item) (*rating.Sheet, []int) {
	entries, entryOf := make([]rating.Entry, 0, len(a.shown)), make([]int, len(a.shown))
	for i := range a.shown {
		c := a.shown[i].Criterion
		entryOf[i] = -1
		if s := &t.standings[a.shown[i].at]; s.applies != logic.False && counts(c.Kind) {
			entryOf[i] = len(entries)
			entries = append(entries, rating.Entry{Item: reading(i, s), Feeds: c.Feeds, Home: c.HomeAt, Part: partOf(c.Kind)})
		}
	}
	return rating.NewSheet(&a.cat.Rating.Method, len(a.cat.Questions), entries), entryOf
}

// whatIf rates everything as it would be if one of the shown criteria had another status.
func (a *assessor) whatIf(shown int, status rating.Status) rating.Rated {
	each := make([]rating.Rated, len(a.types))
	for i := range a.types {
		t := &a.types[i]
		e := t.entryOf[shown]
		if e < 0 {
			each[i] = t.claimed.Rate()
			continue
		}
		was := t.claimed.Item(e)
		t.claimed.Set(e, status, status)
		each[i] = t.claimed.Rate()
		t.claimed.Set(e, was.Worse, was.Better)
	}
	return rating.HullRated(each)
}

// partOf says which of the two parts a kind belongs to.
func partOf(k catalogue.Kind) rating.Part {
	switch k {
	case catalogue.Context:
		return rating.Context
	case catalogue.Enabler, catalogue.Practice:
		return rating.Enablers
	}
	return rating.Neither
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
