package result

import (
	"partner/pkg/rating"
	"partner/pkg/wording"
)

// Phrases are the rating in words, part by part.
func (r Rating) Phrases() wording.Text {
	switch {
	case r.NotRated:
		return wording.Text{{Text: "not rated: nothing is left that has not been set aside"}}
	case r.TooLittleKnown && r.High <= rating.AmberRed:
		return wording.Text{{Text: string(AtBest)}, named(r.High), {Text: "; too little known to rate" + orProve(r), Glued: true}}
	case r.TooLittleKnown && r.Low >= rating.AmberGreen:
		return wording.Text{{Text: string(AtWorst)}, named(r.Low), {Text: "; too little known to rate" + orProve(r), Glued: true}}
	case r.TooLittleKnown:
		return wording.Text{{Text: "too little known to rate; " + wording.MayProve + " " + r.MayProve}}
	case r.MayProve == "":
		return wording.Text{named(r.SoFar)}
	}
	return wording.Text{named(r.SoFar), {Text: "so far; " + wording.MayProve + " " + r.MayProve}}
}

// KnownOf is how many of all that counts are known, what is known by half counting half, and how many that is of:
// the one count that every page prints.
func (r Rating) KnownOf() (known, all int) {
	return rating.Counts{
		Met: r.Met, Partly: r.Partly, NotMet: r.NotMet, AtLeastPartly: r.AtLeastPartly, AtMostPartly: r.AtMostPartly, Unknown: r.Unknown,
	}.KnownOf()
}

// orProve says the range of what is too little known to rate, where it has more than one grade.
func orProve(r Rating) string {
	if r.Low == r.High {
		return ""
	}
	return "; " + wording.MayProve + " " + r.MayProve
}

func named(g rating.Grade) wording.Part { return wording.Part{Text: g.String(), Grade: g} }
