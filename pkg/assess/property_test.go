package assess_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"partner/pkg/assess"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/rating"
	"partner/pkg/result"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"
)

// leafFact is a place of the document that a random document may fill.
type leafFact struct {
	path  []string // a number stands for an item of a list
	field *proposal.Field
}

// settled are the typology, the roles and the dates that tell the stage: filling them changes which criteria
// there are and which are due, so the property below fixes them at first.
var settled = []string{"nature", "brokered_by", "scale", "extent", "constituted", "form", "outcome", "roles", "special_measures", "sector", "shares", "decision", "starts", "state", "since"}

// openFacts lists every leaf of the model that is not settled, with two items in every list of mappings.
func openFacts() []leafFact {
	var facts []leafFact
	var below func(f *proposal.Field, path []string)
	below = func(f *proposal.Field, path []string) {
		if slices.Contains(settled, f.Key) {
			return
		}
		switch f.Kind {
		case proposal.Word, proposal.Text, proposal.Number, proposal.Date:
			facts = append(facts, leafFact{path, f})
		case proposal.List:
			if f.Of.Kind == proposal.Word || f.Of.Kind == proposal.Text {
				facts = append(facts, leafFact{path, f})
			}
		case proposal.Section:
			for _, c := range f.Fields {
				below(c, append(path[:len(path):len(path)], c.Key))
			}
		case proposal.Items:
			for _, i := range []string{"0", "1"} {
				for _, c := range f.Fields {
					below(c, append(path[:len(path):len(path)], i, c.Key))
				}
			}
		}
	}
	for _, c := range proposal.Model.Field("arrangement").Fields {
		below(c, []string{"arrangement", c.Key})
	}
	for _, org := range []string{"north", "south"} {
		for _, c := range proposal.Model.Field("organisations").Fields {
			below(c, []string{"organisations", org, c.Key})
		}
	}
	return facts
}

func drawFact(t *rapid.T, f *proposal.Field) any {
	switch f.Kind {
	case proposal.Word:
		return rapid.SampledFrom(f.Words).Draw(t, "word")
	case proposal.Text:
		return rapid.SampledFrom([]string{"none", "something"}).Draw(t, "text")
	case proposal.Number:
		numbers := []string{"0", "1", "2", "3", "6", "24"}
		if !f.Bounds.Whole {
			numbers = append(numbers, "4.5")
		}
		if f.Bounds.Least < 0 {
			numbers = append(numbers, "-4.5")
		}
		return rapid.SampledFrom(numbers).Draw(t, "number")
	case proposal.Date:
		return rapid.SampledFrom([]string{"2025", "2026", "2026-03", "2026-09-30", "2027-01-01", "2029"}).Draw(t, "date")
	}
	if rapid.Bool().Draw(t, "empty") {
		return []any{}
	}
	return []any{drawFact(t, f.Of)}
}

// put writes a value at a path of a tree of maps, in which lists are maps keyed by number.
func put(tree map[string]any, path []string, v any) {
	for _, k := range path[:len(path)-1] {
		next, ok := tree[k].(map[string]any)
		if !ok {
			next = map[string]any{}
			tree[k] = next
		}
		tree = next
	}
	tree[path[len(path)-1]] = v
}

// plain turns maps keyed by number into lists. Both items of a list are always there, if only as unknown.
func plain(v any) any {
	m, ok := v.(map[string]any)
	if !ok {
		return v
	}
	_, zero := m["0"]
	_, one := m["1"]
	if zero || one {
		list := []any{"unknown", "unknown"}
		for i, k := range []string{"0", "1"} {
			if m[k] != nil {
				list[i] = plain(m[k])
			}
		}
		return list
	}
	out := map[string]any{}
	for k, c := range m {
		out[k] = plain(c)
	}
	return out
}

var shapes = []string{
	"{nature: voluntary, brokered_by: clinicians, scale: individual, constituted: informally, extent: few-people, form: pathway, outcome: shared-pathway, roles: {partners: [north, south]}, shares: [services]}",
	"{nature: mandated, brokered_by: regulator, scale: individual, constituted: informally, extent: few-people, form: buddying, outcome: one-helps-other, roles: {supporter: north, supported: south}, shares: []}",
	"{nature: mandated, brokered_by: regulator, scale: structural, constituted: by-legal-change, extent: whole-organisation, form: acquisition, outcome: one-absorbed, roles: {acquirer: north, acquired: south}}",
	"{nature: voluntary, brokered_by: organisations, scale: structural, constituted: by-contract, extent: many-services, form: contract, outcome: contract-between-two, roles: {commissioner: north, contractor: south}, shares: [services]}",
	"{nature: voluntary, brokered_by: organisations, scale: structural, constituted: by-contract, extent: few-services, form: networked-care, outcome: service-at-host, roles: {provider: north, host: south}, shares: [sites]}",
	"{brokered_by: organisations}",
	"{}",
}

// timelines are documents at each stage, or at several.
var timelines = []string{
	"{}", "{state: proposed}", "{state: decided}", "{timeline: {starts: 2027-01-01}}",
	"{timeline: {decision: 2026-12-01}}",
	"{state: decided, timeline: {decision: 2026-06-01, starts: 2027-01-01}}",
	"{timeline: {decision: 2015-03-01, starts: 2015-06-01}}",
}

func drawTree(t *rapid.T, facts []leafFact, share float64) map[string]any {
	var arrangement map[string]any
	if err := yaml.Unmarshal([]byte(rapid.SampledFrom(shapes).Draw(t, "shape")), &arrangement); err != nil {
		t.Fatal(err)
	}
	tree := map[string]any{"partner": 1, "as_of": "2026-10-01", "arrangement": arrangement, "organisations": map[string]any{"north": map[string]any{}, "south": map[string]any{}}}
	if err := yaml.Unmarshal([]byte(rapid.SampledFrom(timelines).Draw(t, "timeline")), &arrangement); err != nil {
		t.Fatal(err)
	}
	if timeline, is := arrangement["timeline"].(map[string]any); is {
		for k, day := range timeline {
			timeline[k] = day.(time.Time).Format(time.DateOnly)
		}
	}
	for _, f := range facts {
		if rapid.Float64Range(0, 1).Draw(t, "filled") < share {
			put(tree, f.path, drawFact(t, f.field))
		}
	}
	return tree
}

func assessTree(t *rapid.T, tree map[string]any) *result.Result {
	return assess.Assess(readTree(t, tree), cat)
}

func readTree(t *rapid.T, tree map[string]any) *proposal.Proposal {
	text, err := yaml.Marshal(plain(tree))
	if err != nil {
		t.Fatal(err)
	}
	doc, wrong := proposal.Read("random.yaml", text, nil)
	if len(wrong) > 0 {
		t.Fatalf("%v in\n%s", wrong, text)
	}
	return doc
}

// leaves says how an inner rating leaves an outer one, "" where it does not.
func leaves(inner, outer result.Rating) string {
	if inner.Low < outer.Low || inner.High > outer.High {
		return fmt.Sprintf("%s to %s leaves %s to %s", inner.Low, inner.High, outer.Low, outer.High)
	}
	return ""
}

// TestFillingAnUnknownFactStaysInsideTheRange: a further fact never takes a rating or the verdict out of
// the range that was printed before it was known.
func TestFillingAnUnknownFactStaysInsideTheRange(t *testing.T) {
	facts := openFacts()
	if len(facts) < 200 {
		t.Fatalf("only %d facts", len(facts))
	}
	rapid.Check(t, func(t *rapid.T) {
		tree := drawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share"))
		before := assessTree(t, tree)
		var added []string
		for range rapid.IntRange(1, 5).Draw(t, "more") {
			f := rapid.SampledFrom(facts).Draw(t, "fact")
			if !filled(tree, f.path) {
				put(tree, f.path, drawFact(t, f.field))
				added = append(added, strings.Join(f.path, "."))
			}
		}
		after := assessTree(t, tree)
		pairs := map[string][2]result.Rating{"the whole": {after.Overall.Rating, before.Overall.Rating}, "context": {after.Context.Rating, before.Context.Rating}, "enablers": {after.Enablers.Rating, before.Enablers.Rating}}
		for i, q := range after.Questions {
			pairs[q.ID] = [2]result.Rating{q.Rating, before.Questions[i].Rating}
		}
		for what, p := range pairs {
			if l := leaves(p[0], p[1]); l != "" {
				t.Fatalf("%s: %s after filling %v", what, l, added)
			}
		}
		if !slices.Equal(without(before), without(after)) {
			return // what is past is no unknown of the stage: that a step was taken without an essential lowers the verdict
		}
		if after.Verdict.Low.ID < before.Verdict.Low.ID || after.Verdict.High.ID > before.Verdict.High.ID {
			t.Fatalf("the verdict leaves its range after filling %v", added)
		}
	})
}

// without lists the essentials without which a step was taken.
func without(r *result.Result) []string {
	var ids []string
	for _, x := range r.Past {
		if x.Without {
			ids = append(ids, x.Criterion)
		}
	}
	return ids
}

func filled(tree map[string]any, path []string) bool {
	for _, k := range path {
		next, ok := tree[k]
		if !ok {
			return false
		}
		tree, _ = next.(map[string]any)
	}
	return true
}

// TestSoFarLiesInsideTheRange over whole random documents.
func TestSoFarLiesInsideTheRange(t *testing.T) {
	facts := openFacts()
	rapid.Check(t, func(t *rapid.T) {
		r := assessTree(t, drawTree(t, facts, rapid.Float64Range(0, 1).Draw(t, "share")))
		ratings := []result.Rating{r.Overall.Rating, r.Context.Rating, r.Enablers.Rating, r.Documented.Overall.Rating}
		for _, q := range r.Questions {
			ratings = append(ratings, q.Rating, q.Documented)
		}
		for _, x := range ratings {
			if x.SoFar != rating.Unrated && (x.SoFar < x.Low || x.SoFar > x.High) {
				t.Fatalf("%s lies outside %s to %s", x.SoFar, x.Low, x.High)
			}
			if (x.SoFar == rating.Unrated) != x.TooLittleKnown {
				t.Fatalf("%+v", x)
			}
		}
		for _, c := range r.Criteria {
			if c.Status == rating.Unknown && len(c.SettledBy) == 0 {
				t.Fatalf("%s is unknown and nothing would settle it", c.ID)
			}
			if c.Status == rating.Met && c.Decided == "" {
				t.Fatalf("%s is met by nothing", c.ID)
			}
		}
	})
}

// FuzzAssess: whatever can be read can be assessed.
func FuzzAssess(f *testing.F) {
	for _, name := range examples(f) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, c := range cat.Criteria {
		f.Add([]byte("partner: 1\n" + c.Good))
		f.Add([]byte("partner: 1\n" + c.Bad))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, wrong := proposal.Read("fuzz.yaml", data, nil)
		if len(wrong) > 0 || len(document.Verify(doc, cat)) > 0 {
			return
		}
		r := assess.Assess(doc, cat)
		if len(r.Questions) != 6 || r.Overall.Low > r.Overall.High {
			t.Errorf("%+v", r.Overall)
		}
	})
}
