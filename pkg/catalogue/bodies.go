package catalogue

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Body is a body that documents name, with the days between which there is one.
type Body struct {
	ID          string   `yaml:"id"`
	Title       string   `yaml:"title"`
	Names       []string `yaml:"names"` // how texts call it, the capitals as they are written
	Term        `yaml:",inline"`
	Predecessor string `yaml:"predecessor"`
	Successor   string `yaml:"successor"`
}

// Named gives the bodies that a text names, in the catalogue's order.
func (c *Catalogue) Named(text string) []*Body {
	var named []*Body
	for i := range c.Bodies {
		b := &c.Bodies[i]
		if slices.ContainsFunc(b.Names, func(name string) bool { return stands(name, text) }) {
			named = append(named, b)
		}
	}
	return named
}

// stands reports whether a name stands in a text by itself, not within a longer word or name.
func stands(name, text string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return false
		}
		begin, end := from+at, from+at+len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:begin])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !letter(before) && !letter(after) {
			return true
		}
		from = end
	}
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// bodies checks that each body can be told by a name and a day, and who comes before or after it.
func (v *validator) bodies() {
	once(v, "bodies.yaml", v.c.Bodies, func(b Body) string { return b.ID })
	for _, b := range v.c.Bodies {
		what := "bodies.yaml: " + b.ID
		v.id(what, b.ID)
		if b.Title == "" || len(b.Names) == 0 || b.Term == (Term{}) {
			v.wrong(what, "title, names and from or until are needed")
		}
		if (b.Until != "") != (b.Successor != "") || b.Predecessor != "" && b.From == "" {
			v.wrong(what, "what went has a successor, and what was set up may have a predecessor")
		}
		v.term(what, b.Term)
	}
}
