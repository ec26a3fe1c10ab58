package rating_test

import (
	"slices"
	"testing"

	"partner/assessments"
	"partner/pkg/rating"

	"pgregory.net/rapid"
)

var method = &assessments.Catalogue().Rating.Method

var knownOrNot = []rating.Status{rating.NotMet, rating.AtMostPartly, rating.Partly, rating.Unknown, rating.AtLeastPartly, rating.Met, rating.NotApplicable}

func plain(s rating.Status) rating.Item { return rating.Item{Worse: s, Better: s} }

func tally(items []rating.Item) *rating.Tally {
	t := &rating.Tally{}
	for _, i := range items {
		t.Add(i)
	}
	return t
}

// gated marks items as gates.
func gated(items []rating.Item) []rating.Item {
	for i := range items {
		items[i].Gate = true
	}
	return items
}

// filled gives every status that one of which something is not known may turn out to be, wholly or by half.
var filled = map[rating.Status][]rating.Status{
	rating.Unknown:       {rating.NotMet, rating.AtMostPartly, rating.Partly, rating.AtLeastPartly, rating.Met, rating.NotApplicable},
	rating.AtLeastPartly: {rating.Partly, rating.Met},
	rating.AtMostPartly:  {rating.NotMet, rating.Partly},
}

// better gives the next better status of one that is known.
var better = map[rating.Status]rating.Status{rating.NotMet: rating.Partly, rating.Partly: rating.Met}

// wellFound gives the statuses that never lower the rating so far where something was not known.
var wellFound = map[rating.Status][]rating.Status{
	rating.Unknown:       {rating.AtLeastPartly, rating.Met},
	rating.AtLeastPartly: {rating.Met},
}

func TestStatusesAreTwoSteps(t *testing.T) {
	const no, open, yes = rating.NotMade, rating.NotKnown, rating.Made
	for s, want := range map[rating.Status]struct {
		lower, upper rating.Step
		worst, best  rating.Status
		word         string
	}{
		rating.NotMet:        {no, no, rating.NotMet, rating.NotMet, "not met"},
		rating.AtMostPartly:  {open, no, rating.NotMet, rating.Partly, "at most partly"},
		rating.Partly:        {yes, no, rating.Partly, rating.Partly, "partly met"},
		rating.Unknown:       {open, open, rating.NotMet, rating.Met, "unknown"},
		rating.AtLeastPartly: {yes, open, rating.Partly, rating.Met, "at least partly"},
		rating.Met:           {yes, yes, rating.Met, rating.Met, "met"},
	} {
		if s.Lower() != want.lower || s.Upper() != want.upper || s.Worst() != want.worst || s.Best() != want.best || s.String() != want.word {
			t.Errorf("%s: %d, %d, from %s to %s", s, s.Lower(), s.Upper(), s.Worst(), s.Best())
		}
		if open := s.Open(); s.Known() != (open == 0) || (s.Worst() == s.Best()) != s.Known() {
			t.Errorf("%s: %d steps open", s, open)
		}
		if s.Worst() > s || s.Best() < s {
			t.Errorf("%s does not lie from %s to %s", s, s.Worst(), s.Best())
		}
	}
}

// TestViewsAreJoinedStepByStep: what either leaves open is open, both views are statuses, in either order the
// same, and neither is beyond what the two say.
func TestViewsAreJoinedStepByStep(t *testing.T) {
	for _, c := range []struct{ a, b, worse, better rating.Status }{
		{rating.NotMet, rating.Met, rating.NotMet, rating.Met},
		{rating.Partly, rating.Met, rating.Partly, rating.Met},
		{rating.Unknown, rating.Met, rating.Unknown, rating.Unknown},
		{rating.NotApplicable, rating.Met, rating.Unknown, rating.Unknown},
		{rating.AtLeastPartly, rating.Met, rating.AtLeastPartly, rating.AtLeastPartly},
		{rating.AtLeastPartly, rating.NotMet, rating.NotMet, rating.AtLeastPartly},
		{rating.AtMostPartly, rating.Met, rating.AtMostPartly, rating.Met},
		{rating.AtMostPartly, rating.AtLeastPartly, rating.Unknown, rating.Unknown},
	} {
		want := rating.Item{Worse: c.worse, Better: c.better}
		if got, back := rating.Views(c.a, c.b), rating.Views(c.b, c.a); got != want || back != want {
			t.Errorf("%s and %s: %s to %s, the other way %s to %s", c.a, c.b, got.Worse, got.Better, back.Worse, back.Better)
		}
	}
	for _, a := range knownOrNot {
		for _, b := range knownOrNot {
			i := rating.Views(a, b)
			if !slices.Contains(knownOrNot, i.Worse) || !slices.Contains(knownOrNot, i.Better) {
				t.Errorf("%s and %s give what is no status: %d, %d", a, b, i.Worse, i.Better)
			}
			if applies := a != rating.NotApplicable && b != rating.NotApplicable; applies && (i.Worse.Worst() > min(a.Worst(), b.Worst()) || i.Better.Best() < max(a.Best(), b.Best())) {
				t.Errorf("%s and %s leave %s to %s", a, b, i.Worse, i.Better)
			}
		}
	}
}

// smallQuestions calls visit for every question of up to four counted criteria, each of which may be a gate, and
// up to one watchpoint, in every combination of statuses. In which order they stand does not matter.
func smallQuestions(visit func(items []rating.Item)) {
	var whole func(items []rating.Item, more int)
	var counted func(items []rating.Item, from, more int)
	whole = func(items []rating.Item, more int) {
		visit(items)
		if more == 0 {
			return
		}
		for _, s := range knownOrNot {
			i := plain(s)
			i.Watchpoint = true
			whole(append(items[:len(items):len(items)], i), more-1)
		}
	}
	counted = func(items []rating.Item, from, more int) {
		whole(items, 1)
		if more == 0 {
			return
		}
		for n := from; n < 3*len(knownOrNot); n++ {
			i := plain(knownOrNot[n/3])
			i.Gate, i.MaybeGate = n%3 > 0, n%3 == 2
			counted(append(items[:len(items):len(items)], i), n, more-1)
		}
	}
	counted(nil, 0, 4)
}

func inside(t *testing.T, what any, inner, outer rating.Range) {
	t.Helper()
	if inner.Low < outer.Low || inner.High > outer.High {
		t.Fatalf("%v: %v to %v leaves %v to %v", what, inner.Low, inner.High, outer.Low, outer.High)
	}
}

func TestSmallQuestionsHoldTheProperties(t *testing.T) {
	visited := 0
	smallQuestions(func(items []rating.Item) {
		visited++
		r := method.Question(tally(items))
		if r.SoFar < r.Low || r.SoFar > r.High {
			t.Fatalf("%v: so far %v lies outside %v to %v", items, r.SoFar, r.Low, r.High)
		}
		for i := range items {
			changed := append([]rating.Item(nil), items...)
			was := items[i].Worse
			for _, s := range filled[was] {
				changed[i].Worse, changed[i].Better = s, s
				inside(t, changed, method.Question(tally(changed)), r)
			}
			for _, s := range wellFound[was] {
				changed[i].Worse, changed[i].Better = s, s
				if got := method.Question(tally(changed)).SoFar; got < r.SoFar {
					t.Fatalf("%v to %s lowers so far from %v to %v", items, s, r.SoFar, got)
				}
			}
			if s, ok := better[was]; ok {
				changed[i].Worse, changed[i].Better = s, s
				b := method.Question(tally(changed))
				if b.Low < r.Low || b.SoFar < r.SoFar || b.High < r.High {
					t.Fatalf("%v: a better status lowers %v to %v", items, r, b)
				}
			}
		}
	})
	if visited < 100_000 {
		t.Fatalf("only %d questions were tried", visited)
	}
}

func TestEdgesOfAQuestion(t *testing.T) {
	watched := func(s rating.Status) rating.Item { return rating.Item{Worse: s, Better: s, Watchpoint: true} }
	watch := watched(rating.NotMet)
	gate := func(s rating.Status) rating.Item { return rating.Item{Worse: s, Better: s, Gate: true} }
	met, no, part, open := plain(rating.Met), plain(rating.NotMet), plain(rating.Partly), plain(rating.Unknown)
	na := plain(rating.NotApplicable)
	disputed := rating.Item{Worse: rating.NotMet, Better: rating.Met}
	for _, c := range []struct {
		name             string
		items            []rating.Item
		low, soFar, high rating.Grade
		printed          bool
	}{
		{"nothing applies", nil, rating.Green, rating.Green, rating.Green, true},
		{"nothing applies but a watchpoint is not met", []rating.Item{watch}, rating.AmberGreen, rating.AmberGreen, rating.AmberGreen, true},
		{"all met", []rating.Item{met, met}, rating.Green, rating.Green, rating.Green, true},
		{"not applicable leaves the share", []rating.Item{met, na, na}, rating.Green, rating.Green, rating.Green, true},
		{"half met", []rating.Item{met, no}, rating.AmberGreen, rating.AmberGreen, rating.AmberGreen, true},
		{"a quarter met outright", []rating.Item{met, part, part, part}, rating.AmberGreen, rating.AmberGreen, rating.AmberGreen, true},
		{"less than a quarter met outright", []rating.Item{met, part, part, part, part}, rating.AmberRed, rating.AmberRed, rating.AmberRed, true},
		{"everything half done", []rating.Item{part, part, part, part}, rating.AmberRed, rating.AmberRed, rating.AmberRed, true},
		{"all set aside", []rating.Item{na, na}, rating.AmberGreen, rating.AmberGreen, rating.AmberGreen, true},
		{"all set aside, and a watchpoint is not met", []rating.Item{na, watch}, rating.AmberGreen, rating.AmberGreen, rating.AmberGreen, true},
		{"only a watchpoint, set aside", []rating.Item{watched(rating.NotApplicable)}, rating.Green, rating.Green, rating.Green, true},
		{"nothing of it is this reader's", []rating.Item{{}, {}}, rating.Green, rating.Green, rating.Green, true},
		{"a partly is half", []rating.Item{part, no}, rating.AmberRed, rating.AmberRed, rating.AmberRed, true},
		{"nothing known", []rating.Item{open, open}, rating.Red, rating.AmberGreen, rating.Green, false},
		{"one of two known", []rating.Item{met, open}, rating.AmberGreen, rating.AmberGreen, rating.Green, true},
		{"three of four known and met", []rating.Item{met, met, met, open}, rating.Green, rating.Green, rating.Green, true},
		{"a gate not met", []rating.Item{met, met, met, gate(rating.NotMet)}, rating.AmberRed, rating.AmberRed, rating.AmberRed, true},
		{"a gate partly met", []rating.Item{met, met, met, gate(rating.Partly)}, rating.AmberGreen, rating.AmberGreen, rating.AmberGreen, true},
		{"a gate unknown", []rating.Item{met, met, met, gate(rating.Unknown)}, rating.AmberRed, rating.AmberGreen, rating.Green, true},
		{"at least partly is one step made and one unknown", []rating.Item{plain(rating.AtLeastPartly), plain(rating.AtLeastPartly)}, rating.AmberRed, rating.AmberGreen, rating.Green, true},
		{"at most partly is one step not made and one unknown", []rating.Item{plain(rating.AtMostPartly), plain(rating.AtMostPartly)}, rating.Red, rating.Red, rating.AmberRed, true},
		{"halves known are half known", []rating.Item{plain(rating.AtLeastPartly), open}, rating.AmberRed, rating.AmberGreen, rating.Green, false},
		{"a gate at least partly met", []rating.Item{met, met, met, gate(rating.AtLeastPartly)}, rating.AmberGreen, rating.AmberGreen, rating.Green, true},
		{"a gate at most partly met", []rating.Item{met, met, met, gate(rating.AtMostPartly)}, rating.AmberRed, rating.AmberGreen, rating.AmberGreen, true},
		{"a watchpoint at least partly met caps nothing", []rating.Item{met, watched(rating.AtLeastPartly)}, rating.Green, rating.Green, rating.Green, true},
		{"a watchpoint at most partly met caps at the low end alone", []rating.Item{met, watched(rating.AtMostPartly)}, rating.AmberGreen, rating.Green, rating.Green, true},
		{"disputed", []rating.Item{disputed, disputed}, rating.Red, rating.Red, rating.Green, true},
	} {
		r := method.Question(tally(c.items))
		if r.Low != c.low || r.SoFar != c.soFar || r.High != c.high || r.Printed != c.printed {
			t.Errorf("%s: %v, %v so far, %v, printed %v; want %v, %v, %v, %v", c.name, r.Low, r.SoFar, r.High, r.Printed, c.low, c.soFar, c.high, c.printed)
		}
	}
}

// allGrades calls visit for each of the 4,096 combinations of six grades.
func allGrades(visit func(g []rating.Grade)) {
	for n := range 4096 {
		g := make([]rating.Grade, 6)
		for i := range g {
			g[i] = rating.Red + rating.Grade(n>>(2*i)&3)
		}
		visit(g)
	}
}

func TestTheOverallTableOverAllCombinations(t *testing.T) {
	allGrades(func(g []rating.Grade) {
		whole := method.Table(g)
		if whole.Rule < 0 {
			t.Fatalf("%v: no rule holds", g)
		}
		for i := range g {
			if g[i] == rating.Green {
				continue
			}
			better := append([]rating.Grade(nil), g...)
			better[i]++
			step := int(method.Table(better).Grade) - int(whole.Grade)
			if step < 0 || step > 1 {
				t.Fatalf("%v: one step of question %d moves the whole by %d", g, i, step)
			}
		}
	})
}

func TestTheOverallTableAsTheMethodHasIt(t *testing.T) {
	const r, ar, ag, g = rating.Red, rating.AmberRed, rating.AmberGreen, rating.Green
	for _, c := range []struct {
		grades []rating.Grade
		want   rating.Grade
		rule   int
	}{
		{[]rating.Grade{r, r, g, g, g, g}, r, 0},
		{[]rating.Grade{r, g, g, g, g, g}, ar, 1},
		{[]rating.Grade{ar, ar, g, g, g, g}, ar, 2},
		{[]rating.Grade{ag, ag, g, g, g, g}, g, 3},
		{[]rating.Grade{ag, ag, ag, g, g, g}, ag, 4},
		{[]rating.Grade{ar, g, g, g, g, g}, ag, 4},
	} {
		if got := method.Table(c.grades); got.Grade != c.want || got.Rule != c.rule {
			t.Errorf("%v: %v by rule %d, want %v by rule %d", c.grades, got.Grade, got.Rule+1, c.want, c.rule+1)
		}
	}
}

func TestVerdictTable(t *testing.T) {
	of := func(g rating.Grade) rating.Range { return rating.Range{Low: g, SoFar: g, High: g, Printed: true} }
	whole := func(g rating.Grade) rating.Whole {
		d := rating.Decided{Grade: g}
		return rating.Whole{Low: d, SoFar: d, High: d, Printed: true}
	}
	met, no, open := plain(rating.Met), plain(rating.NotMet), plain(rating.Unknown)
	for _, c := range []struct {
		name              string
		context, enablers rating.Grade
		overall           rating.Grade
		items, gates      []rating.Item
		low, soFar, high  rating.Verdict
	}{
		{"all in place", rating.AmberGreen, rating.Green, rating.Green, []rating.Item{met}, []rating.Item{met}, rating.Ready, rating.Ready, rating.Ready},
		{"one enabler open", rating.Green, rating.Green, rating.Green, []rating.Item{met, no}, nil, rating.ReadyOnConditions, rating.ReadyOnConditions, rating.ReadyOnConditions},
		{"one enabler unknown", rating.Green, rating.Green, rating.Green, []rating.Item{met, open}, nil, rating.ReadyOnConditions, rating.ReadyOnConditions, rating.Ready},
		{"a gate unknown", rating.Green, rating.Green, rating.AmberGreen, []rating.Item{met, no}, []rating.Item{open}, rating.RightFormNotReady, rating.RightFormNotReady, rating.ReadyOnConditions},
		{"a gate at most partly", rating.Green, rating.Green, rating.AmberGreen, []rating.Item{met, no}, []rating.Item{plain(rating.AtMostPartly)}, rating.RightFormNotReady, rating.RightFormNotReady, rating.ReadyOnConditions},
		{"a gate at least partly", rating.Green, rating.Green, rating.AmberGreen, []rating.Item{met, no}, []rating.Item{plain(rating.AtLeastPartly)}, rating.ReadyOnConditions, rating.ReadyOnConditions, rating.ReadyOnConditions},
		{"one enabler at least partly", rating.Green, rating.Green, rating.Green, []rating.Item{met, plain(rating.AtLeastPartly)}, nil, rating.ReadyOnConditions, rating.ReadyOnConditions, rating.Ready},
		{"a gate not met", rating.Green, rating.Green, rating.Green, []rating.Item{met}, []rating.Item{no}, rating.RightFormNotReady, rating.RightFormNotReady, rating.RightFormNotReady},
		{"enablers amber-green", rating.Green, rating.AmberGreen, rating.Green, []rating.Item{met, no}, nil, rating.RightFormNotReady, rating.RightFormNotReady, rating.RightFormNotReady},
		{"context amber-red", rating.AmberRed, rating.Green, rating.Green, []rating.Item{met}, nil, rating.WrongFormOrTime, rating.WrongFormOrTime, rating.WrongFormOrTime},
		{"both poor", rating.Red, rating.AmberRed, rating.Red, []rating.Item{no}, nil, rating.NotAsItStands, rating.NotAsItStands, rating.NotAsItStands},
	} {
		e := method.Verdict(of(c.context), of(c.enablers), whole(c.overall), tally(c.items), tally(gated(c.gates)))
		if e.Low != c.low || e.SoFar != c.soFar || e.High != c.high {
			t.Errorf("%s: %s, %s so far, %s; want %s, %s, %s", c.name, e.Low, e.SoFar, e.High, c.low, c.soFar, c.high)
		}
	}
}

// document is a made-up whole document: statuses spread over questions, contexts and enablers.
type document struct {
	items   []rating.Item
	feeds   [][]int // the questions that each feeds, its home first
	context []bool  // context or enabler, for what counts
}

func drawDocument(t *rapid.T) document {
	n := rapid.IntRange(1, 40).Draw(t, "n")
	var d document
	for i := range n {
		it := plain(rapid.SampledFrom(knownOrNot).Draw(t, "status"))
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			it.Watchpoint = true
		case 1:
			it.Gate = true
		}
		d.items = append(d.items, it)
		d.feeds = append(d.feeds, []int{i % 6, rapid.IntRange(0, 5).Draw(t, "feeds")})
		d.context = append(d.context, rapid.Bool().Draw(t, "context"))
	}
	return d
}

func (d document) rate() ([]rating.Range, rating.Range, rating.Range, rating.Whole, rating.Ends) {
	questions := make([][]rating.Item, 6)
	var context, enablers, gates, counted []rating.Item
	for i, it := range d.items {
		for n, q := range d.feeds[i] {
			x := it
			x.Gate = it.Gate && n == 0
			questions[q] = append(questions[q], x)
		}
		if it.Watchpoint {
			continue
		}
		counted = append(counted, it)
		if d.context[i] {
			context = append(context, it)
		} else {
			enablers = append(enablers, it)
		}
		if it.Gate {
			gates = append(gates, it)
		}
	}
	var rs []rating.Range
	for _, q := range questions {
		rs = append(rs, method.Question(tally(q)))
	}
	c, e := method.Plain(tally(context)), method.Plain(tally(enablers))
	w := method.Overall(rs, tally(counted))
	return rs, c, e, w, method.Verdict(c, e, w, tally(enablers), tally(gates))
}

func TestWholeDocumentsHoldTheProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDocument(t)
		_, c, e, w, v := d.rate()
		if w.SoFar.Grade < w.Low.Grade || w.SoFar.Grade > w.High.Grade {
			t.Fatalf("overall so far %v lies outside %v to %v", w.SoFar.Grade, w.Low.Grade, w.High.Grade)
		}
		if v.SoFar < v.Low || v.SoFar > v.High {
			t.Fatalf("verdict so far %v lies outside %v to %v", v.SoFar, v.Low, v.High)
		}
		at := rapid.IntRange(0, len(d.items)-1).Draw(t, "at")
		was := d.items[at]
		set := func(s rating.Status) { d.items[at].Worse, d.items[at].Better = s, s }
		switch was.Worse {
		case rating.Unknown, rating.AtLeastPartly, rating.AtMostPartly:
			to := rapid.SampledFrom(filled[was.Worse]).Draw(t, "to")
			set(to)
			_, c2, e2, w2, v2 := d.rate()
			if w2.Low.Grade < w.Low.Grade || w2.High.Grade > w.High.Grade || v2.Low < v.Low || v2.High > v.High ||
				c2.Low < c.Low || c2.High > c.High || e2.Low < e.Low || e2.High > e.High {
				t.Fatalf("filling an unknown with %v leaves the range: %v %v to %v %v", to, w, v, w2, v2)
			}
			if slices.Contains(wellFound[was.Worse], to) && (w2.SoFar.Grade < w.SoFar.Grade || v2.SoFar < v.SoFar) {
				t.Fatalf("%s to %s lowers so far: %v %v to %v %v", was.Worse, to, w, v, w2, v2)
			}
		case rating.NotMet, rating.Partly:
			set(better[was.Worse])
			_, _, _, w2, v2 := d.rate()
			if w2.Low.Grade < w.Low.Grade || w2.SoFar.Grade < w.SoFar.Grade || w2.High.Grade < w.High.Grade ||
				v2.Low < v.Low || v2.SoFar < v.SoFar || v2.High < v.High {
				t.Fatalf("a better status lowers %v %v to %v %v", w, v, w2, v2)
			}
		}
	})
}

func TestHullSpansTheTypes(t *testing.T) {
	a := rating.Range{Low: rating.AmberRed, SoFar: rating.AmberGreen, High: rating.Green, Printed: true, Counts: rating.Counts{Met: 3, Unknown: 1}}
	b := rating.Range{Low: rating.Red, SoFar: rating.AmberRed, High: rating.AmberGreen, Counts: rating.Counts{Met: 1, Unknown: 9}}
	h := rating.HullRated([]rating.Rated{{Context: a}, {Context: b}}).Context
	if h.Low != rating.Red || h.High != rating.Green || h.SoFar != rating.AmberRed || h.Printed || h.Counts != b.Counts {
		t.Errorf("%+v", h)
	}
}

// TestHullOfTheWhole spans two types in either order: of each end the type that sets it, with the rule that
// decided it there; where both set it alike the first of them.
func TestHullOfTheWhole(t *testing.T) {
	grades := []rating.Grade{rating.Red, rating.AmberRed, rating.AmberGreen, rating.Green}
	of := func(g rating.Grade, rule int) rating.Decided { return rating.Decided{Grade: g, Rule: rule} }
	for _, x := range grades {
		for _, y := range grades {
			a := rating.Whole{Low: of(x, 1), SoFar: of(x, 1), High: of(x, 1), Printed: true, Little: []int{1}, Counts: rating.Counts{Met: 3, Unknown: 1}}
			b := rating.Whole{Low: of(y, 2), SoFar: of(y, 2), High: of(y, 2), Printed: true, Little: []int{2}, Counts: rating.Counts{NotMet: 6, Unknown: 2}}
			h := rating.HullRated([]rating.Rated{{Whole: a}, {Whole: b}}).Whole
			low, high := a.Low, a.High
			if y < x {
				low = b.Low
			}
			if y > x {
				high = b.High
			}
			if h.Low != low || h.SoFar != low || h.High != high {
				t.Errorf("%s and %s: %+v, %+v, %+v", x, y, h.Low, h.SoFar, h.High)
			}
			if !h.Printed || h.NothingLeft || !slices.Equal(h.Little, a.Little) || h.Counts != a.Counts {
				t.Errorf("%s and %s, of which as much is known: %+v", x, y, h)
			}
			v := rating.HullRated([]rating.Rated{
				{Verdict: rating.Ends{Low: rating.Verdict(x), SoFar: rating.Verdict(x), High: rating.Verdict(x), Printed: true}},
				{Verdict: rating.Ends{Low: rating.Verdict(y), SoFar: rating.Verdict(y), High: rating.Verdict(y), Printed: true}},
			}).Verdict
			if want := (rating.Ends{Low: rating.Verdict(min(x, y)), SoFar: rating.Verdict(min(x, y)), High: rating.Verdict(max(x, y)), Printed: true}); v != want {
				t.Errorf("%s and %s: %+v", x, y, v)
			}
		}
	}
	less := rating.Whole{Little: []int{0, 2}, Counts: rating.Counts{AtLeastPartly: 1, Unknown: 1}}
	more := rating.Whole{Printed: true, NothingLeft: true, Little: []int{1}, Counts: rating.Counts{AtLeastPartly: 1, AtMostPartly: 1}}
	for _, two := range [][]rating.Rated{{{Whole: less}, {Whole: more}}, {{Whole: more}, {Whole: less}}} {
		if h := rating.HullRated(two).Whole; h.Printed || h.NothingLeft || !slices.Equal(h.Little, less.Little) || h.Counts != less.Counts {
			t.Errorf("%+v", h)
		}
	}
	for n := range 4 {
		one, two := rating.Range{NothingLeft: n&1 == 0}, rating.Range{NothingLeft: n&2 == 0}
		if h := rating.HullRated([]rating.Rated{{Context: one, Whole: rating.Whole{NothingLeft: one.NothingLeft}}, {Context: two, Whole: rating.Whole{NothingLeft: two.NothingLeft}}}); h.Context.NothingLeft != (n == 0) || h.Whole.NothingLeft != (n == 0) {
			t.Errorf("nothing is left under one type %t, under the other %t", one.NothingLeft, two.NothingLeft)
		}
		p := rating.HullRated([]rating.Rated{{Verdict: rating.Ends{Printed: n&1 == 0}, Whole: rating.Whole{Printed: n&1 == 0}}, {Verdict: rating.Ends{Printed: n&2 == 0}, Whole: rating.Whole{Printed: n&2 == 0}}})
		if p.Verdict.Printed != (n == 0) || p.Whole.Printed != (n == 0) {
			t.Errorf("printed of one type %t, of the other %t", n&1 == 0, n&2 == 0)
		}
	}
}

// TestVerdictByWhatIsShortAtEachEnd: an enabler or a gate of which something is not known keeps the verdict from
// the best at the low end and so far, and not at the high end; one that is known to be short at every end.
func TestVerdictByWhatIsShortAtEachEnd(t *testing.T) {
	top := rating.Range{Low: rating.Green, SoFar: rating.Green, High: rating.Green}
	whole := rating.Whole{Low: rating.Decided{Grade: rating.Green}, SoFar: rating.Decided{Grade: rating.Green}, High: rating.Decided{Grade: rating.Green}}
	const ready, conditions, not = rating.Ready, rating.ReadyOnConditions, rating.RightFormNotReady
	for s, want := range map[rating.Status]struct{ enabler, gate [3]rating.Verdict }{
		rating.Met:           {[3]rating.Verdict{ready, ready, ready}, [3]rating.Verdict{ready, ready, ready}},
		rating.AtLeastPartly: {[3]rating.Verdict{conditions, conditions, ready}, [3]rating.Verdict{ready, ready, ready}},
		rating.Unknown:       {[3]rating.Verdict{conditions, conditions, ready}, [3]rating.Verdict{not, not, ready}},
		rating.Partly:        {[3]rating.Verdict{conditions, conditions, conditions}, [3]rating.Verdict{ready, ready, ready}},
		rating.AtMostPartly:  {[3]rating.Verdict{conditions, conditions, conditions}, [3]rating.Verdict{not, not, ready}},
		rating.NotMet:        {[3]rating.Verdict{conditions, conditions, conditions}, [3]rating.Verdict{not, not, not}},
	} {
		v := method.Verdict(top, top, whole, tally([]rating.Item{plain(s)}), &rating.Tally{})
		if got := [3]rating.Verdict{v.Low, v.SoFar, v.High}; got != want.enabler {
			t.Errorf("an enabler %s: %v", s, got)
		}
		v = method.Verdict(top, top, whole, &rating.Tally{}, tally(gated([]rating.Item{plain(s)})))
		if got := [3]rating.Verdict{v.Low, v.SoFar, v.High}; got != want.gate {
			t.Errorf("a gate %s: %v", s, got)
		}
	}
}
