package logic

import (
	"math"
	"slices"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/source"
)

// Emptiness is what a list that holds nothing means where something is asked of each of what it holds.
type Emptiness uint8

// What an empty list may mean. It is never by itself a ground for saying that all is well.
const (
	TellsNothing Emptiness = iota // whether it holds cannot be told
	Fails                         // it does not hold: there is nothing that could
	Holds                         // it holds: that there is nothing is what is wanted, too
)

func (k keys) quantifier(op Op, x *source.Node, item *proposal.Field) (*Condition, error) {
	path, f, err := resolvePath(x, item)
	if err != nil {
		return nil, err
	}
	of := f
	switch f.Kind {
	case proposal.Items, proposal.Organisations, proposal.Entries:
		if one(path, f) {
			return nil, wrong(x, "%s is one of a list and not the list", x.Value)
		}
	case proposal.List:
		of = f.Of
	default:
		return nil, wrong(x, "%s is not a list", x.Value)
	}
	c := &Condition{Op: op, Path: path}
	if where := k.take("where"); where != nil {
		inner, err := parse(where, of)
		if err != nil {
			return nil, err
		}
		c.Of = []*Condition{inner}
	} else if op == Every {
		return nil, wrong(x, "every needs where")
	}
	if named := k.take("named"); named != nil {
		if named.Value != "true" || op == Every || !f.Open {
			return nil, wrong(named, "named: true goes with some or count over a list that may go on; every asks only of what a list names")
		}
		c.Named = true
	}
	if err := k.emptiness(c, x); err != nil {
		return nil, err
	}
	if by := k.take("greatest"); by != nil {
		return c, c.greatestBy(by, of)
	}
	if op == Count {
		return c, k.bounds(c, x)
	}
	return c, nil
}

// emptiness reads what an empty list means. Only `every` over a list needs to be told: of `some` an empty list
// is the denial, `count` counts nothing, and there are always two organisations.
func (k keys) emptiness(c *Condition, x *source.Node) error {
	empty := k.take("empty")
	switch over := c.Op == Every && !c.overOrganisations(); {
	case over && empty == nil:
		return wrong(x, "every needs empty: holds, fails or unknown")
	case over:
		i := slices.Index(emptinesses[:], empty.Value)
		if i < 0 {
			return wrong(empty, "%q is not one of %s", empty.Value, strings.Join(emptinesses[:], ", "))
		}
		c.Empty = Emptiness(i)
	case empty != nil:
		return wrong(empty, "empty belongs to every over a list")
	}
	return nil
}

var emptinesses = [...]string{TellsNothing: "unknown", Fails: "fails", Holds: "holds"}

// greatestBy reads by which of its numbers an item is the greatest of its list.
func (c *Condition) greatestBy(by *source.Node, item *proposal.Field) error {
	if c.Op != Some || len(c.Of) == 0 {
		return wrong(by, "greatest belongs to some with where")
	}
	if f := item.Field(by.Value); f == nil || f.Kind != proposal.Number {
		return wrong(by, "%q is not a number of an entry", by.Value)
	}
	number := &Condition{Op: Given, Path: []string{Item, by.Value}}
	number.Steps = stepsOf(number.Path, item)
	c.Greatest, c.Of = true, append(c.Of, number)
	return nil
}

func (e *Environment) quantify(c *Condition, item *proposal.Value, t *Trace) Truth {
	var items []*proposal.Value
	var list *proposal.Value // nil where it is the two organisations
	if c.overOrganisations() {
		items = e.Doc.Organisations[:]
	} else {
		list = e.leafList(c, item, t)
		switch {
		case list == nil && c.Op == Some && e.opens(c.Path):
			return False
		case list == nil:
			return Unknown
		}
		items = list.Items
		if len(items) == 0 {
			t.Use(list)
		}
	}
	if c.Greatest {
		return e.greatest(c, items, t)
	}
	holds := func(i int) Truth {
		if items[i].State == proposal.Unknown && len(c.Path) > 1 {
			t.lacks(items[i], "")
			return Unknown
		}
		if len(c.Of) == 0 {
			if e.DocumentedOnly && e.Doc.Rank(items[i]) < proposal.Documented {
				t.lacks(items[i], "")
				return Unknown
			}
			t.Use(items[i])
			return True
		}
		return e.eval(c.Of[0], items[i], t)
	}
	more := list != nil && !c.Named && list.GoesOn() // there may be others than those that it names
	switch c.Op {
	case Some:
		found := each(len(items), t.join(True), holds)
		if found == False && more {
			t.lacks(list, "")
			return Unknown
		}
		return found
	case Every:
		if len(items) == 0 {
			return e.nothing(c, list, t)
		}
		return each(len(items), t.join(False), holds)
	}
	least, most := 0, 0
	for i := range items {
		switch holds(i) {
		case True:
			least, most = least+1, most+1
		case Unknown:
			most++
		}
	}
	if more {
		most = math.MaxInt
	}
	counted := c.within(least, most)
	if counted == Unknown && more {
		t.lacks(list, "")
	}
	return counted
}

// each joins the truths of n items.
func each(n int, j joining, holds func(int) Truth) Truth {
	for i := range n {
		if j.add(holds(i)) {
			break
		}
	}
	return j.truth
}

// nothing gives what it means for `every` that a list holds nothing.
func (e *Environment) nothing(c *Condition, list *proposal.Value, t *Trace) Truth {
	switch c.Empty {
	case Holds:
		return True
	case Fails:
		return False
	}
	t.lacks(list, "")
	return Unknown
}

// greatest reports whether the item with the greatest number fulfils a condition. Each of which the number is not
// known may be that one; where several may be, they have to agree. Where none has a number, none is the greatest.
func (e *Environment) greatest(c *Condition, items []*proposal.Value, t *Trace) Truth {
	number := c.Of[1]
	var candidates []*proposal.Value
	most := math.Inf(-1)
	for _, item := range items {
		if n := e.leaf(number.Path, number.Steps, item, nil); n != nil && n.State == proposal.Given {
			most = max(most, n.Number)
		}
	}
	before := t.mark()
	holds, fails := true, true
	for _, item := range items {
		n := e.leaf(number.Path, number.Steps, item, t)
		if n != nil && (n.State != proposal.Given || n.Number < most) {
			continue
		}
		candidates = append(candidates, item)
		x := e.eval(c.Of[0], item, t)
		holds, fails = holds && x == True, fails && x == False
	}
	after := t.mark()
	switch {
	case len(candidates) == 0 || fails:
		t.drop(mark{after.used, before.missing}, after)
		return False
	case holds:
		t.drop(mark{after.used, before.missing}, after)
		return True
	}
	return Unknown
}

// leafList gives the list at the path of a condition, or nil after noting what is missing. That a list is empty is a
// statement like any other; what a list that is not empty says, its items say.
func (e *Environment) leafList(c *Condition, item *proposal.Value, t *Trace) *proposal.Value {
	at := e.find(c.Path, c.Steps, item)
	if at.value == nil {
		t.lacks(at.near, at.key)
		return nil
	}
	v := at.value.In(e.View)
	if v.State == proposal.Unknown || len(v.Items) == 0 && e.DocumentedOnly && e.Doc.Rank(v) < proposal.Documented {
		t.lacks(at.value, "")
		return nil
	}
	return v
}
