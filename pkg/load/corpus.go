package load

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// Corpus is many documents that are read together. Any number of readers may read from it at once. A file that several
// of them come from is read once, so that all of them see the same.
type Corpus struct {
	Documents Documents
	top       string          // the folder from which paths are told
	ctx       context.Context // in which they were found: reading one takes none

	mu    sync.Mutex
	kept  map[string]*shared // by folder and name
	bytes int                // that are kept
}

// shared is a file that organisations come from.
type shared struct {
	once sync.Once
	data []byte
	hash string // "" where it cannot be read
	err  error
}

// mostKept is how many bytes of shared files are kept, with perShared bytes for keeping each. Beyond, they are read again.
const (
	mostKept  = 8 << 20
	perShared = 256
)

// Read reads one of the documents and verifies it against the catalogue, with the files that were read for it. It is
// false where the file was found and is no proposal.
func (c *Corpus) Read(d Named, cat *catalogue.Catalogue) (Document, []batch.File, bool) {
	folder := path.Dir(d.Path) + "/"
	if folder == "./" {
		folder = ""
	}
	doc := Document{From: proposal.File{Label: source.Printable(d.Path), Folder: source.Printable(folder)}}
	files := []batch.File{{Path: d.Path}}
	data, info, err := d.read()
	doc.Info = info
	if err != nil {
		doc.Wrong = source.Diagnostics{unreadable(c.ctx, doc.From.Label, d.File, err)}
		return doc, files, true
	}
	if d.Found && !proposes(data) {
		return doc, nil, false
	}
	files[0].Hash = hashOf(data)
	beside := &recorded{corpus: c, folder: filepath.Dir(d.File), called: folder, files: files}
	doc.From.Data, doc.From.Files = data, beside
	return doc.verified(cat), beside.files, true
}

// Same reports whether every file that was read for one of the documents could be read, and has the same bytes now.
func (c *Corpus) Same(d Named, files []batch.File) bool {
	if len(files) == 0 || files[0].Path != d.Path {
		return false
	}
	for i, f := range files {
		name := d.inFolder(f)
		hash := ""
		if i > 0 {
			hash = c.beside(filepath.Dir(d.File), name).hash
		} else if data, _, err := d.read(); err == nil {
			hash = hashOf(data)
		}
		if hash == "" || hash != f.Hash {
			return false
		}
	}
	return true
}

// inFolder gives the path of a file that was read for a document from the folder in which that lies.
func (d Named) inFolder(f batch.File) string {
	return strings.TrimPrefix(strings.TrimPrefix(f.Path, path.Dir(d.Path)), "/")
}

// Opened gives the files that were read for a document as they are opened.
func (d Named) Opened(files []batch.File) []string {
	opened := make([]string, len(files))
	for i, f := range files {
		opened[i] = filepath.Join(filepath.Dir(d.File), filepath.FromSlash(d.inFolder(f)))
	}
	return opened
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

var errNotPlain = errors.New("not a plain file")

// read reads it, if it is a plain file, or as much of it as shows that it is too large.
func (d Named) read() ([]byte, fs.FileInfo, error) {
	look := os.Stat
	if d.Plain {
		look = nil
	}
	f, info, err := openPlain(d.File, look, os.OpenFile)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	data := make([]byte, min(info.Size(), source.MaxBytes)+1)
	n, err := f.Read(data)
	if err == nil && int64(n) == info.Size() { // all of it, as mostly: there was room for more
		return data[:n], info, nil
	}
	if err == io.EOF {
		err = nil
	}
	whole := bytes.NewBuffer(data[:n])
	if err == nil {
		_, err = whole.ReadFrom(io.LimitReader(f, source.MaxBytes+1-int64(n)))
	}
	return whole.Bytes(), info, err
}

// openPlain opens a plain file. What is none, such as a pipe or a device, might keep its reader waiting or do something
// on being opened, and is not opened: that is looked at first, but where the file's folder lists it as plain, which is no
// stat. Where one takes the place of the file in the meantime, nothing waits for it, and nothing is read.
func openPlain(name string, stat func(string) (fs.FileInfo, error), open func(string, int, fs.FileMode) (*os.File, error)) (*os.File, fs.FileInfo, error) {
	if stat != nil {
		switch info, err := stat(name); {
		case err != nil:
			return nil, nil, err
		case !info.Mode().IsRegular():
			return nil, nil, errNotPlain
		}
	}
	f, err := open(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errNotPlain
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// beside gives a file of a folder, read before or now.
func (c *Corpus) beside(folder, name string) *shared {
	c.mu.Lock()
	key := folder + "\x00" + name
	s := c.kept[key]
	if s == nil {
		if c.kept == nil || c.bytes > mostKept {
			c.kept, c.bytes = map[string]*shared{}, 0
		}
		s = &shared{}
		c.kept[key] = s
	}
	c.mu.Unlock()
	s.once.Do(func() {
		f, err := beside{c.ctx, folder}.Open(name)
		if err == nil {
			s.data, err = io.ReadAll(io.LimitReader(f, source.MaxBytes+1))
			f.Close()
		}
		if s.err = err; err == nil {
			s.hash = hashOf(s.data)
		}
		c.mu.Lock()
		c.bytes += cap(s.data) + len(key) + perShared
		c.mu.Unlock()
	})
	return s
}

// recorded is the folder of a document, which notes what is read in it.
type recorded struct {
	corpus *Corpus
	folder string
	called string // what goes before the path of a file in it
	files  []batch.File
}

// read gives a file of the folder.
func (r *recorded) read(op, name string) (*shared, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	s := r.corpus.beside(r.folder, name)
	f := batch.File{Path: r.called + name, Hash: s.hash}
	if !slices.Contains(r.files, f) {
		r.files = append(r.files, f)
	}
	return s, s.err
}

// Open opens a file of the folder.
func (r *recorded) Open(name string) (fs.File, error) {
	s, err := r.read("open", name)
	if err != nil {
		return nil, err
	}
	return &blob{treeEntry{path: name}, bytes.NewReader(s.data)}, nil
}

// Stat says what there is.
func (r *recorded) Stat(name string) (fs.FileInfo, error) {
	if _, err := r.read("stat", name); err != nil {
		return nil, err
	}
	return treeEntry{path: name}, nil
}

// Keep leaves the documents of a shard alone.
func (c *Corpus) Keep(s batch.Shard) {
	if s.Of > 1 {
		c.Documents.keep(func(d Named) bool { return s.Has(d.Path) })
	}
}

// Holds reports whether a file is one of the documents.
func (c *Corpus) Holds(file string) bool {
	info, err := os.Stat(file)
	if err != nil {
		return false
	}
	for d := range c.Documents.All() {
		if filepath.Base(d.File) != filepath.Base(file) {
			continue
		}
		if of, err := os.Stat(d.File); err == nil && os.SameFile(info, of) {
			return true
		}
	}
	return false
}
