//go:build linux

package main

import (
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// BenchmarkProcess runs the program itself on an example and for its version, in turn, and reports how many times the
// processor's time of the one the other takes, and the most memory that the first had.
func BenchmarkProcess(b *testing.B) {
	program := filepath.Join(b.TempDir(), "partner")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	run := func(args ...string) *syscall.Rusage {
		c := exec.Command(program, args...)
		c.Dir = "../.."
		if out, err := c.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		return c.ProcessState.SysUsage().(*syscall.Rusage)
	}
	spent := func(u *syscall.Rusage) time.Duration { return time.Duration(u.Utime.Nano() + u.Stime.Nano()) }
	for _, name := range []string{"case-a", "case-b", "case-c", "case-d", "case-e", "early-idea", "contradictory"} {
		b.Run("assess-version/"+name, func(b *testing.B) {
			var one, other time.Duration
			most := int64(0)
			for b.Loop() {
				one += spent(run("version"))
				u := run("assess", "examples/"+name+".yaml")
				other, most = other+spent(u), max(most, int64(u.Maxrss)*1024)
			}
			b.ReportMetric(float64(other)/float64(one), "times")
			b.ReportMetric(float64(most)/(1<<20), "MiB")
		})
	}
}
