package gate_test

import (
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/batch"
	"partner/pkg/document"
	"partner/pkg/gate"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
)

var cat = assessments.Catalogue()

func read(t interface{ Fatal(...any) }, text string) *proposal.Proposal {
	doc, wrong := document.Read(proposal.File{Label: "p.yaml", Data: []byte(text)}, cat)
	if len(wrong) > 0 {
		t.Fatal(text, wrong)
	}
	return doc
}

func day(t *testing.T, word string) proposal.Day {
	t.Helper()
	d, is := proposal.ParseDay(word)
	if !is {
		t.Fatal(word)
	}
	return d
}

// fails gives what a judgement fails for, as kinds and keys: its line fails for the same.
func fails(g gate.Gate, j *judge.Judgement) []string {
	found := judge.Findings(j)
	got := keys(g.Failures(j, found))
	l := batch.LineOf(batch.Made{Path: "p.yaml"}, j, found)
	if line, whole := keys(g.OfLine(&l, cat)), keys(g.Failures(j, found)); !slices.Equal(sorted(line), sorted(whole)) {
		return append(got, "its line fails for "+strings.Join(line, ", "))
	}
	return got
}

func keys(failures []gate.Failure) []string {
	all := []string{}
	for _, f := range failures {
		all = append(all, string(f.Kind)+" "+f.Key)
	}
	return all
}

const base = `partner: 1
title: Together
as_of: 2026-10-01
organisations:
  north: {name: North, finance: {position: {is: deficit, evidence: [plan]}}}
  south: {name: South, finance: {position: strong}}
arrangement:
  nature: voluntary
  scale: structural
  form: merger
  timeline: {decision: 2026-12-01, starts: 2027-04-01}
answers:
  vs-finances-strong: yes
  not-rushed: {views: {north: yes, south: no}}
conditions:
  formal-agreement: {state: open, due: 2026-12-01}
evidence:
  plan: {kind: internal, title: The plan, date: 2026-06}
`

// TestKinds: what each kind fails on, and nothing else.
func TestKinds(t *testing.T) {
	doc := read(t, base)
	later := doc.AsAt(day(t, "2027-08-01"))
	stale, overdue := "stale-evidence stale plan evidence.plan", "overdue-conditions formal-agreement"
	disagree, contradict := "disagreements disagreement not-rushed answers.not-rushed", "contradictions contradiction vs-finances-strong answers.vs-finances-strong"
	for _, c := range []struct {
		of   gate.Gate
		doc  *proposal.Proposal
		want []string
	}{
		{gate.Gate{}, doc, []string{}},
		{gate.Gate{FailOn: []gate.Kind{gate.Errors, gate.Regressions, gate.Impossible}}, doc, []string{}},
		{gate.Gate{FailOn: []gate.Kind{gate.StaleEvidence, gate.OverdueConditions}}, doc, []string{}},
		{gate.Gate{FailOn: []gate.Kind{gate.OverdueConditions, gate.StaleEvidence}}, later, []string{stale, overdue}},
		{gate.Gate{FailOn: []gate.Kind{gate.Disagreements}}, doc, []string{disagree}},
		{gate.Gate{FailOn: []gate.Kind{gate.Contradictions}}, doc, []string{contradict}},
		{gate.Gate{Strict: true}, doc, []string{"strict" + strings.TrimPrefix(disagree, "disagreements"), "strict" + strings.TrimPrefix(contradict, "contradictions")}},
		{gate.Gate{FailOn: []gate.Kind{gate.Old}, OldAfter: 304}, later, []string{}},
		{gate.Gate{FailOn: []gate.Kind{gate.Old}, OldAfter: 303}, later, []string{"old as_of"}},
		{gate.Gate{FailOn: []gate.Kind{gate.Old}, OldAfter: 9999}, read(t, "partner: 1\n").AsAt(day(t, "2027-08-01")), []string{"old as_of"}},
		{gate.Gate{AtLeast: rating.Red}, doc, []string{}},
		{gate.Gate{AtLeast: rating.AmberRed}, doc, []string{"at-least overall"}},
		{gate.Gate{AtLeast: rating.Red, Of: gate.SoFar}, doc, []string{"at-least overall"}}, // too little is known
		{gate.Gate{AtLeast: rating.Red, Of: gate.Documented}, doc, []string{}},
		{gate.Gate{AtLeast: rating.Red}, doc.AsAt(day(t, "2026-09-30")), []string{"early day"}},
	} {
		got := fails(c.of, judge.Judge(c.doc, cat))
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v as at %s fails for %q, want %q", c.of, c.doc.Root.At("as_of"), got, c.want)
		}
	}
	if got := fails(gate.Gate{AtLeast: rating.Red}, judge.At(later, cat, result.ToDecide)); !slices.Equal(got, []string{"early stage"}) {
		t.Errorf("at an earlier stage it fails for %q", got)
	}
	if got := fails(gate.Gate{FailOn: []gate.Kind{gate.OpenGates}}, judge.Judge(doc, cat)); len(got) == 0 || !slices.Equal(got, prefixed("open-gates ", judge.OpenGates(judge.Judge(doc, cat)))) {
		t.Errorf("open gates: %q", got)
	}
}

func prefixed(with string, all []string) []string {
	var out []string
	for _, s := range all {
		out = append(out, with+s)
	}
	return out
}

// TestNoGatePassesForADeparture: whatever a document departs from, the same fails.
func TestNoGatePassesForADeparture(t *testing.T) {
	departed := base + "departures:\n"
	for _, c := range cat.Criteria {
		if c.Kind.Rated() && c.Each() == "" {
			departed += "  " + c.ID + ": {kind: accepted, because: It is late., accepted_by: both boards, until: 2027-01-01}\n"
		}
	}
	for _, r := range cat.Consistency {
		departed += "  " + r.ID + ": {kind: accepted, because: It is late., accepted_by: both boards, until: 2027-01-01}\n"
	}
	g := gate.Gate{FailOn: []gate.Kind{gate.Contradictions, gate.OpenGates, gate.StaleEvidence, gate.Disagreements, gate.OverdueConditions}, AtLeast: rating.AmberGreen}
	without, with := judge.Judge(read(t, base), cat), judge.Judge(read(t, departed), cat)
	if w := judge.WithDepartures(with); w == nil || len(w.Gates) == 0 || w.Overall.Low < rating.AmberGreen {
		t.Fatalf("with departures it would pass: %+v", w)
	}
	if was, is := fails(g, without), fails(g, with); len(was) < 4 || !slices.Equal(was, is) {
		t.Errorf("%q, %q", was, is)
	}
}

// TestImpossible: a rating out of reach fails, whether one is asked for or not.
func TestImpossible(t *testing.T) {
	var b strings.Builder
	b.WriteString("partner: 1\norganisations: {north: {finance: {position: distressed}, board: {stability: unstable}}, south: {finance: {position: distressed}, board: {stability: unstable}}}\n")
	b.WriteString("arrangement: {nature: voluntary, scale: structural, form: merger, benefits: [], risks: [], objectives: [], history: [], alternatives: [], governance: {boards: []}}\nanswers:\n")
	j := judge.Judge(read(t, b.String()[:strings.Index(b.String(), "answers")]), cat)
	for _, c := range j.Criteria {
		if c.UsesAnswer() {
			b.WriteString("  " + c.ID + ": no\n")
		}
	}
	bad := judge.Judge(read(t, b.String()), cat)
	if high := bad.Claimed.Whole.High.Grade; high > rating.AmberRed {
		t.Fatalf("the document may prove %s", high)
	}
	on := []gate.Kind{gate.Impossible}
	if got := fails(gate.Gate{FailOn: on}, bad); !slices.Equal(got, []string{"impossible overall"}) {
		t.Errorf("at best amber-red, it fails for %q", got)
	}
	if got := fails(gate.Gate{FailOn: on}, judge.Judge(read(t, frame), cat)); len(got) > 0 {
		t.Errorf("of which nothing is known fails for %q", got)
	}
	high := bad.Claimed.Whole.High.Grade
	if got := fails(gate.Gate{FailOn: on, AtLeast: high}, bad); slices.Contains(got, "impossible overall") {
		t.Errorf("within reach, it fails for %q", got)
	}
}

func TestParse(t *testing.T) {
	if kinds, ok := gate.Parse("old, errors,old"); !ok || !slices.Equal(kinds, []gate.Kind{gate.Old, gate.Errors}) {
		t.Errorf("%v, %v", kinds, ok)
	}
	for _, words := range []string{"", "none", "errors,", "strict", "at-least", "Errors"} {
		if _, ok := gate.Parse(words); ok {
			t.Errorf("%q is taken for kinds", words)
		}
	}
}

// TestKeys: which entry of a list it is, and which of several equal ones, is no part of a key.
func TestKeys(t *testing.T) {
	for of, want := range map[string]string{
		"inconsistent rule arrangement.risks[3].by":    "inconsistent rule arrangement.risks[].by",
		"inconsistent rule arrangement.risks[12].by 4": "inconsistent rule arrangement.risks[].by",
		"stale plan evidence.plan":                     "stale plan evidence.plan",
		"renamed a.b a.b c_2":                          "renamed a.b a.b c_2",
		"stale plan-2019 evidence.plan-2019":           "stale plan-2019 evidence.plan-2019",
	} {
		if got := gate.Key(of); got != want {
			t.Errorf("%q gives %q, want %q", of, got, want)
		}
	}
}

// TestLines: one line a kind, one each for regressions; and all of them counted.
func TestLines(t *testing.T) {
	failures := []gate.Failure{{Kind: gate.OpenGates, Text: "a"}, {Kind: gate.Regressions, Text: "b"}, {Kind: gate.OpenGates, Text: "c"}, {Kind: gate.Regressions, Text: "d"}}
	for i := range failures {
		failures[i].Place.File = "p.yaml"
	}
	want := []string{"p.yaml: open-gates: a; and 1 more", "p.yaml: regressions: b", "p.yaml: regressions: d"}
	if got := gate.Lines(failures); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := gate.Counts(failures); got != "open-gates (2) and regressions (2)" {
		t.Errorf("%q", got)
	}
}
