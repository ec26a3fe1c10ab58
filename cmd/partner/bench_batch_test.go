package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"syscall"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"partner/testdata/corpus"
)

var many = flag.Int("documents", 1000, "how many documents the benchmarks of batch have; the last of them ten times as many")

// documents writes so many into a folder, and gives their files.
func documents(b *testing.B, n int) (folder string, files []string) {
	b.Helper()
	folder = b.TempDir()
	m := corpus.New()
	for i := range n {
		text, err := m.Document(i)
		if err != nil {
			b.Fatal(err)
		}
		name := filepath.Join(folder, fmt.Sprintf("%03d", i/1000), fmt.Sprintf("%06d.yaml", i))
		if i%1000 == 0 {
			if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
				b.Fatal(err)
			}
		}
		if err := os.WriteFile(name, text, 0o600); err != nil {
			b.Fatal(err)
		}
		files = append(files, name)
	}
	syscall.Sync() // or writing them to the disk would go on while what reads them is measured
	return folder, files
}

// parsed parses the files into nodes with so many workers, and gives the time that it took of the processors and by
// the clock.
func parsed(b *testing.B, files []string, workers int) (processors, clock time.Duration) {
	b.Helper()
	debug.FreeOSMemory() // what made the documents leaves room in which nothing is collected for long
	var before, after syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &before)
	began := time.Now()
	var running sync.WaitGroup
	for w := range workers {
		running.Go(func() {
			for i := w; i < len(files); i += workers {
				data, err := os.ReadFile(files[i])
				var n yaml.Node
				if err == nil {
					err = yaml.Unmarshal(data, &n)
				}
				if err != nil {
					b.Error(err)
				}
			}
		})
	}
	running.Wait()
	clock = time.Since(began)
	syscall.Getrusage(syscall.RUSAGE_SELF, &after)
	return time.Duration(after.Utime.Nano() + after.Stime.Nano() - before.Utime.Nano() - before.Stime.Nano()), clock
}

// BenchmarkAgainstParsing holds batch against parsing the same files with the same workers: how many documents it does in
// the time of the processors in which that does one; and one worker against two, by the clock.
func BenchmarkAgainstParsing(b *testing.B) {
	program := built(b)
	folder, files := documents(b, *many)
	var parsing, batch, two, one time.Duration
	peak := int64(0)
	for b.Loop() {
		p, _ := parsed(b, files, 2)
		began := time.Now()
		t, memory := ran(b, program, "batch", "-q", "--workers", "2", "-o", filepath.Join(folder, "two.ndjson"), folder)
		two += time.Since(began)
		began = time.Now()
		ran(b, program, "batch", "-q", "--workers", "1", "-o", filepath.Join(folder, "one.ndjson"), folder)
		one += time.Since(began)
		parsing, batch, peak = parsing+p, batch+t, max(peak, memory)
	}
	b.ReportMetric(float64(parsing)/float64(batch), "of-parsing")
	b.ReportMetric(float64(one)/float64(two), "times-by-two")
	b.ReportMetric(batch.Seconds()*1e6/float64(b.N*len(files)), "processor-µs/document")
	b.ReportMetric(float64(peak)/1024, "peak-MiB")
}

// BenchmarkAgainstFirstRun holds a second run, before which ten documents have changed, against the first; and a document of
// that against one of the first thousand alone, which are done some times before it and some times after it.
func BenchmarkAgainstFirstRun(b *testing.B) {
	const times = 5
	program := built(b)
	folder, files := documents(b, 10**many)
	results := filepath.Join(folder, "results.ndjson")
	some := files[:min(1000, *many)]
	var first, second, few time.Duration
	ranFew := func() {
		for range times {
			t, _ := ran(b, program, append([]string{"batch", "-q", "--workers", "2", "-o", filepath.Join(folder, "few.ndjson")}, some...)...)
			few += t
		}
	}
	peak := int64(0)
	for b.Loop() {
		os.Remove(results)
		ranFew()
		t, memory := ran(b, program, "batch", "-q", "--workers", "2", "-o", results, folder)
		first, peak = first+t, max(peak, memory)
		ranFew()
		for i := range 10 {
			f, err := os.OpenFile(files[i*len(files)/10], os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				b.Fatal(err)
			}
			f.WriteString("# changed\n")
			f.Close()
		}
		t, memory = ran(b, program, "batch", "-q", "--workers", "2", "-o", results, "--resume", folder)
		second, peak = second+t, max(peak, memory)
	}
	b.ReportMetric(float64(second)/float64(first), "of-first")
	b.ReportMetric(float64(first)/float64(few)*float64(2*times*len(some))/float64(len(files)), "of-few/document")
	b.ReportMetric(first.Seconds()*1e6/float64(b.N*len(files)), "processor-µs/document")
	b.ReportMetric(float64(peak)/1024, "peak-MiB")
}
