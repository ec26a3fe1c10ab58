package catalogue

import "strings"

// Limit is something that no report can tell, whatever the document says.
type Limit struct {
	ID      string `yaml:"id"`
	Title   string `yaml:"title"`   // what it cannot tell, a phrase that can open a sentence
	Because string `yaml:"because"` // why not, a clause that follows a colon, no full stop
}

// String gives the limit as a sentence.
func (l Limit) String() string { return l.Title + ": " + l.Because + "." }

// LimitTexts gives the limits as sentences, in order.
func (c *Catalogue) LimitTexts() []string {
	texts := make([]string, len(c.Limits))
	for i, l := range c.Limits {
		texts[i] = l.String()
	}
	return texts
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
	}
}
