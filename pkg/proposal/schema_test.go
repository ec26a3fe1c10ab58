package proposal_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"partner/pkg/proposal"
)

var someAnswers = []proposal.AnswerHelp{
	{ID: "not-rushed", Title: "it is not rushed", Asks: "Is there time enough?"},
	{ID: "leaders-visible", Title: "leaders are visible", Asks: "Are leaders seen?"},
}

// fataler is what a test and a property have in common.
type fataler interface {
	Helper()
	Fatal(...any)
}

func compile(t fataler, text []byte, at string) *jsonschema.Schema {
	t.Helper()
	of, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("proposal.json", of); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("proposal.json" + at)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// decoded gives a document as an editor's YAML library sees it: yes, no and dates are texts.
func decoded(t fataler, text []byte) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal(text, &n); err != nil {
		t.Fatal(err)
	}
	return plain(t, n.Content[0])
}

func plain(t fataler, n *yaml.Node) any {
	switch n.Kind {
	case yaml.AliasNode:
		return plain(t, n.Alias)
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(t, n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		s := []any{}
		for _, c := range n.Content {
			s = append(s, plain(t, c))
		}
		return s
	}
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	switch v.(type) {
	case nil, bool, int, float64, string:
		if f, ok := v.(float64); ok && (math.IsNaN(f) || math.IsInf(f, 0)) {
			return n.Value // JSON has no such number
		}
		return v
	}
	return n.Value // a date
}

func TestSchemaAcceptsTheExamples(t *testing.T) {
	text, err := os.ReadFile("../../examples/proposal.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema, organisation := compile(t, text, ""), compile(t, text, "#/$defs/organisation")
	found := 0
	err = filepath.WalkDir("../../examples", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "catalogues" { // which hold criteria, and are read by tests of their own
			return filepath.SkipDir
		}
		if err != nil || filepath.Ext(name) != ".yaml" {
			return err
		}
		found++
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		s := schema
		if filepath.Base(filepath.Dir(name)) == "organisations" {
			s = organisation
		}
		if err := s.Validate(decoded(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || found < 10 {
		t.Fatal(found, err)
	}
}

// both are documents on which the reader and the schema must agree.
var both = []struct {
	document string
	good     bool
}{
	{"partner: 1", true},
	{`partner: "1"`, true},
	{"partner: {is: 1, because: it is}", true},
	{"title: x", false},
	{"partner: 2", false},
	{"partner: unknown", false},
	{"partner:", false},
	{"partner: 1\ntitel: x", false},
	{"partner: 1\ntitle: [x]", false},
	{"partner: 1\ntitle: 12", true},
	{"partner: 1\ntitle: none", true},
	{"partner: 1\nas_of: 2014", true},
	{"partner: 1\nas_of: 2014-02-01", true},
	{"partner: 1\nas_of: 2014-06-31", false},
	{"partner: 1\nas_of: 2014-13", false},
	{"partner: 1\nas_of: 1899", false},
	{"partner: 1\nas_of: 2014-+1", false},
	{"partner: 1\nas_of: {is: 2014, because: so}", true},
	{"partner: 1\nas_of: {is: 2014, why: so}", false},
	{"partner: 1\nbecause: for all of it", true},
	{"partner: 1\narrangement: unknown", true},
	{"partner: 1\narrangement: [a]", false},
	{"partner: 1\narrangement: {}", true},
	{"partner: 1\narrangement: {form: merge}", false},
	{"partner: 1\narrangement: {form: merger}", true},
	{"partner: 1\narrangement: {form: {is: merger, because: so}}", true},
	{"partner: 1\narrangement: {form: {is: {is: merger}}}", false},
	{"partner: 1\narrangement: {form: {because: nobody says}}", true},
	{"partner: 1\narrangement: {form: {}}", true},
	{"partner: 1\norganisations: {a: , b: }\narrangement: {form: {views: {a: merger, b: {is: acquisition, because: so}}}}", true},
	{"partner: 1\norganisations: {a: , b: }\narrangement: {form: {views: {a: {views: {b: merger}}}}}", false},
	{"partner: 1\norganisations: {a: , b: }\narrangement: {form: {is: merger, views: {a: merger}}}", false},
	{"partner: 1\narrangement: {form: {views: {}}}", false},
	{"partner: 1\narrangement: {form: {views: [merger]}}", false},
	{"partner: 1\narrangement: {shares: [services, sites]}", true},
	{"partner: 1\narrangement: {shares: [services, unknown]}", true},
	{"partner: 1\narrangement: {shares: services}", false},
	{"partner: 1\narrangement: {shares: none}", true},
	{"partner: 1\narrangement: {shares: {is: []}}", true},
	{"partner: 1\narrangement: {shares: [beds]}", false},
	{"partner: 1\narrangement: {risks: none}", true},
	{"partner: 1\narrangement: {risks: []}", true},
	{"partner: 1\narrangement: {risks: {is: [{what: fire}], because: so}}", true},
	{"partner: 1\narrangement: {risks: {what: fire}}", false},
	{"partner: 1\narrangement: {risks: {is: [], views: {}}}", false},
	{"partner: 1\narrangement: {risks: [fire]}", false},
	{"partner: 1\narrangement: {risks: [unknown]}", true},
	{"partner: 1\narrangement: {risks: [{what: fire, of: doing, because: so}]}", true},
	{"partner: 1\narrangement: {risks: [{what: fire, of: both}]}", false},
	{"partner: 1\narrangement: {evidence: {a: b}}", false},
	{"partner: 1\narrangement: {because: [a]}", false},
	{"partner: 1\narrangement: {evidence: unknown, because: }", true},
	{"partner: 1\narrangement: {culture: {years: 3}}", true},
	{"partner: 1\narrangement: {culture: {years: 1_0.5}}", true},
	{"partner: 1\narrangement: {culture: {years: 1_000.5}}", false},
	{"partner: 1\narrangement: {culture: {years: -2}}", false},
	{`partner: 1` + "\n" + `arrangement: {culture: {years: "-2"}}`, false},
	{`partner: 1` + "\n" + `arrangement: {culture: {years: "+2"}}`, true},
	{"partner: 1\narrangement: {culture: {values_aligned: at-least-partly}}", true},
	{"partner: 1\narrangement: {culture: {values_aligned: {is: at-most-partly, because: so}}}", true},
	{"partner: 1\narrangement: {culture: {power: at-most-partly}}", false},
	{"partner: 1\norganisations: {a: {quality: {special_measures: at-least-partly}}, b: }", false},
	{"partner: 1\norganisations: {a: {size: {sites: 2}}, b: }", true},
	{"partner: 1\norganisations: {a: {size: {sites: 2.0}}, b: }", true},
	{"partner: 1\norganisations: {a: {size: {sites: 2.5}}, b: }", false},
	{`partner: 1` + "\n" + `organisations: {a: {size: {sites: "2.5"}}, b: }`, false},
	{`partner: 1` + "\n" + `organisations: {a: {size: {sites: "2."}}, b: }`, true},
	{`partner: 1` + "\n" + `organisations: {a: {size: {sites: "2.0_0"}}, b: }`, true},
	{`partner: 1` + "\n" + `organisations: {a: {size: {sites: "1_0e1"}}, b: }`, true},
	{"partner: 1\norganisations: {a: {size: {staff: -40}}, b: }", false},
	{"partner: 1\norganisations: {a: {finance: {surplus_gbp_m: -30}}, b: }", true},
	{"partner: 1\norganisations: {a: {finance: {surplus_gbp_m: -30000000}}, b: }", false},
	{"partner: 1\norganisations: {a: {size: {turnover_gbp_m: {views: {a: 3, b: -3}}}}, b: }", false},
	{`partner: 1` + "\n" + `arrangement: {culture: {years: "3"}}`, true},
	{"partner: 1\narrangement: {culture: {years: three}}", false},
	{"partner: 1\narrangement: {culture: {years: .nan}}", false},
	{"partner: 1\narrangement: {culture: {years: .inf}}", false},
	{`partner: 1` + "\n" + `arrangement: {culture: {years: "0x1p4"}}`, false},
	{`partner: 1` + "\n" + `arrangement: {culture: {years: "1__0"}}`, false},
	{`partner: 1` + "\n" + `arrangement: {culture: {years: "Infinity"}}`, false},
	{"partner: 1\narrangement: {culture: {values_aligned: true}}", true},
	{"partner: 1\narrangement: {culture: {values_aligned: False}}", true},
	{"partner: 1\narrangement: {culture: {route: true}}", false},
	{"partner: 1\norganisations: {a: {}, b: {}}", true},
	{"partner: 1\norganisations: {a: {}, b: {}, c: {}}", false},
	{"partner: 1\norganisations: {A: {}}", false},
	{"partner: 1\norganisations: [a, b]", false},
	{"partner: 1\norganisations: {a: {from: a.yaml}, zz: {}}", true},
	{"partner: 1\norganisations: {a: {from: ./a.yaml}, zz: {}}", false},
	{"partner: 1\norganisations: {a: {from: ../a.yaml}, zz: {}}", false},
	{"partner: 1\norganisations: {a: {from: /a.yaml}, zz: {}}", false},
	{`partner: 1` + "\n" + `organisations: {a: {from: 'x\a.yaml'}, zz: {}}`, false},
	{"partner: 1\norganisations: {a: {from: a.yaml, name: A}, zz: {}}", false},
	{"partner: 1\norganisations: {a: {evidence: {x: {kind: internal}}}, zz: {}}", true},
	{"partner: 1\norganisations: {a: {evidence: [x]}, zz: {}}\nevidence: {x: {kind: internal}}", true},
	{"partner: 1\nevidence: {x: {kind: hearsay}}", false},
	{"partner: 1\nevidence: {X: {kind: internal}}", false},
	{"partner: 1\nevidence: {x: }", true},
	{"partner: 1\nevidence: {x: [a]}", false},
	{"partner: 1\nevidence: [x]", false},
	{"partner: 1\nanswers: {not-rushed: yes}", true},
	{"partner: 1\nanswers: {not-rushed: perhaps}", false},
	{"partner: 1\nanswers: {not-rushed: at-least-partly}", true},
	{"partner: 1\nanswers: {not-rushed: {is: at-most-partly, because: so}}", true},
	{"partner: 1\nanswers: {not-rushed: not-applicable}", false},
	{"partner: 1\nanswers: {not-rushed: {is: not-applicable, because: so}}", true},
	{"partner: 1\nanswers: {not-rushed: {is: not-applicable, because: unknown}}", false},
	{"partner: 1\nanswers: {not-rushed: {is: other-means, because: so}}", false},
	{"partner: 1\nanswers: {not-rushed: {is: other-means, because: so, evidence: none}}", false},
	{"partner: 1\nanswers: {not-rushed: {is: other-means, because: so, evidence: [x]}}\nevidence: {x: {}}", true},
	{"partner: 1\nanswers: [not-rushed]", false},
	{"partner: 1\norganisations: {a: {objectives: [{id: o}]}, zz: {}}\narrangement: {objectives: [{serves: {a: [o]}}]}", true},
	{"partner: 1\norganisations: {a: {objectives: [{id: o}]}, zz: {}}\narrangement: {objectives: [{serves: {a: o}}]}", false},
	{"partner: 1\narrangement: {objectives: [{serves: [a]}]}", false},
	{"[]", false},
	{"unknown", false},
}

func TestSchemaAgreesWithTheReader(t *testing.T) {
	text, err := proposal.Schema(someAnswers)
	if err != nil {
		t.Fatal(err)
	}
	schema := compile(t, text, "")
	files := fstest.MapFS{"a.yaml": {Data: []byte("name: A\n")}}
	for _, c := range both {
		_, wrong := proposal.Read("p.yaml", []byte(c.document), files)
		if (len(wrong) == 0) != c.good {
			t.Errorf("the reader on\n%s\nsays %v", c.document, wrong)
		}
		if err := schema.Validate(decoded(t, []byte(c.document))); (err == nil) != c.good {
			t.Errorf("the schema on\n%s\nsays %v", c.document, err)
		}
	}
}

// TestSchemaBoundsNumbersAsTheReaderDoes writes numbers at the places that take one, plainly and in quotes. Of
// one in quotes a schema cannot tell how large it is.
func TestSchemaBoundsNumbersAsTheReaderDoes(t *testing.T) {
	text, err := proposal.Schema(someAnswers)
	if err != nil {
		t.Fatal(err)
	}
	schema := compile(t, text, "")
	places := []string{
		"organisations: {a: {size: {sites: %s}}, b: }", "organisations: {a: {size: {staff: %s}}, b: }",
		"organisations: {a: {finance: {surplus_gbp_m: %s}}, b: }", "organisations: {a: {issues: [{cost_gbp_m: %s}]}, b: }",
		"arrangement: {culture: {years: {is: %s}}}", "arrangement: {governance: {benefit_review_months: %s}}",
	}
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.OneOf(
			rapid.Map(rapid.Int64Range(-1_000, 1_000), func(n int64) string { return strconv.FormatInt(n, 10) }),
			rapid.Map(rapid.Int64Range(-10_000_000, 10_000_000), func(n int64) string { return strconv.FormatInt(n, 10) }),
			rapid.Map(rapid.Float64Range(-700, 700), func(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }),
			rapid.StringMatching(`[-+]?[0-9]{1,3}(\.[0-9]{0,2})?(e[-+]?[0-3])?`),
		).Draw(t, "number")
		in := rapid.SampledFrom(places).Draw(t, "place")
		quote := rapid.Bool().Draw(t, "quoted")
		written := number
		if quote {
			written = strconv.Quote(number)
		}
		document := []byte("partner: 1\n" + fmt.Sprintf(in, written) + "\n")
		_, wrong := proposal.Read("p.yaml", document, nil)
		err := schema.Validate(decoded(t, document))
		if len(wrong) == 0 && err != nil || !quote && len(wrong) > 0 && err == nil {
			t.Fatalf("%s: the reader says %v, the schema %v", document, wrong, err)
		}
	})
}

func TestSchemaKnowsTheCriteria(t *testing.T) {
	text, err := proposal.Schema(someAnswers)
	if err != nil {
		t.Fatal(err)
	}
	if err := compile(t, text, "").Validate(decoded(t, []byte("partner: 1\nanswers: {rushed: yes}"))); err == nil {
		t.Error("an answer to no criterion is accepted")
	}
	for _, words := range []string{"Is there time enough?", "it is not rushed", "cannot go on without support", "Unit: £m a year."} {
		if !strings.Contains(string(text), words) {
			t.Errorf("the schema does not hold %q", words)
		}
	}
	again, _ := proposal.Schema(someAnswers)
	if !bytes.Equal(text, again) {
		t.Error("the schema differs from one time to the next")
	}
}

// TestSchemaHasEveryField takes care that nothing of the model is left out.
func TestSchemaHasEveryField(t *testing.T) {
	text, err := proposal.Schema(someAnswers)
	if err != nil {
		t.Fatal(err)
	}
	schema := compile(t, text, "")
	var each func(f *proposal.Field, wrap func(any) any)
	each = func(f *proposal.Field, wrap func(any) any) {
		for _, c := range f.Fields {
			in := func(v any) any { return wrap(map[string]any{c.Key: v}) }
			if err := schema.Validate(in("unknown")); err != nil && c.Key != "partner" {
				t.Errorf("%s: unknown: %v", c.Key, err)
			}
			if schema.Validate(in(map[string]any{"no such key": 1})) == nil {
				t.Errorf("%s: an unknown key is accepted", c.Key)
			}
			switch c.Kind {
			case proposal.Section:
				each(c, in)
			case proposal.Items:
				each(c, func(v any) any { return in([]any{v}) })
			case proposal.Organisations:
				each(c, func(v any) any { return in(map[string]any{"x": v, "y": map[string]any{}}) })
			case proposal.Entries:
				each(c, func(v any) any { return in(map[string]any{"x": v}) })
			case proposal.Word:
				for _, w := range c.Words {
					if err := schema.Validate(in(map[string]any{"is": w, "because": "so", "evidence": []any{"x"}})); err != nil {
						t.Errorf("%s: %s: %v", c.Key, w, err)
					}
				}
				if schema.Validate(in("no such word")) == nil {
					t.Errorf("%s: any word is accepted", c.Key)
				}
			}
		}
	}
	each(proposal.Model, func(v any) any {
		m := v.(map[string]any)
		if _, ok := m["partner"]; !ok {
			m["partner"] = 1
		}
		return m
	})
}
