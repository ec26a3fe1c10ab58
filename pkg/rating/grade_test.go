package rating_test

import (
	"testing"

	"partner/pkg/rating"
)

// TestGradesByTheirWords: each of the four steps has a word, and nothing else is a grade.
func TestGradesByTheirWords(t *testing.T) {
	for i, word := range []string{"red", "amber-red", "amber-green", "green"} {
		if g, ok := rating.FindGrade(word); !ok || g != rating.Red+rating.Grade(i) || g.String() != word || rating.Grades()[i] != word {
			t.Errorf("%s is %d, %t", word, g, ok)
		}
	}
	for _, word := range []string{"", "unrated", "Green", "amber"} {
		if g, ok := rating.FindGrade(word); ok {
			t.Errorf("%q is %s", word, g)
		}
	}
}
