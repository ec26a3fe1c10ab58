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
		var t Trace
		if e.eval(c, nil, &t) != True {
			return nil
		}
		return []Instance{{Trace: t}}
	}
	items := e.Doc.Organisations[:]
	if len(c.Path) > 1 || c.Path[0] != "organisations" {
		v := e.leafList(c.Path, nil, nil)
		if v == nil {
			return nil
		}
		items = v.Stated()
	}
	var found []Instance
	for _, item := range items {
		var t Trace
		if e.eval(c.Of[0], item, &t) == True {
			found = append(found, Instance{item, t})
		}
	}
	return found
}
