package cli

import (
	"context"
	"fmt"
	"io"
	"partner/pkg/report/json"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/judge"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

type checkOptions struct {
	*program
	files  []string
	stage  result.Stage // that was asked for
	strict bool
	json   bool
}

func newCheck(p *program) *cobra.Command {
	o := checkOptions{program: p}
	c := &cobra.Command{
		Use:   "check FILE…",
		Short: "Read proposals and print what is wrong or does not fit together",
		Long: `Check reads and cross-checks proposals, and rates nothing. It prints the errors of each document, or
else its findings: what is declared against what the facts say, contradictions between facts and
answers, facts that do not go together, disagreements between the two organisations, evidence that is out of
date, and what is stated and nothing asks for of this type, form and stage. Each is a line that begins
with file:line:col. "-" is standard input.

A document with errors gives exit code 2. Findings alone give 0, or 1 with --strict; of what nothing asks
for here, only what is stated not to be so and would be rated of another type, form or stage. With --stage a document
that its dates have at a later stage, or of which they do not tell the stage, does not pass --strict either.`,
		Example: `  partner check proposal.yaml
  partner check --strict proposals/*.yaml
  partner check --format json proposal.yaml`,
		Args:              atLeastOneFile,
		ValidArgsFunction: completeProposals,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		o.files, o.json, o.stage = args, flag(c, "format") == "json", stageAsked(c)
		return o.run(c.Context())
	}
	textOrJSON(c)
	stageFlag(c)
	c.Flags().BoolVar(&o.strict, "strict", false, "exit with 1 where there is any finding")
	return c
}

// checked is one error or finding as `check --format json` prints it.
type checked struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Kind     string `json:"kind"` // error, or the kind of a finding
	Subject  string `json:"subject,omitempty"`
	Text     string `json:"text"`
	Expected string `json:"expected,omitempty"`
	Do       string `json:"do,omitempty"`
}

func (o *checkOptions) run(ctx context.Context) error {
	all := []checked{}
	broken, errors, findings, notes, early := 0, 0, 0, 0, false
	for _, path := range o.files {
		doc, err := o.documents.Proposal(ctx, path, o.catalogue)
		if err != nil {
			return err
		}
		if wrong := doc.Wrong; len(wrong) > 0 {
			broken, errors = broken+1, errors+len(wrong)
			if !o.json {
				io.WriteString(o.out, wrong.Text())
			}
			for _, d := range wrong {
				all = append(all, checked{d.File, d.Line, d.Column, "error", "", d.Found, d.Expected, d.Do})
			}
			continue
		}
		j := judge.At(doc.Proposal, o.catalogue, o.stage)
		if line := tooEarly(j.Doc.Label, judge.Staged(j)); o.strict && line != "" {
			fmt.Fprintln(o.err, line)
			early = true
		}
		for _, f := range judge.Findings(j) {
			if f.Kind == result.Unused && !f.No {
				notes++
			} else {
				findings++
			}
			if !o.json {
				fmt.Fprintln(o.out, finding(f.Place, string(f.Kind), f.Text, f.Do))
			}
			all = append(all, checked{f.Place.File, f.Place.Line, f.Place.Column, string(f.Kind), f.Subject, f.Text, "", f.Do})
		}
	}
	if o.json {
		if err := json.Write(o.out, &all); err != nil {
			return err
		}
	}
	summary := wording.CountOrNo(len(o.files), "file", "files")
	if broken > 0 {
		summary += ", " + strconv.Itoa(broken) + " with errors: " + wording.CountOrNo(errors, "error", "errors")
	}
	if broken < len(o.files) {
		summary += "; " + wording.CountOrNo(findings, "finding", "findings")
		if notes > 0 {
			summary += ", " + wording.Count(notes, "note", "notes")
		}
	}
	fmt.Fprintln(o.err, summary)
	switch {
	case broken > 0:
		return said(badInput)
	case o.strict && findings > 0, early:
		return said(gateFailed)
	}
	return nil
}

// finding gives a finding on one line, as errors are given.
func finding(at source.Position, kind, text, do string) string {
	line := at.String() + ": " + kind + ": " + strings.TrimSuffix(text, ".")
	if do != "" {
		line += "; " + do
	}
	return source.Printable(line)
}
