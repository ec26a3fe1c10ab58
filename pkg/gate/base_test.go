package gate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partner/pkg/batch"
	"partner/pkg/document"
	"partner/pkg/gate"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
)

// against holds a document against what it was, and gives the keys of what is new, stood, moved and gone.
func against(t interface{ Fatal(...any) }, g gate.Gate, was, is string) (left, stood, moved, gone []string) {
	j := judge.Judge(read(t, is), cat)
	h := g.Against(read(t, was), j, judge.Findings(j))
	return keys(h.New), keys(h.Stood), keys(h.Moved), keys(h.Gone)
}

func every() gate.Gate {
	g := gate.Gate{AtLeast: rating.Green, Strict: true}
	for _, k := range gate.Kinds {
		if k.Kind != gate.Old {
			g.FailOn = append(g.FailOn, k.Kind)
		}
	}
	return g
}

// TestAgainst: what is new fails, what stood does not, what time alone has moved does not, what is gone is told.
func TestAgainst(t *testing.T) {
	replaced := func(old, new string) string {
		if !strings.Contains(base, old) {
			t.Fatalf("the document has no %q", old)
		}
		return strings.Replace(base, old, new, 1)
	}
	on := func(kinds ...gate.Kind) gate.Gate { return gate.Gate{FailOn: kinds} }
	for _, c := range []struct {
		name                     string
		of                       gate.Gate
		is                       string
		left, stood, moved, gone []string
	}{
		{"nothing has changed", on(gate.Contradictions, gate.Regressions), base, nil, []string{"contradictions contradiction vs-finances-strong answers.vs-finances-strong"}, nil, nil},
		{"a year has passed", on(gate.StaleEvidence, gate.OverdueConditions, gate.Regressions), replaced("as_of: 2026-10-01", "as_of: 2027-11-01"), nil, nil,
			[]string{"stale-evidence stale plan evidence.plan", "overdue-conditions formal-agreement"}, nil},
		{"a contradiction is mended", on(gate.Contradictions), replaced("  vs-finances-strong: yes\n", ""), nil, nil, nil, []string{"contradictions contradiction vs-finances-strong answers.vs-finances-strong"}},
		{"another disagreement", on(gate.Disagreements), replaced("answers:\n", "answers:\n  key-people-trust: {views: {north: no, south: yes}}\n"),
			[]string{"disagreements disagreement key-people-trust answers.key-people-trust"}, []string{"disagreements disagreement not-rushed answers.not-rushed"}, nil, nil},
		{"older evidence", on(gate.StaleEvidence), replaced("date: 2026-06", "date: 2025-06"), []string{"stale-evidence stale plan evidence.plan"}, nil, nil, nil},
		{"as low a rating as before", gate.Gate{AtLeast: rating.Green}, base, nil, []string{"at-least overall"}, nil, nil},
	} {
		left, stood, moved, gone := against(t, c.of, base, c.is)
		if !slices.Equal(left, c.left) || !slices.Equal(stood, c.stood) || !slices.Equal(moved, c.moved) || !slices.Equal(gone, c.gone) {
			t.Errorf("%s: new %q, stood %q, moved %q, gone %q", c.name, left, stood, moved, gone)
		}
	}
}

// TestALaterStageAloneOpensNothingNew: a gate that is due only now was not met before either.
func TestALaterStageAloneOpensNothingNew(t *testing.T) {
	g := gate.Gate{FailOn: []gate.Kind{gate.OpenGates}}
	later := strings.Replace(base, "as_of: 2026-10-01", "as_of: 2027-05-01", 1)
	was, is := judge.Judge(read(t, base), cat), judge.Judge(read(t, later), cat)
	if was.Timing.Stage == is.Timing.Stage || len(judge.OpenGates(is)) <= len(judge.OpenGates(was)) {
		t.Fatalf("the stage opens nothing: %v, %v", judge.OpenGates(was), judge.OpenGates(is))
	}
	if left, _, moved, _ := against(t, g, base, later); len(left) > 0 || len(moved) == 0 {
		t.Errorf("new %q, moved %q", left, moved)
	}
}

// TestRegressions: what may not become less, and which reasons excuse it.
func TestRegressions(t *testing.T) {
	text := func(lines ...string) string {
		return "partner: 1\norganisations: {north: {name: North}, south: {name: South}}\narrangement:\n  nature: voluntary\n  scale: structural\n  form: merger\n" + strings.Join(lines, "\n") + "\n"
	}
	answer := func(said string) string {
		return text("answers: {not-rushed: "+said+"}", "evidence: {minutes: {kind: internal, title: Minutes}, letter: {kind: internal, title: Letter}}")
	}
	for _, c := range []struct {
		was, is string
		want    bool
	}{
		{"yes", "yes", false},
		{"yes", "no", true},
		{"yes", "partly", true},
		{"yes", "at-least-partly", true},
		{"yes", "unknown", true},
		{"yes", "{views: {north: yes, south: no}}", true},
		{"yes", "{is: no, because: The work began before it was agreed.}", false},
		{"yes", "{is: unknown, because: It is being looked into.}", false},
		{"{is: yes, because: It took two years.}", "{is: no, because: It took two years.}", true},
		{"{is: yes, because: It took two years.}", "{is: no, because: It took two weeks.}", false},
		{"{is: yes, because: It took two years.}", "no", true},
		{"partly", "no", true},
		{"partly", "at-least-partly", false},
		{"at-least-partly", "unknown", true},
		{"no", "yes", false},
		{"unknown", "no", false},
		{"at-most-partly", "no", false},
		{"{is: yes, evidence: [minutes]}", "yes", true},
		{"{is: yes, evidence: [minutes]}", "{is: yes, evidence: [letter]}", false},
		{"{is: yes, evidence: [minutes]}", "{is: yes, because: The minutes were withdrawn.}", false},
		{"yes", "{is: not-applicable, because: It is a trial that anyone may end.}", false},
	} {
		left, _, _, _ := against(t, gate.Gate{FailOn: []gate.Kind{gate.Regressions}}, answer(c.was), answer(c.is))
		if got := slices.Equal(left, []string{"regressions not-rushed"}); got != c.want || !got && len(left) > 0 {
			t.Errorf("from %s to %s: %q", c.was, c.is, left)
		}
	}
	departing := func(said, until, because string) string {
		return answer(said) + "as_of: 2026-10-01\ndepartures: {not-rushed: {kind: accepted, because: " + because + ", accepted_by: both boards, until: " + until + "}}\n"
	}
	for _, c := range []struct {
		what, was, is string
		want          bool
	}{
		{"departed from since", answer("yes"), departing("no", "2027-01-01", "It is late."), false},
		{"departed from until a day that has passed", answer("yes"), departing("no", "2026-01-01", "It is late."), true},
		{"departed from without a reason", answer("yes"), departing("no", "2027-01-01", "unknown"), true},
		{"departed from before it was less", departing("partly", "2027-01-01", "It is late."), departing("no", "2027-01-01", "It is late."), true},
		{"departed from anew", departing("partly", "2027-01-01", "It is late."), departing("no", "2027-06-01", "It is late."), false},
	} {
		left, _, _, _ := against(t, gate.Gate{FailOn: []gate.Kind{gate.Regressions}}, c.was, c.is)
		if got := slices.Equal(left, []string{"regressions not-rushed"}); got != c.want || !got && len(left) > 0 {
			t.Errorf("%s: %q", c.what, left)
		}
	}
	stands := func(position string) string {
		return strings.Replace(text(), "{name: North}", "{name: North, finance: {position: "+position+"}}", 1)
	}
	regress := gate.Gate{FailOn: []gate.Kind{gate.Regressions}}
	strong := strings.Replace(stands("strong"), "{name: South}", "{name: South, finance: {position: strong}}", 1)
	if left, _, _, _ := against(t, regress, strong, strings.Replace(strong, "strong", "deficit", 1)); !slices.Contains(left, "regressions vs-finances-strong") {
		t.Errorf("finances that were strong are in deficit, and that is no regression: %q", left)
	}
	if left, _, _, _ := against(t, regress, strong, strings.Replace(strong, "strong", "{is: deficit, because: The grant ended.}", 1)); len(left) > 0 {
		t.Errorf("a reason at the fact: %q", left)
	}
}

// frame is a document without answers.
const frame = "partner: 1\ntitle: Together\nas_of: 2026-10-01\norganisations: {north: {name: North}, south: {name: South}}\n" +
	"arrangement: {nature: voluntary, scale: structural, form: merger}\n"

// ids are criteria that rate and that answers decide.
var ids = func() []string {
	var ids []string
	doc, _ := document.Read(proposal.File{Label: "p.yaml", Data: []byte(frame)}, cat)
	for _, c := range judge.Judge(doc, cat).Criteria {
		if c.Sure && c.Kind.Rated() && c.UsesAnswer() && len(ids) < 6 {
			ids = append(ids, c.ID)
		}
	}
	return ids
}()

var words = []string{"yes", "at-least-partly", "partly", "at-most-partly", "no", "unknown"}

// stated is what a document answers, by the place of the word.
type stated struct {
	word    int
	because string
}

// written writes a document with these answers, in an order and with lines between them that say nothing.
func written(t *rapid.T, label string, all []stated) string {
	var b strings.Builder
	b.WriteString(frame + "answers:\n")
	order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5}).Draw(t, label+" order")
	for _, i := range order {
		b.WriteString(strings.Repeat("  # a remark\n\n", rapid.IntRange(0, 2).Draw(t, label+" lines")))
		if all[i].because != "" {
			fmt.Fprintf(&b, "  %s: {because: %s, is: %s}\n", ids[i], all[i].because, words[all[i].word])
		} else {
			fmt.Fprintf(&b, "  %s: %s\n", ids[i], words[all[i].word])
		}
	}
	return b.String()
}

// steps are how many steps of an answer are surely made.
var steps = []int{2, 1, 1, 0, 0, 0}

// TestGatesHangOnWhatIsSaid: how a document is written, its lines and the order of its keys, changes no verdict; one that
// says the same has nothing new; and what is less is a regression exactly where no reason is given.
func TestGatesHangOnWhatIsSaid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		one := rapid.Custom(func(t *rapid.T) stated {
			return stated{rapid.IntRange(0, len(words)-1).Draw(t, "word"), rapid.SampledFrom([]string{"", "So it was."}).Draw(t, "because")}
		})
		was := rapid.SliceOfN(one, len(ids), len(ids)).Draw(t, "was")
		is := slices.Clone(was)
		var want []string
		for i := range is {
			if !rapid.Bool().Draw(t, "changed") {
				continue
			}
			is[i] = stated{rapid.IntRange(0, len(words)-1).Draw(t, "to"), rapid.SampledFrom([]string{"", "So it was.", "It has changed."}).Draw(t, "why")}
			if said := is[i].because; steps[is[i].word] < steps[was[i].word] && (said == "" || said == was[i].because) {
				want = append(want, "regressions "+ids[i])
			}
		}
		before := written(t, "was", was)
		again := written(t, "again", was)
		if left, _, moved, gone := against(t, every(), before, again); len(left)+len(moved)+len(gone) > 0 {
			t.Fatalf("what says the same has new %q, moved %q, gone %q", left, moved, gone)
		}
		if got, other := fails(every(), judge.Judge(read(t, before), cat)), fails(every(), judge.Judge(read(t, again), cat)); !slices.Equal(sorted(got), sorted(other)) {
			t.Fatalf("written otherwise it fails for %q, and not %q", other, got)
		}
		left, _, _, _ := against(t, gate.Gate{FailOn: []gate.Kind{gate.Regressions}}, before, written(t, "is", is))
		if !slices.Equal(sorted(left), sorted(want)) {
			t.Fatalf("regressions %q, want %q", left, want)
		}
	})
}

func sorted(all []string) []string {
	all = slices.Clone(all)
	slices.Sort(all)
	return all
}

// TestEqualOnesAreCounted: an entry that moves in its list is not new, and one more of the same is.
func TestEqualOnesAreCounted(t *testing.T) {
	f := func(exact string) gate.Failure {
		return gate.Failure{Kind: gate.Contradictions, Key: gate.Key(exact), Text: exact}
	}
	was := []gate.Failure{f("inconsistent r a[0]"), f("inconsistent r a[1]")}
	is := []gate.Failure{f("inconsistent r a[5]"), f("inconsistent r a[1]"), f("inconsistent r a[7]")}
	left, had := gate.New(is, was)
	if len(left) != 1 || len(had) != 2 {
		t.Errorf("%d are new, %d stood", len(left), len(had))
	}
}

// underIDs has findings of every kind that go by the ids of organisations and of evidence.
const underIDs = `partner: 1
title: Together
as_of: 2026-10-01
organisations:
  north:
    name: North
    size: {staff: 10, turnover_gbp_m: 30}
    board: {chief_executive_since: 2026-08-01}
    finance: {position: {is: strong, evidence: [plan]}, surplus_gbp_m: -3}
    stance: {motivation: {is: high, evidence: [minutes]}, looking_for_partner: {views: {north: yes, south: no}}}
    objectives: [{id: grow, text: Grow}]
  south: {name: South, finance: {position: strong}, objectives: [{id: live, text: Live}]}
arrangement:
  nature: voluntary
  scale: structural
  form: merger
  objectives: [{id: one, text: One service, serves: {north: [], south: [live]}}]
  timeline: {decision: 2026-12-01, starts: 2027-04-01}
answers:
  objectives-serve-north: yes
  not-rushed: {views: {north: yes, south: no}}
conditions:
  formal-agreement: {state: open, due: 2026-09-01}
departures: {objectives-serve-north: {kind: accepted, because: It is small., accepted_by: both boards, until: 2026-09-01}}
evidence:
  plan: {kind: internal, title: The plan, date: 2024-06}
  minutes: {kind: internal, title: Minutes, date: 2026-06}
`

// TestTheSameUnderAnotherID: an organisation or a piece of evidence that is only called by another id has nothing new,
// held against the document itself or against its line; one that is another has.
func TestTheSameUnderAnotherID(t *testing.T) {
	was := judge.Judge(read(t, underIDs), cat)
	line := batch.LineOf(batch.Made{Path: "p.yaml"}, was, judge.Findings(was))
	g := every()
	kinds := map[gate.Kind]bool{}
	for _, f := range g.Failures(was, judge.Findings(was)) {
		kinds[f.Kind] = kinds[f.Kind] || strings.Contains(f.Key, "north") || strings.Contains(f.Key, "plan")
	}
	for _, k := range []gate.Kind{gate.Contradictions, gate.StaleEvidence, gate.Disagreements, gate.Strict} {
		if !kinds[k] {
			t.Fatalf("nothing of %s goes by an id: %q", k, keys(g.Failures(was, judge.Findings(was))))
		}
	}
	for _, c := range []struct {
		name    string
		replace []string
		isNew   bool
	}{
		{"an organisation", []string{"north", "nth"}, false},
		{"both, so that their order turns", []string{"north", "zeta", "south", "alpha"}, false},
		{"evidence", []string{"[plan]", "[accounts]", "plan:", "accounts:"}, false},
		{"an organisation and evidence", []string{"north", "nth", "[plan]", "[accounts]", "plan:", "accounts:", "[minutes]", "[board]", "minutes:", "board:"}, false},
		{"another organisation", []string{"north", "nth", "name: North", "name: Western"}, true},
		{"other evidence", []string{"[plan]", "[accounts]", "plan:", "accounts:", "The plan", "The accounts"}, true},
	} {
		is := judge.Judge(read(t, strings.NewReplacer(c.replace...).Replace(underIDs)), cat)
		found := judge.Findings(is)
		for of, h := range map[string]gate.Held{"document": g.Against(was.Doc, is, found), "line": g.AgainstLine(&line, is, found)} {
			if (len(h.New) > 0) != c.isNew || (len(h.Gone) > 0) != c.isNew || len(h.Stood) == 0 {
				t.Errorf("%s, against the %s: new %q, gone %q", c.name, of, keys(h.New), keys(h.Gone))
			}
		}
	}
}
