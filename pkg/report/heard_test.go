package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/catalogue"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// everyStatement asks for all statements to be tried instead of some, as `make heard` does.
var everyStatement = flag.Bool("every-statement", false, "put every statement of every document to unknown, and not only some")

// fataler is a test, or a part of one at random.
type fataler interface{ Fatal(...any) }

// stated gives everything that a document states.
func stated(d *proposal.Proposal) []*proposal.Value {
	var all []*proposal.Value
	d.Root.Statements(func(v *proposal.Value) { all = append(all, v) })
	return all
}

// reports prints a result in full, but for the list of its statements.
func reports(t fataler, r *result.Result, format string) []byte {
	without := *r
	without.Statements = nil
	var b bytes.Buffer
	f, _ := report.Find(format)
	if err := f.Reports(&b, slices.Values([]report.Outcome{{Name: "x", Result: &without}}), report.Options{Width: 100, Full: true}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// alike reports whether two reports say the same, wherever in the file it stands: a place alone is no trace of what
// stands there.
func alike(x, y []byte) bool {
	for len(x) > 0 && len(y) > 0 {
		var a, b []byte
		a, x, _ = bytes.Cut(x, []byte("\n"))
		b, y, _ = bytes.Cut(y, []byte("\n"))
		if !bytes.Equal(a, b) && !place.Match(a) && !bytes.Equal(where.ReplaceAll(a, nil), where.ReplaceAll(b, nil)) {
			return false
		}
	}
	return len(x) == len(y)
}

var (
	place = regexp.MustCompile(`^ *"(line|column)": \d+,?$`)
	where = regexp.MustCompile(`:\d+:\d+`)
)

// silent reports whether a document of which one statement is put to unknown comes to the same report.
func silent(t fataler, before *result.Result, d *proposal.Proposal, stage result.Stage, i int) bool {
	v := stated(d)[i]
	v.State, v.Word, v.Items, v.Number = proposal.Unknown, "", nil, 0
	after := assess.Result(judge.At(d, assessments.Catalogue(), stage))
	for _, format := range []string{"json", "text"} {
		if !alike(reports(t, before, format), reports(t, after, format)) {
			return false
		}
	}
	return true
}

// unheard tries statements of a document, all or as many as are asked for, and gives the places of those that are
// silent, and how many were tried.
func unheard(t fataler, read func() *proposal.Proposal, stage result.Stage, pick func(of int) []int) (places []string, tried int) {
	j := judge.At(read(), assessments.Catalogue(), stage)
	before := assess.Result(j)
	listed := map[string]bool{}
	for _, u := range j.Unheard() {
		for _, v := range u.Statements {
			listed[judge.PathOf(v)] = true
		}
	}
	for _, i := range pick(len(before.Statements)) {
		tried++
		if path := before.Statements[i].Path; !listed[path] && silent(t, before, read(), stage, i) {
			places = append(places, path)
		}
	}
	return places, tried
}

// TestEveryStatementIsHeard: whatever of an example, or of a document from outside health, is put to unknown, the report is another, or it had said that
// nothing asks for it here.
func TestEveryStatementIsHeard(t *testing.T) {
	all, silent := 0, 0
	elsewhere, _ := filepath.Glob("../../testdata/elsewhere/*.yaml") // outside health
	if len(elsewhere) == 0 {
		t.Fatal("no documents from outside health")
	}
	for n, name := range slices.Concat(trial.Examples(t), elsewhere) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		read := func() *proposal.Proposal { return trial.Read(t, filepath.Base(name), data, filepath.Dir(name)) }
		places, tried := unheard(t, read, result.UnknownStage, func(of int) []int {
			var some []int
			for i := range of {
				if *everyStatement || (i+n)%20 == 0 {
					some = append(some, i)
				}
			}
			return some
		})
		if len(places) > 0 {
			t.Errorf("%s: silent: %v", name, places)
		}
		all, silent = all+tried, silent+len(places)
	}
	t.Logf("%d of %d statements in the examples, and in documents from outside health, are silent", silent, all)
}

// TestEveryStatementOfAnyDocumentIsHeard holds the same of documents of every type and form, at every stage, with some
// answers of whatever kind of partnership, what the boards depart from and state apart, in the document itself, in the file of
// an organisation that others share, and in a view.
func TestEveryStatementOfAnyDocumentIsHeard(t *testing.T) {
	facts := trial.OpenFacts()
	asked := slices.DeleteFunc(slices.Clone(assessments.Catalogue().Criteria), func(c *catalogue.Criterion) bool { return c.Kind == catalogue.Remark })
	all, silent := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0, 0.6).Draw(t, "share"))
		for range rapid.IntRange(0, 4).Draw(t, "answers") {
			c := rapid.SampledFrom(asked).Draw(t, "criterion")
			trial.Put(tree, []string{"answers", c.ID}, rapid.SampledFrom([]string{"yes", "partly", "no", "at-most-partly"}).Draw(t, "answer"))
		}
		trial.DrawDepartures(t, tree)
		if rapid.Bool().Draw(t, "any kind") {
			trial.DrawKind(t, tree)
		}
		trial.DrawViews(t, tree, facts)
		stage := rapid.SampledFrom([]result.Stage{result.UnknownStage, result.ToDecide, result.ToStart, result.Running}).Draw(t, "stage")
		read := func() *proposal.Proposal { return trial.ReadTree(t, tree) }
		if rapid.Bool().Draw(t, "shared") {
			var view map[string]any
			if rapid.Bool().Draw(t, "view") {
				view = trial.DrawView(t, facts)
			}
			read = func() *proposal.Proposal { return trial.ReadShared(t, tree, view) }
		}
		places, tried := unheard(t, read, stage, func(of int) []int {
			if !*everyStatement {
				return []int{rapid.IntRange(0, of-1).Draw(t, "statement")}
			}
			some := make([]int, of)
			for i := range some {
				some[i] = i
			}
			return some
		})
		if len(places) > 0 {
			t.Fatalf("silent: %v", places)
		}
		all, silent = all+tried, silent+len(places)
	})
	t.Logf("%d of %d statements in documents at random are silent", silent, all)
}

// TestEveryStatementOfADepartureIsHeard tries each of them, of departures of every kind and state.
func TestEveryStatementOfADepartureIsHeard(t *testing.T) {
	tried := 0
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, nil, 0)
		trial.DrawDepartures(t, tree)
		read := func() *proposal.Proposal { return trial.ReadTree(t, tree) }
		places, n := unheard(t, read, result.UnknownStage, func(int) []int {
			var of []int
			for i, v := range stated(read()) {
				if strings.HasPrefix(v.Path(), "departures.") {
					of = append(of, i)
				}
			}
			if len(of) == 0 {
				return nil
			}
			return []int{rapid.SampledFrom(of).Draw(t, "statement")}
		})
		if len(places) > 0 {
			t.Fatalf("silent: %v", places)
		}
		tried += n
	})
	if tried == 0 {
		t.Error("no departure was drawn")
	}
}
