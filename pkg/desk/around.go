package desk

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"time"

	"partner/pkg/source"
)

// around is the folder of a proposal, as far as it is open. Somebody who opens single files does not tell the page in
// which folders they lie, so that a file without one is found by its name.
type around struct {
	files  []File
	at     int            // the proposal
	folder string         // that it lies in, "" where nobody knows
	before string         // what messages put before the paths of files in it
	called map[string]int // the files that were looked at, by what messages call them
}

// has reports whether a file was looked at.
func (a *around) has(file int) bool {
	for _, i := range a.called {
		if i == file {
			return true
		}
	}
	return false
}

// Open opens a file below the folder.
func (a *around) Open(name string) (fs.File, error) {
	i, err := a.find(name)
	if err != nil {
		return nil, err
	}
	a.called[a.before+source.Printable(name)] = i
	return &opened{Reader: bytes.NewReader(a.files[i].Text), name: path.Base(name), size: int64(len(a.files[i].Text))}, nil
}

// find finds the file of a path below the folder: the one that lies there, or else the only one of the same name whose
// folder, or that of the proposal, nobody knows.
func (a *around) find(name string) (int, error) {
	found, several := -1, false
	for i, f := range a.files {
		switch {
		case i == a.at || f.Role == View:
		case f.Path == path.Join(a.folder, name):
			return i, nil
		case folderOf(f.Path) == "" && unnumbered(f.Path) == path.Base(name), a.folder == "" && beneath(f.Path, name):
			several = found >= 0
			found = i
		}
	}
	switch {
	case several:
		return 0, &source.Unreadable{Reason: "several open files have its name", Do: "open the folder that the proposal lies in, and not its files"}
	case found < 0:
		return 0, &source.Unreadable{Reason: "it is not open here", Do: "open it together with the proposal, or open the folder that both lie in"}
	}
	return found, nil
}

// numbered is the name of a file of which another of the same name was open.
var numbered = regexp.MustCompile(` \(\d+\)(\.\w+)?$`)

// unnumbered is what a file was called before it was opened beside another of its name.
func unnumbered(name string) string { return numbered.ReplaceAllString(name, "$1") }

// beneath reports whether a path ends as another one.
func beneath(at, name string) bool { return at == name || strings.HasSuffix(at, "/"+name) }

// folderOf is the folder in which a file lies, "" where nobody knows.
func folderOf(file string) string {
	if folder := path.Dir(file); folder != "." {
		return folder
	}
	return ""
}

// opened is a file of the desk that is read.
type opened struct {
	*bytes.Reader
	name string
	size int64
}

func (o *opened) Close() error               { return nil }
func (o *opened) Stat() (fs.FileInfo, error) { return info{o.name, o.size}, nil }

// info is what is known of a file.
type info struct {
	name string
	size int64
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return 0o444 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }
