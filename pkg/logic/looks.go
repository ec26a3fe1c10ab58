package logic

import "partner/pkg/proposal"

// Looks calls see for each statement that stands where a condition looks, whether or not the truth rests on
// it, and for each that says which organisation has a role that the condition asks about. It may come to the
// same one several times.
func (e Environment) Looks(c *Condition, see func(*proposal.Value)) {
	if c != nil {
		e.looks(c, nil, see)
	}
}

func (e *Environment) looks(c *Condition, item *proposal.Value, see func(*proposal.Value)) {
	switch c.Op {
	case Answer:
		seen(e.Answer.In(e.View), see)
	case Agrees:
		for _, v := range e.Compared[agreed(c)] {
			see(v)
		}
	case Some, Every, Count:
		e.looksOver(c, item, see)
		return
	}
	if len(c.Path) > 0 {
		e.follow(c.Path, see)
		seen(e.find(c.Path, c.Steps, item).value.In(e.View), see)
	}
	if len(c.Path2) > 0 {
		e.follow(c.Path2, see)
		seen(e.find(c.Path2, c.Also, item).value.In(e.View), see)
	}
	for _, of := range c.Of {
		e.looks(of, item, see)
	}
}

// looksOver looks at each item of a list, or at each of the two organisations.
func (e *Environment) looksOver(c *Condition, item *proposal.Value, see func(*proposal.Value)) {
	items := e.Doc.Organisations[:]
	if !c.overOrganisations() {
		e.follow(c.Path, see)
		v := e.find(c.Path, c.Steps, item).value.In(e.View)
		if v == nil {
			return
		}
		if items = v.Items; len(items) == 0 {
			seen(v, see)
		}
	}
	for _, i := range items {
		if len(c.Of) == 0 {
			seen(i, see)
		}
		for _, of := range c.Of {
			e.looks(of, i, see)
		}
	}
}

// follow sees what the document says of the roles that a path names.
func (e *Environment) follow(path []string, see func(*proposal.Value)) {
	for _, key := range path {
		if namesOrganisation(key) {
			if said := e.part(key); said != nil {
				see(said)
			}
		}
	}
}

// seen sees a statement; of a list that is not empty, its items say what there is.
func seen(v *proposal.Value, see func(*proposal.Value)) {
	switch {
	case v == nil:
	case len(v.Items) > 0:
		for _, i := range v.Items {
			seen(i, see)
		}
	case v.Known() || v.Half() != "":
		see(v)
	}
}
