package catalogue

import (
	"slices"
	"strings"

	"partner/pkg/proposal"
)

// Limit is something that no report can tell, whatever the document says.
type Limit struct {
	ID      string   `yaml:"id"`
	Title   string   `yaml:"title"`   // what it cannot tell, a phrase that can open a sentence
	Because string   `yaml:"because"` // why not, a clause that follows a colon, no full stop
	Sectors []string `yaml:"sectors"` // where one of the two is of these; empty for all
	Only    bool     `yaml:"only"`    // where neither of the two is of another sector than these
	Forms   []string `yaml:"forms"`   // the forms of which it holds; empty for all
	Term    `yaml:",inline"`
}

// Term is the days between which something is in force; either may be left open.
type Term struct {
	From  string `yaml:"from"`
	Until string `yaml:"until"`
}

// Holds reports whether something is in force on a day, written as 2026-10-01. Without a day what is in force now is.
func (t Term) Holds(day string) bool {
	if day == "" {
		return t.Until == ""
	}
	return t.From <= day && (t.Until == "" || day < t.Until)
}

// String gives the limit as a sentence.
func (l Limit) String() string { return l.Title + ": " + l.Because + "." }

// LimitsOf gives the limits for organisations of two sectors, of which either may be "" and is then that of the
// research, for the forms that it may be, and on a day, in order.
func (c *Catalogue) LimitsOf(sectors [2]string, forms []string, day string) []Limit {
	var all []Limit
	for i := range sectors {
		if sectors[i] == "" {
			sectors[i] = c.Sectors.Research
		}
	}
	for _, l := range c.Limits {
		of := AskedIn(l.Sectors, sectors[0], sectors[1])
		if l.Only {
			of = slices.Contains(l.Sectors, sectors[0]) && slices.Contains(l.Sectors, sectors[1])
		}
		hasForm := len(l.Forms) == 0 || slices.ContainsFunc(forms, func(f string) bool { return slices.Contains(l.Forms, f) })
		if of && hasForm && l.Holds(day) {
			all = append(all, l)
		}
	}
	return all
}

func (v *validator) limits() {
	if len(v.c.Limits) == 0 {
		v.wrong("limits.yaml", "the limits are missing")
	}
	seen := map[string]bool{}
	for _, l := range v.c.Limits {
		what := "limits.yaml: " + l.ID
		v.id(what, l.ID)
		if seen[l.ID] {
			v.wrong(what, "the id stands twice")
		}
		seen[l.ID] = true
		if l.Title == "" || l.Because == "" {
			v.wrong(what, "title and because are needed")
		}
		if strings.HasSuffix(l.Title, ".") || strings.HasSuffix(l.Because, ".") {
			v.wrong(what, "title and because end without a full stop")
		}
		for _, s := range l.Sectors {
			if v.c.Sectors.Sector(s) == nil {
				v.wrong(what, "sectors: %q is not one of sectors.yaml", s)
			}
		}
		for _, f := range l.Forms {
			if !slices.Contains(proposal.Forms, f) {
				v.wrong(what, "forms: %q is not a form", f)
			}
		}
		if l.Only && len(l.Sectors) == 0 {
			v.wrong(what, "only goes with sectors")
		}
		v.term(what, l.Term)
	}
}

// term checks that days are written as a calendar has them, the earlier first.
func (v *validator) term(what string, t Term) {
	for _, day := range []string{t.From, t.Until} {
		if _, is := proposal.DayWritten(day); day != "" && !is {
			v.wrong(what, "%q is no day, such as 2022-07-01", day)
		}
	}
	if t.Until != "" && t.Until <= t.From {
		v.wrong(what, "until comes after from")
	}
}
