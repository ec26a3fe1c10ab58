package judge

import (
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Staged says at which stage a proposal is judged, and why.
func Staged(j *Judgement) result.Staged {
	t := &j.Timing
	s := result.Staged{
		Is: t.Moment.Stage, Earliest: t.Earliest, Latest: t.Latest, Dated: t.Dated.Stage, Asked: t.Asked, Early: t.Early(), Silent: t.Silent,
		Words: j.stageWords(), Facts: j.Facts(t.Used), Paths: []string{}, Place: j.Start(),
	}
	if len(s.Facts) > 0 {
		s.Place = s.Facts[0].Place
	}
	if s.Dated == result.UnknownStage {
		for _, p := range []paths.Path{paths.AsOf, paths.Decision, paths.Starts} {
			if v := j.Doc.Root.Find(p); !isDate(v) || len(v.Word) < len("2006-01-02") {
				s.Paths = append(s.Paths, string(p))
			}
		}
	}
	return s
}

// stageWords says in a phrase at which stage the proposal is judged: what shows it, or by how much it is not
// the stage of the dates.
func (j *Judgement) stageWords() string {
	t := &j.Timing
	dated := stagesIn(t.Dated)
	switch {
	case t.Asked == result.UnknownStage && t.Dated == whenever:
		return "not known (no dates tell whether it is still to be decided, decided or running)"
	case t.Asked == result.UnknownStage && t.Dated.Stage == result.UnknownStage:
		return dated + " (the dates do not tell which)"
	case t.Asked == result.UnknownStage:
		return dated + " (" + j.shown() + ")"
	case t.Dated == whenever:
		return t.Asked.String() + ", as asked for (no dates tell at which stage it is)"
	case t.Dated.Stage == t.Asked:
		return dated + ", as asked for (" + j.shown() + ")"
	}
	return t.Asked.String() + ", as asked for (by its dates it is " + dated + ")"
}

// stagesIn names the stages of a moment: to start or running.
func stagesIn(m Moment) string {
	var words []string
	for s := m.Earliest; s <= m.Latest; s++ {
		words = append(words, s.String())
	}
	return wording.Or(words)
}

// shown says what shows the stage, where the dates tell it.
func (j *Judgement) shown() string {
	decision, starts, since := j.Doc.Root.Find(paths.Decision), j.Doc.Root.Find(paths.Starts), j.Doc.Root.Find(paths.RunsSince)
	switch j.Timing.Dated.Stage {
	case result.Running:
		if !isDate(starts) {
			starts = since
		}
		return "it started " + on(starts)
	case result.ToStart:
		return "it is decided, and starts " + on(starts)
	}
	switch {
	case j.Timing.Silent:
		return "the decision was due " + on(decision) + ", and nothing says that it was taken"
	case j.Timing.Used[0].Is(proposed):
		return "it is proposed"
	}
	return "the boards decide " + on(decision)
}

// on puts a date into a sentence: on 1 June 2014, in June 2014, in 2014. Where the organisations state it
// apart it is not said.
func on(v *proposal.Value) string {
	day := v.InWords()
	switch {
	case day == "":
		return "on a day that is not settled"
	case len(v.Word) == len("2006-01-02"):
		return "on " + day
	}
	return "in " + day
}

// ForStart gives how the whole stands for the start; nil where what is due by then counts already, or where
// the start is past.
func ForStart(j *Judgement) *result.ForStart {
	if j.Timing.Latest >= result.ToStart {
		return nil
	}
	m := j.Timing.For(result.ToStart)
	r := j.Rate(Reading{Moment: m})
	s := &result.ForStart{Overall: j.Overall(r.Whole), Verdict: j.Verdict(r, m), Context: Words(r.Context), Enablers: Words(r.Enablers), Questions: make([]result.Rating, len(r.Questions))}
	for i, q := range r.Questions {
		s.Questions[i] = Words(q)
	}
	return s
}

// DueLater lists what is due at a later stage, met or not: by the stage, then in the catalogue's order.
func DueLater(j *Judgement) []result.Deferred {
	all := []result.Deferred{}
	for _, due := range catalogue.Dues {
		for i := range j.Criteria {
			if c := &j.Criteria[i]; c.When == result.Later && c.Due == due && c.Kind.Rated() {
				all = append(all, result.Deferred{Criterion: c.ID, Title: j.Named(c.Criterion, c.Title), Status: c.Standing.Said(), Due: due, By: j.DueWords(due)})
			}
		}
	}
	return all
}

// Bygones lists what only a step that has been taken could have used.
func Bygones(j *Judgement) []result.Bygone {
	all := []result.Bygone{}
	for i := range j.Criteria {
		if c := &j.Criteria[i]; c.When == result.Past {
			all = append(all, result.Bygone{Criterion: c.ID, Title: j.Named(c.Criterion, c.Title), Status: c.Standing.Said(), Until: c.Until, Without: c.Without()})
		}
	}
	return all
}

// DueBy gives the date that a stage comes to here, or nil where the document does not have it.
func (j *Judgement) DueBy(due catalogue.Due) *proposal.Value {
	var v *proposal.Value
	switch due {
	case catalogue.BeforeDecision:
		v = j.Doc.Root.Find(paths.Decision)
	case catalogue.BeforeStart:
		v = j.Doc.Root.Find(paths.Starts)
	case catalogue.FirstYear:
		v = j.Doc.Root.Find(paths.Starts).Later(12)
	}
	if !v.Known() {
		return nil
	}
	return v
}

// DueWords says when something is due, with the date where the document has one: before the start (1 June 2014).
func (j *Judgement) DueWords(due catalogue.Due) string {
	words := j.Cat.Words.Date(due)
	if v := j.DueBy(due); v != nil {
		day := v.InWords()
		if due == catalogue.FirstYear {
			day = "by " + day
		}
		words += " (" + day + ")"
	}
	return words
}

// Calendar gives the days on which the proposal turns, as far as it states them.
func Calendar(j *Judgement) []result.Moment {
	all := []result.Moment{}
	for i, p := range []paths.Path{paths.AsOf, paths.Decision, paths.Starts} {
		if v := j.Doc.Root.Find(p); isDate(v) {
			all = append(all, result.Moment{Is: result.Events[i], Date: v.Word, Words: v.InWords()})
		}
	}
	return all
}
