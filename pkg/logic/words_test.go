package logic

import (
	"strings"
	"testing"

	"partner/pkg/source"
)

func condition(t *testing.T, text string) *Condition {
	t.Helper()
	file, wrong := source.Parse("condition", []byte(text))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	var c Condition
	if err := c.UnmarshalYAML(file.Root); err != nil {
		t.Fatal(err)
	}
	return &c
}

func TestWords(t *testing.T) {
	for text, words := range map[string]string{
		"{fact: arrangement.form, is: merger}":                                                                                  "arrangement.form is merger",
		"{fact: arrangement.form, in: [merger, acquisition]}":                                                                   "arrangement.form is merger or acquisition",
		"{not: {fact: arrangement.form, in: [merger, acquisition]}}":                                                            "arrangement.form is not merger or acquisition",
		"{fact: arrangement.culture.years, at-least: 3}":                                                                        "arrangement.culture.years is at least 3",
		"{not: {fact: arrangement.culture.years, at-most: 2.5}}":                                                                "arrangement.culture.years is not at most 2.5",
		"{fact: arrangement.rationale.text, given: true}":                                                                       "arrangement.rationale.text is given",
		"{fact: arrangement.shares, includes: sites}":                                                                           "arrangement.shares includes sites",
		"{not: {fact: arrangement.shares, includes: sites}}":                                                                    "arrangement.shares does not include sites",
		"{fact: arrangement.timeline.decision, before: arrangement.timeline.starts}":                                            "arrangement.timeline.decision is before arrangement.timeline.starts",
		"{months: {from: arrangement.timeline.starts, to: as_of}, at-least: 12}":                                                "from arrangement.timeline.starts to as_of it is at least 12 months",
		"{months: {from: as_of, to: arrangement.timeline.starts}, fewer-than: arrangement.culture.years}":                       "from as_of to arrangement.timeline.starts it is fewer years than arrangement.culture.years",
		"{fact: arrangement.rationale.text, behind: arrangement.rationale.vision, towards: arrangement.rationale.patient_need}": "arrangement.rationale.text is behind arrangement.rationale.vision, seen towards arrangement.rationale.patient_need",
		"{ratio: {of: first.size.beds, to: first.size.staff}, at-least: 2}":                                                     "first.size.beds is at least 2 times first.size.staff",
		"{not: {known: {fact: arrangement.form, is: merger}}}":                                                                  "it is not known that arrangement.form is merger",
		"{some: arrangement.shares}":                                                                                            "arrangement.shares is not empty",
		"{not: {some: arrangement.shares}}":                                                                                     "arrangement.shares is empty",
		"{some: arrangement.benefits, where: {fact: item.for, is: patients}}":                                                   "an entry of arrangement.benefits: its for is patients",
		"{not: {some: arrangement.benefits, where: {fact: item.for, is: patients}}}":                                            "of arrangement.benefits there is none where its for is patients",
		"{every: organisations, where: {fact: item.finance.position, is: strong}}":                                              "for each of the organisations: its finance.position is strong",
		"{count: arrangement.leads, at-least: 2}":                                                                               "of arrangement.leads there are at least 2",
		"{count: arrangement.leads, where: {fact: item.kind, is: clinical}, at-most: 1}":                                        "of arrangement.leads there are at most 1 where its kind is clinical",
		"{answer: [yes, partly]}":                                                                                               "the answer is yes or partly",
		"{type: [mandated-structural]}":                                                                                         "the type is mandated-structural",
		"{not: {nature: mandated}}":                                                                                             "the nature is not mandated",
		"{agrees: scale}":                                                                                                       "the scale that is declared is the one that the facts tell",
		"{not: {agrees: scale}}":                                                                                                "the scale that is declared is not the one that the facts tell",
		"{all: [{nature: mandated}, {any: [{scale: individual}, {form: [pathway]}]}]}":                                          "the nature is mandated, and (the scale is individual, or the form is pathway)",
		"{not: {all: [{nature: mandated}, {not: {scale: individual}}]}}":                                                        "the nature is not mandated, or the scale is individual",
		"{any: [{some: arrangement.benefits, where: {fact: item.for, is: staff}}, {scale: structural}]}":                        "(an entry of arrangement.benefits: its for is staff), or the scale is structural",
	} {
		if got := condition(t, text).String(); got != words {
			t.Errorf("%s\n gives %s\n want %s", text, got, words)
		}
	}
	if got := (*Condition)(nil).String(); got != "always" {
		t.Errorf("no condition is %q", got)
	}
}

func TestLines(t *testing.T) {
	c := condition(t, "all:\n  - {nature: mandated}\n  - any: [{scale: individual}, {not: {scale: structural}}]\n")
	want := "all of these:\n  - the nature is mandated\n  - one of these:\n      - the scale is individual\n      - the scale is not structural"
	if got := strings.Join(c.Lines(), "\n"); got != want {
		t.Errorf("it is\n%s\nwant\n%s", got, want)
	}
}
