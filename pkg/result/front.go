package result

import (
	"strings"

	"partner/pkg/internal/enum"
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// Front is the first screen: what a board has to know if it reads nothing else. It is the page as data; how
// it is laid out, and what gives way where it is too long, is for those who draw it.
type Front struct {
	Title  string       `json:"title"`
	AsOf   string       `json:"as_of"`  // the day on which the document is true, in words, or empty
	Blocks []FrontBlock `json:"blocks"` // in the order in which they are read
}

// FrontBlock is a block of the first screen.
type FrontBlock struct {
	ID      FrontBlockID `json:"id"`
	Heading string       `json:"heading"` // empty where the lines have labels of their own
	Aside   string       `json:"aside"`   // what stands at the right of the heading
	Lines   []FrontLine  `json:"lines"`   // the weightiest first
	More    []FrontLine  `json:"more"`    // the rest, for which the page has no room, in the same order
}

// FrontLine is one line of a block, however many it takes where it is drawn.
type FrontLine struct {
	Mark     string        `json:"mark"`             // the letter or number by which others speak of it, or a sign
	Label    string        `json:"label"`            // what the line is about, where it has a label
	Rating   rating.Grade  `json:"rating,omitempty"` // of a question
	Rated    string        `json:"rated"`            // the rating in words, or that too little is known; empty but for a question
	Text     []FrontPart   `json:"text"`             // whole
	Shorter  [][]FrontPart `json:"shorter"`          // the same in fewer words, each whole, the longest first
	Who      string        `json:"who"`              // who can say, or whom it falls to; empty where it is nobody's
	Closes   string        `json:"closes"`           // what evidence closes it, whole
	For      []string      `json:"for"`              // of a question: the marks of the lines that speak for it
	Against  []string      `json:"against"`          // of a question: the marks of the lines that stand against it
	Places   []FrontPlace  `json:"places"`           // where in the document it stands
	Criteria []string      `json:"criteria"`         // on which it bears, by id
	Stays    bool          `json:"stays"`            // it stays on the first screen, however little room there is: the gravest sum that is known
}

// FrontPart is a part of a line.
type FrontPart struct {
	Text  string        `json:"text"`
	Kind  FrontPartKind `json:"kind"`
	Marks []string      `json:"marks"` // of a reference, the marks to which it refers: it stands only beside all of them
}

// FrontPlace is a place in the document or in an organisation's file.
type FrontPlace struct {
	File string `json:"file"`
	Mark string `json:"mark"` // the letter for an organisation's file; empty for the document itself
	From int    `json:"from"` // the first line
	To   int    `json:"to"`   // the last line
}

// FrontBlockID names a block of the first screen.
type FrontBlockID string

// The blocks, in the order in which they are read.
const (
	FrontTitle     FrontBlockID = "title"
	FrontCatalogue FrontBlockID = "catalogue" // where another than the built-in one is applied
	FrontMisfits   FrontBlockID = "misfits"
	FrontDecision  FrontBlockID = "decision"
	FrontBears     FrontBlockID = "bears"
	FrontFor       FrontBlockID = "for"
	FrontAgainst   FrontBlockID = "against"
	FrontNotTold   FrontBlockID = "not-told"
	FrontSettle    FrontBlockID = "settle"
	FrontTypes     FrontBlockID = "types"
	FrontQuestions FrontBlockID = "questions"
	FrontSources   FrontBlockID = "sources"
)

// FrontBlockIDs are the blocks in that order.
var FrontBlockIDs = []FrontBlockID{
	FrontTitle, FrontCatalogue, FrontMisfits, FrontDecision, FrontBears, FrontFor, FrontAgainst, FrontNotTold, FrontSettle, FrontTypes, FrontQuestions, FrontSources,
}

// Words are the words that it can be.
func (FrontBlockID) Words() []string { return enum.Words(FrontBlockIDs) }

// UnmarshalText reads the word.
func (b *FrontBlockID) UnmarshalText(text []byte) error { return enum.Read(b, text, FrontBlockIDs) }

// FrontPartKind says what a part of a line is.
type FrontPartKind string

// The kinds of part.
const (
	FrontOwn   FrontPartKind = "own"   // words of the report
	FrontQuote FrontPartKind = "quote" // words of the document
	FrontName  FrontPartKind = "name"  // an organisation
	FrontSum   FrontPartKind = "sum"   // money, or a share
	FrontDate  FrontPartKind = "date"
	FrontMark  FrontPartKind = "mark" // a reference to other lines of the page
)

// FrontPartKinds are the kinds of part.
var FrontPartKinds = []FrontPartKind{FrontOwn, FrontQuote, FrontName, FrontSum, FrontDate, FrontMark}

// Words are the words that it can be.
func (FrontPartKind) Words() []string { return enum.Words(FrontPartKinds) }

// UnmarshalText reads the word.
func (k *FrontPartKind) UnmarshalText(text []byte) error { return enum.Read(k, text, FrontPartKinds) }

// Block gives the block of an id, nil where the page has none.
func (f *Front) Block(id FrontBlockID) *FrontBlock {
	for i := range f.Blocks {
		if f.Blocks[i].ID == id {
			return &f.Blocks[i]
		}
	}
	return nil
}

// FrontText puts the parts of a line together.
func FrontText(parts []FrontPart) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// FrontPointers says which lines bear on a question: a and b for it; 1 against it. Of those that are not shown it says
// how many there are, and nothing where none is shown.
func FrontPointers(l *FrontLine, shown func(mark string) bool) string {
	side := func(marks []string, tail string) string {
		var named []string
		for _, m := range marks {
			if shown(m) {
				named = append(named, m)
			}
		}
		if more := len(marks) - len(named); more > 0 && len(named) > 0 {
			return wording.And(append(named, wording.Number(more)+" more")) + tail
		}
		if len(named) == 0 {
			return ""
		}
		return wording.And(named) + tail
	}
	return strings.Join(wording.Given(side(l.For, " for it"), side(l.Against, " against it")), "; ")
}
