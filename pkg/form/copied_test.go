package form_test

import (
	"slices"
	"strings"
	"testing"

	"partner/assessments"
	"partner/pkg/form"
	"partner/pkg/pack"
	"partner/testdata/fill"
)

// TestRowsThatAreCopied: a form has room for a few entries of a list and says how to go on; the rows that somebody has copied
// are further entries, in every shape, also where some of their fields stay empty, and a copy that says the same as what it
// was copied from is none.
func TestRowsThatAreCopied(t *testing.T) {
	doc, p := asked(t, "../../examples/early-idea.yaml")
	var rows []string // of the last entry of benefits
	answers := fill.Answers{}
	what, measure := "", ""
	for _, x := range p.Form().Fields() {
		if x.Place != "arrangement.benefits" || x.Entry == 0 {
			continue
		}
		if x.Entry == pack.Entries {
			rows = append(rows, x.Number)
		}
		switch {
		case x.Key == "what":
			answers[x.Number] = []string{"Waits", "Falls", "Trust"}[x.Entry-1]
			what = x.Number
		case x.Key == "measure" && x.Entry < pack.Entries:
			answers[x.Number] = "days"
		case x.Key == "measure":
			measure = x.Number
		}
	}
	if what == "" || measure == "" {
		t.Fatalf("no benefits are asked for: %v", rows)
	}
	for _, shape := range shapes {
		data, err := fill.Copied(printed(t, p, shape), rows, fill.Answers{what: "Stays", measure: "nights"})
		if err != nil {
			t.Fatal(shape, err)
		}
		if data, err = fill.Copied(data, rows, fill.Answers{what: "Trust"}); err != nil { // above that, and says what the third says
			t.Fatal(shape, err)
		}
		if data, err = fill.Form(data, answers); err != nil {
			t.Fatal(shape, err)
		}
		r, wrong := form.Read("form", data)
		if len(wrong) > 0 {
			t.Fatal(shape, wrong)
		}
		filled, wrong := pack.ReadReturned(r, doc, assessments.Catalogue())
		if len(wrong) > 0 {
			t.Fatal(shape, wrong)
		}
		var got []string
		for _, s := range filled.Said {
			if s.Path == "arrangement.benefits" {
				for _, b := range s.Value.Items {
					got = append(got, b.At("what").String()+" "+b.At("measure").String())
				}
			}
		}
		if want := []string{"Waits days", "Falls days", "Trust ", "Stays nights"}; !slices.Equal(got, want) {
			t.Errorf("%s: the benefits are %q, not %q", shape, got, want)
		}
	}
	if guide := strings.Join(p.Form().Guide(), " ") + p.Markdown(); strings.Count(guide, "of the last one to below it") != 2 {
		t.Errorf("a form does not say how to go on after three: %s", guide)
	}
}
