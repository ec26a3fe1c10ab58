package rating_test

import (
	"slices"
	"testing"

	"partner/pkg/rating"
)

// benchmarked is a sheet as large as those of real documents, of which every third entry is unknown.
func benchmarked() ([]rating.Entry, []int) {
	var entries []rating.Entry
	var unknown []int
	for i := range 70 {
		e := rating.Entry{Item: plain([]rating.Status{rating.Met, rating.NotMet, rating.Unknown, rating.Met, rating.Partly, rating.Unknown}[i*7%6]), Part: rating.Context}
		e.Feeds, e.Home = []int{i % 6, (i + 1 + i/6%5) % 6}, i%6
		switch {
		case i%9 == 0:
			e.Watchpoint, e.Part = true, rating.Neither
		case i%3 == 0:
			e.Part = rating.Enablers
			e.Gate = i%15 == 0
		}
		if e.Worse == rating.Unknown {
			unknown = append(unknown, i)
		}
		entries = append(entries, e)
	}
	return entries, unknown
}

func BenchmarkRateIf(b *testing.B) {
	entries, unknown := benchmarked()
	sheet := rating.NewSheet(method, 6, entries)
	for b.Loop() {
		for _, i := range unknown {
			sheet.RateIf(rating.Change{Entry: i, Worse: rating.Met, Better: rating.Met})
		}
	}
}

func BenchmarkReach(b *testing.B) {
	entries, _ := benchmarked()
	var open []int
	for i, e := range entries {
		if e.Worse != rating.Met {
			open = append(open, i)
		}
	}
	for b.Loop() {
		sheet := rating.NewSheet(method, 6, slices.Clone(entries))
		sheet.Reach(rating.LowEnd, rating.Goal{Overall: rating.Green}, open, effortOf, 1_000_000)
	}
}

func BenchmarkSink(b *testing.B) {
	entries, unknown := benchmarked()
	for b.Loop() {
		rating.NewSheet(method, 6, slices.Clone(entries)).Sink(rating.Red, unknown, 1_000_000)
	}
}
