package logic_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "partner/pkg/internal/drawn"
	"partner/pkg/logic"
)

// sketch is a document with gaps. Each gap is filled in a later sketch, or stays.
type sketch struct {
	form, nature, vision, years, decision, starts, shares string // "" where it is absent
	roles, north, south                                   string
	risks                                                 []string // nil where the list is unknown
	risksKnown                                            bool
}

// leaf draws what a leaf says: absent, unknown, or one of the values, bare or with evidence.
func leaf(t *rapid.T, name string, values ...string) string {
	switch rapid.IntRange(0, 5).Draw(t, name) {
	case 0, 1:
		return ""
	case 2:
		return "unknown"
	}
	return known(t, name, values...)
}

func known(t *rapid.T, name string, values ...string) string {
	v := rapid.SampledFrom(values).Draw(t, name+" value")
	switch rapid.IntRange(0, 3).Draw(t, name+" evidence") {
	case 0:
		return "{is: " + v + ", evidence: [plan]}"
	case 1:
		return "{is: " + v + ", evidence: [letter]}"
	case 2:
		if !strings.ContainsAny(v, "[{") {
			return "{views: {north: " + v + ", south: " + rapid.SampledFrom(values).Draw(t, name+" other") + "}}"
		}
	}
	return v
}

// fill draws what a leaf may turn out to say: what was known stays.
func fill(t *rapid.T, name, was string, values ...string) string {
	if was == "" || was == "unknown" {
		return leaf(t, name+" later", values...)
	}
	return was
}

var (
	forms  = []string{"merger", "acquisition", "contract"}
	nature = []string{"mandated", "voluntary"}
	vision = []string{"To do well", "none"}
	years  = []string{"1", "2", "3.5"}
	dates  = []string{"2014", "2014-06", "2014-06-15", "2015-01", "2015-06-01"}
	shares = []string{"[]", "[sites]", "[services, sites]", "[services]"}
	strong = []string{"strong", "deficit"}
	sides  = []string{"north", "south"}
	doing  = []string{"doing", "not-doing"}
	impact = []string{"low", "high"}
)

func risk(t *rapid.T) string {
	return "{of: " + leaf(t, "of", doing...) + ", impact: " + leaf(t, "impact", impact...) + "}"
}

// refill fills the gaps of a risk that was drawn.
func refill(t *rapid.T, was string) string {
	if was == "unknown" { // there may be one, or none
		return rapid.SampledFrom([]string{"unknown", "gone", risk(t)}).Draw(t, "a risk turns up")
	}
	for _, gap := range []struct {
		key    string
		values []string
	}{{"{of: ", doing}, {", impact: ", impact}} {
		for _, end := range []string{",", "}"} {
			for _, empty := range []string{"unknown", ""} {
				if old := gap.key + empty + end; strings.Contains(was, old) {
					was = strings.Replace(was, old, gap.key+fill(t, gap.key, empty, gap.values...)+end, 1)
					break
				}
			}
		}
	}
	return was
}

func draw(t *rapid.T) sketch {
	s := sketch{
		form: leaf(t, "form", forms...), nature: leaf(t, "nature", nature...), vision: leaf(t, "vision", vision...),
		years: leaf(t, "years", years...), decision: leaf(t, "decision", dates...), starts: leaf(t, "starts", dates...),
		shares: leaf(t, "shares", append(shares, "[services, unknown]", "[unknown]")...),
		roles:  rapid.SampledFrom([]string{"", "unknown", "north", "south"}).Draw(t, "acquirer"),
		north:  leaf(t, "north", strong...), south: leaf(t, "south", strong...),
	}
	if rapid.Bool().Draw(t, "risks") {
		s.risksKnown = true
		for range rapid.IntRange(0, 3).Draw(t, "number") {
			if rapid.IntRange(0, 3).Draw(t, "unknown risk") == 0 {
				s.risks = append(s.risks, "unknown")
			} else {
				s.risks = append(s.risks, risk(t))
			}
		}
	}
	return s
}

func (s sketch) filled(t *rapid.T) sketch {
	next := sketch{
		form: fill(t, "form", s.form, forms...), nature: fill(t, "nature", s.nature, nature...), vision: fill(t, "vision", s.vision, vision...),
		years: fill(t, "years", s.years, years...), decision: fill(t, "decision", s.decision, dates...), starts: fill(t, "starts", s.starts, dates...),
		shares: fill(t, "shares", s.shares, shares...),
		roles:  s.roles, north: fill(t, "north", s.north, strong...), south: fill(t, "south", s.south, strong...),
		risksKnown: true,
	}
	if strings.Contains(s.shares, "unknown]") { // one more, or none
		known := "sites"
		if strings.Contains(s.shares, ", unknown") && rapid.Bool().Draw(t, "nothing more") {
			known = ""
		}
		next.shares = strings.Replace(strings.Replace(s.shares, "unknown", known, 1), ", ]", "]", 1)
	}
	if s.roles == "" || s.roles == "unknown" {
		next.roles = rapid.SampledFrom(sides).Draw(t, "acquirer later")
	}
	if !s.risksKnown {
		next.risksKnown = rapid.Bool().Draw(t, "risks later")
		if next.risksKnown {
			for range rapid.IntRange(0, 3).Draw(t, "number") {
				next.risks = append(next.risks, risk(t))
			}
		}
		return next
	}
	for _, r := range s.risks {
		if r = refill(t, r); r != "gone" {
			next.risks = append(next.risks, r)
		}
	}
	if len(next.risks) == 0 { // that a list is empty is a statement of its own, which may lack documents
		next.risks = s.risks
	}
	return next
}

// narrowed gives a date that is not known to the day a day: more is known, nothing is taken back.
func narrowed(t *rapid.T, date string) string {
	switch {
	case date == "2014":
		return rapid.SampledFrom([]string{"2014", "2014-02", "2014-11-30"}).Draw(t, "narrower")
	case date == "2014-06":
		return rapid.SampledFrom([]string{"2014-06", "2014-06-01", "2014-06-30"}).Draw(t, "narrower")
	}
	return date
}

func (s sketch) String() string {
	var b strings.Builder
	leaf := func(indent, key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s%s: %s\n", indent, key, value)
		}
	}
	b.WriteString("organisations:\n  north:\n    name: North\n")
	if s.north != "" {
		b.WriteString("    finance:\n")
		leaf("      ", "position", s.north)
	}
	b.WriteString("  south:\n    name: South\n")
	if s.south != "" {
		b.WriteString("    finance:\n")
		leaf("      ", "position", s.south)
	}
	b.WriteString("evidence: {plan: {kind: internal}, letter: {kind: assertion}}\narrangement:\n  because: Drawn.\n")
	leaf("  ", "form", s.form)
	leaf("  ", "nature", s.nature)
	leaf("  ", "shares", s.shares)
	section := func(key string, of ...string) {
		if strings.Join(of, "") == "" || of[1]+of[len(of)-1] == "" {
			return
		}
		fmt.Fprintf(&b, "  %s:\n", key)
		for i := 0; i < len(of); i += 2 {
			leaf("    ", of[i], of[i+1])
		}
	}
	section("rationale", "vision", s.vision)
	section("culture", "years", s.years)
	section("timeline", "decision", s.decision, "starts", s.starts)
	section("roles", "acquirer", s.roles)
	if s.risksKnown {
		leaf("  ", "risks", "["+strings.Join(s.risks, ", ")+"]")
	}
	return b.String()
}

// drawCondition draws a condition over the places of a sketch.
func drawCondition(t *rapid.T, depth int, item bool) string {
	atoms := []string{
		"{fact: arrangement.form, is: merger}", "{fact: arrangement.form, in: [merger, contract]}", "{fact: arrangement.nature, is: mandated}",
		"{fact: arrangement.rationale.vision, given: true}", "{fact: arrangement.culture.years, at-least: 2}", "{fact: arrangement.culture.years, at-most: 2}",
		"{fact: arrangement.timeline.decision, before: arrangement.timeline.starts}", "{fact: arrangement.timeline.decision, after: arrangement.timeline.starts}",
		"{months: {from: arrangement.timeline.decision, to: arrangement.timeline.starts}, at-least: 6}",
		"{months: {from: arrangement.timeline.decision, to: arrangement.timeline.starts}, at-most: 6}",
		"{months: {from: arrangement.timeline.decision, to: arrangement.timeline.starts}, fewer-than: arrangement.culture.years}",
		"{fact: arrangement.shares, includes: sites}", "{fact: arrangement.shares, given: true}", "{some: arrangement.shares}",
		"{count: arrangement.shares, at-least: 2}", "{count: arrangement.shares, at-most: 1}",
		"{fact: acquirer.finance.position, is: strong}", "{fact: helper.finance.position, is: deficit}", "{fact: first.finance.position, is: strong}",
		"{some: organisations, where: {fact: item.finance.position, is: strong}}", "{every: organisations, where: {fact: item.finance.position, is: strong}}",
		"{fact: arrangement.risks, given: true}", "{some: arrangement.risks}", "{count: arrangement.risks, at-least: 2}", "{count: arrangement.risks, at-most: 1}",
		"{nature: mandated}", "{type: [mandated-structural]}", "{form: [merger, contract]}", "{answer: [yes]}",
	}
	if item {
		atoms = append(atoms, "{fact: item.of, is: doing}", "{fact: item.impact, is: high}", "{fact: item.impact, given: true}")
	}
	if depth == 0 {
		return rapid.SampledFrom(atoms).Draw(t, "atom")
	}
	several := func() string {
		var of []string
		for range rapid.IntRange(1, 3).Draw(t, "parts") {
			of = append(of, drawCondition(t, depth-1, item))
		}
		return "[" + strings.Join(of, ", ") + "]"
	}
	switch rapid.IntRange(0, 7).Draw(t, "kind") {
	case 0:
		return "{all: " + several() + "}"
	case 1:
		return "{any: " + several() + "}"
	case 2:
		return "{not: " + drawCondition(t, depth-1, item) + "}"
	case 3:
		return "{some: arrangement.risks, where: " + drawCondition(t, depth-1, true) + "}"
	case 4:
		return "{every: arrangement.risks, empty: fails, where: " + drawCondition(t, depth-1, true) + "}"
	case 5:
		return fmt.Sprintf("{count: arrangement.risks, where: %s, at-least: %d}", drawCondition(t, depth-1, true), rapid.IntRange(0, 3).Draw(t, "least"))
	case 6:
		return fmt.Sprintf("{count: arrangement.risks, where: %s, at-most: %d}", drawCondition(t, depth-1, true), rapid.IntRange(0, 3).Draw(t, "most"))
	}
	return rapid.SampledFrom(atoms).Draw(t, "atom")
}

// TestFillingAnUnknownNeverTurnsATruth: more information makes an unknown true or false; it never turns
// true into false, nor either of them back into unknown. Beside a true or false condition nothing is missing
// that could turn it; beside an unknown one something is, unless it rests on the typology or an answer alone.
func TestFillingAnUnknownNeverTurnsATruth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := draw(t)
		after := before.filled(t)
		after.decision, after.starts = narrowed(t, after.decision), narrowed(t, after.starts)
		c := condition(t, drawCondition(t, rapid.IntRange(0, 3).Draw(t, "depth"), false))
		facts := logic.Environment{
			Doc: document(t, before.String()), Sides: helpers,
			View: rapid.SampledFrom([]string{"", "north", "south"}).Draw(t, "view"), DocumentedOnly: rapid.Bool().Draw(t, "documented"),
			Nature: rapid.SampledFrom([]string{"", "mandated", "voluntary"}).Draw(t, "type"),
			Scale:  rapid.SampledFrom([]string{"", "structural"}).Draw(t, "scale"),
			Forms:  rapid.SampledFrom([][]string{nil, {"merger"}, {"merger", "acquisition"}, {"acquisition", "contract"}}).Draw(t, "forms"),
		}
		later := facts
		later.Doc = document(t, after.String())
		if later.Nature == "" {
			later.Nature = "mandated"
		}
		if len(later.Forms) > 1 {
			later.Forms = later.Forms[:1]
		}
		var trace logic.Trace
		was, is := facts.Eval(c, &trace), later.Eval(c, &logic.Trace{})
		if was != logic.Unknown && is != was {
			t.Fatalf("%s turns from %s to %s\nbefore\n%s\nafter\n%s", c, was, is, before, after)
		}
		if again := facts.Eval(c, &logic.Trace{}); again != was {
			t.Fatalf("%s is %s, then %s", c, was, again)
		}
		if undocumented := facts; !facts.DocumentedOnly {
			undocumented.DocumentedOnly = true
			if x := undocumented.Eval(c, &logic.Trace{}); x != logic.Unknown && x != was {
				t.Fatalf("%s is %s as claimed and %s as documented\n%s", c, was, x, before)
			}
		}
		if !c.Uses(logic.Type) && !c.Uses(logic.Nature) && !c.Uses(logic.Form) && !c.Uses(logic.Answer) && was == logic.Unknown && len(trace.Missing) == 0 {
			t.Fatalf("%s is unknown, and nothing is missing\n%s", c, before)
		}
	})
}
