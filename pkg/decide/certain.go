package decide

import (
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// CertainBound says which end of the rating of the whole is certain and what it is, without what holds it there; it is
// false where neither is.
func CertainBound(j *judge.Judgement) (result.End, rating.Grade, bool) {
	w := &j.Claimed.Whole
	switch {
	case w.NothingLeft:
	case w.High.Grade <= rating.AmberRed:
		return result.AtBest, w.High.Grade, true
	case w.Low.Grade >= rating.AmberGreen:
		return result.AtWorst, w.Low.Grade, true
	}
	return "", rating.Unrated, false
}

// Certain says what of the rating of the whole no answer to an unknown can change: that it is at best amber-red,
// or red, or at worst amber-green, or green; with the fewest criteria of which what is known holds it there. It is
// nil where neither is so. Where several types are possible it holds under each of them, on what differs: the criteria
// are those under the first that comes to no more, the declared one before the others.
func Certain(j *judge.Judgement) *result.Certain {
	end, bound, is := CertainBound(j)
	if !is {
		return nil
	}
	c := &result.Certain{End: end, Bound: bound, Criteria: []string{}}
	held := rating.HighEnd
	if end == result.AtWorst {
		held = rating.LowEnd
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
