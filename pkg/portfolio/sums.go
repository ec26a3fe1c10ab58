package portfolio

import (
	"slices"

	"partner/pkg/batch"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// sum counts the ratings of a line in the groups that it belongs to. Ratings of different stages are never put together.
func (r *Reduction) sum(t *Tally, l *batch.Line) {
	for _, g := range r.groups(l) {
		key := l.Stage.Is.String() + "\x00" + g.key
		s := t.Groups[key]
		if s == nil {
			s = &Sums{Stage: l.Stage.Is, Title: g.title, Order: g.order}
			t.Groups[key] = s
		}
		s.Title = min(s.Title, g.title)
		s.Proposals++
		s.Whole.count(l.Overall)
		s.Papers.count(l.Documented)
		if o := l.Overlay; o != nil {
			s.BuiltIn.count(o.BuiltIn.Overall)
			if slices.ContainsFunc(o.Moved, func(m result.OverlayMove) bool { return m.Raised }) {
				s.Raised++
			}
		}
		for i, q := range l.Questions {
			s.Questions[i].count(q.Range)
		}
		s.Verdicts[l.Verdict.SoFar]++
		switch c := l.Certain; {
		case c == nil:
		case c.End == result.AtBest && c.Bound <= rating.AmberRed:
			s.AtBest[c.Bound]++
		case c.End == result.AtWorst:
			s.AtWorst[c.Bound]++
		}
	}
}

// count counts a rating.
func (r *Ratings) count(of batch.Range) { *r.at(rated(of))++ }

// Rated is how something is rated so far, where it is not rated for a reason too.
type Rated uint8

// How something may be rated so far, the best first.
const (
	Green Rated = iota
	AmberGreen
	AmberRed
	Red
	TooLittleKnown
	NotRated
)

// AllRated are the ways in which something may be rated, the best first.
var AllRated = [...]Rated{Green, AmberGreen, AmberRed, Red, TooLittleKnown, NotRated}

var ratedWords = [...]string{Green: "green", AmberGreen: "amber-green", AmberRed: "amber-red", Red: "red", TooLittleKnown: "too little known", NotRated: "not rated"}

func (r Rated) String() string { return ratedWords[r] }

// Grade is the grade of a rating, Unrated where there is none.
func (r Rated) Grade() rating.Grade {
	if r > Red {
		return rating.Unrated
	}
	return rating.Green - rating.Grade(r)
}

// rated says how a range is rated so far.
func rated(of batch.Range) Rated {
	switch {
	case of.NotRated:
		return NotRated
	case of.SoFar == rating.Unrated:
		return TooLittleKnown
	}
	return Rated(rating.Green - of.SoFar)
}

// RatedSoFar says how a range is rated so far.
func RatedSoFar(of batch.Range) Rated { return rated(of) }

// Of gives how many are rated so.
func (r Ratings) Of(x Rated) int { return *r.at(x) }

func (r *Ratings) at(x Rated) *int {
	return [...]*int{&r.Green, &r.AmberGreen, &r.AmberRed, &r.Red, &r.TooLittleKnown, &r.NotRated}[x]
}

func (r *Ratings) merge(o *Ratings) {
	for _, x := range AllRated {
		*r.at(x) += o.Of(x)
	}
}

func (s *Sums) merge(o *Sums) {
	s.Title = min(s.Title, o.Title)
	s.Proposals += o.Proposals
	s.Whole.merge(&o.Whole)
	s.Papers.merge(&o.Papers)
	s.BuiltIn.merge(&o.BuiltIn)
	s.Raised += o.Raised
	for i := range s.Questions {
		s.Questions[i].merge(&o.Questions[i])
	}
	for i := range s.Verdicts {
		s.Verdicts[i] += o.Verdicts[i]
	}
	for i := range s.AtBest {
		s.AtBest[i] += o.AtBest[i]
	}
	for i := range s.AtWorst {
		s.AtWorst[i] += o.AtWorst[i]
	}
}

func (c *Standings) merge(o *Standings) {
	c.Asked, c.Met, c.AtLeastPartly, c.Partly = c.Asked+o.Asked, c.Met+o.Met, c.AtLeastPartly+o.AtLeastPartly, c.Partly+o.Partly
	c.AtMostPartly, c.NotMet, c.Unknown, c.Disputed = c.AtMostPartly+o.AtMostPartly, c.NotMet+o.NotMet, c.Unknown+o.Unknown, c.Disputed+o.Disputed
	c.Open, c.ToDo, c.ToFindOut = c.Open+o.Open, c.ToDo+o.ToDo, c.ToFindOut+o.ToFindOut
}
