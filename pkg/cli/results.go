package cli

import (
	"bufio"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/load"
	"partner/pkg/source"
)

// A run that is interrupted leaves what it has done beside the file that it prints to: NAME.partial. A run that goes on
// after it moves that to NAME.before, and takes from there, and from the file itself, what need not be done again. So
// nothing that was done is lost, however often a run is interrupted, and nothing is added to what another run wrote.
const (
	partialEnds = ".partial"
	beforeEnds  = ".before"
)

// results is the file that the lines of a batch are printed to, with what is there already.
type results struct {
	path    string    // the file
	earlier []earlier // what was done before
}

// earlier is a file that holds lines of a run before.
type earlier struct {
	name string
	file *os.File
}

// place is where a line of a run before stands; the zero place is nowhere.
type place struct {
	at     int64
	number int64 // of the line
	length int32
	in     int32 // of earlier, from 1
}

func placeOf(r batch.Record, in int) place {
	return place{r.At, int64(r.Number), int32(len(r.Text)), int32(in)}
}

// perPlace is what a place takes, in bytes.
const perPlace = 24

// openResults opens the file that lines are printed to. Where the run is to go on after another, what that one did is
// kept; where it is not, nothing may be there that an interrupted run left.
func openResults(path string, resume bool) (*results, *stage, error) {
	r := &results{path: path}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		r.path = target
	}
	partial, before := r.path+partialEnds, r.path+beforeEnds
	switch {
	case !resume && (exists(partial) || exists(before)):
		left := partial
		if !exists(left) {
			left = before
		}
		return nil, nil, fmt.Errorf("%s holds what an interrupted run has done; --resume goes on with it; to start anew, remove it", source.Printable(left))
	case resume:
		if err := r.keep(partial, before); err != nil {
			return nil, nil, err
		}
	}
	s, err := newStageAt(path, partialEnds, true)
	if err != nil {
		r.close()
		return nil, nil, err
	}
	s.also = before
	return r, s, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// keep puts what an interrupted run left where this one reads it, and opens what there is to read.
func (r *results) keep(partial, before string) error {
	switch {
	case exists(partial) && exists(before): // the run that was interrupted went on after another one
		if err := fold(partial, before); err != nil {
			return err
		}
	case exists(partial):
		if err := os.Rename(partial, before); err != nil {
			return err
		}
	}
	for _, name := range []string{before, r.path} {
		info, err := os.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return err
		case !info.Mode().IsRegular(): // to open a pipe would be to wait for its other end
			return fmt.Errorf("%s is no plain file, and nothing goes on after what it holds", source.Printable(name))
		}
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		r.earlier = append(r.earlier, earlier{name, f})
	}
	return nil
}

// fold adds to one file the lines of another that it does not hold, and removes the other. A torn end of either is left
// out.
func fold(from, into string) error {
	held := map[[sha256.Size]byte]bool{}
	end := int64(0)
	err := eachRecord(into, func(r batch.Record) error {
		held[sha256.Sum256(r.Text)], end = true, r.At+int64(len(r.Text))+1
		return nil
	})
	if err != nil {
		return err
	}
	to, err := os.OpenFile(into, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer to.Close()
	if err := to.Truncate(end); err != nil {
		return err
	}
	if _, err := to.Seek(end, io.SeekStart); err != nil {
		return err
	}
	out := bufio.NewWriter(to)
	err = eachRecord(from, func(r batch.Record) error {
		if held[sha256.Sum256(r.Text)] {
			return nil
		}
		out.Write(r.Text) // what goes wrong is told by Flush
		return out.WriteByte('\n')
	})
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = to.Sync()
	}
	if err == nil {
		err = os.Remove(from)
	}
	return err
}

// eachRecord visits the lines of a file that are whole.
func eachRecord(name string, visit func(batch.Record) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	for r, err := range batch.Records(f) {
		if err == nil && !r.Torn {
			err = visit(r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// find finds, for each of the documents, the line of a run before: the latest. A line that is none is an error, but for a
// last one that is torn.
func (r *results) find(documents *load.Documents) ([]place, error) {
	if len(r.earlier) == 0 {
		return nil, nil
	}
	places := make([]place, documents.Len())
	for i := len(r.earlier) - 1; i >= 0; i-- { // what was done last comes first among them, and wins
		e := r.earlier[i]
		for rec, err := range batch.Records(e.file) {
			var path string
			if err == nil && !rec.Torn {
				path, err = batch.PathOf(rec.Text)
			}
			if err != nil {
				return nil, e.bad(rec.Number, err)
			}
			at, is := documents.Number(path)
			if is && !rec.Torn {
				places[at] = placeOf(rec, i+1)
			}
		}
	}
	return places, nil
}

// unlike says of each file of a run before whose lines were made by something else than those of this run, by what: of
// those nothing is gone on with.
func (r *results) unlike(made batch.Made) (said []string, err error) {
	for i := range r.earlier {
		e := &r.earlier[i]
		for rec, err := range batch.Records(io.NewSectionReader(e.file, 0, math.MaxInt64)) {
			if err != nil || rec.Torn {
				break // that is told where all of it is read
			}
			l, err := batch.Decode(rec.Text)
			if err != nil {
				return nil, e.bad(rec.Number, err)
			}
			if by := madeBy(l.Made, made); by != "" {
				said = append(said, source.Printable(e.name)+" was made "+by+": what it holds is done anew")
			}
			break
		}
	}
	return said, nil
}

// madeBy says by what lines were made that others are not made by; "" where they are made alike.
func madeBy(was, is batch.Made) string {
	flags := func(of []string) string {
		if len(of) == 0 {
			return "none"
		}
		return source.Printable(strings.Join(of, " "))
	}
	catalogue := func(of batch.Catalogue) string { return source.Printable(of.Version + " (" + of.Hash + ")") }
	switch is.Path = was.Path; {
	case is.MadeAlike(was):
		return ""
	case was.Program != is.Program:
		return "by version " + source.Printable(was.Program) + ", and this is " + is.Program
	case was.Catalogue != is.Catalogue:
		return "by catalogue " + catalogue(was.Catalogue) + ", and this is " + catalogue(is.Catalogue)
	case !slices.Equal(was.Flags, is.Flags):
		return "with other flags (" + flags(was.Flags) + ", and now " + flags(is.Flags) + ")"
	}
	return "in another format"
}

// bad says that a line is none.
func (e *earlier) bad(number int, err error) error {
	return amiss("%s:%d: %v; mend or remove the file", source.Printable(e.name), number, err)
}

// line reads a line of a run before, with its newline.
func (r *results) line(p place) ([]byte, error) {
	text := make([]byte, p.length+1)
	_, err := r.earlier[p.in-1].file.ReadAt(text, p.at)
	return text, r.bad(p, err)
}

// whole reads a line as line does, and what it says.
func (r *results) whole(p place) (text []byte, l batch.Line, err error) {
	if text, err = r.line(p); err == nil {
		l, err = batch.Decode(text[:p.length])
		err = r.bad(p, err)
	}
	return text, l, err
}

// bad says that a line is none, where it is.
func (r *results) bad(p place, err error) error {
	if err == nil {
		return nil
	}
	return r.earlier[p.in-1].bad(int(p.number), err)
}

func (r *results) close() {
	for _, e := range r.earlier {
		e.file.Close()
	}
}
