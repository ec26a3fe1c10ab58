package wording

// Range is where something stands on a scale: so far, and from the worst to the best that it may prove.
type Range struct {
	Low, SoFar, High int      // places on the scale
	Scale            []string // what its places are called, the worst first
}

// Proves says what a range may prove beside where it stands so far: the far end where it stands at one of
// them, otherwise both ends as span puts them together. It is empty where nothing is open.
func (r Range) Proves(span string) string {
	switch {
	case r.Low == r.High:
		return ""
	case r.SoFar == r.Low:
		return far("up to ", r.High-r.Low) + r.Scale[r.High]
	case r.SoFar == r.High:
		return far("down to ", r.High-r.Low) + r.Scale[r.Low]
	}
	return span
}

// far leads to the far end of a range, where that is more than a step away.
func far(word string, steps int) string {
	if steps > 1 {
		return word
	}
	return ""
}

// Span says both ends of a range: amber-red to green; one word where they are one.
func (r Range) Span() string {
	if r.Low == r.High {
		return r.Scale[r.Low]
	}
	return r.Scale[r.Low] + " to " + r.Scale[r.High]
}
