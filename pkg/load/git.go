package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"partner/pkg/source"
)

// repository is the git repository of the working folder, read through git itself: what else reads
// repositories differs on reflogs, shallow and partial clones, and opens what git refuses to.
type repository struct {
	ctx context.Context // of the whole loading: a file system's methods are given none
	env []string
}

// findRepository finds the repository of the working folder.
func findRepository(ctx context.Context) (repository, error) {
	r := repository{ctx, environment()}
	if dir := os.Getenv("GIT_DIR"); dir != "" && os.Getenv("GIT_WORK_TREE") == "" {
		r = r.withoutInherited(dir)
	}
	_, _, err := r.git("rev-parse", "--git-dir")
	return r, err
}

// environment is that in which git is run: it speaks English, writes nothing, and asks nobody and no network.
func environment() []string {
	return append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1")
}

// withoutInherited drops a GIT_DIR that only repeats which repository the working folder lies in, as git sets
// it for hooks: with it, git would take any folder for the top of the repository.
func (r repository) withoutInherited(dir string) repository {
	free := repository{r.ctx, slices.DeleteFunc(slices.Clone(r.env), func(e string) bool { return strings.HasPrefix(e, "GIT_DIR=") })}
	of := func(r repository) string {
		out, _, err := r.git("rev-parse", "--absolute-git-dir")
		if err != nil {
			return ""
		}
		return string(out)
	}
	given, found := of(r), of(free)
	if found != "" && (given == found || given == "" && !filepath.IsAbs(dir)) {
		return free
	}
	return r
}

// git runs git in the working folder, without a shell, and gives what it prints and what it warns of: of a
// file, as much as shows that it is too large. Nothing of the network is asked for and nothing is written.
func (r repository) git(args ...string) (out []byte, warnings []string, err error) {
	return r.gitUpTo(source.MaxBytes, args...)
}

// gitUpTo does so, and gives at most one byte more than so many, which shows that there are more.
func (r repository) gitUpTo(most int, args ...string) (out []byte, warnings []string, err error) {
	c := exec.CommandContext(r.ctx, "git", append([]string{"--no-pager", "--literal-pathspecs", "--no-replace-objects"}, args...)...)
	c.Env = r.env
	var said bytes.Buffer
	c.Stderr = &said
	pipe, err := c.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := c.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return nil, nil, errors.New("git is needed to read a revision, and is not to be found")
		}
		return nil, nil, err
	}
	out, readErr := io.ReadAll(io.LimitReader(pipe, int64(most)+1))
	if len(out) > most {
		_ = c.Process.Kill() // the rest is of no use
		_ = c.Wait()
		return out, nil, nil
	}
	err = c.Wait()
	for line := range strings.Lines(said.String()) {
		if text, is := strings.CutPrefix(strings.TrimSpace(line), "warning: "); is {
			warnings = append(warnings, text)
		}
	}
	switch {
	case r.ctx.Err() != nil:
		return nil, nil, r.ctx.Err()
	case err != nil:
		return nil, warnings, refused(said.String(), err)
	}
	return out, warnings, readErr
}

var (
	otherOwner = regexp.MustCompile(`dubious ownership in repository at '(.*)'`)
	trustIt    = regexp.MustCompile(`(?m)^\s*(git config --global --add safe\.directory .*)$`)
)

// refused gives what git says when it fails: not what it warns of first, but why.
func refused(said string, err error) error {
	if owner := otherOwner.FindStringSubmatch(said); owner != nil {
		u := &source.Unreadable{Reason: "git does not open the repository at " + owner[1] + ", which belongs to another user"}
		if cure := trustIt.FindStringSubmatch(said); cure != nil {
			u.Do = "if you trust it, run `" + cure[1] + "`"
		}
		return u
	}
	why, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	for line := range strings.Lines(said) {
		if text, fatal := strings.CutPrefix(strings.TrimSpace(line), "fatal: "); fatal {
			why = text
			break
		}
	}
	if why == "" {
		return err
	}
	return fmt.Errorf("git says %s (%w)", source.Quoted(why), err)
}

// shallow reports whether the clone lacks the older part of its history.
func (r repository) shallow() bool {
	out, _, err := r.git("rev-parse", "--is-shallow-repository")
	return err == nil && strings.TrimSpace(string(out)) == "true"
}

// partial reports whether the clone leaves texts or folders to be fetched when they are asked for.
func (r repository) partial() bool {
	out, _, err := r.git("config", "--get-regexp", `^(extensions\.partialclone|remote\..*\.promisor)$`)
	return err == nil && len(out) > 0
}

// top gives the folder of the working tree, "" where there is none.
func (r repository) top() string {
	out, _, err := r.git("rev-parse", "--show-toplevel")
	if err != nil {
		return ""
	}
	return strings.TrimRight(string(out), "\n")
}
