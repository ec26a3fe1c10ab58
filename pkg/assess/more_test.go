package assess_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "partner/pkg/internal/drawn"
	"partner/pkg/judge"
	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/testdata/trial"
)

// halfSteps is how far a status is on the way from not met to met, in halves of a step.
func halfSteps(s rating.Status) int {
	return int(s.Lower()) + int(s.Upper())
}

// statuses judges a drawn document, and gives how each criterion stands that can have a status and surely applies:
// orders of words serve statuses, and never whether something is asked.
func statuses(t *rapid.T, tree map[string]any) map[string]rating.Status {
	all := map[string]rating.Status{}
	j := judge.Judge(trial.ReadTree(t, tree), cat)
	for i := range j.Criteria {
		if s := j.Criteria[i].Status(); j.Criteria[i].Sure && s != rating.NotApplicable && s != rating.NoStatus {
			all[j.Criteria[i].ID] = s
		}
	}
	return all
}

// neverLower fails where a criterion stands lower after more was said.
func neverLower(t *rapid.T, before, after map[string]rating.Status, what string) {
	for id, was := range before {
		if is, still := after[id]; still && (is.Lower() < was.Lower() || is.Upper() < was.Upper()) {
			t.Fatalf("%s: %s was %s and is %s", what, id, was, is)
		}
	}
}

// fitted are places at which more is not better: how closely a service is integrated is to fit what the host wants.
var fitted = []string{"arrangement.operations.host_interest", "arrangement.operations.integration"}

// TestMoreNeverCountsForLess: at every place of every document, a word that says as much or more never lowers how a
// criterion stands, and no more does a longer run or a further board.
func TestMoreNeverCountsForLess(t *testing.T) {
	facts := trial.OpenFacts()
	var ordered, boards []trial.LeafFact
	for _, f := range facts {
		if at := strings.Join(f.Path, "."); f.Field.Order != proposal.NoOrder && !slices.Contains(fitted, at) {
			ordered = append(ordered, f)
		} else if strings.HasPrefix(at, "arrangement.governance.boards.1.") {
			boards = append(boards, f)
		}
	}
	if len(ordered) < 100 || len(boards) == 0 {
		t.Fatalf("only %d places have words in an order, and %d are of a board", len(ordered), len(boards))
	}
	next := 0
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0.3, 1).Draw(t, "share"))
		from := rapid.IntRange(0, len(ordered)-1).Draw(t, "from")
		next++
		for k := range 6 {
			f := ordered[(from+next*6+k)%len(ordered)]
			rising := f.Field.Rising()
			less := rapid.IntRange(0, len(rising)-2).Draw(t, "less")
			more := rapid.IntRange(less+1, len(rising)-1).Draw(t, "more")
			trial.Put(tree, f.Path, rising[less])
			before := statuses(t, tree)
			trial.Put(tree, f.Path, rising[more])
			neverLower(t, before, statuses(t, tree), strings.Join(f.Path, ".")+" from "+rising[less]+" to "+rising[more])
		}
		years := []string{"arrangement", "history", "0", "years"}
		trial.Put(tree, years, "1")
		before := statuses(t, tree)
		trial.Put(tree, years, "9")
		neverLower(t, before, statuses(t, tree), "a longer run")

		governance := tree["arrangement"].(map[string]any)["governance"]
		if governance, is := governance.(map[string]any); is {
			governance["boards"] = []any{map[string]any{"kind": "joint-board", "status": "agreed"}}
			before = statuses(t, tree)
			further := map[string]any{}
			for _, f := range boards {
				if f.Field.Kind != proposal.List {
					further[f.Path[len(f.Path)-1]] = trial.DrawFact(t, f.Field)
				}
			}
			further["kind"] = rapid.SampledFrom([]string{"joint-performance", "joint-management", "quality-oversight", "compliance-meeting", "service-links"}).Draw(t, "kind")
			governance["boards"] = append(governance["boards"].([]any), further)
			neverLower(t, before, statuses(t, tree), "a further board")
			governance["boards"] = []any{map[string]any{"kind": []any{"joint-board", further["kind"]}, "status": "agreed"}}
			neverLower(t, before, statuses(t, tree), "a further purpose")
		}
	})
}

// reading gives the criteria by whose rules a key of an entry of the history is read.
func reading(key string) []string {
	field := proposal.Model.Find("arrangement.history").Field(key)
	var ids []string
	for i := range cat.Criteria {
		c := cat.Criteria[i]
		for _, rule := range []*logic.Condition{c.Met, c.Partly, c.Applies} {
			if slices.Contains(rule.Fields(), field) {
				ids = append(ids, c.ID)
				break
			}
		}
	}
	return ids
}

// TestAWordOfTheHistoryMovesWhatAsksForItByAStep: one word of one entry of what was done together moves only criteria
// that ask about that, and each by no more than a step.
func TestAWordOfTheHistoryMovesWhatAsksForItByAStep(t *testing.T) {
	kinds := proposal.Model.Find("arrangement.history").Field("kind").Words
	sizes, outcomes, years := []string{"small", "large"}, []string{"good", "mixed", "poor"}, []string{"1", "2", "7"}
	words := map[string][]string{"kind": kinds, "scale": sizes, "outcome": outcomes, "years": years}
	beside := func(t *rapid.T, key, word string) string {
		if key == "kind" {
			return rapid.SampledFrom(kinds).Draw(t, "another kind")
		}
		i := slices.Index(words[key], word)
		return words[key][min(max(i+rapid.SampledFrom([]int{-1, 1}).Draw(t, "beside"), 0), len(words[key])-1)]
	}
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, nil, 0)
		var entries []any
		for range rapid.IntRange(1, 3).Draw(t, "entries") {
			entry := map[string]any{"what": "joint work"}
			for _, key := range []string{"kind", "scale", "outcome", "years"} {
				entry[key] = rapid.SampledFrom(words[key]).Draw(t, key)
			}
			entries = append(entries, entry)
		}
		changed := entries[rapid.IntRange(0, len(entries)-1).Draw(t, "which")].(map[string]any)
		if rapid.Bool().Draw(t, "whole") {
			entries = append(entries, "none-else")
		}
		trial.Put(tree, []string{"arrangement", "history"}, entries)
		before := statuses(t, tree)
		key := rapid.SampledFrom([]string{"kind", "scale", "outcome", "years"}).Draw(t, "key")
		was := changed[key].(string)
		changed[key] = beside(t, key, was)
		after := statuses(t, tree)
		for id, status := range before {
			is, still := after[id]
			switch {
			case !still:
				t.Fatalf("%s from %s to %v: %s no longer applies", key, was, changed[key], id)
			case is == status:
			case !slices.Contains(reading(key), id):
				t.Fatalf("%s from %s to %v: %s, which does not ask for it, was %s and is %s", key, was, changed[key], id, status, is)
			case max(halfSteps(is)-halfSteps(status), halfSteps(status)-halfSteps(is)) > 2:
				t.Fatalf("%s from %s to %v: %s was %s and is %s", key, was, changed[key], id, status, is)
			}
		}
	})
}

// TestHistoryByWhatItWas: years, size, kind and outcome of what was done together say what each shows.
func TestHistoryByWhatItWas(t *testing.T) {
	const clinics = "title: Two\nas_of: 2026-11-01\narrangement: {nature: voluntary, scale: individual, form: pathway, history: ["
	const structural = "title: Two\nas_of: 2026-11-01\narrangement: {nature: voluntary, scale: structural, form: contract, history: ["
	for _, c := range []struct {
		name, text, criterion string
		want                  rating.Status
	}{
		{"patients looked after together for years", structural + "{what: One diabetes clinic, kind: shared-care, years: 12, outcome: good}]}", "vs-smaller-projects", rating.Met},
		{"a run without its size or its end", structural + "{what: One diabetes clinic, kind: shared-care, since: 2014, outcome: good}]}", "vs-smaller-projects", rating.Met},
		{"a few months, of which no size is told", structural + "{what: One diabetes clinic, kind: shared-care, since: 2026-06, outcome: good}]}", "vs-smaller-projects", rating.Unknown},
		{"larger than small", structural + "{what: One pay office, kind: shared-service, scale: large, outcome: good}]}", "vs-smaller-projects", rating.Met},
		{"a pay office proves a project", structural + "{what: One pay office, kind: shared-service, scale: small, outcome: good}]}", "vs-smaller-projects", rating.Met},
		{"and no trust", structural + "{what: One pay office, kind: shared-service, scale: small, outcome: good}]}", "trust-built-stepwise", rating.AtLeastPartly},
		{"nor that clinicians work well together", clinics + "{what: One pay office, kind: shared-service, outcome: good}]}", "vi-prior-joint-work", rating.AtLeastPartly},
		{"and where there is nothing else", clinics + "{what: One pay office, kind: shared-service, outcome: good}, none-else]}", "vi-prior-joint-work", rating.Partly},
		{"shared care does", clinics + "{what: One clinic, kind: shared-care, outcome: good}]}", "vi-prior-joint-work", rating.Met},
		{"a poor one is no denial of others", structural + "{what: One clinic, kind: shared-care, scale: small, outcome: poor}]}", "vs-smaller-projects", rating.AtMostPartly},
		{"a poor one alone", structural + "{what: One clinic, kind: shared-care, scale: small, outcome: poor}, none-else]}", "vs-smaller-projects", rating.NotMet},
	} {
		if x := trial.Text(t, c.text+"\n").Criterion(c.criterion); x == nil || x.Status != c.want {
			t.Errorf("%s: %s is %+v, want %s", c.name, c.criterion, x, c.want)
		}
	}
}

// TestALargeServiceSharedWell: a large success of years and a monthly joint board stand against nothing.
func TestALargeServiceSharedWell(t *testing.T) {
	const text = `
title: Wexcombe and Harle share their planning office
as_of: 2026-11-01
organisations: {wexcombe: {sector: local-government}, harle: {sector: local-government}}
arrangement:
  nature: voluntary
  scale: structural
  constituted: by-contract
  form: contract
  shares: [services]
  history: [{what: One audit team for both, kind: shared-service, scale: large, outcome: good, since: 2009}]
  governance: {boards: [{kind: joint-board, status: in-place, meets: monthly, members: [executives, wexcombe, harle]}]}
`
	want := map[string]rating.Status{
		"vs-smaller-projects": rating.Met, "not-rushed": rating.AtLeastPartly, "complacency-guarded": rating.Met, "monthly-meeting": rating.Partly, "trust-built-stepwise": rating.AtLeastPartly,
	}
	r := trial.Text(t, text)
	for id, status := range want {
		if c := r.Criterion(id); c == nil || c.Status != status {
			t.Errorf("%s is %+v, want %s", id, c, status)
		}
	}
	small := trial.Text(t, strings.Replace(text, "scale: large", "scale: small", 1))
	for _, c := range r.Criteria {
		if s := small.Criterion(c.ID); s == nil || s.Status.Lower() > c.Status.Lower() || s.Status.Upper() > c.Status.Upper() {
			t.Errorf("%s stands better where the service is small", c.ID)
		}
	}
	both := trial.Text(t, strings.Replace(text, "kind: joint-board", "kind: [joint-board, compliance-meeting]", 1))
	if c := both.Criterion("monthly-meeting"); c.Status != rating.Met {
		t.Errorf("a board that also checks the agreement: %s", c.Status)
	}
}
