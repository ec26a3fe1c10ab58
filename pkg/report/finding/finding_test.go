package finding_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/rating"
	"partner/pkg/report/finding"
	"partner/pkg/result"
	"partner/testdata/trial"
)

var cat = assessments.Catalogue()

func reader() finding.Reader {
	return finding.Reader{Named: func(label string) string { return label }, Rules: finding.RulesOf(cat)}
}

// TestEveryRuleIsDocumented holds that whatever can find something says what it is, why it matters and, where it is
// from a source, which place it rests on.
func TestEveryRuleIsDocumented(t *testing.T) {
	ids := []string{"error"}
	for _, kind := range result.FindingKinds {
		ids = append(ids, string(kind))
	}
	cited := map[string]bool{}
	for i := range cat.Criteria {
		c := cat.Criteria[i]
		ids = append(ids, c.ID, "contradiction/"+c.ID)
		cited[c.ID] = len(c.Cites) > 0
	}
	for _, r := range cat.Consistency {
		ids = append(ids, "inconsistent/"+r.ID)
	}
	names := map[string]bool{}
	rules := finding.RulesOf(cat)
	for _, id := range ids {
		r := rules.Rule(id)
		if r.ID != id || r.Title == "" || r.Why == "" || len(r.Help()) < 2 || strings.ContainsAny(r.Title+r.Why+r.Do, "{}\n") {
			t.Errorf("%s is not documented: %+v", id, r)
		}
		if strings.EqualFold(r.Name, r.ID) || strings.ContainsAny(r.Name, "-_ /.") || names[r.Name] {
			t.Errorf("%s has no name of its own: %q", id, r.Name)
		}
		names[r.Name] = true
		if help := strings.Join(r.Help(), "\n"); cited[id] != strings.Contains(help, "Rests on: ") {
			if _, subject, is := strings.Cut(id, "/"); !is || cat.Criterion(subject) == nil && cat.ConsistencyRule(subject) == nil {
				t.Errorf("%s: the places that it rests on: %s", id, help)
			}
		}
	}
	if r := finding.RulesOf(nil).Rule("stale"); r.Why == "" {
		t.Error("a check of documents is documented by the catalogue alone")
	}
}

// TestFindingsWeighWhatTheyAre assesses every example: a gate that is not met weighs most, what is not known least.
func TestFindingsWeighWhatTheyAre(t *testing.T) {
	t.Chdir("..") // from where the examples are found
	seen := map[finding.Level]int{}
	for _, file := range trial.Examples(t) {
		r := trial.File(t, file)
		d := reader().Assessed(file, nil, r)
		criteria := 0
		for _, f := range d.Findings {
			seen[f.Level]++
			c := r.Criterion(f.Rule)
			if c == nil {
				if want := slices.IndexFunc(r.Findings, func(x result.Finding) bool { return finding.Sentence(x.Text) == f.Text }); want < 0 || r.Findings[want].Note() != (f.Level == finding.Note) {
					t.Errorf("%s: %+v", file, f)
				}
				continue
			}
			criteria++
			known := c.Status != rating.Unknown && c.Status != rating.AtLeastPartly
			if known == (f.Level == finding.Note) || (f.Level == finding.Error) != (c.Gate && c.Status == rating.NotMet) || f.Do == "" {
				t.Errorf("%s: %s is %s: %+v", file, c.ID, c.Status, f)
			}
		}
		want := 0
		for i := range r.Criteria {
			if c := &r.Criteria[i]; finding.Rates(c) && c.Status != rating.Met {
				want++
			}
		}
		if criteria != want || len(d.Findings) != want+len(r.Findings) {
			t.Errorf("%s: %d of %d criteria, %d findings", file, criteria, want, len(d.Findings))
		}
	}
	for _, level := range finding.Levels {
		if seen[level] == 0 {
			t.Errorf("no example has a finding of level %d", level)
		}
	}
}

// TestFingerprintsStayWhenLinesMove adds lines above everything: each finding moves and keeps its fingerprint.
func TestFingerprintsStayWhenLinesMove(t *testing.T) {
	data, err := os.ReadFile("../../../examples/contradictory.yaml")
	if err != nil {
		t.Fatal(err)
	}
	before := reader().Assessed("x.yaml", nil, trial.Bytes(t, "x.yaml", data, "../../../examples"))
	after := reader().Assessed("x.yaml", nil, trial.Bytes(t, "x.yaml", slices.Concat([]byte("# a line\n# another\n"), data), "../../../examples"))
	if len(before.Findings) != len(after.Findings) || len(before.Findings) < 10 {
		t.Fatalf("%d findings and %d", len(before.Findings), len(after.Findings))
	}
	keys := map[string]bool{}
	for i := range before.Findings {
		b, a := &before.Findings[i], &after.Findings[i]
		if b.Fingerprint("x.yaml") != a.Fingerprint("x.yaml") || b.Place.Line > 0 && a.Place.Line != b.Place.Line+2 {
			t.Errorf("%+v, then %+v", b, a)
		}
		if keys[b.Fingerprint("x.yaml")] || b.Fingerprint("x.yaml") == b.Fingerprint("y.yaml") {
			t.Errorf("%+v has another's fingerprint", b)
		}
		keys[b.Fingerprint("x.yaml")] = true
	}
}
