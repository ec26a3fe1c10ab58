package report

import (
	"io"
	"runtime"
	"testing"

	"partner/pkg/report/internal/example"
)

// TestManyPagesKeepNothing: what a page takes in memory does not hang on how many reports stand on it.
func TestManyPagesKeepNothing(t *testing.T) {
	held := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	r := example.Boarded()
	var first, last uint64
	err := htmlReports(io.Discard, func(yield func(Outcome) bool) {
		for n := range 300 {
			switch n {
			case 20:
				first = held()
			case 299:
				last = held()
			}
			if !yield(Outcome{Name: "one.yaml", Result: r}) {
				return
			}
		}
	}, Options{})
	if err != nil || first == 0 || last > first+2<<20 {
		t.Errorf("%v; after 20 reports %d bytes are held, after 299 %d", err, first, last)
	}
}
