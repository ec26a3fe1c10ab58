package decide_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"partner/pkg/assess"
	_ "partner/pkg/internal/drawn"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// reading reads a document that must be good.
func reading(t testing.TB, name string) *proposal.Proposal {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return trial.Read(t, filepath.Base(name), data, filepath.Dir(name))
}

func optionsText(t testing.TB, text string) *result.Options {
	t.Helper()
	return assess.Options(trial.Read(t, "test.yaml", []byte("partner: 1\n"+text), "."), cat)
}

func optionOf(t testing.TB, o *result.Options, id string) *result.Option {
	t.Helper()
	for i := range o.Options {
		if o.Options[i].ID == id {
			return &o.Options[i]
		}
	}
	t.Fatalf("there is no option %s", id)
	return nil
}

// judged is what an option and an assessment have in common.
type judged struct {
	Context, Enablers result.Rating
	Overall           result.Overall
	Verdict           result.Verdict
}

func ofOption(o *result.Option) judged {
	return judged{o.Context.Rating, o.Enablers, o.Overall, o.Verdict}
}

func ofResult(r *result.Result) judged {
	return judged{r.Context.Rating, r.Enablers.Rating, r.Overall, r.Verdict}
}

// bare leaves out how the ends are said: what gives them is looked for one way, which may be another where the document
// itself names the roles.
func (j judged) bare() judged {
	for _, r := range []*result.Rating{&j.Context, &j.Enablers, &j.Overall.Rating} {
		r.Words, r.MayProve, r.Bound = "", "", ""
	}
	j.Verdict.Sentence = ""
	return j
}

// settledOn gives the option that an assessment stands on, "" where it spans several.
func settledOn(r *result.Result) string {
	if len(r.Typology.Types) != 1 || len(r.Typology.Form.Possible) != 1 {
		return ""
	}
	return r.Typology.Types[0].ID + "-" + r.Typology.Form.Possible[0]
}

func TestTheOptionThatADocumentStandsOnIsItsAssessment(t *testing.T) {
	settled := 0
	for _, name := range trial.Examples(t) {
		doc := reading(t, name)
		before := assess.Assess(doc, cat)
		o := assess.Options(doc, cat)
		if d := cmp.Diff(before, assess.Assess(doc, cat)); d != "" {
			t.Errorf("%s: reading options changes the document: %s", name, d)
		}
		if d := cmp.Diff(o, assess.Options(doc, cat)); d != "" {
			t.Errorf("%s: not the same twice: %s", name, d)
		}
		if id := settledOn(before); id != "" {
			settled++
			if d := cmp.Diff(ofResult(before), ofOption(optionOf(t, o, id))); d != "" {
				t.Errorf("%s: %s", name, d)
			}
		}
	}
	if settled < 5 {
		t.Errorf("only %d examples are settled", settled)
	}
}

func TestTheOptionThatARandomDocumentStandsOnIsItsAssessment(t *testing.T) {
	facts := trial.OpenFacts()
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share"))
		r := trial.AssessTree(t, tree)
		id := settledOn(r)
		o := optionsOfTree(t, tree)
		for i := range o.Options {
			x := &o.Options[i]
			if x.ID == id {
				if d := cmp.Diff(ofResult(r), ofOption(x)); d != "" {
					t.Fatal(d)
				}
				return
			}
		}
		if id != "" {
			t.Fatalf("%s is no option", id)
		}
	})
}

func optionsOfTree(t *rapid.T, tree map[string]any) *result.Options {
	text, err := yaml.Marshal(trial.Plain(tree))
	if err != nil {
		t.Fatal(err)
	}
	doc, wrong := proposal.Read("random.yaml", text, nil)
	if len(wrong) > 0 {
		t.Fatalf("%v in\n%s", wrong, text)
	}
	return assess.Options(doc, cat)
}

// TestAnOptionIsTheAssessmentOfTheDocumentRewritten: where a document says who helps whom and nothing else of
// what kind it is, each option is what the assessment says of the same document with that type, that form and
// the roles that go with them.
func TestAnOptionIsTheAssessmentOfTheDocumentRewritten(t *testing.T) {
	both := []any{"north", "south"}
	roles := map[string]map[string]any{
		"merger": {"partners": both}, "joint-venture": {"partners": both}, "pathway": {"partners": both},
		"acquisition": {"acquirer": "north", "acquired": "south"}, "buddying": {"supporter": "north", "supported": "south"},
		"networked-care": {"provider": "north", "host": "south"}, "management-contract": {"manager": "north", "managed": "south"},
		"contract": {}, "group": {"partners": both}, "shared-service": {"partners": both, "provider": "north", "host": "south"},
	}
	from := map[string][2]string{"buddying": {"supporter", "supported"}, "acquisition": {"acquirer", "acquired"}, "management": {"manager", "managed"}, "network": {"provider", "host"}}
	facts := trial.OpenFacts()
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share"))
		arrangement := tree["arrangement"].(map[string]any)
		for _, k := range trial.Settled {
			delete(arrangement, k)
		}
		of := from[rapid.SampledFrom([]string{"buddying", "acquisition", "management", "network"}).Draw(t, "roles")]
		arrangement["roles"] = map[string]any{of[0]: "north", of[1]: "south"}
		o := optionsOfTree(t, tree)
		if len(o.Options) < 16 {
			t.Fatalf("%d options", len(o.Options))
		}
		x := &o.Options[rapid.IntRange(0, len(o.Options)-1).Draw(t, "option")]
		nature, scale, _ := strings.Cut(x.Type.ID, "-")
		cast := map[string]any{}
		for role, who := range roles[x.Form.ID] {
			cast[role] = who
		}
		if _, has := cat.Typology.Helping(x.Form.ID); !has { // its roles do not say who helps
			cast["supporter"], cast["supported"] = "north", "south"
		}
		arrangement["nature"], arrangement["scale"], arrangement["form"], arrangement["roles"] = nature, scale, x.Form.ID, cast
		rewritten := trial.AssessTree(t, tree)
		if got := settledOn(rewritten); got != x.ID {
			t.Skip("the form itself tells another scale: ", got)
		}
		if d := cmp.Diff(ofResult(rewritten).bare(), ofOption(x).bare()); d != "" {
			t.Fatalf("%s: %s", x.ID, d)
		}
	})
}

// TestOptionsOfAContradictionLieInsideItsRange: what is declared is not held against the facts in an option;
// the assessment spans all types that are possible, and so each of them.
func TestOptionsOfAContradictionLieInsideItsRange(t *testing.T) {
	const name = "../../examples/contradictory.yaml"
	r, o := trial.File(t, name), assess.Options(reading(t, name), cat)
	inside := 0
	for i := range o.Options {
		x := &o.Options[i]
		if !slices.Contains(r.Typology.Form.Possible, x.Form.ID) || !slices.ContainsFunc(r.Typology.Types, func(w result.Word) bool { return w.ID == x.Type.ID }) {
			continue
		}
		inside++
		for what, p := range map[string][2]result.Rating{"context": {x.Context.Rating, r.Context.Rating}, "enablers": {x.Enablers, r.Enablers.Rating}, "overall": {x.Overall.Rating, r.Overall.Rating}} {
			if l := trial.Leaves(p[0], p[1]); l != "" {
				t.Errorf("%s, %s: %s", x.ID, what, l)
			}
		}
	}
	if inside < 3 {
		t.Errorf("only %d options are possible", inside)
	}
}

func TestOptionsStandInOrder(t *testing.T) {
	for _, name := range trial.Examples(t) {
		o := assess.Options(reading(t, name), cat)
		seen := map[string]bool{}
		for i := range o.Options {
			x := &o.Options[i]
			if seen[x.ID] {
				t.Errorf("%s: %s stands twice", name, x.ID)
			}
			seen[x.ID] = true
			if x.LikeContext != "" && (!seen[x.LikeContext] || x.LikeContext == x.ID) {
				t.Errorf("%s: %s is like %s, which does not stand above it", name, x.ID, x.LikeContext)
			}
			var gates []string
			for _, g := range x.Gates {
				gates = append(gates, g.Criterion)
			}
			if !slices.Equal(gates, x.Verdict.Open) && len(gates)+len(x.Verdict.Open) > 0 {
				t.Errorf("%s: %s has the gates %v, and its verdict %v", name, x.ID, gates, x.Verdict.Open)
			}
			if i == 0 || o.Options[i-1].Declared {
				continue
			}
			before, here := o.Options[i-1].Context.Rating, x.Context.Rating
			if x.Declared || here.High > before.High || here.High == before.High && here.Low > before.Low {
				t.Errorf("%s: %s stands below %s", name, x.ID, o.Options[i-1].ID)
			}
		}
	}
}

func TestOptionsOfCaseC(t *testing.T) {
	o := assess.Options(reading(t, "../../examples/case-c.yaml"), cat)
	first := o.Options[0]
	if first.ID != "mandated-structural-acquisition" || !first.Declared || !first.FactsPoint || first.Roles != "" || first.SmallerStep {
		t.Errorf("first stands %s, %+v", first.ID, first)
	}
	if len(first.Forgone)+len(first.Gained) != 0 {
		t.Errorf("against itself the declared one gives up %v and gains %v", first.Forgone, first.Gained)
	}
	buddying := optionOf(t, o, "mandated-individual-buddying")
	if !buddying.SmallerStep || !strings.Contains(buddying.Roles, "St Phillips as supporter and Rowheath Park as supported") {
		t.Errorf("buddying: %+v", buddying)
	}
	if buddying.OnlyIf != "" || !slices.ContainsFunc(buddying.Forgone, func(f result.Forgone) bool {
		return strings.Contains(f.Title, "the power to bring in its own practice")
	}) {
		t.Errorf("buddying gives up %v, only if %q", buddying.Forgone, buddying.OnlyIf)
	}
	if m := optionOf(t, o, "mandated-structural-merger"); m.WhyNot == "" || m.Roles != "Read with both as equal partners. What is asked of the one that helps is asked of St Phillips." {
		t.Errorf("merger: why not %q, roles %q", m.WhyNot, m.Roles)
	}
	if v := optionOf(t, o, "voluntary-structural-merger"); !strings.HasPrefix(v.OnlyIf, "It would have to be initiated by the organisations themselves") || v.SmallerStep {
		t.Errorf("voluntary merger: only if %q", v.OnlyIf)
	}
	// Who helps whom says nothing of who would commission from whom.
	if c := optionOf(t, o, "voluntary-structural-contract"); c.Roles != "What is asked of the one that helps is asked of St Phillips." {
		t.Errorf("contract: %q", c.Roles)
	}
}

func TestOptionsWhereDeclaredAndFactsDiffer(t *testing.T) {
	o := assess.Options(reading(t, "../../examples/case-e.yaml"), cat)
	if x := o.Options[0]; x.ID != "voluntary-structural-merger" || !x.Declared || x.FactsPoint || x.Marks != "declared" {
		t.Errorf("first stands %s: %s", x.ID, x.Marks)
	}
	if x := optionOf(t, o, "voluntary-structural-acquisition"); x.Declared || !x.FactsPoint || x.Marks != "what the facts point to" {
		t.Errorf("acquisition: %+v", x)
	}
	if s := strings.Join(o.Sentences, " "); !strings.Contains(s, "declares: merger") || !strings.Contains(s, "point to acquisition") {
		t.Error(s)
	}
}

func TestOptionsOfAnEmptyDocument(t *testing.T) {
	o := optionsText(t, "")
	for i := range o.Options {
		x := &o.Options[i]
		if x.Declared || x.FactsPoint || x.SmallerStep || x.OnlyIf != "" || x.Roles != "" || len(x.Forgone) != 0 || len(x.Gained) == 0 {
			t.Errorf("%s: %+v", x.ID, x)
		}
		if x.Context.Rating.Low != rating.Red || x.Context.Rating.High != rating.Green || len(x.FindOut) != len(x.Context.Criteria) {
			t.Errorf("%s: %s, %d to find out of %d", x.ID, x.ContextWords, len(x.FindOut), len(x.Context.Criteria))
		}
		for _, f := range x.FindOut {
			if f.Asks == "" || f.Of == "" || len(f.Paths) == 0 {
				t.Errorf("%s: %+v", x.ID, f)
			}
		}
	}
	if n := o.Nothing; n.RisksKnown || len(n.Forgone) != 0 || n.Stays[0].Known || n.Stays[1].Known {
		t.Errorf("%+v", n)
	}
}

func TestDoingNothing(t *testing.T) {
	o := optionsText(t, `
organisations:
  north: {name: Northfield, issues: []}
  south:
    name: Eastmere
    issues: [{what: backlog maintenance, cost_gbp_m: 25}, {what: a rota that cannot be filled}]
arrangement:
  nature: voluntary
  scale: structural
  form: merger
  alternatives: [{form: do-nothing, why_not: Waits grow.}]
  risks:
    - {what: The ward closes, of: not-doing}
    - {what: Managers are distracted, of: doing}
`)
	n := o.Nothing
	if n.WhyNot != "Waits grow." || len(n.Risks) != 1 || n.Risks[0].What != "The ward closes" || n.Sentence != "The register names one risk of not doing it." {
		t.Errorf("%+v", n)
	}
	if n.Stays[0].Sentence != "No problem of Northfield is listed that would stay with it." || n.Stays[1].Sentence != "Two problems would stay with Eastmere." || len(n.Stays[1].Problems) != 2 {
		t.Errorf("%+v", n.Stays)
	}
	titles := []string{}
	for _, f := range n.Forgone {
		titles = append(titles, f.Title)
	}
	if !slices.Contains(titles, "resources and risks are shared on a formal footing") || slices.Contains(titles, "a struggling organisation is helped to recover") {
		t.Errorf("given up: %v", titles)
	}
}

func TestTheFirstStepSaysWhetherItWasTaken(t *testing.T) {
	const merger = "arrangement: {nature: voluntary, scale: structural, form: merger"
	for _, c := range []struct{ text, want string }{
		{merger + "}", "Whether it has been taken is not known."},
		{merger + ", history: []}\nanswers: {not-rushed: no}", "The document says that it has not been taken."},
		{merger + ", history: [{what: a clinic, scale: small, outcome: good}]}\nanswers: {not-rushed: yes}", "The document shows that it has been taken."},
		{merger + ", history: [{what: a clinic, scale: small, outcome: good}]}\nanswers: {not-rushed: no}", "The document shows that it has been taken in part."},
	} {
		o := optionsText(t, c.text)
		if f := o.Options[0].First; f.Taken != c.want || f.Criterion != "not-rushed" || len(f.Cites) == 0 {
			t.Errorf("%s: %+v", c.text, f)
		}
	}
}

// TestRolesThatDoNotFitTheFormStandAsTheyAre: the option that a document stands on is read with the roles that
// the document gives, even where they are those of another form, as the assessment reads it.
func TestRolesThatDoNotFitTheFormStandAsTheyAre(t *testing.T) {
	const orgs = "partner: 1\norganisations: {north: {finance: {position: strong}}, south: {}}\n"
	for text, id := range map[string]string{
		"arrangement: {nature: voluntary, scale: structural, form: merger, roles: {acquirer: north, acquired: south}}":                "voluntary-structural-merger",
		"arrangement: {nature: mandated, scale: structural, form: management-contract, roles: {manager: north, managed: south}}":      "mandated-structural-management-contract",
		"arrangement: {nature: voluntary, scale: individual, form: buddying, roles: {provider: north, host: south}, shares: []}":      "voluntary-individual-buddying",
		"arrangement: {nature: mandated, scale: individual, form: networked-care, roles: {provider: north, host: south}, shares: []}": "mandated-individual-networked-care",
	} {
		doc := trial.Read(t, "test.yaml", []byte(orgs+text), ".")
		x := optionOf(t, assess.Options(doc, cat), id)
		if d := cmp.Diff(ofResult(assess.Assess(doc, cat)), ofOption(x)); d != "" || !x.Declared || x.Roles != "" {
			t.Errorf("%s: %v, %q: %s", id, x.Declared, x.Roles, d)
		}
	}
}
