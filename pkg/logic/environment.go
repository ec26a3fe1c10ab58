package logic

import (
	"slices"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Environment is a proposal as one looks at it: through whose eyes, trusting what, under which type. It is
// never changed: who looks at the proposal in another way makes a copy. What only looks takes where it is, for it is large.
type Environment struct {
	Doc            *proposal.Proposal
	View           string               // the id of the organisation whose statements count where the two differ; "" for either
	DocumentedOnly bool                 // statements without at least an internal document count as unknown
	Nature, Scale  string               // the type assumed; "" where none is
	Forms          []string             // the forms that it may be
	AnyForm        bool                 // nothing tells the form: they are all that there are
	Unopened       bool                 // what opens rows and is not stated is taken to open none
	Sides          []Pair               // the roles of the one that helps and the one that is helped
	Agree          [3]Truth             // whether declared and derived nature, scale and form agree
	Compared       [3][]*proposal.Value // the statements that were compared for it
	Answer         *proposal.Value      // the answer given for the criterion at hand, or nil
	Halves         Halves               // as what a statement known by half is taken
}

// Halves is as what a statement is taken of which only a half is known.
type Halves uint8

// What a half may turn out to be.
const (
	AsKnown Halves = iota // only what both of its words come to is known
	AtWorst               // at least partly is partly, at most partly is no
	AtBest                // at least partly is yes, at most partly is partly
)

// Taking gives the environment in which statements known by half turn out so.
func (e Environment) Taking(h Halves) Environment {
	e.Halves = h
	return e
}

// SeenBy gives the environment in which the statements of one organisation count where the two differ.
func (e Environment) SeenBy(organisation string) Environment {
	e.View = organisation
	return e
}

// Documented gives the environment in which statements without at least an internal document count as unknown.
func (e Environment) Documented() Environment {
	e.DocumentedOnly = true
	return e
}

// OfAnyForm gives the environment in which it may be of each of some forms.
func (e Environment) OfAnyForm(forms []string) Environment {
	e.AnyForm, e.Forms = false, forms
	return e
}

// OfType gives the environment in which it is taken to be of a nature and a scale, of which "" is one that is not known.
func (e Environment) OfType(nature, scale string) Environment {
	e.Nature, e.Scale = nature, scale
	return e
}

// Closed gives the environment in which what opens rows, and is not stated, opens none: a form that nothing tells is
// none of those asked for, and a list that says what there is to ask about is empty.
func (e Environment) Closed() Environment {
	e.Unopened = true
	return e
}

// opens reports whether a path leads to what opens rows, where that is taken to open none.
func (e *Environment) opens(path []string) bool {
	if !e.Unopened {
		return false
	}
	f := proposal.Model.Find(paths.Path(strings.Join(path, ".")))
	return f != nil && f.Opens
}

// Answered gives the environment for a criterion that the document answers so; nil where it does not.
func (e Environment) Answered(answer *proposal.Value) Environment {
	e.Answer = answer
	return e
}

// Missing is a fact that would settle an unknown: the deepest place around it that the document has,
// and the key that it lacks there.
type Missing struct {
	Near *proposal.Value // nil for a place at the top of the document
	Key  string          // "" where the place is there but says `unknown`, or is undocumented
}

// Path gives the place in the document that would settle it. Of an absent section it names the section.
func (m Missing) Path() string { return m.Near.PathOf(m.Key) }

// Trace collects what a truth rests on: the statements that decided it, and what is missing. A nil one
// collects nothing, for where only the truth is wanted.
type Trace struct {
	Used    []*proposal.Value
	Missing []Missing
}

type mark struct{ used, missing int }

func (t *Trace) mark() mark {
	if t == nil {
		return mark{}
	}
	return mark{len(t.Used), len(t.Missing)}
}

// drop forgets what was collected between two marks.
func (t *Trace) drop(from, to mark) {
	if t == nil || from == to {
		return
	}
	t.Used = slices.Delete(t.Used, from.used, to.used)
	t.Missing = slices.Delete(t.Missing, from.missing, to.missing)
}

// Use adds statements that a truth rests on.
func (t *Trace) Use(v ...*proposal.Value) {
	if t != nil {
		t.Used = append(t.Used, v...)
	}
}

func (t *Trace) lacks(near *proposal.Value, key string) {
	if t != nil {
		t.Missing = append(t.Missing, Missing{near, key})
	}
}

// place is where a path leads: a value, or the place where it would be.
type place struct {
	value *proposal.Value // nil where the document has nothing there
	near  *proposal.Value
	key   string // the first key below near that it lacks
}

func (e *Environment) organisation(role string) (*proposal.Value, place) {
	switch role {
	case proposal.Sides[0]:
		return e.Doc.Organisations[0], place{}
	case proposal.Sides[1]:
		return e.Doc.Organisations[1], place{}
	}
	if r := e.part(role); r != nil {
		return e.Doc.Organisation(r.Word), place{}
	}
	at := e.find(rolesPath, rolesSteps, nil)
	if at.value == nil {
		return nil, at
	}
	return nil, lacking(at.value, e.telling(role))
}

// The way to what says who has which role.
var (
	rolesPath  = slices.Collect(paths.Roles.Keys())
	rolesSteps = stepsOf(rolesPath, nil)
)

// part gives the statement that says which organisation has a role, or nil.
func (e *Environment) part(role string) *proposal.Value {
	roles := e.find(rolesPath, rolesSteps, nil).value
	if role != Helper && role != Helped { // a role stands for itself
		return e.given(roles, role)
	}
	for i := range e.Sides { // the most telling first
		if r := e.given(roles, e.Sides[i].of(role)); r != nil {
			return r
		}
	}
	return nil
}

// given gives the statement that gives a role to one of the two organisations, or nil.
func (e *Environment) given(roles *proposal.Value, role string) *proposal.Value {
	r := roles.At(paths.Key(role)).In(e.View)
	if !r.Known() || e.Doc.Organisation(r.Word) == nil {
		return nil
	}
	return r
}

// lacking is the place of keys below a value that does not have them: that value, where all of it is
// unknown, and of an organisation that is not named the place where it would be.
func lacking(near *proposal.Value, key string) place {
	for near.Pos.Line == 0 && near.Parent != nil {
		near, key = near.Parent, near.Key
	}
	if near.State == proposal.Unknown && near.Parent != nil {
		key = ""
	}
	return place{near: near, key: key}
}

// find follows a path by its steps. Item is what `item` stands for.
func (e *Environment) find(path []string, steps Steps, item *proposal.Value) place {
	v := item
	switch root := steps[0]; root {
	case toItem:
	case toOrganisation:
		o, missing := e.organisation(path[0])
		if o == nil {
			return missing
		}
		v = o
	default:
		if v = e.Doc.Root.Along(int(root)); v == nil {
			return lacking(e.Doc.Root, path[0])
		}
	}
	for i, step := range steps[1:] {
		var next *proposal.Value
		key := path[i+1]
		if step == toOrganisation {
			o, missing := e.organisation(key)
			if o == nil {
				return missing
			}
			key = o.Key
			next = v.Item(key)
		} else {
			next = v.Along(int(step))
		}
		if next == nil {
			return lacking(v, key)
		}
		v = next
	}
	return place{value: v, near: v}
}

// leaf gives the statement at a path as it is looked at, or nil after noting what is missing.
func (e *Environment) leaf(path []string, steps Steps, item *proposal.Value, t *Trace) *proposal.Value {
	at := e.find(path, steps, item)
	if at.value == nil {
		t.lacks(at.near, at.key)
		return nil
	}
	v := at.value.In(e.View)
	if v.State == proposal.Unknown || e.DocumentedOnly && e.Doc.Rank(v) < proposal.Documented {
		t.lacks(at.value, "")
		return nil
	}
	t.Use(v)
	return v
}

// Eval gives the truth of a condition, adding to the trace, unless that is nil, what it rests on.
func (e *Environment) Eval(c *Condition, t *Trace) Truth { return e.eval(c, nil, t) }

func (e *Environment) eval(c *Condition, item *proposal.Value, t *Trace) Truth {
	switch c.Op {
	case All:
		return e.joined(c.Of, item, False, t)
	case Any:
		return e.joined(c.Of, item, True, t)
	case Not:
		return e.eval(c.Of[0], item, t).Not()
	case Known:
		before := t.mark()
		x := e.eval(c.Of[0], item, t)
		after := t.mark()
		t.drop(mark{after.used, before.missing}, after) // nothing is missing: silence is an answer here
		return truth(x == True)
	case Some, Every, Count:
		return e.quantify(c, item, t)
	case Months:
		from, to := e.leaf(c.Path, c.Steps, item, t), e.leaf(c.Path2, c.Also, item, t)
		if from == nil || to == nil {
			return Unknown
		}
		least, most := proposal.Months(from, to)
		return t.precise(c.within(least, most), from, to)
	case Fewer, Behind:
		return e.threefold(c, item, t)
	case Ratio:
		a, b := e.leaf(c.Path, c.Steps, item, t), e.leaf(c.Path2, c.Also, item, t)
		if a == nil || b == nil || a.State != proposal.Given || b.State != proposal.Given || b.Number == 0 {
			return Unknown
		}
		return c.exactly(a.Number / b.Number)
	case Before, After:
		a, b := e.leaf(c.Path, c.Steps, item, t), e.leaf(c.Path2, c.Also, item, t)
		if a == nil || b == nil {
			return Unknown
		}
		if c.Op == After {
			a, b = b, a
		}
		switch {
		case a.To < b.From:
			return True
		case a.From >= b.To:
			return False
		}
		return t.precise(Unknown, a, b)
	case Answer:
		return e.answer(c, t)
	case Type:
		if e.Nature == "" || e.Scale == "" {
			return Unknown
		}
		for _, w := range c.Words {
			if n := len(e.Nature); len(w) == n+1+len(e.Scale) && w[:n] == e.Nature && w[n] == '-' && w[n+1:] == e.Scale {
				return True
			}
		}
		return False
	case Nature:
		return oneOf(e.Nature, c.Words)
	case Scale:
		return oneOf(e.Scale, c.Words)
	case Form:
		return e.form(c.Words)
	case Agrees:
		i := agreed(c)
		t.Use(e.Compared[i]...)
		return e.Agree[i]
	}
	if c.Op == Is {
		return e.is(c, item, t)
	}
	v := e.leaf(c.Path, c.Steps, item, t)
	switch {
	case v == nil && c.Op == Includes && e.opens(c.Path):
		return False
	case v == nil:
		return Unknown
	}
	switch c.Op {
	case Number:
		return c.exactly(v.Number)
	case Given:
		switch v.Field.Kind {
		case proposal.List, proposal.Items:
			return e.stated(v, t)
		}
		return truth(v.State == proposal.Given)
	case Includes:
		for _, i := range v.Items {
			if e.says(i, c.Words) {
				return True
			}
		}
		for _, i := range v.Items {
			if i.State == proposal.Unknown {
				t.lacks(i, "")
				return Unknown
			}
		}
		if v.GoesOn() {
			t.lacks(v, "")
			return Unknown
		}
		return False
	}
	panic("logic: a condition of no known kind")
}

// is compares a word with those of a condition. Of a half only what both of its words come to is known.
func (e *Environment) is(c *Condition, item *proposal.Value, t *Trace) Truth {
	at := e.find(c.Path, c.Steps, item)
	if at.value == nil {
		t.lacks(at.near, at.key)
		return Unknown
	}
	v := at.value.In(e.View)
	if v.State == proposal.Unknown && v.Half() == "" || e.DocumentedOnly && e.Doc.Rank(v) < proposal.Documented {
		t.lacks(at.value, "")
		return Unknown
	}
	x := e.among(v, c.Words)
	if x == Unknown {
		t.lacks(at.value, "")
	}
	t.Use(v)
	return x
}

// among reports whether what a value says is one of some words: of a half, where that is so of either of the two
// that it may turn out to be.
func (e *Environment) among(v *proposal.Value, words []string) Truth {
	if v.State != proposal.Unknown {
		return truth(v.State == proposal.Given && e.says(v, words))
	}
	worse, better := proposal.Partly, proposal.Yes
	if v.Half() == string(proposal.AtMostPartly) {
		worse, better = proposal.No, proposal.Partly
	}
	worst, best := slices.Contains(words, string(worse)), slices.Contains(words, string(better))
	switch {
	case e.Halves == AtBest || best == worst:
		return truth(best)
	case e.Halves == AtWorst:
		return truth(worst)
	}
	return Unknown
}

// says reports whether what is written at a value is one of a rule's words. Where that is the id of an
// organisation, rules call it by its side.
func (e *Environment) says(v *proposal.Value, words []string) bool {
	if v.Field.RefTo != "" && v.Field.Kind == proposal.Word {
		for i, o := range e.Doc.Organisations {
			if v.Word == o.Key {
				return slices.Contains(words, proposal.Sides[i])
			}
		}
	}
	return slices.Contains(words, v.Word)
}

// precise notes, where that leaves a truth unknown, which dates are not known to the day.
func (t *Trace) precise(x Truth, dates ...*proposal.Value) Truth {
	for _, d := range dates {
		if x == Unknown && d.From != d.To {
			t.lacks(d, "")
		}
	}
	return x
}

// stated reports whether a list holds anything, where an item that is unknown may be nothing.
func (e *Environment) stated(v *proposal.Value, t *Trace) Truth {
	if len(v.Stated()) > 0 {
		return True
	}
	if len(v.Items) > 0 {
		t.lacks(v.Items[0], "")
		return Unknown
	}
	return False
}

var agreeing = [...]string{"nature", "scale", "form"}

// agreed gives the place of the axis of which a condition asks whether what is declared agrees.
func agreed(c *Condition) int { return slices.Index(agreeing[:], c.Words[0]) }

func oneOf(word string, words []string) Truth {
	if word == "" {
		return Unknown
	}
	return truth(slices.Contains(words, word))
}

// form compares the forms that it may be with the words.
func (e *Environment) form(words []string) Truth {
	if e.Unopened && e.AnyForm {
		return False
	}
	in, out := false, false
	for _, form := range e.Forms {
		if slices.Contains(words, form) {
			in = true
		} else {
			out = true
		}
	}
	switch {
	case in && !out:
		return True
	case out && !in:
		return False
	}
	return Unknown
}

func (e *Environment) answer(c *Condition, t *Trace) Truth {
	v := e.Answer.In(e.View)
	if v == nil || v.State == proposal.Unknown && v.Half() == "" || e.DocumentedOnly && e.Doc.Rank(v) < proposal.Documented {
		return Unknown
	}
	t.Use(v)
	return e.among(v, c.Words)
}

// within compares a number known to lie between least and most with the bounds.
func (c *Condition) within(least, most int) Truth {
	result := True
	if c.Least.Set {
		switch {
		case float64(most) < c.Least.N:
			return False
		case float64(least) < c.Least.N:
			result = Unknown
		}
	}
	if c.Most.Set {
		switch {
		case float64(least) > c.Most.N:
			return False
		case float64(most) > c.Most.N:
			result = Unknown
		}
	}
	return result
}

func (c *Condition) exactly(x float64) Truth {
	return truth(!(c.Least.Set && x < c.Least.N) && !(c.Most.Set && x > c.Most.N))
}

// joined joins the truths of several conditions: one that equals decisive decides (false for all, true for any);
// otherwise an unknown does.
func (e *Environment) joined(of []*Condition, item *proposal.Value, decisive Truth, t *Trace) Truth {
	if t == nil {
		return e.together(of, item, decisive)
	}
	j := t.join(decisive)
	for _, c := range of {
		if j.add(e.eval(c, item, t)) {
			break
		}
	}
	return j.truth
}

// together does so where only the truth is wanted.
func (e *Environment) together(of []*Condition, item *proposal.Value, decisive Truth) Truth {
	truth := decisive.Not()
	for _, c := range of {
		switch e.eval(c, item, nil) {
		case decisive:
			return decisive
		case Unknown:
			truth = Unknown
		}
	}
	return truth
}

// joining joins truths one after the other. The trace keeps what the outcome rests on and forgets the rest.
type joining struct {
	truth         Truth // of those so far
	decisive      Truth
	trace         *Trace
	start, before mark // where the trace stood at first, and before the next one
}

// join begins to join truths that leave the trace.
func (t *Trace) join(decisive Truth) joining {
	at := t.mark()
	return joining{truth: decisive.Not(), decisive: decisive, trace: t, start: at, before: at}
}

// add adds a truth, which has left its trace, and reports whether no further one can matter.
func (j *joining) add(x Truth) (done bool) {
	if j.trace == nil {
		if j.weight(x) > j.weight(j.truth) {
			j.truth = x
		}
		return j.truth == j.decisive
	}
	switch w := j.weight(x) - j.weight(j.truth); {
	case w > 0:
		j.trace.drop(j.start, j.before)
		j.truth = x
	case w < 0:
		j.trace.drop(j.before, j.trace.mark())
	}
	j.before = j.trace.mark()
	return false // of several that decide, all are what it rests on
}

// weight says how strongly a truth decides the outcome.
func (j *joining) weight(x Truth) int {
	switch x {
	case j.decisive:
		return 2
	case Unknown:
		return 1
	}
	return 0
}
