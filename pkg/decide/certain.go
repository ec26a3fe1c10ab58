package decide

import (
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Certain says what of the rating of the whole no answer to an unknown can change: that it is at best amber-red,
// or red, or at worst amber-green, or green; with the fewest criteria of which what is known holds it there. It is
// nil where neither is so. Where several types are possible it holds under each of them, on what differs.
func Certain(j *judge.Judgement) *result.Certain {
	w := j.Claimed.Whole
	c := &result.Certain{Criteria: []string{}}
	var held rating.End
	switch {
	case w.NothingLeft:
		return nil
	case w.High.Grade <= rating.AmberRed:
		held, c.End, c.Bound = rating.HighEnd, result.AtBest, w.High.Grade
	case w.Low.Grade >= rating.AmberGreen:
		held, c.End, c.Bound = rating.LowEnd, result.AtWorst, w.Low.Grade
	default:
		return nil
	}
	said := string(c.End) + " " + c.Bound.String()
	if c.Bound == rating.Red || c.Bound == rating.Green {
		said = c.Bound.String()
	}
	said += ", whatever is still unknown"
	if len(j.Types) > 1 {
		c.Words = wording.Sentence(said + ", and whichever kind of partnership it is")
		return c
	}
	search := newSearch(j)
	f := search.sheet.Hold(held, searchNodes)
	if f.OK {
		s := search.found("", f)
		c.Criteria, c.Exact = s.Criteria, s.Exact
	}
	if n := len(c.Criteria); n > 0 {
		said += ": " + wording.Number(n) + " of what is known " + wording.Verb(n, "holds", "hold") + " it there" + exactly(c.Exact)
	}
	c.Words = wording.Sentence(said)
	return c
}
