package rating_test

import (
	"math/bits"
	"reflect"
	"slices"
	"testing"

	"partner/pkg/rating"

	"pgregory.net/rapid"
)

// drawSheet makes a small document: few enough entries that every subset can be tried.
func drawSheet(t *rapid.T) []rating.Entry {
	n := rapid.IntRange(1, 10).Draw(t, "n")
	last := rapid.IntRange(0, 5).Draw(t, "last question") // the fewer questions, the more entries each has
	entries := make([]rating.Entry, n)
	for i := range entries {
		e := rating.Entry{Item: plain(rapid.SampledFrom(knownOrNot).Draw(t, "status"))}
		e.Feeds = []int{rapid.IntRange(0, last).Draw(t, "home")}
		e.Home = e.Feeds[0]
		if more := rapid.IntRange(0, last).Draw(t, "more"); more != e.Home {
			e.Feeds = append(e.Feeds, more)
		}
		e.Part = rapid.SampledFrom([]rating.Part{rating.Context, rating.Enablers}).Draw(t, "part")
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			e.Watchpoint, e.Part = true, rating.Neither
		case 1:
			e.Gate = true
			e.MaybeGate = rapid.Bool().Draw(t, "maybe")
		case 2:
			views := rating.Views(e.Worse, rapid.SampledFrom(knownOrNot).Draw(t, "other view"))
			e.Worse, e.Better = views.Worse, views.Better
		}
		entries[i] = e
	}
	return entries
}

// drawMethod draws the catalogue's method, or one of other numbers: the searches are exact under any.
func drawMethod(t *rapid.T) *rating.Method {
	m := *method
	if !rapid.Bool().Draw(t, "other numbers") {
		return &m
	}
	quarters := func(what string, least, most int) rating.Fraction {
		return rating.Fraction{Of: rapid.IntRange(least, most).Draw(t, what), In: 4}
	}
	m.Brake, m.Print, m.Outright = quarters("brake", 0, 4), quarters("print", 0, 4), quarters("outright", 0, 3)
	m.BrakeTo = rapid.SampledFrom([]rating.Grade{rating.AmberRed, rating.AmberGreen}).Draw(t, "braked to")
	m.NothingLeft = rapid.SampledFrom([]rating.Grade{rating.AmberRed, rating.AmberGreen, rating.Green}).Draw(t, "nothing left")
	m.OutrightNot = rapid.SampledFrom([]rating.Grade{rating.AmberRed, rating.AmberGreen}).Draw(t, "otherwise at most")
	return &m
}

func effortOf(i int) int { return 1 + i%3 }

// smallest tries every subset of the candidates, the smallest first, and gives the size and the effort
// of the best that does it.
func smallest(m *rating.Method, entries []rating.Entry, candidates []int, becomes func(*rating.Item), does func(rating.Rated) bool) (size, effort int, ok bool) {
	size = len(candidates) + 1
	for set := range 1 << len(candidates) {
		n := bits.OnesCount(uint(set))
		if n > size {
			continue
		}
		changed := slices.Clone(entries)
		e := 0
		for b, c := range candidates {
			if set>>b&1 == 1 {
				becomes(&changed[c].Item)
				e += effortOf(c)
			}
		}
		if (n < size || e < effort) && does(rating.NewSheet(m, 6, changed).Rate()) {
			size, effort, ok = n, e, true
		}
	}
	return size, effort, ok
}

// changes are what becomes of some entries.
func changes(entries []rating.Entry, of []int, becomes func(*rating.Item)) []rating.Change {
	var all []rating.Change
	for _, i := range of {
		then := entries[i].Item
		becomes(&then)
		all = append(all, rating.Change{Entry: i, Worse: then.Worse, Better: then.Better})
	}
	return all
}

func TestReachFindsTheSmallestSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, entries := drawMethod(t), drawSheet(t)
		end, goal, candidates := drawGoal(t, entries)
		becomes := func(i *rating.Item) { i.Worse, i.Better = rating.Met, rating.Met }
		if goal.Found {
			becomes = func(i *rating.Item) { i.Worse, i.Better = i.Worse.Best(), i.Better.Best() }
		}
		does := func(r rating.Rated) bool {
			grade, verdict := r.Whole.Low.Grade, r.Verdict.Low
			if end == rating.SoFarEnd {
				grade, verdict = r.Whole.SoFar.Grade, r.Verdict.SoFar
			}
			if goal.ByVerdict {
				return verdict >= goal.Verdict
			}
			return grade >= goal.Overall
		}
		size, effort, ok := smallest(m, entries, candidates, becomes, does)
		sheet := rating.NewSheet(m, 6, slices.Clone(entries))
		f := sheet.Reach(end, goal, candidates, effortOf, 1_000_000)
		if f.OK != ok || !f.Exact {
			t.Fatalf("%v %v: found %v (exact %v), but trying them all says %v", end, goal, f.OK, f.Exact, ok)
		}
		if !ok {
			return
		}
		sum := 0
		for _, i := range f.Entries {
			sum += effortOf(i)
		}
		if then := sheet.RateIf(changes(entries, f.Entries, becomes)...); !does(then) {
			t.Fatalf("%v %v: choosing %v does not do it: %+v", end, goal, f.Entries, then)
		}
		if len(f.Entries) != size || sum != effort {
			t.Fatalf("%v %v: found %v with effort %d, but %d with effort %d are enough", end, goal, f.Entries, sum, size, effort)
		}
	})
}

// drawGoal draws an end, a goal, and what may be chosen for it.
func drawGoal(t *rapid.T, entries []rating.Entry) (rating.End, rating.Goal, []int) {
	end := rapid.SampledFrom([]rating.End{rating.LowEnd, rating.SoFarEnd}).Draw(t, "end")
	goal := rating.Goal{Overall: rapid.SampledFrom([]rating.Grade{rating.AmberRed, rating.AmberGreen, rating.Green}).Draw(t, "grade")}
	if rapid.Bool().Draw(t, "by verdict") {
		goal = rating.Goal{ByVerdict: true, Verdict: rapid.SampledFrom([]rating.Verdict{rating.WrongFormOrTime, rating.RightFormNotReady, rating.ReadyOnConditions, rating.Ready}).Draw(t, "verdict")}
	}
	goal.Found = rapid.Bool().Draw(t, "found out")
	onlyUnknown := goal.Found || rapid.Bool().Draw(t, "only unknown")
	var candidates []int
	for i, e := range entries {
		if e.Worse.Open() > 0 || e.Better.Open() > 0 || !onlyUnknown && e.Worse != rating.Met && e.Worse != rating.NotApplicable {
			candidates = append(candidates, i)
		}
	}
	return end, goal, candidates
}

// TestNoWayTakesFewerThanItsBound: ways are looked at in the order of their bounds and left out by them, so a
// bound above the truth would lose the best.
func TestNoWayTakesFewerThanItsBound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, entries := drawMethod(t), drawSheet(t)
		end, goal, candidates := drawGoal(t, entries)
		for _, w := range rating.NewSheet(m, 6, entries).Ways(end, goal, candidates) {
			if w.Takes >= 0 && w.Least > w.Takes {
				t.Fatalf("%v %v: at least %d, but %d do it", end, goal, w.Least, w.Takes)
			}
		}
	})
}

func TestSinkFindsTheSmallestSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, entries := drawMethod(t), drawSheet(t)
		var candidates []int
		for i, e := range entries {
			if e.Worse.Open() > 0 || e.Better.Open() > 0 {
				candidates = append(candidates, i)
			}
		}
		becomes := func(i *rating.Item) { i.Worse, i.Better = i.Worse.Worst(), i.Better.Worst() }
		to := rapid.SampledFrom([]rating.Grade{rating.Red, rating.AmberRed, rating.AmberGreen}).Draw(t, "to")
		does := func(r rating.Rated) bool { return r.Whole.High.Grade <= to }
		size, _, ok := smallest(m, entries, candidates, becomes, does)
		sheet := rating.NewSheet(m, 6, slices.Clone(entries))
		f := sheet.Sink(to, candidates, 1_000_000)
		if f.OK != ok || !f.Exact {
			t.Fatalf("to %v: found %v, but trying them all says %v", to, f.OK, ok)
		}
		if !ok {
			return
		}
		if then := sheet.RateIf(changes(entries, f.Entries, becomes)...); !does(then) || len(f.Entries) != size {
			t.Fatalf("to %v: found %v, %d are enough: %+v", to, f.Entries, size, then.Whole)
		}
	})
}

func TestRatingChangesIsRatingAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := drawSheet(t)
		sheet := rating.NewSheet(method, 6, slices.Clone(entries))
		var changed []rating.Change
		for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(entries)-1), 0, len(entries), rapid.ID[int]).Draw(t, "changed") {
			views := rating.Views(rapid.SampledFrom(knownOrNot).Draw(t, "status"), rapid.SampledFrom(knownOrNot).Draw(t, "other view"))
			entries[i].Worse, entries[i].Better = views.Worse, views.Better
			changed = append(changed, rating.Change{Entry: i, Worse: views.Worse, Better: views.Better})
		}
		before := sheet.Rate()
		before.Questions = slices.Clone(before.Questions)
		got, want := sheet.RateIf(changed...), rating.NewSheet(method, 6, entries).Rate()
		for q := range want.Questions {
			if got.Questions[q] != want.Questions[q] {
				t.Fatalf("question %d: %+v, anew %+v", q, got.Questions[q], want.Questions[q])
			}
		}
		if got.Context != want.Context || got.Enablers != want.Enablers || got.Verdict != want.Verdict || got.Whole.Low != want.Whole.Low || got.Whole.High != want.Whole.High || got.Whole.SoFar != want.Whole.SoFar {
			t.Fatalf("%+v, anew %+v", got, want)
		}
		if after := sheet.Rate(); !reflect.DeepEqual(before, after) {
			t.Fatalf("the sheet itself has become %+v; it was %+v", after, before)
		}
	})
}

// TestHalvesDoNotMakeAQuarterMet: where little has to be known, a share can be made by halves alone, of which none is
// met outright; the search asks for one that is.
func TestHalvesDoNotMakeAQuarterMet(t *testing.T) {
	m := *method
	m.Brake = rating.Fraction{Of: 1, In: 4}
	for _, halves := range []struct{ least, most int }{{3, 1}, {0, 0}} { // how many are at least partly met, and at most
		var entries []rating.Entry
		feed := func(question int, statuses ...rating.Status) {
			for _, s := range statuses {
				entries = append(entries, rating.Entry{Item: plain(s), Feeds: []int{question}, Home: question, Part: rating.Enablers})
			}
		}
		feed(0, slices.Repeat([]rating.Status{rating.AtLeastPartly}, halves.least)...)
		feed(0, slices.Repeat([]rating.Status{rating.AtMostPartly}, halves.most)...)
		candidates := make([]int, len(entries))
		for i := range candidates {
			candidates[i] = i
		}
		feed(1, rating.Met, rating.NotMet)
		feed(2, rating.Met, rating.NotMet)
		sheet := rating.NewSheet(&m, 6, entries)
		f := sheet.Reach(rating.SoFarEnd, rating.Goal{Overall: rating.Green}, candidates, effortOf, 1000)
		if want := halves.most; !f.OK || !f.Exact || len(f.Entries) != want {
			t.Errorf("%+v: found %+v; it is %s", halves, f, sheet.Rate().Questions[0].SoFar)
		}
	}
}

// TestWhatAsksForAnEntry: what keeps the first question from its grade, and with it the whole from green, and how many
// are chosen for it. Where two more are amber-green, that grade is green; otherwise it is amber-green.
func TestWhatAsksForAnEntry(t *testing.T) {
	of := func(s rating.Status) rating.Entry {
		return rating.Entry{Item: plain(s), Feeds: []int{0}, Home: 0, Part: rating.Enablers}
	}
	gate := func(s rating.Status) rating.Entry {
		e := of(s)
		e.Gate = true
		return e
	}
	other := func(question int, s rating.Status) rating.Entry {
		return rating.Entry{Item: plain(s), Feeds: []int{question}, Home: question, Part: rating.Enablers}
	}
	const no, unknown, met, partly = rating.NotMet, rating.Unknown, rating.Met, rating.Partly
	for _, c := range []struct {
		name       string
		end        rating.End
		entries    []rating.Entry
		candidates []int
		size       int // -1 for none
	}{
		{"a gate that may be chosen", rating.LowEnd, []rating.Entry{of(met), gate(no), of(no)}, []int{1, 2}, 1},
		{"a gate that may not", rating.LowEnd, []rating.Entry{of(met), gate(no), of(no)}, []int{2}, -1},
		{"a gate that is not known, and keeps from green alone", rating.SoFarEnd, []rating.Entry{gate(unknown), of(met), of(no), of(no), of(no)}, []int{0, 2, 3, 4}, 1},
		{"too little known to be told", rating.SoFarEnd, []rating.Entry{of(met), of(unknown), of(unknown), of(unknown)}, []int{1, 2, 3}, 1},
		{"what was not known counts among all that is met outright or not", rating.SoFarEnd, []rating.Entry{of(partly), of(partly), of(partly), of(partly), of(unknown), of(unknown)}, []int{4, 5}, 2},
		{"a step that is made adds nothing", rating.SoFarEnd, []rating.Entry{of(partly), of(partly), of(partly), of(partly), other(1, met), other(1, no), other(2, met), other(2, no)}, []int{0, 1, 2, 3}, 2},
		{"what was not known counts among all that is made or not", rating.SoFarEnd, []rating.Entry{of(met), of(met), of(met), of(met), of(no), of(no), of(unknown), of(unknown), other(1, met), other(1, no), other(2, met), other(2, no)}, []int{6, 7}, 2},
		{"a gate that is met keeps from nothing", rating.LowEnd, []rating.Entry{of(partly), of(partly), of(partly), of(partly), gate(met), other(1, met), other(1, no), other(2, met), other(2, no)}, []int{0, 1, 2, 3}, 2},
		{"a gate that is partly met keeps from green", rating.LowEnd, []rating.Entry{gate(partly), of(met), of(met), of(met), of(met), other(1, met), other(1, no), other(2, met), other(2, no)}, []int{0}, 1},
		{"nothing may be chosen for it", rating.LowEnd, []rating.Entry{of(no), of(no), other(1, no)}, []int{2}, -1},
		{"nor at the low end", rating.LowEnd, []rating.Entry{of(partly), of(partly), of(partly), of(partly), other(1, met), other(1, no), other(2, met), other(2, no)}, []int{0, 1, 2, 3}, 2},
		{"just enough known", rating.SoFarEnd, []rating.Entry{of(met), of(met), of(unknown), of(unknown)}, []int{2, 3}, 0},
	} {
		sheet := rating.NewSheet(method, 6, slices.Clone(c.entries))
		f := sheet.Reach(c.end, rating.Goal{Overall: rating.Green}, c.candidates, effortOf, 1000)
		if !f.Exact || f.OK != (c.size >= 0) || f.OK && len(f.Entries) != c.size {
			t.Errorf("%s: found %+v; it is %+v", c.name, f, sheet.Rate().Questions[0])
		}
	}
}

// TestSomethingHasToBeKnown for the best rating so far, whatever share of it a method asks for.
func TestSomethingHasToBeKnown(t *testing.T) {
	m := *method
	m.Brake.Of, m.Print.Of = 0, 0
	var entries []rating.Entry
	for q := range 3 {
		entries = append(entries, rating.Entry{Item: plain(rating.Unknown), Feeds: []int{q}, Home: q, Part: rating.Enablers})
	}
	sheet := rating.NewSheet(&m, 6, entries)
	if f := sheet.Reach(rating.SoFarEnd, rating.Goal{Overall: rating.Green}, []int{0, 1, 2}, effortOf, 1000); !f.OK || !f.Exact || len(f.Entries) != 1 {
		t.Errorf("found %+v; it is %s", f, sheet.Rate().Whole.SoFar.Grade)
	}
}

// TestWhatIsSetAsideCannotBeRaised: where nothing of the context is left, no verdict that asks more of it than nothing
// gives can be reached.
func TestWhatIsSetAsideCannotBeRaised(t *testing.T) {
	for nothing, want := range map[rating.Grade]bool{rating.AmberRed: false, rating.AmberGreen: true} {
		m := *method
		m.NothingLeft = nothing
		entries := []rating.Entry{
			{Item: plain(rating.NotApplicable), Feeds: []int{0}, Part: rating.Context},
			{Item: plain(rating.NotMet), Feeds: []int{0}, Part: rating.Enablers},
		}
		goal := rating.Goal{ByVerdict: true, Verdict: rating.Ready}
		if f := rating.NewSheet(&m, 6, entries).Reach(rating.LowEnd, goal, []int{1}, effortOf, 1000); f.OK != want {
			t.Errorf("nothing left is %s: found %+v", nothing, f)
		}
	}
}

// TestAGateSetAsideIsNotOpen: it keeps no verdict from being reached.
func TestAGateSetAsideIsNotOpen(t *testing.T) {
	entries := []rating.Entry{
		{Item: plain(rating.NotMet), Feeds: []int{0}, Part: rating.Enablers},
		{Item: rating.Item{Worse: rating.NotApplicable, Better: rating.NotApplicable, Gate: true}, Feeds: []int{0}, Part: rating.Enablers},
	}
	f := rating.NewSheet(method, 6, entries).Reach(rating.LowEnd, rating.Goal{ByVerdict: true, Verdict: rating.Ready}, []int{0}, effortOf, 1000)
	if !f.OK || !f.Exact || !slices.Equal(f.Entries, []int{0}) {
		t.Errorf("found %+v", f)
	}
}

// TestSharesInHundredths are the same shares: what is found does not hang on how they are written.
func TestSharesInHundredths(t *testing.T) {
	of := func(f rating.Fraction) rating.Fraction { return rating.Fraction{Of: f.Of * 100 / f.In, In: 100} }
	m := *method
	for i, f := range m.Shares {
		m.Shares[i] = of(f)
	}
	m.Outright, m.Brake, m.Print = of(m.Outright), of(m.Brake), of(m.Print)
	rapid.Check(t, func(t *rapid.T) {
		entries := drawSheet(t)
		end, goal, candidates := drawGoal(t, entries)
		want := rating.NewSheet(method, 6, slices.Clone(entries)).Reach(end, goal, candidates, effortOf, 1_000_000)
		got := rating.NewSheet(&m, 6, entries).Reach(end, goal, candidates, effortOf, 1_000_000)
		if got.OK != want.OK || got.Exact != want.Exact || len(got.Entries) != len(want.Entries) {
			t.Fatalf("%v %v: found %+v, in hundredths %+v", end, goal, want, got)
		}
	})
}
