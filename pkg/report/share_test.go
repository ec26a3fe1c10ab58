package report

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"testing"
)

// TestSharedInStep holds that each of several readers reads the whole of a stream, a value before the next is made.
func TestSharedInStep(t *testing.T) {
	for n := range 4 {
		var events []string
		made := func(yield func(string) bool) {
			for _, v := range []string{"a", "b", "c"} {
				events = append(events, "made "+v)
				if !yield(v) {
					return
				}
			}
		}
		var readers []func(iter.Seq[string]) error
		for i := range n {
			readers = append(readers, func(values iter.Seq[string]) error {
				for v := range values {
					events = append(events, string(rune('0'+i))+" reads "+v)
				}
				events = append(events, string(rune('0'+i))+" ends")
				return nil
			})
		}
		if n == 0 {
			continue
		}
		if err := Share(made, readers...); err != nil {
			t.Error(err)
		}
		var want []string
		for _, v := range []string{"a", "b", "c"} {
			want = append(want, "made "+v)
			for i := range n {
				want = append(want, string(rune('0'+i))+" reads "+v)
			}
		}
		for i := range n {
			want = append(want, string(rune('0'+i))+" ends")
		}
		if !slices.Equal(events, want) {
			t.Errorf("%d readers: %s", n, strings.Join(events, ", "))
		}
	}
}

// TestReadersThatStopCostTheOthersNothing holds that one that stops or fails leaves the rest to the others, that
// nothing is made once all have stopped, and that the first error is given.
func TestReadersThatStopCostTheOthersNothing(t *testing.T) {
	failed := errors.New("failed")
	made := 0
	numbers := func(yield func(int) bool) {
		for made = 1; made <= 5 && yield(made); made++ {
		}
	}
	upTo := func(most int, read *[]int, err error) func(iter.Seq[int]) error {
		return func(values iter.Seq[int]) error {
			if most == 0 {
				return err
			}
			for v := range values {
				if *read = append(*read, v); len(*read) == most {
					return err
				}
			}
			return nil
		}
	}
	var none, two, all []int
	if err := Share(numbers, upTo(0, &none, nil), upTo(2, &two, failed), upTo(9, &all, nil)); err != failed || len(none) != 0 || len(two) != 2 || len(all) != 5 {
		t.Errorf("%v, %v, %v, %v", err, none, two, all)
	}
	one, more := []int{}, []int{}
	if err := Share(numbers, upTo(1, &one, nil), upTo(2, &more, failed)); err != failed || made != 2 {
		t.Errorf("%v, and %d are made for readers of two", err, made)
	}
	if err := Share(numbers, upTo(0, &one, failed), upTo(0, &one, nil)); err != failed {
		t.Error(err)
	}
}
