package judge

import (
	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
)

// byFacts gives the status that a criterion has by the facts or, where only a person can judge it, by the
// answer. Where that is unknown, atMost is the best that the facts leave possible.
func byFacts(c *catalogue.Criterion, env logic.Environment, t *logic.Trace) (status, atMost rating.Status) {
	if c.Judged {
		switch {
		case env.Eval(&answeredYes, t) == logic.True:
			return rating.Met, rating.Met
		case env.Eval(&answeredPartly, t) == logic.True:
			return rating.Partly, rating.Partly
		case env.Eval(&answeredNo, t) == logic.True:
			return rating.NotMet, rating.NotMet
		}
		return rating.Unknown, rating.Met
	}
	if c.Met == nil {
		return rating.NotApplicable, rating.NotApplicable
	}
	switch env.Eval(c.Met, t) {
	case logic.True:
		return rating.Met, rating.Met
	case logic.Unknown:
		return rating.Unknown, rating.Met
	}
	if c.Partly == nil {
		return rating.NotMet, rating.NotMet
	}
	switch env.Eval(c.Partly, t) {
	case logic.True:
		return rating.Partly, rating.Partly
	case logic.Unknown:
		return rating.Unknown, rating.Partly
	}
	return rating.NotMet, rating.NotMet
}

// What is only judged is asked like a rule, so that the answer leaves its trace.
var (
	answeredYes    = logic.Condition{Op: logic.Answer, Words: []string{string(proposal.Yes)}}
	answeredPartly = logic.Condition{Op: logic.Answer, Words: []string{string(proposal.Partly)}}
	answeredNo     = logic.Condition{Op: logic.Answer, Words: []string{string(proposal.No)}}
)
