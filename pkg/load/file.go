package load

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"partner/pkg/form"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// Text is a file that was read whole, or what is wrong with it.
type Text struct {
	Label string
	Data  []byte
	Wrong source.Diagnostics
}

// Text loads a file that need not be a proposal, "-" being standard input.
func (l Loader) Text(ctx context.Context, path string) (Text, error) {
	return l.textUpTo(ctx, path, source.MaxBytes)
}

// Form loads a form that may be a workbook or a Word paper, "-" being standard input.
func (l Loader) Form(ctx context.Context, path string) (Text, error) {
	return l.textUpTo(ctx, path, form.MaxBytes)
}

func (l Loader) textUpTo(ctx context.Context, path string, most int64) (Text, error) {
	t := Text{Label: source.Printable(path)}
	if strings.HasPrefix(path, "::") {
		t.Label = "." + string(filepath.Separator) + t.Label // no line that begins with it commands a runner of workflows
	}
	switch path {
	case "-":
		t.Label = Stdin
	case "":
		t.Label = `""`
	}
	data, err := l.readUpTo(ctx, path, most)
	switch {
	case ctx.Err() != nil:
		return t, ctx.Err()
	case err != nil:
		t.Wrong = source.Diagnostics{unreadable(ctx, t.Label, path, err)}
	}
	t.Data = data
	return t, nil
}

// file loads a file with the folder that it lies in; standard input has none.
func (l Loader) file(ctx context.Context, path string) (Document, error) {
	t, err := l.Text(ctx, path)
	doc := Document{From: proposal.File{Label: t.Label, Data: t.Data}, Wrong: t.Wrong}
	if path != "-" {
		folder := filepath.Dir(path)
		doc.From.Files, doc.From.Folder = beside{ctx, folder}, called(folder)
	}
	return doc, err
}

// mostBeside is how many files of a folder are looked at.
const mostBeside = 1000

// Beside loads the YAML files of a folder that can be read, in the order of their names: those among which may be
// proposals that share what another one refers to.
func (l Loader) Beside(ctx context.Context, folder string) ([]proposal.File, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, ctx.Err() // what cannot be listed cannot be harmed either
	}
	var files []proposal.File
	for _, e := range entries[:min(len(entries), mostBeside)] {
		if ext := filepath.Ext(e.Name()); !e.Type().IsRegular() || ext != ".yaml" && ext != ".yml" {
			continue
		}
		doc, err := l.file(ctx, filepath.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		if len(doc.Wrong) == 0 {
			files = append(files, doc.From)
		}
	}
	return files, nil
}

// called gives what goes before the names of files in a folder.
func called(folder string) string {
	switch {
	case folder == ".":
		return ""
	case strings.HasSuffix(folder, string(filepath.Separator)): // the root
		return source.Printable(folder)
	}
	return source.Printable(folder + string(filepath.Separator))
}

// readUpTo reads a file of at most so many bytes, and one byte more of one that has more. It waits beside the context,
// because a terminal or a pipe may never end.
func (l Loader) readUpTo(ctx context.Context, path string, most int64) ([]byte, error) {
	type outcome struct {
		data []byte
		err  error
	}
	done := make(chan outcome, 1)
	go func() {
		in := l.Stdin
		if path != "-" {
			f, err := os.Open(path)
			if err != nil {
				done <- outcome{err: err}
				return
			}
			defer f.Close()
			in = f
		}
		data, err := io.ReadAll(io.LimitReader(in, most+1))
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
type beside struct {
	ctx    context.Context // of the whole loading: a file system's methods are given none
	folder string
}

// Open opens a file below the folder.
func (b beside) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	root, err := os.OpenRoot(b.folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f, _, err := openPlain(name, root.Stat, root.OpenFile)
	if errors.Is(err, fs.ErrNotExist) {
		if out, _ := leftOut(b.ctx, filepath.Join(b.folder, filepath.FromSlash(name))); out != nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: out}
		}
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// unreadable says why a file cannot be read, and what to do.
func unreadable(ctx context.Context, label, path string, err error) source.Diagnostic {
	d := source.Diagnostic{Position: source.Position{File: label}}
	info, statErr := os.Stat(path)
	switch {
	case path == "":
		d.Found, d.Expected = "an empty path", "that of a proposal"
	case errors.Is(err, fs.ErrNotExist) && isLink(path):
		d.Found, d.Do = "a link that leads to no file", "mend or remove the link"
	case errors.Is(err, fs.ErrNotExist):
		if out, file := leftOut(ctx, path); out != nil {
			d.Found, d.Do = out.Reason, out.Do
			if file != "" {
				d.Do += ", and `partner check " + inShell("HEAD:"+file) + "` reads what is committed"
			}
			break
		}
		d.Found, d.Expected, d.Do = "there is no such file", "", similar(path)
		if strings.ContainsAny(path, "*?[") {
			d.Found = "no file matches"
		}
	case errors.Is(err, errNotPlain):
		d.Found, d.Expected = "not a plain file", "a proposal"
	case statErr == nil && info.IsDir():
		d.Found, d.Expected, d.Do = "a folder", "a proposal", "name the files in it"
	default:
		d.Found = "the file cannot be read (" + reason(err) + ")"
	}
	return d
}

// isLink reports whether a path is that of a link, whatever it leads to.
func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// similar names the file of the same folder that may have been meant.
func similar(path string) string {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) > 1000 {
		return ""
	}
	name := func(file string) string { return strings.TrimSuffix(file, filepath.Ext(file)) } // all have one of two ends, by which none is meant
	var names, files []string
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); ext == ".yaml" || ext == ".yml" {
			files = append(files, source.Printable(e.Name()))
			names = append(names, name(files[len(files)-1]))
		}
	}
	near := source.Nearest(name(filepath.Base(path)), names)
	if near == "" {
		return ""
	}
	return `did you mean "` + files[slices.Index(names, near)] + `"?`
}

// reason gives an error of the file system without the path, which the message names anyway.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return err.Error()
}
