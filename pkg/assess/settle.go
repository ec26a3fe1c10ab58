package assess

import (
	"cmp"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/logic"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// searchNodes bounds each exact search. The examples stay far below it; a document that goes beyond gets
// the best that was found, and is told so.
const searchNodes = 40_000

// settle fills in what would settle the rating: every unknown with what its answer would move, and the
// smallest sets of them that decide something.
func (a *assessor) settle() {
	s := &a.out.Settle
	*s = result.Settle{Ranked: []result.Decider{}, Sets: []result.Set{}, TypeFirst: len(a.types) > 1}
	unknown := a.unknown()
	deciders := make([]result.Decider, len(unknown))
	for i, n := range unknown {
		deciders[i] = a.decider(n)
	}
	order := make([]int, len(unknown))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Or(surelyFirst(&a.shown[unknown[x]], &a.shown[unknown[y]]), cmp.Compare(deciders[y].Weight, deciders[x].Weight), cmp.Compare(weigh(&a.shown[unknown[y]], ""), weigh(&a.shown[unknown[x]], "")))
	})
	ranked := make([]int, len(unknown)) // the shown criteria, the most decisive first
	for i, o := range order {
		s.Ranked, ranked[i] = append(s.Ranked, deciders[o]), unknown[o]
	}
	a.prints(ranked)
	if !s.TypeFirst {
		a.confirms(ranked)
		a.refutes(ranked)
	}
	s.Sentence = a.settleSentence()
}

// surelyFirst puts what surely applies before what may.
func surelyFirst(x, y *shown) int {
	switch {
	case x.sure == y.sure:
		return 0
	case x.sure:
		return -1
	}
	return 1
}

// unknown lists the criteria, by their places among the shown, that are not known and have a part in ratings.
func (a *assessor) unknown() []int {
	var list []int
	for i := range a.shown {
		if s := &a.shown[i]; counts(s.Kind) && s.standing.status() == rating.Unknown {
			list = append(list, i)
		}
	}
	return list
}

// decider works out what an unknown moves, answered either way.
func (a *assessor) decider(n int) result.Decider {
	s := &a.shown[n]
	d := result.Decider{Criterion: s.ID, Asks: a.named(s.Criterion, s.Asks), Of: a.cat.Words.Role(s.Of), Paths: a.settledBy(s)}
	var up, down int
	d.IfMet, up = a.moved(a.whatIf(n, rating.Met))
	d.IfNotMet, down = a.moved(a.whatIf(n, rating.NotMet))
	d.Weight = up + down
	d.Words = a.movedWords(d.IfMet, d.IfNotMet)
	return d
}

// How much a step of each weighs in the order of unknowns: a step of the whole before any of a question,
// a step of a question before a brake that is lifted.
const (
	wholeStep    = 100
	questionStep = 10
	brakeLifted  = 4
)

// moved compares ratings with those of now.
func (a *assessor) moved(then rating.Rated) (result.Moved, int) {
	m := result.Moved{Questions: []string{}}
	weight := 0
	step := func(now, then rating.Grade, worth int) bool {
		weight += worth * max(int(then)-int(now), int(now)-int(then))
		return now != then
	}
	if step(a.now.Whole.Low.Grade, then.Whole.Low.Grade, wholeStep) {
		m.Low = then.Whole.Low.Grade
	}
	if step(a.now.Whole.High.Grade, then.Whole.High.Grade, wholeStep) {
		m.High = then.Whole.High.Grade
	}
	if then.Whole.Printed && step(a.now.Whole.SoFar.Grade, then.Whole.SoFar.Grade, wholeStep) {
		m.SoFar = then.Whole.SoFar.Grade
	}
	if then.Whole.Printed && !a.now.Whole.Printed {
		weight += wholeStep
		m.SoFar = then.Whole.SoFar.Grade
	}
	for i, q := range a.now.Questions {
		t := then.Questions[i]
		low, high, soFar := step(q.Low, t.Low, questionStep), step(q.High, t.High, questionStep), t.Printed && step(q.SoFar, t.SoFar, questionStep)
		printed := t.Printed && !q.Printed
		if printed {
			weight += brakeLifted
		}
		if low || high || soFar || printed {
			m.Questions = append(m.Questions, a.cat.Questions[i].ID)
		}
	}
	return m, weight
}

// movedWords says in a phrase what an answer either way would move.
func (a *assessor) movedWords(met, not result.Moved) string {
	var parts []string
	switch {
	case met.Low != rating.Unrated:
		parts = append(parts, "if so, the whole is at least "+met.Low.String())
	case met.SoFar != rating.Unrated:
		parts = append(parts, "if so, the whole is "+met.SoFar.String()+" so far")
	}
	whole := "the whole"
	if len(parts) > 0 {
		whole = "it"
	}
	switch {
	case not.High != rating.Unrated:
		parts = append(parts, "if not, "+whole+" is at most "+not.High.String())
	case not.SoFar != rating.Unrated:
		parts = append(parts, "if not, "+whole+" is "+not.SoFar.String()+" so far")
	}
	if len(parts) > 0 {
		return strings.Join(parts, "; ")
	}
	touched := slices.Clone(met.Questions)
	for _, q := range not.Questions {
		if !slices.Contains(touched, q) {
			touched = append(touched, q)
		}
	}
	if len(touched) == 0 {
		return "moves no rating by itself"
	}
	return "moves " + listed(touched)
}

// prints adds the fewest unknowns whose answers, whatever they are, make a rating so far of the whole
// printable: so many of those that count as bring the known to the share that is asked.
func (a *assessor) prints(ranked []int) {
	if a.now.Whole.Printed {
		return
	}
	c, f := a.now.Whole.Counts, a.cat.Rating.Method.Print
	more := (f.Of*c.All()+f.In-1)/f.In - c.Known()
	var chosen []int
	for _, n := range ranked {
		if s := &a.shown[n]; s.Kind.Counts() && s.sure && len(chosen) < more {
			chosen = append(chosen, n)
		}
	}
	if len(chosen) < more {
		return
	}
	set := a.set(result.Prints, chosen, true)
	set.Words = sentence(things(len(chosen), "answer") + ", whatever " + verb(len(chosen), "it says", "they say") + ", would be enough for a rating so far; the most decisive " + verb(len(chosen), "is", "are") + " these")
	a.out.Settle.Sets = append(a.out.Settle.Sets, set)
}

// confirms adds the fewest unknowns that, if they hold, settle the whole at its high end.
func (a *assessor) confirms(ranked []int) {
	low, high := a.now.Whole.Low.Grade, a.now.Whole.High.Grade
	if low == high {
		return
	}
	t := &a.types[0]
	f := t.claimed.Reach(rating.LowEnd, rating.Goal{Overall: high}, entries(t, ranked), alike, searchNodes)
	if !f.OK {
		return
	}
	set := a.set(result.Confirms, shownOf(t, f.Entries), f.Exact)
	set.From, set.To = low.String(), high.String()
	set.Words = sentence("the whole is " + high.String() + ", whatever else is unknown, if " + holds(len(set.Criteria)) + exactly(f.Exact))
	a.out.Settle.Sets = append(a.out.Settle.Sets, set)
}

// refutes adds the fewest unknowns that, if they do not hold, settle the whole at its low end.
func (a *assessor) refutes(ranked []int) {
	low, high := a.now.Whole.Low.Grade, a.now.Whole.High.Grade
	if low == high {
		return
	}
	t := &a.types[0]
	f := t.claimed.Sink(low, entries(t, ranked), searchNodes)
	if !f.OK {
		return
	}
	set := a.set(result.Refutes, shownOf(t, f.Entries), f.Exact)
	set.From, set.To = high.String(), low.String()
	set.Words = sentence("the whole is " + low.String() + ", whatever else is unknown, if " + fails(len(set.Criteria)) + exactly(f.Exact))
	a.out.Settle.Sets = append(a.out.Settle.Sets, set)
}

func holds(n int) string {
	if n == 1 {
		return "this one holds"
	}
	return "these " + number(n) + " hold"
}

func fails(n int) string {
	if n == 1 {
		return "this one does not hold"
	}
	return "these " + number(n) + " do not hold"
}

// exactly says where a search was cut short.
func exactly(exact bool) string {
	if exact {
		return ""
	}
	return " (the best found; a smaller set may do)"
}

// set makes a set of shown criteria, in the catalogue's order.
func (a *assessor) set(does result.Effect, of []int, exact bool) result.Set {
	s := result.Set{Does: does, Criteria: []string{}, Exact: exact}
	of = slices.Sorted(slices.Values(of))
	for _, n := range of {
		c := a.shown[n].Criterion
		s.Criteria = append(s.Criteria, c.ID)
		s.Efforts[effort(c)-1]++
	}
	return s
}

// effort gives the effort of a criterion's fix: 1 low, 2 medium, 3 high. Where none is said it is medium.
func effort(c *catalogue.Criterion) int {
	switch c.Fix.Effort {
	case catalogue.Low:
		return 1
	case catalogue.High:
		return 3
	}
	return 2
}

// entries gives the entries of shown criteria on a type's sheet.
func entries(t *typed, shown []int) []int {
	list := make([]int, 0, len(shown))
	for _, n := range shown {
		if e := t.entryOf[n]; e >= 0 {
			list = append(list, e)
		}
	}
	return list
}

// alike is the effort of asking: the same for all, so that of equally small sets the first in the order of
// the candidates, the most decisive, is taken.
func alike(int) int { return 0 }

// shownOf gives the shown criteria of entries.
func shownOf(t *typed, entries []int) []int {
	var list []int
	for n, e := range t.entryOf {
		if e >= 0 && slices.Contains(entries, e) {
			list = append(list, n)
		}
	}
	return list
}

// settleSentence says what settling the rating takes.
func (a *assessor) settleSentence() string {
	s := &a.out.Settle
	switch {
	case s.TypeFirst:
		return "First say which kind of partnership it is: what counts, and how much, hangs on it."
	case len(s.Ranked) == 0:
		return "Nothing that counts is unknown."
	case a.now.Whole.Low.Grade == a.now.Whole.High.Grade:
		return "The rating of the whole is settled: no unknown can move it."
	}
	decisive := 0
	for _, d := range s.Ranked {
		if d.IfMet.Low != rating.Unrated || d.IfNotMet.High != rating.Unrated {
			decisive++
		}
	}
	n := len(s.Ranked)
	if decisive == 0 {
		return sentence("of " + things(n, "unknown") + ", none moves an end of the whole by itself; together they do")
	}
	return sentence("of " + things(n, "unknown") + ", " + number(decisive) + verb(decisive, " moves", " move") + " an end of the whole by " + verb(decisive, "itself", "themselves"))
}

// surely reports whether a criterion applies under every possible type.
func (s *shown) surely() bool { return s.standing.applies == logic.True && s.sure }
