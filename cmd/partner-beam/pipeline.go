package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	// Every runner and the file systems that its files may lie in.
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/dataflow"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/flink"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/spark"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal"

	"partner/assessments"
	"partner/pkg/batch"
	"partner/pkg/load"
	"partner/pkg/portfolio"
	"partner/pkg/report/json"
)

// knownRunners are the runners that are built in.
var knownRunners = []string{"prism", "flink", "spark", "dataflow", "universal"}

func known(runner string) bool { return slices.Contains(knownRunners, runner) }

// document is a file that may be a document, as a pipeline carries it.
type document struct {
	Path  string
	File  string
	Found bool
}

// lined is the line of a document with the path by which lines are ordered.
type lined struct {
	Path string
	Text []byte
}

func init() {
	register.DoFn3x1[context.Context, document, func(lined), error](&assessFn{})
	register.Emitter1[lined]()
	register.DoFn1x2[lined, int, lined](&togetherFn{})
	register.DoFn3x1[context.Context, int, func(*lined) bool, error](&writeFn{})
	register.Iter1[lined]()
	register.DoFn1x1[lined, []byte](&textFn{})
	register.Combiner3[*portfolio.Tally, []byte, []byte](&portfolioFn{})
	register.DoFn2x1[context.Context, []byte, error](&keepFn{})
	beam.RegisterType(reflect.TypeFor[document]())
	beam.RegisterType(reflect.TypeFor[lined]())
	beam.RegisterCoder(reflect.TypeFor[*portfolio.Tally](), encodeTally, decodeTally)
}

// build puts the pipeline together: a line of each document, all lines in one file, and what they come to in another
// where one is asked for.
func build(s beam.Scope, documents []load.Named, h how, lines, tally string) {
	elements := make([]document, len(documents))
	for i, d := range documents {
		elements[i] = document{d.Path, d.File, d.Found}
	}
	assessed := beam.ParDo(s, &assessFn{h.Stage, h.AsOf}, beam.CreateList(s, elements))
	beam.ParDo0(s, &writeFn{lines}, beam.GroupByKey(s, beam.ParDo(s, &togetherFn{}, assessed)))
	if tally != "" {
		texts := beam.ParDo(s, &textFn{}, assessed)
		beam.ParDo0(s, &keepFn{tally}, beam.Combine(s, &portfolioFn{}, texts))
	}
}

// The files that organisations come from are read once by a worker's process.
var beside load.Corpus

// assessFn assesses a document. What is wrong with one is its line and never an error of the pipeline, which would
// end it.
type assessFn struct{ Stage, AsOf string }

// ProcessElement emits the line of a document; what was found and is no proposal has none.
func (f *assessFn) ProcessElement(ctx context.Context, d document, emit func(lined)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	h, err := how{f.Stage, f.AsOf}.made()
	if err != nil {
		return err
	}
	a, is := beside.Assess(load.Named{Path: d.Path, File: d.File, Found: d.Found}, h.Made(), h)
	if !is {
		return nil
	}
	text, err := batch.Append(nil, &a.Line)
	if err != nil {
		return err
	}
	emit(lined{d.Path, text})
	return nil
}

// togetherFn gives all lines one key, so that one worker gets all of them.
type togetherFn struct{}

// ProcessElement gives the key.
func (*togetherFn) ProcessElement(l lined) (int, lined) { return 0, l }

// textFn leaves the text of a line.
type textFn struct{}

// ProcessElement gives the text.
func (*textFn) ProcessElement(l lined) []byte { return l.Text }

// writeFn writes all lines to a file, in the order of the bytes of their paths.
type writeFn struct{ Path string }

// ProcessElement writes them; the order in which they come says nothing.
func (f *writeFn) ProcessElement(ctx context.Context, _ int, next func(*lined) bool) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var all []lined
	for l := (lined{}); next(&l); l = (lined{}) {
		all = append(all, l)
	}
	slices.SortFunc(all, func(x, y lined) int { return strings.Compare(x.Path, y.Path) })
	return whole(f.Path, func(w io.Writer) error {
		for _, l := range all {
			if _, err := w.Write(l.Text); err != nil {
				return err
			}
		}
		return nil
	})
}

// keepFn keeps what the lines come to in a file.
type keepFn struct{ Path string }

// ProcessElement writes it.
func (f *keepFn) ProcessElement(ctx context.Context, text []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return whole(f.Path, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

// whole writes a file beside and renames it, so that it is there whole or not at all.
func whole(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// portfolioFn adds lines up, as `partner portfolio` does.
type portfolioFn struct{}

var reduction = sync.OnceValue(func() *portfolio.Reduction {
	return &portfolio.Reduction{Cat: assessments.Catalogue()}
})

// CreateAccumulator begins a tally.
func (*portfolioFn) CreateAccumulator() *portfolio.Tally { return reduction().New() }

// AddInput adds a line.
func (*portfolioFn) AddInput(t *portfolio.Tally, text []byte) (*portfolio.Tally, error) {
	l, err := batch.Decode(bytes.TrimSuffix(text, []byte("\n")))
	if err != nil {
		return nil, err
	}
	return t, reduction().Add(t, &l)
}

// MergeAccumulators adds one tally to another.
func (*portfolioFn) MergeAccumulators(x, y *portfolio.Tally) (*portfolio.Tally, error) {
	return x, x.Merge(y)
}

// ExtractOutput gives the portfolio as JSON.
func (*portfolioFn) ExtractOutput(t *portfolio.Tally) ([]byte, error) {
	var b bytes.Buffer
	if err := json.Write(&b, reduction().Portfolio(t)); err != nil {
		return nil, fmt.Errorf("the portfolio cannot be written: %w", err)
	}
	return b.Bytes(), nil
}

// A tally goes from one machine to another as its JSON.
func encodeTally(t *portfolio.Tally) ([]byte, error)    { return t.Encode() }
func decodeTally(text []byte) (*portfolio.Tally, error) { return portfolio.Decode(text) }
