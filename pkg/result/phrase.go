package result

import (
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// Phrases are the rating in words, part by part.
func (r Rating) Phrases() wording.Text {
	switch {
	case r.TooLittleKnown:
		return wording.Text{{Text: "too little known to rate; " + wording.MayProve + " " + r.MayProve}}
	case r.MayProve == "":
		return wording.Text{named(r.SoFar)}
	}
	return wording.Text{named(r.SoFar), {Text: "so far; " + wording.MayProve + " " + r.MayProve}}
}

func named(g rating.Grade) wording.Part { return wording.Part{Text: g.String(), Grade: g} }
