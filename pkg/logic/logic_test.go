package logic_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"partner/pkg/logic"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// T is what the tests have in common with a property's run.
type T interface {
	Helper()
	Fatalf(format string, args ...any)
}

func condition(t T, text string) *logic.Condition {
	t.Helper()
	c := &logic.Condition{}
	if err := yaml.Unmarshal([]byte(text), c); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return c
}

func document(t T, text string) *proposal.Proposal {
	t.Helper()
	p, wrong := proposal.Read("p.yaml", []byte("partner: 1\n"+text), nil)
	if len(wrong) > 0 {
		t.Fatalf("%s\n%v", text, wrong)
	}
	return p
}

func evaluate(t T, doc, cond string) logic.Truth {
	t.Helper()
	return (&logic.Environment{Doc: document(t, doc), Sides: helpers}).Eval(condition(t, cond), &logic.Trace{})
}

var truths = []logic.Truth{logic.False, logic.Unknown, logic.True}

// lists gives all lists of truths of up to n.
func lists(n int) [][]logic.Truth {
	all := [][]logic.Truth{{}}
	for from := 0; n > 0; n-- {
		end := len(all)
		for _, l := range all[from:end] {
			for _, x := range truths {
				all = append(all, append(slices.Clone(l), x))
			}
		}
		from = end
	}
	return all
}

// completions gives all ways in which the unknowns of a list may turn out.
func completions(l []logic.Truth) [][]bool {
	all := [][]bool{{}}
	for _, x := range l {
		var next [][]bool
		for _, c := range all {
			if x != logic.True {
				next = append(next, append(slices.Clone(c), false))
			}
			if x != logic.False {
				next = append(next, append(slices.Clone(c), true))
			}
		}
		all = next
	}
	return all
}

// whatever gives the truth of something that is asked of a list: known where it comes out the same
// whatever the unknowns turn out to be.
func whatever(l []logic.Truth, ask func([]bool) bool) logic.Truth {
	yes, no := false, false
	for _, c := range completions(l) {
		if ask(c) {
			yes = true
		} else {
			no = true
		}
	}
	switch {
	case yes && no:
		return logic.Unknown
	case yes:
		return logic.True
	}
	return logic.False
}

func count(l []bool) int {
	n := 0
	for _, x := range l {
		if x {
			n++
		}
	}
	return n
}

func TestTruthTablesOfAllAnyNot(t *testing.T) {
	doc := "arrangement: {form: merger}"
	atoms := map[logic.Truth]string{
		logic.True:    "{fact: arrangement.form, is: merger}",
		logic.False:   "{fact: arrangement.form, is: contract}",
		logic.Unknown: "{fact: arrangement.nature, is: mandated}",
	}
	for _, l := range lists(4)[1:] {
		var of []string
		for _, x := range l {
			of = append(of, atoms[x])
		}
		joined := "[" + strings.Join(of, ", ") + "]"
		for _, c := range []struct {
			text string
			want logic.Truth
		}{
			{"{all: " + joined + "}", slices.Min(l)},
			{"{any: " + joined + "}", slices.Max(l)},
			{"{not: {all: " + joined + "}}", logic.True - slices.Min(l)},
			{"{not: {any: " + joined + "}}", logic.True - slices.Max(l)},
		} {
			if got := evaluate(t, doc, c.text); got != c.want {
				t.Errorf("%s over %v: got %s, want %s", c.text[:6], l, got, c.want)
			}
		}
		if got, want := evaluate(t, doc, "{all: "+joined+"}"), whatever(l, func(b []bool) bool { return count(b) == len(b) }); got != want {
			t.Errorf("all over %v: got %s, want %s", l, got, want)
		}
	}
}

func TestTruthTablesOfSomeEveryCount(t *testing.T) {
	items := map[logic.Truth]string{logic.True: "{of: doing}", logic.False: "{of: not-doing}", logic.Unknown: "{what: fire}"}
	for _, l := range lists(4) {
		var of []string
		for _, x := range l {
			of = append(of, items[x])
		}
		doc := "arrangement: {risks: [" + strings.Join(of, ", ") + "]}"
		where := "arrangement.risks, where: {fact: item.of, is: doing}"
		check := func(cond string, want logic.Truth) {
			t.Helper()
			if got := evaluate(t, doc, cond); got != want {
				t.Errorf("%s over %v: got %s, want %s", cond, l, got, want)
			}
		}
		check("{some: "+where+"}", whatever(l, func(b []bool) bool { return count(b) > 0 }))
		for empty, of := range map[string]logic.Truth{"holds": logic.True, "fails": logic.False, "unknown": logic.Unknown} {
			want := whatever(l, func(b []bool) bool { return count(b) == len(b) })
			if len(l) == 0 {
				want = of
			}
			check("{every: "+strings.Replace(where, ",", ", empty: "+empty+",", 1)+"}", want)
		}
		for least := range len(l) + 2 {
			check(fmt.Sprintf("{count: %s, at-least: %d}", where, least), whatever(l, func(b []bool) bool { return count(b) >= least }))
			check(fmt.Sprintf("{count: %s, at-most: %d}", where, least), whatever(l, func(b []bool) bool { return count(b) <= least }))
			for most := least; most < len(l)+2; most++ {
				check(fmt.Sprintf("{count: %s, at-least: %d, at-most: %d}", where, least, most),
					whatever(l, func(b []bool) bool { return count(b) >= least && count(b) <= most }))
			}
			check(fmt.Sprintf("{count: arrangement.risks, at-least: %d}", least), whatever(nil, func([]bool) bool { return len(l) >= least }))
		}
		check("{some: arrangement.risks}", whatever(nil, func([]bool) bool { return len(l) > 0 }))
	}
}

func TestOperations(t *testing.T) {
	const T, F, U = logic.True, logic.False, logic.Unknown
	for _, c := range []struct {
		cond string
		docs map[string]logic.Truth // what stands under arrangement
	}{
		{"{fact: arrangement.form, is: merger}", map[string]logic.Truth{
			"form: merger": T, "form: contract": F, "form: unknown": U, "form: ~": U, "nature: mandated": U, "form: {is: merger}": T, "form: {because: so}": U,
		}},
		{"{fact: arrangement.form, in: [merger, contract]}", map[string]logic.Truth{"form: merger": T, "form: contract": T, "form: buddying": F, "form: unknown": U}},
		{"{fact: arrangement.governance.agreement.status, is: none}", map[string]logic.Truth{
			"governance: {agreement: {status: none}}": T, "governance: {agreement: {status: signed}}": F, "governance: {agreement: unknown}": U, "governance: unknown": U, "governance: {}": U,
		}},
		{"{fact: arrangement.rationale.vision, given: true}", map[string]logic.Truth{
			"rationale: {vision: To do well}": T, "rationale: {vision: none}": F, "rationale: {vision: unknown}": U, `rationale: {vision: " "}`: U, "rationale: {}": U, "form: merger": U,
		}},
		{"{fact: arrangement.risks, given: true}", map[string]logic.Truth{
			"risks: [{what: fire}]": T, "risks: []": F, "risks: none": F, "risks: unknown": U, "risks: [unknown]": U, "risks: [{}]": T, "risks: {is: []}": F,
		}},
		{"{fact: arrangement.shares, includes: sites}", map[string]logic.Truth{
			"shares: [sites]": T, "shares: [services]": F, "shares: []": F, "shares: none": F, "shares: unknown": U, "shares: [services, unknown]": U, "shares: [sites, unknown]": T,
		}},
		{"{fact: arrangement.culture.years, at-least: 2}", map[string]logic.Truth{
			"culture: {years: 2}": T, "culture: {years: 1.9}": F, "culture: {years: unknown}": U, "culture: {}": U, "culture: {years: 0}": F,
		}},
		{"{fact: arrangement.culture.years, at-least: 2, at-most: 3}", map[string]logic.Truth{"culture: {years: 2}": T, "culture: {years: 3}": T, "culture: {years: 3.5}": F}},
		{"{fact: arrangement.timeline.decision, before: arrangement.timeline.starts}", map[string]logic.Truth{
			"timeline: {decision: 2014-01-01, starts: 2014-01-02}": T, "timeline: {decision: 2014-01-02, starts: 2014-01-02}": F, "timeline: {decision: 2014-01-03, starts: 2014-01-02}": F,
			"timeline: {decision: 2014-01, starts: 2014-02}": T, "timeline: {decision: 2014-01, starts: 2014-01}": U, "timeline: {decision: 2014, starts: 2014-12-31}": U,
			"timeline: {decision: 2014, starts: 2014-01-01}": F, "timeline: {decision: 2015, starts: 2014-01}": F, "timeline: {decision: 2015}": U, "timeline: {decision: 2015, starts: unknown}": U,
		}},
		{"{fact: arrangement.timeline.starts, after: arrangement.timeline.decision}", map[string]logic.Truth{
			"timeline: {decision: 2014-01-01, starts: 2014-01-02}": T, "timeline: {decision: 2014-01-02, starts: 2014-01-02}": F, "timeline: {decision: 2014, starts: 2014-06}": U, "timeline: {decision: 2014, starts: 2015}": T,
		}},
		{"{months: {from: arrangement.timeline.decision, to: arrangement.timeline.starts}, at-least: 6}", map[string]logic.Truth{
			"timeline: {decision: 2014-01-01, starts: 2014-07-01}": T, "timeline: {decision: 2014-01-01, starts: 2014-06-30}": F, "timeline: {decision: 2014-01, starts: 2014-07}": U,
			"timeline: {decision: 2014-01, starts: 2014-08}": T, "timeline: {decision: 2014, starts: 2014}": U, "timeline: {decision: 2014, starts: 2016}": T, "timeline: {decision: 2016, starts: 2014}": F,
			"timeline: {decision: 2014}": U,
		}},
		{"{months: {from: arrangement.timeline.decision, to: arrangement.timeline.starts}, at-most: 6}", map[string]logic.Truth{
			"timeline: {decision: 2014-01-01, starts: 2014-07-31}": T, "timeline: {decision: 2014-01-01, starts: 2014-08-01}": F, "timeline: {decision: 2014-01, starts: 2014-08}": U,
		}},
		{"{months: {from: arrangement.timeline.decision, to: arrangement.timeline.starts}, fewer-than: arrangement.culture.years}", map[string]logic.Truth{
			"timeline: {decision: 2014-01-01, starts: 2015-12-31}, culture: {years: 2}": T, "timeline: {decision: 2014-01-01, starts: 2016-01-01}, culture: {years: 2}": F,
			"timeline: {decision: 2014-01-01, starts: 2016}, culture: {years: 2}": F, "timeline: {decision: 2014, starts: 2016-01-01}, culture: {years: 2}": U,
			"timeline: {decision: 2014-01-01, starts: 2013-01-01}, culture: {years: 0}": T, "timeline: {decision: 2014-01-01, starts: 2014-01-01}, culture: {years: 0}": F,
			"timeline: {decision: 2014-01-01}, culture: {years: 2}": U, "timeline: {decision: 2014-01-01, starts: 2015-01-01}": U,
		}},
	} {
		for doc, want := range c.docs {
			if got := evaluate(t, "arrangement: {"+doc+"}", c.cond); got != want {
				t.Errorf("%s of %s: got %s, want %s", c.cond, doc, got, want)
			}
			if got := evaluate(t, "arrangement: {"+doc+"}", "{not: "+c.cond+"}"); got != want.Not() {
				t.Errorf("not %s of %s: got %s, want %s", c.cond, doc, got, want.Not())
			}
		}
		for _, doc := range []string{"", "arrangement:", "arrangement: unknown"} {
			if got := evaluate(t, doc, c.cond); got != U {
				t.Errorf("%s of %q: got %s, want unknown", c.cond, doc, got)
			}
		}
	}
}

func TestTypology(t *testing.T) {
	const T, F, U = logic.True, logic.False, logic.Unknown
	doc := document(t, "")
	for _, c := range []struct {
		cond  string
		facts logic.Environment
		want  logic.Truth
	}{
		{"{type: [mandated-structural]}", logic.Environment{Nature: "mandated", Scale: "structural"}, T},
		{"{type: [mandated-structural]}", logic.Environment{Nature: "voluntary", Scale: "structural"}, F},
		{"{type: [mandated-structural]}", logic.Environment{Nature: "mandated"}, U},
		{"{nature: mandated}", logic.Environment{Nature: "mandated"}, T},
		{"{nature: mandated}", logic.Environment{}, U},
		{"{scale: [individual]}", logic.Environment{Scale: "structural"}, F},
		{"{form: [merger, acquisition]}", logic.Environment{Forms: []string{"merger"}}, T},
		{"{form: [merger, acquisition]}", logic.Environment{Forms: []string{"acquisition", "merger"}}, T},
		{"{form: [merger]}", logic.Environment{Forms: []string{"acquisition", "merger"}}, U},
		{"{form: [merger]}", logic.Environment{Forms: []string{"contract"}}, F},
		{"{form: [merger]}", logic.Environment{}, U},
		{"{agrees: scale}", logic.Environment{Agree: [3]logic.Truth{T, F, T}}, F},
		{"{agrees: nature}", logic.Environment{Agree: [3]logic.Truth{T, F, T}}, T},
	} {
		c.facts.Doc = doc
		if got := c.facts.Eval(condition(t, c.cond), &logic.Trace{}); got != c.want {
			t.Errorf("%s: got %s, want %s", c.cond, got, c.want)
		}
	}
}

func TestRoots(t *testing.T) {
	const T, F, U = logic.True, logic.False, logic.Unknown
	north, south := "organisations: {north: {finance: {position: strong}}, south: {finance: {position: deficit}}}\n", "arrangement: {roles: {acquirer: north, acquired: south}}"
	for _, c := range []struct {
		doc, cond string
		want      logic.Truth
	}{
		{north, "{fact: first.finance.position, is: strong}", T},
		{north, "{fact: second.finance.position, is: strong}", F},
		{north, "{fact: acquirer.finance.position, is: strong}", U},
		{north + south, "{fact: acquirer.finance.position, is: strong}", T},
		{north + south, "{fact: acquired.finance.position, is: strong}", F},
		{north + south, "{fact: helper.finance.position, is: strong}", T},
		{north + south, "{fact: helped.finance.position, is: strong}", F},
		{north + south, "{fact: host.finance.position, is: strong}", U},
		{"organisations: {north: {}, south: {}}", "{fact: second.finance.position, is: strong}", U},
		{"", "{fact: first.finance.position, is: strong}", U},
		{north, "{some: organisations, where: {fact: item.finance.position, is: strong}}", T},
		{north, "{every: organisations, where: {fact: item.finance.position, is: strong}}", F},
		{"organisations: {north: {finance: {position: strong}}, zz: {}}", "{every: organisations, where: {fact: item.finance.position, is: strong}}", U},
		{"organisations: {north: {objectives: [{id: o}]}, south: {}}\narrangement: {objectives: [{serves: {north: [o]}}]}", "{some: arrangement.objectives, where: {fact: item.serves.first, given: true}}", T},
		{"organisations: {north: {objectives: [{id: o}]}, south: {}}\narrangement: {objectives: [{serves: {north: [o]}}]}", "{some: arrangement.objectives, where: {fact: item.serves.second, given: true}}", U},
		{"organisations: {north: {}, south: {}}\narrangement: {objectives: [{serves: {south: []}}]}", "{some: arrangement.objectives, where: {fact: item.serves.second, given: true}}", F},
		{"as_of: 2015-01-01\narrangement: {timeline: {decision: 2014-01-01}}", "{months: {from: arrangement.timeline.decision, to: as_of}, at-least: 12}", T},
		{"as_of: 2015-01-01\narrangement: {timeline: {starts: 2015-06-01}, environment: {approvals: [{months: 5}, {months: 6}]}}", "{count: arrangement.environment.approvals, where: {months: {from: as_of, to: arrangement.timeline.starts}, fewer-than: item.months}, at-least: 1, at-most: 1}", T},
		{"arrangement: {benefits: [{baseline: 64 %, target: 95 %, reached: 58 % in May}]}", "{some: arrangement.benefits, where: {fact: item.reached, behind: item.baseline, towards: item.target}}", T},
		{"arrangement: {benefits: [{baseline: 64 %, target: 95 %, reached: 64 % in May}, none-else]}", "{some: arrangement.benefits, where: {fact: item.reached, behind: item.baseline, towards: item.target}}", F},
		{"arrangement: {benefits: [{baseline: 64 %, target: 95 %, reached: 58 days}, none-else]}", "{some: arrangement.benefits, where: {fact: item.reached, behind: item.baseline, towards: item.target}}", U},
		{"arrangement: {benefits: [{baseline: 64 %, reached: 58 %}, none-else]}", "{some: arrangement.benefits, where: {fact: item.reached, behind: item.baseline, towards: item.target}}", U},
		{"arrangement: {benefits: [{baseline: 64 %, target: 95 %, reached: none}, none-else]}", "{some: arrangement.benefits, where: {fact: item.reached, behind: item.baseline, towards: item.target}}", U},
		{"arrangement: {shares: [services, sites]}", "{count: arrangement.shares, where: {fact: item, is: sites}, at-least: 1}", T},
	} {
		if got := evaluate(t, c.doc, c.cond); got != c.want {
			t.Errorf("%s of\n%s\ngot %s, want %s", c.cond, c.doc, got, c.want)
		}
	}
}

func TestViewsAndDocuments(t *testing.T) {
	const T, F, U = logic.True, logic.False, logic.Unknown
	doc := document(t, `organisations: {north: {evidence: [plan], finance: {position: strong}}, south: {finance: {position: {is: strong, evidence: [letter]}}}}
arrangement:
  form: {views: {north: {is: merger, evidence: [plan]}, south: {is: acquisition, evidence: [letter]}}}
  nature: {views: {south: mandated}}
  scale: {views: {north: unknown, south: structural}}
  risks: {is: [], evidence: [plan]}
  alternatives: []
  leads: [{post: chief, evidence: [plan]}, {post: deputy, evidence: [letter]}]
  shares: {is: [sites], evidence: [plan]}
evidence: {plan: {kind: internal}, letter: {kind: assertion}}
`)
	for _, c := range []struct {
		view       string
		documented bool
		cond       string
		want       logic.Truth
	}{
		{"north", false, "{fact: arrangement.form, is: merger}", T},
		{"south", false, "{fact: arrangement.form, is: merger}", F},
		{"north", true, "{fact: arrangement.form, is: merger}", T},
		{"south", true, "{fact: arrangement.form, is: merger}", U},
		{"north", false, "{fact: arrangement.nature, is: mandated}", T},
		{"north", false, "{fact: arrangement.scale, is: structural}", U},
		{"south", false, "{fact: arrangement.scale, is: structural}", T},
		{"", true, "{fact: first.finance.position, is: strong}", T},
		{"", true, "{fact: second.finance.position, is: strong}", U},
		{"", false, "{fact: second.finance.position, is: strong}", T},
		{"", true, "{fact: arrangement.risks, given: true}", F},
		{"", true, "{fact: arrangement.alternatives, given: true}", U},
		{"", false, "{fact: arrangement.alternatives, given: true}", F},
		{"", true, "{count: arrangement.leads, at-least: 1}", T},
		{"", true, "{count: arrangement.leads, at-least: 2}", U},
		{"", false, "{count: arrangement.leads, at-least: 2}", T},
		{"", true, "{every: arrangement.alternatives, empty: fails, where: {fact: item.what, given: true}}", U},
		{"", true, "{every: arrangement.risks, empty: holds, where: {fact: item.what, given: true}}", T},
		{"", true, "{fact: arrangement.shares, includes: sites}", T},
	} {
		f := &logic.Environment{Doc: doc, View: c.view, DocumentedOnly: c.documented}
		if got := f.Eval(condition(t, c.cond), &logic.Trace{}); got != c.want {
			t.Errorf("%s to %q, documented %v: got %s, want %s", c.cond, c.view, c.documented, got, c.want)
		}
	}
}

func TestAnswer(t *testing.T) {
	const T, F, U = logic.True, logic.False, logic.Unknown
	doc := document(t, `organisations: {north: {}, south: {}}
answers:
  a: yes
  b: {is: yes, evidence: [plan]}
  c: unknown
  d: {views: {north: yes, south: no}}
evidence: {plan: {kind: internal}}`)
	yes := condition(t, "{answer: [yes]}")
	for _, c := range []struct {
		id, view   string
		documented bool
		want       logic.Truth
	}{{"a", "", false, T}, {"a", "", true, U}, {"b", "", true, T}, {"c", "", false, U}, {"none", "", false, U}, {"d", "north", false, T}, {"d", "south", false, F}} {
		f := &logic.Environment{Doc: doc, View: c.view, DocumentedOnly: c.documented, Answer: doc.Root.At("answers").Item(c.id)}
		if got := f.Eval(yes, &logic.Trace{}); got != c.want {
			t.Errorf("%+v: got %s", c, got)
		}
	}
}

func TestTraces(t *testing.T) {
	for _, c := range []struct {
		doc, cond     string
		want          logic.Truth
		used, missing string
	}{
		{"arrangement: {form: merger, nature: mandated}", "{all: [{fact: arrangement.form, is: merger}, {fact: arrangement.nature, is: voluntary}]}", logic.False, "arrangement.nature", ""},
		{"arrangement: {form: merger, nature: mandated}", "{all: [{fact: arrangement.nature, is: voluntary}, {fact: arrangement.form, is: merger}]}", logic.False, "arrangement.nature", ""},
		{"arrangement: {form: merger, nature: mandated}", "{all: [{fact: arrangement.nature, is: mandated}, {fact: arrangement.form, is: merger}]}", logic.True, "arrangement.nature arrangement.form", ""},
		{"arrangement: {form: merger}", "{all: [{fact: arrangement.form, is: merger}, {fact: arrangement.nature, is: voluntary}]}", logic.Unknown, "", "arrangement.nature"},
		{"arrangement: {form: merger}", "{all: [{fact: arrangement.nature, is: voluntary}, {fact: arrangement.form, is: contract}]}", logic.False, "arrangement.form", ""},
		{"arrangement: {form: merger}", "{any: [{fact: arrangement.nature, is: voluntary}, {fact: arrangement.form, is: merger}]}", logic.True, "arrangement.form", ""},
		{"arrangement: {form: merger}", "{any: [{fact: arrangement.nature, is: voluntary}, {fact: arrangement.form, is: contract}]}", logic.Unknown, "", "arrangement.nature"},
		{"arrangement: {nature: unknown}", "{any: [{fact: arrangement.nature, is: voluntary}, {fact: arrangement.form, is: contract}]}", logic.Unknown, "", "arrangement.nature arrangement.form"},
		{"", "{fact: arrangement.governance.agreement.status, is: signed}", logic.Unknown, "", "arrangement"},
		{"arrangement: unknown", "{fact: arrangement.governance.agreement.status, is: signed}", logic.Unknown, "", "arrangement"},
		{"arrangement: {}", "{fact: arrangement.governance.agreement.status, is: signed}", logic.Unknown, "", "arrangement.governance"},
		{"arrangement: {governance: unknown}", "{fact: arrangement.governance.agreement.status, is: signed}", logic.Unknown, "", "arrangement.governance"},
		{"arrangement: {governance: {agreement: {terms: clear}}}", "{fact: arrangement.governance.agreement.status, is: signed}", logic.Unknown, "", "arrangement.governance.agreement.status"},
		{"", "{fact: first.finance.position, is: strong}", logic.Unknown, "", "organisations"},
		{"organisations: unknown", "{fact: first.finance.position, is: strong}", logic.Unknown, "", "organisations"},
		{"organisations: {north: {}, south: {}}", "{fact: second.finance.position, is: strong}", logic.Unknown, "", "organisations.south.finance"},
		{"organisations: {north: {}, south: {}}", "{fact: first.finance.position, is: strong}", logic.Unknown, "", "organisations.north.finance"},
		{"organisations: {north: {}, south: {}}", "{fact: acquirer.finance.position, is: strong}", logic.Unknown, "", "arrangement"},
		{"arrangement: {}", "{fact: acquirer.finance.position, is: strong}", logic.Unknown, "", "arrangement.roles"},
		{"arrangement: {roles: {}}", "{fact: acquirer.finance.position, is: strong}", logic.Unknown, "", "arrangement.roles.acquirer"},
		{"arrangement: {risks: [{of: doing}, {of: not-doing}, {what: fire}]}", "{some: arrangement.risks, where: {fact: item.of, is: doing}}", logic.True, "arrangement.risks[0].of", ""},
		{"arrangement: {risks: [{of: doing}, {of: not-doing}, {what: fire}]}", "{every: arrangement.risks, empty: fails, where: {fact: item.of, is: doing}}", logic.False, "arrangement.risks[1].of", ""},
		{"arrangement: {risks: [{of: not-doing}, {what: fire}]}", "{some: arrangement.risks, where: {fact: item.of, is: doing}}", logic.Unknown, "", "arrangement.risks[1].of"},
		{"arrangement: {risks: []}", "{some: arrangement.risks}", logic.False, "arrangement.risks", ""},
		{"arrangement: {timeline: {decision: 2014, starts: 2014-06-01}}", "{fact: arrangement.timeline.decision, before: arrangement.timeline.starts}", logic.Unknown, "arrangement.timeline.decision arrangement.timeline.starts", "arrangement.timeline.decision"},
		{"arrangement: {timeline: {decision: 2014-01-01, starts: 2014}}", "{months: {from: arrangement.timeline.decision, to: arrangement.timeline.starts}, at-least: 6}", logic.Unknown, "arrangement.timeline.decision arrangement.timeline.starts", "arrangement.timeline.starts"},
		{"arrangement: {timeline: {decision: 2014-01-01, starts: 2015-01-01}, culture: {years: 2}}", "{months: {from: arrangement.timeline.decision, to: arrangement.timeline.starts}, fewer-than: arrangement.culture.years}", logic.True, "arrangement.timeline.decision arrangement.timeline.starts arrangement.culture.years", ""},
	} {
		var trace logic.Trace
		f := &logic.Environment{Doc: document(t, c.doc)}
		got := f.Eval(condition(t, c.cond), &trace)
		var used, missing []string
		for _, v := range trace.Used {
			used = append(used, v.Path())
		}
		for _, m := range trace.Missing {
			missing = append(missing, m.Path())
		}
		if got != c.want || strings.Join(used, " ") != c.used || strings.Join(missing, " ") != c.missing {
			t.Errorf("%s of %q: got %s, used %v, missing %v; want %s, %q, %q", c.cond, c.doc, got, used, missing, c.want, c.used, c.missing)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for cond, want := range map[string]string{
		"all: []": "line 1: all needs a list of conditions",
		"all:\n  - {fact: arrangement.form, is: merger}\n  - {fact: arrangement.from, is: merger}":          `line 3: there is no "from" in arrangement; did you mean "form"?`,
		"fact: arrangement.form\nis: take-over":                                                             `line 2: "take-over" is not one of merger,`,
		"fact: arrangement.form\nis: merger\nwhere: x\nat-least: 1":                                         `line 3: the key "where" does not belong to this condition`,
		"fact: arrangement.form":                                                                            "line 1: what about the fact arrangement.form?",
		"fact: arrangement.form\nat-least: 2":                                                               "line 1: arrangement.form is not a number",
		"fact: arrangement.culture.years\nat-least: many":                                                   "line 2: at-least needs a number",
		"fact: arrangement.culture.years\nat-least: .nan":                                                   "line 2: at-least needs a number",
		"fact: arrangement.culture.years\nis: [3]\nat-most: 2":                                              `line 3: the key "at-most" does not belong`,
		"fact: arrangement.culture\ngiven: true":                                                            "line 1: arrangement.culture is a section",
		"fact: arrangement.form\ngiven: false":                                                              "line 2: given: true is the only way",
		"fact: arrangement.shares\nincludes: beds":                                                          `line 2: "beds" is not one of services, sites`,
		"fact: arrangement.form\nincludes: merger":                                                          "line 1: arrangement.form is not a list of words",
		"fact: arrangement.form\nbefore: as_of":                                                             "line 1: before and after compare two dates",
		"fact: arrangement.benefits.measure\ngiven: true":                                                   "line 1: arrangement.benefits is a list: ask some, every or count",
		"fact: organisations.finance.position\nis: strong":                                                  "line 1: organisations is a list: ask some, every or count",
		"fact: nobody.finance.position\nis: strong":                                                         `line 1: no path starts with "nobody"`,
		"fact: item.what\ngiven: true":                                                                      "line 1: `item` stands only inside where",
		"fact: [a]\ngiven: true":                                                                            "line 1: a path is a word",
		"some: first":                                                                                       "line 1: first is one of a list and not the list",
		"some: arrangement.form":                                                                            "line 1: arrangement.form is not a list",
		"some: arrangement.risks\nwhere: {some: item}":                                                      "line 2: item is one of a list and not the list",
		"some: arrangement.risks\nwhere: {fact: item, given: true}":                                         "line 2: item is a section",
		"some: arrangement.objectives\nwhere: {fact: item.serves.north, given: true}":                       `line 2: "north" is not an organisation`,
		"some: arrangement.objectives\nwhere: {fact: item.serves.as_of, given: true}":                       `line 2: "as_of" is not an organisation`,
		"every: arrangement.risks":                                                                          "line 1: every needs where",
		"every: arrangement.risks\nwhere: {fact: item.of, is: doing}":                                       "line 1: every needs empty: holds, fails or unknown",
		"every: arrangement.risks\nempty: met\nwhere: {fact: item.of, is: doing}":                           "line 2: \"met\" is not one of unknown, fails, holds",
		"some: arrangement.risks\nnamed: true":                                                              "line 2: named: true goes with some or count over a list that may go on; every asks only of what a list names",
		"some: arrangement.risks\nempty: fails":                                                             "line 2: empty belongs to every over a list",
		"every: organisations\nempty: fails\nwhere: {fact: item.name, given: true}":                         "line 2: empty belongs to every over a list",
		"fact: arrangement.form\nis: merger\nless_because: \"\"":                                            "line 3: less_because needs the reason",
		"count: arrangement.risks":                                                                          "line 1: at-least or at-most is missing",
		"months: {from: as_of}\nat-least: 1":                                                                "line 1: months needs {from: PATH, to: PATH}",
		"months: {from: as_of, to: arrangement.form}\nat-least: 1":                                          "line 1: arrangement.form is not a date",
		"months: {from: as_of, till: as_of}\nat-least: 1":                                                   "line 1: months needs {from: PATH, to: PATH}",
		"months: {from: as_of, to: as_of}\nfewer-than: arrangement.resources.cost_gbp_m":                    "line 2: fewer-than goes with months, and with a number of months or years",
		"ratio: {of: first.size.beds, to: first.size.staff}\nfewer-than: arrangement.culture.years":         "line 2: fewer-than goes with months",
		"fact: arrangement.rationale.text\nbehind: arrangement.rationale.vision":                            "line 1: behind goes with towards",
		"fact: arrangement.form\nbehind: arrangement.rationale.text\ntowards: arrangement.rationale.vision": "line 1: behind and towards compare the figures of three texts",
		"answer: maybe":  `line 1: "maybe" is not one of yes, partly, no`,
		"answer: []":     "line 1: no word is given",
		"type: mandated": `line 1: "mandated" is not one of mandated-individual`,
		"nature: unsure": `line 1: "unsure" is not one of mandated, voluntary`,
		"agrees: colour": `line 1: "colour" is not one of nature, scale, form`,
		"wherever: x":    "line 1: no condition begins like this",
		"{}":             "line 1: no condition begins like this",
		"[]":             "line 1: a condition is a mapping",
		"not: [a]":       "line 1: a condition is a mapping",
	} {
		for range 3 { // the same each time
			err := yaml.Unmarshal([]byte(cond), &logic.Condition{})
			if err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("%s\ngot  %v\nwant %s", cond, err, want)
			}
		}
	}
}

func TestRootsOfPathsAreOfTheModel(t *testing.T) {
	roles := proposal.Model.Find(paths.Roles)
	for _, root := range logic.Roots {
		named := slices.Contains([]string{"first", "second", "helper", "helped"}, root)
		if !named && proposal.Model.Find(paths.Path(root)) == nil && roles.Field(root) == nil {
			t.Errorf("%s is no part of a document, and no role", root)
		}
	}
}
