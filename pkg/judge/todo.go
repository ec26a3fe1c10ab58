package judge

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
)

// ToDo says what to do where a criterion is not met: of what the document states to be there already, only what is left.
func (j *Judgement) ToDo(c *catalogue.Criterion) string {
	if left := j.Remaining(c); left != "" {
		return left
	}
	return j.Named(c, c.Fix.Do)
}

// Remaining says what is left to do of a criterion's fix where some of it is surely there already, under every type that the
// document may be of and in the eyes of both organisations; "" where nothing is.
func (j *Judgement) Remaining(c *catalogue.Criterion) string {
	for i := range c.Remains {
		if j.surely(c.Remains[i].Once) {
			return j.Named(c, c.Remains[i].Do)
		}
	}
	return ""
}

func (j *Judgement) surely(once *logic.Condition) bool {
	for t := range j.Types {
		if slices.ContainsFunc(j.eyes(j.Types[t].env), func(env logic.Environment) bool { return env.Eval(once, nil) != logic.True }) {
			return false
		}
	}
	return len(j.Types) > 0
}
