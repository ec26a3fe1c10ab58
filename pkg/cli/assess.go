package cli

import (
	"cmp"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"partner/pkg/assess"
	"partner/pkg/batch"
	"partner/pkg/judge"
	"partner/pkg/load"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/pkg/source"
)

type assessOptions struct {
	*printing
	files []string
	brief bool
	full  bool
	only  []string // the sections that are asked for, by name
	board string   // the organisation as whose board the questions are answered, "" for both
	views []load.View
	watch bool
	papers
}

func newAssess(p *program) *cobra.Command {
	var o assessOptions
	c := &cobra.Command{
		Use:   "assess FILE…",
		Short: "Assess proposals and print a report on each",
		Long: `Assess reads one or more proposals and prints a report on each, in the order given. "-" is standard
input, which has no folder: organisations cannot come from files of their own there. REV:FILE is a file in a
git revision, and :FILE one as it is staged.

A file with errors never costs the others: its errors go to standard error, the other reports are
printed, and the exit code is 2. With --format json each report is one JSON document, and several
follow one another, as a stream of documents that programs such as jq read one by one. With --output one run
prints in several formats.

With --fail-on, --at-least or --base a report becomes a gate, which gives exit code 1 where it fails; the last
line on standard error says what failed, and why. "partner help gates" tells what can be asked for.

The report is what a board reads: a first screen that answers, how the rating came about, conditions, the six
questions and the options in brief, and what the report cannot tell. With --brief it stops after the first
screen, with --full it tells everything, with --only it is the sections of those names, in full; as JSON,
those keys. The sections are

` + sectionNames() + `

What counts is what is due at the stage of the proposal: to decide, to start, running. Its dates say which.
With --stage another one is asked for; where the dates have it at a later stage, or do not tell, the report
says so and no gate passes. What is past is past by the dates alone. With --as-of the dates are held against
a day that you name, and not against the one that the document states.

With --output html=FOLDER/ each document has a page of its own in that folder, and index.html leads to all of
them and tells what they come to together. A page is written over another of partner's, and over nothing else.

With --output docx=paper.docx the report is a Word paper to circulate: a front sheet, a summary on two pages,
conditions, risks, options, the six questions, and an appendix for whoever edits the document. --set fills in
its front sheet, and --template writes it with the styles of the house.

With --for the six questions are answered as that organisation's board has to answer them: what concerns
the other board alone is left out. The overall rating and the verdict stay those of the whole partnership.

With --view a file that one organisation filled in apart is laid over the proposal: answers and statements,
written as in a proposal. Where it says otherwise than the proposal, or than the other organisation's file,
the two disagree, and every rating that hangs on it spans both views.

With --watch it goes on while you write: whenever the document, or a file that it comes from, is saved, the
report is printed again below the last, with the time before it.`,
		Example: `  partner assess proposal.yaml
  partner assess --brief examples/*.yaml
  partner assess --only findings,evidence proposal.yaml
  partner assess --format json proposal.yaml | jq .overall
  partner assess --at-least amber-green --of documented proposal.yaml
  partner assess --stage start --at-least amber-green proposal.yaml
  partner assess -o report.txt proposal.yaml
  partner assess --brief --watch proposal.yaml
  partner assess --output text --output json=result.json proposal.yaml
  partner assess --output xlsx=report.xlsx proposal.yaml
  partner assess --output docx=paper.docx --set meeting=Board,agenda=7 proposal.yaml
  partner assess --output html=reports/ north.yaml south.yaml
  partner assess --for northfield proposal.yaml
  partner assess --view northfield=ours.yaml --view eastmere=theirs.yaml proposal.yaml`,
		Args:              atLeastOneFile,
		ValidArgsFunction: completeProposals,
	}
	var views, only []string
	c.RunE = func(c *cobra.Command, args []string) (err error) {
		o.files = args
		if o.views, err = parseViews(c, views, args); err != nil {
			return err
		}
		reads := append(args[:len(args):len(args)], o.papers.reads()...)
		for _, v := range o.views {
			reads = append(reads[:len(reads):len(reads)], v.Path)
		}
		run := func() error {
			return o.run(c, reads, func(ctx context.Context) error { return o.assessIn(ctx, c, only) })
		}
		if o.watch {
			return o.watching(c, reads, run)
		}
		return run()
	}
	o.printing = p.printing(c, report.ReportNames())
	o.folders = report.FolderNames()
	gateFlags(c)
	o.papers.flags(c)
	c.Flags().BoolVarP(&o.brief, "brief", "b", false, "stop after the first screen")
	c.Flags().BoolVar(&o.full, "full", false, "the whole report")
	c.Flags().StringSliceVar(&only, "only", nil, "these sections alone, as `SECTION[,SECTION]`")
	_ = c.RegisterFlagCompletionFunc("only", completeSections)
	c.Flags().StringVar(&o.board, "for", "", "answer the six questions as the board of `ORGANISATION` has to")
	c.Flags().StringArrayVar(&views, "view", nil, "what an organisation filled in apart, as `ORGANISATION=FILE`; may be given for each")
	watchFlag(c, &o.watch)
	return c
}

// oneEach refuses several documents for a format of which a file holds one.
func (o *assessOptions) oneEach(c *cobra.Command) error {
	if len(o.files) < 2 {
		return nil
	}
	for _, x := range o.printouts {
		if x.format.Single {
			return misused(c, "%s holds the report on one document, and %d are named: assess each by itself, or add them up with `partner batch` and `partner portfolio`", x.format.Name, len(o.files))
		}
	}
	return nil
}

// assessIn assesses all proposals, as the flags and the settings ask for it; of the sections only these.
func (o *assessOptions) assessIn(ctx context.Context, c *cobra.Command, only []string) error {
	if err := cmp.Or(o.whatOf(c, only), o.oneEach(c), o.sparesTerminal()); err != nil {
		return err
	}
	if o.Base != "" && len(o.views) > 0 {
		return misused(c, "--base holds a document against what it was, and --view lays over it what it was not")
	}
	if err := o.printing.papers(c, &o.papers); err != nil {
		return err
	}
	held, err := o.gating(ctx, c, o.files, false)
	if err != nil {
		return err
	}
	return o.assessAll(ctx, held)
}

func (o *assessOptions) assessAll(ctx context.Context, held *gating) error {
	var broken error // what keeps the rest from being assessed
	printed := 0
	o.inFolders(o.files, o.board == "")
	outcomes := func(yield func(report.Outcome) bool) {
		for i, path := range o.files {
			x, err := o.outcome(ctx, i, path, held)
			if err != nil {
				broken = err
				return
			}
			if !yield(x) {
				return
			}
			if x.Result != nil {
				printed++
			}
		}
	}
	err := o.reports(outcomes, func(of *report.Options) { of.Brief, of.Full, of.Only = o.brief, o.full, o.only })
	if err := cmp.Or(err, broken); err != nil {
		return err
	}
	if err := o.indexes(); err != nil {
		return err
	}
	if err := o.keep(func(f report.Format) bool { return printed > 0 || f.Tells }); err != nil {
		return err
	}
	return held.verdict()
}

// outcome assesses a proposal and holds it against the gate, or says what is wrong with it.
func (o *assessOptions) outcome(ctx context.Context, at int, path string, held *gating) (report.Outcome, error) {
	doc, err := o.loaded(ctx, path)
	if err != nil {
		return report.Outcome{}, err
	}
	x := report.Outcome{Name: doc.From.Label, Diagnostics: doc.Wrong}
	if !o.usable(doc) {
		held.broke(doc.Wrong)
		return x, o.inFolder(at, x, nil, nil)
	}
	if o.board != "" {
		if err := doc.Proposal.CheckOrganisation(o.board); err != nil {
			fmt.Fprintln(o.err, "partner: --for:", err)
			x.Diagnostics = source.Diagnostics{{Position: source.Position{File: doc.From.Label}, Found: "--for: " + err.Error()}}
			held.broke(x.Diagnostics)
			return x, o.inFolder(at, x, nil, nil)
		}
	}
	j := judge.At(doc.Proposal, o.catalogue, o.Stage)
	x.Result = o.assess(j)
	found := judge.Findings(j)
	if err := o.inFolder(at, x, j, found); err != nil {
		return x, err
	}
	return x, held.hold(ctx, path, j, found)
}

// inFolder prints the report on a document, by its number, to the folders that are printed to, with their indexes.
func (o *assessOptions) inFolder(at int, x report.Outcome, j *judge.Judgement, found []result.Finding) error {
	if !o.toFolders() {
		return nil
	}
	made := o.howJudged().Made()
	made.Path = x.Name
	line := batch.Failed(made, x.Diagnostics)
	if j != nil {
		line = batch.LineOf(made, j, found)
	}
	all, err := o.document(at, x, &line)
	if err != nil {
		return err
	}
	return o.note(all)
}

// loaded loads a proposal and what the organisations filled in apart, laid over it.
func (o *assessOptions) loaded(ctx context.Context, path string) (load.Document, error) {
	doc, err := o.state(ctx, path, o.catalogue)
	if err != nil || len(doc.Wrong) > 0 {
		return doc, err
	}
	for _, v := range o.views {
		if err := doc.Proposal.CheckOrganisation(v.Organisation); err != nil {
			return doc, amiss("--view: %v", err)
		}
	}
	doc, err = o.spared(o.documents.Overlay(ctx, doc, o.views, o.catalogue))
	doc.Proposal = o.asAsked(doc.Proposal)
	return doc, err
}

// assess works out the result of a judgement for both boards, or for the one that was asked for.
func (o *assessOptions) assess(j *judge.Judgement) *result.Result {
	var r *result.Result
	if o.board == "" {
		r = assess.Result(j)
	} else {
		r = assess.ResultFor(j, o.board)
	}
	switch {
	case !o.wantsOptions():
	case o.optionsInFull():
		r.Options = assess.OptionsOf(j)
	default:
		r.Options = assess.OptionsInBrief(j)
	}
	return r
}

// completeProposals completes files that may be proposals.
func completeProposals(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}
