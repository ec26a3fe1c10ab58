package outline

import "partner/pkg/rating"

// Heat is how many of something are rated how: rows of counts under the ratings. The more of a row, the stronger its
// cell.
type Heat struct {
	Columns []HeatColumn
	Rows    []HeatRow
}

// HeatColumn is a rating, or that there is none.
type HeatColumn struct {
	Title string
	Grade rating.Grade // Unrated where it is none
}

// HeatRow is one row, with a count for each column.
type HeatRow struct {
	Title  string
	Counts []int
}

// Total is how many a row counts.
func (r *HeatRow) Total() int {
	n := 0
	for _, c := range r.Counts {
		n += c
	}
	return n
}

func (Heat) block() {}
