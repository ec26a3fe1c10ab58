package cli

import (
	"context"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"partner/pkg/catalogue"
	"partner/pkg/cli/settings"
	"partner/pkg/compare"
	"partner/pkg/load"
	"partner/pkg/pack"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/trend"
	"partner/pkg/wording"
)

// printing is how a command prints: in which formats, where to, and how text is to look. Every command that
// prints has one, so that all of them take the same flags, which mean the same.
type printing struct {
	*program
	*settings.Settings
	formats   []string // that the command has; the first is its own, where no other is asked for
	folders   []string // formats in which it prints a folder, with a file for each document
	outputs   []string // --output, as typed
	files     []string // -o, as typed
	printouts []*printout
	noted     []string                                  // the files that were read
	staged    func(format, path string) (*stage, error) // opens a file to print to; nil for newStage
}

// printout is one thing that a run prints: a format, and where it goes.
type printout struct {
	format  report.Format
	options report.Options
	to      io.Writer
	stage   *stage      // the file that it goes to; nil for standard output
	folder  *pageFolder // the folder that it goes to, of which the file is the index; nil for none
}

// printing adds the flags that say how a command prints, which has these formats.
func (p *program) printing(c *cobra.Command, formats []string) *printing {
	o := &printing{program: p, formats: formats}
	for _, k := range settings.Keys() {
		if !k.Prints {
			continue
		}
		if k.Name == "format" {
			k.Words, k.Default = formats, formats[0]
			k.Help += ": " + described(formats)
		}
		k.Flag(c.Flags())
		if k.Name == "catalogue" {
			_ = c.RegisterFlagCompletionFunc(k.Name, completeFolders)
			continue
		}
		complete(c, k.Name, k.Words)
		if k.Name == "format" {
			c.Flags().StringArrayVar(&o.outputs, "output", nil, "print in a format to a file, `FORMAT[=PATH]`, or without =PATH to standard output; may be given several times")
			_ = c.RegisterFlagCompletionFunc("output", o.completeOutput)
			c.Flags().StringArrayVarP(&o.files, "to", "o", nil, "print to this `FILE`, in the format of --format; may be given several times")
		}
	}
	return o
}

// described lists formats with what they are for.
func described(names []string) string {
	all := make([]string, len(names))
	for i, name := range names {
		f, _ := report.Find(name)
		all[i] = f.Name + " (" + f.Doc + ")"
	}
	return wording.Or(all)
}

// completeOutput completes a format, and the path behind it as the shell does.
func (o *printing) completeOutput(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	if strings.Contains(typed, "=") {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var all []string
	for _, name := range o.formats {
		all = append(all, name, name+"=")
	}
	for _, name := range o.folders {
		if !slices.Contains(o.formats, name) {
			all = append(all, name+"=")
		}
	}
	return all, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// open reads the settings and opens what is printed to, before any work: what could not be written in the end
// is an error now. What the command reads is never written over, and neither is what people write for a proposal, read or not.
func (o *printing) open(c *cobra.Command, reads ...string) (err error) {
	if o.Settings, err = o.readSettings(c); err != nil {
		return err
	}
	o.quiet = o.Quiet
	if err := o.lay(c.Context(), o.Settings.Catalogue); err != nil {
		return err
	}
	o.noted = append(o.noted, filesOf(o.Settings.Catalogue)...)
	if !slices.Contains(o.formats, o.Format) {
		o.Format = o.formats[0] // a setting for all commands, and this one does not have it
	}
	type target struct{ format, path string }
	var targets []target
	if c.Flags().Changed("format") && len(o.files) == 0 || len(o.outputs)+len(o.files) == 0 {
		targets = append(targets, target{format: o.Format})
	}
	for _, path := range o.files {
		if path == "" {
			return misused(c, "-o names no file; -o - is standard output")
		}
		targets = append(targets, target{o.Format, path})
	}
	for _, typed := range o.outputs {
		format, path, found := strings.Cut(typed, "=")
		if !slices.Contains(o.formats, format) && !slices.Contains(o.folders, format) {
			otherwise := "expected " + source.Listed(o.formats) + ", alone or with =PATH"
			if !found {
				otherwise += "; -o " + source.Printable(typed) + " names a file alone"
			}
			return unknown(c, "unknown format", format, o.formats, otherwise)
		}
		if found && path == "" {
			return misused(c, "--output %s names no file behind the =", source.Quoted(typed))
		}
		targets = append(targets, target{format, path})
	}
	var named []string // the paths so far
	naming := load.Naming(".")
	for _, t := range targets {
		if t.path == "-" {
			t.path = ""
		}
		switch {
		case t.path == "" && slices.Contains(named, ""):
			return misused(c, "standard output is named twice, and takes one format; --output FORMAT=PATH names a file")
		case t.path != "" && slices.ContainsFunc(named, func(n string) bool { return n != "" && samePath(n, t.path) }):
			return misused(c, "the file %s is named twice, and takes one format", source.Quoted(t.path))
		case !slices.Contains(o.formats, t.format) && !isFolder(t.path):
			return misused(c, "%s of many documents is a folder, with a page for each: --output %s=FOLDER/ names it", t.format, t.format)
		case slices.ContainsFunc(append(reads[:len(reads):len(reads)], o.Base), func(r string) bool { return r != "" && sameFile(r, t.path) }):
			return misused(c, "%s would be overwritten, and is read; name another file to print to", source.Quoted(t.path))
		}
		if what := writtenIn(t.path); what != "" {
			return amiss("%s would be overwritten, and holds %s; name another file to print to, or remove this one first", source.Quoted(t.path), what)
		}
		named = append(named, t.path)
		format, _ := report.Find(t.format)
		x := &printout{format: format, to: o.out, options: o.look(o.Settings)}
		if slices.Contains(o.folders, t.format) && isFolder(t.path) {
			if x.folder, err = openFolder(t.path, format.Folder); err != nil {
				return amiss("the folder %s cannot be written: %s", source.Printable(t.path), reason(err))
			}
			t.path = x.folder.file(report.IndexName + format.Folder.Ends)
		}
		if t.path != "" {
			x.options = o.lookOfFile(o.Settings)
			if x.stage, err = o.stage(t.format, t.path); err != nil {
				x.folder.leave()
				return amiss("%s cannot be written: %s", source.Printable(t.path), reason(err))
			}
			x.to = x.stage
		}
		x.options.Catalogue, x.options.Named = o.catalogue, naming
		o.printouts = append(o.printouts, x)
	}
	return nil
}

// spares refuses to write over any of the files that a document was read from.
func (o *printing) spares(files []string) error {
	return o.sparesWhat(func(s *stage) bool { return slices.ContainsFunc(files, s.replaces) })
}

// sparesWhat refuses to write over what takes the place of something that is read.
func (o *printing) sparesWhat(replaced func(*stage) bool) error {
	for _, x := range o.printouts {
		if x.stage != nil && replaced(x.stage) {
			return amiss("%s would be overwritten, and is read; name another file to print to", source.Quoted(x.stage.path))
		}
	}
	return nil
}

// proposal loads a proposal for a command that prints: nothing that was read for it is written over.
func (o *printing) proposal(ctx context.Context, path string) (load.Document, error) {
	return o.spared(o.documents.Proposal(ctx, path, o.catalogue))
}

// state does so for a state of a proposal, by a catalogue.
func (o *printing) state(ctx context.Context, arg string, cat *catalogue.Catalogue) (load.Document, error) {
	return o.spared(o.documents.State(ctx, arg, cat))
}

// spared refuses to write over what was read for a document, and notes it.
func (o *printing) spared(doc load.Document, err error) (load.Document, error) {
	if err != nil || doc.Proposal == nil {
		return doc, err
	}
	files := doc.Proposal.Files()
	o.noted = append(o.noted, files...)
	return doc, o.spares(files)
}

// judged loads a state of a proposal, judges it at the stage of its dates or another that was asked for, and
// reports whether it can be used.
func (o *printing) judged(ctx context.Context, arg string, cat *catalogue.Catalogue, stage result.Stage) (compare.Judged, bool, error) {
	doc, err := o.state(ctx, arg, cat)
	if err != nil || !o.usable(doc) {
		return compare.Judged{}, false, err
	}
	return compare.At(doc.Proposal, cat, stage), true, nil
}

// sparesTerminal refuses to print to a terminal what is not for one.
func (o *printing) sparesTerminal() error {
	for _, x := range o.printouts {
		if _, is := size(o.out.to); is && x.stage == nil && x.format.Binary {
			return amiss("%s is not for a terminal: name a file with -o FILE or --output %s=FILE", x.format.Name, x.format.Name)
		}
	}
	return nil
}

// stage opens a file to print to.
func (o *printing) stage(format, path string) (*stage, error) {
	if o.staged != nil {
		return o.staged(format, path)
	}
	return newStage(path)
}

// prints reports whether a run prints in a format.
func (o *printing) prints(format string) bool {
	return slices.ContainsFunc(o.printouts, func(x *printout) bool { return x.format.Name == format })
}

// close puts the files that were printed to in their places, all or none, if the run came to an end in which
// there is something to keep; otherwise it leaves what was there before.
func (o *printing) close(keep bool) error {
	return o.keep(func(report.Format) bool { return keep })
}

// keep puts the files of those formats in their places, all or none, and leaves what was there before of others.
func (o *printing) keep(of func(report.Format) bool) error {
	var staged, dropped []*stage
	var names []string
	for _, x := range o.printouts {
		switch {
		case x.stage == nil:
		case of(x.format):
			defer x.folder.leave()
			staged, names = append(staged, x.stage), append(names, source.Printable(x.stage.path))
		default:
			defer x.folder.leave()
			dropped = append(dropped, x.stage)
		}
	}
	o.printouts = nil
	discard(dropped)
	if err := commit(staged); err != nil {
		discard(staged)
		return amiss("%s cannot be written: %s", wording.And(names), reason(err))
	}
	return nil
}

// written is the end of a run that printed all it had to.
func (o *printing) written(err error) error {
	if err != nil {
		return err
	}
	return o.close(true)
}

func (o *printing) reports(all iter.Seq[report.Outcome], adjust func(*report.Options)) error {
	for _, x := range o.printouts {
		adjust(&x.options)
	}
	return inEach(o, all, func(f report.Format) report.Print[report.Outcome] { return f.Reports })
}

func (o *printing) checks(all iter.Seq[report.Check]) error {
	return inEach(o, all, func(f report.Format) report.Print[report.Check] { return f.Checks })
}

func (o *printing) pages(all iter.Seq[report.Page]) error {
	return inEach(o, all, func(f report.Format) report.Print[report.Page] { return f.Pages })
}

// page prints one page, and ends the run.
func (o *printing) page(p report.Page) error {
	return o.written(o.pages(slices.Values([]report.Page{p})))
}

// pack prints a pack of questions, and ends the run.
func (o *printing) pack(p *pack.Pack) error {
	return o.written(inEach(o, slices.Values([]*pack.Pack{p}), func(f report.Format) report.Print[*pack.Pack] { return f.Packs }))
}

func (o *printing) lines(all iter.Seq[report.Line]) error {
	return inEach(o, all, func(f report.Format) report.Print[report.Line] { return f.Lines })
}

func (o *printing) added(all iter.Seq[report.Added]) error {
	return inEach(o, all, func(f report.Format) report.Print[report.Added] { return f.Added })
}

// trend prints how a proposal stood over time, and ends the run.
func (o *printing) trend(t *trend.Trend, full bool) error {
	for _, x := range o.printouts {
		x.options.Full = full
	}
	return inEach(o, slices.Values([]*trend.Trend{t}), func(f report.Format) report.Print[*trend.Trend] { return f.Trends })
}

// inEach prints a stream in every format that is printed, in one pass.
func inEach[T any](o *printing, all iter.Seq[T], by func(report.Format) report.Print[T]) error {
	readers := make([]func(iter.Seq[T]) error, len(o.printouts))
	for i, x := range o.printouts {
		readers[i] = func(values iter.Seq[T]) error {
			print := by(x.format)
			if x.folder != nil {
				print = passed[T]
			}
			err := print(x.to, values, x.options)
			if err != nil && x.stage != nil && x.stage.failed != nil {
				return amiss("%s cannot be written: %s%s", source.Printable(x.stage.path), reason(x.stage.failed), x.stage.goesOn())
			}
			return err
		}
	}
	return report.Share(all, readers...)
}

// run makes the run of a command that prints: it opens what is printed to, does the work, and leaves no file
// half written whatever comes of it. Which of the arguments are files that are read, reads says.
func (o *printing) run(c *cobra.Command, reads []string, work func(context.Context) error) error {
	defer o.close(false)
	if err := o.open(c, reads...); err != nil {
		return err
	}
	return work(c.Context())
}
