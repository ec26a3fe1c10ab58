package decide

import (
	"partner/pkg/rating"
)

// How much a step of each weighs in the order of what moves ratings: a step of the whole before any of a
// question, a step of a question before a brake that is lifted.
const (
	wholeStep    = 100
	questionStep = 10
	brakeLifted  = 4
)

// distance gives how many steps lie between two grades.
func distance(x, y rating.Grade) int { return max(int(x)-int(y), int(y)-int(x)) }
