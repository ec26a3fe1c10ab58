package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/source"
)

// revision is what REV:PATH names: a path in a git revision of the repository of the working folder; or what
// :PATH names, the same path as it is staged. A path is meant from the repository's top, or, with ./ or ../
// before it, from the working folder.
type revision struct {
	rev   string // "" for what is staged
	stage string // of what is staged: "0", or in a conflict that of a side
	path  string
}

// revisionOf reads REV:PATH and :PATH. An argument that is a file is one, whatever it looks like.
func revisionOf(arg string) (revision, bool) {
	if _, err := os.Lstat(arg); err == nil || len(arg) < 2 || arg[0] == '-' || !clean(arg) {
		return revision{}, false
	}
	if arg[0] == ':' {
		r := revision{stage: "0", path: arg[1:]}
		if len(arg) > 3 && arg[2] == ':' && strings.Contains("0123", arg[1:2]) {
			r.stage, r.path = arg[1:2], arg[3:]
		}
		return r, true
	}
	deep := 0 // within the braces of HEAD@{…} and HEAD^{…}
	for i, c := range arg {
		switch c {
		case '{':
			deep++
		case '}':
			deep--
		case ':':
			if deep > 0 {
				continue
			}
			rest := arg[i+1:]
			if rest == "" || i == 1 && strings.HasPrefix(rest, `\`) { // C:\… is a file
				return revision{}, false
			}
			return revision{rev: arg[:i], path: rest}, true
		}
	}
	return revision{}, false
}

// clean reports whether text holds no control characters, which no revision or path of ours has.
func clean(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r < 0x20 || r == 0x7f })
}

func (r revision) staged() bool { return r.rev == "" }

// fromHere reports whether the path is meant from the working folder.
func (r revision) fromHere() bool {
	return strings.HasPrefix(r.path, "./") || strings.HasPrefix(r.path, "../")
}

// load reads a proposal in the revision, whose argument is its label.
func (r revision) load(ctx context.Context, arg string) (Document, error) {
	doc := Document{From: proposal.File{Label: source.Printable(arg)}}
	doc.From.Folder = source.Printable(strings.TrimSuffix(arg, r.path) + r.path[:strings.LastIndexByte(r.path, '/')+1])
	t, at, err := r.open(ctx)
	if err == nil {
		doc.Warnings = warned(doc.From.Label, t.warnings)
		doc.From.Data, err = t.text(at)
		doc.From.Files = t.below(path.Dir(at))
	}
	switch {
	case ctx.Err() != nil:
		return doc, ctx.Err()
	case err != nil:
		doc.refuse(r.unreadable(t, at, err))
	}
	return doc, nil
}

// warned passes on what git warns of.
func warned(label string, texts []string) source.Diagnostics {
	var all source.Diagnostics
	for _, text := range texts {
		d := source.Diagnostic{Position: source.Position{File: label}, Found: "git warns " + source.Quoted(text)}
		if strings.Contains(text, "ambiguous") {
			d.Do = "name the one that is meant in full, such as refs/heads/… or refs/tags/…"
		}
		all = append(all, d)
	}
	return all
}

// open finds a revision, and the path in it from the repository's top.
func (r revision) open(ctx context.Context) (*tree, string, error) {
	repo, err := findRepository(ctx)
	if err != nil {
		return nil, "", err
	}
	t := &tree{repository: repo, of: r, folder: "."}
	if r.staged() {
		t.top = repo.top()
	} else if err := t.find(); err != nil {
		return nil, "", err
	}
	at := r.path
	if r.fromHere() {
		here, _, err := repo.git("rev-parse", "--show-prefix")
		if err != nil {
			return nil, "", err
		}
		at = path.Join(strings.TrimRight(string(here), "\n"), at)
	}
	if at = path.Clean(at); !fs.ValidPath(at) {
		return nil, "", fmt.Errorf("the path %s does not lie in the repository", source.Quoted(r.path))
	}
	return t, at, nil
}

var tooOld = regexp.MustCompile(`^log for '(.*)' only goes back to (.*?)\.?$`)

// find finds the revision's own tree.
func (t *tree) find() error {
	out, warnings, err := t.git("rev-parse", "--verify", "--end-of-options", t.of.rev+"^{tree}")
	if err == nil {
		for _, w := range warnings {
			if log := tooOld.FindStringSubmatch(w); log != nil {
				return &source.Unreadable{Reason: "this clone knows only since " + log[2] + " what " + log[1] + " was", Do: "name a commit or a tag"}
			}
		}
		t.id, t.warnings = strings.TrimSpace(string(out)), warnings
		return nil
	}
	if !errors.As(err, new(*exec.ExitError)) {
		return err
	}
	none := fmt.Errorf("the repository has no revision %s", source.Quoted(t.of.rev))
	if _, _, err := t.git("rev-parse", "--verify", "--end-of-options", t.of.rev+"^{commit}"); err == nil && t.partial() {
		return t.lacks()
	}
	if t.shallow() {
		return &source.Unreadable{Reason: none.Error() + " here: the clone is shallow", Do: "fetch its whole history with `git fetch --unshallow`, or one state with `git fetch --depth=1 origin BRANCH`, which is then called FETCH_HEAD"}
	}
	return none
}

// unreadable says why a file in a revision cannot be read, and what to do.
func (r revision) unreadable(t *tree, at string, err error) source.Diagnostic {
	var d source.Diagnostic
	var known *source.Unreadable
	errors.As(err, &known)
	switch {
	case errors.Is(err, errFolder):
		return source.Diagnostic{Found: "a folder", Expected: "a proposal", Do: "name the files in it"}
	case t == nil || !errors.Is(err, fs.ErrNotExist):
		why := reason(err)
		if known != nil {
			why, d.Do = known.Reason, known.Do
		}
		d.Found = "no such file, and as a git revision it cannot be read: " + why
		if r.staged() {
			d.Found = "what is staged cannot be read: " + why
		}
		return d
	case r.staged():
		d.Found = "nothing is staged as " + source.Quoted(r.path)
	default:
		d.Found = "revision " + source.Quoted(r.rev) + " has no file " + source.Quoted(at)
	}
	d.Do = t.instead(r, at)
	return d
}

// instead says what to name instead of a path that the tree does not have.
func (t *tree) instead(r revision, at string) string {
	here := at // the same path from the working folder, where the path of the revision is meant from the top
	if prefix, _, err := t.git("rev-parse", "--show-prefix"); err == nil && !r.fromHere() {
		here = path.Join(strings.TrimRight(string(prefix), "\n"), at)
	}
	if here != at {
		if _, err := t.exactly(here); err == nil {
			of := r.rev + ":"
			if r.staged() && r.stage != "0" {
				of += r.stage + ":"
			}
			return "did you mean " + source.Quoted(of+"./"+at) + "? Without ./ a path is meant from the top of the repository"
		}
	}
	if top := t.repository.top(); top != "" {
		for _, p := range []string{at, here} {
			if _, err := os.Lstat(filepath.Join(top, filepath.FromSlash(p))); err != nil {
				continue
			}
			if r.staged() {
				return "`git add` stages it"
			}
			return source.Quoted(p) + " is in the working folder alone: it is newer, or was never committed"
		}
	}
	return "name the path from the top of the repository, or from this folder with ./ before it"
}
