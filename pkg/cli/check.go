package cli

import (
	"cmp"
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"partner/pkg/judge"
	"partner/pkg/report"
	"partner/pkg/wording"
)

type checkOptions struct {
	*printing
	files  []string
	strict bool
	watch  bool
}

func newCheck(p *program) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check FILE…",
		Short: "Read proposals and print what is wrong or does not fit together",
		Long: `Check reads and cross-checks proposals, and rates nothing. It prints the errors of each document, or
else its findings: what is declared against what the facts say, contradictions between facts and
answers, facts that do not go together, disagreements between the two organisations, evidence that is
out of date, departures that have expired, lack something or depart from nothing, keys and words that
have a new name, and what is stated and nothing asks for of this type, form and stage. Each is a line that
begins with file:line:col, and is broken only on a terminal or where --width says a number. "-" is
standard input, REV:FILE a file in a git revision, and :FILE one as it is staged.

A document with errors gives exit code 2. Findings alone give 0, or 1 with --strict. What nothing asks for
here is a note, and gives 0 in any case, unless it is stated not to be so and would be rated of another
type, form or stage. With --fail-on, --at-least or --base other things fail, or only what is new against
what the documents were: "partner help gates" tells what can be asked for. No gate passes at an earlier
stage than that of the dates, or where they do not tell it.

With --as-of documents are read as at a day that you name, so that what is out of date or overdue by then
shows though no file has changed. No clock is asked.

With --watch it goes on while you write: whenever a document, or a file that it comes from, is saved, all
are checked again, and what is wrong is printed below what was, with the time before it.`,
		Example: `  partner check proposal.yaml
  partner check --strict proposals/*.yaml
  partner check --base origin/main --fail-on contradictions,regressions proposals/*.yaml
  partner check --as-of 2026-11-30 proposals/*.yaml
  partner check --watch proposal.yaml
  partner check --format json proposal.yaml`,
		Args:              atLeastOneFile,
		ValidArgsFunction: completeProposals,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		o.files = args
		run := func() error {
			return o.run(c, args, func(ctx context.Context) error { return o.read(ctx, c) })
		}
		if o.watch {
			return o.watching(c, args, run)
		}
		return run()
	}
	o.printing = p.printing(c, report.CheckNames())
	gateFlags(c)
	c.Flags().BoolVar(&o.strict, "strict", false, "exit with 1 where there is any finding")
	watchFlag(c, &o.watch)
	return c
}

func (o *checkOptions) read(ctx context.Context, c *cobra.Command) error {
	held, err := o.gating(ctx, c, o.files, o.strict)
	if err != nil {
		return err
	}
	var stopped error // what keeps the rest from being read
	broken, errors, findings, notes := 0, 0, 0, 0
	checks := func(yield func(report.Check) bool) {
		for _, path := range o.files {
			doc, err := o.state(ctx, path, o.catalogue)
			if err != nil {
				stopped = err
				return
			}
			x := report.Check{Name: doc.From.Label, Wrong: doc.Wrong}
			if len(x.Wrong) > 0 {
				broken, errors = broken+1, errors+len(x.Wrong)
				held.broke(x.Wrong)
			} else {
				j := judge.At(o.asAsked(doc.Proposal), o.catalogue, o.Stage)
				x.Findings = judge.Findings(j)
				for i := range x.Findings {
					if x.Findings[i].Note() {
						notes++
					} else {
						findings++
					}
				}
				if stopped = held.hold(ctx, path, j, x.Findings); stopped != nil {
					return
				}
			}
			if !yield(x) {
				return
			}
		}
	}
	if err := o.written(cmp.Or(o.checks(checks), stopped)); err != nil {
		return err
	}
	summary := wording.CountOrNo(len(o.files), "file", "files")
	if o.AsAsked {
		summary += " as at " + o.AsOf.InWords()
	}
	if broken > 0 {
		summary += ", " + strconv.Itoa(broken) + " with errors: " + wording.CountOrNo(errors, "error", "errors")
	}
	if broken < len(o.files) {
		summary += "; " + wording.CountOrNo(findings, "finding", "findings")
		if notes > 0 {
			summary += ", " + wording.Count(notes, "note", "notes")
		}
	}
	o.remark("%s", summary)
	return held.verdict()
}
