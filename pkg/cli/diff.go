package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/compare"
	"partner/pkg/load"
	"partner/pkg/report"
	"partner/pkg/report/outline"
	"partner/pkg/source"
)

type diffOptions struct {
	*printing
	old, new     string
	noWorse      bool
	full         bool
	oldCatalogue string // "" for the one that partner brings
}

func newDiff(p *program) *cobra.Command {
	var o diffOptions
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what moved between two states of a proposal, and why",
		Long: `Diff reads two states of a proposal and says what moved: the ratings, the verdict, the criteria, the
findings. It says why, question by question: a changed fact, a changed answer, other evidence for the same
statement, another day on which the document is true, or another catalogue. Changes that moved no criterion
are counted, and listed with --full. How a document is written, its comments and its order say nothing; two
documents that say the same give nothing.

Entries of a list are the same where they say the same, have one id or are alike enough; others went or
came. An organisation or a piece of evidence under another id is the same one, where what is said of it is
alike.

OLD and NEW are files; "-" is standard input. What is no file and has the form REV:PATH is read from the
git repository of the working folder, the organisations' files with it: PATH counts from the top of the
repository, or from this folder with ./ before it. :PATH is what is staged. A result as JSON cannot be
compared: name the proposal.

With --no-worse a difference becomes a gate: where the low end of the overall rating or of a question is
lower, where a criterion stands worse or is no longer met, or where there is a new contradiction, each is a
line on standard error and the exit code is 1.

Where the dates have the two at different stages, different things are due: their ratings are not compared,
and --no-worse fails, unless --stage names one stage for both.

With --old-catalogue OLD is judged by the catalogue in that folder (or REV:FOLDER), and NEW by the one
that partner brings, so that what moves for the catalogue alone can be seen.`,
		Example: `  partner diff HEAD~1:proposal.yaml proposal.yaml
  partner diff --no-worse origin/main:./proposal.yaml proposal.yaml
  partner diff --old-catalogue v1:assessments proposal.yaml proposal.yaml`,
		Args:              twoFiles,
		ValidArgsFunction: completeProposals,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		o.old, o.new = args[0], args[1]
		return o.run(c, args, o.differ)
	}
	o.printing = p.printing(c, report.PageNames())
	stageFlag(c)
	c.Flags().BoolVar(&o.full, "full", false, "list the changes that moved nothing, too")
	c.Flags().BoolVar(&o.noWorse, "no-worse", false, "exit with 1 where anything got worse")
	c.Flags().StringVar(&o.oldCatalogue, "old-catalogue", "", "the `FOLDER` of the catalogue by which OLD is judged")
	return c
}

func twoFiles(c *cobra.Command, args []string) error {
	if len(args) != 2 {
		return misused(c, "two proposals are needed, the old and the new; %d named", len(args))
	}
	return atLeastOneFile(c, args)
}

func (o *diffOptions) differ(ctx context.Context) error {
	oldCat := o.catalogue
	if o.oldCatalogue != "" {
		var err error
		if oldCat, err = load.Catalogue(ctx, o.oldCatalogue); ctx.Err() != nil {
			return ctx.Err()
		} else if err != nil {
			return amiss("%v", err)
		}
	}
	var both [2]compare.Judged
	bad := false
	for i, side := range []struct {
		arg string
		cat *catalogue.Catalogue
	}{{o.old, oldCat}, {o.new, o.catalogue}} {
		j, usable, err := o.judged(ctx, side.arg, side.cat, o.Stage)
		if err != nil {
			return err
		}
		both[i], bad = j, bad || !usable
	}
	if bad {
		return said(badInput)
	}
	d := compare.Diff(both[0], both[1])
	page := outline.Difference
	if o.full {
		page = outline.FullDifference
	}
	if err := o.page(report.PageOf(d, page)); err != nil {
		return err
	}
	if !o.noWorse || len(d.Worse) == 0 && d.Stages == nil {
		return nil
	}
	if d.Stages != nil {
		fmt.Fprintln(o.err, source.Printable(d.New.File+": cannot be told to be no worse: judged at different stages; --stage names one for both"))
	}
	for _, s := range d.Worse {
		moved := ": was " + s.From + ", is " + s.To
		if s.Of == compare.OfContradiction {
			moved = " (a new contradiction)"
		}
		fmt.Fprintln(o.err, source.Printable(d.New.File+": worse: "+oneLine(s.Title)+moved))
	}
	return said(gateFailed)
}

// oneLine joins a text's words by single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
