package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"partner/pkg/batch"
	"partner/pkg/report"
	"partner/testdata/lines"
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
	program := built(b)
	peak := int64(0)
	for b.Loop() {
		_, memory := ran(b, program, args...)
		peak = max(peak, memory)
	}
	b.ReportMetric(float64(peak)/1024, "peak-MiB")
}

// BenchmarkAgainstVersion assesses an example and prints the version in turn, so that a machine whose speed drifts does
// not matter, and reports how many times the processor's time of the one the other takes.
func BenchmarkAgainstVersion(b *testing.B) {
	program := built(b)
	for _, name := range []string{"case-a", "case-b", "case-c", "case-d", "case-e", "early-idea", "contradictory"} {
		b.Run(name, func(b *testing.B) {
			var version, assess time.Duration
			peak := int64(0)
			for b.Loop() {
				spent, _ := ran(b, program, "version")
				version += spent
				spent, memory := ran(b, program, "assess", "examples/"+name+".yaml")
				assess, peak = assess+spent, max(peak, memory)
			}
			b.ReportMetric(float64(assess)/float64(version), "times")
			b.ReportMetric(float64(peak)/1024, "peak-MiB")
		})
	}
}

// built builds the program.
func built(b testing.TB) string {
	b.Helper()
	program := filepath.Join(b.TempDir(), "partner")
	if out, err := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return program
}

// ran runs the program, and gives the processor's time that it took and the most memory that it had, in KiB.
func ran(b *testing.B, program string, args ...string) (time.Duration, int64) {
	b.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = "../.."
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	u := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), u.Maxrss
}

// BenchmarkPortfolio adds up 100,000 made-up lines, in each format: how long that takes, as a whole process, and how much
// memory it has at its peak. Nearly every line has its own evidence and its own profile of ratings.
func BenchmarkPortfolio(b *testing.B) {
	program := built(b)
	file := filepath.Join(b.TempDir(), "results.ndjson")
	f, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	var text []byte
	for i := range 100_000 {
		l := lines.Of(7, i)
		if text, err = batch.Append(text[:0], &l); err != nil {
			b.Fatal(err)
		}
		if _, err := f.Write(text); err != nil {
			b.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	for _, format := range report.PortfolioNames() {
		b.Run(format, func(b *testing.B) {
			peak := int64(0)
			for b.Loop() {
				_, memory := ran(b, program, "portfolio", "--quiet", "--format", format, file)
				peak = max(peak, memory)
			}
			b.ReportMetric(float64(peak)/1024, "peak-MiB")
		})
	}
}
