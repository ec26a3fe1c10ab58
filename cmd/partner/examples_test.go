package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"partner/pkg/cli"
	"partner/pkg/rating"
	"partner/pkg/result"
)

var update = flag.Bool("update", false, "rewrite the goldens, and what examples/README.md says of the overall ratings")

// atRoot moves a test to the root of the repository, so that reports name files as their users do.
func atRoot(t *testing.T) {
	t.Helper()
	t.Chdir("../..")
}

func run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = cli.Main(args, strings.NewReader(""), &out, &errs)
	return code, out.String(), errs.String()
}

// assessed gives the result for an example, read strictly from the JSON that a user would get.
func assessed(t *testing.T, file string) *result.Result {
	t.Helper()
	code, stdout, stderr := run(t, "assess", "--format", "json", file)
	if code != 0 || stderr != "" {
		t.Fatalf("%s: exit code %d; %s", file, code, stderr)
	}
	return decoded(t, file, stdout)
}

func decoded(t *testing.T, name, text string) *result.Result {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	r := new(result.Result)
	if err := d.Decode(r); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if d.More() {
		t.Fatalf("%s: more than one document", name)
	}
	return r
}

// examples are all example proposals, by the name of their golden files.
func examples(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, pattern := range []string{"examples/*.yaml", "examples/*/proposal.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			f = filepath.ToSlash(f)
			name := strings.TrimSuffix(strings.TrimPrefix(f, "examples/"), ".yaml")
			found[strings.TrimSuffix(name, "/proposal")] = f
		}
	}
	if len(found) < 8 {
		t.Fatalf("only %d examples are found", len(found))
	}
	return found
}

func TestExamplesReadWithoutErrors(t *testing.T) {
	atRoot(t)
	for name, file := range examples(t) {
		code, stdout, stderr := run(t, "check", file)
		if code != 0 || !strings.Contains(stderr, "1 file; ") {
			t.Errorf("%s: exit code %d; %s%s", name, code, stdout, stderr)
		}
	}
}

func TestMadeUpExamplesSaySo(t *testing.T) {
	atRoot(t)
	for name, file := range examples(t) {
		about := assessed(t, file).About
		fictional := strings.Contains(strings.ToLower(about), "fictional example")
		if isCase := strings.HasPrefix(name, "case-"); fictional == isCase {
			t.Errorf("%s is about %q", name, about)
		} else if isCase && !strings.Contains(about, "Partnerships for improvement") {
			t.Errorf("%s does not say where its facts come from: %q", name, about)
		}
	}
}

// A told is one section of examples/README.md: a case, and what the report makes of it.
type told struct {
	file  string
	lines map[string]string // Overall, Verdict, Context
	rows  [][2]string       // what the source tells, what the report says
}

var heading = regexp.MustCompile("^### Case [A-E]: `(case-[a-e]\\.yaml)`$")

const readme = "examples/README.md"

func tellings(t *testing.T) []told {
	t.Helper()
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	var all []told
	in := false
	for n, line := range strings.Split(string(data), "\n") {
		if m := heading.FindStringSubmatch(line); m != nil {
			all = append(all, told{file: "examples/" + m[1], lines: map[string]string{}})
			in = true
			continue
		}
		if strings.HasPrefix(line, "#") {
			in = false
		}
		if !in {
			continue
		}
		at := &all[len(all)-1]
		if cells, ok := strings.CutPrefix(line, "| "); ok {
			source, report, ok := strings.Cut(strings.TrimSuffix(cells, " |"), " | ")
			if !ok || strings.Contains(report, " | ") {
				t.Fatalf("%s:%d: a row of two cells was expected: %s", readme, n+1, line)
			}
			if source != "the source tells" {
				at.rows = append(at.rows, [2]string{source, report})
			}
			continue
		}
		if key, words, ok := strings.Cut(line, ": "); ok && slices.Contains([]string{"Overall", "Verdict", "Context"}, key) {
			at.lines[key] = words
		}
	}
	return all
}

// saying is what the three lines above a table hold.
func saying(r *result.Result) map[string]string {
	return map[string]string{
		"Overall": "**" + r.Overall.Words + "**",
		"Verdict": r.Verdict.Sentence,
		"Context": r.Context.Rating.Words,
	}
}

var (
	item     = regexp.MustCompile("^`([a-z0-9-]+)` (met|partly met|not met|at least partly|at most partly|unknown)$")
	notAsked = regexp.MustCompile(`^not asked of any criterion: .{20,}$`)
)

// TestReadmeSaysWhatTheReportsSay holds the right-hand side of the comparison to the program.
func TestReadmeSaysWhatTheReportsSay(t *testing.T) {
	atRoot(t)
	if *update {
		rewriteReadme(t)
	}
	all := tellings(t)
	if len(all) != 5 {
		t.Fatalf("%s tells of %d cases", readme, len(all))
	}
	for _, c := range all {
		r := assessed(t, c.file)
		for key, want := range saying(r) {
			if got := c.lines[key]; got != want {
				t.Errorf("%s, %s: the page says %q, the report %q", c.file, key, got, want)
			}
		}
		if len(c.rows) < 8 {
			t.Errorf("%s: only %d rows", c.file, len(c.rows))
		}
		for _, row := range c.rows {
			if notAsked.MatchString(row[1]) {
				continue
			}
			statuses, _, _ := strings.Cut(row[1], " — ")
			for _, s := range strings.Split(statuses, "; ") {
				m := item.FindStringSubmatch(s)
				if m == nil {
					t.Errorf("%s, %q: %q is no criterion with its status", c.file, row[0], s)
					continue
				}
				if got := status(r, m[1]); got != m[2] {
					t.Errorf("%s, %q: %s is %s, not %s", c.file, row[0], m[1], got, m[2])
				}
			}
		}
	}
}

func rewriteReadme(t *testing.T) {
	t.Helper()
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	var says map[string]string
	for i, line := range lines {
		if m := heading.FindStringSubmatch(line); m != nil {
			says = saying(assessed(t, "examples/"+m[1]))
		} else if strings.HasPrefix(line, "#") {
			says = nil
		}
		if key, _, ok := strings.Cut(line, ": "); ok && says[key] != "" {
			lines[i] = key + ": " + says[key]
		}
	}
	if err := os.WriteFile(readme, []byte(strings.Join(lines, "\n")), 0o666); err != nil {
		t.Fatal(err)
	}
}

// status gives the status of a criterion; "does not apply" where the report does not ask it.
func status(r *result.Result, id string) string {
	if c := r.Criterion(id); c != nil {
		return c.Status.String()
	}
	return "does not apply"
}

// TestCasesTellWhatTheSourceTells asserts the least that each case must bring up, whatever the page says.
func TestCasesTellWhatTheSourceTells(t *testing.T) {
	atRoot(t)
	comesUp := []string{"not met", "partly met"}
	byHalf := []string{"at least partly"}
	notMet, met := []string{"not met"}, []string{"met"}
	for _, c := range []struct {
		file string
		want map[string][]string
		also func(t *testing.T, r *result.Result)
	}{
		{"case-a", map[string][]string{"scaling-route": comesUp, "evaluation-planned": comesUp, "leads-connected-respected": met, "vi-mainstreamed": byHalf, "sustaining-framework": {"at most partly"}}, nil},
		{"case-b", map[string][]string{"supporter-comparable": notMet, "partners-not-too-many": notMet, "effect-separable": notMet, "key-people-trust": byHalf}, nil},
		{"case-c", map[string][]string{
			"acquirer-not-overstretched": notMet, "superiority-avoided": notMet,
			"ms-acquirer-finances": met, "ms-acquirer-board": met,
		}, func(t *testing.T, r *result.Result) {
			if r.Overall.High != rating.AmberGreen || r.Overall.Low != rating.Red || r.Verdict.High.ID == rating.Ready {
				t.Errorf("overall: %s; verdict: %s", r.Overall.Words, r.Verdict.Sentence)
			}
			if r.Overall.AtLeastPartly < 12 || r.Overall.AtMostPartly > 0 {
				t.Errorf("%s, though much is told by half", r.Overall.Counted)
			}
		}},
		{"case-d", map[string][]string{"roles-negotiable": met, "cross-sector-fit": met, "data-scope-grows": {"not met", "partly met", "met"}}, func(t *testing.T, r *result.Result) {
			for _, c := range r.Criteria {
				if c.Status == rating.NotMet {
					t.Errorf("%s is not met, and the source tells nothing against it", c.ID)
				}
			}
		}},
		{"case-e", map[string][]string{
			"superiority-avoided": comesUp, "approvals-planned": comesUp, "not-rushed": comesUp, "transition-funding": byHalf, "savings-evidenced": byHalf,
			"vs-finances-strong": notMet, "vs-boards-stable": notMet,
		}, func(t *testing.T, r *result.Result) {
			if r.Context.Rating.SoFar != rating.AmberRed || r.Overall.High != rating.AmberGreen {
				t.Errorf("context: %s; overall: %s", r.Context.Rating.Words, r.Overall.Words)
			}
			if kinds := findings(r); !slices.Equal(kinds, []string{"mismatch form-consistent"}) {
				t.Errorf("findings: %v", kinds)
			}
		}},
	} {
		r := assessed(t, "examples/"+c.file+".yaml")
		for id, allowed := range c.want {
			if got := status(r, id); !slices.Contains(allowed, got) {
				t.Errorf("%s: %s is %s; want %s", c.file, id, got, strings.Join(allowed, " or "))
			}
		}
		if c.also != nil {
			t.Run(c.file, func(t *testing.T) { c.also(t, r) })
		}
		if c.file != "case-e" && len(findings(r)) > 0 {
			t.Errorf("%s: findings: %v", c.file, findings(r))
		}
		if len(r.Evidence.Undocumented) > 0 {
			t.Errorf("%s: not cited to a place: %v", c.file, r.Evidence.Undocumented)
		}
	}
}

// findings lists findings by kind and subject.
func findings(r *result.Result) []string {
	var all []string
	for _, f := range r.Findings {
		if f.Kind != result.Unused {
			all = append(all, string(f.Kind)+" "+f.Subject)
		}
	}
	return all
}

func TestEarlyIdeaIsNotRated(t *testing.T) {
	atRoot(t)
	r := assessed(t, "examples/early-idea.yaml")
	if !r.Overall.TooLittleKnown || r.Overall.SoFar != rating.Unrated || r.Verdict.SoFar != nil {
		t.Errorf("overall: %s; verdict: %s", r.Overall.Words, r.Verdict.Sentence)
	}
	if r.Overall.Low != rating.Red || r.Overall.High != rating.Green {
		t.Errorf("it may prove %s to %s", r.Overall.Low, r.Overall.High)
	}
	for _, q := range r.Questions {
		if !q.Rating.TooLittleKnown {
			t.Errorf("%s is rated %s", q.ID, q.Rating.Words)
		}
	}
	if len(r.Findings) > 0 {
		t.Errorf("findings: %v", findings(r))
	}
}

func TestNetworkedClinicIsNearlyReady(t *testing.T) {
	atRoot(t)
	r := assessed(t, "examples/networked-clinic/proposal.yaml")
	for id, want := range map[string]string{
		"accountability-named": "unknown", "continuity-joint": "not met", "benefits-measured": "partly met",
		"provider-host-relationship": "met", "information-sharing-agreement": "met", "joint-performance-board": "met",
	} {
		if got := status(r, id); got != want {
			t.Errorf("%s is %s, not %s", id, got, want)
		}
	}
	if r.Verdict.SoFar == nil || r.Verdict.SoFar.ID != rating.ReadyOnConditions {
		t.Errorf("verdict: %s", r.Verdict.Sentence)
	}
	if got := findings(r); !slices.Equal(got, []string{"stale pilot-evaluation"}) {
		t.Errorf("findings: %v", got)
	}
	if file := r.Criterion("vs-finances-strong").Place.File; file != "examples/networked-clinic/organisations/thornmere.yaml" && file != "examples/networked-clinic/organisations/brackwater.yaml" {
		t.Errorf("the organisations' finances stand in %q", file)
	}
}

// TestAMandateWithLittleInPlaceIsTold: with most of it not met, the report says so before it asks for anything.
func TestAMandateWithLittleInPlaceIsTold(t *testing.T) {
	atRoot(t)
	r := assessed(t, "examples/mandated-buddy.yaml")
	if r.Stage.Is != result.ToDecide || r.Overall.SoFar != rating.Red || r.Overall.High != rating.AmberRed || r.Overall.NotMet*2 < r.Overall.Met+r.Overall.Partly+r.Overall.NotMet+r.Overall.Unknown {
		t.Errorf("%s; %s", r.Stage.Words, r.Overall.Words)
	}
	if r.Certain == nil || !slices.Equal(r.Certain.Criteria, []string{"commitment-estimated", "key-people-trust"}) {
		t.Errorf("certain: %+v", r.Certain)
	}
	if r.Verdict.SoFar == nil || r.Verdict.SoFar.ID != rating.NotAsItStands || r.Verdict.High.ID != rating.NotAsItStands {
		t.Errorf("verdict: %s", r.Verdict.Sentence)
	}
	for _, q := range r.Questions {
		if strings.HasPrefix(q.Answer, "Yes") || strings.Contains(q.Answer, "sufficient") {
			t.Errorf("%s: %s", q.ID, q.Answer)
		}
	}
	if len(findings(r)) > 0 {
		t.Errorf("findings: %v", findings(r))
	}
}

func TestContradictoryIsFoundOut(t *testing.T) {
	atRoot(t)
	r := assessed(t, "examples/contradictory.yaml")
	want := []string{
		"mismatch nature-consistent", "mismatch scale-consistent",
		"disagreement arrangement.engagement.plans_open",
		"contradiction ms-acquirer-finances", "contradiction vs-finances-strong",
		"stale ashgrove-well-led", "stale ashgrove-letter",
	}
	if got := findings(r); !slices.Equal(got, want) {
		t.Errorf("findings: %v\nwant: %v", got, want)
	}
	for _, f := range r.Findings {
		if f.Place.Line == 0 || f.Do == "" && !f.Note() {
			t.Errorf("%s has no place or nothing to do: %+v", f.ID, f)
		}
	}
	if got := status(r, "ms-acquirer-finances"); got != "not met" {
		t.Errorf("the answer decides over the facts: ms-acquirer-finances is %s", got)
	}
	if c := r.Criterion("plans-transparent"); c == nil || c.Status != rating.Disputed || len(c.Views) != 2 {
		t.Errorf("plans-transparent: %+v", c)
	}
	if len(r.Typology.Types) < 2 {
		t.Errorf("types: %v", r.Typology.Types)
	}
	var aside []string
	for _, s := range r.SetAside {
		aside = append(aside, s.Criterion+" "+string(s.As))
		if s.Because == "" || len(s.Evidence) == 0 {
			t.Errorf("%s is set aside without a reason or evidence", s.Criterion)
		}
	}
	if want := []string{"joint-performance-board other means", "oversight-committee not applicable"}; !slices.Equal(aside, want) {
		t.Errorf("set aside: %v", aside)
	}
}
