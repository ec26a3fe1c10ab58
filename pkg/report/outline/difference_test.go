package outline_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/compare"
	"partner/pkg/proposal"
	"partner/pkg/report/internal/example"
	"partner/pkg/report/outline"
	"partner/pkg/report/text"
)

// state is a small document, judged.
func state(t *testing.T, body string) compare.Judged {
	t.Helper()
	doc, wrong := proposal.Read("p.yaml", []byte("partner: 1\ntitle: Thornmere and Brackwater\nas_of: 2026-06-01\n"+body), nil)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return compare.Judge(doc, assessments.Catalogue())
}

func page(t *testing.T, o outline.Outline) string {
	t.Helper()
	var b strings.Builder
	if err := text.Write(&b, o, text.Options{Width: 160}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestWhatMovedComesFirst holds that the changes that moved a criterion stand under its question before all others,
// which are listed as well.
func TestWhatMovedComesFirst(t *testing.T) {
	const organisations = "organisations: {thornmere: {name: Thornmere, size: {beds: 600}, finance: {position: %F}}, brackwater: {name: Brackwater, finance: {position: strong}}}\narrangement: {nature: voluntary, scale: structural}\n"
	old := state(t, strings.Replace(organisations, "%F", "strong", 1))
	d := compare.Diff(old, state(t, strings.NewReplacer("%F", "deficit", "600", "580").Replace(organisations)+"answers: {key-people-trust: yes}\n"))
	short, full := page(t, outline.Difference(d)), page(t, outline.FullDifference(d))
	at := -1
	for _, want := range []string{"WHY", "  Cultural fit?\n    – the answer to key-people-trust: new: yes", "  Sustainable?\n    – Thornmere, finance, position: was strong, is deficit", "WHAT ELSE CHANGED", "Thornmere, size, beds: was 600, is 580", "WHAT GOT WORSE", "finances are strong: was met, is not met"} {
		i := strings.Index(short, want)
		if i <= at {
			t.Fatalf("%q is not where it belongs:\n%s", want, short)
		}
		at = i
	}
	if !strings.Contains(full, "Thornmere, size, beds: was 600, is 580") || strings.Contains(full, "--full") {
		t.Errorf("in full\n%s", full)
	}
}

// TestManyChangesThatMovedNothingAreCounted, and listed where all is asked for.
func TestManyChangesThatMovedNothingAreCounted(t *testing.T) {
	with := func(sites int) string {
		var objectives []string
		for n := range 13 {
			objectives = append(objectives, fmt.Sprintf("{id: o%d, text: A list of %d}", n, sites))
		}
		return "organisations: {thornmere: {name: Thornmere, objectives: [" + strings.Join(objectives, ", ") + "]}, brackwater: {}}\narrangement: {nature: voluntary, scale: structural}\n"
	}
	d := compare.Diff(state(t, with(1)), state(t, with(2)))
	short, full := page(t, outline.Difference(d)), page(t, outline.FullDifference(d))
	if !strings.Contains(short, "13 changes moved nothing: 13 ") || !strings.Contains(short, "--full lists them.") || strings.Count(full, "A list of 2") < 13 {
		t.Errorf("in short\n%s\nin full\n%s", short, full)
	}
}

// TestTheLastLineDoesNotContradictTheRest holds that nothing is said not to have got worse that did.
func TestTheLastLineDoesNotContradictTheRest(t *testing.T) {
	all := example.Judged(os.DirFS("../../../examples"))
	for _, a := range all {
		for _, b := range all {
			d := compare.Diff(a, b)
			said := page(t, outline.Difference(d))
			fell := d.Stages != nil || len(d.Worse) > 0
			for _, m := range d.Moves {
				fell = fell || m.Direction == compare.Worsened || m.Direction == compare.MayLess
			}
			for _, c := range d.Criteria {
				fell = fell || c.To.String() == "not met" && c.From != c.To
			}
			if strings.Contains(said, "Nothing got worse.") && fell {
				t.Errorf("%s to %s: nothing got worse, and %+v", a.Result.File, b.Result.File, d.Moves)
			}
		}
	}
	with := "organisations: {thornmere: {name: Thornmere, finance: {position: %}}, brackwater: {}}\narrangement: {nature: voluntary, scale: structural}\n"
	for _, c := range []struct{ old, new, want string }{
		{"unknown", "deficit", "Nothing that was known got worse; 1 criterion is newly known not to be met"},
		{"strong", "strong", ""},
		{"deficit", "strong", "Nothing got worse."},
		{"strong, surplus_m: 4", "strong, surplus_m: 1", "No rating and no criterion got worse; what else changed is not judged."},
	} {
		said := page(t, outline.Difference(compare.Diff(state(t, strings.Replace(with, "%", c.old, 1)), state(t, strings.Replace(with, "%", c.new, 1)))))
		if !strings.Contains(said, c.want) || c.want == "" && strings.Contains(said, "worse") {
			t.Errorf("%s to %s:\n%s", c.old, c.new, said)
		}
	}
}
