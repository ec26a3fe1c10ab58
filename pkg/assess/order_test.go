package assess_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"
	"partner/testdata/trial"
)

// reordered puts the keys of every mapping in another order.
func reordered(n *yaml.Node, permute func(pairs [][2]*yaml.Node)) {
	for i := range n.Content {
		reordered(n.Content[i], permute)
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	pairs := make([][2]*yaml.Node, len(n.Content)/2)
	for i := range pairs {
		pairs[i] = [2]*yaml.Node{n.Content[2*i], n.Content[2*i+1]}
	}
	permute(pairs)
	for i, p := range pairs {
		n.Content[2*i], n.Content[2*i+1] = p[0], p[1]
	}
}

func backwards(pairs [][2]*yaml.Node) { slices.Reverse(pairs) }

func sorted(pairs [][2]*yaml.Node) {
	slices.SortFunc(pairs, func(a, b [2]*yaml.Node) int { return strings.Compare(a[0].Value, b[0].Value) })
}

// told gives a result as JSON without places, with every list and the words of every text in one order: what is left
// is what is told, not in which order. Where one of two that are alike stands for both (what to do first, say, where
// both lack the same), either will do.
func told(t *testing.T, r *result.Result) map[string]any {
	t.Helper()
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]any
	if err := json.Unmarshal(text, &tree); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, o := range r.Organisations {
		for _, name := range []string{strings.ToLower(o.Name), o.ID} {
			names = append(names, name+"'s", "either", name+"'", "either", name, "either")
		}
	}
	names = append(names, " its ", " it ") // of the facts of one, the first names it
	either := strings.NewReplacer(names...).Replace
	plain := func(s string) string { return s }
	for _, q := range tree["questions"].([]any) { // one criterion speaks for what weighs alike of each of the two
		q := q.(map[string]any)
		q["answer"] = inOneOrder(q["answer"], either)
	}
	for _, f := range tree["findings"].([]any) { // that both organisations state something is found at one of the two
		f := f.(map[string]any)
		for _, k := range []string{"id", "key", "subject"} {
			if s, _ := f[k].(string); strings.Contains(s, "organisations") {
				f[k] = either(strings.ToLower(s))
			}
		}
	}
	for k, v := range tree {
		switch k {
		case "front":
			tree[k] = inOneOrder(lines(&r.Front), either)
		case "path", "settle", "do_first", "find_out_first":
			tree[k] = inOneOrder(v, either)
		default:
			tree[k] = inOneOrder(v, plain)
		}
	}
	return tree
}

// lines gives what each block of the first screen says, shown or not, without the marks by which lines speak of each other,
// and without what is asked of that which stands against it: that is asked where the page has no room for it there.
func lines(f *result.Front) map[string]any {
	blocks, against := map[string]any{}, map[string]bool{}
	for _, l := range slices.Concat(f.Block(result.FrontAgainst).Lines, f.Block(result.FrontAgainst).More) {
		for _, id := range l.Criteria {
			against[id] = true
		}
	}
	for _, b := range f.Blocks {
		all := []any{b.Heading + " " + b.Aside}
		for _, l := range slices.Concat(b.Lines, b.More) {
			if b.ID == result.FrontNotTold && slices.ContainsFunc(l.Criteria, func(id string) bool { return against[id] }) {
				continue
			}
			text := l.Label + " " + l.Rated + " " + l.Who + ": "
			for _, p := range l.Text {
				if p.Kind != result.FrontMark {
					text += p.Text
				}
			}
			all = append(all, text)
		}
		blocks[string(b.ID)] = all
	}
	return blocks
}

func inOneOrder(x any, say func(string) string) any {
	switch x := x.(type) {
	case string:
		words := strings.FieldsFunc(say(strings.ToLower(x)), func(r rune) bool { return strings.ContainsRune(" .,;:()“”", r) })
		slices.Sort(words)
		return strings.Join(words, " ")
	case map[string]any:
		for _, place := range []string{"file", "line", "column", "place"} {
			delete(x, place)
		}
		for k, v := range x {
			x[k] = inOneOrder(v, say)
		}
	case []any:
		for i := range x {
			x[i] = inOneOrder(x[i], say)
		}
		slices.SortFunc(x, func(a, b any) int {
			one, _ := json.Marshal(a)
			two, _ := json.Marshal(b)
			return strings.Compare(string(one), string(two))
		})
	}
	return x
}

// inAnotherOrder gives what a document comes to as it is and with its keys in another order.
func inAnotherOrder(t *testing.T, data []byte, folder string, permute func([][2]*yaml.Node)) (was, is map[string]any) {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal(data, &n); err != nil {
		t.Fatal(err)
	}
	reordered(&n, permute)
	other, err := yaml.Marshal(&n)
	if err != nil {
		t.Fatal(err)
	}
	return told(t, trial.Bytes(t, "x.yaml", data, folder)), told(t, trial.Bytes(t, "x.yaml", other, folder))
}

// TestTheOrderOfKeysNeverMatters: the keys of any mapping in any order give the same result but for the order of
// what is told.
func TestTheOrderOfKeysNeverMatters(t *testing.T) {
	for _, name := range trial.Examples(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for how, permute := range map[string]func([][2]*yaml.Node){"backwards": backwards, "sorted": sorted} {
			if was, is := inAnotherOrder(t, data, filepath.Dir(name), permute); !cmp.Equal(was, is) {
				t.Errorf("%s, %s:\n%s", name, how, cmp.Diff(was, is))
			}
		}
	}
	facts := trial.OpenFacts()
	rapid.Check(t, func(rt *rapid.T) {
		tree := trial.DrawTree(rt, facts, rapid.Float64Range(0, 1).Draw(rt, "share"))
		said := 0
		for _, f := range facts { // no two alike, or one of them would stand for both
			if f.Field.Kind == proposal.Text && trial.Get(tree, f.Path) == "something" {
				said++
				trial.Put(tree, f.Path, wordOf(said)+" "+wordOf(said+5000))
			}
		}
		for id, name := range map[string]string{"north": "Northfield", "south": "Eastmere"} {
			trial.Put(tree, []string{"organisations", id, "name"}, name)
		}
		data, err := yaml.Marshal(trial.Plain(tree))
		if err != nil {
			rt.Fatal(err)
		}
		seed := rapid.Uint64().Draw(rt, "order")
		shuffled := func(pairs [][2]*yaml.Node) {
			rand.New(rand.NewPCG(seed, uint64(len(pairs)))).Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
		}
		if was, is := inAnotherOrder(t, data, "", shuffled); !cmp.Equal(was, is) {
			rt.Fatalf("%s\nof\n%s", cmp.Diff(was, is), data)
		}
	})
}

// wordOf makes a word of a number, another for each.
func wordOf(n int) string {
	word := []byte("q")
	for range 6 {
		word = append(word, "bcdfghjklm"[n%10])
		n /= 10
	}
	return string(word)
}

// TestOneSideIsNamedByItsID: what a document says of one organisation stays with it when a tool sorts its keys, and
// what it still says by their order is told.
func TestOneSideIsNamedByItsID(t *testing.T) {
	const rest = `
answers:
  objectives-serve-westmere: {is: yes, because: A wider population is what it is for.}
  objectives-serve-eastbrook: {is: no, because: Its finances stay as they are.}
arrangement:
  nature: voluntary
  risks: [{what: Leaders are drawn away, of: doing, for: westmere, owner: the chair}]
`
	const west, east = "  westmere: {objectives: [{id: grow, text: Grow}]}\n", "  eastbrook: {objectives: [{id: steady, text: Steady finances}]}\n"
	for _, organisations := range []string{west + east, east + west} {
		r := trial.Text(t, "organisations:\n"+organisations+rest)
		for id, status := range map[string]rating.Status{"objectives-serve-westmere": rating.Met, "objectives-serve-eastbrook": rating.NotMet} {
			if c := r.Criterion(id); c == nil || c.Status != status {
				t.Errorf("%s: %+v", id, c)
			}
		}
		if whom := r.Risks.Doing[0].For; whom != "westmere" {
			t.Errorf("the risk falls on %q", whom)
		}
	}
	old := strings.NewReplacer("objectives-serve-westmere", "objectives-serve-first", "objectives-serve-eastbrook", "objectives-serve-second", "for: westmere", "for: first-organisation")
	r := trial.Text(t, "organisations:\n"+west+east+old.Replace(rest))
	if c := r.Criterion("objectives-serve-eastbrook"); c == nil || c.Status != rating.NotMet || r.Risks.Doing[0].For != "westmere" {
		t.Errorf("by the old names: %+v, %+v", c, r.Risks.Doing)
	}
	for id, do := range map[string]string{
		"renamed-answers-objectives-serve-westmere-objectives-serve-westmere":   "write `objectives-serve-westmere`; the old name is still read",
		"renamed-answers-objectives-serve-eastbrook-objectives-serve-eastbrook": "write `objectives-serve-eastbrook`; the old name is still read",
		"renamed-arrangement-risks-0-for-westmere":                              "write `westmere`; the old name is still read",
	} {
		if f := trial.Finding(r, id); f == nil || f.Do != do || f.Kind != result.Renamed {
			t.Errorf("%s: %+v", id, f)
		}
	}
}
