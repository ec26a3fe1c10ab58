package judge

import (
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Words puts a range into words.
func Words(r rating.Range) result.Rating {
	c := r.Counts
	out := result.Rating{
		Low: r.Low, High: r.High, TooLittleKnown: !r.Printed,
		Met: c.Met, Partly: c.Partly, NotMet: c.NotMet, Unknown: c.Unknown,
		Counted: strconv.Itoa(c.Known()) + " of " + strconv.Itoa(c.All()) + " known",
	}
	said := wording.Range[rating.Grade]{Low: r.Low, SoFar: r.SoFar, High: r.High, Name: rating.Grade.String}
	if r.Printed {
		out.MayProve = said.Proves()
	} else {
		out.MayProve = said.Span()
		if c.Known() > 0 {
			out.Counted += ": " + strconv.Itoa(c.Met) + " met, " + strconv.Itoa(c.Partly) + " partly, " + strconv.Itoa(c.NotMet) + " not met"
		}
	}
	if r.Printed {
		out.SoFar = r.SoFar
	}
	out.Words = out.Phrases().String()
	return out
}

// Alike reports whether two ratings say the same, whatever they count.
func Alike(x, y result.Rating) bool {
	return x.Low == y.Low && x.High == y.High && x.SoFar == y.SoFar && x.TooLittleKnown == y.TooLittleKnown
}

// Overall puts the rating of the whole into words, with the rules that decided it.
func (j *Judgement) Overall(w rating.Whole) result.Overall {
	rule := func(d rating.Decided) result.Rule {
		r := j.Cat.Rating.Rules[d.Rule]
		return result.Rule{ID: r.ID, Number: d.Rule + 1, If: r.If}
	}
	o := result.Overall{
		Rating:  Words(rating.Range{Low: w.Low.Grade, SoFar: w.SoFar.Grade, High: w.High.Grade, Printed: w.Printed, Counts: w.Counts}),
		LowRule: rule(w.Low), HighRule: rule(w.High), Rule: rule(w.SoFar),
		LittleKnownOn: []result.Word{},
	}
	if !w.Printed {
		o.Rule = o.LowRule
	} else {
		o.HeldBack = w.SoFar.Braked
	}
	for _, i := range w.Little {
		o.LittleKnownOn = append(o.LittleKnownOn, result.Word{ID: j.Cat.Questions[i].ID, Title: j.Cat.Questions[i].Title})
	}
	return o
}

// Verdict puts the verdict of a reading at a moment into words, with what stands between it and the next
// better one.
func (j *Judgement) Verdict(r rating.Rated, m Moment) result.Verdict {
	word := func(v rating.Verdict) result.VerdictWord { return result.VerdictWord(j.verdict(v, m.Stage())) }
	e := r.Verdict
	v := result.Verdict{Low: word(e.Low), High: word(e.High), Sentence: wording.Sentence(j.VerdictClause(e, m.Stage())), NotMet: []string{}, NotKnown: []string{}, Open: []string{}}
	if e.Printed {
		soFar := word(e.SoFar)
		v.SoFar = &soFar
	}
	for i := range j.Criteria {
		c := &j.Criteria[i]
		status, when := c.Status(), m.When(c.Criterion)
		if when == result.Past && c.Without() {
			v.Open = append(v.Open, c.ID)
		}
		if when != result.Now {
			continue
		}
		if c.Kind == catalogue.Enabler || c.Kind == catalogue.Practice {
			switch status {
			case rating.NotMet, rating.Partly:
				v.NotMet = append(v.NotMet, c.ID)
			case rating.Unknown:
				v.NotKnown = append(v.NotKnown, c.ID)
			}
		}
		if c.Gate() && (status == rating.NotMet || status == rating.Unknown) {
			v.Open = append(v.Open, c.ID)
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
		v.Because += "; " + wording.Things(n, "essential") + " open"
	}
	return v
}

// verdict is a verdict in words. What is ready at a stage is ready for its step.
func (j *Judgement) verdict(v rating.Verdict, at result.Stage) catalogue.Verdict {
	step := ""
	if at == result.ToDecide || at == result.ToStart {
		step = at.String()
	}
	return j.Cat.Rating.Verdict(v).For(step)
}

// VerdictTitle says what a verdict is at the stage at which the proposal is judged.
func (j *Judgement) VerdictTitle(v rating.Verdict) string {
	return j.verdict(v, j.Timing.Stage()).Title
}

// VerdictClause says what the verdict is at a stage and may prove.
func (j *Judgement) VerdictClause(e rating.Ends, at result.Stage) string {
	said := wording.Range[rating.Verdict]{Low: e.Low, SoFar: e.SoFar, High: e.High, Name: func(v rating.Verdict) string { return j.verdict(v, at).Title }}
	may := "; " + wording.MayProve + " "
	switch {
	case e.Low == e.High && !e.Printed:
		return "whatever is still unknown: " + said.Span()
	case e.Low == e.High:
		return said.Span()
	case !e.Printed:
		return "too little known for a verdict" + may + "anything from " + said.Span()
	case said.Between():
		return said.Name(e.SoFar) + may + "anything from " + said.Span()
	}
	return said.Name(e.SoFar) + may + said.Proves()
}

// Context is the rating of the context, with what counts for it.
func Context(j *Judgement) result.Part {
	return result.Part{Rating: Words(j.Claimed.Context), Criteria: j.Of(catalogue.Context)}
}

// Enablers is the rating of the enablers, with what counts for it.
func Enablers(j *Judgement) result.Part {
	return result.Part{Rating: Words(j.Claimed.Enablers), Criteria: j.Of(catalogue.Enabler, catalogue.Practice)}
}

// Documented is what is left of the ratings on documents alone.
func Documented(j *Judgement) result.Documented {
	claimed, r := j.Claimed.Whole, j.Documented
	d := result.Documented{
		Overall: j.Overall(r.Whole), Verdict: j.Verdict(r, j.Timing.Moment),
		Context: Words(r.Context), Enablers: Words(r.Enablers), Known: r.Whole.Counts.Known(),
	}
	known := claimed.Counts.Known()
	inPlace := claimed.Counts.Met + claimed.Counts.Partly // what is not in place needs no document
	shown := inPlace - (known - d.Known)
	of := strconv.Itoa(shown) + " of " + strconv.Itoa(inPlace) + " in place or partly so are documented"
	switch {
	case known == 0:
		d.Sentence = "Nothing is known yet that counts."
	case inPlace == 0:
		d.Sentence = "Nothing is said to be in place, so that nothing needs a document."
	case d.Known == known && Alike(d.Overall.Rating, j.Overall(claimed).Rating):
		d.Sentence = "Everything that is said to be in place is documented."
	case !r.Whole.Printed:
		d.Sentence = wording.Sentence("on documents alone too little is known: " + of)
	default:
		d.Sentence = wording.Sentence("on documents alone " + d.Overall.Words + " (" + of + ")")
	}
	if claimedOnly(claimed.Printed, r.Whole.Printed, claimed.SoFar.Grade, r.Whole.SoFar.Grade) {
		d.Beside = wording.AsClaimed + "; on documents "
		if r.Whole.Printed {
			d.Beside += r.Whole.SoFar.Grade.String()
		} else {
			d.Beside += "too little known"
		}
	}
	return d
}

// claimedOnly reports whether a rating so far is told as claimed: on documents alone it is lower, or too little
// is known for one.
func claimedOnly(claimed, onPaper bool, soFar, documented rating.Grade) bool {
	return claimed && (!onPaper || documented < soFar)
}

// joined puts sentences one after the other.
func joined(sentences []string) string { return strings.Join(sentences, " ") }
