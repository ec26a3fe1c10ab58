package load

import (
	"cmp"
	"iter"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Documents is a list of files that may be documents, each once and in the order of the bytes of their paths. There may be
// very many, and what holds a pointer is walked over whenever garbage is collected: so all names stand in one text, those of
// folders once.
type Documents struct {
	text    string
	folders []folder
	entries []entry
}

// part is a part of the text of a list.
type part struct {
	at     int64
	length int32
}

// folder is a folder of documents: all that goes before a file's name.
type folder struct {
	path part // in the path by which a document goes
	file part // in that by which it is opened
}

// entry is a document of the list.
type entry struct {
	name  part
	in    int32 // the number of the folder, or where nobody named the document one less than its negative
	plain bool  // its folder lists it as a plain file
}

func entryIn(in int, name part, found, plain bool) entry {
	if found {
		in = -in - 1
	}
	return entry{name, int32(in), plain}
}

func (e entry) folder() int {
	if e.found() {
		return int(-e.in - 1)
	}
	return int(e.in)
}

func (e entry) found() bool { return e.in < 0 }

// What an entry and a folder take, in bytes.
const (
	perEntry  = 24
	perFolder = 32
)

// Len is how many documents there are.
func (l *Documents) Len() int { return len(l.entries) }

// Bytes is how much memory the list takes.
func (l *Documents) Bytes() int {
	return len(l.text) + len(l.entries)*perEntry + len(l.folders)*perFolder
}

// At gives one of the documents by its number, from 0.
func (l *Documents) At(i int) Named {
	e := l.entries[i]
	path, file, name := l.path(e), l.file(e), l.name(e)
	n := Named{Found: e.found(), Plain: e.plain}
	switch { // one text does for both where one ends with the other
	case strings.HasSuffix(file, path):
		n.File = file + name
		n.Path = n.File[len(file)-len(path):]
	case strings.HasSuffix(path, file):
		n.Path = path + name
		n.File = n.Path[len(path)-len(file):]
	default:
		n.Path, n.File = path+name, file+name
	}
	return n
}

// All gives the documents in their order.
func (l *Documents) All() iter.Seq[Named] {
	return func(yield func(Named) bool) {
		for i := range l.entries {
			if !yield(l.At(i)) {
				return
			}
		}
	}
}

// Paths gives the paths of the documents in their order.
func (l *Documents) Paths() []string {
	paths := make([]string, 0, l.Len())
	for d := range l.All() {
		paths = append(paths, d.Path)
	}
	return paths
}

// Number gives the number of the document of a path.
func (l *Documents) Number(path string) (int, bool) {
	return sort.Find(len(l.entries), func(i int) int {
		return compareJoined(path, "", l.path(l.entries[i]), l.name(l.entries[i]))
	})
}

// keep leaves those documents in the list that are wanted.
func (l *Documents) keep(wanted func(Named) bool) {
	var g gathering
	for d := range l.All() {
		if wanted(d) {
			g.add(d.File, func(string) string { return d.Path }, d.Found, d.Plain)
		}
	}
	*l = g.documents()
}

func (l *Documents) of(p part) string { return l.text[p.at : p.at+int64(p.length)] }

func (l *Documents) name(e entry) string { return l.of(e.name) }

// path and file give what goes before the name.
func (l *Documents) path(e entry) string { return l.of(l.folders[e.folder()].path) }
func (l *Documents) file(e entry) string { return l.of(l.folders[e.folder()].file) }

// compare puts two documents into the order of the bytes of their paths.
func (l *Documents) compare(x, y entry) int {
	if x.folder() == y.folder() {
		return strings.Compare(l.name(x), l.name(y))
	}
	return compareJoined(l.path(x), l.name(x), l.path(y), l.name(y))
}

// compareJoined compares two texts that stand in two parts each.
func compareJoined(x1, x2, y1, y2 string) int {
	n := min(len(x1), len(y1))
	if c := strings.Compare(x1[:n], y1[:n]); c != 0 {
		return c
	}
	switch x1, y1 = x1[n:], y1[n:]; {
	case y1 != "":
		return -compareJoined(y1, y2, "", x2)
	case len(x1) > len(y2):
		return cmp.Or(strings.Compare(x1[:len(y2)], y2), 1)
	}
	return cmp.Or(strings.Compare(x1, y2[:len(x1)]), strings.Compare(x2, y2[len(x1):]))
}

// gathering is a list of documents that is being made.
type gathering struct {
	text    strings.Builder
	folders []folder
	entries []entry
	numbers map[string]int // of folders, as they are opened
	within  bool           // a further file may lie in the folder of the one before
	last    string         // that folder, as it is opened
	in      int            // its number
}

// add adds a file, and reports whether it could: whether its path is UTF-8. How the path is called is asked only where the
// folder is another one than that of the file before: in one folder, all paths begin alike.
func (g *gathering) add(file string, called func(string) string, found, plain bool) bool {
	dir, name := filepath.Split(file)
	named := name != "" && name != "." && name != ".."
	if !named || !g.within || g.last != dir {
		path := called(file)
		if !utf8.ValidString(path) {
			return false
		}
		before, ends := strings.CutSuffix(path, name)
		if g.within = named && ends; g.within {
			g.last = strings.Clone(dir)
			g.in = g.number(g.last, before)
		} else { // all of it counts as folder
			g.in, name = g.folder(file, path), ""
		}
	}
	if !utf8.ValidString(name) {
		return false
	}
	g.entries = append(g.entries, entryIn(g.in, g.put(name), found, plain))
	return true
}

// number gives the number of a folder.
func (g *gathering) number(file, path string) int {
	number, is := g.numbers[file]
	if !is {
		if g.numbers == nil {
			g.numbers = map[string]int{}
		}
		number = g.folder(file, path)
		g.numbers[file] = number
	}
	return number
}

// folder adds a folder, and gives its number.
func (g *gathering) folder(file, path string) int {
	var f folder
	switch {
	case strings.HasSuffix(file, path):
		f.file = g.put(file)
		f.path = part{f.file.at + int64(len(file)-len(path)), int32(len(path))}
	case strings.HasSuffix(path, file):
		f.path = g.put(path)
		f.file = part{f.path.at + int64(len(path)-len(file)), int32(len(file))}
	default:
		f = folder{g.put(path), g.put(file)}
	}
	g.folders = append(g.folders, f)
	return len(g.folders) - 1
}

func (g *gathering) put(text string) part {
	at := g.text.Len()
	g.text.WriteString(text)
	return part{int64(at), int32(len(text))}
}

// documents gives the list, in order. Of several files that go by one path it holds one, which somebody named if any is.
func (g *gathering) documents() Documents {
	l := Documents{strings.Clone(g.text.String()), slices.Clip(g.folders), g.entries}
	slices.SortFunc(l.entries, func(x, y entry) int {
		return cmp.Or(l.compare(x, y), compareBool(x.found(), y.found()), compareJoined(l.file(x), l.name(x), l.file(y), l.name(y)))
	})
	l.entries = slices.Clip(slices.CompactFunc(l.entries, func(x, y entry) bool { return l.compare(x, y) == 0 }))
	return l
}
