package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"partner/pkg/compare"
	"partner/pkg/pack"
	"partner/pkg/result"
)

// printed runs a command that must succeed and talk to nobody, and gives what it prints.
func printed(t *testing.T, args ...string) string {
	t.Helper()
	code, stdout, stderr := run(t, args...)
	if code != 0 || stderr != "" {
		t.Fatalf("%s: exit code %d; %s", strings.Join(args, " "), code, stderr)
	}
	return stdout
}

// page runs a command whose text has a look, with every setting fixed, so that no environment shows in it.
func page(t *testing.T, args ...string) string {
	t.Helper()
	text := printed(t, append([]string{args[0], "--format=text", "--color=never", "--width=100", "--ascii=false"}, args[1:]...)...)
	for i, line := range strings.Split(text, "\n") {
		if n := len([]rune(line)); n > 100 {
			t.Errorf("%s: line %d has %d columns", strings.Join(args, " "), i+1, n)
		}
	}
	return text
}

// says checks that a text holds a sentence, wherever it is broken into lines.
func says(t *testing.T, text, sentence string) {
	t.Helper()
	if !strings.Contains(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(sentence), " ")) {
		t.Errorf("the text does not say: %s", sentence)
	}
}

// reread reads JSON strictly into a value, checks that nothing was lost on the way, and holds it to the
// schema of that name, where it has one.
func reread(t *testing.T, text string, into any, schema string) {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(into)
	if err != nil {
		t.Fatal(err)
	}
	var was, is any
	if json.Unmarshal([]byte(text), &was) != nil || json.Unmarshal(again, &is) != nil || fmt.Sprint(was) != fmt.Sprint(is) {
		t.Error("read and printed again it is another")
	}
	if schema == "" {
		return
	}
	of, err := jsonschema.UnmarshalJSON(strings.NewReader(printed(t, "schema", schema)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(schema+".json", of); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(schema + ".json")
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(value); err != nil {
		t.Errorf("the schema of %s refuses it: %v", schema, err)
	}
}

// TestGoldensOfBriefs are the first screens alone.
func TestGoldensOfBriefs(t *testing.T) {
	atRoot(t)
	for name, file := range examples(t) {
		golden(t, "brief/"+name+".txt", page(t, "assess", "--brief", file))
	}
}

// TestGoldensOfBoards are reports for one board, and with what the organisations filled in apart.
func TestGoldensOfBoards(t *testing.T) {
	atRoot(t)
	const clinic = "examples/networked-clinic/proposal.yaml"
	north, south := "--view=brackwater=testdata/views/brackwater.yaml", "--view=thornmere=testdata/views/thornmere.yaml"
	for _, b := range []struct {
		name string
		json bool // its JSON is kept too; that of the others says little more than the example's
		args []string
	}{
		{"case-c-st-phillips", false, []string{"--for=st-phillips", "examples/case-c.yaml"}},
		{"case-c-rowheath-park", true, []string{"--for=rowheath-park", "examples/case-c.yaml"}},
		{"contradictory-ashgrove", false, []string{"--for=ashgrove", "examples/contradictory.yaml"}},
		{"early-idea-dunmarsh", false, []string{"--for=dunmarsh", "examples/early-idea.yaml"}},
		{"networked-clinic-thornmere", false, []string{"--for=thornmere", clinic}},
		{"networked-clinic-two-views", true, []string{north, south, clinic}},
		{"networked-clinic-one-view", false, []string{south, clinic}},
		{"networked-clinic-view-of-one", false, []string{"--for=brackwater", north, south, clinic}},
	} {
		t.Run(b.name, func(t *testing.T) {
			golden(t, "boards/"+b.name+".txt", page(t, append([]string{"assess"}, b.args...)...))
			text := printed(t, append([]string{"assess", "--format=json"}, b.args...)...)
			if b.json {
				golden(t, "boards/"+b.name+".json", text)
			}
			rereadJSON(t, b.name, text)
		})
	}
}

func TestGoldensOfOptions(t *testing.T) {
	atRoot(t)
	for name, file := range examples(t) {
		t.Run(name, func(t *testing.T) {
			text, data := page(t, "options", file), printed(t, "options", "--format=json", file)
			golden(t, "options/"+name+".txt", text)
			golden(t, "options/"+name+".json", data)
			var o result.Options
			reread(t, data, &o, "options")
			for _, s := range o.Sentences {
				says(t, text, s)
			}
			for _, x := range o.Options {
				says(t, strings.ToLower(text), x.Form.Title)
			}
		})
	}
}

func TestGoldensOfQuestions(t *testing.T) {
	atRoot(t)
	packs := map[string][]string{
		"case-c-finance":             {"--role=finance", "examples/case-c.yaml"},
		"case-c-rowheath-park":       {"--for=rowheath-park", "examples/case-c.yaml"},
		"contradictory-ashgrove":     {"--for=ashgrove", "--role=chair", "examples/contradictory.yaml"},
		"networked-clinic-thornmere": {"--for=thornmere", "examples/networked-clinic/proposal.yaml"},
	}
	for name, file := range examples(t) {
		packs[name] = []string{file}
	}
	for name, args := range packs {
		t.Run(name, func(t *testing.T) {
			in := func(format string) string {
				return printed(t, append([]string{"questions", "--format=" + format}, args...)...)
			}
			text, markdown, form, data := in("text"), in("markdown"), in("yaml"), in("json")
			golden(t, "questions/"+name+".txt", text)
			golden(t, "questions/"+name+".md", markdown)
			golden(t, "questions/"+name+".yaml", form)
			golden(t, "questions/"+name+".json", data)
			var p pack.Pack
			reread(t, data, &p, "")
			count := 0
			for _, g := range p.Roles {
				for _, q := range g.Questions {
					count++
					says(t, text, q.Asks)
					says(t, markdown, q.Asks)
					if !strings.Contains(form, q.Asks) && len(q.Asks) < 80 { // a longer one is broken among the comments
						t.Errorf("the form does not ask: %s", q.Asks)
					}
				}
			}
			if count != p.Count {
				t.Errorf("%d questions, and it counts %d", count, p.Count)
			}
			rereadForm(t, args[len(args)-1], form)
		})
	}
}

// rereadForm answers a proposal with a form that nobody has filled in: it is read without an error, and
// nothing is written.
func rereadForm(t *testing.T, file, form string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "pack.yaml")
	if err := os.WriteFile(name, []byte(form), 0o666); err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := run(t, "answer", file, name)
	if code != 0 || stdout != "" || !strings.Contains(stderr, "nothing was written") {
		t.Errorf("an empty form: exit code %d; %s%s", code, stdout, stderr)
	}
}

func TestGoldensOfComparisons(t *testing.T) {
	atRoot(t)
	all := examples(t)
	for name, of := range map[string][]string{
		"the-five-cases":                {"case-a", "case-b", "case-c", "case-d", "case-e"},
		"case-b-case-c":                 {"case-b", "case-c"},
		"case-c-itself":                 {"case-c", "case-c"},
		"early-idea-contradictory":      {"early-idea", "contradictory"},
		"networked-clinic-case-e":       {"networked-clinic", "case-e"},
		"contradictory-clinic-and-idea": {"contradictory", "networked-clinic", "early-idea"},
	} {
		t.Run(name, func(t *testing.T) {
			var files []string
			for _, x := range of {
				files = append(files, all[x])
			}
			text, data := page(t, append([]string{"compare"}, files...)...), printed(t, append([]string{"compare", "--format=json"}, files...)...)
			golden(t, "compare/"+name+".txt", text)
			golden(t, "compare/"+name+".json", data)
			var c compare.Comparison
			reread(t, data, &c, "compare")
			for _, l := range append(c.Questions, c.Whole) {
				says(t, text, l.Sentence)
			}
		})
	}
}

// A state is an example as it stood, or stands, at another time: some of its words replaced.
type state struct {
	name, of string
	replaced [][2]string
}

// states are the second states of the differences; the first of each is the example itself.
var states = []state{
	{"contradictory-overtaken", "contradictory", [][2]string{ // events alone: new leaders, a new rating, a new year end
		{"rated_on: 2026-03-12", "rated_on: 2026-09-01"},
		{"year_end: 2026-03-31", "year_end: 2026-09-30"},
		{"      stability: changing\n", "      stability: {is: changing, evidence: [panel-terms]}\n      chair_since: 2026-09-01\n"},
		{"    project_management: one-side\n", "    project_management: {is: one-side, evidence: [panel-terms]}\n"},
		{"  governance:\n", "  leads: [{post: programme director, organisation: ashgrove, kind: programme, since: 2026-08-03}]\n  governance:\n"},
	}},
	{"contradictory-later", "contradictory", [][2]string{{"as_of: 2026-10-01", "as_of: 2027-03-01"}}},
	{"contradictory-mended", "contradictory", [][2]string{
		{"nature: voluntary", "nature: mandated"}, {"scale: individual", "scale: structural"},
		{"position: {is: deficit", "position: {is: strong"}, {"surplus_gbp_m: {is: -6.2", "surplus_gbp_m: {is: 6.2"},
		{"{is: no, because: Wrenfield's staff cannot reach that site.}", "yes"},
		{"rated_on: 2024-11-05", "rated_on: 2026-07-01"}, {"date: 2024-11-05", "date: 2026-07-01"},
	}},
	{"case-c-other-form", "case-c", [][2]string{
		{"nature: {is: mandated", "nature: {is: voluntary"}, {"form: acquisition", "form: merger"},
		{"outcome: {is: one-absorbed", "outcome: {is: new-organisation"},
	}},
	{"case-c-answered", "case-c", [][2]string{
		{"for_own_culture:\n        is: no", "for_own_culture:\n        is: yes"},
		{"superiority-avoided:\n    is: no", "superiority-avoided:\n    is: yes"},
		{"offered-not-imposed:\n    is: at-least-partly", "offered-not-imposed:\n    is: unknown"},
		{"impact-data:\n    is: at-least-partly", "impact-data:\n    is: no"},
		{"{is: stable, evidence: [case-c-outcome]}", "stable"},
		{"oversight-committee:\n    is: at-least-partly", "oversight-committee:\n    is: not-applicable"},
		{"answers:\n", "answers:\n  key-people-trust: no\n"},
	}},
	{"case-e-reworded", "case-e", [][2]string{{"because: The ", "because: Indeed the "}}},
	{"early-idea-taken-further", "early-idea", [][2]string{
		{"  brokered_by: clinicians\n", "  nature: voluntary\n  scale: individual\n  form: pathway\n  brokered_by: clinicians\n"},
		{"    kind: community trust\n", "    kind: community trust\n    finance: {position: balanced}\n    board: {stability: stable}\n"},
	}},
}

// TestGoldensOfDifferences holds each state against its example, both ways round.
func TestGoldensOfDifferences(t *testing.T) {
	atRoot(t)
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	all := examples(t)
	for _, s := range states {
		t.Run(s.name, func(t *testing.T) {
			old, err := os.ReadFile(filepath.Join(root, all[s.of]))
			if err != nil {
				t.Fatal(err)
			}
			changed := string(old)
			for _, r := range s.replaced {
				if !strings.Contains(changed, r[0]) {
					t.Fatalf("%s does not hold %q", s.of, r[0])
				}
				changed = strings.ReplaceAll(changed, r[0], r[1])
			}
			t.Chdir(t.TempDir()) // so that no folder shows in it
			if os.WriteFile("old.yaml", old, 0o666) != nil || os.WriteFile("new.yaml", []byte(changed), 0o666) != nil {
				t.Fatal("the two states cannot be written")
			}
			difference(t, filepath.Join(root, "testdata", "golden", "diff", s.name), "old.yaml", "new.yaml")
			back := compare.Difference{}
			reread(t, printed(t, "diff", "--format=json", "new.yaml", "old.yaml"), &back, "diff")
			if there := difference(t, "", "old.yaml", "new.yaml"); len(there.Better) != len(back.Worse) || len(there.Worse) != len(back.Better) || len(there.Changes) != len(back.Changes) {
				t.Error("the way back is another")
			}
		})
	}
	for name, of := range map[string][2]string{"case-d-itself": {"case-d", "case-d"}, "case-b-case-c": {"case-b", "case-c"}} {
		t.Run(name, func(t *testing.T) {
			d := difference(t, filepath.Join("testdata", "golden", "diff", name), all[of[0]], all[of[1]])
			if d.Empty != (of[0] == of[1]) {
				t.Errorf("empty: %t", d.Empty)
			}
		})
	}
}

// difference gives the difference between two files; with a name it is held to the goldens of that name.
func difference(t *testing.T, name, old, new string) compare.Difference {
	t.Helper()
	text, data := page(t, "diff", old, new), printed(t, "diff", "--format=json", old, new)
	if name != "" {
		goldenAt(t, name+".txt", text)
		goldenAt(t, name+".json", data)
	}
	var d compare.Difference
	reread(t, data, &d, "diff")
	says(t, text, d.Sentence)
	return d
}

// TestGoldensOfOtherLooks are pages as narrow as they get and in ASCII, and coloured.
func TestGoldensOfOtherLooks(t *testing.T) {
	atRoot(t)
	for _, args := range [][]string{
		{"assess", "examples/contradictory.yaml"},
		{"options", "examples/case-c.yaml"},
		{"compare", "examples/case-b.yaml", "examples/case-c.yaml", "examples/networked-clinic/proposal.yaml"},
		{"diff", "examples/case-b.yaml", "examples/case-c.yaml"},
	} {
		with := func(flags ...string) string {
			return printed(t, append(append([]string{args[0], "--format=text"}, flags...), args[1:]...)...)
		}
		narrow := with("--color=never", "--width=80", "--ascii=true")
		golden(t, "looks/"+args[0]+"-narrow.txt", narrow)
		for i, line := range strings.Split(narrow, "\n") {
			if n := len([]rune(line)); n > 80 {
				t.Errorf("%s: line %d has %d columns", args[0], i+1, n)
			}
		}
		coloured := with("--color=always", "--width=100", "--ascii=false")
		golden(t, "looks/"+args[0]+"-coloured.txt", coloured)
		if escape.ReplaceAllString(coloured, "") != page(t, args...) {
			t.Errorf("%s: without its colours the page is another", args[0])
		}
	}
}

var escape = regexp.MustCompile("\x1b\\[[0-9;]*m")

// explainedIDs are of every kind of criterion, a gate or none, and of everything else that has an id.
var explainedIDs = []string{
	"vs-finances-strong", "regulators-open", // context
	"benefits-measured", "objectives-serve-second", "joint-performance-board", "impact-data", "directive-step-justified", "oversight-committee", "formal-agreement", // enablers and practices
	"accountability-named", "provider-host-relationship",
	"acquirer-not-overstretched", "superiority-avoided", // watchpoints
	"form-consistent", "buddying-evidence-thin", "boards-answerable",
	"regulator-answer", "cross-membership", // governance
	"patients", "governance", // questions
	"mandated-structural", "voluntary-individual", "merger", "networked-care", "buddying",
	"ready-on-conditions", "not-as-it-stands",
	"briefing", "table-2",
	"arrangement.benefits", "organisations.ID.finance", "answers", // places
}

func TestGoldensOfExplanations(t *testing.T) {
	atRoot(t)
	for _, id := range explainedIDs {
		t.Run(id, func(t *testing.T) {
			text, data := printed(t, "explain", id), printed(t, "explain", "--format=json", id)
			golden(t, "explain/"+id+".txt", text)
			golden(t, "explain/"+id+".json", data)
			var all []map[string]any
			reread(t, data, &all, "")
			if len(all) == 0 {
				t.Error("nothing is explained")
			}
			for _, e := range all {
				if e["id"] != id || e["what"] == "" {
					t.Errorf("it explains %v %v", e["what"], e["id"])
				}
				says(t, text, fmt.Sprint(e["title"]))
			}
		})
	}
}

// TestGoldensOfTheCriteria are the list whole, and narrowed in every way.
func TestGoldensOfTheCriteria(t *testing.T) {
	atRoot(t)
	for name, args := range map[string][]string{
		"all":                 nil,
		"mandated-structural": {"--type=mandated-structural"},
		"culture":             {"--question=culture"},
		"watchpoints":         {"--kind=watchpoint"},
		"narrow":              {"--type=voluntary-individual", "--question=risks", "--kind=enabler"},
	} {
		code, text, stderr := run(t, append([]string{"criteria"}, args...)...)
		if code != 0 {
			t.Fatal(stderr)
		}
		golden(t, "criteria/"+name+".txt", text)
		data := printed(t, append([]string{"criteria", "--format=json"}, args...)...)
		golden(t, "criteria/"+name+".json", data)
		var all []map[string]any
		reread(t, data, &all, "")
		if want := fmt.Sprintf("%d criteria\n", len(all)); stderr != want && len(all) != 1 {
			t.Errorf("%s: %d are printed, and counted: %s", name, len(all), stderr)
		}
		for _, c := range all {
			says(t, text, fmt.Sprint(c["id"]))
		}
	}
}

// TestGoldensOfSchemas: that of proposals is kept beside the examples, for editors.
func TestGoldensOfSchemas(t *testing.T) {
	atRoot(t)
	goldenAt(t, "examples/proposal.schema.json", printed(t, "schema", "proposal"))
	for _, name := range []string{"result", "portfolio", "options", "compare", "diff", "trend"} {
		golden(t, "schema/"+name+".json", printed(t, "schema", name))
	}
}
