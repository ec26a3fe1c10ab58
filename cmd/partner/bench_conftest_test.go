package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"partner/assessments"
	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

var conftest = flag.String("conftest", "", "the conftest that batch is held against; without it the one on the PATH")

// rules are how many rules conftest holds each document against.
const rules = 100

// policy writes rules in the language of conftest, each on one of the fields of the documents: that it does not say the
// worst that it may. A statement may have a reason and evidence beside it, as in any document.
func policy(b *testing.B) string {
	b.Helper()
	var text strings.Builder
	text.WriteString("package main\n\nimport rego.v1\n\nsaid(x) := x.is if is_object(x)\n\nsaid(x) := x if not is_object(x)\n")
	fields := 0
	for _, f := range trial.OpenFacts() {
		if f.Field.Kind != proposal.Word || fields == rules {
			continue
		}
		fields++
		at := "input"
		for _, key := range f.Path {
			if _, err := strconv.Atoi(key); err != nil {
				key = strconv.Quote(key)
			}
			at += "[" + key + "]"
		}
		path := strings.Join(f.Path, ".")
		fmt.Fprintf(&text, "\ndeny contains msg if {\n\tis := said(%s)\n\tis in {%q, \"no\", \"none\"}\n\tmsg := sprintf(\"%s: %%s\", [is])\n}\n", at, f.Field.Words[len(f.Field.Words)-1], path)
	}
	if fields < rules {
		b.Fatalf("only %d fields for rules", fields)
	}
	return written(b, text.String())
}

// written writes rules into a folder.
func written(b *testing.B, policy string) (folder string) {
	b.Helper()
	folder = filepath.Join(b.TempDir(), "policy")
	if err := os.Mkdir(folder, 0o700); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "partner.rego"), []byte(policy), 0o600); err != nil {
		b.Fatal(err)
	}
	return folder
}

// BenchmarkAgainstConftest holds batch against `conftest test` with a hundred rules on the same documents: how many documents
// it does in the time of the processors, and by the clock, in which that does one. Once the rules are short, each on one of
// the fields; once they are the conditions of a hundred criteria.
func BenchmarkAgainstConftest(b *testing.B) {
	other := *conftest
	if other == "" {
		var err error
		if other, err = exec.LookPath("conftest"); err != nil {
			b.Skip("conftest is missing: `make bench-conftest` installs it for the while, and -conftest names one")
		}
	}
	b.Run("fields", func(b *testing.B) { against(b, other, policy(b), nil) })
	b.Run("criteria", func(b *testing.B) {
		text, criteria, passed := policyOf(assessments.Catalogue(), rules)
		if len(criteria) < rules {
			b.Fatalf("only %d criteria can be said in Rego", len(criteria))
		}
		against(b, other, written(b, text), func(files []string) { agree(b, other, text, criteria, files) })
		b.ReportMetric(float64(passed), "criteria-passed-over")
	})
}

// against measures both, after a look whether the rules are the right ones.
func against(b *testing.B, other, rules string, look func(files []string)) {
	program := built(b)
	folder, files := documents(b, *many)
	test := []string{"test", "--policy", rules, "--output", "json"}
	var failed *exec.ExitError
	if err := exec.Command(other, append(test, files[:50]...)...).Run(); !errors.As(err, &failed) || failed.ExitCode() != 1 {
		b.Fatalf("some of the documents break one of the rules, and conftest says: %v", err)
	}
	if look != nil {
		look(files[:min(200, len(files))])
	}
	var ours, theirs, oursByClock, theirsByClock time.Duration
	peak := int64(0)
	for b.Loop() {
		began := time.Now()
		t, _ := ran(b, program, "batch", "-q", "-o", filepath.Join(b.TempDir(), "results.ndjson"), folder)
		ours, oursByClock = ours+t, oursByClock+time.Since(began)
		began = time.Now()
		t, memory := ran(b, other, append(test, "--no-fail", folder)...)
		theirs, theirsByClock, peak = theirs+t, theirsByClock+time.Since(began), max(peak, memory)
	}
	b.ReportMetric(float64(theirs)/float64(ours), "times")
	b.ReportMetric(float64(theirsByClock)/float64(oursByClock), "times-by-clock")
	b.ReportMetric(float64(peak)/1024, "their-peak-MiB")
}

// agree fails where conftest denies a document that certainly meets a criterion by what it states, or lets one pass that
// certainly does not.
func agree(b *testing.B, other, policy string, criteria map[string]bool, files []string) {
	b.Helper()
	said, err := exec.Command(other, append([]string{"test", "--no-fail", "--policy", written(b, policy), "--output", "json"}, files...)...).Output()
	var results []struct {
		Filename string
		Failures []struct{ Msg string }
	}
	if err == nil {
		err = json.Unmarshal(said, &results)
	}
	if err != nil || len(results) != len(files) {
		b.Fatalf("conftest says of %d files what cannot be read: %v", len(results), err)
	}
	cat, met, not := assessments.Catalogue(), map[string]bool{}, map[string]bool{}
	for _, r := range results {
		denied := map[string]bool{}
		for _, f := range r.Failures {
			denied[f.Msg] = true
		}
		text, err := os.ReadFile(r.Filename)
		if err != nil {
			b.Fatal(err)
		}
		doc, wrong := document.Read(proposal.File{Label: r.Filename, Data: text}, cat)
		if len(wrong) > 0 {
			b.Fatal(wrong)
		}
		j := judge.Judge(doc, cat)
		for i := range j.Criteria {
			c := &j.Criteria[i]
			id := cat.Criteria[slices.Index(j.Cat.Criteria, c.Criterion)].ID // each organisation's goes by its id
			s := c.Standing
			if !criteria[id] || !c.Sure || s.Decided != result.ByFacts || s.Clash != judge.NoClash {
				continue
			}
			switch status := c.Status(); {
			case status == rating.Met && denied[id]:
				b.Errorf("%s: %s is met, and denied", r.Filename, id)
			case status == rating.NotMet && !denied[id]:
				b.Errorf("%s: %s is not met, and not denied", r.Filename, id)
			case status == rating.Met:
				met[id] = true
			case status == rating.NotMet:
				not[id] = true
			}
		}
	}
	if b.Failed() {
		b.FailNow()
	}
	b.Logf("of %d criteria in Rego %d are met by a document and %d are not met by one, all as conftest has it", len(criteria), len(met), len(not))
}
