package rating_test

import (
	"testing"

	"partner/pkg/rating"
)

// TestBrakedWhereTheRuleGaveMore: what is little known holds the whole back only from more than it has.
func TestBrakedWhereTheRuleGaveMore(t *testing.T) {
	of := func(g rating.Grade, printed bool) rating.Range {
		return rating.Range{Low: g, SoFar: g, High: g, Printed: printed}
	}
	counts := tally([]rating.Item{plain(rating.Met)})
	for _, c := range []struct {
		grade   rating.Grade
		printed bool
		want    rating.Grade
		braked  bool
	}{
		{rating.Green, true, rating.Green, false},
		{rating.Green, false, rating.AmberGreen, true},
		{rating.AmberGreen, false, rating.AmberGreen, false},
		{rating.AmberRed, false, rating.AmberRed, false},
	} {
		questions := []rating.Range{of(c.grade, c.printed)}
		for range 5 {
			questions = append(questions, of(c.grade, true))
		}
		w := method.Overall(questions, counts)
		if w.SoFar.Grade != c.want || w.SoFar.Braked != c.braked || len(w.Little) > 0 == c.printed {
			t.Errorf("all %s, one little known %t: %+v, little known %v", c.grade, !c.printed, w.SoFar, w.Little)
		}
	}
}

// TestAVerdictIsPrintedWhereAllIs: context, enablers and the whole.
func TestAVerdictIsPrintedWhereAllIs(t *testing.T) {
	for n := range 8 {
		context, enablers, whole := n&1 == 0, n&2 == 0, n&4 == 0
		v := method.Verdict(rating.Range{Printed: context}, rating.Range{Printed: enablers}, rating.Whole{Printed: whole}, &rating.Tally{}, &rating.Tally{})
		if v.Printed != (context && enablers && whole) {
			t.Errorf("context %t, enablers %t, the whole %t: %t", context, enablers, whole, v.Printed)
		}
		a, b := rating.Range{Printed: context}, rating.Range{Printed: enablers}
		if h := rating.HullRated([]rating.Rated{{Context: a}, {Context: b}}); h.Context.Printed != (context && enablers) {
			t.Errorf("of two types %t and %t: %t", context, enablers, h.Context.Printed)
		}
	}
}
