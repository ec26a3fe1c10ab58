package load

import (
	"os"
	"path"
	"path/filepath"
)

// Naming gives how other programs are told of files, from what messages call them: relative to the top of the
// git repository that a folder lies in, else to the folder, with slashes, and the same on every machine. Of what
// lies outside, the name alone is told. That it is a repository is seen from its .git; git is not asked.
func Naming(folder string) func(label string) string {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return outside
	}
	top := topOf(folder)
	tops := []string{top}
	if resolved, err := filepath.EvalSymlinks(top); err == nil && resolved != top {
		tops = append(tops, resolved)
	}
	return func(label string) string {
		if label == Stdin {
			return "stdin"
		}
		at := filepath.FromSlash(label)
		if !filepath.IsAbs(at) {
			at = filepath.Join(folder, at)
		}
		for _, top := range tops {
			if name, err := filepath.Rel(top, at); err == nil && filepath.IsLocal(name) && name != "." {
				return filepath.ToSlash(name)
			}
		}
		return outside(label)
	}
}

// outside names what has no place below the top.
func outside(label string) string { return path.Base(filepath.ToSlash(label)) }

// topOf gives the nearest folder from one upwards that holds a repository, or else the folder itself.
func topOf(folder string) string {
	for at := folder; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return folder
		}
	}
}
