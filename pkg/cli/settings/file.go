package settings

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"partner/pkg/source"
)

// FileName is the name of a settings file. It begins with a dot and names settings, so that nobody
// takes it for a proposal.
const FileName = ".partner-settings.yaml"

// nearest finds the settings file that holds for a folder: the one there, or in the nearest folder
// above, up to the root of the git checkout or of the file system. It gives "" where there is none.
func nearest(dir string) string {
	for {
		path := filepath.Join(dir, FileName)
		if _, err := os.Lstat(path); err == nil {
			return path
		}
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return ""
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// load reads a settings file whole, or as much of it as shows that it is too large.
func load(path string) ([]byte, error) {
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, errors.New("not a plain file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, source.MaxBytes+1))
}

// shown gives a path as a person in that folder would write it, and a reason without a path.
func shown(dir, path string) string {
	if rel, err := filepath.Rel(dir, path); err == nil {
		path = rel
	}
	return source.Printable(path)
}

func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return err.Error()
}

// stated is a value in a settings file, with its place.
type stated struct {
	value string
	at    source.Position
}

// parse reads the text of a settings file: each key once, each value one that the key may have. The
// name is only for messages. All errors come back at once.
func parse(name string, text []byte) (map[string]stated, source.Diagnostics) {
	if len(text) <= source.MaxBytes && blank(text) {
		return nil, nil
	}
	file, wrong := source.Parse(name, text)
	if len(wrong) > 0 {
		return nil, wrong
	}
	root := source.Resolve(file.Root)
	if root.Kind != source.Mapping {
		return nil, source.Diagnostics{file.At(root, "not a mapping", "keys such as `format: text`", "")}
	}
	values := map[string]stated{}
	for i := 0; i < len(root.Content); i += 2 {
		key, value := root.Content[i], source.Resolve(root.Content[i+1])
		k, ok := find(key.Value)
		switch {
		case !ok:
			wrong = append(wrong, file.At(key, "the setting "+quoted(key.Value), source.Listed(names()), source.DidYouMean(key.Value, names())))
		case k.List && value.Kind == source.Sequence:
			words, bad := k.words(file, value)
			wrong = append(wrong, bad...)
			values[k.Name] = stated{strings.Join(words, ","), file.Position(key)}
		case value.Kind != source.Scalar:
			wrong = append(wrong, file.At(root.Content[i+1], "a mapping or list for `"+k.Name+"`", k.Expected(), ""))
		case !k.Allows(value.Value):
			wrong = append(wrong, file.At(root.Content[i+1], quoted(value.Value)+" for `"+k.Name+"`", k.Expected(), k.meant(value.Value)))
		default:
			values[k.Name] = stated{value.Value, file.Position(key)}
		}
	}
	return values, wrong
}

// words reads a list of the key's words.
func (k Key) words(file *source.File, list *source.Node) ([]string, source.Diagnostics) {
	var words []string
	var wrong source.Diagnostics
	for _, n := range list.Content {
		if w := source.Resolve(n); w.Kind == source.Scalar && k.Allows(w.Value) {
			words = append(words, w.Value)
		} else {
			wrong = append(wrong, file.At(n, quoted(w.Value)+" for `"+k.Name+"`", source.Listed(k.Words), source.DidYouMean(w.Value, k.Words)))
		}
	}
	if len(words) == 0 {
		words = []string{None}
	}
	if together := strings.Join(words, ","); len(wrong) == 0 && !k.Allows(together) {
		wrong = append(wrong, file.At(list, quoted(together)+" for `"+k.Name+"`", k.Expected(), k.meant(together)))
	}
	return words, wrong
}

// blank reports whether a text holds nothing but comments: settings that set nothing.
func blank(text []byte) bool {
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			return false
		}
	}
	return true
}

func quoted(s string) string {
	if n := []rune(s); len(n) > 60 {
		s = string(n[:57]) + "…"
	}
	return `"` + source.Printable(s) + `"`
}
