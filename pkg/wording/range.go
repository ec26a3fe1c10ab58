package wording

import (
	"strings"

	"partner/pkg/rating"
)

// Range is where something stands on a scale, the worst first: so far, and from the worst to the best that it
// may prove.
type Range[T ~uint8] struct {
	Low, SoFar, High T
	Name             func(T) string // what a place on the scale is called
	rating.Bounds                   // the ends that it may not prove
}

// Proves says what a range may prove beside where it stands so far: the far end where it stands at one of
// them, otherwise both ends. It is empty where nothing is open.
func (r Range[T]) Proves() string {
	switch {
	case r.Low == r.High || r.AtLeast && r.AtMost || r.AtMost && r.SoFar == r.Low || r.AtLeast && r.SoFar == r.High:
		return ""
	case r.AtMost:
		return r.Name(r.Low)
	case r.AtLeast:
		return r.Name(r.High)
	case r.SoFar == r.Low:
		return far("up to ", r.High-r.Low) + r.Name(r.High)
	case r.SoFar == r.High:
		return far("down to ", r.High-r.Low) + r.Name(r.Low)
	}
	return r.Span()
}

// far leads to the far end of a range, where that is more than a step away.
func far[T ~uint8](word string, steps T) string {
	if steps > 1 {
		return word
	}
	return ""
}

// Span says both ends of a range that it may prove: amber-red to green; one word where they are one, or where it is one.
func (r Range[T]) Span() string {
	switch {
	case r.AtLeast && r.AtMost && r.Low != r.High:
		return ""
	case r.Low == r.High || r.AtMost:
		return r.Name(r.Low)
	case r.AtLeast:
		return r.Name(r.High)
	}
	return r.Name(r.Low) + " to " + r.Name(r.High)
}

// Bound says the ends that it may not prove: at least amber-red, at most green, between red and green. It is empty where
// there is none.
func (r Range[T]) Bound() string {
	var ends []string
	if r.AtLeast && r.AtMost && r.Low != r.High {
		return "between " + r.Name(r.Low) + " and " + r.Name(r.High)
	}
	if r.AtLeast && r.Low != r.High {
		ends = append(ends, AtLeast+" "+r.Name(r.Low))
	}
	if r.AtMost && r.Low != r.High {
		ends = append(ends, AtMost+" "+r.Name(r.High))
	}
	return strings.Join(ends, ", ")
}

// Ends says what a range may prove and what it is bounded by: may prove red; at most green. What it may prove is given
// in words, and either may be empty.
func Ends(proves, bound string) string {
	switch {
	case proves == "":
		return bound
	case bound == "":
		return MayProve + " " + proves
	}
	return MayProve + " " + proves + "; " + bound
}

// Between reports whether a range stands at neither of its ends so far.
func (r Range[T]) Between() bool { return r.SoFar != r.Low && r.SoFar != r.High }
