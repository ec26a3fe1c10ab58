package judge_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/judge"
	"partner/pkg/result"
)

// inconsistent gives the findings on what does not go together, by the rules that find it.
func inconsistent(j *judge.Judgement) (rules []string) {
	for _, f := range judge.Findings(j) {
		if f.Kind == result.Inconsistent {
			rules = append(rules, f.Subject)
		}
	}
	slices.Sort(rules)
	return rules
}

// What can be written and cannot be so is found at its place, each as a finding of its own.
func TestFactsThatCannotBeAreFindings(t *testing.T) {
	j := judged(t, `
title: Hillbrook and Ferndale
as_of: 2026-10-01
organisations:
  hillbrook: {name: Hillbrook, size: {sites: 0, beds: 1000}, board: {chief_executive_since: 2031-01-01}, finance: {position: strong, surplus_gbp_m: -30}}
  ferndale: {name: Ferndale, board: {chief_executive_since: 2026-09-24, chair_since: 2026-09-24, stability: stable}, finance: {position: distressed, surplus_gbp_m: 3}}
arrangement:
  nature: voluntary
  roles: {acquirer: hillbrook, acquired: ferndale}
  timeline: {decision: 2027-06-01, starts: 2027-01-01, benefits_from: 2026-01-01, ends: 2026-12-31}
  governance: {boards: [{kind: joint-management, status: in-place, meets: never}]}
  benefits: [{what: x, by: 2019}]
evidence:
  a: {kind: independent, title: A, date: 2030-01-01}
`)
	want := []string{
		"beds-without-site", "benefit-before-start", "benefits-before-start", "board-never-meets", "distressed-with-surplus", "end-before-start",
		"evidence-from-later", "post-from-later", "stable-board-of-newcomers", "start-before-decision", "strong-with-deficit",
	}
	if got := inconsistent(j); !slices.Equal(got, want) {
		t.Errorf("%v\nwant %v", got, want)
	}
	keys := map[string]bool{}
	for _, f := range judge.Findings(j) {
		if f.Place.Line == 0 || f.Do == "" || f.Text == "" || keys[f.Key] || strings.ContainsAny(f.Text+f.Do, "{}") {
			t.Errorf("%+v", f)
		}
		keys[f.Key] = true
	}
}

// A matter that a mismatch of the typology tells is told there, with what else speaks against the declaration.
func TestOneMatterIsToldOnce(t *testing.T) {
	j := judged(t, `
organisations: {north: {}, south: {}}
arrangement: {nature: voluntary, brokered_by: regulator, mandate: imposed, scale: individual, form: buddying}
`)
	var about []string
	for _, f := range judge.Findings(j) {
		about = append(about, string(f.Kind))
		if f.Kind == result.Mismatch && !strings.Contains(f.Text, "arrangement.brokered_by regulator and arrangement.mandate imposed") {
			t.Errorf("%s", f.Text)
		}
	}
	if !slices.Equal(about, []string{"mismatch"}) {
		t.Errorf("%v", about)
	}
	if got := inconsistent(judged(t, "organisations: {north: {}, south: {}}\narrangement: {nature: voluntary, mandate: imposed}\n")); !slices.Equal(got, []string{"mandate-of-a-voluntary-one"}) {
		t.Errorf("where nothing else tells it: %v", got)
	}
}

// What the two state differently is a disagreement: a rule speaks where it would in the eyes of both.
func TestWhatTheTwoStateApartIsNoInconsistency(t *testing.T) {
	const text = "organisations: {north: {}, south: {}}\narrangement: {governance: {agreement: {status: signed, terms: TERMS}}}\n"
	for terms, want := range map[string][]string{
		"unclear": {"signed-but-unclear"}, "{views: {north: unclear, south: unclear}}": {"signed-but-unclear"}, "{views: {north: unclear, south: clear}}": nil,
	} {
		if got := inconsistent(judged(t, strings.Replace(text, "TERMS", terms, 1))); !slices.Equal(got, want) {
			t.Errorf("%s: %v", terms, got)
		}
	}
}

// TestARuleOnTheTwoKnowsNoFirst: whichever organisation a document names first, it speaks or not.
func TestARuleOnTheTwoKnowsNoFirst(t *testing.T) {
	const one, other = "  north: {size: {turnover_gbp_m: 0, staff: 1}}\n", "  south: {size: {turnover_gbp_m: 6, staff: 24}}\n"
	speaks := func(both string) bool {
		j := judge.Judge(read(t, "partner: 1\norganisations:\n"+both+"arrangement: {culture: {power: even}}\n"), cat)
		return slices.ContainsFunc(judge.Findings(j), func(f result.Finding) bool { return f.Subject == "even-but-unequal" })
	}
	if speaks(one+other) || speaks(other+one) {
		t.Errorf("power is even, and staff tell otherwise though the turnover is known: %v, %v", speaks(one+other), speaks(other+one))
	}
}
