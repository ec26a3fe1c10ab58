package interview

import (
	"strings"

	"partner/pkg/internal/textwrap"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// commentWidth is how wide the comments of a new document get.
const commentWidth = 100

// schemaLine tells editors where the schema lies: beside the document.
const schemaLine = "# yaml-language-server: $schema=proposal.schema.json\n"

// blank gives a document in which nothing is said: its sections, each with what it is for.
func blank(name string, minimal bool) []byte {
	var b strings.Builder
	b.WriteString(schemaLine)
	if minimal {
		b.WriteString("partner: 1\n")
		return []byte(b.String())
	}
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	comment(&b, "A proposal for `partner`. Whatever is left out, or says `unknown`, is not known, which is never the same as no.")
	comment(&b, "Go on here in any editor, or with `partner new --from "+name+"`, which asks for what matters most. `partner check "+name+
		"` says what does not fit, `partner assess "+name+"` how it stands. `partner schema proposal > proposal.schema.json` lets editors complete and explain.")
	comment(&b, "A fact may be written bare, or with its reason and evidence: {is: partly, because: two of three sites, evidence: [minutes-may]}")
	b.WriteString("\npartner: 1\n")
	for _, at := range []paths.Path{paths.Title, paths.AsOf, paths.Organisations, paths.Arrangement, paths.Answers, paths.Evidence} {
		b.WriteString("\n")
		comment(&b, proposal.Model.Find(at).Doc)
		b.WriteString(string(at) + ":\n")
	}
	return []byte(b.String())
}

// comment writes a comment over as many lines as it takes.
func comment(b *strings.Builder, text string) {
	for _, l := range textwrap.Wrap(commentWidth-2, source.Printable(text)) {
		b.WriteString("# " + l + "\n")
	}
}
