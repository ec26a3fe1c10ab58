package logic

import (
	"slices"
	"strconv"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// Filling fills in what is unknown of a proposal, so that conditions come out true or false: with the words, numbers
// and entries that the conditions themselves name. What is stated is never changed.
type Filling struct {
	Of    *proposal.Completion
	Best  bool                             // of several words that would do the best is taken, otherwise the worst
	Whole bool                             // lists that may go on may be taken to be whole
	Fixed func(field *proposal.Field) bool // what is not to be filled in
	Asked func(word string) int            // how often rules ask for a word, of those that have no order
}

// mostEntries is how many entries a list is given at most for one condition.
const mostEntries = 8

// Make fills in facts by which a condition has a truth, in an environment over the completion. It reports whether it
// has it then; where it cannot be brought about so, nothing is filled in, but for what comes of it once a list is taken
// to be whole.
func (f *Filling) Make(c *Condition, env Environment, want Truth) bool {
	return f.make(c, &env, nil, want)
}

// make does so. Where that takes each of the parts, they are looked at in turn; otherwise all is looked at first, for it
// may have that truth already.
func (f *Filling) make(c *Condition, env *Environment, item *proposal.Value, want Truth) bool {
	if !c.takesEach(want) {
		if is := env.eval(c, item, nil); is != Unknown && !c.Uses(Known) {
			return is == want
		}
	}
	return f.bring(c, env, item, want)
}

// takesEach reports whether a condition has a truth where each of its parts has it, and no otherwise.
func (c *Condition) takesEach(truth Truth) bool {
	return c.Op == All && truth == True || c.Op == Any && truth == False
}

// bring makes a condition that may be unknown have a truth.
func (f *Filling) bring(c *Condition, env *Environment, item *proposal.Value, want Truth) bool {
	before := f.Of.Mark()
	if f.fill(c, env, item, want) && (c.brought() || env.eval(c, item, nil) == want) {
		return true
	}
	if f.Whole || c.Op != All && c.Op != Every || want == False || env.eval(c, item, nil) != Unknown {
		f.Of.Back(before)
	}
	return false
}

// brought reports whether a condition has the truth for which facts were filled in, without a further look: where each of
// those that it is made of has been looked at, and keeps its truth whatever the others were given, and where that was seen
// with the last entry.
func (c *Condition) brought() bool {
	switch c.Op {
	case All, Any, Not:
		return !c.Wavers
	case Some, Every, Count:
		return true
	}
	return false
}

func (f *Filling) fill(c *Condition, env *Environment, item *proposal.Value, want Truth) bool {
	switch c.Op {
	case All, Any:
		return f.joined(c, env, item, want)
	case Not:
		return f.make(c.Of[0], env, item, want.Not())
	case Known:
		return f.make(c.Of[0], env, item, want)
	case Some, Every, Count:
		return f.entries(c, env, item, want)
	case Answer:
		return env.Answer != nil && f.answer(env.Answer.In(env.View), c.Words, want)
	case Months:
		return f.apart(c, env, item, want)
	case Before, After:
		return f.ordered(c, env, item, want)
	case Ratio:
		return f.ratio(c, env, item, want)
	case Type, Nature, Scale, Form, Agrees, Fewer, Behind:
		return false
	}
	v := f.place(c.Path, c.Steps, env, item)
	if v == nil {
		return false
	}
	switch c.Op {
	case Is:
		return f.say(v, c.Words, want)
	case Number:
		return f.number(v, c, want, 1)
	case Given:
		return f.given(v, want)
	case Includes:
		return f.includes(v, c, env, item, want)
	}
	return false
}

// joined makes every part have a truth, or one of them.
func (f *Filling) joined(c *Condition, env *Environment, item *proposal.Value, want Truth) bool {
	each := c.takesEach(want)
	for _, of := range c.Of {
		if f.make(of, env, item, want) != each {
			return !each
		}
	}
	return each
}

// place gives what stands at a path, which is made where the proposal does not have it; nil where it is not known
// whose place that is, or where nothing is to be filled in.
func (f *Filling) place(path []string, steps Steps, env *Environment, item *proposal.Value) *proposal.Value {
	v := f.Of.Root
	switch root := steps[0]; root {
	case toItem:
		v = item
	case toOrganisation:
		v, _ = env.organisation(path[0])
	default:
		v = f.Of.Along(v, int(root))
	}
	for i, step := range steps[1:] {
		if v == nil {
			return nil
		}
		if step != toOrganisation {
			v = f.Of.Along(v, int(step))
			continue
		}
		o, _ := env.organisation(path[i+1])
		if o == nil {
			return nil
		}
		v = f.Of.Under(v, o.Key)
	}
	if v == nil || f.Fixed != nil && f.Fixed(v.Field) {
		return nil
	}
	return v.In(env.View)
}

// say fills in a word that is among some, or one that is not.
func (f *Filling) say(v *proposal.Value, words []string, want Truth) bool {
	var may []string
	switch v.Field.Kind {
	case proposal.Word:
		for _, w := range v.Field.Words {
			if slices.Contains(words, w) == (want == True) {
				may = append(may, w)
			}
		}
		switch v.Field.Order {
		case proposal.BestFirst, proposal.MostFirst:
			reverse(may, !f.Best)
		case proposal.WorstFirst, proposal.LeastFirst:
			reverse(may, f.Best)
		default: // what nothing else asks for meets nothing else
			if !f.Best && len(may) > 1 {
				slices.SortStableFunc(may, func(v, w string) int { return f.Asked(v) - f.Asked(w) })
			}
		}
	case proposal.Text, proposal.Reference, proposal.Number:
		if want == True {
			may = words
		}
	}
	return slices.ContainsFunc(may, func(w string) bool { return f.Of.Say(v, w) })
}

// WordsIn lists the words that conditions name, and those that they are made of, each once; a nil one names none.
func WordsIn(of ...*Condition) []string {
	var words []string
	for _, c := range of {
		if c == nil {
			continue
		}
		for _, word := range append(WordsIn(c.Of...), c.Words...) {
			if !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
	}
	return words
}

// reverse turns words round where that is asked for.
func reverse(words []string, does bool) {
	if does {
		slices.Reverse(words)
	}
}

// answer fills in an answer that is among some, or one that is not. None sets the criterion aside.
func (f *Filling) answer(v *proposal.Value, words []string, want Truth) bool {
	answers := []proposal.AnswerWord{proposal.Yes, proposal.Partly, proposal.No}
	if !f.Best {
		slices.Reverse(answers)
	}
	return slices.ContainsFunc(answers, func(w proposal.AnswerWord) bool {
		return slices.Contains(words, string(w)) == (want == True) && f.Of.Say(v, string(w))
	})
}

// number fills in a number whose share of a unit lies within the bounds of a condition, or without.
func (f *Filling) number(v *proposal.Value, c *Condition, want Truth, unit float64) bool {
	for _, x := range c.numbers(want) {
		if f.Of.Say(v, strconv.FormatFloat(x*unit, 'f', -1, 64)) {
			return true
		}
	}
	return false
}

// numbers gives numbers that lie within the bounds, or without, each once.
func (c *Condition) numbers(want Truth) []float64 {
	var may []float64
	for _, x := range [...]float64{c.Least.N, c.Most.N, 0, c.Most.N*2 + 12, c.Most.N + 1, c.Least.N + 1, c.Least.N / 2, c.Least.N - 1} {
		if c.exactly(x) == want && !slices.Contains(may, x) {
			may = append(may, x)
		}
	}
	return may
}

// given fills in that something stands at a place, or that nothing does.
func (f *Filling) given(v *proposal.Value, want Truth) bool {
	switch kind := v.Field.Kind; {
	case kind == proposal.List || kind == proposal.Items:
		if want == True {
			return f.Of.Open(v) && f.some(f.Of.Add(v))
		}
		return f.closed(v)
	case want == False:
		return kind == proposal.Text && f.Of.Say(v, "none")
	}
	return f.some(v)
}

// some fills in anything at a place.
func (f *Filling) some(v *proposal.Value) bool {
	switch v.Field.Kind {
	case proposal.Word:
		return f.say(v, v.Field.Words, True)
	case proposal.Text:
		return f.Of.Say(v, "stated")
	case proposal.Number:
		return f.Of.Say(v, "1") || f.Of.Say(v, "0")
	case proposal.Date:
		return f.Of.SayDay(v, f.today())
	case proposal.Reference:
		return f.Of.Say(v, f.Of.Pair()[0].Key)
	}
	return v.State == proposal.Given
}

// today is a day to start from where none is stated.
func (f *Filling) today() proposal.Day {
	if asOf := f.Of.Root.Find(paths.AsOf); asOf.Known() {
		return asOf.From
	}
	return 20_000
}

// closed takes a list to hold no more than it states, where lists may be taken to be whole.
func (f *Filling) closed(v *proposal.Value) bool {
	if f.Whole {
		f.Of.Close(v)
	}
	return f.Whole
}

// includes fills in that a list of words holds one of some, or that it holds none.
func (f *Filling) includes(v *proposal.Value, c *Condition, env *Environment, item *proposal.Value, want Truth) bool {
	if want == False {
		return f.closed(v)
	}
	return f.Of.Open(v) && f.Of.Say(f.Of.Add(v), c.Words[0])
}

// entries fills in the entries of a list.
func (f *Filling) entries(c *Condition, env *Environment, item *proposal.Value, want Truth) bool {
	if c.overOrganisations() {
		pair := f.Of.Pair()
		return f.these(c, env, pair[:], nil, item, want)
	}
	v := f.place(c.Path, c.Steps, env, item)
	if v == nil {
		return false
	}
	before := f.Of.Mark()
	f.Of.Open(v)
	made := f.these(c, env, v.Stated(), v, item, want)
	if !made && (f.Whole || c.Op != Every || want == False) {
		f.Of.Back(before)
	}
	return made
}

// these fills in what is unknown of some entries, and of such as a list may have besides, until a condition over them
// has a truth: first so that the condition holds of as many as that takes, then so that it holds of none.
func (f *Filling) these(c *Condition, env *Environment, stated []*proposal.Value, list *proposal.Value, item *proposal.Value, want Truth) bool {
	open := !c.Wavers // it is not known before the first is filled in
	has := func() bool {
		if open {
			open = false
			return false
		}
		return env.eval(c, item, nil) == want
	}
	one := func(v *proposal.Value, inner Truth) bool {
		if len(c.Of) == 0 {
			return inner == True && f.some(v)
		}
		return f.make(c.Of[0], env, v, inner)
	}
	for _, inner := range f.inners(c, want) {
		before := f.Of.Mark()
		for _, v := range stated {
			if has() {
				return true
			}
			one(v, inner)
		}
		for range mostEntries {
			if has() {
				return true
			}
			if list == nil || c.Op == Every && inner == True && len(list.Stated()) > 0 || c.Op == Some && inner == False || !f.Of.Open(list) {
				break
			}
			added := f.Of.Mark()
			if !one(f.Of.Add(list), inner) {
				f.Of.Back(added)
				break
			}
		}
		if has() || list != nil && f.closed(list) && has() {
			return true
		}
		if !f.Whole && c.Op == Every && inner == True {
			return false // it is so of all that is there
		}
		f.Of.Back(before)
	}
	return false
}

// inners gives what the condition over each entry may be made for one over all of them to have a truth.
func (f *Filling) inners(c *Condition, want Truth) []Truth {
	switch {
	case c.Op == Count:
		return []Truth{True, False}
	case want == True:
		return []Truth{True}
	}
	return []Truth{False}
}

// ordered fills in one of two dates, or both, so that the one comes before the other, or does not.
func (f *Filling) ordered(c *Condition, env *Environment, item *proposal.Value, want Truth) bool {
	a, b := f.place(c.Path, c.Steps, env, item), f.place(c.Path2, c.Also, env, item)
	if c.Op == After {
		a, b = b, a
	}
	return f.dates(a, b, c, env, item, func(from, to *proposal.Value) (proposal.Day, proposal.Day) {
		if want == True {
			return to.From - 1, from.To + 1
		}
		return to.To, from.From
	})
}

// dates fills in one of two dates, or both, by what the one has to be for the other.
func (f *Filling) dates(a, b *proposal.Value, c *Condition, env *Environment, item *proposal.Value, day func(a, b *proposal.Value) (forA, forB proposal.Day)) bool {
	first := func() *proposal.Value { return env.find(c.Path, c.Steps, item).value.In(env.View) } // what may not be filled in may be stated
	second := func() *proposal.Value { return env.find(c.Path2, c.Also, item).value.In(env.View) }
	if c.Op == After {
		first, second = second, first
	}
	if a == nil {
		a = first()
	}
	if b == nil {
		b = second()
	}
	if a == nil || b == nil {
		return false
	}
	if !a.Known() && !b.Known() && (!f.free(a) || !f.Of.SayDay(a, f.today())) {
		return false
	}
	if !b.Known() {
		_, then := day(a, b)
		return f.free(b) && f.Of.SayDay(b, then)
	}
	then, _ := day(a, b)
	return f.free(a) && f.Of.SayDay(a, then)
}

// free reports whether a place may be filled in.
func (f *Filling) free(v *proposal.Value) bool { return f.Fixed == nil || !f.Fixed(v.Field) }

// apart fills in one of two dates, or both, so that the months between them lie within bounds, or without.
func (f *Filling) apart(c *Condition, env *Environment, item *proposal.Value, want Truth) bool {
	a, b := f.place(c.Path, c.Steps, env, item), f.place(c.Path2, c.Also, env, item)
	before := f.Of.Mark()
	for _, months := range c.numbers(want) {
		days := proposal.Day(months * 30.6)
		if f.dates(a, b, c, env, item, func(from, to *proposal.Value) (proposal.Day, proposal.Day) { return to.From - days, from.To + days }) && env.eval(c, item, nil) == want {
			return true
		}
		f.Of.Back(before)
	}
	return false
}

// ratio fills in one of two numbers, or both, so that what the one is to the other lies within bounds, or without.
func (f *Filling) ratio(c *Condition, env *Environment, item *proposal.Value, want Truth) bool {
	a, b := f.place(c.Path, c.Steps, env, item), f.place(c.Path2, c.Also, env, item)
	if a == nil || b == nil {
		return false
	}
	if !b.Known() && !a.Known() && !f.Of.Say(b, "100") {
		return false
	}
	if !a.Known() {
		return f.number(a, c, want, b.Number)
	}
	for _, x := range c.numbers(want) {
		if x != 0 && f.Of.Say(b, strconv.FormatFloat(a.Number/x, 'f', -1, 64)) {
			return true
		}
	}
	return false
}
