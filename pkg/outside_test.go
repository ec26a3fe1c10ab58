package pkg_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// outside is a program of another module that reads, judges, decides and reports, and adds lines of several documents up.
const outside = `// Command outside uses partner as a library.
package main

import (
	"fmt"
	"os"
	"slices"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/batch"
	"partner/pkg/compare"
	"partner/pkg/decide"
	"partner/pkg/document"
	"partner/pkg/gate"
	"partner/pkg/judge"
	"partner/pkg/portfolio"
	"partner/pkg/proposal"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/pkg/trend"
)

func main() {
	cat := assessments.Catalogue()
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	doc, wrong := document.Read(proposal.File{Label: os.Args[1], Data: data}, cat)
	if len(wrong) > 0 {
		fmt.Print(wrong.Text())
		os.Exit(2)
	}
	j := judge.Judge(doc, cat)
	whole := assess.Result(j)
	fmt.Println(whole.Title)
	fmt.Println(len(decide.Options(j).Options), "options")
	text, _ := report.Find("text")
	if err := text.Reports(os.Stdout, slices.Values([]report.Outcome{{Name: doc.Label, Result: whole}}), report.Options{Width: 80, Brief: true}); err != nil {
		fmt.Println(err)
	}
	findings := judge.Findings(j)
	fmt.Println(len(gate.Gate{FailOn: []gate.Kind{gate.Contradictions}}.Failures(j, findings)), "failures")

	made := batch.MadeBy("1.0.0", cat, result.UnknownStage, nil)
	made.Path = doc.Label
	line := batch.LineOf(made, j, findings)
	reduction := portfolio.Reduction{Cat: cat}
	tally := reduction.New()
	if err := reduction.Add(tally, &line); err != nil {
		fmt.Println(err)
	}
	fmt.Println(reduction.Portfolio(tally).Documents.All, "document")
	fmt.Println(compare.Diff(compare.Judge(doc, cat), compare.Judge(doc, cat)).Sentence)
	fmt.Println(trend.Follow(doc.Label, slices.Values([]trend.Was{{Name: doc.Label, Judged: trend.Judge(j)}})).Sentence)
}
`

// TestOutside builds a program outside of this module against what partner makes public, and runs it. Nothing is fetched:
// what it needs is what partner needs.
func TestOutside(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a program")
	}
	top, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(filepath.Join(top, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	sum, err := os.ReadFile(filepath.Join(top, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	_, needs, found := strings.Cut(string(mod), "\n")
	if !found {
		t.Fatalf("go.mod is %q", mod)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"main.go": outside,
		"go.mod":  "module example.org/outside\n" + needs + "\nrequire partner v0.0.0\n\nreplace partner => " + top + "\n",
		"go.sum":  string(sum),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("go", "run", "-mod=mod", ".", filepath.Join(top, "examples", "case-b.yaml"))
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"Regency Vale is buddy to Green Bay", "options\n", "0 failures\n", "1 document\n", "Nothing has changed", "1 state. It is "} {
		if !strings.Contains(string(out), want) {
			t.Errorf("it does not print %q:\n%s", want, out)
		}
	}
}
