package decide

import (
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Certain says what of the rating of the whole no answer to an unknown can change: that it is at best amber-red,
// or red, or at worst amber-green, or green; with the fewest criteria of which what is known holds it there. It is
// nil where neither is so. Where several types are possible it holds under each of them, on what differs: the criteria
// are those under the first that comes to no more, the declared one before the others.
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
	of, as := j, ""
	for _, t := range j.Types {
		if len(j.Types) == 1 {
			break
		}
		of = j.Under(t.Type)
		if under := of.Claimed.Whole; held == rating.HighEnd && under.High.Grade == c.Bound || held == rating.LowEnd && under.Low.Grade == c.Bound {
			said += ", and whichever kind of partnership it is"
			as = "taken as " + j.Titled(t.Type) + ", "
			break
		}
	}
	search := newSearch(of)
	f := search.sheet.Hold(held, searchNodes)
	if f.OK {
		s := search.found("", f)
		c.Criteria, c.Exact = s.Criteria, s.Exact
	}
	if n := len(c.Criteria); n > 0 {
		said += ": " + as + wording.Number(n) + " of what is known " + wording.Verb(n, "holds", "hold") + " it there" + exactly(c.Exact)
	}
	c.Words = wording.Sentence(said)
	return c
}
