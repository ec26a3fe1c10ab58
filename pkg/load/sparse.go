package load

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"strings"

	"partner/pkg/source"
)

// leftOut says of a path at which nothing lies that a sparse checkout leaves out what git knows of there, and how to come
// by it. It is nil for any other path, and where there is no git or no repository. Of a file it gives the path from the
// top of the repository, too.
func leftOut(ctx context.Context, name string) (why *source.Unreadable, file string) {
	abs, err := filepath.Abs(name)
	if err != nil || !clean(abs) {
		return nil, ""
	}
	dir := filepath.Dir(abs) // that is there: a folder of which all files are left out is not
	for info, err := os.Stat(dir); err != nil || !info.IsDir(); info, err = os.Stat(dir) {
		up := filepath.Dir(dir)
		if up == dir {
			return nil, ""
		}
		dir = up
	}
	below, err := filepath.Rel(dir, abs)
	if err != nil {
		return nil, ""
	}
	r := repository{ctx, environment()}
	listed, _, err := r.git("-C", dir, "ls-files", "-t", "-z", "--full-name", "--", filepath.ToSlash(below))
	if err != nil || len(listed) == 0 {
		return nil, ""
	}
	for entry := range strings.SplitSeq(strings.TrimRight(string(listed), "\x00"), "\x00") {
		if !strings.HasPrefix(entry, "S ") {
			return nil, ""
		}
	}
	prefix, _, err := r.git("-C", dir, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, ""
	}
	at := path.Join(strings.TrimRight(string(prefix), "\n"), filepath.ToSlash(below))
	isFile := string(listed) == "S "+at+"\x00"
	what := at
	if cone, _, err := r.git("-C", dir, "config", "--bool", "core.sparseCheckoutCone"); err != nil || strings.TrimSpace(string(cone)) == "false" {
		what = "/" + at // any pattern may stand there, and not folders alone
	} else if isFile && path.Dir(at) != "." {
		what = path.Dir(at)
	}
	if isFile {
		file = at
	}
	return &source.Unreadable{Reason: "the sparse checkout leaves it out", Do: "`git sparse-checkout add " + inShell(what) + "` at the top of the repository brings it"}, file
}

// inShell gives a path as a shell takes it for one word.
func inShell(name string) string {
	odd := func(c rune) bool {
		return !strings.ContainsRune("-_./:+@%,", c) && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && c < 0x80
	}
	if strings.ContainsFunc(name, odd) {
		name = "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
	}
	return source.Printable(name)
}
