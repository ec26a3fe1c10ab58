package wording

import (
	"strings"

	"partner/pkg/rating"
)

// Part is a run of words in a text. It says what the words name and how much they are to stand out, so that
// a format shows them in its own way and never has to look into them.
type Part struct {
	Kind      Kind
	Text      string        // the words; empty where the format has a mark for what is named
	Tone      Tone          // how much it stands out
	Grade     rating.Grade  // the rating that is named, or marked
	Status    rating.Status // the status that is marked
	Criterion string        // the id of the criterion that is named
	Place     bool          // it says where in a document something stands
	Link      string        // the address that is named, as the document has it: not every format may lead there
	Glued     bool          // it follows the part before it without a space
}

// Kind is what a part is.
type Kind uint8

// The kinds of parts.
const (
	Words Kind = iota
	Mark       // the mark of a rating, or of too little known
	Sign       // the sign of a criterion's status
)

// Tone is how much a part stands out.
type Tone uint8

// The tones.
const (
	Plain Tone = iota
	Strong
	Faint
)

// Text is text in parts, which are read with a space between them.
type Text []Part

// String gives the words of a text, without marks and signs.
func (t Text) String() string {
	var b strings.Builder
	for _, p := range t {
		if p.Text == "" {
			continue
		}
		if b.Len() > 0 && !p.Glued {
			b.WriteByte(' ')
		}
		b.WriteString(p.Text)
	}
	return b.String()
}
