package load

import (
	"cmp"
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
	files, label := fs.FS(os.DirFS(arg)), filepath.ToSlash(arg)
	whole := func(found, do string) source.Diagnostics {
		return source.Diagnostics{{Position: source.Position{File: source.Printable(label)}, Found: found, Expected: "a folder with an " + catalogue.OverlayFile, Do: do}}
	}
	if r, is := revisionOf(arg); is {
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
	for id := range places.IDs() {
		for _, t := range judge.Tries(cat, cat.Criterion(id)) {
			if t.Wrong != "" {
				wrong = append(wrong, places.At(id, cmp.Or(t.Key, "met"), source.Quoted(id)+": "+t.Wrong, t.Name+" that makes it "+t.Want.String(), "correct the rule or the fragment"))
			}
		}
	}
	if len(wrong) > 0 {
		return nil, wrong, nil
	}
	return cat, nil, nil
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
