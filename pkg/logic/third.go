package logic

import (
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// fewer reads of how many months there have to be more: {months: {from: PATH, to: PATH}, fewer-than: PATH}. It reports
// whether that is asked.
func (k keys) fewer(c *Condition, item *proposal.Field) (bool, error) {
	x := k.take("fewer-than")
	if x == nil {
		return false, nil
	}
	of, f, err := third(x, item)
	if err != nil {
		return false, err
	}
	if c.Op != Months || f.Kind != proposal.Number || monthsIn(f) == 0 {
		return false, wrong(x, "fewer-than goes with months, and with a number of months or years")
	}
	c.Op, c.Of = Fewer, []*Condition{of}
	return true, nil
}

// behind reads of which two texts a third is compared with: {fact: PATH, behind: PATH, towards: PATH}.
func (k keys) behind(c *Condition, x *source.Node, f, item *proposal.Field) error {
	from, to := k.take("behind"), k.take("towards")
	if to == nil {
		return wrong(x, "behind goes with towards")
	}
	path, g, err := resolvePath(from, item)
	if err != nil {
		return err
	}
	of, h, err := third(to, item)
	if err != nil {
		return err
	}
	if f.Kind != proposal.Text || g.Kind != proposal.Text || h.Kind != proposal.Text {
		return wrong(x, "behind and towards compare the figures of three texts")
	}
	c.Op, c.Path2, c.Of = Behind, path, []*Condition{of}
	return nil
}

// third gives what reads the last of three places that are compared, with its field.
func third(x *source.Node, item *proposal.Field) (*Condition, *proposal.Field, error) {
	path, f, err := resolvePath(x, item)
	if err != nil {
		return nil, nil, err
	}
	return &Condition{Op: Given, Path: path, Steps: stepsOf(path, item)}, f, nil
}

// monthsIn is how many months one of a field's numbers is; 0 where they are no times.
func monthsIn(f *proposal.Field) float64 {
	switch f.Unit {
	case "months":
		return 1
	case "years":
		return 12
	}
	return 0
}

// threefold compares what stands at three places.
func (e *Environment) threefold(c *Condition, item *proposal.Value, t *Trace) Truth {
	by := c.Of[0]
	a, b, third := e.leaf(c.Path, c.Steps, item, t), e.leaf(c.Path2, c.Also, item, t), e.leaf(by.Path, by.Steps, item, t)
	if a == nil || b == nil || third == nil {
		return Unknown
	}
	if c.Op == Behind {
		behind, known := proposal.Behind(a.String(), b.String(), third.String())
		if !known {
			return Unknown
		}
		return truth(behind)
	}
	least, most := proposal.Months(a, b)
	switch months := third.Number * monthsIn(third.Field); {
	case float64(most) < months:
		return True
	case float64(least) >= months:
		return False
	}
	return t.precise(Unknown, a, b)
}
