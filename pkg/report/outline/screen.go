package outline

import (
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// Screen is a page that has to fit: blocks in their order, of which some texts may be cut short. Each block
// starts with what it needs in any case, and is given more in the order of growth while there is room.
type Screen struct {
	Blocks [][]Block
	Scant  Limits   // what fits in any case
	Growth []Growth // what is given beyond that, the most useful first
}

// Limit names texts of a screen that may be cut short.
type Limit uint8

// The limits.
const (
	OfTitle Limit = iota
	OfPeople
	OfAbout
	OfAside // of what stands beside the rest: two lines, always
	OfRating
	OfCounted
	OfRule
	OfVerdict
	OfAnswer
	OfLonger // how many answers may take one line more than the others
	OfAction
	numberOfLimits
)

// Limits say how many lines a text may take, by limit; with none it is left out.
type Limits [numberOfLimits]int

// Growth is what a block is given together, or not at all.
type Growth struct {
	Block int // its place among the blocks of the screen
	More  map[Limit]int
}

// Limited is text that may be cut to as many lines as a limit allows.
type Limited struct {
	Text  wording.Text
	Limit Limit
}

// Masthead is what a page is on.
type Masthead struct {
	Title Limited
	AsOf  string // the day on which it is true, or empty
	Below []Limited
}

// Labelled is short texts below each other, beside a label.
type Labelled struct {
	Label string
	Texts []Limited
}

// Matrix sets context against enablers: both ranges, and where both stand so far.
type Matrix struct{ Context, Enablers Span }

// Span is a range on the scale of grades, and where it stands so far.
type Span struct {
	Low, SoFar, High rating.Grade // SoFar is Unrated where too little is known
	Words            wording.Text
}

// Scores are the questions, each with its rating and its answer in a sentence.
type Scores struct {
	Title string
	Rows  []Score
}

// Score is one question.
type Score struct {
	Title    string
	Rating   wording.Text
	MayProve string
	Answer   wording.Text // cut to OfAnswer, and some to a line more
	Boards   []BoardScore // where the two boards rate it differently
}

// BoardScore is one board's rating of a question.
type BoardScore struct {
	Organisation string
	Rating       wording.Part
}

// Actions are two lists of what comes first, side by side where there is room.
type Actions struct{ Left, Right ActionList }

// ActionList is one of them.
type ActionList struct {
	Title string
	Items []Action
}

// Action is something to do or to find out, and who is to see to it, which is never cut away.
type Action struct {
	Text Limited
	Who  string
}

func (Limited) block()  {}
func (Masthead) block() {}
func (Labelled) block() {}
func (Matrix) block()   {}
func (Scores) block()   {}
func (Actions) block()  {}

// Fit draws the blocks of a screen so that they fit into room, counted in whatever height measures; between
// two blocks that are not empty there is one more. A block is drawn anew where it is given more, and only
// then.
func Fit[D any](s *Screen, room int, draw func([]Block, Limits) D, height func(D) int) []D {
	drawn := make([]D, len(s.Blocks))
	used := -1
	for i, b := range s.Blocks {
		drawn[i] = draw(b, s.Scant)
		if h := height(drawn[i]); h > 0 {
			used += h + 1
		}
	}
	limits := s.Scant
	for _, g := range s.Growth {
		more := limits
		for limit, lines := range g.More {
			more[limit] = lines
		}
		longer := draw(s.Blocks[g.Block], more)
		if now := used + height(longer) - height(drawn[g.Block]); now <= room {
			limits, drawn[g.Block], used = more, longer, now
		}
	}
	return drawn
}
