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
	Clash       Clash            // how what is answered stands to the facts, where they do not go together
	ByFacts     rating.Status    // where they do not, what the facts say; otherwise NoStatus
	logic.Trace                  // what it rests on, and what would settle it
}

// room is where the traces of standings are made and kept: there are hundreds, most of a few statements. A nil one keeps
// none, for where only the ratings are wanted.
type room struct {
	at    logic.Trace // the one that is being made
	used  []*proposal.Value
	lacks []logic.Missing
}

// trace begins a trace.
func (r *room) trace() *logic.Trace {
	if r == nil {
		return nil
	}
	r.at.Used, r.at.Missing = r.at.Used[:0], r.at.Missing[:0]
	return &r.at
}

// keep keeps what a trace holds, for the next one to begin.
func (r *room) keep(t *logic.Trace) logic.Trace {
	if r == nil {
		return logic.Trace{}
	}
	return logic.Trace{Used: kept(&r.used, t.Used), Missing: r.missing(t.Missing)}
}

func (r *room) missing(of []logic.Missing) []logic.Missing { return kept(&r.lacks, of) }

// kept copies a list to the end of a longer one.
func kept[T any](to *[]T, of []T) []T {
	if len(of) == 0 {
		return nil
	}
	if cap(*to)-len(*to) < len(of) {
		*to = make([]T, 0, max(32, 2*cap(*to), len(of)))
	}
	from := len(*to)
	*to = append(*to, of...)
	return slices.Clip((*to)[from:])
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

// stand works out how a criterion, by its place in the catalogue, stands in an environment. Where that hangs on no
// type, form or role it is as under others of which it has been worked out. In no room it leaves no trace.
func (j *Judgement) stand(s *Standing, criterion int, env logic.Environment, room *room, others ...[]Assumption) {
	c := j.Cat.Criteria[criterion]
	if c.Off != "" || !j.askedIn(c.Sectors) {
		*s = Standing{Applies: logic.False, Gate: logic.False, Claimed: notApplicable, OnPaper: notApplicable}
		return
	}
	*s = Standing{Applies: logic.True, Gate: logic.False, Claimed: notApplicable, OnPaper: notApplicable}
	env.Answer = j.answers[c.ID]
	t := room.trace()
	if c.Applies != nil {
		if s.Applies = j.opened(c.Applies, &env); s.Applies == logic.Unknown && t != nil {
			j.inBothEyes(c.Applies, &env, t)
			t.Used = t.Used[:0] // what it applies for is told elsewhere; what would tell whether it does is not
			s.Missing = room.missing(t.Missing)
		}
	}
	if s.Applies == logic.False || c.Kind == catalogue.Remark {
		return
	}
	if s.Applies == logic.True && c.Steady {
		for _, types := range others {
			for t := range types {
				if known := &types[t].standings[criterion]; known.Applies == logic.True {
					*s = *known
					return
				}
			}
		}
	}
	if c.Gate.Is() {
		s.Gate = logic.True
		if c.Gate.When != nil {
			s.Gate = j.inBothEyes(c.Gate.When, &env, nil)
		}
	}
	claimed := j.eachView(c, &env, t)
	s.Trace = room.keep(t)
	s.Views = [2]rating.Status{claimed[0].status, claimed[1].status}
	s.Decided = claimed[0].decided
	for _, v := range claimed {
		if v.clash > s.Clash {
			s.Clash, s.ByFacts = v.clash, v.byFacts
		}
	}
	if s.Applies == logic.Unknown {
		s.Views = [2]rating.Status{rating.Unknown, rating.Unknown}
	}
	s.Claimed, s.Papers = rating.Views(s.Views[0], s.Views[1]), s.Views
	s.OnPaper = s.Claimed
	if s.Claimed.Better.Lower() == rating.Made && !j.claimedAlone {
		documented := env.Documented()
		onPaper := j.eachView(c, &documented, nil)
		for i, v := range s.Views {
			s.Papers[i] = v.Supported(onPaper[i].status)
		}
		s.OnPaper = rating.Views(s.Papers[0], s.Papers[1])
	}
	for _, i := range []*rating.Item{&s.Claimed, &s.OnPaper} {
		i.Watchpoint = c.Kind == catalogue.Watchpoint
		i.Gate = s.Gate != logic.False
		i.MaybeGate = s.Gate == logic.Unknown
	}
}

// opened evaluates whether something is asked for: what hangs on a form that nothing tells, or on what the two share where
// that is not stated, is not. One question asks for each of those, and what it opens is asked once that is answered.
func (j *Judgement) opened(c *logic.Condition, env *logic.Environment) logic.Truth {
	x := j.inBothEyes(c, env, nil)
	if x == logic.Unknown {
		closed := env.Closed()
		if j.inBothEyes(c, &closed, nil) == logic.False {
			return logic.False
		}
	}
	return x
}

// inBothEyes evaluates a condition in the eyes of each organisation: where they see it differently, it is
// unknown.
func (j *Judgement) inBothEyes(c *logic.Condition, env *logic.Environment, t *logic.Trace) logic.Truth {
	if !j.apart {
		return env.Eval(c, t)
	}
	var truths [2]logic.Truth
	for i, o := range j.Doc.Organisations {
		seen := env.SeenBy(o.Key)
		truths[i] = seen.Eval(c, t)
	}
	if truths[0] != truths[1] {
		return logic.Unknown
	}
	return truths[0]
}

// eachView judges a criterion in the eyes of each organisation; where nothing in the document is stated
// apart, both see the same and it is judged once.
func (j *Judgement) eachView(c *catalogue.Criterion, env *logic.Environment, t *logic.Trace) [2]outcome {
	if !j.apart {
		v := outcomeOf(c, *env, t)
		return [2]outcome{v, v}
	}
	var both [2]outcome
	for i, o := range j.Doc.Organisations {
		both[i] = outcomeOf(c, env.SeenBy(o.Key), t)
	}
	return both
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
