package front

import (
	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// serves reports whether what would bring a criterion about can still be of use: what only a step that is still
// ahead can use is set only where a date says that it is ahead.
func (p *page) serves(c *judge.Criterion) bool {
	root := p.j.Doc.Root
	if c.When == result.Past {
		return false
	}
	switch c.Until {
	case catalogue.UntilDecision:
		return p.ahead(root.Find(paths.Decision))
	case catalogue.UntilStart:
		return p.ahead(root.Find(paths.Starts)) || p.ahead(root.Find(paths.Decision))
	}
	return true
}

// dueLater reports whether a criterion is due only after the decision.
func dueLater(c *catalogue.Criterion) bool { return c.Due != catalogue.BeforeDecision }

// clashed reports whether the facts overrule what is answered on a criterion.
func clashed(c *judge.Criterion) bool { return c.Standing.Clash >= judge.Overruled }

// past reports whether only a step that has been taken could have used a criterion, and the step was not taken
// without an essential: it then stands against nothing any more.
func past(c *judge.Criterion) bool { return c.When == result.Past && !c.Without() }
