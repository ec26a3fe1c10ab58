package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"partner/pkg/proposal"
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
	written := 0
	for _, f := range trial.OpenFacts() {
		if f.Field.Kind != proposal.Word || written == rules {
			continue
		}
		written++
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
	if written < rules {
		b.Fatalf("only %d fields for rules", written)
	}
	folder := filepath.Join(b.TempDir(), "policy")
	if err := os.Mkdir(folder, 0o700); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "partner.rego"), []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	return folder
}

// BenchmarkAgainstConftest holds batch against `conftest test` with a hundred rules on the same fields of the same
// documents: how many documents it does in the time of the processors, and by the clock, in which that does one.
func BenchmarkAgainstConftest(b *testing.B) {
	other := *conftest
	if other == "" {
		var err error
		if other, err = exec.LookPath("conftest"); err != nil {
			b.Skip("conftest is missing: `make bench-conftest` installs it for the while, and -conftest names one")
		}
	}
	program, rules := built(b), policy(b)
	folder, files := documents(b, *many)
	test := []string{"test", "--policy", rules, "--output", "json"}
	var failed *exec.ExitError
	if err := exec.Command(other, append(test, files[:50]...)...).Run(); !errors.As(err, &failed) || failed.ExitCode() != 1 {
		b.Fatalf("some of the documents break one of the rules, and conftest says: %v", err)
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
