package judge

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// elsewhere finds what would ask for statements under another form, type or sector, or in other circumstances. What it
// works out for a criterion holds for every statement that it asks for.
type elsewhere struct {
	j     *Judgement
	asked []*asking // along the catalogue's criteria; nil for one that has not been looked at
}

// asking is a criterion that does not ask here, with why.
type asking struct {
	*catalogue.Criterion
	why   whyNot
	where []string
	tried bool              // whether it would be met has been worked out
	short []*proposal.Value // what it rests on that it would not be met; nil where it might be
}

func (j *Judgement) elsewhere() *elsewhere {
	return &elsewhere{j: j, asked: make([]*asking, len(j.Cat.Criteria))}
}

// unheard finds what would ask for a statement elsewhere, and why it does not here.
func (e *elsewhere) unheard(v *proposal.Value) Unused {
	u := Unused{Entry: v.Entry(), Statements: []*proposal.Value{v}, why: nobody}
	if e.j.misnamed(v) {
		u.why = noRole
		return u
	}
	if name, is := e.j.foreign(u.Entry.Key); is {
		u.why, u.where = elsewhereOf, []string{name}
		return u
	}
	for _, at := range e.j.asking(v) {
		c := e.of(at)
		if u.Nearest == nil || c.why < u.why || c.why == u.why && c.Kind.Rated() && !u.Nearest.Kind.Rated() {
			u.Nearest, u.why, u.where = c.Criterion, c.why, c.where
		}
		if u.Not == nil && c.why != otherSide && c.Kind.Rated() && e.denies(v, c) {
			u.Not, u.Noes = c.Criterion, u.Statements[:1:1]
		}
	}
	return u
}

// foreign gives the name of the catalogue of an id that is of another one than this, or begins with such an id and goes on
// with the place of what stands there; it is false for any other.
func (j *Judgement) foreign(id string) (catalogueOf string, is bool) {
	id, _, _ = strings.Cut(id, ".")
	name, _, is := catalogue.Foreign(id)
	return name, is && j.Cat.Criterion(id) == nil && !slices.ContainsFunc(j.Doc.Register, func(e *proposal.Value) bool { return e.Key == id })
}

// of gives the criterion at a place of the catalogue.
func (e *elsewhere) of(at int) *asking {
	c := e.asked[at]
	if c == nil {
		c = &asking{Criterion: e.j.Cat.Criteria[at]}
		c.why, c.where = e.j.whyNot(at)
		e.asked[at] = c
	}
	return c
}

// denies reports whether a statement is a denial by which a criterion would not be met where it is asked.
func (e *elsewhere) denies(v *proposal.Value, c *asking) bool {
	if !denial(v) {
		return false
	}
	if !c.tried {
		c.tried = true
		var t logic.Trace
		env := e.j.Types[0].env.Answered(e.j.answers[c.ID])
		if outcomeOf(c.Criterion, env, nil).status.Upper() == rating.NotMade {
			outcomeOf(c.Criterion, env, &t)
			c.short = t.Used
		}
	}
	return slices.Contains(c.short, v)
}

// asking gives the criteria that ask for a statement, or for the same of another, by their places in the catalogue.
func (j *Judgement) asking(v *proposal.Value) []int {
	if e := v.Entry(); e.Parent.Field.Kind == proposal.Answers {
		if at := slices.IndexFunc(j.Cat.Criteria, func(c *catalogue.Criterion) bool { return c.ID == e.Key }); at >= 0 {
			return []int{at}
		}
		return nil
	}
	return j.Cat.Reads().Of(fieldOf(v))
}

// fieldOf gives the field at which rules read a statement: of what a list holds that of the list.
func fieldOf(v *proposal.Value) *proposal.Field {
	if v.Parent.Field.Kind == proposal.List {
		return v.Parent.Field
	}
	return v.Field
}

// whyNot says why the criterion at a place of the catalogue does not ask for something here, and under what it would.
func (j *Judgement) whyNot(at int) (whyNot, []string) {
	c := j.Cat.Criteria[at]
	if i, applies := slices.BinarySearchFunc(j.Criteria, at, func(c Criterion, at int) int { return c.at - at }); applies {
		if j.Criteria[i].When == result.Past {
			return stepTaken, []string{string(c.Until)}
		}
		return otherSide, nil
	}
	if c.Off != "" {
		return switchedOff, nil
	}
	t, env := &j.Cat.Typology, j.Types[0].env
	var where []string
	if !j.askedIn(c.Sectors) {
		for _, s := range c.Sectors {
			where = append(where, j.Cat.Sectors.Sector(s).Title)
		}
		return otherSector, where
	}
	here := env.Eval(c.Applies, nil)
	if here == logic.Unknown {
		return unopened, nil
	}
	// A rule that does not ask for what is otherwise elsewhere is as false there as it is here; and one that is false whatever
	// that may be, is so of each.
	may := func(whatever logic.Environment, ops ...logic.Op) bool {
		return here != logic.False || slices.ContainsFunc(ops, c.Applies.Uses) && (c.Applies.Wavers || whatever.Eval(c.Applies, nil) != logic.False)
	}
	try := func(title string, env *logic.Environment) {
		if env.Eval(c.Applies, nil) != logic.False {
			where = append(where, title)
		}
	}
	if other := env; may(env.OfAnyForm(proposal.Forms), logic.Form) {
		other.AnyForm, other.Forms = false, []string{""}
		for _, f := range t.Forms {
			other.Forms[0] = f.ID
			try(f.Title, &other)
		}
	}
	if len(where) > 0 {
		return otherForm, where
	}
	if other := env; may(env.OfType(env.Nature, ""), logic.Scale, logic.Type) {
		for _, x := range t.Scales {
			other.Scale = x.ID
			try(x.Title, &other)
		}
	}
	if len(where) > 0 {
		return otherScale, where
	}
	if other := env; may(env.OfType("", env.Scale), logic.Nature, logic.Type) {
		for _, x := range t.Natures {
			other.Nature = x.ID
			try(x.Title, &other)
		}
	}
	if len(where) > 0 {
		return otherNature, where
	}
	if other := env; may(env.OfType("", ""), logic.Nature, logic.Scale, logic.Type) {
		for _, x := range t.Types {
			other.Nature, other.Scale = x.Nature, x.Scale
			try(x.Title, &other)
		}
	}
	if len(where) > 0 {
		return otherType, where
	}
	return otherFacts, nil
}
