package compare

import "math"

// assign pairs rows with columns so that the gains of the pairs add up to the most that any pairing gives, and
// gives the column of each row, -1 for none. No row has more columns than another, and there are at least as many
// columns as rows. It is the Hungarian method, in the form that adds one row after another: exact, in about the
// cube of the size.
func assign(gain [][]int) []int {
	rows := len(gain)
	if rows == 0 {
		return nil
	}
	columns := len(gain[0])
	ofRow, ofColumn := make([]int, rows+1), make([]int, columns+1) // potentials; row and column 0 stand for none
	taken := make([]int, columns+1)                                // the row that a column is paired with
	before := make([]int, columns+1)                               // the column before it on the path that frees it
	for r := 1; r <= rows; r++ {
		taken[0] = r
		at := 0
		slack, seen := make([]int, columns+1), make([]bool, columns+1)
		for c := range slack {
			slack[c] = math.MaxInt
		}
		for taken[at] != 0 {
			seen[at] = true
			row, least, next := taken[at], math.MaxInt, 0
			for c := 1; c <= columns; c++ {
				if seen[c] {
					continue
				}
				if left := -gain[row-1][c-1] - ofRow[row] - ofColumn[c]; left < slack[c] {
					slack[c], before[c] = left, at
				}
				if slack[c] < least {
					least, next = slack[c], c
				}
			}
			for c := range seen {
				switch {
				case seen[c]:
					ofRow[taken[c]] += least
					ofColumn[c] -= least
				case slack[c] != math.MaxInt:
					slack[c] -= least
				}
			}
			at = next
		}
		for at != 0 {
			taken[at] = taken[before[at]]
			at = before[at]
		}
	}
	of := make([]int, rows)
	for r := range of {
		of[r] = -1
	}
	for c := 1; c <= columns; c++ {
		if taken[c] != 0 {
			of[taken[c]-1] = c - 1
		}
	}
	return of
}
