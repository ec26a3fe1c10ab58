package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// stdinName is what standard input is called in messages and reports.
const stdinName = "<stdin>"

// load reads a proposal, `-` being standard input, and checks it against the catalogue. Whatever is
// wrong with the file or what it holds comes back as diagnostics; the error is that of the context.
func (s *streams) load(ctx context.Context, path string, cat *catalogue.Catalogue) (*proposal.Proposal, source.Diagnostics, error) {
	in, wrong, err := s.input(ctx, path)
	if err != nil || len(wrong) > 0 {
		return nil, wrong, err
	}
	doc, wrong := in.proposal(cat)
	return doc, wrong, nil
}

// input is what a proposal is read from.
type input struct {
	name  string // for messages
	data  []byte
	files fs.FS // the folder that it lies in; nil where it has none
}

// input reads a file whole, `-` being standard input.
func (s *streams) input(ctx context.Context, path string) (input, source.Diagnostics, error) {
	in := input{name: source.Printable(path)}
	if path == "-" {
		in.name = stdinName
	} else {
		in.files = beside(filepath.Dir(path))
	}
	data, err := s.read(ctx, path)
	switch {
	case ctx.Err() != nil:
		return in, nil, ctx.Err()
	case err != nil:
		return in, source.Diagnostics{unreadable(in.name, path, err)}, nil
	}
	in.data = data
	return in, nil, nil
}

// proposal makes a proposal of it, and says all that is wrong with that.
func (in input) proposal(cat *catalogue.Catalogue) (*proposal.Proposal, source.Diagnostics) {
	doc, wrong := proposal.Read(in.name, in.data, in.files)
	wrong = append(wrong, assess.Verify(doc, cat)...)
	wrong.Sort()
	return doc, wrong
}

// read reads a file whole, or as much of it as shows that it is too large. It waits beside the context,
// because a terminal or a pipe may never end.
func (s *streams) read(ctx context.Context, path string) ([]byte, error) {
	type outcome struct {
		data []byte
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		in := s.in
		if path != "-" {
			f, err := os.Open(path)
			if err != nil {
				done <- outcome{err: err}
				return
			}
			defer f.Close()
			in = f
		}
		data, err := io.ReadAll(io.LimitReader(in, source.MaxBytes+1))
		done <- outcome{data, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case o := <-done:
		return o.data, o.err
	}
}

// beside is the folder of a proposal. What is opened there cannot lie outside, whatever links say.
type beside string

// Open opens a file below the folder.
func (dir beside) Open(name string) (fs.File, error) {
	root, err := os.OpenRoot(string(dir))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if info, err := root.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, errors.New("not a plain file") // opening a pipe would wait for its other end
	}
	return root.FS().Open(name)
}

// unreadable says why a file cannot be read, and what to do.
func unreadable(name, path string, err error) source.Diagnostic {
	d := source.Diagnostic{Position: source.Position{File: name}}
	info, statErr := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.Found, d.Expected, d.Do = "there is no such file", "", similar(path)
		if strings.ContainsAny(path, "*?[") {
			d.Found = "no file matches"
		}
	case statErr == nil && info.IsDir():
		d.Found, d.Expected, d.Do = "a folder", "a proposal", "name the files in it"
	default:
		d.Found = "the file cannot be read (" + reason(err) + ")"
	}
	return d
}

// similar names the file of the same folder that may have been meant.
func similar(path string) string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) > 1000 {
		return ""
	}
	var names []string
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext == ".yaml" || ext == ".yml" {
			names = append(names, source.Printable(e.Name()))
		}
	}
	return source.DidYouMean(filepath.Base(path), names)
}
