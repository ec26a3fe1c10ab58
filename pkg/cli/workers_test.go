package cli

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	_ "partner/pkg/internal/drawn"
	"pgregory.net/rapid"
)

// TestInOrder: whatever the workers, all comes in its order, and never more than the window is begun ahead of what was
// taken.
func TestInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		jobs := make([]int, rapid.IntRange(0, 60).Draw(t, "jobs"))
		for i := range jobs {
			jobs[i] = i
		}
		workers, window := rapid.IntRange(1, 8).Draw(t, "workers"), rapid.IntRange(1, 8).Draw(t, "window")
		enough := rapid.IntRange(0, 70).Draw(t, "enough")
		slow := rapid.IntRange(0, 6).Draw(t, "slow")
		var begun, taken atomic.Int64
		var got []int
		for r := range inOrder(t.Context(), slices.Values(jobs), workers, window, func(j int) int {
			if ahead := begun.Add(1) - taken.Load(); ahead > int64(window+workers+2) {
				t.Errorf("%d begun ahead", ahead)
			}
			if j%7 == slow {
				time.Sleep(time.Millisecond) // those after it are done before
			}
			return j * j
		}) {
			taken.Add(1)
			if got = append(got, r); len(got) == enough {
				break
			}
		}
		for i, r := range got {
			if r != i*i {
				t.Fatalf("the job %d gave %d: %v", i, r, got)
			}
		}
	})
}

// TestAnEndedContextBeginsNothing, and what is in hand comes to its end.
func TestAnEndedContextBeginsNothing(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var done atomic.Int64
	var got []int
	for r := range inOrder(ctx, slices.Values(make([]int, 10_000)), 3, 4, func(int) int { return int(done.Add(1)) }) {
		if got = append(got, r); len(got) == 5 {
			stop()
		}
	}
	if int64(len(got)) != done.Load() || len(got) < 5 || len(got) > 20 {
		t.Errorf("%d were done and %d were given", done.Load(), len(got))
	}
	if slices.Contains(got, 0) {
		t.Error("one was given that was not done")
	}
}

// TestWhatIsThereAheadIsSaid: of each it is said truly whether the next is done, and of one that the next waits for that it
// is not.
func TestWhatIsThereAheadIsSaid(t *testing.T) {
	var done [20]atomic.Bool
	given := make(chan struct{})
	before, ahead := false, 0
	for i, more := range inOrderAhead(t.Context(), slices.Values([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}), 2, 8, func(i int) int {
		switch i {
		case 0: // all of the window but the last are done before it
			for !done[6].Load() {
				time.Sleep(time.Millisecond)
			}
		case 10: // not before the one ahead of it is given
			<-given
		}
		done[i].Store(true)
		return i
	}) {
		if before && !done[i].Load() {
			t.Errorf("%d was said to be done", i)
		}
		if before = more; more {
			ahead++
		}
		if i == 9 {
			if more {
				t.Error("one that waits is said to be done")
			}
			close(given)
		}
		if i == 19 && more {
			t.Error("more is said to come after the last")
		}
	}
	if ahead == 0 {
		t.Error("nothing was done ahead")
	}
}
