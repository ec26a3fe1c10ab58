// Command partner-beam is `partner batch` and `partner portfolio` as an Apache Beam pipeline: the same engine over
// documents that are shared out by a runner, on one machine by prism, on a cluster by Flink, Spark or Dataflow. Its
// lines are those of `partner batch`, byte for byte.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"

	"partner/assessments"
	"partner/pkg/batch"
	"partner/pkg/load"
	"partner/pkg/proposal"
	"partner/pkg/result"
)

// The exit codes, as `partner help exit-codes` tells them.
const (
	done        = 0
	badInput    = 2
	internal    = 3
	interrupted = 130
)

const usage = `usage: partner-beam --lines=FILE [--portfolio=FILE] [--stage=STAGE] [--as-of=DAY] [--runner=RUNNER …] PATH…

Assesses the proposals that the paths name, as "partner batch" does, in an Apache Beam pipeline. The flags of the
runner follow; without --runner it is prism, on this machine.
`

// job is what is asked for.
type job struct {
	paths            []string
	lines, portfolio string
	how              how
}

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

// run reads the flags, runs the pipeline and gives the exit code. Beam's own flags are among them.
func run(args []string, stderr io.Writer) int {
	j := job{}
	flag.StringVar(&j.lines, "lines", "", "print the line of each document to this `FILE`, in the order of their paths")
	flag.StringVar(&j.portfolio, "portfolio", "", "print what they come to as JSON to this `FILE`, as partner portfolio does")
	flag.StringVar(&j.how.Stage, "stage", "", "what is due at this `STAGE` counts: "+strings.Join(result.AskedStages(), ", "))
	flag.StringVar(&j.how.AsOf, "as-of", "", "judge documents as at this `DAY`, such as 2026-12-01")
	flag.Usage = func() {
		fmt.Fprint(stderr, usage)
	}
	if err := flag.CommandLine.Parse(args); err != nil {
		return badInput
	}
	log.LogLevel = "warn"
	restore, err := ownTemporaryFolder()
	if err != nil {
		fmt.Fprintln(stderr, "partner-beam:", err)
		return internal
	}
	defer restore()
	beam.Init() // in a worker it does not come back
	j.paths = flag.Args()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	wrong, err := j.run(ctx, stderr)
	var misuse misuse
	switch {
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "partner-beam: interrupted; nothing is kept")
		return interrupted
	case errors.As(err, &misuse):
		fmt.Fprintln(stderr, "partner-beam:", misuse)
		return badInput
	case err != nil:
		fmt.Fprintln(stderr, "partner-beam: the pipeline failed:", lastLine(err.Error()))
		return internal
	case wrong > 0:
		return badInput
	}
	return done
}

// misuse is what is wrong with what was asked for.
type misuse string

func (m misuse) Error() string { return string(m) }

// run finds the documents, runs the pipeline, and gives how many of them have errors.
func (j *job) run(ctx context.Context, stderr io.Writer) (wrong int, err error) {
	switch {
	case len(j.paths) == 0:
		return 0, misuse("no proposal is named; --help shows how it is used")
	case j.lines == "":
		return 0, misuse("--lines=FILE says where the lines go, and is needed")
	}
	if _, err := j.how.made(); err != nil {
		return 0, err
	}
	runner := *runners.Runner
	if runner == "" {
		runner = "prism"
	}
	if !known(runner) {
		return 0, misuse(fmt.Sprintf("there is no runner %q; expected one of %s", runner, strings.Join(knownRunners, ", ")))
	}
	found, amiss, err := load.Find(ctx, j.paths, nil)
	if err != nil {
		return 0, err
	}
	for _, d := range amiss {
		fmt.Fprintln(stderr, d.Error())
	}
	if found == nil || found.Documents.Len() == 0 {
		return 0, misuse("no proposal is found")
	}
	// The result is written beside and renamed by what writes it; nothing of a run before may be taken for it.
	made := j.lines + ".beam"
	if err := os.RemoveAll(made); err != nil {
		return 0, err
	}
	p, s := beam.NewPipelineWithRoot()
	build(s, slices.Collect(found.Documents.All()), j.how, made, j.portfolio)
	if _, err := beam.Run(ctx, runner, p); err != nil {
		return 0, err
	}
	if err := os.Rename(made, j.lines); errors.Is(err, os.ErrNotExist) {
		return 0, misuse("none of the files is a proposal, or the runner's machines do not share the folder of " + j.lines)
	} else if err != nil {
		return 0, err
	}
	return told(j.lines, stderr)
}

// told reads the lines again, and tells how many documents there are and which have errors.
func told(path string, stderr io.Writer) (wrong int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	all := 0
	for l, err := range batch.Lines(f) {
		if err != nil {
			return 0, err
		}
		all++
		if len(l.Errors) > 0 {
			wrong++
			fmt.Fprintf(stderr, "%s\n", l.Wrong()[0].Error())
		}
	}
	fmt.Fprintf(stderr, "%d documents; %d with errors\n", all, wrong)
	return wrong, nil
}

// how is how documents are judged, in the plain fields that a pipeline can carry.
type how struct{ Stage, AsOf string }

// made reads it.
func (h how) made() (load.How, error) {
	out := load.How{Catalogue: assessments.Catalogue(), Lines: true}
	if h.Stage != "" {
		found := false
		for s := result.ToDecide; s <= result.Running; s++ {
			if s.Asked() == h.Stage {
				out.Stage, found = s, true
			}
		}
		if !found {
			return out, misuse(fmt.Sprintf("--stage %q; expected %s", h.Stage, strings.Join(result.AskedStages(), ", ")))
		}
	}
	if h.AsOf != "" {
		day, ok := proposal.ParseDay(h.AsOf)
		if !ok {
			return out, misuse(fmt.Sprintf("--as-of %q; expected a day such as 2026-12-01", h.AsOf))
		}
		out.AsOf = &day
	}
	return out, nil
}

// lastLine is what a person is told of an error of a runner, whose text has the way of the error through it.
func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}

// ownTemporaryFolder keeps what the runner leaves behind in a folder that goes when the run does.
func ownTemporaryFolder() (restore func(), err error) {
	before := os.Getenv("TMPDIR")
	folder, err := os.MkdirTemp("", "partner-beam-")
	if err != nil {
		return nil, err
	}
	os.Setenv("TMPDIR", folder)
	return func() {
		os.Setenv("TMPDIR", before)
		os.RemoveAll(folder)
	}, nil
}
