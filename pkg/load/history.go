package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// History is how a proposal came to be what it is, as the git repository of the working folder tells it: the commits of
// the line of first parents, in which what was merged counts on the day of its merge. Dates of the commits order
// nothing: a clock may have stood back.
type History struct {
	Begins   Beginning
	Warnings source.Diagnostics // what git warns of
	Renamed  []Renaming         // the latest first
	tree     *tree              // of the latest commit
	working  *Document          // the proposal as it lies in the working folder; nil where a revision was named
	commits  []commit           // the latest first, as far as the proposal was there
}

// Beginning is why a history begins where it does.
type Beginning string

// The reasons for which a history begins where it does.
const (
	BeginsAdded   Beginning = "added"   // the file was added there
	BeginsNamed   Beginning = "named"   // the range that was asked for begins there
	BeginsShallow Beginning = "shallow" // the clone has no older commit
)

// Renaming is a commit in which the proposal got another path.
type Renaming struct {
	Commit   string // its id, short
	From, To string // paths from the top of the repository
}

// commit is a commit with where the proposal was in it.
type commit struct {
	id, tree string
	seconds  int64 // when it was committed, since 1970
	path     string
}

// Past is a state of a proposal in a commit in which it, or a file that it comes from, was no longer what it was before.
type Past struct {
	Commit  string // its id, short; "" of what lies in the working folder and is not committed
	Seconds int64  // when it was committed, since 1970
	Path    string // of the proposal, from the top of the repository
	Document
}

// mostHistory is how many bytes the list of commits may have; each has some 100.
const mostHistory = 16 << 20

// History finds the history of a proposal: of FILE up to what is checked out, of ..REV:FILE up to a revision, of
// REV..REV:FILE between two. It is nil where the argument is of neither form. FILE is a path of the working folder, in a
// range one from the top of the repository, or from the working folder with ./ before it.
func (l Loader) History(ctx context.Context, arg string) (*History, error) {
	of, is := revisionOf(arg)
	since, until, ranged := strings.Cut(of.rev, "..")
	switch {
	case is && (!ranged || strings.HasPrefix(until, ".")):
		return nil, &source.Unreadable{Reason: "one state, and no history", Do: "name ..REV:PATH for its history up to there, or REV..REV:PATH for what lies between two"}
	case is:
		of.rev = until
	case clean(arg) && arg != "-":
		of = revision{rev: "HEAD", path: arg}
		if !path.IsAbs(arg) && !strings.HasPrefix(arg, "../") {
			of.path = "./" + arg
		}
	default:
		return nil, &source.Unreadable{Reason: "no file of a repository", Do: "name one"}
	}
	if of.rev == "" {
		of.rev = "HEAD"
	}
	h := &History{}
	if !is {
		doc, err := l.file(ctx, arg)
		if err != nil {
			return nil, err
		}
		h.working = &doc
	}
	at, err := h.open(ctx, of)
	if err == nil {
		err = h.list(since, at)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return h, err
}

// open finds the latest commit, and the proposal in it.
func (h *History) open(ctx context.Context, of revision) (at string, err error) {
	if path.IsAbs(of.path) {
		repo, err := findRepository(ctx)
		if err != nil {
			return "", err
		}
		b := Base{top: repo.top(), tree: &tree{repository: repo}}
		if of.path, err = b.inTree(of.path); err != nil {
			return "", err
		}
	}
	t, at, err := of.open(ctx)
	if t == nil {
		return at, err
	}
	h.tree = t
	h.Warnings = warned(source.Printable(of.rev), t.warnings)
	if err != nil {
		return at, err
	}
	t.objects = t.repository.objects()
	_, err = t.entry("open", at)
	if errors.Is(err, fs.ErrNotExist) {
		err = &source.Unreadable{Reason: "git knows no " + source.Quoted(at) + " in " + of.rev, Do: "commit it, or name its dated versions one by one"}
	}
	return at, err
}

// list lists the commits, as far back as the proposal was there under any name.
func (h *History) list(since, at string) error {
	t := h.tree
	args := []string{"log", "--first-parent", "--no-show-signature", "--encoding=UTF-8", "-z", "--format=%H %T %ct", "--end-of-options"}
	if since != "" {
		if _, _, err := t.git("merge-base", "--is-ancestor", since, t.of.rev); err != nil {
			return h.noAncestor(since)
		}
		args = append(args, since+".."+t.of.rev)
	} else {
		args = append(args, t.of.rev)
	}
	out, _, err := t.gitUpTo(mostHistory, append(args, "--")...)
	switch {
	case err != nil && t.partial():
		return t.lacks()
	case err != nil:
		return err
	case len(out) > mostHistory:
		return &source.Unreadable{Reason: "the history has far too many commits", Do: "name a part of it as REV..REV:PATH"}
	}
	all, err := commits(string(out))
	if err != nil {
		return err
	}
	h.Begins = BeginsAdded
	if since != "" {
		first, _, err := t.git("log", "-1", "--no-show-signature", "--encoding=UTF-8", "-z", "--format=%H %T %ct", "--end-of-options", since, "--")
		if err != nil {
			return err
		}
		from, err := commits(string(first))
		if err != nil {
			return err
		}
		all = append(all, from...)
		h.Begins = BeginsNamed
	} else if t.shallow() {
		h.Begins = BeginsShallow
	}
	for i := range all {
		c := &all[i]
		_, err := t.objects.at(c.tree, at)
		if errors.Is(err, fs.ErrNotExist) && i > 0 {
			var from string
			if from, err = h.renamed(c.tree, all[i-1].tree, at); from != "" {
				h.Renamed = append(h.Renamed, Renaming{all[i-1].id[:shortID], from, at})
				at = from
			}
			if err == nil && from == "" {
				h.Begins = BeginsAdded
				break
			}
		}
		if err != nil {
			return err
		}
		c.path = at
		h.commits = append(h.commits, *c)
	}
	return nil
}

// noAncestor says why a history cannot begin at a revision.
func (h *History) noAncestor(since string) error {
	t := h.tree
	if t.commit(since) == "" {
		none := tree{repository: t.repository, of: revision{rev: since}}
		if err := none.find(); err != nil {
			return err
		}
	}
	return &source.Unreadable{Reason: "the history of " + t.of.rev + " does not go back to " + source.Quoted(since), Do: "name an older commit of the same branch"}
}

// commits reads what git lists.
func commits(out string) ([]commit, error) {
	var all []commit
	for record := range strings.SplitSeq(strings.Trim(out, "\x00\n"), "\x00") {
		var c commit
		fields := strings.Fields(record)
		if len(fields) != 3 || len(fields[0]) < shortID {
			return nil, fmt.Errorf("git lists a commit as %s", source.Quoted(record))
		}
		seconds, err := strconv.ParseInt(fields[2], 10, 64)
		if err != nil {
			return nil, err
		}
		c.id, c.tree, c.seconds = fields[0], fields[1], seconds
		all = append(all, c)
	}
	return all, nil
}

// renamed gives the path that a file which came between two states was moved from, "" where it was made. What git holds
// to be the same file under another name is at least half alike: whoever reads it may doubt it.
func (h *History) renamed(before, after, to string) (string, error) {
	out, _, err := h.tree.gitUpTo(mostHistory, "diff-tree", "-r", "--raw", "-M", "-z", "--diff-filter=R", before, after)
	if err != nil {
		return "", err
	}
	fields := strings.Split(string(out), "\x00") // what changed, the old path, the new one
	for i := 0; i+2 < len(fields); i += 3 {
		if fields[i+2] == to {
			return fields[i+1], nil
		}
	}
	return "", nil
}

// Commits is how many commits the history has.
func (h *History) Commits() int { return len(h.commits) }

// Close ends what reads the history.
func (h *History) Close() {
	if h.tree != nil && h.tree.objects != nil {
		h.tree.objects.close()
	}
}

// States loads the states of the proposal, the earliest first: of the commits, those in which it, or a file that it
// came from, was not what it was before. One that cannot be read comes with what is wrong with it.
func (h *History) States(cat *catalogue.Catalogue) iter.Seq[Past] {
	return func(yield func(Past) bool) {
		var before *opened
		for _, c := range slices.Backward(h.commits) {
			o := h.opening(c)
			if before != nil && o.same(before) {
				continue
			}
			past := Past{c.id[:shortID], c.seconds, c.path, o.load(cat)}
			if before = o; !yield(past) {
				return
			}
		}
		if h.working != nil && before != nil && !before.as(h.working.From) {
			yield(Past{Path: h.working.From.Label, Document: h.working.noResult().verified(cat)})
		}
	}
}

// opened is the folder of the proposal in a commit, which notes what is read in it.
type opened struct {
	*tree
	commit commit
	object string            // of the proposal
	files  map[string]string // the objects of what was read besides, by name; "" for what is not there
}

// opening finds a commit, without reading it.
func (h *History) opening(c commit) *opened {
	t := *h.tree
	t.id, t.of = c.tree, revision{rev: c.id[:shortID], path: c.path}
	o := &opened{tree: t.below(path.Dir(c.path)), commit: c, files: map[string]string{}}
	o.object = o.objectOf(path.Base(c.path))
	return o
}

func (o *opened) objectOf(name string) string {
	e, err := o.tree.entry("open", name)
	if err != nil {
		return ""
	}
	return e.object
}

// same reports whether the proposal and all that was read with it before is the same here.
func (o *opened) same(before *opened) bool {
	if o.object != before.object || o.object == "" || o.commit.path != before.commit.path {
		return false
	}
	for name, object := range before.files {
		if o.objectOf(name) != object {
			return false
		}
	}
	o.files = before.files
	return true
}

// as reports whether the working folder holds the same, in all that was read.
func (o *opened) as(working proposal.File) bool {
	data, err := o.tree.text(path.Base(o.commit.path))
	if err != nil || !bytes.Equal(data, working.Data) {
		return false
	}
	for name := range o.files {
		committed, err := o.tree.text(name)
		lies, none := fs.ReadFile(working.Files, name)
		if (err == nil) != (none == nil) || !bytes.Equal(committed, lies) {
			return false
		}
	}
	return true
}

// load reads the state.
func (o *opened) load(cat *catalogue.Catalogue) Document {
	at := o.of.rev + ":" + o.commit.path
	doc := Document{From: proposal.File{Label: source.Printable(at), Folder: source.Printable(at[:strings.LastIndexByte(at, '/')+1])}}
	if !strings.Contains(o.commit.path, "/") {
		doc.From.Folder = source.Printable(o.of.rev + ":")
	}
	data, err := o.tree.text(path.Base(o.commit.path))
	if err != nil {
		doc.refuse(o.of.unreadable(o.tree, o.commit.path, err))
		return doc
	}
	doc.From.Data, doc.From.Files = data, o
	return doc.noResult().verified(cat)
}

// Open opens a file of the folder.
func (o *opened) Open(name string) (fs.File, error) {
	o.files[name] = o.objectOf(name)
	return o.tree.Open(name)
}

// Stat says what there is.
func (o *opened) Stat(name string) (fs.FileInfo, error) {
	o.files[name] = o.objectOf(name)
	return o.tree.Stat(name)
}
