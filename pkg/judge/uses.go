package judge

import (
	"cmp"
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// Use is one thing that became of a statement: as what it served, and what.
type Use struct {
	As result.UseKind
	In string // the id of a criterion, an element of governance or a rule, nature, scale or form, the stage; or where it is told
}

// seen notes what became of a statement.
type seen func(v *proposal.Value, as result.UseKind, in string)

// uses finds what became of each statement in what is judged: what it decided, and what it supported, where a
// rule that is asked here looks at it and does not need it. It may find the same several times.
func (j *Judgement) uses(see seen) {
	j.decided(see)
	j.looked(nil, see)
}

// decided finds what each statement decided, and which criterion an answer is to.
func (j *Judgement) decided(see seen) {
	for i := range j.Criteria {
		c := &j.Criteria[i]
		decided, supported := served(c)
		eachOf(c.Standing.Used, decided, c.ID, see)
		if answer := j.answers[c.ID]; answer != nil {
			eachOf([]*proposal.Value{answer}, supported, c.ID, see)
		}
	}
	for _, a := range j.Placement.Axes() {
		eachOf(a.Used, result.Decided, a.ID, see)
		if a.At != nil {
			see(a.At, result.Decided, a.ID)
		}
	}
	if near := j.Doc.Root.Find(paths.NearestForm); near.Known() && slices.Contains(j.Placement.Form.Possible, proposal.OtherForm) {
		see(near, result.Decided, catalogue.FormAxis)
	}
	eachOf(j.Timing.Used, result.Decided, stageUse, see)
}

// served says as what statements serve a criterion: what is past asks for nothing any more.
func served(c *Criterion) (decided, supported result.UseKind) {
	if c.When == result.Past && !c.Without() {
		return result.WasAsked, result.WasAsked
	}
	return result.Decided, result.Supported
}

// looked finds what rules that are asked here look at: all of them, or those that may look at what is sought.
func (j *Judgement) looked(sought *sought, see seen) {
	for i := range j.Criteria {
		c := &j.Criteria[i]
		if sought.of(c) {
			_, supported := served(c)
			j.looksOf(c.Rules(), c.ID, supported, see)
		}
	}
	keys, reads := sought.named(), j.Cat.Reads()
	for i := range j.Cat.Governance {
		e := &j.Cat.Governance[i]
		if keys != nil && !keys.Among(reads.OfElement(e.ID)) {
			continue
		}
		rules := naming(keys, e.Rules())
		if len(rules) == 0 || !j.askedIn(e.Sectors) {
			continue
		}
		if recommended, _ := j.recommended(e); recommended != logic.False {
			j.looksOf(rules, e.ID, result.Supported, see)
		}
	}
	for _, a := range j.Placement.Axes() {
		if keys == nil || keys.Among(reads.OfAxis(a.ID)) {
			j.looksOf(naming(keys, j.Cat.Typology.Facts(a.ID)), a.ID, result.Supported, see)
		}
	}
}

// naming gives those of some rules that name one of some keys; no keys ask for all.
func naming(keys *logic.Keys, rules []*logic.Condition) []*logic.Condition {
	if keys == nil {
		return rules
	}
	return slices.DeleteFunc(rules, func(c *logic.Condition) bool { return !c.Names(keys) })
}

// Statements lists everything that the document states, with what became of it, in its order.
func Statements(j *Judgement) []result.Statement {
	uses := map[*proposal.Value][]result.Use{}
	j.uses(func(v *proposal.Value, as result.UseKind, in string) {
		if !slices.ContainsFunc(uses[v], func(u result.Use) bool { return u.In == in }) {
			uses[v] = append(uses[v], result.Use{As: as, In: in})
		}
	})
	all := []result.Statement{}
	state := func(v *proposal.Value) {
		f := j.fact(v)
		s := result.Statement{Path: f.Path, Value: cmp.Or(f.Value, "none"), Place: v.Pos, Uses: uses[v]}
		if in := j.toldIn(v); in != "" {
			s.Uses = append(s.Uses, result.Use{As: result.IsTold, In: in})
		}
		if s.Uses == nil {
			s.Uses = []result.Use{}
		}
		slices.SortStableFunc(s.Uses, func(x, y result.Use) int {
			return cmp.Compare(slices.Index(result.UseKinds, x.As), slices.Index(result.UseKinds, y.As))
		})
		all = append(all, s)
	}
	j.Doc.Root.Statements(func(v *proposal.Value) {
		if v != j.Doc.Dated.Asked {
			state(v)
			return
		}
		j.Doc.Dated.Stated.Statements(func(own *proposal.Value) { // the day that was asked for is used in its place
			uses[own] = uses[v]
			state(own)
		})
	})
	return all
}

// supports lists what the rules of a criterion look at here, or answers it, and is not needed for how it stands.
func (j *Judgement) supports(c *Criterion) []result.Fact {
	var answer []*proposal.Value
	if a := j.answers[c.ID]; a != nil {
		answer = append(answer, a)
	}
	return j.unneeded(c.Rules(), answer, c.Standing.Used)
}

// unneeded lists, each once, what some rules look at, and some statements besides, but for what was used.
func (j *Judgement) unneeded(rules []*logic.Condition, besides, used []*proposal.Value) []result.Fact {
	facts := []result.Fact{}
	var known once
	eachOf(used, "", "", func(v *proposal.Value, _ result.UseKind, _ string) { known.add(v) })
	add := func(v *proposal.Value, _ result.UseKind, _ string) {
		if known.add(v) {
			facts = append(facts, j.fact(v))
		}
	}
	j.looksOf(rules, "", "", add)
	eachOf(besides, "", "", add)
	return facts
}

// once knows statements that it has seen: few mostly, and then it costs no memory to look them up.
type once struct {
	few  [24]*proposal.Value
	n    int
	many map[*proposal.Value]bool
}

// add reports whether it sees a statement for the first time.
func (o *once) add(v *proposal.Value) bool {
	if slices.Contains(o.few[:o.n], v) || o.many[v] {
		return false
	}
	if o.n < len(o.few) {
		o.few[o.n] = v
		o.n++
		return true
	}
	if o.many == nil {
		o.many = map[*proposal.Value]bool{}
	}
	o.many[v] = true
	return true
}

// stageUse names the stage among what a statement can decide.
const stageUse = "stage"

// eachOf sees each of some statements; of a list, what it holds.
func eachOf(values []*proposal.Value, as result.UseKind, in string, see seen) {
	for _, v := range values {
		if v.Field.Kind == proposal.List || v.Field.Leaf() {
			v.Statements(func(w *proposal.Value) { see(w, as, in) })
		}
	}
}

// looksOf sees what some rules look at under the types that the document may be of, in the eyes of both organisations.
func (j *Judgement) looksOf(rules []*logic.Condition, in string, as result.UseKind, see seen) {
	looks := func(env logic.Environment) {
		for _, c := range rules {
			env.Looks(c, func(v *proposal.Value) { see(v, as, in) })
		}
	}
	env := j.Types[0].env // what rules look at does not hang on the type
	if !j.apart {
		looks(env)
		return
	}
	for _, env := range j.eyes(env) {
		looks(env)
	}
}
