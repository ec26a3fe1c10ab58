package result

import (
	"strings"

	"partner/pkg/rating"
)

// Phrase is a part of a sentence. One that names a rating says which, so that a format can show it in its
// own way without looking for it.
type Phrase struct {
	Text  string
	Grade rating.Grade // the rating that the phrase is the name of; Unrated for other text
}

// Phrases are the rating in words, part by part.
func (r Rating) Phrases() []Phrase {
	switch {
	case r.TooLittleKnown:
		return []Phrase{{Text: "too little known to rate; may prove " + r.MayProve}}
	case r.MayProve == "":
		return []Phrase{{r.SoFar.String(), r.SoFar}}
	}
	return []Phrase{{r.SoFar.String(), r.SoFar}, {Text: " so far; may prove " + r.MayProve}}
}

// Joined puts phrases together to the sentence of which they are the parts.
func Joined(phrases []Phrase) string {
	var b strings.Builder
	for _, p := range phrases {
		b.WriteString(p.Text)
	}
	return b.String()
}
