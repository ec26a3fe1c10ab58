package judge

import (
	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/rating"
)

// byFacts gives the status that a criterion has by the facts, with what of it they leave open. What only a person
// can judge is unknown by the facts. Where facts themselves are known by half, so much is known as comes of them
// whichever way they turn out.
func byFacts(c *catalogue.Criterion, env *logic.Environment, t *logic.Trace) rating.Status {
	if c.Judged {
		return rating.Unknown
	}
	if c.Met == nil {
		return rating.NotApplicable
	}
	status := byRule(c, env, t)
	if status.Known() || !env.Doc.ByHalf {
		return status
	}
	worst, best := env.Taking(logic.AtWorst), env.Taking(logic.AtBest)
	return status.Joined(byRule(c, &worst, nil).Agreed(byRule(c, &best, nil)))
}

// byRule gives the status that the two conditions of a criterion come to: at least partly where it is not known
// whether it is met, and it is that, and at most partly where it is not met, and not known whether partly.
func byRule(c *catalogue.Criterion, env *logic.Environment, t *logic.Trace) rating.Status {
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
