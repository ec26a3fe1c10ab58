package load_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/catalogue"
	"partner/pkg/load"
)

// house is an overlay that has all that one can have.
var house = map[string]string{
	"overlay.yaml": `name: house
title: Rules of the house
version: "2"
extends: "4"
about: For tests.
sources:
  - {id: rulebook, title: The rule book, kind: rules, standing: adopted by the board}
strengths:
  - {id: rule, title: a rule of the house}
criteria: [lifts]
changes:
  - id: ms-acquirer-finances
    because: our auditor asks for less
    met: {fact: helper.finance.position, in: [strong, balanced]}
    partly: {fact: helper.finance.position, is: deficit}
    bad: "organisations: {north: {finance: {position: distressed}}, south: {}}\narrangement: {roles: {acquirer: north, acquired: south}}"
off:
  - {id: vi-mainstreamed, because: settled for good}
`,
	"criteria/lifts.yaml": `- id: lifts-inspected
  title: the lifts have been inspected
  lack: the lifts have not been inspected
  short: lifts inspected
  lack_short: lifts not inspected
  asks: Have the lifts been inspected?
  of: operations
  kind: enabler
  gate: true
  home: risks
  judged: true
  questions: [risks, governance]
  why: A lift that stops holds everybody up.
  due: before-decision
  fix: {do: Have the lifts inspected, who: operations, effort: low, evidence: the report}
  cites: [{source: rulebook, place: rule 1, strength: rule}]
  since: "1"
- id: price-told
  title: it is told what it costs
  lack: it is not told what it costs
  short: cost told
  lack_short: cost not told
  asks: What does it cost?
  of: finance
  kind: context
  met: {fact: arrangement.resources.cost_gbp_m, at-most: 5}
  questions: [sustainability]
  why: Nobody buys without a price.
  due: before-decision
  fix: {do: Say what it costs, who: finance, effort: low, evidence: the sum}
  cites: [{source: rulebook, place: rule 2, strength: rule}]
  since: "1"
  good: "arrangement: {resources: {cost_gbp_m: 4}}"
  bad: "arrangement: {resources: {cost_gbp_m: 6}}"
`,
}

// written writes an overlay with one text of one of its files replaced, and gives the folder.
func written(t *testing.T, name, from, to string) string {
	t.Helper()
	dir := t.TempDir()
	for file, text := range house {
		if file == name {
			if !strings.Contains(text, from) {
				t.Fatalf("%s does not hold %q", name, from)
			}
			text = strings.Replace(text, from, to, 1)
		}
		path := filepath.Join(dir, file)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAnOverlayIsLaidOverTheCatalogue(t *testing.T) {
	dir := written(t, "", "", "")
	built := assessments.Catalogue()
	cat, wrong, err := load.Overlay(context.Background(), dir, built)
	if err != nil || len(wrong) > 0 {
		t.Fatal(err, wrong)
	}
	if len(cat.Criteria) != len(built.Criteria)+2 {
		t.Errorf("%d criteria over %d", len(cat.Criteria), len(built.Criteria))
	}
	if c := cat.Criterion("house/lifts-inspected"); c == nil || !c.Caps() || c.Within != catalogue.Enabler {
		t.Errorf("the gate of its own does not cap: %+v", c)
	}
	if c := cat.Criterion("house/price-told"); c == nil || c.Caps() || c.Kind != catalogue.Own {
		t.Errorf("what counts in its own block counts elsewhere: %+v", c)
	}
	if c := cat.Criterion("vi-mainstreamed"); c.Off == "" {
		t.Error("what is switched off is on")
	}
	if is, was := cat.Criterion("ms-acquirer-finances").Met.String(), built.Criterion("ms-acquirer-finances").Met.String(); is == was {
		t.Error("the threshold is as it was: " + is)
	}
	if built.Overlay != nil || built.Criterion("house/price-told") != nil || cat.BuiltIn() != built {
		t.Error("the built-in catalogue has changed")
	}
	again, _, _ := load.Overlay(context.Background(), dir, built)
	other, _, _ := load.Overlay(context.Background(), written(t, "overlay.yaml", "For tests.", "For trials."), built)
	if again.Hash != cat.Hash || other.Hash == cat.Hash || cat.Hash == built.Hash {
		t.Errorf("hashes %s, %s, %s over %s", cat.Hash, again.Hash, other.Hash, built.Hash)
	}
}

// TestWhatIsWrongWithAnOverlayIsToldAtItsPlace breaks an overlay in many ways: each error says where, what was expected
// and what to do.
func TestWhatIsWrongWithAnOverlayIsToldAtItsPlace(t *testing.T) {
	const overlay, lifts = "overlay.yaml", "criteria/lifts.yaml"
	for _, c := range []struct{ name, file, from, to, at, found, expected, do string }{
		{"no name", overlay, "name: house\n", "", "overlay.yaml:1:1", "`name` is missing", "a name in small letters", "add `name:"},
		{"an odd name", overlay, "name: house", "name: The House", "overlay.yaml:1:7", `"The House" for ` + "`name`", "a name in small letters", "write `name:"},
		{"an unknown key", overlay, "title: Rules", "titel: Rules", "overlay.yaml:2:1", `unknown key "titel"`, "name, title", `did you mean "title"?`},
		{"a file that is not there", overlay, "criteria: [lifts]", "criteria: [lifts, stairs]", "overlay.yaml:10:19", "criteria/stairs.yaml, which is not there", "a file of criteria for each name", "write it"},
		{"a file that is not named", overlay, "criteria: [lifts]\n", "", "overlay.yaml:1:1", "criteria/lifts.yaml is not named", "each file below criteria/", "add lifts here"},
		{"a change of what there is not", overlay, "id: ms-acquirer-finances", "id: ms-acquirer-finance", "overlay.yaml:12:9", "not a criterion of the built-in", "the id of one", `did you mean "ms-acquirer-finances"?`},
		{"a change of a kind", overlay, "because: our auditor", "kind: enabler\n    because: our auditor", "overlay.yaml:13:5", "a change of `kind`", "title, lack", "switch it off, with a reason"},
		{"a change of nothing", overlay, "    met: {fact: helper.finance.position, in: [strong, balanced]}\n    partly: {fact: helper.finance.position, is: deficit}\n    bad: \"organisations: {north: {finance: {position: distressed}}, south: {}}\\narrangement: {roles: {acquirer: north, acquired: south}}\"\n", "", "overlay.yaml:12:5", "a change of nothing", "what is to be otherwise", "add it"},
		{"a change to what there is", overlay, "off:", "  - {id: vi-mainstreamed, due: first-year}\noff:", "overlay.yaml:17:5", "what \"vi-mainstreamed\" is already", "what is to be otherwise", "remove the entry"},
		{"no reason", overlay, "{id: vi-mainstreamed, because: settled for good}", "{id: vi-mainstreamed}", "overlay.yaml:18:5", "without a reason", "why it is not to be asked", "add `because:`"},
		{"off and changed", overlay, "id: vi-mainstreamed", "id: ms-acquirer-finances", "overlay.yaml:18:10", "a second time", "each criterion once", "keep one"},
		{"off, and rates nothing", overlay, "id: vi-mainstreamed", "id: nature-consistent", "overlay.yaml:18:10", "which rates nothing", "a criterion that is asked and rated", "leave it"},
		{"a source that nothing cites", overlay, "sources:\n", "sources:\n  - {id: spare, title: Spare, kind: rules, standing: none}\n", "overlay.yaml:7:5", `"spare", which nothing cites`, "sources that a criterion rests on", "cite it"},
		{"a source of the built-in catalogue", overlay, "id: rulebook", "id: table-2", "overlay.yaml:7:5", "a second time", "none of the built-in", "another id"},
		{"a rule that its fragment does not meet", overlay, "position: distressed", "position: deficit", "overlay.yaml:16:10", "bad is partly met and not not met", "makes it not met", "correct the rule or the fragment"},
		{"no title", lifts, "  title: the lifts have been inspected\n", "", "lifts.yaml:1:3", "title is missing", "the claim that holds", "add or correct `title`"},
		{"a long title", lifts, "title: the lifts have", "title: the lifts that were put in some years ago on both of the sites of the two have", "lifts.yaml:2:10", "at most 72 fit", "the claim that holds", "correct it"},
		{"an id with a name", lifts, "id: lifts-inspected", "id: house/lifts-inspected", "lifts.yaml:1:7", `the id "house/lifts-inspected"`, "small letters", "`house/` is put before it"},
		{"an id twice", lifts, "id: price-told", "id: lifts-inspected", "lifts.yaml:18:7", "a second time", "each id once", "another id"},
		{"an unknown key of a criterion", lifts, "  asks: Have", "  ask: Have", "lifts.yaml:6:3", `unknown key "ask"`, "id, title", `did you mean "asks"?`},
		{"a kind that it cannot be", lifts, "kind: enabler", "kind: consistency", "lifts.yaml:8:9", `the kind "consistency"`, "context, enabler", "write one of these"},
		{"a path that there is not", lifts, "resources.cost_gbp_m, at-most", "resources.costs_gbp_m, at-most", "lifts.yaml:26:15", `there is no "costs_gbp_m"`, "", ""},
		{"a source that there is not", lifts, "source: rulebook, place: rule 1", "source: rules, place: rule 1", "lifts.yaml:16:10", `the source "rules" is not in`, "at least one {source", "correct it"},
		{"no question", lifts, "questions: [sustainability]", "questions: []", "lifts.yaml:27:14", "it feeds no question", "one or more of patients", "correct it"},
		{"a gate without a home", lifts, "  home: risks\n", "", "lifts.yaml:9:9", "needs a home", "with a `home`", "correct it"},
		{"a rule that is met by the wrong one", lifts, `bad: "arrangement: {resources: {cost_gbp_m: 6}}"`, `bad: "arrangement: {resources: {cost_gbp_m: 3}}"`, "lifts.yaml:34:8", "bad is met and not not met", "makes it not met", "correct the rule or the fragment"},
		{"no list", lifts, "- id: lifts", "id: lifts", "lifts.yaml:", "", "", ""},
		{"no overlay", overlay, house["overlay.yaml"], "", "overlay.yaml", "the file is empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := written(t, c.file, c.from, c.to)
			cat, wrong, err := load.Overlay(context.Background(), dir, assessments.Catalogue())
			if err != nil || cat != nil || len(wrong) == 0 {
				t.Fatalf("it is taken: %v %v", wrong, err)
			}
			for _, d := range wrong {
				if strings.Contains(d.Position.String(), c.at) && strings.Contains(d.Found, c.found) && strings.Contains(d.Expected, c.expected) && strings.Contains(d.Do, c.do) && strings.HasPrefix(d.File, dir) {
					return
				}
			}
			t.Errorf("not said: %s: %s; expected %s; %s\nbut\n%v", c.at, c.found, c.expected, c.do, wrong)
		})
	}
}

func TestAFolderWithoutAnOverlayIsNone(t *testing.T) {
	for _, dir := range []string{t.TempDir(), filepath.Join(t.TempDir(), "gone")} {
		cat, wrong, err := load.Overlay(context.Background(), dir, assessments.Catalogue())
		if err != nil || cat != nil || len(wrong) != 1 || !strings.Contains(wrong[0].Error(), "partner catalogue new") {
			t.Errorf("%v, %v, %v", cat, wrong, err)
		}
	}
}
