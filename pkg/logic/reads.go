package logic

import (
	"slices"
	"strconv"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Reads lists the places of the document that a condition looks at, whether or not anything stands there,
// each once and in the condition's order. Where it hangs on an organisation's role that is not known, or
// on a list that is not there, that is the place.
func (e Environment) Reads(c *Condition) []string {
	r := reads{env: &e}
	if c != nil {
		r.condition(c, "", nil)
	}
	return r.paths
}

type reads struct {
	env   *Environment
	paths []string
}

func (r *reads) add(path string) {
	if path != "" && !slices.Contains(r.paths, path) {
		r.paths = append(r.paths, path)
	}
}

// condition lists what a condition looks at; item is the path of the item that it is about, and of what it
// is one.
func (r *reads) condition(c *Condition, item string, of *proposal.Field) {
	switch c.Op {
	case Some, Every, Count:
		r.quantified(c, item, of)
		return
	}
	for _, path := range [][]string{c.Path, c.Path2} {
		if len(path) > 0 {
			leads, _, _ := r.resolve(path, item, of)
			r.add(leads)
		}
	}
	for _, part := range c.Of {
		r.condition(part, item, of)
	}
}

func (r *reads) quantified(c *Condition, item string, of *proposal.Field) {
	if c.overOrganisations() {
		for _, o := range r.env.Doc.Organisations {
			for _, part := range c.Of {
				r.condition(part, o.Path(), o.Field)
			}
		}
		return
	}
	list, field, v := r.resolve(c.Path, item, of)
	if v == nil || len(v.Items) == 0 {
		r.add(list)
		return
	}
	for i, one := range v.Items {
		path := list + "[" + strconv.Itoa(i) + "]"
		if one.Key != "" {
			path = one.Path()
		}
		if one.State == proposal.Unknown || len(c.Of) == 0 {
			r.add(path)
			continue
		}
		for _, part := range c.Of {
			r.condition(part, path, field)
		}
	}
}

// resolve gives the place of a path, what may stand there, and what does. Of a role that is not known it
// gives the place of the role.
func (r *reads) resolve(path []string, item string, of *proposal.Field) (string, *proposal.Field, *proposal.Value) {
	var v *proposal.Value
	var field *proposal.Field
	at := ""
	switch paths.Path(path[0]) {
	case Item:
		field, at = of, item
		v = r.value(item)
	case paths.Arrangement, paths.Organisations, paths.Evidence, paths.AsOf:
		field, at = proposal.Model.Field(path[0]), path[0]
		v = r.env.Doc.Root.At(paths.Key(path[0]))
	default:
		o := r.role(path[0])
		if o == nil {
			return r.rolePlace(path[0]), nil, nil
		}
		field, at, v = o.Field, o.Path(), o
	}
	for _, key := range path[1:] {
		if field == nil {
			return at, nil, nil
		}
		if field.Kind == proposal.ByOrganisation {
			o := r.role(key)
			if o == nil {
				return r.rolePlace(key), nil, nil
			}
			field, key = field.Of, o.Key
			v = v.Item(key)
		} else {
			field = field.Field(key)
			v = v.At(paths.Key(key))
		}
		at += "." + key
	}
	return at, field, v
}

func (r *reads) role(role string) *proposal.Value {
	o, _ := r.env.organisation(role)
	return o
}

// rolePlace gives where the document says which organisation has a role.
func (r *reads) rolePlace(role string) string { return paths.Roles.Under(r.env.telling(role)) }

// value gives the value of a path that the document has.
func (r *reads) value(path string) *proposal.Value {
	var found *proposal.Value
	r.env.Doc.Root.Walk(func(v *proposal.Value) {
		if found == nil && v.Path() == path {
			found = v
		}
	})
	if found == nil { // an organisation that the document does not name
		for _, o := range r.env.Doc.Organisations {
			if o.Path() == path {
				return o
			}
		}
	}
	return found
}
