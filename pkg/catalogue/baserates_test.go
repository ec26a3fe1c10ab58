package catalogue_test

import (
	"strings"
	"testing"

	"partner/pkg/catalogue"
)

func TestABrokenBaseRateCannotLoad(t *testing.T) {
	const file = "base-rates.yaml"
	for _, c := range []struct{ name, file, from, to, want string }{
		{"double id", file, "- id: developments-delayed", "- id: savings-of-mergers", "savings-of-mergers: the id stands twice"},
		{"nothing to fill in", file, "which here would be {least} to", "which here would be {leest} to", "nothing fills {leest} of the text"},
		{"unknown reckoning", file, "reckon: savings", "reckon: costs", `reckon: "costs" is not one of savings, delay`},
		{"no share", file, "  percent: {least: 1, most: 3}\n", "", "percent goes with a reckoning"},
		{"a share that falls", file, "percent: {least: 1, most: 3}", "percent: {least: 4, most: 3}", "percent goes with a reckoning"},
		{"no months", file, "  months: 18\n", "", "months go with a reckoning"},
		{"months for nothing", file, "  reckon: funding\n", "  reckon: funding\n  months: 3\n", "months go with a reckoning"},
		{"unknown source", file, "source: mergers-benefits", "source: mergers-benefit", `the source "mergers-benefit" is not in sources.yaml`},
		{"unknown path", file, "item.quality.special_measures, is: yes", "item.special_measures, is: yes", `"special_measures"`},
		{"no bad example", file, `  bad: "arrangement: {form: merger, benefits: [{what: shorter waits, kind: access}]}"`, `  bad: ""`, "savings-of-mergers: bad is missing"},
		{"likeness without words", "precedents/case-a.yaml", "like: initiated by clinicians, ", "", "each likeness needs like, unlike and here"},
	} {
		_, err := catalogue.Load(changed(t, c.file, c.from, c.to))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want %q", c.name, err, c.want)
		}
	}
}
