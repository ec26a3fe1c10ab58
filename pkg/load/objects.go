package load

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"strings"

	"partner/pkg/source"
)

// objects reads what a repository keeps by its ids, through one process of git for all: a process for each would take
// longer than what is done with it. It is not for several at once.
type objects struct {
	repository
	process *exec.Cmd
	ask     io.WriteCloser
	told    *bufio.Reader
	said    bytes.Buffer
	folders map[string][]treeEntry // by id, as they were read
}

// mostFolders is how many folders are kept.
const mostFolders = 4096

// objects makes ready to read.
func (r repository) objects() *objects {
	return &objects{repository: r, folders: map[string][]treeEntry{}}
}

// start starts the process, where none runs.
func (o *objects) start() (err error) {
	if o.process != nil {
		return nil
	}
	c := exec.CommandContext(o.ctx, "git", "--no-pager", "--no-replace-objects", "cat-file", "--batch")
	c.Env = o.env
	o.said.Reset()
	c.Stderr = &o.said
	if o.ask, err = c.StdinPipe(); err != nil {
		return err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	o.told, o.process = bufio.NewReaderSize(out, 64<<10), c
	return c.Start()
}

// close ends the process.
func (o *objects) close() {
	if o.process == nil {
		return
	}
	o.ask.Close()
	_, _ = io.Copy(io.Discard, o.told)
	_ = o.process.Wait() // it was told to end
	o.process = nil
}

// read gives an object of that id and its kind: of a large one, as much as shows that it is too large.
func (o *objects) read(id string) (data []byte, kind string, err error) {
	if err := o.start(); err != nil {
		return nil, "", err
	}
	if _, err := fmt.Fprintln(o.ask, id); err != nil {
		return nil, "", o.ended(err)
	}
	line, err := o.told.ReadString('\n')
	if err != nil {
		return nil, "", o.ended(err)
	}
	var size int64
	if n, _ := fmt.Sscanf(line, id+" %s %d", &kind, &size); n != 2 {
		return nil, "", errAbsent
	}
	data, err = io.ReadAll(io.LimitReader(o.told, min(size, source.MaxBytes+1)))
	if err == nil {
		_, err = o.told.Discard(int(size) - len(data) + 1) // with the newline behind it
	}
	if err != nil {
		return nil, "", o.ended(err)
	}
	return data, kind, nil
}

// errAbsent says that a repository does not have what its own folders name.
var errAbsent = errors.New("the repository lacks a part of its history")

// ended says why the process of git has ended: in a partial clone it does so at the first text that is not there. The
// next reading starts another.
func (o *objects) ended(err error) error {
	o.close() // what it said is whole then
	if o.ctx.Err() != nil {
		return o.ctx.Err()
	}
	if o.said.Len() > 0 {
		return refused(o.said.String(), errAbsent)
	}
	return fmt.Errorf("%w (%v)", errAbsent, err)
}

// shortHash is how many bytes the shorter of git's two kinds of id has.
const shortHash = 20

// folder lists a folder of that id.
func (o *objects) folder(id string) ([]treeEntry, error) {
	if listed, kept := o.folders[id]; kept {
		return listed, nil
	}
	data, kind, err := o.read(id)
	switch {
	case err != nil:
		return nil, err
	case kind != "tree":
		return nil, fs.ErrNotExist
	case len(data) > source.MaxBytes:
		return nil, errors.New("a folder of far too many files")
	}
	width := len(id) / 2 // of an id as it stands in a folder
	if width < shortHash {
		return nil, errAbsent
	}
	var listed []treeEntry
	for len(data) > 0 {
		meta, rest, is := bytes.Cut(data, []byte{0})
		mode, name, named := strings.Cut(string(meta), " ")
		if !is || !named || len(rest) < width {
			return nil, errAbsent
		}
		e := treeEntry{path: name, object: fmt.Sprintf("%x", rest[:width]), mode: fileMode(mode)}
		listed, data = append(listed, e), rest[width:]
	}
	if len(o.folders) >= mostFolders {
		clear(o.folders)
	}
	o.folders[id] = listed
	return listed, nil
}

// at finds what stands at a path from a folder of that id, following no link.
func (o *objects) at(id, to string) (treeEntry, error) {
	e := treeEntry{path: ".", object: id, mode: fs.ModeDir}
	if to == "." {
		return e, nil
	}
	way := ""
	for _, step := range strings.Split(to, "/") {
		if !e.IsDir() {
			return treeEntry{}, fs.ErrNotExist
		}
		listed, err := o.folder(e.object)
		if err != nil {
			return treeEntry{}, err
		}
		found := false
		for _, in := range listed {
			if in.path == step {
				e, found = in, true
				break
			}
		}
		if !found {
			return treeEntry{}, fs.ErrNotExist
		}
		way = path.Join(way, step)
		e.path = way
	}
	return e, nil
}
