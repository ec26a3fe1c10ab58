package load

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"partner/pkg/source"
)

// tree is a folder in a git revision, or of what is staged, read through git. It implements fs.FS for what
// lies in it: a path cannot leave it, nor can a link, and nothing is written.
type tree struct {
	repository
	objects  *objects // reads it where many revisions are read; nil for a process of git each time
	of       revision
	id       string // the object id of the revision's own tree
	top      string // of what is staged: the folder of the working tree
	folder   string // the folder in it, "." for its top
	warnings []string
}

var errFolder = errors.New("a folder")

// below is a folder of the tree.
func (t *tree) below(folder string) *tree {
	b := *t
	b.folder = path.Join(t.folder, folder)
	return &b
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
	data, err := t.blob(e)
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
	e, err := t.entry("readdir", name)
	if err != nil {
		return nil, err
	}
	listed, err := t.children(e)
	if err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	var entries []fs.DirEntry
	for _, e := range listed {
		entries = append(entries, fs.FileInfoToDirEntry(e))
	}
	return entries, nil
}

// text reads a file of the tree.
func (t *tree) text(name string) ([]byte, error) {
	e, err := t.entry("open", name)
	switch {
	case err != nil:
		return nil, err
	case e.IsDir():
		return nil, errFolder
	}
	return t.blob(e)
}

// blob reads what a file holds, as much of it as shows that it is too large.
func (t *tree) blob(e treeEntry) ([]byte, error) {
	data, err := t.bytes(e.object)
	switch {
	case err != nil && t.ctx.Err() == nil && t.partial():
		return nil, t.lacks()
	case err == nil && source.LFSPointer(data):
		return nil, &source.Unreadable{Reason: "a Git LFS pointer, not the text that it stands for", Do: "check that state out, run `git lfs pull`, and name the file"}
	}
	return data, err
}

// bytes gives what a file of that id holds.
func (t *tree) bytes(id string) ([]byte, error) {
	if t.objects != nil {
		data, _, err := t.objects.read(id)
		return data, err
	}
	data, _, err := t.git("cat-file", "blob", id)
	return data, err
}

// lacks says that a partial clone lacks something, and how to get it.
func (t *tree) lacks() error {
	do := "run `git fetch --refetch --no-filter`"
	if !t.of.staged() {
		do += ", or for this state alone `git archive " + t.of.rev + " >/dev/null`"
	}
	return &source.Unreadable{Reason: "the clone is partial and lacks this text", Do: do}
}

// mostLinks is how many links are followed on the way to a file.
const mostLinks = 8

// entry finds what a path of the tree names, following links that stay in its folder.
func (t *tree) entry(op, name string) (treeEntry, error) {
	if !fs.ValidPath(name) {
		return treeEntry{}, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	at := path.Join(t.folder, name)
	e, err := t.exactly(at)
	for range mostLinks {
		if err != nil && !errors.Is(err, fs.ErrNotExist) || err == nil && (e.IsDir() || e.mode.IsRegular()) {
			break
		}
		if at, err = t.along(at); err == nil {
			e, err = t.exactly(at)
		} else {
			break
		}
	}
	if err == nil && !e.IsDir() && !e.mode.IsRegular() {
		err = errors.New("links that lead to links, and not to a file")
	}
	if err != nil {
		return treeEntry{}, &fs.PathError{Op: op, Path: name, Err: err}
	}
	return e, nil
}

// along follows the first link on the way to a path. Where there is none, it says why there is no such file.
func (t *tree) along(at string) (string, error) {
	steps := strings.Split(at, "/")
	for i := range steps {
		way := path.Join(steps[:i+1]...)
		e, err := t.exactly(way)
		switch {
		case err != nil:
			return "", err
		case e.mode == fs.ModeIrregular:
			return "", &source.Unreadable{Reason: source.Quoted(way) + " is another repository, a submodule", Do: "check that state out with its submodules, and name the file"}
		case e.mode != fs.ModeSymlink:
			continue
		}
		link, err := t.blob(e)
		if err != nil {
			return "", err
		}
		to := path.Join(path.Dir(way), string(link))
		if path.IsAbs(string(link)) || !within(to, t.folder) {
			return "", &source.Unreadable{Reason: source.Quoted(way) + " is a link that leads out of the folder", Do: "put the file itself there"}
		}
		return path.Join(append([]string{to}, steps[i+1:]...)...), nil
	}
	return "", fs.ErrNotExist
}

// within reports whether a path lies in a folder, both from the top.
func within(at, folder string) bool {
	if folder == "." {
		return fs.ValidPath(at)
	}
	return at == folder || strings.HasPrefix(at, folder+"/")
}

// exactly finds what stands at a path from the top, following no link.
func (t *tree) exactly(at string) (treeEntry, error) {
	if at == "." {
		return treeEntry{path: ".", object: t.id, mode: fs.ModeDir}, nil
	}
	var listed []treeEntry
	var err error
	switch {
	case t.objects != nil:
		e, err := t.objects.at(t.id, at)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && t.ctx.Err() == nil && t.partial() {
			err = t.lacks()
		}
		return e, err
	case t.of.staged():
		listed, err = t.stagedAt(at)
	default:
		listed, err = t.list("ls-tree", "-z", "--full-tree", t.id, "--", at)
	}
	if err != nil {
		return treeEntry{}, err
	}
	if i := slices.IndexFunc(listed, func(e treeEntry) bool { return e.path == at }); i >= 0 {
		return listed[i], nil
	}
	if t.of.staged() && len(listed) > 0 {
		return treeEntry{path: at, mode: fs.ModeDir}, nil
	}
	return treeEntry{}, fs.ErrNotExist
}

// stagedAt lists what is staged at a path and below it.
func (t *tree) stagedAt(at string) ([]treeEntry, error) {
	args := []string{"ls-files", "--stage", "-z", "--", at}
	if t.top != "" {
		args = append([]string{"-C", t.top}, args...)
	}
	listed, err := t.list(args...)
	if err != nil {
		return nil, err
	}
	conflict := slices.ContainsFunc(listed, func(e treeEntry) bool { return e.path == at && e.stage != "0" })
	listed = slices.DeleteFunc(listed, func(e treeEntry) bool { return e.stage != t.of.stage })
	if conflict && len(listed) == 0 && t.of.stage == "0" {
		return nil, &source.Unreadable{Reason: source.Quoted(at) + " is in conflict", Do: "stage what is to hold with `git add`, or name a side: :2:PATH is ours, :3:PATH theirs"}
	}
	return listed, nil
}

// children lists a folder.
func (t *tree) children(folder treeEntry) ([]treeEntry, error) {
	if !t.of.staged() {
		return t.list("ls-tree", "-z", "--full-tree", folder.object)
	}
	listed, err := t.stagedAt(folder.path)
	var entries []treeEntry
	for _, e := range listed {
		rest := e.path
		if folder.path != "." {
			rest = strings.TrimPrefix(rest, folder.path+"/")
		}
		if first, _, deeper := strings.Cut(rest, "/"); deeper {
			e = treeEntry{path: path.Join(folder.path, first), mode: fs.ModeDir}
		}
		if len(entries) == 0 || entries[len(entries)-1].path != e.path {
			entries = append(entries, e)
		}
	}
	return entries, err
}

// list reads what git lists of a tree or of what is staged.
func (t *tree) list(args ...string) ([]treeEntry, error) {
	text, _, err := t.git(args...)
	switch {
	case err != nil && t.ctx.Err() == nil && t.partial():
		return nil, t.lacks()
	case err != nil:
		return nil, err
	case len(text) > source.MaxBytes:
		return nil, errors.New("a folder of far too many files")
	}
	var entries []treeEntry
	for _, line := range strings.Split(strings.TrimRight(string(text), "\x00"), "\x00") {
		meta, name, _ := strings.Cut(line, "\t")
		fields := strings.Fields(meta) // mode, type, object; of what is staged mode, object, stage
		if len(fields) != 3 {
			continue
		}
		e := treeEntry{path: name, object: fields[2]}
		if t.of.staged() {
			e.object, e.stage = fields[1], fields[2]
		}
		e.mode = fileMode(fields[0])
		entries = append(entries, e)
	}
	return entries, nil
}

// fileMode gives what git's mode of a path says that it is.
func fileMode(mode string) fs.FileMode {
	switch strings.TrimLeft(mode, "0") {
	case "100644", "100755", "100664":
		return 0
	case "40000":
		return fs.ModeDir
	case "120000":
		return fs.ModeSymlink
	}
	return fs.ModeIrregular // another repository
}

// treeEntry is a file or a folder in a tree. How large a file is, is not known before it is read: a partial
// clone could not tell.
type treeEntry struct {
	path, object, stage string
	mode                fs.FileMode
}

func (e treeEntry) Name() string       { return path.Base(e.path) }
func (e treeEntry) Size() int64        { return 0 }
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
		return 0, errFolder
	}
	return b.text.Read(to)
}
