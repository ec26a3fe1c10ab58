package compare_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/catalogue"
	"partner/pkg/compare"
	"partner/pkg/document"
	"partner/pkg/proposal"
)

func TestADocumentDoesNotDifferFromItself(t *testing.T) {
	for _, j := range examples(t) {
		if d := compare.Diff(j, j); !d.Empty || len(d.Changes)+len(d.Moves)+len(d.Worse)+len(d.Better) > 0 {
			t.Errorf("%s differs from itself: %+v", j.Result.File, d)
		}
	}
}

// opposite is the other direction of each.
var opposite = map[string]string{
	"better": "worse", "high end rose": "high end fell", "narrower": "wider", "more known": "less known",
	"now known": "no longer known", "now applies": "no longer applies", "now disputed": "settled", "now documented": "no longer documented",
}

func turned[T ~string](direction T) T {
	for a, b := range opposite {
		switch string(direction) {
		case a:
			return T(b)
		case b:
			return T(a)
		}
	}
	return direction
}

// reversed turns a difference round, but for its texts.
func reversed(d *compare.Difference) *compare.Difference {
	r := *d
	r.Old, r.New, r.Appeared, r.Gone, r.Better, r.Worse, r.Sentence = d.New, d.Old, d.Gone, d.Appeared, d.Worse, d.Better, ""
	if d.Stages != nil {
		r.Stages = &compare.FromTo{From: d.Stages.To, To: d.Stages.From}
	}
	if d.Typology != nil {
		r.Typology = &compare.FromTo{From: d.Typology.To, To: d.Typology.From}
	}
	r.Moves = slices.Clone(d.Moves)
	for i, m := range d.Moves {
		r.Moves[i].From, r.Moves[i].To, r.Moves[i].Direction = m.To, m.From, turned(m.Direction)
	}
	r.Changes = slices.Clone(d.Changes)
	for i, c := range d.Changes {
		r.Changes[i].Old, r.Changes[i].New = c.New, c.Old
	}
	r.Criteria = slices.Clone(d.Criteria)
	for i, c := range d.Criteria {
		r.Criteria[i].From, r.Criteria[i].To, r.Criteria[i].Direction = c.To, c.From, turned(c.Direction)
		r.Criteria[i].Documented = compare.FromTo{From: c.Documented.To, To: c.Documented.From}
	}
	r.Stale = slices.Clone(d.Stale)
	for i, s := range d.Stale {
		r.Stale[i].From, r.Stale[i].To = s.To, s.From
	}
	r.Departures = slices.Clone(d.Departures)
	for i, x := range d.Departures {
		r.Departures[i].From, r.Departures[i].To = x.To, x.From
	}
	for _, steps := range []*[]compare.Step{&r.Better, &r.Worse} {
		*steps = slices.Clone(*steps)
		for i, s := range *steps {
			(*steps)[i].From, (*steps)[i].To = s.To, s.From
		}
	}
	return &r
}

// plain leaves out what is worded from one side: the sentence, the title of a criterion (which may name an
// organisation that is called otherwise on the other side), and paths, which name items of lists by their places.
func plain(d *compare.Difference) *compare.Difference {
	p := *d
	p.Sentence = ""
	p.Criteria = slices.Clone(d.Criteria)
	for i := range p.Criteria {
		p.Criteria[i].Title, p.Criteria[i].Because = "", nil
	}
	p.Departures = slices.Clone(d.Departures)
	for i := range p.Departures {
		p.Departures[i].Title = ""
	}
	p.Stale = slices.Clone(d.Stale)
	for i := range p.Stale {
		p.Stale[i].Because = nil
	}
	for _, steps := range []*[]compare.Step{&p.Better, &p.Worse} {
		*steps = slices.Clone(*steps)
		for i := range *steps {
			(*steps)[i].Title = ""
			if (*steps)[i].Of == "contradiction" {
				(*steps)[i].From, (*steps)[i].To = "", ""
			}
		}
	}
	return &p
}

// holds checks what holds of every difference: it is the reverse of the one the other way, whatever moved
// has a cause, and no cause is one that cannot move a status.
func holds(t testing.TB, a, b compare.Judged) {
	t.Helper()
	d, back := compare.Diff(a, b), compare.Diff(b, a)
	if diff := cmp.Diff(plain(reversed(d)), plain(back)); diff != "" {
		t.Fatalf("%s to %s is not the reverse of the other way:\n%s", a.Result.File, b.Result.File, diff)
	}
	if d.Empty != (len(d.Changes)+len(d.Criteria)+len(d.Moves)+len(d.Stale)+len(d.Departures)+len(d.Appeared)+len(d.Gone) == 0 && d.Typology == nil && d.Stages == nil) {
		t.Fatal("empty and not empty")
	}
	for _, c := range d.Criteria {
		if len(c.Causes) == 0 {
			t.Fatalf("%s to %s: %s moved from %s to %s for no cause; changes: %+v", a.Result.File, b.Result.File, c.ID, c.From, c.To, d.Changes)
		}
		if c.From != c.To && (slices.Contains(c.Causes, compare.NewEvidence) || slices.Contains(c.Causes, compare.Reworded)) {
			t.Fatalf("%s moved from %s to %s for %v", c.ID, c.From, c.To, c.Causes)
		}
	}
	if len(d.Changes) == 0 && len(d.Criteria)+len(d.Moves) > 0 {
		t.Fatalf("%s to %s: what moved: %+v, and nothing changed", a.Result.File, b.Result.File, d.Moves)
	}
}

func TestAllPairsOfExamples(t *testing.T) {
	all := examples(t)
	for i, a := range all {
		for _, b := range all[i+1:] {
			holds(t, a, b)
		}
	}
}

// TestAnyChange changes some leaves of an example at random, and removes and turns round some lists.
func TestAnyChange(t *testing.T) {
	all := examples(t)
	rapid.Check(t, func(rt *rapid.T) {
		old := all[rapid.IntRange(0, len(all)-1).Draw(rt, "example")]
		name := old.Result.File
		var root yaml.Node
		read(t, name, &root)
		for range rapid.IntRange(1, 4).Draw(rt, "changes") {
			mutate(rt, &root)
		}
		text, err := yaml.Marshal(&root)
		if err != nil {
			t.Fatal(err)
		}
		doc, wrong := proposal.Read(name, text, beside(name))
		cat := assessments.Catalogue()
		if len(wrong) > 0 || len(document.Verify(doc, cat)) > 0 {
			rt.Skip("no valid document")
		}
		holds(t, old, compare.Judge(doc, cat))
	})
}

// mutate changes one place of a document: a mapping loses a key, a list its last item or its order, a word
// becomes another of the words that stand in such a place.
func mutate(rt *rapid.T, root *yaml.Node) {
	var places []*yaml.Node
	var walk func(n *yaml.Node, key string)
	walk = func(n *yaml.Node, key string) {
		if key == "partner" || key == "from" || key == "evidence" && n.Kind == yaml.MappingNode {
			return
		}
		if n.Kind != yaml.DocumentNode {
			places = append(places, n)
		}
		if n.Kind == yaml.MappingNode {
			for i := 0; i < len(n.Content); i += 2 {
				walk(n.Content[i+1], n.Content[i].Value)
			}
			return
		}
		for _, c := range n.Content {
			walk(c, "")
		}
	}
	walk(root, "")
	n := places[rapid.IntRange(1, len(places)-1).Draw(rt, "place")]
	switch {
	case n.Kind == yaml.ScalarNode:
		n.Value = rapid.SampledFrom([]string{"yes", "partly", "no", "unknown", "none", "strong", "deficit", "stable", "unstable", "voluntary", "mandated", "individual", "structural", "merger", "buddying", "2020", "2031-05", "high", "low", "3"}).Draw(rt, "value")
		n.Tag, n.Style = "", 0
	case n.Kind == yaml.MappingNode && len(n.Content) > 0:
		at := 2 * rapid.IntRange(0, len(n.Content)/2-1).Draw(rt, "key")
		n.Content = slices.Delete(n.Content, at, at+2)
	case n.Kind == yaml.SequenceNode && len(n.Content) > 0:
		if rapid.Bool().Draw(rt, "turn") {
			slices.Reverse(n.Content)
		} else {
			at := rapid.IntRange(0, len(n.Content)-1).Draw(rt, "item")
			n.Content = slices.Delete(n.Content, at, at+1)
		}
	}
}

// base is a document of which the next test changes one thing at a time.
const base = `partner: 1
title: A merger
as_of: 2026-06-01
organisations:
  north:
    name: North
    finance: {position: strong, evidence: [accounts], because: Five good years.}
    objectives: [{id: reach, text: Reach more people}]
  south:
    name: South
    board: {stability: stable}
    values: [patients first, openness]
arrangement:
  nature: voluntary
  scale: structural
  form: merger
  benefits:
    - {what: Shorter waits, measure: days, by: 2027}
    - {what: Fewer falls, measure: falls}
  governance: {boards: [{kind: joint-board, meets: monthly}]}
answers:
  key-people-trust: yes
evidence:
  accounts: {kind: independent, title: Accounts, date: 2025-05-31}
  minutes: {kind: internal, title: Minutes, date: 2026-05-31}
`

func TestKindsOfChange(t *testing.T) {
	for _, c := range []struct {
		name, from, to string
		want           []string // kind: old path -> new path (value -> value)
	}{
		{"a fact", "position: strong", "position: deficit", []string{"fact organisations.north.finance.position: strong -> deficit"}},
		{"a fact known now", "name: South", "name: South\n    quality: {regulator_rating: good}", []string{"fact organisations.south.quality.regulator_rating:  -> good"}},
		{"a fact no longer known", "stability: stable", "stability: unknown", []string{"fact organisations.south.board.stability: stable -> "}},
		{"an answer", "key-people-trust: yes", "key-people-trust: no", []string{"answer answers.key-people-trust: yes -> no"}},
		{"two views", "key-people-trust: yes", "key-people-trust: {views: {north: yes, south: no}}", []string{"answer answers.key-people-trust: yes -> North: yes; South: no"}},
		{"other evidence", "evidence: [accounts], because", "evidence: [minutes], because", []string{"evidence organisations.north.finance:  -> "}},
		{"evidence where it stands", "position: strong, evidence: [accounts], because: Five good years.", "position: {is: strong, evidence: [minutes], because: Five good years.}", []string{"evidence organisations.north.finance.position: strong -> strong"}},
		{"the same evidence elsewhere", "position: strong, evidence: [accounts], because: Five good years.", "position: {is: strong, evidence: [accounts], because: Five good years.}", nil},
		{"an entry of the register", "kind: independent", "kind: assertion", []string{"evidence evidence.accounts.kind: independent -> assertion"}},
		{"an entry more", "minutes: {kind", "letter: {kind: assertion, title: A letter}\n  minutes: {kind", []string{"evidence evidence.letter:  -> A letter"}},
		{"the day", "2026-06-01", "2026-07-01", []string{"as of as_of: 2026-06-01 -> 2026-07-01"}},
		{"a reason", "Five good years.", "Six good years.", []string{"wording organisations.north.finance: Five good years. -> Six good years."}},
		{"the title", "title: A merger", "title: Merging", []string{"wording title: A merger -> Merging"}},
		{"an item by its text", "    - {what: Shorter waits, measure: days, by: 2027}\n    - {what: Fewer falls, measure: falls}", "    - {what: Fewer falls, measure: falls a month}\n    - {what: Shorter waits, measure: days, by: 2027}", []string{"fact arrangement.benefits[1].measure -> arrangement.benefits[0].measure: falls -> falls a month"}},
		{"an item by its place", "what: Shorter waits", "what: Shorter queues", []string{"fact arrangement.benefits[0].what: Shorter waits -> Shorter queues"}},
		{"an item by its id", "{id: reach, text: Reach more people}", "{id: first, text: Be first}, {text: Reach everybody, id: reach}", []string{"fact organisations.north.objectives[0].text -> organisations.north.objectives[1].text: Reach more people -> Reach everybody", "fact organisations.north.objectives[0]:  -> Be first"}},
		{"an item less", "    - {what: Fewer falls, measure: falls}\n", "", []string{"fact arrangement.benefits[1]: Fewer falls -> "}},
		{"perhaps more", "    - {what: Fewer falls, measure: falls}\n", "    - {what: Fewer falls, measure: falls}\n    - unknown\n", []string{"fact arrangement.benefits[2]:  -> there may be more"}},
		{"none at all", "  governance: {boards: [{kind: joint-board, meets: monthly}]}", "  governance: {boards: []}", []string{"fact arrangement.governance.boards[0]: joint-board -> "}},
		{"the order of the organisations", "  north:\n    name: North\n    finance: {position: strong, evidence: [accounts], because: Five good years.}\n    objectives: [{id: reach, text: Reach more people}]\n", "", nil},
		{"how it is written", "    values: [patients first, openness]", "    values: # in no order\n      - openness\n      - >-\n        patients\n        first", nil},
		{"a comment, quotes and a full statement", "nature: voluntary", "nature: {is: \"voluntary\"} # begun by both", nil},
		{"numbers and absent keys", "board: {stability: stable}", "board: {stability: stable, chair_since: unknown}\n    size: {}", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			to := strings.Replace(base, c.from, c.to, 1)
			if c.name == "the order of the organisations" {
				to = strings.Replace(to, "arrangement:\n", c.from+"arrangement:\n", 1)
			}
			if to == base {
				t.Fatal("nothing is replaced")
			}
			old, new := judged(t, "old.yaml", base), judged(t, "new.yaml", to)
			var got []string
			for _, x := range compare.Diff(old, new).Changes {
				got = append(got, oneLine(x))
			}
			slices.Sort(got)
			slices.Sort(c.want)
			if !slices.Equal(got, c.want) {
				t.Errorf("changes are\n%s\nand should be\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			holds(t, old, new)
			if d := compare.Diff(old, new); (len(c.want) == 0) != d.Empty {
				t.Errorf("empty: %v; %s", d.Empty, d.Sentence)
			}
		})
	}
}

// TestTheEvidenceForAHalf: it is told like that of any statement, and moves what is documented.
func TestTheEvidenceForAHalf(t *testing.T) {
	half := strings.Replace(base, "key-people-trust: yes", "key-people-trust: {is: at-least-partly, evidence: [minutes]}", 1)
	d := compare.Diff(judged(t, "old.yaml", half), judged(t, "new.yaml", strings.Replace(half, ", evidence: [minutes]}", "}", 1)))
	if len(d.Changes) != 1 || d.Changes[0].Kind != compare.NewEvidence || !slices.Equal(d.Changes[0].Criteria, []string{"key-people-trust"}) {
		t.Errorf("changes: %+v", d.Changes)
	}
}

// oneLine writes a change on a line.
func oneLine(c compare.Change) string {
	path, was, is := "", "", ""
	if c.Old != nil {
		path, was = c.Old.Path, c.Old.Value
	}
	if c.New != nil {
		is = c.New.Value
		switch {
		case path == "":
			path = c.New.Path
		case path != c.New.Path:
			path += " -> " + c.New.Path
		}
	}
	return string(c.Kind) + " " + path + ": " + was + " -> " + is
}

func TestWhatMovedIsAttributed(t *testing.T) {
	old := judged(t, "old.yaml", base)
	to := strings.Replace(base, "position: strong", "position: deficit", 1)
	to = strings.Replace(to, "key-people-trust: yes", "key-people-trust: no", 1)
	d := compare.Diff(old, judged(t, "new.yaml", to))
	for id, want := range map[string]compare.ChangeKind{"key-people-trust": compare.ChangedAnswer, "vs-finances-strong": compare.ChangedFact} {
		i := slices.IndexFunc(d.Criteria, func(c compare.Criterion) bool { return c.ID == id })
		if i < 0 {
			t.Errorf("%s did not move: %+v", id, d.Criteria)
			continue
		}
		if c := d.Criteria[i]; !slices.Equal(c.Causes, []compare.ChangeKind{want}) || len(c.Because) != 1 {
			t.Errorf("%s moved from %s to %s for %v: %v", id, c.From, c.To, c.Causes, c.Because)
		}
	}
	if !slices.ContainsFunc(d.Worse, func(s compare.Step) bool {
		return s.Of == "criterion" && s.ID == "key-people-trust" && s.To == "not met"
	}) {
		t.Errorf("what got worse is %+v", d.Worse)
	}
}

func TestEvidenceMovesDocumentsAlone(t *testing.T) {
	old := judged(t, "old.yaml", strings.Replace(base, "key-people-trust: yes", "key-people-trust: {is: yes, evidence: [minutes]}", 1))
	new := judged(t, "new.yaml", strings.Replace(strings.Replace(base, "key-people-trust: yes", "key-people-trust: {is: yes, evidence: [minutes]}", 1), "kind: internal", "kind: assertion", 1))
	d := compare.Diff(old, new)
	if len(d.Criteria) != 1 || d.Criteria[0].ID != "key-people-trust" || d.Criteria[0].From != d.Criteria[0].To || d.Criteria[0].Direction != "no longer documented" || !slices.Equal(d.Criteria[0].Causes, []compare.ChangeKind{compare.NewEvidence}) {
		t.Errorf("what moved is %+v", d.Criteria)
	}
	if len(d.Worse) > 0 {
		t.Errorf("worse: %+v", d.Worse)
	}
}

func TestTimeMovesEvidence(t *testing.T) {
	d := compare.Diff(judged(t, "old.yaml", strings.Replace(base, "2026-06-01", "2026-05-01", 1)), judged(t, "new.yaml", base))
	if len(d.Stale) != 1 || d.Stale[0].Evidence != "accounts" || d.Stale[0].From != "" || d.Stale[0].To == "" || !slices.Equal(d.Stale[0].Because, []string{"as_of"}) {
		t.Errorf("out of date: %+v", d.Stale)
	}
}

// TestAnotherCatalogue changes a rule and nothing else: what moves for it, and only that, is put down to it.
func TestAnotherCatalogue(t *testing.T) {
	j := judged(t, "same.yaml", base)
	other := *j.Cat.General
	other.Hash = "another"
	other.Criteria = slices.Clone(other.Criteria)
	i := slices.IndexFunc(other.Criteria, func(c *catalogue.Criterion) bool { return c.ID == "key-people-trust" })
	other.Criteria = slices.Delete(other.Criteria, i, i+1)
	doc, _ := proposal.Read("same.yaml", []byte(strings.Replace(base, "key-people-trust: yes", "formal-agreement: yes", 1)), nil)
	before := compare.Judge(doc, j.Cat)
	after := compare.Judge(doc, &other)
	d := compare.Diff(before, after)
	if len(d.Changes) != 1 || d.Changes[0].Kind != compare.NewCatalogue {
		t.Fatalf("changes: %+v", d.Changes)
	}
	if len(d.Criteria) != 1 || d.Criteria[0].ID != "key-people-trust" || d.Criteria[0].To != compare.NoPart || !slices.Equal(d.Criteria[0].Causes, []compare.ChangeKind{compare.NewCatalogue}) {
		t.Errorf("what moved: %+v", d.Criteria)
	}
	holds(t, before, after)
}

// TestWorse holds each of the three things that count as worse, and that their opposites do not.
func TestWorse(t *testing.T) {
	contradicted := base + "\n"
	contradicted = strings.Replace(contradicted, "key-people-trust: yes", "key-people-trust: yes\n  vs-finances-strong: yes", 1)
	contradicted = strings.Replace(contradicted, "name: South", "name: South\n    finance: {position: deficit}", 1)
	plainly := strings.Replace(contradicted, "\n  vs-finances-strong: yes", "", 1)
	worse := compare.Diff(judged(t, "old.yaml", plainly), judged(t, "new.yaml", contradicted))
	if len(worse.Worse) != 1 || worse.Worse[0].Of != "contradiction" || len(worse.Better) != 0 {
		t.Errorf("a contradiction more: worse %+v, better %+v", worse.Worse, worse.Better)
	}
	back := compare.Diff(judged(t, "old.yaml", contradicted), judged(t, "new.yaml", plainly))
	if len(back.Better) != 1 || len(back.Worse) != 0 {
		t.Errorf("a contradiction less: worse %+v, better %+v", back.Worse, back.Better)
	}
	all := examples(t)
	low := 0
	for _, a := range all {
		for _, b := range all {
			for _, s := range compare.Diff(a, b).Worse {
				if s.Of == "low end" {
					low++
				}
			}
		}
	}
	if low == 0 {
		t.Error("between no two examples does a low end fall")
	}
}

// read reads an example as YAML.
func read(t testing.TB, name string, into *yaml.Node) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// beside is the folder of an example.
func beside(name string) fs.FS { return os.DirFS(filepath.Dir(name)) }
