package decide

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// BoardAnswers are the six questions as each board has to answer them: by the criteria that concern it, as its
// organisation sees them itself where the two state something apart.
type BoardAnswers struct {
	judgement *judge.Judgement
	answers   [2][]boardAnswer // along the two organisations, and the questions
}

// boardAnswer is a question as a board answers it, with the criterion that the answer turns on, or nil.
type boardAnswer struct {
	question result.Question
	on       *judge.Criterion
}

// AsBoards answers the questions as each of the boards has to; joint are the answers of both together.
func AsBoards(j *judge.Judgement, s judge.Substance, joint []result.Question) BoardAnswers {
	b := BoardAnswers{judgement: j}
	differ := j.BoardsDiffer()
	apart, same := slices.Contains(differ, true), make([]bool, len(differ))
	for n := range same {
		same[n] = !differ[n]
	}
	joined := j.Grounds(j.Criteria, same)
	type asked struct {
		is, documented rating.Range
		shown          judge.Shown
	}
	var asks [2]asked
	var of [2][]judge.Grounds
	var rated, documented [2]rating.Rated
	for i, side := range judge.Sides {
		rated[i], documented[i] = j.Claimed, j.Documented
		if apart {
			rated[i], documented[i] = j.Rate(judge.Reading{Board: side}), j.Unbounded(judge.Reading{Board: side, Documented: true})
			of[i] = j.GroundsFor(side, differ)
		}
		b.answers[i] = make([]boardAnswer, len(joint))
	}
	for n := range joint {
		for i, side := range judge.Sides {
			asks[i] = asked{rated[i].Questions[n], documented[i].Questions[n], j.BoardShown(n, s, side)}
			x := &b.answers[i][n]
			if i > 0 && !differ[n] && asks[i].is == asks[0].is && asks[i].documented == asks[0].documented && asks[i].shown.Like(asks[0].shown) {
				*x = b.answers[0][n]
				continue
			}
			grounds := &joined[n]
			if differ[n] {
				grounds = &of[i][n]
			}
			x.question, x.on = j.Answer(n, asks[i].is, asks[i].documented, asks[i].shown, grounds)
		}
	}
	return b
}

// Questions are the questions as one board answers them, with the ratings on documents alone that are its own.
func (b BoardAnswers) Questions(board judge.Side) []result.Question {
	j := b.judgement
	documented := j.Rate(judge.Reading{Documented: true, Board: board})
	questions := make([]result.Question, len(j.Cat.Questions))
	for n := range questions {
		questions[n] = b.of(board)[n].question
		questions[n].Documented = judge.Words(documented.Questions[n])
	}
	return questions
}

func (b BoardAnswers) of(board judge.Side) []boardAnswer {
	return b.answers[slices.Index(judge.Sides[:], board)]
}

// Boards sets the two boards' answers side by side, and says on what they differ.
func (b BoardAnswers) Boards() [2]result.Board {
	var boards [2]result.Board
	for i, org := range b.judgement.Doc.Organisations {
		boards[i] = result.Board{Organisation: proposal.NameOf(org), ID: org.Key, Answers: make([]result.BoardAnswer, len(b.answers[i]))}
		for n, x := range b.answers[i] {
			boards[i].Answers[n] = result.BoardAnswer{Question: x.question.ID, Rating: x.question.Rating, Answer: x.question.Answer, Note: x.question.Note, Because: []string{}}
		}
	}
	for n := range b.judgement.Cat.Questions {
		one, two := b.answers[0][n], b.answers[1][n]
		because, telling := because(b.judgement, n)
		if !telling && judge.Alike(one.question.Rating, two.question.Rating) && onLike(one.on, two.on) {
			continue
		}
		for i := range boards {
			x := &boards[i].Answers[n]
			x.Differs, x.Because = len(because) > 0, because
		}
	}
	return boards
}

// because names the criteria on which the boards' answers to a question differ: what the two see differently,
// and what concerns one board alone, unless the other has the like of it and it stands there alike. Telling is
// a difference over which the two would argue: what they see differently, or what speaks against it for one.
func because(j *judge.Judgement, question int) (ids []string, telling bool) {
	ids = []string{}
	for _, n := range j.Differing() {
		c := &j.Criteria[n]
		if !slices.Contains(c.Feeds, question) || !c.Kind.Rated() || c.When != result.Now {
			continue
		}
		status, disputed := c.Status(), c.Standing.Disputed()
		idle := status == rating.NotApplicable || c.Kind == catalogue.Watchpoint && status == rating.Met
		if disputed || c.Concerns != judge.Both && !idle && !mirrored(j, c) {
			ids = append(ids, c.ID)
			telling = telling || disputed || status.Short()
		}
	}
	return ids, telling
}

// mirrored reports whether the other board has the like of a criterion that concerns one board alone, and it
// stands alike there.
func mirrored(j *judge.Judgement, c *judge.Criterion) bool {
	return slices.ContainsFunc(j.Criteria, func(o judge.Criterion) bool { return o.ID != c.ID && o.Board != "" && onLike(c, &o) })
}

// otherSide speaks of the second organisation where a text of the catalogue speaks of the first, and the
// other way round.
var otherSide = strings.NewReplacer(catalogue.FirstSide, catalogue.SecondSide, catalogue.SecondSide, catalogue.FirstSide)

// onLike reports whether two answers turn on the same: on the same criterion or its like for the other side,
// standing alike, or both on none.
func onLike(one, two *judge.Criterion) bool {
	if one == nil || two == nil {
		return one == two
	}
	return one.Status() == two.Status() && (one.ID == two.ID || one.NamesSides && otherSide.Replace(one.Title) == two.Title)
}

// For gives the result as one board reads it: the questions are its own, and what concerns the other board
// alone is left out of what to do and to find out, of what is due later or past, of the conditions and of the red flags. The overall rating,
// the verdict and the criteria stay those of the whole.
func (b BoardAnswers) For(board judge.Side, whole *result.Result) *result.Result {
	j := b.judgement
	others := func(id string) bool {
		i, applies := j.Find(id)
		return applies && j.Criteria[i].Concerns == board.Other()
	}
	r := *whole
	r.For = j.Organisation(board).Key
	r.Questions = b.Questions(board)
	r.DoFirst = without(r.DoFirst, func(x result.Action) bool { return others(x.Criterion) })
	r.FindOutFirst = without(r.FindOutFirst, func(x result.Ask) bool { return others(x.Criterion) })
	r.DueLater = without(r.DueLater, func(x result.Deferred) bool { return others(x.Criterion) })
	r.Past = without(r.Past, func(x result.Bygone) bool { return others(x.Criterion) })
	r.Conditions = without(r.Conditions, func(x result.Condition) bool { return x.Of == result.OfCriterion && others(x.ID) })
	r.Risks.RedFlags = without(r.Risks.RedFlags, others)
	return &r
}

// without gives a list without what is left out, in a list of its own.
func without[T any](list []T, out func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), out)
}
