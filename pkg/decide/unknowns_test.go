package decide_test

import (
	"strings"
	"testing"

	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// answered gives a document of one type in which the criteria named are answered so, and all others are
// left open. It uses only answers, so that what is asked for can be given.
func answered(head string, answers map[string]string) string {
	var b strings.Builder
	b.WriteString(head + "answers:\n")
	for _, c := range cat.Criteria {
		if word, ok := answers[c.ID]; ok {
			b.WriteString("  " + c.ID + ": " + word + "\n")
		}
	}
	return b.String()
}

const pathway = "arrangement: {nature: voluntary, scale: individual, form: pathway}\n"

// partlyAnswered answers every third criterion yes, and every seventh no.
func partlyAnswered(t testing.TB, head string) map[string]string {
	t.Helper()
	r := trial.Text(t, head)
	answers := map[string]string{}
	for i, c := range r.Criteria {
		if c.Status != rating.Unknown || !c.Kind.Counts() {
			continue
		}
		switch {
		case i%3 == 0:
			answers[c.ID] = "yes"
		case i%7 == 0:
			answers[c.ID] = "no"
		}
	}
	return answers
}

func setFor(sets []result.Set, does result.Effect) *result.Set {
	for i := range sets {
		if sets[i].Does == does {
			return &sets[i]
		}
	}
	return nil
}

// TestAnsweringWhatItAsksForGivesThePromisedRating: each smallest set, answered or met in the document
// itself, brings about what it says.
func TestAnsweringWhatItAsksForGivesThePromisedRating(t *testing.T) {
	answers := partlyAnswered(t, pathway)
	r := trial.Text(t, answered(pathway, answers))
	with := func(set *result.Set, word string) *result.Result {
		t.Helper()
		if set == nil || len(set.Criteria) == 0 || !set.Exact {
			t.Fatalf("no set: %+v", set)
		}
		more := map[string]string{}
		for id, w := range answers {
			more[id] = w
		}
		for _, id := range set.Criteria {
			more[id] = word
		}
		return trial.Text(t, answered(pathway, more))
	}
	if set := setFor(r.Settle.Sets, result.Confirms); with(set, "yes").Overall.Low.String() != set.To || set.To != r.Overall.High.String() {
		t.Errorf("%+v", set)
	}
	if set := setFor(r.Settle.Sets, result.Refutes); with(set, "no").Overall.High.String() != set.To || set.To != r.Overall.Low.String() {
		t.Errorf("%+v", set)
	}
	if set := setFor(r.Path.Steps, result.RaisesLow); with(set, "yes").Overall.Low.String() != set.To {
		t.Errorf("%+v", set)
	}
	if set := setFor(r.Path.Steps, result.RaisesVerdict); set != nil {
		v := with(set, "yes").Verdict
		got := v.Low.Title
		if r.Verdict.SoFar != nil {
			got = v.SoFar.Title
		}
		if got != set.To {
			t.Errorf("%+v leads to %s", set, got)
		}
	}
}

func TestSoManyAnswersMakeARatingPrintable(t *testing.T) {
	r := trial.Text(t, pathway)
	set := setFor(r.Settle.Sets, result.Prints)
	if set == nil || len(set.Criteria) == 0 {
		t.Fatalf("%+v", r.Settle.Sets)
	}
	for _, word := range []string{"yes", "no", "partly"} {
		answers := map[string]string{}
		for _, id := range set.Criteria {
			answers[id] = word
		}
		if got := trial.Text(t, answered(pathway, answers)); got.Overall.TooLittleKnown {
			t.Errorf("%d answers %s do not make it printable: %s", len(set.Criteria), word, got.Overall.Counted)
		}
		delete(answers, set.Criteria[0])
		if got := trial.Text(t, answered(pathway, answers)); !got.Overall.TooLittleKnown {
			t.Errorf("one answer fewer is enough: %s", got.Overall.Counted)
		}
	}
}

// TestADeciderMovesWhatItSays: answering the most decisive unknown in the document moves the ends that it names.
func TestADeciderMovesWhatItSays(t *testing.T) {
	answers := partlyAnswered(t, pathway)
	r := trial.Text(t, answered(pathway, answers))
	tried := 0
	for _, d := range r.Settle.Ranked[:6] {
		for word, moved := range map[string]result.Moved{"yes": d.IfMet, "no": d.IfNotMet} {
			answers[d.Criterion] = word
			then := trial.Text(t, answered(pathway, answers))
			delete(answers, d.Criterion)
			for _, end := range []struct{ was, is, said rating.Grade }{{r.Overall.Low, then.Overall.Low, moved.Low}, {r.Overall.High, then.Overall.High, moved.High}} {
				if end.said == rating.Unrated && end.was != end.is || end.said != rating.Unrated && end.said != end.is {
					t.Errorf("%s answered %s: %s becomes %s, said %s", d.Criterion, word, end.was, end.is, end.said)
				}
				tried++
			}
		}
	}
	if tried == 0 {
		t.Error("nothing was tried")
	}
}

func TestTheExamplesAreWellInsideTheBoundOfTheSearch(t *testing.T) {
	for _, name := range trial.Examples(t) {
		r := trial.File(t, name)
		for _, set := range append(r.Settle.Sets, r.Path.Steps...) {
			if !set.Exact {
				t.Errorf("%s: %s", name, set.Words)
			}
		}
	}
}

func TestTheTypeComesFirst(t *testing.T) {
	r := trial.Text(t, "")
	if !r.Settle.TypeFirst || !r.Path.TypeFirst || len(r.Path.Steps) != 0 {
		t.Errorf("%+v", r.Path)
	}
	if r.FindOutFirst[0].Criterion != "form-consistent" || r.FindOutFirst[1].Criterion != "nature-consistent" {
		t.Errorf("%+v", r.FindOutFirst)
	}
}
