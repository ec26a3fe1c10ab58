package cli

import (
	"bytes"
	"context"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/form"
	"partner/pkg/judge"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/report"
	"partner/pkg/source"
	"partner/pkg/wording"
)

type questionsOptions struct {
	*printing
	command      *cobra.Command
	file         string
	organisation string // "" for both
	role         string // "" for all
}

func newQuestions(p *program) *cobra.Command {
	var o questionsOptions
	c := &cobra.Command{
		Use:   "questions FILE",
		Short: "List what is not known as questions to send out",
		Long: `Questions makes a pack of questions from what a proposal leaves open: each in plain words, under the
person to ask, the most decisive first, with what its answer moves and where in the document it goes.

As text it is for the terminal, as json for programs. As xlsx, docx, markdown and yaml it is a form to fill in
and send back: a workbook and a Word paper offer the words to choose from. "partner answer" puts what a form
says into the proposal, whatever program has saved it again.

Only what is due at the stage of the proposal is asked: that of its dates, or the one of --stage.

With --role only the questions to one person are listed, with --for those that concern one of the two
organisations: all but what is about the other alone.`,
		Example: `  partner questions proposal.yaml
  partner questions --role finance --for northfield --format yaml proposal.yaml > pack.yaml
  partner questions --role finance --output xlsx=finance.xlsx proposal.yaml
  partner answer proposal.yaml finance.xlsx`,
		ValidArgsFunction: completeProposals,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) != 1 {
			return misused(c, "one proposal is needed, and %s named", are(len(args)))
		}
		o.command, o.file = c, args[0]
		return o.run(c, args, o.ask)
	}
	o.printing = p.printing(c, report.PackNames())
	c.Flags().StringVar(&o.organisation, "for", "", "only what concerns this `ORGANISATION`, by its id")
	c.Flags().StringVar(&o.role, "role", "", "only questions to this `ROLE`")
	complete(c, "role", roleWords(p.catalogue))
	stageFlag(c)
	return c
}

// are says how many there are where there should be one.
func are(n int) string {
	if n == 0 {
		return "none is"
	}
	return wording.CountOrNo(n, "is", "are")
}

func roleWords(cat *catalogue.Catalogue) []string {
	var ids []string
	for _, w := range cat.Words.Roles {
		ids = append(ids, w.ID)
	}
	return ids
}

func (o *questionsOptions) ask(ctx context.Context) error {
	if err := o.sparesTerminal(); err != nil {
		return err
	}
	cat := o.catalogue
	role, err := o.findRole(cat)
	if err != nil {
		return err
	}
	loaded, err := o.proposal(ctx, o.file)
	if err != nil {
		return err
	}
	if !o.usable(loaded) {
		return said(badInput)
	}
	doc := loaded.Proposal
	organisation, err := o.findOrganisation(doc)
	if err != nil {
		return err
	}
	if err := o.sparesAnswers(doc); err != nil {
		return err
	}
	return o.pack(pack.Make(assess.Result(judge.At(doc, cat, o.Stage)), doc, cat, pack.Options{For: organisation, Role: role}))
}

// sparesAnswers refuses to write over a pack that somebody has filled in, in whichever shape.
func (o *questionsOptions) sparesAnswers(doc *proposal.Proposal) error {
	for _, x := range o.printouts {
		if x.stage == nil || !o.filledIn(x.stage.path, x.stage.before, doc) {
			continue
		}
		at := source.Printable(x.stage.path)
		return amiss("%s would be overwritten, and has been filled in; put its answers in with `partner answer %s %s`, or name another file to print to", source.Quoted(x.stage.path), source.Printable(o.file), at)
	}
	return nil
}

// filledIn reports whether a file is a pack in which something has been filled in.
func (o *questionsOptions) filledIn(name string, text []byte, doc *proposal.Proposal) bool {
	if form.Is(text) {
		returned, _ := form.Read(name, text)
		return len(returned.Answers) > 0
	}
	if !bytes.Contains(text, []byte(pack.Format)) {
		return false
	}
	filled, _ := pack.Read(name, text, doc, o.catalogue)
	return len(filled.Said)+len(filled.Evidence) > 0
}

// findRole gives the id of the role that was asked for, by its id or as it is said.
func (o *questionsOptions) findRole(cat *catalogue.Catalogue) (string, error) {
	if !o.command.Flags().Changed("role") {
		return "", nil
	}
	var words []string
	for _, w := range cat.Words.Roles {
		if strings.EqualFold(o.role, w.ID) || strings.EqualFold(o.role, w.Title) {
			return w.ID, nil
		}
		words = append(words, w.ID)
	}
	for _, w := range cat.Words.Roles {
		words = append(words, w.Title)
	}
	return "", unknown(o.command, "unknown role", o.role, words, "expected "+source.Listed(roleWords(cat)))
}

// findOrganisation gives the id of the organisation that was asked for, by its id or its name.
func (o *questionsOptions) findOrganisation(doc *proposal.Proposal) (string, error) {
	if !o.command.Flags().Changed("for") {
		return "", nil
	}
	var ids []string
	for _, x := range doc.Organisations {
		if o.organisation == x.Key || strings.EqualFold(o.organisation, proposal.NameOf(x)) {
			return x.Key, nil
		}
		ids = append(ids, x.Key)
	}
	return "", unknown(o.command, "unknown organisation", o.organisation, ids, "expected "+source.Listed(ids))
}
