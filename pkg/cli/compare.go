package cli

import (
	"context"

	"github.com/spf13/cobra"

	"partner/pkg/compare"
	"partner/pkg/report"
	"partner/pkg/report/outline"
)

type compareOptions struct {
	*printing
	files []string
}

func newCompare(p *program) *cobra.Command {
	var o compareOptions
	c := &cobra.Command{
		Use:   "compare FILE FILE…",
		Short: "Set proposals side by side, question by question",
		Long: `Compare sets two or more proposals side by side: which kind each is, the ratings and the verdict, each of
the six questions with its answer, and the criteria on which they differ. "-" is standard input, and
REV:PATH a file in a git revision, as for diff.

One proposal is called better than another only where their ranges do not overlap: the low end of the one
lies above the high end of the other. Otherwise compare says that they cannot be told
apart yet, and what it would take to know. There is no ranking. Proposals at different stages are asked
different things: their ratings are not compared, unless --stage names one stage for all.

A file with errors never costs the others: its errors go to standard error and the exit code is 2. With
fewer than two good ones nothing is compared.`,
		Example: `  partner compare northfield-merger.yaml northfield-buddying.yaml
  partner compare --format json proposals/*.yaml | jq .whole.sentence`,
		Args:              atLeastTwoFiles,
		ValidArgsFunction: completeProposals,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		o.files = args
		return o.run(c, args, o.compare)
	}
	o.printing = p.printing(c, report.PageNames())
	stageFlag(c)
	return c
}

// atLeastTwoFiles refuses a command line that names fewer, or standard input twice.
func atLeastTwoFiles(c *cobra.Command, args []string) error {
	if len(args) == 1 {
		return misused(c, "one proposal is named, and it takes two to compare")
	}
	return atLeastOneFile(c, args)
}

func (o *compareOptions) compare(ctx context.Context) error {
	var all []compare.Judged
	bad := false
	for _, arg := range o.files {
		j, usable, err := o.judged(ctx, arg, o.catalogue, o.Stage)
		if err != nil {
			return err
		}
		if !usable {
			bad = true
			continue
		}
		all = append(all, j)
	}
	if len(all) < 2 {
		return amiss("nothing is compared: of the %d proposals named, %s", len(o.files), fewGood[len(all)])
	}
	if err := o.page(report.PageOf(compare.Compare(all), outline.Comparison)); err != nil {
		return err
	}
	if bad {
		return said(badInput)
	}
	return nil
}

// fewGood says how many proposals could be used where that is not enough.
var fewGood = [2]string{"none can be used", "only one can be used"}
