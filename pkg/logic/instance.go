package logic

import "partner/pkg/proposal"

// Instance is one place of a document where a condition is true, and what that rests on.
type Instance struct {
	Item  *proposal.Value // the entry of the list that it is true of; nil where it is about no list
	Trace Trace
}

// Instances gives where a condition is surely true. One that begins with `some` is true of each entry that
// fulfils it, so each is given, in the document's order; any other is true once or not at all.
func (e Environment) Instances(c *Condition) []Instance {
	if c.Op != Some || len(c.Of) == 0 {
		if x, is := e.instance(c, nil); is {
			return []Instance{x}
		}
		return nil
	}
	items := e.Doc.Organisations[:]
	if len(c.Path) > 1 || c.Path[0] != "organisations" {
		v := e.leafList(c, nil, nil)
		if v == nil {
			return nil
		}
		items = v.Stated()
	}
	var found []Instance
	for _, item := range items {
		if x, is := e.instance(c.Of[0], item); is {
			found = append(found, x)
		}
	}
	return found
}

// instance gives what it rests on that a condition is true of an item, where it is. Most are not: they leave no trace.
func (e *Environment) instance(c *Condition, item *proposal.Value) (Instance, bool) {
	if !e.surely(c, item) {
		return Instance{}, false
	}
	x := Instance{Item: item}
	e.eval(c, item, &x.Trace)
	return x, true
}

// surely reports whether a condition is true, and no more: of several that must all be, one that is not is enough, where
// it would still hang on the others whether all together is false or unknown.
func (e *Environment) surely(c *Condition, item *proposal.Value) bool {
	switch c.Op {
	case All:
		for _, of := range c.Of {
			if !e.surely(of, item) {
				return false
			}
		}
		return true
	case Any:
		for _, of := range c.Of {
			if e.surely(of, item) {
				return true
			}
		}
		return false
	}
	return e.eval(c, item, nil) == True
}
