// Package decide works out what helps boards to decide, from a judgement: what would settle the rating, what
// would better it, what to set as conditions, what each board has to answer for, how much rests on weak
// evidence, what became of others, and which other types and forms the same facts allow. Each function stands
// alone: it reads a judgement, and gives its part of a result.
package decide

import (
	"slices"

	"partner/pkg/catalogue"
	"partner/pkg/judge"
	"partner/pkg/rating"
	"partner/pkg/result"
)

// searchNodes bounds each exact search. The examples stay far below it; a document that goes beyond gets
// the best that was found, and is told so.
const searchNodes = 40_000

// search looks for the smallest sets of criteria that bring something about, where one type alone is possible.
type search struct {
	judgement *judge.Judgement
	sheet     *rating.Sheet
	entries   []int // of the judgement's criteria on the sheet, -1 for none
}

func newSearch(j *judge.Judgement) *search {
	sheet, entries := j.Sheet()
	return &search{j, sheet, entries}
}

// reach finds the fewest of some criteria that, met, reach a goal; of equally few those of the least effort.
func (s *search) reach(end rating.End, goal rating.Goal, criteria []int, effort func(criterion int) int) rating.Found {
	byEntry := make([]int, len(s.entries)) // there are no more entries than criteria
	for _, n := range criteria {
		if e := s.entries[n]; e >= 0 {
			byEntry[e] = effort(n)
		}
	}
	return s.sheet.Reach(end, goal, s.on(criteria), func(e int) int { return byEntry[e] }, searchNodes)
}

// on gives the entries of criteria.
func (s *search) on(criteria []int) []int {
	list := make([]int, 0, len(criteria))
	for _, n := range criteria {
		if e := s.entries[n]; e >= 0 {
			list = append(list, e)
		}
	}
	return list
}

// found makes a set of what was found.
func (s *search) found(does result.Effect, f rating.Found) result.Set {
	var list []int
	for n, e := range s.entries {
		if e >= 0 && slices.Contains(f.Entries, e) {
			list = append(list, n)
		}
	}
	return set(s.judgement, does, list, f.Exact)
}

// set makes a set of criteria, in the catalogue's order.
func set(j *judge.Judgement, does result.Effect, of []int, exact bool) result.Set {
	s := result.Set{Does: does, Criteria: []string{}, Exact: exact}
	for _, n := range slices.Sorted(slices.Values(of)) {
		c := j.Criteria[n].Criterion
		s.Criteria = append(s.Criteria, c.ID)
		s.Efforts[effort(c)-1]++
	}
	return s
}

// effort gives the effort of a criterion's fix: 1 low, 2 medium, 3 high. Where none is said it is medium.
func effort(c *catalogue.Criterion) int {
	switch c.Fix.Effort {
	case catalogue.Low:
		return 1
	case catalogue.High:
		return 3
	}
	return 2
}

// exactly says where a search was cut short.
func exactly(exact bool) string {
	if exact {
		return ""
	}
	return " (the best found; a smaller set may do)"
}
