package proposal

import (
	"slices"
	"strconv"

	"partner/pkg/proposal/paths"
)

// Cast fills a role by whoever the document says has another one, which may be the very same.
type Cast struct{ Role, From string }

// Recast gives the proposal with nothing under its roles but the casts, of which the first for a role that
// the document fills counts; a role that is a list takes all of them. All else is shared with the original,
// which stays as it is. A document without roles comes back itself: there is nobody to cast.
func (p *Proposal) Recast(casts []Cast) *Proposal {
	arrangement := p.Root.Find(paths.Arrangement)
	roles := p.Root.Find(paths.Roles)
	if roles == nil {
		return p
	}
	root := p.Root.sharing(p.Root.Parent)
	arranged := root.replace(arrangement)
	recast := arranged.replace(roles)
	recast.fields = make([]*Value, len(recast.Field.Fields))
	for _, c := range casts {
		i := slices.IndexFunc(recast.Field.Fields, func(f *Field) bool { return f.Key == c.Role })
		recast.fill(i, roles.At(paths.Key(c.From)))
	}
	q := *p
	q.Root = root
	return &q
}

// sharing copies a value below another parent. What it holds is the original's.
func (v *Value) sharing(parent *Value) *Value {
	c := *v
	c.Parent, c.fields = parent, slices.Clone(v.fields)
	return &c
}

// replace puts a copy in the place of one of a section's values, and gives it.
func (v *Value) replace(old *Value) *Value {
	c := old.sharing(v)
	v.fields[slices.Index(v.fields, old)] = c
	return c
}

// fill fills the role at a place with what the document states of a role.
func (v *Value) fill(i int, from *Value) {
	if !from.Known() {
		return
	}
	field := v.Field.Fields[i]
	if field.Kind != List || from.Field.Kind == List {
		if v.fields[i] == nil {
			v.fields[i] = from.as(field, field.Key, v)
		}
		return
	}
	if v.fields[i] == nil {
		v.fields[i] = &Value{Field: field, Parent: v, Key: field.Key, Pos: from.Pos, State: Given}
	}
	list := v.fields[i]
	for _, have := range list.Items {
		if have.Word == from.Word {
			return
		}
	}
	list.Items = append(list.Items, from.as(field.Of, strconv.Itoa(len(list.Items)), list))
}

// as copies a statement to another place of the document.
func (v *Value) as(field *Field, key string, parent *Value) *Value {
	c := v.sharing(parent)
	c.Field, c.Key = field, key
	c.Views = nil
	for _, view := range v.Views {
		w := view.sharing(c)
		w.Field = field
		c.Views = append(c.Views, w)
	}
	return c
}
