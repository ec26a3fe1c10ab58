package cli

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"partner/pkg/judge"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/pkg/wording"
)

type checkOptions struct {
	*printing
	files  []string
	stage  result.Stage // that was asked for
	strict bool
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
standard input.

A document with errors gives exit code 2. Findings alone give 0, or 1 with --strict. What nothing asks for
here is a note, and gives 0 in any case, unless it is stated not to be so and would be rated of another
type, form or stage. With --stage a document that its dates have at a later stage, or of which they do not
tell the stage, does not pass --strict either.

With --as-of documents are read as at a day that you name, so that what is out of date or overdue by then
shows though no file has changed. No clock is asked.`,
		Example: `  partner check proposal.yaml
  partner check --strict proposals/*.yaml
  partner check --as-of 2026-11-30 proposals/*.yaml
  partner check --format json proposal.yaml`,
		Args:              atLeastOneFile,
		ValidArgsFunction: completeProposals,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		o.files, o.stage = args, stageAsked(c)
		return o.run(c, args, o.read)
	}
	o.printing = p.printing(c, report.CheckNames())
	gateFlags(c)
	stageFlag(c)
	c.Flags().BoolVar(&o.strict, "strict", false, "exit with 1 where there is any finding")
	return c
}

func (o *checkOptions) read(ctx context.Context) error {
	var stopped error // what keeps the rest from being read
	broken, errors, findings, notes, early := 0, 0, 0, 0, false
	checks := func(yield func(report.Check) bool) {
		for _, path := range o.files {
			doc, err := o.documents.Proposal(ctx, path, o.catalogue)
			if err != nil {
				stopped = err
				return
			}
			x := report.Check{Name: doc.From.Label, Wrong: doc.Wrong}
			if len(x.Wrong) > 0 {
				broken, errors = broken+1, errors+len(x.Wrong)
			} else {
				j := judge.At(o.asAsked(doc.Proposal), o.catalogue, o.stage)
				if line := tooEarly(j.Doc.Label, judge.Staged(j)); o.strict && line != "" {
					fmt.Fprintln(o.err, line)
					early = true
				}
				x.Findings = judge.Findings(j)
				for i := range x.Findings {
					if x.Findings[i].Note() {
						notes++
					} else {
						findings++
					}
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
	switch {
	case broken > 0:
		return said(badInput)
	case o.strict && findings > 0, early:
		return said(gateFailed)
	}
	return nil
}
