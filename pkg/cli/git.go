package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"strconv"
	"strings"
	"time"

	"partner/pkg/source"
)

// revision is what REV:PATH names: a path in a git revision of the repository of the working folder. A
// path is meant from the repository's top, or, with ./ or ../ before it, from the working folder.
type revision struct{ rev, path string }

// revisionOf reads REV:PATH. An argument that is a file is one, whatever it looks like.
func revisionOf(arg string) (revision, bool) {
	if _, err := os.Lstat(arg); err == nil || len(arg) < 3 || arg[0] == '-' || !clean(arg) {
		return revision{}, false
	}
	deep := 0 // within the braces of HEAD@{…} and HEAD^{…}
	for i, c := range arg {
		switch c {
		case '{':
			deep++
		case '}':
			deep--
		case ':':
			if deep > 0 || i == 0 {
				continue
			}
			rest := arg[i+1:]
			if rest == "" || i == 1 && strings.HasPrefix(rest, `\`) { // C:\… is a file
				return revision{}, false
			}
			return revision{arg[:i], rest}, true
		}
	}
	return revision{}, false
}

// clean reports whether text holds no control characters, which no revision or path of ours has.
func clean(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r < 0x20 || r == 0x7f })
}

// tree is a folder in a git revision, read through git. It implements fs.FS for what lies in it: a path
// cannot leave it, a link is not followed, and nothing is written.
type tree struct {
	ctx    context.Context
	id     string // the object id of the revision's own tree
	folder string // the folder in it, "." for its top
}

// open finds a revision, and the path in it from the repository's top.
func (r revision) open(ctx context.Context) (*tree, string, error) {
	if _, err := git(ctx, "rev-parse", "--git-dir"); err != nil {
		return nil, "", err
	}
	id, err := git(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", r.rev+"^{tree}")
	if err != nil {
		if errors.As(err, new(*exec.ExitError)) {
			return nil, "", fmt.Errorf("the repository has no revision %s", quoted(r.rev))
		}
		return nil, "", err
	}
	at := r.path
	if strings.HasPrefix(at, "./") || strings.HasPrefix(at, "../") {
		here, err := git(ctx, "rev-parse", "--show-prefix")
		if err != nil {
			return nil, "", err
		}
		at = path.Join(strings.TrimRight(string(here), "\n"), at)
	}
	if at = path.Clean(at); !fs.ValidPath(at) {
		return nil, "", fmt.Errorf("the path %s does not lie in the repository", quoted(r.path))
	}
	return &tree{ctx: ctx, id: strings.TrimSpace(string(id)), folder: "."}, at, nil
}

// below is a folder of the tree.
func (t *tree) below(folder string) *tree {
	return &tree{ctx: t.ctx, id: t.id, folder: path.Join(t.folder, folder)}
}

// Open opens a file or a folder of the tree.
func (t *tree) Open(name string) (fs.File, error) {
	e, err := t.entry("open", name)
	if err != nil {
		return nil, err
	}
	if e.IsDir() {
		return &blob{entry: e}, nil
	}
	if !e.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("not a plain file")}
	}
	data, err := git(t.ctx, "cat-file", "blob", e.object)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &blob{e, bytes.NewReader(data)}, nil
}

// Stat says what there is without reading it.
func (t *tree) Stat(name string) (fs.FileInfo, error) {
	e, err := t.entry("stat", name)
	if err != nil {
		return nil, err
	}
	return e, nil
}

// ReadDir lists a folder.
func (t *tree) ReadDir(name string) ([]fs.DirEntry, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	of := t.id
	if at := path.Join(t.folder, name); at != "." {
		e, err := t.entry("readdir", name)
		if err != nil {
			return nil, err
		}
		of = e.object
	}
	listed, err := t.list(of)
	if err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	var entries []fs.DirEntry
	for _, e := range listed {
		entries = append(entries, fs.FileInfoToDirEntry(e))
	}
	return entries, nil
}

// entry finds what a path of the tree names.
func (t *tree) entry(op, name string) (treeEntry, error) {
	if !fs.ValidPath(name) {
		return treeEntry{}, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	at := path.Join(t.folder, name)
	if at == "." {
		return treeEntry{name: ".", object: t.id, mode: fs.ModeDir}, nil
	}
	listed, err := t.list(t.id, at)
	switch {
	case err != nil:
		return treeEntry{}, &fs.PathError{Op: op, Path: name, Err: err}
	case len(listed) != 1:
		return treeEntry{}, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return listed[0], nil
}

// list lists a tree object, or only what stands at a path in it.
func (t *tree) list(object string, paths ...string) ([]treeEntry, error) {
	text, err := git(t.ctx, append([]string{"ls-tree", "-z", "-l", "--full-tree", object, "--"}, paths...)...)
	if err != nil {
		return nil, err
	}
	var entries []treeEntry
	for _, line := range strings.Split(strings.TrimRight(string(text), "\x00"), "\x00") {
		meta, name, _ := strings.Cut(line, "\t")
		fields := strings.Fields(meta) // mode, type, object, size
		if len(fields) != 4 {
			continue
		}
		e := treeEntry{name: path.Base(name), object: fields[2]}
		e.size, _ = strconv.ParseInt(fields[3], 10, 64)
		switch fields[0] {
		case "100644", "100755":
		case "040000":
			e.mode = fs.ModeDir
		case "120000":
			e.mode = fs.ModeSymlink
		default:
			e.mode = fs.ModeIrregular // another repository
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// treeEntry is a file or a folder in a tree.
type treeEntry struct {
	name, object string
	mode         fs.FileMode
	size         int64
}

func (e treeEntry) Name() string       { return e.name }
func (e treeEntry) Size() int64        { return e.size }
func (e treeEntry) Mode() fs.FileMode  { return e.mode }
func (e treeEntry) ModTime() time.Time { return time.Time{} }
func (e treeEntry) IsDir() bool        { return e.mode.IsDir() }
func (e treeEntry) Sys() any           { return nil }

// blob is an open file of a tree; a folder has no text.
type blob struct {
	entry treeEntry
	text  *bytes.Reader
}

func (b *blob) Stat() (fs.FileInfo, error) { return b.entry, nil }
func (b *blob) Close() error               { return nil }
func (b *blob) Read(to []byte) (int, error) {
	if b.text == nil {
		return 0, errors.New("a folder")
	}
	return b.text.Read(to)
}

// git runs git in the working folder, without a shell, and gives what it prints: of a file, as much as
// shows that it is too large. Nothing of the network is asked for and nothing is written.
func git(ctx context.Context, args ...string) ([]byte, error) {
	c := exec.CommandContext(ctx, "git", append([]string{"--no-pager", "--literal-pathspecs", "--no-replace-objects"}, args...)...)
	c.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1")
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return nil, errors.New("git is needed to read a revision, and is not to be found")
		}
		return nil, err
	}
	data, readErr := io.ReadAll(io.LimitReader(out, source.MaxBytes+1))
	if len(data) > source.MaxBytes {
		_ = c.Process.Kill() // the rest is of no use
		_ = c.Wait()
		return data, nil
	}
	err = c.Wait()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err == nil:
		return data, readErr
	}
	first, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
	if first == "" {
		return nil, err
	}
	return nil, fmt.Errorf("git says %s (%w)", quoted(strings.TrimPrefix(first, "fatal: ")), err)
}
