package assess

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// For assesses a proposal as one organisation's board has to answer for it: the six questions are that
// board's, and what concerns the other board alone is left out of what speaks for and against them, of what
// to do and to find out, and of the conditions. The overall rating, the verdict and the criteria stay those of
// the whole. The id must be that of one of the two organisations.
func For(doc *proposal.Proposal, cat *catalogue.Catalogue, organisation string) *result.Result {
	a := assessed(doc, cat)
	for i, o := range doc.Organisations {
		if o.Key == organisation {
			a.forBoard(i)
		}
	}
	return a.out
}

// forBoard makes the result that of one board.
func (a *assessor) forBoard(i int) {
	o := a.out
	o.For = a.doc.Organisations[i].Key
	onPaper := a.rateAs(func(n int, s *standing) rating.Item { return a.entry(i, n, s.onPaper, s.papers) })
	for n, x := range a.asBoard(i) {
		q := x.question
		q.Title, q.Asks, q.Documented = o.Questions[n].Title, o.Questions[n].Asks, ratingOf(onPaper.Questions[n])
		o.Questions[n] = q
	}
	others := func(id string) bool {
		at, shown := a.places[id]
		return shown && a.shown[at].alone == a.doc.Organisations[1-i]
	}
	o.DoFirst = slices.DeleteFunc(o.DoFirst, func(x result.Action) bool { return others(x.Criterion) })
	o.FindOutFirst = slices.DeleteFunc(o.FindOutFirst, func(x result.Ask) bool { return others(x.Criterion) })
	o.Conditions = slices.DeleteFunc(o.Conditions, func(x result.Condition) bool { return x.Of == result.OfCriterion && others(x.ID) })
	o.Risks.RedFlags = slices.DeleteFunc(o.Risks.RedFlags, others)
}

// boards answers each of the six questions from each organisation's side: by the criteria that concern its
// board, as it sees them itself where the two state something apart.
func (a *assessor) boards() {
	var both [2][]answered
	for i, org := range a.doc.Organisations {
		both[i] = a.asBoard(i)
		b := result.Board{Organisation: proposal.NameOf(org), ID: org.Key, Answers: make([]result.BoardAnswer, len(both[i]))}
		for n, x := range both[i] {
			b.Answers[n] = result.BoardAnswer{Question: x.question.ID, Rating: x.question.Rating, Answer: x.question.Answer, Note: x.question.Note, NoteTold: x.question.NoteTold, Because: []string{}}
		}
		a.out.Boards[i] = b
	}
	for n := range a.cat.Questions {
		one, two := both[0][n], both[1][n]
		because, telling := a.because(n)
		if !telling && sameRating(one.question.Rating, two.question.Rating) && onLike(one.on, two.on) {
			continue
		}
		for i := range a.out.Boards {
			x := &a.out.Boards[i].Answers[n]
			x.Differs, x.Because = len(because) > 0, because
		}
	}
}

// answered is a question as a board answers it, with the criterion that the answer turns on, or nil.
type answered struct {
	question result.Question
	on       *shown
}

// asBoard answers the questions as the board of one of the organisations has to.
func (a *assessor) asBoard(i int) []answered {
	of, from, differ := a.now, a.shown, a.boardsDiffer()
	if slices.Contains(differ, true) {
		of = a.rateAs(func(n int, s *standing) rating.Item { return a.entry(i, n, s.claimed, s.views) })
		from = a.seenBy(i)
	}
	answers := make([]answered, len(a.cat.Questions))
	for n := range a.cat.Questions {
		x := &answers[n]
		x.question = a.out.Questions[n]
		note := a.boardNote(a.out.Questions[n].Shows, i)
		x.question.Note, x.question.NoteTold = joined(note), false
		if differ[n] || x.question.Rating.SoFar == rating.Green { // a green answer says what the note does
			x.question.Rating = ratingOf(of.Questions[n])
			x.on = a.reasons(&x.question, n, note, from)
		}
	}
	return answers
}

// boardsDiffer says of each question whether something that it rests on is not the same for both boards.
func (a *assessor) boardsDiffer() []bool {
	differ := make([]bool, len(a.cat.Questions))
	for _, s := range a.shown {
		if s.standing.differ() || s.alone != nil {
			for _, q := range s.Feeds {
				differ[q] = true
			}
		}
	}
	return differ
}

// alone gives the organisation whose board alone a criterion concerns; nil where it concerns both, or where
// the document does not say, or its organisations do not agree, which of the two has that part.
func (a *assessor) alone(c *catalogue.Criterion) *proposal.Value {
	if c.Board == "" {
		return nil
	}
	var of [2]*proposal.Value
	for i, o := range a.doc.Organisations {
		of[i] = a.types[0].env.SeenBy(o.Key).Side(c.Board)
	}
	if of[0] != of[1] {
		return nil
	}
	return of[0]
}

// entry is how a criterion enters the ratings of a board: as that organisation sees it, and not at all where
// it concerns the other board alone.
func (a *assessor) entry(i, shown int, item rating.Item, views [2]rating.Status) rating.Item {
	if a.shown[shown].alone == a.doc.Organisations[1-i] {
		return notApplicable
	}
	item.Worse, item.Better = views[i], views[i]
	return item
}

// seenBy gives the criteria that concern a board, as that organisation sees them.
func (a *assessor) seenBy(i int) []shown {
	seen := make([]shown, 0, len(a.shown))
	for _, s := range a.shown {
		if s.alone == a.doc.Organisations[1-i] {
			continue
		}
		if s.standing.differ() {
			own := *s.standing
			own.views[1-i] = own.views[i]
			own.claimed.Worse, own.claimed.Better = own.views[i], own.views[i]
			s.standing = &own
		}
		seen = append(seen, s)
	}
	return seen
}

// because names the criteria on which the boards' answers to a question differ: what the two see differently,
// and what concerns one board alone, unless the other has the like of it and it stands there alike. Telling is
// a difference over which the two would argue: what they see differently, or what speaks against it for one.
func (a *assessor) because(question int) (ids []string, telling bool) {
	ids = []string{}
	for n := range a.shown {
		s := &a.shown[n]
		if !slices.Contains(s.Feeds, question) || !counts(s.Kind) {
			continue
		}
		status := s.standing.status()
		idle := status == rating.NotApplicable || s.Kind == catalogue.Watchpoint && status == rating.Met
		if s.standing.differ() || s.alone != nil && !idle && !a.mirrored(s) {
			ids = append(ids, s.ID)
			telling = telling || s.standing.differ() || status == rating.NotMet || status == rating.Partly
		}
	}
	return ids, telling
}

// mirrored reports whether the other board has the like of a criterion that concerns one board alone, and it
// stands alike there.
func (a *assessor) mirrored(s *shown) bool {
	return slices.ContainsFunc(a.shown, func(o shown) bool { return o.ID != s.ID && o.Board != "" && onLike(s, &o) })
}

// otherSide speaks of the second organisation where a text of the catalogue speaks of the first, and the
// other way round.
var otherSide = strings.NewReplacer(catalogue.FirstSide, catalogue.SecondSide, catalogue.SecondSide, catalogue.FirstSide)

// onLike reports whether two answers turn on the same: on the same criterion or its like for the other side,
// standing alike, or both on none.
func onLike(one, two *shown) bool {
	if one == nil || two == nil {
		return one == two
	}
	return one.standing.status() == two.standing.status() && (one.ID == two.ID || one.NamesSides && otherSide.Replace(one.Title) == two.Title)
}

// sameRating reports whether two ratings say the same to a board, whatever they count.
func sameRating(x, y result.Rating) bool {
	return x.Low == y.Low && x.High == y.High && x.SoFar == y.SoFar && x.TooLittleKnown == y.TooLittleKnown
}
