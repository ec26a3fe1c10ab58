package cli

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/report"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// pageFolder is where a run prints a file for each of many documents, each whole or not at all as soon as it is done, and in
// the end an index of them. What lies there and is no such file is never written over.
type pageFolder struct {
	path  string
	of    *report.Folder
	made  bool     // by this run
	names []string // of the files, along the documents
	index *report.Index
}

// isFolder reports whether a path names a folder: by its end, or because one is there.
func isFolder(path string) bool {
	if path != "" && (os.IsPathSeparator(path[len(path)-1]) || strings.HasSuffix(path, "/")) {
		return true
	}
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// openFolder opens a folder to print to, and makes it where there is none.
func openFolder(path string, of *report.Folder) (*pageFolder, error) {
	f := &pageFolder{path: filepath.Clean(path), of: of}
	err := os.Mkdir(f.path, 0o777)
	f.made = err == nil
	switch info, missing := os.Stat(f.path); {
	case f.made:
	case missing == nil && info.IsDir():
		err = nil
	case missing == nil:
		err = errors.New("it is a file")
	case errors.Is(err, fs.ErrNotExist):
		err = errors.New("there is no folder " + source.Quoted(filepath.Dir(f.path)))
	}
	if err == nil {
		if err = f.spares(f.indexFile()); err != nil {
			f.leave()
		}
	}
	return f, err
}

func (f *pageFolder) file(name string) string { return filepath.Join(f.path, name) }

func (f *pageFolder) indexFile() string { return f.file(report.IndexName + f.of.Ends) }

// leave removes the folder where this run made it and left nothing in it.
func (f *pageFolder) leave() {
	if f != nil && f.made {
		_ = os.Remove(f.path) // fails where something lies there
	}
}

// spares refuses to write over what is no file of such a folder.
func (f *pageFolder) spares(file string) error {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() {
		return nil // it cannot be written for another reason, or nothing is there
	}
	there, err := os.Open(file)
	if err != nil {
		return err
	}
	defer there.Close()
	start := make([]byte, 512)
	n, err := io.ReadFull(there, start)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return err
	}
	if !f.of.Owns(start[:n]) {
		return errors.New("a file is there that partner has not made, and nothing is written over it")
	}
	return nil
}

// write writes a file of the folder, whole or not at all.
func (f *pageFolder) write(name string, print func(io.Writer) error) error {
	path := f.file(name)
	err := f.spares(path)
	if err == nil {
		var s *stage
		if s, err = newStage(path); err == nil {
			if err = print(s); err == nil {
				err = s.commit()
			}
		}
		s.discard()
	}
	if err != nil {
		return amiss("%s cannot be written: %s", source.Printable(path), reason(err))
	}
	return nil
}

// others counts the files of other runs that lie in the folder besides those of this one.
func (f *pageFolder) others() int {
	entries, err := os.ReadDir(f.path)
	if err != nil {
		return 0
	}
	names := slices.Sorted(slices.Values(f.names))
	n := 0
	for _, e := range entries {
		_, ours := slices.BinarySearch(names, e.Name())
		if !ours && strings.HasSuffix(e.Name(), f.of.Ends) && f.file(e.Name()) != f.indexFile() && f.spares(f.file(e.Name())) == nil {
			n++
		}
	}
	return n
}

// inFolders tells each folder that is printed to, if any, which documents there will be, by their paths. With lines the
// index tells what they come to together.
func (o *printing) inFolders(paths []string, lines bool) {
	for _, x := range o.printouts {
		if x.folder != nil {
			x.folder.names, x.folder.index = x.folder.of.FileNames(paths), report.NewIndex(o.catalogue, lines)
		}
	}
}

// toFolders reports whether anything is printed to a folder.
func (o *printing) toFolders() bool {
	return slices.ContainsFunc(o.printouts, func(x *printout) bool { return x.folder != nil })
}

// rows are what the index of each folder keeps of a document, along the printouts that go to folders.
type rows []report.Entry

// document prints the report on a document, by its number, to each folder. Several documents may be printed side by side.
func (o *printing) document(at int, of report.Outcome, line *batch.Line) (rows, error) {
	var all rows
	for _, x := range o.printouts {
		if x.folder == nil {
			continue
		}
		name := x.folder.names[at]
		err := x.folder.write(name, func(w io.Writer) error {
			return x.format.Reports(w, slices.Values([]report.Outcome{of}), x.options)
		})
		if err != nil {
			return nil, err
		}
		all = append(all, report.EntryOf(name, of, line))
	}
	return all, nil
}

// note adds a document to the index of each folder.
func (o *printing) note(all rows) error {
	for _, x := range o.printouts {
		if x.folder == nil || len(all) == 0 {
			continue
		}
		if err := x.folder.index.Add(all[0]); err != nil {
			return err
		}
		all = all[1:]
	}
	return nil
}

// indexes prints the index of each folder, and says what else lies there.
func (o *printing) indexes() error {
	for _, x := range o.printouts {
		if x.folder == nil {
			continue
		}
		if err := x.folder.index.Write(x.to, x.folder.of); err != nil {
			return amiss("%s cannot be written: %s", source.Printable(x.folder.indexFile()), reason(err))
		}
		if n := x.folder.others(); n > 0 {
			o.remark("%s holds %s of no document of this run: the index does not lead there", source.Printable(x.folder.path), wording.Count(n, "page", "pages"))
		}
	}
	return nil
}

// pagesIn says where the pages of a run stand that did not come to its index; "" where none was printed to a folder.
func (o *printing) pagesIn() string {
	for _, x := range o.printouts {
		if x.folder != nil {
			return "; their pages stand in " + source.Printable(x.folder.path) + ", without an index"
		}
	}
	return ""
}

// passed reads a stream whose values reach a folder in another way.
func passed[T any](_ io.Writer, all iter.Seq[T], _ report.Options) error {
	for range all {
	}
	return nil
}
