package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	unified "github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"partner/pkg/document"
	"partner/pkg/pack"
	"partner/pkg/report"
	"partner/pkg/report/outline"
	"partner/pkg/source"
	"partner/pkg/wording"
)

type answerOptions struct {
	*printing
	file   string   // the proposal
	filled []string // the packs
	prefer string   // the pack whose answer holds where two differ; "" for none
	dryRun bool
}

func newAnswer(p *program) *cobra.Command {
	var o answerOptions
	c := &cobra.Command{
		Use:   "answer FILE PACK…",
		Short: "Put the answers of filled-in packs into a proposal",
		Long: `Answer reads a pack of questions that has been filled in (partner questions) and puts what it says into the
proposal: facts in their places, answers under answers:, new evidence into the register, and the facts of an
organisation that comes from a file of its own into that file, with the evidence for them. Everything else
stays as it is, comments and layout included, and what changes is shown. A pack is YAML, a workbook (.xlsx), a
Word paper (.docx) or Markdown, also where another program has saved it again.

Where a form says who answers and when, what it says rests on a piece of evidence of that name and day, an
assertion, so that the proposal tells by whom it was said.

What a pack for: one of the two answers is that board's view: it stands beside what the other has said, and
where both say the same it keeps the evidence of both. An entry of a list is known by its id or its words.

Several packs are put in one after the other. Where two say different things of one place, a terminal is asked
which holds; without one that is an error, and --prefer names the pack that holds.

Nothing that the proposal says already is overwritten. Where a pack says otherwise, where it holds what has no
place in the proposal, or where the outcome would not be a valid proposal, that is said with its cell, its
question or its line, nothing is written, and the exit code is 2; likewise where a proposal in the same folder
that shares a changed file could not be read any more. The files are written whole, and all or none. "-" as
PACK is standard input.`,
		Example: `  partner questions --output xlsx=pack.xlsx proposal.yaml
  partner answer --dry-run proposal.yaml pack.xlsx
  partner answer proposal.yaml pack.xlsx
  partner answer proposal.yaml finance.xlsx chair.docx`,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
			}
			return []string{"yaml", "yml", "xlsx", "docx", "md"}, cobra.ShellCompDirectiveFilterFileExt
		},
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < 2:
			return misused(c, "a proposal and a pack are needed, and %s named", wording.CountOrNo(len(args), "file is", "files are"))
		case args[0] == "-":
			return misused(c, "the proposal is written back, so it has to be a file and not standard input")
		}
		for i, name := range args[1:] {
			switch {
			case name != "-" && sameFile(args[0], name):
				return misused(c, "the proposal and the pack are one file")
			case slices.Contains(args[1:i+1], name):
				return misused(c, "the pack %s is named twice", source.Quoted(name))
			}
		}
		o.file, o.filled = args[0], args[1:]
		if o.prefer != "" && !slices.Contains(o.filled, o.prefer) {
			return misused(c, "--prefer %s is none of the packs that are named", source.Quoted(o.prefer))
		}
		return o.run(c, args, o.answer)
	}
	o.printing = p.printing(c, report.PageNames())
	c.Flags().BoolVarP(&o.dryRun, "dry-run", "n", false, "show what would change, and write nothing")
	c.Flags().StringVar(&o.prefer, "prefer", "", "where packs answer differently, take what this `PACK` says")
	return c
}

// answered is what came of putting packs into a proposal.
type answered struct {
	Files   []changed `json:"files"` // that change, or would; the proposal first
	Written bool      `json:"written"`
	Notes   []string  `json:"notes"` // what a person has to see to
}

// changed is a file with how it changes.
type changed struct {
	File string   `json:"file"`
	Diff []string `json:"diff"` // the lines of a unified diff
}

func (o *answerOptions) answer(ctx context.Context) error {
	doc, err := o.proposal(ctx, o.file)
	if err != nil {
		return err
	}
	if len(doc.Wrong) > 0 {
		return o.refuse(doc.Wrong)
	}
	texts, filled, err := o.packs(ctx, doc.Proposal)
	if err != nil {
		return err
	}
	left, err := o.settled(ctx, filled)
	if err != nil {
		return err
	}
	a := &answered{}
	var edited []pack.Edited
	file, proposal := doc.From, doc.Proposal
	for i, text := range texts {
		f := filled[i]
		if i > 0 { // it is put into what came of those before it
			var wrong source.Diagnostics
			if f, wrong = readPack(text, proposal, o.catalogue); len(wrong) > 0 {
				return o.refuse(wrong)
			}
		}
		for _, path := range left[i] {
			f.Without(path)
		}
		merged, wrong := pack.Merge(file, proposal, o.catalogue, f)
		if len(wrong) > 0 {
			return o.refuse(wrong)
		}
		others, err := o.neighbours(ctx, o.file, &merged)
		if err != nil {
			return err
		}
		if wrong := merged.Spares(others, o.catalogue); len(wrong) > 0 {
			return o.refuse(wrong)
		}
		for _, note := range merged.Notes {
			o.remark("%s", source.Printable(text.Label+": "+note))
		}
		a.Notes, edited = append(a.Notes, merged.Notes...), joined(edited, merged.Files)
		if i < len(texts)-1 {
			file = merged.Onto(file)
			if proposal, wrong = document.Read(file, o.catalogue); len(wrong) > 0 {
				return o.refuse(wrong)
			}
		}
	}
	return o.write(a, edited)
}

// neighbours loads what else may share the files that a merge into a proposal changes.
func (p *program) neighbours(ctx context.Context, file string, merged *pack.Merged) ([]pack.Neighbour, error) {
	var others []pack.Neighbour
	for _, below := range merged.Shared() {
		files, err := p.documents.Beside(ctx, filepath.Join(filepath.Dir(file), filepath.FromSlash(below)))
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			if below != "." || filepath.Base(f.Label) != source.Printable(filepath.Base(file)) {
				others = append(others, pack.Neighbour{File: f, Below: below})
			}
		}
	}
	return others, nil
}

// refuse says why nothing is written.
func (o *answerOptions) refuse(wrong source.Diagnostics) error {
	io.WriteString(o.err, wrong.Text())
	fmt.Fprintln(o.err, "nothing was written")
	return said(badInput)
}

// write writes what changes, unless it is only to be shown, and shows it.
func (o *answerOptions) write(a *answered, edited []pack.Edited) error {
	var out []whole
	var names []string
	for _, e := range edited {
		a.Files = append(a.Files, changed{e.Name, difference(e)})
		path := o.file
		if e.From != "" {
			path = filepath.Join(filepath.Dir(o.file), filepath.FromSlash(e.From))
		}
		out = append(out, whole{path, e.After})
		names = append(names, source.Printable(e.Name))
	}
	a.Written = len(edited) > 0 && !o.dryRun
	if a.Written {
		if err := writeAll(out); err != nil {
			return amiss("%s cannot be written: %s", wording.And(names), reason(err))
		}
	}
	if err := o.page(report.PageOf(a, (*answered).page)); err != nil {
		return err
	}
	switch {
	case len(edited) == 0:
		o.remark("%s nothing that the proposal does not say already: nothing was written", map[bool]string{true: "the pack says", false: "the packs say"}[len(o.filled) == 1])
	case o.dryRun:
		o.remark("nothing was written")
	default:
		o.remark("written: %s", strings.Join(names, ", "))
	}
	return nil
}

// difference gives what changes in a file as the lines of a unified diff.
func difference(e pack.Edited) []string {
	text := string(unified.Diff(e.Name, e.Before, e.Name, e.After))
	_, text, _ = strings.Cut(text, "\n") // the call of diff that would give it
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"))
	}
	return lines
}

// page shows what changes; what is no longer or newly said stands out.
func (a *answered) page() outline.Outline {
	var r reference
	for _, f := range a.Files {
		var lines outline.Lines
		for _, l := range f.Diff {
			tone := wording.Faint
			if strings.HasPrefix(l, "+") || strings.HasPrefix(l, "-") {
				tone = wording.Strong
			}
			lines.Of = append(lines.Of, wording.Text{{Text: source.Printable(strings.ReplaceAll(l, "\t", "    ")), Tone: tone}})
		}
		r.add(lines)
	}
	return r.page()
}
