package main

import (
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// BenchmarkFolderOfReports holds the memory of a folder of so many reports against that of a tenth of them: it stays.
func BenchmarkFolderOfReports(b *testing.B) {
	program := built(b)
	var took [2]time.Duration
	var peak [2]int64
	counts := [2]int{*many / 10, *many}
	for b.Loop() {
		for i, n := range counts {
			folder, _ := documents(b, n)
			t, memory := ran(b, program, "batch", "-q", "--workers", "2", "--output", "html="+filepath.Join(b.TempDir(), "reports")+"/", folder)
			took[i], peak[i] = took[i]+t, max(peak[i], memory)
		}
	}
	for i, n := range counts {
		b.ReportMetric(float64(peak[i])/1024, "peak-MiB/"+strconv.Itoa(n))
	}
	b.ReportMetric(float64(peak[1])/float64(peak[0]), "of-peak")
	b.ReportMetric(took[1].Seconds()*1e3/float64(b.N*counts[1]), "processor-ms/report")
}
