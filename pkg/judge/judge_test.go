package judge_test

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"partner/assessments"
	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/testdata/answers"
)

var cat = assessments.Catalogue()

// judged judges a document.
func judged(t testing.TB, text string) *judge.Judgement {
	t.Helper()
	doc, wrong := document.Read(proposal.File{Label: "test.yaml", Data: []byte("partner: 1\n" + text)}, cat)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return judge.Judge(doc, cat)
}

const disputed = `
organisations:
  north: {name: North, finance: {position: {is: strong, evidence: [accounts]}}}
  south: {name: South, quality: {special_measures: yes}}
arrangement: {nature: mandated, scale: structural, form: acquisition, roles: {acquirer: north, acquired: south}}
answers:
  superiority-avoided: {views: {north: yes, south: no}}
  ms-acquirer-board: yes
  key-people-trust: {is: yes, evidence: [accounts]}
evidence: {accounts: {kind: internal, title: Accounts, date: 2026-01-01}}
`

// texts are documents of all kinds, with answers better, worse and open, and one on which the two disagree.
func texts() []string {
	all := []string{disputed}
	for _, d := range answers.Documents() {
		all = append(all, d.Text)
	}
	return all
}

// The readings that every report needs are prepared, and are what rating them anew gives.
func TestAJudgementHoldsTheRatingsOfItsHeadline(t *testing.T) {
	for _, text := range texts() {
		j := judged(t, text)
		if d := cmp.Diff(j.Claimed, j.Rate(judge.Reading{})); d != "" {
			t.Errorf("as claimed: %s", d)
		}
		if d := cmp.Diff(j.Documented, j.Rate(judge.Reading{Documented: true})); d != "" {
			t.Errorf("on documents: %s", d)
		}
		low, high := rating.Green, rating.Red
		for i := range j.Types {
			r := j.Rate(judge.Reading{Under: &j.Types[i].Type}).Whole
			low, high = min(low, r.Low.Grade), max(high, r.High.Grade)
		}
		if w := j.Claimed.Whole; low != w.Low.Grade || high != w.High.Grade {
			t.Errorf("the types span %s to %s, the headline %s to %s", low, high, w.Low.Grade, w.High.Grade)
		}
	}
}

// whateverGivesThem leaves out of ratings whether something gives their ends: of what is only supposed nobody asks.
var whateverGivesThem = cmpopts.IgnoreTypes(rating.Bounds{})

// What a reading supposes is rated as if the document said so, and a board reads only what concerns it, as it
// sees it.
func TestReadings(t *testing.T) {
	j := judged(t, disputed)
	at, ok := j.Find("superiority-avoided")
	if !ok {
		t.Fatal("superiority-avoided does not apply")
	}
	for _, c := range []struct {
		name    string
		reading judge.Reading
		text    string // the document that says so
	}{
		{"supposed met", judge.Reading{Supposing: []judge.Supposition{{Criterion: at, Status: rating.Met}}}, strings.Replace(disputed, "{views: {north: yes, south: no}}", "yes", 1)},
		{"supposed not met", judge.Reading{Supposing: []judge.Supposition{{Criterion: at, Status: rating.NotMet}}}, strings.Replace(disputed, "{views: {north: yes, south: no}}", "no", 1)},
	} {
		if d := cmp.Diff(judged(t, c.text).Claimed, j.Rate(c.reading), whateverGivesThem); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
	undocumented, _ := j.Find("ms-acquirer-board")
	supported := judge.Reading{Documented: true, Supposing: []judge.Supposition{{Criterion: undocumented, Supported: true}}}
	want := judged(t, strings.Replace(disputed, "ms-acquirer-board: yes", "ms-acquirer-board: {is: yes, evidence: [accounts]}", 1)).Documented
	if d := cmp.Diff(want, j.Rate(supported), whateverGivesThem); d != "" {
		t.Errorf("supposed documented: %s", d)
	}
	for _, side := range judge.Sides {
		for _, c := range j.SeenBy(side) {
			if c.Concerns == side.Other() {
				t.Errorf("%s concerns the other board alone", c.ID)
			}
			if c.Standing.Disputed() {
				t.Errorf("%s is disputed in the eyes of one", c.ID)
			}
		}
	}
	north, south := j.Rate(judge.Reading{Board: judge.First}), j.Rate(judge.Reading{Board: judge.Second})
	if q := slices.Index(questionsOf(t, "superiority-avoided"), true); north.Questions[q].Counts == south.Questions[q].Counts {
		t.Error("the boards' own views make no difference")
	}
}

// questionsOf says which questions a criterion feeds.
func questionsOf(t *testing.T, id string) []bool {
	t.Helper()
	feeds := make([]bool, len(cat.Questions))
	for _, q := range cat.Criterion(id).Feeds {
		feeds[q] = true
	}
	return feeds
}

// A judgement can be asked by many at once, and asking changes nothing.
func TestAJudgementIsNeverChanged(t *testing.T) {
	j := judged(t, disputed)
	before := []any{judge.Criteria(j), judge.Questions(j, judge.SubstanceOf(j)), judge.Findings(j)}
	var all sync.WaitGroup
	for i := range j.Criteria {
		all.Go(func() {
			j.Rate(judge.Reading{Documented: i%2 == 0, Board: judge.Side(i % 3), Supposing: []judge.Supposition{{Criterion: i, Status: rating.NotMet}}})
			judge.Findings(j)
			j.SeenBy(judge.First)
		})
	}
	all.Wait()
	if d := cmp.Diff(before, []any{judge.Criteria(j), judge.Questions(j, judge.SubstanceOf(j)), judge.Findings(j)}); d != "" {
		t.Error(d)
	}
}

// Findings are told apart by their keys, which hold no place in a file: they stay when lines move.
func TestFindingsHaveKeysOfTheirOwn(t *testing.T) {
	text := strings.Replace(disputed, "ms-acquirer-board: yes", "ms-acquirer-finances: no\n  board-learns-first: {views: {north: no, south: partly}}", 1)
	text = strings.Replace(text, "nature: mandated,", "nature: voluntary, brokered_by: regulator,", 1)
	text = "as_of: 2027-06-01\n" + text
	keys := func(text string) []string {
		var keys []string
		j := judged(t, text)
		for _, f := range judge.Findings(j) {
			keys = append(keys, f.Key)
		}
		return keys
	}
	is := keys(text)
	if len(is) < 5 || len(slices.Compact(slices.Sorted(slices.Values(is)))) != len(is) {
		t.Errorf("%q", is)
	}
	for _, k := range is {
		if regexp.MustCompile(`:[0-9]`).MatchString(k) {
			t.Errorf("%q names a line", k)
		}
	}
	if moved := keys("# a line more\n\n" + text); !slices.Equal(is, moved) {
		t.Errorf("%q became %q", is, moved)
	}
}

// What is told of a criterion is told of without gathering it, too.
func TestWhatIsToldOfACriterionIsTold(t *testing.T) {
	told := 0
	for _, text := range texts() {
		j := judged(t, text)
		stated, tells := j.Stated(), j.Tells()
		for i := range j.Criteria {
			c := &j.Criteria[i]
			on := stated.On(j, c)
			if tells(c) != (len(on) > 0) {
				t.Errorf("%s: %d statements, and it is told: %v", c.ID, len(on), tells(c))
			}
			told += len(on)
		}
	}
	if told == 0 {
		t.Error("nothing is told of any criterion")
	}
}
