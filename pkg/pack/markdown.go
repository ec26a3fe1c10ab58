package pack

import (
	"fmt"
	"strings"

	"partner/pkg/wording"
)

// Markdown gives the pack as Markdown, to mail or to print.
func (p *Pack) Markdown() string {
	var b strings.Builder
	b.WriteString("# " + escaped(p.Heading()) + "\n\n" + p.Counted() + "\n")
	for _, g := range p.Roles {
		title := wording.Sentence(g.Title)
		b.WriteString("\n## " + escaped(strings.TrimSuffix(title, ".")) + "\n")
		for _, q := range g.Questions {
			fmt.Fprintf(&b, "\n**%d. %s**\n", q.Number, escaped(q.Asks))
			for _, said := range q.Told() {
				b.WriteString("\n" + escaped(said) + "\n")
			}
			b.WriteByte('\n')
			for _, x := range q.Places {
				if x.Asked > 0 {
					fmt.Fprintf(&b, "- see question %d (%s)\n", x.Asked, code(x.Called()))
					continue
				}
				means := escaped(strings.TrimSuffix(x.told(), "."))
				if means != "" {
					means += ": "
				}
				fmt.Fprintf(&b, "- %s*%s* (%s)\n", means, escaped(x.Write+x.whose()), code(x.Called()))
				if said := x.Stands(); said != "" {
					fmt.Fprintf(&b, "  - %s\n", escaped(said))
				}
				for _, k := range x.Keys {
					fmt.Fprintf(&b, "  - `%s`: %s\n", k.Key, escaped(k.Means))
				}
			}
		}
	}
	fmt.Fprintf(&b, "\n---\n\nFrom %s, by catalogue %s (%s).\n", escaped(p.Proposal.File), escaped(p.Catalogue.Version), escaped(p.Catalogue.Hash))
	return b.String()
}

// code gives text as it is to be written.
func code(s string) string { return "`" + strings.ReplaceAll(clean(s), "`", "'") + "`" }

// escaped gives text on one line in which nothing is taken for Markdown or HTML.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range clean(s) {
		if strings.ContainsRune("\\`*_[]<>#|&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
