//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// mounted mounts a file system in memory on a folder for the length of a test, which is left out where that may not be done.
func mounted(t *testing.T, folder, options string) {
	t.Helper()
	if os.Geteuid() != 0 || runtime.GOOS != "linux" {
		t.Skip("only root on Linux can mount a small disk")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder).CombinedOutput(); err != nil {
		t.Skipf("no disk can be mounted here: %s", said)
	}
	t.Cleanup(func() {
		if said, err := exec.Command("umount", folder).CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, said)
		}
	})
}

func remounted(t *testing.T, folder, options string) {
	t.Helper()
	if said, err := exec.Command("mount", "-o", "remount,"+options, folder).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
}

// fullDisk prints to a disk that fills: what was there stays, nothing half written takes its place, and a batch goes on
// where it stopped once there is room.
func fullDisk(t *testing.T, s *soak) {
	documents := 60
	if *atLength {
		documents = 600
	}
	proposals(t, "proposals", documents)
	s.partner(t, "batch", "proposals", "-q", "-o", "whole.ndjson").with(t, 2)
	whole := read(t, "whole.ndjson")
	const formats = "csv sarif junit gitlab"
	mounted(t, "disk", fmt.Sprintf("size=%dk", len(whole)/2/1024))
	write(t, "disk/results.ndjson", "what was there\n")
	for _, format := range strings.Fields(formats) {
		write(t, "disk/x."+format, "what was there\n")
	}
	full := s.partner(t, "batch", "proposals", "-q", "-o", "disk/results.ndjson").
		with(t, 2, "partner: disk/results.ndjson cannot be written: no space left on device; what was done is kept in disk/results.ndjson.partial, and the same command with --resume goes on")
	holds(t, "disk/results.ndjson", "what was there\n")
	if !strings.HasSuffix(full.err, "goes on\n") {
		t.Errorf("the last line does not say why it ended: %s", full.err)
	}
	// No room at all is left now.
	for _, format := range strings.Fields(formats) {
		s.partner(t, "batch", "proposals", "-q", "--output", format+"=disk/x."+format).with(t, 2, "partner: disk/x."+format+" cannot be written: no space left on device\n")
		holds(t, "disk/x."+format, "what was there\n")
		s.partner(t, "assess", "-q", "proposals/00000.yaml", "--output", format+"=disk/x."+format).with(t, 2, "partner: disk/x."+format+" cannot be written: no space left on device\n")
		holds(t, "disk/x."+format, "what was there\n")
	}
	s.partner(t, "questions", "proposals/00000.yaml", "-o", "disk/pack.md").with(t, 2, "partner: disk/pack.md cannot be written: no space left on device\n")
	nothingBeside(t, "disk", "results.ndjson", "results.ndjson.partial", "x.csv", "x.gitlab", "x.junit", "x.sarif")
	// Nor is there for going on, which loses nothing.
	os.Remove("disk/results.ndjson")
	for range 2 {
		s.partner(t, "batch", "proposals", "-q", "--resume", "-o", "disk/results.ndjson").with(t, 2, "partner: disk/results.ndjson")
	}
	remounted(t, "disk", fmt.Sprintf("size=%dk", 4*len(whole)/1024+1024))
	e := s.partner(t, "batch", "proposals", "--resume", "-o", "disk/results.ndjson").with(t, 2)
	holds(t, "disk/results.ndjson", whole)
	nothingBeside(t, "disk", "results.ndjson", "x.csv", "x.gitlab", "x.junit", "x.sarif")
	if !strings.Contains(e.err, "as done before") {
		t.Errorf("what was done before the disk was full is done again: %s", e.err)
	}
	// Standard output that is full.
	var err error
	if s.out, err = os.OpenFile("/dev/full", os.O_WRONLY, 0); err != nil {
		t.Fatal(err)
	}
	defer s.out.Close()
	for _, args := range []string{"assess proposals/00000.yaml", "batch -q proposals", "check -q proposals/00000.yaml --format sarif", "criteria"} {
		s.partner(t, strings.Fields(args)...).with(t, 2, "partner: the output cannot be written: no space left on device\n")
	}
}

// readOnly prints to folders that nobody may write to.
func readOnly(t *testing.T, s *soak) {
	write(t, "proposal.yaml", "partner: 1\ntitle: First idea\n")
	tried := func(t *testing.T, why string) {
		t.Helper()
		for _, name := range []string{"results.ndjson", "new.ndjson"} {
			s.partner(t, "batch", "-q", "proposal.yaml", "-o", "locked/"+name).with(t, 2, "partner: locked/"+name+" cannot be written: "+why+"\n")
			s.partner(t, "batch", "-q", "proposal.yaml", "--resume", "-o", "locked/"+name).with(t, 2, "partner: locked/"+name+" cannot be written: "+why+"\n")
			s.partner(t, "assess", "-q", "proposal.yaml", "-o", "locked/"+name).with(t, 2, "partner: locked/"+name+" cannot be written: "+why+"\n")
		}
		holds(t, "locked/results.ndjson", "what was there\n")
		nothingBeside(t, "locked", "results.ndjson")
	}
	t.Run("by its mode", func(t *testing.T) {
		write(t, "locked/results.ndjson", "what was there\n")
		s.asSomebody(t)
		os.Chmod("locked", 0o555)
		defer os.Chmod("locked", 0o755)
		tried(t, "permission denied")
	})
	t.Run("by its disk", func(t *testing.T) {
		s.as = nil
		os.RemoveAll("locked")
		mounted(t, "locked", "size=64k")
		write(t, "locked/results.ndjson", "what was there\n")
		remounted(t, "locked", "ro")
		tried(t, "read-only file system")
	})
}

// asSomebody has the program run as somebody whom modes bind, as they do not bind root.
func (s *soak) asSomebody(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	for folder := "."; ; folder += "/.." { // the working folder of a test is its own
		if info, err := os.Stat(folder); err != nil || info.Mode().Perm()&0o005 == 0o005 {
			break
		}
		os.Chmod(folder, 0o755)
	}
	s.as = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
}

// closedPipe prints to a pipe that nobody reads any more: it ends in silence, and files are whole all the same.
func closedPipe(t *testing.T, s *soak) {
	proposals(t, "proposals", 60)
	s.partner(t, "batch", "proposals", "-q", "-o", "whole.ndjson").with(t, 2)
	for _, args := range []string{"assess --full proposals/00000.yaml", "criteria", "batch -q proposals/00000.yaml proposals/00001.yaml", "batch -q proposals --output ndjson --output sarif=x.sarif -o copy.ndjson", "check -q proposals/00000.yaml"} {
		for _, first := range []int64{0, 1} { // bytes that are read before
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			go func() {
				io.CopyN(io.Discard, r, first)
				r.Close()
			}()
			s.out = w
			e := s.partner(t, strings.Fields(args)...)
			w.Close()
			r.Close()
			if strings.Contains(e.err, "cannot be written") || strings.Contains(e.err, "pipe") || e.code == 1 || e.code == 2 && !strings.Contains(args, "-q proposals ") {
				t.Errorf("%s exits with %d: %s", args, e.code, e.err)
			}
		}
	}
	holds(t, "copy.ndjson", read(t, "whole.ndjson"))
	if !strings.HasSuffix(read(t, "x.sarif"), "}\n") {
		t.Error("the file beside the pipe is not whole")
	}
}

// unreadable names what may not be read among what may.
func unreadable(t *testing.T, s *soak) {
	proposals(t, "proposals", 3)
	write(t, "proposals/closed.yaml", "partner: 1\n")
	write(t, "proposals/folder/a.yaml", "partner: 1\n")
	write(t, "proposals/shares.yaml", "partner: 1\norganisations: {north: {from: north.yaml}, south: {}}\n")
	write(t, "proposals/north.yaml", "name: North\n")
	s.asSomebody(t)
	for _, name := range []string{"proposals/closed.yaml", "proposals/folder", "proposals/north.yaml"} {
		os.Chmod(name, 0)
		defer os.Chmod(name, 0o755)
	}
	e := s.partner(t, "batch", "proposals", "gone.yaml").with(t, 2,
		"proposals/folder: the folder cannot be read (permission denied)", "proposals/closed.yaml: the file cannot be read (permission denied)\n",
		"gone.yaml: there is no such file", "proposals/shares.yaml:2:31: the file")
	lines := linesOf(t, e.out)
	for _, name := range []string{"proposals/00000.yaml", "proposals/00001.yaml", "proposals/00002.yaml"} {
		if len(lines[name].Errors) > 0 || lines[name].Title == "" {
			t.Errorf("%+v", lines[name])
		}
	}
	for _, name := range []string{"proposals/closed.yaml", "proposals/shares.yaml", "gone.yaml"} {
		if len(lines[name].Errors) != 1 {
			t.Errorf("%s: %+v", name, lines[name])
		}
	}
	s.partner(t, "assess", "proposals/closed.yaml").with(t, 2, "proposals/closed.yaml: the file cannot be read (permission denied)\n")
	s.partner(t, "batch", "--files-from", "proposals/closed.yaml").with(t, 2, "partner: the list proposals/closed.yaml cannot be read: permission denied\n")
}

// waiting names a pipe that nobody writes to, and devices that never end or have nothing, among documents.
func waiting(t *testing.T, s *soak) {
	proposals(t, "proposals", 3)
	if err := syscall.Mkfifo("proposals/pipe.yaml", 0o644); err != nil {
		t.Fatal(err)
	}
	for _, device := range []string{"zero", "null", "tty"} {
		os.Symlink("/dev/"+device, "proposals/"+device+".yaml")
	}
	write(t, "proposals/shares.yaml", "partner: 1\norganisations: {north: {from: pipe.yaml}, south: {}}\n")
	for _, args := range [][]string{{"batch", "proposals"}, {"batch", "proposals", "proposals/pipe.yaml", "/dev/zero"}, {"batch", "proposals/*.yaml"}} {
		e := s.partner(t, args...).with(t, 2, "proposals/pipe.yaml: not a plain file", "proposals/zero.yaml: not a plain file", "proposals/null.yaml: not a plain file")
		lines := linesOf(t, e.out)
		for _, name := range []string{"proposals/00000.yaml", "proposals/00001.yaml", "proposals/00002.yaml"} {
			if len(lines[name].Errors) > 0 || lines[name].Title == "" {
				t.Errorf("%+v", lines[name])
			}
		}
		if l := lines["proposals/shares.yaml"]; len(l.Errors) != 1 || !strings.Contains(l.Errors[0].Found, "not a plain file") {
			t.Errorf("%+v", l)
		}
	}
	s.partner(t, "assess", "/dev/zero").with(t, 2, "/dev/zero: the file has ")
	s.partner(t, "assess", "/dev/null").with(t, 2, "/dev/null: the file is empty")
}

// links names folders and files that links lead to in circles: each document has one line.
func links(t *testing.T, s *soak) {
	proposals(t, "proposals/deep", 3)
	for at, to := range map[string]string{"proposals/deep/up": "..", "proposals/deep/self.yaml": "self.yaml", "proposals/a": "b", "proposals/b": "a", "proposals/here": ".", "proposals/one.yaml": "two.yaml", "proposals/two.yaml": "one.yaml"} {
		if err := os.Symlink(to, at); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"batch", "proposals"}, {"batch", "proposals/**/*.yaml"}, {"batch", "proposals", "proposals/deep/up/deep/up/deep/../deep"}} {
		e := s.partner(t, args...).with(t, 2, "proposals/deep/self.yaml: the file cannot be read (too many levels of symbolic links)", "proposals/one.yaml: the file cannot be read (")
		if lines := linesOf(t, e.out); len(lines) < 6 || lines["proposals/deep/00000.yaml"].Title == "" {
			t.Errorf("%q: %d lines", args, len(lines))
		}
	}
	s.partner(t, "batch", "proposals/a").with(t, 2, "proposals/a: the file cannot be read (too many levels of symbolic links)")
	s.partner(t, "assess", "proposals/one.yaml").with(t, 2, "proposals/one.yaml: the file cannot be read (too many levels of symbolic links)")
	s.partner(t, "batch", "-q", "proposals/deep/00000.yaml", "-o", "proposals/deep/self.yaml").with(t, 2, "partner: proposals/deep/self.yaml cannot be written: too many levels of symbolic links\n")
}
