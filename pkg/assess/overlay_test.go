package assess_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// laidOver lays an overlay over the built-in catalogue: so many criteria of its own, with what is said of their caps, and
// what stands under changes and off.
func laidOver(t failer, own int, caps func(i int) string, rest string) *catalogue.Catalogue {
	var criteria strings.Builder
	for i := range own {
		fmt.Fprintf(&criteria, `- id: rule-%d
  title: rule %d of the house is kept
  lack: rule %d of the house is not kept
  short: rule %d kept
  lack_short: rule %d not kept
  asks: Is rule %d of the house kept?
  of: governance-lead
  %s
  judged: true
  questions: [risks, governance]
  why: It is a rule.
  due: before-decision
  fix: {do: Keep rule %d, who: governance-lead, effort: low, evidence: a note}
  cites: [{source: rulebook, place: rule %d, strength: rule}]
  since: "1"
`, i, i, i, i, i, i, caps(i), i, i)
	}
	cited := ""
	if own > 0 {
		cited = "sources: [{id: rulebook, title: The rule book, kind: rules, standing: adopted}]\nstrengths: [{id: rule, title: a rule of the house}]\ncriteria: [house]\n"
	}
	files := fstest.MapFS{
		"overlay.yaml":        {Data: []byte("name: house\ntitle: Rules of the house\nversion: \"1\"\nextends: \"3\"\n" + cited + rest)},
		"criteria/house.yaml": {Data: []byte(criteria.String())},
	}
	if own == 0 {
		delete(files, "criteria/house.yaml")
	}
	cat, _, wrong := assessments.Catalogue().Lay(files, "house")
	if len(wrong) > 0 {
		t.Fatalf("%v", wrong)
	}
	return cat
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
	Errorf(string, ...any)
}

// saysWhatItRaises holds that whatever is rated better than by the built-in catalogue alone is said, with what raises it,
// and stands in the heading of the first screen.
func saysWhatItRaises(t failer, with, alone *judge.Judgement, r *result.Result) (raised bool) {
	t.Helper()
	said := func(of result.MovedOf, id, at string) {
		t.Helper()
		raised = true
		i := slices.IndexFunc(r.Overlay.Moved, func(m result.OverlayMove) bool {
			return m.Of == of && m.ID == id && m.Raised && (at == "" || m.At == at)
		})
		switch heading := r.Front.Block(result.FrontCatalogue).Heading; {
		case i < 0:
			t.Errorf("%s %s is raised at the %s end, and that is not said", of, id, at)
		case len(r.Overlay.Moved[i].By) == 0:
			t.Errorf("%s %s is raised by nothing", of, id)
		case !strings.HasPrefix(heading, "Rated better by the catalogue house"):
			t.Errorf("the first screen says %q", heading)
		case !strings.Contains(r.Overlay.Words.Raised, r.Overlay.Moved[i].By[0]):
			t.Errorf("what raises it is not told: %s", r.Overlay.Words.Raised)
		}
	}
	ends := func(of result.MovedOf, id string, a, b rating.Range) {
		t.Helper()
		if b.Low > a.Low {
			said(of, id, "low")
		}
		if b.High > a.High {
			said(of, id, "high")
		}
		if b.Printed && (!a.Printed || b.SoFar > a.SoFar) {
			said(of, id, "so far")
		}
	}
	whole := func(w rating.Whole) rating.Range {
		return rating.Range{Low: w.Low.Grade, SoFar: w.SoFar.Grade, High: w.High.Grade, Printed: w.Printed}
	}
	ends(result.MovedWhole, "", whole(alone.Claimed.Whole), whole(with.Claimed.Whole))
	for q, of := range alone.Cat.Questions {
		ends(result.MovedQuestion, of.ID, alone.Claimed.Questions[q], with.Claimed.Questions[q])
	}
	if a, b := alone.Claimed.Verdict, with.Claimed.Verdict; b.Low > a.Low || b.High > a.High || b.Printed && (!a.Printed || b.SoFar > a.SoFar) {
		said(result.MovedVerdict, "", "")
	}
	for _, id := range judge.OpenGates(alone) {
		if !slices.Contains(judge.OpenGates(with), id) {
			said(result.MovedGate, id, "")
		}
	}
	return raised
}

// TestNoOverlayRaisesARatingInSilence draws documents and overlays: what is rated better than by the built-in catalogue
// alone is said on the first screen, with what raises it, and criteria of its own raise nothing at all.
func TestNoOverlayRaisesARatingInSilence(t *testing.T) {
	facts, answers := trial.OpenFacts(), trial.OpenAnswers()
	var rated []string
	for _, c := range assessments.Catalogue().Criteria {
		if c.Kind.Rated() && c.Each() == "" && c.Until == "" {
			rated = append(rated, c.ID)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		tree := trial.DrawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share"))
		for _, a := range answers {
			if rapid.IntRange(0, 2).Draw(t, "answered") == 0 {
				trial.Put(tree, a.Path, trial.DrawFact(t, a.Field))
			}
		}
		own := rapid.IntRange(0, 4).Draw(t, "own")
		for i := range own {
			if word := rapid.SampledFrom([]string{"", "yes", "partly", "no", "unknown"}).Draw(t, "kept"); word != "" {
				trial.Put(tree, []string{"answers", fmt.Sprintf("house/rule-%d", i)}, word)
			}
		}
		caps := rapid.SliceOfN(rapid.SampledFrom([]string{"kind: enabler", "kind: context\n  gate: true\n  home: risks", "kind: watchpoint", "kind: practice"}), 4, 4).Draw(t, "caps")
		less := rapid.Bool().Draw(t, "less")
		rest := ""
		if less || own == 0 {
			off := rapid.SliceOfNDistinct(rapid.SampledFrom(rated), 1, 12, rapid.ID).Draw(t, "off")
			changed := slices.DeleteFunc(rapid.SliceOfNDistinct(rapid.SampledFrom(rated), 0, 12, rapid.ID).Draw(t, "changed"), func(id string) bool { return slices.Contains(off, id) })
			rest = "off:\n"
			for _, id := range off {
				rest += "  - {id: " + id + ", because: so we decided}\n"
			}
			if len(changed) > 0 {
				rest += "changes:\n"
			}
			for _, id := range changed {
				rest += "  - {id: " + id + ", due: " + rapid.SampledFrom(slices.DeleteFunc(catalogue.Due("").Words(), func(due string) bool { return due == string(assessments.Catalogue().Criterion(id).Due) })).Draw(t, "due") + "}\n"
			}
		}
		cat := laidOver(t, own, func(i int) string { return caps[i] }, rest)
		doc := trial.ReadTree(t, tree)
		with, alone := judge.Judge(doc, cat), judge.Judge(doc, assessments.Catalogue())
		r := assess.Result(with)
		if raised := saysWhatItRaises(t, with, alone, r); raised && rest == "" {
			t.Errorf("criteria of its own raise a rating: %s", r.Overlay.Words.Raised)
		}
		if !raisedIn(r) && strings.HasPrefix(r.Front.Block(result.FrontCatalogue).Heading, "Rated better") {
			t.Errorf("nothing is raised, and the first screen says so")
		}
	})
}

func raisedIn(r *result.Result) bool {
	return slices.ContainsFunc(r.Overlay.Moved, func(m result.OverlayMove) bool { return m.Raised })
}

// TestTwentyRulesMetRaiseNothing: criteria of one's own count in a block of their own alone, however many are met.
func TestTwentyRulesMetRaiseNothing(t *testing.T) {
	text := "partner: 1\norganisations: {a: {}, b: {}}\narrangement: {nature: voluntary, scale: structural, form: merger}\nanswers:\n"
	for i := range 20 {
		text += fmt.Sprintf("  house/rule-%d: yes\n", i)
	}
	cat := laidOver(t, 20, func(int) string { return "kind: enabler" }, "")
	doc := trial.Read(t, "p.yaml", []byte(text), "")
	with, alone := judge.Judge(doc, cat), judge.Judge(doc, assessments.Catalogue())
	r := assess.Result(with)
	if r.Overlay.Rating.SoFar != rating.Green || len(r.Overlay.Counted) != 20 {
		t.Errorf("its own block is %s, of %d", r.Overlay.Rating.Words, len(r.Overlay.Counted))
	}
	if len(r.Overlay.Moved) > 0 || r.Overall.Words != judge.Words(rating.Range{Low: alone.Claimed.Whole.Low.Grade, SoFar: alone.Claimed.Whole.SoFar.Grade, High: alone.Claimed.Whole.High.Grade, Printed: alone.Claimed.Whole.Printed, Counts: alone.Claimed.Whole.Counts}).Words {
		t.Errorf("twenty rules that are kept move %v", r.Overlay.Moved)
	}
	for q := range with.Claimed.Questions {
		if with.Claimed.Questions[q] != alone.Claimed.Questions[q] {
			t.Errorf("%s is rated otherwise", with.Cat.Questions[q].ID)
		}
	}
	for _, u := range with.Unheard() {
		t.Errorf("%s is not heard", u.Statements[0].Path())
	}
}

// TestAGateOfItsOwnCaps: what caps is told to hold its question down, and where it is met it does nothing.
func TestAGateOfItsOwnCaps(t *testing.T) {
	cat := laidOver(t, 1, func(int) string { return "kind: enabler\n  gate: true\n  home: risks" }, "")
	text := "partner: 1\norganisations: {a: {}, b: {}}\nanswers: {house/rule-0: %s}\n"
	for answer, open := range map[string]bool{"yes": false, "no": true} {
		doc := trial.Read(t, "p.yaml", []byte(fmt.Sprintf(text, answer)), "")
		j := judge.Judge(doc, cat)
		q := j.Claimed.Questions[j.Cat.Question("risks")]
		if capped := q.High <= rating.AmberRed; capped != open {
			t.Errorf("answered %s, risks may be %s", answer, q.High)
		}
		if is := slices.Contains(judge.OpenGates(j), "house/rule-0"); is != open {
			t.Errorf("answered %s, it is open: %t", answer, is)
		}
		o := judge.Overlay(j)
		if open != strings.Contains(o.Words.Held, "house/rule-0") {
			t.Errorf("answered %s: %q", answer, o.Words.Held)
		}
		if o.Words.Raised != "" {
			t.Errorf("answered %s, it raises: %s", answer, o.Words.Raised)
		}
	}
}

// TestAnswersToAnotherCatalogueAreKeptAndTold: without the catalogue that asks for them.
func TestAnswersToAnotherCatalogueAreKeptAndTold(t *testing.T) {
	text := "partner: 1\norganisations: {a: {}, b: {}}\nanswers: {house/rule-0: no}\nconditions: {house/rule-0: {state: open}}\ndepartures: {house/rule-1: {kind: accepted}}\n"
	doc := trial.Read(t, "p.yaml", []byte(text), "")
	r := assess.Assess(doc, assessments.Catalogue())
	told := map[string]bool{}
	for _, f := range r.Findings {
		if f.Kind != result.Unused || !f.Note() || !strings.Contains(f.Text, "the catalogue house asks for") || !strings.Contains(f.Do, "with that catalogue laid over") {
			t.Errorf("%s: %s; %s", f.Kind, f.Text, f.Do)
		}
		told[f.Subject] = true
	}
	for _, path := range []string{"answers.house/rule-0", "conditions.house/rule-0.state", "departures.house/rule-1.kind"} {
		if !told[path] {
			t.Errorf("%s is not told, of %v", path, told)
		}
	}
}
