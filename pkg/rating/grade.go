package rating

import "partner/pkg/internal/enum"

// Grade is one of the four steps that NHS boards know, or no rating at all.
type Grade uint8

// The grades, worst first. What is not rated is below all of them, and asks nothing of anything.
const (
	Unrated Grade = iota
	Red
	AmberRed
	AmberGreen
	Green
)

var grades = enum.Table[Grade]{Red: "red", AmberRed: "amber-red", AmberGreen: "amber-green", Green: "green"}

// Grades are the words for the grades, worst first.
func Grades() []string { return grades.Words() }

// FindGrade gives the grade of a word.
func FindGrade(word string) (Grade, bool) {
	g, ok := grades.Find(word)
	return g, ok && g != Unrated
}

func (g Grade) String() string { return grades.Word(g) }

// Words are the words that a grade can be.
func (Grade) Words() []string { return Grades() }

// MarshalText gives the word; what is not rated has none.
func (g Grade) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads the word.
func (g *Grade) UnmarshalText(text []byte) error { return grades.Read(g, text) }
