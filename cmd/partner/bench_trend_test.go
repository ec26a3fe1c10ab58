package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// BenchmarkTrendAgainstProcesses follows a proposal through 2,000 commits, each of which changes it, as one process, and
// assesses fifty of these states by a process of git and one of partner each: how many times as long the whole would take
// that way.
func BenchmarkTrendAgainstProcesses(b *testing.B) {
	const commits, some = 2000, 50
	program, repository := built(b), history(b, commits)
	for b.Loop() {
		begun := time.Now()
		out := in(b, repository, exec.Command(program, "trend", "proposal.yaml", "--format", "csv"))
		one := time.Since(begun)
		if states := bytes.Count(out, []byte("\n")) - 1; states != commits {
			b.Fatalf("%d states", states)
		}
		begun = time.Now()
		for i := range some {
			assess := exec.Command(program, "assess", "-", "--format", "json")
			assess.Stdin = bytes.NewReader(in(b, repository, exec.Command("git", "show", fmt.Sprintf("HEAD~%d:proposal.yaml", i*commits/some))))
			in(b, repository, assess)
		}
		each := time.Since(begun) / some
		b.ReportMetric(float64(each*commits)/float64(one), "times")
		b.ReportMetric(float64(one.Milliseconds())/commits, "ms/state")
	}
}

// history makes a repository in which case C changes a statement in every commit.
func history(b *testing.B, commits int) string {
	b.Helper()
	data, err := os.ReadFile("../../examples/case-c.yaml")
	if err != nil {
		b.Fatal(err)
	}
	var stream bytes.Buffer
	for i := range commits {
		text := strings.Replace(string(data), "\ntitle:", fmt.Sprintf("\n# commit %d\ntitle:", i), 1)
		if i%2 == 1 {
			text = strings.Replace(text, "position: distressed", "position: deficit", 1)
		}
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter T <t@example.org> %d +0000\ndata 1\nx\nM 100644 inline proposal.yaml\ndata %d\n%s\n", 1767225600+i*3600, len(text), text)
	}
	dir := b.TempDir()
	in(b, dir, exec.Command("git", "init", "-q", "-b", "main"))
	load := exec.Command("git", "fast-import", "--quiet")
	load.Stdin = &stream
	in(b, dir, load)
	in(b, dir, exec.Command("git", "checkout", "-q", "-f", "main"))
	return dir
}

// in runs a command in a folder, and gives what it prints.
func in(b *testing.B, dir string, cmd *exec.Cmd) []byte {
	b.Helper()
	cmd.Dir = dir
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		b.Fatalf("%v: %v\n%s", cmd.Args, err, said.Bytes())
	}
	return out
}
