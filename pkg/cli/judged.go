package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"

	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/compare"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// judged reads and judges a proposal: a file, standard input (-), or a file in a git revision (REV:PATH).
// Whatever is wrong with it comes back as diagnostics; the error is that of the context.
func (s *streams) judged(ctx context.Context, arg string, cat *catalogue.Catalogue) (compare.Judged, source.Diagnostics, error) {
	doc, wrong, err := s.document(ctx, arg, cat)
	if err != nil || len(wrong) > 0 {
		return compare.Judged{}, wrong, err
	}
	return compare.Judged{Document: doc, Result: assess.Assess(doc, cat), Catalogue: cat}, nil, nil
}

// document reads a proposal as load does, and one in a git revision.
func (s *streams) document(ctx context.Context, arg string, cat *catalogue.Catalogue) (*proposal.Proposal, source.Diagnostics, error) {
	r, inRevision := revisionOf(arg)
	in, wrong, err := input{name: source.Printable(arg)}, source.Diagnostics(nil), error(nil)
	if inRevision {
		in.data, in.files, err = r.read(ctx)
		if err != nil && ctx.Err() == nil {
			wrong, err = source.Diagnostics{unreadableRevision(in.name, r, err)}, nil
		}
	} else {
		in, wrong, err = s.input(ctx, arg)
	}
	switch {
	case ctx.Err() != nil:
		return nil, nil, ctx.Err()
	case err != nil || len(wrong) > 0:
		return nil, wrong, err
	case isResult(in.data):
		d := source.Diagnostic{Position: source.Position{File: in.name}, Found: "a result as JSON", Expected: "a proposal", Do: "name the proposal that was assessed; an earlier state of it is read from git as REV:PATH"}
		return nil, source.Diagnostics{d}, nil
	}
	doc, wrong := in.proposal(cat)
	if inRevision {
		placed(doc, wrong, r.rev)
	}
	return doc, wrong, nil
}

// isResult reports whether a file is what `assess --format json` prints.
func isResult(data []byte) bool {
	start := bytes.TrimSpace(data)
	return bytes.HasPrefix(start, []byte("{")) && bytes.Contains(start[:min(len(start), 200)], []byte(`"partner-result/`))
}

// read reads a file in a revision, and gives the folder that it lies in.
func (r revision) read(ctx context.Context) ([]byte, fs.FS, error) {
	t, at, err := r.open(ctx)
	if err != nil {
		return nil, nil, err
	}
	info, err := t.Stat(at)
	if err != nil {
		return nil, nil, err
	}
	if info.IsDir() {
		return nil, nil, errFolder
	}
	data, err := fs.ReadFile(t, at)
	return data, t.below(path.Dir(at)), err
}

var errFolder = errors.New("a folder")

// unreadableRevision says why a file in a revision cannot be read, and what to do.
func unreadableRevision(name string, r revision, err error) source.Diagnostic {
	d := source.Diagnostic{Position: source.Position{File: name}}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.Found = "revision " + quoted(r.rev) + " has no file " + quoted(r.path)
		d.Do = "name the path from the top of the repository, or from this folder with ./ before it"
	case errors.Is(err, errFolder):
		d.Found, d.Expected, d.Do = "a folder", "a proposal", "name the files in it"
	default:
		d.Found = "no such file, and as a git revision it cannot be read: " + reason(err)
	}
	return d
}

// placed writes the revision before the names of the organisations' files that were read from it, where a
// proposal at the repository's top gave them names without.
func placed(doc *proposal.Proposal, wrong source.Diagnostics, rev string) {
	name := func(at *source.Position) {
		if at.File != "" && !strings.HasPrefix(at.File, rev+":") {
			at.File = rev + ":" + at.File
		}
	}
	for i := range wrong {
		name(&wrong[i].Position)
	}
	visit := func(v *proposal.Value) {
		name(&v.Pos)
		for _, view := range v.Views {
			name(&view.Pos)
		}
	}
	doc.Root.Walk(visit)
	for _, e := range doc.Register {
		e.Walk(visit)
	}
	for _, o := range doc.Organisations {
		if o != nil {
			name(&o.Pos)
		}
	}
}
