// Package outline is what a page shows and in which order, as a value: sections of headings, paragraphs,
// items, facts and tables, with text in parts. It knows no format. A drawer, such as package text, decides
// how each of them looks, and what gives way where a page is too narrow or too short.
//
// All text is on one line each and safe to show: whatever a document or a file name could hold that
// commands a terminal or turns the direction of writing is taken out where the outline is made.
package outline

import (
	"partner/pkg/result"
	"partner/pkg/wording"
)

// Outline is a page.
type Outline struct {
	Title     string        // what it is called where nothing on it says so; empty where something does
	Reference bool          // it is to look things up on, and is no report
	Named     bool          // its sections can be asked for by name, and show it
	Sheet     *Sheet        // what stands on the front of a paper; nil where it is none
	Front     *result.Front // what comes first and has to fit one screen; nil where there is none
	Lead      []Block       // what stands before the first section
	Sections  []Section
	Annex     []Section    // of a page by itself: what whoever edits the document looks up, with ids and places
	Closing   wording.Text // the small print at the end, or nothing
}

// Called gives the page a title, of texts that come from elsewhere.
func (o Outline) Called(title string) Outline {
	o.Title = Clean(title)
	return o
}

// Section is a part of a page.
type Section struct {
	Name   string // what it is asked for by; unique on a page
	Title  string
	Blocks []Block
}

// Block is a piece of a section: one of the types below.
type Block interface{ block() }

// Heading starts a group within a section.
type Heading struct{ Text string }

// Chapter starts a numbered part of a section that has groups of its own.
type Chapter struct {
	Number int
	Title  string
}

// Paragraph is running text.
type Paragraph struct{ Text wording.Text }

// Break parts what belongs to one thing from what belongs to the next.
type Break struct{}

// Item is an entry of a list, with what belongs to it below.
type Item struct {
	Bullet Bullet
	Text   wording.Text
	Below  []Block
}

// Bullet is what an item stands behind.
type Bullet struct {
	Kind   BulletKind
	Number int          // of a numbered item
	Sign   wording.Part // of an item with the sign of a status
	Mark   string       // of an item that other lines know by a mark
}

// BulletKind is what an item stands behind.
type BulletKind uint8

// The kinds of bullets.
const (
	Dash     BulletKind = iota
	Dot                 // below an item with a dash
	Numbered            // in the order of what is to be done or asked first
	Signed              // with the sign of a status
	Entry               // none: an entry of a list of sources
	Marked              // with the mark by which other lines speak of it
)

// Below is what belongs to the block before it, or below a heading that has text of its own.
type Below struct{ Blocks []Block }

// Fact is text behind a label. One without a label goes on where the one before it ended.
type Fact struct {
	Label string
	Text  wording.Text
	Lines []Line // in place of a text: an outline of conditions
}

// Line is a line of a condition: how deep it lies, and whether it is one of several parts.
type Line struct {
	Depth int
	Part  bool
	Text  string
}

// Terms are texts, each behind the short name by which the rest of the page calls it.
type Terms struct{ Of []Term }

// Term is one of them.
type Term struct {
	Name  wording.Part
	Text  wording.Text
	Below []Block
}

// Table is rows under headings. Where a row has fewer cells than there are columns, its last goes over the rest.
type Table struct {
	Columns []Column
	Rows    [][]wording.Text
	Pages   []string // for each row the file beside the page to which its first words lead, "" for none; nil where no row has one
	Else    []Block  // in place of the table where a page cannot give its columns their least width; nil where it has none
}

// Column is a column of a table.
type Column struct {
	Title string
	Wide  bool // it gives way where the page is too narrow for all
	Least int  // characters that it needs at least, where the table can be told otherwise
}

// List is rows of words in columns, each word whole, as other programs read them too.
type List struct{ Rows [][]string }

// Pair is two lists that are weighed against each other, side by side where there is room.
type Pair struct{ Left, Right Side }

// Side is one of them.
type Side struct {
	Title  string
	Blocks []Block
}

// Sample is lines of a document, to be shown as they are.
type Sample struct{ Lines []string }

// Lines are lines that other programs read too: each is whole, unless the page has to fit.
type Lines struct {
	Of  []wording.Text
	Cut bool // they stand below each other sign by sign: what does not fit is cut off and not broken
}

func (Heading) block()   {}
func (Chapter) block()   {}
func (Paragraph) block() {}
func (Break) block()     {}
func (Item) block()      {}
func (Below) block()     {}
func (Fact) block()      {}
func (Terms) block()     {}
func (Table) block()     {}
func (List) block()      {}
func (Pair) block()      {}
func (Sample) block()    {}
func (Lines) block()     {}
