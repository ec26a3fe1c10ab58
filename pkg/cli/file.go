package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"partner/pkg/proposal"
	"partner/pkg/source"
)

// whole is a file and what it is to hold.
type whole struct {
	path string
	data []byte
}

// writeAll writes several files, each whole or not at all, and all or none: where one cannot be written,
// those before it get back what they held.
func writeAll(files []whole) error {
	staged := make([]*stage, 0, len(files))
	defer func() { discard(staged) }()
	for _, f := range files {
		s, err := newStage(f.path)
		if err != nil {
			return err
		}
		staged = append(staged, s)
		if _, err := s.Write(f.data); err != nil {
			return err
		}
	}
	return commit(staged)
}

// commit puts new files in the places of the old, all or none.
func commit(staged []*stage) error {
	slices.SortStableFunc(staged, func(x, y *stage) int {
		switch {
		case x.keeps == y.keeps:
			return 0
		case x.keeps:
			return 1
		}
		return -1
	})
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

// discard removes what was not committed.
func discard(staged []*stage) {
	for _, s := range staged {
		s.discard()
	}
}

// stage is a file on its way: what is written to it lies beside the file until it is committed, so that readers
// find what was there before or all of the new. A link is followed. What is no plain file (a device, a pipe) is
// written to as it is committed, or, where what is written is kept in any case, as it comes.
type stage struct {
	path   string
	beside *os.File    // takes the file's place; nil where it is no plain file, and once it is committed
	data   []byte      // for what is no plain file
	live   *os.File    // what is no plain file and is written to as it comes; nil until then
	before []byte      // what it held, where it was there
	mode   fs.FileMode // 0 where it was not there
	was    fs.FileInfo // of what was there, nil for nothing
	keeps  bool        // what was written stays beside the file where it is not committed; it is committed last, for there is no way back
	also   string      // a file to remove once it is committed, "" for none
	failed error       // what kept it from being written
}

// newStage opens a stage, which fails where the file could not be written in the end.
func newStage(path string) (*stage, error) {
	return newStageAt(path, "."+strconv.Itoa(os.Getpid())+partialEnds, false)
}

// newStageAt opens one of which what lies beside the file is called so, and stays there if it is to be kept.
func newStageAt(path, ends string, keeps bool) (*stage, error) {
	s := &stage{path: path, keeps: keeps}
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
		s.mode, s.was = mode, info
		if !keeps {
			s.before, _ = os.ReadFile(s.path) // what may be written but not read has nothing to go back to
		}
	case !errors.Is(err, fs.ErrNotExist):
		return s, err
	default:
		if _, err := os.Stat(filepath.Dir(s.path)); errors.Is(err, fs.ErrNotExist) {
			return s, fmt.Errorf("there is no folder %s", source.Quoted(filepath.Dir(s.path)))
		}
	}
	s.beside, err = os.OpenFile(s.path+ends, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	return s, err
}

// replaces reports whether a file is the one whose place the new one is to take.
func (s *stage) replaces(file string) bool {
	if s.was == nil {
		return false
	}
	info, err := os.Stat(file)
	return err == nil && s.is(info)
}

// is reports so of a file that was opened.
func (s *stage) is(opened fs.FileInfo) bool { return s.was != nil && os.SameFile(opened, s.was) }

// Write adds to what the file is to hold.
func (s *stage) Write(b []byte) (int, error) {
	to := s.beside
	switch {
	case to == nil && !s.keeps:
		s.data = append(s.data, b...)
		return len(b), nil
	case to == nil:
		if s.failed = s.open(); s.failed != nil {
			return 0, s.failed
		}
		to = s.live
	}
	n, err := to.Write(b)
	if err != nil {
		s.failed = err
	}
	return n, err
}

// open opens what is no plain file. Of a pipe that waits for whoever reads it.
func (s *stage) open() (err error) {
	if s.live == nil {
		s.live, err = os.OpenFile(s.path, os.O_WRONLY, 0)
	}
	return err
}

// goesOn says, of a stage that could not be written, where what was written of it is kept; "" where nothing is.
func (s *stage) goesOn() string {
	if s.beside == nil || !s.keeps {
		return ""
	}
	if info, err := s.beside.Stat(); err != nil || info.Size() == 0 {
		return ""
	}
	return "; what was done is kept in " + source.Printable(s.beside.Name()) + ", and the same command with --resume goes on"
}

// commit puts the new file in the place of the old.
func (s *stage) commit() error {
	switch {
	case s.beside == nil && s.keeps:
		if err := s.open(); err != nil { // where nothing was written, whoever reads finds that out
			return err
		}
		defer func() { s.live = nil }()
		return s.live.Close()
	case s.beside == nil:
		return os.WriteFile(s.path, s.data, 0)
	}
	err := s.beside.Sync()
	if closing := s.beside.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(s.beside.Name(), s.path)
	}
	if err != nil && !s.keeps {
		os.Remove(s.beside.Name())
	}
	s.beside = nil
	if err == nil && s.also != "" {
		if err = os.Remove(s.also); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	return err
}

// undo puts back what was there before.
func (s *stage) undo() error {
	if s.mode == 0 {
		return os.Remove(s.path)
	}
	return writeAll([]whole{{s.path, s.before}})
}

func (s *stage) discard() {
	if s.live != nil {
		s.live.Close()
		s.live = nil
	}
	if s.beside == nil {
		return
	}
	info, err := s.beside.Stat()
	s.beside.Close()
	if !s.keeps || err == nil && info.Size() == 0 {
		os.Remove(s.beside.Name())
	}
	s.beside = nil
}

// samePath reports whether two paths name one file, which need not be there.
func samePath(a, b string) bool {
	x, errA := filepath.Abs(a)
	y, errB := filepath.Abs(b)
	return errA == nil && errB == nil && x == y || sameFile(a, b)
}

// sameFile reports whether two paths lead to one file.
func sameFile(a, b string) bool {
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}

// writtenIn says what a file that is there already holds of what people write for a proposal, "" for nothing.
func writtenIn(path string) proposal.Written {
	if info, err := os.Stat(path); path == "" || err != nil || !info.Mode().IsRegular() || info.Size() > source.MaxBytes {
		return ""
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return "" // what may be written but not read is nothing of that kind
	}
	return proposal.Recognise(text)
}
