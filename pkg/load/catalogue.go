package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/source"
)

// Catalogue loads a catalogue from a folder, or from one in a git revision (REV:FOLDER). The error says in
// one line that it cannot be read and why, unless it is that of the context.
func Catalogue(ctx context.Context, arg string) (*catalogue.Catalogue, error) {
	files := fs.FS(os.DirFS(arg))
	if r, is := revisionOf(arg); is {
		t, at, err := r.open(ctx)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			return nil, noCatalogue(arg, explained(err))
		}
		files = t.below(at)
	}
	if info, err := fs.Stat(files, "."); err != nil || !info.IsDir() {
		return nil, noCatalogue(arg, "there is no such folder")
	}
	cat, err := catalogue.Load(files)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err == nil {
		err = judge.Prove(cat)
	}
	if err != nil {
		first, _, more := strings.Cut(err.Error(), "\n")
		if more {
			first += "; and more"
		}
		return nil, noCatalogue(arg, source.Printable(first))
	}
	return cat, nil
}

// Overlay loads a catalogue of somebody's own from a folder, or from one in a git revision (REV:FOLDER), and lays it over
// the built-in one. What is wrong with it comes back at its places, and its rules are held against the fragments that it
// brings for them; the error is that of the context and no other.
func Overlay(ctx context.Context, arg string, builtIn *catalogue.Catalogue) (*catalogue.Catalogue, source.Diagnostics, error) {
	l, wrong, err := Lay(ctx, arg, builtIn)
	if err != nil || len(wrong) > 0 {
		return nil, wrong, err
	}
	for _, t := range l.Tries() {
		if t.Failed != nil {
			wrong = append(wrong, *t.Failed)
		}
	}
	if len(wrong) > 0 {
		return nil, wrong, nil
	}
	return l.Catalogue, nil, nil
}

// Laid is an overlay that could be read, laid over the built-in catalogue; its rules have not been held against anything.
type Laid struct {
	Catalogue *catalogue.Catalogue
	files     fs.FS
	label     string
	places    catalogue.Places
}

// Lay loads an overlay as Overlay does, and leaves its rules untried.
func Lay(ctx context.Context, arg string, builtIn *catalogue.Catalogue) (*Laid, source.Diagnostics, error) {
	files, label := fs.FS(os.DirFS(arg)), filepath.ToSlash(filepath.Clean(arg))
	whole := func(found, do string) source.Diagnostics {
		return source.Diagnostics{{Position: source.Position{File: source.Printable(label)}, Found: found, Expected: "a folder with an " + catalogue.OverlayFile, Do: do}}
	}
	if r, is := revisionOf(arg); is {
		label = arg
		t, at, err := r.open(ctx)
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		if err != nil {
			return nil, whole("it cannot be read: "+explained(err), ""), nil
		}
		files = t.below(at)
	}
	if info, err := fs.Stat(files, "."); err != nil || !info.IsDir() {
		return nil, whole("there is no such folder", "name one, or write one with `partner catalogue new`"), nil
	}
	cat, places, wrong := builtIn.Lay(files, label)
	if ctx.Err() != nil || len(wrong) > 0 {
		return nil, wrong, ctx.Err()
	}
	return &Laid{cat, files, label, places}, nil, nil
}

// HoldsCatalogue reports whether a folder, or one in a git revision, holds a whole catalogue.
func HoldsCatalogue(ctx context.Context, arg string) bool {
	files := fs.FS(os.DirFS(arg))
	if r, is := revisionOf(arg); is {
		t, at, err := r.open(ctx)
		if err != nil {
			return false
		}
		files = t.below(at)
	}
	_, err := fs.Stat(files, "catalogue.yaml")
	return err == nil
}

func noCatalogue(arg, why string) error {
	return fmt.Errorf("the catalogue %s cannot be read: %s", source.Printable(arg), why)
}

// explained gives an error with what to do about it.
func explained(err error) string {
	var known *source.Unreadable
	if errors.As(err, &known) {
		return known.Reason + "; " + known.Do
	}
	return reason(err)
}
