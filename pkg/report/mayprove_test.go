package report_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/compare"
	"partner/pkg/judge"
	"partner/pkg/report/outline"
	"partner/pkg/report/text"
	"partner/pkg/result"
	"partner/pkg/wording"
	"partner/testdata/trial"
)

// proved collects what the ratings and verdicts of a value are said to prove: those are put into words in one place, which
// says so only of what is given.
func proved(of reflect.Value, all map[string]bool) {
	switch of.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !of.IsNil() {
			proved(of.Elem(), all)
		}
	case reflect.Slice, reflect.Array:
		for i := range of.Len() {
			proved(of.Index(i), all)
		}
	case reflect.Struct:
		switch x := of.Interface().(type) {
		case result.Rating:
			all[x.Ends()] = true
		case result.Verdict:
			all[x.Sentence] = true
		case compare.Verdict:
			all[x.Sentence] = true
		case result.WithDepartures:
			all[x.Verdict] = true
		}
		for i := range of.NumField() {
			if of.Type().Field(i).IsExported() {
				proved(of.Field(i), all)
			}
		}
	}
}

// said finds each place where a page says what something may prove: up to the end of the clause.
var said = regexp.MustCompile(wording.MayProve + ` [^.;:\n]*`)

// TestMayProveIsSaidOfWhatIsGiven: whatever reports, comparisons, differences and options say that something may prove is
// what a rating of theirs, or a verdict, says by itself.
func TestMayProveIsSaidOfWhatIsGiven(t *testing.T) {
	cat := assessments.Catalogue()
	elsewhere, _ := filepath.Glob("../../testdata/elsewhere/*.yaml")
	var judged []compare.Judged
	found := 0
	check := func(name string, page outline.Outline, values ...any) {
		t.Helper()
		var b bytes.Buffer
		if err := text.Write(&b, page, text.Options{Width: 100_000}); err != nil {
			t.Fatal(err)
		}
		given := map[string]bool{}
		for _, v := range values {
			proved(reflect.ValueOf(v), given)
		}
		for _, is := range said.FindAllString(b.String(), -1) {
			is, _, _ = strings.Cut(is, "  ") // of a table's next column
			is, _, _ = strings.Cut(is, " (") // how much is known
			if is = strings.TrimSpace(is); is == wording.MayProve {
				continue // the head of a column
			}
			found++
			if !slices.ContainsFunc(slices.Collect(maps.Keys(given)), func(g string) bool { return strings.Contains(g, is) }) {
				t.Errorf("%s says what nothing gives: %q", name, is)
			}
		}
	}
	for _, name := range append(trial.Examples(t), elsewhere...) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		j := compare.Judge(trial.Read(t, filepath.Base(name), data, filepath.Dir(name)), cat)
		judged = append(judged, j)
		o := assess.OptionsOf(j.Judgement)
		j.Result.Options = o
		check(name, outline.Full(j.Result), j.Result)
		check(name+", options", outline.FullOptions(o), o)
		for _, side := range judge.Sides {
			r := assess.ResultFor(j.Judgement, j.Organisation(side).Key)
			check(name+", one board", outline.Full(r), r)
		}
	}
	all := compare.Compare(judged)
	check("side by side", outline.Comparison(all), all)
	for i := range judged {
		d := compare.Diff(judged[i], judged[(i+1)%len(judged)])
		check("a difference", outline.FullDifference(d), d, judged[i].Result, judged[(i+1)%len(judged)].Result)
	}
	if found < 100 {
		t.Errorf("only %d are said", found)
	}
}
