package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/rating"
)

// Weight orders criteria for a question, by its id, or for all of them: gates at home first, then what counts,
// then watchpoints, then the rest; not met before partly met; what feeds this question alone before what
// feeds several, and for all questions the other way round.
func (c *Criterion) Weight(question string) int {
	w := 0
	atHome := c.Home == question || c.Home == "" && slices.Contains(c.Questions, question)
	switch {
	case c.Gate() && (question == "" || atHome):
		w += 64
	case c.Kind.Counts():
		w += 32
	case c.Kind == catalogue.Watchpoint:
		w += 24
	case c.Kind == catalogue.Consistency && question == "":
		w += 96 // which kind it is comes before everything that hangs on the kind
	}
	if c.Status() == rating.NotMet {
		w += 16
	}
	if c.Status() == rating.AtMostPartly {
		w += 8
	}
	if !c.Sure {
		w -= 32 // first what surely applies
	}
	if question == "" {
		return w + 2*len(c.Questions)
	}
	return w + 4 - len(c.Questions)
}
