package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// whole is a file and what it is to hold.
type whole struct {
	path string
	data []byte
}

// writeWhole writes a file whole or not at all: readers find what was there before, or all of the new.
// A link is followed, and what is no plain file (a device, a pipe) is simply written to.
func writeWhole(path string, data []byte) error { return writeAll([]whole{{path, data}}) }

// writeAll writes several files, each whole or not at all, and all or none: where one cannot be written,
// those before it get back what they held.
func writeAll(files []whole) error {
	staged := make([]stage, 0, len(files))
	defer func() {
		for _, s := range staged {
			s.discard()
		}
	}()
	for _, f := range files {
		s, err := newStage(f)
		if err != nil {
			return err
		}
		staged = append(staged, s)
	}
	for i := range staged {
		if err := staged[i].commit(); err != nil {
			for j := range i {
				err = errors.Join(err, staged[j].undo())
			}
			return err
		}
	}
	return nil
}

// stage is a file on its way: what it is to hold lies beside it until it is committed.
type stage struct {
	whole
	beside string      // the file that takes its place; "" where it is no plain file, and is written to
	before []byte      // what it held, where it was there
	mode   fs.FileMode // 0 where it was not there
}

func newStage(w whole) (s stage, err error) {
	s.whole = w
	if target, err := filepath.EvalSymlinks(s.path); err == nil {
		s.path = target
	}
	mode := fs.FileMode(0o666) // less what the process's mask takes away
	info, err := os.Stat(s.path)
	switch {
	case err == nil && info.IsDir():
		return s, errors.New("it is a folder")
	case err == nil && !info.Mode().IsRegular():
		return s, nil
	case err == nil:
		mode = info.Mode().Perm()
		s.mode = mode
		s.before, _ = os.ReadFile(s.path) // what may be written but not read has nothing to go back to
	case !errors.Is(err, fs.ErrNotExist):
		return s, err
	}
	f, err := os.OpenFile(s.path+"."+strconv.Itoa(os.Getpid())+".partial", os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return s, err
	}
	s.beside = f.Name()
	_, err = f.Write(s.data)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		s.discard()
	}
	return s, err
}

// commit puts the new file in the place of the old.
func (s *stage) commit() error {
	if s.beside == "" {
		return os.WriteFile(s.path, s.data, 0)
	}
	err := os.Rename(s.beside, s.path)
	if err == nil {
		s.beside = ""
	}
	return err
}

// undo puts back what was there before.
func (s *stage) undo() error {
	if s.mode == 0 {
		return os.Remove(s.path)
	}
	return writeWhole(s.path, s.before)
}

// discard removes what was not committed.
func (s *stage) discard() {
	if s.beside != "" {
		os.Remove(s.beside)
	}
}

// sameFile reports whether two paths lead to one file.
func sameFile(a, b string) bool {
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}
