package decide_test

import (
	"slices"
	"strings"
	"testing"

	"partner/pkg/result"
	"partner/testdata/answers"
)

// TestBoardsDifferWhereTheyWouldArgue: all stands badly for both, so that ratings and answers are the same.
// What concerns the helped board alone is told where it speaks against the partnership, and what the two see
// differently always; what concerns one alone and is in place, or is not known, makes no difference.
func TestBoardsDifferWhereTheyWouldArgue(t *testing.T) {
	const head = "organisations: {north: {name: North}, south: {name: South}}\narrangement: {nature: mandated, scale: individual, form: buddying, roles: {supporter: north, supported: south}}\n"
	bad := answers.InTurn(head, []string{"no"}, 0)
	for _, c := range []struct {
		criterion, question, answer string
		differs                     bool
	}{
		{"mi-resourced", "sustainability", "partly", true},
		{"mi-resourced", "sustainability", "yes", false},
		{"mi-resourced", "sustainability", "unknown", false},
		{"partners-not-too-many", "risks", "partly", true},
		{"partners-not-too-many", "risks", "no", true},
		{"partners-not-too-many", "risks", "yes", false},
		{"oversight-burden", "risks", "no", true},
		{"oversight-burden", "risks", "yes", false},
		{"mi-time-to-engage", "sustainability", "{views: {north: yes, south: partly}}", true},
		{"mi-time-to-engage", "sustainability", "{views: {north: yes, south: yes}}", false},
		{"key-people-trust", "culture", "{views: {north: partly, south: no}}", true},
		{"mi-time-to-engage", "sustainability", "{views: {north: yes, south: unknown}}", true},
		{"partners-not-too-many", "risks", "partly\n  oversight-burden: unknown", true}, // whatever else is not known of it
	} {
		// All that concerns one board alone is in place, but for the one at hand.
		var text strings.Builder
		for line := range strings.Lines(bad) {
			id, _, _ := strings.Cut(strings.TrimSpace(line), ":")
			switch {
			case id == c.criterion:
				line = "  " + id + ": " + c.answer + "\n"
			case strings.Contains(c.answer, id):
				line = ""
			case slices.Contains([]string{"mi-resourced", "partners-not-too-many", "oversight-burden"}, id):
				line = "  " + id + ": yes\n"
			}
			text.WriteString(line)
		}
		r := assessText(t, text.String())
		i := slices.IndexFunc(r.Questions, func(q result.Question) bool { return q.ID == c.question })
		one, two := r.Boards[0].Answers[i], r.Boards[1].Answers[i]
		if x, y := one.Rating, two.Rating; x.Low != y.Low || x.High != y.High || x.SoFar != y.SoFar || x.TooLittleKnown != y.TooLittleKnown {
			t.Errorf("%s: %s: the ratings differ, and the test says nothing", c.criterion, c.answer)
		}
		if one.Differs != c.differs || two.Differs != c.differs {
			t.Errorf("%s: %s: the boards differ: %t, because of %v", c.criterion, c.answer, one.Differs, one.Because)
		}
		if c.differs && !slices.Contains(one.Because, c.criterion) {
			t.Errorf("%s: %s: they differ because of %v", c.criterion, c.answer, one.Because)
		}
	}
}
