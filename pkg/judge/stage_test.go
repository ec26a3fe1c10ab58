package judge_test

import (
	"slices"
	"testing"

	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

func read(t *testing.T, text string) *proposal.Proposal {
	t.Helper()
	doc, wrong := proposal.Read("p.yaml", []byte(text), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return doc
}

const twoSides = "partner: 1\norganisations: {north: {}, south: {}}\n"

func TestTheStageIsThatOfTheDates(t *testing.T) {
	const toDecide, toStart, running = result.ToDecide, result.ToStart, result.Running
	for _, c := range []struct {
		name, text       string
		earliest, latest result.Stage
		silent           bool
	}{
		{"no dates", "", toDecide, running, false},
		{"no day on which it is true", "arrangement: {timeline: {decision: 2026-12-01, starts: 2027-04-01}}", toDecide, running, false},
		{"the decision ahead", "as_of: 2026-10-01\narrangement: {timeline: {decision: 2026-12-01}}", toDecide, toDecide, false},
		{"the day of the decision", "as_of: 2026-12-01\narrangement: {timeline: {decision: 2026-12-01}}", toDecide, toDecide, false},
		{"some day of this month", "as_of: 2026-12-10\narrangement: {timeline: {decision: 2026-12, starts: 2027-04}}", toDecide, toStart, false},
		{"passed in silence", "as_of: 2026-10-01\narrangement: {timeline: {decision: 2026-06-01, starts: 2027-04-01}}", toDecide, toDecide, true},
		{"passed, and said to be taken", "as_of: 2026-10-01\narrangement: {state: decided, timeline: {decision: 2026-06-01, starts: 2027-04-01}}", toStart, toStart, false},
		{"passed, and not taken", "as_of: 2026-10-01\narrangement: {state: proposed, timeline: {decision: 2026-06-01, starts: 2027-04-01}}", toDecide, toDecide, false},
		{"said to be proposed, undated", "arrangement: {state: proposed}", toDecide, toDecide, false},
		{"said to run since long", "as_of: 2026-10-01\narrangement: {state: running, since: 2015-06}", running, running, false},
		{"said to run, undated", "as_of: 2026-10-01\narrangement: {state: running}", toStart, running, false},
		{"said to run, and the start ahead", "as_of: 2026-10-01\narrangement: {state: running, since: 2025, timeline: {starts: 2027-04-01}}", toStart, toStart, false},
		{"passed, and signed", "as_of: 2026-10-01\narrangement: {timeline: {decision: 2026-06-01, starts: 2027-04-01}, governance: {agreement: {status: signed}}}", toStart, toStart, false},
		{"passed, signed, and no start stated", "as_of: 2026-10-01\narrangement: {timeline: {decision: 2026-06-01}, governance: {agreement: {status: signed}}}", toStart, running, false},
		{"signed, and the decision ahead", "as_of: 2026-10-01\narrangement: {timeline: {decision: 2026-12-01}, governance: {agreement: {status: signed}}}", toDecide, toDecide, false},
		{"said to be taken before its day", "as_of: 2026-10-01\narrangement: {state: decided, timeline: {decision: 2026-12-01}}", toDecide, toDecide, false},
		{"the start ahead alone", "as_of: 2026-10-01\narrangement: {timeline: {starts: 2027-04-01}}", toDecide, toStart, false},
		{"the start passed alone", "as_of: 2026-10-01\narrangement: {timeline: {starts: 2016}}", running, running, false},
		{"the day of the start", "as_of: 2026-10-01\narrangement: {timeline: {decision: 2026-06-01, starts: 2026-10-01}}", running, running, false},
		{"both passed", "as_of: 2026-10-01\narrangement: {timeline: {decision: 2015-03-01, starts: 2015-06-01}}", running, running, false},
		{"decided, undated", "as_of: 2026-10-01\narrangement: {state: decided}", toStart, running, false},
		{"the two state the start apart", "as_of: 2026-10-01\narrangement: {state: decided, timeline: {decision: 2026-06-01, starts: {views: {north: 2026-09-01, south: 2027-01-01}}}}", toStart, running, false},
	} {
		s := judge.Judge(read(t, twoSides+c.text), cat).Timing
		if s.Dated.Earliest != c.earliest || s.Dated.Latest != c.latest || s.Silent != c.silent {
			t.Errorf("%s: from %s to %s, silent %v", c.name, s.Dated.Earliest, s.Dated.Latest, s.Silent)
		}
		if known := c.earliest == c.latest; known != (s.Stage == c.latest) || !known && s.Stage != result.UnknownStage {
			t.Errorf("%s: the stage is %s", c.name, s.Stage)
		}
	}
}

func TestAStageThatIsAskedForNeverBetters(t *testing.T) {
	dates := map[string]string{
		"none": "", "to decide": "as_of: 2026-10-01\narrangement: {timeline: {decision: 2026-12-01}}",
		"to start": "as_of: 2026-10-01\narrangement: {state: decided, timeline: {decision: 2026-06-01, starts: 2027-01-01}}",
		"running":  "as_of: 2026-10-01\narrangement: {timeline: {starts: 2016-01-01}}",
	}
	for name, text := range dates {
		plain := judge.Judge(read(t, twoSides+text), cat)
		for _, asked := range []result.Stage{result.ToDecide, result.ToStart, result.Running} {
			j := judge.At(read(t, twoSides+text), cat, asked)
			if j.Timing.Stage != asked {
				t.Errorf("%s: asked for %s it is %s", name, asked, j.Timing.Stage)
			}
			if j.Timing.Early() != (asked < plain.Timing.Latest) {
				t.Errorf("%s: asked for %s, early is %v", name, asked, j.Timing.Early())
			}
			for i := range cat.Criteria {
				c := cat.Criteria[i]
				was, is := plain.Timing.When(c), j.Timing.When(c)
				if is == result.Past && was != result.Past {
					t.Errorf("%s: asked for %s, %s is past, and by the dates it is %s", name, asked, c.ID, was)
				}
				if was == result.Now && is != result.Now && !j.Timing.Early() {
					t.Errorf("%s: asked for %s, %s counts no more and no gate is told", name, asked, c.ID)
				}
			}
		}
	}
}

const running = `partner: 1
as_of: 2026-10-01
organisations: {north: {finance: {position: strong}}, south: {finance: {position: deficit}}}
arrangement:
  nature: voluntary
  scale: structural
  form: networked-care
  roles: {provider: north, host: south}
  timeline: {decision: 2015-03-01, starts: 2015-06-01}
`

func TestARunningServiceIsNotAskedForEstimates(t *testing.T) {
	j := judge.Judge(read(t, running), cat)
	for _, id := range []string{"commitment-estimated", "alternatives-considered", "vs-smaller-projects"} {
		i, ok := j.Find(id)
		if !ok || j.Criteria[i].When != result.Past || j.Criteria[i].Without() {
			t.Errorf("%s is not past", id)
		}
		if slices.Contains(j.Rated(rating.Unknown), i) {
			t.Errorf("%s is asked", id)
		}
	}
	for _, q := range judge.Questions(j, judge.SubstanceOf(j)) {
		if slices.Contains(q.Unknown, "commitment-estimated") {
			t.Errorf("%s asks for estimates", q.ID)
		}
	}
	if judge.ForStart(j) != nil || len(judge.DueLater(j)) != 0 {
		t.Error("something is due after all has begun")
	}
}

func TestWhatWasDecidedWithoutStaysAgainstIt(t *testing.T) {
	const id = "commitment-estimated"
	without := running + "  resources: {time_estimated: no, money_estimated: no}\n"
	j := judge.Judge(read(t, without), cat)
	i, _ := j.Find(id)
	if !j.Criteria[i].Without() {
		t.Fatalf("%+v", j.Criteria[i].Standing)
	}
	verdict := j.Verdict(j.Claimed, j.Timing.Moment)
	if !slices.Contains(verdict.Open, id) {
		t.Error("the verdict is not held by it")
	}
	for _, q := range judge.Questions(j, judge.SubstanceOf(j)) {
		if feeds := slices.Contains(j.Criteria[i].Questions, q.ID); feeds != slices.Contains(q.Against, id) || slices.Contains(q.HeldBy, id) {
			t.Errorf("%s: against %v, held by %v", q.ID, q.Against, q.HeldBy)
		}
	}
	plain := judge.Judge(read(t, running), cat)
	if a, b := plain.Claimed, j.Claimed; a.Whole.Counts != b.Whole.Counts || a.Whole.Low != b.Whole.Low || a.Whole.High != b.Whole.High {
		t.Errorf("it counts: %+v, %+v", a.Whole, b.Whole)
	}
	if v := j.Claimed.Verdict; v.High >= rating.ReadyOnConditions {
		t.Errorf("the verdict may be ready over it: %v", v)
	}
}

func TestWhatIsDueLaterIsListed(t *testing.T) {
	const early = "partner: 1\nas_of: 2026-10-01\norganisations: {north: {}, south: {}}\narrangement: {nature: voluntary, scale: structural, form: contract, timeline: {decision: 2026-12-01, starts: 2027-04-01}, governance: {project_management: one-side}}\n"
	j := judge.Judge(read(t, early), cat)
	later := judge.DueLater(j)
	at := slices.IndexFunc(later, func(d result.Deferred) bool { return d.Criterion == "shared-project-management" })
	if at < 0 || later[at].Status != rating.Partly || later[at].By != "before the start (1 April 2027)" {
		t.Fatalf("%+v", later)
	}
	for i := range j.Criteria {
		c := &j.Criteria[i]
		listed := slices.ContainsFunc(later, func(d result.Deferred) bool { return d.Criterion == c.ID })
		if listed != (c.When == result.Later && c.Kind.Rated()) {
			t.Errorf("%s is %s, listed %v", c.ID, c.When, listed)
		}
	}
	start := judge.ForStart(j)
	at2 := judge.At(read(t, early), cat, result.ToStart)
	if whole := at2.Overall(at2.Claimed.Whole); start == nil || start.Overall.Words != whole.Words || start.Overall.Counted != whole.Counted {
		t.Errorf("beside stands %+v, asked for it is %+v", start, whole)
	}
	if start.Overall.Partly <= j.Overall(j.Claimed.Whole).Partly {
		t.Error("a known failing that is due before the start does not rate for the start")
	}
}
