package cli

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/portfolio"
	"partner/pkg/report"
	"partner/pkg/source"
	"partner/pkg/wording"
)

type portfolioOptions struct {
	*printing
	files     []string
	reduction portfolio.Reduction
}

func newPortfolio(p *program) *cobra.Command {
	var o portfolioOptions
	c := &cobra.Command{
		Use:   "portfolio FILE…",
		Short: "Tell what many proposals come to together",
		Long: `Portfolio reads the lines that "partner batch" prints, "-" being standard input, and tells what they
come to: how many are rated how on each of the six questions, what is most often missing, not known,
open and to be done, which organisations are in several partnerships at once, against what they say
of their capacity, which supporter or lead is lent several times, and which evidence several rest
on. Proposals that need attention come first. "partner schema portfolio" describes the JSON; CSV has
a row for each document, in the order of the lines, and a workbook (xlsx) sheets to filter and print.

There are no ranks. Proposals of one stage stand in layers: one is above another only where each of
its six ratings, at the low end, so far and at the high end, is at least as good. Ratings of
different stages stand apart and are not added up.

Whether an organisation, a post or a piece of evidence is the same in two documents is taken from
what they write: the same shared file or link, or else, perhaps, the same name and kind, or title
and date. Each line says which.

With --by the ratings are grouped by type, organisation or rating, within each stage. With --where
only those proposals are told that fulfil a condition, KEY=VALUE, and with several values one of
them: --where rating=red,amber-red. Several conditions are all fulfilled. What may be of several
types fulfils each.
Keys: ` + wording.And(portfolio.WhereKeys) + `.

Documents with errors are told and counted, and fail nothing: batch has done so. All lines must have
been made with the catalogue of this program. A line that stands in several files counts once; two
different lines for one document are an error.`,
		Example: `  partner portfolio results.ndjson
  partner batch proposals/ | partner portfolio -
  partner portfolio results.ndjson -o portfolio.txt --output xlsx=portfolio.xlsx
  partner portfolio results.ndjson --by type --where stage=decide --where rating=red,amber-red
  partner portfolio part-*.ndjson --format csv > table.csv`,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{"ndjson"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	var where []string
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return misused(c, "no file with lines of batch is named")
		}
		if err := atLeastOneFile(c, args); err != nil {
			return err
		}
		return o.run(c, args, func(ctx context.Context) error {
			o.files, o.reduction = args, portfolio.Reduction{Cat: p.catalogue, By: portfolio.By(flag(c, "by"))}
			for _, text := range where {
				conditions, err := portfolio.ParseWhere(p.catalogue, text)
				if err != nil {
					return wrongCondition(c, text, err)
				}
				o.reduction.Where = append(o.reduction.Where, conditions...)
			}
			return o.addUp(ctx)
		})
	}
	o.printing = p.printing(c, report.PortfolioNames())
	oneOf(c, "by", "WHAT", "group the ratings, within each stage, by "+wording.Or(portfolio.By("").Words()), portfolio.By("").Words())
	c.Flags().StringArrayVar(&where, "where", nil, "tell only proposals that fulfil `KEY=VALUE[,…]`; may be given several times")
	_ = c.RegisterFlagCompletionFunc("where", func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return portfolio.CompleteWhere(p.catalogue, typed), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
	return c
}

// wrongCondition says what is wrong with a condition, with the nearest word that it may have.
func wrongCondition(c *cobra.Command, text string, err error) error {
	var wrong *portfolio.WrongCondition
	if !errors.As(err, &wrong) {
		return misused(c, "--where %s: %v", source.Quoted(text), err)
	}
	return unknown(c, "--where: unknown "+wrong.What, wrong.Word, wrong.Valid, "expected "+wording.Or(wrong.Valid))
}

// mostMemory is what is to do for very many lines; what has to be kept of them may take more.
const mostMemory = 200 << 20

// addUp adds the lines of all files up, and prints what they come to.
func (o *portfolioOptions) addUp(ctx context.Context) error {
	if err := o.sparesTerminal(); err != nil {
		return err
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(mostMemory))
	t := o.reduction.New()
	var documents portfolio.Documents
	var broken error
	err := o.added(func(yield func(report.Added) bool) {
		for l, err := range o.linesOf(ctx) {
			if err == nil {
				if err = o.reduction.Add(t, &l.line); err != nil {
					err = amiss("%s: %v", l.at(), err)
				}
			}
			if err != nil {
				broken = err
				return
			}
			if l.line.Standing == nil || o.reduction.Where.Keeps(o.catalogue, &l.line) {
				if !yield(report.Added{Line: &l.line}) {
					return
				}
			}
		}
		if t.Lines > 0 {
			whole := o.reduction.Portfolio(t)
			documents, t = whole.Documents, nil // printing takes memory, too
			yield(report.Added{Whole: whole})
		}
	})
	switch {
	case broken != nil:
		return broken
	case err != nil:
		return err
	case t != nil && t.Lines == 0:
		return amiss("no line of batch stands in %s", wording.And(o.names()))
	}
	if err := o.close(true); err != nil {
		return err
	}
	said := []string{wording.Count(documents.All, "document", "documents")}
	if documents.Passed > 0 {
		said = append(said, fmt.Sprintf("%d told", documents.Told))
	}
	if documents.Errors > 0 {
		said = append(said, fmt.Sprintf("%d with errors", documents.Errors))
	}
	o.remark("%s", strings.Join(said, ", "))
	return nil
}

// names are the files as messages name them.
func (o *portfolioOptions) names() []string {
	all := make([]string, len(o.files))
	for i, f := range o.files {
		if all[i] = source.Printable(f); f == "-" {
			all[i] = "standard input"
		}
	}
	return all
}
