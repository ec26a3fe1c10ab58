package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"partner/pkg/assess"
	"partner/pkg/judge"
	"partner/pkg/report"
	"partner/pkg/report/outline"
)

type optionsOptions struct {
	*printing
	files []string
	full  bool
}

func newOptions(p *program) *cobra.Command {
	var o optionsOptions
	c := &cobra.Command{
		Use:   "options FILE…",
		Short: "Read the same facts under other types and forms, and under doing nothing",
		Long: `Options reads each proposal's facts under every type and form of partnership that makes sense, and under
doing nothing: how far the situation suits each, what would be given up and gained against the one that is
declared, what is essential and open, what would have to be found out first, and which smaller step the
sources advise first.

It recommends none. The declared option comes first; the others follow in groups, a line each: what the
situation suits better and what is nearer, what is as good, what is worse. With --full there is a table of
all, and each is told with everything that hangs on it. Where the form is another one, the organisation that
helps is read in its helping role, as far as the document says which that is.

A file with errors never costs the others, as with assess. With --format json each file gives one JSON
document.`,
		Example: `  partner options proposal.yaml
  partner options --format json proposal.yaml | jq '.options[].title'`,
		Args:              atLeastOneFile,
		ValidArgsFunction: completeProposals,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		o.files = args
		return o.run(c, args, o.tell)
	}
	o.printing = p.printing(c, report.PageNames())
	c.Flags().BoolVar(&o.full, "full", false, "a table of all, and everything on each")
	stageFlag(c)
	return c
}

func (o *optionsOptions) tell(ctx context.Context) error {
	var broken error // what keeps the rest from being read
	printed, bad := 0, false
	page := outline.Options
	if o.full {
		page = outline.FullOptions
	}
	pages := func(yield func(report.Page) bool) {
		for _, path := range o.files {
			doc, err := o.proposal(ctx, path)
			switch {
			case err != nil:
				broken = err
				return
			case !o.usable(doc):
				bad = true
			case !yield(report.PageOf(assess.OptionsOf(judge.At(doc.Proposal, o.catalogue, o.Stage)), page)):
				return
			default:
				printed++
			}
		}
	}
	if err := cmp.Or(o.pages(pages), broken); err != nil {
		return err
	}
	if err := o.close(printed > 0); err != nil {
		return err
	}
	if bad {
		return said(badInput)
	}
	return nil
}
