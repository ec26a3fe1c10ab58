package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Standing is how one criterion stands for a document under one assumed type.
type Standing struct {
	Applies     logic.Truth
	Gate        logic.Truth
	Claimed     rating.Item      // as claimed
	OnPaper     rating.Item      // with what no document supports taken as unknown
	Views       [2]rating.Status // in the eyes of each organisation, as claimed
	Papers      [2]rating.Status // and with what no document supports taken as unknown
	Decided     result.DecidedBy // empty where nothing did
	Clash       rating.Status    // what the answer says where the facts say otherwise; Unknown where it does not
	logic.Trace                  // what it rests on, and what would settle it
}

// Disputed reports whether the two organisations see it differently.
func (s *Standing) Disputed() bool { return s.Views[0] != s.Views[1] }

// Said is the status as reports say it.
func (s *Standing) Said() rating.Status {
	if s.Disputed() {
		return rating.Disputed
	}
	return s.Status()
}

// Status is the status that counts: the worse of the two views where both are known.
func (s *Standing) Status() rating.Status {
	if s.Applies == logic.Unknown {
		return rating.Unknown
	}
	return s.Claimed.Worse
}

// SetAside reports whether the document declares that it does not apply, or is met by other means.
func (s *Standing) SetAside() bool {
	return s.Decided == result.ByNotApplying || s.Decided == result.ByOtherMeans
}

var notApplicable = rating.Item{Worse: rating.NotApplicable, Better: rating.NotApplicable}

// outcome is a status with how it came about.
type outcome struct {
	status  rating.Status
	decided result.DecidedBy
	clash   rating.Status
}

// stand works out how a criterion stands in an environment.
func (j *Judgement) stand(c *catalogue.Criterion, env logic.Environment) Standing {
	s := Standing{Applies: logic.True, Gate: logic.False, Claimed: notApplicable, OnPaper: notApplicable, Clash: rating.Unknown}
	env = env.Answered(j.answers[c.ID])
	if c.Applies != nil {
		var t logic.Trace
		if s.Applies = j.inBothEyes(c.Applies, env, &t); s.Applies == logic.Unknown {
			s.Missing = t.Missing // what it applies for is told elsewhere; what would tell whether it does is not
		}
	}
	if s.Applies == logic.False || c.Kind == catalogue.Remark {
		return s
	}
	if c.Gate.Is() {
		s.Gate = logic.True
		if c.Gate.When != nil {
			s.Gate = j.inBothEyes(c.Gate.When, env, nil)
		}
	}
	claimed := j.eachView(c, env, &s.Trace)
	s.Views = [2]rating.Status{claimed[0].status, claimed[1].status}
	s.Decided = claimed[0].decided
	for _, v := range claimed {
		if v.clash != rating.Unknown {
			s.Clash = v.clash
		}
	}
	if s.Applies == logic.Unknown {
		s.Views = [2]rating.Status{rating.Unknown, rating.Unknown}
	}
	s.Claimed, s.Papers = rating.Views(s.Views[0], s.Views[1]), s.Views
	s.OnPaper = s.Claimed
	if s.Claimed.Better == rating.Met || s.Claimed.Better == rating.Partly {
		onPaper := j.eachView(c, env.Documented(), nil)
		for i, v := range s.Views {
			if (v == rating.Met || v == rating.Partly) && onPaper[i].status != v {
				s.Papers[i] = rating.Unknown
			}
		}
		s.OnPaper = rating.Views(s.Papers[0], s.Papers[1])
	}
	for _, i := range []*rating.Item{&s.Claimed, &s.OnPaper} {
		i.Watchpoint = c.Kind == catalogue.Watchpoint
		i.Gate = s.Gate != logic.False
		i.MaybeGate = s.Gate == logic.Unknown
	}
	return s
}

// inBothEyes evaluates a condition in the eyes of each organisation: where they see it differently, it is
// unknown.
func (j *Judgement) inBothEyes(c *logic.Condition, env logic.Environment, t *logic.Trace) logic.Truth {
	if !j.apart {
		return env.Eval(c, t)
	}
	var truths [2]logic.Truth
	for i, o := range j.Doc.Organisations {
		truths[i] = env.SeenBy(o.Key).Eval(c, t)
	}
	if truths[0] != truths[1] {
		return logic.Unknown
	}
	return truths[0]
}

// eachView judges a criterion in the eyes of each organisation; where nothing in the document is stated
// apart, both see the same and it is judged once.
func (j *Judgement) eachView(c *catalogue.Criterion, env logic.Environment, t *logic.Trace) [2]outcome {
	if !j.apart {
		v := outcomeOf(c, env, t)
		return [2]outcome{v, v}
	}
	var both [2]outcome
	for i, o := range j.Doc.Organisations {
		both[i] = outcomeOf(c, env.SeenBy(o.Key), t)
	}
	return both
}

// answered are the statuses that answers give.
var answered = map[proposal.AnswerWord]rating.Status{proposal.Yes: rating.Met, proposal.Partly: rating.Partly, proposal.No: rating.NotMet}

// outcomeOf gives the status of a criterion: what the facts say, otherwise what the answer says, unless the
// answer sets it aside.
func outcomeOf(c *catalogue.Criterion, env logic.Environment, t *logic.Trace) outcome {
	answer := env.Answer.In(env.View)
	said, given := rating.Unknown, answer.Known() && !(env.DocumentedOnly && env.Doc.Rank(answer) < proposal.Documented)
	if given {
		switch word := proposal.AnswerWord(answer.Word); word {
		case proposal.NotApplicable:
			t.Use(answer)
			return outcome{rating.NotApplicable, result.ByNotApplying, rating.Unknown}
		case proposal.OtherMeans:
			t.Use(answer)
			return outcome{rating.Met, result.ByOtherMeans, rating.Unknown}
		default:
			said = answered[word]
		}
	}
	status, atMost := byFacts(c, env, t)
	v := outcome{status: status, decided: result.ByFacts, clash: rating.Unknown}
	switch {
	case c.Judged:
		v.decided = result.ByAnswer
	case status == rating.Unknown && given && said > atMost:
		t.Use(answer) // the facts rule out what the answer says, and leave the rest open
		v.clash = said
	case status == rating.Unknown && given:
		t.Use(answer)
		v.status, v.decided = said, result.ByAnswer
	case given && clashes(c, status, said):
		v.clash = said
		if !c.UsesAnswer() {
			t.Use(answer)
		}
	}
	if v.status == rating.Unknown {
		v.decided = ""
	}
	return v
}

// clashes reports whether an answer contradicts what the facts say. Where the rule itself asks for the
// answer as a part, only a yes where the facts say no, or a no where they say yes or partly, does.
func clashes(c *catalogue.Criterion, byFacts, said rating.Status) bool {
	if c.UsesAnswer() {
		return said == rating.Met && byFacts == rating.NotMet || said == rating.NotMet && byFacts != rating.NotMet && byFacts != rating.Unknown
	}
	return said != byFacts
}

// Bearing gives, for each statement that criteria rest on, the first of them by its place among Criteria. What
// one organisation says of a statement bears where the statement does.
func (j *Judgement) Bearing() map[*proposal.Value]int {
	of := map[*proposal.Value]int{}
	for i := range j.Criteria {
		add := func(v *proposal.Value) {
			if w := v.Parent; w != nil && slices.Contains(w.Views, v) {
				v = w
			}
			if _, ok := of[v]; !ok {
				of[v] = i
			}
		}
		for _, v := range j.Criteria[i].Standing.Used {
			add(v)
		}
		for _, m := range j.Criteria[i].Standing.Missing {
			if m.Key == "" && m.Near != nil {
				add(m.Near)
			}
		}
	}
	return of
}
