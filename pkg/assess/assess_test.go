package assess_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/pkg/source"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"gopkg.in/yaml.v3"
)

var cat = assessments.Catalogue()

// examples are the documents that come with the program.
func examples(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../examples/*.yaml")
	if err != nil || len(files) < 7 {
		t.Fatalf("examples: %v, %v", files, err)
	}
	return append(files, "../../examples/networked-clinic/proposal.yaml")
}

func assessFile(t testing.TB, name string) *result.Result {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return assessBytes(t, filepath.Base(name), data, filepath.Dir(name))
}

func assessBytes(t testing.TB, name string, data []byte, folder string) *result.Result {
	t.Helper()
	return assess.Assess(readBytes(t, name, data, folder), cat)
}

// assessAt assesses a text at a stage that is asked for.
func assessAt(t testing.TB, text string, stage result.Stage) *result.Result {
	t.Helper()
	return assess.Result(judge.At(readBytes(t, "test.yaml", []byte("partner: 1\n"+text), "."), cat, stage))
}

func readBytes(t testing.TB, name string, data []byte, folder string) *proposal.Proposal {
	t.Helper()
	doc, wrong := proposal.Read(name, data, os.DirFS(folder))
	if len(wrong) > 0 {
		t.Fatalf("%s: %v", name, wrong)
	}
	if wrong := document.Verify(doc, cat); len(wrong) > 0 {
		t.Fatalf("%s: %v", name, wrong)
	}
	return doc
}

func assessText(t testing.TB, text string) *result.Result {
	t.Helper()
	return assessBytes(t, "test.yaml", []byte("partner: 1\n"+text), ".")
}

func TestEveryCriterionIsMetNotMetAndUnknown(t *testing.T) {
	for i := range cat.Criteria {
		c := &cat.Criteria[i]
		if c.Kind == catalogue.Remark {
			continue
		}
		cases := map[string]rating.Status{c.Good: rating.Met, c.Bad: rating.NotMet, "": rating.Unknown}
		if c.Judged {
			cases = map[string]rating.Status{"": rating.Unknown}
			for word, want := range map[string]rating.Status{"yes": rating.Met, "partly": rating.Partly, "no": rating.NotMet, "unknown": rating.Unknown} {
				cases["answers: {"+c.ID+": "+word+"}"] = want
			}
		}
		for text, want := range cases {
			if got, err := judge.Try(cat, c, text); err != nil || got != want {
				t.Errorf("%s: %v, %v; want %v for\n%s", c.ID, got, err, want, text)
			}
		}
	}
}

func TestAnEmptyDocumentIsAllUnknown(t *testing.T) {
	r := assessText(t, "")
	if !r.Overall.TooLittleKnown || r.Overall.Low != rating.Red || r.Overall.High != rating.Green || r.Overall.SoFar != rating.Unrated {
		t.Errorf("overall: %+v", r.Overall.Rating)
	}
	for _, q := range r.Questions {
		if q.Rating.Low != rating.Red || q.Rating.High != rating.Green || !q.Rating.TooLittleKnown || q.Rating.Met+q.Rating.Partly+q.Rating.NotMet != 0 {
			t.Errorf("%s: %+v", q.ID, q.Rating)
		}
	}
	for _, c := range r.Criteria {
		if c.Kind == catalogue.Remark {
			continue
		}
		if c.Status != rating.Unknown {
			t.Errorf("%s is %s", c.ID, c.Status)
		}
		if len(c.SettledBy) == 0 {
			t.Errorf("%s: nothing is named that would settle it", c.ID)
		}
	}
	if len(r.Typology.Types) != 4 || r.Verdict.SoFar != nil || len(r.Findings) != 0 {
		t.Errorf("types %v, verdict %v, findings %v", r.Typology.Types, r.Verdict.SoFar, r.Findings)
	}
}

// TestAnAbsentSectionIsNamedOnce: whoever reads what would settle an unknown is pointed to the section.
func TestAnAbsentSectionIsNamedOnce(t *testing.T) {
	r := assessText(t, "arrangement: {nature: voluntary, scale: structural, form: contract}\n")
	c := r.Criterion("impact-data")
	if c == nil || !slices.Equal(c.SettledBy, []string{"arrangement.measures"}) {
		t.Errorf("impact-data is settled by %v", c)
	}
}

func TestTheCountsAreThoseOfTheCriteria(t *testing.T) {
	for _, name := range examples(t) {
		r := assessFile(t, name)
		if len(r.Typology.Types) != 1 {
			continue // under several types the counts are those of the type of which least is known
		}
		var all result.Rating
		for _, c := range r.Criteria {
			if !c.Kind.Counts() || c.When != result.Now {
				continue
			}
			switch c.Status {
			case rating.Met:
				all.Met++
			case rating.Partly:
				all.Partly++
			case rating.NotMet, rating.Disputed:
				all.NotMet++
			case rating.Unknown:
				all.Unknown++
			}
		}
		o := r.Overall
		if all.Met != o.Met || all.Partly != o.Partly || all.NotMet != o.NotMet || all.Unknown != o.Unknown {
			t.Errorf("%s: the criteria count %+v, the overall rating %+v", name, all, o.Rating)
		}
		for _, p := range []result.Part{r.Context, r.Enablers} {
			if n := p.Rating.Met + p.Rating.Partly + p.Rating.NotMet + p.Rating.Unknown; n > len(p.Criteria) {
				t.Errorf("%s: %d rated of %d listed", name, n, len(p.Criteria))
			}
		}
	}
}

func TestDocumentedIsNeverBetterAtTheLowEnd(t *testing.T) {
	for _, name := range examples(t) {
		r := assessFile(t, name)
		for _, q := range r.Questions {
			if q.Documented.Low > q.Rating.Low || q.Documented.High < q.Rating.High {
				t.Errorf("%s, %s: claimed %s, documented %s", name, q.ID, q.Rating.Words, q.Documented.Words)
			}
		}
	}
}

// shuffled gives a document with the keys of every mapping in reverse order, except those of
// organisations, whose order says which is first.
func shuffled(n *yaml.Node) {
	for i := range n.Content {
		shuffled(n.Content[i])
	}
	if n.Kind == yaml.MappingNode {
		for i, j := 0, len(n.Content)-2; i < j; i, j = i+2, j-2 {
			n.Content[i], n.Content[j] = n.Content[j], n.Content[i]
			n.Content[i+1], n.Content[j+1] = n.Content[j+1], n.Content[i+1]
		}
		for i := 0; i < len(n.Content); i += 2 {
			if n.Content[i].Value == "organisations" {
				m := n.Content[i+1]
				for a, b := 0, len(m.Content)-2; a < b; a, b = a+2, b-2 {
					m.Content[a], m.Content[b] = m.Content[b], m.Content[a]
					m.Content[a+1], m.Content[b+1] = m.Content[b+1], m.Content[a+1]
				}
			}
		}
	}
}

func TestTheOrderOfKeysNeverMatters(t *testing.T) {
	for _, name := range examples(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var n yaml.Node
		if err := yaml.Unmarshal(data, &n); err != nil {
			t.Fatal(err)
		}
		shuffled(&n)
		other, err := yaml.Marshal(&n)
		if err != nil {
			t.Fatal(err)
		}
		was, is := assessBytes(t, "x.yaml", data, filepath.Dir(name)), assessBytes(t, "x.yaml", other, filepath.Dir(name))
		byID := cmpopts.SortSlices(func(a, b result.Piece) bool { return a.ID < b.ID })
		findings := cmpopts.SortSlices(func(a, b result.Finding) bool { return a.ID < b.ID })
		if d := cmp.Diff(was, is, cmpopts.IgnoreTypes(source.Position{}), byID, findings); d != "" {
			t.Errorf("%s:\n%s", name, d)
		}
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	for _, name := range examples(t) {
		one, _ := json.Marshal(assessFile(t, name))
		two, _ := json.Marshal(assessFile(t, name))
		if string(one) != string(two) {
			t.Errorf("%s: two assessments differ", name)
		}
	}
}

func TestContradictionAnswerAgainstFacts(t *testing.T) {
	r := assessText(t, `
organisations: {north: {finance: {position: deficit}}, south: {}}
arrangement: {nature: mandated, scale: structural, form: acquisition, roles: {acquirer: north, acquired: south}}
answers: {ms-acquirer-finances: yes}
`)
	if c := r.Criterion("ms-acquirer-finances"); c.Status != rating.NotMet {
		t.Errorf("the facts decide, but it is %s", c.Status)
	}
	if f := finding(r, "contradiction-ms-acquirer-finances"); f == nil || f.Place.Line != 5 {
		t.Errorf("finding: %+v", f)
	}
}

func TestWhereFactsAreUnknownTheAnswerDecides(t *testing.T) {
	r := assessText(t, "arrangement: {nature: mandated, scale: structural, form: acquisition}\nanswers: {ms-acquirer-finances: partly}\n")
	if c := r.Criterion("ms-acquirer-finances"); c.Status != rating.Partly || c.Decided != "answer" {
		t.Errorf("%+v", c)
	}
	if len(r.Findings) != 0 {
		t.Errorf("findings: %v", r.Findings)
	}
}

func finding(r *result.Result, id string) *result.Finding {
	for i := range r.Findings {
		if r.Findings[i].ID == id {
			return &r.Findings[i]
		}
	}
	return nil
}

func TestDeclaredAgainstDerivedTypology(t *testing.T) {
	r := assessText(t, "arrangement: {nature: voluntary, brokered_by: regulator, scale: structural, extent: whole-organisation, constituted: by-legal-change, form: acquisition, outcome: one-absorbed}\n")
	if len(r.Typology.Types) != 2 || r.Typology.Nature.Derived != "mandated" || r.Typology.Nature.Declared != "voluntary" {
		t.Errorf("%+v", r.Typology)
	}
	if f := finding(r, "mismatch-nature"); f == nil || len(f.Cites) == 0 {
		t.Errorf("%+v", f)
	}
	if c := r.Criterion("nature-consistent"); c.Status != rating.NotMet {
		t.Errorf("nature-consistent is %s", c.Status)
	}
	for _, id := range []string{"ms-acquirer-finances", "vs-finances-strong"} {
		if c := r.Criterion(id); c == nil || c.Applies != "maybe" {
			t.Errorf("%s: %+v; both types are possible", id, c)
		}
	}
}

func TestBuddyingUnderSpecialMeasuresIsMandated(t *testing.T) {
	r := assessText(t, `
organisations: {north: {}, south: {quality: {special_measures: yes}}}
arrangement: {nature: voluntary, brokered_by: organisations, form: buddying, outcome: one-helps-other, roles: {supporter: north, supported: south}}
`)
	if r.Typology.Nature.Derived != "mandated" {
		t.Errorf("%+v", r.Typology.Nature)
	}
}

func TestADisputeSpansBothViews(t *testing.T) {
	text := `
organisations: {north: {name: North}, south: {name: South}}
arrangement: {nature: voluntary, scale: structural, form: merger}
answers: {key-people-trust: {views: {north: %s, south: %s}}}
`
	view := func(a, b string) *result.Result {
		return assessText(t, strings.Replace(strings.Replace(text, "%s", a, 1), "%s", b, 1))
	}
	r := view("yes", "no")
	c := r.Criterion("key-people-trust")
	if c.Status != rating.Disputed || len(c.Views) != 2 || c.Views[0].Status != rating.Met || c.Views[1].Status != rating.NotMet {
		t.Errorf("%+v", c)
	}
	if f := finding(r, "disagreement-answers-key-people-trust"); f == nil || !strings.Contains(f.Text, "North says yes and South says no") {
		t.Errorf("%+v", f)
	}
	if r := view("yes", "yes"); r.Criterion("key-people-trust").Status != rating.Met || len(r.Findings) != 0 {
		t.Errorf("where both agree it is simply so: %+v, %v", r.Criterion("key-people-trust"), r.Findings)
	}
	if r := view("yes", "unknown"); r.Criterion("key-people-trust").Status != rating.Disputed {
		t.Errorf("%+v", r.Criterion("key-people-trust"))
	}
}

func TestSetAsideIsListedAndCounts(t *testing.T) {
	base := "arrangement: {nature: mandated, scale: structural, form: acquisition}\nevidence: {memo: {kind: internal, title: A memo}}\n"
	without := assessText(t, base)
	r := assessText(t, base+`answers:
  oversight-committee: {is: not-applicable, because: the regulator has none to offer}
  regulator-on-board: {is: other-means, because: the regulator reads the minutes, evidence: [memo]}
`)
	if len(r.SetAside) != 2 || r.SetAside[0].Evidence[0] != "memo" || r.SetAside[1].Because != "the regulator has none to offer" {
		t.Errorf("%+v", r.SetAside)
	}
	if r.Criterion("oversight-committee").Status != rating.NotApplicable || r.Criterion("regulator-on-board").Status != rating.Met {
		t.Errorf("%s, %s", r.Criterion("oversight-committee").Status, r.Criterion("regulator-on-board").Status)
	}
	n := func(r *result.Result) int {
		return r.Overall.Met + r.Overall.Partly + r.Overall.NotMet + r.Overall.Unknown
	}
	if n(r) != n(without)-1 {
		t.Errorf("%d criteria count, %d without setting any aside", n(r), n(without))
	}
}

func TestEvidenceGoesStaleByAgeAndByEvent(t *testing.T) {
	text := func(asOf, date, since string) string {
		return `as_of: ` + asOf + `
organisations:
  north: {board: {stability: {is: stable, evidence: [letter]}, chief_executive_since: ` + since + `}}
  south: {}
arrangement: {nature: voluntary, scale: structural, form: merger}
evidence: {letter: {kind: internal, title: A letter, date: ` + date + `}}
`
	}
	for _, c := range []struct {
		name, text, stale string
	}{
		{"fresh", text("2026-06-01", "2026-01-01", "2020-01-01"), ""},
		{"old", text("2026-06-01", "2025-06-01", "2020-01-01"), "older than twelve months"},
		{"almost a year", text("2026-06-01", "2025-06-02", "2020-01-01"), ""},
		{"older than the chief executive", text("2026-06-01", "2026-01-01", "2026-03-01"), "north's present chief executive (1 March 2026)"},
		{"a change still to come", text("2026-06-01", "2026-01-01", "2026-09-01"), ""},
		{"only the year is known", text("2026-06-01", "2025", "2020-01-01"), ""},
		{"no day to reckon from", text("unknown", "2001-01-01", "2020-01-01"), ""},
	} {
		r := assessText(t, c.text)
		if got := r.Evidence.Pieces[0].Stale; (c.stale == "") != (got == "") || !strings.Contains(got, c.stale) {
			t.Errorf("%s: %q, want %q", c.name, got, c.stale)
		}
	}
}

func TestGovernanceIsRecommendedByTypeAndForm(t *testing.T) {
	status := func(r *result.Result, id string) string {
		for _, e := range r.Governance {
			if e.ID == id {
				return string(e.Status)
			}
		}
		return ""
	}
	start := "arrangement:\n  nature: voluntary\n  scale: structural\n  form: contract\n  governance:\n    boards: "
	for boards, want := range map[string]string{
		"[]":        "missing",
		"unknown":   "not known",
		"[unknown]": "not known",
		"[{kind: joint-performance, status: in-place, acts_on_data: yes}]": "in place",
		"[{kind: joint-performance, status: planned, acts_on_data: yes}]":  "different",
	} {
		if got := status(assessText(t, start+boards+"\n"), "joint-performance-board"); got != want {
			t.Errorf("boards %s: %q, want %q", boards, got, want)
		}
	}
	if got := status(assessText(t, "arrangement: {nature: voluntary, scale: individual, form: pathway}\n"), "joint-performance-board"); got != "" {
		t.Errorf("at individual scale: %q", got)
	}
}

func TestUnknownIsNeverSaidAsNo(t *testing.T) {
	open := assessText(t, "organisations: {north: {issues: [unknown]}, south: {issues: []}}\narrangement: {risks: [{what: a flood}]}\n")
	if s := open.TakingOn[1].Sentence; open.TakingOn[1].Known || strings.Contains(s, "no problems") {
		t.Errorf("a list that may hold some says none: %s", s)
	}
	if s := open.TakingOn[0].Sentence; !open.TakingOn[0].Known || !strings.Contains(s, "no problems") {
		t.Errorf("an empty list says none: %s", s)
	}
	if r := open.Risks.Doing; len(r) != 1 || !strings.Contains(r[0].What, "is not said") {
		t.Errorf("a risk of neither side is told as one: %+v", r)
	}
	r := assessText(t, `
organisations: {north: {name: North}, south: {name: South, issues: [{what: a leaking roof}]}}
`)
	if s := r.TakingOn[0].Sentence; strings.Contains(s, "none") || !strings.Contains(s, "not said") {
		t.Error(s)
	}
	if s := r.TakingOn[1].Sentence; !strings.Contains(s, "not listed") {
		t.Error(s)
	}
}
