package main

import (
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// The benchmarks below run the program as its users do, as a whole process: how long it takes beside
// `partner version`, which does nothing but start, and how much memory it has at its peak.

func BenchmarkProcessVersion(b *testing.B) { benchmarkProcess(b, "version") }
func BenchmarkProcessAssess(b *testing.B)  { benchmarkProcess(b, "assess", "examples/case-c.yaml") }
func BenchmarkProcessBrief(b *testing.B) {
	benchmarkProcess(b, "assess", "--brief", "examples/case-c.yaml")
}
func BenchmarkProcessAssessJSON(b *testing.B) {
	benchmarkProcess(b, "assess", "--format", "json", "examples/case-c.yaml")
}
func BenchmarkProcessCheck(b *testing.B) { benchmarkProcess(b, "check", "examples/case-c.yaml") }

func benchmarkProcess(b *testing.B, args ...string) {
	b.Chdir("../..")
	program := filepath.Join(b.TempDir(), "partner")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, "./cmd/partner").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	var peak int64
	for b.Loop() {
		cmd := exec.Command(program, args...)
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
		peak = max(peak, cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	}
	b.ReportMetric(float64(peak)/1024, "peak-MiB")
}
