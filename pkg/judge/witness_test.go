package judge_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// ends lists the bounds of every range of a judgement that has two ends.
func ends(r rating.Rated) []rating.Bounds {
	var all []rating.Bounds
	add := func(open bool, b rating.Bounds) {
		if open {
			all = append(all, b)
		}
	}
	add(r.Whole.Low.Grade != r.Whole.High.Grade, r.Whole.Bounds)
	add(r.Verdict.Low != r.Verdict.High, r.Verdict.Bounds)
	for _, q := range append([]rating.Range{r.Context, r.Enablers}, r.Questions...) {
		add(q.Low != q.High, q.Bounds)
	}
	return all
}

// without counts the ends that nothing was found to give.
func without(of []rating.Bounds) int {
	n := 0
	for _, b := range of {
		if b.AtLeast {
			n++
		}
		if b.AtMost {
			n++
		}
	}
	return n
}

// TestEachEndOfTheExamplesIsGiven tells the share of ends without a witness, over what the examples print of the whole, the
// verdict, context, enablers and the six questions, of both boards and of each alone.
func TestEachEndOfTheExamplesIsGiven(t *testing.T) {
	all, bare := 0, 0
	for _, name := range trial.Examples(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		j := judge.Judge(trial.Read(t, filepath.Base(name), data, filepath.Dir(name)), cat).Witnessed()
		found := ends(j.Claimed)
		for _, side := range judge.Sides {
			found = append(found, ends(j.Rate(judge.Reading{Board: side}))...)
		}
		if n := without(found); n > 0 {
			t.Errorf("%s: %d ends are given by nothing", filepath.Base(name), n)
			bare += n
		}
		all += 2 * len(found)
	}
	t.Logf("%d of %d ends without a witness", bare, all)
	if all < 100 {
		t.Errorf("only %d ends", all)
	}
}

// TestEachEndOfACriterionIsGiven: of what is not known of a criterion, some facts or some answer give the best that it
// may prove, and some the worst.
func TestEachEndOfACriterionIsGiven(t *testing.T) {
	facts := trial.OpenFacts()
	open := 0
	rapid.Check(t, func(t *rapid.T) {
		j := judge.Judge(trial.ReadTree(t, trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share"))), cat)
		if len(j.Types) > 1 {
			return
		}
		i := rapid.IntRange(0, len(j.Criteria)-1).Draw(t, "criterion")
		for range j.Criteria { // the next that is open
			i = (i + 1) % len(j.Criteria)
			if c := &j.Criteria[i]; c.Kind.Rated() && c.When != result.Past && c.Standing.Applies == logic.True && !c.Status().Known() {
				break
			}
		}
		c := &j.Criteria[i]
		if c.Standing.Applies != logic.True || c.Status().Known() || !c.Kind.Rated() || c.When == result.Past {
			return
		}
		open++
		if got := j.Alone(i, true); got != c.Status().Best() {
			t.Fatalf("%s is %s: at best it comes to %s", c.ID, c.Status(), got)
		}
		if got := j.Alone(i, false); got != c.Status().Worst() {
			t.Fatalf("%s is %s: at worst it comes to %s", c.ID, c.Status(), got)
		}
	})
	if open == 0 {
		t.Error("no criterion was open")
	}
}

// TestAnEndThatIsGivenIsFound: every way of filling in up to eight facts is tried. None leaves the ranges, and what is
// not found to be given is given by hardly any.
func TestAnEndThatIsGivenIsFound(t *testing.T) {
	data, err := os.ReadFile("../../examples/early-idea.yaml")
	if err != nil {
		t.Fatal(err)
	}
	given, missed := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		doc, wrong := proposal.Read("early-idea.yaml", data, os.DirFS("../../examples"))
		if len(wrong) > 0 {
			t.Fatal(wrong)
		}
		full := judge.Judge(doc, cat).Completed(rapid.Bool().Draw(t, "best"))
		var words []*proposal.Value
		full.Doc.Root.Walk(func(v *proposal.Value) {
			if v.Field.Halves() && v.State == proposal.Given && len(v.Views) == 0 && v.Parent.Field.Kind == proposal.Section {
				words = append(words, v)
			}
		})
		unsaid := rapid.SliceOfNDistinct(rapid.IntRange(0, len(words)-1), 1, 8, rapid.ID).Draw(t, "unsaid")
		var unsay []*proposal.Value
		for _, i := range unsaid {
			unsay = append(unsay, words[i])
		}
		j := judge.Unsaid(full, unsay).Witnessed()
		var reached [2][]bool // by end, and by range
		var try func(left []*proposal.Value)
		try = func(left []*proposal.Value) {
			if len(left) == 0 {
				filled := judge.Assume(j.Doc, cat, result.UnknownStage, j.Placement)
				if slices.ContainsFunc(filled.Criteria, func(c judge.Criterion) bool { return c.Standing.Clash != judge.NoClash }) {
					return // facts against an answer are a contradiction, and no way of filling in
				}
				r := filled.Claimed
				for i, q := range r.Questions {
					if was := j.Claimed.Questions[i]; q.Low < was.Low || q.High > was.High {
						t.Fatalf("%s to %s leaves %s to %s", q.Low, q.High, was.Low, was.High)
					}
				}
				for i, was := range reading(j.Claimed) {
					now := reading(r)[i]
					if i == len(reached[0]) {
						reached[0], reached[1] = append(reached[0], false), append(reached[1], false)
					}
					reached[0][i] = reached[0][i] || now.High == was.Low
					reached[1][i] = reached[1][i] || now.Low == was.High
				}
				return
			}
			v := left[0]
			for _, w := range []proposal.AnswerWord{proposal.Yes, proposal.No} {
				v.State, v.Word = proposal.Given, string(w)
				try(left[1:])
			}
			v.State = proposal.Unknown
		}
		try(unsay)
		for i, q := range reading(j.Claimed) {
			for _, end := range []struct{ reached, bound bool }{{reached[0][i], q.AtLeast}, {reached[1][i], q.AtMost}} {
				if end.reached {
					given++
					if end.bound {
						missed++
					}
				}
			}
		}
	})
	if given == 0 || missed*50 > given {
		t.Errorf("of %d ends that are given %d were not found", given, missed)
	}
}

// reading gives the ranges of the six questions and of the whole.
func reading(r rating.Rated) []rating.Range {
	return append(slices.Clone(r.Questions), rating.Range{Low: r.Whole.Low.Grade, High: r.Whole.High.Grade, Bounds: r.Whole.Bounds})
}

// TestAnEndThatNothingGivesIsABound, and is not said to be what it may prove.
func TestAnEndThatNothingGivesIsABound(t *testing.T) {
	j := judge.Judge(read(t, twoSides), cat)
	well, badly := j.Completed(true), j.Completed(false)
	for _, c := range []struct {
		name        string
		well, badly *judge.Judgement
		want        string
	}{
		{"both", well, badly, "may prove red to green"},
		{"the low end alone", badly, badly, "may prove red; at most green"},
		{"the high end alone", well, well, "may prove green; at least red"},
		{"neither", badly, well, "between red and green"},
	} {
		held := judge.Against(j, c.well, c.badly)
		for name, x := range map[string]result.Rating{"the whole": held.Overall(held.Claimed.Whole).Rating, "context": judge.Context(held).Rating, "a board's question": judge.Words(held.Rate(judge.Reading{Board: judge.Sides[0]}).Questions[0])} {
			if got := x.Ends(); got != c.want {
				t.Errorf("%s is given: %s %s, want %s", c.name, name, got, c.want)
			}
		}
	}
	if got := judge.Context(j).Rating.Ends(); got != "between red and green" {
		t.Errorf("where no end was looked for: %s", got)
	}
}

// TestWhatItMayProveIsGiven: an end that no reading bounds is one that the whole document gives, filled in and judged anew,
// of all possible types together and of each that it is supposed to be. Where no end was looked for, each is a bound.
func TestWhatItMayProveIsGiven(t *testing.T) {
	facts := append(trial.OpenFacts(), trial.OpenAnswers()...)
	given, spans, bare := 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		j := judge.Judge(trial.ReadTree(t, trial.DrawTree(t, facts, rapid.Float64Range(0, 0.8).Draw(t, "share"))), cat)
		if rapid.Bool().Draw(t, "supposed") {
			of := rapid.SampledFrom(cat.Typology.Types).Draw(t, "type")
			j = j.Otherwise(j.Doc, j.Placement.As(judge.Type{Nature: of.Nature, Scale: of.Scale}, rapid.SampledFrom(of.Forms).Draw(t, "form")))
		}
		held, well, badly := j.Witnessed(), j.CompletedAs(true), j.CompletedAs(false)
		for _, r := range []judge.Reading{{}, {Documented: true}, {Board: judge.First}, {Board: judge.Second, Documented: true}, {Moment: j.Timing.For(result.ToStart)}, {Departing: true}} {
			whole := func(r rating.Rated) []rating.Range {
				return append(reading(r), r.Context, r.Enablers, rating.Range{Low: rating.Grade(r.Verdict.Low), High: rating.Grade(r.Verdict.High), Bounds: r.Verdict.Bounds})
			}
			filled := r
			filled.Documented = false // and documents support it
			var best, worst [][]rating.Range
			for _, w := range well {
				best = append(best, whole(w.Settled(filled, true)))
			}
			for _, w := range badly {
				worst = append(worst, whole(w.Settled(filled, false)))
			}
			plain := whole(j.Rate(r))
			for i, x := range whole(held.Rate(r)) {
				if open := x.Low != x.High; plain[i].AtLeast != open || plain[i].AtMost != open {
					t.Fatalf("%+v, where nothing was looked for: %+v", r, plain[i])
				} else if !open {
					continue
				}
				if spans += 2; x.AtLeast {
					bare++
				} else if given++; !slices.ContainsFunc(worst, func(w []rating.Range) bool { return w[i].Low == x.Low }) {
					t.Fatalf("%+v, %d: %+v is not given: %+v", r, i, x, worst)
				}
				if x.AtMost {
					bare++
				} else if given++; !slices.ContainsFunc(best, func(w []rating.Range) bool { return w[i].High == x.High }) {
					t.Fatalf("%+v, %d: %+v is not given: %+v", r, i, x, best)
				}
			}
		}
	})
	t.Logf("%d of %d ends of documents at random without a witness", bare, spans)
	if given == 0 {
		t.Error("no end was given")
	}
}

// TestWhatIsSupposedIsFilledIn: a document that says nothing of its form, and is judged as if it were of one, turns out as
// that form and not as the first of its type.
func TestWhatIsSupposedIsFilledIn(t *testing.T) {
	j := judge.Judge(read(t, "partner: 1\norganisations: {north: {name: North}, south: {name: South}}\n"), cat)
	of := cat.Typology.Type("voluntary-structural")
	for _, form := range of.Forms {
		supposed := j.Otherwise(j.Doc, j.Placement.As(judge.Type{Nature: of.Nature, Scale: of.Scale}, form))
		if at := supposed.TurnedOut(true).Doc.Root.Find(paths.Form); !at.Is(form) {
			t.Errorf("supposed to be %s: filled in as %+v", form, at)
		}
	}
}

// TestWhatSharesNothingTurnsOut: it turns out for each criterion as it does where everything is filled in, though only
// what criteria share is.
func TestWhatSharesNothingTurnsOut(t *testing.T) {
	facts := append(trial.OpenFacts(), trial.OpenAnswers()...)
	rapid.Check(t, func(t *rapid.T) {
		j := judge.Judge(trial.ReadTree(t, trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share"))), cat)
		for _, best := range []bool{true, false} {
			short, whole := j.TurnedOut(best), j.Completed(best)
			for _, c := range whole.Criteria {
				i, applies := short.Find(c.ID)
				if !c.Kind.Rated() || c.When == result.Past && !c.Gate() {
					continue
				}
				if !applies {
					t.Fatalf("%s does not apply", c.ID)
				}
				if got, want := short.Criteria[i].Standing, c.Standing; got.Views != want.Views || got.Gate != want.Gate || got.Claimed != want.Claimed {
					t.Fatalf("%s turns out %s (best: %t), want %s", c.ID, got.Said(), best, want.Said())
				}
			}
		}
	})
}

// TestTheStageOfTheJudgementIsTheHeadline: how a witness turned out is kept for the headline, and is what asking for the
// stage of the judgement by name, for which nothing is kept, gives.
func TestTheStageOfTheJudgementIsTheHeadline(t *testing.T) {
	facts := append(trial.OpenFacts(), trial.OpenAnswers()...)
	open := 0
	rapid.Check(t, func(t *rapid.T) {
		j := judge.Judge(trial.ReadTree(t, trial.DrawTree(t, facts, rapid.Float64Range(0, 0.8).Draw(t, "share"))), cat).Witnessed()
		for _, documented := range []bool{false, true} {
			kept, named := j.Rate(judge.Reading{Documented: documented}), j.Rate(judge.Reading{Documented: documented, Moment: j.Timing.Moment})
			open += len(ends(kept))
			if !reflect.DeepEqual(kept, named) {
				t.Fatalf("on documents alone %t: %+v, by the name of the stage %+v", documented, kept, named)
			}
		}
	})
	if open == 0 {
		t.Error("no range was open")
	}
}
