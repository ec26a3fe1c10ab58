package judge

import (
	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/rating"
)

// byFacts gives the status that a criterion has by the facts, with what of it they leave open: where it is not
// known whether it is met, and it is at least partly, and where it is not met, and not known whether partly.
// What only a person can judge is unknown by the facts.
func byFacts(c *catalogue.Criterion, env logic.Environment, t *logic.Trace) rating.Status {
	if c.Judged {
		return rating.Unknown
	}
	if c.Met == nil {
		return rating.NotApplicable
	}
	switch env.Eval(c.Met, t) {
	case logic.True:
		return rating.Met
	case logic.Unknown:
		if c.Partly == nil || env.Eval(c.Partly, nil) != logic.True {
			return rating.Unknown
		}
		if t != nil {
			env.Eval(c.Partly, t) // what is in place already decides as much as what is not known
		}
		return rating.AtLeastPartly
	}
	if c.Partly == nil {
		return rating.NotMet
	}
	switch env.Eval(c.Partly, t) {
	case logic.True:
		return rating.Partly
	case logic.Unknown:
		return rating.AtMostPartly
	}
	return rating.NotMet
}
