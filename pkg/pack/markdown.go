package pack

import (
	"fmt"
	"strings"

	"partner/pkg/wording"
)

// Markdown gives the pack as a page for a mail or a wiki, which is a form too: below each place there is a line for the
// answer, for the reason and for the evidence.
func (p *Pack) Markdown() string {
	f := p.Form()
	var b strings.Builder
	b.WriteString("# " + escaped(p.Heading()) + "\n\n" + p.Counted() + "\n\n")
	b.WriteString("Write what you know behind `answer:`, why behind `because:`, and the ids of evidence behind `evidence:`. What is left empty changes nothing. ")
	b.WriteString("There is room for " + wording.Number(Entries) + " entries of a list, and as many pieces of evidence. Where there are more, copy all lines of the last one to below it, as often as it takes, and fill the copies in.\n")
	b.WriteString("\n## Who answers\n")
	markdownFields(&b, f.Who)
	for i := range f.Questions {
		q := &f.Questions[i]
		if q.Role != "" {
			b.WriteString("\n## " + escaped(q.Role) + "\n")
		}
		fmt.Fprintf(&b, "\n**%d. %s**\n", q.Number, escaped(q.Asks))
		for _, said := range q.Told() {
			b.WriteString("\n" + escaped(said) + "\n")
		}
		markdownFields(&b, q.Fields)
		for _, said := range q.Else {
			b.WriteString("\n" + escaped(said) + "\n")
		}
	}
	b.WriteString("\n## Evidence that the proposal does not know yet\n")
	if len(p.Evidence) > 0 {
		b.WriteString("\nIt knows these already: ")
		for i, e := range p.Evidence {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(code(e.ID))
		}
		b.WriteString(".\n")
	}
	markdownFields(&b, f.Register)
	b.WriteString("\n## What this form belongs to\n\n```text\n")
	for _, x := range f.About() {
		b.WriteString(x[0] + ": " + x[1] + "\n")
	}
	b.WriteString("```\n")
	return b.String()
}

// markdownFields writes fields, each with room for what is known.
func markdownFields(b *strings.Builder, fields []Field) {
	if len(fields) > 0 {
		b.WriteByte('\n')
	}
	for _, x := range fields {
		asks := escaped(strings.TrimSuffix(x.Asks, "."))
		if asks != "" {
			asks += ": "
		}
		fmt.Fprintf(b, "- %s %s*%s* (%s)\n", x.Number, asks, escaped(x.Write), code(x.Spot.String()))
		if x.Stands != "" {
			fmt.Fprintf(b, "  - %s\n", escaped(x.Stands))
		}
		b.WriteString("  - answer:\n")
		if x.Reasoned {
			b.WriteString("  - because:\n  - evidence:\n")
		}
	}
}

// code gives text as code.
func code(s string) string {
	s = clean(s)
	if strings.Contains(s, "`") {
		return "``" + strings.ReplaceAll(s, "``", "''") + "``"
	}
	return "`" + s + "`"
}

// escaped gives text in which nothing is Markdown.
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
