package cli

import (
	"context"
	"iter"
	"sync"
)

// inOrder does jobs side by side and gives what came of them in their order, each as soon as all before it are done. No
// more than so many are begun and not yet taken, so that memory does not grow with the number of jobs. Once the context
// has ended no further job is begun; those in hand are done and given. Workers take their jobs themselves: nobody waits
// for one to be handed over.
func inOrder[J, R any](ctx context.Context, jobs iter.Seq[J], workers, window int, do func(J) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		for r := range inOrderAhead(ctx, jobs, workers, window, do) {
			if !yield(r) {
				return
			}
		}
	}
}

// inOrderAhead does as inOrder does, and says of each whether what comes after it is done already.
func inOrderAhead[J, R any](ctx context.Context, jobs iter.Seq[J], workers, window int, do func(J) R) iter.Seq2[R, bool] {
	return func(yield func(R, bool) bool) {
		next, end := iter.Pull(jobs)
		defer end()
		begun, room, stopped := make(chan chan R, window), make(chan struct{}, window), make(chan struct{})
		var running sync.WaitGroup
		defer running.Wait()
		defer close(stopped)
		var taking sync.Mutex
		take := func() (job J, done chan R, is bool) {
			select {
			case room <- struct{}{}:
			case <-ctx.Done():
				return
			case <-stopped:
				return
			}
			taking.Lock()
			defer taking.Unlock()
			if job, is = next(); !is || ctx.Err() != nil {
				<-room // for the next worker to see that there is no more
				return job, nil, false
			}
			done = make(chan R, 1)
			begun <- done // as many as there is room for
			return job, done, true
		}
		for range workers {
			running.Go(func() {
				for job, done, is := take(); is; job, done, is = take() {
					done <- do(job)
				}
			})
		}
		go func() {
			running.Wait()
			close(begun)
		}()
		for done, is := <-begun; is; {
			r := <-done
			<-room
			var next chan R
			select {
			case next, is = <-begun:
			default:
			}
			if !yield(r, len(next) > 0) {
				return
			}
			if done = next; is && done == nil { // it had not been begun
				done, is = <-begun
			}
		}
	}
}
