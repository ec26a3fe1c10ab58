package cli

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"partner/pkg/load"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// How long changes are waited for. Editors write a file in several steps, or put another in its place: it is then away for
// some milliseconds, and empty at first.
const (
	settles  = 100 * time.Millisecond // after the last change of a burst
	longest  = time.Second            // of a burst that does not end
	comeBack = 500 * time.Millisecond // for a file that has gone
	looks    = time.Second            // between looking for a folder that has gone: nothing tells of its return
)

// watchFlag adds --watch to a command that reads documents.
func watchFlag(c *cobra.Command, to *bool) {
	c.Flags().BoolVar(to, "watch", false, "run again whenever a document, or a file that it comes from, changes; Ctrl-C ends it")
}

// watching does a run, and does it again whenever one of the files that it read has changed, until it is interrupted.
// What goes wrong with a document ends nothing: it may be mended with the next change.
func (o *printing) watching(c *cobra.Command, reads []string, run func() error) error {
	if slices.Contains(reads, "-") {
		return misused(c, "--watch needs files, and standard input is none")
	}
	if i := slices.IndexFunc(reads, load.InGit); i >= 0 {
		return misused(c, "--watch needs files, and %s is read from git, which does not tell of changes", source.Quoted(reads[i]))
	}
	w, err := newWatch()
	if err != nil {
		return amiss("changes cannot be watched: %v", err)
	}
	defer w.watcher.Close()
	for {
		o.noted = slices.Clone(reads)
		err := run()
		var f *failure
		switch {
		case errors.Is(err, context.Canceled), o.out.closed:
			return nil
		case errors.As(err, &f) && f.help != "", err != nil && f == nil:
			return err // the command itself is wrong
		case f != nil:
			f.print(o.err)
		}
		w.follow(o.noted)
		o.remark("watching %s; Ctrl-C ends", wording.Count(len(w.files), "file", "files"))
		changed, err := w.wait(c.Context(), func(gone string) {
			o.remark("%s is gone, and is waited for", source.Printable(gone))
		})
		if err != nil {
			return nil // interrupted, which is how it ends
		}
		o.remark("\n── %s ── %s changed", time.Now().Format(time.TimeOnly), source.Printable(strings.Join(changed, ", ")))
	}
}

// watch tells of changes of files. It watches the folders in which they lie: most editors put another file into the
// place of the one, and whoever watches that is told no more.
type watch struct {
	watcher *fsnotify.Watcher
	files   []*watchedFile
}

// watchedFile is a file with what it held when it was last read.
type watchedFile struct {
	name  string   // as it was named
	paths []string // absolute: its own, and where it is a link that of the target
	holds [sha256.Size]byte
}

func newWatch() (*watch, error) {
	watcher, err := fsnotify.NewWatcher()
	return &watch{watcher: watcher}, err
}

// follow watches these files, too. What was watched before goes on being: a document that cannot be read does not say what
// else belongs to it.
func (w *watch) follow(names []string) {
	for _, name := range names {
		at, err := filepath.Abs(name)
		if err != nil {
			at = filepath.Clean(name)
		}
		i := slices.IndexFunc(w.files, func(f *watchedFile) bool { return f.paths[0] == at })
		if i < 0 {
			i, w.files = len(w.files), append(w.files, &watchedFile{name: name})
		}
		f := w.files[i]
		f.paths = []string{at}
		if target, err := filepath.EvalSymlinks(at); err == nil && target != at {
			f.paths = append(f.paths, target)
		}
		f.holds, _ = f.read()
	}
	w.folders()
}

// folders watches the folders of all files, and reports whether all of them are there.
func (w *watch) folders() (whole bool) {
	whole = true
	for _, f := range w.files {
		for _, p := range f.paths {
			if w.watcher.Add(filepath.Dir(p)) != nil { // one that is watched already is not watched twice
				whole = false
			}
		}
	}
	return whole
}

var errEmpty = errors.New("an empty file")

// read gives what a file holds, as far as it can be told from what it held.
func (f *watchedFile) read() ([sha256.Size]byte, error) {
	info, err := os.Stat(f.paths[0])
	switch {
	case err != nil:
		return [sha256.Size]byte{}, err
	case !info.Mode().IsRegular() || info.Size() > source.MaxBytes:
		return sha256.Sum256(fmt.Append(nil, info.Mode(), info.Size(), info.ModTime())), nil
	}
	data, err := os.ReadFile(f.paths[0])
	if err == nil && len(data) == 0 {
		err = errEmpty
	}
	return sha256.Sum256(data), err
}

// concerns reports whether an event may tell of a change of one of the files.
func (w *watch) concerns(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	at := filepath.Clean(e.Name)
	return slices.ContainsFunc(w.files, func(f *watchedFile) bool {
		return slices.ContainsFunc(f.paths, func(p string) bool {
			return p == at || filepath.Dir(p) == at || strings.HasPrefix(p, at+string(filepath.Separator))
		})
	})
}

// wait waits until files hold something else than when they were last read, and gives their names. A file that goes for
// long is told of once, and waited for. It fails where the context ends.
func (w *watch) wait(ctx context.Context, gone func(name string)) ([]string, error) {
	look := time.NewTicker(looks)
	defer look.Stop()
	told := map[string]bool{}
	for {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case e, open := <-w.watcher.Events:
			if !open {
				return nil, fs.ErrClosed
			}
			if !w.concerns(e) {
				continue
			}
		case <-w.watcher.Errors: // some ends of a watch are told as errors, and some changes got lost: look at all files
		case <-look.C:
			if len(told) == 0 && w.folders() {
				continue
			}
		}
		if err := w.settle(ctx); err != nil {
			return nil, err
		}
		w.folders()
		if changed := w.changed(ctx, func(name string) {
			if !told[name] {
				gone(name)
			}
			told[name] = true
		}); len(changed) > 0 {
			return changed, nil
		}
	}
}

// settle waits for the end of a burst of changes.
func (w *watch) settle(ctx context.Context) error {
	end, quiet := time.NewTimer(longest), time.NewTimer(settles)
	defer end.Stop()
	defer quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-end.C:
			return nil
		case <-quiet.C:
			return nil
		case e := <-w.watcher.Events:
			if w.concerns(e) {
				quiet.Reset(settles)
			}
		case <-w.watcher.Errors:
		}
	}
}

// changed gives the files that hold something else now. One that is away or empty is given time to come back; while one is
// missing, nothing has changed.
func (w *watch) changed(ctx context.Context, gone func(name string)) []string {
	var names []string
	for _, f := range w.files {
		holds, err := f.read()
		for waited := time.Duration(0); err != nil && waited < comeBack && ctx.Err() == nil; waited += comeBack / 25 {
			time.Sleep(comeBack / 25)
			holds, err = f.read()
		}
		switch {
		case errors.Is(err, fs.ErrNotExist) && f.holds != [sha256.Size]byte{}:
			gone(f.name)
			return nil
		case holds != f.holds && !(err != nil && f.holds == [sha256.Size]byte{}):
			names = append(names, f.name)
		}
	}
	return names
}
