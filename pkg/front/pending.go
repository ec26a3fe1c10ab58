package front

import (
	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/rating"
)

// lackShort is what a criterion lacks, in few words.
func lackShort(c *catalogue.Criterion) string { return c.Lack }

// briefTitle is what a question is called where there is little room.
func briefTitle(q *catalogue.Question) string { return q.Title }

// dueLater reports whether a criterion is due only after the decision.
func dueLater(c *catalogue.Criterion) bool { return c.Fix.By != catalogue.BeforeDecision }

// serves reports whether what would bring a criterion about can still be done.
func serves(*page, *judge.Criterion) bool { return true }

// clashed reports whether the facts overrule what is answered on a criterion.
func clashed(c *judge.Criterion) bool { return c.Standing.Clash != rating.Unknown }

const watchpoint = catalogue.Watchpoint
