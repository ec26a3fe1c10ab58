package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
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
