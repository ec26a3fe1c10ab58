package cli

import (
	"context"
	"fmt"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"partner/pkg/batch"
	"partner/pkg/cli/settings"
	"partner/pkg/gate"
	"partner/pkg/load"
	"partner/pkg/report"
	"partner/pkg/source"
)

type batchOptions struct {
	*printing
	paths   []string
	from    string // a file with further paths
	null    bool   // in which each ends with a zero byte
	workers int
	shard   batch.Shard // of one part where none was asked for
	resume  bool
	merge   bool
	held    *gating
	results *results // the file that lines go to, nil where they go to standard output
}

func newBatch(p *program) *cobra.Command {
	var o batchOptions
	c := &cobra.Command{
		Use:   "batch PATH…",
		Short: "Assess many proposals and print a line of JSON for each",
		Long: `Batch assesses many proposals side by side, and prints one compact line of JSON for each, in the order
of their paths, whatever the number of workers: title, organisations, type, stage, ratings, verdict, a
letter for each criterion, open gates, what was found, and what to do and to find out first. "partner
schema batch" describes a line. Whatever a line holds, assess --format json holds with the same value,
and everything else besides.

A path is a file, a folder with all that lies in it, or a pattern in which ** stands for folders, in
quotes so that the shell leaves it alone. In folders and by patterns the files ending in .yaml, .yml and
.json are looked at, and of those the proposals are taken: what has the key "partner" at its top. Hidden
files and folders, and links to folders, are passed over. With --files-from the paths stand in a file,
or on standard input, one a line, or with -0 each before a zero byte.

A document goes by its path from the top of the git repository, else from the working folder. A document
with errors is a line with its errors, never costs the others, and makes the exit code 2. How many are
rated how is told in the end.

Lines printed to a file are kept when a run is interrupted, beside that file, and with --resume another
run goes on: what was done with the same bytes of every file, the same program, catalogue and flags is
not done again. The file comes to be byte for byte that of a run that was not interrupted. With --resume
a second run over documents of which few have changed is short. Other formats than ndjson print what is
wrong with the documents, or was found in them, as check does.

With --output html=FOLDER/ each document has its report as a page of its own in that folder, and index.html
leads to all of them: a matrix with a row for each, documents with errors among them, and what they come
to together, as "partner portfolio" tells it. A page is written whole as soon as its document is done, and
has the bytes of "partner assess --output html=FILE"; the index comes last.

With --fail-on, --at-least or --base a run is a gate, as with check; "partner help gates" tells of what. The
base may also be a file of lines that an earlier run printed.

With --shard a run does one part of the documents of several machines, and with --merge the files that
are named hold lines, which are put together and held against --fail-on and --at-least. See "partner
help batch".`,
		Example: `  partner batch proposals/
  partner batch proposals/ --output ndjson=results.ndjson
  partner batch proposals/ --output ndjson=results.ndjson --resume
  partner batch 'north/**/*.yaml' 'south/**/*.yaml'
  git ls-files -z '*/proposal.yaml' | partner batch -0 --files-from -
  partner batch proposals/ -o results.ndjson --output sarif=findings.sarif
  partner batch proposals/ --output html=reports/
  partner batch proposals/ --shard 2/8 -o part-2.ndjson
  partner batch --merge part-*.ndjson -o results.ndjson`,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveDefault // files and folders
	}
	var shard string
	c.RunE = func(c *cobra.Command, args []string) error {
		o.paths = args
		if err := o.fits(c, shard); err != nil {
			return err
		}
		reads := args
		if o.from != "" && o.from != "-" {
			reads = append(reads[:len(reads):len(reads)], o.from)
		}
		if o.merge {
			return o.run(c, reads, func(ctx context.Context) (err error) {
				if o.toFolders() {
					return misused(c, "--merge puts lines together, and reports are made from documents; name these without --merge")
				}
				if o.Base != "" { // in the settings: a base is of documents
					o.Base, o.Gate.FailOn = "", slices.DeleteFunc(o.Gate.FailOn, func(k gate.Kind) bool { return k == gate.Regressions })
				}
				if o.held, err = o.gating(ctx, c, nil, false); err != nil {
					return err
				}
				return o.mergeAll(ctx)
			})
		}
		return o.run(c, reads, func(ctx context.Context) (err error) {
			if o.held, err = o.gating(ctx, c, nil, false); err != nil {
				return err
			}
			return o.assessAll(ctx)
		})
	}
	o.printing = p.printing(c, report.LineNames())
	o.folders, o.staged = report.FolderNames(), o.open
	gateFlags(c)
	c.Flags().StringVar(&o.from, "files-from", "", "read paths of further documents from `FILE`, one a line; - is standard input")
	c.Flags().BoolVarP(&o.null, "null", "0", false, "with --files-from, each path ends with a zero byte")
	c.Flags().IntVar(&o.workers, "workers", 0, "work on `N` documents side by side; without it on as many as there are processors")
	c.Flags().BoolVar(&o.resume, "resume", false, "go on after an interrupted run, and leave out what was done with the same input")
	c.Flags().StringVar(&shard, "shard", "", "do one of N parts of the documents alone, `I/N`, shared out by their paths")
	c.Flags().BoolVar(&o.merge, "merge", false, "put lines of several files together, in their order")
	return c
}

// open opens a file to print to.
func (o *batchOptions) open(format, path string) (s *stage, err error) {
	if format != report.Lines || o.merge || o.results != nil {
		return newStage(path)
	}
	o.results, s, err = openResults(path, o.resume)
	return s, err
}

// fits checks that what was asked for goes together.
func (o *batchOptions) fits(c *cobra.Command, shard string) (err error) {
	o.shard = batch.Shard{Number: 1, Of: 1}
	if shard != "" {
		if o.shard, err = batch.ParseShard(shard); err != nil {
			return misused(c, "--shard %s: %v", source.Quoted(shard), err)
		}
	}
	if !c.Flags().Changed("workers") {
		o.workers = runtime.GOMAXPROCS(0)
	}
	switch {
	case o.merge && (o.from != "" || o.resume || shard != "" || slices.ContainsFunc(settings.Keys(), func(k settings.Key) bool { return !k.Prints && !ofLines(k.Name) && c.Flags().Changed(k.Name) })):
		return misused(c, "--merge puts together what was done, and goes with the names of files, with outputs and with gates without a base alone")
	case o.merge && len(o.paths) == 0:
		return misused(c, "no file to merge is named")
	case len(o.paths) == 0 && o.from == "":
		return misused(c, "no proposal is named")
	case o.null && o.from == "":
		return misused(c, "-0 says how paths end in --files-from, and that is not given")
	case o.workers < 1:
		return misused(c, "--workers %d: at least 1 is needed", o.workers)
	}
	for _, p := range o.paths {
		switch p {
		case "":
			return misused(c, "a path is empty")
		case "-":
			return misused(c, "batch reads no document from standard input; --files-from - reads paths there, and assess - a document")
		}
	}
	return nil
}

// ofLines reports whether a setting of gates reads nothing but what lines tell.
func ofLines(name string) bool {
	return slices.Contains([]string{"fail-on", "at-least", "of", "old-after", "gate-catalogue"}, name)
}

// find finds the documents that were asked for, and tells and gives what cannot be looked into.
func (o *batchOptions) find(ctx context.Context) (*load.Corpus, source.Diagnostics, error) {
	var listed []string
	if o.from != "" {
		var err error
		if listed, err = o.documents.List(ctx, o.from, o.null); ctx.Err() != nil {
			return nil, nil, ctx.Err()
		} else if err != nil {
			return nil, nil, amiss("the list %s cannot be read: %s", source.Printable(o.from), reason(err))
		}
	}
	corpus, wrong, err := load.Find(ctx, o.paths, listed)
	if err != nil {
		return nil, nil, err
	}
	fmt.Fprint(o.err, wrong.Text())
	if corpus == nil {
		return nil, nil, said(badInput)
	}
	corpus.Keep(o.shard)
	for _, x := range o.printouts {
		x.options.Named = nil // documents go by the names that other programs are told
		if x.stage != nil && corpus.Holds(x.stage.path) {
			return nil, nil, amiss("%s would be overwritten, and is read; name another file to print to", source.Quoted(x.stage.path))
		}
	}
	return corpus, wrong, nil
}
