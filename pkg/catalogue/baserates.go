package catalogue

import (
	"regexp"
	"slices"
	"strings"

	"partner/pkg/logic"
)

// BaseRate is what became elsewhere of promises like one that a proposal may make. It is remarked and
// enters no rating.
type BaseRate struct {
	ID      string           `yaml:"id"`
	When    *logic.Condition `yaml:"when"`    // it is remarked where this is true
	Reckon  string           `yaml:"reckon"`  // what has to be worked out for the text, one of Reckonings; or empty
	Percent Percent          `yaml:"percent"` // for reckonings that take a share
	Months  int              `yaml:"months"`  // for reckonings that take a time
	Text    string           `yaml:"text"`    // what is promised and what became of others, with {placeholders}
	Limits  string           `yaml:"limits"`  // what it cannot carry
	Cites   []Cite           `yaml:"cites"`
	Good    string           `yaml:"good"` // a fragment of a proposal for which it is remarked
	Bad     string           `yaml:"bad"`  // one for which it is not
}

// Percent is a share from a least to a most, in whole hundredths.
type Percent struct {
	Least int `yaml:"least"`
	Most  int `yaml:"most"`
}

// Reckoning is something that a base rate can have worked out from the facts of a proposal.
type Reckoning struct {
	ID           string
	Gives        []string // the placeholders that it fills
	TakesPercent bool
	TakesMonths  bool
}

// The ids of the reckonings, each of which is a function of the program.
const (
	ReckonSavings  = "savings"
	ReckonDelay    = "delay"
	ReckonRecovery = "recovery"
	ReckonFunding  = "funding"
	ReckonRatings  = "ratings"
)

// Reckonings are all that can be worked out for a base rate.
var Reckonings = []Reckoning{
	{ID: ReckonSavings, Gives: []string{"promised", "against", "percent", "least", "most"}, TakesPercent: true},
	{ID: ReckonDelay, Gives: []string{"promised", "months", "delayed"}, TakesMonths: true},
	{ID: ReckonRecovery, Gives: []string{"organisation", "months", "promised"}, TakesMonths: true},
	{ID: ReckonFunding, Gives: []string{"purposes"}},
	{ID: ReckonRatings, Gives: []string{"acquired", "acquired-rating", "acquirer", "acquirer-rating"}},
}

var placeholder = regexp.MustCompile(`\{([^}]*)\}`)

func (v *validator) baseRates() {
	seen := map[string]bool{}
	for i := range v.c.BaseRates {
		b := &v.c.BaseRates[i]
		what := "base-rates.yaml: " + b.ID
		v.id(what, b.ID)
		if seen[b.ID] {
			v.wrong(what, "the id stands twice")
		}
		seen[b.ID] = true
		if b.When == nil || b.Text == "" || b.Limits == "" {
			v.wrong(what, "when, text and limits are needed")
			continue
		}
		v.reckoning(what, b)
		v.cites(what, b.Cites)
		for _, f := range []struct{ name, text string }{{"good", b.Good}, {"bad", b.Bad}} {
			if f.text == "" {
				v.wrong(what, "%s is missing", f.name)
			}
		}
	}
}

// reckoning checks that what is to be worked out can be, and that the text asks for nothing else.
func (v *validator) reckoning(what string, b *BaseRate) {
	var r Reckoning
	if b.Reckon != "" {
		at := slices.IndexFunc(Reckonings, func(r Reckoning) bool { return r.ID == b.Reckon })
		if at < 0 {
			var ids []string
			for _, r := range Reckonings {
				ids = append(ids, r.ID)
			}
			v.wrong(what, "reckon: %q is not one of %s", b.Reckon, strings.Join(ids, ", "))
			return
		}
		r = Reckonings[at]
	}
	for _, m := range placeholder.FindAllStringSubmatch(b.Text, -1) {
		if !slices.Contains(r.Gives, m[1]) {
			v.wrong(what, "nothing fills {%s} of the text", m[1])
		}
	}
	if r.TakesPercent != (b.Percent != Percent{}) || b.Percent.Least < 0 || b.Percent.Most < b.Percent.Least {
		v.wrong(what, "percent goes with a reckoning that takes it, from the least to the most")
	}
	if r.TakesMonths != (b.Months > 0) || b.Months < 0 {
		v.wrong(what, "months go with a reckoning that takes them, and are one or more")
	}
}
