package cli

import (
	"context"
	"iter"
	"sync"
)

// inOrder does jobs side by side and gives what came of them in their order, each as soon as all before it are done. No
// more than so many are begun and not yet taken, so that memory does not grow with the number of jobs. Once the context
// has ended no further job is begun; those in hand are done and given.
func inOrder[J, R any](ctx context.Context, jobs []J, workers, window int, do func(J) R) iter.Seq[R] {
	type task struct {
		job  J
		done chan R
	}
	return func(yield func(R) bool) {
		work, begun, stopped := make(chan task), make(chan chan R, window), make(chan struct{})
		var running sync.WaitGroup
		defer running.Wait()
		defer close(stopped)
		running.Go(func() {
			defer close(begun)
			defer close(work)
			for _, j := range jobs {
				t := task{j, make(chan R, 1)}
				if ctx.Err() != nil {
					return
				}
				select {
				case begun <- t.done:
				case <-ctx.Done():
					return
				case <-stopped:
					return
				}
				select {
				case work <- t:
				case <-stopped:
					return
				}
			}
		})
		for range workers {
			running.Go(func() {
				for t := range work {
					t.done <- do(t.job)
				}
			})
		}
		for done := range begun {
			if !yield(<-done) {
				return
			}
		}
	}
}
