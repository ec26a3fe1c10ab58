package trial

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"partner/assessments"
	"partner/pkg/assess"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// LeafFact is a place of the document that a random document may fill.
type LeafFact struct {
	Path  []string // a number stands for an item of a list
	Field *proposal.Field
}

// Settled are the typology, the roles and what tells the stage: filling them changes which criteria count, so the property
// below fixes them at first.
var Settled = []string{"nature", "brokered_by", "scale", "extent", "constituted", "form", "nearest_form", "outcome", "roles", "special_measures", "sector", "shares", "decision", "starts", "state", "since"}

// OpenFacts lists every leaf of the model that is not settled, with two items in every list of mappings.
func OpenFacts() []LeafFact {
	var facts []LeafFact
	var below func(f *proposal.Field, path []string)
	below = func(f *proposal.Field, path []string) {
		if slices.Contains(Settled, f.Key) {
			return
		}
		switch f.Kind {
		case proposal.Word, proposal.Text, proposal.Number, proposal.Date:
			facts = append(facts, LeafFact{path, f})
		case proposal.List:
			if f.Of.Kind == proposal.Word || f.Of.Kind == proposal.Text {
				facts = append(facts, LeafFact{path, f})
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

// OpenAnswers lists the answers that a random document may give: each by one word or a half, without a reason.
func OpenAnswers() []LeafFact {
	word := proposal.Model.Find(paths.Rationale).Field("told_to_staff") // yes, partly or no
	var answers []LeafFact
	for _, c := range assessments.Catalogue().Criteria {
		if c.Met != nil || c.Judged {
			answers = append(answers, LeafFact{[]string{string(paths.Answers), c.ID}, word})
		}
	}
	return answers
}

// DrawFact draws what a field may say.
func DrawFact(t *rapid.T, f *proposal.Field) any {
	switch f.Kind {
	case proposal.Word:
		words := f.Words
		if f.Halves() {
			words = append(slices.Clone(words), string(proposal.AtLeastPartly), string(proposal.AtMostPartly))
		}
		return rapid.SampledFrom(words).Draw(t, "word")
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
	return []any{DrawFact(t, f.Of)}
}

// Put writes a value at a path of a tree of maps, in which lists are maps keyed by number.
func Put(tree map[string]any, path []string, v any) {
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

// Get gives what stands at a path of such a tree, nil for nothing.
func Get(tree map[string]any, path []string) any {
	for _, k := range path[:len(path)-1] {
		tree, _ = tree[k].(map[string]any)
	}
	return tree[path[len(path)-1]]
}

// Completions are the words that a half may turn out to be; of anything else there are none.
func Completions(v any) []string {
	switch v {
	case string(proposal.AtLeastPartly):
		return []string{string(proposal.Yes), string(proposal.Partly)}
	case string(proposal.AtMostPartly):
		return []string{string(proposal.Partly), string(proposal.No)}
	}
	return nil
}

// IsRole reports whether a place says which organisation has a role: whatever else is read by it.
func IsRole(path string) bool { return strings.HasPrefix(path, "arrangement.roles") }

// Plain turns maps keyed by number into lists. Both items of a list are always there, if only as unknown.
func Plain(v any) any {
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
				list[i] = Plain(m[k])
			}
		}
		return list
	}
	out := map[string]any{}
	for k, c := range m {
		out[k] = Plain(c)
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

// DrawTree draws a document of some shape in which about a share of some facts is filled, as a tree for Put.
func DrawTree(t *rapid.T, facts []LeafFact, share float64) map[string]any {
	var arrangement map[string]any
	if err := yaml.Unmarshal([]byte(rapid.SampledFrom(shapes).Draw(t, "shape")), &arrangement); err != nil {
		t.Fatal(err)
	}
	tree := map[string]any{"partner": 1, "as_of": "2026-10-01", "arrangement": arrangement, "organisations": map[string]any{"north": map[string]any{}, "south": map[string]any{}}}
	var timeline struct {
		State    string
		Timeline map[string]time.Time
	}
	if err := yaml.Unmarshal([]byte(rapid.SampledFrom(timelines).Draw(t, "timeline")), &timeline); err != nil {
		t.Fatal(err)
	}
	if timeline.State != "" {
		arrangement["state"] = timeline.State
	}
	for k, day := range timeline.Timeline {
		Put(tree, []string{"arrangement", "timeline", k}, day.Format(time.DateOnly))
	}
	for _, f := range facts {
		if rapid.Float64Range(0, 1).Draw(t, "filled") < share {
			Put(tree, f.Path, DrawFact(t, f.Field))
		}
	}
	return tree
}

// AssessTree assesses a document that was drawn.
func AssessTree(t *rapid.T, tree map[string]any) *result.Result {
	return assess.Assess(ReadTree(t, tree), cat)
}

// ReadTree reads a document that was drawn.
func ReadTree(t *rapid.T, tree map[string]any) *proposal.Proposal {
	text, err := yaml.Marshal(Plain(tree))
	if err != nil {
		t.Fatal(err)
	}
	doc, wrong := proposal.Read("random.yaml", text, nil)
	if len(wrong) > 0 {
		t.Fatalf("%v in\n%s", wrong, text)
	}
	return doc
}

// Leaves says how an inner rating leaves an outer one, "" where it does not.
func Leaves(inner, outer result.Rating) string {
	if inner.Low < outer.Low || inner.High > outer.High {
		return fmt.Sprintf("%s to %s leaves %s to %s", inner.Low, inner.High, outer.Low, outer.High)
	}
	return ""
}

// DrawDepartures draws what the boards of a document go on without: from criteria and rules of any kind, each with some
// of what a departure needs.
func DrawDepartures(t *rapid.T, tree map[string]any) {
	var ids []string
	for _, c := range cat.Criteria {
		if c.Kind.Rated() && c.Each() == "" {
			ids = append(ids, c.ID)
		}
	}
	for _, r := range cat.Consistency {
		ids = append(ids, r.ID)
	}
	for range rapid.IntRange(0, 6).Draw(t, "departures") {
		at := []string{"departures", rapid.SampledFrom(ids).Draw(t, "departed")}
		Put(tree, at, map[string]any{})
		for _, of := range []struct {
			key   string
			words []string
		}{
			{"kind", proposal.DepartureKind("").Words()},
			{"because", []string{"There is no other way.", "It costs more than it brings."}},
			{"accepted_by", []string{"both boards", "Eastmere's board"}},
			{"until", []string{"2026-01-01", "2026-10", "2027-06-30", "2028"}},
		} {
			if rapid.IntRange(0, 5).Draw(t, of.key) > 0 {
				Put(tree, append(slices.Clone(at), of.key), rapid.SampledFrom(of.words).Draw(t, of.key+" word"))
			}
		}
	}
}
