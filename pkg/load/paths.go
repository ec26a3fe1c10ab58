package load

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"partner/pkg/catalogue"
	"partner/pkg/source"
)

// Named is a file that may be a document.
type Named struct {
	Path  string // by which it goes wherever it is told of: from the top of the repository or the working folder, with / between names
	File  string // as it is opened
	Found bool   // nobody named it: it was found in a folder or by a pattern, and may be no proposal
	Plain bool   // the folder in which it was found lists it as a plain file
}

// mostListed is how many bytes a list of paths may have.
const mostListed = 256 << 20

// List reads a list of paths, "-" being standard input: one a line or, with nul, one before each zero byte. The error
// says what is wrong with it, unless it is that of the context.
func (l Loader) List(ctx context.Context, path string, nul bool) ([]string, error) {
	data, err := l.readUpTo(ctx, path, mostListed)
	if err != nil {
		return nil, err
	}
	if len(data) > mostListed {
		return nil, errors.New("far too long a list")
	}
	names := strings.Split(string(data), "\x00")
	if !nul {
		names = strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
	}
	return slices.DeleteFunc(names, func(s string) bool { return s == "" }), nil
}

// Find finds the documents that some arguments and a list name, each once and in the order of the bytes of their paths.
// An argument is a file, a folder with all that lies in it, or a pattern with `**`; the list holds files and folders.
// What cannot be looked into comes back with them. The error is that of the context.
func Find(ctx context.Context, args, listed []string) (*Corpus, source.Diagnostics, error) {
	folder, err := os.Getwd()
	if err != nil {
		return nil, source.Diagnostics{{Position: source.Position{File: "."}, Found: "the working folder cannot be told (" + reason(err) + ")"}}, nil
	}
	s := &search{ctx: ctx, top: topOf(folder)}
	for _, a := range args {
		if _, err := os.Stat(a); errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(a, "*?[{") {
			s.pattern(a)
		} else {
			s.path(a)
		}
	}
	for _, p := range listed {
		s.path(p)
	}
	if ctx.Err() != nil {
		return nil, nil, ctx.Err()
	}
	return &Corpus{Documents: s.found.documents(), top: s.top, ctx: ctx}, s.wrong, nil
}

func compareBool(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

// search gathers documents.
type search struct {
	ctx   context.Context
	top   string
	found gathering
	wrong source.Diagnostics
}

// add adds a file.
func (s *search) add(file string, found, plain bool) {
	if !s.found.add(file, s.called, found, plain) {
		s.amiss(file, "the name of a file that is not UTF-8", "rename it")
	}
}

// called gives the path by which a file goes. Where links lead to it otherwise than to the top, both are followed.
func (s *search) called(file string) string {
	abs, err := filepath.Abs(file)
	if err != nil {
		return filepath.ToSlash(file)
	}
	rel, err := filepath.Rel(s.top, abs)
	if err == nil && leaves(rel) {
		top, errTop := filepath.EvalSymlinks(s.top)
		in, errIn := filepath.EvalSymlinks(filepath.Dir(abs))
		if errTop == nil && errIn == nil {
			if r, err := filepath.Rel(top, filepath.Join(in, filepath.Base(abs))); err == nil && !leaves(r) {
				rel = r
			}
		}
	}
	if err != nil {
		rel = abs // on another drive
	}
	return filepath.ToSlash(rel)
}

// leaves reports whether a path leads out of where it begins.
func leaves(rel string) bool {
	return rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

func (s *search) amiss(path, found, do string) {
	s.wrong = append(s.wrong, source.Diagnostic{Position: source.Position{File: source.Printable(path)}, Found: found, Do: do})
}

// path adds a file, or what lies in a folder.
func (s *search) path(path string) {
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		s.add(path, false, false) // whether it can be read is seen when it is
		return
	}
	before := len(s.found.entries)
	_ = filepath.WalkDir(filepath.Clean(path)+string(filepath.Separator), func(at string, e fs.DirEntry, err error) error {
		switch {
		case s.ctx.Err() != nil:
			return s.ctx.Err()
		case err != nil:
			s.amiss(at, "the folder cannot be read ("+reason(err)+")", "")
			return fs.SkipDir
		case e.IsDir():
			if (hidden(e.Name()) || isOverlay(at)) && filepath.Clean(at) != filepath.Clean(path) {
				return fs.SkipDir
			}
		case mayPropose(at):
			s.add(at, true, e.Type().IsRegular())
		}
		return nil
	})
	if len(s.found.entries) == before && s.ctx.Err() == nil {
		s.amiss(path, "a folder without a YAML or JSON file", "name one in which proposals lie")
	}
}

// isOverlay reports whether a folder is a catalogue of somebody's own: the proposals in it are the tests of that.
func isOverlay(folder string) bool {
	info, err := os.Stat(filepath.Join(folder, catalogue.OverlayFile))
	return err == nil && info.Mode().IsRegular()
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// mayPropose reports whether a file is called as a proposal may be.
func mayPropose(file string) bool {
	return !hidden(filepath.Base(file)) && slices.Contains([]string{".yaml", ".yml", ".json"}, strings.ToLower(filepath.Ext(file)))
}

// pattern adds the files that a pattern matches. Links to folders are not followed, so that none leads in a circle.
func (s *search) pattern(pattern string) {
	files, err := doublestar.FilepathGlob(pattern, doublestar.WithFilesOnly(), doublestar.WithNoFollow(), doublestar.WithNoHidden())
	if err != nil {
		s.amiss(pattern, "not a pattern that can be read", "close each [ and each {")
		return
	}
	before := len(s.found.entries)
	for _, f := range files {
		if info, err := os.Stat(f); err != nil || !info.IsDir() {
			s.add(f, true, false)
		}
	}
	if len(s.found.entries) == before {
		s.amiss(pattern, "no file matches", "")
	}
}

// key is what a proposal has at its top.
const key = "partner"

// proposes reports whether a text says of itself that it is a proposal: that it has the key `partner` at its top.
// Organisations' own files, packs of questions and what other programs keep in YAML have none.
// A text in UTF-16, which has a zero byte in each letter of the key, cannot be judged, and is not passed over either.
func proposes(text []byte) bool {
	if bytes.IndexByte(text, 0) >= 0 {
		text = bytes.ReplaceAll(text, []byte{0}, nil)
		for _, mark := range []string{"\xff\xfe", "\xfe\xff"} {
			text = bytes.TrimPrefix(text, []byte(mark))
		}
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) {
		return proposesInBraces(text)
	}
	top := indentation(text)
	for at := 0; ; at += len(key) {
		next := bytes.Index(text[at:], []byte(key))
		if next < 0 {
			return false
		}
		at += next
		line := text[bytes.LastIndexByte(text[:at], '\n')+1:]
		bare := bytes.TrimLeft(line, " \t")
		if indented := len(line) - len(bare); indented != 0 && indented != top {
			continue
		}
		for _, written := range []string{key, `"` + key + `"`, "'" + key + "'"} {
			if rest, is := bytes.CutPrefix(bare, []byte(written)); is && bytes.HasPrefix(bytes.TrimLeft(rest, " \t"), []byte(":")) {
				return true
			}
		}
	}
}

// indentation is how far the keys at the top of a text are indented, as far as the first is.
func indentation(text []byte) int {
	for line := range bytes.Lines(text) {
		bare := bytes.TrimLeft(line, " \t")
		if blank := len(bytes.TrimSpace(bare)) == 0; blank || bare[0] == '#' || bare[0] == '%' || bytes.HasPrefix(bare, []byte("---")) {
			continue
		}
		return len(line) - len(bare)
	}
	return -1
}

// proposesInBraces does so for a text that is all in braces, as JSON is. What stands in further braces is not its top.
func proposesInBraces(text []byte) bool {
	deep := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '{' || c == '[':
			deep++
		case c == '}' || c == ']':
			deep--
		case c == '"' || c == '\'':
			end := i + 1
			for end < len(text) && text[end] != c {
				if text[end] == '\\' {
					end++
				}
				end++
			}
			if end < len(text) && deep == 1 && string(text[i+1:end]) == key && colonFollows(text[end+1:]) {
				return true
			}
			i = end
		case deep == 1 && bytes.HasPrefix(text[i:], []byte(key)) && colonFollows(text[i+len(key):]) && bytes.IndexByte([]byte("{, \t\r\n"), text[i-1]) >= 0:
			return true
		}
	}
	return false
}

func colonFollows(text []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte(":"))
}
