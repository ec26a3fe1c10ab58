package text

import (
	"strings"
	"testing"

	"partner/pkg/rating"
	"partner/pkg/report/internal/example"
)

func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// TestBothBoardsAlikeAndUnlikeTheWhole: where both boards have the same answer there is one, the whole's.
func TestBothBoardsAlikeAndUnlikeTheWhole(t *testing.T) {
	r := example.Boarded()
	for i := range r.Boards {
		for n := range r.Boards[i].Answers {
			x := &r.Boards[i].Answers[n]
			x.Differs, x.Rating = false, r.Questions[n].Rating
		}
		r.Boards[i].Answers[0].Rating = example.Rated(rating.Red, rating.Unrated, rating.Green, 1, 0, 0, 4)
	}
	text := printed(t, r, whole(Options{Width: 100}))
	if strings.Contains(text, "For "+r.Boards[0].Organisation+":") || strings.Contains(text, "ANSWERS DIFFER") {
		t.Error(text[:4000])
	}
}

func TestBothBoardsInTheReport(t *testing.T) {
	for _, w := range widths {
		checkLines(t, "boards", w, printed(t, example.Boarded(), whole(Options{Width: w})))
	}
	text := flat(printed(t, example.Boarded(), whole(Options{Width: 100})))
	for _, want := range []string{
		"WHERE THE TWO BOARDS' ANSWERS DIFFER", "For Northfield University Hospitals NHS Foundation Trust: ? too little known",
		"It concerns the board of Northfield University Hospitals NHS Foundation Trust alone. [met-one]", "Northfield: met; Eastmere: not met. [disputed-one]",
		"WHAT THE TWO SAY APART", "They differ: – The boards share a view of what matters. Northfield University Hospitals NHS Foundation Trust: yes; Eastmere and District General Hospital NHS Trust: no. [met-one]",
		"Only one of them has spoken:", "Trust: nothing yet.", "A rota that is full in every week of the year, and a service that stays in the town.", "Bearing on no question They agree:",
	} {
		if !strings.Contains(text, want) && !strings.Contains(strings.ToLower(text), strings.ToLower(want)) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if strings.Contains(flat(printed(t, example.Result(), whole(Options{Width: 100}))), "SAY APART") {
		t.Error("a part without anything in it")
	}
}

// TestAStatementHasOneStop: what one of the two has said as a sentence stands in a line with what the other has.
func TestAStatementHasOneStop(t *testing.T) {
	r := example.Boarded()
	r.Views[0].Silent[0].Says = [2]string{"Full houses.", ""}
	text := flat(printed(t, r, whole(Options{Width: 100})))
	if !strings.Contains(text, "Full houses; ") || strings.Contains(text, "houses.;") {
		t.Error(text)
	}
}

func TestOneBoardsReport(t *testing.T) {
	r := example.Boarded()
	r.For = "eastmere"
	for _, w := range widths {
		checkLines(t, "one board", w, printed(t, r, whole(Options{Width: w})))
	}
	text := flat(printed(t, r, whole(Options{Width: 100})))
	if !strings.Contains(text, "The six questions as the board of Eastmere and District General Hospital NHS Trust has to answer them; overall and verdict are of the whole partnership.") {
		t.Errorf("it does not say whose report it is: %s", text[:800])
	}
	if strings.Contains(text, "ANSWERS DIFFER") || strings.Contains(text, "For Northfield") {
		t.Error("it tells of the other board's answers")
	}
}
