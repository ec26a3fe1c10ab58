package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"partner/pkg/assess"
	"partner/pkg/cli/settings"
	"partner/pkg/judge"
	"partner/pkg/report"
	"partner/pkg/report/outline"
	"partner/pkg/result"
)

type optionsOptions struct {
	*program
	*settings.Settings
	files  []string
	stage  result.Stage // that was asked for
	format string
	full   bool
}

func newOptions(p *program) *cobra.Command {
	o := optionsOptions{program: p}
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
	c.RunE = func(c *cobra.Command, args []string) (err error) {
		o.files = args
		if o.Settings, err = p.readSettings(c); err != nil {
			return err
		}
		o.format, o.stage = flag(c, "format"), stageAsked(c)
		return o.run(c.Context())
	}
	textOrJSON(c)
	c.Flags().BoolVar(&o.full, "full", false, "a table of all, and everything on each")
	stageFlag(c)
	lookFlags(c)
	return c
}

// lookFlags adds the flags of the settings that say how text looks.
func lookFlags(c *cobra.Command) {
	for _, k := range settings.Keys() {
		switch k.Name {
		case "width", "color":
			k.Flag(c.Flags(), "")
		case "ascii":
			k.Flag(c.Flags(), "").NoOptDefVal = "true"
		default:
			continue
		}
		complete(c, k.Name, k.Words)
	}
}

func (o *optionsOptions) run(ctx context.Context) error {
	var broken error // what keeps the rest from being read
	bad := false
	page := outline.Options
	if o.full {
		page = outline.FullOptions
	}
	pages := func(yield func(report.Page) bool) {
		for _, path := range o.files {
			doc, err := o.documents.Proposal(ctx, path, o.catalogue)
			switch {
			case err != nil:
				broken = err
				return
			case !o.usable(doc):
				bad = true
			case !yield(report.PageOf(assess.OptionsOf(judge.At(doc.Proposal, o.catalogue, o.stage)), page)):
				return
			}
		}
	}
	format, _ := report.Find(o.format) // the flag allows no other
	if err := cmp.Or(format.Pages(o.out, pages, o.look(o.Settings)), broken); err != nil {
		return err
	}
	if bad {
		return said(badInput)
	}
	return nil
}
