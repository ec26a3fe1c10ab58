package assess

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// standing is how one criterion stands for a proposal under one assumed type.
type standing struct {
	applies logic.Truth
	gate    logic.Truth
	claimed rating.Item      // as claimed
	onPaper rating.Item      // with what no document supports taken as unknown
	views   [2]rating.Status // in the eyes of each organisation, as claimed
	papers  [2]rating.Status // and with what no document supports taken as unknown
	decided result.DecidedBy
	trace   logic.Trace
	clash   rating.Status // what the answer says where the facts say otherwise; Unknown where it does not
}

// differ reports whether the two organisations see it differently.
func (s *standing) differ() bool { return s.views[0] != s.views[1] }

// said is the status as reports say it.
func (s *standing) said() rating.Status {
	if s.differ() {
		return rating.Disputed
	}
	return s.status()
}

// status is the status that counts: the worse of the two views where both are known.
func (s *standing) status() rating.Status {
	if s.applies == logic.Unknown {
		return rating.Unknown
	}
	return s.claimed.Worse
}

var notApplicable = rating.Item{Worse: rating.NotApplicable, Better: rating.NotApplicable}

// judgement is a status with how it came about.
type judgement struct {
	status  rating.Status
	decided result.DecidedBy
	clash   rating.Status
}

// stand works out how a criterion stands.
func (a *assessor) stand(c *catalogue.Criterion, env logic.Environment) standing {
	s := standing{applies: logic.True, gate: logic.False, claimed: notApplicable, onPaper: notApplicable, clash: rating.Unknown}
	env = env.Answered(a.answers[c.ID])
	if c.Applies != nil {
		t := a.spareTrace()
		if s.applies = a.inBothEyes(c.Applies, env, t); s.applies == logic.Unknown {
			s.trace.Missing = slices.Clone(t.Missing)
		}
	}
	if s.applies == logic.False || c.Kind == catalogue.Remark {
		return s
	}
	if c.Gate.Is() {
		s.gate = logic.True
		if c.Gate.When != nil {
			s.gate = a.inBothEyes(c.Gate.When, env, nil)
		}
	}
	t := a.spareTrace()
	claimed := a.eachView(c, env, t)
	s.trace.Used = slices.Clone(t.Used)
	s.trace.Missing = append(s.trace.Missing, t.Missing...)
	s.views = [2]rating.Status{claimed[0].status, claimed[1].status}
	s.decided = claimed[0].decided
	for _, j := range claimed {
		if j.clash != rating.Unknown {
			s.clash = j.clash
		}
	}
	if s.applies == logic.Unknown {
		s.views = [2]rating.Status{rating.Unknown, rating.Unknown}
	}
	s.claimed, s.papers = item(s.views), s.views
	s.onPaper = s.claimed
	if s.claimed.Better == rating.Met || s.claimed.Better == rating.Partly {
		onPaper := a.eachView(c, env.Documented(), nil)
		for i, v := range s.views {
			if (v == rating.Met || v == rating.Partly) && onPaper[i].status != v {
				s.papers[i] = rating.Unknown
			}
		}
		s.onPaper = item(s.papers)
	}
	for _, i := range []*rating.Item{&s.claimed, &s.onPaper} {
		i.Watchpoint = c.Kind == catalogue.Watchpoint
		i.Gate = s.gate != logic.False
		i.MaybeGate = s.gate == logic.Unknown
	}
	return s
}

// inBothEyes evaluates a condition in the eyes of each organisation: where they see it differently, it is
// unknown.
func (a *assessor) inBothEyes(c *logic.Condition, env logic.Environment, t *logic.Trace) logic.Truth {
	if !a.apart {
		return env.Eval(c, t)
	}
	var truths [2]logic.Truth
	for i, o := range a.doc.Organisations {
		truths[i] = env.SeenBy(o.Key).Eval(c, t)
	}
	if truths[0] != truths[1] {
		return logic.Unknown
	}
	return truths[0]
}

// item joins two views. Where one of them is unknown, or only one sets the criterion aside, the whole is unknown.
func item(v [2]rating.Status) rating.Item {
	if v[0] == v[1] {
		return rating.Item{Worse: v[0], Better: v[0]}
	}
	for _, s := range v {
		if s == rating.Unknown || s == rating.NotApplicable {
			return rating.Item{Worse: rating.Unknown, Better: rating.Unknown}
		}
	}
	return rating.Item{Worse: min(v[0], v[1]), Better: max(v[0], v[1])}
}

// eachView judges a criterion in the eyes of each organisation; where nothing in the document is stated
// apart, both see the same and it is judged once.
func (a *assessor) eachView(c *catalogue.Criterion, env logic.Environment, t *logic.Trace) [2]judgement {
	if !a.apart {
		j := a.judge(c, env, t)
		return [2]judgement{j, j}
	}
	var both [2]judgement
	for i, o := range a.doc.Organisations {
		both[i] = a.judge(c, env.SeenBy(o.Key), t)
	}
	return both
}

// judge gives the status of a criterion: what the facts say, otherwise what the answer says, unless the
// answer sets it aside.
func (a *assessor) judge(c *catalogue.Criterion, env logic.Environment, t *logic.Trace) judgement {
	answer := env.Answer.In(env.View)
	said, answered := rating.Unknown, false
	if answer.Known() && !(env.DocumentedOnly && a.doc.Rank(answer) < proposal.Documented) {
		answered = true
		switch proposal.AnswerWord(answer.Word) {
		case proposal.Yes:
			said = rating.Met
		case proposal.Partly:
			said = rating.Partly
		case proposal.No:
			said = rating.NotMet
		case proposal.NotApplicable:
			use(t, answer)
			return judgement{rating.NotApplicable, result.ByNotApplying, rating.Unknown}
		case proposal.OtherMeans:
			use(t, answer)
			return judgement{rating.Met, result.ByOtherMeans, rating.Unknown}
		}
	}
	status, atMost := judge.ByFacts(c, env, t)
	j := judgement{status: status, decided: result.ByFacts, clash: rating.Unknown}
	switch {
	case c.Judged:
		j.decided = result.ByAnswer
	case status == rating.Unknown && answered && said > atMost:
		use(t, answer) // the facts rule out what the answer says, and leave the rest open
		j.clash = said
	case j.status == rating.Unknown && answered:
		use(t, answer)
		j.status, j.decided = said, result.ByAnswer
	case answered && clash(c, j.status, said):
		j.clash = said
		if !c.UsesAnswer() {
			use(t, answer)
		}
	}
	if j.status == rating.Unknown {
		j.decided = ""
	}
	return j
}

// clash reports whether an answer contradicts what the facts say. Where the rule itself asks for the
// answer as a part, only a yes where the facts say no, or a no where they say yes or partly, does.
func clash(c *catalogue.Criterion, byFacts, said rating.Status) bool {
	if c.UsesAnswer() {
		return said == rating.Met && byFacts == rating.NotMet || said == rating.NotMet && byFacts != rating.NotMet && byFacts != rating.Unknown
	}
	return said != byFacts
}

// use notes a statement that a status rests on, where a trace is kept.
func use(t *logic.Trace, v *proposal.Value) {
	if t != nil {
		t.Used = append(t.Used, v)
	}
}
