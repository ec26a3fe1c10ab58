package cli

import (
	"context"
	"io"

	"partner/assessments"
	"partner/pkg/catalogue"
	"partner/pkg/compare"
	"partner/pkg/load"
	"partner/pkg/result"
)

// program is what every command is handed: where it reads and writes, the catalogue that it applies, and the
// door to documents.
type program struct {
	*streams
	catalogue *catalogue.Catalogue // that is applied: the built-in one, or what is laid over that
	builtIn   *catalogue.Catalogue
	documents load.Loader
}

func newProgram(stdin io.Reader, stdout, stderr io.Writer) *program {
	builtIn := assessments.Catalogue()
	return &program{
		streams:   &streams{in: stdin, out: &output{to: stdout}, err: &output{to: stderr}},
		catalogue: builtIn,
		builtIn:   builtIn,
		documents: load.Loader{Stdin: stdin},
	}
}

// usable reports whether a document can be used. It prints what is wrong with it, and what its user should
// know though nothing is.
func (p *program) usable(doc load.Document) bool {
	if !p.quiet {
		io.WriteString(p.err, doc.Warnings.Text())
	}
	io.WriteString(p.err, doc.Wrong.Text())
	return len(doc.Wrong) == 0
}

// judged loads a state of a proposal, judges it at the stage of its dates or another that was asked for, and
// reports whether it can be used.
func (p *program) judged(ctx context.Context, arg string, cat *catalogue.Catalogue, stage result.Stage) (compare.Judged, bool, error) {
	doc, err := p.documents.State(ctx, arg, cat)
	if err != nil || !p.usable(doc) {
		return compare.Judged{}, false, err
	}
	return compare.At(doc.Proposal, cat, stage), true, nil
}
