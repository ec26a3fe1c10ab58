package load

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/source"
)

// Base is a state that documents are held against: that of a git revision, or one file.
type Base struct {
	Label    string             // what messages call it
	Warnings source.Diagnostics // what its user should know
	loader   Loader
	file     string // "" for a revision
	tree     *tree
	here     string // the working folder from the repository's top, "" for that
	top      string // the folder of the working tree
}

// Base finds what documents are to be held against: a file, or else a git revision of the repository of the working
// folder. A revision is taken as the base of a change: where it is no ancestor of what is checked out, the base is
// where the two parted, and of a merge commit of a pull request that is its first parent. A base that cannot be read
// is an error with its cure, and never taken for one that holds nothing.
func (l Loader) Base(ctx context.Context, arg string) (*Base, error) {
	if info, err := os.Stat(arg); err == nil {
		if info.IsDir() {
			return nil, &source.Unreadable{Reason: "it is a folder", Do: "name a file, or a git revision"}
		}
		return &Base{Label: source.Printable(arg), loader: l, file: arg}, nil
	}
	if !clean(arg) || strings.HasPrefix(arg, "-") {
		return nil, &source.Unreadable{Reason: "it is neither a file nor a git revision", Do: "name one of them"}
	}
	if _, is := revisionOf(arg); is {
		return &Base{Label: source.Printable(arg), loader: l, file: arg}, nil
	}
	repo, err := findRepository(ctx)
	if err == nil {
		b := &Base{Label: source.Printable(arg), loader: l, top: repo.top(), tree: &tree{repository: repo, of: revision{rev: arg}, folder: "."}}
		if err = b.find(); err == nil {
			b.Warnings = warned(b.Label, b.tree.warnings)
			return b, nil
		}
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if known := (*source.Unreadable)(nil); errors.As(err, &known) {
		return nil, err
	}
	why := reason(err)
	if strings.Contains(why, "not a git repository") {
		return nil, &source.Unreadable{Reason: "there is no such file, and the working folder lies in no git repository", Do: "name a file, or run partner in the repository of the documents"}
	}
	return nil, &source.Unreadable{Reason: "there is no such file, and " + why, Do: "name a file, or a revision that `git rev-parse` finds; fetch it where it is elsewhere"}
}

// One reports whether the base is one file, which one document alone can be held against.
func (b *Base) One() bool { return b.file != "" }

// find finds the state that the revision stands for.
func (b *Base) find() error {
	t := b.tree
	prefix, _, err := t.git("rev-parse", "--show-prefix")
	if err != nil {
		return err
	}
	b.here = strings.TrimRight(string(prefix), "\n")
	head := t.commit("HEAD")
	if head == "" && t.of.rev == "HEAD" && t.unborn() {
		t.id, err = t.emptyTree()
		b.Label = "HEAD, of which there is no commit yet"
		return err
	}
	parents := t.parents(head)
	if len(parents) > 0 && slices.Contains([]string{"HEAD^", "HEAD^1", "HEAD~", "HEAD~1"}, t.of.rev) && t.commit(t.of.rev) == "" {
		return t.at(parents[0]) // at the boundary of a shallow clone a commit can only be named by its id
	}
	if err := t.find(); err != nil {
		return err
	}
	rev := t.commit(t.of.rev)
	if rev == "" || head == "" || len(parents) > 0 && rev == parents[0] {
		return nil // a folder and no commit has no history, and where nothing is checked out nothing has parted from it
	}
	out, _, err := t.git("merge-base", rev, head)
	parted := strings.TrimSpace(string(out))
	switch {
	case t.ctx.Err() != nil:
		return t.ctx.Err()
	case err != nil && t.shallow():
		return &source.Unreadable{Reason: "the clone is shallow, and does not show where this branch left " + t.of.rev, Do: cures(parents)}
	case err != nil:
		return &source.Unreadable{Reason: source.Quoted(t.of.rev) + " has no history in common with what is checked out", Do: "name a revision that it comes from"}
	case parted == rev:
		return nil
	}
	warnings := t.warnings
	err = t.at(parted)
	t.warnings = warnings
	b.Label = t.of.rev + ", where this left " + b.Label
	return err
}

// cures says how to come by the base of a shallow clone.
func cures(parents []string) string {
	do := "fetch all of its history (`git fetch --unshallow`, or fetch-depth: 0 or GIT_DEPTH: 0 where it is cloned)"
	if len(parents) > 1 {
		do += ", or hold a pull request's merge commit against its first parent: `git fetch --depth=1 origin " + parents[0] + "`, then --base " + parents[0]
	}
	return do
}

// commit gives the id of a revision that is a commit and at hand, "" for any other.
func (r repository) commit(rev string) string {
	if rev == "" {
		return ""
	}
	out, _, err := r.git("rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// unborn reports whether there is no commit yet.
func (r repository) unborn() bool {
	_, _, err := r.git("symbolic-ref", "--quiet", "HEAD")
	return err == nil
}

// emptyTree gives the id of a folder that holds nothing.
func (r repository) emptyTree() (string, error) {
	out, _, err := r.git("hash-object", "-t", "tree", "--stdin")
	return strings.TrimSpace(string(out)), err
}

// parents gives the ids of the parents of a commit as it names them, also those that a shallow clone does not have.
func (r repository) parents(commit string) []string {
	if commit == "" {
		return nil
	}
	out, _, err := r.git("cat-file", "commit", commit)
	if err != nil {
		return nil
	}
	var ids []string
	for line := range strings.Lines(string(out)) {
		if line = strings.TrimSuffix(line, "\n"); line == "" {
			break // the message follows
		}
		if id, is := strings.CutPrefix(line, "parent "); is {
			ids = append(ids, id)
		}
	}
	return ids
}

// at makes the tree that of a commit of which the id is known. In a shallow clone it may not be there.
func (t *tree) at(id string) error {
	out, _, err := t.git("rev-parse", "--verify", "--quiet", "--end-of-options", id+"^{tree}")
	switch {
	case t.ctx.Err() != nil:
		return t.ctx.Err()
	case err != nil && t.shallow():
		return &source.Unreadable{
			Reason: "the clone is shallow, and lacks the state before this one",
			Do:     "fetch it with `git fetch --depth=1 origin " + id + "`, or clone with more of the history (fetch-depth: 2, GIT_DEPTH: 2)",
		}
	case err != nil && t.partial():
		return t.lacks()
	case err != nil:
		return err
	}
	t.id, t.of.rev = strings.TrimSpace(string(out)), id[:min(len(id), shortID)]
	return nil
}

// shortID is how much of a commit's id is told.
const shortID = 12

// Proposal loads what a document was in the base. It is false where the base can be read and has none: then all of the
// document is new.
func (b *Base) Proposal(ctx context.Context, name string, cat *catalogue.Catalogue) (doc Document, there bool, err error) {
	if b.file != "" {
		doc, err := b.loader.State(ctx, b.file, cat)
		return doc, true, err
	}
	t := *b.tree
	t.ctx = ctx // of this document
	at, err := b.inTree(name)
	doc.From.Label = source.Printable(t.of.rev + ":" + at)
	doc.From.Folder = source.Printable(t.of.rev + ":" + at[:strings.LastIndexByte(at, '/')+1])
	if err == nil {
		doc.From.Data, err = t.text(at)
		doc.From.Files = t.below(path.Dir(at))
	}
	switch {
	case ctx.Err() != nil:
		return doc, false, ctx.Err()
	case errors.Is(err, fs.ErrNotExist):
		return doc, false, nil
	case err != nil:
		why := source.Diagnostic{Found: "it cannot be read (" + reason(err) + ")"}
		if known := (*source.Unreadable)(nil); errors.As(err, &known) {
			why.Found, why.Do = known.Reason, known.Do
		} else if errors.Is(err, errFolder) {
			why.Found, why.Expected = "a folder", "a proposal"
		}
		doc.refuse(why)
		return doc, true, nil
	}
	return doc.noResult().verified(cat), true, nil
}

// inTree gives the path of a file from the repository's top.
func (b *Base) inTree(name string) (string, error) {
	outside := &source.Unreadable{Reason: source.Quoted(name) + " does not lie in the repository of the working folder", Do: "run partner in the repository of the document"}
	at := path.Join(b.here, filepath.ToSlash(name))
	if r, is := revisionOf(name); is { // another state of what the base has
		if at = path.Clean(r.path); r.fromHere() {
			at = path.Join(b.here, r.path)
		}
	}
	if filepath.IsAbs(name) {
		top, errTop := filepath.EvalSymlinks(b.top)
		folder, errFolder := filepath.EvalSymlinks(filepath.Dir(name))
		rel, err := filepath.Rel(top, filepath.Join(folder, filepath.Base(name)))
		if errTop != nil || errFolder != nil || err != nil {
			return "", outside
		}
		at = filepath.ToSlash(rel)
	}
	if !fs.ValidPath(at) || at == "." {
		return "", outside
	}
	return at, nil
}
