package judge_test

import (
	"slices"
	"strings"
	"testing"

	"partner/testdata/trial"

	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// bound is a document that answers everything by one word, so that each rating comes of that word alone. What its
// source calls essential cannot be set aside, and then has no answer.
func bound(word string) string {
	var b strings.Builder
	b.WriteString(`title: Hillbrook and Ferndale
as_of: 2026-10-01
organisations: {hillbrook: {name: Hillbrook}, ferndale: {name: Ferndale}}
arrangement: {nature: voluntary, scale: structural, form: contract, constituted: by-contract, extent: many-services, brokered_by: organisations, outcome: contract-between-two}
answers:
`)
	for _, c := range cat.Criteria {
		if (c.Met != nil || c.Judged) && !(c.Gate.Is() && strings.Contains(word, "not-applicable")) {
			b.WriteString("  " + c.ID + ": " + word + "\n")
		}
	}
	return b.String()
}

// TestEverythingHalfDoneIsNoYes: nothing is met outright, and no answer can lift it above amber-red.
func TestEverythingHalfDoneIsNoYes(t *testing.T) {
	r := trial.Text(t, bound("partly"))
	for _, q := range r.Questions {
		if q.Rating.SoFar > rating.AmberRed || strings.HasPrefix(q.Answer, "Yes") {
			t.Errorf("%s: %s: %s", q.ID, q.Rating.Words, q.Answer)
		}
	}
	if r.Overall.High != rating.AmberRed || r.Certain == nil || r.Certain.End != result.AtBest || r.Certain.Bound != rating.AmberRed || len(r.Certain.Criteria) == 0 {
		t.Errorf("%s, certain %+v", r.Overall.Words, r.Certain)
	}
}

// TestANoNeedsNoDocument, and is not called documented.
func TestANoNeedsNoDocument(t *testing.T) {
	r := trial.Text(t, bound("no"))
	if r.Documented.Known != 0 || !strings.HasPrefix(r.Documented.Sentence, "Nothing that counts is said to be in place") {
		t.Errorf("%d known: %s", r.Documented.Known, r.Documented.Sentence)
	}
	if r.Certain == nil || r.Certain.Words[:3] != "Red" || r.Overall.High != rating.Red {
		t.Errorf("%s, certain %+v", r.Overall.Words, r.Certain)
	}
}

// TestNothingLeftIsNoColour: where all was set aside there is nothing to rate; in the whole and in the verdict it
// stands as amber-green.
func TestNothingLeftIsNoColour(t *testing.T) {
	r := trial.Text(t, bound("{is: not-applicable, because: does not arise here}"))
	for what, x := range map[string]result.Rating{"context": r.Context.Rating, "the whole": r.Overall.Rating} {
		if x.NotRated != (x.Met+x.Partly+x.NotMet+x.Unknown == 0) {
			t.Errorf("%s: %+v", what, x)
		}
	}
	if c := r.Context.Rating; !c.NotRated || c.SoFar != rating.Unrated || c.Low != rating.AmberGreen || c.High != rating.AmberGreen || strings.Contains(c.Words, "green") {
		t.Errorf("context: %+v", c)
	}
	if r.Verdict.Low.ID < rating.RightFormNotReady {
		t.Errorf("the verdict is from %s", r.Verdict.Low.Title)
	}
	if len(r.SetAside) < 20 {
		t.Errorf("%d set aside", len(r.SetAside))
	}
}

const lowmoor = `title: Tarnbrook is asked to help Lowmoor
as_of: 2026-10-01
organisations:
  tarnbrook: {name: Tarnbrook, capacity: {concurrent_partnerships: 3, to_help: partly}}
  lowmoor:
    name: Lowmoor
    board: {stability: unstable}
    quality: {special_measures: yes}
    stance: {recognises_need: partly, seeks_support: yes}
    capacity: {to_carry_changes: no, concurrent_partnerships: 3}
arrangement:
  nature: mandated
  brokered_by: regulator
  scale: individual
  extent: few-people
  form: buddying
  outcome: one-helps-other
  roles: {supporter: tarnbrook, supported: lowmoor}
  resources: {time_estimated: no, money_estimated: no}
  measures: {timely: no}
  environment: {expectations: simplistic, reporting: distracting}
answers:
  mi-time-to-engage: no
  mi-stay-connected: no
  mi-prioritised: no
  first-promises-kept: no
  effect-separable: no
`

// TestWhatIsCertainComesFirst: too little is known to rate, and still no answer can lift it above amber-red.
func TestWhatIsCertainComesFirst(t *testing.T) {
	r := trial.Text(t, lowmoor)
	if !r.Overall.TooLittleKnown || r.Overall.High != rating.AmberRed || !strings.HasPrefix(r.Overall.Words, "at best amber-red") {
		t.Errorf("the whole: %s", r.Overall.Words)
	}
	c := r.Certain
	if c == nil || c.End != result.AtBest || c.Bound != rating.AmberRed || !c.Exact || len(c.Criteria) == 0 || !strings.HasPrefix(c.Words, "At best amber-red") {
		t.Fatalf("certain: %+v", c)
	}
	for _, id := range c.Criteria {
		if s := r.Criterion(id).Status; !s.Short() {
			t.Errorf("%s is %s, which holds nothing down", id, s)
		}
	}
	// Without them nothing would hold it there.
	text := lowmoor
	for _, known := range []string{"time_estimated: no, money_estimated: no", "timely: no", "expectations: simplistic, reporting: distracting"} {
		text = strings.Replace(text, known, "", 1)
	}
	if r := trial.Text(t, text[:strings.Index(text, "answers:")]); r.Certain != nil {
		t.Errorf("with less known, still certain: %+v", r.Certain)
	}
}

// TestCertainWhicheverKindItIs: where several types are possible, what holds it there is named under the declared one.
func TestCertainWhicheverKindItIs(t *testing.T) {
	r := trial.Text(t, strings.Replace(lowmoor, "nature: mandated", "nature: voluntary", 1))
	if len(r.Typology.Types) != 2 {
		t.Fatalf("types: %v", r.Typology.Types)
	}
	c := r.Certain
	if c == nil || c.Bound != rating.AmberRed || !slices.Contains(c.Criteria, "commitment-estimated") || !c.Exact || !strings.Contains(c.Words, "whichever kind of partnership it is: taken as voluntary, individual") {
		t.Fatalf("certain: %+v", c)
	}
	for _, id := range c.Criteria {
		if s := r.Criterion(id).Status; !s.Short() {
			t.Errorf("%s is %s, which holds nothing down", id, s)
		}
	}
}

func TestWhatIsWellInPlaceIsCertainToo(t *testing.T) {
	r := trial.Text(t, bound("yes"))
	if r.Overall.Low < rating.AmberGreen {
		t.Fatalf("the low end is %s, and at least amber-green was to be certain", r.Overall.Low)
	}
	if c := r.Certain; c == nil || c.End != result.AtWorst || c.Bound != r.Overall.Low || len(c.Criteria) == 0 {
		t.Errorf("certain: %+v", c)
	}
}

// TestAPlainNoIsNeverLost: an essential of two facts, of which one is a no, is at most partly met. It stands
// against, it is asked about, and its question cannot be green.
func TestAPlainNoIsNeverLost(t *testing.T) {
	r := trial.Text(t, `title: Marl Bay and Hob Hill
as_of: 2026-11-01
organisations: {marl: {name: Marl Bay}, hob: {name: Hob Hill}}
arrangement: {nature: voluntary, scale: structural, form: merger, resources: {time_estimated: no}}
`)
	c := r.Criterion("commitment-estimated")
	if c.Status != rating.AtMostPartly || len(c.Facts) != 1 || c.Facts[0].Path != "arrangement.resources.time_estimated" || !slices.Contains(c.SettledBy, "arrangement.resources.money_estimated") {
		t.Errorf("%s by %v, settled by %v", c.Status, c.Facts, c.SettledBy)
	}
	q := r.Questions[cat.Question("risks")]
	if q.Rating.High != rating.AmberGreen || q.Rating.AtMostPartly != 1 {
		t.Errorf("risks: %+v", q.Rating)
	}
	for where, list := range map[string][]string{"against": q.Against, "unknown": q.Unknown, "held by": q.HeldBy, "enablers not met": r.Verdict.NotMet, "open": r.Verdict.Open} {
		if !slices.Contains(list, c.ID) {
			t.Errorf("it is not among %s: %v", where, list)
		}
	}
	if !slices.ContainsFunc(r.Conditions, func(x result.Condition) bool { return x.ID == c.ID }) {
		t.Error("it is no condition")
	}
	if !slices.ContainsFunc(r.Settle.Ranked, func(d result.Decider) bool { return d.Criterion == c.ID }) {
		t.Error("it is not asked about")
	}
}

// TestHalvesFromFacts: a half is known wherever the rule leaves the other open.
func TestHalvesFromFacts(t *testing.T) {
	for text, want := range map[string]rating.Status{
		"arrangement: {resources: {time_estimated: yes}}":                                                          rating.AtLeastPartly,
		"arrangement: {resources: {time_estimated: no}}":                                                           rating.AtMostPartly,
		"arrangement: {resources: {time_estimated: yes, money_estimated: no}}":                                     rating.Partly,
		"arrangement: {resources: {time_estimated: at-least-partly, money_estimated: yes}}":                        rating.AtLeastPartly,
		"arrangement: {resources: {time_estimated: at-most-partly}}":                                               rating.AtMostPartly,
		"arrangement: {resources: {time_estimated: partly}}":                                                       rating.AtMostPartly,
		"arrangement: {resources: {time_estimated: at-least-partly}}":                                              rating.Unknown,
		"arrangement: {resources: {time_estimated: at-most-partly, money_estimated: at-least-partly}}":             rating.AtMostPartly,
		"arrangement: {resources: {time_estimated: yes}}\nanswers: {commitment-estimated: at-most-partly}":         rating.Partly,
		"answers: {commitment-estimated: at-least-partly}":                                                         rating.AtLeastPartly,
		"arrangement: {resources: {time_estimated: yes}}\nanswers: {commitment-estimated: yes}":                    rating.Met,
		"arrangement: {resources: {time_estimated: no}}\nanswers: {commitment-estimated: yes}":                     rating.AtMostPartly,
		"arrangement: {resources: {time_estimated: no}}\nanswers: {commitment-estimated: {is: no, because: none}}": rating.NotMet,
	} {
		r := trial.Text(t, "title: Two\n"+text+"\n")
		if c := r.Criterion("commitment-estimated"); c.Status != want {
			t.Errorf("%s: %s, want %s", text, c.Status, want)
		}
	}
	for word, want := range map[string]rating.Status{"at-least-partly": rating.AtLeastPartly, "at-most-partly": rating.AtMostPartly} {
		for id, text := range map[string]string{
			"differences-mapped": "answers: {differences-mapped: " + word + "}",
			"vi-mainstreamed":    "arrangement: {operations: {everyday_processes: " + word + "}}", // a fact that is all that the rule reads
		} {
			if got, err := judge.Try(cat, cat.Criterion(id), text); err != nil || got != want {
				t.Errorf("%s, %s: %s, %v", id, word, got, err)
			}
		}
	}
}

// TestHalvesOnPaper: a half that documents show is known on documents; of what is documented and partly met both
// steps are known, and what is not in place needs no document.
func TestHalvesOnPaper(t *testing.T) {
	for _, c := range []struct {
		time, money      string
		claimed, onPaper rating.Status
	}{
		{"{is: yes, evidence: [minutes]}", "{is: yes, evidence: [minutes]}", rating.Met, rating.Met},
		{"{is: yes, evidence: [minutes]}", "yes", rating.Met, rating.AtLeastPartly},
		{"yes", "yes", rating.Met, rating.Unknown},
		{"{is: yes, evidence: [minutes]}", "no", rating.Partly, rating.Partly},
		{"yes", "{is: no, evidence: [minutes]}", rating.Partly, rating.AtMostPartly},
		{"yes", "no", rating.Partly, rating.Unknown},
		{"no", "unknown", rating.AtMostPartly, rating.AtMostPartly},
		{"yes", "unknown", rating.AtLeastPartly, rating.Unknown},
		{"{is: yes, evidence: [minutes]}", "unknown", rating.AtLeastPartly, rating.AtLeastPartly},
		{"no", "no", rating.NotMet, rating.NotMet},
	} {
		j := judge.Judge(trial.Read(t, "test.yaml", []byte("partner: 1\n"+"arrangement: {nature: voluntary, scale: structural, form: merger, resources: {time_estimated: "+c.time+", money_estimated: "+c.money+"}}\nevidence: {minutes: {kind: internal, title: Minutes}}\n"), "."), cat)
		i, _ := j.Find("commitment-estimated")
		if s := j.Criteria[i].Standing; s.Claimed.Worse != c.claimed || s.OnPaper.Worse != c.onPaper {
			t.Errorf("time %s, money %s: %s, on paper %s; want %s, %s", c.time, c.money, s.Claimed.Worse, s.OnPaper.Worse, c.claimed, c.onPaper)
		}
	}
}

// TestTheTwoSeeHalves: what each says is joined step by step.
func TestTheTwoSeeHalves(t *testing.T) {
	j := judge.Judge(trial.Read(t, "test.yaml", []byte(`partner: 1
organisations: {one: {}, two: {}}
arrangement: {nature: voluntary, scale: structural, form: merger}
answers: {differences-mapped: {views: {one: at-most-partly, two: yes}}}
`), "."), cat)
	i, _ := j.Find("differences-mapped")
	if s := j.Criteria[i].Standing; s.Said() != rating.Disputed || s.Claimed.Worse != rating.AtMostPartly || s.Claimed.Better != rating.Met {
		t.Errorf("%s: %s to %s", s.Said(), s.Claimed.Worse, s.Claimed.Better)
	}
}
