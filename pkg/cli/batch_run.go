package cli

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/assess"
	"partner/pkg/batch"
	"partner/pkg/judge"
	"partner/pkg/load"
	"partner/pkg/rating"
	"partner/pkg/report"
	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// perWorker is how many documents for each worker are begun ahead of the one that is printed next.
const perWorker = 16

// A document leaves much that is of no use once its line is made. Collecting that less often saves a tenth to a fifth of
// the processors' time, as long as there is room: beyond the memory that a run is to have, it is collected as ever. The
// list of documents has room of its own, so that as much is left for a document whatever their number.
const (
	collectAt = 800      // per cent that the heap grows meanwhile
	memory    = 40 << 20 // bytes
)

// outcome is what came of one document of a batch.
type outcome struct {
	report.Line
	rated  string // the rating that is counted, "" where there is none
	passed bool   // it was found, and is no proposal
	before bool   // the line is that of a run before
	path   string
	held   held
	listed rows  // in the indexes of folders
	broken error // what ends the whole run
}

// task is a document that is to be done, with where the line of a run before stands.
type task struct {
	load.Named
	number int // among all of them
	before place
}

// tasks gives the task of each document, with the place of its line, if there are any. No list of them is made.
func tasks(documents *load.Documents, before []place) iter.Seq[task] {
	return func(yield func(task) bool) {
		for i := range documents.Len() {
			t := task{Named: documents.At(i), number: i}
			if before != nil {
				t.before = before[i]
			}
			if !yield(t) {
				return
			}
		}
	}
}

// batchRun is one run over many documents.
type batchRun struct {
	*batchOptions
	ctx    context.Context // of the whole run
	corpus *load.Corpus
	how    load.How
	made   batch.Made // of every line, but for what is the document's own
}

// assessAll assesses all documents.
func (o *batchOptions) assessAll(ctx context.Context) error {
	defer debug.SetGCPercent(debug.SetGCPercent(collectAt))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(memory))
	if o.results != nil {
		defer o.results.close()
	}
	if o.resume && (o.results == nil || len(o.printouts) > 1) {
		return amiss("--resume goes on with a file of lines, and with nothing else: name it with -o FILE or --output ndjson=FILE")
	}
	corpus, amissBefore, err := o.find(ctx)
	if err != nil {
		return err
	}
	how := o.how()
	r := &batchRun{o, ctx, corpus, how, how.Made()}
	if len(amissBefore) > 0 {
		o.held.lacks(amissBefore)
	}
	if o.held.base != nil && o.held.base.One() && corpus.Documents.Len() != 1 {
		return amiss("%s is one file, and %d documents are to be held against it; a git revision or a file of lines holds them all", source.Printable(o.Base), corpus.Documents.Len())
	}
	if o.held.lines != nil {
		if err := o.held.lines.within(&corpus.Documents, o.shard.Of > 1); err != nil {
			return err
		}
	}
	var before []place
	if o.resume {
		if before, err = r.goOn(); err != nil {
			return err
		}
	}
	documents := corpus.Documents.Len()
	debug.SetMemoryLimit(memory + int64(corpus.Documents.Bytes()) + int64(len(before))*perPlace)
	if o.toFolders() {
		o.inFolders(corpus.Documents.Paths(), true)
	}
	t := &tally{}
	p := o.progress(documents)
	var broken error
	err = o.lines(func(yield func(report.Line) bool) {
		for x, more := range inOrderAhead(ctx, tasks(&corpus.Documents, before), o.workers, o.workers*perWorker, r.do) {
			if x.broken != nil {
				broken = x.broken
				return
			}
			if broken = o.note(x.listed); broken != nil {
				return
			}
			t.add(x)
			p.done(t.documents + t.passed)
			switch {
			case x.passed:
			case x.rated == "":
				o.held.broke(x.Check.Wrong)
				o.held.meets(x.Check.Name)
			default:
				o.held.take(x.path, x.held)
			}
			if len(x.Check.Wrong) > 0 {
				p.clear()
				fmt.Fprintln(o.err, firstOf(x.Check.Wrong))
			}
			x.More = more
			if !x.passed && !yield(x.Line) || o.unwritable() {
				return
			}
		}
	})
	p.clear()
	switch {
	case cmp.Or(err, broken) != nil:
		return cmp.Or(err, broken)
	case ctx.Err() != nil:
		return o.interrupted(t, documents)
	case o.unwritable():
		return nil // that is told at the end of every run, and nothing else came of this one
	}
	if t.documents == 0 && len(amissBefore) == 0 && o.shard.Of == 1 {
		if documents == 0 {
			return amiss("the list %s names no file", source.Printable(o.from))
		}
		return amiss("none of %s is a proposal: none has the key \"partner\" at its top", wording.Count(documents, "file", "files"))
	}
	if err := cmp.Or(o.indexes(), ctx.Err()); err != nil {
		return err
	}
	if err := o.close(true); err != nil {
		return err
	}
	asAt := ""
	if o.AsAsked {
		asAt = " (as at " + o.AsOf.InWords() + ")"
	}
	o.remark("%s%s", t, asAt)
	return o.held.verdict()
}

// goOn finds what a run before has done, and says why nothing of it is gone on with where that is so.
func (r *batchRun) goOn() ([]place, error) {
	before, err := r.results.find(&r.corpus.Documents)
	if err != nil || before == nil {
		return nil, err
	}
	said, err := r.results.unlike(r.made)
	if r.held.base != nil {
		said = append(said, "a base that is no file of lines is held against documents, not against their lines: all are done anew")
	}
	for _, s := range said {
		r.remark("%s", s)
	}
	return before, err
}

// unwritable reports whether all that is printed goes where it cannot be written. A pipe that nobody reads any more is no
// reason to end: how the documents stand makes the exit code all the same.
func (o *batchOptions) unwritable() bool {
	return o.out.failed != nil && !slices.ContainsFunc(o.printouts, func(x *printout) bool { return x.stage != nil })
}

// interrupted says what was done before a run was interrupted, and how to go on.
func (o *batchOptions) interrupted(t *tally, of int) error {
	done := strconv.Itoa(t.documents+t.passed) + " of " + strconv.Itoa(of) + " documents are done"
	switch {
	case o.results != nil && t.documents > 0:
		o.remark("%s and kept; the same command with --resume goes on%s", done, o.pagesIn())
	case o.results != nil:
	case o.toFolders():
		o.remark("%s%s", done, o.pagesIn())
	default:
		o.remark("%s; with -o FILE a run can be gone on with", done)
	}
	return context.Canceled
}

// how gives how the documents of this run are judged.
func (o *batchOptions) how() load.How {
	h := o.howJudged()
	h.Lines = o.held.base == nil && o.held.lines == nil
	for _, x := range o.printouts {
		h.Lines = h.Lines && (x.format.Name == report.Lines || x.folder != nil)
	}
	if o.toFolders() {
		h.Result = wholeResult
	}
	return h
}

// wholeResult is all that a page tells: as assess works it out for one.
func wholeResult(j *judge.Judgement) *result.Result {
	r := assess.Result(j)
	r.Options = assess.OptionsOf(j)
	return r
}

// do does one document.
func (r *batchRun) do(d task) outcome {
	made := r.made
	made.Path = d.Path
	if d.before.in > 0 {
		if x, is := r.again(d, made); is {
			return x
		}
	}
	a, is := r.corpus.Assess(d.Named, made, r.how)
	if !is {
		return outcome{passed: true}
	}
	if err := r.sparesRead(d, &a); err != nil {
		return outcome{broken: err}
	}
	x := r.written(a.Line)
	x.Check.Wrong, x.Check.Findings = a.Wrong, a.Findings
	var err error
	if x.listed, err = r.document(d.number, report.Outcome{Name: source.Printable(d.Path), Result: a.Result, Diagnostics: a.Wrong}, &a.Line); err != nil {
		return outcome{broken: err}
	}
	if a.Judgement == nil {
		return x
	}
	x.path = d.Path
	if x.held, err = r.held.ofJudged(r.ctx, d.File, &a.Line, a.Judgement, a.Findings); err != nil {
		return outcome{broken: err}
	}
	return x
}

// sparesRead refuses to write over any of the files that a document was read from. Of the document's own it is known from
// opening it which one it is.
func (r *batchRun) sparesRead(d task, a *load.Assessed) error {
	files := a.Line.Files
	if a.Info != nil {
		if err := r.sparesWhat(func(s *stage) bool { return s.is(a.Info) }); err != nil || len(files) == 1 {
			return err
		}
	}
	return r.spares(d.Opened(files))
}

// again is the outcome of a document whose line a run before has made; it is false where that does not do for this one.
// What the line says is read as far as this run needs it.
func (r *batchRun) again(d task, made batch.Made) (x outcome, is bool) {
	var l batch.Line
	var b batch.Brief
	var text []byte
	var err error
	if r.held.gate.Asks() {
		text, l, err = r.results.whole(d.before)
		b = l.Brief()
	} else if text, err = r.results.line(d.before); err == nil {
		b, err = batch.DecodeBrief(text[:d.before.length])
		err = r.results.bad(d.before, err)
	}
	if err != nil {
		return outcome{broken: err}, true
	}
	held, enough := r.held.of(&l)
	if !enough || !b.MadeAlike(made) || !r.corpus.Same(d.Named, b.Files) {
		return outcome{}, false
	}
	return outcome{path: d.Path, held: held, Line: report.Line{Text: text, Check: report.Check{Name: d.Path, Wrong: b.Wrong()}}, rated: ratedAs(b.Overall), before: true}, true
}

// written is the outcome of a line.
func (r *batchRun) written(l batch.Line) outcome {
	text, err := batch.Append(nil, &l)
	if err != nil {
		return outcome{broken: err} // only a mistake in this program can bring that about
	}
	return outcome{Line: report.Line{Text: text, Check: report.Check{Name: l.Path, Wrong: l.Wrong()}}, rated: ratedAs(l.Brief().Overall)}
}

// firstOf says in one line what is wrong with a document first, and how much more is.
func firstOf(wrong source.Diagnostics) string {
	said := source.Printable(wrong[0].Error())
	if more := len(wrong) - 1; more > 0 {
		said += " (and " + wording.Count(more, "more error", "more errors") + ")"
	}
	return said
}

// The words for what has no rating.
const (
	tooLittleKnown = "too little known"
	notRated       = "not rated"
)

// ratedAs gives the rating of the whole that is counted: that so far. Where there is none, it is "".
func ratedAs(overall *batch.Range) string {
	switch {
	case overall == nil:
		return ""
	case overall.NotRated:
		return notRated
	case overall.SoFar == rating.Unrated:
		return tooLittleKnown
	}
	return overall.SoFar.String()
}

// tally counts what came of documents.
type tally struct {
	documents, failed, passed, before int
	rated                             map[string]int
}

func (t *tally) add(x outcome) {
	if x.passed {
		t.passed++
		return
	}
	t.documents++
	if x.before {
		t.before++
	}
	if x.rated == "" {
		t.failed++
		return
	}
	if t.rated == nil {
		t.rated = map[string]int{}
	}
	t.rated[x.rated]++
}

// String says how many documents are rated how, the best first.
func (t *tally) String() string {
	grades := rating.Grades()
	var parts []string
	for i := range grades {
		g := grades[len(grades)-1-i]
		if n := t.rated[g]; n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+g)
		}
	}
	for _, w := range []string{tooLittleKnown, notRated} {
		if n := t.rated[w]; n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+w)
		}
	}
	if t.failed > 0 {
		parts = append(parts, strconv.Itoa(t.failed)+" with errors")
	}
	said := wording.CountOrNo(t.documents, "document", "documents")
	if len(parts) > 0 {
		said += ": " + strings.Join(parts, ", ")
	}
	if t.before > 0 {
		said += "; " + strconv.Itoa(t.before) + " as done before"
	}
	if t.passed > 0 {
		said += "; " + wording.Count(t.passed, "other file is no proposal", "other files are no proposals")
	}
	return said
}
