package judge

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"
)

// Criteria says how each criterion stands that applies or may apply.
func Criteria(j *Judgement) []result.Criterion {
	all := make([]result.Criterion, len(j.Criteria))
	for i := range j.Criteria {
		all[i] = j.criterion(&j.Criteria[i])
	}
	return all
}

func (j *Judgement) criterion(c *Criterion) result.Criterion {
	out := result.Criterion{
		ID: c.ID, Title: j.Named(c.Criterion, c.Title), Kind: c.Kind, Questions: c.Questions,
		Gate: c.Gate(), Due: c.Due, When: c.When, Applies: result.Surely, AppliesWhy: strings.TrimSpace(c.AppliesBecause), Decided: c.Standing.Decided,
		ByFacts: c.Standing.ByFacts, Cautious: c.Standing.Clash == MoreCautious,
		Facts: j.Facts(c.Standing.Used), Supports: j.supports(c), SettledBy: j.SettledBy(c), Reasons: j.Reasons(c), Place: j.PlaceOf(c), Why: strings.TrimSpace(c.Why),
		Asks: j.Named(c.Criterion, c.Asks), Of: j.Role(c.Of, c.Concerns), Views: []result.View{}, Cites: j.Cites(c.Cites),
	}
	out.ByAnalogy = j.ByAnalogy(c.Criterion)
	if out.Gate {
		out.Home = j.Cat.Questions[c.HomeAt].ID
	}
	if !c.Sure {
		out.Applies = result.Perhaps
	}
	if out.Says = out.Title; c.Kind != catalogue.Remark {
		out.Status, out.Says, out.Documented = c.Standing.Said(), j.says(c, out.Title), j.IsDocumented(c)
	}
	if c.Standing.Disputed() {
		for i, o := range j.Doc.Organisations {
			out.Views = append(out.Views, result.View{Organisation: proposal.NameOf(o), Status: c.Standing.Views[i]})
		}
	}
	if c.Fix.Do != "" {
		out.Fix = &result.Fix{Do: j.ToDo(c.Criterion), Who: j.Role(c.Fix.Who, c.Concerns), Effort: c.Fix.Effort, By: j.Cat.Words.Date(c.Due), Closes: c.Fix.Evidence}
	}
	if o := j.Organisation(c.Concerns); o != nil {
		out.Board = o.Key
	}
	return out
}

// ByAnalogy reports whether a criterion hangs on the form, and the sources tell of none of the forms that it may be: what
// they say of others is carried over.
func (j *Judgement) ByAnalogy(c *catalogue.Criterion) bool {
	return !c.Own() && c.Applies.Uses(logic.Form) && j.Placement.Form.Known() && !slices.ContainsFunc(j.Placement.Form.Possible, func(id string) bool {
		form := j.Cat.Typology.Form(id)
		return form != nil && form.MeaningIs == catalogue.MeaningInSource
	})
}

// says gives the claim of a criterion or what it lacks, as its status has it.
func (j *Judgement) says(c *Criterion, title string) string {
	switch status := c.Standing.Said(); status {
	case rating.Disputed:
		return "the two see it differently: " + title
	case rating.NotMet:
		if c.Without() {
			return "decided though " + j.Named(c.Criterion, c.Lack)
		}
		return j.Named(c.Criterion, c.Lack)
	case rating.Partly:
		return "only in part: " + title
	case rating.AtLeastPartly:
		return "at least in part: " + title
	case rating.AtMostPartly:
		return "at most in part: " + title
	case rating.Unknown:
		return "not known: " + title
	}
	return title
}

// IsDocumented reports whether at least an internal document supports the status of a criterion.
func (j *Judgement) IsDocumented(c *Criterion) bool {
	s := c.Standing
	return s.OnPaper == s.Claimed && s.Status() != rating.Unknown && (s.Status().Lower() == rating.Made || j.documented(s.Used))
}

// SettledBy lists the places in the document that would settle an unknown, a section once.
func (j *Judgement) SettledBy(c *Criterion) []string {
	if c.Kind == catalogue.Remark || c.Status().Known() {
		return []string{}
	}
	axes, axis := j.Placement.Axes(), c.Axis()
	most := len(c.Standing.Missing) + 1 // and its answer
	if !c.Sure {
		most += len(axes)
	}
	places := make([]string, 0, most)
	add := func(p string) {
		if !slices.Contains(places, p) {
			places = append(places, p)
		}
	}
	for _, a := range axes {
		itself := axis == a.ID
		if itself && a.Declared == "" || !c.Sure && len(a.Possible) > 1 {
			add(string(a.Path))
		}
		if itself {
			for _, m := range a.Missing {
				add(m.Path())
			}
			return places
		}
	}
	for _, m := range c.Standing.Missing {
		add(m.Path())
	}
	if c.UsesAnswer() || len(places) == 0 {
		add(paths.Answers.Under(c.ID))
	}
	return places
}

// PlaceOf gives where in the document a criterion is decided, or the nearest place to where it would be.
func (j *Judgement) PlaceOf(c *Criterion) source.Position {
	for _, v := range c.Standing.Used {
		return v.Pos
	}
	for _, m := range c.Standing.Missing {
		if m.Near != nil && m.Near.Pos.Line > 0 && m.Near.Parent != nil {
			return m.Near.Pos
		}
	}
	if answers := j.Doc.Root.Find(paths.Answers); answers != nil && c.UsesAnswer() {
		return answers.Pos
	}
	return j.Start()
}

// Ask says what is to be found out about a criterion, and of whom.
func (j *Judgement) Ask(c *Criterion) result.Ask {
	return result.Ask{Criterion: c.ID, Asks: j.Named(c.Criterion, c.Asks), Of: j.Role(c.Of, c.Concerns), Paths: j.SettledBy(c), Reasons: j.Reasons(c)}
}
