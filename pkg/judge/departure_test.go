package judge_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

const departing = twoSides + `as_of: 2026-10-01
arrangement:
  nature: voluntary
  scale: structural
  form: merger
  alternatives: []
  resources: {time_estimated: no, money_estimated: no}
  timeline: {decision: 2026-12-01, starts: 2027-04-01}
`

// TestWhereADepartureStands, and that whatever is not in force is a finding that says why.
func TestWhereADepartureStands(t *testing.T) {
	const whole = "{kind: accepted, because: It is late., accepted_by: both boards, until: 2027-01-01}"
	departs := func(id, as string) string { return departing + "departures: {" + id + ": " + as + "}\n" }
	for _, c := range []struct {
		name, text string
		state      result.DepartureState
		kinds      []result.FindingKind
		said       string // in the finding
	}{
		{"known not to be met", departs("commitment-estimated", whole), result.InForce, nil, ""},
		{"not known", departs("key-people-trust", whole), result.InForce, nil, ""},
		{"until a month that is not over", departs("commitment-estimated", strings.Replace(whole, "2027-01-01", "2026-10", 1)), result.InForce, nil, ""},
		{"until the day itself", departs("commitment-estimated", strings.Replace(whole, "2027-01-01", "2026-10-01", 1)), result.InForce, nil, ""},
		{"until yesterday", departs("commitment-estimated", strings.Replace(whole, "2027-01-01", "2026-09-30", 1)), result.Expired, []result.FindingKind{result.DepartureExpired}, "30 September 2026"},
		{"without a reason", departs("commitment-estimated", strings.Replace(whole, "because: It is late.", "because: unknown", 1)), result.Incomplete, []result.FindingKind{result.DepartureIncomplete}, "does not say a reason;"},
		{"by nobody", departs("commitment-estimated", strings.Replace(whole, "accepted_by: both boards, ", "", 1)), result.Incomplete, []result.FindingKind{result.DepartureIncomplete}, "does not say who accepts it;"},
		{"for ever", departs("commitment-estimated", strings.Replace(whole, ", until: 2027-01-01", "", 1)), result.Incomplete, []result.FindingKind{result.DepartureIncomplete}, "does not say until when;"},
		{"of no kind", departs("commitment-estimated", strings.Replace(whole, "kind: accepted, ", "", 1)), result.Incomplete, []result.FindingKind{result.DepartureIncomplete}, "does not say a kind;"},
		{"stated apart", departs("commitment-estimated", strings.Replace(whole, "until: 2027-01-01", "until: {views: {north: 2027-01-01, south: 2027-06-01}}", 1)), result.Incomplete, []result.FindingKind{result.DepartureIncomplete}, "until when"},
		{"empty", departs("commitment-estimated", "{}"), result.Incomplete, []result.FindingKind{result.DepartureIncomplete}, "a kind, a reason, who accepts it or until when"},
		{"in a document without its day", strings.Replace(departs("commitment-estimated", whole), "as_of: 2026-10-01\n", "", 1), result.Incomplete, []result.FindingKind{result.DepartureIncomplete}, "the day on which the document is true"},
		{"from what is met", strings.ReplaceAll(departs("commitment-estimated", whole), "estimated: no", "estimated: yes"), result.NotNeeded, []result.FindingKind{result.DepartureUnused}, "it is met"},
		{"from what is set aside", departs("not-rushed", whole) + "answers: {not-rushed: {is: not-applicable, because: so}}\n", result.NotNeeded, []result.FindingKind{result.DepartureUnused}, "set aside"},
		{"from what is not asked", departs("mi-need-recognised", whole), result.NotNeeded, []result.FindingKind{result.DepartureUnused}, "not asked of this kind"},
		{"from a rule that is silent", departs("end-before-start", whole), result.NotNeeded, []result.FindingKind{result.DepartureUnused}, "goes against the rule"},
		{"from a rule that speaks", strings.Replace(departs("end-before-start", whole), "starts: 2027-04-01", "starts: 2027-04-01, ends: 2027-01-01", 1), result.InForce, nil, ""},
		{"from an element of governance that is missing", departs("joint-posts-first", whole), result.InForce, nil, ""},
		{"from one that is not told of, until yesterday", departs("joint-posts-first", strings.Replace(whole, "2027-01-01", "2026-09-30", 1)), result.Expired, []result.FindingKind{result.DepartureExpired}, "held until 30 September 2026"},
		{"from one that is in place", strings.Replace(departs("joint-posts-first", whole), "  alternatives", "  governance: {joint_posts: [{post: director, since: 2026-06-01}]}\n  alternatives", 1), result.NotNeeded, []result.FindingKind{result.DepartureUnused}, "it is in place"},
		{"from one that is not recommended", departs("first-contract", whole), result.NotNeeded, []result.FindingKind{result.DepartureUnused}, "it is not recommended for this kind of partnership"},
		{"expired and unused", strings.ReplaceAll(departs("commitment-estimated", strings.Replace(whole, "2027-01-01", "2025", 1)), "estimated: no", "estimated: yes"), result.Expired, []result.FindingKind{result.DepartureExpired, result.DepartureUnused}, ""},
		{"all at once", strings.ReplaceAll(departs("commitment-estimated", "{until: 2025}"), "estimated: no", "estimated: yes"), result.Incomplete, []result.FindingKind{result.DepartureIncomplete, result.DepartureExpired, result.DepartureUnused}, ""},
	} {
		j := judge.Judge(read(t, c.text), cat)
		if len(j.Departures) != 1 || j.Departures[0].State() != c.state {
			t.Errorf("%s: %+v", c.name, judge.Departures(j))
			continue
		}
		var kinds []result.FindingKind
		said := ""
		for _, f := range judge.Findings(j) {
			if strings.HasPrefix(string(f.Kind), "departure-") {
				kinds = append(kinds, f.Kind)
				said += f.Text
				if f.Note() || f.Key == "" || f.Do == "" || f.Place != j.Departures[0].Entry.Pos {
					t.Errorf("%s: %+v", c.name, f)
				}
			}
		}
		if !slices.Equal(kinds, c.kinds) || !strings.Contains(said, c.said) {
			t.Errorf("%s: %v: %s", c.name, kinds, said)
		}
	}
}

// TestADepartureFromARuleLeavesItsFinding: what does not go together is told, departed from or not.
func TestADepartureFromARuleLeavesItsFinding(t *testing.T) {
	j := judge.Judge(read(t, strings.Replace(departing, "starts: 2027-04-01", "starts: 2027-04-01, ends: 2027-01-01", 1)+
		"departures: {end-before-start: {kind: accepted, because: It is only drafted., accepted_by: both boards, until: 2027-01-01}}\n"), cat)
	if !slices.ContainsFunc(judge.Findings(j), func(f result.Finding) bool { return f.Subject == "end-before-start" && f.Kind == result.Inconsistent }) {
		t.Errorf("%+v", judge.Findings(j))
	}
	if w := judge.WithDepartures(j); w != nil {
		t.Errorf("a rule rates nothing, and with the departure it is %+v", w)
	}
}

// TestAnEssentialIsDepartedFromByName, and stays open.
func TestAnEssentialIsDepartedFromByName(t *testing.T) {
	j := judge.Judge(read(t, departing+"departures: {commitment-estimated: {kind: deferred, because: It is late., accepted_by: both boards, until: 2027-01-01}}\n"), cat)
	w := judge.WithDepartures(j)
	if w == nil || !slices.Equal(w.Gates, []string{"commitment-estimated"}) || !slices.Equal(w.Criteria, w.Gates) || !strings.Contains(w.Sentence, "one departure") {
		t.Fatalf("%+v", w)
	}
	if open := j.Verdict(j.Claimed, j.Timing.Moment).Open; !slices.Contains(open, "commitment-estimated") {
		t.Errorf("the gates that are open: %v", open)
	}
}

// same reports whether two readings come to the same ratings.
func same(x, y rating.Rated) bool { return reflect.DeepEqual(x, y) }

// lower says which rating of one is lower than that of another at either end or so far, "" for none.
func lower(x, y rating.Rated) string {
	ranges := func(r rating.Rated) []rating.Range {
		return append([]rating.Range{r.Context, r.Enablers, {Low: r.Whole.Low.Grade, SoFar: r.Whole.SoFar.Grade, High: r.Whole.High.Grade}}, r.Questions...)
	}
	before := ranges(y)
	for i, r := range ranges(x) {
		if b := before[i]; r.Low < b.Low || r.High < b.High || r.SoFar < b.SoFar {
			return "a rating"
		}
	}
	if v, b := x.Verdict, y.Verdict; v.Low < b.Low || v.High < b.High || v.SoFar < b.SoFar {
		return "the verdict"
	}
	return ""
}

// TestDeparturesLeaveRatingsAlone: whatever any document departs from, every rating is as it is without, and that with
// it is never lower.
func TestDeparturesLeaveRatingsAlone(t *testing.T) {
	facts := trial.OpenFacts()
	moved, departed := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0, 0.9).Draw(t, "share"))
		for range rapid.IntRange(0, 12).Draw(t, "answers") {
			c := rapid.SampledFrom(cat.Criteria).Draw(t, "criterion")
			answer := any(rapid.SampledFrom([]string{"yes", "partly", "no", "at-least-partly", "at-most-partly"}).Draw(t, "answer"))
			if rapid.IntRange(0, 4).Draw(t, "apart") == 0 {
				answer = map[string]any{"views": map[string]any{"north": answer, "south": "no"}}
			}
			trial.Put(tree, []string{"answers", c.ID}, answer)
		}
		stage := rapid.SampledFrom([]result.Stage{result.UnknownStage, result.ToDecide, result.ToStart, result.Running}).Draw(t, "stage")
		plain := judge.At(trial.ReadTree(t, tree), cat, stage)
		trial.DrawDepartures(t, tree)
		j := judge.At(trial.ReadTree(t, tree), cat, stage)
		for _, r := range []judge.Reading{{}, {Documented: true}, {Board: judge.First}, {Board: judge.Second}} {
			without := j.Rate(r)
			if was := plain.Rate(r); !same(was, without) {
				t.Fatalf("%+v: departures move a rating: %+v, %+v", r, was, without)
			}
			r.Departing = true
			with := j.Rate(r)
			if what := lower(with, without); what != "" {
				t.Fatalf("%+v: with departures %s is lower: %+v, %+v", r, what, with, without)
			}
			if !same(with, without) {
				moved++
			}
		}
		for i := range plain.Criteria {
			if x, y := plain.Criteria[i].Standing.Said(), j.Criteria[i].Standing.Said(); x != y {
				t.Fatalf("%s was %s and is %s", plain.Criteria[i].ID, x, y)
			}
		}
		if w := judge.WithDepartures(j); w != nil {
			departed++
			for _, id := range w.Criteria {
				if i, applies := j.Find(id); !applies || j.Criteria[i].Gate() != slices.Contains(w.Gates, id) {
					t.Fatalf("%s is taken as met, and applies %v; gates %v", id, applies, w.Gates)
				}
			}
		}
	})
	t.Logf("%d documents depart from something that rates, and %d readings move by it", departed, moved)
	if departed == 0 || moved == 0 {
		t.Error("no document departs from anything")
	}
}

// TestLookingForEndsMovesNoneWithDepartures, of any document.
func TestLookingForEndsMovesNoneWithDepartures(t *testing.T) {
	facts := trial.OpenFacts()
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0, 0.9).Draw(t, "share"))
		trial.DrawDepartures(t, tree)
		j := judge.Judge(trial.ReadTree(t, tree), cat)
		plain, bounded := j.Rate(judge.Reading{Departing: true}), j.Witnessed().Rate(judge.Reading{Departing: true})
		if lower(plain, bounded) != "" || lower(bounded, plain) != "" {
			t.Fatalf("%+v, %+v", plain, bounded)
		}
	})
}

// TestWhatIsDepartedFromIsMetHoweverTheRestTurnsOut: a low end that departures raise is one that something gives.
func TestWhatIsDepartedFromIsMetHoweverTheRestTurnsOut(t *testing.T) {
	const base = twoSides + "as_of: 2026-10-01\narrangement: {nature: mandated, scale: individual, form: buddying}\n"
	text := base + "departures:\n"
	for i, c := range judge.Judge(read(t, base), cat).Criteria {
		if c.Kind.Rated() && c.Criterion.Each() == "" && (c.Gate() || i%4 > 0) {
			text += "  " + c.ID + ": {kind: accepted, because: It is late., accepted_by: both boards, until: 2027-01-01}\n"
		}
	}
	j := judge.Judge(read(t, text), cat).Witnessed()
	raised := 0
	without, with := j.Rate(judge.Reading{}), j.Rate(judge.Reading{Departing: true})
	for i, q := range with.Questions {
		if q.Low > without.Questions[i].Low && q.Low != q.High {
			raised++
			if q.AtLeast {
				t.Errorf("question %d: %s is at least %s, and nothing was found to give it", i, cat.Questions[i].ID, q.Low)
			}
		}
	}
	if raised < 2 {
		t.Errorf("%d low ends are raised: %+v", raised, with.Questions)
	}
}
