//go:build unix

package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// killed kills a run again and again, and goes on with it: it comes to the bytes of one that was not killed.
func killed(t *testing.T, s *soak) {
	documents, times := 40, 6
	if *atLength {
		documents, times = 300, 100
	}
	proposals(t, "proposals", documents)
	began := time.Now()
	s.partner(t, "batch", "proposals", "-q", "-o", "whole.ndjson").with(t, 2)
	took := time.Since(began)
	whole := read(t, "whole.ndjson")
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
	dead, finished := 0, 0
	for runs := 0; dead < times; runs++ {
		if runs > 20*times {
			t.Fatalf("killed only %d of %d times", dead, runs)
		}
		after := time.Duration(random.Int64N(int64(took)))
		e := s.until(t, time.After(after), "batch", "proposals", "-q", "--resume", "-o", "results.ndjson")
		if e.code < 0 {
			dead++
			continue
		}
		finished++
		e.with(t, 2)
		holds(t, "results.ndjson", whole)
		nothingBeside(t, ".", "proposals", "results.ndjson", "whole.ndjson")
		os.Remove("results.ndjson") // and from the start
	}
	e := s.partner(t, "batch", "proposals", "--resume", "-o", "results.ndjson").with(t, 2)
	if _, counts, is := strings.Cut(e.err, "with errors; "); is {
		t.Logf("in the end: %s", strings.TrimSpace(counts))
	}
	holds(t, "results.ndjson", whole)
	nothingBeside(t, ".", "proposals", "results.ndjson", "whole.ndjson")
	t.Logf("killed %d times in %d runs over %d documents, %d of which came to their end", dead, dead+finished, documents, finished)
}

// manyFiles reads a folder of many files: each has its line, in order, in little memory.
func manyFiles(t *testing.T, s *soak) {
	files := 2000
	if *atLength {
		files = 100_000
	}
	os.Mkdir("many", 0o755)
	for i := range files {
		if err := os.WriteFile(fmt.Sprintf("many/%06d.yaml", i), fmt.Appendf(nil, "partner: 1\ntitle: Proposal %d\n", i), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	began := time.Now()
	e := s.partner(t, "batch", "many", "-q", "-o", "results.ndjson").with(t, 0)
	took := time.Since(began)
	f, err := os.Open("results.ndjson")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewReader(f)
	for i := range files {
		line, err := in.ReadString('\n')
		if want := fmt.Sprintf(`{"format":"partner-batch/1","path":"many/%06d.yaml",`, i); err != nil || !strings.HasPrefix(line, want) {
			t.Fatalf("line %d is %.100q, %v", i+1, line, err)
		}
	}
	if _, err := in.ReadByte(); err == nil {
		t.Error("there are more lines than files")
	}
	if !*atLength {
		return // the peak of a process begins with that of the one that starts it, and the other tests here make that large
	}
	mib := float64(e.peak) / 1024
	if mib >= 64 {
		t.Errorf("%.0f MiB of memory at the peak", mib)
	}
	t.Logf("%d files in %.1f s, %.0f MiB of memory at the peak", files, took.Seconds(), mib)
}

// changing writes over files, and takes them away, while they are read: each has a line all the same, and once they keep
// still, going on comes to the lines of a run from the start.
func changing(t *testing.T, s *soak) {
	documents, rounds := 30, 2
	if *atLength {
		documents, rounds = 300, 8
	}
	proposals(t, "proposals", documents)
	var list strings.Builder
	texts := map[string]string{}
	for i := range documents {
		name := fmt.Sprintf("proposals/%05d.yaml", i)
		texts[name] = read(t, name)
		fmt.Fprintln(&list, name)
	}
	write(t, "list", list.String())
	write(t, "other.yaml", "partner: 1\ntitle: another\n")
	errors := 0
	for range rounds {
		stop := make(chan struct{})
		var running sync.WaitGroup
		running.Go(func() {
			random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 2))
			for {
				select {
				case <-stop:
					return
				default:
				}
				name := fmt.Sprintf("proposals/%05d.yaml", random.IntN(documents))
				switch os.RemoveAll("new"); random.IntN(6) {
				case 0:
					os.Remove(name)
				case 1:
					os.Truncate(name, int64(random.IntN(200)))
				case 2:
					os.Link("other.yaml", "new")
				case 3:
					syscall.Mkfifo("new", 0o644)
				case 4:
					os.Symlink(filepath.Base(name), "new") // to itself
				case 5:
					os.WriteFile("new", []byte(texts[name]), 0o644)
				}
				os.Rename("new", name)
			}
		})
		e := s.partner(t, "batch", "--files-from", "list", "-q", "--resume", "-o", "results.ndjson")
		close(stop)
		running.Wait()
		lines := linesOf(t, read(t, "results.ndjson"))
		if len(lines) != documents {
			t.Errorf("%d lines for %d documents", len(lines), documents)
		}
		wrong := 0
		for path, l := range lines {
			if len(l.Errors) > 0 {
				wrong++
			}
			if _, is := texts[path]; !is || len(l.Errors) == 0 && l.Title == "" {
				t.Errorf("%+v", l)
			}
		}
		if told := strings.Count(e.err, "\n"); told != wrong {
			t.Errorf("%d lines tell of %d documents with errors: %s", told, wrong, e.err)
		}
		errors += wrong
	}
	if errors == 0 {
		t.Error("nothing has changed while it was read")
	}
	for name, text := range texts {
		os.Remove(name)
		write(t, name, text)
	}
	s.partner(t, "batch", "--files-from", "list", "-q", "--resume", "-o", "results.ndjson").with(t, 2)
	s.partner(t, "batch", "--files-from", "list", "-q", "-o", "anew.ndjson").with(t, 2)
	holds(t, "results.ndjson", read(t, "anew.ndjson"))
	t.Logf("%d of %d lines told what was wrong meanwhile", errors, rounds*documents)
}
