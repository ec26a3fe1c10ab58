package report

import "iter"

// Share gives one stream to several readers, in step: each reads a value before the next is asked for, so that
// several formats print from one pass over the documents and none of them has to be kept. It ends when the
// stream does or nobody reads any more, and gives the first error in the order of the readers.
func Share[T any](values iter.Seq[T], readers ...func(iter.Seq[T]) error) error {
	if len(readers) == 1 {
		return readers[0](values)
	}
	var current T
	more := true
	errs := make([]error, len(readers))
	steps := make([]func() (struct{}, bool), len(readers)) // lets a reader read on until it asks for a value
	for i, read := range readers {
		step, stop := iter.Pull(func(wait func(struct{}) bool) {
			errs[i] = read(func(yield func(T) bool) {
				for wait(struct{}{}) && more && yield(current) {
				}
			})
		})
		defer stop()
		steps[i] = step
	}
	reading := func() bool {
		any := false
		for _, step := range steps {
			_, still := step()
			any = any || still
		}
		return any
	}
	if reading() {
		for current = range values {
			if !reading() {
				break
			}
		}
	}
	more = false
	reading()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
