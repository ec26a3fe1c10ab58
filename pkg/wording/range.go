package wording

// Range is where something stands on a scale, the worst first: so far, and from the worst to the best that it
// may prove.
type Range[T ~uint8] struct {
	Low, SoFar, High T
	Name             func(T) string // what a place on the scale is called
}

// Proves says what a range may prove beside where it stands so far: the far end where it stands at one of
// them, otherwise both ends. It is empty where nothing is open.
func (r Range[T]) Proves() string {
	switch {
	case r.Low == r.High:
		return ""
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

// Span says both ends of a range: amber-red to green; one word where they are one.
func (r Range[T]) Span() string {
	if r.Low == r.High {
		return r.Name(r.Low)
	}
	return r.Name(r.Low) + " to " + r.Name(r.High)
}

// Between reports whether a range stands at neither of its ends so far.
func (r Range[T]) Between() bool { return r.SoFar != r.Low && r.SoFar != r.High }
