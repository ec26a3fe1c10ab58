package cli

import (
	"context"
	"errors"
	"io"
	"iter"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"partner/pkg/judge"
	"partner/pkg/load"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/report"
	"partner/pkg/source"
	"partner/pkg/trend"
)

type trendOptions struct {
	*printing
	args []string
	full bool
}

func newTrend(p *program) *cobra.Command {
	var o trendOptions
	c := &cobra.Command{
		Use:   "trend FILE|REV..REV:FILE|FILE FILE…",
		Short: "Tell how a proposal stood over time, and what moved each step",
		Long: `Trend follows one proposal through its states: how it was rated as claimed and on documents, how much of
it was known, at which stage it stood, what moved each step and why, what comes next and what is still to
be done. All states are judged by the catalogue of this program, so that what moves is the proposal.

Of one FILE the states are those that git has of it, in the repository of the working folder: each commit
on the line of first parents in which the proposal, or a file that its organisations come from, is not
what it was before. What was merged counts on the day of its merge. The file as it lies there comes last,
where it differs from what is committed. REV..REV:FILE is the part of the history between two revisions,
the first included, and ..REV:FILE all of it up to one; there FILE counts from the top of the repository,
or from this folder with ./ before it.

Where the proposal came under another path, that is told, and the history goes on under the path before;
git takes two files for one where at least half is alike. Where a clone is shallow the history begins
where the clone does, and that is told.

Several FILEs (or REV:PATH) are its dated versions: in the order of the days on which they are true
(as_of), where each states one, and otherwise in the order in which they are named.

Steps in which nothing that is rated moved are counted; with --full everything is listed. As CSV there is
a row for each state.`,
		Example: `  partner trend proposal.yaml
  partner trend v1.0..main:proposals/river.yaml --format csv > river.csv
  partner trend river-2026-01.yaml river-2026-06.yaml river-2026-11.yaml`,
		ValidArgsFunction: completeProposals,
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := atLeastOneFile(c, args); err != nil {
			return err
		}
		o.args = args
		return o.run(c, args, o.follow)
	}
	o.printing = p.printing(c, report.TrendNames())
	stageFlag(c)
	c.Flags().BoolVar(&o.full, "full", false, "list everything that moved each step")
	return c
}

// follow follows the proposal, and prints what came of it.
func (o *trendOptions) follow(ctx context.Context) error {
	if len(o.args) > 1 {
		return o.followNamed(ctx)
	}
	h, err := o.documents.History(ctx, o.args[0])
	if h != nil {
		defer h.Close()
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return noHistory(o.args[0], err)
	}
	if !o.quiet {
		io.WriteString(o.err, h.Warnings.Text())
	}
	t := trend.Follow(source.Printable(o.args[0]), o.past(ctx, h))
	if ctx.Err() != nil {
		return ctx.Err()
	}
	t.Commits, t.Begins = h.Commits(), begins(h)
	return o.written(o.trend(t, o.full))
}

// spanned matches a span of revisions without the file that is meant.
var spanned = regexp.MustCompile(`^[^.:]+\.\.[^.:]*$`)

// noHistory says why a proposal cannot be followed.
func noHistory(arg string, err error) error {
	why := reason(err)
	if known := (*source.Unreadable)(nil); errors.As(err, &known) {
		why = known.Reason
		if known.Do != "" {
			why += "; " + known.Do
		}
	}
	if strings.Contains(why, "not a git repository") {
		why = "the working folder lies in no git repository; name its dated versions one by one"
	}
	return amiss("%s has no history here: %s", source.Printable(arg), why)
}

// begins says why a history begins where it does.
func begins(h *load.History) string {
	switch h.Begins {
	case load.BeginsShallow:
		return "It begins where this clone does, which is shallow: `git fetch --unshallow` brings what was before."
	case load.BeginsNamed:
		return "It begins at the revision that was named."
	}
	return "It begins where the file was added. Where it came under another name with most of its text new, its older path has what was before."
}

// past judges the states of a history side by side, and gives them in their order.
func (o *trendOptions) past(ctx context.Context, h *load.History) iter.Seq[trend.Was] {
	renamed := map[string]string{} // by the commit
	for _, r := range h.Renamed {
		renamed[r.Commit] = source.Printable(r.From)
	}
	workers := runtime.GOMAXPROCS(0)
	return inOrder(ctx, h.States(o.catalogue), workers, 2*workers, func(p load.Past) trend.Was {
		w := o.judge(p.Document)
		if p.Commit == "" {
			w.Working = true
			return w
		}
		w.Day, w.Renamed = time.Unix(p.Seconds, 0).UTC().Format(time.DateOnly), renamed[p.Commit]
		w.When, _ = proposal.DayWritten(w.Day)
		return w
	})
}

// judge judges a document, where it can be.
func (o *trendOptions) judge(doc load.Document) trend.Was {
	w := trend.Was{Name: doc.From.Label, Wrong: doc.Wrong}
	if len(doc.Wrong) == 0 {
		w.Judged = trend.Judge(judge.At(doc.Proposal, o.catalogue, o.Stage))
	}
	return w
}

// followNamed follows it through the states that are named.
func (o *trendOptions) followNamed(ctx context.Context) error {
	var states []load.Document
	dated, bad := true, false
	for _, arg := range o.args {
		if spanned.MatchString(arg) && !exists(arg) {
			return amiss("%s names revisions, and no file: write %s:FILE, by itself", source.Quoted(arg), source.Printable(arg))
		}
		doc, err := o.state(ctx, arg, o.catalogue)
		if err != nil {
			return err
		}
		if !o.usable(doc) {
			bad, dated = true, false
		} else {
			dated = dated && doc.Proposal.Root.Find(paths.AsOf).Known()
		}
		states = append(states, doc)
	}
	if dated {
		slices.SortStableFunc(states, func(a, b load.Document) int {
			return int(a.Proposal.Root.Find(paths.AsOf).To - b.Proposal.Root.Find(paths.AsOf).To)
		})
	}
	t := trend.Follow(source.Printable(strings.Join(o.args, ", ")), func(yield func(trend.Was) bool) {
		for _, doc := range states {
			w := o.judge(doc)
			if w.Judged != nil && w.Judged.Doc.Root.Find(paths.AsOf).Known() {
				day := w.Judged.Doc.Root.Find(paths.AsOf)
				w.Day, w.When = day.Word, day.InWords()
			}
			if !yield(w) {
				return
			}
		}
	})
	if err := o.written(o.trend(t, o.full)); err != nil || !bad {
		return err
	}
	return said(badInput)
}
