package assess

import (
	"strconv"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// number gives a count in words.
func number(n int) string { return wording.Number(n) }

// things gives a count with its noun.
func things(n int, noun string) string { return wording.Things(n, noun) }

// upper writes the first letter large.
func upper(s string) string { return wording.Upper(s) }

// sentence makes a clause a sentence.
func sentence(s string) string { return wording.Sentence(s) }

// listed joins phrases: a, b and c.
func listed(s []string) string { return wording.And(s) }

// whose gives a name as an owner.
func whose(name string) string { return wording.Whose(name) }

// ratingOf puts a range into words.
func ratingOf(r rating.Range) result.Rating {
	return inWords(r.Low, r.SoFar, r.High, r.Printed, r.Counts)
}

func inWords(low, soFar, high rating.Grade, printed bool, c rating.Counts) result.Rating {
	out := result.Rating{
		Low: low, High: high, TooLittleKnown: !printed,
		Met: c.Met, Partly: c.Partly, NotMet: c.NotMet, Unknown: c.Unknown,
	}
	span := low.String() + " to " + high.String()
	counts := strconv.Itoa(c.Known()) + " of " + strconv.Itoa(c.All()) + " known"
	switch {
	case !printed:
		out.MayProve = span
		if low == high {
			out.MayProve = low.String()
		}
		out.Words = result.Joined(out.Phrases())
		out.Counted = counts
		if c.Known() > 0 {
			out.Counted += ": " + strconv.Itoa(c.Met) + " met, " + strconv.Itoa(c.Partly) + " partly, " + strconv.Itoa(c.NotMet) + " not met"
		}
		return out
	case low == high:
	case soFar == low:
		out.MayProve = upTo(int(high-low)) + high.String()
	case soFar == high:
		out.MayProve = downTo(int(high-low)) + low.String()
	default:
		out.MayProve = span
	}
	out.SoFar, out.Counted = soFar, counts
	out.Words = result.Joined(out.Phrases())
	return out
}

// upTo and downTo lead to the far end of a range of so many steps.
func upTo(steps int) string {
	if steps > 1 {
		return "up to "
	}
	return ""
}

func downTo(steps int) string {
	if steps > 1 {
		return "down to "
	}
	return ""
}

// overall puts the rating of the whole into words, with the rules that decided it.
func (a *assessor) overall(w rating.Whole) result.Overall {
	rule := func(d rating.Decided) result.Rule {
		return result.Rule{ID: a.cat.Rating.Rules[d.Rule].ID, Number: d.Rule + 1, If: a.cat.Rating.Rules[d.Rule].If}
	}
	o := result.Overall{
		Rating:  inWords(w.Low.Grade, w.SoFar.Grade, w.High.Grade, w.Printed, w.Counts),
		LowRule: rule(w.Low), HighRule: rule(w.High), Rule: rule(w.SoFar),
		LittleKnownOn: []result.Word{},
	}
	if !w.Printed {
		o.Rule = o.LowRule
	} else {
		o.HeldBack = w.SoFar.Braked
	}
	for _, i := range w.Little {
		o.LittleKnownOn = append(o.LittleKnownOn, result.Word{ID: a.cat.Questions[i].ID, Title: a.cat.Questions[i].Title})
	}
	return o
}

// verdict puts the verdict into words.
func (a *assessor) verdict(r rating.Rated) result.Verdict {
	word := func(v rating.Verdict) result.VerdictWord { return result.VerdictWord(a.cat.Rating.Verdict(v)) }
	e := r.Verdict
	v := result.Verdict{Low: word(e.Low), High: word(e.High), Sentence: sentence(a.verdictClause(e)), NotMet: []string{}, NotKnown: []string{}, Open: []string{}}
	if e.Printed {
		so := word(e.SoFar)
		v.SoFar = &so
	}
	for _, s := range a.shown {
		if s.Kind != catalogue.Enabler && s.Kind != catalogue.Practice && s.standing.gate == logicFalse {
			continue
		}
		status := s.standing.status()
		if s.Kind == catalogue.Enabler || s.Kind == catalogue.Practice {
			switch status {
			case rating.NotMet, rating.Partly:
				v.NotMet = append(v.NotMet, s.ID)
			case rating.Unknown:
				v.NotKnown = append(v.NotKnown, s.ID)
			}
		}
		if s.standing.gate != logicFalse && (status == rating.NotMet || status == rating.Unknown) {
			v.Open = append(v.Open, s.ID)
		}
	}
	in := r.Enablers.Counts
	v.Because = strconv.Itoa(in.Met) + " of " + strconv.Itoa(in.All()) + " enablers in place"
	if in.Partly > 0 {
		v.Because += ", " + strconv.Itoa(in.Partly) + " in part"
	}
	if in.Unknown > 0 {
		v.Because += ", " + strconv.Itoa(in.Unknown) + " not known"
	}
	if n := len(v.Open); n > 0 {
		v.Because += "; " + things(n, "essential") + " open"
	}
	return v
}

// verdictClause says what the verdict is and may prove.
func (a *assessor) verdictClause(e rating.Ends) string {
	title := func(v rating.Verdict) string { return a.cat.Rating.Verdict(v).Title }
	low, high, soFar := title(e.Low), title(e.High), title(e.SoFar)
	switch {
	case e.Printed && e.Low == e.High:
		return soFar
	case e.Low == e.High:
		return "whatever is still unknown: " + low
	case !e.Printed:
		return "too little known for a verdict; may prove anything from " + low + " to " + high
	case e.SoFar == e.Low:
		return soFar + "; may prove " + upTo(int(e.High-e.Low)) + high
	case e.SoFar == e.High:
		return soFar + "; may prove " + downTo(int(e.High-e.Low)) + low
	}
	return soFar + "; may prove anything from " + low + " to " + high
}

// documentedSentence says what is left of the claim on documents alone.
func documentedSentence(o *result.Result) string {
	claimed, onPaper := o.Overall, o.Documented.Overall
	known := claimed.Met + claimed.Partly + claimed.NotMet
	switch {
	case known == 0:
		return "Nothing is known yet that counts."
	case onPaper.Rating.Words == claimed.Rating.Words && o.Documented.Known == known:
		return "Everything that is known is documented."
	case onPaper.TooLittleKnown:
		return sentence("on documents alone too little is known: " + strconv.Itoa(o.Documented.Known) + " of " + strconv.Itoa(known) + " are documented, or known to be lacking")
	}
	return sentence("on documents alone " + onPaper.Rating.Words + " (" + strconv.Itoa(o.Documented.Known) + " of " + strconv.Itoa(known) + ")")
}
