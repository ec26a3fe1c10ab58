package proposal

import "slices"

// Rising gives the words of a field from the one that says least, or says worst, to the one that says most or
// best; nil where they have no order.
func (f *Field) Rising() []string {
	switch f.Order {
	case BestFirst, MostFirst:
		rising := slices.Clone(f.Words)
		slices.Reverse(rising)
		return rising
	case WorstFirst, LeastFirst:
		return f.Words
	}
	return nil
}

// Worst gives the word of a field that says least, or says worst; "" where its words have no order.
func (f *Field) Worst() string {
	switch last := len(f.Words) - 1; {
	case last < 0 || f.Order == NoOrder:
		return ""
	case f.Order == BestFirst || f.Order == MostFirst:
		return f.Words[last]
	}
	return f.Words[0]
}
