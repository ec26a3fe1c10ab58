package judge

import (
	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// Clash says how an answer stands to the facts where the two do not go together.
type Clash uint8

// The clashes. From Overruled on the facts decide, and the document is to be mended.
const (
	NoClash      Clash = iota
	MoreCautious       // worse than the facts, with a reason: it stands
	Instead            // by other means, documented, of what the facts say is not met: it stands
	Overruled          // worse than the facts, without a reason
	Contradicted       // better than the facts
	NotSetAside        // set aside, or by other means on an assertion alone, and by the facts not met
)

// outcome is a status with how it came about.
type outcome struct {
	status  rating.Status
	decided result.DecidedBy
	clash   Clash
	byFacts rating.Status // where they clash, what the facts say
}

// saidBy gives what an answer says of its criterion.
func saidBy(answer *proposal.Value) rating.Status {
	word := proposal.AnswerWord(answer.Half())
	if word == "" {
		word = proposal.AnswerWord(answer.Word)
	}
	switch word {
	case proposal.Yes:
		return rating.Met
	case proposal.AtLeastPartly:
		return rating.AtLeastPartly
	case proposal.Partly:
		return rating.Partly
	case proposal.AtMostPartly:
		return rating.AtMostPartly
	case proposal.No:
		return rating.NotMet
	}
	return rating.Unknown
}

// outcomeOf gives the status of a criterion from the facts and from its answer. What either leaves open the
// other may tell. Where they differ the more cautious stands: an answer that is worse needs a reason for it, and
// one that is better contradicts the facts.
func outcomeOf(c *catalogue.Criterion, env logic.Environment, t *logic.Trace) outcome {
	answer := env.Answer.In(env.View)
	given := answer != nil && (answer.State == proposal.Given || answer.Half() != "") && !(env.DocumentedOnly && env.Doc.Rank(answer) < proposal.Documented)
	if !given {
		v := outcome{status: byFacts(c, &env, t), decided: result.ByFacts}
		if v.status == rating.Unknown {
			v.decided = ""
		}
		return v
	}
	switch proposal.AnswerWord(answer.Word) {
	case proposal.NotApplicable:
		return setAside(c, env, t, answer, outcome{status: rating.NotApplicable, decided: result.ByNotApplying})
	case proposal.OtherMeans:
		return setAside(c, env, t, answer, outcome{status: rating.Met, decided: result.ByOtherMeans})
	}
	said := saidBy(answer)
	if c.Judged {
		t.Use(answer)
		return outcome{status: said, decided: result.ByAnswer}
	}
	facts := byFacts(c, &env, t)
	v := outcome{status: facts, decided: result.ByFacts}
	switch clash := clashOf(c, facts, said, answer.Because != ""); {
	case clash == MoreCautious:
		v = outcome{facts.Cautious(said), result.ByAnswer, clash, facts}
	case clash != NoClash:
		v.clash, v.byFacts = clash, facts
	case !facts.Known():
		v.status, v.decided = facts.Joined(said), result.ByAnswer
	}
	if v.clash != NoClash || v.decided == result.ByAnswer {
		t.Use(answer)
	}
	return v
}

// clashOf says how an answer stands to the facts. Where the rule itself asks for the answer as a part, a yes
// stands against them only where they say no, and what is worse without a reason only where it is a no.
func clashOf(c *catalogue.Criterion, facts, said rating.Status, reasoned bool) Clash {
	part := c.UsesAnswer()
	worse := facts.Lower() == rating.Made && said.Lower() == rating.NotMade || facts.Upper() == rating.Made && said.Upper() == rating.NotMade
	better := facts.Lower() == rating.NotMade && said.Lower() == rating.Made || facts.Upper() == rating.NotMade && said.Upper() == rating.Made
	switch {
	case worse && reasoned:
		return MoreCautious
	case worse && (!part || said == rating.NotMet):
		return Overruled
	case better && (!part || said == rating.Met && facts != rating.Partly):
		return Contradicted
	}
	return NoClash
}

// setAside gives the outcome of an answer that sets a criterion aside, held against the facts: it does not set
// aside what they say is not met, or at most partly, unless documents show how its aim is reached otherwise. By
// other means on an assertion alone it is at most partly.
func setAside(c *catalogue.Criterion, env logic.Environment, t *logic.Trace, answer *proposal.Value, aside outcome) outcome {
	env.Answer = nil
	facts := byFacts(c, &env, nil)
	otherwise := aside.decided == result.ByOtherMeans
	documented := env.Doc.Rank(answer) >= proposal.Documented
	use := func() {
		if t != nil {
			byFacts(c, &env, t)
			if otherwise || facts.Known() {
				t.Missing = nil
			}
		}
	}
	denied := facts.Upper() == rating.NotMade && facts.Lower() != rating.Made
	switch {
	case denied && otherwise && documented:
		aside.clash, aside.byFacts = Instead, facts
		use()
	case facts == rating.NotMet, denied && !otherwise:
		use()
		aside = outcome{facts, result.ByFacts, NotSetAside, facts}
	case !otherwise || documented:
	case facts.Lower() == rating.Made:
		use()
		aside.status, aside.decided = facts, result.ByFacts
	default:
		aside.status = rating.AtMostPartly
	}
	t.Use(answer)
	return aside
}
