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
		Met: c.Met, Partly: c.Partly, NotMet: c.NotMet, AtLeastPartly: c.AtLeastPartly, AtMostPartly: c.AtMostPartly, Unknown: c.Unknown,
		NotRated: r.NothingLeft,
	}
	known, all := c.KnownOf()
	out.Counted = strconv.Itoa(known) + " of " + strconv.Itoa(all) + " known" + half(c)
	if r.NothingLeft {
		out.Counted = "all set aside"
		out.Words = out.Phrases().String()
		return out
	}
	said := wording.Range[rating.Grade]{Low: r.Low, SoFar: r.SoFar, High: r.High, Name: rating.Grade.String, Bounds: r.Bounds}
	out.Bound = said.Bound()
	if r.Printed {
		out.MayProve = said.Proves()
	} else {
		out.MayProve = said.Span()
		switch {
		case c.Known() > 0:
			out.Counted += ": " + strconv.Itoa(c.Met) + " met, " + strconv.Itoa(c.Partly) + " partly, " + strconv.Itoa(c.NotMet) + " not met" + byHalf(c)
		case half(c) != "":
			out.Counted += ": " + strings.TrimPrefix(byHalf(c), ", ")
		}
	}
	if r.Printed {
		out.SoFar = r.SoFar
	}
	out.Words = out.Phrases().String()
	return out
}

// half says how many of what is counted as known are known by half, each of which counts half.
func half(c rating.Counts) string {
	n := c.AtLeastPartly + c.AtMostPartly
	if n == 0 {
		return ""
	}
	return ", counting " + strconv.Itoa(n) + " by half"
}

// byHalf says how many are known by which half.
func byHalf(c rating.Counts) string {
	s := ""
	if c.AtLeastPartly > 0 {
		s += ", " + strconv.Itoa(c.AtLeastPartly) + " at least partly"
	}
	if c.AtMostPartly > 0 {
		s += ", " + strconv.Itoa(c.AtMostPartly) + " at most partly"
	}
	return s
}

// Alike reports whether two ratings say the same, whatever they count.
func Alike(x, y result.Rating) bool {
	return x.Low == y.Low && x.High == y.High && x.SoFar == y.SoFar && x.TooLittleKnown == y.TooLittleKnown && x.NotRated == y.NotRated
}

// Overall puts the rating of the whole into words, with the rules that decided it. Where a document may be of another
// type than it declares, it says of which the counts are.
func (j *Judgement) Overall(w rating.Whole) result.Overall {
	o := j.overall(w)
	if len(j.Types) > 1 && j.Placement.contested() {
		o.Counted += ", taken as " + j.titled(j.Types[0].Type).Title
	}
	return o
}

func (j *Judgement) overall(w rating.Whole) result.Overall {
	rule := func(d rating.Decided) result.Rule {
		r := j.Cat.Rating.Rules[d.Rule]
		return result.Rule{ID: r.ID, Number: d.Rule + 1, If: r.If}
	}
	o := result.Overall{
		Rating:  Words(rating.Range{Low: w.Low.Grade, SoFar: w.SoFar.Grade, High: w.High.Grade, Printed: w.Printed, NothingLeft: w.NothingLeft, Counts: w.Counts, Bounds: w.Bounds}),
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
	word := func(v rating.Verdict) result.VerdictWord { return result.VerdictWord(j.verdict(v, m.Stage)) }
	e := r.Verdict
	v := result.Verdict{Low: word(e.Low), High: word(e.High), Sentence: wording.Sentence(j.VerdictClause(e, m.Stage)), NotMet: []string{}, NotKnown: []string{}, Open: []string{}}
	if e.Printed {
		soFar := word(e.SoFar)
		v.SoFar = &soFar
	}
	for i := range j.Criteria {
		c := &j.Criteria[i]
		status, when := c.Status(), m.When(c.Criterion)
		if c.opens(when) {
			v.Open = append(v.Open, c.ID)
		}
		if when != result.Now {
			continue
		}
		if c.Kind == catalogue.Enabler || c.Kind == catalogue.Practice {
			switch {
			case status.Short():
				v.NotMet = append(v.NotMet, c.ID)
			case !status.Known():
				v.NotKnown = append(v.NotKnown, c.ID)
			}
		}
	}
	in := r.Enablers.Counts
	v.Because = strconv.Itoa(in.Met) + " of " + strconv.Itoa(in.All()) + " enablers in place"
	if in.Partly > 0 {
		v.Because += ", " + strconv.Itoa(in.Partly) + " in part"
	}
	if in.AtLeastPartly > 0 {
		v.Because += ", " + strconv.Itoa(in.AtLeastPartly) + " at least in part"
	}
	if in.AtMostPartly > 0 {
		v.Because += ", " + strconv.Itoa(in.AtMostPartly) + " at most in part"
	}
	if in.Unknown > 0 {
		v.Because += ", " + strconv.Itoa(in.Unknown) + " not known"
	}
	if n := len(v.Open); n > 0 {
		v.Because += "; " + wording.Things(n, "essential") + " open"
	}
	if v.Refused = wording.And(j.Refused()); v.Refused != "" {
		v.Because += "; approval refused by " + v.Refused
	}
	return v
}

// OpenGates lists the gates that are not met or not known at the moment at which the proposal is judged, by criterion id.
func OpenGates(j *Judgement) []string {
	open := []string{}
	for i := range j.Criteria {
		if c := &j.Criteria[i]; c.opens(c.When) {
			open = append(open, c.ID)
		}
	}
	return open
}

// opens reports whether a criterion that is due, or past, is a gate that stands open.
func (c *Criterion) opens(when result.When) bool {
	if when == result.Past {
		return c.Without()
	}
	status := c.Status()
	return when == result.Now && c.Gate() && status != rating.NotApplicable && status.Lower() != rating.Made
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
	return j.verdict(v, j.Timing.Stage).Title
}

// VerdictClause says what the verdict is at a stage and may prove.
func (j *Judgement) VerdictClause(e rating.Ends, at result.Stage) string {
	said := wording.Range[rating.Verdict]{Low: e.Low, SoFar: e.SoFar, High: e.High, Name: func(v rating.Verdict) string { return j.verdict(v, at).Title }, Bounds: e.Bounds}
	proves := said.Proves()
	if !e.Printed {
		proves = said.Span()
	}
	if (!e.Printed || said.Between()) && e.Bounds == (rating.Bounds{}) {
		proves = "anything from " + proves
	}
	may := "; " + wording.Ends(proves, said.Bound())
	switch {
	case e.Low == e.High && !e.Printed:
		return "whatever is still unknown: " + said.Span()
	case e.Low == e.High:
		return said.Span()
	case !e.Printed:
		return "too little known for a verdict" + may
	}
	return said.Name(e.SoFar) + may
}

// Context is the rating of the context, with what counts for it.
func Context(j *Judgement) result.Part {
	return result.Part{Rating: Words(j.Claimed.Context), Criteria: j.Of(catalogue.Context)}
}

// Enablers is the rating of the enablers, with what counts for it.
func Enablers(j *Judgement) result.Part {
	return result.Part{Rating: Words(j.Claimed.Enablers), Criteria: j.Of(catalogue.Enabler, catalogue.Practice)}
}

// inPlace is how many of what counts is in place, in whole or in part.
func inPlace(c rating.Counts) int { return c.Met + c.AtLeastPartly + c.Partly }

// Documented is what is left of the ratings on documents alone. What is not in place needs no document, and is not
// counted as documented.
func Documented(j *Judgement) result.Documented {
	claimed, r := j.Claimed.Whole, j.Documented
	d := result.Documented{
		Overall: j.Overall(r.Whole), Verdict: j.Verdict(r, j.Timing.Moment),
		Context: Words(r.Context), Enablers: Words(r.Enablers), Known: inPlace(r.Whole.Counts),
	}
	said := inPlace(claimed.Counts)
	of := strconv.Itoa(d.Known) + " of the " + strconv.Itoa(said) + " said to be in place, in whole or in part, " + wording.Verb(d.Known, "is", "are") + " documented"
	switch {
	case said == 0 && claimed.Counts.NotMet+claimed.Counts.AtMostPartly == 0:
		d.Sentence = "Nothing is known yet that counts."
	case said == 0:
		d.Sentence = "Nothing that counts is said to be in place; what is not needs no document."
	case d.Known == said && Alike(d.Overall.Rating, j.Overall(claimed).Rating):
		d.Sentence = "All that is said to be in place, in whole or in part, is documented."
	case !r.Whole.Printed:
		d.Sentence = wording.Sentence("on documents alone too little is known: " + of)
	default:
		d.Sentence = wording.Sentence("on documents alone " + d.Overall.Words + "; " + of)
	}
	if ClaimedOnly(j.Overall(claimed).Rating, d.Overall.Rating) {
		d.Beside = wording.AsClaimed + " (on documents too little known)"
		if r.Whole.Printed {
			d.Beside = wording.AsClaimed + " (on documents " + r.Whole.SoFar.Grade.String() + ")"
		}
	}
	return d
}

// ClaimedOnly reports whether a rating so far is told as claimed: on documents alone it is lower, or too little
// is known for one.
func ClaimedOnly(claimed, documented result.Rating) bool {
	return !claimed.TooLittleKnown && (documented.TooLittleKnown || documented.SoFar < claimed.SoFar)
}

// claimedOnly reports the same of two ranges that have not been put into words.
func claimedOnly(claimed, documented rating.Range) bool {
	soFar := func(r rating.Range) rating.Grade {
		if r.NothingLeft {
			return rating.Unrated
		}
		return r.SoFar
	}
	return claimed.Printed && (!documented.Printed || soFar(documented) < soFar(claimed))
}

// joined puts sentences one after the other.
func joined(sentences []string) string { return strings.Join(sentences, " ") }
